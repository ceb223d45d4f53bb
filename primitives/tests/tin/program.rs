//! The example program `tin_check`, line by line.

#[allow(dead_code)] // its main
#[path = "../../examples/tin_check.rs"]
mod tin_check;

use crate::fuzz::nearly_a_number;
use aeo_primitives::{
	tin::{normalise, Reason, Tin},
	Territory,
};
use proptest::prelude::*;
use serde_json::{json, Value};

/// Whether an answer is the failure for this reason.
fn says(answer: &Value, reason: Reason) -> bool {
	let text = answer["reason"].as_str().unwrap_or_default();
	answer["check"] == "Failed" && text.starts_with(&reason.to_string())
}

fn written(line: &[u8]) -> String {
	let mut output = Vec::new();
	tin_check::answer(&tin_check::territories(), line, &mut output).expect("a vector is written");
	String::from_utf8(output).expect("JSON is UTF-8")
}

pub(crate) fn answer(line: &str) -> Value {
	serde_json::from_str(&written(line.as_bytes())).expect("one JSON object")
}

#[test]
fn a_line_is_answered_with_six_keys_in_order() {
	assert_eq!(
		written(b"MX RFC nwm-970924-4w4\r\n"),
		"{\"territory\":\"MX\",\"scheme\":\"RFC\",\"normalised\":\"NWM9709244W4\",\
		 \"check\":\"Passed\",\"reason\":null,\"fits_wco17\":true}\n"
	);
}

#[test]
fn the_scheme_may_be_left_to_the_territory() {
	for (line, scheme, normalised, check, fits) in [
		("cl - 97.004.000-5", "RUT", "970040005", "Passed", true),
		(
			"CN - 91440300 1922 0382 16",
			"USCC",
			"914403001922038216",
			"Passed",
			false,
		),
		("KE\t-\tp 051-234", "OTHER", "P051234", "FormatOnly", true),
		(
			"gr eori gr 094 019 245",
			"EORI",
			"GR094019245",
			"Passed",
			true,
		),
		("MX - ñ&ñ970101aa*", "RFC", "Ñ&Ñ970101AA*", "Failed", true),
	] {
		let answer = answer(line);
		assert_eq!(answer["scheme"], scheme, "{line}");
		assert_eq!(answer["normalised"], normalised, "{line}");
		assert_eq!(answer["check"], check, "{line}");
		assert_eq!(answer["fits_wco17"], fits, "{line}");
		assert_eq!(answer["reason"].is_null(), check != "Failed", "{line}");
	}
}

/// The answers of the chain (`Tin`) and of the program are one, also where a number was typed as
/// registers print it (Swiss and Norwegian suffixes of VAT, a Colombian person's dash).
#[test]
fn the_program_reads_as_the_chain_does() {
	for (line, normalised, check) in [
		("CH - CHE-116.281.710 MWST", "CHE116281710", "Passed"),
		("NO - 988 077 917 MVA", "988077917", "Passed"),
		("CO - 89090393-8", "0890903938", "Passed"),
		("CO NIT 890903938", "890903938", "Failed"),
		("IN - 0388066415", "0388066415", "FormatOnly"),
		("GR - EL094019245", "EL094019245", "Failed"),
		("MX - NWM\u{2011}9709244W4", "NWM9709244W4", "Passed"),
	] {
		let answer = answer(line);
		assert_eq!(answer["normalised"], normalised, "{line}");
		assert_eq!(answer["check"], check, "{line}");
	}
}

#[test]
fn a_failure_says_what_is_wrong_and_shows_the_form() {
	let answer = answer("PE RUC 20100055238");
	let reason = answer["reason"].as_str().expect("a reason");
	assert!(
		reason.contains("check digit") && reason.contains("11 digits"),
		"{reason}"
	);
}

#[test]
fn a_line_that_is_no_question_gets_an_error() {
	for (line, error) in [
		("", "TERRITORY SCHEME NUMBER"),
		("MX", "TERRITORY SCHEME NUMBER"),
		("MX RFC", "no number"),
		("MX RFC ./-", "no number"),
		("EL EORI EL123", "not a territory"),
		("MX CUIT 1", "not a scheme of MX, which has RFC"),
		("IN PAN 1", "which has GSTIN, IEC"),
	] {
		let answer = answer(line);
		let object = answer.as_object().expect("an object");
		assert_eq!(object.len(), 1, "{line}");
		let text = answer["error"].as_str().expect("an error");
		assert!(text.contains(error), "{line}: {text}");
	}
	assert_eq!(
		written(b"MX RFC \xff\n"),
		format!("{}\n", json!({"error": "the line is not UTF-8"}))
	);
}

proptest! {
	/// Any text after any territory: the program says what the chain says.
	#[test]
	fn the_program_and_the_chain_have_one_answer(
		territory in prop::sample::select(Territory::ALL.to_vec()),
		number in nearly_a_number(),
	) {
		let answer = answer(&format!("{territory} - {number}"));
		match Tin::new(territory, &number) {
			Err(Reason::Empty) if normalise(&number).is_empty() => {
				prop_assert!(answer["error"].is_string());
			}
			Ok(tin) => {
				prop_assert_eq!(&answer["normalised"], tin.number());
				prop_assert_eq!(&answer["fits_wco17"], tin.fits_wco17());
				match tin.check() {
					Ok(check) => prop_assert_eq!(&answer["check"], &format!("{check:?}")),
					Err(reason) => prop_assert!(says(&answer, reason), "{}", answer),
				}
			}
			Err(reason) => prop_assert!(says(&answer, reason), "{}", answer),
		}
	}

	#[test]
	fn any_line_is_answered_with_one_object(line in prop::collection::vec(any::<u8>(), 0..60)) {
		let written = written(&line);
		prop_assert_eq!(written.lines().count(), 1);
		let answer: Value = serde_json::from_str(&written).expect("JSON");
		prop_assert!(matches!(answer.as_object().map(serde_json::Map::len), Some(1 | 6)));
	}
}
