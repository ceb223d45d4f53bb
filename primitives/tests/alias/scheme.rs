//! Each scheme of aliases: values that pass, and one value for each thing it refuses.

use aeo_primitives::{
	tin::{Check, Reason},
	AliasScheme, Code,
};
use codec::{Decode, Encode};
use proptest::prelude::*;

const PASSED: Result<Check, Reason> = Ok(Check::Passed);
const FORMAT: Result<Check, Reason> = Ok(Check::FormatOnly);

fn answer(scheme: AliasScheme, written: &str) -> Result<Check, Reason> {
	scheme
		.normal(written)
		.and_then(|value| scheme.check(&value))
}

fn check(scheme: AliasScheme, cases: &[(&str, Result<Check, Reason>)]) {
	for (written, expected) in cases {
		assert_eq!(answer(scheme, written), *expected, "{scheme} {written}");
	}
}

/// Identifiers that the register of the Global Legal Entity Identifier Foundation shows: of the
/// foundation itself, two banks, and two makers of computers and programs.
#[test]
fn legal_entity_identifiers() {
	check(
		AliasScheme::Lei,
		&[
			("506700GE1G29325QX363", PASSED),
			("7LTWFZYICNSX8D621K86", PASSED),
			("8I5DZWZKVSZI1NUHU748", PASSED),
			("HWUPKR0MPOU8FGXBT394", PASSED),
			("INR2EJN1ERAN0W5ZP974", PASSED),
			("hwup kr0m pou8 fgxb t394", PASSED),
			("HWUPKR0MPOU8FGXBT349", Err(Reason::CheckDigit)),
			("HWUPKR0MPOU8FGXBT3", Err(Reason::Length)),
			("HWUPKR0MPOU8FGXBT3948", Err(Reason::Length)),
			("HWUPKR0MPOU8FGXBT39A", Err(Reason::Character)),
			("HWUPKR0MPOU8FGXB&394", Err(Reason::Character)),
			(
				"HWUPKR0MPOU8FGXB*394",
				Err(Reason::UnknownCharacter { place: 17 }),
			),
			("00000000000000000098", Err(Reason::NeverIssued)),
		],
	);
}

/// ISO 17442-1, annex: the two digits are 98 less a remainder modulo 97. What is congruent to them, 97
/// more or less, satisfies the sum and is wrong.
#[test]
fn check_digits_of_an_lei_are_02_to_98() {
	let mut seen = [0_u32; 100];
	for serial in 0..2_000 {
		let body = format!("5299{serial:04}AEOCHAIN00");
		let passing: Vec<usize> = (0..100)
			.filter(|check| answer(AliasScheme::Lei, &format!("{body}{check:02}")) == PASSED)
			.collect();
		assert_eq!(passing.len(), 1, "{body}: {passing:?}");
		seen[passing[0]] += 1;
	}
	assert_eq!((seen[0], seen[1], seen[99]), (0, 0, 0));
	assert!(seen[2] > 0 && seen[98] > 0);
}

/// Made from GS1's prefix for demonstrations (952) and those that its guides show; New Zealand's
/// business numbers are location numbers of GS1.
#[test]
fn global_location_numbers() {
	check(
		AliasScheme::Gln,
		&[
			("9521321000018", PASSED),
			("5412345000013", PASSED),
			("4012345000009", PASSED),
			("952 1321 00001-8", PASSED),
			("9429041525746", PASSED),
			("9521321000019", Err(Reason::CheckDigit)),
			("952132100018", Err(Reason::Length)),
			("95213210000180", Err(Reason::Length)),
			("952132100O018", Err(Reason::Character)),
			("0000000000000", Err(Reason::NeverIssued)),
		],
	);
}

/// Nine digits, as Dun & Bradstreet prints them; since 2006 without check digit. The first is the firm
/// that its manuals invent.
#[test]
fn duns_numbers() {
	check(
		AliasScheme::Duns,
		&[
			("80-473-5132", FORMAT),
			("804735132", FORMAT),
			("804735133", FORMAT),
			("80473513", Err(Reason::Length)),
			("8047351320", Err(Reason::Length)),
			("80473513A", Err(Reason::Character)),
			("000000000", Err(Reason::NeverIssued)),
		],
	);
}

/// The examples of the domain specification's section 4.
#[test]
fn codes_of_declaration_systems() {
	check(
		AliasScheme::Code,
		&[
			("A1234510MY00", FORMAT),
			("AEOCN3101234567", FORMAT),
			("SLMSBN-123456-789", FORMAT),
			("Ñ&1", FORMAT),
			("", Err(Reason::Empty)),
			(" - ", Err(Reason::Empty)),
			("A*", Err(Reason::UnknownCharacter { place: 2 })),
			("123456789012345678901234567890123456", Err(Reason::TooLong)),
		],
	);
	check(
		AliasScheme::Mid,
		&[
			("AUOZR92MEL", FORMAT),
			("XOMAPTOR", FORMAT),
			("CAMAPTOR", Err(Reason::UnknownTerritory)),
			("ZZMAPTOR", Err(Reason::UnknownTerritory)),
			("AUO", Err(Reason::Length)),
			("AUOZRWOR1234MELB", Err(Reason::Length)),
			("AUOZ&92MEL", Err(Reason::Character)),
		],
	);
	check(
		AliasScheme::Tcuin,
		&[
			("MXNWM9709244W4", FORMAT),
			("CN3101234567", FORMAT),
			("ELNWM9709244W4", Err(Reason::UnknownTerritory)),
			("CN914403001922038216", Err(Reason::Length)),
			("MXA&B970101AA1", Err(Reason::Character)),
		],
	);
}

/// A letter for a letter and a digit for a digit: both rules find every such error. (A letter counts
/// two places in an LEI, so one in 97 of those for a digit passes.)
#[test]
fn single_errors_are_found() {
	for (scheme, value) in [
		(AliasScheme::Lei, "506700GE1G29325QX363"),
		(AliasScheme::Gln, "9521321000018"),
	] {
		for (at, original) in value.char_indices() {
			let kind = if original.is_ascii_digit() {
				"0123456789"
			} else {
				"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			};
			for other in kind.chars() {
				let mut wrong = value.to_owned();
				wrong.replace_range(at..=at, &other.to_string());
				assert_eq!(
					answer(scheme, &wrong) == PASSED,
					other == original,
					"{scheme} {wrong}"
				);
			}
		}
	}
}

#[test]
fn indices_and_codes_are_these_for_ever() {
	let codes: Vec<&str> = AliasScheme::ALL
		.iter()
		.map(|scheme| scheme.code())
		.collect();
	assert_eq!(codes.join(" "), "CODE MID TCUIN LEI GLN DUNS");
	for (index, scheme) in (0_u8..).zip(AliasScheme::ALL) {
		assert_eq!(scheme.encode(), [index]);
		assert_eq!(scheme.index(), u32::from(index));
		assert_eq!(AliasScheme::decode(&mut &[index][..]), Ok(*scheme));
		assert_eq!(scheme.code().parse(), Ok(*scheme));
	}
	assert!(AliasScheme::decode(&mut &[6_u8][..]).is_err());
}

proptest! {
	#[test]
	fn any_text_is_answered_and_its_normal_form_alike(text in any::<String>()) {
		for scheme in AliasScheme::ALL {
			if let Ok(value) = scheme.normal(&text) {
				prop_assert_eq!(scheme.normal(&value), Ok(value));
			}
		}
	}
}
