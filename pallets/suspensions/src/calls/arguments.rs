//! What is typed, read; what is not understood is named.

use crate::{Config, Error, Pallet};
use aeo_primitives::{
	certificate_number, CertificateNumber, Date, DateError, NotACertificateNumber, Written,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_core::H256;

impl<T: Config> From<NotACertificateNumber> for Error<T> {
	fn from(why: NotACertificateNumber) -> Self {
		match why {
			NotACertificateNumber::Missing => Self::NumberMissing,
			NotACertificateNumber::TooLong => Self::NumberTooLong,
			NotACertificateNumber::NotUnderstood => Self::NumberNotUnderstood,
		}
	}
}

impl<T: Config> From<DateError> for Error<T> {
	fn from(why: DateError) -> Self {
		match why {
			DateError::DateNotUnderstood => Self::DateNotUnderstood,
			DateError::DateNotReal => Self::DateNotReal,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Returns a certificate's number in normal form.
	pub(crate) fn number(written: &str) -> Result<CertificateNumber, DispatchError> {
		certificate_number(written).map_err(|why| Error::<T>::from(why).into())
	}

	/// Returns a day that somebody has written.
	pub(crate) fn day(written: &Written) -> Result<Date, DispatchError> {
		written.read().map_err(|why| Error::<T>::from(why).into())
	}

	/// Refuses a hash of zeros, which is the hash of no document.
	pub(super) fn ensure_document(document: H256) -> DispatchResult {
		ensure!(!document.is_zero(), Error::<T>::DocumentMissing);
		Ok(())
	}
}
