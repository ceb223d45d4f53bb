//! The first block of a chain, from its specification: what is in it needs no node.

use crate::{finality::Authorities, header::Item, keys, Error, Header, Trust};
use alloc::{collections::BTreeMap, vec::Vec};
use codec::DecodeAll;
use primitive_types::H256;
use sp_core::Blake2Hasher;
use sp_trie::{LayoutV1, TrieConfiguration};

/// Returns what is trusted by who trusts the state of the first block, and the runtime in it.
///
/// # Errors
///
/// The state has no runtime or no validators.
pub fn trust(state: &BTreeMap<Vec<u8>, Vec<u8>>) -> Result<(Trust, &[u8]), Error> {
	let root = |pairs: &BTreeMap<Vec<u8>, Vec<u8>>| {
		H256(LayoutV1::<Blake2Hasher>::trie_root(pairs.iter()).0)
	};
	let header = Header {
		parent: H256::zero(),
		number: 0,
		state: root(state),
		extrinsics: root(&BTreeMap::new()),
		digest: Vec::<Item>::new(),
	};
	let code = state.get(keys::CODE).ok_or(Error::UnknownForm)?;
	let validators = state.get(&keys::validators()).ok_or(Error::UnknownForm)?;
	let validators =
		Authorities::decode_all(&mut validators.as_slice()).map_err(|_| Error::UnknownForm)?;
	Ok((Trust::new(header.hash(), 0, validators), code))
}
