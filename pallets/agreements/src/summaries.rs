//! Storing the legs of a pair, and those of the issuer with them.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	pair::{Clock, Refusal},
	types::{PairLegs, Progress, StoredLeg, Summary},
	Config, Error, Event, LegSummaries, Legs, Pallet,
};
use aeo_primitives::{
	recognition::{Administration, LegState, LegSummary},
	Moment, Territory, UtcOffset,
};
use frame_support::pallet_prelude::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Change legs of an issuer, and store its summary once.
	pub(crate) fn with_summary(
		issuer: Territory,
		change: impl FnOnce(&mut Summary<T::MaxLegsOfIssuer>) -> DispatchResult,
	) -> DispatchResult {
		let before = LegSummaries::<T>::get(issuer);
		let mut summary = before.clone();
		change(&mut summary)?;
		if summary != before {
			LegSummaries::<T>::insert(issuer, summary);
		}
		Ok(())
	}

	/// Change the legs from an issuer to a grantor, by a rule: store them, bring the issuer's
	/// summary up to date, and tell each leg that changed.
	pub(crate) fn with_pair(
		issuer: &Administration,
		grantor: &Administration,
		summary: &mut Summary<T::MaxLegsOfIssuer>,
		by: Territory,
		rule: impl FnOnce(&mut PairLegs, Clock) -> Result<(), Refusal>,
	) -> DispatchResult {
		let clock = Clock::at(Self::now(), issuer, grantor);
		let before = Legs::<T>::get(issuer.territory, grantor.territory);
		let mut legs = before.clone();
		rule(&mut legs, clock).map_err(Self::refused)?;
		if legs == before {
			return Ok(());
		}
		Self::summarise(summary, grantor.territory, &legs, clock)?;
		Self::tell(&before, &legs, by, clock);
		Legs::<T>::insert(issuer.territory, grantor.territory, legs);
		Ok(())
	}

	/// As [`Self::with_pair`], where no other pair of the issuer changes.
	pub(crate) fn with_one_pair(
		issuer: &Administration,
		grantor: &Administration,
		by: Territory,
		rule: impl FnOnce(&mut PairLegs, Clock) -> Result<(), Refusal>,
	) -> DispatchResult {
		Self::with_summary(issuer.territory, |summary| {
			Self::with_pair(issuer, grantor, summary, by, rule)
		})
	}

	/// Put the legs to one grantor in the place of those that the summary has. Whatever is over
	/// makes room: to know it of other grantors without reading where their clocks stand, they are
	/// taken to stand where a day ends last. So does all that the issuer has outlived.
	fn summarise(
		summary: &mut Summary<T::MaxLegsOfIssuer>,
		grantor: Territory,
		legs: &PairLegs,
		clock: Clock,
	) -> DispatchResult {
		let is_over = |known: &LegSummary| {
			known.leg.signed_in.issuer != clock.admissions.issuer
				|| is_over_everywhere(known, clock.now)
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
					.map_err(|_| Error::<T>::TooManyLegsOfIssuer)?;
			}
		}
		Ok(())
	}

	/// Tell each leg that does not stand as it did. Nothing is told of what was over, of what waits for
	/// a day only that it does, and nothing of a notice that changes no last day.
	fn tell(before: &PairLegs, after: &PairLegs, by: Territory, clock: Clock) {
		for leg in before {
			if find(after, leg).is_none() && !clock.is_over(leg) {
				Self::tell_one(leg, Some(clock.state(leg)), LegState::Ended, by);
			}
		}
		let stands = |leg: &StoredLeg| {
			let marks = (leg.suspended_by_issuer, leg.suspended_by_grantor);
			(clock.state(leg), leg.last_day(), marks)
		};
		for leg in after {
			let earlier = find(before, leg);
			let was = earlier.map(|earlier| clock.state(earlier));
			let waits = leg.progress == Progress::Pending && was == Some(clock.state(leg));
			if earlier.map(stands) != Some(stands(leg)) && !waits {
				Self::tell_one(leg, was, clock.state(leg), by);
			}
		}
	}

	fn tell_one(leg: &StoredLeg, from: Option<LegState>, to: LegState, by: Territory) {
		Self::deposit_event(Event::LegChanged {
			agreement: leg.agreement,
			version: leg.version,
			issuer: leg.terms.issuer,
			grantor: leg.terms.grantor,
			from,
			to,
			until: leg.last_day(),
			by,
		});
	}

	pub(crate) fn refused(refusal: Refusal) -> DispatchError {
		match refusal {
			Refusal::TooMany => Error::<T>::TooManyLegsOfPair,
			Refusal::Unknown => Error::<T>::NoSuchLeg,
			Refusal::Over => Error::<T>::LegEnded,
			Refusal::PutInForce => Error::<T>::LegPutInForceAlready,
			Refusal::Pending => Error::<T>::LegPending,
			Refusal::Suspended => Error::<T>::LegSuspendedAlready,
			Refusal::NotSuspended => Error::<T>::LegNotSuspended,
		}
		.into()
	}
}

/// The same version of a leg among `legs`.
fn find<'a>(legs: &'a PairLegs, leg: &StoredLeg) -> Option<&'a StoredLeg> {
	legs.iter()
		.find(|other| (other.agreement, other.version) == (leg.agreement, leg.version))
}

/// Whether a leg is over wherever the clocks of its grantor stand.
fn is_over_everywhere(known: &LegSummary, now: Moment) -> bool {
	known.leg.state == LegState::Ended
		|| known
			.until
			.is_some_and(|until| until.last_moment(UtcOffset::LAST) < now)
}
