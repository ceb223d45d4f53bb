//! `is_equivocation`: which two headers prove one.

use crate::{is_equivocation, Proof};
use sp_consensus_aura::{
	digests::CompatibleDigestItem,
	sr25519::{AuthorityPair, AuthoritySignature},
};
use sp_core::{Pair, H256};
use sp_runtime::{
	generic,
	traits::{BlakeTwo256, Header},
	Digest, DigestItem,
};

type TestHeader = generic::Header<u32, BlakeTwo256>;

fn pair(seed: u8) -> AuthorityPair {
	AuthorityPair::from_seed(&[seed; 32])
}

fn pre_digest(slot: u64) -> DigestItem {
	CompatibleDigestItem::<AuthoritySignature>::aura_pre_digest(slot.into())
}

/// A header of these slots whose content is `content`, sealed by the key of `seed`.
fn header(slots: &[u64], content: u8, seed: u8) -> TestHeader {
	let logs = slots.iter().copied().map(pre_digest).collect();
	let mut header = TestHeader::new(
		7,
		H256::repeat_byte(content),
		H256::zero(),
		H256::zero(),
		Digest { logs },
	);
	let seal = pair(seed).sign(header.hash().as_ref());
	header.digest_mut().push(DigestItem::aura_seal(seal));
	header
}

fn proves(first_header: TestHeader, second_header: TestHeader) -> bool {
	is_equivocation(&Proof {
		offender: pair(1).public(),
		slot: 5.into(),
		first_header,
		second_header,
	})
}

#[test]
fn two_blocks_of_one_slot_should_be_an_equivocation() {
	assert!(proves(header(&[5], 1, 1), header(&[5], 2, 1)));
}

#[test]
fn anything_else_should_be_none() {
	let good = || header(&[5], 1, 1);
	// the same block; and once more sealed, with another signature
	let again = header(&[5], 1, 1);
	assert_ne!(good().hash(), again.hash());
	assert!(!proves(good(), good()));
	assert!(!proves(good(), again));
	// another's seal, another slot, two slots, none
	assert!(!proves(good(), header(&[5], 2, 2)));
	assert!(!proves(good(), header(&[6], 2, 1)));
	assert!(!proves(header(&[6], 1, 1), header(&[6], 2, 1)));
	assert!(!proves(good(), header(&[5, 6], 2, 1)));
	assert!(!proves(good(), header(&[5, 5], 2, 1)));
	assert!(!proves(good(), header(&[], 2, 1)));
	// changed after it was sealed
	let mut changed = header(&[5], 2, 1);
	changed.set_number(8);
	assert!(!proves(good(), changed));
	// without a seal, or with something behind it
	let mut open = header(&[5], 2, 1);
	open.digest_mut().pop();
	assert!(!proves(good(), open));
	let mut longer = header(&[5], 2, 1);
	longer.digest_mut().push(pre_digest(5));
	assert!(!proves(good(), longer));
}
