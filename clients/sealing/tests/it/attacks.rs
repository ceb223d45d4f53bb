//! The attacks of the table in the design, as far as files go.

use crate::sample::{
	self, book, chain, key, record, secret, shared, Files, CLASSES, GENESIS, ISSUER, READER,
};
use aeo_primitives::{DataClass, Territory};
use aeo_sealing::{
	compare, leaf, open, seal, visible, Difference, Error, IndexFile, Kind, List, OnChain,
	PageFile, PublicKey, Salt, Secret, Versions, What,
};
use primitive_types::H256;

/// A list of three certificates on two pages, as CR opens it.
fn list() -> (Files, OnChain) {
	let mut files = Files::default();
	let sealed = book(&[0, 1, 50]).list_for(
		READER,
		key(READER),
		1,
		&shared(&[0, 1, 50], &[DataClass::Identity, DataClass::Sites]),
	);
	let chain = files.add(&sealed, chain(READER, 1));
	(files, chain)
}

fn error(files: &Files, chain: OnChain, secret: &Secret) -> Option<Error> {
	files.open(chain, secret).err()
}

#[test]
fn only_the_readers_key_should_open() {
	let (files, chain) = list();
	assert!(files.open(chain, &secret(READER)).is_ok());
	for other in [secret(Territory::MX), secret(Territory::PE)] {
		assert_eq!(error(&files, chain, &other), Some(Error::CannotOpen));
	}
}

#[test]
fn a_list_should_not_open_for_another_chain_issuer_reader_or_sequence() {
	let (files, chain) = list();
	let own = secret(READER);
	let genesis = H256([8; 32]);
	let issuer = Territory::PE;
	let reader = Territory::GT;
	for chain in [
		OnChain { genesis, ..chain },
		OnChain { issuer, ..chain },
		OnChain { reader, ..chain },
	] {
		assert_eq!(error(&files, chain, &own), Some(Error::CannotOpen));
	}
	let mut renamed = files.clone();
	let index = renamed.index.remove(&1).expect("there");
	renamed.index.insert(2, index);
	let sequence = 2;
	let chain = OnChain { sequence, ..chain };
	assert_eq!(error(&renamed, chain, &own), Some(Error::CannotOpen));
}

#[test]
fn a_page_that_was_swapped_should_hide_itself_only() {
	let (mut files, chain) = list();
	let own = secret(READER);
	let (list, _) = files.open(chain, &own).expect("opens");
	let names: Vec<_> = list.files().map(|file| file.name.to_string()).collect();
	let second = files.pages[&names[1]].clone();
	files.pages.insert(names[0].clone(), second);
	let (_, opened) = files.open(chain, &own).expect("opens");
	assert_eq!(opened.refused, [(0, Error::CannotOpen)].into());
	assert_eq!(opened.pages.len(), 1);
	files.pages.remove(&names[1]);
	let (_, opened) = files.open(chain, &own).expect("opens");
	assert_eq!(
		opened.refused,
		[(0, Error::CannotOpen), (1, Error::Unreachable)].into()
	);
}

#[test]
fn every_byte_should_count() {
	let what = What {
		genesis: GENESIS,
		issuer: Territory::MX,
		kind: Kind::Index {
			reader: READER,
			sequence: 1,
		},
	};
	let blob = seal(&key(READER), &what, b"plain").expect("sealed");
	assert_eq!(
		open(&secret(READER), &what, &blob)
			.expect("opens")
			.as_slice(),
		b"plain"
	);
	for place in 0..blob.len() {
		for bit in [1, 128] {
			let mut changed = blob.clone();
			changed[place] ^= bit;
			// X25519 takes no notice of the highest bit of a key, RFC 7748 section 5; HPKE binds it.
			let expected = if place == 0 {
				Error::UnknownSuite { suite: 1 ^ bit }
			} else {
				Error::CannotOpen
			};
			assert_eq!(
				open(&secret(READER), &what, &changed).err(),
				Some(expected),
				"byte {place}"
			);
		}
	}
}

#[test]
fn cut_padded_and_foreign_files_should_be_named() {
	let what = What {
		genesis: GENESIS,
		issuer: Territory::MX,
		kind: Kind::Holder {
			trader: H256([3; 32]),
		},
	};
	let own = secret(READER);
	let blob = seal(&key(READER), &what, b"").expect("sealed");
	assert_eq!(blob.len(), aeo_sealing::OVERHEAD);
	let opened = |blob: &[u8]| open(&own, &what, blob).err();
	for length in 0..blob.len() {
		assert_eq!(
			opened(&blob[..length]),
			Some(Error::Truncated { bytes: length })
		);
	}
	assert_eq!(
		opened(&[blob.as_slice(), &[0]].concat()),
		Some(Error::CannotOpen)
	);
	for suite in [0, 2, 255] {
		let mut foreign = blob.clone();
		foreign[0] = suite;
		assert_eq!(opened(&foreign), Some(Error::UnknownSuite { suite }));
	}
}

/// The points of low order on Curve25519 (RFC 7748, section 7): what X25519 makes of them is zero.
fn low_order() -> Vec<[u8; 32]> {
	let named = [
		"0000000000000000000000000000000000000000000000000000000000000000",
		"0100000000000000000000000000000000000000000000000000000000000000",
		"e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
		"5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
		"ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
		"edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
		"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
	];
	named
		.into_iter()
		.map(|digits| aeo_sealing::hex::array(digits).expect("32 bytes"))
		.collect()
}

#[test]
fn keys_of_low_order_should_be_refused() {
	let what = What {
		genesis: GENESIS,
		issuer: Territory::MX,
		kind: Kind::Index {
			reader: READER,
			sequence: 1,
		},
	};
	for point in low_order() {
		let key = PublicKey(H256(point));
		assert_eq!(seal(&key, &what, b"").err(), Some(Error::KeyNotUsable));
		let blob = [&[1], point.as_slice(), &[0; 16]].concat();
		assert_eq!(
			open(&secret(READER), &what, &blob).err(),
			Some(Error::KeyNotUsable)
		);
		let name = aeo_sealing::HolderName::of(
			&secret(READER),
			&key,
			&GENESIS,
			Territory::MX,
			&H256([3; 32]),
		);
		assert_eq!(name.err(), Some(Error::KeyNotUsable));
	}
}

#[test]
fn files_of_an_earlier_sequence_should_be_outdated() {
	let (files, first) = list();
	let chain = OnChain {
		sequence: 2,
		..first
	};
	assert_eq!(
		error(&files, chain, &secret(READER)),
		Some(Error::Outdated { file: 1, chain: 2 })
	);
}

#[test]
fn an_earlier_list_under_the_next_sequence_should_not_have_the_root_on_chain() {
	// The issuer itself gives the earlier list out as the next one.
	let mut files = Files::default();
	let mut book = book(&[0]);
	let readable = shared(&[0], &[DataClass::Identity]);
	let earlier = book.list_for(READER, key(READER), 2, &readable);
	book.set(0, record(DataClass::Identity, 0, 2))
		.expect("next");
	let later = book.list_for(READER, key(READER), 2, &readable);
	files.add(&earlier, chain(READER, 2));
	let chain = OnChain {
		root: later.root(),
		pages: later.number_of_pages(),
		..chain(READER, 2)
	};
	assert_eq!(
		error(&files, chain, &secret(READER)),
		Some(Error::RootDiffers)
	);
	// The right root with another number of pages is not the list either.
	let chain = OnChain {
		root: earlier.root(),
		pages: 2,
		..chain
	};
	assert_eq!(
		error(&files, chain, &secret(READER)),
		Some(Error::RootDiffers)
	);
}

/// The bytes of a page.
fn page_bytes(records: &[(Salt, String)]) -> Vec<u8> {
	let le = |number: usize| u32::try_from(number).expect("few").to_le_bytes();
	let mut bytes = le(records.len()).to_vec();
	for (salt, record) in records {
		bytes.extend_from_slice(salt.as_bytes());
		bytes.extend_from_slice(&le(record.len()));
		bytes.extend_from_slice(record.as_bytes());
	}
	bytes.resize(bytes.len().next_multiple_of(4096), 0);
	bytes
}

/// Opens page 0 of a list whose digest is that of `honest`, where the file has `plain`.
fn page_error(honest: &[(Salt, String)], plain: &[u8]) -> Option<Error> {
	let leaves: Vec<_> = honest
		.iter()
		.map(|(salt, record)| leaf(&GENESIS, salt, record.as_bytes()))
		.collect();
	let digest = aeo_sealing::digest(0, &leaves);
	let own = secret(READER);
	let chain = OnChain {
		// The tree over one leaf is that leaf.
		root: digest,
		pages: 1,
		..chain(READER, 1)
	};
	let what = |kind| What {
		genesis: GENESIS,
		issuer: chain.issuer,
		kind,
	};
	let reader = READER;
	let index = [
		1_u32.to_le_bytes().as_slice(),
		&0_u32.to_le_bytes(),
		digest.as_bytes(),
	]
	.concat();
	let index = seal(
		&own.public(),
		&what(Kind::Index {
			reader,
			sequence: 1,
		}),
		&index,
	);
	let list = List::open(
		chain,
		&own,
		Some(IndexFile {
			sequence: 1,
			blob: &index.expect("sealed"),
		}),
	)
	.expect("the index is right");
	let file: PageFile = list.files().next().expect("a page");
	let blob = seal(
		&own.public(),
		&what(Kind::Page {
			reader,
			page: 0,
			digest,
		}),
		plain,
	);
	list.page(&file, Some(&blob.expect("sealed"))).err()
}

fn salted(record: String) -> (Salt, String) {
	(Salt::from_bytes([5; 32]), record)
}

fn text(class: DataClass, ordinal: u32, version: u32) -> String {
	record(class, ordinal, version).canonical()
}

#[test]
fn a_record_under_another_class_number_version_or_salt_should_not_have_its_digest() {
	let honest = [salted(text(DataClass::Identity, 0, 1))];
	assert_eq!(page_error(&honest, &page_bytes(&honest)), None);
	let other_salt = (Salt::from_bytes([6; 32]), honest[0].1.clone());
	for forged in [
		salted(text(DataClass::Sites, 0, 1)),
		salted(text(DataClass::Identity, 1, 1)),
		salted(text(DataClass::Identity, 0, 2)),
		salted(honest[0].1.replace("Mérida", "Merida")),
		other_salt,
	] {
		assert_eq!(
			page_error(&honest, &page_bytes(&[forged])),
			Some(Error::PageDiffers)
		);
	}
}

#[test]
fn a_page_of_another_form_should_not_be_understood() {
	let honest = [salted(text(DataClass::Identity, 0, 1))];
	let right = page_bytes(&honest);
	let mut padded = right.clone();
	padded.resize(8192, 0);
	let mut unclean = right.clone();
	*unclean.last_mut().expect("bytes") = 1;
	let unfilled = right[..right.len() - 1].to_vec();
	let mut none = vec![0; 4096];
	let mut many = right.clone();
	many[0] = 201;
	let mut long = right.clone();
	long[36..40].copy_from_slice(&u32::MAX.to_le_bytes());
	for plain in [
		padded,
		unclean,
		unfilled,
		none.clone(),
		many,
		long,
		Vec::new(),
	] {
		assert_eq!(page_error(&honest, &plain), Some(Error::PageNotUnderstood));
	}
	none.resize(4 * 1024 * 1024 + 4096, 0);
	assert_eq!(
		page_error(&honest, &none),
		Some(Error::TooLarge {
			bytes: 4 * 1024 * 1024 + 4096,
			most: 4 * 1024 * 1024
		})
	);
}

#[test]
fn what_an_issuer_seals_wrongly_should_be_named() {
	let refused = |records: &[(Salt, String)]| page_error(records, &page_bytes(records));
	let identity = |ordinal| salted(text(DataClass::Identity, ordinal, 1));
	let sites = |ordinal| salted(text(DataClass::Sites, ordinal, 1));
	let right = [identity(0), sites(0), identity(1)];
	assert_eq!(refused(&right), None);

	let spaced = identity(0).1.replacen(':', ": ", 1);
	assert_eq!(refused(&[salted(spaced)]), Some(Error::NotCanonical));
	let schema = identity(0).1.replace("\"schema\":1", "\"schema\":2");
	assert_eq!(
		refused(&[salted(schema)]),
		Some(Error::UnknownSchema { schema: 2 })
	);
	let unknown = identity(0).1.replace("\"Name\"", "\"Nome\"");
	assert!(matches!(
		refused(&[salted(unknown)]),
		Some(Error::SchemaViolation { .. })
	));
	let foreign = identity(0)
		.1
		.replace("\"issuer\":\"MX\"", "\"issuer\":\"PE\"");
	let wrong = |ordinal| {
		Some(Error::WrongPlace {
			number: sample::number(ordinal).as_str().into(),
		})
	};
	assert_eq!(refused(&[salted(foreign)]), wrong(0));
	assert_eq!(refused(&[sites(0), identity(0)]), wrong(0));
	assert_eq!(refused(&[identity(0), identity(1), sites(0)]), wrong(0));
	let too_many: Vec<_> = (0..51).map(identity).collect();
	assert_eq!(refused(&too_many), wrong(50));
	let twice = Some(Error::RecordTwice {
		number: sample::number(0).as_str().into(),
	});
	assert_eq!(refused(&[identity(0), identity(0)]), twice);
	assert_eq!(
		refused(&[identity(0), salted(text(DataClass::Identity, 0, 2))]),
		twice
	);
}

#[test]
fn a_record_on_two_pages_should_hide_the_second() {
	let mut first = sample::Files::default();
	// A book of the wrong issuer's program: certificate 0 again, as if it were 50.
	let mut book = aeo_sealing::Book::new(GENESIS, Territory::MX);
	book.set(0, record(DataClass::Identity, 0, 1)).expect("new");
	let one = book.list_for(READER, key(READER), 1, &shared(&[0], &CLASSES));
	let mut book = aeo_sealing::Book::new(GENESIS, Territory::MX);
	book.set(50, record(DataClass::Identity, 0, 1))
		.expect("new");
	let mut at_50 = shared(&[0], &CLASSES);
	at_50.get_mut(&sample::number(0)).expect("there").ordinal = 50;
	let two = book.list_for(READER, key(READER), 1, &at_50);
	// An index over both.
	let pages: Vec<_> = one.pages().iter().chain(two.pages()).collect();
	let mut index = 2_u32.to_le_bytes().to_vec();
	for page in &pages {
		index.extend_from_slice(&page.number.to_le_bytes());
		index.extend_from_slice(page.digest.as_bytes());
	}
	let what = What {
		genesis: GENESIS,
		issuer: Territory::MX,
		kind: Kind::Index {
			reader: READER,
			sequence: 1,
		},
	};
	let digests: Vec<_> = pages.iter().map(|page| page.digest).collect();
	let chain = OnChain {
		root: aeo_primitives::tree::root(&digests),
		pages: 2,
		..chain(READER, 1)
	};
	first
		.index
		.insert(1, seal(&key(READER), &what, &index).expect("sealed"));
	for (list, page) in [(&one, pages[0]), (&two, pages[1])] {
		first
			.pages
			.insert(page.name.to_string(), list.page(page).expect("sealed"));
	}
	let own = secret(READER);
	let (_, opened) = first.open(chain, &own).expect("opens");
	let number = sample::number(0).as_str().to_owned();
	assert_eq!(opened.refused, [(1, Error::RecordTwice { number })].into());
	assert_eq!(opened.entries().count(), 1);
}

#[test]
fn a_record_without_consent_should_be_told_and_dropped() {
	let mut files = Files::default();
	let sealed = book(&[0, 1]).list_for(
		READER,
		key(READER),
		1,
		&shared(&[0, 1], &[DataClass::Identity]),
	);
	let chain = files.add(&sealed, chain(READER, 1));
	let own = secret(READER);
	let (_, opened) = files.open(chain, &own).expect("opens");
	// On chain, certificate 1 is not shared.
	let readable = shared(&[0], &[DataClass::Identity]);
	assert_eq!(
		compare(&opened, &readable, &Versions::new()),
		[Difference::NotForYou {
			number: sample::number(1),
			class: DataClass::Identity
		}]
	);
	let seen: Vec<_> = visible(&opened, &readable)
		.map(|entry| entry.record().number.clone())
		.collect();
	assert_eq!(seen, [sample::number(0)]);
}

/// The chain refuses just the keys to which nothing can be sealed.
#[test]
fn keys_of_low_order_should_be_those_that_the_chain_refuses() {
	use aeo_primitives::x25519::is_low_order;
	let order_8 = [
		"e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
		"5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
	];
	let low = order_8.map(|digits| aeo_sealing::hex::array(digits).expect("32 bytes"));
	let with = |first: u8, between: u8, last: u8| {
		let mut bytes = [between; 32];
		(bytes[0], bytes[31]) = (first, last);
		bytes
	};
	let lower = [0, 1].map(|first| with(first, 0, 0));
	let around = [0xec, 0xed, 0xee].map(|first| with(first, 0xff, 0x7f));
	let others = [
		with(2, 0, 0),
		with(0xeb, 0xff, 0x7f),
		with(0xef, 0xff, 0x7f),
		[9; 32],
	];
	let is_refused = |bytes: [u8; 32]| {
		let what = What {
			genesis: GENESIS,
			issuer: ISSUER,
			kind: Kind::Holder { trader: GENESIS },
		};
		seal(&PublicKey(H256(bytes)), &what, b"x").is_err()
	};
	for mut key in low.into_iter().chain(lower).chain(around).chain(others) {
		for _ in 0..2 {
			assert_eq!(is_low_order(&H256(key)), is_refused(key), "{key:02x?}");
			// The highest bit is not looked at.
			key[31] ^= 0x80;
		}
		// Nor does it end with a bit more.
		key[15] ^= 1;
		assert!(!is_low_order(&H256(key)) && !is_refused(key), "{key:02x?}");
	}
}
