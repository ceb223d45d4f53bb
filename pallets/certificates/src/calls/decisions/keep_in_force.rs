//! Keeping a certificate in force past its last day until a renewal is decided that was asked for
//! in time (T9).

use super::Case;
use crate::{
	calls::Effect,
	rules::{days::is_live, lifecycle},
	types::UntilRenewed,
	Config, Error, Holdings, Pallet,
};
use aeo_primitives::{Ground, StandingChange, Validity};
use frame_support::{ensure, pallet_prelude::DispatchError};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Keeps a certificate in force until its renewal is decided.
	pub(super) fn keep_in_force(
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
		// What was asked for in time may be decided later.
		ensure!(
			is_live(&before, clock)
				|| (before.asked.renewal && lifecycle::is_authorised(before.state)),
			Error::<T>::CertificateNotLive
		);
		let programme = Self::programme_of(issuer, &before.certificate_type)?;
		ensure!(
			programme.until_renewed == UntilRenewed::KeptInForce,
			Error::<T>::ProgrammeKeepsNoneInForce
		);
		let validity = before.validity.ok_or(Error::<T>::CertificateNotRenewable)?;
		ensure!(validity.until.is_some(), Error::<T>::RenewalNotLonger);
		ensure!(!validity.renewal_pending, Error::<T>::NothingWouldChange);
		Self::ensure_active(&before)?;
		let mut record = before.clone();
		record.asked.renewal = true;
		record.validity = Some(Validity {
			renewal_pending: true,
			..validity
		});
		let held = Self::held(issuer, &Holdings::<T>::get(issuer, record.trader));
		Self::ensure_not_barred(&record.certificate_type, &held, clock)?;
		Self::hold(issuer, number, &record, &held, clock)?;
		let decided = case.decided(Ground::HoldersRequest, document);
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}
}
