//! Suspending one's own recognition of a foreign certificate.

use crate::{
	types::RecognitionSuspension, Config, Error, Event, Pallet, RecognitionSuspensions,
	Unrecognising,
};
use aeo_primitives::{CertificateNumber, Date, Territory};
use aeo_support::{clock::BlockTime, refusals::ensure_document};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Stores the suspension of recognition, or changes its review date and decision.
	pub(crate) fn do_suspend_recognition(
		grantor: Territory,
		by: T::AccountId,
		issuer: Territory,
		number: CertificateNumber,
		review_on: Date,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		let certificate = (issuer, number);
		Self::foreign_version(grantor, &certificate)?;
		ensure!(!Self::is_over(review_on, grantor)?, Error::<T>::DayPassed);
		let since = RecognitionSuspensions::<T>::get(grantor, &certificate)
			.map_or_else(T::Time::moment, |earlier| earlier.since);
		let suspension = RecognitionSuspension {
			since,
			review_on,
			by: by.clone(),
			document,
		};
		RecognitionSuspensions::<T>::insert(grantor, &certificate, suspension);
		Unrecognising::<T>::try_mutate(issuer, &certificate.1, |grantors| {
			// There are as many places as territories.
			grantors
				.try_insert(grantor)
				.map_err(|_| ArithmeticError::Overflow)
		})?;
		Self::deposit_event(Event::RecognitionSuspended {
			grantor,
			issuer,
			number: certificate.1,
			since,
			review_on,
			by,
			document,
		});
		Ok(())
	}
}
