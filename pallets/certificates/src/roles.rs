//! What the pallet is for the others: certificates to look up. What enters applications, notes
//! wishes and suspends stands beside it.
#![deny(clippy::as_conversions, clippy::expect_used)]

mod applications;
mod suspension;
mod wishes;

use crate::{
	Branches, ChangeCount, Config, DomesticOffers, Holdings, LastWithdrawal, Ordinals, Pallet,
	Programmes, SuccessionList, Successions,
};
use aeo_primitives::{
	recognition::Offer, CertificateLookup, CertificateNumber, CertificateState, ConsentLookup,
	Held, KnownProgramme, ProgrammeCode, ProgrammeLookup, RegisterLookup, Territory, TraderId,
	MAX_CERTIFICATES, MAX_DOMESTIC_OFFERS,
};
use frame_support::{pallet_prelude::ConstU32, BoundedVec};

impl<T: Config> CertificateLookup for Pallet<T> {
	fn of_trader(
		issuer: Territory,
		trader: &TraderId,
	) -> BoundedVec<Held, ConstU32<MAX_CERTIFICATES>> {
		let held = Self::held(issuer, &Holdings::<T>::get(issuer, trader));
		let held = held.iter().map(|(number, record)| Held {
			version: record.version,
			certificate: record.facts(number),
		});
		BoundedVec::truncate_from(held.collect())
	}

	fn covers_branches(issuer: Territory, programme: &ProgrammeCode) -> bool {
		Programmes::<T>::get(issuer, programme)
			.is_some_and(|programme| programme.branches == Branches::Covered)
	}

	fn holder_of(issuer: Territory, number: &CertificateNumber) -> Option<TraderId> {
		Self::certificate(issuer, number).map(|record| record.trader)
	}

	fn version(issuer: Territory, number: &CertificateNumber) -> Option<u32> {
		Self::certificate(issuer, number).map(|record| record.version)
	}

	fn is_annulled(issuer: Territory, number: &CertificateNumber) -> bool {
		Self::certificate(issuer, number)
			.is_some_and(|record| record.state == CertificateState::Annulled)
	}

	fn successions(issuer: Territory) -> SuccessionList {
		Successions::<T>::get(issuer)
	}

	fn domestic_offers(issuer: Territory) -> BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>> {
		DomesticOffers::<T>::get(issuer)
	}
}

impl<T: Config> RegisterLookup for Pallet<T> {
	fn changes(issuer: Territory) -> u32 {
		ChangeCount::<T>::get(issuer)
	}

	fn ordinals(issuer: Territory) -> u32 {
		Ordinals::<T>::get(issuer)
	}
}

impl<T: Config> ProgrammeLookup for Pallet<T> {
	fn programme(issuer: Territory, code: &ProgrammeCode) -> Option<KnownProgramme> {
		let programme = Programmes::<T>::get(issuer, code)?;
		Some(KnownProgramme {
			types: programme.types.into_iter().map(|kind| kind.code).collect(),
		})
	}
}

impl<T: Config> ConsentLookup for Pallet<T> {
	fn last_withdrawal(issuer: Territory) -> Option<u32> {
		LastWithdrawal::<T>::get(issuer)
	}
}
