//! Values of a block's state, proven by nodes of its trie.

use crate::Error;
use alloc::{collections::BTreeMap, vec::Vec};
use codec::{Decode, DecodeAll};
use hash_db::{HashDB, Hasher, EMPTY_PREFIX};
use primitive_types::H256;
use sp_core::Blake2Hasher;
use sp_trie::{LayoutV1, MemoryDB, NodeCodec, RandomState, Trie, TrieDBBuilder};
use trie_db::{
	node::{Node, NodeHandle, Value},
	NodeCodec as _,
};

type Layout = LayoutV1<Blake2Hasher>;

/// Values of a state: those that are proven, or those of who is asked what a proof is to have.
pub trait Values {
	/// Returns the value under a key; none where there is none.
	///
	/// # Errors
	///
	/// Nobody says.
	fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Error>;
}

/// What is proven of a state.
pub struct State {
	root: H256,
	nodes: MemoryDB<Blake2Hasher>,
}

/// Where a part of the proof is referred to from.
enum Part<'a> {
	/// It is a node, or a value, with this hash.
	Node(H256),
	Value(H256),
	/// It stands in the node that refers to it.
	Inline(&'a [u8]),
}

impl State {
	/// Takes the nodes of a proof under the root of a state. Each must be referred to, once, on a way from the
	/// root: so that no byte of them can be another one.
	///
	/// # Errors
	///
	/// There is a node that nothing refers to, or that is there twice, or that is none.
	pub fn new<'a>(root: H256, proof: impl IntoIterator<Item = &'a [u8]>) -> Result<Self, Error> {
		let mut nodes = MemoryDB::<Blake2Hasher>::with_hasher(RandomState::default());
		let mut left = BTreeMap::new();
		for node in proof {
			let hash = Blake2Hasher::hash(node);
			if left.insert(hash, node).is_some() {
				return Err(Error::LeftOver);
			}
			nodes.insert(EMPTY_PREFIX, node);
		}
		let mut parts = Vec::from([Part::Node(root)]);
		while let Some(part) = parts.pop() {
			let node = match part {
				Part::Inline(node) => node,
				// What is referred to and is not there was not read.
				Part::Node(hash) => match left.remove(&hash) {
					Some(node) => node,
					None => continue,
				},
				Part::Value(hash) => {
					left.remove(&hash);
					continue;
				}
			};
			let node = NodeCodec::<Blake2Hasher>::decode(node).map_err(|_| Error::LeftOver)?;
			parts.extend(references(node));
		}
		if left.is_empty() {
			Ok(Self { root, nodes })
		} else {
			Err(Error::LeftOver)
		}
	}

	/// Returns the value under a key; none where there is none.
	///
	/// # Errors
	///
	/// The proof doesn't say.
	pub fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
		let trie = TrieDBBuilder::<Layout>::new(&self.nodes, &self.root).build();
		trie.get(key).map_err(|_| Error::NotProven)
	}

	/// Returns blake2-256 of the value under a key, which itself may be missing in the proof.
	///
	/// # Errors
	///
	/// The proof doesn't say.
	pub fn hash_of(&self, key: &[u8]) -> Result<Option<H256>, Error> {
		let trie = TrieDBBuilder::<Layout>::new(&self.nodes, &self.root).build();
		trie.get_hash(key).map_err(|_| Error::NotProven)
	}

	/// Returns the decoded value under a key.
	///
	/// # Errors
	///
	/// The proof doesn't say, or the value is of another form.
	pub fn read<T: Decode>(&self, key: &[u8]) -> Result<Option<T>, Error> {
		self.get(key)?
			.map(|value| T::decode_all(&mut value.as_slice()).map_err(|_| Error::UnknownForm))
			.transpose()
	}
}

impl Values for State {
	fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
		Self::get(self, key)
	}
}

/// What a node refers to.
fn references(node: Node<'_>) -> Vec<Part<'_>> {
	let child = |handle| match handle {
		NodeHandle::Hash(hash) => Part::Node(H256::from_slice(hash)),
		NodeHandle::Inline(node) => Part::Inline(node),
	};
	let value = |value| match value {
		Value::Node(hash) => Some(Part::Value(H256::from_slice(hash))),
		Value::Inline(_) => None,
	};
	match node {
		Node::Empty => Vec::new(),
		Node::Leaf(_, own) => value(own).into_iter().collect(),
		Node::Extension(_, handle) => Vec::from([child(handle)]),
		Node::Branch(children, own) | Node::NibbledBranch(_, children, own) => children
			.into_iter()
			.flatten()
			.map(child)
			.chain(own.and_then(value))
			.collect(),
	}
}
