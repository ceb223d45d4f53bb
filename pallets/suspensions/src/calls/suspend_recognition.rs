//! Suspending one's own recognition of a foreign certificate.

use super::Partner;
use crate::{
	types::RecognitionSuspension, Config, Error, Event, Pallet, RecognitionSuspensions,
	Unrecognising,
};
use aeo_primitives::Date;
use aeo_support::{clock::BlockTime, refusals::ensure_document};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Stores the suspension of recognition, or changes its review date and decision.
	pub(crate) fn do_suspend_recognition(
		partner: Partner<T::AccountId>,
		review_on: Date,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		let Partner {
			grantor,
			by,
			certificate,
		} = partner;
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
		let (issuer, number) = certificate;
		Unrecognising::<T>::try_mutate(issuer, &number, |grantors| {
			// There are as many places as territories.
			grantors
				.try_insert(grantor)
				.map_err(|_| ArithmeticError::Overflow)
		})?;
		Self::deposit_event(Event::RecognitionSuspended {
			grantor,
			issuer,
			number,
			since,
			review_on,
			by,
			document,
		});
		Ok(())
	}
}
