//! Registering an agency.

use crate::{
	types::MAX_AGENCIES, Agencies, AgencyAccounts, AgencyCount, Config, Error, Event, Pallet,
};
use aeo_primitives::{InsideAccounts, OutsideAccounts, Territory, Written};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Registers an agency with an account that has no other role.
	pub(crate) fn do_register_agency(
		administration: Territory,
		code: &Written,
		account: T::AccountId,
	) -> DispatchResult {
		let code = Self::code(code)?;
		ensure!(
			!Agencies::<T>::contains_key(administration, &code),
			Error::<T>::AgencyCodeTaken
		);
		let count = AgencyCount::<T>::get(administration);
		ensure!(count < MAX_AGENCIES, Error::<T>::TooManyAgencies);
		let count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let in_use = T::Administrations::is_inside(&account)
			|| T::Traders::is_outside(&account)
			|| T::Traders::is_offered(&account)
			|| AgencyAccounts::<T>::contains_key(&account);
		ensure!(!in_use, Error::<T>::AccountInUse);
		let admission =
			Self::admission_of(administration).ok_or(Error::<T>::AdministrationNotAdmitted)?;
		T::Administrations::provide(&account);
		AgencyCount::<T>::insert(administration, count);
		Agencies::<T>::insert(administration, &code, &account);
		AgencyAccounts::<T>::insert(&account, (administration, &code, admission));
		Self::deposit_event(Event::AgencyRegistered {
			administration,
			code,
			account,
		});
		Ok(())
	}
}
