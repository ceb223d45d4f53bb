//! `withdraw_upgrade`: the council takes an authorised runtime back.

use crate::{AuthorisedUpgrade, Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_withdraw_upgrade(code_hash: H256) -> DispatchResult {
		let is_it = AuthorisedUpgrade::<T>::get()
			.is_some_and(|authorised| authorised.code_hash == code_hash);
		ensure!(is_it, Error::<T>::UnknownUpgrade);
		Self::close_upgrade();
		Self::deposit_event(Event::UpgradeWithdrawn { code_hash });
		Ok(())
	}
}
