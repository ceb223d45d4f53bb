//! How an authorised runtime goes, from here and from the system pallet.

use crate::{AuthorisedUpgrade, Config, Pallet};
use frame_support::storage_alias;
use frame_system::CodeUpgradeAuthorization;

/// What the system pallet would apply. It has no function that takes it away again.
#[storage_alias]
type AuthorizedUpgrade<T: Config> =
	StorageValue<frame_system::Pallet<T>, CodeUpgradeAuthorization<T>>;

impl<T: Config> Pallet<T> {
	/// Takes an authorised runtime away, so that nobody can apply it.
	pub(crate) fn close_upgrade() {
		AuthorisedUpgrade::<T>::kill();
		AuthorizedUpgrade::<T>::kill();
	}
}
