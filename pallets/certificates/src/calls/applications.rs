//! Applications: how they are entered, and the steps that change nothing but their state (T1, T2).

use super::certificates::{Applicant, Begun, Effect, Issue};
use crate::{rules::lifecycle::Refusal, types::CertificateRecord, Config, Error, Pallet};
use aeo_primitives::{
	CertificateNumber, CertificateState, CertificateType, Decided, Ground, Hands, OnStandingChange,
	Roles, Territory,
};
use frame_support::pallet_prelude::DispatchError;
use sp_core::H256;

/// Returns that the holder wants it.
pub(crate) fn requested<AccountId>(by: AccountId, document: H256) -> Decided<AccountId> {
	Decided {
		by: Hands::one(by),
		ground: Ground::HoldersRequest,
		document,
	}
}

/// Returns that an officer examines an application.
pub(crate) fn examined<AccountId>(by: AccountId, document: H256) -> Decided<AccountId> {
	Decided {
		by: Hands::one(by),
		ground: Ground::Administrative,
		document,
	}
}

impl<T: Config> Pallet<T> {
	/// Enters an application (T1). Returns the reads that it took to tell of it.
	pub(crate) fn enter(
		issuer: Territory,
		number: CertificateNumber,
		applicant: Applicant,
		certificate_type: CertificateType,
		roles: Roles,
		decided: Decided<T::AccountId>,
	) -> Result<u32, DispatchError> {
		Self::ensure_document(decided.document)?;
		let clock = Self::clock(issuer);
		let issue = Issue {
			number: &number,
			applicant,
			certificate_type: &certificate_type,
			roles,
			validity: None,
		};
		let period = Begun {
			state: CertificateState::Applied,
			from: clock.now,
			decided,
			voids: None,
		};
		let change = Self::issue(issuer, issue, [period].into(), clock)?;
		Ok(T::OnStandingChange::on_change(issuer, &[change]))
	}

	/// Takes a step of an application that changes nothing but its state (T2). Returns the reads
	/// that it took to tell of it.
	pub(crate) fn take_step(
		issuer: Territory,
		number: &CertificateNumber,
		step: fn(CertificateState) -> Result<CertificateState, Refusal>,
		decided: Decided<T::AccountId>,
	) -> Result<u32, DispatchError> {
		Self::ensure_document(decided.document)?;
		let before = Self::record(issuer, number)?;
		let state = step(before.state).map_err(Error::<T>::from)?;
		let record = CertificateRecord {
			state,
			..before.clone()
		};
		let change = Self::change(issuer, number, before, record, decided, Effect::Now)?;
		Ok(T::OnStandingChange::on_change(issuer, &[change]))
	}
}
