//! Proposing an amendment (M6): all parties and those that accede are to sign a new version.

use crate::{
	rules::{
		agreement::{ensure_legs, ensure_notice_days},
		leg::Clock,
		pair,
		version::{add_acceding, ensure_nobody_leaves},
	},
	types::{Amendment, Change, Kind, Signatures},
	Config, Error, Event, Legs, NextAmendment, Pallet, ProposedLegs,
};
use aeo_primitives::{recognition::Administration, AgreementId, Date, Territory};
use aeo_support::clock::BlockTime;
use alloc::collections::BTreeMap;
use codec::Encode;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Proposes an amendment, and signs it.
	pub(crate) fn do_propose_amendment(
		party: Territory,
		number: AgreementId,
		change: Change,
		in_force_from: Option<Date>,
	) -> DispatchResult {
		let agreement = Self::signed(number)?;
		Self::clear_lapsed_amendment(number)?;
		let mut parties = agreement.present(T::Time::moment());
		ensure!(parties.contains(&party), Error::<T>::NotAParty);
		add_acceding(&mut parties, &change).map_err(Self::refused)?;
		let mut admitted = BTreeMap::new();
		for party in &parties {
			admitted.insert(*party, Self::admitted(*party)?);
		}
		ensure!(!change.text.is_zero(), Error::<T>::TextMissing);
		let notice_days = change.notice_days.unwrap_or(agreement.notice_days);
		ensure_notice_days(notice_days).map_err(Self::refused)?;
		ensure!(
			!change.legs.is_empty()
				|| !change.removed.is_empty()
				|| notice_days != agreement.notice_days,
			Error::<T>::NothingWouldChange
		);
		ensure_legs(&parties, &change.legs).map_err(Self::refused)?;
		ensure_nobody_leaves(&agreement, &change).map_err(Self::refused)?;
		Self::ensure_removable(number, &admitted, &change)?;
		let unknown = Self::unknown_to_issuers(&change.legs)?;

		let version = agreement
			.version
			.checked_add(1)
			.ok_or(ArithmeticError::Overflow)?;
		let amendment = NextAmendment::<T>::get();
		let next = amendment.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		NextAmendment::<T>::put(next);
		let signed = (
			(number, amendment, version),
			agreement.terms,
			&parties,
			change.text,
			&change.legs,
			&change.removed,
			notice_days,
		);
		let terms: H256 = sp_io::hashing::blake2_256(&signed.encode()).into();
		Self::wait(party, Kind::Amendment, number, &change.legs)?;
		Self::deposit_event(Event::AmendmentProposed {
			agreement: number,
			version,
			acceding: change.new_parties.clone(),
			removed: change.removed.clone(),
			notice_days,
			text: change.text,
			terms,
			proposer: party,
		});
		Self::tell_unknown(number, unknown);
		let amendment = Amendment {
			number: amendment,
			version,
			parties,
			acceding: change.new_parties,
			text: change.text,
			removed: change.removed,
			notice_days,
			terms,
			proposer: party,
			proposed_at: T::Time::moment(),
			signatures: Signatures::new(),
		};
		// What only removes legs, or changes days, has none that wait.
		if !change.legs.is_empty() {
			ProposedLegs::<T>::insert(number, change.legs);
		}
		Self::sign_version(party, number, amendment, in_force_from)?;
		Ok(())
	}

	/// Ensures that each leg that is to be removed is there, between two parties, and not changed
	/// as well.
	fn ensure_removable(
		number: AgreementId,
		parties: &BTreeMap<Territory, Administration>,
		change: &Change,
	) -> DispatchResult {
		for pair in &change.removed {
			let ends = parties.get(&pair.issuer).zip(parties.get(&pair.grantor));
			let (issuer, grantor) = ends.ok_or(Error::<T>::LegNotBetweenParties)?;
			let mut legs = change.legs.iter();
			ensure!(
				!legs.any(|leg| (leg.issuer, leg.grantor) == (pair.issuer, pair.grantor)),
				Error::<T>::LegTwice
			);
			let clock = Clock::at(T::Time::moment(), issuer, grantor);
			let mut stored = Legs::<T>::get(pair.issuer, pair.grantor);
			pair::ensure_there(&mut stored, number, clock).map_err(Self::refused)?;
		}
		Ok(())
	}
}
