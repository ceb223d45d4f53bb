//! Traders' numbers, as lists write them.

use aeo_primitives::{
	tin::{Check, Reason, Scheme, Tin},
	Territory,
};

use crate::grid::Cell;

/// A number that is right, and what was done to it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Right {
	/// The number with its country.
	pub tin: Tin,
	/// Whether it has a check digit that is right.
	pub check: Check,
	/// How many zeros in front were put back.
	pub zeros: usize,
}

/// Why a cell is no number of a trader.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Fault {
	/// There is nothing.
	Missing,
	/// E01: the check digits should be these.
	CheckDigit(String),
	/// E02: the first eight digits of a CNPJ.
	CnpjRoot,
	/// E03: digits are lost.
	Destroyed,
	/// The cell is an error of the spreadsheet.
	Spreadsheet,
	/// Another reason.
	Other(Reason),
}

/// Reads a number where the list's country is known, or each number has its own in front.
///
/// # Errors
///
/// The [`Fault`].
pub(crate) fn read(
	cell: &Cell,
	check_digit: &Cell,
	territory: Option<Territory>,
) -> Result<Right, Fault> {
	let written = match cell {
		Cell::Empty => return Err(Fault::Missing),
		Cell::Fault(_) => return Err(Fault::Spreadsheet),
		Cell::Day(..) => return Err(Fault::Destroyed),
		Cell::Number(number) if number.fract() != 0.0 || number.abs() >= 1e15 => {
			return Err(Fault::Destroyed);
		}
		Cell::Number(_) | Cell::Text(_) => cell.shown(),
	};
	if is_scientific(&written) {
		return Err(Fault::Destroyed);
	}
	let written = without_decimals(&written);
	let behind = check_digit.shown();
	let number = if check_digit.is_empty() {
		written.to_owned()
	} else {
		format!("{written}-{}", without_decimals(&behind))
	};
	// A number with its country in front says it itself.
	let is_urn = written
		.get(..8)
		.is_some_and(|start| start.eq_ignore_ascii_case("urn:tin:"));
	let Some(territory) = territory.filter(|_| !is_urn) else {
		let tin = Tin::parse(&number).map_err(Fault::Other)?;
		return checked(tin);
	};
	// The number alone, else with its country in front; what both reads refuse is told of the one that
	// is meant.
	let alone = with_code(territory, &number)
		.map_err(Fault::Other)
		.and_then(checked);
	let has_code = number
		.trim_start()
		.get(..2)
		.is_some_and(|code| code.eq_ignore_ascii_case(territory.code()));
	if !has_code {
		return alone.or_else(|fault| {
			let whole = without_groups(territory, &number);
			whole
				.or_else(|| padded(territory, &number, cell))
				.ok_or(fault)
		});
	}
	let parsed = Tin::parse(&number).map_err(Fault::Other).and_then(checked);
	match (alone, parsed) {
		// A scheme without a check digit takes nearly anything: the country in front is no part of it.
		(Ok(alone), Err(_)) if alone.check == Check::Passed => Ok(alone),
		(Ok(alone), Ok(parsed))
			if alone.check == Check::Passed && parsed.check != Check::Passed =>
		{
			Ok(alone)
		}
		(Ok(alone), Err(_)) if Scheme::default_of(territory).has_prefix() => Ok(alone),
		(_, parsed) => parsed,
	}
}

/// Returns the TIN of a country's number; an EORI may lack its country in front.
fn with_code(territory: Territory, number: &str) -> Result<Tin, Reason> {
	if !Scheme::default_of(territory).has_prefix() {
		return Tin::new(territory, number);
	}
	match Tin::new(territory, number) {
		Err(Reason::Prefix) => Tin::new(territory, &format!("{}{number}", territory.code())),
		outcome => outcome,
	}
}

/// Returns a number that is right.
fn checked(tin: Tin) -> Result<Right, Fault> {
	match tin.check() {
		Ok(check) => Ok(Right {
			tin,
			check,
			zeros: 0,
		}),
		Err(_) if is_cnpj_root(&tin) => Err(Fault::CnpjRoot),
		Err(Reason::CheckDigit) => {
			Err(expected(&tin).map_or(Fault::Other(Reason::CheckDigit), Fault::CheckDigit))
		}
		Err(reason) => Err(Fault::Other(reason)),
	}
}

/// Returns whether a number is the first eight digits of a CNPJ.
fn is_cnpj_root(tin: &Tin) -> bool {
	tin.scheme() == Scheme::BrCnpj
		&& tin.number().len() == 8
		&& tin.number().bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the check digits that would make a number right; none where no others do, or several.
fn expected(tin: &Tin) -> Option<String> {
	let number: Vec<char> = tin.number().chars().collect();
	let (start, length) = match tin.scheme() {
		Scheme::BrCnpj => (number.len().checked_sub(2)?, 2),
		Scheme::AuAbn => (0, 2),
		Scheme::JpCorporateNumber => (0, 1),
		Scheme::EcRuc | Scheme::FrSiret | Scheme::VnMst | Scheme::Eori => return None,
		_ => (number.len().checked_sub(1)?, 1),
	};
	let digits: Vec<String> = if length == 2 {
		(0..100).map(|pair| format!("{pair:02}")).collect()
	} else {
		('0'..='9').chain('A'..='Z').map(String::from).collect()
	};
	let mut fitting = digits.into_iter().filter(|digits| {
		let before = number.iter().take(start);
		let behind = number.iter().skip(start + length);
		let changed: String = before
			.copied()
			.chain(digits.chars())
			.chain(behind.copied())
			.collect();
		Tin::new(tin.territory(), &changed).is_ok_and(|tin| tin.check() == Ok(Check::Passed))
	});
	let first = fitting.next()?;
	fitting.next().is_none().then_some(first)
}

/// How many characters the numbers of a country have, where all have as many and a check digit.
const fn fixed_length(scheme: Scheme) -> Option<usize> {
	Some(match scheme {
		Scheme::TwUbn | Scheme::UaEdrpou => 8,
		Scheme::DoRnc | Scheme::NoOrgnr | Scheme::IlHp | Scheme::RsPib => 9,
		Scheme::KrBrn | Scheme::TrVkn => 10,
		Scheme::PeRuc | Scheme::ArCuit | Scheme::AuAbn => 11,
		Scheme::UyRut => 12,
		Scheme::EcRuc | Scheme::JpCorporateNumber | Scheme::ThTin => 13,
		Scheme::BrCnpj => 14,
		_ => return None,
	})
}

/// Returns a number that a spreadsheet shows with its thousands apart, `131,200,019`: only where its check digit is
/// right without what parts them.
fn without_groups(territory: Territory, number: &str) -> Option<Right> {
	let mut groups = number.split([',', '\u{a0}', '\u{202f}']);
	let first = groups.next()?;
	let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
	let is_grouped = (1..=3).contains(&first.len())
		&& digits(first)
		&& number.len() > first.len()
		&& groups.all(|group| group.len() == 3 && digits(group));
	if !is_grouped {
		return None;
	}
	let whole: String = number.chars().filter(char::is_ascii_digit).collect();
	let tin = Tin::new(territory, &whole).ok()?;
	let check = tin.check().ok()?;
	(check == Check::Passed).then_some(Right {
		tin,
		check,
		zeros: 0,
	})
}

/// Returns a number with the zeros in front that a spreadsheet dropped: only where all numbers have as
/// many characters, and the check digit is right then.
fn padded(territory: Territory, number: &str, cell: &Cell) -> Option<Right> {
	let scheme = Scheme::default_of(territory);
	let length = fixed_length(scheme)?;
	// Written with separators, it is as somebody typed it.
	let is_digits = number.bytes().all(|byte| byte.is_ascii_digit());
	if !is_digits || number.len() >= length || number.len() < length / 2 {
		return None;
	}
	// Eight digits are a root far sooner than a whole number without six zeros.
	if scheme == Scheme::BrCnpj && number.len() <= 8 {
		return None;
	}
	let zeros = length - number.len();
	// One zero is what a text loses by hand; more only a spreadsheet drops.
	if zeros > 1 && !matches!(cell, Cell::Number(_) | Cell::Text(_)) {
		return None;
	}
	let tin = Tin::new(territory, &format!("{number:0>length$}")).ok()?;
	let check = tin.check().ok()?;
	// Ecuador has companies' numbers without a check digit: nothing shows that a zero is missing.
	(check == Check::Passed).then_some(Right { tin, check, zeros })
}

/// Returns whether digits are lost: `3.1E+09`, `3,1E+09`.
pub(crate) fn is_scientific(text: &str) -> bool {
	let text = text.trim();
	let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else {
		return false;
	};
	let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
	let is_signed = exponent.strip_prefix(['+', '-']).is_some_and(digits);
	let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, "0"));
	is_signed && digits(whole) && digits(fraction)
		|| digits(exponent)
			&& exponent.len() == 2
			&& mantissa.contains(['.', ','])
			&& whole.len() == 1
			&& digits(whole)
			&& digits(fraction)
}

/// Returns a number without the `.0` that programs write behind whole numbers.
fn without_decimals(text: &str) -> &str {
	let text = text.trim();
	match text.strip_suffix(".0") {
		Some(whole) if !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit()) => {
			whole
		}
		_ => text,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn in_country(text: &str, territory: Territory) -> Result<String, Fault> {
		read(&Cell::of(text), &Cell::Empty, Some(territory)).map(|right| right.tin.to_string())
	}

	#[test]
	fn numbers_should_get_their_country_in_front() {
		for (text, territory, expected) in [
			("NWM970924-4W4", Territory::MX, "MXNWM9709244W4"),
			("MXNWM9709244W4", Territory::MX, "MXNWM9709244W4"),
			("20100070970", Territory::PE, "PE20100070970"),
			("20100070970.0", Territory::PE, "PE20100070970"),
			("3-101-569110", Territory::CR, "CR3101569110"),
			("DE1234567", Territory::DE, "DE1234567"),
			("1234567", Territory::DE, "DE1234567"),
			("urn:tin:MXNWM9709244W4", Territory::MX, "MXNWM9709244W4"),
		] {
			assert_eq!(in_country(text, territory), Ok(expected.into()), "{text}");
		}
		let alone = read(&Cell::of("MX NWM-970924-4W4"), &Cell::Empty, None);
		assert_eq!(
			alone.map(|right| right.tin.to_string()),
			Ok("MXNWM9709244W4".into())
		);
	}

	#[test]
	fn a_check_digit_may_stand_by_itself() {
		let right = read(
			&Cell::Number(890_903_938.0),
			&Cell::Number(8.0),
			Some(Territory::CO),
		);
		assert_eq!(
			right.map(|right| right.tin.to_string()),
			Ok("CO8909039388".into())
		);
	}

	#[test]
	fn a_wrong_check_digit_should_be_told_with_the_right_one() {
		assert_eq!(
			in_country("20100070971", Territory::PE),
			Err(Fault::CheckDigit("0".into()))
		);
		assert_eq!(
			in_country("33000167000102", Territory::BR),
			Err(Fault::CheckDigit("01".into()))
		);
	}

	#[test]
	fn eight_digits_should_be_told_as_the_root_of_a_cnpj() {
		assert_eq!(in_country("33000167", Territory::BR), Err(Fault::CnpjRoot));
		assert_eq!(
			in_country("33.000.167", Territory::BR),
			Err(Fault::CnpjRoot)
		);
	}

	#[test]
	fn numbers_that_a_spreadsheet_destroyed_should_be_told() {
		for text in ["3.1E+09", "3,1E+09", "2.01001E+10", "2,01E+10", "1.23E10"] {
			assert_eq!(
				in_country(text, Territory::PE),
				Err(Fault::Destroyed),
				"{text}"
			);
		}
		let lost = read(&Cell::Number(9.1e17), &Cell::Empty, Some(Territory::CN));
		assert_eq!(lost, Err(Fault::Destroyed));
		assert!(!is_scientific("ABE970924"));
		assert!(!is_scientific("1E5"));
	}

	#[test]
	fn zeros_should_be_put_back_only_where_the_check_digit_says_so() {
		// Banco do Brasil: 00.000.000/0001-91; a spreadsheet leaves 191.
		let right = read(
			&Cell::Number(7_526_557_000_100.0),
			&Cell::Empty,
			Some(Territory::BR),
		)
		.expect("right");
		assert_eq!(
			(right.tin.to_string().as_str(), right.zeros),
			("BR07526557000100", 1)
		);
		assert!(in_country("191", Territory::BR).is_err());
		assert!(matches!(
			in_country("7526557000101", Territory::BR),
			Err(Fault::Other(_))
		));
		// Ecuador's companies have numbers without a check digit: nothing proves the zero.
		assert_eq!(
			in_country("190005070001", Territory::EC),
			Err(Fault::Other(Reason::ZeroMissing))
		);
		// A Colombian NIT has no fixed length.
		assert!(in_country("89090393", Territory::CO).is_err());
	}

	#[test]
	fn nothing_should_be_told_as_missing() {
		assert_eq!(read(&Cell::Empty, &Cell::Empty, None), Err(Fault::Missing));
		assert_eq!(
			read(&Cell::Fault("#N/A".into()), &Cell::Empty, None),
			Err(Fault::Spreadsheet)
		);
	}

	#[test]
	fn thousands_that_stand_apart_should_count_only_with_a_right_check_digit() {
		for (text, expected) in [
			("101,001,577", Some("DO101001577")),
			("101\u{a0}001\u{a0}577", Some("DO101001577")),
			("101,001,578", None),
			("1,01,001,577", None),
			("101,001,577,", None),
		] {
			let read = in_country(text, Territory::DO).ok();
			assert_eq!(read.as_deref(), expected, "{text}");
		}
	}
}
