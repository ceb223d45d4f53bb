//! The benchmarks of the pallets on this runtime, as `aeo-node benchmark` finds and runs them.
//! `pallet-session` has none that does without `pallet-staking`, and `pallet-aura` none at all. In the
//! one of `pallet-transaction-payment` a stranger makes an operational call, which is refused here.

use crate::{
	Administrations, Agreements, AllPalletsWithSystem, Applications, Balances, Benefits,
	Certificates, Council, Disclosures, Equivocations, Fees, Grandpa, Identities, Multisig,
	Runtime, Suspensions, Timestamp, TxPause, Utility,
};
use alloc::{string::String, vec::Vec};
use frame_benchmarking::{BenchmarkBatch, BenchmarkConfig, BenchmarkList};
use frame_support::traits::{StorageInfo, StorageInfoTrait, WhitelistedStorageKeys};
use frame_system_benchmarking::{
	extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench,
};

impl frame_system_benchmarking::Config for Runtime {}

frame_benchmarking::define_benchmarks!(
	[frame_system, SystemBench::<Runtime>]
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[pallet_timestamp, Timestamp]
	[pallet_balances, Balances]
	[pallet_fees, Fees]
	[pallet_administrations, Administrations]
	[pallet_grandpa, Grandpa]
	[pallet_equivocations, Equivocations]
	[pallet_collective, Council]
	[pallet_utility, Utility]
	[pallet_multisig, Multisig]
	[pallet_tx_pause, TxPause]
	[pallet_identities, Identities]
	[pallet_certificates, Certificates]
	[pallet_suspensions, Suspensions]
	[pallet_agreements, Agreements]
	[pallet_benefits, Benefits]
	[pallet_applications, Applications]
	[pallet_disclosures, Disclosures]
);

/// What benchmarks there are, and what is stored.
pub fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
	let mut list = Vec::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

/// Runs one of them.
///
/// # Errors
///
/// The benchmark fails, or what it leaves is not what it must be.
pub fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
	let mut whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
	// Each block writes it before all else.
	whitelist.push(
		pallet_timestamp::Now::<Runtime>::hashed_key()
			.to_vec()
			.into(),
	);
	let params = (&config, &whitelist);
	let mut batches = Vec::new();
	add_benchmarks!(params, batches);
	Ok(batches)
}
