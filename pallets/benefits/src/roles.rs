//! What the benefits are for other pallets: they hear of it when a certificate changes or its
//! trader goes on no more, and tell for whom benefits begin or end.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	rules::telling::{Difference, Partner, Telling, Unrecognised},
	Config, Event, Pallet,
};
use aeo_primitives::{
	recognition::{Administration, Certificate, Leg, LegSummary, TraderState, MAX_CERTIFICATES},
	AdministrationLookup, CertificateLookup, CertificateNumber, Held, LegLookup, OnStandingChange,
	OnTraderEnded, RecognitionSuspensionLookup, StandingChange, Territory, TraderId, TraderLookup,
};
use aeo_support::clock::BlockTime;
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::BoundedVec;

impl<T: Config> Pallet<T> {
	/// Returns what tells of the changes of an issuer's certificates; none where its word doesn't
	/// count: its certificates give nothing. The administrations and the legs are read once.
	fn telling<'a>(issuer: Territory) -> Option<Telling<'a>> {
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
		let partners = partners.collect();
		Some(Telling::new(T::Time::moment(), administration, partners))
	}

	/// Looks up what succeeds the issuer's types, where a leg doesn't name that of a certificate and it
	/// was not looked up before. Returns how many values were read.
	fn note_successions(telling: &mut Telling<'_>, certificate: &Certificate) -> u32 {
		if !telling.lacks_successions(certificate) {
			return 0;
		}
		let all = T::Certificates::successions(telling.issuer.territory);
		telling.note_successions(all.into_inner());
		1
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

impl<T: Config> OnStandingChange for Pallet<T> {
	/// Emits one event for each certificate with which something begins or ends.
	fn on_change(issuer: Territory, changes: &[StandingChange]) -> u32 {
		let Some(mut telling) = Self::telling(issuer) else {
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
			reads = reads.saturating_add(Self::note_successions(&mut telling, after));
			let difference = telling.difference((before.as_ref(), Some(after)), unrecognised);
			Self::tell(issuer, &after.number, *version, difference);
		}
		reads
	}

	/// Counts the administrations, the legs of the issuer, what succeeds its types; for each
	/// certificate itself, its trader, and who has suspended its recognition. How many administrations
	/// there are doesn't matter.
	fn max_reads(changes: u32) -> u32 {
		changes.saturating_mul(3).saturating_add(3)
	}
}

impl<T: Config> OnTraderEnded for Pallet<T> {
	/// Emits one event for each of its certificates with which something ends.
	fn on_ended(issuer: Territory, trader: &TraderId) -> u32 {
		let Some(mut telling) = Self::telling(issuer) else {
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
			reads = reads.saturating_add(Self::note_successions(&mut telling, certificate));
			let difference = telling.difference((Some(certificate), None), unrecognised);
			Self::tell(issuer, number, *version, difference);
		}
		reads
	}

	/// Counts the administrations, the legs of the issuer, the index of the trader, what succeeds the
	/// issuer's types; for each certificate itself, and who has suspended its recognition.
	fn max_reads() -> u32 {
		MAX_CERTIFICATES.saturating_mul(2).saturating_add(4)
	}
}
