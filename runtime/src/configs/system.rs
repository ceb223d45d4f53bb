//! Limits of a block, the clock, and what may be called at all.

use super::prices;
use crate::{
	AccountId, Aura, Block, Hash, Nonce, PalletInfo, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeOrigin, RuntimeTask, RuntimeVersion, TxPause, SLOT_DURATION, VERSION,
};
use frame_support::dispatch::DispatchClass;
use frame_support::{
	derive_impl, parameter_types,
	traits::{ConstU16, ConstU32, ConstU64, Contains, InsideBoth},
	weights::{
		constants::{WEIGHT_REF_TIME_PER_MILLIS, WEIGHT_REF_TIME_PER_NANOS},
		RuntimeDbWeight, Weight,
	},
};
use frame_system::limits::{BlockLength, BlockWeights};
use sp_runtime::{traits::AccountIdLookup, Perbill};

/// The generic prefix of addresses. Equal in every chain specification (a test compares).
pub const SS58_PREFIX: u16 = 42;

/// The part of a block that normal calls may fill; the rest is left for suspensions, votes and
/// upgrades.
const NORMAL_RATIO: Perbill = Perbill::from_percent(75);

/// What a block may execute, in picoseconds: half of a slot, so that whoever writes the next block has
/// executed this one by then.
const EXECUTION: u64 = SLOT_DURATION * WEIGHT_REF_TIME_PER_MILLIS / 2;

/// Longest block, in bytes: room for an upgrade of several MiB.
const MAX_BLOCK_BYTES: u32 = 5 * 1024 * 1024;

parameter_types! {
	/// Blocks that stay known to be recent.
	pub const BlockHashCount: u32 = 4_096;
	/// The version of the runtime.
	pub const Version: RuntimeVersion = VERSION;
	/// One and a half seconds of execution in each slot of three: docs/adr/0049-half-of-a-slot.md.
	pub RuntimeBlockWeights: BlockWeights = block_weights();
	/// What the node's database costs.
	pub const DatabasePrices: RuntimeDbWeight = RuntimeDbWeight {
		read: prices::READ * WEIGHT_REF_TIME_PER_NANOS,
		write: prices::WRITE * WEIGHT_REF_TIME_PER_NANOS,
	};
	/// Bytes of a block.
	pub RuntimeBlockLength: BlockLength = BlockLength::builder()
		.max_length(MAX_BLOCK_BYTES)
		.modify_max_length_for_class(DispatchClass::Normal, |bytes| {
			*bytes = NORMAL_RATIO.mul_floor(*bytes)
		})
		.max_header_size(100 * 1024)
		.build();
}

/// The limits of a block, over what blocks and extrinsics cost.
fn block_weights() -> BlockWeights {
	let nanoseconds = |of: u64| Weight::from_parts(of.saturating_mul(WEIGHT_REF_TIME_PER_NANOS), 0);
	let most = Weight::from_parts(EXECUTION, u64::MAX);
	let normal = NORMAL_RATIO.mul_floor(most.ref_time());
	let normal = Weight::from_parts(normal, NORMAL_RATIO.mul_floor(most.proof_size()));
	BlockWeights::builder()
		.base_block(nanoseconds(prices::BLOCK))
		.for_class(DispatchClass::all(), |class| {
			class.base_extrinsic = nanoseconds(prices::EXTRINSIC.saturating_sub(prices::CHARGE));
		})
		.for_class(DispatchClass::Normal, |class| {
			class.max_total = Some(normal)
		})
		.for_class(DispatchClass::Operational, |class| {
			class.max_total = Some(most);
			class.reserved = Some(most.saturating_sub(normal));
		})
		.avg_block_initialization(Perbill::from_percent(10))
		.build_or_panic()
}

/// What the stock extensions read and write. What they compute is in the price of an extrinsic, which is
/// measured with them, as is what they read that is the same for all.
pub struct ExtensionsWeight;

impl frame_system::ExtensionsWeightInfo for ExtensionsWeight {
	fn check_genesis() -> Weight {
		Weight::zero()
	}

	/// The hash of the block at which the extrinsic was made.
	fn check_mortality_mortal_transaction() -> Weight {
		DatabasePrices::get().reads(1)
	}

	fn check_mortality_immortal_transaction() -> Weight {
		Weight::zero()
	}

	fn check_non_zero_sender() -> Weight {
		Weight::zero()
	}

	/// The signer's nonce, which lies with its balance.
	fn check_nonce() -> Weight {
		DatabasePrices::get().reads_writes(1, 1)
	}

	fn check_spec_version() -> Weight {
		Weight::zero()
	}

	fn check_tx_version() -> Weight {
		Weight::zero()
	}

	fn check_weight() -> Weight {
		Weight::zero()
	}

	fn weight_reclaim() -> Weight {
		Weight::zero()
	}
}

/// Every call but `session.purge_keys`: a validator without keys would leave the set behind every
/// floor. `administrations.stop_validating` is the way to stop.
pub struct NotPurgeKeys;

impl Contains<RuntimeCall> for NotPurgeKeys {
	fn contains(call: &RuntimeCall) -> bool {
		!matches!(
			call,
			RuntimeCall::Session(pallet_session::Call::purge_keys { .. })
		)
	}
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type AccountData = pallet_balances::AccountData<crate::Balance>;
	type AccountId = AccountId;
	type BaseCallFilter = InsideBoth<NotPurgeKeys, TxPause>;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type BlockLength = RuntimeBlockLength;
	type BlockWeights = RuntimeBlockWeights;
	type DbWeight = DatabasePrices;
	type ExtensionsWeightInfo = ExtensionsWeight;
	type Hash = Hash;
	type Lookup = AccountIdLookup<AccountId, ()>;
	type MaxConsumers = ConstU32<16>;
	type Nonce = Nonce;
	type SS58Prefix = ConstU16<SS58_PREFIX>;
	type SingleBlockMigrations = crate::migrations::Migrations;
	type Version = Version;
}

impl pallet_timestamp::Config for Runtime {
	type MinimumPeriod = ConstU64<{ SLOT_DURATION / 2 }>;
	type Moment = u64;
	type OnTimestampSet = Aura;
	type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Runtime>;
}
