//! `resign`: an account gives its role up.

use crate::{types::InsideKind, Config, Error, Pallet};
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_resign(account: T::AccountId) -> DispatchResult {
		let (entry, record) = Self::account_of(&account).ok_or(Error::<T>::NothingToGiveUp)?;
		let administration = entry.administration;
		match entry.kind {
			InsideKind::Officer(_) => Self::do_dismiss(administration, record, account),
			InsideKind::Incoming => Self::do_decline(administration, record, account),
			InsideKind::Own => Err(Error::<T>::NothingToGiveUp.into()),
		}
	}
}
