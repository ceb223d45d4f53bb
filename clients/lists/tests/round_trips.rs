//! What is written is read as the same, whatever it looks like; and nothing makes a reader panic.

use std::panic;

use aeo_lists::{
	check, csv_of, partin, template, wco_xml, xlsx, Alias, Change, Checked, Function, Interchange,
	Language, Life, Options, Period, Profile, Row, Status,
};
use aeo_primitives::{
	tin::Tin, AliasScheme, CertificateType, Code, Date, Role, Roles, SuspensionScope,
};
use proptest::prelude::*;

/// Numbers of invented firms, of the pilot's lists.
const TINS: [&str; 12] = [
	"MXAHY630919378",
	"MXCU&7302179X8",
	"MXTOÑ0809212Q6",
	"CR3101569110",
	"PE20196709062",
	"PE20505712375",
	"CO8909830544",
	"CO9012040424",
	"CL963286066",
	"KR2288520770",
	"DE1234567",
	"CHE116281710",
];

fn day(after: u32) -> Date {
	let first: Date = "1990-01-01".parse().expect("a day");
	first.checked_add_days(after).expect("a day")
}

fn scope() -> impl Strategy<Value = SuspensionScope> {
	prop::sample::select(SuspensionScope::ALL)
}

/// A life as lists can tell it.
fn life(valid_from: Date) -> impl Strategy<Value = Life> {
	let last = prop_oneof![
		(scope(), prop::option::of(10_000..12_000_u32)).prop_map(|(scope, until)| {
			Status::Suspended {
				scope,
				until: until.map(day),
			}
		}),
		Just(Status::Revoked),
		Just(Status::Relinquished),
		Just(Status::Annulled),
	];
	let authorised = Period {
		from: valid_from,
		status: Status::Authorised,
	};
	let later = move |days: u32| valid_from.checked_add_days(days).expect("a day");
	let later_last = later;
	prop_oneof![
		3 => Just(vec![authorised]),
		3 => (1..900_u32, last.clone()).prop_map(move |(days, status)| vec![authorised, Period { from: later(days), status }]),
		1 => last.clone().prop_map(move |status| vec![Period { from: valid_from, status }]),
		1 => (1..400_u32, 1..400_u32, scope()).prop_map(move |(one, two, scope)| {
			vec![
				authorised,
				Period { from: later_last(one), status: Status::Suspended { scope, until: None } },
				Period { from: later_last(one + two), status: Status::Authorised },
			]
		}),
	]
	.prop_map(|periods| Life::new(periods).expect("they are in order"))
}

fn aliases() -> impl Strategy<Value = Vec<Alias>> {
	let alias = prop_oneof![
		"[A-Z]{2}[0-9]{10}".prop_map(|value| (AliasScheme::Code, value)),
		Just((AliasScheme::Mid, "AUOZR92MEL".to_owned())),
		Just((AliasScheme::Lei, "529900T8BM49AURSDO55".to_owned())),
		Just((AliasScheme::Duns, "123456789".to_owned())),
	]
	.prop_map(|(scheme, value)| Alias {
		scheme,
		value: value.parse().expect("it fits"),
	});
	prop::collection::vec(alias, 0..3)
}

prop_compose! {
	fn row(tin: &'static str, index: usize)(
		from in 0..9_000_u32,
		lasts in prop::option::of(0..9_000_u32),
	)(
		from in Just(day(from)),
		until in Just(lasts.map(|lasts| day(from + lasts))),
		life in life(day(from)),
		roles in prop::sample::subsequence(Role::all().collect::<Vec<_>>(), 1..=8),
		code in prop::sample::select(&["OEA", "AEOF", "OEA-S", "Nivel 2", "Ñandú", "=CMD()", "+1", "-x", "@x"][..]),
		document in prop::option::of(1..=255_u8),
		consent in prop::option::of(1..=255_u8),
		aliases in aliases(),
		suffix in "[A-Z0-9][A-Z0-9./-]{0,12}",
	) -> Row {
		let tin: Tin = tin.parse().expect("a number");
		Row {
			number: format!("{index}-{suffix}").parse().expect("it fits"),
			check: tin.check().expect("it is right"),
			tin,
			certificate_type: CertificateType { programme: "OEA".parse().expect("it fits"), code: code.parse().expect("it fits") },
			roles: Roles::new(roles).expect("1 to 8"),
			valid_from: from,
			valid_until: until,
			life,
			document: document.map(primitive_types::H256::repeat_byte),
			consent: consent.map(primitive_types::H256::repeat_byte),
			aliases,
			at: Vec::new(),
		}
	}
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
	prop::sample::subsequence((0..TINS.len()).collect::<Vec<_>>(), 1..=TINS.len()).prop_flat_map(
		|places| {
			places
				.into_iter()
				.map(|place| row(TINS[place], place))
				.collect::<Vec<_>>()
		},
	)
}

fn read(bytes: &[u8], profile: &str) -> Checked {
	let options = Options {
		profile: Profile::parse(profile).expect("a profile"),
		..Options::default()
	};
	let mut checked = check(bytes, &options).unwrap_or_else(|why| panic!("{why:?}"));
	for row in &mut checked.rows {
		row.at.clear();
	}
	checked
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

	#[test]
	fn what_is_written_should_be_read_as_the_same(rows in rows()) {
		for bytes in [csv_of(&rows), xlsx(&rows).expect("a workbook")] {
			let checked = read(&bytes, "");
			prop_assert_eq!(checked.report.errors(), 0, "{:?}", checked.report);
			prop_assert_eq!(&checked.rows, &rows);
		}
	}

	#[test]
	fn nothing_that_is_written_should_be_a_formula(rows in rows()) {
		let bytes = csv_of(&rows);
		let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&bytes[3..]);
		for record in reader.records() {
			for cell in &record.expect("a record") {
				prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}", cell);
			}
		}
	}

	#[test]
	fn any_dialect_should_be_read_as_the_same(
		rows in rows(),
		separator in prop::sample::select(&[',', ';', '\t', '|'][..]),
		named in any::<bool>(),
		order in prop::sample::select(&["dmy", "mdy"][..]),
		between in prop::sample::select(&['/', '-', '.'][..]),
		encoding in 0..4_usize,
		ends in prop::sample::select(&["\n", "\r\n"][..]),
		titles in 0..4_usize,
		language in 0..4_usize,
	) {
		let headings = [
			["TIN", "Nº de Certificado", "Programa", "Modalidad", "Función", "Estatus", "Inicio de vigencia", "Fecha de vencimiento"],
			["Nº de inscrição", "Ato", "Programa", "Modalidade", "Interveniente", "Situação", "Data de início", "Validade"],
			["EORI", "Certificate no.", "Programme", "Type", "Role", "Status", "Effective date", "Expiry date"],
			["Identifiant fiscal", "Numéro de certificat", "Programme", "Catégorie", "Fonction", "Statut", "Date d'effet", "Date d'expiration"],
		][language];
		let words = [
			["vigente", "suspendido", "revocado", "renuncia", "nulo", "sin vencimiento"],
			["ativo", "suspenso", "excluído", "renúncia", "nulo", "indeterminada"],
			["Active", "Suspended", "Revoked", "Relinquished", "Annulled", "unlimited"],
			["agréé", "suspendu", "révoqué", "renonciation", "nul", "illimitée"],
		][language];
		let role = |role: Role| match role {
			Role::Importer => ["Importador", "Importador", "Importer", "Importateur"][language],
			Role::Exporter => ["Exportadores", "Exportador", "Exporter", "Exportateur"][language],
			Role::CustomsBroker => ["agente de aduanas", "despachante aduaneiro", "customs broker", "commissionnaire en douane"][language],
			other => other.code(),
		};
		let date = |day: Date| {
			let text = day.to_string();
			let (year, month, day) = (&text[..4], &text[5..7], &text[8..]);
			let (first, second) = if order == "dmy" { (day, month) } else { (month, day) };
			format!("{first}{between}{second}{between}{year}")
		};
		let quoted = |cell: String| {
			let needs = cell.contains([separator, '"', '\n', ',']);
			if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
		};
		let mut expected = Vec::new();
		let mut text = String::new();
		if named {
			text.push_str(&format!("sep={separator}{ends}"));
		}
		for title in 0..titles {
			text.push_str(&format!("Lista de operadores {title}{ends}"));
		}
		text.push_str(&headings.join(&separator.to_string()));
		text.push_str(ends);
		for mut row in rows {
			// What these columns don't tell.
			row.document = None;
			row.consent = None;
			row.aliases.clear();
			let word = match row.life.status() {
				Status::Authorised => 0,
				Status::Suspended { .. } => 1,
				Status::Revoked => 2,
				Status::Relinquished => 3,
				Status::Annulled => 4,
			};
			let status = match row.life.status() {
				Status::Suspended { .. } => Status::Suspended { scope: SuspensionScope::Full, until: None },
				status => status,
			};
			row.life = Life::new(vec![Period { from: row.valid_from, status }]).expect("one");
			let roles: Vec<&str> = row.roles.iter().map(role).collect();
			let cells = [
				row.tin.to_string(),
				row.number.to_string(),
				row.certificate_type.programme.to_string(),
				row.certificate_type.code.to_string(),
				roles.join(" / "),
				words[word].to_owned(),
				date(row.valid_from),
				row.valid_until.map_or(words[5].into(), date),
			];
			text.push_str(&cells.map(quoted).join(&separator.to_string()));
			text.push_str(ends);
			expected.push(row);
		}
		text.push_str(&format!("{ends}Total: {}{ends}", expected.len()));
		let bytes: Vec<u8> = match encoding {
			0 => text.into_bytes(),
			1 => [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat(),
			2 => encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
			_ => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
		};
		let checked = read(&bytes, &format!("dates = \"{order}\""));
		prop_assert_eq!(checked.report.errors(), 0, "{:?}", checked.report);
		prop_assert_eq!(checked.rows, expected);
	}

	#[test]
	fn random_bytes_should_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
		let outcome = panic::catch_unwind(|| check(&bytes, &Options::default()).is_ok());
		prop_assert!(outcome.is_ok());
	}

	#[test]
	fn random_cells_should_never_panic(lines in prop::collection::vec(prop::collection::vec("[ -~áñÑº°€\u{200b}\"']{0,24}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}|MX[A-Z0-9&]{10,13}|[0-9.,E+]{1,18}", 6), 1..12)) {
		let mut text = "tin;certificado;tipo;rol;estado;inicio\n".to_owned();
		for line in lines {
			text.push_str(&line.join(";"));
			text.push('\n');
		}
		let profile = Profile::parse("programme = \"OEA\"").expect("a profile");
		let outcome = panic::catch_unwind(|| match check(text.as_bytes(), &Options { profile, ..Options::default() }) {
			Ok(checked) => checked.report.csv(Language::Spanish).len(),
			Err(_) => 0,
		});
		prop_assert!(outcome.is_ok(), "{}", text);
	}

	#[test]
	fn a_damaged_spreadsheet_should_never_panic(rows in rows(), place in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
		let mut bytes = xlsx(&rows).expect("a workbook");
		let place = place.index(bytes.len());
		if cut { bytes.truncate(place) } else { bytes[place] = byte }
		let outcome = panic::catch_unwind(|| check(&bytes, &Options::default()).is_ok());
		prop_assert!(outcome.is_ok());
	}

	#[test]
	fn wco_and_edifact_should_have_every_party(rows in rows()) {
		let parties: usize = rows.iter().map(|row| usize::try_from(row.roles.len()).expect("few")).sum();
		let (xml, left_out) = wco_xml(&rows).expect("written");
		prop_assert!(left_out.is_empty(), "all of these fit 17 characters");
		let mut reader = quick_xml::Reader::from_reader(xml.as_slice());
		let (mut found, mut buffer) = (0, Vec::new());
		loop {
			match reader.read_event_into(&mut buffer).expect("well formed") {
				quick_xml::events::Event::Start(start) if start.name().as_ref() == "AEOMutualRecognitionParty" => found += 1,
				quick_xml::events::Event::Eof => break,
				_ => {}
			}
			buffer.clear();
		}
		prop_assert_eq!(found, parties);

		let functions = [Function::Add, Function::Delete, Function::Change];
		let changes: Vec<Change> = rows.iter().cloned().zip(functions.into_iter().cycle()).map(|(row, function)| Change { function, row }).collect();
		let interchange = Interchange { sender: "MX".into(), receiver: "CR".into(), reference: "R1".into(), day: day(13_000), time: (9, 5) };
		let (bytes, left_out) = partin(&interchange, &changes);
		prop_assert!(left_out.is_empty());
		let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
		let segments: Vec<&str> = text.split("'\n").filter(|segment| !segment.is_empty()).collect();
		let count = |start: &str| segments.iter().filter(|segment| segment.starts_with(start)).count();
		prop_assert_eq!(count("NAD+"), parties);
		prop_assert_eq!(count("RFF+AEA:"), parties);
		prop_assert_eq!(count("UNH+"), changes.len().min(3));
		// Each message counts its own segments, its head and end among them.
		let mut in_message = 0;
		for segment in segments {
			in_message = if segment.starts_with("UNH+") { 1 } else { in_message + 1 };
			if let Some(told) = segment.strip_prefix("UNT+") {
				let expected = format!("{in_message}+");
				prop_assert!(told.starts_with(&expected), "{} of {}", told, in_message);
			}
		}
	}
}

#[test]
fn a_template_should_be_read_in_every_language() {
	for language in Language::ALL {
		let template = template(language).expect("a workbook");
		for bytes in [template.csv, template.xlsx] {
			let checked = read(&bytes, "");
			assert_eq!(
				checked.report.errors(),
				0,
				"{} {:?}",
				language.code(),
				checked.report
			);
			assert_eq!(checked.rows.len(), 1);
			let row = &checked.rows[0];
			assert_eq!(row.tin.to_string(), "MXNWM9709244W4");
			assert_eq!(row.roles.len(), 2);
			let passed = checked
				.report
				.entries
				.iter()
				.map(|entry| entry.finding.code());
			assert!(
				passed.clone().all(|code| code == "N07"),
				"{:?}",
				checked.report
			);
		}
	}
}

#[test]
fn what_is_too_long_for_the_wco_should_be_told_or_named_by_an_alias() {
	let text = "tin,certificate,programme,type,roles,valid from,alias\n\
		CN91310000132234567B,A-1,AEO,AEO,EX,2024-01-15,AEOCN1234567890\n";
	let scheme = aeo_primitives::tin::Scheme::CnUscc;
	assert!(scheme.tin_length("91310000132234567B") > 17);
	let mut rows = read(text.as_bytes(), "").rows;
	if let [row] = rows.as_mut_slice() {
		let (xml, left_out) = wco_xml(std::slice::from_ref(row)).expect("written");
		assert!(left_out.is_empty());
		assert!(String::from_utf8_lossy(&xml).contains("<ID>AEOCN1234567890</ID>"));
		row.aliases.clear();
		let (_, left_out) = wco_xml(std::slice::from_ref(row)).expect("written");
		assert_eq!(left_out.len(), 1);
	} else {
		panic!("the number must be right: {rows:?}");
	}
}
