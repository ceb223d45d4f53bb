//! What members of a record are made of.

use core::{fmt, ops::Deref};
use serde::{de, Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::is_nfc;

/// A text of 1 to `N` characters (Unicode scalar values) in normalisation form C, without control
/// characters (Unicode category Cc); with `LINES` it may have line breaks (`\n`) and tabs.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Words<const N: usize, const LINES: bool = false>(String);

/// Why a text is not [`Words`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NotWords {
	/// There is nothing: an optional member is left out.
	Empty,
	/// It has more characters than so many.
	TooLong(usize),
	/// It has a control character.
	ControlCharacter,
	/// It is not in normalisation form C.
	NotNormal,
}

impl fmt::Display for NotWords {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Empty => f.write_str("empty text: leave the member out, or write it"),
			Self::TooLong(most) => write!(f, "text of more than {most} characters"),
			Self::ControlCharacter => f.write_str("text with a control character"),
			Self::NotNormal => f.write_str("text not in Unicode normalisation form C"),
		}
	}
}

impl core::error::Error for NotWords {}

impl<const N: usize, const LINES: bool> Words<N, LINES> {
	/// Returns the text.
	pub fn as_str(&self) -> &str {
		&self.0
	}
}

impl<const N: usize, const LINES: bool> TryFrom<String> for Words<N, LINES> {
	type Error = NotWords;

	fn try_from(text: String) -> Result<Self, NotWords> {
		if text.is_empty() {
			Err(NotWords::Empty)
		} else if text.chars().nth(N).is_some() {
			Err(NotWords::TooLong(N))
		} else if text
			.chars()
			.any(|c| c.is_control() && !(LINES && matches!(c, '\n' | '\t')))
		{
			Err(NotWords::ControlCharacter)
		} else if !is_nfc(&text) {
			Err(NotWords::NotNormal)
		} else {
			Ok(Self(text))
		}
	}
}

impl<const N: usize, const LINES: bool> TryFrom<&str> for Words<N, LINES> {
	type Error = NotWords;

	fn try_from(text: &str) -> Result<Self, NotWords> {
		text.to_owned().try_into()
	}
}

impl<const N: usize, const LINES: bool> Deref for Words<N, LINES> {
	type Target = str;

	fn deref(&self) -> &str {
		&self.0
	}
}

impl<const N: usize, const LINES: bool> fmt::Display for Words<N, LINES> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.0)
	}
}

impl<const N: usize, const LINES: bool> Serialize for Words<N, LINES> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(&self.0)
	}
}

impl<'de, const N: usize, const LINES: bool> Deserialize<'de> for Words<N, LINES> {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		String::deserialize(deserializer)?
			.try_into()
			.map_err(de::Error::custom)
	}
}

/// 1 to `N` of something, in an order that is kept.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Several<T, const N: usize>(Vec<T>);

/// There is none, or more than so many.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotSeveral(usize);

impl fmt::Display for NotSeveral {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "not 1 to {} of them", self.0)
	}
}

impl core::error::Error for NotSeveral {}

impl<T, const N: usize> TryFrom<Vec<T>> for Several<T, N> {
	type Error = NotSeveral;

	fn try_from(all: Vec<T>) -> Result<Self, NotSeveral> {
		if all.is_empty() || all.len() > N {
			Err(NotSeveral(N))
		} else {
			Ok(Self(all))
		}
	}
}

impl<T, const N: usize> Deref for Several<T, N> {
	type Target = [T];

	fn deref(&self) -> &[T] {
		&self.0
	}
}

impl<'de, T: Deserialize<'de>, const N: usize> Deserialize<'de> for Several<T, N> {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		Vec::deserialize(deserializer)?
			.try_into()
			.map_err(de::Error::custom)
	}
}
