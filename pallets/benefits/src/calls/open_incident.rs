//! Opening an incident.

use crate::{
	types::{Incident, MAX_OPEN_INCIDENTS},
	Config, Error, Event, IncidentCounts, Incidents, Pallet,
};
use aeo_primitives::{IncidentKind, IncidentMark, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Stores the incident, and sets the administration's mark with the first that is open.
	pub(crate) fn do_open_incident(
		grantor: Territory,
		by: T::AccountId,
		kind: IncidentKind,
		document: H256,
	) -> DispatchResult {
		let opened = Self::step(document)?;
		let mut count = IncidentCounts::<T>::get(grantor);
		ensure!(
			count.open < MAX_OPEN_INCIDENTS,
			Error::<T>::TooManyIncidents
		);
		let number = count.opened;
		count.opened = number.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		count.open = count.open.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let incident = Incident {
			kind,
			opened,
			closed: None,
		};
		Incidents::<T>::insert(grantor, number, incident);
		IncidentCounts::<T>::insert(grantor, count);
		if count.open == 1 {
			T::Administrations::set_incident_open(grantor, true);
		}
		Self::deposit_event(Event::IncidentOpened {
			grantor,
			incident: number,
			kind,
			by,
			document,
		});
		Ok(())
	}
}
