//! Issuing an alias to a foreign trader.

use crate::{types::AliasSource, Config, Error, Pallet};
use aeo_primitives::{AliasScheme, LegLookup, Territory, Written, WrittenTin};
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Makes an alias of the grantor's own lead to a trader.
	pub(crate) fn do_issue_alias(
		grantor: Territory,
		tin: &WrittenTin,
		scheme: AliasScheme,
		value: &Written,
	) -> DispatchResult {
		let (trader, record) = Self::active(tin)?;
		let alias = Self::checked_alias(grantor, scheme, value)?;
		let issuer = record.administration;
		ensure!(
			issuer == grantor || T::Legs::has_leg(issuer, grantor),
			Error::<T>::NoLegToGrantor
		);
		Self::give_alias(trader, &record, alias, AliasSource::Issued)
	}
}
