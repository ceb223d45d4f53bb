//! What must hold between any two blocks.

use crate::{
	AgreementState, Agreements, Config, Grantors, Legs, NextAgreement, Pallet, ProposedLegs,
};
use aeo_primitives::Territory;
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check the invariants of the pallet:
	///
	/// 1. agreements are numbered below the next number;
	/// 2. only parties have signed, and an agreement is `Signed` when and only when all have (I7);
	/// 3. legs that are proposed belong to agreements that are, and the others to signed ones, whose
	///    parties both ends are (I7);
	/// 4. a pair has one leg of an agreement at most;
	/// 5. the grantors of an issuer equal a recount (I22).
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		for (number, agreement) in Agreements::<T>::iter() {
			ensure!(
				number < NextAgreement::<T>::get(),
				"an agreement is numbered too high"
			);
			ensure!(
				agreement
					.signatures
					.keys()
					.all(|party| agreement.parties.contains(party)),
				"somebody signed who is no party"
			);
			let is_complete = agreement.signatures.len() == agreement.parties.len();
			ensure!(
				is_complete == (agreement.state == AgreementState::Signed),
				"an agreement's state differs from its signatures"
			);
			ensure!(
				is_complete != ProposedLegs::<T>::contains_key(number),
				"legs are proposed of a signed agreement, or none of a proposed one"
			);
		}
		for number in ProposedLegs::<T>::iter_keys() {
			ensure!(
				Agreements::<T>::contains_key(number),
				"legs are proposed of no agreement"
			);
		}
		let mut grantors: BTreeMap<Territory, BTreeSet<Territory>> = BTreeMap::new();
		for (issuer, grantor, legs) in Legs::<T>::iter() {
			grantors.entry(issuer).or_default().insert(grantor);
			let mut numbers = BTreeSet::new();
			for leg in legs {
				let agreement = Agreements::<T>::get(leg.agreement).ok_or("a leg of none")?;
				ensure!(
					agreement.state == AgreementState::Signed
						&& agreement.parties.contains(&issuer)
						&& agreement.parties.contains(&grantor)
						&& (leg.terms.issuer, leg.terms.grantor) == (issuer, grantor),
					"a leg is not between two parties that have signed"
				);
				ensure!(
					numbers.insert(leg.agreement),
					"a pair has two legs of one agreement"
				);
			}
		}
		let stored: BTreeMap<_, BTreeSet<_>> = Grantors::<T>::iter()
			.map(|(issuer, set)| (issuer, set.into_iter().collect()))
			.collect();
		ensure!(stored == grantors, "grantors differ from a recount");
		Ok(())
	}
}
