//! Trader Identification Numbers: reading, normalising and checking them.
//!
//! A TIN is one text, the territory's code and the number that the territory gave the trader:
//! `MXNWM9709244W4`. It is kept in its normal form: capitals; spaces and separators dropped
//! ([`normalise`]).
//!
//! | question | answer |
//! |---|---|
//! | what is this text? | [`Tin::parse`] |
//! | is this a number of that scheme? | [`Scheme::check`] |
//! | which scheme has a territory? | [`Scheme::default_of`], [`Scheme::named`] |
//! | is it personal data by its own digits? | [`Tin::is_personal`] |
//! | which firm's branch is it? | [`Tin::head_office`] |
//! | does it fit the WCO Data Model's an..17? | [`Tin::fits_wco17`] |
//!
//! A check digit guards against typing errors: it is never evidence of who somebody is. A pass
//! says that the number may exist, not that it does.

mod americas;
mod asia_pacific;
pub(crate) mod digits;
mod establishment;
mod europe;
mod members;
mod personal;
mod scheme;
pub(crate) mod typed;

pub use scheme::{Guard, Scheme};
pub use typed::normalise;

use crate::{Territory, Text};
use alloc::string::String;
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
		/// A character that no number has, at this place of what was typed, counted from 1.
		#[codec(index = 10)]
		UnknownCharacter {
			/// The place, counted from 1; 255 stands for anything beyond.
			place: u8,
		},
		/// The number is whole but for its check digit, which is this one, if no other is lost.
		#[codec(index = 11)]
		CheckDigitMissing {
			/// The digit to write behind it, 0 to 9.
			digit: u8,
		},
		/// The number stands for the public or for foreigners, and is nobody's.
		#[codec(index = 12)]
		Generic,
		/// Greece is written `EL`, as in a VAT number.
		#[codec(index = 13)]
		GreeceIsGr,
		/// Behind the territory's code stands another one, or the same again.
		#[codec(index = 14)]
		TwoCodes,
		/// With a zero in front the number would be right.
		#[codec(index = 15)]
		ZeroMissing,
		/// Without the zero in front the number would be right.
		#[codec(index = 16)]
		ZeroTooMany,
		/// It is a person's identity card, where a firm's number is asked for.
		#[codec(index = 17)]
		IdentityCard,
		/// A Japanese invoice number's `T` stands in front.
		#[codec(index = 18)]
		InvoiceNumber,
	}
}

impl fmt::Display for Reason {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let text = match self {
			Self::UnknownCharacter { place } => {
				return write!(
					f,
					"no number has the character in place {place}: type it anew, from the document"
				);
			}
			Self::CheckDigitMissing { digit } => {
				return write!(
					f,
					"nine digits are a company's number without its check digit, or with another one lost: \
					 if the document has these nine, write their check digit behind them, -{digit}"
				);
			}
			Self::Generic => {
				"stands for the public or for foreigners and is no firm's: ask for the firm's own number"
			}
			Self::GreeceIsGr => "EL is Greece in VAT numbers only: write GR instead of EL",
			Self::TwoCodes => {
				"a territory's code too many stands in front: write only that of who gave the number, once"
			}
			Self::ZeroMissing => {
				"a character is missing, and a zero in front, as spreadsheets drop it, would make the \
				 number right: write 0 in front if the document has it"
			}
			Self::ZeroTooMany => {
				"a character too many, and without the zero in front the number would be right: write \
				 it without, if the document does"
			}
			Self::IdentityCard => {
				"a person's identity card (cédula): ask for the firm's own number, RNC of 9 digits"
			}
			Self::InvoiceNumber => {
				"the T in front is the invoice number's: write the 13 digits of the corporate number"
			}
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
		};
		f.write_str(text)
	}
}

impl core::error::Error for Reason {}

/// A TIN in its normal form, of a territory that exists. Whether its number is right,
/// [`Tin::check`] tells.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Tin {
	territory: Territory,
	text: Text<TIN_LENGTH>,
}

impl Tin {
	/// Reads a TIN written as one text, `MXNWM9709244W4`, in normal form or not, alone or behind
	/// `urn:tin:`.
	///
	/// # Errors
	///
	/// [`Reason::Empty`], [`Reason::TooLong`], [`Reason::UnknownTerritory`],
	/// [`Reason::UnknownCharacter`] for what is no letter, digit, `&`, `Ñ` or separator, and what
	/// [`Scheme::normal`] says of the number.
	pub fn parse(text: &str) -> Result<Self, Reason> {
		let text = typed::without_urn(text);
		let normal = normalise(text);
		if normal.is_empty() {
			return Err(Reason::Empty);
		}
		let code = normal.get(..2).ok_or(Reason::UnknownTerritory)?;
		let territory = match Territory::try_from(code) {
			Ok(territory) => territory,
			Err(_) if code == "EL" => return Err(Reason::GreeceIsGr),
			Err(_) => return Err(Reason::UnknownTerritory),
		};
		typed::ensure_known(text)?;
		if Scheme::default_of(territory).has_prefix() {
			Self::from_number(territory, text)
		} else {
			Self::from_number(territory, typed::behind_code(text))
		}
	}

	/// Returns the TIN of a territory's number. Numbers of a scheme that begin with the territory's
	/// code anyway (EORI, Swiss UID) keep it once.
	///
	/// # Errors
	///
	/// As [`Tin::parse`], and [`Reason::Prefix`] where the code that belongs to the number is not
	/// there.
	pub fn new(territory: Territory, number: &str) -> Result<Self, Reason> {
		if normalise(number).is_empty() {
			return Err(Reason::Empty);
		}
		typed::ensure_known(number)?;
		Self::from_number(territory, number)
	}

	/// Returns the TIN of a territory's number as it was typed, of known characters.
	fn from_number(territory: Territory, number: &str) -> Result<Self, Reason> {
		let scheme = Scheme::default_of(territory);
		let number = scheme.normal(territory, number)?;
		let code = if scheme.has_prefix() {
			""
		} else {
			territory.code()
		};
		let mut text = String::with_capacity(code.len().saturating_add(number.len()));
		text.push_str(code);
		text.push_str(&number);
		// The characters are none that a text refuses, so this is its length.
		let text = text.as_str().try_into().map_err(|_| Reason::TooLong)?;
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

	/// Returns the number as it was issued, always without the territory's code, and without the zero
	/// that keeps a Colombian person's apart ([`Scheme::normal`]): what others are told.
	pub fn issued_number(&self) -> &str {
		let number = self.text.as_str().get(2..).unwrap_or_default();
		match number.strip_prefix('0') {
			Some(rest)
				if self.territory == Territory::CO
					&& americas::lacks_check_digit(rest).is_some() =>
			{
				rest
			}
			_ => number,
		}
	}

	/// Returns the scheme that the number is checked by: the territory's default, but for an Indian number
	/// of ten characters, which is an IEC.
	pub fn scheme(&self) -> Scheme {
		Scheme::of(self.territory, self.number())
	}

	/// Returns the TIN of the whole entity whose branch this number is ([`Scheme::head_office`]); none
	/// where it is the whole's already, where its scheme doesn't tell, or where it fails its check.
	pub fn head_office(&self) -> Option<Self> {
		let head = self.scheme().head_office(self.number())?;
		Self::new(self.territory, &head).ok()
	}

	/// Checks the number by its scheme.
	///
	/// # Errors
	///
	/// The [`Reason`] why it cannot be such a number.
	pub fn check(&self) -> Result<Check, Reason> {
		self.scheme().check_normal(self.number())
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
