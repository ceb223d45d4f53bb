//! `expel`: the council expels an administration.

use crate::{types::AdministrationState, Config, Pallet};
use aeo_primitives::Territory;
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_expel(administration: Territory) -> DispatchResult {
		let record = Self::live(administration)?;
		Self::ensure_seats_without(&record)?;
		Self::change_state(administration, record, AdministrationState::Withdrawn, true)
	}
}
