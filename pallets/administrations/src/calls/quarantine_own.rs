//! `quarantine_own`: an administration quarantines itself.

use crate::{rules::lifecycle, types::Administration, Config, Error, Pallet};
use aeo_primitives::Territory;
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_quarantine_own(
		administration: Territory,
		record: Administration<T::AccountId>,
	) -> DispatchResult {
		let to = lifecycle::quarantined_by_itself(record.state, record.key_versions)
			.ok_or(Error::<T>::QuarantinedByItselfAlready)?;
		Self::change_state(administration, record, to, false)
	}
}
