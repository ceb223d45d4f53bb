//! `note_stalled`: the council restarts finality.

use crate::{Config, Error, Event, Pallet};
use aeo_primitives::NoteStalled;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get},
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_note_stalled(
		delay: BlockNumberFor<T>,
		best_finalised: BlockNumberFor<T>,
	) -> DispatchResult {
		ensure!(!delay.is_zero(), Error::<T>::DelayMissing);
		ensure!(delay <= T::MaxStallDelay::get(), Error::<T>::DelayTooLong);
		ensure!(!best_finalised.is_zero(), Error::<T>::FinalisedBlockMissing);
		let now = frame_system::Pallet::<T>::block_number();
		ensure!(best_finalised < now, Error::<T>::FinalisedBlockAhead);
		T::Finality::note_stalled(delay, best_finalised);
		Self::deposit_event(Event::StalledNoted {
			delay,
			best_finalised,
		});
		Ok(())
	}
}
