//! What an issuer asks of the holder of a certificate, or of an applicant, until a day: field
//! validation, reviews and corrective action are carried by it.

use crate::{Config, Error, Pallet, Requests};
use aeo_primitives::{CertificateNumber, Request, Territory};
use frame_support::{ensure, pallet_prelude::DispatchError};

impl<T: Config> Pallet<T> {
	/// Returns a request that is open.
	pub(crate) fn open_request(
		issuer: Territory,
		number: &CertificateNumber,
		request: u32,
	) -> Result<Request<T::AccountId>, DispatchError> {
		let asked =
			Requests::<T>::get((issuer, number, request)).ok_or(Error::<T>::UnknownRequest)?;
		ensure!(asked.is_open(), Error::<T>::RequestClosedAlready);
		Ok(asked)
	}
}
