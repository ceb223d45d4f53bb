//! An administration's fixed distance from Coordinated Universal Time.

use codec::{Decode, DecodeWithMemTracking, Encode, EncodeLike, Error, Input, MaxEncodedLen};
use core::{fmt, str::FromStr};
use scale_info::{Type, TypeInfo};
use serde::{Deserialize, Serialize};

/// Minutes east of UTC, −720 to 840 (the range of the world's civil clocks); fixed, because a
/// date's last moment must not depend on a summer-time law that can change.
///
/// Encoded as the `i16` it shows itself as in metadata; a value out of range is refused by the
/// decoder and by serde alike. The default is UTC.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	Deserialize,
	Encode,
	Eq,
	Hash,
	MaxEncodedLen,
	Ord,
	PartialEq,
	PartialOrd,
	Serialize,
)]
#[serde(try_from = "i16", into = "i16")]
pub struct UtcOffset(i16);

/// Why something is no UTC offset.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum OffsetError {
	/// It is written otherwise than `-04:00`.
	NotUnderstood,
	/// The minutes are not within −720 to 840.
	OutOfRange,
}

impl fmt::Display for OffsetError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::NotUnderstood => "a UTC offset is written as -04:00",
			Self::OutOfRange => "a UTC offset is -720 to 840 minutes, -12:00 to +14:00",
		})
	}
}

impl core::error::Error for OffsetError {}

impl UtcOffset {
	/// UTC itself.
	pub const UTC: Self = Self(0);

	/// Where a day ends last: what is over here is over everywhere.
	pub const LAST: Self = Self(-720);

	/// Minutes east of UTC.
	pub const fn minutes(self) -> i16 {
		self.0
	}
}

impl TryFrom<i16> for UtcOffset {
	type Error = OffsetError;

	fn try_from(minutes: i16) -> Result<Self, Self::Error> {
		if (-720..=840).contains(&minutes) {
			Ok(Self(minutes))
		} else {
			Err(OffsetError::OutOfRange)
		}
	}
}

/// Hours and minutes east of Greenwich, as people write them: `-04:00`, `+05:30`, `UTC−04:00`. The
/// sign is never left out, and may be the typographic one.
impl FromStr for UtcOffset {
	type Err = OffsetError;

	fn from_str(text: &str) -> Result<Self, OffsetError> {
		let text = text.strip_prefix("UTC").unwrap_or(text);
		let (is_west, text) = match text.strip_prefix('+') {
			Some(text) => (false, text),
			None => {
				let text = text.strip_prefix(['-', '−']);
				(true, text.ok_or(OffsetError::NotUnderstood)?)
			}
		};
		let (hours, minutes) = text.split_once(':').ok_or(OffsetError::NotUnderstood)?;
		let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
		if minutes >= 60 {
			return Err(OffsetError::NotUnderstood);
		}
		let east = hours.saturating_mul(60).saturating_add(minutes);
		Self::try_from(if is_west { east.saturating_neg() } else { east })
	}
}

fn two_digits(text: &str) -> Result<i16, OffsetError> {
	if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()) {
		text.parse().map_err(|_| OffsetError::NotUnderstood)
	} else {
		Err(OffsetError::NotUnderstood)
	}
}

impl From<UtcOffset> for i16 {
	fn from(offset: UtcOffset) -> Self {
		offset.0
	}
}

impl Decode for UtcOffset {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		Self::try_from(i16::decode(input)?).map_err(|_| "UTC offset out of range".into())
	}
}

impl DecodeWithMemTracking for UtcOffset {}

impl EncodeLike<i16> for UtcOffset {}

impl TypeInfo for UtcOffset {
	type Identity = i16;

	fn type_info() -> Type {
		i16::type_info()
	}
}
