//! Europe outside the national numbers of the Union's members: EORI, British, Swiss and Norwegian
//! numbers by section 4 of the domain specification, and the tax numbers of Russia, Serbia
//! and Ukraine by their tax authorities.

use super::{
	digits::{
		digits, is_digit, is_plain, is_zeros, issued, mod_11_10, multiple, passed_if, run, shape,
		two_rows, value, weighted, Outcome,
	},
	members, Check, Reason,
};

/// EORI (UCC-DA Art. 1(18), Annex 12-01): the territory's code and 1 to 15 digits or capitals.
///
/// The rest of a British or Northern Irish one is a VAT number and three or six digits, or a number
/// of the same length of a firm without VAT. For the Union's members the syntax is all that is
/// prescribed. So a national number that fits makes it `Passed`, one that doesn't leaves it
/// `FormatOnly`, never a failure.
pub(super) fn eori(number: &str) -> Outcome {
	let (territory, rest) = number.split_at_checked(2).ok_or(Reason::Length)?;
	if matches!(territory, "GB" | "XI") {
		return british_eori(rest);
	}
	run(rest, 1, 15, is_plain)?;
	Ok(national_base(territory, rest)
		.filter(|(_, base)| !is_zeros(base))
		.and_then(|(rule, base)| rule(base).ok())
		.unwrap_or(Check::FormatOnly))
}

/// The rule of a scheme over a number in normal form.
type Rule = fn(&str) -> Outcome;

/// Returns the national number inside an EORI with its rule, where the member builds its EORI from one with a check
/// digit and this one has its length.
fn national_base<'a>(territory: &str, rest: &'a str) -> Option<(Rule, &'a str)> {
	let rule: Rule = match (territory, rest.len()) {
		("BE", 10) => members::be_kbo,
		("BG", 9) => members::bg_eik,
		("CZ", 8) => members::cz_ico,
		("DK", 8) => members::dk_cvr,
		("EE", 8) => members::ee_registrikood,
		("ES", 9) => members::es_nif,
		("FI", 8) => members::fi_ytunnus,
		("FR", 9) => members::fr_siren,
		("FR", 14) => members::fr_siret,
		("GR", 9) => members::gr_afm,
		("HR", 11) => members::hr_oib,
		("IT", 11) => members::it_iva,
		("LT", 9) => members::lt_kodas,
		("NL", 9) => members::nl_rsin,
		// Filled up with five more characters or not.
		("PL", 10 | 15) => return Some((members::pl_nip, rest.get(..10)?)),
		("PT", 9) => members::pt_nif,
		("RO", 2..=10) => members::ro_cui,
		("SE", 10) => members::se_orgnr,
		("SI", 8) => members::si_davcna,
		_ => return None,
	};
	Some((rule, rest))
}

/// Checks the part of a British EORI after its code: VAT number of nine, and three or six digits.
fn british_eori(rest: &str) -> Outcome {
	shape(rest, &["dddddddddddd", "ddddddddddddddd"])?;
	issued(value(rest) != 0)?;
	Ok(british_vat(rest.get(..9).unwrap_or_default()).unwrap_or(Check::FormatOnly))
}

/// HM Revenue & Customs, VAT number: weights 8 … 2, plus the last two digits, modulo 97 is 0, or
/// 42 for the numbers in the series of 2010 ("9755").
fn british_vat(nine: &str) -> Outcome {
	issued(value(nine) != 0)?;
	passed_if(matches!(
		weighted(digits(nine), &[8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97,
		0 | 42
	))
}

/// United Kingdom, VAT number: nine digits, with the three of a branch or without; government
/// departments (`GD000` to `GD499`) and health authorities (`HA500` to `HA999`) have no check digit.
pub(super) fn gb_vat(number: &str) -> Outcome {
	shape(number, &["ddddddddd", "dddddddddddd", "GDddd", "HAddd"])?;
	match number.split_at_checked(2) {
		Some(("GD", serial)) => issued(value(serial) < 500).map(|()| Check::FormatOnly),
		Some(("HA", serial)) => issued(value(serial) >= 500).map(|()| Check::FormatOnly),
		_ => british_vat(number.get(..9).unwrap_or_default()),
	}
}

/// Switzerland, UID (Federal Statistical Office; ordinance SR 431.031): weights 5 4 3 2 7 6 5 4,
/// modulo 11; a computed 10 is not issued.
pub(super) fn ch_uid(number: &str) -> Outcome {
	shape(number, &["CHEddddddddd"])?;
	multiple(number, &[5, 4, 3, 2, 7, 6, 5, 4, 1], 11)
}

/// Norway, organisation number (Brønnøysund Register Centre): weights 3 2 7 6 5 4 3 2, modulo 11; a
/// computed 10 is not issued.
pub(super) fn no_orgnr(number: &str) -> Outcome {
	shape(number, &["ddddddddd"])?;
	multiple(number, &[3, 2, 7, 6, 5, 4, 3, 2, 1], 11)
}

/// Russia, INN (Federal Tax Service): a company's ten digits, a person's twelve with two check
/// digits; Σ mod 11 mod 10.
pub(super) fn ru_inn(number: &str) -> Outcome {
	const WEIGHTS: [u32; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
	run(number, 10, 12, is_digit)?;
	// The shorter rows are the longer ones without their first weights.
	let check_at = |position: usize| {
		let skipped = WEIGHTS.len().saturating_sub(position);
		let weights = WEIGHTS.get(skipped..).unwrap_or_default();
		let expected = weighted(digits(number).take(position), weights) % 11 % 10;
		digits(number).nth(position) == Some(expected)
	};
	match number.len() {
		10 => passed_if(check_at(9)),
		12 => passed_if(check_at(10) && check_at(11)),
		_ => Err(Reason::Length),
	}
}

/// Ukraine, EDRPOU code (State Statistics Service): weights 1 … 7, or 7 1 … 6 for codes of
/// 30,000,000 to 60,000,000; where that gives 10, each weight 2 more.
pub(super) fn ua_edrpou(number: &str) -> Outcome {
	shape(number, &["dddddddd"])?;
	if (30_000_000..=60_000_000).contains(&value(number)) {
		two_rows(number, &[7, 1, 2, 3, 4, 5, 6], &[9, 3, 4, 5, 6, 7, 8])
	} else {
		two_rows(number, &[1, 2, 3, 4, 5, 6, 7], &[3, 4, 5, 6, 7, 8, 9])
	}
}

/// Serbia, PIB (Poreska uprava): nine digits, ISO/IEC 7064 MOD 11,10.
pub(super) fn rs_pib(number: &str) -> Outcome {
	shape(number, &["ddddddddd"])?;
	mod_11_10(number)
}
