//! Which numbers are a natural person's by their own digits.

use super::{
	americas::is_cedula,
	digits::{is_digit, value},
	normalise,
	scheme::Scheme,
};

impl Scheme {
	/// Returns whether a number that fits the scheme shows that it is a natural person's, a sole
	/// trader's as a rule: such a number is personal data.
	///
	/// False says only that the number doesn't show it: in many schemes (a Uruguayan RUT, an ABN,
	/// most EORI) nothing tells a person's from a company's.
	pub fn is_personal(self, number: &str) -> bool {
		is_personal(self, &normalise(number))
	}
}

/// Returns what [`Scheme::is_personal`] answers, by each scheme's own rule.
fn is_personal(scheme: Scheme, number: &str) -> bool {
	let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| number.starts_with(prefix));
	let between = |from: usize, to: usize| value(number.get(from..to).unwrap_or_default());
	let letter = |at: usize| number.chars().nth(at).unwrap_or_default();
	let length = number.chars().count();
	match scheme {
		// Four letters of a person's names.
		Scheme::MxRfc => length == 13,
		// 20 is for legal entities only.
		Scheme::PeRuc => !starts(&["20"]),
		// Companies have 800,000,000 and above; other numbers are identity cards.
		Scheme::CoNit => length != 10 || !starts(&["8", "9"]),
		// Companies begin at 50,000,000.
		Scheme::ClRut => between(0, length.saturating_sub(1)) < 50_000_000,
		// 20, 23, 24, 25, 26, 27 are persons; 30, 33, 34 companies; 50, 51, 55 foreign entities.
		Scheme::ArCuit => starts(&["2"]),
		// Companies begin with 80 and have eight digits before the check digit.
		Scheme::PyRuc => length != 9 || !starts(&["80"]),
		// A cédula with its establishment.
		Scheme::EcRuc => is_cedula(number),
		// The year of birth stands fifth to eighth; companies have 9 fifth.
		Scheme::HnRtn => (1900..2100).contains(&between(4, 8)),
		// A cédula ends with a letter.
		Scheme::NiRuc => number.ends_with(|c: char| c.is_ascii_uppercase()),
		// The DUI of nine digits is a person's.
		Scheme::SvNit => length == 9,
		// Natural persons without a card have the segment NT, foreigners E, naturalised PE and N.
		Scheme::PaRuc => number.contains("NT") || starts(&["E", "N", "PE"]),
		Scheme::VeRif => starts(&["V", "E", "P"]),
		// The middle two digits: 01 to 79 and 90 to 99 are individuals, and 80 door-to-door sellers.
		Scheme::KrBrn => !(81..=89).contains(&between(3, 5)),
		// 92: individual industrial and commercial households.
		Scheme::CnUscc => starts(&["92"]),
		// Nine characters are businesses: sole proprietors and partnerships.
		Scheme::SgUen => length == 9,
		// The PAN's fourth letter: P a person, H a Hindu undivided family.
		Scheme::InGstin => matches!(letter(5), 'P' | 'H'),
		Scheme::InIec => matches!(letter(3), 'P' | 'H'),
		// Companies and other corporations begin with 5; identity cards do not.
		Scheme::IlHp => !starts(&["5"]),
		// 0 is a juristic person; other numbers are identity cards.
		Scheme::ThTin => !starts(&["0"]),
		Scheme::RuInn => length == 12,
		// After the zero and a digit the kind: 0 is the treasury, 1 to 3 firms, others persons. Without
		// the zero it is an identity card, which begins with a province, from 11, or a newer firm's.
		Scheme::IdNpwp if starts(&["0"]) => !matches!(letter(2), '0'..='3'),
		Scheme::IdNpwp => !starts(&["10"]),
		// 0 is a corporation; other numbers may be individuals'.
		Scheme::PhTin => !starts(&["0"]),
		// Identity card (digits), residence card, or without either (K, L, M).
		Scheme::EsNif => number.starts_with(is_digit) || starts(&["X", "Y", "Z", "K", "L", "M"]),
		// 1 to 3 are residents, 45 non-residents.
		Scheme::PtNif => starts(&["1", "2", "3", "45"]),
		// Legal entities have 20 or more where a personal number has the month.
		Scheme::SeOrgnr => between(2, 4) < 20,
		Scheme::Eori => is_personal_eori(number),
		_ => false,
	}
}

/// Returns whether an EORI is a person's own number, for the members that build it so.
fn is_personal_eori(number: &str) -> bool {
	let (territory, rest) = number.split_at_checked(2).unwrap_or_default();
	let plain_digits = rest.chars().all(is_digit);
	match (territory, rest.len()) {
		("ES", 9) => is_personal(Scheme::EsNif, rest),
		("PT", 9) => is_personal(Scheme::PtNif, rest),
		("SE", 10) => plain_digits && is_personal(Scheme::SeOrgnr, rest),
		// Personal numbers: EGN, rodné číslo (an IČO has eight digits), PESEL, CPR, isikukood, asmens
		// kodas, CNP. Firms' numbers are shorter there.
		("BG", 10) | ("CZ", 9 | 10) | ("PL", 11) | ("DK", 10) | ("EE" | "LT", 11) | ("RO", 13) => {
			plain_digits
		}
		// Firms have 4, 5 or 9 in front, where a personas kods has a day or 32.
		("LV", 11) => plain_digits && !rest.starts_with(['4', '5', '9']),
		// A henkilötunnus: the day of birth, a century's sign that may be a hyphen, three digits, check
		// character.
		("FI", 10 | 11) => rest.get(..6).is_some_and(|day| day.chars().all(is_digit)),
		_ => false,
	}
}
