//! The vectors of `tests/data/tin_vectors.json`: numbers that are right, and numbers that are not.

use crate::program::answer;
use aeo_primitives::{
	tin::{normalise, Reason, Scheme, Tin},
	Territory,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Vector {
	country: Territory,
	scheme: String,
	number: String,
	tin: String,
	valid: bool,
}

fn vectors() -> Vec<Vector> {
	serde_json::from_str(include_str!("../data/tin_vectors.json")).expect("the file is JSON")
}

#[test]
fn every_vector_has_its_answer() {
	let vectors = vectors();
	assert_eq!(vectors.len(), 73);
	for Vector {
		country,
		scheme,
		number,
		tin,
		valid,
	} in vectors
	{
		let scheme = Scheme::named(country, &scheme).expect("the scheme is known");
		let check = scheme.check(country, &number);
		assert_eq!(check.is_ok(), valid, "{tin}: {check:?}");
		assert_eq!(normalise(&number), number);
		// The program `tin_check` has the same answer.
		let program = answer(&format!("{country} {scheme} {number}"));
		assert_eq!(program["check"] != "Failed", valid, "{program}");
		assert_eq!(program["normalised"], number, "{program}");
		let read = Tin::parse(&tin).expect("a TIN is one text");
		assert_eq!(
			(read.territory(), read.text().as_str()),
			(country, tin.as_str())
		);
	}
}

#[test]
fn a_vector_of_a_default_scheme_is_checked_as_a_tin() {
	let mut count = 0;
	for Vector {
		country,
		scheme,
		number,
		tin,
		valid,
	} in vectors()
	{
		let scheme = Scheme::named(country, &scheme).expect("the scheme is known");
		if scheme != Scheme::default_of(country) {
			continue;
		}
		count += 1;
		let read = Tin::parse(&tin).expect("a TIN is one text");
		assert_eq!(read.number(), number);
		assert_eq!(read.scheme(), scheme);
		assert_eq!(read.check().is_ok(), valid, "{tin}");
		assert_eq!(Tin::new(country, &number), Ok(read));
	}
	assert!(count > 50, "only {count} vectors are of default schemes");
}

#[test]
fn a_wrong_vector_has_a_wrong_check_digit_or_a_part_never_issued() {
	for Vector {
		country,
		scheme,
		number,
		..
	} in vectors().into_iter().filter(|v| !v.valid)
	{
		let scheme = Scheme::named(country, &scheme).expect("the scheme is known");
		let reason = scheme
			.check(country, &number)
			.expect_err("the vector is wrong");
		let expected = match country {
			// 1968003060: a digit where the check letter stands.
			Territory::SG => Reason::Character,
			// Establishment 0000.
			Territory::EC => Reason::NeverIssued,
			_ => Reason::CheckDigit,
		};
		assert_eq!(reason, expected, "{country} {number}");
	}
}
