//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-11-30, AMD EPYC, 20 steps of 10 repetitions, frame-benchmarking-cli 64.0.0.
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
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Agreements::Legs` (r:240 w:0)
	// At least 316_363 nanoseconds.
	fn publish(l: u32) -> Weight {
		Weight::from_parts(3_271_941_241, 0)
			// Standard error: 7_310_326.
			.saturating_add(Weight::from_parts(214_690_053, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(l.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Disclosures::Sources` (r:1 w:1)
	// At least 31_669 nanoseconds.
	fn set_source() -> Weight {
		Weight::from_parts(53_340_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Disclosures::HolderKeys` (r:1 w:1)
	// At least 18_425 nanoseconds.
	fn register_key() -> Weight {
		Weight::from_parts(30_477_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Disclosures::HolderKeys` (r:1 w:1)
	// At least 17_433 nanoseconds.
	fn remove_key() -> Weight {
		Weight::from_parts(34_064_000, 0)
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
