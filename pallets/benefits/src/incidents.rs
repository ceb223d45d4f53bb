//! Incidents: while one is open at an administration, it serves first whoever has the benefit of trade
//! recovery.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{Incident, Step, MAX_OPEN_INCIDENTS},
	Config, Error, Event, IncidentCounts, Incidents, Pallet,
};
use aeo_primitives::{IncidentKind, IncidentMark, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

impl<T: Config> Pallet<T> {
	/// The number of the block.
	pub(crate) fn block() -> u32 {
		frame_system::Pallet::<T>::block_number().saturated_into()
	}

	/// A step that is taken now.
	fn step(document: H256) -> Result<Step, Error<T>> {
		ensure!(!document.is_zero(), Error::<T>::DocumentMissing);
		Ok(Step {
			document,
			block: Self::block(),
			at: Self::now(),
		})
	}

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

	pub(crate) fn do_close_incident(
		grantor: Territory,
		by: T::AccountId,
		number: u32,
		document: H256,
	) -> DispatchResult {
		let closed = Self::step(document)?;
		let mut incident =
			Incidents::<T>::get(grantor, number).ok_or(Error::<T>::NoSuchIncident)?;
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
