//! What each kind of alias looks like.

use super::{MidOrigin, MID_LENGTH, TCUIN_LENGTH};
use crate::{
	tin::{
		digits::{gs1, is_plain, issued, passed_if, run, shape},
		normalise,
		typed::ensure_known,
		Check, Reason,
	},
	AliasScheme, AliasValue, Territory,
};

impl AliasScheme {
	/// Returns the normal form of an alias as somebody wrote it: that of a TIN.
	///
	/// # Errors
	///
	/// [`Reason::Empty`], [`Reason::UnknownCharacter`], or [`Reason::TooLong`] above 35 bytes.
	pub fn normal(self, written: &str) -> Result<AliasValue, Reason> {
		ensure_known(written)?;
		let value = normalise(written);
		if value.is_empty() {
			return Err(Reason::Empty);
		}
		// The characters are none that a text refuses, so this is its length.
		value.into_owned().try_into().map_err(|_| Reason::TooLong)
	}

	/// Checks an alias in normal form.
	///
	/// | scheme | form | check |
	/// |---|---|---|
	/// | `Code` | 1 to 35 digits, letters, `&`, `Ñ`: it is the grantor's own | form |
	/// | `Mid` | a country or Canadian province, then 2 to 13 digits and letters (19 CFR 102, appendix) | form |
	/// | `Tcuin` | a territory, then 1 to 15 digits and letters (UCC Annex B) | form |
	/// | `Lei` | 18 digits and letters, check digits 02 to 98 (ISO 17442-1) | ISO/IEC 7064, MOD 97-10 |
	/// | `Gln` | 13 digits (GS1 General Specifications, section 3.4) | weights 3 and 1, modulo 10 |
	/// | `Duns` | 9 digits (Dun & Bradstreet: no check digit since 2006) | form |
	///
	/// # Errors
	///
	/// The [`Reason`] why it cannot be such an alias.
	pub fn check(self, value: &str) -> Result<Check, Reason> {
		match self {
			Self::Code => run(value, 1, 35, |c| is_plain(c) || matches!(c, '&' | 'Ñ')),
			Self::Mid => mid(value),
			Self::Tcuin => tcuin(value),
			Self::Lei => return lei(value),
			Self::Gln => {
				shape(value, &["ddddddddddddd"])?;
				issued(value.chars().any(|c| c != '0'))?;
				return gs1(value);
			}
			Self::Duns => {
				shape(value, &["ddddddddd"])?;
				issued(value.chars().any(|c| c != '0'))
			}
		}?;
		Ok(Check::FormatOnly)
	}
}

/// Checks the form of a MID: an origin, at least one character of a name, none of a street, at least
/// one of a city.
fn mid(value: &str) -> Result<(), Reason> {
	let most = usize::try_from(MID_LENGTH).unwrap_or(usize::MAX);
	run(value, 4, most, is_plain)?;
	let origin = value.get(..2).unwrap_or_default();
	origin
		.parse::<MidOrigin>()
		.map(|_| ())
		.map_err(|_| Reason::UnknownTerritory)
}

/// Checks the form of a TCUIN.
fn tcuin(value: &str) -> Result<(), Reason> {
	run(value, 3, TCUIN_LENGTH, is_plain)?;
	Territory::try_from(value.get(..2).unwrap_or_default())
		.map(|_| ())
		.map_err(|_| Reason::UnknownTerritory)
}

/// Checks an LEI: letters count 10 to 35, each as two digits; the whole is 1 modulo 97. The check digits are made as
/// 98 less a remainder, so they are 02 to 98: 00, 01 and 99 are congruent to others, and wrong.
fn lei(value: &str) -> Result<Check, Reason> {
	shape(value, &["xxxxxxxxxxxxxxxxxxdd"])?;
	let (body, check) = value.split_at_checked(18).unwrap_or_default();
	// A body of zeros satisfies the sum, and stands for "no number" in many a form.
	issued(body.chars().any(|c| c != '0'))?;
	if matches!(check, "00" | "01" | "99") {
		return Err(Reason::CheckDigit);
	}
	let remainder = value
		.chars()
		.filter_map(|c| c.to_digit(36))
		.fold(0, |sum: u32, value| {
			let factor = if value < 10 { 10 } else { 100 };
			sum.saturating_mul(factor).saturating_add(value) % 97
		});
	passed_if(remainder == 1)
}
