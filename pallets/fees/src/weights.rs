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
	/// Weighs the benchmark `charge_joint`.
	fn charge_joint() -> Weight;
	/// Weighs the benchmark `charge_administration`.
	fn charge_administration() -> Weight;
	/// Weighs the benchmark `charge_balance`.
	fn charge_balance() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Fees::Budgets` (r:1 w:1)
	// At least 15_173 nanoseconds.
	fn set_quota() -> Weight {
		Weight::from_parts(16_475_000, 0)
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
	// At least 46_098 nanoseconds.
	fn charge_joint() -> Weight {
		Weight::from_parts(51_907_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Fees::Budgets` (r:1 w:1)
	// Storage: `System::Account` (r:1 w:0)
	// At least 29_654 nanoseconds.
	fn charge_administration() -> Weight {
		Weight::from_parts(31_507_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Identities::Offers` (r:1 w:0)
	// Storage: `Applications::AgencyAccounts` (r:1 w:0)
	// Storage: `System::Account` (r:1 w:1)
	// At least 57_055 nanoseconds.
	fn charge_balance() -> Weight {
		Weight::from_parts(60_720_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

/// Returns the weight of a benchmark by its name, with the values of its parameters in their order; none
/// where there is no such benchmark.
#[cfg(feature = "runtime-benchmarks")]
pub fn weight_of<T: frame_system::Config>(benchmark: &str, values: &[u32]) -> Option<Weight> {
	Some(match (benchmark, values) {
		("set_quota", []) => SubstrateWeight::<T>::set_quota(),
		("charge_joint", []) => SubstrateWeight::<T>::charge_joint(),
		("charge_administration", []) => SubstrateWeight::<T>::charge_administration(),
		("charge_balance", []) => SubstrateWeight::<T>::charge_balance(),
		_ => return None,
	})
}
