//! The Merkle tree under a root on chain: the root over leaves, and how one of them is proved.
//!
//! It is the tree of the SDK's crate `binary-merkle-tree` with blake2-256: two hashes are joined and
//! hashed, and one that is left over moves up as it is. A leaf is itself a hash, of something that
//! begins with a tag of its own, so that no inner node can be passed off as a leaf:
//! [`SealedUse::hash`](crate::sealed_use::SealedUse::hash), and the records of the sealed lists.

use alloc::vec::Vec;
use hash256_std_hasher::Hash256StdHasher;
use primitive_types::H256;

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

/// Returns the root over all leaves, in their order. All zeros where there are none.
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

/// Returns whether `leaf` stands at `place`, counted from 0, under a root over so many leaves. Root
/// and number are those that stand on chain.
pub fn is_proven(root: H256, leaves: u32, place: u32, proof: &[H256], leaf: H256) -> bool {
	binary_merkle_tree::verify_proof::<Blake2, _, _>(
		&root,
		proof.iter().copied(),
		leaves,
		place,
		binary_merkle_tree::Leaf::Hash(leaf),
	)
}
