//! The Americas. Each rule is that of section 4 of the domain specification for its country.

use super::{
	digits::{
		at, digits, index, individual, is_digit, is_plain, is_real_day, issued, luhn, multiple,
		passed_if, run, shape, split_last, table_11, table_11_from_right, value, weighted, Outcome,
	},
	Check, Reason,
};

/// 2, 3, 4 … from the right, as far as the longest number goes.
const COUNTING: [u32; 11] = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/// Mexico, RFC (Código Fiscal de la Federación, art. 27; SAT, rules for the homoclave): a
/// company's three or a person's four letters, yymmdd, homoclave of two, check character.
pub(super) fn mx_rfc(number: &str) -> Outcome {
	const ALPHABET: &str = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
	// The public's number on invoices, and that of customers abroad (SAT, Resolución Miscelánea
	// Fiscal, rule 2.7.1.23).
	individual(number, &["XAXX010101000", "XEXX010101000"])?;
	let (letters, padding) = match number.chars().count() {
		12 => (3, " "),
		13 => (4, ""),
		_ => return Err(Reason::Length),
	};
	let mut rest = number.chars();
	if !rest
		.by_ref()
		.take(letters)
		.all(|c| c.is_ascii_uppercase() || c == '&' || c == 'Ñ')
	{
		return Err(Reason::Character);
	}
	let (date, homoclave) = rest.as_str().split_at_checked(6).ok_or(Reason::Character)?;
	shape(date, &["dddddd"])?;
	if !is_real_day(date) {
		return Err(Reason::Date);
	}
	let mut marks = homoclave.chars();
	let first = marks
		.next()
		.is_some_and(|c| matches!(c, '1'..='9' | 'A'..='V'));
	let second = marks
		.next()
		.is_some_and(|c| matches!(c, '1'..='9' | 'A'..='Z'));
	let third = marks.next().is_some_and(|c| matches!(c, '0'..='9' | 'A'));
	if !(first && second && third) {
		return Err(Reason::Character);
	}
	let (body, last) = split_last(number);
	let values = padding
		.chars()
		.chain(body.chars())
		.filter_map(|c| index(ALPHABET, c));
	let sum = weighted(values, &[13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
	passed_if(at("0A987654321", sum % 11) == last)
}

/// Costa Rica, cédula jurídica (Registro Nacional): class 2 to 5, type, serial; no check digit.
pub(super) fn cr_cedula_juridica(number: &str) -> Outcome {
	shape(number, &["dddddddddd"])?;
	issued(number.starts_with(['2', '3', '4', '5']))?;
	Ok(Check::FormatOnly)
}

/// Peru, RUC (SUNAT): weights 5 4 3 2 7 6 5 4 3 2, (11 − Σ mod 11) mod 10. Prefix 16, a person's as 15
/// and 17, stands in no text of SUNAT's that we have; Peruvian programs for invoices take it.
pub(super) fn pe_ruc(number: &str) -> Outcome {
	shape(number, &["ddddddddddd"])?;
	issued(
		["10", "15", "16", "17", "20"]
			.iter()
			.any(|prefix| number.starts_with(prefix)),
	)?;
	table_11(number, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2], "10987654321")
}

/// Colombia, NIT (DIAN, Orden Administrativa 4 of 1989): primes from the right; a remainder below
/// 2 is the check digit itself, otherwise 11 less the remainder.
///
/// Nine digits from 800000000 up are a company's without its check digit; a person's eight from
/// 80000000 up with theirs have a zero in front.
pub(super) fn co_nit(number: &str) -> Outcome {
	// The final consumer of an electronic invoice (DIAN, Resolución 165 of 2023).
	individual(number, &["222222222222"])?;
	run(number, 9, 11, is_digit)?;
	if let Some(digit) = lacks_check_digit(number) {
		return Err(Reason::CheckDigitMissing { digit });
	}
	let plain = number
		.strip_prefix('0')
		.filter(|rest| rest.len() >= 9 && lacks_check_digit(rest).is_none());
	// A zero in front changes no sum.
	match table_11_from_right(number, &CO_WEIGHTS, CO_TABLE) {
		Ok(_) if plain.is_some() => Err(Reason::ZeroTooMany),
		outcome => outcome,
	}
}

const CO_WEIGHTS: [u32; 10] = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43];
const CO_TABLE: &str = "01987654321";

/// Returns the check digit that a Colombian company's number of nine digits, 800000000 and above,
/// lacks.
pub(super) fn lacks_check_digit(number: &str) -> Option<u8> {
	let is_company =
		number.len() == 9 && number.chars().all(is_digit) && number.starts_with(['8', '9']);
	if !is_company {
		return None;
	}
	let sum = weighted(digits(number).rev(), &CO_WEIGHTS);
	let digit = at(CO_TABLE, sum % 11)?.to_digit(10)?;
	u8::try_from(digit).ok()
}

/// Chile, RUT (Servicio de Impuestos Internos): 2 to 7 repeating from the right; 11 is 0, 10 is K.
pub(super) fn cl_rut(number: &str) -> Outcome {
	// Final consumers and foreigners without a number (SII, electronic receipts and export documents).
	individual(number, &["666666666", "555555555"])?;
	shape(number, &["dddddddk", "ddddddddk"])?;
	table_11_from_right(number, &[2, 3, 4, 5, 6, 7, 2, 3], "0K987654321")
}

/// Brazil, CNPJ (Instrução Normativa RFB 2.229/2024: letters since July 2026): the value of a
/// character is its ASCII code less 48; two check digits, the second over the first.
pub(super) fn br_cnpj(number: &str) -> Outcome {
	shape(number, &["xxxxxxxxxxxxdd"])?;
	let (body, checks) = number.split_at_checked(12).unwrap_or_default();
	passed_if(cnpj_check_digits(body).is_some_and(|digits| checks.chars().eq(digits)))
}

/// Returns the two check digits of a CNPJ's first twelve characters.
pub(super) fn cnpj_check_digits(body: &str) -> Option<[char; 2]> {
	const TABLE: &str = "00987654321";
	const WEIGHTS: [u32; 13] = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
	let values = || body.chars().map(|c| u32::from(c).saturating_sub(48));
	let sum = weighted(
		values(),
		WEIGHTS.split_first().map_or(&[], |(_, rest)| rest),
	);
	let first = at(TABLE, sum % 11)?;
	let sum = weighted(values().chain(first.to_digit(10)), &WEIGHTS);
	Some([first, at(TABLE, sum % 11)?])
}

/// Argentina, CUIT (AFIP, Resolución General 10/1997): 11 less the remainder; 11 is 0, 10 is 9.
pub(super) fn ar_cuit(number: &str) -> Outcome {
	shape(number, &["ddddddddddd"])?;
	table_11(number, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2], "09987654321")
}

/// Uruguay, RUT (DGI): 01 to 22, serial of six, 001, check digit; a computed 10 is not issued.
pub(super) fn uy_rut(number: &str) -> Outcome {
	shape(number, &["dddddddddddd"])?;
	let (register, rest) = number.split_at_checked(2).unwrap_or_default();
	let (serial, rest) = rest.split_at_checked(6).unwrap_or_default();
	issued(("01"..="22").contains(&register) && serial != "000000" && rest.starts_with("001"))?;
	multiple(number, &[4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2, 1], 11)
}

/// Paraguay, RUC (SET, Resolución 1.131): 2, 3, 4 … from the right; below 2 is 0.
pub(super) fn py_ruc(number: &str) -> Outcome {
	run(number, 2, 9, is_digit)?;
	table_11_from_right(number, &COUNTING, "00987654321")
}

/// Ecuador, RUC (SRI): province, then by the third digit a person's cédula (0 to 5, and 6 where its
/// ten digits pass Luhn), a public body (6) or a company or foreigner (9), then the establishment,
/// never 0. The authority's numbers with 6 and 9 follow no algorithm any more.
pub(super) fn ec_ruc(number: &str) -> Outcome {
	// The final consumer (SRI, ficha técnica of electronic receipts).
	individual(number, &["9999999999999"])?;
	shape(number, &["ddddddddddddd"])?;
	let (province, rest) = number.split_at_checked(2).unwrap_or_default();
	issued(("01"..="24").contains(&province) || province == "30" || province == "50")?;
	let (base, establishment) = number.split_at_checked(10).unwrap_or_default();
	match rest.chars().next() {
		Some('0'..='5') => {
			issued(value(establishment) != 0)?;
			luhn(base)
		}
		Some('6') if luhn(base).is_ok() && value(establishment) != 0 => Ok(Check::Passed),
		// A public body's number has nine digits, its establishment four.
		Some('6') => {
			let (_, establishment) = number.split_at_checked(9).unwrap_or_default();
			issued(value(establishment) != 0)?;
			Ok(Check::FormatOnly)
		}
		Some('9') => {
			issued(value(establishment) != 0)?;
			Ok(Check::FormatOnly)
		}
		_ => Err(Reason::NeverIssued),
	}
}

/// Returns whether an Ecuadorian number of a third digit 0 to 6 can be a person's: its first ten digits are
/// a cédula's.
pub(super) fn is_cedula(number: &str) -> bool {
	let kind = number.chars().nth(2).and_then(|c| c.to_digit(10));
	match kind {
		Some(0..=5) => true,
		Some(6) => number.get(..10).is_some_and(|base| luhn(base).is_ok()),
		_ => false,
	}
}

/// Guatemala, NIT (SAT): 2, 3, 4 … from the right, −Σ mod 11, 10 is K.
pub(super) fn gt_nit(number: &str) -> Outcome {
	// "Consumidor final".
	individual(number, &["CF"])?;
	run(number, 2, 12, |c| c.is_ascii_digit() || c == 'K')?;
	let (body, _) = split_last(number);
	if !body.chars().all(is_digit) {
		return Err(Reason::Character);
	}
	table_11_from_right(number, &COUNTING, "0K987654321")
}

/// Dominican Republic, RNC (DGII): a remainder of 0 gives 2, 1 gives 1, otherwise 11 less it.
pub(super) fn do_rnc(number: &str) -> Outcome {
	// A person's cédula has eleven digits (Junta Central Electoral; Luhn).
	if shape(number, &["ddddddddddd"]).is_ok() && luhn(number).is_ok() {
		return Err(Reason::IdentityCard);
	}
	shape(number, &["ddddddddd"])?;
	table_11(number, &[7, 9, 8, 6, 5, 4, 3, 2], "21987654321")
}

/// Bolivia, NIT (SIN): 5 to 13 digits, no public check digit.
pub(super) fn bo_nit(number: &str) -> Outcome {
	run(number, 5, 13, is_digit)?;
	Ok(Check::FormatOnly)
}

/// Honduras, RTN (SAR): 14 digits, no public check digit.
pub(super) fn hn_rtn(number: &str) -> Outcome {
	shape(number, &["dddddddddddddd"])?;
	Ok(Check::FormatOnly)
}

/// Nicaragua, RUC (DGI): a letter and 13 digits, or a person's cédula, 13 digits and a letter.
pub(super) fn ni_ruc(number: &str) -> Outcome {
	shape(number, &["addddddddddddd", "ddddddddddddda"])?;
	Ok(Check::FormatOnly)
}

/// Panama, RUC (DGI): segments of digits and letters whose hyphens are dropped.
pub(super) fn pa_ruc(number: &str) -> Outcome {
	segments(number, 4, 24)
}

/// El Salvador, NIT (Ministerio de Hacienda): 14 digits, or a person's DUI of nine.
pub(super) fn sv_nit(number: &str) -> Outcome {
	shape(number, &["dddddddddddddd", "ddddddddd"])?;
	Ok(Check::FormatOnly)
}

/// United States, importer number (19 CFR 24.5): employer identification number, alone or with its
/// suffix of two, or an assigned number of 11 digits. The prefixes of the IRS are not checked: it
/// opens new ones, and a social security number has any.
pub(super) fn us_ein(number: &str) -> Outcome {
	shape(number, &["ddddddddd", "dddddddddxx"])?;
	Ok(Check::FormatOnly)
}

/// Canada, business number (CRA): nine digits by Luhn, with the programme account (`RM0001`) or
/// without.
pub(super) fn ca_bn(number: &str) -> Outcome {
	shape(number, &["ddddddddd", "dddddddddaadddd"])?;
	luhn(number.get(..9).unwrap_or_default())
}

/// Venezuela, RIF (SENIAT): the letter counts as a first digit times 4.
pub(super) fn ve_rif(number: &str) -> Outcome {
	shape(number, &["addddddddd"])?;
	let kind = match number.chars().next() {
		Some('V') => 1,
		Some('E') => 2,
		Some('J' | 'C') => 3,
		Some('P') => 4,
		Some('G') => 5,
		_ => return Err(Reason::NeverIssued),
	};
	let (body, last) = split_last(number);
	let values = core::iter::once(kind).chain(digits(body));
	let sum = weighted(values, &[4, 3, 2, 7, 6, 5, 4, 3, 2]);
	passed_if(at("00987654321", sum % 11) == last)
}

/// Checks what is left of a segmented number: digits and capitals, at least one digit.
pub(super) fn segments(number: &str, least: usize, most: usize) -> Outcome {
	run(number, least, most, is_plain)?;
	if number.chars().any(is_digit) {
		Ok(Check::FormatOnly)
	} else {
		Err(Reason::Character)
	}
}
