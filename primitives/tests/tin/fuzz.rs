//! Arbitrary bytes and texts: nothing panics, and the normal form is one.

use crate::numbers::PLAIN;
use aeo_primitives::{
	tin::{normalise, Check, Scheme, Tin},
	Territory,
};
use codec::{Decode, Encode};
use core::hint::black_box;
use proptest::prelude::*;

fn a_territory() -> impl Strategy<Value = Territory> {
	prop::sample::select(Territory::ALL.to_vec())
}

fn a_scheme() -> impl Strategy<Value = Scheme> {
	prop::sample::select(Scheme::ALL.to_vec())
}

/// Texts that are nearly numbers: digits, letters, separators, RFC letters, and what is none.
pub(crate) fn nearly_a_number() -> impl Strategy<Value = String> {
	let characters: Vec<char> = PLAIN
		.chars()
		.chain("abknñÑ&.-/() \t\u{303}\u{2011}\u{200B}АВО１é€*0000".chars())
		.collect();
	prop::collection::vec(prop::sample::select(characters), 0..40)
		.prop_map(|characters| characters.into_iter().collect())
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(4_000))]

	#[test]
	fn arbitrary_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
		let text = String::from_utf8_lossy(&bytes);
		black_box(Tin::parse(&text).map(|tin| (tin.check(), tin.is_personal()))).ok();
		for scheme in Scheme::ALL {
			for territory in scheme.territories() {
				black_box(scheme.check(*territory, &text)).ok();
			}
		}
	}

	#[test]
	fn normalising_twice_changes_nothing(text in nearly_a_number()) {
		let once = normalise(&text);
		prop_assert_eq!(&normalise(&once), &once);
		prop_assert!(!once.contains(['.', '-', '/', ' ', 'ñ']));
		prop_assert!(!once.chars().any(|c| c.is_ascii_lowercase()));
	}

	#[test]
	fn any_text_normalises_once(text in any::<String>()) {
		let once = normalise(&text);
		prop_assert_eq!(&normalise(&once), &once);
	}

	#[test]
	fn a_number_and_its_normal_form_have_one_answer(
		text in nearly_a_number(),
		scheme in a_scheme(),
		territory in a_territory(),
	) {
		// A dash tells a Colombian person's number from a company's without its check digit, so the
		// form of the scheme is asked for.
		if let Ok(normal) = scheme.normal(territory, &text) {
			prop_assert_eq!(scheme.check(territory, &text), scheme.check(territory, &normal));
		}
		if let Ok(tin) = Tin::parse(&text) {
			prop_assert_eq!(Tin::parse(tin.text()), Ok(tin));
		}
		if let Ok(tin) = Tin::new(territory, &text) {
			prop_assert_eq!(Tin::new(territory, tin.number()), Ok(tin));
		}
	}

	#[test]
	fn a_tin_survives_its_own_text(territory in a_territory(), text in nearly_a_number()) {
		if let Ok(tin) = Tin::new(territory, &text) {
			prop_assert_eq!(tin.territory(), territory);
			prop_assert_eq!(Tin::parse(tin.text()), Ok(tin.clone()));
			prop_assert_eq!(Tin::new(territory, tin.number()), Ok(tin.clone()));
			prop_assert_eq!(tin.check(), tin.scheme().check(territory, tin.number()));
			prop_assert_eq!(tin.check(), tin.scheme().check(territory, &text));
			prop_assert!(tin.text().chars().count() <= 35);
			prop_assert_eq!(tin.fits_wco17(), tin.text().chars().count() <= 17);
		}
	}

	/// What a scheme passes keeps passing, written with separators and in small letters.
	#[test]
	fn separators_and_case_do_not_matter(number in "[0-9A-Z]{1,20}", territory in a_territory()) {
		let scheme = Scheme::default_of(territory);
		prop_assume!(scheme != Scheme::CoNit);
		let mut written = String::new();
		for (at, c) in number.to_lowercase().chars().enumerate() {
			written.push(c);
			written.push_str([" ", ".", "-", "/", ""][at % 5]);
		}
		prop_assert_eq!(scheme.check(territory, &written), scheme.check(territory, &number));
	}

	/// Nothing with a failing check digit passes (I17): what the check digit was changed of fails,
	/// unless it is a scheme where the digit stands elsewhere or is none.
	#[test]
	fn one_check_digit_only(number in "[0-9]{7,11}", other in 1_u32..10) {
		for (territory, scheme) in [
			(Territory::PE, Scheme::PeRuc),
			(Territory::CO, Scheme::CoNit),
			(Territory::CL, Scheme::ClRut),
			(Territory::AR, Scheme::ArCuit),
			(Territory::DO, Scheme::DoRnc),
			(Territory::NO, Scheme::NoOrgnr),
			(Territory::KR, Scheme::KrBrn),
			(Territory::TR, Scheme::TrVkn),
		] {
			let (body, last) = number.split_at(number.len() - 1);
			let changed = (last.parse::<u32>().expect("a digit") + other) % 10;
			let both = [scheme.check(territory, &number), scheme.check(territory, &format!("{body}{changed}"))];
			prop_assert!(both.iter().filter(|check| **check == Ok(Check::Passed)).count() < 2);
		}
	}

	#[test]
	fn an_index_is_a_scheme_or_refused(index in any::<u8>()) {
		match Scheme::decode(&mut &[index][..]) {
			Ok(scheme) => prop_assert_eq!(scheme.encode(), vec![index]),
			Err(_) => prop_assert!(usize::from(index) >= Scheme::ALL.len()),
		}
	}
}
