//! Taking back what the holder gives up (T7).

use super::Case;
use crate::{calls::Effect, rules::lifecycle, Config, Error, Pallet};
use aeo_primitives::{Date, Ground, StandingChange};
use frame_support::pallet_prelude::DispatchError;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Takes a certificate back from a day on.
	pub(super) fn relinquish(
		case: Case<T::AccountId>,
		from: Date,
		document: H256,
	) -> Result<StandingChange, DispatchError> {
		let Case { issuer, number, .. } = case;
		Self::ensure_to_come(from, case.clock)?;
		let live = Self::live_record(issuer, number)?;
		let before = live.record;
		let mut record = before.clone();
		record.state =
			lifecycle::relinquish(before.state, live.is_over, from).map_err(Error::<T>::from)?;
		let decided = case.decided(Ground::HoldersRequest, document);
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}
}
