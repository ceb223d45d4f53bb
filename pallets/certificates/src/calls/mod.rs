//! The work of the calls, one file each; here what several of them share: who acts, the clock, and
//! the certificate that a call is about.
#![deny(clippy::as_conversions, clippy::expect_used)]

mod arguments;
mod batches;
mod certificates;
mod confirm;
mod confirm_batch;
mod consent;
mod decisions;
mod give_consent;
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
mod succeed_type;
mod void_credentials;
mod waiting;
mod withdraw_consent;
mod withdraw_succession;

pub(crate) use certificates::{Applicant, Begun, Effect, Issue};

use crate::{
	rules::days::{is_live, is_resumed},
	types::CertificateRecord,
	Certificates, Config, Error, Pallet,
};
use aeo_primitives::{
	AdministrationLookup, CertificateNumber, Date, Maker, Scope, Territory, UtcOffset,
};
use aeo_support::{
	clock::{BlockTime, Clock},
	signers::Signers,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use frame_system::pallet_prelude::OriginFor;

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
		T::Administrations::ensure_hand::<T::OuterSigner, Error<T>, _>(origin, Scope::Certification)
	}

	/// Returns the moment of the block, and where the issuer's clocks stand.
	pub(crate) fn clock(issuer: Territory) -> Clock {
		let administration = T::Administrations::administration(issuer);
		Clock {
			now: T::Time::moment(),
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

	/// Refuses a day that has passed where the issuer is.
	pub(crate) fn ensure_to_come(day: Date, clock: Clock) -> DispatchResult {
		ensure!(!clock.over(day), Error::<T>::DayPassed);
		Ok(())
	}
}
