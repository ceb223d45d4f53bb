//! Dismissing an appeal (T13): the decision stands.

use crate::{Config, Error, Event, Pallet};
use aeo_primitives::{CertificateNumber, Territory, WishRegister};
use aeo_support::refusals::ensure_document;
use frame_support::pallet_prelude::DispatchResult;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Dismisses the appeal that is pending.
	pub(crate) fn do_dismiss_appeal(
		issuer: Territory,
		number: CertificateNumber,
		by: T::AccountId,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		T::Certificates::dismiss_appeal(issuer, &number).map_err(Into::into)?;
		Self::deposit_event(Event::AppealDismissed {
			issuer,
			number,
			by,
			document,
		});
		Ok(())
	}
}
