//! What is written in a call, read as what it means. Whatever is wrong with it is said here, and
//! not by the decoder.

use crate::{Config, Error, Pallet};
use aeo_primitives::{
	AgencyCode, CertificateNumber, CertificateType, CodeSetError, Date, DateError,
	NotACertificateNumber, Role, Roles, TextError, Wish, Written, WrittenSet, WrittenType,
	WrittenWish,
};
use frame_support::{ensure, pallet_prelude::DispatchError};

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

	/// Reads the short name of a programme, a type or an agency, which are equally long.
	pub(crate) fn code(written: &Written) -> Result<AgencyCode, DispatchError> {
		ensure!(!written.trim().is_empty(), Error::<T>::CodeMissing);
		written.read().map_err(|why| {
			match why {
				TextError::TooLong => Error::<T>::CodeTooLong,
				TextError::NotUtf8 | TextError::ControlCharacter => Error::<T>::CodeNotUnderstood,
			}
			.into()
		})
	}

	/// Reads a type of certificate.
	pub(crate) fn certificate_type(written: WrittenType) -> Result<CertificateType, DispatchError> {
		Ok(CertificateType {
			programme: Self::code(&written.programme)?,
			code: Self::code(&written.code)?,
		})
	}

	/// Reads what a holder wants.
	pub(crate) fn wish(written: WrittenWish) -> Result<Wish, DispatchError> {
		written.try_map(Self::day)
	}
}

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
