//! Unlinking one's own account.

use crate::{Config, Pallet};
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Unlinks the account that signed from its trader.
	pub(crate) fn do_unlink_own_account(account: T::AccountId) -> DispatchResult {
		let link = Self::link_of(&account)?;
		Self::unlink(link, account)
	}
}
