//! Removing the key of a trader.

use crate::{Config, Error, Event, HolderKeys, Pallet};
use aeo_primitives::TraderId;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Removes the key of the trader for which `by` acts.
	pub(crate) fn do_remove_key(by: T::AccountId) -> DispatchResult {
		let trader = Self::trader_of(&by)?;
		ensure!(Self::forget_key(trader, by), Error::<T>::KeyMissing);
		Ok(())
	}

	/// Removes the key of a trader, if it has one, and tells of it. Returns whether it had.
	pub(crate) fn forget_key(trader: TraderId, by: T::AccountId) -> bool {
		let had = HolderKeys::<T>::take(trader).is_some();
		if had {
			Self::deposit_event(Event::HolderKeySet {
				trader,
				key: None,
				by,
			});
		}
		had
	}
}
