//! A chain made by hand: states, headers, validators and their votes.

use aeo_primitives::{
	recognition::{Consent, ConsentMode},
	CertificateState, CertificateType, Date, Halves, Role, Roles, Territory, Validity,
};
use aeo_receipt::{
	evidence,
	finality::{Authorities, Justification},
	HandOff, Question, Receipt, Trust, H256,
};
use codec::{Compact, Encode};
use ed25519_dalek::{Signer, SigningKey};
use finality_grandpa::{Commit, Message, Precommit, SignedPrecommit};
use serde_bytes::{ByteArray, ByteBuf};
use sp_core::Blake2Hasher;
use sp_crypto_hashing::{blake2_128, blake2_256, twox_128, twox_64};
use sp_trie::{
	trie_types::TrieDBMutBuilderV1, LayoutV1, MemoryDB, RandomState, Recorder, Trie, TrieDBBuilder,
	TrieMut,
};
use std::collections::BTreeMap;

pub use aeo_receipt::Header;

/// The time of the block, in milliseconds UTC.
pub const TIME: u64 = 1_793_000_000_000;

/// The number of the certificate.
pub const NUMBER: &str = "MX-OEA-0001";

/// The hash of the chain's first block.
pub const GENESIS: H256 = H256::repeat_byte(0xaa);

/// Validators, one for each number.
pub fn validators(numbers: impl IntoIterator<Item = u8>) -> Vec<SigningKey> {
	let keys = numbers.into_iter();
	keys.map(|number| SigningKey::from_bytes(&[number; 32]))
		.collect()
}

/// Validators with a vote each.
pub fn authorities(keys: &[SigningKey]) -> Authorities {
	keys.iter()
		.map(|key| (key.verifying_key().to_bytes(), 1))
		.collect()
}

/// A block after another one.
pub fn after(parent: &Header, state: H256) -> Header {
	Header {
		parent: parent.hash(),
		number: parent.number + 1,
		state,
		extrinsics: H256::zero(),
		digest: Vec::new(),
	}
}

/// A block of a number, after one that nobody knows.
pub fn block(number: u32, state: H256) -> Header {
	Header {
		parent: H256::repeat_byte(1),
		number,
		state,
		extrinsics: H256::repeat_byte(2),
		digest: Vec::new(),
	}
}

/// A block that says something about validators; `message` is encoded.
pub fn says(block: Header, message: Vec<u8>) -> Header {
	let mut bytes = block.encode();
	assert_eq!(bytes.pop(), Some(0), "it says nothing yet");
	bytes.extend(Compact(1_u32).encode());
	bytes.extend((4_u8, *b"FRNK", message).encode());
	Header::read(&bytes).expect("a header")
}

/// The message that other validators follow after so many blocks.
pub fn scheduled(next: &[SigningKey], delay: u32) -> Vec<u8> {
	(1_u8, authorities(next), delay).encode()
}

/// The message that other validators are forced.
pub fn forced(next: &[SigningKey]) -> Vec<u8> {
	(2_u8, 7_u32, authorities(next), 0_u32).encode()
}

/// A vote for a block.
pub fn vote(
	key: &SigningKey,
	block: &Header,
	round: u64,
	set: u64,
) -> SignedPrecommit<H256, u32, [u8; 64], [u8; 32]> {
	let precommit = Precommit {
		target_hash: block.hash(),
		target_number: block.number,
	};
	let message = (Message::Precommit(precommit.clone()), round, set).encode();
	SignedPrecommit {
		precommit,
		signature: key.sign(&message).to_bytes(),
		id: key.verifying_key().to_bytes(),
	}
}

/// The votes of some validators for a block.
pub fn votes(keys: &[SigningKey], block: &Header, set: u64) -> Justification {
	Justification {
		round: 9,
		commit: Commit {
			target_hash: block.hash(),
			target_number: block.number,
			precommits: keys.iter().map(|key| vote(key, block, 9, set)).collect(),
		},
		ancestry: Vec::new(),
	}
}

/// How an office is handed over.
pub fn hand_off(keys: &[SigningKey], block: &Header, set: u64) -> HandOff {
	HandOff {
		header: block.encode().into(),
		justification: votes(keys, block, set).encode().into(),
	}
}

pub fn value(pallet: &str, name: &str) -> Vec<u8> {
	[twox_128(pallet.as_bytes()), twox_128(name.as_bytes())].concat()
}

pub fn certificate_key() -> Vec<u8> {
	key_of(NUMBER)
}

/// Where a certificate with a number is.
pub fn key_of(number: &str) -> Vec<u8> {
	let (issuer, number) = (Territory::MX.encode(), number.encode());
	let issuer_hash = twox_64(&issuer).to_vec();
	let number_hash = blake2_128(&number).to_vec();
	let map = value("Certificates", "Certificates");
	[map, issuer_hash, issuer, number_hash, number].concat()
}

pub fn day(text: &str) -> Date {
	text.parse().expect("a day")
}

/// A certificate as the pallet stores it, written field by field.
fn certificate() -> Vec<u8> {
	let certificate_type = CertificateType {
		programme: aeo_primitives::code("OEA").expect("a code"),
		code: aeo_primitives::code("IM").expect("a code"),
	};
	let validity = Validity {
		from: day("2026-01-01"),
		until: Some(day("2028-12-31")),
		renewal_pending: false,
	};
	let consent = Consent {
		mode: ConsentMode::Standing,
		exceptions: Default::default(),
	};
	let first = (trader(), 4_u32, 2_u32, 2_u32, 0_u32, 0_u32);
	let what = (
		certificate_type,
		Halves::Both,
		Roles::new([Role::Exporter]).expect("one"),
		CertificateState::Authorised,
		Some(validity),
		consent,
	);
	let asked = (false, None::<u8>, false, None::<Date>, false);
	let last = (None::<Date>, asked, false, Some(day("2027-06-30")));
	(first, what, last).encode()
}

fn trader() -> H256 {
	H256::repeat_byte(0x77)
}

/// The state of a block, with a runtime and many certificates that nobody asks about.
pub struct World {
	values: BTreeMap<Vec<u8>, Vec<u8>>,
	/// The runtime.
	pub code: Vec<u8>,
}

impl World {
	pub fn new() -> Self {
		Self::with_runtime(vec![7; 5_000])
	}

	pub fn with_runtime(code: Vec<u8>) -> Self {
		let first = 0_u32.encode();
		let first_key = [
			value("System", "BlockHash"),
			twox_64(&first).to_vec(),
			first,
		]
		.concat();
		let tin = "MXNWM9709244W4".encode();
		let trader_key = [value("Identities", "Traders"), trader().encode()].concat();
		let mut values = BTreeMap::from([
			(b":code".to_vec(), code.clone()),
			(first_key, GENESIS.encode()),
			(
				value("System", "LastRuntimeUpgrade"),
				(Compact(1_012_u32), "aeo-chain").encode(),
			),
			(value("Timestamp", "Now"), TIME.encode()),
			(
				value("Certificates", ":__STORAGE_VERSION__:"),
				3_u16.encode(),
			),
			(value("Identities", ":__STORAGE_VERSION__:"), 1_u16.encode()),
			(certificate_key(), certificate()),
			(trader_key, [tin, Territory::MX.encode()].concat()),
		]);
		for number in 0..100_u32 {
			let key = [
				value("Certificates", "Certificates"),
				blake2_256(&number.encode()).to_vec(),
			];
			values.insert(key.concat(), vec![9; 80]);
			values.insert(key_of(&format!("MX-OEA-1{number:03}")), vec![9; 80]);
		}
		Self { values, code }
	}

	pub fn set(&mut self, key: Vec<u8>, with: Vec<u8>) {
		self.values.insert(key, with);
	}

	/// The root of the state, and the nodes that prove these values, with what every receipt proves.
	pub fn prove(&self, keys: &[Vec<u8>]) -> (H256, Vec<ByteBuf>) {
		let mut nodes = MemoryDB::<Blake2Hasher>::with_hasher(RandomState::default());
		let mut root = H256::zero();
		let mut trie = TrieDBMutBuilderV1::<Blake2Hasher>::new(&mut nodes, &mut root).build();
		for (key, value) in &self.values {
			trie.insert(key, value).expect("memory takes it");
		}
		trie.commit();
		drop(trie);
		let mut recorder = Recorder::<LayoutV1<Blake2Hasher>>::new();
		let trie = TrieDBBuilder::<LayoutV1<Blake2Hasher>>::new(&nodes, &root)
			.with_recorder(&mut recorder)
			.build();
		for key in evidence().iter().chain(keys) {
			if key == b":code" {
				trie.get_hash(key).expect("it is there");
			} else {
				trie.get(key).expect("it is there, or not");
			}
		}
		let read: BTreeMap<_, _> = recorder
			.drain()
			.into_iter()
			.map(|node| (node.hash, node.data))
			.collect();
		(root, read.into_values().map(ByteBuf::from).collect())
	}

	/// A receipt about the certificate, signed by these validators.
	pub fn receipt(&self, keys: &[SigningKey]) -> Receipt {
		self.receipt_of(
			keys,
			certificate_question(NUMBER),
			&[certificate_key(), self.trader_key()],
		)
	}

	pub fn trader_key(&self) -> Vec<u8> {
		[value("Identities", "Traders"), trader().encode()].concat()
	}

	pub fn receipt_of(&self, keys: &[SigningKey], question: Question, read: &[Vec<u8>]) -> Receipt {
		let (root, proof) = self.prove(read);
		let header = block(100, root);
		let next = after(&header, H256::zero());
		Receipt {
			genesis: ByteArray::new(GENESIS.0),
			hand_offs: Vec::new(),
			set: 0,
			headers: vec![header.encode().into(), next.encode().into()],
			justification: votes(keys, &next, 0).encode().into(),
			specification: 1_012,
			code: ByteArray::new(blake2_256(&self.code)),
			question: question.told(),
			answer: (100_u32, TIME, true).encode().into(),
			proof,
		}
	}
}

pub fn certificate_question(number: &str) -> Question {
	Question::Certificate {
		issuer: Territory::MX,
		number: number.parse().expect("short"),
	}
}

/// Who trusts these validators from the first block on.
pub fn trust(keys: &[SigningKey]) -> Trust {
	Trust::new(GENESIS, 0, authorities(keys))
}
