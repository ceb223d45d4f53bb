//! Renewing a certificate (T9): it ends later, and is in force again if it had expired.

use super::Case;
use crate::{
	calls::Effect,
	rules::{
		days::is_resumed,
		lifecycle,
		terms::{is_within, renewed_from, review_due},
	},
	Config, Error, Holdings, Pallet,
};
use aeo_primitives::{Date, Ground, StandingChange, Validity};
use frame_support::{ensure, pallet_prelude::DispatchError};

impl<T: Config> Pallet<T> {
	/// Renews a certificate through `until`.
	pub(super) fn renew(
		case: Case<T>,
		until: Option<Date>,
	) -> Result<StandingChange, DispatchError> {
		let before = case.record()?;
		let is_over = is_resumed(case.number, &before, case.clock);
		lifecycle::ensure_renewable(before.state, is_over).map_err(Error::<T>::from)?;
		let validity = before.validity.ok_or(Error::<T>::CertificateNotRenewable)?;
		let is_longer = match (validity.until, until) {
			(None, _) => false,
			(Some(_), None) => true,
			(Some(old), Some(new)) => new > old,
		};
		ensure!(is_longer, Error::<T>::RenewalNotLonger);
		ensure!(
			!until.is_some_and(|day| case.clock.over(day)),
			Error::<T>::DayPassed
		);
		Self::ensure_active(&before)?;
		let mut record = before.clone();
		record.validity = Some(Validity {
			until,
			renewal_pending: false,
			..validity
		});
		record.asked.renewal = false;
		let programme = Self::programme_of(case.issuer, &record.certificate_type)?;
		let first = renewed_from(validity, case.clock).map_err(Error::<T>::from)?;
		ensure!(
			is_within(programme.validity_months, first, until),
			Error::<T>::LongerThanTheProgramme
		);
		record.review_due =
			review_due(programme.review_months, case.clock).map_err(Error::<T>::from)?;
		let held = Self::held(case.issuer, &Holdings::<T>::get(case.issuer, record.trader));
		Self::ensure_not_barred(&record.certificate_type, &held, case.clock)?;
		Self::hold(case.issuer, case.number, &record, &held, case.clock)?;
		case.change(before, record, Ground::Authority, Effect::Now)
	}
}
