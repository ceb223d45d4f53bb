//! Taking an application back whose holder writes so on paper (T2, T2b).

use super::Case;
use crate::{calls::Effect, rules::lifecycle, Config, Error, Pallet};
use aeo_primitives::{Ground, StandingChange};
use frame_support::pallet_prelude::DispatchError;

impl<T: Config> Pallet<T> {
	/// Takes an application back.
	pub(super) fn take_back(case: Case<T>) -> Result<StandingChange, DispatchError> {
		let before = case.record()?;
		let mut record = before.clone();
		record.state = lifecycle::withdraw(before.state).map_err(Error::<T>::from)?;
		case.change(before, record, Ground::HoldersRequest, Effect::Now)
	}
}
