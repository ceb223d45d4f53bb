//! What happens by itself at the beginning of a block: an authorised runtime can be applied, or
//! lapses.
//!
//! The system pallet takes the code, unsigned, of whatever hash it holds. So it is given the hash
//! when the wait is over and not before, and loses it when the time is over: in one read a block.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{types::UpgradeAuthorisation, AuthorisedUpgrade, Config, Event, Pallet, WeightInfo};
use aeo_support::clock::BlockTime;
use frame_support::weights::Weight;

impl<T: Config> Pallet<T> {
	/// Opens an authorised upgrade when its wait is over, and closes it when it lapses or was
	/// applied. The clock is that of the block before.
	pub(crate) fn mind_upgrade() -> Weight {
		let Some(authorised) = AuthorisedUpgrade::<T>::get() else {
			return T::WeightInfo::no_upgrade();
		};
		let was_taken =
			authorised.is_open && frame_system::Pallet::<T>::authorized_upgrade().is_none();
		let now = T::Time::moment();
		if was_taken {
			AuthorisedUpgrade::<T>::kill();
		} else if now >= authorised.until {
			Self::close_upgrade();
			Self::deposit_event(Event::UpgradeLapsed {
				code_hash: authorised.code_hash,
			});
		} else if now >= authorised.from && !authorised.is_open {
			frame_system::Pallet::<T>::do_authorize_upgrade(authorised.code_hash, true);
			AuthorisedUpgrade::<T>::put(UpgradeAuthorisation {
				is_open: true,
				..authorised
			});
		}
		T::WeightInfo::mind_upgrade()
	}
}
