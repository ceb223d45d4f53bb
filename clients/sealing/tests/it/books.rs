//! Books: what goes in, and the lists that come of it.

use crate::sample::{
	book, chain, data, key, number, record, secret, shared, Files, CLASSES, GENESIS, ISSUER, READER,
};
use aeo_primitives::{DataClass, Territory};
use aeo_sealing::{
	compare, note_versions, Book, Difference, LastList, NotInBook, Opened, Record, Salt, Shared,
	Versions,
};
use primitive_types::H256;

/// The own list of a book, opened again.
fn through_own_list(book: &Book, ordinals: &[u32]) -> Result<Book, NotInBook> {
	let readable = shared(ordinals, &CLASSES);
	let mut files = Files::default();
	let sealed = book.list_for(ISSUER, key(ISSUER), 1, &readable);
	let chain = files.add(&sealed, chain(ISSUER, 1));
	let own = secret(ISSUER);
	let (list, opened) = files.open(chain, &own).expect("opens");
	Book::open(&list, opened, &readable)
}

#[test]
fn the_own_list_should_keep_the_book() {
	let ordinals = [0, 1, 49, 50, 51, 500];
	let before = book(&ordinals);
	let after = through_own_list(&before, &ordinals).expect("right");
	assert!(before.entries().eq(after.entries()));
	assert_eq!(before.entries().count(), 24);
	// Hence the lists of others have the same root and the same names.
	let readable = shared(&ordinals, &[DataClass::Sites]);
	let [one, two] = [before, after].map(|book| book.list_for(READER, key(READER), 1, &readable));
	assert_eq!(one.root(), two.root());
	let names = |list: &aeo_sealing::SealedList| {
		let names = list.pages().iter().map(|page| page.name);
		names.collect::<Vec<_>>()
	};
	assert_eq!(names(&one), names(&two));
}

#[test]
fn half_a_book_should_not_open() {
	let readable = shared(&[0, 50], &CLASSES);
	let mut files = Files::default();
	let sealed = book(&[0, 50]).list_for(ISSUER, key(ISSUER), 1, &readable);
	let chain = files.add(&sealed, chain(ISSUER, 1));
	files.pages.remove(&sealed.pages()[1].name.to_string());
	let own = secret(ISSUER);
	let (list, opened) = files.open(chain, &own).expect("opens");
	let error = aeo_sealing::Error::Unreachable;
	assert_eq!(
		Book::open(&list, opened, &readable).err(),
		Some(NotInBook::Page { page: 1, error })
	);
}

#[test]
fn a_book_should_be_what_the_chain_knows() {
	let readable = |ordinals: &[u32]| shared(ordinals, &CLASSES);
	let mut files = Files::default();
	let sealed = book(&[0]).list_for(ISSUER, key(ISSUER), 1, &readable(&[0]));
	let own_chain = files.add(&sealed, chain(ISSUER, 1));
	let own = secret(ISSUER);
	let (list, opened) = files.open(own_chain, &own).expect("opens");
	assert_eq!(
		Book::open(&list, opened.clone(), &Shared::new()).err(),
		Some(NotInBook::UnknownNumber(number(0)))
	);
	let mut elsewhere = readable(&[0]);
	elsewhere.get_mut(&number(0)).expect("there").ordinal = 50;
	assert_eq!(
		Book::open(&list, opened, &elsewhere).err(),
		Some(NotInBook::WrongPage(number(0)))
	);
	let mut files = Files::default();
	let sealed = book(&[0]).list_for(READER, key(READER), 1, &readable(&[0]));
	let chain = files.add(&sealed, chain(READER, 1));
	let reader = secret(READER);
	let (list, opened) = files.open(chain, &reader).expect("opens");
	assert_eq!(
		Book::open(&list, opened, &readable(&[0])).err(),
		Some(NotInBook::NotOwn)
	);
}

#[test]
fn records_should_go_where_they_belong() {
	let mut book = book(&[0]);
	let identity = |ordinal, version| record(DataClass::Identity, ordinal, version);
	let foreign = Record {
		issuer: Territory::PE,
		..identity(1, 1)
	};
	assert_eq!(
		book.set(1, foreign),
		Err(NotInBook::OtherIssuer(Territory::PE))
	);
	assert_eq!(
		book.set(0, identity(1, 1)),
		Err(NotInBook::OrdinalTaken(number(0)))
	);
	assert_eq!(book.set(1, identity(0, 1)), Err(NotInBook::OtherOrdinal(0)));
	assert_eq!(book.set(1, identity(0, 2)), Err(NotInBook::OtherOrdinal(0)));
	assert_eq!(book.set(0, identity(0, 1)), Ok(false));
	assert_eq!(book.set(0, identity(0, 3)), Ok(true));
	assert_eq!(
		book.set(0, identity(0, 2)),
		Err(NotInBook::VersionWentBack { there: 3 })
	);
	let changed = Record {
		version: 3,
		..identity(0, 9)
	};
	assert_eq!(
		book.set(0, changed),
		Err(NotInBook::VersionWentBack { there: 3 })
	);
}

#[test]
fn versions_should_be_counted_and_salts_be_new_with_each() {
	let mut book = Book::new(GENESIS, ISSUER);
	let number = number(4);
	let written = |mark| {
		let value = serde_json::json!({
			"class": "identity", "data": data(DataClass::Identity, 4, mark), "issuer": "MX",
			"number": number.as_str(), "schema": 1, "version": 0,
		});
		Record::from_value(value).expect("right").data
	};
	let mut salts = Vec::new();
	for (mark, is_new, version) in [(1, true, 1), (1, false, 1), (2, true, 2), (1, true, 3)] {
		let changed = book.write(4, number.clone(), written(mark), 1);
		assert_eq!(changed, Ok(is_new));
		let entry = book.entry(&number, DataClass::Identity).expect("there");
		assert_eq!(entry.record().version, version);
		salts.push(entry.salt().clone());
	}
	assert_eq!(salts[0], salts[1]);
	assert_ne!(salts[1], salts[2]);
	assert_ne!(salts[2], salts[3]);
	let mut last = record(DataClass::Identity, 4, 1);
	last.version = u32::MAX;
	let salt = Salt::from_bytes([1; 32]);
	book.restore(4, last, salt).expect("a later version");
	assert_eq!(
		book.write(4, number.clone(), written(3), 1),
		Err(NotInBook::TooManyVersions)
	);
}

#[test]
fn what_is_erased_should_be_in_no_list() {
	let mut book = book(&[0, 1]);
	let readable = shared(&[0, 1], &CLASSES);
	let before = book.list_for(READER, key(READER), 1, &readable);
	assert!(before.missing().is_empty());
	assert_eq!(book.erase(&number(0)), 4);
	assert_eq!(book.erase(&number(0)), 0);
	let after = book.list_for(READER, key(READER), 2, &readable);
	// Nobody expects a reason.
	let expected = [DataClass::Identity, DataClass::Sites, DataClass::Contact];
	assert_eq!(after.missing(), expected.map(|class| (number(0), class)));
	let mut files = Files::default();
	let chain = files.add(&after, chain(READER, 2));
	let own = secret(READER);
	let (_, opened) = files.open(chain, &own).expect("opens");
	assert!(opened
		.entries()
		.all(|entry| entry.record().number == number(1)));
	let missing = expected.map(|class| Difference::Missing {
		number: number(0),
		class,
	});
	assert_eq!(compare(&opened, &readable, &Versions::new()), missing);
}

#[test]
fn a_list_should_be_due_where_what_is_read_or_the_key_changed() {
	let mut book = book(&[0, 50]);
	let readable = shared(&[0, 50], &[DataClass::Identity]);
	let due = |book: &Book, last: Option<&LastList>, readable: &Shared| {
		book.due(READER, key(READER), last, readable)
	};
	assert!(due(&book, None, &Shared::new()).is_none());
	let first = due(&book, None, &readable).expect("due");
	assert_eq!((first.sequence(), first.number_of_pages()), (1, 2));
	let last = LastList {
		sequence: 1,
		sealed_to: key(READER),
		root: first.root(),
	};
	assert!(due(&book, Some(&last), &readable).is_none());
	// A record that the reader may not read changes nothing for it.
	book.set(0, record(DataClass::Sites, 0, 2)).expect("next");
	assert!(due(&book, Some(&last), &readable).is_none());
	book.set(0, record(DataClass::Identity, 0, 2))
		.expect("next");
	let second = due(&book, Some(&last), &readable).expect("due");
	assert_eq!((second.sequence(), second.number_of_pages()), (2, 2));
	// Less to read, nothing to read, another key.
	let less = due(&book, Some(&last), &shared(&[0], &[DataClass::Identity]));
	assert_eq!(less.expect("due").number_of_pages(), 1);
	let none = due(&book, Some(&last), &Shared::new()).expect("due");
	assert_eq!((none.number_of_pages(), none.root()), (0, H256::zero()));
	let rotated = LastList {
		sequence: 7,
		sealed_to: key(ISSUER),
		root: second.root(),
	};
	let again = due(&book, Some(&rotated), &readable).expect("due");
	assert_eq!((again.sequence(), again.key()), (8, key(READER)));
}

#[test]
fn one_record_should_be_erased_alone() {
	let mut book = book(&[0]);
	assert!(book.erase_record(&number(0), DataClass::Sites));
	assert!(!book.erase_record(&number(0), DataClass::Sites));
	assert!(!book.erase_record(&number(1), DataClass::Sites));
	assert_eq!(book.entries().count(), 3);
	for class in [DataClass::Identity, DataClass::Contact, DataClass::Reason] {
		assert!(book.erase_record(&number(0), class));
	}
	// Nothing is left of the certificate: its ordinal is free.
	let other = Record {
		number: number(1),
		..record(DataClass::Identity, 0, 1)
	};
	assert_eq!(book.set(0, other), Ok(true));
}

#[test]
fn a_list_of_nothing_should_have_a_root_of_zeros() {
	let sealed = book(&[0]).list_for(READER, key(READER), 1, &Shared::new());
	assert_eq!(sealed.root(), H256::zero());
	let mut files = Files::default();
	let chain = files.add(&sealed, chain(READER, 1));
	assert_eq!(chain.pages, 0);
	let own = secret(READER);
	let (_, opened) = files.open(chain, &own).expect("opens");
	assert_eq!(opened, Opened::default());
}

#[test]
fn a_change_should_change_one_page_only() {
	let mut book = book(&[0, 50, 100]);
	let readable = shared(&[0, 50, 100], &CLASSES);
	let names = |book: &Book, sequence| {
		let list = book.list_for(READER, key(READER), sequence, &readable);
		let names = list.pages().iter().map(|page| page.name);
		names.collect::<Vec<_>>()
	};
	let before = names(&book, 1);
	book.set(50, record(DataClass::Contact, 50, 2))
		.expect("next");
	let after = names(&book, 2);
	let same: Vec<_> = before
		.iter()
		.zip(&after)
		.map(|(before, after)| before == after)
		.collect();
	assert_eq!(same, [true, false, true]);
}

#[test]
fn differences_should_be_told() {
	let mut files = Files::default();
	let classes = [DataClass::Identity];
	let sealed = book(&[0, 1, 50]).list_for(READER, key(READER), 1, &shared(&[0, 1, 50], &classes));
	let chain = files.add(&sealed, chain(READER, 1));
	let own = secret(READER);
	let (_, opened) = files.open(chain, &own).expect("opens");
	let class = DataClass::Identity;
	let mut readable = shared(&[0, 1, 50, 51], &classes);
	readable.get_mut(&number(1)).expect("there").ordinal = 99;
	let mut seen = Versions::new();
	seen.insert((number(0), class), 2);
	// The same version as before is no step back.
	seen.insert((number(50), class), 1);
	assert_eq!(
		compare(&opened, &readable, &seen),
		[
			Difference::VersionWentBack {
				number: number(0),
				class,
				version: 1,
				seen: 2
			},
			Difference::WrongPage {
				number: number(1),
				class,
				page: 0,
				should: 1
			},
			Difference::Missing {
				number: number(51),
				class
			},
		]
	);
	note_versions(&mut seen, &opened);
	let versions = [(0, 2), (1, 1), (50, 1)];
	let expected: Versions = versions
		.into_iter()
		.map(|(ordinal, version)| ((number(ordinal), class), version))
		.collect();
	assert_eq!(seen, expected);
}

#[test]
fn what_belongs_on_a_refused_page_should_not_be_missing_besides() {
	let mut files = Files::default();
	let readable = shared(&[0, 50], &[DataClass::Identity]);
	let sealed = book(&[0, 50]).list_for(READER, key(READER), 1, &readable);
	let chain = files.add(&sealed, chain(READER, 1));
	files.pages.remove(&sealed.pages()[1].name.to_string());
	let own = secret(READER);
	let (_, opened) = files.open(chain, &own).expect("opens");
	assert_eq!(compare(&opened, &readable, &Versions::new()), []);
}
