//! `start_validating`: an administration wants to validate.

use crate::{types::Administration, Config, Error, Event, Pallet, Validating};
use aeo_primitives::Territory;
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::ValidatorRegistration};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_start_validating(
		administration: Territory,
		record: &Administration<T::AccountId>,
	) -> DispatchResult {
		ensure!(
			T::SessionKeys::is_registered(&record.details.account),
			Error::<T>::SessionKeysMissing
		);
		let added = Validating::<T>::try_mutate(|validating| validating.try_insert(administration))
			.map_err(|_| Error::<T>::TooManyValidators)?;
		ensure!(added, Error::<T>::NothingWouldChange);
		Self::deposit_event(Event::ValidatingChanged {
			administration,
			validating: true,
			by_council: false,
		});
		Ok(())
	}
}
