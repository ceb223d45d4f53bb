//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-12-01, AMD EPYC, 20 steps of 10 repetitions, frame-benchmarking-cli 64.0.0.
//! Time is that of the compiled wasm, by least squares; a storage access costs what the runtime's database
//! costs.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call, or part of one, costs at most.
pub trait WeightInfo {
	/// Weighs the benchmark `publish`, measured with `l` from 1 to 240.
	fn publish(l: u32) -> Weight;
	/// Weighs the benchmark `set_source`.
	fn set_source() -> Weight;
	/// Weighs the benchmark `register_key`.
	fn register_key() -> Weight;
	/// Weighs the benchmark `remove_key`.
	fn remove_key() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:241 w:0)
	// Storage: `Certificates::LastWithdrawal` (r:1 w:0)
	// Storage: `Disclosures::Lists` (r:240 w:240)
	// Storage: `Agreements::Legs` (r:240 w:0)
	// At least 197_664 nanoseconds.
	fn publish(l: u32) -> Weight {
		Weight::from_parts(199_777_000, 0)
			// Standard error: 2_149_428.
			.saturating_add(Weight::from_parts(141_856_082, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(l.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Disclosures::Sources` (r:1 w:1)
	// At least 19_489 nanoseconds.
	fn set_source() -> Weight {
		Weight::from_parts(22_013_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Disclosures::HolderKeys` (r:1 w:1)
	// At least 12_598 nanoseconds.
	fn register_key() -> Weight {
		Weight::from_parts(13_710_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Disclosures::HolderKeys` (r:1 w:1)
	// At least 11_407 nanoseconds.
	fn remove_key() -> Weight {
		Weight::from_parts(12_578_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

/// Returns the weight of a benchmark by its name, with the values of its parameters in their order; none
/// where there is no such benchmark.
#[cfg(feature = "runtime-benchmarks")]
pub fn weight_of<T: frame_system::Config>(benchmark: &str, values: &[u32]) -> Option<Weight> {
	Some(match (benchmark, values) {
		("publish", [l]) => SubstrateWeight::<T>::publish(*l),
		("set_source", []) => SubstrateWeight::<T>::set_source(),
		("register_key", []) => SubstrateWeight::<T>::register_key(),
		("remove_key", []) => SubstrateWeight::<T>::remove_key(),
		_ => return None,
	})
}
