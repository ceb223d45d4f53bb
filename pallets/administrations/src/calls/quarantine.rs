//! `quarantine`: the council quarantines an administration.

use crate::{rules::lifecycle, Config, Error, Pallet};
use aeo_primitives::Territory;
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_quarantine(administration: Territory) -> DispatchResult {
		let record = Self::live(administration)?;
		let to = lifecycle::quarantined_by_council(record.state)
			.ok_or(Error::<T>::QuarantinedByCouncilAlready)?;
		Self::ensure_seats_without(&record)?;
		Self::change_state(administration, record, to, true)
	}
}
