//! The administrations that want to validate.

use crate::{Config, Error, MinimumValidators, Pallet, Validating};
use aeo_primitives::Territory;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Takes an administration from those that want to validate, unless too few would be left.
	pub(super) fn remove_validator(administration: Territory) -> DispatchResult {
		let mut validating = Validating::<T>::get();
		ensure!(
			validating.remove(&administration),
			Error::<T>::NothingWouldChange
		);
		let minimum = usize::try_from(MinimumValidators::<T>::get()).unwrap_or(usize::MAX);
		ensure!(
			validating.len() >= minimum,
			Error::<T>::ValidatorsWouldBeTooFew
		);
		Validating::<T>::put(validating);
		Ok(())
	}
}
