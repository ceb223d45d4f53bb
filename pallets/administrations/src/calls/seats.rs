//! The seats of the council.

use crate::{rules::seats::can_spare_a_seat, types::Administration, Config, Error, Pallet, Seats};
use alloc::vec::Vec;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get},
	traits::ChangeMembers,
};

impl<T: Config> Pallet<T> {
	/// Refuses to take the seat of this administration where the council would keep too few.
	pub(super) fn ensure_seats_without(record: &Administration<T::AccountId>) -> DispatchResult {
		let seats = Seats::<T>::get();
		let has_one = seats.contains(&record.details.account);
		ensure!(
			!has_one || can_spare_a_seat(seats.len(), T::MinimumSeats::get()),
			Error::<T>::CouncilWouldBeTooSmall
		);
		Ok(())
	}

	/// Changes the council's members: at most one comes and at most one goes.
	pub(super) fn change_seats(
		incoming: Option<&T::AccountId>,
		outgoing: Option<&T::AccountId>,
	) -> DispatchResult {
		let mut seats = Seats::<T>::get();
		if let Some(outgoing) = outgoing {
			seats.remove(outgoing);
		}
		if let Some(incoming) = incoming {
			seats
				.try_insert(incoming.clone())
				.map_err(|_| Error::<T>::TooManyAdministrations)?;
		}
		let sorted: Vec<_> = seats.iter().cloned().collect();
		T::Council::change_members_sorted(
			incoming.map(core::slice::from_ref).unwrap_or_default(),
			outgoing.map(core::slice::from_ref).unwrap_or_default(),
			&sorted,
		);
		Seats::<T>::put(seats);
		Ok(())
	}
}
