//! Declaring a certificate void from the start (T10).

use super::Case;
use crate::{
	calls::{Effect, Live},
	Config, Error, Pallet, Periods,
};
use aeo_primitives::{CertificateState, Ground, StandingChange};
use frame_support::pallet_prelude::DispatchError;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Declares a certificate void from its first moment.
	pub(super) fn annul(
		case: Case<T::AccountId>,
		document: H256,
	) -> Result<StandingChange, DispatchError> {
		let Case { issuer, number, .. } = case;
		let Live { record: before, .. } = Self::live_record(issuer, number)?;
		let mut record = before.clone();
		record.state = CertificateState::Annulled;
		let decided = case.decided(Ground::Authority, document);
		let first = Periods::<T>::get((issuer, number, 0)).ok_or(Error::<T>::PeriodsMissing)?;
		Self::change(
			issuer,
			number,
			before,
			record,
			decided,
			Effect::Since(first.from),
		)
	}
}
