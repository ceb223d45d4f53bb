//! Trader Identification Numbers: reading, normalising and checking them.
//!
//! A TIN is one text, the territory's code and the number that the territory gave the trader:
//! `MXNWM9709244W4`. It is kept in its normal form: capitals; spaces, `.`, `-` and `/` dropped.
//!
//! | question | answer |
//! |---|---|
//! | what is this text? | [`Tin::parse`] |
//! | is this a number of that scheme? | [`Scheme::check`] |
//! | which scheme has a territory? | [`Scheme::default_of`], [`Scheme::named`] |
//! | is it personal data by its own digits? | [`Tin::is_personal`] |
//! | does it fit the WCO Data Model's an..17? | [`Tin::fits_wco17`] |
//!
//! A check digit guards against typing errors: it is never evidence of who somebody is. A pass
//! says that the number may exist, not that it does.

mod americas;
mod asia_pacific;
mod digits;
mod europe;
mod members;
mod personal;
mod scheme;

pub use scheme::{Guard, Scheme};

use crate::{Territory, Text};
use alloc::{borrow::Cow, string::String};
use core::{fmt, str::FromStr};

/// Most characters of a TIN, its territory's code included.
///
/// Only an RFC has a character of two bytes, `Ñ`, and at most four of them in 15 characters, so
/// the bound holds in bytes as well.
pub const TIN_LENGTH: u32 = 35;

/// Most characters of a trader's number in the WCO Data Model (element R143, an..17).
const WCO_LENGTH: usize = 17;

value_types! {
	/// What is known of a number that was not refused.
	#[derive(Copy)]
	enum Check {
		/// Its form is right; the scheme has no public check digit, or not for this number.
		#[codec(index = 0)]
		FormatOnly,
		/// Its form and its check digit are right.
		#[codec(index = 1)]
		Passed,
		/// It fails, and its administration's own account vouches that it was legally issued. No check
		/// here answers so: it is what a registry keeps.
		#[codec(index = 2)]
		Overridden,
	}

	/// Why a number is refused. The display text says what is wrong and what to do.
	#[derive(Copy)]
	enum Reason {
		/// There is nothing but separators.
		#[codec(index = 0)]
		Empty,
		/// The TIN has more than [`TIN_LENGTH`] characters.
		#[codec(index = 1)]
		TooLong,
		/// The first two letters of the TIN are no territory.
		#[codec(index = 2)]
		UnknownTerritory,
		/// The scheme is not used in the territory.
		#[codec(index = 3)]
		SchemeElsewhere,
		/// The number doesn't begin with its territory's code, as those of the scheme do.
		#[codec(index = 4)]
		Prefix,
		/// The number of characters is not one of the scheme's.
		#[codec(index = 5)]
		Length,
		/// A character stands where the scheme has none of its kind.
		#[codec(index = 6)]
		Character,
		/// The date in the number is no day of the calendar.
		#[codec(index = 7)]
		Date,
		/// A part of the number (prefix, province, kind, serial) is one that is never issued.
		#[codec(index = 8)]
		NeverIssued,
		/// The check digit is not the one that the other characters give.
		#[codec(index = 9)]
		CheckDigit,
	}
}

impl fmt::Display for Reason {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Empty => "there is no number: write the trader's number",
			Self::TooLong => {
				"longer than 35 characters with its territory's code: write one number, in full"
			},
			Self::UnknownTerritory => {
				"doesn't begin with a territory's code: write two capitals of ISO 3166-1, EU, XI or XK \
				 in front (Greece is GR)"
			},
			Self::SchemeElsewhere => {
				"the territory doesn't use this scheme: name one of its own, or none"
			},
			Self::Prefix => "doesn't begin with its territory's code: write it in front",
			Self::Length => "wrong number of characters: look for one that is missing or too many",
			Self::Character => {
				"a letter, digit or sign in the wrong place: compare it with the document, \
				 O with 0 and I with 1 first"
			},
			Self::Date => "the date in it is no day of the calendar: compare its six digits",
			Self::NeverIssued => {
				"a part of it is one that is never issued: compare prefix and serial with the document"
			},
			Self::CheckDigit => {
				"the check digit doesn't fit the other characters: look for a typing error"
			},
		})
	}
}

impl core::error::Error for Reason {}

/// Returns the normal form of a number or a TIN: capitals; spaces, `.`, `-` and `/` dropped; `N`
/// with a combining tilde written as `Ñ`. Nothing else is changed, nothing is cut off, and what is
/// normal already is not copied.
pub fn normalise(text: &str) -> Cow<'_, str> {
	let is_normal =
		|c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '&' | 'Ñ');
	if text.chars().all(is_normal) {
		return Cow::Borrowed(text);
	}
	let mut normal = String::with_capacity(text.len());
	for character in text.chars() {
		match character {
			'.' | '-' | '/' => {}
			c if c.is_whitespace() => {}
			'ñ' => normal.push('Ñ'),
			'\u{303}' if normal.ends_with('N') => {
				normal.pop();
				normal.push('Ñ');
			}
			c => normal.push(c.to_ascii_uppercase()),
		}
	}
	Cow::Owned(normal)
}

/// A TIN in its normal form, of a territory that exists. Whether its number is right,
/// [`Tin::check`] tells.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Tin {
	territory: Territory,
	text: Text<TIN_LENGTH>,
}

impl Tin {
	/// Reads a TIN written as one text, `MXNWM9709244W4`, in normal form or not.
	///
	/// # Errors
	///
	/// [`Reason::Empty`], [`Reason::TooLong`], [`Reason::UnknownTerritory`], or
	/// [`Reason::Character`] for what is no letter, digit, `&` or `Ñ`.
	pub fn parse(text: &str) -> Result<Self, Reason> {
		Self::from_normal(&normalise(text))
	}

	/// Returns the TIN of a territory's number. Numbers of a scheme that begin with the territory's
	/// code anyway (EORI, Swiss UID) keep it once.
	///
	/// # Errors
	///
	/// As [`Tin::parse`], and [`Reason::Prefix`] where the code that belongs to the number is not
	/// there.
	pub fn new(territory: Territory, number: &str) -> Result<Self, Reason> {
		let number = normalise(number);
		if number.is_empty() {
			return Err(Reason::Empty);
		}
		if !Scheme::default_of(territory).has_prefix() {
			let mut text = String::from(territory.code());
			text.push_str(&number);
			return Self::from_normal(&text);
		}
		if !number.starts_with(territory.code()) {
			return Err(Reason::Prefix);
		}
		Self::from_normal(&number)
	}

	fn from_normal(text: &str) -> Result<Self, Reason> {
		if text.is_empty() {
			return Err(Reason::Empty);
		}
		let (code, number) = text.split_at_checked(2).ok_or(Reason::UnknownTerritory)?;
		let territory = Territory::try_from(code).map_err(|_| Reason::UnknownTerritory)?;
		if number.is_empty() {
			return Err(Reason::Empty);
		}
		if !number
			.chars()
			.all(|c| digits::is_plain(c) || matches!(c, '&' | 'Ñ'))
		{
			return Err(Reason::Character);
		}
		// The characters are none that a text refuses, so this is its length.
		let text = text.try_into().map_err(|_| Reason::TooLong)?;
		Ok(Self { territory, text })
	}

	/// Returns the territory that gave the number.
	pub const fn territory(&self) -> Territory {
		self.territory
	}

	/// Returns the TIN as one text.
	pub const fn text(&self) -> &Text<TIN_LENGTH> {
		&self.text
	}

	/// Returns the territory's number, in the form of its scheme: without the territory's code, but
	/// for the schemes that include it.
	pub fn number(&self) -> &str {
		if Scheme::default_of(self.territory).has_prefix() {
			self.text.as_str()
		} else {
			self.text.as_str().get(2..).unwrap_or_default()
		}
	}

	/// Returns the scheme that the number is checked by: the territory's default, but for an Indian
	/// number of ten characters, which is an IEC.
	pub fn scheme(&self) -> Scheme {
		match Scheme::default_of(self.territory) {
			Scheme::InGstin if self.number().len() == 10 => Scheme::InIec,
			scheme => scheme,
		}
	}

	/// Checks the number by its scheme.
	///
	/// # Errors
	///
	/// The [`Reason`] why it cannot be such a number.
	pub fn check(&self) -> Result<Check, Reason> {
		self.scheme().check_normalised(self.number())
	}

	/// Returns whether the number shows that it is a natural person's, so that it is personal data:
	/// an RFC with 13 characters, a Peruvian RUC with prefix 10 … ([`Scheme::is_personal`]).
	pub fn is_personal(&self) -> bool {
		self.scheme().is_personal(self.number())
	}

	/// Returns whether the whole TIN fits the WCO Data Model's an..17 (element R143).
	pub fn fits_wco17(&self) -> bool {
		fits_wco17(self.scheme(), self.number())
	}
}

impl FromStr for Tin {
	type Err = Reason;

	fn from_str(text: &str) -> Result<Self, Reason> {
		Self::parse(text)
	}
}

impl fmt::Display for Tin {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Display::fmt(&self.text, f)
	}
}

/// Returns whether the TIN of a scheme's normalised number, its territory's code included, fits the
/// WCO Data Model's an..17 (element R143).
pub fn fits_wco17(scheme: Scheme, number: &str) -> bool {
	scheme.tin_length(number) <= WCO_LENGTH
}
