//! Which legs between two stand otherwise than before.

use crate::{
	rules::leg::Clock,
	types::{PairLegs, Progress, StoredLeg},
};
use aeo_primitives::recognition::LegState;
use alloc::vec::Vec;

/// A leg that does not stand as it did.
pub(crate) struct LegChange<'a> {
	pub leg: &'a StoredLeg,
	/// None where it was not there before.
	pub from: Option<LegState>,
	pub to: LegState,
}

/// Returns each leg that does not stand as it did, those that are gone first. Left out are what was
/// over, what waits for a day as it did, and a notice that changes no last day.
pub(crate) fn changes<'a>(
	before: &'a PairLegs,
	after: &'a PairLegs,
	clock: Clock,
) -> Vec<LegChange<'a>> {
	let mut changed = Vec::new();
	for leg in before {
		if find(after, leg).is_none() && !clock.is_over(leg) {
			changed.push(LegChange {
				leg,
				from: Some(clock.state(leg)),
				to: LegState::Ended,
			});
		}
	}
	let stands = |leg: &StoredLeg| {
		let marks = (leg.suspended_by_issuer, leg.suspended_by_grantor);
		(clock.state(leg), leg.last_day(), marks)
	};
	for leg in after {
		let earlier = find(before, leg);
		let from = earlier.map(|earlier| clock.state(earlier));
		let to = clock.state(leg);
		let waits = leg.progress == Progress::Pending && from == Some(to);
		if earlier.map(stands) != Some(stands(leg)) && !waits {
			changed.push(LegChange { leg, from, to });
		}
	}
	changed
}

/// Returns the same version of a leg among `legs`.
fn find<'a>(legs: &'a PairLegs, leg: &StoredLeg) -> Option<&'a StoredLeg> {
	legs.iter()
		.find(|other| (other.agreement, other.version) == (leg.agreement, leg.version))
}
