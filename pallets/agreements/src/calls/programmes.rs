//! What the programmes of the issuers say to the legs that name their types.
//!
//! A type that no programme of the issuer has is no mistake in itself: a programme can be made, or
//! get another type, after the agreement. But it may be one, and a leg that names nothing else
//! gives nothing to anybody; so it is told when it is proposed, and marked as long as it lasts.

use crate::{
	rules::agreement::has_type,
	types::{AgreementLegs, UnknownTypes, MAX_NAMED_PROGRAMMES},
	Config, Error, Event, Pallet,
};
use aeo_primitives::{AgreementId, KnownProgramme, ProgrammeCode, ProgrammeLookup, Territory};
use alloc::{
	collections::{btree_map::Entry, BTreeMap},
	vec::Vec,
};
use frame_support::{ensure, pallet_prelude::DispatchError, BoundedVec};
use sp_runtime::traits::SaturatedConversion;

impl<T: Config> Pallet<T> {
	/// Returns the types of legs that are not known. Each programme is read once.
	pub(crate) fn unknown_to_issuers(
		legs: &AgreementLegs,
	) -> Result<Vec<UnknownTypes>, DispatchError> {
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
				if !has_type(programme.as_ref(), named) {
					types
						.try_push(named.clone())
						.map_err(|_| Error::<T>::TooManyTypes)?;
				}
			}
			if !types.is_empty() {
				unknown.push(UnknownTypes {
					issuer: leg.issuer,
					grantor: leg.grantor,
					types,
				});
			}
		}
		Ok(unknown)
	}

	/// Emits each leg that names types which its issuer's programmes lack.
	pub(crate) fn tell_unknown(agreement: AgreementId, unknown: Vec<UnknownTypes>) {
		for leg in unknown {
			Self::deposit_event(Event::TypesUnknownToIssuer {
				agreement,
				issuer: leg.issuer,
				grantor: leg.grantor,
				types: leg.types,
			});
		}
	}
}
