//! What a record may be, and that docs/sealed-record.schema.json says the same.

use crate::sample::{record, value, CLASSES};
use aeo_primitives::{tin::Check, DataClass};
use aeo_sealing::{data::Data, Error, Record};
use serde_json::{json, Value};
use std::sync::LazyLock;

static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
	let schema = include_str!("../../../../docs/sealed-record.schema.json");
	let schema: Value = serde_json::from_str(schema).expect("JSON");
	assert!(jsonschema::meta::is_valid(&schema));
	jsonschema::validator_for(&schema).expect("a schema")
});

/// Whether the schema of the documents can tell that something is wrong.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Schema {
	Tells,
	CannotTell,
}
use Schema::{CannotTell, Tells};

/// A sample record with the value at a path set, or taken away.
fn with(class: DataClass, pointer: &str, new: Option<Value>) -> Value {
	let mut value = value(class, 1, 1);
	let (parent, member) = pointer.rsplit_once('/').expect("a path");
	let parent = value.pointer_mut(parent).expect("the path is there");
	match (parent, new) {
		(Value::Object(members), Some(new)) => {
			members.insert(member.into(), new);
		}
		(Value::Object(members), None) => {
			members.remove(member).expect("the member is there");
		}
		(Value::Array(items), Some(new)) => {
			let place: usize = member.parse().expect("a place");
			items.resize(place + 1, new);
		}
		other => panic!("{other:?}"),
	}
	value
}

#[track_caller]
fn accepted(value: &Value) -> Record {
	assert!(SCHEMA.is_valid(value), "the schema refuses {value}");
	let record = Record::from_value(value.clone()).expect("right");
	assert_eq!(
		Record::parse(record.canonical().as_bytes()),
		Ok(record.clone())
	);
	record
}

#[track_caller]
fn refused(value: &Value, schema: Schema, member: &str, why: &str) {
	let told = Record::from_value(value.clone()).expect_err("something is wrong");
	match told {
		Error::SchemaViolation {
			member: found,
			why: text,
		} => {
			assert_eq!(found, member, "{text}");
			assert!(text.contains(why), "{text:?} does not say {why:?}");
		}
		other => panic!("{other:?}"),
	}
	assert_eq!(SCHEMA.is_valid(value), schema == CannotTell, "{value}");
}

#[test]
fn a_record_should_be_read_as_it_was_written() {
	for class in CLASSES {
		let sample = accepted(&value(class, 3, 7));
		assert_eq!(sample, record(class, 3, 7));
		assert_eq!(sample.class(), class);
	}
}

#[test]
fn a_record_should_be_written_in_the_form_of_rfc_8785() {
	let text = record(DataClass::Reason, 1, 2).canonical();
	assert_eq!(
		text,
		"{\"class\":\"reason\",\"data\":{\"Reason\":[{\"Code\":\"R10\",\"Period\":2,\
		 \"Text\":\"Cerca sin reparar:\\n\\tsector norte\"}]},\"issuer\":\"MX\",\
		 \"number\":\"MX-OEA-00001\",\"schema\":1,\"version\":2}"
	);
	for other in [
		text.replace("\"version\":2", "\"version\":2.0"),
		text.replace("\"version\":2", "\"version\":2e0"),
		text.replace("\"version\":2}", "\"version\":2,\"version\":2}"),
		text.replace("{\"class\":\"reason\",", "{")
			.replace("\"schema\":1", "\"class\":\"reason\",\"schema\":1"),
		text.replace("sector", "\\u0073ector"),
		text.clone() + "\n",
		format!("\u{feff}{text}"),
		String::new(),
		"[".repeat(1000),
	] {
		assert_eq!(
			Record::parse(other.as_bytes()),
			Err(Error::NotCanonical),
			"{other}"
		);
	}
	let mut no_utf8 = text.into_bytes();
	no_utf8[2] = 0xff;
	assert_eq!(Record::parse(&no_utf8), Err(Error::NotCanonical));
}

#[test]
fn heads_should_be_as_the_schema_says() {
	let head = |member: &str, new| with(DataClass::Contact, &format!("/{member}"), new);
	for (member, why) in [
		("class", "missing field"),
		("data", "missing field"),
		("issuer", "missing field"),
		("number", "missing field"),
		("schema", "missing field"),
		("version", "missing field"),
	] {
		refused(&head(member, None), Tells, "", why);
	}
	refused(
		&head("extra", Some(json!(1))),
		Tells,
		"extra",
		"unknown field",
	);
	refused(
		&head("class", Some(json!("Contact"))),
		Tells,
		"class",
		"no class",
	);
	refused(
		&head("issuer", Some(json!("ZZ"))),
		CannotTell,
		"issuer",
		"not a territory",
	);
	refused(
		&head("issuer", Some(json!("mx"))),
		Tells,
		"issuer",
		"not a territory",
	);
	refused(
		&head("number", Some(json!("ab-1"))),
		Tells,
		"number",
		"AB-1",
	);
	refused(
		&head("number", Some(json!("-/."))),
		Tells,
		"number",
		"not a certificate number",
	);
	refused(
		&head("number", Some(json!("A".repeat(36)))),
		Tells,
		"number",
		"too long",
	);
	accepted(&head("number", Some(json!("A".repeat(35)))));
	accepted(&head("version", Some(json!(u32::MAX))));
	refused(
		&head("version", Some(json!(1_u64 << 32))),
		Tells,
		"version",
		"u32",
	);
	refused(&head("version", Some(json!(-1))), Tells, "version", "u32");
	refused(&head("version", Some(json!(1.5))), Tells, "version", "u32");
	refused(&head("schema", Some(json!("1"))), Tells, "schema", "u64");
	let other = head("schema", Some(json!(2)));
	assert_eq!(
		Record::from_value(other.clone()),
		Err(Error::UnknownSchema { schema: 2 })
	);
	assert!(!SCHEMA.is_valid(&other));
}

#[test]
fn texts_should_be_bounded_normal_and_without_control_characters() {
	let text = |pointer: &str, text: &str| with(DataClass::Identity, pointer, Some(json!(text)));
	let name = "/data/Name";
	accepted(&text(name, &"Ñ".repeat(256)));
	refused(
		&text(name, &"Ñ".repeat(257)),
		Tells,
		"data.Name",
		"256 characters",
	);
	refused(&text(name, ""), Tells, "data.Name", "empty");
	refused(&text(name, "N\u{303}"), CannotTell, "data.Name", "form C");
	for control in ["\0", "\t", "\n", "\u{1b}", "\u{7f}", "\u{85}", "\u{9f}"] {
		refused(&text(name, control), Tells, "data.Name", "control");
	}
	let bounded = [
		("/data/TradeName", 256),
		("/data/Address/Line", 256),
		("/data/Address/CityName", 70),
		("/data/Address/CountrySubDivisionName", 70),
		("/data/Address/PostcodeID", 17),
	];
	for (pointer, most) in bounded {
		accepted(&text(pointer, &"x".repeat(most)));
		let member = pointer[1..].replace('/', ".");
		let why = format!("{most} characters");
		refused(&text(pointer, &"x".repeat(most + 1)), Tells, &member, &why);
	}
	let reason = |text: &str| with(DataClass::Reason, "/data/Reason/0/Text", Some(json!(text)));
	accepted(&reason(&"\n".repeat(400)));
	let member = "data.Reason[0].Text";
	refused(&reason(&"\n".repeat(401)), Tells, member, "400 characters");
	refused(&reason("\r"), Tells, member, "control");
	refused(&reason("\u{b}"), Tells, member, "control");
}

#[test]
fn members_should_be_those_of_the_schema() {
	let identity = |pointer: &str, new| with(DataClass::Identity, pointer, new);
	refused(
		&identity("/data/Name", None),
		Tells,
		"data",
		"missing field",
	);
	refused(
		&identity("/data/Owner", Some(json!("x"))),
		Tells,
		"data.Owner",
		"unknown field",
	);
	refused(
		&identity("/data/TradeName", Some(Value::Null)),
		Tells,
		"data.TradeName",
		"null",
	);
	refused(
		&identity("/data/ID", Some(json!("MX NWM-970924-4W4"))),
		Tells,
		"data.ID",
		"MXNWM9709244W4",
	);
	refused(
		&identity("/data/ID", Some(json!("ZZ1"))),
		CannotTell,
		"data.ID",
		"territory",
	);
	refused(
		&identity("/data/Address/CountryCode", Some(json!("EL"))),
		CannotTell,
		"data.Address.CountryCode",
		"GR",
	);
	refused(
		&identity("/data/Alias", Some(json!([]))),
		Tells,
		"data.Alias",
		"1 to 16",
	);
	let alias = json!({"Grantor": "US", "Scheme": "MID", "ID": "X"});
	accepted(&identity(
		"/data/Alias",
		Some(json!(vec![alias.clone(); 16])),
	));
	refused(
		&identity("/data/Alias", Some(json!(vec![alias; 17]))),
		Tells,
		"data.Alias",
		"1 to 16",
	);
	refused(
		&identity("/data/Alias/0/Scheme", Some(json!("Mid"))),
		Tells,
		"data.Alias[0].Scheme",
		"Mid",
	);
	accepted(&identity("/data/Alias", None));
	accepted(&identity("/data/Address/PostcodeID", None));
	// Another class's data.
	let sites = value(DataClass::Sites, 1, 1)["data"].clone();
	refused(
		&identity("/data", Some(sites)),
		Tells,
		"data.Site",
		"unknown field",
	);
}

#[test]
fn a_tin_that_fails_its_check_should_be_told_by_who_reads_it() {
	let wrong = with(DataClass::Identity, "/data/ID", Some(json!("CHE123456789")));
	let check = |value: &Value| match accepted(value).data {
		Data::Identity(identity) => identity.id.tin().expect("a TIN").check(),
		other => panic!("{other:?}"),
	};
	assert!(check(&wrong).is_err());
	assert_eq!(check(&value(DataClass::Identity, 1, 1)), Ok(Check::Passed));
}

#[test]
fn sites_should_be_as_the_schema_says() {
	let site = |member: &str, new| with(DataClass::Sites, &format!("/data/Site/0/{member}"), new);
	let at = |member: &str| format!("data.Site[0].{member}");
	for locode in ["MXMID", "ATA2B", "XZZZZ"] {
		accepted(&site("ID", Some(json!(locode))));
	}
	for locode in ["MXMI", "MXMIDD", "M1MID", "MXMI1", "MXMI0", "mxmid", "ÑXMI"] {
		refused(
			&site("ID", Some(json!(locode))),
			Tells,
			&at("ID"),
			"UN/LOCODE",
		);
	}
	let all = [
		"OT", "MF", "IM", "EX", "CB", "CA", "CS", "FW", "TR", "WH", "XP",
	];
	accepted(&site("RoleCode", Some(json!(all))));
	refused(
		&site("RoleCode", Some(json!([]))),
		Tells,
		&at("RoleCode"),
		"1 to 11",
	);
	refused(
		&site("RoleCode", Some(json!(["MF", "MF"]))),
		Tells,
		&at("RoleCode"),
		"twice",
	);
	refused(
		&site("RoleCode", Some(json!(["Exporter"]))),
		Tells,
		&at("RoleCode[0]"),
		"Exporter",
	);
	refused(
		&site("Validated", Some(json!("2025-3-14"))),
		Tells,
		&at("Validated"),
		"2026-12-31",
	);
	refused(
		&site("Validated", Some(json!("2025-02-29"))),
		CannotTell,
		&at("Validated"),
		"not real",
	);
	refused(
		&site("Validated", Some(json!("1970-12-31"))),
		Tells,
		&at("Validated"),
		"1971",
	);
	for member in ["ID", "Name", "Validated"] {
		accepted(&site(member, None));
	}
	let one = value(DataClass::Sites, 1, 1)["data"]["Site"][0].clone();
	let sites = |number: usize| {
		with(
			DataClass::Sites,
			"/data/Site",
			Some(json!(vec![one.clone(); number])),
		)
	};
	accepted(&sites(64));
	for number in [0, 65] {
		refused(&sites(number), Tells, "data.Site", "1 to 64");
	}
}

#[test]
fn contacts_and_reasons_should_be_as_the_schema_says() {
	let contact = |pointer: &str, new| with(DataClass::Contact, &format!("/data/{pointer}"), new);
	let one = value(DataClass::Contact, 1, 1)["data"]["Contact"][0].clone();
	for number in [0, 5] {
		let many = json!(vec![one.clone(); number]);
		refused(
			&contact("Contact", Some(many)),
			Tells,
			"data.Contact",
			"1 to 4",
		);
	}
	refused(
		&contact("Contact/0/Communication/0/TypeCode", Some(json!("FX"))),
		Tells,
		"data.Contact[0].Communication[0].TypeCode",
		"FX",
	);
	refused(
		&contact("Contact/0/Name", Some(json!("Ana"))),
		Tells,
		"data.Contact[0].Name",
		"unknown field",
	);
	accepted(&contact("Office/ID", None));
	refused(
		&contact("Office/ID", Some(json!("1".repeat(18)))),
		Tells,
		"data.Office.ID",
		"17 characters",
	);

	let reason =
		|member: &str, new| with(DataClass::Reason, &format!("/data/Reason/0/{member}"), new);
	for code in ["R01", "R06", "R11", "R99"] {
		accepted(&reason("Code", Some(json!(code))));
	}
	for code in ["R00", "R12", "r01", ""] {
		refused(
			&reason("Code", Some(json!(code))),
			Tells,
			"data.Reason[0].Code",
			"unknown variant",
		);
	}
	accepted(&reason("Text", None));
	refused(
		&reason("Period", Some(json!(1_u64 << 32))),
		Tells,
		"data.Reason[0].Period",
		"u32",
	);
	let one = value(DataClass::Reason, 1, 1)["data"]["Reason"][0].clone();
	for number in [0, 17] {
		let many = with(
			DataClass::Reason,
			"/data/Reason",
			Some(json!(vec![one.clone(); number])),
		);
		refused(&many, Tells, "data.Reason", "1 to 16");
	}
}

#[test]
fn a_record_should_have_no_more_bytes_than_its_class() {
	// 16 aliases and long texts of three bytes a character.
	let mut long = value(DataClass::Identity, 1, 1);
	long["data"]["TradeName"] = json!("関".repeat(256));
	long["data"]["Name"] = json!("税".repeat(256));
	long["data"]["Address"]["Line"] = json!("町".repeat(256));
	assert!(Record::from_value(long.clone()).is_ok());
	let alias = json!({"Grantor": "JP", "Scheme": "CODE", "ID": "番".repeat(35)});
	long["data"]["Alias"] = json!(vec![alias; 16]);
	assert!(matches!(
		Record::from_value(long.clone()),
		Err(Error::TooLarge { most: 4096, .. })
	));
	let bytes = long.to_string().into_bytes();
	let too_large = Error::TooLarge {
		bytes: bytes.len(),
		most: 4096,
	};
	assert_eq!(Record::parse(&bytes), Err(too_large));
}
