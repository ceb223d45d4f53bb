//! Telling for whom benefits begin or end when a certificate changes or its trader goes on no more.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{Config, Event, Pallet};
use aeo_primitives::{
	recognition::{
		earned, Administration, Certificate, Leg, LegSummary, TraderState, MAX_CERTIFICATES,
	},
	AdministrationLookup, Benefits, CertificateLookup, CertificateNumber, Held, LegLookup, Moment,
	OnStandingChange, OnTraderEnded, RecognitionSuspensionLookup, StandingChange, Territory,
	TraderId, TraderLookup, MAX_GRANTORS,
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

/// A certificate before and after; none where it is new, or counts no more.
type Change<'a> = (Option<&'a Certificate>, Option<&'a Certificate>);

/// What a certificate earns depends on nothing else of it.
fn is_alike(one: &Certificate, other: &Certificate) -> bool {
	one.certificate_type == other.certificate_type
		&& one.halves == other.halves
		&& one.roles == other.roles
		&& one.state == other.state
		&& one.validity == other.validity
		&& one.consent == other.consent
}

fn are_alike(one: Change, other: Change) -> bool {
	let alike = |one: Option<&Certificate>, other: Option<&Certificate>| match (one, other) {
		(Some(one), Some(other)) => is_alike(one, other),
		(None, None) => true,
		_ => false,
	};
	alike(one.0, other.0) && alike(one.1, other.1)
}

/// Whether `one` has a benefit that `other` lacks.
fn exceeds(one: Benefits, other: Benefits) -> bool {
	one.iter().any(|benefit| !other.contains(benefit))
}

/// What the changes of one issuer's certificates come to. The administrations and the legs are read
/// once, and what is alike is worked out once.
struct Telling<'a> {
	now: Moment,
	issuer: Administration,
	partners: Vec<Partner>,
	known: Vec<(Change<'a>, Unrecognised, Difference)>,
}

impl<'a> Telling<'a> {
	/// None where the issuer's word doesn't count: its certificates give nothing.
	fn of<T: Config>(issuer: Territory) -> Option<Self> {
		let mut counting: BTreeMap<Territory, Administration> = T::Administrations::counting()
			.into_iter()
			.map(|administration| (administration.territory, administration))
			.collect();
		let administration = counting.get(&issuer).cloned()?;
		let mut legs: BTreeMap<Territory, Vec<Leg>> = BTreeMap::new();
		for LegSummary { grantor, leg, .. } in T::Legs::summary(issuer) {
			legs.entry(grantor).or_default().push(leg);
		}
		let partners = legs.into_iter().filter_map(|(grantor, legs)| {
			let grantor = counting.remove(&grantor)?;
			Some(Partner { grantor, legs })
		});
		Some(Self {
			now: Pallet::<T>::now(),
			issuer: administration,
			partners: partners.collect(),
			known: Vec::new(),
		})
	}

	/// Tell for whom benefits begin and end with a change, if for anybody: nobody who has suspended
	/// its recognition.
	fn tell<T: Config>(
		&mut self,
		number: &CertificateNumber,
		version: u32,
		change: Change<'a>,
		unrecognised: Unrecognised,
	) {
		let found = self
			.known
			.iter()
			.find(|(earlier, by, _)| *by == unrecognised && are_alike(*earlier, change));
		let found = found.map(|(.., difference)| difference.clone());
		let (begin, end) = found.unwrap_or_else(|| {
			let new = self.difference(change, &unrecognised);
			self.known.push((change, unrecognised, new.clone()));
			new
		});
		if !begin.is_empty() || !end.is_empty() {
			Pallet::<T>::deposit_event(Event::BenefitsChanged {
				issuer: self.issuer.territory,
				number: number.clone(),
				version,
				begin: BoundedVec::truncate_from(begin),
				end: BoundedVec::truncate_from(end),
			});
		}
	}

	fn difference(&self, (before, after): Change, unrecognised: &Unrecognised) -> Difference {
		let mut difference = Difference::default();
		let (begin, end) = (&mut difference.0, &mut difference.1);
		let recognising = self
			.partners
			.iter()
			.filter(|partner| !unrecognised.contains(&partner.grantor.territory));
		for Partner { grantor, legs } in recognising {
			let gives = |certificate| earned(self.now, &self.issuer, grantor, certificate, legs);
			let before = before.map(gives).unwrap_or_default();
			let after = after.map(gives).unwrap_or_default();
			if exceeds(after, before) {
				begin.push(grantor.territory);
			}
			if exceeds(before, after) {
				end.push(grantor.territory);
			}
		}
		difference
	}
}

impl<T: Config> Pallet<T> {
	/// Whether the trader of a certificate goes on, and its issuer vouches for it: else nothing is
	/// earned with the certificate, however it stands.
	fn holder_counts(issuer: &Administration, number: &CertificateNumber) -> bool {
		T::Certificates::holder_of(issuer.territory, number)
			.and_then(|trader| T::Traders::trader(&trader))
			.is_some_and(|trader| {
				trader.state == TraderState::Active
					&& trader.administration == issuer.territory
					&& trader.admission == issuer.admission
			})
	}
}

impl<T: Config> OnStandingChange for Pallet<T> {
	/// One event for each certificate with which something begins or ends.
	fn on_change(issuer: Territory, changes: &[StandingChange]) -> u32 {
		let Some(mut telling) = Telling::of::<T>(issuer) else {
			return 1;
		};
		let mut reads: u32 = 2;
		for StandingChange {
			version,
			before,
			after,
		} in changes
		{
			// Of a new certificate nobody can have suspended its recognition, and its trader goes on.
			let unrecognised = if before.is_some() {
				reads = reads.saturating_add(2);
				if !Self::holder_counts(&telling.issuer, &after.number) {
					continue;
				}
				reads = reads.saturating_add(1);
				T::RecognitionSuspensions::suspended_by(issuer, &after.number)
			} else {
				Unrecognised::default()
			};
			let change = (before.as_ref(), Some(after));
			telling.tell::<T>(&after.number, *version, change, unrecognised);
		}
		reads
	}

	/// The administrations, the legs of the issuer; for each certificate itself, its trader, and who
	/// has suspended its recognition. How many administrations there are doesn't matter.
	fn max_reads(changes: u32) -> u32 {
		changes.saturating_mul(3).saturating_add(2)
	}
}

impl<T: Config> OnTraderEnded for Pallet<T> {
	/// One event for each of its certificates with which something ends.
	fn on_ended(issuer: Territory, trader: &TraderId) -> u32 {
		let Some(mut telling) = Telling::of::<T>(issuer) else {
			return 1;
		};
		let held = T::Certificates::of_trader(issuer, trader);
		let mut reads: u32 = 3;
		for Held {
			version,
			certificate,
		} in &held
		{
			reads = reads.saturating_add(2);
			let number = &certificate.number;
			let unrecognised = T::RecognitionSuspensions::suspended_by(issuer, number);
			let change = (Some(certificate), None);
			telling.tell::<T>(number, *version, change, unrecognised);
		}
		reads
	}

	/// The administrations, the legs of the issuer, the index of the trader; for each certificate
	/// itself, and who has suspended its recognition.
	fn max_reads() -> u32 {
		MAX_CERTIFICATES.saturating_mul(2).saturating_add(3)
	}
}
