//! Refusing a renewal (T9): the certificate ends when it was to end.

use super::Case;
use crate::{calls::Effect, rules::days::has_ended, Config, Error, Pallet};
use aeo_primitives::{Ground, StandingChange};
use frame_support::{ensure, pallet_prelude::DispatchError};

impl<T: Config> Pallet<T> {
	/// Refuses the renewal that was asked for.
	pub(super) fn refuse_renewal(case: Case<T>) -> Result<StandingChange, DispatchError> {
		let before = case.record()?;
		ensure!(before.asked.renewal, Error::<T>::NoRenewalAsked);
		// What is final changes only by an appeal.
		ensure!(
			!has_ended(before.state, case.clock),
			Error::<T>::CertificateNotRenewable
		);
		let mut record = before.clone();
		record.asked.renewal = false;
		if let Some(validity) = &mut record.validity {
			validity.renewal_pending = false;
		}
		case.change(before, record, Ground::Authority, Effect::Now)
	}
}
