//! Exactly the entitled open the latest of each record: random records, classes, readers and keys.

use crate::sample::{chain, number, record, shared, Files, CLASSES, GENESIS, ISSUER};
use aeo_primitives::{CertificateNumber, DataClass, DataClasses, Territory};
use aeo_sealing::{compare, Book, Difference, Error, OnChain, Opened, Secret, Shared, Versions};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The issuer reads too.
const READERS: [Territory; 4] = [ISSUER, Territory::CR, Territory::PE, Territory::US];

/// Certificates on three pages, so that a page has several and some have none.
const ORDINALS: [u32; 7] = [0, 1, 49, 50, 77, 120, 149];

#[derive(Clone, Debug)]
enum Step {
	/// The issuer writes the next version of a record.
	Write(u32, DataClass),
	/// It erases all of a certificate.
	Erase(u32),
	/// From now on a reader may read these classes of a certificate.
	Share(usize, u32, DataClasses),
	/// A reader takes a new key.
	Rotate(usize),
	/// The issuer publishes a reader's list.
	Publish(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
	let ordinal = || proptest::sample::select(ORDINALS.as_slice());
	let class = || proptest::sample::select(CLASSES.as_slice());
	let classes = proptest::sample::subsequence(CLASSES.as_slice(), 0..=4)
		.prop_map(|classes| DataClasses::new(classes).expect("at most four"));
	let reader = || 0..READERS.len();
	let step = prop_oneof![
		5 => (ordinal(), class()).prop_map(|(ordinal, class)| Step::Write(ordinal, class)),
		1 => ordinal().prop_map(Step::Erase),
		5 => (reader(), ordinal(), classes)
			.prop_map(|(reader, ordinal, classes)| Step::Share(reader, ordinal, classes)),
		1 => reader().prop_map(Step::Rotate),
		3 => reader().prop_map(Step::Publish),
	];
	proptest::collection::vec(step, 1..60)
}

type Texts = BTreeMap<(CertificateNumber, DataClass), String>;

/// What is known of a reader without any cryptography.
struct Reader {
	territory: Territory,
	keys: Vec<Secret>,
	readable: Shared,
	/// What stands on chain, which of the keys it was sealed to, what it must have, what the reader was
	/// entitled to when it was made.
	published: Option<(OnChain, usize, Texts, Shared)>,
	files: Files,
}

/// The secret of a reader's nth key.
fn nth_key(reader: usize, nth: usize) -> Secret {
	let byte = |number: usize| u8::try_from(number).expect("few");
	let mut bytes = [0; 32];
	// X25519 ignores the lowest three bits.
	bytes[0] = byte(8 * (reader + 1));
	bytes[1] = byte(nth + 1);
	Secret::from_bytes(bytes)
}

fn texts(opened: &Opened) -> Texts {
	opened
		.entries()
		.map(|entry| {
			let record = entry.record();
			let key = (record.number.clone(), record.class());
			(key, entry.text().to_owned())
		})
		.collect()
}

fn publish(reader: &mut Reader, book: &Book, latest: &Texts) {
	let sequence = reader
		.published
		.as_ref()
		.map_or(1, |(chain, ..)| chain.sequence + 1);
	let nth = reader.keys.len() - 1;
	let key = reader.keys[nth].public();
	let sealed = book.list_for(reader.territory, key, sequence, &reader.readable);
	let on_chain = reader.files.add(&sealed, chain(reader.territory, sequence));
	let entitled = latest
		.iter()
		.filter(|((number, class), _)| {
			reader
				.readable
				.get(number)
				.is_some_and(|certificate| certificate.classes.contains(*class))
		})
		.map(|(key, text)| (key.clone(), text.clone()));
	reader.published = Some((on_chain, nth, entitled.collect(), reader.readable.clone()));
}

fn check(readers: &[Reader]) -> Result<(), TestCaseError> {
	for reader in readers {
		let Some((chain, nth, expected, readable)) = &reader.published else {
			continue;
		};
		// The key it was sealed to opens all of it, and nothing else.
		let (_, opened) = reader
			.files
			.open(*chain, &reader.keys[*nth])
			.map_err(|error| TestCaseError::fail(error.to_string()))?;
		prop_assert_eq!(&opened.refused, &BTreeMap::new());
		prop_assert_eq!(&texts(&opened), expected);
		// What is missing is what the issuer does not have, but for reasons, and nothing is too much.
		let differences = compare(&opened, readable, &Versions::new());
		let missing = readable.iter().flat_map(|(number, certificate)| {
			let classes = certificate.classes.iter();
			classes.map(move |class| (number.clone(), class))
		});
		let missing: Vec<_> = missing
			.filter(|key| key.1 != DataClass::Reason && !expected.contains_key(key))
			.map(|(number, class)| Difference::Missing { number, class })
			.collect();
		prop_assert_eq!(differences, missing);
		// No other key opens it: of others, or of its own before and after.
		let others = readers.iter().flat_map(|other| &other.keys);
		for other in others.filter(|other| other.public() != reader.keys[*nth].public()) {
			let error = reader.files.open(*chain, other).err();
			prop_assert_eq!(error, Some(Error::CannotOpen));
		}
	}
	Ok(())
}

proptest! {
	#![proptest_config(ProptestConfig {
		// 64 cases unless PROPTEST_CASES says otherwise.
		cases: std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64),
		..ProptestConfig::default()
	})]

	#[test]
	fn exactly_the_entitled_should_open_each_latest_record(steps in steps()) {
		let mut book = Book::new(GENESIS, ISSUER);
		let mut latest = Texts::new();
		let mut versions = BTreeMap::new();
		let mut readers: Vec<_> = READERS
			.into_iter()
			.enumerate()
			.map(|(place, territory)| Reader {
				territory,
				keys: vec![nth_key(place, 0)],
				readable: Shared::new(),
				published: None,
				files: Files::default(),
			})
			.collect();
		for step in steps {
			match step {
				Step::Write(ordinal, class) => {
					let version = versions.entry((ordinal, class)).or_insert(0);
					*version += 1;
					let record = record(class, ordinal, *version);
					latest.insert((number(ordinal), class), record.canonical());
					prop_assert_eq!(book.set(ordinal, record), Ok(true));
				}
				Step::Erase(ordinal) => {
					let before = latest.len();
					latest.retain(|(erased, _), _| *erased != number(ordinal));
					prop_assert_eq!(book.erase(&number(ordinal)), before - latest.len());
				}
				Step::Share(reader, ordinal, classes) => {
					let classes: Vec<_> = classes.iter().collect();
					readers[reader].readable.extend(shared(&[ordinal], &classes));
				}
				Step::Rotate(reader) => {
					let nth = readers[reader].keys.len();
					readers[reader].keys.push(nth_key(reader, nth));
				}
				Step::Publish(reader) => publish(&mut readers[reader], &book, &latest),
			}
		}
		// Lists that are not up to date are right by what was true when they were made.
		check(&readers)?;
		// And all are of the latest records after one more publication.
		for reader in &mut readers {
			publish(reader, &book, &latest);
		}
		check(&readers)?;
	}
}
