//! Refusing an application that was examined (T2b).

use super::Case;
use crate::{calls::Effect, rules::lifecycle, Config, Error, Pallet};
use aeo_primitives::{Date, Ground, StandingChange};
use frame_support::pallet_prelude::DispatchError;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Refuses an application, and bars its trader where the law says so.
	pub(super) fn refuse_application(
		case: Case<T::AccountId>,
		bar_until: Option<Date>,
		document: H256,
	) -> Result<StandingChange, DispatchError> {
		let Case { issuer, number, .. } = case;
		let before = Self::record(issuer, number)?;
		let mut record = before.clone();
		record.state = lifecycle::refuse(before.state).map_err(Error::<T>::from)?;
		record.bar = Self::bar(bar_until, case.clock)?;
		let decided = case.decided(Ground::Authority, document);
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}
}
