//! Confirming an alias that a trader declared.

use crate::{types::AliasSource, AliasesOf, Config, Error, Pallet};
use aeo_primitives::{AliasScheme, Territory, Written, WrittenTin};
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Makes an alias that waits to be confirmed lead to the trader that declared it.
	pub(crate) fn do_confirm_alias(
		grantor: Territory,
		tin: &WrittenTin,
		scheme: AliasScheme,
		value: &Written,
	) -> DispatchResult {
		let (trader, record) = Self::active(tin)?;
		let alias = Self::alias(grantor, scheme, value)?;
		ensure!(
			AliasesOf::<T>::get((trader, grantor, &alias)) == Some(AliasSource::SelfDeclared),
			Error::<T>::AliasNotDeclared
		);
		Self::give_alias(trader, &record, alias, AliasSource::Confirmed)
	}
}
