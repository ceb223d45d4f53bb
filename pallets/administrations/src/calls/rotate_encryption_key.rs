//! `rotate_encryption_key`: an administration takes another encryption key.

use crate::{types::Administration, Administrations, Config, Error, Event, Pallet};
use aeo_primitives::{x25519::is_low_order, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_rotate_encryption_key(
		administration: Territory,
		mut record: Administration<T::AccountId>,
		key: H256,
	) -> DispatchResult {
		ensure!(!key.is_zero(), Error::<T>::EncryptionKeyMissing);
		ensure!(!is_low_order(&key), Error::<T>::EncryptionKeyNotUsable);
		ensure!(
			key != record.details.encryption_key,
			Error::<T>::EncryptionKeyUnchanged
		);
		let version = Self::next(record.key_versions.encryption_key)?;
		record.details.encryption_key = key;
		record.key_versions.encryption_key = version;
		Administrations::<T>::insert(administration, record);
		Self::deposit_event(Event::EncryptionKeyRotated {
			administration,
			key,
			version,
		});
		Ok(())
	}
}
