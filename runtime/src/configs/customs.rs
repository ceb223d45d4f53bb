//! Traders, certificates, agreements and benefits.

use crate::{Administrations, Runtime};
use frame_support::traits::ConstU32;

impl pallet_identities::Config for Runtime {
	type Administrations = Administrations;
	type MaxAccounts = ConstU32<8>;
	type MaxAliases = ConstU32<16>;
	type WeightInfo = pallet_identities::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Helper;
}
