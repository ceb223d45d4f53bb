//! Closing an incident.

use crate::{Config, Error, Event, IncidentCounts, Incidents, Pallet};
use aeo_primitives::{IncidentMark, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Stores that the incident is over, and takes the administration's mark away with the last
	/// that was open.
	pub(crate) fn do_close_incident(
		grantor: Territory,
		by: T::AccountId,
		number: u32,
		document: H256,
	) -> DispatchResult {
		let closed = Self::step(document)?;
		let mut incident =
			Incidents::<T>::get(grantor, number).ok_or(Error::<T>::UnknownIncident)?;
		ensure!(incident.closed.is_none(), Error::<T>::IncidentClosedAlready);
		let kind = incident.kind;
		incident.closed = Some(closed);
		let mut count = IncidentCounts::<T>::get(grantor);
		count.open = count
			.open
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?;
		Incidents::<T>::insert(grantor, number, incident);
		IncidentCounts::<T>::insert(grantor, count);
		if count.open == 0 {
			T::Administrations::set_incident_open(grantor, false);
		}
		Self::deposit_event(Event::IncidentClosed {
			grantor,
			incident: number,
			kind,
			by,
			document,
		});
		Ok(())
	}
}
