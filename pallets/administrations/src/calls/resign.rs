//! `resign`: an account gives its role up.

use crate::{types::AccountRole, Config, Error, Pallet};
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_resign(account: T::AccountId) -> DispatchResult {
		let (role, record) = Self::role_of(&account).ok_or(Error::<T>::NoRoleToGiveUp)?;
		let administration = role.administration;
		match role.role {
			AccountRole::Officer(_) => Self::do_dismiss(administration, record, account),
			AccountRole::Incoming => Self::do_decline(administration, record, account),
			AccountRole::Own => Err(Error::<T>::NoRoleToGiveUp.into()),
		}
	}
}
