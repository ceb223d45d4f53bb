//! What is typed, read; what is not understood is named.

use crate::{
	rules::{alias::is_plain, trader::trader_id},
	types::AliasKey,
	Config, Error, Pallet,
};
use aeo_primitives::{
	tin::{normalise, Reason, Tin},
	AliasScheme, AliasValue, Territory, TextError, TraderId, WrittenTin,
};
use frame_support::{ensure, pallet_prelude::DispatchError};

aeo_support::refusals!(DocumentMissing);

impl<T: Config> From<Reason> for Error<T> {
	fn from(why: Reason) -> Self {
		match why {
			Reason::Empty => Self::TinMissing,
			Reason::TooLong => Self::TinTooLong,
			Reason::UnknownTerritory => Self::TinTerritoryUnknown,
			Reason::SchemeElsewhere | Reason::Prefix | Reason::Length | Reason::Character => {
				Self::TinMalformed
			}
			Reason::Date => Self::TinDateNotReal,
			Reason::NeverIssued => Self::TinNeverIssued,
			Reason::CheckDigit => Self::TinCheckDigitWrong,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Returns a TIN in normal form. Whether its number is right, its check tells.
	pub(crate) fn tin(written: &WrittenTin) -> Result<Tin, DispatchError> {
		Tin::parse(written).map_err(|why| Error::<T>::from(why).into())
	}

	/// Returns the id of the trader that a TIN names, registered or not.
	pub(crate) fn named(written: &WrittenTin) -> Result<TraderId, DispatchError> {
		Ok(trader_id(Self::tin(written)?.text()))
	}

	/// Returns an alias in normal form.
	pub(crate) fn alias(
		grantor: Territory,
		scheme: AliasScheme,
		value: &str,
	) -> Result<AliasKey, DispatchError> {
		let value = Self::text(value).map_err(|_| Error::<T>::AliasTooLong)?;
		ensure!(!value.is_empty(), Error::<T>::AliasMissing);
		ensure!(is_plain(&value), Error::<T>::AliasNotUnderstood);
		Ok(AliasKey {
			grantor,
			scheme,
			value,
		})
	}

	/// Returns what was written, in the normal form of a TIN.
	pub(super) fn text(written: &str) -> Result<AliasValue, TextError> {
		normalise(written).into_owned().try_into()
	}
}
