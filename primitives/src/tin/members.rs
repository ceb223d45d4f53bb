//! National numbers of the Union's members, from which most build their EORI. France, Italy,
//! Poland, Denmark and Finland by section 4 of the domain specification, the others by their
//! registers.

use super::{
	digits::{
		at, cross_sum, digits, is_digit, issued, luhn, mod_11_10, multiple, passed_if, run, shape,
		split_last, table_11, table_11_from_right, two_rows, value, Outcome,
	},
	Reason,
};

/// Belgium, enterprise number (Crossroads Bank for Enterprises): the first eight and the last two
/// digits together are a multiple of 97; the first digit is 0 or 1.
pub(super) fn be_kbo(number: &str) -> Outcome {
	shape(number, &["dddddddddd"])?;
	issued(number.starts_with(['0', '1']))?;
	let (body, check) = number.split_at_checked(8).unwrap_or_default();
	issued((1..=97).contains(&value(check)))?;
	passed_if(value(body).saturating_add(value(check)).is_multiple_of(97))
}

/// Bulgaria, EIK of a company (Registry Agency; nine digits): weights 1 … 8, then 3 … 10.
pub(super) fn bg_eik(number: &str) -> Outcome {
	shape(number, &["ddddddddd"])?;
	two_rows(
		number,
		&[1, 2, 3, 4, 5, 6, 7, 8],
		&[3, 4, 5, 6, 7, 8, 9, 10],
	)
}

/// Czechia, IČO (Czech Statistical Office): weights 8 … 2, (11 − Σ mod 11) mod 10.
pub(super) fn cz_ico(number: &str) -> Outcome {
	shape(number, &["dddddddd"])?;
	table_11(number, &[8, 7, 6, 5, 4, 3, 2], "10987654321")
}

/// Denmark, CVR (Erhvervsstyrelsen): weights 2 7 6 5 4 3 2 1, modulo 11; never 0 in front.
pub(super) fn dk_cvr(number: &str) -> Outcome {
	shape(number, &["dddddddd"])?;
	issued(!number.starts_with('0'))?;
	multiple(number, &[2, 7, 6, 5, 4, 3, 2, 1], 11)
}

/// Estonia, registrikood (Centre of Registers): 1, 7, 8 or 9 in front; weights 1 … 7, then 3 … 9.
pub(super) fn ee_registrikood(number: &str) -> Outcome {
	shape(number, &["dddddddd"])?;
	issued(number.starts_with(['1', '7', '8', '9']))?;
	two_rows(number, &[1, 2, 3, 4, 5, 6, 7], &[3, 4, 5, 6, 7, 8, 9])
}

/// Spain, NIF (Real Decreto 1065/2007; Orden EHA/451/2008): a person's eight digits and letter, a
/// foreigner's `X`, `Y` or `Z`, or an entity's letter, seven digits and control.
pub(super) fn es_nif(number: &str) -> Outcome {
	const CONTROL: &str = "JABCDEFGHI";
	shape(number, &["dddddddda", "adddddddx"])?;
	let (body, last) = split_last(number);
	let first = number.chars().next().unwrap_or_default();
	let person = |prefix: u64| {
		let rest = prefix
			.saturating_mul(10_000_000)
			.saturating_add(value(body))
			% 23;
		let letter = u32::try_from(rest)
			.ok()
			.and_then(|rest| at("TRWAGMYFPDXBNJZSQVHLCKE", rest));
		passed_if(letter == last)
	};
	match first {
		'0'..='9' | 'K' | 'L' | 'M' | 'X' => person(0),
		'Y' => person(1),
		'Z' => person(2),
		'A'..='H' | 'J' | 'N' | 'P'..='S' | 'U' | 'V' | 'W' => {
			let sum = digits(body).rev().zip([2, 1].into_iter().cycle()).fold(
				0,
				|sum: u32, (digit, weight)| {
					sum.saturating_add(cross_sum(digit.saturating_mul(weight)))
				},
			);
			let digit = at("0987654321", sum % 10);
			let letter = digit
				.and_then(|c| c.to_digit(10))
				.and_then(|digit| at(CONTROL, digit));
			// Which of the two an entity has depends on its kind, and kinds have both.
			passed_if(last.is_some() && (last == digit || last == letter))
		}
		_ => Err(Reason::NeverIssued),
	}
}

/// Finland, Y-tunnus (PRH): weights 7 9 10 5 8 4 2, modulo 11; a computed 10 is not issued.
pub(super) fn fi_ytunnus(number: &str) -> Outcome {
	shape(number, &["dddddddd"])?;
	multiple(number, &[7, 9, 10, 5, 8, 4, 2, 1], 11)
}

/// France, SIREN (INSEE): Luhn.
pub(super) fn fr_siren(number: &str) -> Outcome {
	shape(number, &["ddddddddd"])?;
	luhn(number)
}

/// France, SIRET (INSEE): a SIREN and five digits, Luhn; the establishments of La Poste but for its
/// seat have a plain sum that is a multiple of 5.
pub(super) fn fr_siret(number: &str) -> Outcome {
	shape(number, &["dddddddddddddd"])?;
	fr_siren(number.get(..9).unwrap_or_default())?;
	if number.starts_with("356000000") && number != "35600000000048" {
		return passed_if(digits(number).fold(0, |sum: u32, d| sum.saturating_add(d)) % 5 == 0);
	}
	luhn(number)
}

/// Greece, AFM (AADE): powers of 2 from 256 down to 2, modulo 11, modulo 10.
pub(super) fn gr_afm(number: &str) -> Outcome {
	shape(number, &["ddddddddd"])?;
	table_11(number, &[256, 128, 64, 32, 16, 8, 4, 2], "01234567890")
}

/// Croatia, OIB (Porezna uprava): eleven digits, ISO/IEC 7064 MOD 11,10.
pub(super) fn hr_oib(number: &str) -> Outcome {
	shape(number, &["ddddddddddd"])?;
	mod_11_10(number)
}

/// Italy, partita IVA (Agenzia delle Entrate): serial, office, Luhn.
pub(super) fn it_iva(number: &str) -> Outcome {
	shape(number, &["ddddddddddd"])?;
	let office = value(number.get(7..10).unwrap_or_default());
	let serial = value(number.get(..7).unwrap_or_default());
	issued(serial != 0 && matches!(office, 1..=100 | 120 | 121 | 888 | 999))?;
	luhn(number)
}

/// Lithuania, code of a legal entity (Centre of Registers): weights 1 … 8, then 3 … 9 and 1.
pub(super) fn lt_kodas(number: &str) -> Outcome {
	shape(number, &["ddddddddd"])?;
	two_rows(number, &[1, 2, 3, 4, 5, 6, 7, 8], &[3, 4, 5, 6, 7, 8, 9, 1])
}

/// Netherlands, RSIN (Belastingdienst): weights 9 … 2 and −1, a multiple of 11.
pub(super) fn nl_rsin(number: &str) -> Outcome {
	shape(number, &["ddddddddd"])?;
	multiple(number, &[9, 8, 7, 6, 5, 4, 3, 2, 10], 11)
}

/// Poland, NIP (Krajowa Administracja Skarbowa): weights 6 5 7 2 3 4 5 6 7; Σ mod 11 is the check
/// digit, 10 is not issued.
pub(super) fn pl_nip(number: &str) -> Outcome {
	shape(number, &["dddddddddd"])?;
	multiple(number, &[6, 5, 7, 2, 3, 4, 5, 6, 7, 10], 11)
}

/// Portugal, NIF (Autoridade Tributária): weights 9 … 2; 11 less the remainder, above 9 is 0.
pub(super) fn pt_nif(number: &str) -> Outcome {
	shape(number, &["ddddddddd"])?;
	issued(!number.starts_with('0'))?;
	table_11(number, &[9, 8, 7, 6, 5, 4, 3, 2], "00987654321")
}

/// Romania, CUI (ANAF): weights 2 3 5 7 1 2 3 5 7 from the right, Σ × 10 mod 11, 10 is 0.
pub(super) fn ro_cui(number: &str) -> Outcome {
	run(number, 2, 10, is_digit)?;
	issued(!number.starts_with('0'))?;
	table_11_from_right(number, &[2, 3, 5, 7, 1, 2, 3, 5, 7], "00987654321")
}

/// Sweden, organisationsnummer (Bolagsverket): Luhn.
pub(super) fn se_orgnr(number: &str) -> Outcome {
	shape(number, &["dddddddddd"])?;
	luhn(number)
}

/// Slovenia, davčna številka (FURS): weights 8 … 2; a remainder of 1 gives 0, of 0 is not issued.
pub(super) fn si_davcna(number: &str) -> Outcome {
	shape(number, &["dddddddd"])?;
	issued(!number.starts_with('0'))?;
	table_11(number, &[8, 7, 6, 5, 4, 3, 2], "-0987654321")
}
