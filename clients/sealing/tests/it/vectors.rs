//! The vectors in `vectors/`, for other implementations: written with UPDATE=1, opened otherwise. HPKE
//! takes randomness, so files cannot be made again, only opened.

use crate::sample::{
	chain, key, own_proofs, record, secret, shared, Files, CLASSES, GENESIS, ISSUER, READER,
};
use aeo_primitives::DataClass;
use aeo_sealing::{
	hex, leaf, page_of, prove, Book, Entry, Error, HolderFile, HolderName, IndexFile, Kind, List,
	OnChain, PageName, Proof, ProvedIn, PublicKey, Record, Salt, Secret, Shared, Use, What,
};
use primitive_types::H256;
use serde::{de::DeserializeOwned, Deserialize, Serialize};
use std::{env, fs, path::PathBuf};

/// Bytes as text: `0x` and hexadecimal digits.
fn text(bytes: &[u8]) -> String {
	format!("0x{}", hex::digits(bytes))
}

fn bytes(text: &str) -> Vec<u8> {
	assert!(text.starts_with("0x"), "{text}");
	hex::bytes(text).expect("digits")
}

fn path(name: &str) -> PathBuf {
	let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors");
	folder.join(name)
}

/// Returns the vector, written anew by `make` with UPDATE=1.
fn vector<T: DeserializeOwned + Serialize>(name: &str, make: impl FnOnce() -> T) -> T {
	if env::var("UPDATE").is_ok_and(|update| update == "1") {
		let mut text = Vec::new();
		let form = serde_json::ser::PrettyFormatter::with_indent(b"\t");
		let mut serializer = serde_json::Serializer::with_formatter(&mut text, form);
		make().serialize(&mut serializer).expect("JSON");
		text.push(b'\n');
		fs::write(path(name), text).expect("written");
	}
	let text = fs::read_to_string(path(name)).expect("UPDATE=1 writes the vectors");
	serde_json::from_str(&text).expect("a vector")
}

/// Returns all vectors whose names begin so: ours, and those that the JavaScript clients make of the
/// design alone, in the same form, where their folder is there.
fn all_vectors<T: DeserializeOwned>(prefix: &str) -> Vec<(String, T)> {
	let theirs = path("../../sealed/vectors");
	let folders = [Some(path("")), theirs.is_dir().then_some(theirs)];
	let mut vectors = Vec::new();
	for folder in folders.into_iter().flatten() {
		for entry in fs::read_dir(folder).expect("a folder") {
			let path = entry.expect("read").path();
			let name = path.file_name().and_then(|name| name.to_str());
			if name.is_some_and(|name| name.starts_with(prefix)) {
				let text = fs::read_to_string(&path).expect("read");
				let vector = serde_json::from_str(&text);
				let name = path.display().to_string();
				let vector = vector.unwrap_or_else(|error| panic!("{name}: {error}"));
				vectors.push((name, vector));
			}
		}
	}
	vectors
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct VectorRecord {
	ordinal: u32,
	page: u32,
	record: String,
	salt: String,
	leaf: H256,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct VectorPage {
	page: u32,
	digest: H256,
	name: String,
	info: String,
	file: String,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct VectorIndex {
	plain: String,
	info: String,
	file: String,
}

/// A list, by ordinal and class.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct VectorList {
	genesis: H256,
	issuer: String,
	reader: String,
	reader_secret: String,
	reader_public: H256,
	sequence: u32,
	root: H256,
	pages: u32,
	records: Vec<VectorRecord>,
	index: VectorIndex,
	page_files: Vec<VectorPage>,
	/// Of the last record.
	proof: Option<Proof>,
}

fn info(chain: &OnChain, kind: Kind) -> String {
	let what = What {
		genesis: chain.genesis,
		issuer: chain.issuer,
		kind,
	};
	text(&what.info())
}

fn index_kind(chain: &OnChain) -> Kind {
	Kind::Index {
		reader: chain.reader,
		sequence: chain.sequence,
	}
}

fn make_list(book: &Book, readable: &Shared, sequence: u32) -> VectorList {
	let sealed = book.list_for(READER, key(READER), sequence, readable);
	let mut files = Files::default();
	let chain = files.add(&sealed, chain(READER, sequence));
	let own = secret(READER);
	let (list, opened) = files.open(chain, &own).expect("opens");
	let ordinal = |entry: &Entry| readable[&entry.record().number].ordinal;
	let records: Vec<_> = opened
		.entries()
		.map(|entry| VectorRecord {
			ordinal: ordinal(entry),
			page: page_of(ordinal(entry)),
			record: entry.text().into(),
			salt: text(entry.salt().as_bytes()),
			leaf: entry.leaf(),
		})
		.collect();
	let proof = opened.pages.last().and_then(|page| {
		let record = page.entries.last()?.record();
		prove(&list, page, &record.number, record.class())
	});
	let mut plain = u32::try_from(list.files().len())
		.expect("few")
		.to_le_bytes()
		.to_vec();
	for file in list.files() {
		plain.extend_from_slice(&file.number.to_le_bytes());
		plain.extend_from_slice(file.digest.as_bytes());
	}
	VectorList {
		genesis: chain.genesis,
		issuer: chain.issuer.to_string(),
		reader: chain.reader.to_string(),
		reader_secret: text(own.as_bytes()),
		reader_public: own.public().0,
		sequence,
		root: chain.root,
		pages: chain.pages,
		records,
		index: VectorIndex {
			plain: text(&plain),
			info: info(&chain, index_kind(&chain)),
			file: text(&files.index[&sequence]),
		},
		page_files: list
			.files()
			.map(|file| VectorPage {
				page: file.number,
				digest: file.digest,
				name: file.name.to_string(),
				info: info(
					&chain,
					Kind::Page {
						reader: chain.reader,
						page: file.number,
						digest: file.digest,
					},
				),
				file: text(&files.pages[&file.name.to_string()]),
			})
			.collect(),
		proof,
	}
}

fn check_list(name: &str, vector: &VectorList) {
	println!("{name}");
	let own = Secret::from_bytes(hex::array(&vector.reader_secret).expect("32 bytes"));
	assert_eq!(own.public().0, vector.reader_public);
	let chain = OnChain {
		genesis: vector.genesis,
		issuer: vector.issuer.parse().expect("a territory"),
		reader: vector.reader.parse().expect("a territory"),
		sequence: vector.sequence,
		root: vector.root,
		pages: vector.pages,
	};
	let index = bytes(&vector.index.file);
	let index_what = What {
		genesis: chain.genesis,
		issuer: chain.issuer,
		kind: index_kind(&chain),
	};
	assert_eq!(vector.index.info, text(&index_what.info()));
	let plain = aeo_sealing::open(&own, &index_what, &index).expect("opens");
	assert_eq!(vector.index.plain, text(&plain));
	let found = IndexFile {
		sequence: chain.sequence,
		blob: &index,
	};
	let list = List::open(chain, &own, Some(found)).expect("opens");
	assert_eq!(list.files().len(), vector.page_files.len());
	for (file, expected) in list.files().zip(&vector.page_files) {
		assert_eq!(file.number, expected.page);
		assert_eq!(file.digest, expected.digest);
		assert_eq!(file.name.to_string(), expected.name);
		let name = PageName::of(
			chain.reader,
			&PublicKey(vector.reader_public),
			&expected.digest,
		);
		assert_eq!(file.name, name);
	}
	let opened = list.pages(|file| {
		let found = vector
			.page_files
			.iter()
			.find(|page| page.name == file.name.to_string());
		found.map(|page| bytes(&page.file))
	});
	assert!(opened.refused.is_empty(), "{:?}", opened.refused);
	let records: Vec<_> = opened.entries().collect();
	assert_eq!(records.len(), vector.records.len());
	for (entry, expected) in records.into_iter().zip(&vector.records) {
		assert_eq!(entry.text(), expected.record);
		assert_eq!(text(entry.salt().as_bytes()), expected.salt);
		assert_eq!(entry.leaf(), expected.leaf);
		let salt = Salt::from_bytes(hex::array(&expected.salt).expect("32 bytes"));
		let made = leaf(&vector.genesis, &salt, expected.record.as_bytes());
		assert_eq!(made, expected.leaf);
		assert_eq!(page_of(expected.ordinal), expected.page);
	}
	match (&vector.proof, vector.records.last()) {
		(Some(proof), Some(last)) => {
			let record = proof.verify(&chain).expect("proved");
			assert_eq!(record.canonical(), last.record);
		}
		(None, None) => {}
		other => panic!("a proof and no record, or the other way: {:?}", other.0),
	}
}

/// A book with salts that are always the same.
fn fixed_book(records: impl IntoIterator<Item = (u32, DataClass)>) -> Book {
	let mut book = Book::new(GENESIS, ISSUER);
	for (place, (ordinal, class)) in records.into_iter().enumerate() {
		let salt = [u8::try_from(place).expect("few"); 32];
		book.restore(ordinal, record(class, ordinal, 1), Salt::from_bytes(salt))
			.expect("new");
	}
	book
}

#[test]
fn lists_of_the_vectors_should_open() {
	let ordinals = [0, 1, 49, 50, 120];
	let all = || {
		ordinals
			.into_iter()
			.flat_map(|o| CLASSES.map(|class| (o, class)))
	};
	let lists = [
		("list-of-three-pages.json", shared(&ordinals, &CLASSES), 3),
		(
			"list-of-one-record.json",
			shared(&[120], &[DataClass::Reason]),
			1,
		),
		("list-of-nothing.json", Shared::new(), 2),
	];
	for (name, readable, sequence) in lists {
		let list = vector(name, || make_list(&fixed_book(all()), &readable, sequence));
		assert_eq!(list.sequence, sequence, "{name}");
		let records: usize = readable
			.values()
			.map(|certificate| certificate.classes.iter().count())
			.sum();
		assert_eq!(list.records.len(), records, "{name}");
	}
	let lists = all_vectors::<VectorList>("list-of-");
	assert!(lists.len() >= 3);
	for (name, list) in lists {
		check_list(&name, &list);
	}
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct VectorHolder {
	genesis: H256,
	issuer: String,
	trader: H256,
	issuer_secret: String,
	issuer_public: H256,
	holder_secret: String,
	holder_public: H256,
	name: String,
	info: String,
	/// What stands on chain of the issuer's list in which the records are proved.
	root: H256,
	pages: u32,
	plain: String,
	file: String,
}

fn holder_what(trader: H256) -> What {
	What {
		genesis: GENESIS,
		issuer: ISSUER,
		kind: Kind::Holder { trader },
	}
}

fn make_holder() -> VectorHolder {
	let trader = H256([3; 32]);
	let (issuer, holder) = (secret(ISSUER), Secret::from_bytes([11; 32]));
	let (mut proofs, chain) = own_proofs(&[0, 50]);
	proofs.truncate(1);
	let content = HolderFile {
		list: Some(ProvedIn {
			block: 90,
			sequence: 1,
		}),
		records: proofs,
		uses: vec![Use {
			leaf: "0x00".into(),
			period: 2,
			place: 3,
			proof: vec![H256([1; 32])],
		}],
	};
	let file = content
		.seal(&holder.public(), GENESIS, ISSUER, trader)
		.expect("sealed");
	let plain = aeo_sealing::open(&holder, &holder_what(trader), &file).expect("opens");
	let name = HolderName::of(&issuer, &holder.public(), &GENESIS, ISSUER, &trader);
	VectorHolder {
		genesis: GENESIS,
		issuer: ISSUER.to_string(),
		trader,
		issuer_secret: text(issuer.as_bytes()),
		issuer_public: issuer.public().0,
		holder_secret: text(holder.as_bytes()),
		holder_public: holder.public().0,
		name: name.expect("usable").to_string(),
		info: text(&holder_what(trader).info()),
		root: chain.root,
		pages: chain.pages,
		plain: String::from_utf8(plain.to_vec()).expect("JSON"),
		file: text(&file),
	}
}

#[test]
fn holders_files_of_the_vectors_should_open() {
	let ours: VectorHolder = vector("holder.json", make_holder);
	assert_eq!(ours.plain.matches("\"salt\"").count(), 1);
	for (name, vector) in all_vectors("holder") {
		check_holder(&name, &vector);
	}
}

fn check_holder(name: &str, vector: &VectorHolder) {
	println!("{name}");
	let secret = |text: &str| Secret::from_bytes(hex::array(text).expect("32 bytes"));
	let (issuer, holder) = (secret(&vector.issuer_secret), secret(&vector.holder_secret));
	assert_eq!(issuer.public().0, vector.issuer_public);
	assert_eq!(holder.public().0, vector.holder_public);
	let territory = vector.issuer.parse().expect("a territory");
	for (own, other) in [(&issuer, &holder), (&holder, &issuer)] {
		let name = HolderName::of(
			own,
			&other.public(),
			&vector.genesis,
			territory,
			&vector.trader,
		);
		assert_eq!(name.expect("usable").to_string(), vector.name);
	}
	let what = What {
		genesis: vector.genesis,
		issuer: territory,
		kind: Kind::Holder {
			trader: vector.trader,
		},
	};
	assert_eq!(text(&what.info()), vector.info);
	let file = bytes(&vector.file);
	let plain = aeo_sealing::open(&holder, &what, &file).expect("opens");
	assert_eq!(plain.as_slice(), vector.plain.as_bytes());
	let opened = HolderFile::open(&holder, vector.genesis, territory, vector.trader, &file);
	let opened = opened.expect("opens");
	assert_eq!(
		opened.records.len(),
		vector.plain.matches("\"salt\"").count()
	);
	let chain = OnChain {
		genesis: vector.genesis,
		issuer: territory,
		reader: territory,
		sequence: opened.list.expect("it has records").sequence,
		root: vector.root,
		pages: vector.pages,
	};
	assert!(opened
		.records
		.iter()
		.all(|proof| proof.verify(&chain).is_ok()));
	assert_eq!(opened.uses.len(), vector.plain.matches("\"leaf\"").count());
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct VectorRefused {
	/// The name of the error.
	error: String,
	record: String,
}

fn make_refused() -> Vec<VectorRefused> {
	let right = |class| record(class, 1, 1).canonical();
	let identity = || right(DataClass::Identity);
	let reason = || right(DataClass::Reason);
	let records = [
		identity().replace("\"schema\":1", "\"schema\": 1"),
		identity().replace("Mérida", "M\\u00e9rida"),
		reason().replace("\"version\":1", "\"version\":1.0"),
		identity().replace("\"schema\":1", "\"schema\":2"),
		identity().replace("\"issuer\":\"MX\"", "\"issuer\":\"mx\""),
		identity().replace("\"issuer\":\"MX\"", "\"issuer\":\"ZZ\""),
		identity().replace("Mérida", "Me\u{301}rida"),
		identity().replace("Mérida", "Mérida\\t"),
		identity().replace("Mérida", ""),
		identity().replace("\"PostcodeID\":\"97000\"", "\"PostcodeID\":null"),
		identity().replace("\"ID\":\"MXNWM9709244W4\"", "\"ID\":\"MX-NWM9709244W4\""),
		reason().replace("R10", "R12"),
		reason().replace("\"version\":1", "\"version\":4294967296"),
		right(DataClass::Sites).replace("2025-03-14", "2025-02-29"),
		right(DataClass::Sites).replace("[\"MF\",\"EX\"]", "[\"MF\",\"MF\"]"),
		right(DataClass::Contact).replace("\"EM\"", "\"FX\""),
		format!("{}{}", reason(), " ".repeat(8192)),
	];
	let error = |record: &String| {
		Record::parse(record.as_bytes())
			.expect_err("something is wrong")
			.name()
			.to_owned()
	};
	records
		.into_iter()
		.map(|record| VectorRefused {
			error: error(&record),
			record,
		})
		.collect()
}

#[test]
fn records_of_the_vectors_that_are_wrong_should_be_refused() {
	let refused: Vec<VectorRefused> = vector("refused.json", make_refused);
	assert_eq!(refused.len(), 17);
	let right: Vec<_> = CLASSES.map(|class| record(class, 1, 1).canonical()).into();
	let all = all_vectors::<Vec<VectorRefused>>("refused");
	for VectorRefused { error, record } in all.into_iter().flat_map(|(_, refused)| refused) {
		assert!(!right.contains(&record), "{record}");
		let found = Record::parse(record.as_bytes()).err();
		assert_eq!(
			found.as_ref().map(Error::name),
			Some(error.as_str()),
			"{record}"
		);
	}
}
