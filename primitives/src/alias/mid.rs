//! The Manufacturer Identification Code of the United States: 19 CFR part 102, appendix.

use super::NotDerived;
use crate::{Territory, Text};
use alloc::{string::String, vec::Vec};
use core::str::FromStr;

/// Most characters of a MID: 2 of the origin, 6 of the name, 4 of the street, 3 of the city.
pub const MID_LENGTH: u32 = 15;

/// Canada's provinces and territories: ISO 3166-2, and the code that stands for each in a MID.
const PROVINCES: [(&str, &str); 13] = [
	("CA-AB", "XA"),
	("CA-BC", "XC"),
	("CA-MB", "XM"),
	("CA-NB", "XB"),
	("CA-NL", "XW"),
	("CA-NS", "XN"),
	("CA-NT", "XT"),
	("CA-NU", "XV"),
	("CA-ON", "XO"),
	("CA-PE", "XP"),
	("CA-QC", "XQ"),
	("CA-SK", "XS"),
	("CA-YT", "XY"),
];

/// What a MID begins with: a country, or a province of Canada (rule 2).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct MidOrigin(&'static str);

impl MidOrigin {
	/// Returns its two letters.
	pub const fn code(self) -> &'static str {
		self.0
	}
}

impl TryFrom<Territory> for MidOrigin {
	type Error = NotDerived;

	fn try_from(territory: Territory) -> Result<Self, NotDerived> {
		match territory {
			Territory::CA => Err(NotDerived::NeedsProvince),
			Territory::EU | Territory::XI | Territory::XK => Err(NotDerived::NotACountry),
			country => Ok(Self(country.code())),
		}
	}
}

impl FromStr for MidOrigin {
	type Err = NotDerived;

	/// Reads `AU`, `CA-ON` or `XO`, in capitals or not.
	fn from_str(text: &str) -> Result<Self, NotDerived> {
		let code = text.trim().to_ascii_uppercase();
		let province = PROVINCES
			.into_iter()
			.find(|(iso, own)| *iso == code || *own == code);
		match province {
			Some((_, own)) => Ok(Self(own)),
			None if code.starts_with("CA-") => Err(NotDerived::NeedsProvince),
			None => Territory::try_from(code.as_str())
				.map_err(|_| NotDerived::NotACountry)?
				.try_into(),
		}
	}
}

/// Builds a MID: origin; three characters of each of the first two words of the name; up to four
/// digits of the largest number on the street line, if there is one; three letters of the city.
///
/// It is not unique, and it changes with the address: an alias that the grantor confirms, never an
/// identity.
///
/// # Errors
///
/// [`NotDerived::NameMissing`], [`NotDerived::CityMissing`], or [`NotDerived::NotLatin`].
pub fn mid(
	origin: MidOrigin,
	name: &str,
	street: &str,
	city: &str,
) -> Result<Text<MID_LENGTH>, NotDerived> {
	let words = words(name)?;
	if words.is_empty() {
		return Err(NotDerived::NameMissing);
	}
	let city: String = plain(city)?
		.chars()
		.filter(char::is_ascii_alphabetic)
		.take(3)
		.collect();
	if city.is_empty() {
		return Err(NotDerived::CityMissing);
	}
	let mut code = String::from(origin.code());
	for word in words.iter().take(2) {
		code.extend(word.chars().take(3));
	}
	code.extend(largest_number(street).chars().take(4));
	code.push_str(&city);
	// 2 + 2 × 3 + 4 + 3 ASCII characters.
	code.try_into().map_err(|_| NotDerived::NotLatin)
}

/// Returns the words of a name (rule 3): punctuation dropped; initials that follow each other are
/// one word, a lone one is ignored; what hyphens join is one word; English articles, `and` and `of`
/// are ignored.
fn words(name: &str) -> Result<Vec<String>, NotDerived> {
	let mut words: Vec<String> = Vec::new();
	let mut initials = String::new();
	let mut joined = false;
	for part in name.split_whitespace() {
		let letters = plain(part)?;
		let hyphen_before = joined || part.starts_with(is_hyphen);
		joined = part.ends_with(is_hyphen) || (joined && letters.is_empty());
		if letters.is_empty() {
			continue;
		}
		if hyphen_before && initials.is_empty() {
			if let Some(word) = words.last_mut() {
				word.push_str(&letters);
				continue;
			}
		}
		if letters.len() == 1 && letters.chars().all(|c| c.is_ascii_alphabetic()) {
			initials.push_str(&letters);
			continue;
		}
		close_initials(&mut initials, &mut words);
		if !matches!(letters.as_str(), "AN" | "AND" | "OF" | "THE") {
			words.push(letters);
		}
	}
	close_initials(&mut initials, &mut words);
	Ok(words)
}

/// Makes a word of two and more initials that followed each other.
fn close_initials(initials: &mut String, words: &mut Vec<String>) {
	if initials.len() > 1 {
		words.push(initials.clone());
	}
	initials.clear();
}

fn is_hyphen(character: char) -> bool {
	matches!(character, '-' | '\u{2010}'..='\u{2015}')
}

/// Returns the largest number on a street line (rule 4), as written: punctuation inside is dropped,
/// a space or a letter ends it. Empty where there is none.
fn largest_number(street: &str) -> String {
	let mut largest = String::new();
	for part in street.split_whitespace() {
		let plain: String = part.chars().filter(|c| c.is_alphanumeric()).collect();
		for number in plain
			.split(|c: char| !c.is_ascii_digit())
			.filter(|run| !run.is_empty())
		{
			if largest.is_empty() || magnitude(number) > magnitude(&largest) {
				largest = number.into();
			}
		}
	}
	largest
}

/// Digits in the order of their value, however many: length without leading zeros, then text.
fn magnitude(number: &str) -> (usize, &str) {
	let significant = number.trim_start_matches('0');
	(significant.len(), significant)
}

/// Returns the digits and Latin letters of a text in capitals, without marks and punctuation.
fn plain(text: &str) -> Result<String, NotDerived> {
	let mut plain = String::with_capacity(text.len());
	for character in text.chars() {
		if character.is_ascii_alphanumeric() {
			plain.push(character.to_ascii_uppercase());
		} else if let Some(letters) = unmarked(character) {
			plain.push_str(letters);
		} else if character.is_alphanumeric() {
			return Err(NotDerived::NotLatin);
		}
	}
	Ok(plain)
}

/// Returns a marked Latin letter (Unicode Latin-1 Supplement and Latin Extended-A) without its
/// mark.
const fn unmarked(character: char) -> Option<&'static str> {
	Some(match character {
		'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'ª' => "A",
		'Æ' | 'æ' => "AE",
		'Ç' | 'ç' | 'Ć'..='č' => "C",
		'Ď'..='đ' | 'Ð' | 'ð' => "D",
		'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => "E",
		'Ĝ'..='ģ' => "G",
		'Ĥ'..='ħ' => "H",
		'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => "I",
		'\u{132}' | '\u{133}' => "IJ",
		'Ĵ' | 'ĵ' => "J",
		'Ķ'..='ĸ' => "K",
		'Ĺ'..='ł' => "L",
		'Ñ' | 'ñ' | 'Ń'..='ŋ' => "N",
		'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'º' => "O",
		'Œ' | 'œ' => "OE",
		'Ŕ'..='ř' => "R",
		'Ś'..='š' | 'Ș' | 'ș' => "S",
		'ß' | 'ẞ' => "SS",
		'Ţ'..='ŧ' | 'Ț' | 'ț' => "T",
		'Þ' | 'þ' => "TH",
		'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => "U",
		'Ŵ' | 'ŵ' => "W",
		'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => "Y",
		'Ź'..='ž' => "Z",
		_ => return None,
	})
}
