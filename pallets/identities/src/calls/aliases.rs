//! Aliases as they are stored: what giving, declaring and removing one share.

use crate::{
	types::{AliasKey, AliasSource, Trader},
	AliasCounts, Aliases, AliasesOf, Claims, Config, Error, Event, Pallet, Traders,
};
use aeo_primitives::{
	recognition::{Standing, TraderState},
	AdministrationLookup, Territory, TraderId,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get},
};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Refuses a grantor that takes no part, or no more.
	pub(super) fn ensure_grantor(grantor: Territory) -> DispatchResult {
		let takes_part = T::Administrations::administration(grantor)
			.is_some_and(|grantor| grantor.standing != Standing::Withdrawn);
		ensure!(takes_part, Error::<T>::UnknownAdministration);
		Ok(())
	}

	/// Refuses an alias at the trader's own administration.
	pub(super) fn ensure_of_a_partner(record: &Trader, alias: &AliasKey) -> DispatchResult {
		ensure!(
			alias.grantor != record.administration,
			Error::<T>::AliasOfOwnTrader
		);
		Ok(())
	}

	/// Makes `alias` lead to an active trader (invariant I15).
	pub(crate) fn give_alias(
		trader: TraderId,
		record: &Trader,
		alias: AliasKey,
		source: AliasSource,
	) -> DispatchResult {
		Self::ensure_of_a_partner(record, &alias)?;
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

	/// Takes an alias from a trader that is not active any more.
	fn take_from(holder: TraderId, alias: &AliasKey) -> DispatchResult {
		let record = Traders::<T>::get(holder).ok_or(Error::<T>::UnknownTrader)?;
		ensure!(record.state != TraderState::Active, Error::<T>::AliasTaken);
		let source = AliasesOf::<T>::get((holder, alias.grantor, alias));
		let source = source.ok_or(Error::<T>::UnknownAlias)?;
		Self::drop_alias(holder, alias.clone(), source)
	}

	/// Drops an alias that a trader has, with what counts it.
	pub(super) fn drop_alias(
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

	/// Counts one more alias of a trader, of each grantor by itself, so that none takes room from
	/// others.
	pub(super) fn count_alias(trader: TraderId, grantor: Territory) -> DispatchResult {
		let count = AliasCounts::<T>::get(trader, grantor);
		ensure!(count < T::MaxAliases::get(), Error::<T>::TooManyAliases);
		let count = count.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		AliasCounts::<T>::insert(trader, grantor, count);
		Ok(())
	}

	/// Counts one fewer of those who have declared an alias.
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
