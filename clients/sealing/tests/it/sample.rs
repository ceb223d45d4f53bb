//! Invented firms, and lists of them.

use aeo_primitives::{CertificateNumber, DataClass, DataClasses, Territory};
use aeo_sealing::{
	prove, Book, IndexFile, List, OnChain, Opened, Proof, PublicKey, Record, SealedList, Secret,
	Shared, SharedCertificate,
};
use primitive_types::H256;
use serde_json::{json, Value};
use std::collections::BTreeMap;

pub const GENESIS: H256 = H256([7; 32]);
pub const ISSUER: Territory = Territory::MX;
pub const READER: Territory = Territory::CR;
pub const CLASSES: [DataClass; 4] = [
	DataClass::Identity,
	DataClass::Sites,
	DataClass::Contact,
	DataClass::Reason,
];

pub fn number(ordinal: u32) -> CertificateNumber {
	format!("MX-OEA-{ordinal:05}").try_into().expect("short")
}

fn address() -> Value {
	json!({
		"CityName": "Mérida", "CountryCode": "MX", "CountrySubDivisionName": "Yucatán",
		"Line": "Calle 60 Nº 491", "PostcodeID": "97000",
	})
}

/// The data of a class, as JSON; `mark` makes them differ.
pub fn data(class: DataClass, ordinal: u32, mark: u32) -> Value {
	match class {
		DataClass::Identity => json!({
			"Address": address(), "ID": "MXNWM9709244W4",
			"Name": format!("Compañía {ordinal} de Nácar, S.A. de C.V. {mark}"),
			"Alias": [{"Grantor": "US", "Scheme": "MID", "ID": "MXNACAR60MER"}],
		}),
		DataClass::Sites => json!({"Site": [{
			"Address": address(), "ID": "MXMID", "Name": format!("Planta {ordinal}-{mark}"),
			"RoleCode": ["MF", "EX"], "Validated": "2025-03-14",
		}]}),
		DataClass::Contact => json!({
			"Contact": [{
				"Communication": [
					{"ID": format!("aduanas{ordinal}-{mark}@nacar.example"), "TypeCode": "EM"},
					{"ID": "+52 999 000 0000", "TypeCode": "TE"},
				],
				"Function": "Gerencia de aduanas",
			}],
			"Office": {"ID": "MX000310", "Name": "Aduana de Progreso"},
		}),
		DataClass::Reason => json!({"Reason": [{
			"Code": "R10", "Period": mark, "Text": "Cerca sin reparar:\n\tsector norte",
		}]}),
	}
}

pub fn class_name(class: DataClass) -> &'static str {
	match class {
		DataClass::Identity => "identity",
		DataClass::Sites => "sites",
		DataClass::Contact => "contact",
		DataClass::Reason => "reason",
	}
}

/// A record as JSON.
pub fn value(class: DataClass, ordinal: u32, version: u32) -> Value {
	json!({
		"class": class_name(class), "data": data(class, ordinal, version), "issuer": "MX",
		"number": number(ordinal).as_str(), "schema": 1, "version": version,
	})
}

pub fn record(class: DataClass, ordinal: u32, version: u32) -> Record {
	Record::from_value(value(class, ordinal, version)).expect("the sample is right")
}

/// A book with all classes of the certificates with these ordinals, in version 1.
pub fn book(ordinals: &[u32]) -> Book {
	let mut book = Book::new(GENESIS, ISSUER);
	for ordinal in ordinals {
		for class in CLASSES {
			book.set(*ordinal, record(class, *ordinal, 1))
				.expect("a new record");
		}
	}
	book
}

/// Says that these classes of these certificates may be read.
pub fn shared(ordinals: &[u32], classes: &[DataClass]) -> Shared {
	let classes = DataClasses::new(classes.iter().copied()).expect("at most four");
	ordinals
		.iter()
		.map(|ordinal| {
			let certificate = SharedCertificate {
				ordinal: *ordinal,
				classes,
			};
			(number(*ordinal), certificate)
		})
		.collect()
}

/// The files of one list, as a server has them.
#[derive(Clone, Default)]
pub struct Files {
	pub index: BTreeMap<u32, Vec<u8>>,
	pub pages: BTreeMap<String, Vec<u8>>,
}

impl Files {
	/// Adds a list, without sealing again what is there. Returns what is published.
	pub fn add(&mut self, sealed: &SealedList, chain: OnChain) -> OnChain {
		for page in sealed.pages() {
			self.pages
				.entry(page.name.to_string())
				.or_insert_with(|| sealed.page(page).expect("sealed"));
		}
		let index = sealed.index().expect("sealed");
		assert!(self.index.insert(chain.sequence, index).is_none());
		OnChain {
			root: sealed.root(),
			pages: sealed.number_of_pages(),
			..chain
		}
	}

	/// Opens the list that stands on chain with a secret.
	pub fn open<'a>(
		&self,
		chain: OnChain,
		secret: &'a Secret,
	) -> Result<(List<'a>, Opened), aeo_sealing::Error> {
		let index = self
			.index
			.range(..=chain.sequence)
			.next_back()
			.map(|(sequence, blob)| IndexFile {
				sequence: *sequence,
				blob,
			});
		let list = List::open(chain, secret, index)?;
		let opened = list.pages(|file| self.pages.get(&file.name.to_string()).cloned());
		Ok((list, opened))
	}
}

/// What stands on chain before the first list.
pub fn chain(reader: Territory, sequence: u32) -> OnChain {
	OnChain {
		genesis: GENESIS,
		issuer: ISSUER,
		reader,
		sequence,
		root: H256::zero(),
		pages: 0,
	}
}

pub fn secret(administration: Territory) -> Secret {
	Secret::of_development(administration)
}

pub fn key(administration: Territory) -> PublicKey {
	secret(administration).public()
}

/// The issuer's first list for itself, of all classes of these certificates, and the proofs of its records.
pub fn own_proofs(ordinals: &[u32]) -> (Vec<Proof>, OnChain) {
	let sealed = book(ordinals).list_for(ISSUER, key(ISSUER), 1, &shared(ordinals, &CLASSES));
	let mut files = Files::default();
	let chain = files.add(&sealed, chain(ISSUER, 1));
	let own = secret(ISSUER);
	let (list, opened) = files.open(chain, &own).expect("opens");
	let proofs = opened.pages.iter().flat_map(|page| {
		let list = &list;
		page.entries.iter().map(move |entry| {
			let record = entry.record();
			prove(list, page, &record.number, record.class()).expect("it is there")
		})
	});
	(proofs.collect(), chain)
}
