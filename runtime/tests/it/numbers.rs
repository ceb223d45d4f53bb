//! A number has one answer: what the runtime says of it is what the library says. The program
//! `tin_check`, the node and the clients' texts are compared in `clients/checks/numbers.mjs`.

use crate::{chain::Chain, scenarios::tin};
use aeo_primitives::tin::{Reason, Tin};
use aeo_runtime::Runtime;
use aeo_runtime_api::{runtime_decl_for_aeo_api::AeoApiV9, TinReport};
use std::collections::BTreeSet;

/// The vectors of the library, as TINs.
fn vectors() -> Vec<String> {
	let file = include_str!("../../../primitives/tests/data/tin_vectors.json");
	let vectors: serde_json::Value = serde_json::from_str(file).expect("the file is JSON");
	vectors
		.as_array()
		.expect("it is a list")
		.iter()
		.map(|vector| vector["tin"].as_str().expect("a text").into())
		.collect()
}

/// What people make of a number.
fn mistaken(text: &str) -> Vec<String> {
	let mut dropped = text.to_owned();
	dropped.pop();
	let (code, number) = text.split_at(2);
	vec![
		text.into(),
		text.to_lowercase(),
		dropped,
		format!("{text}0"),
		format!("{code}0{number}"),
		format!("{code}\u{2011}{number}"),
		format!("{code}{code}{number}"),
		format!("urn:tin:{text}"),
		text.replace('0', "O"),
		text.replace('1', "\u{430}"),
		number.into(),
	]
}

#[test]
fn the_runtime_should_say_of_each_vector_what_the_library_says() {
	let mut chain = Chain::new("development");
	let mut reasons = BTreeSet::new();
	chain.read(|| {
		let vectors = vectors();
		assert_eq!(vectors.len(), 73);
		for text in vectors.iter().flat_map(|vector| mistaken(vector)) {
			let report = Runtime::tin_check(tin(&text)).answer;
			match Tin::parse(&text) {
				Ok(read) => {
					let check = read.check();
					let expected = TinReport {
						tin: Some(read.text().clone()),
						scheme: Some(read.scheme()),
						check: check.ok(),
						reason: check.err(),
						fits_wco17: read.fits_wco17(),
						personal: read.is_personal(),
						// What only the chain knows.
						registrar: report.registrar,
						trader: None,
					};
					assert_eq!(report, expected, "{text}");
				}
				Err(reason) => {
					assert_eq!(report.reason, Some(reason), "{text}");
					assert_eq!((report.tin, report.check), (None, None), "{text}");
				}
			}
			reasons.extend(report.reason.map(|reason| reason.to_string()));
		}
	});
	assert!(reasons.len() >= 8, "{reasons:?}");
	assert!(reasons.contains(&Reason::CheckDigit.to_string()));
}
