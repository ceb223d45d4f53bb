//! Traders, certificates, agreements and benefits.

use crate::{
	Administrations, Agreements, Benefits, Certificates, Identities, Runtime, Suspensions,
	Timestamp,
};
use frame_support::traits::{ConstU32, ConstU64};

/// Milliseconds in which a proposed decision must be confirmed: two weeks.
pub type DecisionTimeOut = ConstU64<{ 14 * 24 * 60 * 60 * 1_000 }>;

/// Blocks for which a signed transaction lives, where its signer says nothing else.
pub type ConfirmationWindow = ConstU32<64>;

impl pallet_identities::Config for Runtime {
	type Administrations = Administrations;
	type MaxAccounts = ConstU32<8>;
	type MaxAliases = ConstU32<16>;
	type WeightInfo = pallet_identities::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}

impl pallet_certificates::Config for Runtime {
	type Administrations = Administrations;
	type Traders = Identities;
	type OnStandingChange = Benefits;
	type Time = Timestamp;
	type DecisionTimeOut = DecisionTimeOut;
	type ConfirmationWindow = ConfirmationWindow;
	type MaxPeriods = ConstU32<1_000>;
	type MaxBatch = ConstU32<400>;
	type MaxOpenBatches = ConstU32<8>;
	type WeightInfo = pallet_certificates::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}

impl pallet_suspensions::Config for Runtime {
	type Administrations = Administrations;
	type Certificates = Certificates;
	type Time = Timestamp;
	type DecisionTimeOut = DecisionTimeOut;
	type ConfirmationWindow = ConfirmationWindow;
	type WeightInfo = pallet_suspensions::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}

impl pallet_agreements::Config for Runtime {
	type Administrations = Administrations;
	type Time = Timestamp;
	type MaxLegsOfIssuer = ConstU32<256>;
	type WeightInfo = pallet_agreements::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}

impl pallet_benefits::Config for Runtime {
	type Administrations = Administrations;
	type Traders = Identities;
	type Certificates = Certificates;
	type Legs = Agreements;
	type RecognitionSuspensions = Suspensions;
	type Time = Timestamp;
	type WeightInfo = pallet_benefits::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}
