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
use aeo_primitives::{
	AdministrationLookup, CertificateLookup, Date, Moment, Officers, Scope, Territory,
};
use frame_support::{
	dispatch::{DispatchErrorWithPostInfo, WithPostDispatchInfo},
	ensure,
	pallet_prelude::DispatchError,
	traits::UnixTime,
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};

impl<T: Config> Pallet<T> {
	/// Returns the administration for which the signer is an officer with `scope`, and the signer.
	pub(crate) fn ensure_officer(
		origin: OriginFor<T>,
		scope: Scope,
	) -> Result<(Territory, T::AccountId), DispatchError> {
		let officer = ensure_signed(origin)?;
		let administration =
			T::Administrations::ensure_officer(&officer, scope).map_err(Into::into)?;
		Ok((administration, officer))
	}

	/// Returns the administration whose certificates the signer may suspend, and the signer. What a
	/// refusal has not weighed is given back.
	pub(crate) fn ensure_suspending(
		origin: OriginFor<T>,
	) -> Result<(Territory, T::AccountId), DispatchErrorWithPostInfo> {
		Self::ensure_officer(origin, Scope::Suspension)
			.map_err(|refusal| refusal.with_weight(T::WeightInfo::refused()))
	}

	/// Returns the time of the block.
	pub(crate) fn now() -> Moment {
		Moment::try_from(T::Time::now().as_millis()).unwrap_or(Moment::MAX)
	}

	/// Returns whether `day` is over where the clocks of `administration` stand.
	fn is_over(day: Date, administration: Territory) -> Result<bool, DispatchError> {
		// Whoever has an officer who may act was admitted.
		let offset = T::Administrations::administration(administration)
			.ok_or(DispatchError::Unavailable)?
			.utc_offset;
		Ok(day.last_moment(offset) < Self::now())
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
