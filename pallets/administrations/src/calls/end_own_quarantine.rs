//! `end_own_quarantine`: an administration ends its own quarantine, with new keys.

use crate::{
	rules::lifecycle,
	types::{Administration, AdministrationState},
	Config, Error, Pallet,
};
use aeo_primitives::Territory;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_end_own_quarantine(
		administration: Territory,
		record: Administration<T::AccountId>,
	) -> DispatchResult {
		let to = lifecycle::released_by_itself(record.state)
			.ok_or(Error::<T>::NotQuarantinedByItself)?;
		if let AdministrationState::Quarantined(quarantine) = record.state {
			let renewed = quarantine
				.own()
				.is_some_and(|then| lifecycle::has_new_keys(then, record.key_versions));
			ensure!(renewed, Error::<T>::KeysNotRotated);
		}
		Self::change_state(administration, record, to, false)
	}
}
