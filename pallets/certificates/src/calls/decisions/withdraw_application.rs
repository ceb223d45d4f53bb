//! Taking an application back whose holder writes so on paper (T2, T2b).

use super::Case;
use crate::{calls::Effect, rules::lifecycle, Config, Error, Pallet};
use aeo_primitives::{Ground, StandingChange};
use frame_support::pallet_prelude::DispatchError;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Takes an application back.
	pub(super) fn take_back(
		case: Case<T::AccountId>,
		document: H256,
	) -> Result<StandingChange, DispatchError> {
		let Case { issuer, number, .. } = case;
		let before = Self::record(issuer, number)?;
		let mut record = before.clone();
		record.state = lifecycle::withdraw(before.state).map_err(Error::<T>::from)?;
		let decided = case.decided(Ground::HoldersRequest, document);
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}
}
