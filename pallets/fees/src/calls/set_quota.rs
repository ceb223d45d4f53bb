//! `set_quota`: the council changes the quota of an administration.

use crate::{types::Quota, Budgets, Config, Error, Event, Pallet};
use aeo_primitives::{recognition::Standing, AdministrationLookup, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_quota(administration: Territory, quota: Quota) -> DispatchResult {
		let takes_part = T::Administrations::administration(administration)
			.is_some_and(|known| known.standing != Standing::Withdrawn);
		ensure!(takes_part, Error::<T>::UnknownAdministration);
		ensure!(
			quota.max > 0 && quota.recovery > 0,
			Error::<T>::QuotaMissing
		);
		ensure!(
			quota != Budgets::<T>::get(administration).quota,
			Error::<T>::NothingWouldChange
		);
		Self::change_quota(administration, quota);
		Self::deposit_event(Event::QuotaChanged {
			administration,
			quota,
		});
		Ok(())
	}
}
