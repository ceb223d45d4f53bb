//! Uses of benefits: how a declaration is named, and how a sealed use is proved.

use std::collections::BTreeMap;

use aeo_primitives::{
	declaration_commitment,
	recognition::{Basis, Entitlement},
	sealed_use::SealedUse,
	tree::{is_proven, proof, root},
	Benefit, CertificateNumber, Direction, Role, Territory, TraderId,
};
use codec::{Decode, Encode, MaxEncodedLen};
use primitive_types::H256;

fn number(text: &str) -> CertificateNumber {
	text.try_into().unwrap()
}

/// The use that Costa Rica gave to its declaration of this number.
fn sealed(declaration: u64) -> SealedUse {
	SealedUse {
		grantor: Territory::CR,
		declaration: H256::from_low_u64_be(declaration),
		role: Role::Exporter,
		direction: Direction::Import,
		trader: TraderId::repeat_byte(3),
		entitlements: vec![Entitlement {
			benefit: Benefit::FewerInspections,
			certificate: number("MX-1"),
			basis: Basis::Agreement(7),
		}]
		.try_into()
		.unwrap(),
		versions: BTreeMap::from([(number("MX-1"), 2)]).try_into().unwrap(),
		block: 12,
		at: 1_795_521_600_000,
	}
}

fn hashes(count: u64) -> Vec<H256> {
	(0..count).map(|place| sealed(place).hash()).collect()
}

fn hex(hash: H256) -> String {
	format!("{hash:?}")
}

#[test]
fn a_commitment_should_be_the_hash_of_reference_and_salt() {
	let salt = [7; 32];
	let commitment = declaration_commitment("24MX0001234567", &salt);
	let mut bytes = b"24MX0001234567".to_vec();
	bytes.extend([7; 32]);
	assert_eq!(commitment.0, sp_crypto_hashing::blake2_256(&bytes));
	assert_ne!(commitment, declaration_commitment("24MX0001234568", &salt));
	assert_ne!(
		commitment,
		declaration_commitment("24MX0001234567", &[8; 32])
	);
}

/// Whoever writes a verifier in another language compares with this.
#[test]
fn a_leaf_should_keep_its_bytes_and_its_hash() {
	let leaf = sealed(1);
	let encoded = leaf.encode();
	assert_eq!(SealedUse::decode(&mut &encoded[..]).unwrap(), leaf);
	assert!(encoded.len() <= SealedUse::max_encoded_len());
	let json = serde_json::to_string(&leaf).unwrap();
	assert_eq!(serde_json::from_str::<SealedUse>(&json).unwrap(), leaf);
	let mut bytes = b"aeo-chain/sealed-use/1".to_vec();
	bytes.extend(&encoded);
	assert_eq!(leaf.hash().0, sp_crypto_hashing::blake2_256(&bytes));
	assert_eq!(
		encoded
			.iter()
			.map(|byte| format!("{byte:02x}"))
			.collect::<String>(),
		"310000000000000000000000000000000000000000000000000000000000\
			 000001030003030303030303030303030303030303030303030303030303\
			 030303030303030401104d582d31010700000004104d582d31020000000c\
			 000000005a6d0da2010000"
	);
	// Computed elsewhere too, by the blake2b of another language.
	assert_eq!(
		hex(leaf.hash()),
		"0xdd87b0555374636fc75629a8bcc59954f733966c945da3ee71408772305d3da3"
	);
}

#[test]
fn every_leaf_should_be_proven_under_its_root_and_no_other() {
	for count in 1..=33_u32 {
		let leaves = hashes(count.into());
		let (root, other) = (root(&leaves), root(&hashes(u64::from(count) + 1)));
		for place in 0..count {
			let proof = proof(&leaves, place).expect("it is there");
			let leaf = sealed(place.into());
			assert!(is_proven(root, count, place, &proof, leaf.hash()));
			assert!(!is_proven(other, count, place, &proof, leaf.hash()));
			let forged = SealedUse {
				direction: Direction::Export,
				..leaf.clone()
			};
			assert!(!is_proven(root, count, place, &proof, forged.hash()));
			assert!(!is_proven(root, count, count, &proof, leaf.hash()));
			if count > 1 {
				assert!(!is_proven(root, count, place, &proof[1..], leaf.hash()));
			}
		}
		assert_eq!(proof(&leaves, count), None);
	}
}

#[test]
fn no_leaves_should_have_no_proof() {
	assert!(root(&[]).is_zero());
	assert_eq!(proof(&[], 0), None);
	assert!(!is_proven(H256::zero(), 0, 0, &[], sealed(0).hash()));
}

/// One that is left over moves up as it is.
#[test]
fn the_tree_should_be_that_of_the_sdk() {
	let join = |left: H256, right: H256| -> H256 {
		sp_crypto_hashing::blake2_256(&[left.0, right.0].concat()).into()
	};
	let leaves = hashes(5);
	assert_eq!(root(&leaves[..1]), leaves[0]);
	let two = join(leaves[0], leaves[1]);
	assert_eq!(root(&leaves[..2]), two);
	assert_eq!(root(&leaves[..3]), join(two, leaves[2]));
	let four = join(two, join(leaves[2], leaves[3]));
	assert_eq!(root(&leaves), join(four, leaves[4]));
}
