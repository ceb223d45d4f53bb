//! Local days and moments.

use alloc::string::{String, ToString};
use codec::{
	Decode, DecodeWithMemTracking, Encode, EncodeLike, Error, Input, MaxEncodedLen, Output,
};
use core::{fmt, str::FromStr};
use scale_info::{Type, TypeInfo};
use serde::{de, Deserialize, Deserializer, Serialize, Serializer};

use crate::{Text, UtcOffset};

/// Milliseconds since 1970-01-01T00:00:00Z, as block time is kept. For "when it happened"; what is
/// valid until a day says so with a [`Date`].
pub type Moment = u64;

/// One minute and one day, in milliseconds.
const MINUTE: i64 = 60_000;
const DAY: i64 = 86_400_000;

/// From 1971, so that no day begins before the first [`Moment`] whatever the offset, to 2199.
const FIRST_YEAR: u32 = 1971;
const LAST_YEAR: u32 = 2199;

/// A calendar day of the years 1971 to 2199 (Gregorian), without a place: `2026-12-31`.
///
/// When it begins and ends follows from the [`UtcOffset`] of the administration whose day it is:
/// the issuer's for a certificate, the grantor's for a leg. A last day is inclusive.
///
/// Encoded, shown in metadata and written in JSON as the text `2026-12-31`.
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Date {
	/// Days since 1970-01-01.
	day_number: u32,
}

/// Why a text is not a [`Date`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DateError {
	/// It is not four digits, two digits, two digits with hyphens between (`2026-12-31`), or the
	/// year is not 1971 to 2199.
	DateNotUnderstood,
	/// There is no such day: month 13, 31 April, 29 February 2027.
	DateNotReal,
}

impl DateError {
	const fn description(self) -> &'static str {
		match self {
			Self::DateNotUnderstood => {
				"date not understood: write 2026-12-31, with a year from 1971 to 2199"
			}
			Self::DateNotReal => "date not real: the calendar has no such day",
		}
	}
}

impl fmt::Display for DateError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(self.description())
	}
}

impl core::error::Error for DateError {}

impl Date {
	/// Returns the day it is at `moment` where clocks stand at `offset`.
	pub fn at(moment: Moment, offset: UtcOffset) -> Result<Self, DateError> {
		i64::try_from(moment)
			.ok()
			.and_then(|moment| moment.checked_add(east(offset)))
			.and_then(|local| u32::try_from(local.div_euclid(DAY)).ok())
			.and_then(Self::numbered)
			.ok_or(DateError::DateNotUnderstood)
	}

	/// Returns the first millisecond of the day where clocks stand at `offset`.
	pub fn first_moment(self, offset: UtcOffset) -> Moment {
		let utc = i64::from(self.day_number)
			.saturating_mul(DAY)
			.saturating_sub(east(offset));
		// Never negative: the first day begins a year after the first moment.
		Moment::try_from(utc).unwrap_or(0)
	}

	/// Returns the last millisecond of the day, 23:59:59.999, where clocks stand at `offset`.
	pub fn last_moment(self, offset: UtcOffset) -> Moment {
		self.first_moment(offset)
			.saturating_add(DAY.unsigned_abs())
			.saturating_sub(1)
	}

	/// Returns the day after; none after 31 December 2199.
	pub fn day_after(self) -> Option<Self> {
		self.checked_add_days(1)
	}

	/// Returns the last day of a term of so many months of which this is the first day: the day
	/// before the one with the same number, so that a term of twelve months from 24 November ends
	/// on 23 November. A month that is too short for that ends the term with its own last day: one
	/// month from 31 January, or twelve from 29 February, end on the last day of February. None
	/// after 2199.
	pub fn last_day_of_term(self, months: u16) -> Option<Self> {
		let (year, month, day) = self.year_month_day();
		let months = u32::from(months).checked_add(month)?.checked_sub(1)?;
		let year = year.checked_add(months.div_euclid(12))?;
		let month = months.rem_euclid(12).checked_add(1)?;
		// Of the days before the one with the same number, as many as the month has.
		let days = day.checked_sub(1)?.min(days_of(year, month));
		let last = first_of(year, month).checked_add(days)?.checked_sub(1)?;
		Self::numbered(last)
	}

	/// Returns the day so many days after 1970-01-01, where its year is one of a [`Date`].
	fn numbered(day_number: u32) -> Option<Self> {
		(days_before(FIRST_YEAR)..days_before(LAST_YEAR + 1))
			.contains(&day_number)
			.then_some(Self { day_number })
	}

	/// Returns the day so many days later; none after the year 2199.
	pub fn checked_add_days(self, days: u32) -> Option<Self> {
		Self::numbered(self.day_number.checked_add(days)?)
	}

	/// Returns the day so many days earlier; none before the year 1971.
	pub fn checked_sub_days(self, days: u32) -> Option<Self> {
		Self::numbered(self.day_number.checked_sub(days)?)
	}

	/// Returns the day as text, `2026-12-31`.
	pub fn to_text(self) -> Text<10> {
		Text::try_from(self.to_string()).unwrap_or_default()
	}

	fn year_month_day(self) -> (u32, u32, u32) {
		// A year has at most 366 days, so this is the year or, seldom, one before it.
		let mut year = self.day_number.div_euclid(366).saturating_add(1970);
		while days_before(year.saturating_add(1)) <= self.day_number {
			year = year.saturating_add(1);
		}
		let mut day = self
			.day_number
			.saturating_sub(days_before(year))
			.saturating_add(1);
		let mut month = 1;
		while day > days_of(year, month) {
			day = day.saturating_sub(days_of(year, month));
			month = month.saturating_add(1);
		}
		(year, month, day)
	}
}

/// Returns how far local clocks are ahead of UTC, in milliseconds.
fn east(offset: UtcOffset) -> i64 {
	i64::from(offset.minutes()).saturating_mul(MINUTE)
}

/// Days from 1970-01-01 to the first day of `year`.
const fn days_before(year: u32) -> u32 {
	let last = year.saturating_sub(1);
	let leap_days = (last / 4)
		.saturating_sub(last / 100)
		.saturating_add(last / 400);
	// 477 leap years before 1970.
	year.saturating_sub(1970)
		.saturating_mul(365)
		.saturating_add(leap_days.saturating_sub(477))
}

const fn is_leap(year: u32) -> bool {
	year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

const fn days_of(year: u32, month: u32) -> u32 {
	match month {
		4 | 6 | 9 | 11 => 30,
		2 if is_leap(year) => 29,
		2 => 28,
		_ => 31,
	}
}

/// Days from 1970-01-01 to the first day of a month.
fn first_of(year: u32, month: u32) -> u32 {
	(1..month).fold(days_before(year), |days, earlier| {
		days.saturating_add(days_of(year, earlier))
	})
}

/// Returns the number that `digits` write, if all of them are digits.
fn number(digits: &[u8]) -> Option<u32> {
	digits.iter().try_fold(0_u32, |number, digit| {
		let digit = char::from(*digit).to_digit(10)?;
		number.checked_mul(10)?.checked_add(digit)
	})
}

impl TryFrom<&str> for Date {
	type Error = DateError;

	fn try_from(text: &str) -> Result<Self, DateError> {
		let (year, month, day) = match text.as_bytes() {
			[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] => (
				number(&[*y1, *y2, *y3, *y4]),
				number(&[*m1, *m2]),
				number(&[*d1, *d2]),
			),
			_ => return Err(DateError::DateNotUnderstood),
		};
		let (Some(year @ FIRST_YEAR..=LAST_YEAR), Some(month), Some(day)) = (year, month, day)
		else {
			return Err(DateError::DateNotUnderstood);
		};
		if !(1..=12).contains(&month) || !(1..=days_of(year, month)).contains(&day) {
			return Err(DateError::DateNotReal);
		}
		let day_number = first_of(year, month).saturating_add(day).saturating_sub(1);
		Ok(Self { day_number })
	}
}

impl FromStr for Date {
	type Err = DateError;

	fn from_str(text: &str) -> Result<Self, DateError> {
		text.try_into()
	}
}

impl fmt::Display for Date {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let (year, month, day) = self.year_month_day();
		write!(f, "{year:04}-{month:02}-{day:02}")
	}
}

impl fmt::Debug for Date {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Display::fmt(self, f)
	}
}

impl Encode for Date {
	fn encode_to<O: Output + ?Sized>(&self, output: &mut O) {
		self.to_text().encode_to(output);
	}
}

impl EncodeLike for Date {}

impl Decode for Date {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		Self::try_from(Text::<10>::decode(input)?.as_str())
			.map_err(|error| error.description().into())
	}
}

impl DecodeWithMemTracking for Date {}

impl MaxEncodedLen for Date {
	fn max_encoded_len() -> usize {
		Text::<10>::max_encoded_len()
	}
}

impl TypeInfo for Date {
	type Identity = str;

	fn type_info() -> Type {
		str::type_info()
	}
}

impl Serialize for Date {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl<'de> Deserialize<'de> for Date {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		Self::try_from(String::deserialize(deserializer)?.as_str()).map_err(de::Error::custom)
	}
}
