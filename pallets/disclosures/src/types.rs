//! What the pallet stores, and what its calls take.

use aeo_primitives::{Moment, Territory, Text};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::stored;
use scale_info::TypeInfo;
use sp_core::H256;

/// Most lists that are published at once: one for each administration that there can be.
pub const MAX_LISTS: u32 = 256;

/// Where files are fetched: an address that begins with `https://`.
pub type Source = Text<128>;

/// The last list of an issuer for a reader.
#[stored]
#[derive(Copy)]
pub struct ListRecord {
	/// Counts the lists of this issuer for this reader, from 1.
	pub sequence: u32,
	/// The X25519 public key of the reader to which its files are sealed.
	pub sealed_to: H256,
	/// The root of the Merkle tree over its pages; zeros where it has none.
	pub root: H256,
	/// How many pages it has.
	pub pages: u32,
	/// The number of the block on whose state it was made.
	pub as_of: u32,
	/// The number of the block in which it was published.
	pub block: u32,
	/// The time of that block.
	pub at: Moment,
}

/// A list that is published.
#[derive(Clone, Copy, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct NewList {
	/// Who can open it; the issuer itself, for its own.
	pub reader: Territory,
	/// The last one of this reader plus one; 1 for the first.
	pub sequence: u32,
	/// The X25519 public key of the reader to which its files are sealed.
	pub sealed_to: H256,
	/// The root of the Merkle tree over its pages; zeros where it has none.
	pub root: H256,
	/// How many pages it has.
	pub pages: u32,
}

/// The key of a trader.
#[stored]
#[derive(Copy)]
pub struct HolderKey {
	/// Its X25519 public key.
	pub key: H256,
	/// The number of the block in which it was registered.
	pub block: u32,
}
