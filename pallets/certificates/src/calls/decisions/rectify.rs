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
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Corrects a certificate; it is in force today as before.
	pub(super) fn rectify(
		case: Case<T::AccountId>,
		roles: Roles,
		validity: Validity,
		document: H256,
	) -> Result<StandingChange, DispatchError> {
		let Case { issuer, number, .. } = case;
		let Live { record: before, .. } = Self::live_record(issuer, number)?;
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
		let held = Self::held(issuer, &Holdings::<T>::get(issuer, record.trader));
		// A last day that stays or comes sooner was decided on before; a later one prolongs.
		if !before.validity.is_some_and(|old| ends_by(validity, old)) {
			let programme = Self::programme_of(issuer, &record.certificate_type)?;
			ensure!(
				is_within(programme.validity_months, validity.from, validity.until),
				Error::<T>::LongerThanTheProgramme
			);
			Self::ensure_not_barred(&record.certificate_type, &held, case.clock)?;
		}
		ensure_roles_free(&record, &held, case.clock).map_err(Error::<T>::from)?;
		let decided = case.decided(Ground::Administrative, document);
		Self::change(issuer, number, before, record, decided, Effect::Now)
	}
}
