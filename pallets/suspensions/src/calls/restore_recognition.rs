//! Restoring one's own recognition of a foreign certificate.

use super::Partner;
use crate::{Config, Error, Event, Pallet, RecognitionSuspensions, Unrecognising};
use aeo_support::refusals::ensure_document;
use frame_support::pallet_prelude::DispatchResult;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Removes the suspension of recognition.
	pub(crate) fn do_restore_recognition(
		partner: Partner<T::AccountId>,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		RecognitionSuspensions::<T>::take(partner.grantor, &partner.certificate)
			.ok_or(Error::<T>::RecognitionNotSuspended)?;
		let (issuer, number) = partner.certificate;
		Unrecognising::<T>::mutate_exists(issuer, &number, |grantors| {
			*grantors = grantors.take().and_then(|mut others| {
				others.remove(&partner.grantor);
				(!others.is_empty()).then_some(others)
			});
		});
		Self::deposit_event(Event::RecognitionRestored {
			grantor: partner.grantor,
			issuer,
			number,
			by: partner.by,
			document,
		});
		Ok(())
	}
}
