//! Accession and amendment (M6): all parties and those that accede sign a new version.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	pair::{self, Clock},
	types::{Agreement, AgreementLegs, Amendment, Kind, Leaving, Parties, RemovedLegs, Signatures},
	Agreements, Amendments, Config, EarlierVersions, Error, Event, Legs, NextAmendment, Pallet,
	ProposedLegs,
};
use aeo_primitives::{recognition::Administration, AgreementId, Date, Territory};
use alloc::collections::BTreeMap;
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_core::H256;
use sp_runtime::ArithmeticError;

/// What an amendment is to change.
pub(crate) struct Change {
	pub text: H256,
	pub new_parties: Parties,
	pub legs: AgreementLegs,
	pub removed: RemovedLegs,
	/// None where they stay as they are.
	pub notice_days: Option<u16>,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_amendment(
		party: Territory,
		number: AgreementId,
		change: Change,
		in_force_from: Option<Date>,
	) -> DispatchResult {
		let agreement = Self::signed(number)?;
		Self::clear_lapsed_amendment(number)?;
		let mut parties = Self::present(&agreement);
		ensure!(parties.contains(&party), Error::<T>::NotAParty);
		Self::add_acceding(&mut parties, &change)?;
		let mut admitted = BTreeMap::new();
		for party in &parties {
			admitted.insert(*party, Self::admitted(*party)?);
		}
		ensure!(!change.text.is_zero(), Error::<T>::TextMissing);
		let notice_days = change.notice_days.unwrap_or(agreement.notice_days);
		Self::ensure_notice_days(notice_days)?;
		ensure!(
			!change.legs.is_empty()
				|| !change.removed.is_empty()
				|| notice_days != agreement.notice_days,
			Error::<T>::NothingWouldChange
		);
		Self::ensure_legs(&parties, &change.legs)?;
		Self::ensure_nobody_leaves(&agreement, &change)?;
		Self::ensure_removable(number, &admitted, &change)?;
		let unknown = Self::ensure_programmes(&change.legs)?;

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
			proposed_at: Self::now(),
			signatures: Signatures::new(),
		};
		// What only removes legs, or changes days, has none that wait.
		if !change.legs.is_empty() {
			ProposedLegs::<T>::insert(number, change.legs);
		}
		Self::sign_version(party, number, amendment, in_force_from)?;
		Ok(())
	}

	/// The parties of an agreement but those whose notice has run out.
	pub(crate) fn present(agreement: &Agreement) -> Parties {
		let now = Self::now();
		let mut present = agreement.parties.clone();
		for party in &agreement.parties {
			if agreement.has_left(*party, now) {
				present.remove(party);
			}
		}
		present
	}

	/// Put those among `parties` that accede, each with a leg.
	fn add_acceding(parties: &mut Parties, change: &Change) -> DispatchResult {
		for party in &change.new_parties {
			let is_new = parties
				.try_insert(*party)
				.map_err(|_| Error::<T>::TooManyParties)?;
			ensure!(is_new, Error::<T>::PartyAlready);
			let mut legs = change.legs.iter();
			ensure!(
				legs.any(|leg| leg.issuer == *party || leg.grantor == *party),
				Error::<T>::AccedingWithoutLeg
			);
		}
		Ok(())
	}

	/// No leg of a party that leaves is changed.
	fn ensure_nobody_leaves(agreement: &Agreement, change: &Change) -> DispatchResult {
		let leaves = |party: &Territory| {
			agreement.leaving.contains_key(party) && !change.new_parties.contains(party)
		};
		let legs = change.legs.iter().map(|leg| (leg.issuer, leg.grantor));
		let removed = change
			.removed
			.iter()
			.map(|pair| (pair.issuer, pair.grantor));
		ensure!(
			!legs
				.chain(removed)
				.any(|(issuer, grantor)| leaves(&issuer) || leaves(&grantor)),
			Error::<T>::PartyLeaving
		);
		Ok(())
	}

	/// Each leg that is to be removed is there, between two parties, and not changed as well.
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
			let clock = Clock::at(Self::now(), issuer, grantor);
			let mut stored = Legs::<T>::get(pair.issuer, pair.grantor);
			pair::ensure_there(&mut stored, number, clock).map_err(Self::refused)?;
		}
		Ok(())
	}

	pub(crate) fn do_sign_amendment(
		party: Territory,
		number: AgreementId,
		terms: H256,
		in_force_from: Option<Date>,
	) -> Result<u32, DispatchError> {
		let amendment = Self::open_amendment(number)?;
		ensure!(amendment.terms == terms, Error::<T>::TermsDiffer);
		Self::sign_version(party, number, amendment, in_force_from)
	}

	/// Sign an amendment. With the last signature it stands in the agreement, and what stood there
	/// is kept. Gives the number of legs that begin with it.
	fn sign_version(
		party: Territory,
		number: AgreementId,
		mut amendment: Amendment,
		in_force_from: Option<Date>,
	) -> Result<u32, DispatchError> {
		let complete = Self::add_signature(
			&mut amendment.signatures,
			&amendment.parties,
			party,
			in_force_from,
		)?;
		Self::deposit_event(Event::AmendmentSigned {
			agreement: number,
			version: amendment.version,
			party,
			complete,
		});
		if !complete {
			Amendments::<T>::insert(number, amendment);
			return Ok(0);
		}
		Amendments::<T>::remove(number);
		Self::settle(amendment.proposer, Kind::Amendment, number);
		let earlier = Self::signed(number)?;
		let (agreement, removed) = Self::amended(&earlier, amendment);
		EarlierVersions::<T>::insert(number, earlier.version, earlier);
		Agreements::<T>::insert(number, &agreement);
		Self::begin(number, &agreement, &removed, party)
	}

	/// The next version of an agreement, and the legs that it removes. A party whose notice has run out
	/// is none any more; a notice that runs goes on.
	fn amended(earlier: &Agreement, amendment: Amendment) -> (Agreement, RemovedLegs) {
		let mut leaving: Leaving = earlier.leaving.clone();
		leaving.retain(|party, _| {
			amendment.parties.contains(party) && !amendment.acceding.contains(party)
		});
		let agreement = Agreement {
			parties: amendment.parties,
			text: amendment.text,
			terms: amendment.terms,
			signed_on: earlier.signed_on,
			notice_days: amendment.notice_days,
			proposer: amendment.proposer,
			proposed_at: amendment.proposed_at,
			signatures: amendment.signatures,
			state: earlier.state,
			version: amendment.version,
			leaving,
		};
		(agreement, amendment.removed)
	}
}
