//! Taking back what the holder gives up (T7).

use super::Case;
use crate::{calls::Effect, rules::lifecycle, Config, Pallet};
use aeo_primitives::{Date, Ground, StandingChange};
use frame_support::pallet_prelude::DispatchError;

impl<T: Config> Pallet<T> {
	/// Takes a certificate back from a day on.
	pub(super) fn relinquish(case: Case<T>, from: Date) -> Result<StandingChange, DispatchError> {
		let (before, record) = Self::ended(&case, from, lifecycle::relinquish)?;
		case.change(before, record, Ground::HoldersRequest, Effect::Now)
	}
}
