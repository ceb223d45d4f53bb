//! Declaring a certificate void from the start (T10).

use super::Case;
use crate::{
	calls::{Effect, Live},
	Config, Error, Pallet, Periods,
};
use aeo_primitives::{CertificateState, Ground, StandingChange};
use frame_support::pallet_prelude::DispatchError;

impl<T: Config> Pallet<T> {
	/// Declares a certificate void from its first moment.
	pub(super) fn annul(case: Case<T>) -> Result<StandingChange, DispatchError> {
		let Live { record: before, .. } = case.live_record()?;
		let mut record = before.clone();
		record.state = CertificateState::Annulled;
		let first =
			Periods::<T>::get((case.issuer, case.number, 0)).ok_or(Error::<T>::PeriodsMissing)?;
		case.change(before, record, Ground::Authority, Effect::Since(first.from))
	}
}
