//! Agencies: accounts that an administration registers.

use crate::{Agencies, AgencyAccounts, AgencyCount, Config, Error, Event, Pallet};
use aeo_primitives::{AdministrationLookup, AgencyCode, Territory};
use frame_support::pallet_prelude::DispatchResult;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Returns the number of the present admission of an administration.
	pub(crate) fn admission_of(administration: Territory) -> Option<u32> {
		T::Administrations::administration(administration).map(|found| found.admission)
	}

	/// Removes an agency; its account is free.
	pub(crate) fn remove(
		administration: Territory,
		code: AgencyCode,
		by: T::AccountId,
	) -> DispatchResult {
		let account =
			Agencies::<T>::take(administration, &code).ok_or(Error::<T>::UnknownAgency)?;
		let count = AgencyCount::<T>::get(administration)
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?;
		AgencyCount::<T>::insert(administration, count);
		AgencyAccounts::<T>::remove(&account);
		Self::deposit_event(Event::AgencyRemoved {
			administration,
			code,
			account,
			by,
		});
		Ok(())
	}
}
