//! The rules over the legs from one issuer to one grantor: how they begin, stop, resume, end and
//! take each other's place.
//!
//! Several legs of one agreement are versions of each other. Their days don't overlap: an older one
//! ends the day before the next begins, and only the newest can wait for a day. Suspensions and
//! notice are the agreement's between the two, and so of all versions; each keeps what ends it by
//! notice apart from what ends it otherwise, so that a notice can be withdrawn. A leg that is over
//! is never changed again; it makes room when another begins.

use crate::{
	rules::{leg::Clock, Refusal},
	types::{PairLegs, Progress, StoredLeg},
};
use aeo_primitives::{recognition::LegState, AgreementId, Date};
use alloc::vec::Vec;

/// An end of a leg.
#[derive(Clone, Copy)]
pub(crate) enum End {
	Issuer,
	Grantor,
}

impl StoredLeg {
	/// Returns the mark of whether this end has suspended it.
	fn mark(&mut self, end: End) -> &mut bool {
		match end {
			End::Issuer => &mut self.suspended_by_issuer,
			End::Grantor => &mut self.suspended_by_grantor,
		}
	}

	/// Returns the last day by the notice of this end.
	fn notice(&mut self, end: End) -> &mut Option<Date> {
		match end {
			End::Issuer => &mut self.noticed_by_issuer,
			End::Grantor => &mut self.noticed_by_grantor,
		}
	}

	/// Ends it on this day, unless it ends earlier.
	fn end_on(&mut self, last: Date) {
		self.until = Some(self.until.map_or(last, |until| until.min(last)));
	}
}

/// Returns the versions of an agreement's leg that are not over, at least one.
fn live(
	legs: &mut PairLegs,
	agreement: AgreementId,
	clock: Clock,
) -> Result<impl Iterator<Item = &mut StoredLeg>, Refusal> {
	let is_of = move |leg: &StoredLeg| leg.agreement == agreement;
	if !legs.iter().any(is_of) {
		return Err(Refusal::UnknownLeg);
	}
	if !legs.iter().any(|leg| is_of(leg) && !clock.is_over(leg)) {
		return Err(Refusal::LegEnded);
	}
	Ok(legs
		.iter_mut()
		.filter(move |leg| is_of(leg) && !clock.is_over(leg)))
}

/// Puts `version` in the place of all that went before it, from a day on: what had not begun by
/// then never will.
fn supersede(legs: &mut PairLegs, agreement: AgreementId, version: u32, from: Date) {
	let is_older = |leg: &StoredLeg| leg.agreement == agreement && leg.version < version;
	let begins_before =
		|leg: &StoredLeg| matches!(leg.progress, Progress::InForce { from: first } if first < from);
	legs.retain(|leg| !is_older(leg) || begins_before(leg));
	// There is a day before wherever a leg has begun by then.
	if let Some(last) = from.checked_sub_days(1) {
		for leg in legs.iter_mut().filter(|leg| is_older(leg)) {
			leg.end_on(last);
		}
	}
}

/// Begins a leg, or a new version of one. Without a day it waits for one, and what went before goes
/// on.
pub(crate) fn begin(
	legs: &mut PairLegs,
	mut leg: StoredLeg,
	from: Option<Date>,
	clock: Clock,
) -> Result<(), Refusal> {
	legs.retain(|earlier| !clock.is_over(earlier));
	let is_earlier = |earlier: &StoredLeg| earlier.agreement == leg.agreement;
	if let Some(earlier) = legs.iter().find(|earlier| is_earlier(earlier)) {
		leg.suspended_by_issuer = earlier.suspended_by_issuer;
		leg.suspended_by_grantor = earlier.suspended_by_grantor;
	}
	legs.retain(|earlier| !is_earlier(earlier) || earlier.progress != Progress::Pending);
	if let Some(from) = from {
		supersede(legs, leg.agreement, leg.version, from);
		leg.progress = Progress::InForce { from };
	}
	legs.try_push(leg).map_err(|_| Refusal::TooManyLegsOfPair)
}

/// Gives the newest version its day (M3).
pub(crate) fn put_in_force(
	legs: &mut PairLegs,
	agreement: AgreementId,
	from: Date,
	clock: Clock,
) -> Result<(), Refusal> {
	let version = {
		let newest = live(legs, agreement, clock)?
			.max_by_key(|leg| leg.version)
			.ok_or(Refusal::LegEnded)?;
		if newest.progress != Progress::Pending {
			return Err(Refusal::LegPutInForceAlready);
		}
		if newest.state() == LegState::Ended {
			return Err(Refusal::LegEnded);
		}
		newest.progress = Progress::InForce { from };
		newest.version
	};
	supersede(legs, agreement, version, from);
	Ok(())
}

/// Marks that one end stops all versions at once, or takes that back (M4).
pub(crate) fn set_suspended(
	legs: &mut PairLegs,
	agreement: AgreementId,
	end: End,
	suspended: bool,
	clock: Clock,
) -> Result<(), Refusal> {
	let live: Vec<_> = live(legs, agreement, clock)?.collect();
	if live.iter().all(|leg| leg.state() == LegState::Ended) {
		return Err(Refusal::LegEnded);
	}
	if live.iter().all(|leg| leg.progress == Progress::Pending) {
		return Err(Refusal::LegPending);
	}
	for leg in live {
		let mark = leg.mark(end);
		if *mark == suspended {
			return Err(if suspended {
				Refusal::LegSuspendedAlready
			} else {
				Refusal::LegNotSuspended
			});
		}
		*mark = suspended;
	}
	Ok(())
}

/// Ensures that an amendment can remove the agreement's leg: it has one that is not over.
pub(crate) fn ensure_there(
	legs: &mut PairLegs,
	agreement: AgreementId,
	clock: Clock,
) -> Result<(), Refusal> {
	live(legs, agreement, clock).map(|_| ())
}

/// Removes the leg from a day on, by the amendment that makes this version: as where another takes
/// its place, but that none does (M6). What is over meanwhile stays as it is.
pub(crate) fn remove(
	legs: &mut PairLegs,
	agreement: AgreementId,
	version: u32,
	from: Date,
	clock: Clock,
) {
	legs.retain(|leg| leg.agreement != agreement || !clock.is_over(leg));
	supersede(legs, agreement, version, from);
}

/// Ends all versions on this day or earlier, by the notice of one end; what waits for a day waits
/// no more (M5). Of two notices the one that ends first counts. What an end has outlived makes
/// room.
pub(crate) fn give_notice(
	legs: &mut PairLegs,
	agreement: AgreementId,
	end: End,
	last: Date,
	clock: Clock,
) {
	legs.retain(|leg| leg.agreement != agreement || !clock.is_outlived(leg));
	set_notice(legs, agreement, end, Some(last), clock);
}

/// Withdraws the notice of one end: all versions that are not over are as they were without it.
pub(crate) fn withdraw_notice(legs: &mut PairLegs, agreement: AgreementId, end: End, clock: Clock) {
	set_notice(legs, agreement, end, None, clock);
}

/// Marks all versions that are not over with the last day by the notice of one end, or with none.
fn set_notice(
	legs: &mut PairLegs,
	agreement: AgreementId,
	end: End,
	last: Option<Date>,
	clock: Clock,
) {
	// Where the two have no leg, or none that is not over, there is nothing to mark.
	if let Ok(live) = live(legs, agreement, clock) {
		for leg in live {
			*leg.notice(end) = last;
		}
	}
}
