//! What the suspensions are for other pallets.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{types::Grantors, Config, Pallet, RecognitionSuspensions, Unrecognising};
use aeo_primitives::{CertificateNumber, RecognitionSuspensionLookup, Territory};

impl<T: Config> RecognitionSuspensionLookup for Pallet<T> {
	fn is_suspended(grantor: Territory, issuer: Territory, number: &CertificateNumber) -> bool {
		RecognitionSuspensions::<T>::contains_key(grantor, (issuer, number))
	}

	fn suspended_by(issuer: Territory, number: &CertificateNumber) -> Grantors {
		Unrecognising::<T>::get(issuer, number)
	}
}
