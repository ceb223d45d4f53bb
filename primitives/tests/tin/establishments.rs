//! A branch's number leads to the whole's, where the scheme tells.

use crate::numbers::{passing, Random};
use aeo_primitives::{
	tin::{Scheme, Tin},
	Territory,
};

fn head(tin: &str) -> Option<String> {
	let tin = Tin::parse(tin).unwrap_or_else(|reason| panic!("{tin}: {reason}"));
	tin.head_office().map(|head| head.to_string())
}

fn check(cases: &[(&str, &str)]) {
	for (branch, whole) in cases {
		assert_eq!(head(branch).as_deref(), Some(*whole), "{branch}");
		assert_eq!(head(whole), None, "{whole} is the whole");
	}
}

/// Receita Federal: root of eight, order of the establishment, two check digits over both. The first
/// firm is the vectors', the second the national oil company's register entry, the third the example
/// with letters of Instrução Normativa 2.229/2024.
#[test]
fn a_brazilian_branch_leads_to_0001_with_new_check_digits() {
	check(&[
		("BR33592510000235", "BR33592510000154"),
		("BR33.000.167/1049-00", "BR33000167000101"),
		("BR12.ABC.345/01DE-35", "BR12ABC345000188"),
	]);
}

/// INSEE: a SIRET is the SIREN and five digits of the establishment, and French EORI are built from
/// either. La Poste's establishments have a sum of their own.
#[test]
fn a_siret_leads_to_its_siren() {
	check(&[
		("FR54205118000066", "FR542051180"),
		("FR35600000000048", "FR356000000"),
	]);
	assert_eq!(
		Scheme::FrSiret.head_office("54205118000066").as_deref(),
		Some("542051180")
	);
	// Fourteen characters that are no SIRET: nothing is known of them.
	assert_eq!(head("FR54205118000067"), None);
	assert_eq!(head("FRABCDEFGHIJKLMN"), None);
	assert_eq!(head("DE54205118000066"), None);
}

/// SRI: persons and companies have three digits of the establishment, public bodies four.
#[test]
fn an_ecuadorian_establishment_leads_to_the_first() {
	check(&[
		("EC1790011674002", "EC1790011674001"),
		("EC1768153530012", "EC1768153530001"),
		("EC1710034065003", "EC1710034065001"),
		("EC0960000016002", "EC0960000016001"),
	]);
}

/// Circular 105/2020 of Vietnam's Ministry of Finance (dependent units); the Canada Revenue Agency
/// (programme accounts); the Inland Revenue Department of Hong Kong (branch registration).
#[test]
fn what_is_written_behind_the_number_of_the_whole_is_dropped() {
	check(&[
		("VN0100109106-001", "VN0100109106"),
		("CA123456782 RM 0001", "CA123456782"),
		("HK12345678-001", "HK12345678"),
	]);
	assert_eq!(
		Scheme::GbVat.head_office("220430231001").as_deref(),
		Some("220430231")
	);
	assert_eq!(Scheme::GbVat.head_office("220430231"), None);
}

/// A wrong check digit is told before anything is derived; most schemes don't number branches.
#[test]
fn nothing_is_derived_where_nothing_follows() {
	for tin in [
		"BR33592510000236",
		"MXNWM9709244W4",
		"CO8909039388",
		"PE20100055237",
		"UY211406340011",
		"IN27AAACR5055K1Z7",
		// An employer's number with a suffix, or one that customs assigned: they look alike.
		"US12345678900",
		"GB220430231001",
		"KE123",
		"HK1234567",
	] {
		assert_eq!(head(tin), None, "{tin}");
	}
}

/// Whatever scheme has a whole for a number: that passes, is the whole's own, begins with the same
/// root, and belongs to the same territory.
#[test]
fn the_whole_is_a_number_of_its_own() {
	let mut random = Random(11);
	for (territory, scheme, form, root) in [
		(Territory::BR, Scheme::BrCnpj, "dddddddddddddd", 8),
		(Territory::BR, Scheme::BrCnpj, "xxxxxxxxxxxxdd", 8),
		(Territory::EC, Scheme::EcRuc, "17dddddddd0dd", 9),
		(Territory::VN, Scheme::VnMst, "dddddddddd00d", 10),
		(Territory::CA, Scheme::CaBn, "dddddddddRM000d", 9),
	] {
		let mut branches = 0;
		for _ in 0..200 {
			let number = passing(&mut random, (territory, scheme), form);
			let tin = Tin::new(territory, &number).expect("a number");
			let Some(whole) = tin.head_office() else {
				continue;
			};
			branches += 1;
			assert!(whole.check().is_ok(), "{number} -> {whole}");
			assert_eq!(whole.head_office(), None, "{number} -> {whole}");
			assert_eq!(whole.territory(), territory);
			assert_eq!(whole.number().get(..root), number.get(..root));
			assert_eq!(whole.is_personal(), tin.is_personal(), "{number}");
		}
		assert!(branches > 150, "{territory}: only {branches}");
	}
}
