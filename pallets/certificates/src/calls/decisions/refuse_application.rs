//! Refusing an application that was examined (T2b).

use super::Case;
use crate::{calls::Effect, rules::lifecycle, Config, Error, Pallet};
use aeo_primitives::{Date, Ground, StandingChange};
use frame_support::pallet_prelude::DispatchError;

impl<T: Config> Pallet<T> {
	/// Refuses an application, and bars its trader where the law says so.
	pub(super) fn refuse_application(
		case: Case<T>,
		bar_until: Option<Date>,
	) -> Result<StandingChange, DispatchError> {
		let before = case.record()?;
		let mut record = before.clone();
		record.state = lifecycle::refuse(before.state).map_err(Error::<T>::from)?;
		record.bar = Self::bar(bar_until, case.clock)?;
		case.change(before, record, Ground::Authority, Effect::Now)
	}
}
