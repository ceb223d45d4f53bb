//! What was proved of validators. Nothing is slashed and nobody is switched off by itself: the mark
//! is what the council looks at when it votes on `switch_off_validator`.

use crate::{
	types::{Equivocation, EquivocationMark},
	BlocksPerSession, Config, Equivocations, Event, Pallet,
};
use aeo_primitives::Territory;
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::traits::Saturating;
use sp_staking::SessionIndex;

impl<T: Config> Pallet<T> {
	/// Returns whether a further report of this administration is taken: one in the length of a
	/// session. A true report costs nothing and is kept for ever, and who holds a validator's key
	/// can sign as many equivocations as it likes.
	pub fn may_note_equivocation(administration: Territory) -> bool {
		Equivocations::<T>::get(administration).is_none_or(|mark| {
			let next = mark.reported.saturating_add(BlocksPerSession::<T>::get());
			frame_system::Pallet::<T>::block_number() >= next
		})
	}

	/// Notes an equivocation that was proved. Emits [`Event::EquivocationNoted`].
	pub fn note_equivocation(
		administration: Territory,
		equivocation: Equivocation,
		session: SessionIndex,
		place: u64,
	) {
		let before = Equivocations::<T>::get(administration).map_or(0, |mark| mark.count);
		let count = before.saturating_add(1);
		let reported: BlockNumberFor<T> = frame_system::Pallet::<T>::block_number();
		Equivocations::<T>::insert(
			administration,
			EquivocationMark {
				equivocation,
				session,
				place,
				reported,
				count,
			},
		);
		Self::deposit_event(Event::EquivocationNoted {
			administration,
			equivocation,
			session,
			place,
			count,
		});
	}
}
