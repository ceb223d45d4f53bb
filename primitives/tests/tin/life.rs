//! Numbers as firms really have them, and as people write them: cases that bug trackers of libraries
//! for tax numbers, customs offices and CADENA's own test data have told of.

use crate::numbers::{Random, DIGITS};
use aeo_primitives::{
	tin::{normalise, Check, Reason, Scheme, Tin},
	Territory,
};

type Case = (&'static str, Result<Check, Reason>);

const PASSED: Result<Check, Reason> = Ok(Check::Passed);
const FORMAT: Result<Check, Reason> = Ok(Check::FormatOnly);

fn answer(text: &str) -> Result<Check, Reason> {
	Tin::parse(text).and_then(|tin| tin.check())
}

fn check(cases: &[Case]) {
	for (text, expected) in cases {
		assert_eq!(answer(text), *expected, "{text}");
	}
}

/// CADENA writes partners' traders so.
#[test]
fn a_urn_leads_to_its_tin() {
	for text in [
		"urn:tin:MXNWM9709244W4",
		"URN:TIN:mx nwm-970924-4w4",
		"  urn:tin:MX NWM9709244W4",
	] {
		assert_eq!(Tin::parse(text), Tin::parse("MXNWM9709244W4"), "{text}");
	}
	assert_eq!(answer("urn:tin:"), Err(Reason::Empty));
	assert_eq!(answer("urn:tin:MX"), Err(Reason::Empty));
}

/// Reported of libraries that take nine digits for eight and a check digit: one company in ten
/// passes as a person.
#[test]
fn a_colombian_company_without_its_check_digit_is_told_which_it_is() {
	check(&[
		("CO860025900", Err(Reason::CheckDigitMissing { digit: 2 })),
		(
			"CO 860.025.900",
			Err(Reason::CheckDigitMissing { digit: 2 }),
		),
		("CO8600259002", PASSED),
		("CO860025900-2", PASSED),
		("CO890903938", Err(Reason::CheckDigitMissing { digit: 8 })),
		("CO900500001", Err(Reason::CheckDigitMissing { digit: 8 })),
	]);
	for (written, digit) in [("860025900", 2), ("890903938", 8)] {
		let whole = format!("CO{written}{digit}");
		assert_eq!(answer(&whole), PASSED, "{whole}");
	}
}

#[test]
fn a_colombian_person_with_a_dash_is_a_person() {
	let person = Tin::parse("CO 89090393-8").expect("a number");
	assert_eq!(person.check(), PASSED);
	assert!(person.is_personal());
	// Its normal form is one, and can be taken for no company's.
	assert_eq!(person.text().as_str(), "CO0890903938");
	assert_eq!(Tin::parse(person.text()), Ok(person.clone()));
	assert_eq!(Tin::new(Territory::CO, "89090393\u{2013}8"), Ok(person));
	// Below the companies' numbers nothing has to be told apart.
	let smaller = Tin::parse("CO 79090393-1").expect("a number");
	assert_eq!(smaller.text().as_str(), "CO790903931");
	assert_eq!(answer("CO0790903931"), Err(Reason::ZeroTooMany));
}

/// VAT numbers of Greece begin with EL, its EORI with GR.
#[test]
fn greece_is_gr() {
	check(&[
		("EL999415390", Err(Reason::GreeceIsGr)),
		("GREL999415390", Err(Reason::TwoCodes)),
		("DEDE1234567", Err(Reason::TwoCodes)),
		("GR094019245", PASSED),
	]);
	assert_eq!(
		Tin::new(Territory::GR, "EL094019245"),
		Err(Reason::GreeceIsGr)
	);
}

/// Numbers that invoices print where there is none.
#[test]
fn a_number_of_the_public_is_no_firms() {
	check(&[
		("MXXAXX010101000", Err(Reason::Generic)),
		("MXXEXX010101000", Err(Reason::Generic)),
		("CL66.666.666-6", Err(Reason::Generic)),
		("EC9999999999999", Err(Reason::Generic)),
		("CO222222222222", Err(Reason::Generic)),
		("GT CF", Err(Reason::Generic)),
	]);
}

/// Registers print the liability for VAT behind the number.
#[test]
fn suffixes_of_vat_are_no_part_of_a_number() {
	for suffix in ["MWST", "TVA", "IVA", " mwst"] {
		let tin = Tin::parse(&format!("CHE-116.281.710 {suffix}")).expect("a number");
		assert_eq!(tin.text().as_str(), "CHE116281710");
		assert_eq!(tin.check(), PASSED);
	}
	let tin = Tin::parse("NO 988 077 917 MVA").expect("a number");
	assert_eq!(tin.text().as_str(), "NO988077917");
	assert_eq!(tin.check(), PASSED);
	assert_eq!(answer("NO 988 077 917 IVA"), Err(Reason::Length));
}

/// Pasted from pages and tables.
#[test]
fn what_cannot_be_seen_is_dropped_and_what_looks_alike_is_read() {
	for text in [
		"MX NWM\u{2011}970924\u{2011}4W4",
		"MX\u{200B}NWM9709244W4\u{FEFF}",
		"MX NWM\u{2212}970924\u{2014}4W4",
		"ＭＸＮＷＭ９７０９２４４Ｗ４",
		"МХNWМ9709244W4",
		"MX (NWM970924) 4W4",
	] {
		assert_eq!(answer(text), PASSED, "{text}");
		assert_eq!(Tin::parse(text), Tin::parse("MXNWM9709244W4"), "{text}");
	}
	check(&[
		(
			"MXNWM97Ж09244W4",
			Err(Reason::UnknownCharacter { place: 8 }),
		),
		(
			"MX NWM*9709244W4",
			Err(Reason::UnknownCharacter { place: 7 }),
		),
		("HK 1234567(8)", FORMAT),
	]);
	assert_eq!(normalise("HK 1234567(8)"), "HK12345678");
}

/// Spreadsheets take a number for a quantity.
#[test]
fn a_zero_in_front_is_missed_or_too_many() {
	check(&[
		("EC 993366721001", Err(Reason::ZeroMissing)),
		("CL 076086428-5", Err(Reason::ZeroTooMany)),
		("CL 76086428-5", PASSED),
	]);
}

#[test]
fn what_stands_in_a_numbers_place_is_named() {
	// A cédula of the Dominican Republic in the place of the RNC.
	check(&[
		("DO 001-1391816-3", Err(Reason::IdentityCard)),
		("JP T5010401067252", Err(Reason::InvoiceNumber)),
	]);
}

/// Ecuador's tax authority announced that its numbers follow no algorithm any more.
#[test]
fn ecuadors_newer_numbers_exist() {
	// Three more of a tracker's, which the authority's own page knew.
	for company in [
		"EC1793213150001",
		"EC0993366721001",
		"EC1768153530001",
		"EC0993370026001",
		"EC1793189624001",
		"EC1793221293001",
	] {
		assert_eq!(answer(company), FORMAT, "{company}");
		assert!(!Tin::parse(company).expect("a number").is_personal());
	}
	// Cédulas with third digit 6 exist: what could be a person's is treated as one.
	for person in ["EC0960000016001", "EC0962467429001"] {
		let person = Tin::parse(person).expect("a number");
		assert_eq!(person.check(), PASSED);
		assert!(person.is_personal());
	}
}

/// Firms without VAT have an EORI, too.
#[test]
fn an_eori_without_vat_exists() {
	check(&[("GB205672212000", FORMAT), ("XI205672212000", FORMAT)]);
	assert!(answer("GB20567221200").is_err());
}

#[test]
fn schemes_that_are_known_are_used() {
	check(&[
		("VN0100109106", PASSED),
		("TH0107537000114", PASSED),
		("RU7707083893", PASSED),
		("VE J-00002949-0", PASSED),
		("VEJ000029491", Err(Reason::CheckDigit)),
	]);
	for (territory, scheme) in [
		(Territory::VN, Scheme::VnMst),
		(Territory::TH, Scheme::ThTin),
		(Territory::RU, Scheme::RuInn),
		(Territory::RS, Scheme::RsPib),
		(Territory::UA, Scheme::UaEdrpou),
		(Territory::VE, Scheme::VeRif),
	] {
		assert_eq!(Scheme::default_of(territory), scheme);
	}
}

/// A zero that is lost or added is told in every scheme of a fixed length with a check digit.
#[test]
fn lost_zeros_are_told_in_every_scheme_of_one_length() {
	let mut random = Random(15);
	for (territory, length) in [
		(Territory::BR, 14),
		(Territory::KR, 10),
		(Territory::TW, 8),
		(Territory::DO, 9),
	] {
		let scheme = Scheme::default_of(territory);
		let mut told = 0;
		for _ in 0..20_000 {
			let number: String = (1..length).map(|_| random.pick(DIGITS)).collect();
			let whole = format!("0{number}");
			if scheme.check(territory, &whole) == PASSED {
				assert_eq!(scheme.check(territory, &number), Err(Reason::ZeroMissing));
				assert_eq!(
					scheme.check(territory, &format!("0{whole}")),
					Err(Reason::ZeroTooMany)
				);
				told += 1;
			}
		}
		assert!(told > 100, "{territory}: only {told}");
	}
}
