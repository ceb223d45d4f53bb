//! Entering applications and moving them on, for the pallet that takes them (T1, T2).

use crate::{
	calls::{Applicant, Begun, Effect, Issue},
	rules::{days::is_live, lifecycle},
	types::CertificateRecord,
	Config, Error, Ordinals, Pallet,
};
use aeo_primitives::{
	ApplicationRegister, ApplicationStep, CertificateNumber, CertificateState, CertificateType,
	Decided, Roles, StandingChange, Territory, TraderId, WrittenTin, APPLICATION_PREFIX,
};
use alloc::format;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_core::H256;

impl<T: Config> ApplicationRegister<T::AccountId> for Pallet<T> {
	type Error = DispatchError;

	fn apply(
		issuer: Territory,
		trader: TraderId,
		certificate_type: CertificateType,
		roles: Roles,
		decided: Decided<T::AccountId>,
	) -> Result<StandingChange, DispatchError> {
		let number = format!("{APPLICATION_PREFIX}{}", Ordinals::<T>::get(issuer));
		let number = CertificateNumber::try_from(number.as_str())
			.map_err(|_| Error::<T>::NumberNotUnderstood)?;
		let issue = Issue {
			number: &number,
			applicant: Applicant::Holder(trader),
			certificate_type: &certificate_type,
			roles,
			validity: None,
		};
		Self::open(issuer, issue, decided)
	}

	fn enter(
		issuer: Territory,
		number: &CertificateNumber,
		(tin, publication_consent): (&WrittenTin, H256),
		certificate_type: CertificateType,
		roles: Roles,
		decided: Decided<T::AccountId>,
	) -> Result<StandingChange, DispatchError> {
		let issue = Issue {
			number,
			applicant: Applicant::Named(tin, publication_consent),
			certificate_type: &certificate_type,
			roles,
			validity: None,
		};
		Self::open(issuer, issue, decided)
	}

	fn step(
		issuer: Territory,
		number: &CertificateNumber,
		step: ApplicationStep,
		decided: Decided<T::AccountId>,
	) -> Result<StandingChange, DispatchError> {
		let before = Self::record(issuer, number)?;
		let state = match step {
			ApplicationStep::Accept => lifecycle::accept(before.state),
			ApplicationStep::Reject => lifecycle::reject(before.state),
			ApplicationStep::Withdraw => lifecycle::withdraw(before.state),
		};
		let record = CertificateRecord {
			state: state.map_err(Error::<T>::from)?,
			..before.clone()
		};
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}

	fn accepted_version(
		issuer: Territory,
		number: &CertificateNumber,
	) -> Result<u32, DispatchError> {
		let record = Self::record(issuer, number)?;
		ensure!(
			record.state == CertificateState::Accepted,
			Error::<T>::ApplicationNotAccepted
		);
		Ok(record.version)
	}

	fn ensure_requestable(issuer: Territory, number: &CertificateNumber) -> DispatchResult {
		let record = Self::record(issuer, number)?;
		ensure!(
			is_live(&record, Self::clock(issuer)) || lifecycle::is_open(record.state),
			Error::<T>::CertificateNotLive
		);
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Enters an application, which begins now.
	fn open(
		issuer: Territory,
		issue: Issue,
		decided: Decided<T::AccountId>,
	) -> Result<StandingChange, DispatchError> {
		let clock = Self::clock(issuer);
		let period = Begun {
			state: CertificateState::Applied,
			from: clock.now,
			decided,
			voids: None,
		};
		Self::issue(issuer, issue, [period].into(), clock)
	}
}
