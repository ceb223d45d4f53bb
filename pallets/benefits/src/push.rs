//! Telling for whom benefits begin or end when a certificate changes.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{Config, Event, Pallet};
use aeo_primitives::{
	recognition::{earned, Administration, Certificate, Leg, LegSummary},
	AdministrationLookup, Benefits, LegLookup, Moment, OnStandingChange, StandingChange, Territory,
	MAX_GRANTORS,
};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::BoundedVec;

/// A grantor and the legs to it.
struct Partner {
	grantor: Administration,
	legs: Vec<Leg>,
}

/// The grantors that gain, and those that lose something.
type Difference = (Vec<Territory>, Vec<Territory>);

/// What a certificate earns depends on nothing else of it.
fn is_alike(one: &Certificate, other: &Certificate) -> bool {
	one.certificate_type == other.certificate_type
		&& one.halves == other.halves
		&& one.roles == other.roles
		&& one.state == other.state
		&& one.validity == other.validity
		&& one.consent == other.consent
}

fn are_alike(one: &StandingChange, other: &StandingChange) -> bool {
	let before = match (&one.before, &other.before) {
		(Some(one), Some(other)) => is_alike(one, other),
		(None, None) => true,
		_ => false,
	};
	before && is_alike(&one.after, &other.after)
}

/// Whether `one` has a benefit that `other` lacks.
fn exceeds(one: Benefits, other: Benefits) -> bool {
	one.iter().any(|benefit| !other.contains(benefit))
}

/// For whom benefits begin and end with a change.
fn difference(
	now: Moment,
	issuer: &Administration,
	partners: &[Partner],
	change: &StandingChange,
) -> Difference {
	let mut difference = Difference::default();
	let (begin, end) = (&mut difference.0, &mut difference.1);
	for Partner { grantor, legs } in partners {
		let gives = |certificate| earned(now, issuer, grantor, certificate, legs);
		let before = change.before.as_ref().map(gives).unwrap_or_default();
		let after = gives(&change.after);
		if exceeds(after, before) {
			begin.push(grantor.territory);
		}
		if exceeds(before, after) {
			end.push(grantor.territory);
		}
	}
	difference
}

impl<T: Config> OnStandingChange for Pallet<T> {
	/// One event for each certificate with which something begins or ends. The legs are read once,
	/// and what is alike is worked out once.
	fn on_change(issuer: Territory, changes: &[StandingChange]) -> u32 {
		let Some(administration) = T::Administrations::administration(issuer) else {
			return 1;
		};
		let mut legs: BTreeMap<Territory, Vec<Leg>> = BTreeMap::new();
		for LegSummary { grantor, leg, .. } in T::Legs::summary(issuer) {
			legs.entry(grantor).or_default().push(leg);
		}
		let partners: Vec<_> = legs
			.into_iter()
			.filter_map(|(grantor, legs)| {
				let grantor = T::Administrations::administration(grantor)?;
				Some(Partner { grantor, legs })
			})
			.collect();
		let now = Self::now();
		let mut known: Vec<(&StandingChange, Difference)> = Vec::new();
		for change in changes {
			let found = known.iter().find(|(earlier, _)| are_alike(earlier, change));
			let found = found.map(|(_, difference)| difference.clone());
			let (begin, end) = found.unwrap_or_else(|| {
				let new = difference(now, &administration, &partners, change);
				known.push((change, new.clone()));
				new
			});
			if !begin.is_empty() || !end.is_empty() {
				Self::deposit_event(Event::BenefitsChanged {
					issuer,
					number: change.after.number.clone(),
					version: change.version,
					begin: BoundedVec::truncate_from(begin),
					end: BoundedVec::truncate_from(end),
				});
			}
		}
		let partners = u32::try_from(partners.len()).unwrap_or(MAX_GRANTORS);
		partners.saturating_add(2)
	}

	/// The issuer, its legs; each grantor. How many certificates change doesn't matter.
	fn max_reads(_changes: u32) -> u32 {
		MAX_GRANTORS.saturating_add(2)
	}
}
