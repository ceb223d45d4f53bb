//! Arguments as people write them.

use alloc::{collections::BTreeSet, string::String, vec, vec::Vec};
use bounded_collections::{BoundedBTreeSet, Get};
use codec::{
	Compact, Decode, DecodeWithMemTracking, Encode, EncodeLike, Error, Input, MaxEncodedLen, Output,
};
use core::{fmt, ops::Deref, str::FromStr};
use scale_info::{Type, TypeInfo};
use serde::{de, Deserialize, Deserializer, Serialize, Serializer};

use crate::{Code, CodeSet, CodeSetError, Date, Text};

/// Most bytes of a [`Written`] text: far more than anything that is meant has.
pub const MAX_WRITTEN: u32 = 256;

/// What somebody has typed where a date, a number, a TIN or a code is meant: any UTF-8 of at most
/// [`MAX_WRITTEN`] bytes.
///
/// Calls take it instead of what is meant, so that what is wrong with it is said by the runtime, in an
/// error that names it, and not by the decoder, whose only answer is that a transaction is bad. It is
/// encoded, and shows itself in metadata, like a [`Text`](crate::Text).
#[derive(Clone, Default, Eq, Ord, PartialEq, PartialOrd)]
pub struct Written(String);

/// A text has more than [`MAX_WRITTEN`] bytes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct WrittenTooLong;

impl fmt::Display for WrittenTooLong {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("text has more than 256 bytes")
	}
}

impl core::error::Error for WrittenTooLong {}

impl Written {
	/// Returns what it says, without white space at its ends.
	///
	/// # Errors
	///
	/// It is no `T`.
	pub fn read<T: FromStr>(&self) -> Result<T, T::Err> {
		self.trim().parse()
	}
}

impl TryFrom<String> for Written {
	type Error = WrittenTooLong;

	fn try_from(text: String) -> Result<Self, WrittenTooLong> {
		if u32::try_from(text.len()).map_or(true, |length| length > MAX_WRITTEN) {
			return Err(WrittenTooLong);
		}
		Ok(Self(text))
	}
}

impl TryFrom<&str> for Written {
	type Error = WrittenTooLong;

	fn try_from(text: &str) -> Result<Self, WrittenTooLong> {
		String::from(text).try_into()
	}
}

impl FromStr for Written {
	type Err = WrittenTooLong;

	fn from_str(text: &str) -> Result<Self, WrittenTooLong> {
		text.try_into()
	}
}

/// A text that is stored, as somebody writes it.
impl<const N: u32> From<Text<N>> for Written {
	fn from(text: Text<N>) -> Self {
		const {
			assert!(
				N <= MAX_WRITTEN,
				"a stored text is short enough to be written"
			)
		};
		Self(text.into())
	}
}

/// A day, as somebody writes it.
impl From<Date> for Written {
	fn from(day: Date) -> Self {
		day.to_text().into()
	}
}

impl Deref for Written {
	type Target = str;

	fn deref(&self) -> &str {
		&self.0
	}
}

impl fmt::Display for Written {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Display::fmt(&self.0, f)
	}
}

impl fmt::Debug for Written {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		fmt::Debug::fmt(&self.0, f)
	}
}

impl Encode for Written {
	fn size_hint(&self) -> usize {
		self.0.size_hint()
	}

	fn encode_to<O: Output + ?Sized>(&self, output: &mut O) {
		self.0.encode_to(output);
	}
}

impl EncodeLike for Written {}

impl Decode for Written {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		let length = Compact::<u32>::decode(input)?.0;
		// Before anything is allocated: the length is the sender's word.
		if length > MAX_WRITTEN {
			return Err("text has more than 256 bytes".into());
		}
		let length = usize::try_from(length).map_err(|_| "text has more than 256 bytes")?;
		input.on_before_alloc_mem(length)?;
		let mut bytes = vec![0; length];
		input.read(&mut bytes)?;
		String::from_utf8(bytes)
			.map(Self)
			.map_err(|_| "text is not UTF-8".into())
	}
}

impl DecodeWithMemTracking for Written {}

impl MaxEncodedLen for Written {
	fn max_encoded_len() -> usize {
		usize::try_from(MAX_WRITTEN)
			.unwrap_or(usize::MAX)
			.saturating_add(Compact(MAX_WRITTEN).encoded_size())
	}
}

impl TypeInfo for Written {
	type Identity = str;

	fn type_info() -> Type {
		str::type_info()
	}
}

impl Serialize for Written {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(&self.0)
	}
}

impl<'de> Deserialize<'de> for Written {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		Self::try_from(String::deserialize(deserializer)?).map_err(de::Error::custom)
	}
}

/// A set as somebody has written it: in any order, its members once or several times, as many as a
/// transaction holds.
///
/// It keeps order and repetitions, because a transaction is verified over its re-encoded call: sorted
/// by the decoder, it would come out as a bad signature. Metadata shows a `BTreeSet`, which starts
/// empty in polkadot.js Apps, where a list starts with an item that nobody has chosen.
#[derive(
	Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, Serialize, Deserialize,
)]
pub struct WrittenSet<T>(Vec<T>);

/// A set has more members than it may.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TooManyMembers;

impl<T> WrittenSet<T> {
	/// Returns the members as they were written.
	pub fn iter(&self) -> core::slice::Iter<'_, T> {
		self.0.iter()
	}

	/// Returns how many members were written, each time counted.
	pub fn len(&self) -> usize {
		self.0.len()
	}

	/// Returns whether nothing was written.
	pub fn is_empty(&self) -> bool {
		self.0.is_empty()
	}
}

impl<T: Code> WrittenSet<T> {
	/// Returns the set of codes.
	///
	/// # Errors
	///
	/// There are fewer or more than such a set has.
	pub fn codes<const MIN: u32, const MAX: u32>(
		&self,
	) -> Result<CodeSet<T, MIN, MAX>, CodeSetError> {
		CodeSet::new(self.0.iter().copied())
	}
}

impl<T: Clone + Ord> WrittenSet<T> {
	/// Returns the set.
	///
	/// # Errors
	///
	/// There are more members than such a set has.
	pub fn members<Bound: Get<u32>>(&self) -> Result<BoundedBTreeSet<T, Bound>, TooManyMembers> {
		let mut members = BoundedBTreeSet::new();
		for member in &self.0 {
			members
				.try_insert(member.clone())
				.map_err(|_| TooManyMembers)?;
		}
		Ok(members)
	}
}

impl<T> Default for WrittenSet<T> {
	fn default() -> Self {
		Self(Vec::new())
	}
}

impl<T> From<Vec<T>> for WrittenSet<T> {
	fn from(members: Vec<T>) -> Self {
		Self(members)
	}
}

impl<T> FromIterator<T> for WrittenSet<T> {
	fn from_iter<I: IntoIterator<Item = T>>(members: I) -> Self {
		Self(members.into_iter().collect())
	}
}

impl<T: Code, const MIN: u32, const MAX: u32> From<CodeSet<T, MIN, MAX>> for WrittenSet<T> {
	fn from(codes: CodeSet<T, MIN, MAX>) -> Self {
		codes.iter().collect()
	}
}

impl<T: TypeInfo + 'static> TypeInfo for WrittenSet<T> {
	type Identity = BTreeSet<T>;

	fn type_info() -> Type {
		BTreeSet::<T>::type_info()
	}
}
