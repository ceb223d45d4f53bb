//! Declaring an alias, for the grantor to confirm.

use crate::{
	types::{AliasSource, Trader},
	AliasesOf, Claims, Config, Error, Event, Pallet,
};
use aeo_primitives::{AliasScheme, Territory, TraderId, Written};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Notes an alias that a trader says it has at a grantor.
	pub(crate) fn do_declare_alias(
		trader: TraderId,
		record: &Trader,
		grantor: Territory,
		scheme: AliasScheme,
		value: &Written,
	) -> DispatchResult {
		Self::ensure_grantor(grantor)?;
		let alias = Self::checked_alias(grantor, scheme, value)?;
		Self::ensure_of_a_partner(record, &alias)?;
		ensure!(
			!AliasesOf::<T>::contains_key((trader, alias.grantor, &alias)),
			Error::<T>::AliasKnownAlready
		);
		Self::count_alias(trader, alias.grantor)?;
		let claims = Claims::<T>::get(&alias)
			.checked_add(1)
			.ok_or(ArithmeticError::Overflow)?;
		Claims::<T>::insert(&alias, claims);
		AliasesOf::<T>::insert((trader, alias.grantor, &alias), AliasSource::SelfDeclared);
		Self::deposit_event(Event::AliasDeclared { trader, alias });
		Ok(())
	}
}
