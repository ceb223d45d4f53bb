//! Closing a request.

use crate::{Config, Error, Event, Pallet, RequestCounts, Requests};
use aeo_primitives::{CertificateNumber, RequestClosure, RequestOutcome, Territory};
use aeo_support::{clock::BlockTime, refusals::ensure_document};
use frame_support::pallet_prelude::DispatchResult;
use sp_core::H256;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Closes a request, answered or not: a visit may be met without, and what is not answered is
	/// not met.
	pub(crate) fn do_close_request(
		issuer: Territory,
		by: T::AccountId,
		number: CertificateNumber,
		request: u32,
		outcome: RequestOutcome,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		let mut asked = Self::open_request(issuer, &number, request)?;
		asked.closure = Some(RequestClosure {
			at: T::Time::moment(),
			by: by.clone(),
			outcome,
			document,
		});
		let mut count = RequestCounts::<T>::get(issuer, &number);
		count.open = count
			.open
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?;
		Requests::<T>::insert((issuer, &number, request), asked);
		RequestCounts::<T>::insert(issuer, &number, count);
		Self::deposit_event(Event::RequestClosed {
			issuer,
			number,
			request,
			outcome,
			by,
			document,
		});
		Ok(())
	}
}
