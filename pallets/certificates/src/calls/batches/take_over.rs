//! A row of a batch that takes over what exists today (T0).

use crate::{
	calls::certificates::{Applicant, Begun, Issue},
	rules::lifecycle,
	types::TakenOver,
	Config, Error, Pallet,
};
use aeo_primitives::{
	CertificateNumber, CertificateState, Date, Decided, Hands, StandingChange, Territory,
};
use aeo_support::{clock::Clock, refusals::ensure_document};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// Takes a certificate over, with its dates and its life until now.
	pub(super) fn take_over(
		issuer: Territory,
		row: &TakenOver,
		by: &Hands<T::AccountId>,
		clock: Clock,
	) -> Result<StandingChange, DispatchError> {
		let number = &row.number;
		let validity = Self::validity(row.valid_from, row.valid_until)?;
		let mut periods = Vec::new();
		let mut before: Option<Date> = None;
		for period in &row.periods {
			ensure_document::<Error<T>>(period.document)?;
			ensure!(
				clock.begun(period.from) && before.is_none_or(|day| day < period.from),
				Error::<T>::PeriodsNotInOrder
			);
			before = Some(period.from);
			periods.push(Begun {
				state: period.state.into(),
				from: period.from.first_moment(clock.utc_offset),
				decided: Decided {
					by: by.clone(),
					ground: period.ground,
					document: period.document,
				},
				voids: None,
			});
		}
		let issue = Issue {
			number,
			applicant: Applicant::TakenOver(&row.tin, row.publication_consent),
			certificate_type: &row.certificate_type,
			roles: row.roles,
			validity: Some(validity),
		};
		let change = Self::issue(issuer, issue, periods, clock)?;
		Self::ensure_scopes(issuer, number, row)?;
		Ok(change)
	}

	/// Refuses a suspension of a half that the type lacks.
	fn ensure_scopes(
		issuer: Territory,
		number: &CertificateNumber,
		row: &TakenOver,
	) -> DispatchResult {
		let record = Self::record(issuer, number)?;
		for period in &row.periods {
			if let CertificateState::Suspended(suspension) = period.state.into() {
				lifecycle::ensure_applicable(suspension.scope, record.halves)
					.map_err(Error::<T>::from)?;
			}
		}
		Ok(())
	}
}
