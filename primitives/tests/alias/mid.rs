//! The Manufacturer Identification Code: the examples of the domain specification and of 19 CFR
//! part 102, appendix.

use aeo_primitives::{
	alias::{mid, MidOrigin, NotDerived, MID_LENGTH},
	Territory,
};
use proptest::prelude::*;

const STREET: &str = "Station Road";
const CITY: &str = "Melbourne";

fn code(origin: &str, name: &str, street: &str, city: &str) -> Result<String, NotDerived> {
	mid(origin.parse()?, name, street, city).map(String::from)
}

/// The part of the code that the name gives.
fn name_part(name: &str) -> String {
	let code = code("AU", name, STREET, CITY).unwrap_or_else(|reason| panic!("{name}: {reason}"));
	code.strip_prefix("AU")
		.and_then(|code| code.strip_suffix("MEL"))
		.expect("its ends")
		.into()
}

/// The part of the code that the street gives.
fn street_part(street: &str) -> String {
	let code = code("AU", "Ozrock", street, CITY).expect("a code");
	code.strip_prefix("AUOZR")
		.and_then(|code| code.strip_suffix("MEL"))
		.expect("its ends")
		.into()
}

#[test]
fn ozrock() {
	assert_eq!(
		code("AU", "Ozrock", "92 Alice Springs Road", CITY),
		Ok("AUOZR92MEL".into())
	);
}

#[test]
fn the_first_two_words_of_the_name() {
	for (name, part) in [
		("Amalgamated Plastics Corp.", "AMAPLA"),
		("Bergstrom", "BER"),
		("A.B.C. Company", "ABCCOM"),
		("A B C Company", "ABCCOM"),
		("O.A.S.I.S. Corp.", "OASCOR"),
		("Dr. S.A. Smith", "DRSA"),
		("Shavings B L Inc.", "SHABL"),
		("The Embassy of Spain", "EMBSPA"),
		("Rawles-Aden Corp.", "RAWCOR"),
		("Rawles - Aden Corp.", "RAWCOR"),
		("Rawles – Aden Corp.", "RAWCOR"),
		("Rawles -Aden Corp.", "RAWCOR"),
		("20th Century Fox", "20TCEN"),
		("Concept 2000", "CON200"),
		("Thomas S. Delvaux Company", "THODEL"),
		("Procter & Gamble", "PROGAM"),
		("An O'Neill and a Sons", "ONESON"),
		("Peñón Açúcar", "PENACU"),
		("Mu\u{308}ller Straße", "MULSTR"),
		("Łódź Œuvre", "LODOEU"),
		("3M", "3M"),
		("- Alpha", "ALP"),
		("A - B", "AB"),
	] {
		assert_eq!(name_part(name), part, "{name}");
	}
}

#[test]
fn up_to_four_digits_of_the_largest_number_on_the_street_line() {
	for (street, part) in [
		("11455 Main Street Suite 9999", "1145"),
		("12-34 56 Akasaka Road", "1234"),
		("12,34,56 Akasaka Road", "1234"),
		("12-34-56 Akasaka Road", "1234"),
		("12 34 56 Akasaka Road", "56"),
		("232 Main Street Suite 1234", "1234"),
		("One Thousand Century Plaza", ""),
		("One Thousand Century Plaza Suite 345", "345"),
		("5A/12B Long Lane", "12"),
		("0012 Long Lane 13", "13"),
		(
			"99999999999999999999999999999999 100000000000000000000000000000000",
			"1000",
		),
		("", ""),
		("赤坂 9-7-1", "971"),
	] {
		assert_eq!(street_part(street), part, "{street}");
	}
}

#[test]
fn the_first_three_letters_of_the_city() {
	for (city, part) in [
		("St. Michel", "STM"),
		("18-Mile High", "MIL"),
		("H.K.", "HK"),
		("Łódź", "LOD"),
		("Düsseldorf 40210", "DUS"),
	] {
		assert_eq!(
			code("AU", "Ozrock", "", city),
			Ok(format!("AUOZR{part}")),
			"{city}"
		);
	}
}

#[test]
fn canada_is_replaced_by_its_province() {
	for (province, expected) in [
		("CA-AB", "XA"),
		("CA-BC", "XC"),
		("CA-MB", "XM"),
		("CA-NB", "XB"),
		("CA-NL", "XW"),
		("CA-NT", "XT"),
		("CA-NS", "XN"),
		("CA-NU", "XV"),
		("CA-ON", "XO"),
		("CA-PE", "XP"),
		("CA-QC", "XQ"),
		("CA-SK", "XS"),
		("ca-yt", "XY"),
		("xo", "XO"),
	] {
		let origin: MidOrigin = province.parse().expect("a province");
		assert_eq!(origin.code(), expected);
	}
	assert_eq!(
		code("XO", "Maple", "1 Bay Street", "Toronto"),
		Ok("XOMAP1TOR".into())
	);
	for origin in ["CA", "CA-XX"] {
		assert_eq!(
			code(origin, "Maple", "", "Toronto"),
			Err(NotDerived::NeedsProvince)
		);
	}
	assert_eq!(
		MidOrigin::try_from(Territory::CA),
		Err(NotDerived::NeedsProvince)
	);
}

#[test]
fn what_has_no_code_says_why() {
	for origin in ["EU", "XI", "XK", "ZZ", ""] {
		assert_eq!(
			code(origin, "Ozrock", "", CITY),
			Err(NotDerived::NotACountry),
			"{origin}"
		);
	}
	for name in ["", "The", "A", "and B.", "..."] {
		assert_eq!(
			code("AU", name, "", CITY),
			Err(NotDerived::NameMissing),
			"{name}"
		);
	}
	assert_eq!(
		code("AU", "Ozrock", "", "12 -"),
		Err(NotDerived::CityMissing)
	);
	assert_eq!(code("JP", "赤坂", "", "Tokyo"), Err(NotDerived::NotLatin));
	assert_eq!(code("JP", "Akasaka", "", "東京"), Err(NotDerived::NotLatin));
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(4_000))]

	#[test]
	fn any_address_is_answered(
		name in any::<String>(),
		street in any::<String>(),
		city in any::<String>(),
	) {
		if let Ok(code) = code("AU", &name, &street, &city) {
			prop_assert!(code.len() <= usize::try_from(MID_LENGTH).expect("a small number"));
			prop_assert!(code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()));
		}
	}
}
