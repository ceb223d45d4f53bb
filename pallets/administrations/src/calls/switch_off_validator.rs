//! `switch_off_validator`: the council switches a dead validator off.

use crate::{Config, Event, Pallet};
use aeo_primitives::Territory;
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_switch_off_validator(administration: Territory) -> DispatchResult {
		Self::remove_validator(administration)?;
		Self::deposit_event(Event::ValidatingChanged {
			administration,
			validating: false,
			by_council: true,
		});
		Ok(())
	}
}
