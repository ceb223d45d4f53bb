//! Quotas first, fees beyond them. No price moves: a fee unit is a picosecond of execution.

use crate::{
	configs::{
		governance::AtLeast,
		paid_calls::{is_suspension, CallsOfTheRole, MAX_OTHER_ACCOUNTS},
		system::{RuntimeBlockLength, RuntimeBlockWeights},
	},
	AccountId, Administrations, Balance, Balances, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeFreezeReason, RuntimeHoldReason, RuntimeOrigin, System,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	dispatch::{DispatchClass, DispatchInfo, PostDispatchInfo},
	pallet_prelude::{
		TransactionPriority, TransactionSource, TransactionValidityError, ValidTransaction,
	},
	parameter_types,
	traits::{ConstU128, ConstU32, ConstU8, VariantCountOf},
	weights::{ConstantMultiplier, IdentityFee, Weight},
};
use pallet_fees::{Payer, Purse, Quota, QuotaOrFee, WeightInfo};
use pallet_transaction_payment::{
	ChargeTransactionPayment, ConstFeeMultiplier, FungibleAdapter, Multiplier, Pre,
};
use scale_info::{Type, TypeInfo};
use sp_runtime::{
	traits::{Implication, One, TransactionExtension, TransactionExtensionMetadata},
	DispatchResult,
};

/// What a byte costs for staying: a microsecond. Each byte of an extrinsic stays in the blocks, and
/// most stay in the state as well. At this price an administration that uses all of its quota for
/// nothing but bytes, for ever, adds 1.1 gigabytes a day.
pub const KEPT_BYTE: Balance = 1_000_000;

/// One millisecond of execution, in fee units.
const MILLISECOND: u128 = 1_000_000_000;

parameter_types! {
	/// An administration can load some ten thousand records at once, and then use a thirtieth of the
	/// blocks for ever.
	pub const InitialQuota: Quota = Quota { max: 10_000 * MILLISECOND, recovery: 50 * MILLISECOND };
	/// What always pays for what protects an administration. One account can use half of it: the
	/// heaviest suspension several times at once, and again in a block or two (a test compares); or
	/// some hundred and fifty suspensions of one certificate at once, and then a dozen a second. All
	/// of it leaves more than two thirds of a block to the suspensions of others.
	pub const Reserve: Quota = Quota { max: 400 * MILLISECOND, recovery: 100 * MILLISECOND };
	/// Some two hundred calls of holders, agencies and offered accounts at once, and then 0.7% of the
	/// blocks for ever: a fifth of what the officers have.
	pub const JointQuota: Quota = Quota { max: 600 * MILLISECOND, recovery: 10 * MILLISECOND };
	/// Some twenty calls at once, and one in half a minute for ever. What a holder asks for may change
	/// its certificate, and so weighs telling all grantors of it.
	pub const AccountQuota: Quota = Quota { max: 60 * MILLISECOND, recovery: MILLISECOND / 3 };
	/// The price never moves.
	pub FeeMultiplier: Multiplier = Multiplier::one();
	/// What a byte of an extrinsic costs, in fee units: its share of a block, and its staying.
	pub FeePerByte: Balance = byte_of_block().saturating_add(KEPT_BYTE);
}

/// What a byte costs of a block: so much that a block full of bytes costs as much as one full of
/// execution. Of both, normal calls may use the same part: 1,125 milliseconds over 3,932,160 bytes
/// make 286,103 picoseconds.
pub fn byte_of_block() -> Balance {
	let weights = RuntimeBlockWeights::get();
	let execution = weights.get(DispatchClass::Normal).max_total;
	let picoseconds = execution.unwrap_or(weights.max_block).ref_time();
	let bytes = *RuntimeBlockLength::get().max.get(DispatchClass::Normal);
	Balance::from(picoseconds).div_ceil(Balance::from(bytes.max(1)))
}

impl pallet_balances::Config for Runtime {
	type AccountStore = System;
	type Balance = Balance;
	type DoneSlashHandler = ();
	type DustRemoval = ();
	type ExistentialDeposit = ConstU128<1>;
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type MaxLocks = ConstU32<0>;
	type MaxReserves = ConstU32<8>;
	type ReserveIdentifier = [u8; 8];
	type RuntimeEvent = RuntimeEvent;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = pallet_balances::weights::SubstrateWeight<Runtime>;
}

/// What charging costs, whoever pays, where there is no tip.
pub struct ChargeWeight;

impl pallet_transaction_payment::WeightInfo for ChargeWeight {
	fn charge_transaction_payment() -> Weight {
		FeesWeight::charge_joint()
			.max(FeesWeight::charge_administration())
			.max(FeesWeight::charge_balance())
	}
}

/// What charging costs, whoever pays. A tip comes from the balance besides.
fn charging_at_most(tip: Balance) -> Weight {
	let charging =
		<ChargeWeight as pallet_transaction_payment::WeightInfo>::charge_transaction_payment();
	match tip {
		0 => charging,
		_ => charging.saturating_add(FeesWeight::charge_balance()),
	}
}

/// What charging has cost, once it is known who has paid.
fn charging<Credit>(payer: &Payer<AccountId, Credit>, tip: Balance) -> Weight {
	match payer {
		Payer::Balance(_) => FeesWeight::charge_balance(),
		Payer::Quota {
			purse: Purse::Administration(_),
			is_first,
			..
		} if tip == 0 => {
			// The record of the administration and its budget come to the database once in a block.
			let (reads, writes) = if *is_first { (0, 0) } else { (2, 1) };
			let shared =
				<Runtime as frame_system::Config>::DbWeight::get().reads_writes(reads, writes);
			FeesWeight::charge_administration().saturating_sub(shared)
		}
		Payer::Quota { .. } => charging_at_most(tip),
	}
}

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnChargeTransaction = QuotaOrFee<FungibleAdapter<Balances, ()>>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightToFee = IdentityFee<Balance>;
	type LengthToFee = ConstantMultiplier<Balance, FeePerByte>;
	type FeeMultiplierUpdate = ConstFeeMultiplier<FeeMultiplier>;
	type WeightInfo = ChargeWeight;
}

impl pallet_fees::Config for Runtime {
	type QuotaOrigin = AtLeast<2, 3>;
	type Administrations = Administrations;
	type InitialQuota = InitialQuota;
	type Reserve = Reserve;
	type JointQuota = JointQuota;
	type AccountQuota = AccountQuota;
	type PaidCalls = CallsOfTheRole;
	type WeightInfo = FeesWeight;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}

type FeesWeight = pallet_fees::weights::SubstrateWeight<Runtime>;

/// Charges as the stock extension does, and lets a suspension go before everything else.
///
/// The stock extension ranks what is operational by its fee over its weight, so that a light vote
/// goes before a heavy suspension, and a tip before both. Nobody who signs sees this one: it is
/// named, encoded and described as the one that it wraps.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq)]
pub struct SuspensionsFirst(ChargeTransactionPayment<Runtime>);

/// What it wraps.
type Charge = ChargeTransactionPayment<Runtime>;

/// By the tip.
impl From<Balance> for SuspensionsFirst {
	fn from(tip: Balance) -> Self {
		Self(Charge::from(tip))
	}
}

impl TypeInfo for SuspensionsFirst {
	type Identity = Charge;

	fn type_info() -> Type {
		Charge::type_info()
	}
}

impl TransactionExtension<RuntimeCall> for SuspensionsFirst {
	const IDENTIFIER: &'static str = <Charge as TransactionExtension<RuntimeCall>>::IDENTIFIER;
	type Implicit = ();
	type Val = <Charge as TransactionExtension<RuntimeCall>>::Val;
	type Pre = <Charge as TransactionExtension<RuntimeCall>>::Pre;

	fn metadata() -> Vec<TransactionExtensionMetadata> {
		<Charge as TransactionExtension<RuntimeCall>>::metadata()
	}

	/// Of a call that acts for other accounts, their roles are looked up too: two values each.
	fn weight(&self, call: &RuntimeCall) -> Weight {
		let charge = charging_at_most(self.0.tip());
		match call {
			RuntimeCall::Utility(_) | RuntimeCall::Multisig(_) => {
				let reads = u64::from(MAX_OTHER_ACCOUNTS).saturating_mul(2);
				charge
					.saturating_add(<Runtime as frame_system::Config>::DbWeight::get().reads(reads))
			}
			_ => charge,
		}
	}

	fn validate(
		&self,
		origin: RuntimeOrigin,
		call: &RuntimeCall,
		info: &DispatchInfo,
		len: usize,
		implicit: (),
		implication: &impl Implication,
		source: TransactionSource,
	) -> Result<(ValidTransaction, Self::Val, RuntimeOrigin), TransactionValidityError> {
		let (mut valid, paid, origin) =
			self.0
				.validate(origin, call, info, len, implicit, implication, source)?;
		let is_first = info.class == DispatchClass::Operational && is_suspension(call);
		valid.priority = if is_first {
			TransactionPriority::MAX
		} else {
			valid
				.priority
				.min(TransactionPriority::MAX.saturating_sub(1))
		};
		Ok((valid, paid, origin))
	}

	fn prepare(
		self,
		paid: Self::Val,
		origin: &RuntimeOrigin,
		call: &RuntimeCall,
		info: &DispatchInfo,
		len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		self.0.prepare(paid, origin, call, info, len)
	}

	fn post_dispatch_details(
		paid: Self::Pre,
		info: &DispatchInfo,
		post_info: &PostDispatchInfo,
		len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		let unneeded = match &paid {
			Pre::Charge {
				tip,
				liquidity_info,
				..
			} => charging_at_most(*tip).saturating_sub(charging(liquidity_info, *tip)),
			Pre::NoCharge { .. } => Weight::zero(),
		};
		// Nobody pays for it either.
		let weight = post_info.calc_actual_weight(info).saturating_sub(unneeded);
		let post_info = PostDispatchInfo {
			actual_weight: Some(weight),
			..*post_info
		};
		let unused = <Charge as TransactionExtension<RuntimeCall>>::post_dispatch_details(
			paid, info, &post_info, len, result,
		)?;
		Ok(unused.saturating_add(unneeded))
	}
}
