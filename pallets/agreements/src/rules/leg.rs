//! One leg: its state, its last day, and whether it is over.

use crate::types::{Progress, StoredLeg};
use aeo_primitives::{
	recognition::{Administration, Admissions, Leg, LegState, Offer},
	Date, Moment,
};
use aeo_support::clock::Clock as Days;

/// Now, where the clocks of the grantor stand, and in which admissions the two ends are.
#[derive(Clone, Copy)]
pub(crate) struct Clock {
	pub days: Days,
	pub admissions: Admissions,
}

impl Clock {
	/// Returns the clock at `now`, between `issuer` and `grantor`.
	pub fn at(now: Moment, issuer: &Administration, grantor: &Administration) -> Self {
		Self {
			days: Days {
				now,
				utc_offset: grantor.utc_offset,
			},
			admissions: Admissions::of(issuer, grantor),
		}
	}

	/// Returns whether an end of a leg has left since it was signed, and is admitted again.
	pub fn is_outlived(self, leg: &StoredLeg) -> bool {
		leg.signed_in != self.admissions
	}

	/// Returns whether a leg is over.
	pub fn is_over(self, leg: &StoredLeg) -> bool {
		self.is_outlived(leg) || leg.is_over(self.days)
	}

	/// Returns the state of a leg.
	pub fn state(self, leg: &StoredLeg) -> LegState {
		if self.is_over(leg) {
			LegState::Ended
		} else {
			leg.state()
		}
	}
}

impl StoredLeg {
	/// Returns the day that ends it, where there is one: another version's, or of its notices the
	/// earliest.
	pub fn ends(&self) -> Option<Date> {
		let ends = [self.until, self.noticed_by_issuer, self.noticed_by_grantor];
		ends.into_iter().flatten().min()
	}

	/// Returns its state, but for what follows from the clock: in force only when neither end has
	/// suspended it. Where it is under notice before it began, it does not begin.
	pub fn state(&self) -> LegState {
		match (self.progress, self.ends()) {
			(Progress::Pending, None) => LegState::Pending,
			(Progress::Pending, Some(_)) => LegState::Ended,
			_ if self.suspended_by_issuer || self.suspended_by_grantor => LegState::Suspended,
			(Progress::InForce { from }, None) => LegState::InForce { from },
			(Progress::InForce { from }, Some(until)) => LegState::NoticeGiven { from, until },
		}
	}

	/// Returns its state at `now`, between two administrations as they are then.
	pub fn state_at(
		&self,
		now: Moment,
		issuer: &Administration,
		grantor: &Administration,
	) -> LegState {
		Clock::at(now, issuer, grantor).state(self)
	}

	/// Returns the last day on which it operates, where it has one; none where it never began.
	pub fn last_day(&self) -> Option<Date> {
		self.ends().filter(|_| self.progress != Progress::Pending)
	}

	/// Returns whether nothing brings it back: its last day is over where the grantor is. One that is under notice before it began may come back until
	/// then, with the notice withdrawn.
	pub fn is_over(&self, days: Days) -> bool {
		self.ends().is_some_and(|last| days.over(last))
	}

	/// Returns the leg as the rule of recognition sees it.
	pub fn facts(&self) -> Leg {
		let terms = &self.terms;
		Leg {
			agreement: self.agreement,
			signed_in: self.signed_in,
			state: self.state(),
			consent: terms.consent,
			offer: Offer {
				types: terms.types.clone(),
				roles: terms.roles,
				directions: terms.directions,
				rows: terms.rows,
			},
		}
	}
}
