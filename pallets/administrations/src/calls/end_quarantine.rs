//! `end_quarantine`: the council ends its quarantine of an administration.

use crate::{rules::lifecycle, Config, Error, Pallet};
use aeo_primitives::Territory;
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_end_quarantine(administration: Territory) -> DispatchResult {
		let record = Self::live(administration)?;
		let to = lifecycle::released_by_council(record.state)
			.ok_or(Error::<T>::NotQuarantinedByCouncil)?;
		Self::change_state(administration, record, to, true)
	}
}
