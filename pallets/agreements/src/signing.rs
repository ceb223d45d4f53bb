//! Proposing and signing (M1, M2).
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{
		Agreement, AgreementLegs, AgreementState, Draft, Kind, Leaving, Parties, RemovedLegs,
		Signature, Signatures, MAX_NOTICE_DAYS,
	},
	Agreements, Config, Error, Event, LastAgreement, Pallet, ProposedLegs,
};
use aeo_primitives::{
	recognition::{Administration, Standing},
	AdministrationLookup, AgreementId, Date, Moment, Officers, Scope, Territory,
};
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
	traits::UnixTime,
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_core::H256;
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

/// For whom the signer of a call acts.
pub(crate) struct Actor {
	/// The administration.
	pub party: Territory,
	/// Whether it is its own account, which binds it.
	pub is_own_account: bool,
}

impl<T: Config> Pallet<T> {
	/// The administration for which the signer is the own account, or an officer with scope
	/// `Agreements`.
	pub(crate) fn ensure_party(origin: OriginFor<T>) -> Result<Actor, DispatchError> {
		let account = ensure_signed(origin)?;
		if let Ok(party) = T::Administrations::ensure_own_account(&account) {
			return Ok(Actor {
				party,
				is_own_account: true,
			});
		}
		let party =
			T::Administrations::ensure_officer(&account, Scope::Agreements).map_err(Into::into)?;
		Ok(Actor {
			party,
			is_own_account: false,
		})
	}

	/// The administration of which the signer is the own account.
	pub(crate) fn ensure_own_account(origin: OriginFor<T>) -> Result<Territory, DispatchError> {
		T::Administrations::ensure_own_account(&ensure_signed(origin)?).map_err(Into::into)
	}

	/// An administration of this chain, whatever its standing.
	pub(crate) fn administration(party: Territory) -> Result<Administration, DispatchError> {
		T::Administrations::administration(party).ok_or_else(|| Error::<T>::PartyNotAdmitted.into())
	}

	/// An administration that takes part fully.
	pub(crate) fn admitted(party: Territory) -> Result<Administration, DispatchError> {
		let administration = Self::administration(party)?;
		ensure!(
			administration.standing == Standing::Admitted,
			Error::<T>::PartyNotAdmitted
		);
		Ok(administration)
	}

	pub(crate) fn now() -> Moment {
		T::Time::now().as_millis().saturated_into()
	}

	/// A day that is not over where the clocks of `grantor` stand.
	pub(crate) fn ensure_to_come(day: Date, grantor: &Administration) -> DispatchResult {
		ensure!(
			day.last_moment(grantor.utc_offset) >= Self::now(),
			Error::<T>::DayPassed
		);
		Ok(())
	}

	/// Today, where the clocks of `grantor` stand.
	pub(crate) fn today(grantor: &Administration) -> Result<Date, DispatchError> {
		Date::at(Self::now(), grantor.utc_offset).map_err(|_| ArithmeticError::Overflow.into())
	}

	/// Days between a notice and the end: some, and no more than ten years.
	pub(crate) fn ensure_notice_days(days: u16) -> DispatchResult {
		ensure!(days > 0, Error::<T>::NoticeDaysMissing);
		ensure!(days <= MAX_NOTICE_DAYS, Error::<T>::NoticeTooLong);
		Ok(())
	}

	pub(crate) fn do_propose(
		actor: Actor,
		draft: Draft,
		in_force_from: Option<Date>,
	) -> DispatchResult {
		ensure!(draft.parties.len() > 1, Error::<T>::PartiesMissing);
		ensure!(draft.parties.contains(&actor.party), Error::<T>::NotAParty);
		for party in &draft.parties {
			Self::admitted(*party)?;
		}
		ensure!(!draft.text.is_zero(), Error::<T>::TextMissing);
		Self::ensure_notice_days(draft.notice_days)?;
		let proposer = Self::admitted(actor.party)?;
		if let Some(day) = draft.signed_on {
			ensure!(
				day.first_moment(proposer.utc_offset) <= Self::now(),
				Error::<T>::DayNotCome
			);
		}
		ensure!(!draft.legs.is_empty(), Error::<T>::LegsMissing);
		Self::ensure_legs(&draft.parties, &draft.legs)?;
		let unknown = Self::ensure_programmes(&draft.legs)?;
		ensure!(
			actor.is_own_account || in_force_from.is_none(),
			Error::<T>::OnlyOwnAccountSigns
		);

		let number = LastAgreement::<T>::get()
			.checked_add(1)
			.ok_or(ArithmeticError::Overflow)?;
		Self::wait(actor.party, Kind::Agreement, number, &draft.legs)?;
		LastAgreement::<T>::put(number);
		let terms: H256 = sp_io::hashing::blake2_256(&draft.encode()).into();
		let agreement = Agreement {
			parties: draft.parties.clone(),
			text: draft.text,
			terms,
			signed_on: draft.signed_on,
			notice_days: draft.notice_days,
			proposer: actor.party,
			proposed_at: Self::now(),
			signatures: Signatures::new(),
			state: AgreementState::Proposed,
			version: 1,
			leaving: Leaving::new(),
		};
		Agreements::<T>::insert(number, agreement);
		ProposedLegs::<T>::insert(number, draft.legs);
		Self::deposit_event(Event::AgreementProposed {
			agreement: number,
			parties: draft.parties,
			text: draft.text,
			terms,
			proposer: actor.party,
		});
		Self::tell_unknown(number, unknown);
		if actor.is_own_account {
			Self::do_sign(actor.party, number, terms, in_force_from)?;
		}
		Ok(())
	}

	/// Each leg leads from one party to another, once.
	pub(crate) fn ensure_legs(parties: &Parties, legs: &AgreementLegs) -> DispatchResult {
		let mut known = alloc::collections::BTreeSet::new();
		for leg in legs {
			ensure!(
				leg.issuer != leg.grantor
					&& parties.contains(&leg.issuer)
					&& parties.contains(&leg.grantor),
				Error::<T>::LegNotBetweenParties
			);
			ensure!(
				known.insert((leg.issuer, leg.grantor)),
				Error::<T>::LegTwice
			);
		}
		Ok(())
	}

	/// Sign. Gives the number of legs that begin with it.
	pub(crate) fn do_sign(
		party: Territory,
		number: AgreementId,
		terms: H256,
		in_force_from: Option<Date>,
	) -> Result<u32, DispatchError> {
		let mut agreement = Self::open(number)?;
		ensure!(agreement.terms == terms, Error::<T>::TermsDiffer);
		let complete = Self::add_signature(
			&mut agreement.signatures,
			&agreement.parties,
			party,
			in_force_from,
		)?;
		if complete {
			agreement.state = AgreementState::Signed;
			Self::settle(agreement.proposer, Kind::Agreement, number);
		}
		Agreements::<T>::insert(number, &agreement);
		Self::deposit_event(Event::AgreementSigned {
			agreement: number,
			party,
			complete,
		});
		if complete {
			return Self::begin(number, &agreement, &RemovedLegs::new(), party);
		}
		Ok(0)
	}

	/// Add a party's signature. Gives whether all have signed now.
	pub(crate) fn add_signature(
		signatures: &mut Signatures,
		parties: &Parties,
		party: Territory,
		in_force_from: Option<Date>,
	) -> Result<bool, DispatchError> {
		ensure!(parties.contains(&party), Error::<T>::NotAParty);
		let signer = Self::admitted(party)?;
		let signature = Signature {
			in_force_from,
			admission: signer.admission,
		};
		// Who was admitted anew since signs anew.
		let has_signed = signatures
			.get(&party)
			.is_some_and(|earlier| earlier.admission == signer.admission);
		ensure!(!has_signed, Error::<T>::SignedAlready);
		if let Some(day) = in_force_from {
			Self::ensure_to_come(day, &signer)?;
		}
		signatures
			.try_insert(party, signature)
			.map_err(|_| Error::<T>::NotAParty)?;
		Ok(signatures.len() == parties.len())
	}

	/// An agreement that all have signed.
	pub(crate) fn signed(number: AgreementId) -> Result<Agreement, DispatchError> {
		let agreement = Agreements::<T>::get(number).ok_or(Error::<T>::NoSuchAgreement)?;
		ensure!(
			agreement.state == AgreementState::Signed,
			Error::<T>::NotSignedYet
		);
		Ok(agreement)
	}
}
