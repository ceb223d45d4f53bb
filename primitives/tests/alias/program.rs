//! The example program `alias`, line by line.

#[allow(dead_code)] // its main
#[path = "../../examples/alias.rs"]
mod alias;

use proptest::prelude::*;
use serde_json::Value;

fn answer(line: &str) -> Value {
	serde_json::to_value(alias::answer(line.as_bytes())).expect("JSON")
}

#[test]
fn spaces_and_tabs_separate() {
	for line in [
		"MY JP MY12345H100001\n",
		"my\tjp\tMY12345H 100001\r\n",
		"MY  JP  12345H100001",
	] {
		let answer = answer(line);
		assert_eq!(answer["alias"], "A1234510MY00", "{line}");
		assert_eq!(
			(&answer["from"], &answer["for"]),
			(&"MY".into(), &"JP".into())
		);
		assert!(answer["reason"].is_null());
	}
}

#[test]
fn a_mid_comes_from_name_street_and_city() {
	for line in [
		"MID\tAU\tOzrock\t92 Alice Springs Road\tMelbourne",
		"MID au Ozrock\t92 Alice Springs Road\tMelbourne",
		"AU\tUS\tOzrock\t92 Alice Springs Road\tMelbourne",
		"AU MID Ozrock\t92 Alice Springs Road\tMelbourne",
	] {
		let answer = answer(line);
		assert_eq!(answer["alias"], "AUOZR92MEL", "{line}");
		assert_eq!(
			(&answer["from"], &answer["for"]),
			(&"AU".into(), &"US".into())
		);
	}
	assert_eq!(answer("MID\tCA-ON\tMaple\t\tToronto")["alias"], "XOMAPTOR");
	let without_province = answer("MID\tCA\tMaple\t\tToronto");
	assert!(without_province["reason"]
		.as_str()
		.is_some_and(|reason| reason.contains("CA-ON")));
}

#[test]
fn what_cannot_be_derived_has_a_reason() {
	let answer = answer("MX CR NWM9709244W4");
	assert!(answer["alias"].is_null());
	assert!(answer["reason"]
		.as_str()
		.is_some_and(|reason| reason.contains("no rule")));
}

#[test]
fn a_line_that_is_no_question_gets_an_error() {
	for line in [
		"",
		"MID",
		"MID\tAU",
		"MID\tAU\tOzrock",
		"AU",
		"AU JP",
		"AU JP  ",
		"EL JP 1",
		"AU EL 1",
	] {
		let answer = answer(line);
		assert_eq!(
			answer.as_object().map(serde_json::Map::len),
			Some(1),
			"{line}"
		);
		assert!(answer["error"].is_string(), "{line}");
	}
	assert!(matches!(
		alias::answer(b"AU JP \xff"),
		alias::Answer::NotUnderstood { .. }
	));
}

proptest! {
	#[test]
	fn any_line_is_answered(line in prop::collection::vec(any::<u8>(), 0..60)) {
		prop_assert!(serde_json::to_string(&alias::answer(&line)).is_ok());
	}
}
