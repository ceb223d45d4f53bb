//! `void_credentials`: the credentials of a certificate are void, and the certificate stays what it is.

use crate::{Config, Editions, Event, Pallet};
use aeo_primitives::{CertificateNumber, Territory};
use frame_support::pallet_prelude::{DispatchError, DispatchResult};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Begins another edition of the credentials of a certificate that is live.
	pub(crate) fn do_void_credentials(
		issuer: Territory,
		by: T::AccountId,
		number: &str,
	) -> DispatchResult {
		let number = Self::number(number)?;
		Self::live_record(issuer, &number)?;
		let edition = Self::begin_edition(issuer, &number)?;
		Self::deposit_event(Event::CredentialsVoided {
			issuer,
			number,
			edition,
			by,
		});
		Ok(())
	}

	/// Begins another edition of the credentials of a certificate: those of before are void. Returns its number.
	pub(crate) fn begin_edition(
		issuer: Territory,
		number: &CertificateNumber,
	) -> Result<u16, DispatchError> {
		let next = Editions::<T>::get(issuer, number)
			.checked_add(1)
			.ok_or(ArithmeticError::Overflow)?;
		Editions::<T>::insert(issuer, number, next);
		Ok(next)
	}
}
