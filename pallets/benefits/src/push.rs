//! Telling for whom benefits begin or end when a certificate changes.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{Config, Event, Pallet};
use aeo_primitives::{
	recognition::{earned, Administration, Certificate, Leg, LegSummary},
	AdministrationLookup, Benefits, LegLookup, Moment, OnStandingChange,
	RecognitionSuspensionLookup, StandingChange, Territory, MAX_GRANTORS,
};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::{pallet_prelude::ConstU32, BoundedBTreeSet, BoundedVec};

/// A grantor and the legs to it.
struct Partner {
	grantor: Administration,
	legs: Vec<Leg>,
}

/// The grantors that have suspended their recognition of a certificate.
type Unrecognised = BoundedBTreeSet<Territory, ConstU32<MAX_GRANTORS>>;

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

/// For whom benefits begin and end with a change: nobody for whom it is suspended.
fn difference(
	now: Moment,
	issuer: &Administration,
	partners: &[Partner],
	change: &StandingChange,
	unrecognised: &Unrecognised,
) -> Difference {
	let mut difference = Difference::default();
	let (begin, end) = (&mut difference.0, &mut difference.1);
	let recognising = partners
		.iter()
		.filter(|partner| !unrecognised.contains(&partner.grantor.territory));
	for Partner { grantor, legs } in recognising {
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
	/// One event for each certificate with which something begins or ends. The administrations and
	/// the legs are read once, and what is alike is worked out once.
	fn on_change(issuer: Territory, changes: &[StandingChange]) -> u32 {
		let mut counting: BTreeMap<Territory, Administration> = T::Administrations::counting()
			.into_iter()
			.map(|administration| (administration.territory, administration))
			.collect();
		// Whose word doesn't count, its certificates give nothing.
		let Some(administration) = counting.get(&issuer).cloned() else {
			return 1;
		};
		let mut legs: BTreeMap<Territory, Vec<Leg>> = BTreeMap::new();
		for LegSummary { grantor, leg, .. } in T::Legs::summary(issuer) {
			legs.entry(grantor).or_default().push(leg);
		}
		let partners: Vec<_> = legs
			.into_iter()
			.filter_map(|(grantor, legs)| {
				let grantor = counting.remove(&grantor)?;
				Some(Partner { grantor, legs })
			})
			.collect();
		let now = Self::now();
		let mut reads: u32 = 2;
		let mut known: Vec<(&StandingChange, Unrecognised, Difference)> = Vec::new();
		for change in changes {
			let number = &change.after.number;
			// Of a new certificate nobody can have suspended its recognition.
			let unrecognised = if change.before.is_some() {
				reads = reads.saturating_add(1);
				T::RecognitionSuspensions::suspended_by(issuer, number)
			} else {
				Unrecognised::default()
			};
			let found = known
				.iter()
				.find(|(earlier, by, _)| *by == unrecognised && are_alike(earlier, change));
			let found = found.map(|(.., difference)| difference.clone());
			let (begin, end) = found.unwrap_or_else(|| {
				let new = difference(now, &administration, &partners, change, &unrecognised);
				known.push((change, unrecognised, new.clone()));
				new
			});
			if !begin.is_empty() || !end.is_empty() {
				Self::deposit_event(Event::BenefitsChanged {
					issuer,
					number: number.clone(),
					version: change.version,
					begin: BoundedVec::truncate_from(begin),
					end: BoundedVec::truncate_from(end),
				});
			}
		}
		reads
	}

	/// The administrations, the legs of the issuer; for each certificate, who has suspended its
	/// recognition. How many administrations there are doesn't matter.
	fn max_reads(changes: u32) -> u32 {
		changes.saturating_add(2)
	}
}
