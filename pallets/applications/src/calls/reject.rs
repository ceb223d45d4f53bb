//! Rejecting an application that can't be examined (T2).

use crate::{Config, Pallet};
use aeo_primitives::{ApplicationStep, CertificateNumber, Territory};
use frame_support::pallet_prelude::DispatchError;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Rejects an application. Returns the reads that it took to tell of it.
	pub(crate) fn do_reject(
		issuer: Territory,
		by: T::AccountId,
		number: &CertificateNumber,
		document: H256,
	) -> Result<u32, DispatchError> {
		Self::examine(issuer, by, number, ApplicationStep::Reject, document)
	}
}
