//! Restoring one's own recognition of a foreign certificate.

use crate::{Config, Error, Event, Pallet, RecognitionSuspensions, Unrecognising};
use aeo_primitives::{CertificateNumber, Territory};
use aeo_support::refusals::ensure_document;
use frame_support::pallet_prelude::DispatchResult;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Removes the suspension of recognition.
	pub(crate) fn do_restore_recognition(
		grantor: Territory,
		by: T::AccountId,
		issuer: Territory,
		number: CertificateNumber,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		let certificate = (issuer, number);
		RecognitionSuspensions::<T>::take(grantor, &certificate)
			.ok_or(Error::<T>::RecognitionNotSuspended)?;
		Unrecognising::<T>::mutate_exists(issuer, &certificate.1, |grantors| {
			*grantors = grantors.take().and_then(|mut others| {
				others.remove(&grantor);
				(!others.is_empty()).then_some(others)
			});
		});
		Self::deposit_event(Event::RecognitionRestored {
			grantor,
			issuer,
			number: certificate.1,
			by,
			document,
		});
		Ok(())
	}
}
