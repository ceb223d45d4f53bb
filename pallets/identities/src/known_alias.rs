//! What grantors call a trader, asked from the trader's side.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{types::AliasSource, AliasesOf, Config, Pallet};
use aeo_primitives::{AliasScheme, KnownAlias, Territory, TraderId};

impl<T: Config> Pallet<T> {
	/// The alias that `grantor` knows a trader by under `scheme`. Of several, one that the grantor
	/// made goes before one that it confirmed, that before a derived one, and of the same source the
	/// first by its letters.
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

/// Less for what goes before; none for what leads nowhere.
fn rank(source: &AliasSource) -> Option<u8> {
	match source {
		AliasSource::Issued => Some(0),
		AliasSource::Confirmed => Some(1),
		AliasSource::Derived { .. } => Some(2),
		AliasSource::SelfDeclared => None,
	}
}
