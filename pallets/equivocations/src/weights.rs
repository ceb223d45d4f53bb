//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-12-01, AMD EPYC, 20 steps of 10 repetitions, frame-benchmarking-cli 64.0.0.
//! Time is that of the compiled wasm, by least squares; a storage access costs what the runtime's database
//! costs.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call, or part of one, costs at most.
pub trait WeightInfo {
	/// Weighs the benchmark `report_two_blocks`.
	fn report_two_blocks() -> Weight;
	/// Weighs the benchmark `report_two_blocks_unsigned`.
	fn report_two_blocks_unsigned() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Session::CurrentIndex` (r:1 w:0)
	// Storage: `Session::Validators` (r:1 w:0)
	// Storage: `Administrations::ValidatorAccounts` (r:100 w:0)
	// Storage: `Session::NextKeys` (r:100 w:0)
	// Storage: `Administrations::Equivocations` (r:1 w:1)
	// Storage: `Offences::ConcurrentReportsIndex` (r:1 w:1)
	// Storage: `Offences::Reports` (r:1 w:1)
	// At least 1_810_359 nanoseconds.
	fn report_two_blocks() -> Weight {
		Weight::from_parts(1_938_739_000, 0)
			.saturating_add(T::DbWeight::get().reads(205))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Session::CurrentIndex` (r:1 w:0)
	// Storage: `Session::Validators` (r:1 w:0)
	// Storage: `Administrations::ValidatorAccounts` (r:100 w:0)
	// Storage: `Session::NextKeys` (r:100 w:0)
	// Storage: `Administrations::Equivocations` (r:1 w:1)
	// Storage: `Offences::Reports` (r:1 w:1)
	// Storage: `Offences::ConcurrentReportsIndex` (r:1 w:1)
	// At least 3_165_782 nanoseconds.
	fn report_two_blocks_unsigned() -> Weight {
		Weight::from_parts(3_386_900_000, 0)
			.saturating_add(T::DbWeight::get().reads(205))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}

/// Returns the weight of a benchmark by its name, with the values of its parameters in their order; none
/// where there is no such benchmark.
#[cfg(feature = "runtime-benchmarks")]
pub fn weight_of<T: frame_system::Config>(benchmark: &str, values: &[u32]) -> Option<Weight> {
	Some(match (benchmark, values) {
		("report_two_blocks", []) => SubstrateWeight::<T>::report_two_blocks(),
		("report_two_blocks_unsigned", []) => SubstrateWeight::<T>::report_two_blocks_unsigned(),
		_ => return None,
	})
}
