//! Receipts of a real node, as `node clients/receipts/main.mjs --keep clients/receipt/tests/fixtures` keeps them:
//! one of a certificate, one of a certificate that is not there, one of an evaluation.

use aeo_primitives::{CertificateState, Direction, Role, Territory};
use aeo_receipt::{verify, Error, Proven, Question, Receipt, Trust, H256};

const CERTIFICATE: &[u8] = include_bytes!("../fixtures/certificate.receipt");
const NONE: &[u8] = include_bytes!("../fixtures/none.receipt");
const EVALUATION: &[u8] = include_bytes!("../fixtures/evaluation.receipt");

fn trust() -> Trust {
	serde_json::from_str(include_str!("../fixtures/trust.json")).expect("it was written so")
}

fn proven(file: &[u8]) -> Result<Proven, Error> {
	verify(&Receipt::decode(file)?, &trust())
}

#[test]
fn a_real_certificate_should_be_proven() {
	let proven = proven(CERTIFICATE).expect("proven");
	let shown = proven.certificate().expect("proven").expect("there is one");
	assert_eq!(shown.issuer, Territory::MX);
	assert_eq!(shown.certificate.state, CertificateState::Authorised);
	assert!(shown.tin.as_str().starts_with("MX"));
	assert_ne!(proven.hash, H256::zero());
}

#[test]
fn that_there_is_no_certificate_should_be_proven() {
	let proven = proven(NONE).expect("proven");
	assert_eq!(proven.certificate(), Ok(None));
}

#[test]
fn a_real_evaluation_should_be_proven_but_for_its_answer() {
	let proven = proven(EVALUATION).expect("proven");
	match &proven.question {
		Question::Evaluate {
			grantor,
			role,
			direction,
			..
		} => assert_eq!(
			(*grantor, *role, *direction),
			(Territory::CR, Role::Exporter, Direction::Import)
		),
		other => panic!("{other:?}"),
	}
	// Without the runtime of the block nothing can be told.
	#[cfg(feature = "run")]
	assert_eq!(
		proven.answer(&[]),
		Err(Error::NoRuntime { code: proven.code })
	);
}

/// Every byte of the files themselves.
#[test]
fn every_flipped_byte_of_a_real_file_should_be_refused() {
	for file in [CERTIFICATE, NONE, EVALUATION] {
		for place in 0..file.len() {
			let mut other = file.to_vec();
			other[place] ^= 1 << (place % 8);
			assert!(Receipt::decode(&other).is_err(), "byte {place}");
		}
	}
}

/// Every byte of what a certificate's receipt says, with the check put right, as a forger would write it.
#[test]
fn every_flipped_byte_of_what_a_real_receipt_says_should_be_refused() {
	let receipt = Receipt::decode(CERTIFICATE).expect("it is one");
	let (mut flipped, mut refused) = (0, 0);
	let mut check = |other: &Receipt| {
		flipped += 1;
		let checked = proven(&other.encode()).and_then(|proven| proven.certificate().map(|_| ()));
		refused += u32::from(checked.is_err());
	};
	for place in 0..receipt.justification.len() {
		let mut other = receipt.clone();
		other.justification[place] ^= 1 << (place % 8);
		check(&other);
	}
	for (node, bytes) in receipt.proof.iter().enumerate() {
		for place in 0..bytes.len() {
			let mut other = receipt.clone();
			other.proof[node][place] ^= 1 << (place % 8);
			check(&other);
		}
	}
	for (header, bytes) in receipt.headers.iter().enumerate() {
		for place in 0..bytes.len() {
			let mut other = receipt.clone();
			other.headers[header][place] ^= 1 << (place % 8);
			check(&other);
		}
	}
	for place in 0..32 {
		for what in 0..2 {
			let mut other = receipt.clone();
			let hash = if what == 0 {
				&mut other.genesis
			} else {
				&mut other.code
			};
			hash[place] ^= 1 << (place % 8);
			check(&other);
		}
	}
	for place in 0..receipt.question.arguments.len() {
		let mut other = receipt.clone();
		other.question.arguments[place] ^= 1 << (place % 8);
		check(&other);
	}
	for place in 0..64 {
		let mut other = receipt.clone();
		other.set ^= 1 << place;
		check(&other);
	}
	for place in 0..32 {
		let mut other = receipt.clone();
		other.specification ^= 1 << place;
		check(&other);
	}
	assert_eq!(refused, flipped);
	assert!(flipped > 3_000, "{flipped}");
}
