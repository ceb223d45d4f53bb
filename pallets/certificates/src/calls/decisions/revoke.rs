//! Taking a certificate away (T6).

use super::Case;
use crate::{calls::Effect, rules::lifecycle, Config, Pallet};
use aeo_primitives::{Date, Ground, StandingChange};
use frame_support::pallet_prelude::DispatchError;

impl<T: Config> Pallet<T> {
	/// Takes a certificate away from a day on, and bars its trader where the law says so.
	pub(super) fn revoke(
		case: Case<T>,
		from: Date,
		bar_until: Option<Date>,
	) -> Result<StandingChange, DispatchError> {
		let (before, mut record) = Self::ended(&case, from, lifecycle::revoke)?;
		record.bar = Self::bar(bar_until, case.clock)?;
		case.change(before, record, Ground::Authority, Effect::Now)
	}
}
