//! Headers of blocks, and what they say about validators.

use crate::{finality::Authorities, Error};
use alloc::vec::Vec;
use codec::{Decode, DecodeAll, Encode};
use primitive_types::H256;
use sp_crypto_hashing::blake2_256;

/// The engine whose messages are about finality.
const GRANDPA: [u8; 4] = *b"FRNK";

/// The header of a block.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Header {
	/// The hash of the block before.
	pub parent: H256,
	/// The number.
	#[codec(compact)]
	pub number: u32,
	/// The root of the state after the block.
	pub state: H256,
	/// The root of its extrinsics.
	pub extrinsics: H256,
	/// What its author and the runtime say besides.
	pub digest: Vec<Item>,
}

/// Something that is said besides.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub enum Item {
	/// Anything.
	#[codec(index = 0)]
	Other(Vec<u8>),
	/// A message of the runtime to an engine of consensus.
	#[codec(index = 4)]
	Consensus([u8; 4], Vec<u8>),
	/// The author's signature.
	#[codec(index = 5)]
	Seal([u8; 4], Vec<u8>),
	/// A message of the author to the runtime.
	#[codec(index = 6)]
	PreRuntime([u8; 4], Vec<u8>),
	/// The runtime changed.
	#[codec(index = 8)]
	RuntimeUpdated,
}

/// The validators that are named.
#[derive(Decode)]
struct Change {
	next: Authorities,
	delay: u32,
}

/// A message about finality.
#[derive(Decode)]
enum Message {
	#[codec(index = 1)]
	Scheduled(Change),
	#[codec(index = 2)]
	Forced(
		#[allow(dead_code, reason = "read over")] u32,
		#[allow(dead_code, reason = "read over")] Change,
	),
	#[codec(index = 3)]
	Disabled(#[allow(dead_code, reason = "read over")] u64),
	#[codec(index = 4)]
	Pause(#[allow(dead_code, reason = "read over")] u32),
	#[codec(index = 5)]
	Resume(#[allow(dead_code, reason = "read over")] u32),
}

impl Header {
	/// Reads a header.
	///
	/// # Errors
	///
	/// It is none, or not written as headers are.
	pub fn read(bytes: &[u8]) -> Result<Self, Error> {
		let header = Self::decode_all(&mut &*bytes).map_err(|_| Error::NotAHeader)?;
		if header.encode() == bytes {
			Ok(header)
		} else {
			Err(Error::NotAHeader)
		}
	}

	/// Returns the hash of the block.
	pub fn hash(&self) -> H256 {
		blake2_256(&self.encode()).into()
	}

	/// Returns the validators to which the block hands the office over, at once.
	///
	/// # Errors
	///
	/// It hands it over to nobody, or by force, or later.
	pub fn hands_over_to(&self) -> Result<Authorities, Error> {
		let block = self.number;
		let mut next = None;
		for item in &self.digest {
			let Item::Consensus(GRANDPA, message) = item else {
				continue;
			};
			match Message::decode_all(&mut message.as_slice()) {
				Ok(Message::Forced(..)) => return Err(Error::ForcedChange { block }),
				// The first one counts.
				Ok(Message::Scheduled(change)) if next.is_none() => next = Some(change),
				Ok(_) => {}
				Err(_) => return Err(Error::NotAHeader),
			}
		}
		match next {
			Some(Change { next, delay: 0 }) => Ok(next),
			_ => Err(Error::NoHandOff { block }),
		}
	}
}
