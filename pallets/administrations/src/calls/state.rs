//! The state of an administration, and all that hangs on it.

use crate::{
	rules::{seats::keeps_its_seat, standing::facts},
	types::{Administration, AdministrationState},
	Administrations, Config, Counting, Coverage, Error, Event, Pallet, Seats, Validating,
};
use aeo_primitives::Territory;
use frame_support::pallet_prelude::{DispatchResult, Get};

impl<T: Config> Pallet<T> {
	/// Keeps in one value whether the word of this administration counts, and where its clocks
	/// stand.
	pub(super) fn note_standing(
		territory: Territory,
		record: &Administration<T::AccountId>,
	) -> DispatchResult {
		let facts = facts(territory, record);
		let mut counting = Counting::<T>::get();
		if facts.counts() {
			counting
				.try_insert(territory, facts)
				.map_err(|_| Error::<T>::TooManyAdministrations)?;
		} else {
			counting.remove(&territory);
		}
		Counting::<T>::put(counting);
		Ok(())
	}

	/// Changes the state and all that hangs on it: the seat, and for one who leaves also
	/// validator, notice, coverage and the keys of its credentials.
	pub(super) fn change_state(
		administration: Territory,
		mut record: Administration<T::AccountId>,
		to: AdministrationState,
		by_council: bool,
	) -> DispatchResult {
		let from = record.state;
		let account = record.details.account.clone();
		let seats = Seats::<T>::get();
		let has_seat = seats.contains(&account);
		let keeps_seat =
			has_seat && keeps_its_seat(to, by_council, seats.len(), T::MinimumSeats::get());
		match (has_seat, to == AdministrationState::Admitted || keeps_seat) {
			(true, false) => Self::change_seats(None, Some(&account))?,
			(false, true) => Self::change_seats(Some(&account), None)?,
			_ => (),
		}
		if to == AdministrationState::Withdrawn {
			record.notice = None;
			Coverage::<T>::remove(administration);
			for further in &record.details.territories {
				Coverage::<T>::remove(further);
			}
			Validating::<T>::mutate(|validating| validating.remove(&administration));
			// Whoever is admitted under this name again issues nothing by the keys of before.
			Self::forget_credential_issuer(administration);
		}
		record.state = to;
		Self::note_standing(administration, &record)?;
		Administrations::<T>::insert(administration, record);
		Self::deposit_event(Event::StateChanged {
			administration,
			from,
			to,
			by_council,
		});
		if keeps_seat {
			Self::deposit_event(Event::SeatKept { administration });
		}
		Ok(())
	}
}
