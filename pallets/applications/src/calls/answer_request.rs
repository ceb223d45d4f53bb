//! Answering a request.

use super::holders::Own;
use crate::{Config, Error, Event, Pallet, Requests};
use aeo_primitives::RequestAnswer;
use aeo_support::{clock::BlockTime, refusals::ensure_document};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Notes the one answer to a request, late or not: what is to be said again is asked again.
	pub(crate) fn do_answer_request(
		own: Own<T::AccountId>,
		request: u32,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		let Own {
			issuer, number, by, ..
		} = own;
		let mut asked = Self::open_request(issuer, &number, request)?;
		ensure!(asked.answer.is_none(), Error::<T>::RequestAnsweredAlready);
		asked.answer = Some(RequestAnswer {
			at: T::Time::moment(),
			by: by.clone(),
			document,
		});
		Requests::<T>::insert((issuer, &number, request), asked);
		Self::deposit_event(Event::RequestAnswered {
			issuer,
			number,
			request,
			by,
			document,
		});
		Ok(())
	}
}
