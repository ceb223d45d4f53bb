//! Correcting roles or dates (T12).

use super::Case;
use crate::{
	calls::{Effect, Live},
	rules::{
		days::{ends_by, in_its_days},
		holdings::ensure_roles_free,
		terms::is_within,
	},
	Config, Error, Holdings, Pallet,
};
use aeo_primitives::{Ground, Roles, StandingChange, Validity};
use frame_support::{ensure, pallet_prelude::DispatchError};

impl<T: Config> Pallet<T> {
	/// Corrects a certificate; it is in force today as before.
	pub(super) fn rectify(
		case: Case<T>,
		roles: Roles,
		validity: Validity,
	) -> Result<StandingChange, DispatchError> {
		let Live { record: before, .. } = case.live_record()?;
		let mut record = before.clone();
		record.roles = roles;
		record.validity = Some(Validity {
			renewal_pending: before.validity.is_some_and(|dates| dates.renewal_pending),
			..validity
		});
		ensure!(record != before, Error::<T>::NothingWouldChange);
		// What ends is revoked, which can be appealed against.
		ensure!(
			!in_its_days(&before, case.clock) || in_its_days(&record, case.clock),
			Error::<T>::RectificationWouldEndIt
		);
		let held = Self::held(case.issuer, &Holdings::<T>::get(case.issuer, record.trader));
		// A last day that stays or comes sooner was decided on before; a later one prolongs.
		if !before.validity.is_some_and(|old| ends_by(validity, old)) {
			let programme = Self::programme_of(case.issuer, &record.certificate_type)?;
			ensure!(
				is_within(programme.validity_months, validity.from, validity.until),
				Error::<T>::LongerThanTheProgramme
			);
			Self::ensure_not_barred(&record.certificate_type, &held, case.clock)?;
		}
		ensure_roles_free(&record, &held, case.clock).map_err(Error::<T>::from)?;
		// What its credentials say is wrong from now on.
		Self::begin_edition(case.issuer, case.number)?;
		case.change(before, record, Ground::Administrative, Effect::Now)
	}
}
