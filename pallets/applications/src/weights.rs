//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-12-01, AMD EPYC, 20 steps of 10 repetitions, frame-benchmarking-cli 64.0.0.
//! Time is that of the compiled wasm, by least squares; a storage access costs what the runtime's database
//! costs.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call, or part of one, costs at most.
pub trait WeightInfo {
	/// Weighs the benchmark `apply`.
	fn apply() -> Weight;
	/// Weighs the benchmark `step`.
	fn step() -> Weight;
	/// Weighs the benchmark `register_agency`.
	fn register_agency() -> Weight;
	/// Weighs the benchmark `remove_agency`.
	fn remove_agency() -> Weight;
	/// Weighs the benchmark `opine`.
	fn opine() -> Weight;
	/// Weighs the benchmark `request`.
	fn request() -> Weight;
	/// Weighs the benchmark `answer_request`.
	fn answer_request() -> Weight;
	/// Weighs the benchmark `close_request`.
	fn close_request() -> Weight;
	/// Weighs the benchmark `withdraw_wish`.
	fn withdraw_wish() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:17 w:1)
	// Storage: `Certificates::Programmes` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// Storage: `Certificates::Ordinals` (r:1 w:1)
	// Storage: `Certificates::Holdings` (r:1 w:1)
	// Storage: `Certificates::Counts` (r:1 w:1)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Certificates::Periods` (r:0 w:1)
	// Storage: `Certificates::Numbers` (r:0 w:1)
	// At least 167_709 nanoseconds.
	fn apply() -> Weight {
		Weight::from_parts(173_377_000, 0)
			.saturating_add(T::DbWeight::get().reads(27))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:1)
	// Storage: `Certificates::ChangeCount` (r:1 w:1)
	// Storage: `Certificates::Askers` (r:1 w:0)
	// Storage: `Certificates::Counts` (r:2 w:2)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Suspensions::Unrecognising` (r:1 w:0)
	// Storage: `Certificates::Periods` (r:0 w:1)
	// Storage: `Certificates::Changes` (r:0 w:1)
	// At least 78_086 nanoseconds.
	fn step() -> Weight {
		Weight::from_parts(81_772_000, 0)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `Administrations::Accounts` (r:2 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Applications::Agencies` (r:1 w:1)
	// Storage: `Applications::AgencyCount` (r:1 w:1)
	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Identities::Offers` (r:1 w:0)
	// Storage: `Applications::AgencyAccounts` (r:1 w:1)
	// Storage: `Administrations::Provided` (r:1 w:1)
	// Storage: `System::Account` (r:1 w:1)
	// At least 42_413 nanoseconds.
	fn register_agency() -> Weight {
		Weight::from_parts(45_198_000, 0)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Applications::AgencyAccounts` (r:1 w:1)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Applications::Agencies` (r:1 w:1)
	// Storage: `Applications::AgencyCount` (r:1 w:1)
	// At least 27_240 nanoseconds.
	fn remove_agency() -> Weight {
		Weight::from_parts(28_973_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Applications::AgencyAccounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:0)
	// Storage: `Applications::Opinions` (r:1 w:1)
	// At least 38_908 nanoseconds.
	fn opine() -> Weight {
		Weight::from_parts(40_951_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:0)
	// Storage: `Applications::RequestCounts` (r:1 w:1)
	// Storage: `Applications::RequestLogCount` (r:1 w:1)
	// Storage: `Applications::RequestLog` (r:0 w:1)
	// Storage: `Applications::Requests` (r:0 w:1)
	// At least 49_603 nanoseconds.
	fn request() -> Weight {
		Weight::from_parts(52_508_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:0)
	// Storage: `Applications::Requests` (r:1 w:1)
	// At least 44_587 nanoseconds.
	fn answer_request() -> Weight {
		Weight::from_parts(47_030_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Applications::Requests` (r:1 w:1)
	// Storage: `Applications::RequestCounts` (r:1 w:1)
	// At least 40_510 nanoseconds.
	fn close_request() -> Weight {
		Weight::from_parts(43_115_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:1)
	// Storage: `Certificates::Askers` (r:1 w:0)
	// At least 40_591 nanoseconds.
	fn withdraw_wish() -> Weight {
		Weight::from_parts(42_764_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

/// Returns the weight of a benchmark by its name, with the values of its parameters in their order; none
/// where there is no such benchmark.
#[cfg(feature = "runtime-benchmarks")]
pub fn weight_of<T: frame_system::Config>(benchmark: &str, values: &[u32]) -> Option<Weight> {
	Some(match (benchmark, values) {
		("apply", []) => SubstrateWeight::<T>::apply(),
		("step", []) => SubstrateWeight::<T>::step(),
		("register_agency", []) => SubstrateWeight::<T>::register_agency(),
		("remove_agency", []) => SubstrateWeight::<T>::remove_agency(),
		("opine", []) => SubstrateWeight::<T>::opine(),
		("request", []) => SubstrateWeight::<T>::request(),
		("answer_request", []) => SubstrateWeight::<T>::answer_request(),
		("close_request", []) => SubstrateWeight::<T>::close_request(),
		("withdraw_wish", []) => SubstrateWeight::<T>::withdraw_wish(),
		_ => return None,
	})
}
