//! Taking a certificate away (T6).

use super::Case;
use crate::{calls::Effect, rules::lifecycle, Config, Error, Pallet};
use aeo_primitives::{Date, Ground, StandingChange};
use frame_support::pallet_prelude::DispatchError;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Takes a certificate away from a day on, and bars its trader where the law says so.
	pub(super) fn revoke(
		case: Case<T::AccountId>,
		from: Date,
		bar_until: Option<Date>,
		document: H256,
	) -> Result<StandingChange, DispatchError> {
		let Case { issuer, number, .. } = case;
		Self::ensure_to_come(from, case.clock)?;
		let live = Self::live_record(issuer, number)?;
		let before = live.record;
		let mut record = before.clone();
		record.state =
			lifecycle::revoke(before.state, live.is_over, from).map_err(Error::<T>::from)?;
		record.bar = Self::bar(bar_until, case.clock)?;
		let decided = case.decided(Ground::Authority, document);
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}
}
