//! The runtime of aeo-chain: customs administrations, their certificates and agreements.
//!
//! The runtime wires; rules live in the pallets. `configs` configures each pallet, by concern;
//! `apis` is what node and clients call; `migrations` is what an upgrade changes; `presets` are the chains that a node can start.

#![cfg_attr(not(feature = "std"), no_std)]
#![allow(
	missing_docs,
	reason = "the runtime macros generate public items without documentation"
)]
#![cfg_attr(
	not(feature = "runtime-benchmarks"),
	deny(
		clippy::arithmetic_side_effects,
		clippy::float_arithmetic,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]
#![recursion_limit = "256"]

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

extern crate alloc;

pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod configs;
pub mod migrations;
pub mod presets;
pub mod queries;
#[cfg(feature = "std")]
pub mod signing;
mod token;
#[cfg(feature = "try-runtime")]
mod try_runtime;

use alloc::{borrow::Cow, vec::Vec};
use sp_runtime::{
	generic, impl_opaque_keys,
	traits::{BlakeTwo256, IdentifyAccount, Verify},
	MultiAddress, MultiSignature,
};
use sp_version::RuntimeVersion;

pub use apis::{RuntimeApi, RUNTIME_API_VERSIONS};
pub use configs::system::SS58_PREFIX;
pub use pallet_certificates::Decision;
pub use token::{TOKEN_DECIMALS, TOKEN_SYMBOL};

/// Time between two blocks, in milliseconds; fixed for ever at genesis.
pub const SLOT_DURATION: u64 = 3_000;

/// Blocks in an hour.
pub const HOURS: BlockNumber = 60 * 60 * 1_000 / 3_000;

/// Blocks in a day.
pub const DAYS: BlockNumber = 24 * HOURS;

/// Number of a block.
pub type BlockNumber = u32;
/// Signature of an extrinsic.
pub type Signature = MultiSignature;
/// Account, equal to its public key or derived from one.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// Balance of an account, in fee units: picoseconds of execution time.
pub type Balance = pallet_fees::FeeUnits;
/// Index of a transaction of an account.
pub type Nonce = u32;
/// Hash of blocks, code and documents: blake2-256.
pub type Hash = sp_core::H256;
/// How an account is written in a call.
pub type Address = MultiAddress<AccountId, ()>;
/// Header of a block.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// Block of this chain.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// What a signed transaction carries besides the call. None of it is ours to those who sign, so that
/// every client can sign without being taught: what charges is the stock extension within a wrapper
/// that nobody sees.
pub type TxExtension = (
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	frame_system::CheckEra<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	configs::fees::SuspensionsFirst,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);
/// Extrinsic as it arrives.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// What is signed.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;
/// Runs the blocks.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

/// Types for those who handle blocks without decoding their extrinsics, as the node does.
pub mod opaque {
	use super::*;
	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

	/// Block with extrinsics as bytes.
	pub type Block = generic::Block<Header, UncheckedExtrinsic>;
}

impl_opaque_keys! {
	/// The keys with which a validator authors, finalises and is found.
	pub struct SessionKeys {
		/// Authors blocks.
		pub aura: Aura,
		/// Finalises them.
		pub grandpa: Grandpa,
		/// Signs the addresses under which its node is found.
		pub authority_discovery: AuthorityDiscovery,
	}
}

/// The version of this runtime. `spec_version` rises with each change that a node or client can
/// notice (a test compares the metadata), `transaction_version` only when calls are encoded
/// differently.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("aeo-chain"),
	impl_name: Cow::Borrowed("aeo-chain"),
	authoring_version: 1,
	spec_version: 1_018,
	impl_version: 1,
	apis: RUNTIME_API_VERSIONS,
	transaction_version: 8,
	system_version: 1,
};

/// The pallets. Genesis and hooks run in the order of the indices: 0–9 system and administrations
/// (which give the validators, so before the session), 10–19 consensus, 20–29 governance, 30–39
/// utility, 40–48 the other customs pallets. `Fees` has neither: it hears of the administrations of the
/// genesis from their own pallet.
#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(3)]
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(4)]
	pub type Fees = pallet_fees;
	#[runtime::pallet_index(9)]
	pub type Administrations = pallet_administrations;

	#[runtime::pallet_index(10)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(11)]
	pub type Aura = pallet_aura;
	#[runtime::pallet_index(12)]
	pub type Grandpa = pallet_grandpa;
	#[runtime::pallet_index(13)]
	pub type Historical = pallet_session::historical;
	#[runtime::pallet_index(14)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(15)]
	pub type AuthorityDiscovery = pallet_authority_discovery;
	#[runtime::pallet_index(16)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(17)]
	pub type Equivocations = pallet_equivocations;

	#[runtime::pallet_index(20)]
	pub type Council = pallet_collective<Instance1>;

	#[runtime::pallet_index(30)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(31)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(32)]
	pub type TxPause = pallet_tx_pause;

	#[runtime::pallet_index(40)]
	pub type Identities = pallet_identities;
	#[runtime::pallet_index(41)]
	pub type Certificates = pallet_certificates;
	#[runtime::pallet_index(42)]
	pub type Suspensions = pallet_suspensions;
	#[runtime::pallet_index(43)]
	pub type Agreements = pallet_agreements;
	#[runtime::pallet_index(44)]
	pub type Benefits = pallet_benefits;
	#[runtime::pallet_index(45)]
	pub type Applications = pallet_applications;
	#[runtime::pallet_index(46)]
	pub type Disclosures = pallet_disclosures;
}

#[cfg(feature = "std")]
impl Runtime {
	/// The metadata, not encoded, for those who look into it.
	pub fn metadata_16() -> sp_metadata_ir::frame_metadata::RuntimeMetadataPrefixed {
		sp_metadata_ir::into_v16(Self::metadata_ir())
	}
}
