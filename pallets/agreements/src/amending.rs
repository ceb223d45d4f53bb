//! Accession and amendment (M6): all parties and those that accede sign a new version.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{Agreement, AgreementLegs, Amendment, Kind, Leaving, Parties, Signatures, MAX_PARTIES},
	Agreements, Amendments, Config, EarlierVersions, Error, Event, Pallet, ProposedLegs,
};
use aeo_primitives::{AgreementId, Date, Territory};
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::ConstU32,
	BoundedVec,
};
use sp_core::H256;
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose_amendment(
		party: Territory,
		number: AgreementId,
		text: H256,
		new_parties: BoundedVec<Territory, ConstU32<MAX_PARTIES>>,
		legs: AgreementLegs,
		in_force_from: Option<Date>,
	) -> DispatchResult {
		let agreement = Self::signed(number)?;
		Self::clear_lapsed_amendment(number)?;
		let mut parties = Self::present(&agreement);
		ensure!(parties.contains(&party), Error::<T>::NotAParty);
		let acceding = Self::acceding(&mut parties, new_parties, &legs)?;
		for party in &parties {
			Self::admitted(*party)?;
		}
		ensure!(!text.is_zero(), Error::<T>::TextMissing);
		Self::ensure_legs(&parties, &legs)?;
		let leaves = |party| agreement.leaving.contains_key(party) && !acceding.contains(party);
		ensure!(
			!legs
				.iter()
				.any(|leg| leaves(&leg.issuer) || leaves(&leg.grantor)),
			Error::<T>::PartyLeaving
		);

		let version = agreement
			.version
			.checked_add(1)
			.ok_or(ArithmeticError::Overflow)?;
		let signed = (number, version, agreement.terms, &parties, text, &legs);
		let terms: H256 = sp_io::hashing::blake2_256(&signed.encode()).into();
		Self::wait(party, Kind::Amendment, number, &legs)?;
		Self::deposit_event(Event::AmendmentProposed {
			agreement: number,
			version,
			acceding: acceding.clone(),
			text,
			terms,
			proposer: party,
		});
		let amendment = Amendment {
			version,
			parties,
			acceding,
			text,
			terms,
			proposer: party,
			proposed_at: Self::now(),
			signatures: Signatures::new(),
		};
		ProposedLegs::<T>::insert(number, legs);
		Self::sign_version(party, number, amendment, in_force_from)?;
		Ok(())
	}

	/// The parties of an agreement but those whose notice has run out.
	fn present(agreement: &Agreement) -> Parties {
		let now = Self::now();
		let mut present = agreement.parties.clone();
		for party in &agreement.parties {
			if agreement.has_left(*party, now) {
				present.remove(party);
			}
		}
		present
	}

	/// Those that accede, each once and with a leg; they are put among `parties`.
	fn acceding(
		parties: &mut Parties,
		new_parties: BoundedVec<Territory, ConstU32<MAX_PARTIES>>,
		legs: &AgreementLegs,
	) -> Result<Parties, DispatchError> {
		let mut acceding = Parties::new();
		for party in new_parties {
			let is_new = parties
				.try_insert(party)
				.map_err(|_| Error::<T>::TooManyParties)?;
			ensure!(is_new, Error::<T>::PartiesNotUnderstood);
			ensure!(
				legs.iter()
					.any(|leg| leg.issuer == party || leg.grantor == party),
				Error::<T>::AccedingWithoutLeg
			);
			acceding
				.try_insert(party)
				.map_err(|_| Error::<T>::TooManyParties)?;
		}
		Ok(acceding)
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
		let agreement = Self::amended(&earlier, amendment);
		EarlierVersions::<T>::insert(number, earlier.version, earlier);
		Agreements::<T>::insert(number, &agreement);
		Self::begin(number, &agreement, party)
	}

	/// The next version of an agreement. A party whose notice has run out is none any more; a notice
	/// that runs goes on.
	fn amended(earlier: &Agreement, amendment: Amendment) -> Agreement {
		let mut leaving: Leaving = earlier.leaving.clone();
		leaving.retain(|party, _| {
			amendment.parties.contains(party) && !amendment.acceding.contains(party)
		});
		Agreement {
			parties: amendment.parties,
			text: amendment.text,
			terms: amendment.terms,
			signed_on: earlier.signed_on,
			notice_days: earlier.notice_days,
			proposer: amendment.proposer,
			proposed_at: amendment.proposed_at,
			signatures: amendment.signatures,
			state: earlier.state,
			version: amendment.version,
			leaving,
		}
	}
}
