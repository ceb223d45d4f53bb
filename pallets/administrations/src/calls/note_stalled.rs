//! `note_stalled`: the council restarts finality.

use crate::{Config, Error, Event, Pallet};
use aeo_primitives::NoteStalled;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{
	traits::{CheckedAdd, Zero},
	ArithmeticError,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_note_stalled(
		delay: BlockNumberFor<T>,
		best_finalised: BlockNumberFor<T>,
	) -> DispatchResult {
		ensure!(!delay.is_zero(), Error::<T>::DelayMissing);
		ensure!(!best_finalised.is_zero(), Error::<T>::FinalisedBlockMissing);
		// Finality waits for twice the delay before it can be restarted again, which has to be some block.
		delay
			.checked_add(&delay)
			.and_then(|twice| twice.checked_add(&frame_system::Pallet::<T>::block_number()))
			.ok_or(ArithmeticError::Overflow)?;
		T::Finality::note_stalled(delay, best_finalised);
		Self::deposit_event(Event::StalledNoted {
			delay,
			best_finalised,
		});
		Ok(())
	}
}
