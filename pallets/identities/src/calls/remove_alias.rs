//! Removing an alias.

use crate::{types::AliasSource, AliasesOf, Config, Error, Pallet, Traders};
use aeo_primitives::{AliasScheme, Territory, Written, WrittenTin};
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
		let trader = Self::named(tin)?;
		let mut record = Traders::<T>::get(trader).ok_or(Error::<T>::UnknownTrader)?;
		let alias = Self::alias(grantor, scheme, value)?;
		let source = AliasesOf::<T>::get((trader, grantor, &alias));
		let source = source.ok_or(Error::<T>::UnknownAlias)?;
		if Self::ensure_officer(origin.clone()) != Ok(grantor) {
			Self::ensure_speaks_for(origin, trader, &mut record)?;
			ensure!(
				source != AliasSource::Issued,
				Error::<T>::AliasIssuedByGrantor
			);
		}
		Self::drop_alias(trader, alias, source)
	}
}
