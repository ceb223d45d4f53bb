//! Aliases: what partners call a trader.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{AliasKey, AliasSource, Trader},
	AliasCounts, Aliases, AliasesOf, Claims, Config, Error, Event, Pallet, Traders,
};
use aeo_primitives::{
	alias,
	recognition::{Standing, TraderState},
	tin::{normalise, Tin},
	AdministrationLookup, AliasScheme, AliasValue, NormalisedTin, Territory, TextError, TraderId,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get},
};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// An alias in normal form.
	pub(crate) fn alias(
		grantor: Territory,
		scheme: AliasScheme,
		value: &str,
	) -> Result<AliasKey, DispatchError> {
		let value = Self::text(value).map_err(|_| Error::<T>::AliasTooLong)?;
		ensure!(!value.is_empty(), Error::<T>::AliasMissing);
		let is_plain = value
			.chars()
			.all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '&' | 'Ñ'));
		ensure!(is_plain, Error::<T>::AliasNotUnderstood);
		Ok(AliasKey {
			grantor,
			scheme,
			value,
		})
	}

	/// What was written, in the normal form of a TIN.
	pub(crate) fn text(written: &str) -> Result<AliasValue, TextError> {
		normalise(written).into_owned().try_into()
	}

	/// The alias that follows from what a trader's administration calls it (invariant I16).
	pub(crate) fn derived(
		tin: &NormalisedTin,
		grantor: Territory,
		written: &str,
	) -> Result<AliasKey, DispatchError> {
		let tin = Tin::parse(tin).map_err(|_| Error::<T>::TinMalformed)?;
		let value = alias::derive(tin.territory(), grantor, written)
			.map_err(|_| Error::<T>::AliasNotDerived)?;
		let scheme = if alias::is_union(grantor) {
			AliasScheme::Tcuin
		} else {
			AliasScheme::Code
		};
		Self::alias(grantor, scheme, &value)
	}

	/// A grantor can be named as long as it takes part.
	pub(crate) fn ensure_grantor(grantor: Territory) -> DispatchResult {
		let takes_part = T::Administrations::administration(grantor)
			.is_some_and(|grantor| grantor.standing != Standing::Withdrawn);
		ensure!(takes_part, Error::<T>::UnknownGrantor);
		Ok(())
	}

	/// Make `alias` lead to an active trader (invariant I15).
	pub(crate) fn give_alias(
		trader: TraderId,
		record: &Trader,
		alias: AliasKey,
		source: AliasSource,
	) -> DispatchResult {
		ensure!(
			alias.grantor != record.administration,
			Error::<T>::AliasOfOwnTrader
		);
		if let Some(holder) = Aliases::<T>::get(&alias) {
			ensure!(holder != trader, Error::<T>::AliasKnownAlready);
			Self::take_from(holder, &alias)?;
		}
		match AliasesOf::<T>::get((trader, alias.grantor, &alias)) {
			None => Self::count_alias(trader, alias.grantor)?,
			Some(_) => Self::drop_claim(&alias)?,
		}
		Aliases::<T>::insert(&alias, trader);
		AliasesOf::<T>::insert((trader, alias.grantor, &alias), &source);
		Self::deposit_event(Event::AliasGiven {
			trader,
			alias,
			source,
		});
		Ok(())
	}

	/// Take an alias from a trader that is not active any more.
	fn take_from(holder: TraderId, alias: &AliasKey) -> DispatchResult {
		let record = Traders::<T>::get(holder).ok_or(Error::<T>::UnknownTrader)?;
		ensure!(record.state != TraderState::Active, Error::<T>::AliasTaken);
		let source = AliasesOf::<T>::get((holder, alias.grantor, alias));
		let source = source.ok_or(Error::<T>::UnknownAlias)?;
		Self::do_remove(holder, alias.clone(), source)
	}

	pub(crate) fn do_declare(trader: TraderId, record: &Trader, alias: AliasKey) -> DispatchResult {
		ensure!(
			alias.grantor != record.administration,
			Error::<T>::AliasOfOwnTrader
		);
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

	pub(crate) fn do_remove(
		trader: TraderId,
		alias: AliasKey,
		source: AliasSource,
	) -> DispatchResult {
		match AliasCounts::<T>::get(trader, alias.grantor)
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?
		{
			0 => AliasCounts::<T>::remove(trader, alias.grantor),
			left => AliasCounts::<T>::insert(trader, alias.grantor, left),
		}
		if source == AliasSource::SelfDeclared {
			Self::drop_claim(&alias)?;
		} else {
			Aliases::<T>::remove(&alias);
		}
		AliasesOf::<T>::remove((trader, alias.grantor, &alias));
		Self::deposit_event(Event::AliasRemoved { trader, alias });
		Ok(())
	}

	/// Of each grantor by itself, so that none takes room from others.
	fn count_alias(trader: TraderId, grantor: Territory) -> DispatchResult {
		let count = AliasCounts::<T>::get(trader, grantor);
		ensure!(count < T::MaxAliases::get(), Error::<T>::TooManyAliases);
		let count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		AliasCounts::<T>::insert(trader, grantor, count);
		Ok(())
	}

	fn drop_claim(alias: &AliasKey) -> DispatchResult {
		match Claims::<T>::get(alias)
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?
		{
			0 => Claims::<T>::remove(alias),
			left => Claims::<T>::insert(alias, left),
		}
		Ok(())
	}
}
