//! Registering the key of a trader.

use crate::{types::HolderKey, Config, Error, Event, HolderKeys, Pallet};
use aeo_primitives::x25519::is_low_order;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Registers the key of the trader for which `by` acts.
	pub(crate) fn do_register_key(by: T::AccountId, key: H256) -> DispatchResult {
		let trader = Self::trader_of(&by)?;
		ensure!(!key.is_zero(), Error::<T>::KeyMissing);
		ensure!(!is_low_order(&key), Error::<T>::KeyNotUsable);
		let is_known = HolderKeys::<T>::get(trader).is_some_and(|known| known.key == key);
		ensure!(!is_known, Error::<T>::KeyUnchanged);
		let block = Self::block();
		HolderKeys::<T>::insert(trader, HolderKey { key, block });
		Self::deposit_event(Event::HolderKeySet {
			trader,
			key: Some(key),
			by,
		});
		Ok(())
	}
}
