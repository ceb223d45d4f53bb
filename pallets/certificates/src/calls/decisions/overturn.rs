//! Overturning a decision after an appeal (T13).

use super::Case;
use crate::{calls::Effect, rules::lifecycle, Config, Error, Holdings, Pallet, Periods};
use aeo_primitives::{CertificateState, Date, Ground, StandingChange};
use frame_support::{ensure, pallet_prelude::DispatchError};

impl<T: Config> Pallet<T> {
	/// Brings back the state before, from a day on or as if the decision had never held.
	pub(super) fn overturn(
		case: Case<T>,
		from: Option<Date>,
	) -> Result<StandingChange, DispatchError> {
		let before = case.record()?;
		let first = before.asked.appeal.ok_or(Error::<T>::NoAppealPending)?;
		let contested = before.contested();
		let period = |place| Periods::<T>::get((case.issuer, case.number, place));
		let earlier = contested.checked_sub(1).and_then(period);
		let mut record = before.clone();
		record.state = lifecycle::overturn(before.state, earlier.map(|period| period.state))
			.map_err(Error::<T>::from)?;
		// What was annulled may have been revoked before, which bars on.
		if before.state != CertificateState::Annulled {
			record.bar = None;
		}
		// What comes back may be contested too, by the same appeal.
		record.asked.appeal = Some(first).filter(|first| lifecycle::contests(*first, record.state));
		let overturned = period(contested).ok_or(Error::<T>::PeriodsMissing)?;
		let since = match from {
			None => overturned.from,
			Some(day) => {
				ensure!(case.clock.begun(day), Error::<T>::DayNotCome);
				// An annulment reaches back; its overturning reaches back to when it was decided.
				let began = match before.state {
					CertificateState::Annulled => overturned.known_from,
					_ => overturned.from,
				};
				began.max(day.first_moment(case.clock.utc_offset))
			}
		};
		let held = Self::held(case.issuer, &Holdings::<T>::get(case.issuer, record.trader));
		Self::hold(case.issuer, case.number, &record, &held, case.clock)?;
		let effect = Effect::Overturns(since);
		case.change(before, record, Ground::Authority, effect)
	}
}
