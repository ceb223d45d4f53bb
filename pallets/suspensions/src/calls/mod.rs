//! The work of the calls, one file each; here what several of them share.
#![deny(clippy::as_conversions, clippy::expect_used)]

mod acknowledge;
mod acknowledge_through;
mod answer_irregularity;
mod arguments;
mod confirm_reinstatement;
mod propose_reinstatement;
mod refuse_reinstatement;
mod reinstatement;
mod report_irregularity;
mod restore_recognition;
mod suspend;
mod suspend_recognition;

use crate::{types::ForeignCertificate, weights::WeightInfo, Config, Error, Pallet};
use aeo_primitives::{AdministrationLookup, CertificateLookup, Date, Scope, Territory};
use aeo_support::{clock::Clock, signers::Signers};
use frame_support::{
	dispatch::{DispatchErrorWithPostInfo, WithPostDispatchInfo},
	ensure,
	pallet_prelude::DispatchError,
};
use frame_system::pallet_prelude::OriginFor;

/// A partner's officer, and the foreign certificate about which the partner says something.
pub(crate) struct Partner<AccountId> {
	pub grantor: Territory,
	pub by: AccountId,
	pub certificate: ForeignCertificate,
}

impl<T: Config> Pallet<T> {
	/// Returns the partner for which the signer is an officer with `scope`, and the certificate that
	/// is written.
	pub(crate) fn ensure_partner(
		origin: OriginFor<T>,
		scope: Scope,
		issuer: Territory,
		number: &str,
	) -> Result<Partner<T::AccountId>, DispatchError> {
		let (grantor, by) = T::Administrations::ensure_signed_officer(origin, scope)?;
		Ok(Partner {
			grantor,
			by,
			certificate: (issuer, Self::number(number)?),
		})
	}

	/// Returns the administration whose certificates the signer may suspend, and the signer. What a
	/// refusal has not weighed is given back.
	pub(crate) fn ensure_suspending(
		origin: OriginFor<T>,
	) -> Result<(Territory, T::AccountId), DispatchErrorWithPostInfo> {
		T::Administrations::ensure_signed_officer(origin, Scope::Suspension)
			.map_err(|refusal| refusal.with_weight(T::WeightInfo::refused()))
	}

	/// Returns whether `day` is over where the clocks of `administration` stand.
	fn is_over(day: Date, administration: Territory) -> Result<bool, DispatchError> {
		// Whoever has an officer who may act was admitted.
		let administration =
			T::Administrations::administration(administration).ok_or(DispatchError::Unavailable)?;
		Ok(Clock::of::<T::Time>(&administration).over(day))
	}

	/// Returns the version of a certificate that is foreign to `partner`.
	fn foreign_version(
		partner: Territory,
		(issuer, number): &ForeignCertificate,
	) -> Result<u32, DispatchError> {
		ensure!(partner != *issuer, Error::<T>::OwnCertificate);
		T::Certificates::version(*issuer, number)
			.ok_or_else(|| Error::<T>::UnknownCertificate.into())
	}
}
