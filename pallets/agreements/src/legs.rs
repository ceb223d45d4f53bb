//! Legs: how they begin, stop and resume (M3, M4), and what others ask of them.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{Agreement, Progress, StoredLeg},
	Config, Error, Event, Grantors, Legs, Pallet, ProposedLegs,
};
use aeo_primitives::{
	recognition::{Leg, LegState},
	AgreementId, Date, LegLookup, Territory, MAX_GRANTORS, MAX_LEGS,
};
use frame_support::{
	ensure,
	pallet_prelude::{ConstU32, DispatchError, DispatchResult},
	BoundedBTreeSet, BoundedVec,
};
use sp_runtime::traits::SaturatedConversion;

/// The legs from one issuer to one grantor.
type PairLegs = BoundedVec<StoredLeg, ConstU32<MAX_LEGS>>;

impl<T: Config> Pallet<T> {
	/// All have signed: the legs begin. A day that has passed meanwhile counts as today.
	/// Gives their number.
	pub(crate) fn begin(
		number: AgreementId,
		agreement: &Agreement,
		by: Territory,
	) -> Result<u32, DispatchError> {
		for party in &agreement.parties {
			Self::admitted(*party)?;
		}
		let legs = ProposedLegs::<T>::take(number);
		let count = legs.len().saturated_into();
		for terms in legs {
			let (issuer, grantor) = (terms.issuer, terms.grantor);
			let day = agreement.signatures.get(&grantor).copied().flatten();
			let progress = match day {
				None => Progress::Pending,
				Some(day) => Progress::InForce {
					from: day.max(Self::today(&Self::admitted(grantor)?)?),
				},
			};
			let leg = StoredLeg {
				agreement: number,
				progress,
				suspended_by_issuer: false,
				suspended_by_grantor: false,
				terms,
			};
			Self::tell(&leg, None, by);
			Legs::<T>::try_mutate(issuer, grantor, |legs| {
				legs.try_push(leg).map_err(|_| Error::<T>::TooManyLegs)
			})?;
			Grantors::<T>::try_mutate(issuer, |grantors| grantors.try_insert(grantor))
				.map_err(|_| Error::<T>::TooManyGrantors)?;
		}
		Ok(count)
	}

	fn tell(leg: &StoredLeg, from: Option<LegState>, by: Territory) {
		Self::deposit_event(Event::LegChanged {
			agreement: leg.agreement,
			issuer: leg.terms.issuer,
			grantor: leg.terms.grantor,
			from,
			to: leg.state(),
			by,
		});
	}

	/// Change one leg of a signed agreement.
	fn change(
		number: AgreementId,
		issuer: Territory,
		grantor: Territory,
		by: Territory,
		change: impl FnOnce(&mut StoredLeg) -> DispatchResult,
	) -> DispatchResult {
		Legs::<T>::try_mutate(issuer, grantor, |legs: &mut PairLegs| {
			let leg = legs
				.iter_mut()
				.find(|leg| leg.agreement == number)
				.ok_or(Error::<T>::UnknownLeg)?;
			let before = leg.state();
			change(leg)?;
			Self::tell(leg, Some(before), by);
			Ok::<_, DispatchError>(())
		})
	}

	pub(crate) fn do_put_in_force(
		grantor: Territory,
		number: AgreementId,
		issuer: Territory,
		from: Date,
	) -> DispatchResult {
		Self::change(number, issuer, grantor, grantor, |leg| {
			ensure!(
				leg.progress == Progress::Pending,
				Error::<T>::AlreadyPutInForce
			);
			Self::admitted(issuer)?;
			Self::ensure_to_come(from, &Self::admitted(grantor)?)?;
			leg.progress = Progress::InForce { from };
			Ok(())
		})
	}

	pub(crate) fn do_set_suspended(
		party: Territory,
		number: AgreementId,
		issuer: Territory,
		grantor: Territory,
		suspended: bool,
	) -> DispatchResult {
		ensure!(party == issuer || party == grantor, Error::<T>::NotAParty);
		Self::change(number, issuer, grantor, party, |leg| {
			ensure!(leg.progress != Progress::Pending, Error::<T>::LegPending);
			let mark = if party == issuer {
				&mut leg.suspended_by_issuer
			} else {
				&mut leg.suspended_by_grantor
			};
			let refusal = if suspended {
				Error::<T>::AlreadySuspended
			} else {
				Error::<T>::NotSuspended
			};
			ensure!(*mark != suspended, refusal);
			*mark = suspended;
			Ok(())
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

	fn grantors(issuer: Territory) -> BoundedBTreeSet<Territory, ConstU32<MAX_GRANTORS>> {
		Grantors::<T>::get(issuer)
	}
}
