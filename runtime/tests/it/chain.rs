//! A chain of real blocks in memory.

use crate::reads;
use aeo_runtime::{
	presets, signing, AccountId, BlockNumber, Executive, Hash, Header, Runtime, RuntimeCall,
	RuntimeEvent, RuntimeGenesisConfig, System, UncheckedExtrinsic, SLOT_DURATION,
};
use codec::Encode;
use frame_support::{dispatch::GetDispatchInfo, weights::Weight};
use serde_json::Value;
use sp_consensus_aura::AURA_ENGINE_ID;
use sp_core::{
	crypto::{SecretUri, DEV_PHRASE},
	offchain::{testing::TestTransactionPoolExt, TransactionPoolExt},
	sr25519,
	traits::ReadRuntimeVersionExt,
	Pair,
};
use sp_genesis_builder::PresetId;
use sp_keyring::Sr25519Keyring;
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _, Header as _},
	ApplyExtrinsicResult, BuildStorage, Digest, DigestItem, DispatchError,
};
use std::{str::FromStr, sync::LazyLock};

/// The time of the genesis of every chain here: some day in 2027.
const GENESIS: u64 = 1_800_000_000_000;

/// Blocks of a session in the presets.
const SESSION: BlockNumber = 20;

/// The accounts of Mexico, Costa Rica, Peru and Colombia in the presets.
pub const MX: Sr25519Keyring = Sr25519Keyring::Alice;
pub const CR: Sr25519Keyring = Sr25519Keyring::Bob;
pub const PE: Sr25519Keyring = Sr25519Keyring::Charlie;
pub const CO: Sr25519Keyring = Sr25519Keyring::Dave;

/// Who signs: a well-known account, or a key with a development path.
pub trait Signer: Copy {
	fn pair(self) -> sr25519::Pair;

	fn account(self) -> AccountId {
		self.pair().public().into()
	}
}

impl Signer for Sr25519Keyring {
	fn pair(self) -> sr25519::Pair {
		self.to_seed().as_str().pair()
	}
}

/// The key that all development paths begin with. From the phrase it takes longer than to run a block.
static ROOT: LazyLock<sr25519::Pair> =
	LazyLock::new(|| sr25519::Pair::from_string(DEV_PHRASE, None).expect("the phrase is one"));

/// A development path, such as `//MX//officer//1`.
impl Signer for &str {
	fn pair(self) -> sr25519::Pair {
		let path = SecretUri::from_str(self).expect("a development path");
		let derived = ROOT.derive(path.junctions.into_iter(), None);
		derived.expect("the path has hard junctions only").0
	}
}

/// A chain; blocks are made one after another.
pub struct Chain {
	ext: sp_io::TestExternalities,
	parent: Hash,
	number: BlockNumber,
	/// The slot of the last block.
	slot: u64,
}

/// JSON merge patch (RFC 7386).
fn merge(into: &mut Value, patch: &Value) {
	match (into, patch) {
		(Value::Object(into), Value::Object(patch)) => {
			for (key, value) in patch {
				merge(into.entry(key.clone()).or_insert(Value::Null), value);
			}
		}
		(into, patch) => *into = patch.clone(),
	}
}

/// The whole genesis of a preset.
pub fn genesis(preset: &str) -> RuntimeGenesisConfig {
	let patch = presets::get(&PresetId::from(preset)).expect("the preset is known");
	let mut config = serde_json::to_value(RuntimeGenesisConfig::default()).expect("serialises");
	merge(
		&mut config,
		&serde_json::from_slice(&patch).expect("the preset is JSON"),
	);
	serde_json::from_value(config).expect("the preset patches the genesis")
}

impl Chain {
	pub fn new(preset: &str) -> Self {
		Self::of(genesis(preset))
	}

	/// A chain that starts so.
	pub fn of(genesis: RuntimeGenesisConfig) -> Self {
		let mut ext: sp_io::TestExternalities =
			genesis.build_storage().expect("the genesis builds").into();
		ext.register_extension(KeystoreExt::new(MemoryKeystore::new()));
		ext.register_extension(ReadRuntimeVersionExt::new(
			sc_executor::WasmExecutor::<sp_io::SubstrateHostFunctions>::builder().build(),
		));
		Self {
			ext,
			parent: Hash::zero(),
			number: 0,
			slot: GENESIS / SLOT_DURATION,
		}
	}

	/// Another chain with the same past.
	#[cfg(feature = "try-runtime")]
	pub fn fork(&mut self) -> Self {
		let mut ext = sp_io::TestExternalities::default();
		ext.backend = self.ext.as_backend();
		ext.register_extension(KeystoreExt::new(MemoryKeystore::new()));
		Self { ext, ..*self }
	}

	/// The next block will be of this moment, in milliseconds UTC, or of the one that its slot
	/// begins with.
	pub fn skip_to(&mut self, moment: u64) {
		self.slot = moment / SLOT_DURATION - 1;
	}

	/// Make a block, `within` being what happens between the inherents and the end.
	pub fn block<R>(&mut self, within: impl FnOnce() -> R) -> R {
		self.number += 1;
		self.slot += 1;
		let (number, parent, slot) = (self.number, self.parent, self.slot);
		let (header, result) = self.ext.execute_with(|| {
			let digest = Digest {
				logs: vec![DigestItem::PreRuntime(AURA_ENGINE_ID, slot.encode())],
			};
			let header = Header::new(
				number,
				Default::default(),
				Default::default(),
				parent,
				digest,
			);
			Executive::initialize_block(&header);
			let clock = RuntimeCall::Timestamp(pallet_timestamp::Call::set {
				now: slot * SLOT_DURATION,
			});
			Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(clock))
				.expect("the clock is valid")
				.expect("the clock is set");
			let result = within();
			(Executive::finalize_block(), result)
		});
		self.parent = header.hash();
		// Else each block would work out the root over all changes since the genesis.
		self.ext.commit_all().expect("no transaction is open");
		result
	}

	/// As [`Self::block`], in the next block that no session begins with: such a one takes nothing
	/// but what is operational.
	pub fn free_block<R>(&mut self, within: impl FnOnce() -> R) -> R {
		if (self.number + 1).is_multiple_of(SESSION) {
			self.block(|| ());
		}
		self.block(within)
	}

	/// Make empty blocks up to and with this one.
	pub fn run_to(&mut self, number: BlockNumber) {
		while self.number < number {
			self.block(|| ());
		}
	}

	pub fn number(&self) -> BlockNumber {
		self.number
	}

	/// The slot of the last block.
	pub fn slot(&self) -> u64 {
		self.slot
	}

	/// Let the runtime hand transactions to the node's pool; gives what it handed over.
	pub fn pool(&mut self) -> impl Fn() -> Vec<Vec<u8>> {
		let (pool, state) = TestTransactionPoolExt::new();
		self.ext.register_extension(TransactionPoolExt::new(pool));
		move || state.read().transactions.clone()
	}

	/// Look at the state after the last block.
	pub fn read<R>(&mut self, look: impl FnOnce() -> R) -> R {
		self.ext.execute_with(look)
	}

	/// How many different values `look` reads of the state after the last block.
	pub fn reads(&mut self, look: impl FnOnce()) -> usize {
		reads::count(|| self.ext.execute_with(look))
	}
}

/// A signed extrinsic, with the next nonce of the signer.
pub fn signed(signer: impl Signer, call: impl Into<RuntimeCall>) -> UncheckedExtrinsic {
	signed_with(signer, call, System::account_nonce(signer.account()))
}

/// A signed extrinsic with a given nonce.
pub fn signed_with(
	signer: impl Signer,
	call: impl Into<RuntimeCall>,
	nonce: u32,
) -> UncheckedExtrinsic {
	sign(signer, call, nonce, 0)
}

/// A signed extrinsic with a tip, in fee units.
pub fn signed_with_tip(
	signer: impl Signer,
	call: impl Into<RuntimeCall>,
	tip: u128,
) -> UncheckedExtrinsic {
	sign(signer, call, System::account_nonce(signer.account()), tip)
}

fn sign(
	signer: impl Signer,
	call: impl Into<RuntimeCall>,
	nonce: u32,
	tip: u128,
) -> UncheckedExtrinsic {
	let genesis = System::block_hash(0);
	signing::signed(&signer.pair(), call.into(), nonce, tip, genesis)
}

/// Sign and apply in the block under way.
pub fn send(signer: impl Signer, call: impl Into<RuntimeCall>) -> ApplyExtrinsicResult {
	Executive::apply_extrinsic(signed(signer, call))
}

/// A decision as it is written in a call.
pub fn as_written(decision: pallet_certificates::Decision) -> pallet_certificates::WrittenDecision {
	decision.into()
}

/// As [`send`], and it must succeed.
pub fn done(signer: impl Signer, call: impl Into<RuntimeCall>) {
	send(signer, call)
		.expect("the extrinsic is valid")
		.expect("the call succeeds");
}

/// Whether the present block has emitted this event.
pub fn emitted(event: impl Into<RuntimeEvent>) -> bool {
	let event = event.into();
	System::events().iter().any(|record| record.event == event)
}

/// As [`motion_of`], moved by Mexico.
pub fn motion(
	call: impl Into<RuntimeCall>,
	threshold: u32,
	ayes: &[Sr25519Keyring],
) -> Option<Result<(), DispatchError>> {
	motion_of(MX, call, threshold, ayes)
}

/// Propose a motion, vote and close it, all in the block under way. Gives what the council made of
/// its call, or `None` where the motion did not pass.
pub fn motion_of(
	mover: Sr25519Keyring,
	call: impl Into<RuntimeCall>,
	threshold: u32,
	ayes: &[Sr25519Keyring],
) -> Option<Result<(), DispatchError>> {
	let call: RuntimeCall = call.into();
	let bytes = u32::try_from(call.encoded_size()).expect("short");
	let weight = call.get_dispatch_info().call_weight;
	let hash = BlakeTwo256::hash_of(&call);
	let index = pallet_collective::ProposalCount::<Runtime, pallet_collective::Instance1>::get();
	done(
		mover,
		pallet_collective::Call::propose {
			threshold,
			proposal: Box::new(call),
			length_bound: bytes,
		},
	);
	for voter in ayes {
		done(
			*voter,
			pallet_collective::Call::vote {
				proposal: hash,
				index,
				approve: true,
			},
		);
	}
	done(mover, close(hash, index, weight, bytes));
	System::events()
		.into_iter()
		.rev()
		.find_map(|record| match record.event {
			RuntimeEvent::Council(pallet_collective::Event::Executed {
				proposal_hash,
				result,
			}) if proposal_hash == hash => Some(result),
			_ => None,
		})
}

/// The call that closes a motion.
pub fn close(
	proposal_hash: Hash,
	index: u32,
	proposal_weight_bound: Weight,
	length_bound: u32,
) -> RuntimeCall {
	RuntimeCall::Council(pallet_collective::Call::close {
		proposal_hash,
		index,
		proposal_weight_bound,
		length_bound,
	})
}

/// The members of the council.
pub fn seats() -> Vec<AccountId> {
	pallet_collective::Members::<Runtime, pallet_collective::Instance1>::get()
}
