//! Deriving the alias that a grantor's declarations have for a trader.

use crate::{
	rules::alias::scheme_of_derived,
	types::{AliasKey, AliasSource, Trader},
	Config, Error, Pallet,
};
use aeo_primitives::{
	alias,
	tin::{normalise, Tin},
	NormalisedTin, Territory, TraderId, Written,
};
use frame_support::pallet_prelude::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Makes the derived alias lead to a trader.
	pub(crate) fn do_derive_alias(
		trader: TraderId,
		record: &Trader,
		grantor: Territory,
		written: &Written,
	) -> DispatchResult {
		Self::ensure_grantor(grantor)?;
		let alias = Self::derived(&record.tin, grantor, written)?;
		let written = normalise(written).into_owned().try_into();
		let written = written.map_err(|_| Error::<T>::AliasNotDerived)?;
		Self::give_alias(trader, record, alias, AliasSource::Derived { written })
	}

	/// Returns the alias that follows from what a trader's administration calls it (invariant I16).
	pub(crate) fn derived(
		tin: &NormalisedTin,
		grantor: Territory,
		written: &str,
	) -> Result<AliasKey, DispatchError> {
		let tin = Tin::parse(tin).map_err(|_| Error::<T>::TinMalformed)?;
		let value = alias::derive(tin.territory(), grantor, written)
			.map_err(|_| Error::<T>::AliasNotDerived)?;
		Self::alias(grantor, scheme_of_derived(grantor), &value)
	}
}
