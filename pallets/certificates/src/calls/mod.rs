//! The work of the calls, one file each; here what several of them share: who acts, the clock, and
//! the certificate that a call is about.
#![deny(clippy::as_conversions, clippy::expect_used)]

mod arguments;
mod batches;
mod certificates;
mod confirm;
mod confirm_batch;
mod decisions;
mod holdings;
mod programmes;
mod propose;
mod propose_batch;
mod refusals;
mod refuse;
mod refuse_batch;
mod set_domestic_offers;
mod set_programme;
mod set_review;
mod waiting;

pub(crate) use certificates::{Applicant, Begun, Effect, Issue};

use crate::{
	rules::days::{is_live, is_resumed, Clock},
	types::CertificateRecord,
	Certificates, Config, Error, Pallet,
};
use aeo_primitives::{
	AdministrationLookup, CertificateNumber, Date, Maker, Moment, Officers, OnStandingChange,
	OuterSigner, Scope, Territory, UtcOffset,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get},
	traits::UnixTime,
	weights::Weight,
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_core::H256;
use sp_runtime::traits::SaturatedConversion;

/// A certificate that is live, and whether a suspension of it is over by the clock.
pub(crate) struct Live {
	pub record: CertificateRecord,
	pub is_over: bool,
}

impl<T: Config> Pallet<T> {
	/// Returns the administration for which the signer is an officer with scope `Certification`,
	/// and who acts. Outside a signed extrinsic nobody does.
	pub(crate) fn ensure_officer(
		origin: OriginFor<T>,
	) -> Result<(Territory, Maker<T::AccountId>), DispatchError> {
		let officer = ensure_signed(origin)?;
		let issuer = T::Administrations::ensure_officer(&officer, Scope::Certification)
			.map_err(Into::into)?;
		let signer = T::OuterSigner::outer_signer().ok_or(Error::<T>::NotASignedTransaction)?;
		Ok((issuer, Maker { officer, signer }))
	}

	/// Returns the administration of which the signer is the own account.
	pub(crate) fn ensure_own_account(origin: OriginFor<T>) -> Result<Territory, DispatchError> {
		T::Administrations::ensure_own_account(&ensure_signed(origin)?).map_err(Into::into)
	}

	/// Returns whether a maker is still an officer who may decide for `issuer`.
	pub(crate) fn is_officer(issuer: Territory, maker: &T::AccountId) -> bool {
		T::Administrations::ensure_officer(maker, Scope::Certification)
			.is_ok_and(|administration| administration == issuer)
	}

	/// Returns the moment of the block.
	pub(crate) fn now() -> Moment {
		T::Time::now().as_millis().saturated_into()
	}

	/// Returns the moment of the block, and where the issuer's clocks stand.
	pub(crate) fn clock(issuer: Territory) -> Clock {
		let administration = T::Administrations::administration(issuer);
		Clock {
			now: Self::now(),
			utc_offset: administration.map_or_else(UtcOffset::default, |found| found.utc_offset),
		}
	}

	/// Returns a certificate.
	pub(crate) fn record(
		issuer: Territory,
		number: &CertificateNumber,
	) -> Result<CertificateRecord, DispatchError> {
		Certificates::<T>::get(issuer, number).ok_or_else(|| Error::<T>::UnknownCertificate.into())
	}

	/// Returns the version of a certificate; 0 where there is none.
	pub(crate) fn version_now(issuer: Territory, number: &CertificateNumber) -> u32 {
		Certificates::<T>::get(issuer, number).map_or(0, |record| record.version)
	}

	/// Returns a certificate that is live.
	pub(crate) fn live_record(
		issuer: Territory,
		number: &CertificateNumber,
	) -> Result<Live, DispatchError> {
		let clock = Self::clock(issuer);
		let record = Self::record(issuer, number)?;
		ensure!(is_live(&record, clock), Error::<T>::CertificateNotLive);
		let is_over = is_resumed(number, &record, clock);
		Ok(Live { record, is_over })
	}

	/// Refuses a document that is missing.
	pub(crate) fn ensure_document(document: H256) -> DispatchResult {
		ensure!(!document.is_zero(), Error::<T>::DocumentMissing);
		Ok(())
	}

	/// Refuses a day that has passed where the issuer is.
	pub(crate) fn ensure_to_come(day: Date, clock: Clock) -> DispatchResult {
		ensure!(!clock.over(day), Error::<T>::DayPassed);
		Ok(())
	}

	/// Returns what reading so many more values weighs.
	pub(crate) fn reads(count: u32) -> Weight {
		T::DbWeight::get().reads(count.into())
	}

	/// Returns the most that telling of so many changes weighs.
	pub(crate) fn push_weight(changes: u32) -> Weight {
		Self::reads(T::OnStandingChange::max_reads(changes))
	}
}
