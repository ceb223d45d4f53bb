//! The signatures to a version of an agreement, and the legs that begin with the last one.

use crate::{
	rules::{pair, version::by_issuer},
	types::{
		Agreement, AgreementState, Parties, Progress, RemovedLegs, Signature, Signatures, StoredLeg,
	},
	Agreements, Config, Error, Pallet, ProposedLegs,
};
use aeo_primitives::{
	recognition::{Administration, Admissions},
	AgreementId, Date, Territory,
};
use alloc::collections::BTreeMap;
use frame_support::{ensure, pallet_prelude::DispatchError};
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

impl<T: Config> Pallet<T> {
	/// Returns an agreement that all have signed.
	pub(crate) fn signed(number: AgreementId) -> Result<Agreement, DispatchError> {
		let agreement = Agreements::<T>::get(number).ok_or(Error::<T>::UnknownAgreement)?;
		ensure!(
			agreement.state == AgreementState::Signed,
			Error::<T>::NotSignedYet
		);
		Ok(agreement)
	}

	/// Adds a party's signature. Returns whether all have signed now.
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

	/// Begins the legs of a version of an agreement that all have signed, and ends those that it
	/// removes. A day that has passed meanwhile counts as today. Returns the number of both.
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
		let count = legs.len().saturating_add(removed.len()).saturated_into();
		let party = |territory: Territory| {
			let found = parties.get(&territory);
			found.ok_or(Error::<T>::LegNotBetweenParties)
		};
		for (issuer, of_issuer) in by_issuer(legs, removed) {
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

	/// Returns the day that a grantor gave with its signature; today, where that has passed.
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

	/// Returns tomorrow, where the clocks of `grantor` stand.
	fn tomorrow(grantor: &Administration) -> Result<Date, DispatchError> {
		let today = Self::today(grantor)?;
		today
			.day_after()
			.ok_or_else(|| ArithmeticError::Overflow.into())
	}
}
