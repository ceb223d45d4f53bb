//! Where two things are wrong, the earlier check of the design names its own.

use crate::sample::{chain, key, secret, GENESIS, READER};
use aeo_primitives::Territory;
use aeo_sealing::{seal, Error, IndexFile, Kind, List, OnChain, Record, What};
use primitive_types::H256;

const WHAT: What = What {
	genesis: GENESIS,
	issuer: Territory::MX,
	kind: Kind::Index {
		reader: READER,
		sequence: 2,
	},
};

/// Opens an index file of the list with sequence 2.
fn index(sequence: u32, blob: &[u8]) -> Error {
	let own = secret(READER);
	let chain = OnChain {
		root: H256([9; 32]),
		pages: 1,
		..chain(READER, 2)
	};
	List::open(chain, &own, Some(IndexFile { sequence, blob }))
		.map(|list| list.files().len())
		.expect_err("something is wrong")
}

fn sealed(plain: &[u8]) -> Vec<u8> {
	seal(&key(READER), &WHAT, plain).expect("sealed")
}

#[test]
fn errors_should_be_found_in_the_order_of_the_design() {
	// Of an earlier sequence, and cut.
	assert_eq!(index(1, &[]), Error::Outdated { file: 1, chain: 2 });
	// Cut, and of another suite.
	assert_eq!(index(2, &[2; 48]), Error::Truncated { bytes: 48 });
	// Of another suite, and a key of low order.
	assert_eq!(
		index(2, &[&[2], [0; 60].as_slice()].concat()),
		Error::UnknownSuite { suite: 2 }
	);
	// A key of low order, and nothing that opens.
	assert_eq!(
		index(2, &[&[1], [0; 60].as_slice()].concat()),
		Error::KeyNotUsable
	);
	// Changed, and too large.
	let most = 2 * 1024 * 1024;
	let large = sealed(&vec![0; most + 1]);
	let mut changed = large.clone();
	changed[100] ^= 1;
	assert_eq!(index(2, &changed), Error::CannotOpen);
	// Too large, and no index.
	assert_eq!(
		index(2, &large),
		Error::TooLarge {
			bytes: most + 1,
			most
		}
	);
	// No index, hence none with the root.
	for plain in [
		Vec::new(),
		vec![1, 0, 0],
		vec![1, 0, 0, 0],
		[&[0; 4], [0; 36].as_slice()].concat(),
		[u32::MAX.to_le_bytes().as_slice(), &[0; 36]].concat(),
		// Two pages of the same number.
		[2_u32.to_le_bytes().as_slice(), &[0; 72]].concat(),
	] {
		assert_eq!(index(2, &sealed(&plain)), Error::IndexNotUnderstood);
	}
	// An index, but not the one on chain.
	assert_eq!(index(2, &sealed(&[0; 4])), Error::RootDiffers);
}

#[test]
fn a_file_that_is_not_there_should_be_unreachable() {
	let own = secret(READER);
	let error = List::open(chain(READER, 1), &own, None).expect_err("no file");
	assert_eq!(error, Error::Unreachable);
}

#[test]
fn errors_of_a_record_should_be_found_in_the_order_of_the_design() {
	let error = |text: &str| Record::parse(text.as_bytes()).expect_err("something is wrong");
	let most = 2048;
	let contact = |length: usize| {
		let rest = r#"{"class": "contact","schema":2}"#;
		format!("{}{rest}", " ".repeat(length - rest.len()))
	};
	// Too large for its class, not canonical, of another schema.
	assert_eq!(
		error(&contact(most + 1)),
		Error::TooLarge {
			bytes: most + 1,
			most
		}
	);
	assert_eq!(
		error(&" ".repeat(32_769)),
		Error::TooLarge {
			bytes: 32_769,
			most: 32_768
		}
	);
	// Not canonical, and of another schema.
	assert_eq!(error(&contact(most)), Error::NotCanonical);
	// Of another schema, and not as this one says.
	assert_eq!(
		error(r#"{"class":"contact","schema":2}"#),
		Error::UnknownSchema { schema: 2 }
	);
	assert!(matches!(
		error(r#"{"class":"contact","schema":1}"#),
		Error::SchemaViolation { .. }
	));
}

#[test]
fn every_error_should_say_what_to_do() {
	let all = [
		Error::Outdated { file: 1, chain: 2 },
		Error::Unreachable,
		Error::Truncated { bytes: 3 },
		Error::UnknownSuite { suite: 2 },
		Error::KeyNotUsable,
		Error::CannotOpen,
		Error::TooLarge { bytes: 9, most: 8 },
		Error::IndexNotUnderstood,
		Error::RootDiffers,
		Error::PageNotUnderstood,
		Error::PageDiffers,
		Error::NotCanonical,
		Error::UnknownSchema { schema: 2 },
		Error::SchemaViolation {
			member: "data.Name".into(),
			why: "empty text".into(),
		},
		Error::WrongPlace { number: "7".into() },
		Error::RecordTwice { number: "7".into() },
	];
	let names: Vec<_> = all.iter().map(Error::name).collect();
	assert_eq!(names, Error::NAMES);
	for error in all {
		let text = error.to_string();
		let advises = [
			": fetch",
			": tell",
			": use",
			": have",
			": correct",
			". Take",
		];
		assert!(advises.iter().any(|advice| text.contains(advice)), "{text}");
		for (_, detail) in error.details() {
			assert!(text.contains(&detail), "{text} lacks {detail}");
		}
	}
}
