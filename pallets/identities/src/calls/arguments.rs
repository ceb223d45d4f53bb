//! What is typed, read; what is not understood is named.

use crate::{
	rules::check::Unchecked,
	types::{AliasKey, TraderDecision},
	Config, Error, Pallet,
};
use aeo_primitives::{
	tin::{Reason, Tin},
	AliasScheme, Territory, WrittenTin,
};
use frame_support::pallet_prelude::DispatchError;

aeo_support::refusals!(DocumentMissing, NotASignedTransaction, NotConfirmable);

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
			Reason::UnknownCharacter { .. } => Self::TinCharacterUnknown,
			Reason::CheckDigitMissing { .. } => Self::TinCheckDigitMissing,
			Reason::Generic => Self::TinGeneric,
			Reason::GreeceIsGr => Self::TinOfGreeceBeginsWithGr,
			Reason::TwoCodes => Self::TinHasTwoCodes,
			Reason::ZeroMissing => Self::TinLacksAZero,
			Reason::ZeroTooMany => Self::TinHasAZeroTooMany,
			Reason::IdentityCard => Self::TinIsAnIdentityCard,
			Reason::InvoiceNumber => Self::TinIsAnInvoiceNumber,
		}
	}
}

impl<T: Config> From<Unchecked> for Error<T> {
	fn from(why: Unchecked) -> Self {
		match why {
			Unchecked::Refused(reason) => reason.into(),
			Unchecked::Passes => Self::TinCheckPasses,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Returns a TIN in normal form. Whether its number is right, its check tells.
	pub(crate) fn tin(written: &WrittenTin) -> Result<Tin, DispatchError> {
		Tin::parse(written).map_err(|why| Error::<T>::from(why).into())
	}

	/// Returns a decision with its number in normal form.
	pub(crate) fn decision(
		written: TraderDecision<WrittenTin>,
	) -> Result<TraderDecision, DispatchError> {
		Ok(match written {
			TraderDecision::RegisterDespiteCheck {
				publication_consent,
				instrument,
			} => TraderDecision::RegisterDespiteCheck {
				publication_consent,
				instrument,
			},
			TraderDecision::Succeed {
				by,
				document,
				instrument,
			} => TraderDecision::Succeed {
				by: Self::tin(&by)?.text().clone(),
				document,
				instrument,
			},
			TraderDecision::Release { number, document } => TraderDecision::Release {
				number: Self::tin(&number)?.text().clone(),
				document,
			},
		})
	}

	/// Returns an alias in normal form.
	pub(crate) fn alias(
		grantor: Territory,
		scheme: AliasScheme,
		value: &str,
	) -> Result<AliasKey, DispatchError> {
		let value = scheme.normal(value).map_err(|why| match why {
			Reason::Empty => Error::<T>::AliasMissing,
			Reason::TooLong => Error::<T>::AliasTooLong,
			_ => Error::<T>::AliasNotUnderstood,
		})?;
		Ok(AliasKey {
			grantor,
			scheme,
			value,
		})
	}

	/// Returns an alias in normal form that its scheme could have issued.
	pub(crate) fn checked_alias(
		grantor: Territory,
		scheme: AliasScheme,
		value: &str,
	) -> Result<AliasKey, DispatchError> {
		let alias = Self::alias(grantor, scheme, value)?;
		scheme.check(&alias.value).map_err(|why| match why {
			Reason::CheckDigit => Error::<T>::AliasCheckDigitWrong,
			_ => Error::<T>::AliasMalformed,
		})?;
		Ok(alias)
	}
}
