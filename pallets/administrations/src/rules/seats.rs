//! How many seats the council keeps, so that it can always decide.

use crate::types::AdministrationState;

/// Returns whether a council of so many seats has more than the `minimum` that it needs.
pub fn can_spare_a_seat(seats: usize, minimum: u32) -> bool {
	seats > usize::try_from(minimum).unwrap_or(usize::MAX)
}

/// Returns whether an administration that has a seat keeps it in the state `to`, although it is not
/// admitted then: nobody is kept from saying that its keys are gone, and the council stays able to
/// decide.
pub fn keeps_its_seat(
	to: AdministrationState,
	by_council: bool,
	seats: usize,
	minimum: u32,
) -> bool {
	!by_council
		&& matches!(to, AdministrationState::Quarantined(_))
		&& !can_spare_a_seat(seats, minimum)
}
