//! Small sets of codes.

use alloc::{collections::BTreeSet, vec::Vec};
use codec::{
	Compact, Decode, DecodeWithMemTracking, Encode, EncodeLike, Error, Input, MaxEncodedLen, Output,
};
use core::{fmt, marker::PhantomData};
use scale_info::{Type, TypeInfo};
use serde::{de, Deserialize, Deserializer, Serialize, Serializer};

/// A member of a closed list of at most 64 codes.
pub trait Code: Copy + Eq + 'static {
	/// Returns the place in the list, below 64; never changes.
	fn index(self) -> u32;

	/// Returns every code, by index.
	fn all() -> impl Iterator<Item = Self>;
}

/// A set of `MIN` to `MAX` codes, eight bytes in memory.
///
/// Encoded as the sequence of its members in the order of the list, each once; the decoder accepts
/// nothing else, because a transaction is verified over its re-encoded call: if a set could be
/// written in two ways, one of them would come out as a bad signature. Metadata shows a
/// `BTreeSet`, which polkadot.js sorts by itself. JSON is a list in any order.
pub struct CodeSet<T, const MIN: u32, const MAX: u32> {
	bits: u64,
	codes: PhantomData<T>,
}

/// Why codes are not a [`CodeSet`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum CodeSetError {
	/// There are fewer codes than the set must have.
	TooFew,
	/// There are more codes than the set may have.
	TooMany,
	/// Encoded codes are repeated or not in the order of the list.
	NotSorted,
}

impl CodeSetError {
	const fn description(self) -> &'static str {
		match self {
			Self::TooFew => "too few codes",
			Self::TooMany => "too many codes",
			Self::NotSorted => "codes are not in ascending order, each once",
		}
	}
}

impl fmt::Display for CodeSetError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(self.description())
	}
}

impl core::error::Error for CodeSetError {}

impl<T: Code, const MIN: u32, const MAX: u32> CodeSet<T, MIN, MAX> {
	/// Returns the set of `codes`; repetitions and order do not matter.
	pub fn new(codes: impl IntoIterator<Item = T>) -> Result<Self, CodeSetError> {
		let bits = codes.into_iter().fold(0, |bits, code| bits | bit(code));
		let set = Self {
			bits,
			codes: PhantomData,
		};
		if set.len() < MIN {
			Err(CodeSetError::TooFew)
		} else if set.len() > MAX {
			Err(CodeSetError::TooMany)
		} else {
			Ok(set)
		}
	}

	/// Returns whether `code` is a member.
	pub fn contains(self, code: T) -> bool {
		self.bits & bit(code) != 0
	}

	/// Returns how many members there are.
	pub const fn len(self) -> u32 {
		self.bits.count_ones()
	}

	/// Returns whether there is no member.
	pub const fn is_empty(self) -> bool {
		self.bits == 0
	}

	/// Returns the members, in the order of the list.
	pub fn iter(self) -> impl Iterator<Item = T> {
		T::all().filter(move |code| self.contains(*code))
	}
}

/// No code, where the set may be empty.
impl<T, const MAX: u32> Default for CodeSet<T, 0, MAX> {
	fn default() -> Self {
		Self {
			bits: 0,
			codes: PhantomData,
		}
	}
}

/// Returns the bit that stands for `code`; a list has at most 64.
fn bit<T: Code>(code: T) -> u64 {
	1_u64.checked_shl(code.index()).unwrap_or(0)
}

// Written out, because a derive would ask the same of `T`.
impl<T, const MIN: u32, const MAX: u32> Clone for CodeSet<T, MIN, MAX> {
	fn clone(&self) -> Self {
		*self
	}
}

impl<T, const MIN: u32, const MAX: u32> Copy for CodeSet<T, MIN, MAX> {}

impl<T, const MIN: u32, const MAX: u32> PartialEq for CodeSet<T, MIN, MAX> {
	fn eq(&self, other: &Self) -> bool {
		self.bits == other.bits
	}
}

impl<T, const MIN: u32, const MAX: u32> Eq for CodeSet<T, MIN, MAX> {}

impl<T: Code + fmt::Debug, const MIN: u32, const MAX: u32> fmt::Debug for CodeSet<T, MIN, MAX> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_set().entries(self.iter()).finish()
	}
}

impl<T: Code + Encode, const MIN: u32, const MAX: u32> Encode for CodeSet<T, MIN, MAX> {
	fn encode_to<O: Output + ?Sized>(&self, output: &mut O) {
		Compact(self.len()).encode_to(output);
		self.iter().for_each(|code| code.encode_to(output));
	}
}

impl<T: Code + Encode, const MIN: u32, const MAX: u32> EncodeLike for CodeSet<T, MIN, MAX> {}

impl<T: Code + Decode, const MIN: u32, const MAX: u32> Decode for CodeSet<T, MIN, MAX> {
	fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
		let length = Compact::<u32>::decode(input)?.0;
		// Before the members are read: the length is the sender's word.
		if length > MAX {
			return Err(CodeSetError::TooMany.description().into());
		}
		let mut bits = 0;
		for _ in 0..length {
			let next = bit(T::decode(input)?);
			if next <= bits {
				return Err(CodeSetError::NotSorted.description().into());
			}
			bits |= next;
		}
		let set = Self {
			bits,
			codes: PhantomData,
		};
		if length < MIN {
			return Err(CodeSetError::TooFew.description().into());
		}
		Ok(set)
	}
}

impl<T: Code + Decode, const MIN: u32, const MAX: u32> DecodeWithMemTracking
	for CodeSet<T, MIN, MAX>
{
}

impl<T: Code + MaxEncodedLen, const MIN: u32, const MAX: u32> MaxEncodedLen
	for CodeSet<T, MIN, MAX>
{
	fn max_encoded_len() -> usize {
		usize::try_from(MAX)
			.unwrap_or(usize::MAX)
			.saturating_mul(T::max_encoded_len())
			.saturating_add(Compact(MAX).encoded_size())
	}
}

impl<T: TypeInfo + 'static, const MIN: u32, const MAX: u32> TypeInfo for CodeSet<T, MIN, MAX> {
	type Identity = BTreeSet<T>;

	fn type_info() -> Type {
		BTreeSet::<T>::type_info()
	}
}

impl<T: Code + Serialize, const MIN: u32, const MAX: u32> Serialize for CodeSet<T, MIN, MAX> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_seq(self.iter())
	}
}

impl<'de, T, const MIN: u32, const MAX: u32> Deserialize<'de> for CodeSet<T, MIN, MAX>
where
	T: Code + Deserialize<'de>,
{
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		Self::new(Vec::deserialize(deserializer)?).map_err(de::Error::custom)
	}
}
