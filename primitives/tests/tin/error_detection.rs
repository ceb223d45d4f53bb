//! What check digits miss: the table of section 4 of the domain specification, measured.
//!
//! A random number that passes has one character replaced by another one of its kind (a digit by
//! a digit, a letter by a letter; in a CNPJ either by either); the share of those that pass again
//! is what the check digit misses.

use crate::numbers::{passing, Random, DIGITS, LETTERS, PLAIN};
use aeo_primitives::{
	tin::{Check, Scheme},
	Territory,
};

/// Missed and all single-character errors over that many random numbers.
fn errors(scheme: (Territory, Scheme), forms: &[&str], alphanumeric: bool) -> (u32, u32) {
	let mut random = Random(0x5EED);
	let (mut missed, mut all) = (0, 0);
	for form in forms.iter().cycle().take(400) {
		let number = passing(&mut random, scheme, form);
		for (position, original) in number.chars().enumerate() {
			let kind = match original {
				_ if alphanumeric && position < 12 => PLAIN,
				'0'..='9' => DIGITS,
				_ => LETTERS,
			};
			for other in kind.chars().filter(|c| *c != original) {
				let mistyped: String = number
					.chars()
					.enumerate()
					.map(|(at, c)| if at == position { other } else { c })
					.collect();
				all += 1;
				if scheme.1.check(scheme.0, &mistyped) == Ok(Check::Passed) {
					missed += 1;
				}
			}
		}
	}
	(missed, all)
}

/// The share of errors missed, in thousandths.
fn per_mille(scheme: (Territory, Scheme), forms: &[&str], alphanumeric: bool) -> u32 {
	let (missed, all) = errors(scheme, forms, alphanumeric);
	println!("{} of {}: {missed} of {all} missed", scheme.1, scheme.0);
	missed * 1000 / all
}

#[test]
fn no_single_error_passes_where_the_table_says_0() {
	for (scheme, form) in [
		((Territory::CL, Scheme::ClRut), "ddddddddk"),
		((Territory::UY, Scheme::UyRut), "21dddddd001d"),
		((Territory::GT, Scheme::GtNit), "ddddddddk"),
		((Territory::NO, Scheme::NoOrgnr), "ddddddddd"),
		((Territory::AU, Scheme::AuAbn), "ddddddddddd"),
		((Territory::KR, Scheme::KrBrn), "dddddddddd"),
	] {
		assert_eq!(errors(scheme, &[form], false).0, 0, "{}", scheme.0);
	}
}

#[test]
fn other_schemes_miss_about_what_the_table_says() {
	let of = |territory| (territory, Scheme::default_of(territory));
	for (scheme, forms, expected) in [
		(of(Territory::PE), &["20ddddddddd"][..], 10..=22),
		(of(Territory::CO), &["dddddddddd"], 12..=22),
		(of(Territory::PY), &["ddddddddd"], 12..=22),
		(of(Territory::DO), &["ddddddddd"], 25..=40),
		(of(Territory::TW), &["dddddddd"], 130..=165),
	] {
		let measured = per_mille(scheme, forms, false);
		assert!(
			expected.contains(&measured),
			"{}: {measured} per mille",
			scheme.0
		);
	}
	let measured = per_mille(of(Territory::BR), &["xxxxxxxxxxxxdd"], true);
	assert!((50..=85).contains(&measured), "BR: {measured} per mille");
	let measured = per_mille(of(Territory::MX), &["mmmddddddxxx", "mmmmddddddxxx"], false);
	assert!((130..=190).contains(&measured), "MX: {measured} per mille");
}

/// The rule lets two remainders share the check digit 9 (a computed 10 is written 9), so an error
/// from one to the other passes; every other error is found.
#[test]
fn an_argentine_error_passes_only_between_the_two_remainders_of_9() {
	let scheme = (Territory::AR, Scheme::ArCuit);
	let (missed, all) = errors(
		scheme,
		&["30ddddddddd", "20ddddddddd", "33ddddddddd"],
		false,
	);
	assert!(missed * 1000 / all <= 20, "{missed} of {all}");
	// Of the numbers that end with anything else, none.
	let (missed, _) = errors(
		scheme,
		&["30dddddddd0", "30dddddddd4", "27dddddddd8"],
		false,
	);
	assert_eq!(missed, 0);
}
