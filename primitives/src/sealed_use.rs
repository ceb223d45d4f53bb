//! Uses that an administration records sealed: what a leaf says, how it is hashed, how it is proved.
//!
//! An administration that seals its uses evaluates at its own node, keeps each use as a
//! [`SealedUse`] and records, for a period of days, the Merkle root over them with
//! `benefits.recordSealed`. It signs nothing else: to prove one use it hands over the leaf, its place
//! and the hashes beside its way to the root, and whoever has the root from a finalised block checks
//! with [`tree::is_proven`](crate::tree::is_proven). What the other leaves say stays with the
//! administration.
//!
//! The leaves of the [`tree`](crate::tree) are the hashes that [`SealedUse::hash`] gives: what is
//! hashed there begins with a tag, so that no inner node can be passed off as a leaf.

use bounded_collections::{BoundedBTreeMap, BoundedVec, ConstU32};
use codec::Encode;
use primitive_types::H256;

use crate::{
	recognition::Entitlement, CertificateNumber, Direction, Moment, Role, Territory, TraderId,
};

/// What the hash of a leaf begins with.
const TAG: &[u8] = b"aeo-chain/sealed-use/1";

value_types! {
	/// A use of benefits, as it is sealed: what a recorded grant says, and where it belongs.
	///
	/// Asked again on the state of block `block`, the rule must give just these entitlements (I9), and
	/// for a grantor, declaration and role there is one use at most, in all its periods (I14).
	struct SealedUse {
		/// Who gave the benefits.
		pub grantor: Territory,
		/// The commitment to the declaration's reference.
		pub declaration: H256,
		/// What the trader did in the declaration.
		pub role: Role,
		/// The kind of the declaration.
		pub direction: Direction,
		/// The id of the trader.
		pub trader: TraderId,
		/// Each benefit with the certificate and the agreement that it follows from.
		pub entitlements: BoundedVec<Entitlement, ConstU32<12>>,
		/// The versions of those certificates at that time.
		pub versions: BoundedBTreeMap<CertificateNumber, u32, ConstU32<12>>,
		/// The number of the block on whose state the question was asked.
		pub block: u32,
		/// The time of that block.
		pub at: Moment,
	}
}

impl SealedUse {
	/// Returns the leaf: blake2-256 of the tag `aeo-chain/sealed-use/1` and the encoded use.
	pub fn hash(&self) -> H256 {
		let mut bytes = TAG.to_vec();
		self.encode_to(&mut bytes);
		sp_crypto_hashing::blake2_256(&bytes).into()
	}
}
