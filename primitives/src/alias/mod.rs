//! Aliases: what a partner's declaration system calls a trader.
//!
//! The alias converters of section 4 of the domain specification. A converter is a pure function of
//! what the trader's own administration calls it, so that everybody derives the same alias again.
//! The Manufacturer Identification Code of the United States needs name and address: [`mid()`].

mod mid;
mod room;
mod scheme;

pub(crate) use room::{has_at_most, PARTY_LENGTH};

pub use mid::{mid, MidOrigin, MID_LENGTH};
pub use room::{declared_number_length, is_union};

use crate::{
	tin::{Check, Reason, Tin, TIN_LENGTH},
	Territory, Text,
};
use alloc::string::String;
use core::fmt;

/// Most characters after the territory's code in a third-country identification number for the
/// European Union (TCUIN: a2 + an..15).
const TCUIN_NUMBER_LENGTH: usize = 15;

/// Most characters of a TCUIN.
const TCUIN_LENGTH: usize = 17;

/// Why no alias is derived. The display text says what is wrong and what to do.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NotDerived {
	/// The value is no number at all.
	Unreadable(Reason),
	/// A territory knows its own traders by their TIN.
	OwnTrader,
	/// There is no rule from the one territory for the other.
	NoConverter,
	/// An ABN of 11 digits is needed.
	NotAnAbn,
	/// A Malaysian AEO code is needed: `MY`, 5 characters, letter, year of 2 digits, 4 characters.
	NotAMalaysianCode,
	/// The 10 digits of a Chinese customs registration are needed.
	NotAChineseCode,
	/// A Bruneian AEO code is needed: `SLMSBN-123456-789`.
	NotABruneianCode,
	/// The 12 characters of a Singaporean AEO code are needed.
	NotASingaporeanCode,
	/// A TCUIN has at most 15 characters after the territory's code.
	TooLongForTcuin,
	/// A TCUIN, as an operator's code in China, has digits and letters only.
	NotAlphanumeric,
	/// A MID is built from name, street and city.
	NeedsAddress,
	/// For a MID, Canada is replaced by its province.
	NeedsProvince,
	/// A MID begins with the code of a country in ISO 3166-1, or of a Canadian province.
	NotACountry,
	/// The name has no word to take letters from.
	NameMissing,
	/// The city has no letter.
	CityMissing,
	/// Name or city has letters that are not Latin.
	NotLatin,
	/// The grantor's declarations have no room for what the rule gives.
	TooLongForPartner {
		/// The characters that fit.
		most: u32,
	},
}

impl fmt::Display for NotDerived {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Unreadable(reason) => return fmt::Display::fmt(reason, f),
			Self::TooLongForPartner { most } => {
				return write!(
					f,
					"the partner's declarations take {most} characters, and this alias has more: register \
					 the shorter code that its administration issues"
				);
			}
			Self::OwnTrader => "a territory's own trader needs no alias: use its TIN",
			Self::NoConverter => {
				"there is no rule from this territory for that one: register the alias that its \
				 administration issues"
			},
			Self::NotAnAbn => "not an ABN: give its 11 digits",
			Self::NotAMalaysianCode => "not a Malaysian AEO code: give it as in MY12345H100001",
			Self::NotAChineseCode => {
				"not a Chinese customs registration: give its 10 digits (they don't follow from a USCC)"
			},
			Self::NotABruneianCode => "not a Bruneian AEO code: give it as in SLMSBN-123456-789",
			Self::NotASingaporeanCode => {
				"not a Singaporean AEO code: give its 12 digits and letters (they don't follow from a \
				 UEN)"
			},
			Self::TooLongForTcuin => {
				"more than 15 characters after the territory's code, which a TCUIN cannot hold: \
				 register an alias that fits"
			},
			Self::NotAlphanumeric => {
				"the partner's code has digits and letters only, no & or Ñ: register an alias without \
				 them"
			},
			Self::NeedsAddress => {
				"a MID is built from name, street and city: give these instead of the number"
			},
			Self::NeedsProvince => {
				"Canada is replaced by its province: write CA-ON, or the province's code of a MID, XO"
			},
			Self::NotACountry => {
				"not a country of ISO 3166-1: write two capitals (Northern Ireland is GB; a member of \
				 the EU has its own)"
			},
			Self::NameMissing => {
				"the name has no word but articles and single initials: write it in full"
			},
			Self::CityMissing => "the city has no letter: write its name",
			Self::NotLatin => "name or city has letters that are not Latin: transcribe them",
		})
	}
}

impl core::error::Error for NotDerived {}

/// Returns the alias that a grantor's declaration system has for a trader of `from`.
///
/// `value` is what the trader's own administration calls it: its number, or its AEO code where the
/// rule takes that, with the territory's code in front or not, in normal form or not. A number
/// that happens to begin with its own territory's code is read as having that code in front, unless
/// its check digit says that it is complete as it stands. The number isn't checked: that is done
/// where it is registered.
///
/// | from | for | alias |
/// |---|---|---|
/// | AU | JP | `A` and the ABN |
/// | MY | JP | `A`, characters 3 to 7, characters 9 and 10, `MY00` |
/// | BN | SG | the AEO code without hyphens |
/// | any | EU and its members | TCUIN: territory and number, an..15 |
/// | any | US | none here: [`mid()`] |
/// | CN | any other | `AEOCN` and ten digits |
/// | SG | CN | `SG` and twelve characters (GACC notice 2018/131, since November 2018) |
/// | SG | any other | `AEOSG` and twelve characters |
/// | BR, CL, CR, UY | CN | territory and number (general rule of GACC notice 2018/131; that the operator's code is its tax number is inferred) |
///
/// What the grantor's declarations have no room for ([`declared_number_length`]) is refused and never cut: of
/// Japan's twelve characters, Chinese and Singaporean codes need 15 and 17.
///
/// # Errors
///
/// The reason why there is none.
pub fn derive(
	from: Territory,
	grantor: Territory,
	value: &str,
) -> Result<Text<TIN_LENGTH>, NotDerived> {
	if from == grantor || (is_union(from) && is_union(grantor)) {
		return Err(NotDerived::OwnTrader);
	}
	let tin = read(from, value).map_err(NotDerived::Unreadable)?;
	let number = tin.number();
	let alias = match (from, grantor) {
		(_, Territory::US) => Err(NotDerived::NeedsAddress),
		(_, grantor) if is_union(grantor) => tcuin(&tin),
		(Territory::AU, Territory::JP) => from_parts(
			&["A", number],
			number.len() == 11 && is_digits(number),
			NotDerived::NotAnAbn,
		),
		(Territory::MY, Territory::JP) => malaysian_for_japan(number),
		(Territory::BN, Territory::SG) => {
			let serial = number.strip_prefix("SLMSBN").unwrap_or_default();
			let fits = serial.len() == 9 && is_digits(serial);
			from_parts(&[number], fits, NotDerived::NotABruneianCode)
		}
		(Territory::CN, _) => {
			let fits = number.len() == 10 && is_digits(number);
			from_parts(&["AEOCN", number], fits, NotDerived::NotAChineseCode)
		}
		(Territory::SG, grantor) => {
			let fits = number.chars().count() == 12 && is_plain(number);
			let code = if grantor == Territory::CN {
				"SG"
			} else {
				"AEOSG"
			};
			from_parts(&[code, number], fits, NotDerived::NotASingaporeanCode)
		}
		(Territory::BR | Territory::CL | Territory::CR | Territory::UY, Territory::CN) => {
			code_for_china(&tin)
		}
		_ => Err(NotDerived::NoConverter),
	}?;
	match declared_number_length(grantor) {
		Some(most) if !has_at_most(&alias, most) => Err(NotDerived::TooLongForPartner { most }),
		_ => Ok(alias),
	}
}

/// Returns the TIN of what an administration calls its trader, with the territory's code in front
/// or not.
fn read(from: Territory, value: &str) -> Result<Tin, Reason> {
	let bare = Tin::new(from, value);
	if bare
		.as_ref()
		.is_ok_and(|tin| tin.check() == Ok(Check::Passed))
	{
		return bare;
	}
	match Tin::parse(value) {
		Ok(whole) if whole.territory() == from => Ok(whole),
		_ => bare,
	}
}

/// Derives the third-country identification number of the European Union (UCC Annex B; code list of
/// TCUIN): the territory's code and at most 15 digits and letters.
fn tcuin(tin: &Tin) -> Result<Text<TIN_LENGTH>, NotDerived> {
	let number = tin.issued_number();
	let fits = number.len() <= TCUIN_NUMBER_LENGTH;
	if !is_plain(number) {
		return Err(NotDerived::NotAlphanumeric);
	}
	from_parts(
		&[tin.territory().code(), number],
		fits,
		NotDerived::TooLongForTcuin,
	)
}

/// Derives China's code for an operator abroad (GACC notice 2018/131): the code of its country and the
/// one it has at its own customs, which for these is its number as a taxpayer.
fn code_for_china(tin: &Tin) -> Result<Text<TIN_LENGTH>, NotDerived> {
	match tin.check() {
		_ if !is_plain(tin.text()) => Err(NotDerived::NotAlphanumeric),
		// No number of the scheme at all: an own code of another form has no rule.
		Err(reason @ (Reason::Length | Reason::Character)) => Err(NotDerived::Unreadable(reason)),
		_ => Ok(tin.text().clone()),
	}
}

/// Derives Japan's code of twelve for a Malaysian AEO (NACCS notice): `A`, the five characters
/// after `MY`, the year of two digits after the letter, `MY00`.
fn malaysian_for_japan(number: &str) -> Result<Text<TIN_LENGTH>, NotDerived> {
	let reason = NotDerived::NotAMalaysianCode;
	let serial = number.get(..5).ok_or(reason)?;
	let letter = number.get(5..6).ok_or(reason)?;
	let year = number.get(6..8).ok_or(reason)?;
	let fits = number.len() == 12
		&& is_plain(number)
		&& letter.chars().all(|c| c.is_ascii_uppercase())
		&& is_digits(year);
	from_parts(&["A", serial, year, "MY", "00"], fits, reason)
}

/// Returns the parts as one text, where the number was one that the rule takes.
fn from_parts(
	parts: &[&str],
	fits: bool,
	reason: NotDerived,
) -> Result<Text<TIN_LENGTH>, NotDerived> {
	if !fits {
		return Err(reason);
	}
	parts
		.iter()
		.copied()
		.collect::<String>()
		.try_into()
		.map_err(|_| reason)
}

fn is_digits(text: &str) -> bool {
	text.chars().all(|c| c.is_ascii_digit())
}

fn is_plain(text: &str) -> bool {
	text.chars()
		.all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
}
