//! Measures what sealing and opening a list costs: `cargo run --release -p aeo-sealing --example measure
//! [CERTIFICATES [CLASSES]]`, by default 20,000 certificates with three classes. One line of JSON.

use aeo_primitives::{CertificateNumber, DataClass, DataClasses, Territory};
use aeo_sealing::{
	class_name, compare, Book, IndexFile, List, Names, OnChain, Record, SealedList, Secret, Shared,
	SharedCertificate, Versions,
};
use primitive_types::H256;
use serde_json::{json, Value};
use std::{collections::BTreeMap, env, error::Error, time::Instant};

const ISSUER: Territory = Territory::MX;
const READER: Territory = Territory::CR;
const CLASSES: [DataClass; 4] = [
	DataClass::Identity,
	DataClass::Sites,
	DataClass::Contact,
	DataClass::Reason,
];

fn number(ordinal: u32) -> Result<CertificateNumber, Box<dyn Error>> {
	Ok(format!("MX-OEA-{ordinal:06}").parse()?)
}

/// Data as long as those of a firm with two sites.
fn data(class: DataClass, ordinal: u32, mark: u32) -> Value {
	let address = json!({
		"CityName": "Mérida", "CountryCode": "MX", "CountrySubDivisionName": "Yucatán",
		"Line": format!("Calle {} Nº {}", ordinal % 300, ordinal / 7), "PostcodeID": "97000",
	});
	let site = json!({
		"Address": address, "ID": "MXMID", "RoleCode": ["MF", "EX"], "Validated": "2025-03-14",
	});
	match class {
		DataClass::Identity => json!({
			"Address": address, "ID": "MXNWM9709244W4",
			"Name": format!("Compañía {ordinal} de Nácar y Textiles {mark}, S.A. de C.V."),
		}),
		DataClass::Sites => json!({"Site": [site, site]}),
		DataClass::Contact => json!({
			"Contact": [{
				"Communication": [
					{"ID": format!("aduanas{ordinal}@nacar.example"), "TypeCode": "EM"},
					{"ID": "+52 999 000 0000", "TypeCode": "TE"},
				],
				"Function": "Gerencia de aduanas",
			}],
			"Office": {"ID": "MX000310", "Name": "Aduana de Progreso"},
		}),
		DataClass::Reason => json!({"Reason": [{"Code": "R10", "Period": mark}]}),
	}
}

fn record(class: DataClass, ordinal: u32, version: u32) -> Result<Record, Box<dyn Error>> {
	Ok(Record::from_value(json!({
		"class": class_name(class), "data": data(class, ordinal, version), "issuer": "MX",
		"number": number(ordinal)?.as_str(), "schema": 1, "version": version,
	}))?)
}

/// Pages by the names of their files.
type Pages = BTreeMap<String, Vec<u8>>;

/// Returns the index and the pages that are not there yet.
fn files(list: &SealedList, there: &Pages) -> Result<(Vec<u8>, Pages), Box<dyn Error>> {
	let mut pages = Pages::new();
	for page in list.pages() {
		let name = page.name.to_string();
		if !there.contains_key(&name) {
			pages.insert(name, list.page(page)?);
		}
	}
	Ok((list.index()?, pages))
}

fn bytes(index: &[u8], pages: &Pages) -> usize {
	index.len() + pages.values().map(Vec::len).sum::<usize>()
}

fn main() -> Result<(), Box<dyn Error>> {
	let mut arguments = env::args().skip(1);
	let certificates: u32 = arguments.next().map_or(Ok(20_000), |text| text.parse())?;
	let classes: usize = arguments.next().map_or(Ok(3), |text| text.parse())?;
	let classes = CLASSES.get(..classes).ok_or("there are four classes")?;

	let mut book = Book::new(H256([7; 32]), ISSUER);
	let mut shared = Shared::new();
	let set = DataClasses::new(classes.iter().copied())?;
	for ordinal in 0..certificates {
		for class in classes {
			book.set(ordinal, record(*class, ordinal, 1)?)?;
		}
		let certificate = SharedCertificate {
			ordinal,
			classes: set,
		};
		shared.insert(number(ordinal)?, certificate);
	}

	let secret = Secret::generate()?;
	let start = Instant::now();
	let sealed = book.list_for(READER, secret.public(), 1, &shared);
	let (index, mut pages) = files(&sealed, &Pages::new())?;
	let sealing = start.elapsed().as_secs_f64();
	let all = bytes(&index, &pages);

	let chain = OnChain {
		genesis: H256([7; 32]),
		issuer: ISSUER,
		reader: READER,
		sequence: 1,
		root: sealed.root(),
		pages: sealed.number_of_pages(),
	};
	let start = Instant::now();
	let found = IndexFile {
		sequence: 1,
		blob: &index,
	};
	let list = List::open(chain, &secret, Some(found))?;
	let opened = list.pages(|file| pages.get(&file.name.to_string()).cloned());
	let differences = compare(&opened, &shared, &Versions::new());
	let opening = start.elapsed().as_secs_f64();
	if !opened.refused.is_empty() || !differences.is_empty() {
		return Err("the list is not right".into());
	}

	let start = Instant::now();
	let names = Names::of(opened.entries().map(|entry| entry.record()))?;
	let naming = start.elapsed().as_secs_f64();
	let start = Instant::now();
	let hits = names.search("nacar textiles", 20)?.len();
	let searching = start.elapsed().as_secs_f64();

	let middle = certificates / 2;
	book.set(middle, record(DataClass::Identity, middle, 2)?)?;
	let changed = book.list_for(READER, secret.public(), 2, &shared);
	let (index, new) = files(&changed, &pages)?;
	let change = bytes(&index, &new);
	let changed_pages = new.len();
	pages.extend(new);

	let report = json!({
		"certificates": certificates,
		"classes": classes.len(),
		"records": opened.entries().count(),
		"pages": chain.pages,
		"sealSeconds": sealing,
		"openSeconds": opening,
		"nameSeconds": naming,
		"searchSeconds": searching,
		"hits": hits,
		"bytes": all,
		"bytesOfACertificate": all as f64 / f64::from(certificates),
		"bytesOfAChange": change,
		"bytesOfItsIndex": index.len(),
		"pagesOfAChange": changed_pages,
	});
	println!("{report}");
	Ok(())
}
