//! `appoint_officer`: an account may act for the administration within scopes.

use crate::{types::Administration, Config, Error, Pallet};
use aeo_primitives::{Scopes, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_appoint_officer(
		administration: Territory,
		record: Administration<T::AccountId>,
		officer: T::AccountId,
		scopes: Scopes,
	) -> DispatchResult {
		ensure!(!scopes.is_empty(), Error::<T>::ScopesMissing);
		Self::do_appoint(administration, record, officer, scopes)
	}
}
