//! `change_settings`: an administration chooses anew.

use crate::{
	types::{Administration, Settings},
	Administrations, Config, Error, Event, Pallet,
};
use aeo_primitives::Territory;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_change_settings(
		administration: Territory,
		mut record: Administration<T::AccountId>,
		settings: Settings,
	) -> DispatchResult {
		ensure!(settings != record.settings, Error::<T>::NothingWouldChange);
		record.settings = settings;
		Administrations::<T>::insert(administration, record);
		Self::deposit_event(Event::SettingsChanged {
			administration,
			settings,
		});
		Ok(())
	}
}
