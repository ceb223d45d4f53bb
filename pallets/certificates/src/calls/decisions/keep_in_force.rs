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

impl<T: Config> Pallet<T> {
	/// Keeps a certificate in force until its renewal is decided.
	pub(super) fn keep_in_force(case: Case<T>) -> Result<StandingChange, DispatchError> {
		let before = case.record()?;
		// What was asked for in time may be decided later.
		ensure!(
			is_live(&before, case.clock)
				|| (before.asked.renewal && lifecycle::is_authorised(before.state)),
			Error::<T>::CertificateNotLive
		);
		let programme = Self::programme_of(case.issuer, &before.certificate_type)?;
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
		let held = Self::held(case.issuer, &Holdings::<T>::get(case.issuer, record.trader));
		Self::ensure_not_barred(&record.certificate_type, &held, case.clock)?;
		Self::hold(case.issuer, case.number, &record, &held, case.clock)?;
		case.change(before, record, Ground::HoldersRequest, Effect::Now)
	}
}
