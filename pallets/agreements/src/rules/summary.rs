//! The legs of one issuer that are not over, whoever grants.

use crate::{
	rules::{leg::Clock, Refusal},
	types::{PairLegs, Summary},
};
use aeo_primitives::{
	recognition::{LegState, LegSummary},
	Moment, Territory, UtcOffset,
};
use frame_support::traits::Get;

/// Puts the legs to one grantor in the place of those that the summary has. Whatever is over makes
/// room: to know it of other grantors without reading where their clocks stand, they are taken to
/// stand where a day ends last. So does all that the issuer has outlived.
pub(crate) fn summarise<Bound: Get<u32>>(
	summary: &mut Summary<Bound>,
	grantor: Territory,
	legs: &PairLegs,
	clock: Clock,
) -> Result<(), Refusal> {
	let is_over = |known: &LegSummary| {
		known.leg.signed_in.issuer != clock.admissions.issuer
			|| is_over_everywhere(known, clock.days.now)
	};
	summary.retain(|known| known.grantor != grantor && !is_over(known));
	for leg in legs.iter().filter(|leg| !clock.is_outlived(leg)) {
		let known = LegSummary {
			grantor,
			until: leg.ends(),
			leg: leg.facts(),
		};
		if !is_over(&known) {
			summary
				.try_push(known)
				.map_err(|_| Refusal::TooManyLegsOfIssuer)?;
		}
	}
	Ok(())
}

/// Returns whether a leg is over wherever the clocks of its grantor stand.
fn is_over_everywhere(known: &LegSummary, now: Moment) -> bool {
	known.leg.state == LegState::Ended
		|| known
			.until
			.is_some_and(|until| until.last_moment(UtcOffset::LAST) < now)
}
