//! What is typed, read; what is not understood is named.

use crate::{Config, Error, Pallet};
use aeo_primitives::{certificate_number, CertificateNumber, Date, Written};
use frame_support::pallet_prelude::DispatchError;

aeo_support::refusals!(
	DateError,
	DocumentMissing,
	NotACertificateNumber,
	NotASignedTransaction,
	NotConfirmable,
);

impl<T: Config> Pallet<T> {
	/// Returns a certificate's number in normal form.
	pub(crate) fn number(written: &str) -> Result<CertificateNumber, DispatchError> {
		certificate_number(written).map_err(|why| Error::<T>::from(why).into())
	}

	/// Returns a day that somebody has written.
	pub(crate) fn day(written: &Written) -> Result<Date, DispatchError> {
		written.read().map_err(|why| Error::<T>::from(why).into())
	}
}
