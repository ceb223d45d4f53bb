//! Refusing a renewal (T9): the certificate ends when it was to end.

use super::Case;
use crate::{calls::Effect, rules::days::has_ended, Config, Error, Pallet};
use aeo_primitives::{Ground, StandingChange};
use frame_support::{ensure, pallet_prelude::DispatchError};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Refuses the renewal that was asked for.
	pub(super) fn refuse_renewal(
		case: Case<T::AccountId>,
		document: H256,
	) -> Result<StandingChange, DispatchError> {
		let Case {
			issuer,
			number,
			clock,
			..
		} = case;
		let before = Self::record(issuer, number)?;
		ensure!(before.asked.renewal, Error::<T>::NoRenewalAsked);
		// What is final changes only by an appeal.
		ensure!(
			!has_ended(before.state, clock),
			Error::<T>::CertificateNotRenewable
		);
		let mut record = before.clone();
		record.asked.renewal = false;
		if let Some(validity) = &mut record.validity {
			validity.renewal_pending = false;
		}
		let decided = case.decided(Ground::Authority, document);
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}
}
