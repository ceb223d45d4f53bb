//! The benchmarks of all pallets on this runtime, over the state in which `aeo-node benchmark` runs
//! them (the preset development) and with its database: every one at the least of its parameters and at
//! more, once, with its checks. `make weights` runs them up to the most.

use crate::chain::genesis;
use aeo_runtime::{Block, Runtime};
use frame_benchmarking::{
	benchmarking, runtime_decl_for_benchmark::BenchmarkV2, BenchmarkBatch, BenchmarkConfig,
	BenchmarkList, BenchmarkMetadata, BenchmarkParameter, BenchmarkResult,
};
use frame_support::weights::Weight;
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

/// Runs it over a state, as `aeo-node benchmark` does: with a keystore, for what has to sign, and with
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
	verify: bool,
) -> Result<Vec<BenchmarkBatch>, String> {
	let config = BenchmarkConfig {
		pallet: pallet.pallet.clone(),
		instance: pallet.instance.clone(),
		benchmark: benchmark.name.clone(),
		selected_components,
		verify,
		internal_repeats: 1,
	};
	over(state, || {
		let result = <Runtime as BenchmarkV2<Block>>::dispatch_benchmark(config);
		benchmarking::wipe_db();
		result
	})
}

/// What is enough of a parameter: the most that some have takes minutes in an unoptimised build.
const MUCH: u32 = 32;

/// The least and much of each parameter, or nothing where there is none.
fn extremes(benchmark: &BenchmarkMetadata) -> Vec<Vec<(BenchmarkParameter, u32)>> {
	let components = &benchmark.components;
	let least = components.iter().map(|(name, least, _)| (*name, *least));
	let most = components
		.iter()
		.map(|(name, least, most)| (*name, (*most).min(MUCH).max(*least)));
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
			"pallet_disclosures",
		]
	);
	assert!(list.iter().all(|list| !list.benchmarks.is_empty()));
}

/// What is written down for a benchmark of our pallets, in their `weights.rs`.
fn written_weight(pallet: &str, benchmark: &str, values: &[u32]) -> Option<Weight> {
	let weight_of = match pallet {
		"pallet_administrations" => pallet_administrations::weights::weight_of::<Runtime>,
		"pallet_agreements" => pallet_agreements::weights::weight_of::<Runtime>,
		"pallet_applications" => pallet_applications::weights::weight_of::<Runtime>,
		"pallet_benefits" => pallet_benefits::weights::weight_of::<Runtime>,
		"pallet_certificates" => pallet_certificates::weights::weight_of::<Runtime>,
		"pallet_disclosures" => pallet_disclosures::weights::weight_of::<Runtime>,
		"pallet_equivocations" => pallet_equivocations::weights::weight_of::<Runtime>,
		"pallet_fees" => pallet_fees::weights::weight_of::<Runtime>,
		"pallet_identities" => pallet_identities::weights::weight_of::<Runtime>,
		"pallet_suspensions" => pallet_suspensions::weights::weight_of::<Runtime>,
		_ => return None,
	};
	weight_of(benchmark, values)
}

/// Whether there are weights of this pallet that `make weights` writes.
fn is_ours(pallet: &str) -> bool {
	let manifest = format!(
		"../pallets/{}/Cargo.toml",
		pallet.trim_start_matches("pallet_")
	);
	std::path::Path::new(&manifest).exists()
}

/// Compares what a benchmark has read and written with what its weight pays for it; what it computes is
/// paid on top. Both are exact but for rounding where a weight depends on parameters.
fn ensure_paid(pallet: &str, benchmark: &str, result: &BenchmarkResult) -> Result<(), String> {
	if !is_ours(pallet) {
		return Ok(());
	}
	let values: Vec<_> = result.components.iter().map(|(_, value)| *value).collect();
	let paid = written_weight(pallet, benchmark, &values)
		.ok_or("its weight is missing: run make weights")?
		.ref_time();
	let price = <Runtime as frame_system::Config>::DbWeight::get();
	let due = price.reads_writes(result.reads.into(), result.writes.into());
	if paid < due.ref_time() {
		return Err(format!(
			"{} reads and {} writes are not paid for: run make weights",
			result.reads, result.writes
		));
	}
	Ok(())
}

#[test]
fn every_benchmark_should_run_and_its_weight_pay_for_what_it_reads_and_writes() {
	let mut failed = Vec::new();
	for pallet in list() {
		let state = state();
		for benchmark in &pallet.benchmarks {
			let (pallet_name, benchmark_name) = (name(&pallet.pallet), name(&benchmark.name));
			let what = format!("{pallet_name}.{benchmark_name}");
			let start = Instant::now();
			for components in extremes(benchmark) {
				let run = |verify| run(&state, &pallet, benchmark, components.clone(), verify);
				// What the checks read would count too, so it is run once more without them.
				let results: Vec<_> = match run(true).and_then(|_| run(false)) {
					Ok(batches) => batches
						.into_iter()
						.flat_map(|batch| batch.results)
						.collect(),
					Err(error) => {
						failed.push(format!("{what} {components:?}: {error}"));
						continue;
					}
				};
				if results.is_empty() {
					failed.push(format!("{what} {components:?}: no result"));
				}
				for result in results {
					println!(
						"{what} {components:?}: {} values read, {} again, {} written, {} again",
						result.reads, result.repeat_reads, result.writes, result.repeat_writes
					);
					if let Err(error) = ensure_paid(&pallet_name, &benchmark_name, &result) {
						failed.push(format!("{what} {components:?}: {error}"));
					}
				}
			}
			println!("{what}: {} ms", start.elapsed().as_millis());
		}
	}
	assert!(failed.is_empty(), "{failed:#?}");
}
