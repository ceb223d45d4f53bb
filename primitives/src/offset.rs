//! An administration's fixed distance from Coordinated Universal Time.

use codec::{Decode, DecodeWithMemTracking, Encode, EncodeLike, Error, Input, MaxEncodedLen};
use core::fmt;
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

/// The minutes are not within −720 to 840.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct OffsetOutOfRange;

impl fmt::Display for OffsetOutOfRange {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("a UTC offset is -720 to 840 minutes")
	}
}

impl core::error::Error for OffsetOutOfRange {}

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
	type Error = OffsetOutOfRange;

	fn try_from(minutes: i16) -> Result<Self, Self::Error> {
		if (-720..=840).contains(&minutes) {
			Ok(Self(minutes))
		} else {
			Err(OffsetOutOfRange)
		}
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
