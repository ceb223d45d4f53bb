//! `clear_credential_issuer`: an administration issues no credentials any more.

use crate::{Config, CredentialIssuers, Error, Event, Pallet};
use aeo_primitives::Territory;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_clear_credential_issuer(administration: Territory) -> DispatchResult {
		ensure!(
			Self::forget_credential_issuer(administration),
			Error::<T>::NothingWouldChange
		);
		Ok(())
	}

	/// Removes the identifier and the keys, where there are any, and tells of it. Returns whether there were.
	pub(super) fn forget_credential_issuer(administration: Territory) -> bool {
		let had = CredentialIssuers::<T>::take(administration).is_some();
		if had {
			Self::deposit_event(Event::CredentialIssuerChanged {
				administration,
				issuer: None,
			});
		}
		had
	}
}
