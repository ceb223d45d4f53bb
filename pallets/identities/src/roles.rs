//! What the traders are for other pallets.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	rules::trader::trader_id, types::AliasKey, Accounts, Aliases, Claims, Config, Offers, Pallet,
	Traders,
};
use aeo_primitives::{
	AliasMatch, AliasScheme, Maker, OutsideAccounts, OutsideKind, Territory, TraderId,
	TraderLookup, TraderRecord, TraderRegister, WrittenTin,
};
use frame_support::pallet_prelude::DispatchError;
use sp_core::H256;

impl<T: Config> OutsideAccounts<T::AccountId> for Pallet<T> {
	fn outside_kind(account: &T::AccountId) -> Option<(OutsideKind, Territory)> {
		if let Some(link) = Accounts::<T>::get(account) {
			let trader = Traders::<T>::get(link.trader)?;
			return Some((OutsideKind::Holder, trader.administration));
		}
		let offer = Offers::<T>::get(account).filter(Self::is_open)?;
		Some((OutsideKind::Offered, offer.administration))
	}

	fn is_outside(account: &T::AccountId) -> bool {
		Accounts::<T>::contains_key(account)
	}

	fn is_offered(account: &T::AccountId) -> bool {
		Offers::<T>::get(account).is_some_and(|offer| Self::is_open(&offer))
	}
}

impl<T: Config> TraderLookup<T::AccountId> for Pallet<T> {
	fn id_of(tin: &WrittenTin) -> Option<TraderId> {
		Self::named(tin).ok()
	}

	fn trader(id: &TraderId) -> Option<TraderRecord> {
		let record = Traders::<T>::get(id)?;
		Some(TraderRecord {
			tin: record.tin,
			administration: record.administration,
			admission: record.admission,
			state: record.state,
		})
	}

	fn by_alias(grantor: Territory, scheme: AliasScheme, value: &str) -> AliasMatch {
		let Ok(alias) = Self::alias(grantor, scheme, value) else {
			return AliasMatch::NoMatch;
		};
		match Aliases::<T>::get(&alias) {
			Some(trader) => AliasMatch::Trader(trader),
			None if Claims::<T>::contains_key::<AliasKey>(alias) => AliasMatch::Unconfirmed,
			None => AliasMatch::NoMatch,
		}
	}

	fn holder(account: &T::AccountId) -> Option<TraderId> {
		Accounts::<T>::get(account).map(|link| link.trader)
	}

	fn linked_by(account: &T::AccountId) -> Option<Maker<T::AccountId>> {
		Accounts::<T>::get(account).map(|link| link.by)
	}
}

impl<T: Config> TraderRegister for Pallet<T> {
	type Error = DispatchError;

	fn register(
		administration: Territory,
		tin: &WrittenTin,
		publication_consent: H256,
	) -> Result<TraderId, DispatchError> {
		let tin = Self::tin(tin)?;
		let trader = trader_id(tin.text());
		match Traders::<T>::get(trader) {
			None => Self::register_new(administration, &tin, publication_consent),
			Some(mut record) => {
				Self::vouch(administration, trader, &mut record)?;
				Self::ensure_active(&record)?;
				Ok(trader)
			}
		}
	}
}
