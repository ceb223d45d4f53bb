//! `stop_validating`: an administration no longer wants to validate.

use crate::{Config, Event, Pallet};
use aeo_primitives::Territory;
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_stop_validating(administration: Territory) -> DispatchResult {
		Self::remove_validator(administration)?;
		Self::deposit_event(Event::ValidatingChanged {
			administration,
			validating: false,
			by_council: false,
		});
		Ok(())
	}
}
