//! What the benefits are for other pallets: they hear of it when a certificate changes or its
//! trader goes on no more, and tell for whom benefits begin or end.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	rules::telling::{Difference, Partner, Telling, Unrecognised},
	Config, Event, Pallet, WeightInfo,
};
use aeo_primitives::{
	recognition::{
		Administration, Certificate, Leg, LegSummary, TraderState, MAX_CERTIFICATES,
		MAX_LEGS_OF_ISSUER,
	},
	AdministrationLookup, CertificateLookup, CertificateNumber, Held, LegLookup, OnStandingChange,
	OnTraderEnded, RecognitionSuspensionLookup, StandingChange, Territory, TraderId, TraderLookup,
};
use aeo_support::clock::BlockTime;
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::{pallet_prelude::Get, weights::Weight, BoundedVec};
use sp_runtime::traits::SaturatedConversion;

impl<T: Config> Pallet<T> {
	/// Returns what tells of the changes of an issuer's certificates, and how many legs it has; none where
	/// its word doesn't count: its certificates give nothing. The administrations and the legs are read
	/// once.
	pub(crate) fn telling<'a>(issuer: Territory) -> Option<(Telling<'a>, u32)> {
		let mut counting: BTreeMap<Territory, Administration> = T::Administrations::counting()
			.into_iter()
			.map(|administration| (administration.territory, administration))
			.collect();
		let administration = counting.get(&issuer).cloned()?;
		let mut legs: BTreeMap<Territory, Vec<Leg>> = BTreeMap::new();
		let summary = T::Legs::summary(issuer);
		let count = summary.len().saturated_into();
		for LegSummary { grantor, leg, .. } in summary {
			legs.entry(grantor).or_default().push(leg);
		}
		let partners = legs.into_iter().filter_map(|(grantor, legs)| {
			let grantor = counting.remove(&grantor)?;
			Some(Partner { grantor, legs })
		});
		let partners = partners.collect();
		let telling = Telling::new(T::Time::moment(), administration, partners);
		Some((telling, count))
	}

	/// Looks up what succeeds the issuer's types, where a leg doesn't name that of a certificate and it
	/// was not looked up before.
	fn note_successions(telling: &mut Telling<'_>, certificate: &Certificate) {
		if telling.lacks_successions(certificate) {
			let all = T::Certificates::successions(telling.issuer.territory);
			telling.note_successions(all.into_inner());
		}
	}

	/// Emits for whom benefits begin and end with a change of a certificate, if for anybody.
	fn tell(issuer: Territory, number: &CertificateNumber, version: u32, found: Difference) {
		let (begin, end) = found;
		if !begin.is_empty() || !end.is_empty() {
			Self::deposit_event(Event::BenefitsChanged {
				issuer,
				number: number.clone(),
				version,
				begin: BoundedVec::truncate_from(begin),
				end: BoundedVec::truncate_from(end),
			});
		}
	}

	/// Returns whether the trader of a certificate goes on, and its issuer vouches for it: else
	/// nothing is earned with the certificate, however it stands.
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

impl<T: Config> Pallet<T> {
	/// Tells of the change of a certificate.
	pub(crate) fn tell_change<'a>(telling: &mut Telling<'a>, change: &'a StandingChange) {
		let StandingChange {
			version,
			before,
			after,
		} = change;
		let issuer = telling.issuer.territory;
		// Of a new certificate nobody can have suspended its recognition, and its trader goes on.
		let unrecognised = if before.is_some() {
			if !Self::holder_counts(&telling.issuer, &after.number) {
				return;
			}
			T::RecognitionSuspensions::suspended_by(issuer, &after.number)
		} else {
			Unrecognised::default()
		};
		Self::note_successions(telling, after);
		let difference = telling.difference((before.as_ref(), Some(after)), unrecognised);
		Self::tell(issuer, &after.number, *version, difference);
	}

	/// Returns what it weighs to tell of so many changes, or ends, of an issuer's certificates that has so
	/// many legs.
	fn weight_of_telling(legs: u32, changes: u32) -> Weight {
		T::WeightInfo::telling(legs)
			.saturating_add(T::WeightInfo::tell(legs).saturating_mul(changes.into()))
	}
}

impl<T: Config> OnStandingChange for Pallet<T> {
	/// Emits one event for each certificate with which something begins or ends.
	fn on_change(issuer: Territory, changes: &[StandingChange]) -> Weight {
		let Some((mut telling, legs)) = Self::telling(issuer) else {
			return Self::weight_of_telling(0, 0);
		};
		for change in changes {
			Self::tell_change(&mut telling, change);
		}
		Self::weight_of_telling(legs, changes.len().saturated_into())
	}

	fn max_weight(changes: u32) -> Weight {
		Self::weight_of_telling(MAX_LEGS_OF_ISSUER, changes)
	}
}

impl<T: Config> OnTraderEnded for Pallet<T> {
	/// Emits one event for each of its certificates with which something ends.
	fn on_ended(issuer: Territory, trader: &TraderId) -> Weight {
		let Some((mut telling, legs)) = Self::telling(issuer) else {
			return Self::weight_of_telling(0, 0);
		};
		let held = T::Certificates::of_trader(issuer, trader);
		for Held {
			version,
			certificate,
		} in &held
		{
			let number = &certificate.number;
			let unrecognised = T::RecognitionSuspensions::suspended_by(issuer, number);
			Self::note_successions(&mut telling, certificate);
			let difference = telling.difference((Some(certificate), None), unrecognised);
			Self::tell(issuer, number, *version, difference);
		}
		// The index of the trader is one more, and each certificate takes no more than a change.
		T::DbWeight::get()
			.reads(1)
			.saturating_add(Self::weight_of_telling(legs, held.len().saturated_into()))
	}

	fn max_weight() -> Weight {
		T::DbWeight::get()
			.reads(1)
			.saturating_add(Self::weight_of_telling(
				MAX_LEGS_OF_ISSUER,
				MAX_CERTIFICATES,
			))
	}
}
