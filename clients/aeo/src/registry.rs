//! The registry of an administration's office: a folder with `certificates.csv`, `sites.csv` and
//! `reasons.csv`, in UTF-8, with the names of the columns in the first line, in any order. What may be in
//! a column is what the schema of the records says; an empty one is left out.

use aeo_primitives::{certificate_number, CertificateNumber, DataClass, Territory};
use aeo_sealing::{class_name, data::Data, Record};
use csv::{ReaderBuilder, StringRecord};
use serde_json::{json, Map, Value};
use std::{
	collections::{BTreeMap, BTreeSet},
	fs::File,
	io::Read,
	path::Path,
};

/// Most bytes of a file: some 100,000 firms with several sites.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// Columns of an address.
const ADDRESS: [&str; 5] = ["address", "city", "subdivision", "postcode", "country"];

/// Columns of `certificates.csv`, without those of addresses and contacts.
const CERTIFICATES: [&str; 7] = [
	"certificate",
	"tin",
	"name",
	"trade_name",
	"aliases",
	"office_id",
	"office",
];

/// Columns of `sites.csv`, without those of addresses.
const SITES: [&str; 5] = ["certificate", "name", "locode", "roles", "validated"];

/// Columns of `reasons.csv`.
const REASONS: [&str; 4] = ["certificate", "period", "code", "text"];

/// Columns of a contact, behind `contact_1_`.
const CONTACT: [&str; 3] = ["function", "email", "telephone"];

/// Most contacts.
const CONTACTS: usize = 4;

/// A row that is not right.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BadRow {
	/// The file.
	pub file: &'static str,
	/// Its line, counted from 1.
	pub line: u64,
	/// What is wrong.
	pub why: String,
}

/// What a registry knows.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Registry {
	/// The data of each certificate, by class.
	pub certificates: BTreeMap<CertificateNumber, Vec<Data>>,
	/// The rows that are not right, in the order of the files.
	pub bad: Vec<BadRow>,
	/// Records that rows which are not right are about: these say nothing of them.
	pub unclear: BTreeSet<(CertificateNumber, DataClass)>,
	/// Classes of which a row is not right that does not say which certificate it is about: any of them may
	/// be the one that seems to be gone.
	pub incomplete: BTreeSet<DataClass>,
}

impl Registry {
	/// Returns whether a record that is not there has been deleted, as far as one can tell.
	pub fn is_gone(&self, number: &CertificateNumber, class: DataClass) -> bool {
		let is_there = self
			.certificates
			.get(number)
			.is_some_and(|all| all.iter().any(|data| data.class() == class));
		!is_there
			&& !self.incomplete.contains(&class)
			&& !self.unclear.contains(&(number.clone(), class))
	}

	/// Takes what a certificate's rows say out again: they are not right.
	fn refuse(&mut self, number: &CertificateNumber, classes: &[DataClass]) {
		for class in classes {
			self.unclear.insert((number.clone(), *class));
		}
		if let Some(all) = self.certificates.get_mut(number) {
			all.retain(|data| !classes.contains(&data.class()));
		}
	}
}

/// What is in `certificates.csv`.
const OF_CERTIFICATES: [DataClass; 2] = [DataClass::Identity, DataClass::Contact];

/// A row: its line, and what its columns have, empty ones left out.
struct Row {
	line: u64,
	columns: BTreeMap<String, String>,
}

impl Row {
	fn get(&self, column: &str) -> Option<&str> {
		self.columns.get(column).map(String::as_str)
	}

	/// Returns an object with these members, each from its column where it has something.
	fn object(&self, members: &[(&str, &str)]) -> Map<String, Value> {
		let found = members.iter().filter_map(|(member, column)| {
			self.get(column)
				.map(|value| ((*member).to_owned(), value.into()))
		});
		found.collect()
	}

	fn address(&self) -> Value {
		self.object(&[
			("Line", "address"),
			("CityName", "city"),
			("CountrySubDivisionName", "subdivision"),
			("PostcodeID", "postcode"),
			("CountryCode", "country"),
		])
		.into()
	}

	fn identity(&self) -> Result<Value, String> {
		let mut data = self.object(&[("Name", "name"), ("TradeName", "trade_name"), ("ID", "tin")]);
		data.insert("Address".into(), self.address());
		if let Some(aliases) = self.get("aliases") {
			let aliases = aliases.split(';').map(|alias| {
				let mut parts = alias.trim().splitn(3, ' ');
				match (parts.next(), parts.next(), parts.next()) {
					(Some(grantor), Some(scheme), Some(id)) => {
						Ok(json!({"Grantor": grantor, "Scheme": scheme, "ID": id.trim()}))
					}
					_ => Err(format!(
						"aliases: {alias:?} is not like CR CODE KR9207707416"
					)),
				}
			});
			data.insert("Alias".into(), aliases.collect::<Result<Value, _>>()?);
		}
		Ok(data.into())
	}

	fn contact(&self) -> Value {
		let contacts = (1..=CONTACTS).filter_map(|place| {
			let column = |name: &str| self.get(&format!("contact_{place}_{name}"));
			let channel =
				|name, code| column(name).map(|value| json!({"ID": value, "TypeCode": code}));
			let channels: Vec<_> = [channel("email", "EM"), channel("telephone", "TE")]
				.into_iter()
				.flatten()
				.collect();
			if channels.is_empty() && column("function").is_none() {
				return None;
			}
			let mut contact = Map::new();
			if let Some(function) = column("function") {
				contact.insert("Function".into(), function.into());
			}
			contact.insert("Communication".into(), channels.into());
			Some(Value::from(contact))
		});
		json!({
			"Contact": contacts.collect::<Value>(),
			"Office": self.object(&[("ID", "office_id"), ("Name", "office")]),
		})
	}

	fn site(&self) -> Value {
		let mut site = self.object(&[
			("Name", "name"),
			("ID", "locode"),
			("Validated", "validated"),
		]);
		let roles = self.get("roles").unwrap_or_default().split_whitespace();
		site.insert("RoleCode".into(), roles.collect());
		site.insert("Address".into(), self.address());
		site.into()
	}

	fn reason(&self) -> Value {
		let mut reason = self.object(&[("Code", "code"), ("Text", "text")]);
		if let Some(period) = self.get("period") {
			// What is no number stays a text, which the schema refuses.
			let number = period.parse::<u32>().map(Value::from);
			reason.insert("Period".into(), number.unwrap_or_else(|_| period.into()));
		}
		reason.into()
	}
}

/// Returns what the registry in a folder knows, and which of its rows are not right.
pub fn read(folder: &Path, issuer: Territory) -> Registry {
	let contacts = (1..=CONTACTS)
		.flat_map(|place| CONTACT.map(|column| format!("contact_{place}_{column}")))
		.collect::<Vec<_>>();
	let known = |columns: &[&str], more: &[String]| -> Vec<String> {
		let columns = columns.iter().map(|column| (*column).to_owned());
		columns.chain(more.iter().cloned()).collect()
	};
	let addresses = ADDRESS.map(String::from);
	let more = [addresses.as_slice(), contacts.as_slice()].concat();
	let mut registry = Registry::default();
	let mut rows = |file, columns: Vec<String>, classes: &[DataClass]| {
		let before = registry.bad.len();
		let rows = rows(folder, file, &columns, &mut registry.bad);
		let rows = by_certificate(file, rows, &mut registry.bad);
		if registry.bad.len() > before {
			registry.incomplete.extend(classes);
		}
		rows
	};
	let file = "certificates.csv";
	let certificates = rows(file, known(&CERTIFICATES, &more), &OF_CERTIFICATES);
	let sites = known(&SITES, &addresses);
	let sites = rows("sites.csv", sites, &[DataClass::Sites]);
	let reasons = known(&REASONS, &[]);
	let reasons = rows("reasons.csv", reasons, &[DataClass::Reason]);

	let mut tins: BTreeMap<String, (CertificateNumber, u64)> = BTreeMap::new();
	for (number, line, rows) in certificates {
		// Sites and reasons of one that is not right are not told as those of nobody.
		registry.certificates.insert(number.clone(), Vec::new());
		match data_of(issuer, &number, &rows) {
			Ok(data) => {
				registry.certificates.insert(number.clone(), data);
			}
			Err(why) => {
				registry.bad.push(BadRow { file, line, why });
				registry.refuse(&number, &OF_CERTIFICATES);
			}
		}
		let tin = rows.first().and_then(|row| row.get("tin"));
		let tin = tin.unwrap_or_default().to_owned();
		if let Some((other, there)) = tins.get(&tin) {
			let why = format!("TIN {tin} stands in line {there} too: correct one of them");
			registry.bad.push(BadRow { file, line, why });
			// Which of the two is wrong, they don't say.
			registry.refuse(&number, &OF_CERTIFICATES);
			registry.refuse(&other.clone(), &OF_CERTIFICATES);
		} else {
			tins.insert(tin, (number, line));
		}
	}
	let lists = [
		("sites.csv", DataClass::Sites, "Site", sites),
		("reasons.csv", DataClass::Reason, "Reason", reasons),
	];
	for (file, class, member, rows) in lists {
		for (number, line, rows) in rows {
			let items: Value = rows
				.iter()
				.map(|row| match class {
					DataClass::Sites => row.site(),
					_ => row.reason(),
				})
				.collect();
			let data = record(issuer, &number, class, json!({ member: items }));
			let why = match (data, registry.certificates.get_mut(&number)) {
				(Ok(data), Some(all)) => {
					all.push(data);
					continue;
				}
				(Err(why), _) => why,
				(_, None) => {
					format!("{number} has no row in certificates.csv: add it, or delete this")
				}
			};
			registry.bad.push(BadRow { file, line, why });
			registry.refuse(&number, &[class]);
		}
	}
	registry
}

/// Returns what the row of a certificate says; there must be one.
fn data_of(
	issuer: Territory,
	number: &CertificateNumber,
	rows: &[Row],
) -> Result<Vec<Data>, String> {
	let [row] = rows else {
		return Err(format!(
			"certificate {number} stands in several rows: leave one"
		));
	};
	Ok(vec![
		record(issuer, number, DataClass::Identity, row.identity()?)?,
		record(issuer, number, DataClass::Contact, row.contact())?,
	])
}

/// Returns the data of a class, checked as those of a record are.
fn record(
	issuer: Territory,
	number: &CertificateNumber,
	class: DataClass,
	data: Value,
) -> Result<Data, String> {
	let record = json!({
		"class": class_name(class), "data": data, "issuer": issuer, "number": number, "schema": 1, "version": 1,
	});
	Record::from_value(record)
		.map(|record| record.data)
		.map_err(|error| error.to_string())
}

/// Returns the rows of a file.
fn rows(folder: &Path, file: &'static str, known: &[String], bad: &mut Vec<BadRow>) -> Vec<Row> {
	let mut refuse = |line, why: String| bad.push(BadRow { file, line, why });
	let open = match File::open(folder.join(file)) {
		Ok(open) => open,
		Err(error) => {
			refuse(0, error.to_string());
			return Vec::new();
		}
	};
	let mut reader = ReaderBuilder::new().from_reader(open.take(MOST_BYTES));
	let columns = match reader.headers() {
		Ok(columns) => columns.clone(),
		Err(error) => {
			refuse(1, error.to_string());
			return Vec::new();
		}
	};
	for (place, column) in columns.iter().enumerate() {
		// Some programs put a mark of three bytes in front of the first.
		let column = column.trim_start_matches('\u{feff}');
		if !known.iter().any(|known| known == column) {
			refuse(
				1,
				format!("column {column:?} is unknown: rename or delete it"),
			);
		} else if columns.iter().take(place).any(|before| before == column) {
			refuse(1, format!("column {column:?} stands there twice"));
		}
	}
	let mut found = Vec::new();
	for record in reader.records() {
		match record {
			Ok(record) => found.push(row(&columns, &record)),
			Err(error) => {
				let line = error.position().map_or(0, csv::Position::line);
				refuse(line, error.to_string());
			}
		}
	}
	found
}

fn row(columns: &StringRecord, record: &StringRecord) -> Row {
	let columns = columns
		.iter()
		.map(|column| column.trim_start_matches('\u{feff}'))
		.zip(record)
		.filter(|(_, value)| !value.is_empty());
	Row {
		line: record.position().map_or(0, csv::Position::line),
		columns: columns
			.map(|(column, value)| (column.to_owned(), value.to_owned()))
			.collect(),
	}
}

/// Returns the rows of each certificate, in their order, and the line of the first.
fn by_certificate(
	file: &'static str,
	rows: Vec<Row>,
	bad: &mut Vec<BadRow>,
) -> Vec<(CertificateNumber, u64, Vec<Row>)> {
	let mut found: BTreeMap<CertificateNumber, Vec<Row>> = BTreeMap::new();
	for row in rows {
		match certificate_number(row.get("certificate").unwrap_or_default()) {
			Ok(number) => found.entry(number).or_default().push(row),
			Err(why) => bad.push(BadRow {
				file,
				line: row.line,
				why: why.to_string(),
			}),
		}
	}
	found
		.into_iter()
		.map(|(number, rows)| {
			let line = rows.first().map_or(0, |row| row.line);
			(number, line, rows)
		})
		.collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use aeo_primitives::DataClass;
	use std::fs;
	use tempfile::TempDir;

	const HEAD: &str = "certificate,tin,name,trade_name,address,city,subdivision,postcode,country,\
	                    aliases,office_id,office,contact_1_function,contact_1_email,\
	                    contact_1_telephone,contact_2_function,contact_2_email,contact_2_telephone";
	const FIRM: &str = "MX-1,MXNWM9709244W4,\"Nácar, S.A.\",,Calle 60,Mérida,,,MX,\
	                    CR CODE MX77; US MID MXNAC60MER,,Aduana de Progreso,Gerencia,a@nacar.example,,,,";
	const SITE: &str =
		"certificate,name,locode,roles,address,city,subdivision,postcode,country,validated";

	/// Reads a registry with these files.
	fn of(certificates: &str, sites: &str, reasons: &str) -> Registry {
		let folder = TempDir::new().expect("a folder");
		for (file, content) in [
			("certificates.csv", certificates),
			("sites.csv", sites),
			("reasons.csv", reasons),
		] {
			fs::write(folder.path().join(file), content).expect("written");
		}
		read(folder.path(), Territory::MX)
	}

	fn firm(rows: &str) -> Registry {
		of(
			&format!("{HEAD}\n{rows}\n"),
			SITE,
			"certificate,period,code,text\n",
		)
	}

	#[track_caller]
	fn refused(read: Registry, expected: &[(&str, u64, &str)]) {
		let bad = read.bad;
		assert_eq!(bad.len(), expected.len(), "{bad:?}");
		for (bad, (file, line, why)) in bad.iter().zip(expected) {
			assert_eq!((bad.file, bad.line), (*file, *line), "{bad:?}");
			assert!(bad.why.contains(why), "{bad:?} does not say {why:?}");
		}
	}

	#[test]
	fn a_registry_should_become_data_by_class() {
		let registry = of(
			&format!("\u{feff}{HEAD}\r\n{FIRM}\r\n"),
			&format!(
				"{SITE}\nMX-1,Planta,MXMID,MF EX,Calle 60,Mérida,Yucatán,97000,MX,2025-03-14\n\
				 mx-1,,,WH,Calle 61,Mérida,,,MX,\n"
			),
			"text,code,period,certificate\n\"Cerca\nrota\",R10,1,MX-1\n",
		);
		assert_eq!(registry.bad, []);
		let data = registry.certificates.values().next().expect("one");
		let classes: Vec<_> = data.iter().map(Data::class).collect();
		assert_eq!(
			classes,
			[
				DataClass::Identity,
				DataClass::Contact,
				DataClass::Sites,
				DataClass::Reason
			]
		);
		assert_eq!(
			serde_json::to_value(data).expect("JSON"),
			json!([
				{
					"Name": "Nácar, S.A.", "ID": "MXNWM9709244W4",
					"Address": {"Line": "Calle 60", "CityName": "Mérida", "CountryCode": "MX"},
					"Alias": [
						{"Grantor": "CR", "Scheme": "CODE", "ID": "MX77"},
						{"Grantor": "US", "Scheme": "MID", "ID": "MXNAC60MER"},
					],
				},
				{
					"Office": {"Name": "Aduana de Progreso"},
					"Contact": [{
						"Function": "Gerencia",
						"Communication": [{"ID": "a@nacar.example", "TypeCode": "EM"}],
					}],
				},
				{"Site": [
					{
						"Name": "Planta", "ID": "MXMID", "RoleCode": ["MF", "EX"],
						"Validated": "2025-03-14",
						"Address": {
							"Line": "Calle 60", "CityName": "Mérida", "CountryCode": "MX",
							"CountrySubDivisionName": "Yucatán", "PostcodeID": "97000",
						},
					},
					{
						"RoleCode": ["WH"],
						"Address": {"Line": "Calle 61", "CityName": "Mérida", "CountryCode": "MX"},
					},
				]},
				{"Reason": [{"Period": 1, "Code": "R10", "Text": "Cerca\nrota"}]},
			])
		);
	}

	#[test]
	fn rows_that_are_not_right_should_all_be_told() {
		let certificates = "certificates.csv";
		let change = |from: &str, to: &str| firm(&FIRM.replace(from, to));
		refused(
			change("MX-1", ""),
			&[(certificates, 2, "no certificate number")],
		);
		refused(
			change("Calle 60", ""),
			&[(certificates, 2, "missing field `Line`")],
		);
		refused(
			change("MXNWM9709244W4", "MX"),
			&[(certificates, 2, "data.ID")],
		);
		refused(
			change("CR CODE MX77", "CR CODE"),
			&[(certificates, 2, "CR CODE KR9207707416")],
		);
		refused(
			change("CR CODE", "CR KODE"),
			&[(certificates, 2, "data.Alias[0].Scheme")],
		);
		refused(
			change("a@nacar.example", ""),
			&[(certificates, 2, "data.Contact[0].Communication")],
		);
		refused(
			change("Gerencia", ""),
			&[(certificates, 2, "missing field `Function`")],
		);
		refused(
			firm(&format!("{FIRM}\n{FIRM}")),
			&[(certificates, 2, "stands in several rows")],
		);
		let other = FIRM.replace("MX-1", "MX-2");
		refused(
			firm(&format!("{FIRM}\n{other}")),
			&[(certificates, 3, "stands in line 2 too")],
		);
		refused(
			firm("MX-1,MX"),
			&[(certificates, 2, "found record with 2 fields")],
		);
		refused(
			of(&HEAD.replace("office_id", "owner"), SITE, "certificate"),
			&[(certificates, 1, "\"owner\" is unknown")],
		);
		refused(
			of(&HEAD.replace("office_id", "office"), SITE, "certificate"),
			&[(certificates, 1, "\"office\" stands there twice")],
		);
	}

	#[test]
	fn sites_and_reasons_should_be_those_of_certificates() {
		let with = |site: &str, reason: &str| {
			of(
				&format!("{HEAD}\n{FIRM}"),
				&format!("{SITE}\n{site}"),
				&format!("certificate,period,code,text\n{reason}"),
			)
		};
		refused(
			with("MX-9,,,MF,x,y,,,MX,", "MX-9,0,R10,"),
			&[
				("sites.csv", 2, "MX-9 has no row in certificates.csv"),
				("reasons.csv", 2, "MX-9 has no row in certificates.csv"),
			],
		);
		refused(
			with("MX-1,,,MF,x,y,,,MX,\nMX-1,,,,x,y,,,MX,", "MX-1,one,R10,"),
			&[
				("sites.csv", 2, "data.Site[1].RoleCode"),
				("reasons.csv", 2, "data.Reason[0].Period"),
			],
		);
	}

	#[test]
	fn files_that_are_not_there_should_be_told() {
		let folder = TempDir::new().expect("a folder");
		let registry = read(folder.path(), Territory::MX);
		let files: Vec<_> = registry.bad.iter().map(|bad| bad.file).collect();
		assert_eq!(files, ["certificates.csv", "sites.csv", "reasons.csv"]);
		let number = certificate_number("MX-1").expect("a number");
		for class in DataClass::ALL {
			assert!(!registry.is_gone(&number, *class));
		}
	}

	/// What a row that is not right is about stays as it was; all else is what the registry says.
	#[test]
	fn only_what_rows_that_are_right_lack_should_be_gone() {
		let gone = |registry: &Registry, number: &str| -> Vec<DataClass> {
			let number = certificate_number(number).expect("a number");
			let classes = DataClass::ALL.iter().copied();
			classes
				.filter(|class| registry.is_gone(&number, *class))
				.collect()
		};
		use DataClass::{Contact, Identity, Reason, Sites};
		let registry = firm(FIRM);
		assert_eq!(gone(&registry, "MX-1"), [Sites, Reason]);
		assert_eq!(gone(&registry, "MX-2"), [Identity, Sites, Contact, Reason]);
		// Which certificate a row is about is known.
		let registry = firm(&FIRM.replace("Calle 60", ""));
		assert_eq!(gone(&registry, "MX-1"), [Sites, Reason]);
		assert_eq!(gone(&registry, "MX-2"), [Identity, Sites, Contact, Reason]);
		// Or isn't.
		let registry = firm(&FIRM.replace("MX-1", ""));
		assert_eq!(gone(&registry, "MX-2"), [Sites, Reason]);
		// Two with one TIN: neither is believed.
		let registry = firm(&format!("{FIRM}\n{}", FIRM.replace("MX-1", "MX-2")));
		for number in ["MX-1", "MX-2"] {
			assert_eq!(gone(&registry, number), [Sites, Reason]);
			let number = certificate_number(number).expect("a number");
			assert_eq!(registry.certificates[&number], []);
		}
		let registry = of(
			&format!("{HEAD}\n{FIRM}"),
			&format!("{SITE}\nMX-1,,,,x,y,,,MX,"),
			"certificate,period,code,text\n",
		);
		assert_eq!(gone(&registry, "MX-1"), [Reason]);
	}
}
