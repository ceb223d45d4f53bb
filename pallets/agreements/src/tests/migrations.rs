//! What an upgrade does to what is stored.

use super::*;
use crate::{
	migrations::{v1, Migrations},
	LegTerms, Legs, ProposedLegs, StoredLeg, Waiting,
};
use codec::{Decode, Encode};
use frame_support::{
	storage::unhashed,
	traits::{GetStorageVersion, OnRuntimeUpgrade, StorageVersion},
};

const PAIR: [Territory; 2] = [Territory::MX, Territory::CR];

/// A leg's terms as version 1 has stored them: they end with the place in the manifest, empty here.
fn earlier_terms(now: &LegTerms) -> v1::LegTerms {
	let mut encoded = now.encode();
	assert_eq!(encoded.pop(), Some(0), "an empty text is one byte");
	v1::LegTerms::decode(&mut &encoded[..]).expect("the fields before are the same")
}

fn earlier_leg(now: &StoredLeg) -> v1::StoredLeg {
	let mut encoded = now.encode();
	assert_eq!(encoded.pop(), Some(0), "an empty text is one byte");
	v1::StoredLeg::decode(&mut &encoded[..]).expect("the fields before are the same")
}

/// Everything that the pallet has stored of legs.
fn stored() -> impl PartialEq + core::fmt::Debug {
	let mut legs: Vec<_> = Legs::<Test>::iter().collect();
	let mut proposed: Vec<_> = ProposedLegs::<Test>::iter().collect();
	let mut waiting: Vec<_> = Waiting::<Test>::iter().collect();
	legs.sort_by_key(|(issuer, grantor, _)| (*issuer, *grantor));
	proposed.sort_by_key(|(number, _)| *number);
	waiting.sort_by_key(|(proposer, kind, _)| (*proposer, kind.encode()));
	assert_eq!((legs.len(), proposed.len(), waiting.len()), (2, 2, 2));
	(legs, proposed, waiting)
}

/// Writes what version 1 would have stored in the place of what is stored.
fn store_as_version_1() {
	let pairs: Vec<_> = Legs::<Test>::iter().collect();
	for (issuer, grantor, legs) in pairs {
		let old: Vec<_> = legs.iter().map(earlier_leg).collect();
		unhashed::put(&Legs::<Test>::hashed_key_for(issuer, grantor), &old);
	}
	let proposals: Vec<_> = ProposedLegs::<Test>::iter().collect();
	let mut sizes = std::collections::BTreeMap::new();
	for (number, legs) in proposals {
		let old: Vec<_> = legs.iter().map(earlier_terms).collect();
		sizes.insert(number, u32::try_from(old.encoded_size()).expect("small"));
		unhashed::put(&ProposedLegs::<Test>::hashed_key_for(number), &old);
	}
	Waiting::<Test>::translate_values(|mut waiting: crate::WaitingList<_>| {
		for waits in waiting.iter_mut() {
			waits.bytes = sizes[&waits.agreement];
		}
		Some(waiting)
	});
	StorageVersion::new(1).put::<Agreements>();
}

/// Legs in force, those of an agreement that waits and those of an amendment: all stay as they are,
/// and what was proposed can be signed by the hash that was read before.
#[test]
fn legs_should_be_kept_and_say_that_no_manifest_names_the_operator() {
	build_and_execute(|| {
		let signed_one = conclude();
		let waits = propose(by(CR), &PAIR, None);
		assert_ok!(amend_with(signed(MX), signed_one, &[], mesh(&PAIR), None));
		let (read, amended) = (terms(waits), amendment_terms(signed_one));
		let before = stored();
		store_as_version_1();
		Migrations::<Test>::on_runtime_upgrade();
		assert_eq!(stored(), before);
		assert_eq!(Agreements::on_chain_storage_version(), 2);
		assert!(Legs::<Test>::iter_values().flatten().all(|leg| leg
			.terms
			.declare_as
			.manifest_place
			.is_empty()));
		// Once: what is there in the next release stays.
		Migrations::<Test>::on_runtime_upgrade();
		assert_eq!(stored(), before);
		assert_eq!((terms(waits), amendment_terms(signed_one)), (read, amended));
		assert_ok!(sign(MX, waits, None));
		assert_ok!(sign_amendment(CR, signed_one, None));
	});
}
