//! `set_quota`: the council changes the quota of an administration.

use crate::{types::Quota, Administrations, Config, Error, Event, Pallet};
use aeo_primitives::Territory;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_quota(administration: Territory, quota: Quota) -> DispatchResult {
		let mut record = Self::live(administration)?;
		ensure!(
			quota.max > 0 && quota.recovery > 0,
			Error::<T>::QuotaMissing
		);
		ensure!(quota != record.quota, Error::<T>::NothingWouldChange);
		Self::settle_quota(administration, record.quota, quota);
		record.quota = quota;
		Administrations::<T>::insert(administration, record);
		Self::deposit_event(Event::QuotaChanged {
			administration,
			quota,
		});
		Ok(())
	}
}
