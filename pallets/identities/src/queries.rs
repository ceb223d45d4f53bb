//! What the runtime API asks of the traders.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{rules::alias::rank, AliasesOf, Config, Pallet};
use aeo_primitives::{AliasScheme, KnownAlias, Territory, TraderId};

impl<T: Config> Pallet<T> {
	/// Returns the alias that `grantor` knows a trader by under `scheme`. Of several, one that the
	/// grantor made goes before one that it confirmed, that before a derived one, and of the same
	/// source the first by its letters.
	///
	/// Looks at the trader's aliases at that grantor, [`Config::MaxAliases`] at most.
	pub fn known_alias(trader: &TraderId, grantor: Territory, scheme: AliasScheme) -> KnownAlias {
		let mut is_declared = false;
		let mut best = None;
		for (alias, source) in AliasesOf::<T>::iter_prefix((*trader, grantor)) {
			if alias.scheme != scheme {
				continue;
			}
			match rank(&source) {
				None => is_declared = true,
				Some(rank) => {
					let found = (rank, alias.value);
					if best.as_ref().is_none_or(|best| found < *best) {
						best = Some(found);
					}
				}
			}
		}
		match best {
			Some((_, value)) => KnownAlias::Known(value),
			None if is_declared => KnownAlias::Unconfirmed,
			None => KnownAlias::Missing,
		}
	}
}
