//! Removing an alias.

use crate::{types::AliasSource, AliasesOf, Config, Error, Pallet};
use aeo_primitives::{AliasScheme, Scope, Territory, Written, WrittenTin};
use aeo_support::signers::Signers;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use frame_system::pallet_prelude::OriginFor;

impl<T: Config> Pallet<T> {
	/// Removes an alias. Who may depends on where it comes from, so that the origin is looked at
	/// last.
	pub(crate) fn do_remove_alias(
		origin: OriginFor<T>,
		tin: &WrittenTin,
		grantor: Territory,
		scheme: AliasScheme,
		value: &Written,
	) -> DispatchResult {
		let (trader, mut record) = Self::registered(tin)?;
		let alias = Self::alias(grantor, scheme, value)?;
		let source = AliasesOf::<T>::get((trader, grantor, &alias));
		let source = source.ok_or(Error::<T>::UnknownAlias)?;
		let is_grantors =
			T::Administrations::ensure_signed_officer(origin.clone(), Scope::Identities)
				.is_ok_and(|(administration, _)| administration == grantor);
		if !is_grantors {
			Self::ensure_speaks_for(origin, trader, &mut record)?;
			ensure!(
				source != AliasSource::Issued,
				Error::<T>::AliasIssuedByGrantor
			);
		}
		Self::drop_alias(trader, alias, source)
	}
}
