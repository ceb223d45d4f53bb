//! What the traders are for other pallets.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{AliasKey, TinCheck, Trader},
	Accounts, Aliases, Claims, Config, Error, Offers, Pallet, Traders,
};
use aeo_primitives::{
	tin::Tin, AliasMatch, AliasScheme, Maker, OutsideAccounts, OutsideKind, Territory, TraderId,
	TraderLookup, TraderRecord, TraderRegister, WrittenTin,
};
use frame_support::{ensure, pallet_prelude::DispatchError};
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

impl From<Trader> for TraderRecord {
	fn from(trader: Trader) -> Self {
		Self {
			tin: trader.tin,
			administration: trader.administration,
			admission: trader.admission,
			state: trader.state,
		}
	}
}

impl<T: Config> TraderLookup<T::AccountId> for Pallet<T> {
	fn by_tin(tin: &Tin) -> Option<(TraderId, TraderRecord)> {
		let (trader, record) = Self::find(tin.text())?;
		Some((trader, record.into()))
	}

	fn trader(id: &TraderId) -> Option<TraderRecord> {
		Traders::<T>::get(id).map(Into::into)
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
		instrument: Option<H256>,
	) -> Result<TraderId, DispatchError> {
		let tin = Self::tin(tin)?;
		match Self::find(tin.text()) {
			None => Self::register_new(administration, &tin, publication_consent, instrument),
			Some((trader, mut record)) => {
				Self::vouch(administration, trader, &mut record)?;
				Self::ensure_active(&record)?;
				// A number that was another firm's by mistake would be certified as this one.
				ensure!(*tin.text() == record.tin, Error::<T>::NumberIsFormer);
				let is_overridden = matches!(record.check, TinCheck::Overridden { .. });
				ensure!(
					instrument.is_none() || is_overridden,
					Error::<T>::TinCheckPasses
				);
				Ok(trader)
			}
		}
	}
}
