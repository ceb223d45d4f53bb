//! What the pallet is for others: the legs that the rule of recognition asks for, and what the
//! runtime API asks.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	rules::agreement::has_type,
	types::{LegTerms, Milestone, PairLegs, StoredLeg},
	Config, LegSummaries, Legs, MilestoneCount, Milestones, Pallet,
};
use aeo_primitives::{
	recognition::{Leg, LegSummary},
	AdministrationLookup, AgreementId, CertificateType, DisclosedLeg, DisclosureLookup, LegLookup,
	ProgrammeLookup, Territory, MAX_LEGS,
};
use aeo_support::{clock::BlockTime, paging::log_page};
use alloc::vec::Vec;
use frame_support::{traits::ConstU32, BoundedVec};

impl<T: Config> LegLookup for Pallet<T> {
	fn legs(issuer: Territory, grantor: Territory) -> BoundedVec<Leg, ConstU32<MAX_LEGS>> {
		let legs = Legs::<T>::get(issuer, grantor);
		BoundedVec::truncate_from(legs.iter().map(StoredLeg::facts).collect())
	}

	fn summary(issuer: Territory) -> Vec<LegSummary> {
		LegSummaries::<T>::get(issuer).into_inner()
	}
}

impl<T: Config> DisclosureLookup for Pallet<T> {
	fn disclosed(
		issuer: Territory,
		reader: Territory,
	) -> BoundedVec<DisclosedLeg, ConstU32<MAX_LEGS>> {
		let both = T::Administrations::administration(issuer)
			.zip(T::Administrations::administration(reader));
		let Some((issuer, reader)) = both else {
			return BoundedVec::new();
		};
		let now = T::Time::moment();
		let legs = Legs::<T>::get(issuer.territory, reader.territory);
		let legs = legs.into_iter().map(|leg| DisclosedLeg {
			agreement: leg.agreement,
			state: leg.state_at(now, &issuer, &reader),
			consent: leg.terms.consent,
			types: leg.terms.types,
			classes: leg.terms.data_classes,
		});
		BoundedVec::truncate_from(legs.collect())
	}
}

impl<T: Config> Pallet<T> {
	/// Returns the legs from an issuer to a grantor, with all that is agreed.
	pub fn legs_of(issuer: Territory, grantor: Territory) -> PairLegs {
		Legs::<T>::get(issuer, grantor)
	}

	/// Returns the types that a leg names and its issuer's programmes lack now.
	pub fn unknown_types(leg: &LegTerms) -> Vec<CertificateType> {
		let is_unknown = |named: &&CertificateType| {
			let programme = T::Programmes::programme(leg.issuer, &named.programme);
			!has_type(programme.as_ref(), named)
		};
		leg.types.iter().filter(is_unknown).cloned().collect()
	}

	/// Returns the milestones of an agreement, latest first, 50 a page from page 0.
	pub fn milestones(number: AgreementId, page: u32) -> Vec<Milestone> {
		let (places, _) = log_page(MilestoneCount::<T>::get(number), page);
		places
			.filter_map(|place| Milestones::<T>::get(number, place))
			.collect()
	}
}
