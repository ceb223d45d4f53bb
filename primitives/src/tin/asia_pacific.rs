//! Asia and the Pacific. Each rule is that of section 4 of the domain specification for its
//! country; Thailand and Vietnam follow their tax authorities.

use super::{
	americas::segments,
	digits::{
		at, cross_sum, digits, gs1, index, is_digit, is_zeros, issued, luhn, passed_if, run, shape,
		split_last, table_11, value, weighted, Outcome,
	},
	Check, Reason,
};

/// Japan, corporate number (Ordinance of the Ministry of Finance 70 of 2014): the check digit is
/// first; 9 − Σ mod 9, digits times 1 and 2 alternating from the right.
pub(super) fn jp_corporate_number(number: &str) -> Outcome {
	// A qualified invoice issuer's number (National Tax Agency): a firm's has T and its corporate number.
	if shape(number, &["Tddddddddddddd"]).is_ok() {
		return Err(Reason::InvoiceNumber);
	}
	shape(number, &["ddddddddddddd"])?;
	let sum = digits(number)
		.skip(1)
		.zip([2, 1].into_iter().cycle())
		.fold(0, |sum: u32, (digit, weight)| {
			sum.saturating_add(digit.saturating_mul(weight))
		});
	passed_if(number.chars().next() == at("987654321", sum % 9))
}

/// Korea, business registration number (National Tax Service): weights 1 3 7 1 3 7 1 3 5, the tens
/// of the last product added once more.
pub(super) fn kr_brn(number: &str) -> Outcome {
	shape(number, &["dddddddddd"])?;
	let carry = digits(number)
		.nth(8)
		.map_or(0, |ninth| ninth.saturating_mul(5) / 10);
	let sum = weighted(digits(number), &[1, 3, 7, 1, 3, 7, 1, 3, 5, 1]);
	passed_if(sum.saturating_add(carry).is_multiple_of(10))
}

/// China, unified social credit code (GB 32100-2015): base 31 without I O S V Z, weights 3^i.
pub(super) fn cn_uscc(number: &str) -> Outcome {
	const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
	const WEIGHTS: [u32; 18] = [
		1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1,
	];
	shape(number, &["xxddddddxxxxxxxxxx"])?;
	if number.chars().any(|c| index(ALPHABET, c).is_none()) {
		return Err(Reason::Character);
	}
	let sum = weighted(number.chars().filter_map(|c| index(ALPHABET, c)), &WEIGHTS);
	passed_if(sum % 31 == 0)
}

/// Taiwan, unified business number (Ministry of Finance; modulo 5 since April 2023): cross sums of
/// weights 1 2 1 2 1 2 4 1; a seventh digit of 7 (7 × 4 = 28, cross sum 10) counts 1 or 0.
pub(super) fn tw_ubn(number: &str) -> Outcome {
	shape(number, &["dddddddd"])?;
	let sum = digits(number)
		.zip([1, 2, 1, 2, 1, 2, 4, 1])
		.fold(0, |sum: u32, (digit, weight)| {
			sum.saturating_add(cross_sum(digit.saturating_mul(weight)))
		});
	let seven = digits(number).nth(6) == Some(7);
	passed_if(sum % 5 == 0 || (seven && sum.saturating_add(1) % 5 == 0))
}

/// Singapore, UEN (ACRA): a business of nine, a local company of ten, or another entity
/// (`T08GB0001G`: century, year, kind, serial), each with its own weights and letters. The kinds
/// are not checked, as new ones are opened (`VC` in 2020).
pub(super) fn sg_uen(number: &str) -> Outcome {
	shape(number, &["dddddddda", "ddddddddda", "addaadddda"])?;
	let (body, last) = split_last(number);
	if body.chars().all(|c| c.is_ascii_digit()) {
		let (weights, letters): (&[u32], _) = if body.len() == 8 {
			(&[10, 4, 9, 3, 8, 2, 7, 1], "XMKECAWLJDB")
		} else {
			(&[10, 8, 6, 4, 9, 7, 5, 3, 1], "ZKCMDNERGWH")
		};
		return passed_if(at(letters, weighted(digits(body), weights) % 11) == last);
	}
	const ALPHABET: &str = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
	if body.chars().any(|c| index(ALPHABET, c).is_none()) {
		return Err(Reason::Character);
	}
	issued(number.starts_with(['R', 'S', 'T']))?;
	let values = body.chars().filter_map(|c| index(ALPHABET, c));
	// 5 less than the sum: 6 more, modulo 11.
	let sum = weighted(values, &[4, 3, 5, 3, 10, 2, 2, 5, 7]).saturating_add(6);
	passed_if(at(ALPHABET, sum % 11) == last)
}

/// Australia, ABN (Australian Business Register): 1 less in the first digit (so 10 in the sum),
/// weights 10 1 3 5 … 19, modulo 89. The two check digits are made by adding 11, so never less.
pub(super) fn au_abn(number: &str) -> Outcome {
	shape(number, &["ddddddddddd"])?;
	issued(number.get(..2).unwrap_or_default() >= "11")?;
	passed_if(weighted(digits(number), &[10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) % 89 == 10)
}

/// India, GSTIN (CGST Rules 2017, rule 10): state code, PAN, entity, `Z`, check character of
/// base 36.
pub(super) fn in_gstin(number: &str) -> Outcome {
	const ALPHABET: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	shape(number, &["ddaaaaaddddaxZx"])?;
	let (state, rest) = number.split_at_checked(2).unwrap_or_default();
	issued(("01"..="38").contains(&state) || matches!(state, "97" | "99"))?;
	let (pan, rest) = rest.split_at_checked(10).unwrap_or_default();
	in_pan(pan)?;
	issued(!rest.starts_with('0'))?;
	let sum = number
		.chars()
		.filter_map(|c| index(ALPHABET, c))
		.zip([1, 2].into_iter().cycle())
		.fold(0, |sum: u32, (value, weight)| {
			let product = value.saturating_mul(weight);
			sum.saturating_add(product / 36)
				.saturating_add(product % 36)
		});
	passed_if(sum % 36 == 0)
}

/// India, PAN (Income-tax Act, section 139A): the fourth letter says whose it is.
fn in_pan(pan: &str) -> Result<(), Reason> {
	shape(pan, &["aaaaadddda"])?;
	let holder = pan
		.chars()
		.nth(3)
		.is_some_and(|c| "ABCEFGHJKLPT".contains(c));
	issued(holder && pan.get(5..9) != Some("0000"))
}

/// India, IEC (Foreign Trade Policy): the firm's PAN, or ten digits for those of before 2018.
pub(super) fn in_iec(number: &str) -> Outcome {
	shape(number, &["dddddddddd", "aaaaadddda"])?;
	if !number.starts_with(|c: char| c.is_ascii_digit()) {
		in_pan(number)?;
	}
	Ok(Check::FormatOnly)
}

/// Israel, company or dealer number (Registrar of Companies; Luhn).
pub(super) fn il_hp(number: &str) -> Outcome {
	shape(number, &["ddddddddd"])?;
	luhn(number)
}

/// Hong Kong, business registration number (Inland Revenue Department): eight digits, with the
/// branch of three or without; company numbers of seven.
pub(super) fn hk_br(number: &str) -> Outcome {
	shape(number, &["ddddddd", "dddddddd", "ddddddddddd"])?;
	Ok(Check::FormatOnly)
}

/// Macao, registration: digits and letters.
pub(super) fn mo_registration(number: &str) -> Outcome {
	segments(number, 2, 20)
}

/// Malaysia, registration (SSM: 12 digits, or digits and a letter) or AEO code (5 digits, letter,
/// 6 digits).
pub(super) fn my_registration(number: &str) -> Outcome {
	segments(number, 2, 14)
}

/// Brunei, registration, or AEO code (`SLMSBN123456789`).
pub(super) fn bn_registration(number: &str) -> Outcome {
	segments(number, 2, 20)
}

/// New Zealand: NZBN of 13 digits (a GS1 location number, so with New Zealand's prefix 94), or client
/// code of customs (8 digits and a letter), which has no public check digit.
pub(super) fn nz_nzbn(number: &str) -> Outcome {
	shape(number, &["ddddddddddddd", "dddddddda"])?;
	if number.len() == 13 {
		issued(number.starts_with("94"))?;
		gs1(number)
	} else {
		Ok(Check::FormatOnly)
	}
}

/// Thailand, taxpayer number (Revenue Department; 13 digits): 13 … 2, (11 − Σ mod 11) mod 10.
pub(super) fn th_tin(number: &str) -> Outcome {
	shape(number, &["ddddddddddddd"])?;
	table_11(
		number,
		&[13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2],
		"10987654321",
	)
}

/// Vietnam, tax code (Circular 105/2020/TT-BTC): ten digits, 10 − Σ mod 11; a dependent unit has
/// three more.
pub(super) fn vn_mst(number: &str) -> Outcome {
	shape(number, &["dddddddddd", "ddddddddddddd"])?;
	let (unit, branch) = number.split_at_checked(10).unwrap_or_default();
	issued(branch != "000" && value(unit.get(2..9).unwrap_or_default()) != 0)?;
	table_11(unit, &[31, 29, 23, 19, 17, 13, 7, 5, 3], "-9876543210")
}

/// Indonesia, NPWP (PMK 112/PMK.03/2022): 16 digits, the 15 of before with a zero in front. Its ninth
/// digit of before is said to be Luhn's of the nine, but no public rule says so.
pub(super) fn id_npwp(number: &str) -> Outcome {
	shape(number, &["dddddddddddddddd"])?;
	issued(!is_zeros(number))?;
	Ok(Check::FormatOnly)
}

/// Cambodia, TIN (General Department of Taxation): a letter and twelve digits (`K001-100000001`), or
/// an earlier number of nine or ten. No public rule is known, so the form is generous.
pub(super) fn kh_tin(number: &str) -> Outcome {
	segments(number, 9, 13)
}

/// Laos, TIN (Tax Department): twelve digits, the last three of a branch, or ten of before. No public
/// rule is known.
pub(super) fn la_tin(number: &str) -> Outcome {
	run(number, 10, 12, is_digit)?;
	issued(!is_zeros(number))?;
	Ok(Check::FormatOnly)
}

/// Myanmar, TIN (Internal Revenue Department): nine digits. No public rule is known.
pub(super) fn mm_tin(number: &str) -> Outcome {
	shape(number, &["ddddddddd"])?;
	issued(!is_zeros(number))?;
	Ok(Check::FormatOnly)
}

/// The Philippines, TIN (Bureau of Internal Revenue): nine digits, and three or five of a branch. The
/// ninth is a check digit whose rule is not public.
pub(super) fn ph_tin(number: &str) -> Outcome {
	shape(number, &["ddddddddd", "dddddddddddd", "dddddddddddddd"])?;
	issued(!is_zeros(number.get(..9).unwrap_or_default()))?;
	Ok(Check::FormatOnly)
}

/// Turkey, VKN (Gelir İdaresi): each digit plus 9 … 1 modulo 10, times 2^9 … 2^1 modulo 9, where a
/// product that is a multiple of 9 counts 9.
pub(super) fn tr_vkn(number: &str) -> Outcome {
	shape(number, &["dddddddddd"])?;
	const STEPS: [(u32, u32); 9] = [
		(9, 512),
		(8, 256),
		(7, 128),
		(6, 64),
		(5, 32),
		(4, 16),
		(3, 8),
		(2, 4),
		(1, 2),
	];
	let (body, last) = split_last(number);
	let sum = digits(body)
		.zip(STEPS)
		.fold(0, |sum: u32, (digit, (added, power))| {
			let shifted = digit.saturating_add(added) % 10;
			let term = match (shifted, shifted.saturating_mul(power) % 9) {
				(0, _) => 0,
				(_, 0) => 9,
				(_, term) => term,
			};
			sum.saturating_add(term)
		});
	passed_if(last == at("0987654321", sum % 10))
}
