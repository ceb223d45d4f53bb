//! Giving benefits to one declaration.

use super::giving::Giving;
use crate::{types::GrantRow, Config, Pallet};
use aeo_primitives::Territory;
use frame_support::{pallet_prelude::DispatchError, weights::Weight};

impl<T: Config> Pallet<T> {
	/// Gives and records the benefits, and returns what that weighs.
	pub(crate) fn do_grant(
		grantor: Territory,
		by: T::AccountId,
		row: &GrantRow,
	) -> Result<Weight, DispatchError> {
		let mut giving = Giving::<T>::new(grantor, by)?;
		giving.give(row)?;
		giving.end(1)
	}
}
