//! Unlinking an account of one's own trader.

use crate::{Config, Pallet};
use aeo_primitives::Territory;
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Unlinks an account from its trader, which is the administration's.
	pub(crate) fn do_unlink_account(
		administration: Territory,
		account: T::AccountId,
	) -> DispatchResult {
		let link = Self::link_of(&account)?;
		Self::ensure_own(administration, link.trader)?;
		Self::unlink(link, account)
	}
}
