//! Giving benefits to many declarations in one call.

use super::giving::Giving;
use crate::{
	types::{GrantRow, MAX_GRANTS},
	Config, Error, Event, Pallet,
};
use aeo_primitives::Territory;
use frame_support::{ensure, pallet_prelude::DispatchError, weights::Weight};
use sp_runtime::traits::SaturatedConversion;

impl<T: Config> Pallet<T> {
	/// Gives and records each row by itself, and returns what that weighs: what the rule denies to
	/// one declaration is no reason to keep the others waiting. A denial is an answer, and the
	/// event gives it.
	pub(crate) fn do_grant_many(
		grantor: Territory,
		by: T::AccountId,
		rows: &[GrantRow],
	) -> Result<Weight, DispatchError> {
		ensure!(!rows.is_empty(), Error::<T>::RowsMissing);
		let count: u32 = rows.len().saturated_into();
		ensure!(count <= MAX_GRANTS, Error::<T>::TooManyRows);
		let mut giving = Giving::<T>::new(grantor, by)?;
		for (place, row) in (0_u32..).zip(rows) {
			if let Err(error) = giving.give(row) {
				Self::deposit_event(Event::GrantFailed {
					grantor,
					row: place,
					declaration: row.declaration,
					role: row.role,
					error,
				});
			}
		}
		giving.end(rows.len())
	}
}
