//! What the programmes of the issuers say to the legs that name their types.
//!
//! A type that no programme of the issuer has is no mistake in itself: a programme can be made, or get
//! another type, after the agreement. But it may be one, and a leg that names nothing else gives
//! nothing to anybody; so it is told when it is proposed, and marked as long as it lasts.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{AgreementLegs, LegTerms, MAX_NAMED_PROGRAMMES},
	Config, Error, Event, Pallet,
};
use aeo_primitives::{
	recognition::{ConsentMode, ConsentNeed, MAX_TYPES},
	AgreementId, CertificateType, KnownProgramme, ProgrammeCode, ProgrammeLookup, Territory,
};
use alloc::{
	collections::{btree_map::Entry, BTreeMap},
	vec::Vec,
};
use frame_support::{ensure, pallet_prelude::DispatchError, traits::ConstU32, BoundedVec};
use sp_runtime::traits::SaturatedConversion;

/// The types that a leg names and its issuer's programmes lack.
pub(crate) struct Unknown {
	issuer: Territory,
	grantor: Territory,
	types: BoundedVec<CertificateType, ConstU32<MAX_TYPES>>,
}

impl<T: Config> Pallet<T> {
	/// Refuse legs that can't give anything: consent is needed, and nobody can give it yet. Gives the
	/// types that are not known. Each programme is read once.
	pub(crate) fn ensure_programmes(legs: &AgreementLegs) -> Result<Vec<Unknown>, DispatchError> {
		let mut programmes: BTreeMap<(Territory, &ProgrammeCode), Option<KnownProgramme>> =
			BTreeMap::new();
		let mut unknown = Vec::new();
		for leg in legs {
			let mut types = BoundedVec::new();
			for named in &leg.types {
				let count: u32 = programmes.len().saturated_into();
				let programme = match programmes.entry((leg.issuer, &named.programme)) {
					Entry::Occupied(known) => known.into_mut(),
					Entry::Vacant(new) => {
						ensure!(count < MAX_NAMED_PROGRAMMES, Error::<T>::TooManyProgrammes);
						new.insert(T::Programmes::programme(leg.issuer, &named.programme))
					}
				};
				let is_asked = programme
					.as_ref()
					.is_some_and(|known| known.consent == ConsentMode::Asked);
				ensure!(
					!is_asked || leg.consent == ConsentNeed::NotNeeded,
					Error::<T>::ConsentCantBeGivenYet
				);
				if !has(programme.as_ref(), named) {
					types
						.try_push(named.clone())
						.map_err(|_| Error::<T>::TooManyTypes)?;
				}
			}
			if !types.is_empty() {
				unknown.push(Unknown {
					issuer: leg.issuer,
					grantor: leg.grantor,
					types,
				});
			}
		}
		Ok(unknown)
	}

	pub(crate) fn tell_unknown(agreement: AgreementId, unknown: Vec<Unknown>) {
		for leg in unknown {
			Self::deposit_event(Event::TypesUnknownToIssuer {
				agreement,
				issuer: leg.issuer,
				grantor: leg.grantor,
				types: leg.types,
			});
		}
	}

	/// The types that a leg names and its issuer's programmes lack now.
	pub fn unknown_types(leg: &LegTerms) -> Vec<CertificateType> {
		let is_unknown = |named: &&CertificateType| {
			let programme = T::Programmes::programme(leg.issuer, &named.programme);
			!has(programme.as_ref(), named)
		};
		leg.types.iter().filter(is_unknown).cloned().collect()
	}
}

/// Whether a programme, where there is one, has the type.
fn has(programme: Option<&KnownProgramme>, named: &CertificateType) -> bool {
	programme.is_some_and(|known| known.types.contains(&named.code))
}
