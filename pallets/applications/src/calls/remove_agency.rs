//! Removing an agency.

use crate::{AgencyAccounts, Config, Pallet};
use aeo_primitives::{Officers, Written};
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Removes an agency. It is registered without being asked, so that it may go by itself, as
	/// officers may, whatever becomes of its administration.
	pub(crate) fn do_remove_agency(by: T::AccountId, code: &Written) -> DispatchResult {
		let code = Self::code(code)?;
		let administration = match AgencyAccounts::<T>::get(&by) {
			Some((administration, own, _)) if own == code => administration,
			_ => T::Administrations::ensure_own_account(&by).map_err(Into::into)?,
		};
		Self::remove(administration, code, by)
	}
}
