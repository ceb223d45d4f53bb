//! Certifying a trader (T3), for a new certificate or an application that was accepted.

use super::Case;
use crate::{
	calls::certificates::{Begun, Effect, Issue},
	rules::terms::{is_within, review_due},
	types::{Applications, Programme},
	Certificates, Config, Error, Holdings, Pallet,
};
use aeo_primitives::{
	CertificateNumber, CertificateState, Ground, Opinion, OpinionLookup, StandingChange, Territory,
	Validity, WrittenTin,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};

impl<T: Config> Pallet<T> {
	/// Certifies a trader, whose application it is where there is one.
	pub(super) fn authorise(
		case: Case<T>,
		issue: Issue,
		tin: &WrittenTin,
		validity: Validity,
	) -> Result<StandingChange, DispatchError> {
		let Case {
			issuer,
			number,
			clock,
			..
		} = case;
		let decided = case.decided(Ground::Authority);
		let programme = Self::programme_of(issuer, issue.certificate_type)?;
		Self::ensure_not_succeeded(issuer, issue.certificate_type, clock)?;
		ensure!(
			is_within(programme.validity_months, validity.from, validity.until),
			Error::<T>::LongerThanTheProgramme
		);
		let Some(before) = Certificates::<T>::get(issuer, number) else {
			Self::ensure_own_number(number)?;
			ensure!(
				programme.applications == Applications::NotRequired,
				Error::<T>::ApplicationMissing
			);
			let period = Begun {
				state: CertificateState::Authorised,
				from: clock.now,
				decided,
				voids: None,
			};
			return Self::issue(issuer, issue, [period].into(), clock);
		};
		ensure!(
			before.state != CertificateState::Applied,
			Error::<T>::ApplicationNotAccepted
		);
		ensure!(
			before.state == CertificateState::Accepted,
			Error::<T>::NumberTaken
		);
		ensure!(
			Self::trader_of(tin).is_some_and(|(trader, _)| trader == before.trader)
				&& before.certificate_type == *issue.certificate_type,
			Error::<T>::ApplicationDiffers
		);
		Self::ensure_active(&before)?;
		Self::ensure_opinions(issuer, number, before.version, &programme)?;
		let mut record = before.clone();
		record.state = CertificateState::Authorised;
		record.roles = issue.roles;
		record.validity = Some(validity);
		record.review_due = review_due(programme.review_months, clock).map_err(Error::<T>::from)?;
		let held = Self::held(issuer, &Holdings::<T>::get(issuer, record.trader));
		Self::ensure_not_barred(&record.certificate_type, &held, clock)?;
		Self::hold(issuer, number, &record, &held, clock)?;
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}

	/// Refuses a version of an application on which an agency that the programme requires has no
	/// opinion, or an unfavourable one (T3).
	fn ensure_opinions(
		issuer: Territory,
		number: &CertificateNumber,
		version: u32,
		programme: &Programme,
	) -> DispatchResult {
		for agency in &programme.opinions_required {
			let opinion = T::Opinions::opinion(issuer, number, agency, version)
				.ok_or(Error::<T>::OpinionMissing)?;
			ensure!(
				opinion != Opinion::Unfavourable,
				Error::<T>::OpinionUnfavourable
			);
		}
		Ok(())
	}
}
