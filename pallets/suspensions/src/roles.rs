//! What other pallets and the runtime API ask of the suspensions.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{Grantors, RecognitionSuspension, Watermarks},
	AcknowledgedThrough, Acknowledgements, Config, Pallet, RecognitionSuspensions, Unrecognising,
};
use aeo_primitives::{CertificateNumber, RecognitionSuspensionLookup, Territory};

impl<T: Config> Pallet<T> {
	/// The last version of a certificate that `grantor` has acknowledged.
	pub fn acknowledged_version(
		grantor: Territory,
		issuer: Territory,
		number: &CertificateNumber,
	) -> Option<u32> {
		Acknowledgements::<T>::get(grantor, (issuer, number)).map(|last| last.version)
	}

	/// Up to where `grantor` has acknowledged everything that an issuer told.
	pub fn acknowledged_through(grantor: Territory, issuer: Territory) -> Watermarks {
		AcknowledgedThrough::<T>::get(grantor, issuer)
	}

	/// The suspension of its recognition of a certificate by `grantor`.
	pub fn recognition_suspension(
		grantor: Territory,
		issuer: Territory,
		number: &CertificateNumber,
	) -> Option<RecognitionSuspension<T::AccountId>> {
		RecognitionSuspensions::<T>::get(grantor, (issuer, number))
	}
}

impl<T: Config> RecognitionSuspensionLookup for Pallet<T> {
	fn is_suspended(grantor: Territory, issuer: Territory, number: &CertificateNumber) -> bool {
		RecognitionSuspensions::<T>::contains_key(grantor, (issuer, number))
	}

	fn suspended_by(issuer: Territory, number: &CertificateNumber) -> Grantors {
		Unrecognising::<T>::get(issuer, number)
	}
}
