//! `authorise_upgrade`: the council authorises a runtime, which waits where everybody sees it.

use crate::{types::UpgradeAuthorisation, AuthorisedUpgrade, Config, Error, Event, Pallet};
use aeo_support::clock::BlockTime;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get},
};
use sp_core::H256;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_authorise_upgrade(code_hash: H256) -> DispatchResult {
		ensure!(!code_hash.is_zero(), Error::<T>::CodeHashMissing);
		let from = T::Time::moment()
			.checked_add(T::UpgradeDelay::get())
			.ok_or(ArithmeticError::Overflow)?;
		let until = from
			.checked_add(T::UpgradePeriod::get())
			.ok_or(ArithmeticError::Overflow)?;
		if let Some(earlier) = AuthorisedUpgrade::<T>::get() {
			Self::close_upgrade();
			Self::deposit_event(Event::UpgradeWithdrawn {
				code_hash: earlier.code_hash,
			});
		}
		AuthorisedUpgrade::<T>::put(UpgradeAuthorisation {
			code_hash,
			from,
			until,
			is_open: false,
		});
		Self::deposit_event(Event::UpgradeAuthorised {
			code_hash,
			from,
			until,
		});
		Ok(())
	}
}
