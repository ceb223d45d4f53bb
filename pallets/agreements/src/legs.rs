//! Legs: how they begin, stop and resume (M2 to M4), and what others ask of them.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	pair::{self, End},
	types::{Agreement, LegTerms, PairLegs, Progress, RemovedLegs, StoredLeg},
	Config, Error, LegSummaries, Legs, Pallet, ProposedLegs,
};
use aeo_primitives::{
	recognition::{Administration, Admissions, Leg, LegSummary},
	AgreementId, Date, LegLookup, Territory, MAX_LEGS,
};
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::{
	ensure,
	pallet_prelude::{ConstU32, DispatchError, DispatchResult},
	BoundedVec,
};
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

/// What a version of an agreement does to the legs of an issuer.
#[derive(Default)]
struct OfIssuer {
	begin: Vec<LegTerms>,
	/// The grantors to which its legs end.
	end_to: Vec<Territory>,
}

impl<T: Config> Pallet<T> {
	/// All have signed a version of an agreement: its legs begin, and those end that it removes. A day
	/// that has passed meanwhile counts as today. Gives the number of both.
	pub(crate) fn begin(
		number: AgreementId,
		agreement: &Agreement,
		removed: &RemovedLegs,
		by: Territory,
	) -> Result<u32, DispatchError> {
		let mut parties = BTreeMap::new();
		for party in &agreement.parties {
			let admitted = Self::admitted(*party)?;
			let signed = agreement.signatures.get(party);
			ensure!(
				signed.is_some_and(|signed| signed.admission == admitted.admission),
				Error::<T>::SignatureOutdated
			);
			parties.insert(*party, admitted);
		}
		let legs = ProposedLegs::<T>::take(number);
		// The programmes may be others since they were proposed.
		Self::ensure_programmes(&legs)?;
		let count = legs.len().saturating_add(removed.len()).saturated_into();
		let mut by_issuer: BTreeMap<Territory, OfIssuer> = BTreeMap::new();
		for terms in legs {
			let of_issuer = by_issuer.entry(terms.issuer).or_default();
			of_issuer.begin.push(terms);
		}
		for pair in removed {
			let of_issuer = by_issuer.entry(pair.issuer).or_default();
			of_issuer.end_to.push(pair.grantor);
		}
		let party = |territory: Territory| {
			let found = parties.get(&territory);
			found.ok_or(Error::<T>::LegNotBetweenParties)
		};
		for (issuer, of_issuer) in by_issuer {
			let issuer = party(issuer)?;
			Self::with_summary(issuer.territory, |summary| {
				for grantor in of_issuer.end_to {
					let grantor = party(grantor)?;
					let from = Self::first_day(agreement, grantor)?;
					let from = match from {
						Some(from) => from,
						None => Self::tomorrow(grantor)?,
					};
					Self::with_pair(issuer, grantor, summary, by, |legs, clock| {
						pair::remove(legs, number, agreement.version, from, clock);
						Ok(())
					})?;
				}
				for terms in of_issuer.begin {
					let grantor = party(terms.grantor)?;
					let from = Self::first_day(agreement, grantor)?;
					let leg = StoredLeg {
						agreement: number,
						version: agreement.version,
						signed_in: Admissions::of(issuer, grantor),
						progress: Progress::Pending,
						until: None,
						noticed_by_issuer: None,
						noticed_by_grantor: None,
						suspended_by_issuer: false,
						suspended_by_grantor: false,
						terms,
					};
					Self::with_pair(issuer, grantor, summary, by, |legs, clock| {
						pair::begin(legs, leg, from, clock)
					})?;
				}
				Ok(())
			})?;
		}
		Ok(count)
	}

	/// The day that a grantor gave with its signature; today, where that has passed.
	fn first_day(
		agreement: &Agreement,
		grantor: &Administration,
	) -> Result<Option<Date>, DispatchError> {
		let signature = agreement.signatures.get(&grantor.territory);
		match signature.and_then(|signature| signature.in_force_from) {
			None => Ok(None),
			Some(day) => Ok(Some(day.max(Self::today(grantor)?))),
		}
	}

	fn tomorrow(grantor: &Administration) -> Result<Date, DispatchError> {
		let today = Self::today(grantor)?;
		today
			.day_after()
			.ok_or_else(|| ArithmeticError::Overflow.into())
	}

	pub(crate) fn do_put_in_force(
		grantor: Territory,
		number: AgreementId,
		issuer: Territory,
		from: Date,
	) -> DispatchResult {
		let issuer = Self::admitted(issuer)?;
		let grantor = Self::admitted(grantor)?;
		Self::ensure_to_come(from, &grantor)?;
		Self::with_one_pair(&issuer, &grantor, grantor.territory, |legs, clock| {
			pair::put_in_force(legs, number, from, clock)
		})
	}

	pub(crate) fn do_set_suspended(
		party: Territory,
		number: AgreementId,
		issuer: Territory,
		grantor: Territory,
		suspended: bool,
	) -> DispatchResult {
		let end = if party == issuer {
			End::Issuer
		} else {
			ensure!(party == grantor, Error::<T>::NotAParty);
			End::Grantor
		};
		let issuer = Self::administration(issuer)?;
		let grantor = Self::administration(grantor)?;
		Self::with_one_pair(&issuer, &grantor, party, |legs, clock| {
			pair::set_suspended(legs, number, end, suspended, clock)
		})
	}

	/// The legs from an issuer to a grantor, with all that is agreed.
	pub fn legs_of(issuer: Territory, grantor: Territory) -> PairLegs {
		Legs::<T>::get(issuer, grantor)
	}
}

impl<T: Config> LegLookup for Pallet<T> {
	fn legs(issuer: Territory, grantor: Territory) -> BoundedVec<Leg, ConstU32<MAX_LEGS>> {
		let legs = Legs::<T>::get(issuer, grantor);
		BoundedVec::truncate_from(legs.iter().map(StoredLeg::facts).collect())
	}

	fn summary(issuer: Territory) -> Vec<LegSummary> {
		LegSummaries::<T>::get(issuer).into_inner()
	}
}
