//! Bounded text that clients show as text.

use alloc::{string::String, vec};
use codec::{
	Compact, Decode, DecodeWithMemTracking, Encode, EncodeLike, Error, Input, MaxEncodedLen, Output,
};
use core::{fmt, ops::Deref, str::FromStr};
use scale_info::{Type, TypeInfo};
use serde::{de, Deserialize, Deserializer, Serialize, Serializer};

/// One line of UTF-8 text of at most `N` bytes (an `Ñ` counts two).
///
/// It is encoded like `Vec<u8>` and shows itself in metadata as the primitive `str`, so that
/// clients take and show a string: as bytes, an `Ñ` cannot be typed in polkadot.js Apps, and a
/// text that happens to be a valid address is silently replaced by the address's bytes.
///
/// Length, UTF-8 and the absence of control characters (Unicode category Cc: a line break or an
/// escape would let a text pretend to be something else where it is listed) are checked by every
/// way in: construction, decoder and serde. Letters are kept as they are; rules about case and
/// alphabet belong to what the text means.
#[derive(Clone, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Text<const N: u32>(String);

/// Why something is not a [`Text`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TextError {
	/// It has more bytes than the bound.
	TooLong,
	/// Its bytes are not UTF-8.
	NotUtf8,
	/// It has a control character, such as a line break.
	ControlCharacter,
}

impl TextError {
	const fn description(self) -> &'static str {
		match self {
			Self::TooLong => "text is longer than its bound",
			Self::NotUtf8 => "text is not UTF-8",
			Self::ControlCharacter => "text has a control character",
		}
	}
}

impl fmt::Display for TextError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(self.description())
	}
}

impl core::error::Error for TextError {}

impl<const N: u32> Text<N> {
	/// Returns the text itself.
	pub fn as_str(&self) -> &str {
		&self.0
	}

	fn check(text: &str) -> Result<(), TextError> {
		if u32::try_from(text.len()).map_or(true, |length| length > N) {
			Err(TextError::TooLong)
		} else if text.chars().any(char::is_control) {
			Err(TextError::ControlCharacter)
		} else {
			Ok(())
		}
	}
}

impl<const N: u32> TryFrom<String> for Text<N> {
	type Error = TextError;

	fn try_from(text: String) -> Result<Self, TextError> {
		Self::check(&text)?;
		Ok(Self(text))
	}
}

impl<const N: u32> TryFrom<&str> for Text<N> {
	type Error = TextError;

	fn try_from(text: &str) -> Result<Self, TextError> {
		Self::check(text)?;
		Ok(Self(text.into()))
	}
}

impl<const N: u32> FromStr for Text<N> {
	type Err = TextError;

	fn from_str(text: &str) -> Result<Self, TextError> {
		text.try_into()
	}
}

impl<const N: u32> From<Text<N>> for String {
	fn from(text: Text<N>) -> Self {
		text.0
	}
}

impl<const N: u32> Deref for Text<N> {
	type Target = str;

	fn deref(&self) -> &str {
		&self.0
	}
}

impl<const N: u32> AsRef<str> for Text<N> {
	fn as_ref(&self) -> &str {
		&self.0
	}
}

impl<const N: u32> PartialEq<str> for Text<N> {
	fn eq(&self, other: &str) -> bool {
		self.0 == other
	}
}

impl<const N: u32> fmt::Display for Text<N> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Display::fmt(&self.0, f)
	}
}

impl<const N: u32> fmt::Debug for Text<N> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Debug::fmt(&self.0, f)
	}
}

impl<const N: u32> Encode for Text<N> {
	fn size_hint(&self) -> usize {
		self.0.size_hint()
	}

	fn encode_to<O: Output + ?Sized>(&self, output: &mut O) {
		self.0.encode_to(output);
	}
}

impl<const N: u32> EncodeLike for Text<N> {}

impl<const N: u32> Decode for Text<N> {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		let length = Compact::<u32>::decode(input)?.0;
		// Before anything is allocated: the length is the sender's word.
		if length > N {
			return Err(TextError::TooLong.description().into());
		}
		let length = usize::try_from(length).map_err(|_| TextError::TooLong.description())?;
		input.on_before_alloc_mem(length)?;
		let mut bytes = vec![0; length];
		input.read(&mut bytes)?;
		String::from_utf8(bytes)
			.map_err(|_| TextError::NotUtf8)
			.and_then(Self::try_from)
			.map_err(|error| error.description().into())
	}
}

impl<const N: u32> DecodeWithMemTracking for Text<N> {}

impl<const N: u32> MaxEncodedLen for Text<N> {
	fn max_encoded_len() -> usize {
		usize::try_from(N)
			.unwrap_or(usize::MAX)
			.saturating_add(Compact(N).encoded_size())
	}
}

impl<const N: u32> TypeInfo for Text<N> {
	type Identity = str;

	fn type_info() -> Type {
		str::type_info()
	}
}

impl<const N: u32> Serialize for Text<N> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(&self.0)
	}
}

impl<'de, const N: u32> Deserialize<'de> for Text<N> {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		Self::try_from(String::deserialize(deserializer)?).map_err(de::Error::custom)
	}
}
