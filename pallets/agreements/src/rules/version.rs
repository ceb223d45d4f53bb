//! A version of an agreement: who accedes with it, what it makes of the one before, and which legs
//! it begins and ends.

use crate::{
	rules::Refusal,
	types::{Agreement, AgreementLegs, Amendment, Change, Leaving, LegTerms, Parties, RemovedLegs},
};
use aeo_primitives::Territory;
use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::ensure;

/// What a version does to the legs of an issuer.
#[derive(Default)]
pub(crate) struct OfIssuer {
	pub begin: Vec<LegTerms>,
	/// The grantors to which its legs end.
	pub end_to: Vec<Territory>,
}

/// Puts those among `parties` that accede, each with a leg.
pub(crate) fn add_acceding(parties: &mut Parties, change: &Change) -> Result<(), Refusal> {
	for party in &change.new_parties {
		let is_new = parties
			.try_insert(*party)
			.map_err(|_| Refusal::TooManyParties)?;
		ensure!(is_new, Refusal::PartyAlready);
		let mut legs = change.legs.iter();
		ensure!(
			legs.any(|leg| leg.issuer == *party || leg.grantor == *party),
			Refusal::AccedingWithoutLeg
		);
	}
	Ok(())
}

/// Ensures that no leg of a party that leaves is changed.
pub(crate) fn ensure_nobody_leaves(agreement: &Agreement, change: &Change) -> Result<(), Refusal> {
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
		Refusal::PartyLeaving
	);
	Ok(())
}

/// Returns the next version of an agreement, and the legs that it removes. A party whose notice has
/// run out is none any more; a notice that runs goes on.
pub(crate) fn amended(earlier: &Agreement, amendment: Amendment) -> (Agreement, RemovedLegs) {
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

/// Returns what a version does, by issuer: the legs that begin, and those that it removes.
pub(crate) fn by_issuer(
	legs: AgreementLegs,
	removed: &RemovedLegs,
) -> BTreeMap<Territory, OfIssuer> {
	let mut by_issuer: BTreeMap<Territory, OfIssuer> = BTreeMap::new();
	for terms in legs {
		let of_issuer = by_issuer.entry(terms.issuer).or_default();
		of_issuer.begin.push(terms);
	}
	for pair in removed {
		let of_issuer = by_issuer.entry(pair.issuer).or_default();
		of_issuer.end_to.push(pair.grantor);
	}
	by_issuer
}
