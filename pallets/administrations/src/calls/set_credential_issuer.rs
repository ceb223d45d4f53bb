//! `set_credential_issuer`: an administration says by which identifier and key it issues credentials.

use crate::{Config, CredentialIssuers, Error, Event, Pallet, LONGEST_OVERLAP};
use aeo_primitives::{did_web, CredentialIssuer, CredentialKey, Moment, PreviousKey, Territory};
use aeo_support::clock::BlockTime;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_credential_issuer(
		administration: Territory,
		did: &str,
		key: CredentialKey,
		keep_previous_until: Option<Moment>,
	) -> DispatchResult {
		let did = did_web(did).map_err(|_| Error::<T>::DidNotUnderstood)?;
		ensure!(key.is_well_formed(), Error::<T>::KeyMalformed);
		let before = CredentialIssuers::<T>::get(administration);
		let previous = keep_previous_until
			.map(|until| Self::kept(before.as_ref(), key, until))
			.transpose()?;
		let issuer = CredentialIssuer { did, key, previous };
		ensure!(
			before.as_ref() != Some(&issuer),
			Error::<T>::NothingWouldChange
		);
		CredentialIssuers::<T>::insert(administration, &issuer);
		Self::deposit_event(Event::CredentialIssuerChanged {
			administration,
			issuer: Some(issuer),
		});
		Ok(())
	}

	/// Returns the key before `key`, kept through `until`: the one that is replaced, or where none is the one
	/// that was kept already.
	fn kept(
		before: Option<&CredentialIssuer>,
		key: CredentialKey,
		until: Moment,
	) -> Result<PreviousKey, Error<T>> {
		let now = T::Time::moment();
		ensure!(until > now, Error::<T>::MomentPassed);
		ensure!(
			until <= now.saturating_add(LONGEST_OVERLAP),
			Error::<T>::TooFarAhead
		);
		let before = before.ok_or(Error::<T>::NoKeyToKeep)?;
		let old = match before.previous {
			_ if before.key != key => before.key,
			Some(previous) => previous.key,
			None => return Err(Error::<T>::NoKeyToKeep),
		};
		Ok(PreviousKey { key: old, until })
	}
}
