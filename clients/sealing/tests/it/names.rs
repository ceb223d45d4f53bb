//! Searching by name.

use crate::sample::{record, value};
use aeo_primitives::DataClass;
use aeo_sealing::{Names, Record};
use serde_json::json;

fn firm(ordinal: u32, name: &str, trade_name: Option<&str>, city: &str) -> Record {
	let mut value = value(DataClass::Identity, ordinal, 1);
	value["data"]["Name"] = json!(name);
	value["data"]["Address"]["CityName"] = json!(city);
	if let Some(trade_name) = trade_name {
		value["data"]["TradeName"] = json!(trade_name);
	}
	Record::from_value(value).expect("right")
}

fn names() -> Names {
	let records = [
		firm(1, "Nácares de Yucatán, S.A. de C.V.", None, "Mérida"),
		firm(
			2,
			"Ferretería \"El Ñandú\" 50% AND más",
			Some("Ñandú"),
			"León",
		),
		firm(3, "三星电子", None, "首尔"),
		firm(4, "Textiles León", None, "Puebla"),
		// It has no name.
		record(DataClass::Sites, 5, 1),
	];
	Names::of(&records).expect("in memory")
}

fn found(text: &str) -> Vec<String> {
	let found = names().search(text, 10).expect("no error for any text");
	let numbers = found
		.into_iter()
		.map(|found| found.number.as_str().to_owned());
	let mut numbers: Vec<_> = numbers
		.map(|number| number.trim_start_matches("MX-OEA-0000").to_owned())
		.collect();
	numbers.sort();
	numbers
}

#[test]
fn any_part_should_be_found_whatever_case_and_accents() {
	assert_eq!(found("nacar"), ["1"]);
	assert_eq!(found("NÁCAR"), ["1"]);
	assert_eq!(found("yucatan nacares"), ["1"]);
	assert_eq!(found("merida"), ["1"]);
	assert_eq!(found("leon"), ["2", "4"]);
	assert_eq!(found("leon textil"), ["4"]);
	assert_eq!(found("MXNWM9709244W4").len(), 4);
	assert_eq!(found("9709244").len(), 4);
	assert_eq!(found("ñandu"), ["2"]);
	assert!(found("nothing").is_empty());
}

#[test]
fn short_words_should_be_found() {
	assert_eq!(found("三星"), ["3"]);
	assert_eq!(found("50 ferreteria"), ["2"]);
	assert_eq!(found("El"), ["2"]);
}

#[test]
fn any_text_should_be_a_text() {
	for text in [
		"",
		"  ",
		"\"",
		"\"\"\"",
		"* OR *",
		"name:leon",
		"'; DROP TABLE names",
		"a\0b",
		"%",
		"NEAR(a b)",
	] {
		let _found = found(text);
	}
	assert!(found("").is_empty());
	assert_eq!(found("leon\0textil"), ["4"]);
	assert_eq!(found("50%"), ["2"]);
	assert_eq!(found("\"El"), ["2"]);
	assert!(found("name:leon").is_empty());
	assert!(found("leon OR nacar").is_empty());
}

#[test]
fn no_more_should_be_found_than_was_asked_for() {
	assert_eq!(names().search("97092", 2).expect("found").len(), 2);
	assert_eq!(names().search("97092", 0).expect("found").len(), 0);
}
