//! What is written in a call, read as what it means. Whatever is wrong with it is said here, and
//! not by the decoder.

use crate::{Config, Error, Pallet};
use aeo_primitives::{
	AgencyCode, CertificateNumber, CertificateType, CodeSetError, Date, Role, Roles, Wish, Written,
	WrittenSet, WrittenType, WrittenWish,
};
use frame_support::pallet_prelude::DispatchError;

aeo_support::refusals!(
	DateError,
	DocumentMissing,
	NotACertificateNumber,
	NotACode,
	NotASignedTransaction,
);

impl<T: Config> Pallet<T> {
	/// Reads a certificate's number.
	pub(crate) fn number(written: &str) -> Result<CertificateNumber, DispatchError> {
		aeo_primitives::certificate_number(written).map_err(|why| Error::<T>::from(why).into())
	}

	/// Reads a day.
	pub(crate) fn day(written: Written) -> Result<Date, DispatchError> {
		written.read().map_err(|why| Error::<T>::from(why).into())
	}

	/// Reads the roles of a certificate: one at least.
	pub(crate) fn roles(written: WrittenSet<Role>) -> Result<Roles, DispatchError> {
		written.codes().map_err(|why| {
			match why {
				CodeSetError::TooFew => Error::<T>::RolesMissing,
				CodeSetError::TooMany | CodeSetError::NotSorted => Error::<T>::TooManyRoles,
			}
			.into()
		})
	}

	/// Reads the short name of an agency.
	pub(crate) fn code(written: &Written) -> Result<AgencyCode, DispatchError> {
		aeo_primitives::code(written).map_err(|why| Error::<T>::from(why).into())
	}

	/// Reads a type of certificate.
	pub(crate) fn certificate_type(written: WrittenType) -> Result<CertificateType, DispatchError> {
		written.read().map_err(|why| Error::<T>::from(why).into())
	}

	/// Reads what a holder wants.
	pub(crate) fn wish(written: WrittenWish) -> Result<Wish, DispatchError> {
		written.try_map(Self::day)
	}
}
