//! Reads what a person typed into what is stored, and says what is wrong with it.

use crate::{types::FurtherTerritories, Config, Error, Pallet};
use aeo_primitives::{OffsetError, Scope, Scopes, Territory, UtcOffset, Written, WrittenSet};
use frame_support::{ensure, pallet_prelude::DispatchError};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Returns the scopes, each once: there are no more than a set of them can have.
	pub(crate) fn scopes(scopes: &WrittenSet<Scope>) -> Result<Scopes, DispatchError> {
		scopes
			.members()
			.map_err(|_| ArithmeticError::Overflow.into())
	}

	/// Returns the UTC offset that is written as `-04:00`.
	pub(crate) fn utc_offset(written: &Written) -> Result<UtcOffset, DispatchError> {
		ensure!(!written.trim().is_empty(), Error::<T>::UtcOffsetMissing);
		written.read().map_err(|why| match why {
			OffsetError::NotUnderstood => Error::<T>::UtcOffsetNotUnderstood.into(),
			OffsetError::OutOfRange => Error::<T>::UtcOffsetOutOfRange.into(),
		})
	}

	/// Returns the territories, each once, without the one that names the administration.
	pub(crate) fn further_territories(
		territory: Territory,
		others: impl IntoIterator<Item = Territory>,
	) -> Result<FurtherTerritories, DispatchError> {
		let mut set = FurtherTerritories::new();
		for other in others.into_iter().filter(|other| *other != territory) {
			set.try_insert(other)
				.map_err(|_| Error::<T>::TooManyTerritories)?;
		}
		Ok(set)
	}
}
