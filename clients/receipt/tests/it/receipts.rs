//! What a receipt proves, and what none proves.

use crate::chain::{
	after, authorities, block, certificate_key, certificate_question, day, key_of, trust,
	validators, value, votes, Header, World, GENESIS, NUMBER, TIME,
};
use aeo_primitives::{CertificateState, Direction, Identifier, Role, Territory};
use aeo_receipt::{verify, Error, Proven, Question, Receipt, Trust, H256, MAX_LENGTH};
use codec::Encode;
use proptest::prelude::*;
use serde_bytes::{ByteArray, ByteBuf};

/// Why a receipt is refused.
fn refused(receipt: &Receipt, trust: &Trust) -> Error {
	let checked = verify(receipt, trust).and_then(|proven| proven.certificate().map(|_| ()));
	checked.expect_err("it is refused")
}

fn sample() -> (Receipt, Trust) {
	let keys = validators(1..=4);
	(World::new().receipt(&keys), trust(&keys))
}

fn verified(receipt: &Receipt, trust: &Trust) -> Proven {
	verify(receipt, trust).expect("it is proven")
}

#[test]
fn a_receipt_should_prove_how_a_certificate_stands() {
	let (receipt, trust) = sample();
	let file = receipt.encode();
	let read = Receipt::decode(&file).expect("it is one");
	assert_eq!(read, receipt);
	let proven = verified(&read, &trust);
	assert_eq!(
		(proven.number, proven.time, proven.specification),
		(100, TIME, 1_012)
	);
	let shown = proven.certificate().expect("proven").expect("there is one");
	assert_eq!(shown.issuer, Territory::MX);
	assert_eq!(shown.number.as_str(), NUMBER);
	assert_eq!(shown.tin.as_str(), "MXNWM9709244W4");
	assert_eq!(shown.certificate.state, CertificateState::Authorised);
	assert_eq!(shown.certificate.version, 2);
	assert_eq!(shown.certificate.review_due, Some(day("2027-06-30")));
	let validity = shown.certificate.validity.expect("it is valid");
	assert_eq!(validity.until, Some(day("2028-12-31")));
}

#[test]
fn a_receipt_should_prove_that_there_is_no_such_certificate() {
	let (keys, world) = (validators(1..=4), World::new());
	let question = certificate_question("MX-OEA-0002");
	let mut receipt = world.receipt_of(&keys, question.clone(), &[key_of("MX-OEA-0002")]);
	assert_eq!(refused(&receipt, &trust(&keys)), Error::OtherAnswer);
	receipt.answer = (100_u32, TIME, false).encode().into();
	let proven = verified(&receipt, &trust(&keys));
	assert_eq!(proven.certificate(), Ok(None));
	// A proof of something else does not say so.
	let mut receipt = world.receipt(&keys);
	receipt.question = question.told();
	assert_eq!(refused(&receipt, &trust(&keys)), Error::NotProven);
}

#[test]
fn an_evaluation_should_be_read_and_its_answer_not_be_believed() {
	let (keys, world) = (validators(1..=4), World::new());
	let question = Question::Evaluate {
		grantor: Territory::CR,
		identifier: Identifier::Tin("MXNWM9709244W4".parse().expect("short")),
		role: Role::Exporter,
		direction: Direction::Import,
	};
	let receipt = world.receipt_of(&keys, question.clone(), &[certificate_key()]);
	let proven = verified(&receipt, &trust(&keys));
	assert_eq!(proven.question, question);
	assert_eq!(proven.certificate(), Err(Error::NotAQuestion));
}

#[test]
fn what_is_no_receipt_should_be_refused() {
	let (receipt, _) = sample();
	let file = receipt.encode();
	assert_eq!(Receipt::decode(&[]), Err(Error::NotAReceipt));
	assert_eq!(Receipt::decode(b"%PDF-1.7"), Err(Error::NotAReceipt));
	assert_eq!(
		Receipt::decode(&file[..file.len() - 1]),
		Err(Error::NotAReceipt)
	);
	assert_eq!(
		Receipt::decode(&[&file[..], &[0]].concat()),
		Err(Error::NotAReceipt)
	);
	assert_eq!(
		Receipt::decode(&vec![0; MAX_LENGTH + 1]),
		Err(Error::TooLong)
	);
	let mut damaged = file.clone();
	let middle = damaged.len() / 2;
	damaged[middle] ^= 1;
	assert_eq!(Receipt::decode(&damaged), Err(Error::Damaged));
}

#[test]
fn a_bomb_should_be_refused_at_once() {
	// Bytes, a text, a list and a map that claim to be as long as nothing is, and lists in lists.
	for start in [0x5b, 0x7b, 0x9b, 0xbb] {
		let mut bomb = vec![0x83, start];
		bomb.extend([0xff; 8]);
		assert_eq!(Receipt::decode(&bomb), Err(Error::NotAReceipt));
	}
	assert_eq!(
		Receipt::decode(&vec![0x81; MAX_LENGTH]),
		Err(Error::NotAReceipt)
	);
	assert_eq!(
		Receipt::decode(&vec![0x9f; MAX_LENGTH]),
		Err(Error::NotAReceipt)
	);
}

#[test]
fn a_receipt_of_another_chain_should_be_refused() {
	let (receipt, trust) = sample();
	let mut other = receipt.clone();
	other.genesis = ByteArray::new([0xbb; 32]);
	assert_eq!(refused(&other, &trust), Error::OtherChain);
	// The same validators, with the same keys, serve another chain: its state says which one it is.
	let keys = validators(1..=4);
	let elsewhere = Trust::new(H256::repeat_byte(0xbb), 0, authorities(&keys));
	assert_eq!(refused(&other, &elsewhere), Error::OtherChain);
}

#[test]
fn headers_should_follow_each_other() {
	let keys = validators(1..=4);
	let (receipt, trust) = sample();
	let mut none = receipt.clone();
	none.headers.clear();
	assert_eq!(refused(&none, &trust), Error::HeaderCount);

	let mut torn = receipt.clone();
	let other = block(101, H256::zero());
	torn.headers[1] = other.encode().into();
	torn.justification = votes(&keys, &other, 0).encode().into();
	assert_eq!(refused(&torn, &trust), Error::NotAChain);

	let mut unread = receipt.clone();
	unread.headers[0].push(0);
	assert_eq!(refused(&unread, &trust), Error::NotAHeader);

	for (count, is_allowed) in [(16, true), (17, false)] {
		let mut long = receipt.clone();
		let mut last = Header::read(&long.headers[0]).expect("a header");
		long.headers.truncate(1);
		while long.headers.len() < count {
			last = after(&last, H256::zero());
			long.headers.push(last.encode().into());
		}
		long.justification = votes(&keys, &last, 0).encode().into();
		if is_allowed {
			verified(&long, &trust);
		} else {
			assert_eq!(refused(&long, &trust), Error::HeaderCount);
		}
	}
}

#[test]
fn the_proof_should_have_what_it_takes_and_no_more() {
	let (receipt, trust) = sample();
	for place in 0..receipt.proof.len() {
		let mut less = receipt.clone();
		less.proof.remove(place);
		assert!(
			matches!(refused(&less, &trust), Error::NotProven | Error::LeftOver),
			"node {place}"
		);
		let mut twice = receipt.clone();
		twice.proof.push(twice.proof[place].clone());
		assert_eq!(refused(&twice, &trust), Error::LeftOver);
	}
	let mut more = receipt.clone();
	more.proof.push(ByteBuf::from(vec![1, 2, 3]));
	assert_eq!(refused(&more, &trust), Error::LeftOver);
}

#[test]
fn the_runtime_should_be_that_of_the_state() {
	let (receipt, trust) = sample();
	let mut other = receipt.clone();
	other.specification += 1;
	assert_eq!(refused(&other, &trust), Error::OtherRuntime);
	let mut other = receipt;
	other.code = ByteArray::new([1; 32]);
	assert_eq!(refused(&other, &trust), Error::OtherRuntime);
}

#[test]
fn a_value_of_an_unknown_form_should_not_be_guessed_at() {
	let keys = validators(1..=4);
	let mut world = World::new();
	world.set(
		value("Certificates", ":__STORAGE_VERSION__:"),
		4_u16.encode(),
	);
	assert_eq!(
		refused(&world.receipt(&keys), &trust(&keys)),
		Error::UnknownForm
	);
	let mut world = World::new();
	world.set(certificate_key(), vec![1; 70]);
	assert_eq!(
		refused(&world.receipt(&keys), &trust(&keys)),
		Error::UnknownForm
	);
	let mut world = World::new();
	world.set(value("Timestamp", "Now"), vec![1; 9]);
	assert_eq!(
		refused(&world.receipt(&keys), &trust(&keys)),
		Error::UnknownForm
	);
}

#[test]
fn a_question_should_be_one_of_these_and_written_in_one_way() {
	let (receipt, trust) = sample();
	let mut other = receipt.clone();
	other.question.function = "AeoApi_history".into();
	assert_eq!(refused(&other, &trust), Error::NotAQuestion);
	let mut other = receipt.clone();
	other.question.arguments.push(0);
	assert_eq!(refused(&other, &trust), Error::NotAQuestion);
	// The same number in small letters.
	let mut other = receipt;
	other.question = certificate_question(&NUMBER.to_lowercase()).told();
	assert_eq!(refused(&other, &trust), Error::NotAQuestion);
}

#[test]
fn an_old_receipt_should_be_stale_and_one_of_the_future_refused() {
	let (receipt, trust) = sample();
	let proven = verified(&receipt, &trust);
	let second = 1_000;
	assert_eq!(proven.ensure_fresh(TIME, 600), Ok(()));
	assert_eq!(proven.ensure_fresh(TIME + 600 * second, 600), Ok(()));
	let stale = Error::Stale {
		age: 601,
		most: 600,
	};
	assert_eq!(proven.ensure_fresh(TIME + 601 * second, 600), Err(stale));
	assert_eq!(proven.ensure_fresh(TIME - 60 * second, 600), Ok(()));
	let future = Error::Future { ahead: 61 };
	assert_eq!(proven.ensure_fresh(TIME - 61 * second, 600), Err(future));
	assert_eq!(proven.question.usual_age(), 86_400);
}

/// Every bit of every byte of the file, and of what it says with the check put right.
#[test]
fn every_flipped_byte_should_be_refused() {
	let (receipt, _) = sample();
	let file = receipt.encode();
	let mut refused = 0;
	for place in 0..file.len() {
		let mut flipped = file.clone();
		flipped[place] ^= 1 << (place % 8);
		let read = Receipt::decode(&flipped);
		assert!(read.is_err(), "byte {place}");
		refused += 1;
	}
	assert_eq!(refused, file.len());
}

/// A receipt with one byte of one part changed; the answer, which only the runtime can check, is left out.
fn flipped(receipt: &Receipt, place: usize, bit: u8) -> Option<Receipt> {
	let mut receipt = receipt.clone();
	let mut parts: Vec<&mut [u8]> = vec![&mut *receipt.genesis, &mut *receipt.code];
	parts.extend(
		receipt
			.headers
			.iter_mut()
			.map(|header| header.as_mut_slice()),
	);
	parts.push(receipt.justification.as_mut_slice());
	parts.push(receipt.question.arguments.as_mut_slice());
	parts.extend(receipt.proof.iter_mut().map(|node| node.as_mut_slice()));
	let mut left = place;
	for part in parts {
		if left < part.len() {
			part[left] ^= 1 << bit;
			return Some(receipt);
		}
		left -= part.len();
	}
	None
}

#[test]
fn every_flipped_byte_should_be_refused_by_what_it_says() {
	let (receipt, trust) = sample();
	let mut count = 0;
	while let Some(other) = flipped(&receipt, count, (count % 8) as u8) {
		// As a forger would write it.
		let other = Receipt::decode(&other.encode()).expect("the check is right");
		refused(&other, &trust);
		count += 1;
	}
	assert!(count > 2_000, "{count}");
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

	#[test]
	fn nothing_should_be_read_that_was_not_written(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
		prop_assert!(Receipt::decode(&bytes).is_err());
	}

	#[test]
	fn changes_should_be_refused_whatever_they_are(
		changes in proptest::collection::vec((any::<prop::sample::Index>(), 0..3_u8, any::<u8>()), 1..6),
	) {
		let (receipt, trust) = sample();
		let file = receipt.encode();
		let mut other = file.clone();
		for (place, what, byte) in changes {
			let place = place.index(other.len());
			match what {
				0 => other[place] = byte,
				1 => other.insert(place, byte),
				_ => _ = other.remove(place),
			}
		}
		if other != file {
			prop_assert!(Receipt::decode(&other).and_then(|read| verify(&read, &trust).map(|_| ())).is_err());
		}
	}

	#[test]
	fn parts_of_others_should_not_fit(part in 0..4_u8, place in any::<prop::sample::Index>()) {
		let keys = validators(1..=4);
		let (receipt, trust) = sample();
		let mut world = World::new();
		world.set(value("Timestamp", "Now"), (TIME + 1).encode());
		let elsewhere = world.receipt(&keys);
		let mut mixed = receipt.clone();
		match part {
			0 => mixed.headers = elsewhere.headers,
			1 => mixed.justification = elsewhere.justification,
			2 => mixed.proof = elsewhere.proof,
			_ => {
				let place = place.index(mixed.proof.len().min(elsewhere.proof.len()));
				mixed.proof[place] = elsewhere.proof[place].clone();
			}
		}
		if mixed != receipt {
			prop_assert!(verify(&mixed, &trust).is_err());
		}
	}
}

#[test]
fn the_name_of_a_chain_should_be_in_its_state() {
	let keys = validators(1..=4);
	let mut world = World::new();
	let first = 0_u32.encode();
	let hash = sp_crypto_hashing::twox_64(&first).to_vec();
	let key = [value("System", "BlockHash"), hash, first].concat();
	world.set(key, H256::repeat_byte(0xcc).encode());
	assert_eq!(
		refused(&world.receipt(&keys), &trust(&keys)),
		Error::OtherChain
	);
	assert_ne!(GENESIS, H256::repeat_byte(0xcc));
}
