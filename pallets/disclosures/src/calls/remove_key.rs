//! Removing the key of a trader.

use crate::{Config, Error, Event, HolderKeys, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Removes the key of the trader for which `by` acts.
	pub(crate) fn do_remove_key(by: T::AccountId) -> DispatchResult {
		let trader = Self::trader_of(&by)?;
		ensure!(
			HolderKeys::<T>::take(trader).is_some(),
			Error::<T>::KeyMissing
		);
		Self::deposit_event(Event::HolderKeySet {
			trader,
			key: None,
			by,
		});
		Ok(())
	}
}
