//! The benchmarks of all pallets on this runtime, over the state in which `frame-omni-bencher` runs
//! them (the preset development) and with its database: every one at the least and at the most of its
//! parameters, once, with its checks.

use crate::chain::genesis;
use aeo_runtime::{Block, Runtime};
use frame_benchmarking::{
	benchmarking, runtime_decl_for_benchmark::BenchmarkV2, BenchmarkBatch, BenchmarkConfig,
	BenchmarkList, BenchmarkMetadata, BenchmarkParameter,
};
use sc_client_db::BenchmarkingState;
use sc_executor::WasmExecutor;
use sp_core::traits::ReadRuntimeVersionExt;
use sp_externalities::{set_and_run_with_externalities, Extensions};
use sp_io::SubstrateHostFunctions;
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
use sp_runtime::{traits::BlakeTwo256, BuildStorage};
use sp_state_machine::{Ext, OverlayedChanges};
use std::time::Instant;

fn name(bytes: &[u8]) -> String {
	String::from_utf8(bytes.to_vec()).expect("names are text")
}

/// The state after the genesis of the preset development.
fn state() -> BenchmarkingState<BlakeTwo256> {
	let storage = genesis("development").build_storage().expect("it builds");
	BenchmarkingState::new(storage, None, false, true).expect("it can be kept in memory")
}

/// Runs it over a state, as `frame-omni-bencher` does: with a keystore, for what has to sign, and with
/// what reads the version of a new runtime.
fn over<R>(state: &BenchmarkingState<BlakeTwo256>, what: impl FnOnce() -> R) -> R {
	let mut changes = OverlayedChanges::default();
	changes.enter_runtime().expect("it is the first");
	let mut extensions = Extensions::new();
	extensions.register(KeystoreExt::new(MemoryKeystore::new()));
	extensions.register(ReadRuntimeVersionExt::new(
		WasmExecutor::<SubstrateHostFunctions>::builder().build(),
	));
	let mut ext = Ext::new(&mut changes, state, Some(&mut extensions));
	set_and_run_with_externalities(&mut ext, what)
}

/// What there is; the ranges of parameters may depend on the state.
fn list() -> Vec<BenchmarkList> {
	over(&state(), || {
		<Runtime as BenchmarkV2<Block>>::benchmark_metadata(false).0
	})
}

/// Runs a benchmark with these values of its parameters.
fn run(
	state: &BenchmarkingState<BlakeTwo256>,
	pallet: &BenchmarkList,
	benchmark: &BenchmarkMetadata,
	selected_components: Vec<(BenchmarkParameter, u32)>,
) -> Result<Vec<BenchmarkBatch>, String> {
	let config = BenchmarkConfig {
		pallet: pallet.pallet.clone(),
		instance: pallet.instance.clone(),
		benchmark: benchmark.name.clone(),
		selected_components,
		verify: true,
		internal_repeats: 1,
	};
	over(state, || {
		let result = <Runtime as BenchmarkV2<Block>>::dispatch_benchmark(config);
		benchmarking::wipe_db();
		result
	})
}

/// The least and the most of each parameter, or nothing where there is none.
fn extremes(benchmark: &BenchmarkMetadata) -> Vec<Vec<(BenchmarkParameter, u32)>> {
	let components = &benchmark.components;
	let least = components.iter().map(|(name, least, _)| (*name, *least));
	let most = components.iter().map(|(name, _, most)| (*name, *most));
	if components.is_empty() {
		vec![Vec::new()]
	} else {
		vec![least.collect(), most.collect()]
	}
}

#[test]
fn every_pallet_with_calls_of_its_own_should_have_benchmarks() {
	let list = list();
	let pallets: Vec<_> = list.iter().map(|list| name(&list.pallet)).collect();
	assert_eq!(
		pallets,
		[
			"frame_system",
			"frame_system_extensions",
			"pallet_timestamp",
			"pallet_balances",
			"pallet_fees",
			"pallet_administrations",
			"pallet_grandpa",
			"pallet_equivocations",
			"pallet_collective",
			"pallet_utility",
			"pallet_multisig",
			"pallet_tx_pause",
			"pallet_identities",
			"pallet_certificates",
			"pallet_suspensions",
			"pallet_agreements",
			"pallet_benefits",
			"pallet_applications",
		]
	);
	assert!(list.iter().all(|list| !list.benchmarks.is_empty()));
}

#[test]
fn every_benchmark_should_run() {
	let mut failed = Vec::new();
	for pallet in list() {
		let state = state();
		for benchmark in &pallet.benchmarks {
			let what = format!("{}.{}", name(&pallet.pallet), name(&benchmark.name));
			let start = Instant::now();
			for components in extremes(benchmark) {
				match run(&state, &pallet, benchmark, components.clone()) {
					Ok(batches) if !batches.is_empty() => {}
					Ok(_) => failed.push(format!("{what} {components:?}: no result")),
					Err(error) => failed.push(format!("{what} {components:?}: {error}")),
				}
			}
			println!("{what}: {} ms", start.elapsed().as_millis());
		}
	}
	assert!(failed.is_empty(), "{failed:#?}");
}
