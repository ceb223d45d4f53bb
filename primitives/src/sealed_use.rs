//! Uses that an administration records sealed: what a leaf says, how it is hashed, how it is proved.
//!
//! An administration that seals its uses evaluates at its own node, keeps each use as a
//! [`SealedUse`] and records, for a period of days, the Merkle root over them with
//! `benefits.recordSealed`. It signs nothing else: to prove one use it hands over the leaf, its place
//! and the hashes beside its way to the root, and whoever has the root from a finalised block checks
//! with [`is_proven`]. What the other leaves say stays with the administration.
//!
//! The tree is that of the SDK's crate `binary-merkle-tree` with blake2-256: two hashes are joined and
//! hashed, and one that is left over moves up as it is. Its leaves are the hashes that
//! [`SealedUse::hash`] gives: what is hashed there begins with a tag, so that no inner node can be
//! passed off as a leaf.

use alloc::vec::Vec;
use bounded_collections::{BoundedBTreeMap, BoundedVec, ConstU32};
use codec::Encode;
use hash256_std_hasher::Hash256StdHasher;
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

/// blake2-256 as the tree needs it.
struct Blake2;

impl hash_db::Hasher for Blake2 {
	type Out = H256;
	type StdHasher = Hash256StdHasher;
	const LENGTH: usize = 32;

	fn hash(bytes: &[u8]) -> H256 {
		sp_crypto_hashing::blake2_256(bytes).into()
	}
}

/// Returns the root over the hashes of all leaves of a period, in their order. All zeros where
/// there are none.
pub fn root(leaves: &[H256]) -> H256 {
	binary_merkle_tree::merkle_root_raw::<Blake2, _>(leaves.iter().copied())
}

/// Returns what proves the leaf at `place`, counted from 0: the hashes beside its way to the root,
/// from below. None where there is no such leaf.
pub fn proof(leaves: &[H256], place: u32) -> Option<Vec<H256>> {
	leaves.get(usize::try_from(place).ok()?)?;
	// It panics for a place that is not there.
	Some(binary_merkle_tree::merkle_proof_raw::<Blake2, _>(leaves.iter().copied(), place).proof)
}

/// Returns whether `leaf` stands at `place` under a root over so many leaves: root and number are
/// those that the grantor recorded.
pub fn is_proven(root: H256, leaves: u32, place: u32, proof: &[H256], leaf: &SealedUse) -> bool {
	let leaf = binary_merkle_tree::Leaf::Hash(leaf.hash());
	binary_merkle_tree::verify_proof::<Blake2, _, _>(
		&root,
		proof.iter().copied(),
		leaves,
		place,
		leaf,
	)
}
