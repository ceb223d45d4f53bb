//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-12-01, AMD EPYC, 20 steps of 10 repetitions, frame-benchmarking-cli 64.0.0.
//! Time is that of the compiled wasm, by least squares; a storage access costs what the runtime's database
//! costs.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call, or part of one, costs at most.
pub trait WeightInfo {
	/// Weighs the benchmark `set_quota`.
	fn set_quota() -> Weight;
	/// Weighs the benchmark `charge`.
	fn charge() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Fees::Budgets` (r:1 w:1)
	// At least 15_342 nanoseconds.
	fn set_quota() -> Weight {
		Weight::from_parts(16_654_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Identities::Offers` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Fees::UsedJointly` (r:1 w:1)
	// Storage: `Fees::UsedByAccount` (r:1 w:1)
	// Storage: `System::Account` (r:1 w:0)
	// At least 47_020 nanoseconds.
	fn charge() -> Weight {
		Weight::from_parts(49_544_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}

/// Returns the weight of a benchmark by its name, with the values of its parameters in their order; none
/// where there is no such benchmark.
#[cfg(feature = "runtime-benchmarks")]
pub fn weight_of<T: frame_system::Config>(benchmark: &str, values: &[u32]) -> Option<Weight> {
	Some(match (benchmark, values) {
		("set_quota", []) => SubstrateWeight::<T>::set_quota(),
		("charge", []) => SubstrateWeight::<T>::charge(),
		_ => return None,
	})
}
