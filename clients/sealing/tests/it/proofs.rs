//! One record proved, and nothing that was changed.

use crate::sample::{book, chain, key, number, secret, shared, Files, CLASSES, GENESIS, READER};
use aeo_primitives::{DataClass, Territory};
use aeo_sealing::{prove, Error, OnChain, Proof};
use primitive_types::H256;

/// The proof of each record of a list with pages of 1, 3 and 8 records.
fn proofs() -> (Vec<Proof>, OnChain) {
	let ordinals = [0, 50, 101, 102];
	let mut readable = shared(&ordinals, &CLASSES);
	let classes = |classes: &[DataClass]| {
		shared(&[0], classes)
			.pop_first()
			.map(|(_, certificate)| certificate.classes)
			.expect("one")
	};
	readable.get_mut(&number(0)).expect("there").classes = classes(&CLASSES[..1]);
	readable.get_mut(&number(50)).expect("there").classes = classes(&CLASSES[1..]);
	let sealed = book(&ordinals).list_for(READER, key(READER), 1, &readable);
	let mut files = Files::default();
	let chain = files.add(&sealed, chain(READER, 1));
	let own = secret(READER);
	let (list, opened) = files.open(chain, &own).expect("opens");
	let proofs = opened.pages.iter().flat_map(|page| {
		let list = &list;
		page.entries.iter().map(move |entry| {
			let record = entry.record();
			prove(list, page, &record.number, record.class()).expect("it is there")
		})
	});
	let proofs: Vec<_> = proofs.collect();
	let page = &opened.pages[0];
	assert!(prove(&list, page, &number(0), DataClass::Sites).is_none());
	assert!(prove(&list, page, &number(1), DataClass::Identity).is_none());
	(proofs, chain)
}

#[test]
fn every_record_should_be_proved() {
	let (proofs, chain) = proofs();
	assert_eq!(proofs.len(), 1 + 3 + 8);
	for proof in &proofs {
		let record = proof.verify(&chain).expect("proved");
		assert_eq!(record.canonical(), proof.record);
		// As a file.
		let text = serde_json::to_string(proof).expect("JSON");
		assert_eq!(serde_json::from_str::<Proof>(&text).expect("JSON"), *proof);
	}
}

#[test]
fn what_was_changed_should_not_be_proved() {
	let (proofs, chain) = proofs();
	let proof = proofs.last().expect("one").clone();
	let refused = |change: fn(&mut Proof)| {
		let mut changed = proof.clone();
		change(&mut changed);
		changed.verify(&chain).expect_err("changed")
	};
	for change in [
		(|proof| proof.record = proof.record.replace("R10", "R11")) as fn(&mut Proof),
		|proof| proof.salt = H256::zero(),
		|proof| proof.place -= 1,
		|proof| proof.leaf_path[0] = H256::zero(),
		|proof| proof.leaf_path.push(H256::zero()),
		|proof| proof.leaf_path.clear(),
	] {
		assert_eq!(refused(change), Error::PageDiffers);
	}
	for change in [
		(|proof| proof.page += 1) as fn(&mut Proof),
		|proof| proof.leaves += 1,
		|proof| proof.leaves_root = H256::zero(),
		|proof| proof.page_place = 0,
		|proof| proof.page_place = 3,
		|proof| proof.page_path.clear(),
		|proof| proof.page_path.push(H256::zero()),
	] {
		assert_eq!(refused(change), Error::RootDiffers);
	}
}

#[test]
fn a_proof_should_be_of_one_chain_list_and_issuer() {
	let (proofs, chain) = proofs();
	let proof = proofs.first().expect("one");
	let refused = |chain: OnChain| proof.verify(&chain).expect_err("another");
	let genesis = H256([8; 32]);
	assert_ne!(genesis, GENESIS);
	assert_eq!(refused(OnChain { genesis, ..chain }), Error::PageDiffers);
	let root = H256([1; 32]);
	assert_eq!(refused(OnChain { root, ..chain }), Error::RootDiffers);
	let last = proofs.last().expect("one");
	for pages in [chain.pages - 1, chain.pages + 1] {
		let error = last.verify(&OnChain { pages, ..chain }).err();
		assert_eq!(error, Some(Error::RootDiffers));
	}
	let issuer = Territory::PE;
	let number = number(0).as_str().into();
	assert_eq!(
		refused(OnChain { issuer, ..chain }),
		Error::WrongPlace { number }
	);
}

#[test]
fn an_inner_hash_should_not_pass_for_a_record() {
	let (proofs, chain) = proofs();
	let proof = proofs.last().expect("one");
	// One step of the path less, with the joined hashes in the place of a record.
	let mut forged = proof.clone();
	forged.leaf_path.remove(0);
	forged.place /= 2;
	forged.leaves = forged.leaves.div_ceil(2);
	assert_eq!(
		forged.verify(&chain).expect_err("forged"),
		Error::RootDiffers
	);
}
