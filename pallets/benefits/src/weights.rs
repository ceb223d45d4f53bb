//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-12-01, AMD EPYC, 20 steps of 10 repetitions, frame-benchmarking-cli 64.0.0.
//! Time is that of the compiled wasm, by least squares; a storage access costs what the runtime's database
//! costs.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call, or part of one, costs at most.
pub trait WeightInfo {
	/// Weighs the benchmark `grant`.
	fn grant() -> Weight;
	/// Weighs the benchmark `grant_many`, measured with `r` from 1 to 100.
	fn grant_many(r: u32) -> Weight;
	/// Weighs the benchmark `evaluate`, measured with `c` from 1 to 16 and `l` from 1 to 16.
	fn evaluate(c: u32, l: u32) -> Weight;
	/// Weighs the benchmark `count`, measured with `n` from 1 to 1000.
	fn count(n: u32) -> Weight;
	/// Weighs the benchmark `prune`, measured with `r` from 1 to 100.
	fn prune(r: u32) -> Weight;
	/// Weighs the benchmark `telling`, measured with `l` from 0 to 256.
	fn telling(l: u32) -> Weight;
	/// Weighs the benchmark `tell`, measured with `l` from 1 to 256.
	fn tell(l: u32) -> Weight;
	/// Weighs the benchmark `open_incident`.
	fn open_incident() -> Weight;
	/// Weighs the benchmark `close_incident`.
	fn close_incident() -> Weight;
	/// Weighs the benchmark `record_sealed`, measured with `c` from 1 to 512 and `l` from 0 to 512.
	fn record_sealed(c: u32, l: u32) -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:2 w:0)
	// Storage: `Benefits::GrantLogs` (r:1 w:1)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Certificates::Holdings` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:0)
	// Storage: `Agreements::Legs` (r:1 w:0)
	// Storage: `Suspensions::RecognitionSuspensions` (r:1 w:0)
	// Storage: `Benefits::Grants` (r:1 w:1)
	// Storage: `Benefits::UseCount` (r:1 w:1)
	// Storage: `Benefits::Counters` (r:1 w:1)
	// Storage: `Benefits::CounterCount` (r:1 w:1)
	// Storage: `Benefits::Uses` (r:0 w:1)
	// Storage: `Benefits::GrantOrder` (r:0 w:1)
	// Storage: `Benefits::CounterKeys` (r:0 w:1)
	// At least 95_742 nanoseconds.
	fn grant() -> Weight {
		Weight::from_parts(100_789_000, 0)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(8))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:2 w:0)
	// Storage: `Benefits::GrantLogs` (r:1 w:1)
	// Storage: `Identities::Traders` (r:100 w:0)
	// Storage: `Certificates::Holdings` (r:100 w:0)
	// Storage: `Certificates::Certificates` (r:100 w:0)
	// Storage: `Agreements::Legs` (r:1 w:0)
	// Storage: `Suspensions::RecognitionSuspensions` (r:100 w:0)
	// Storage: `Benefits::Grants` (r:100 w:100)
	// Storage: `Benefits::UseCount` (r:100 w:100)
	// Storage: `Benefits::Counters` (r:1 w:1)
	// Storage: `Benefits::CounterCount` (r:1 w:1)
	// Storage: `Benefits::Uses` (r:0 w:100)
	// Storage: `Benefits::GrantOrder` (r:0 w:100)
	// Storage: `Benefits::CounterKeys` (r:0 w:1)
	// At least 98_787 nanoseconds.
	fn grant_many(r: u32) -> Weight {
		Weight::from_parts(35_631_817, 0)
			// Standard error: 107_823.
			.saturating_add(Weight::from_parts(41_970_615, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(r.into())))
	}

	// Storage: `Administrations::Administrations` (r:2 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Certificates::Holdings` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:16 w:0)
	// Storage: `Agreements::Legs` (r:1 w:0)
	// Storage: `Suspensions::RecognitionSuspensions` (r:16 w:0)
	// At least 176_352 nanoseconds.
	fn evaluate(c: u32, l: u32) -> Weight {
		Weight::from_parts(177_984_000, 0)
			// Standard error: 315_476.
			.saturating_add(Weight::from_parts(3_804_679, 0).saturating_mul(c.into()))
			// Standard error: 315_476.
			.saturating_add(Weight::from_parts(9_190_631, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(c.into())))
	}

	// Storage: `Benefits::Counters` (r:1000 w:1000)
	// Storage: `Benefits::CounterCount` (r:1 w:1)
	// Storage: `Benefits::CounterKeys` (r:0 w:1000)
	// At least 10_686 nanoseconds.
	fn count(n: u32) -> Weight {
		Weight::from_parts(11_617_000, 0)
			// Standard error: 19_889.
			.saturating_add(Weight::from_parts(6_454_432, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(n.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Benefits::GrantLogs` (r:1 w:1)
	// Storage: `Benefits::GrantOrder` (r:100 w:100)
	// Storage: `Benefits::Grants` (r:100 w:100)
	// Storage: `Benefits::Counters` (r:1 w:1)
	// Storage: `Benefits::CounterCount` (r:1 w:0)
	// Storage: `Benefits::Uses` (r:0 w:100)
	// At least 48_441 nanoseconds.
	fn prune(r: u32) -> Weight {
		Weight::from_parts(7_926_771, 0)
			// Standard error: 88_783.
			.saturating_add(Weight::from_parts(16_938_551, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(r.into())))
	}

	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// At least 24_968 nanoseconds.
	fn telling(l: u32) -> Weight {
		Weight::from_parts(21_638_683, 0)
			// Standard error: 27_613.
			.saturating_add(Weight::from_parts(3_645_326, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(2))
	}

	// Storage: `Certificates::Certificates` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Suspensions::Unrecognising` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:0)
	// At least 18_618 nanoseconds.
	fn tell(l: u32) -> Weight {
		Weight::from_parts(22_672_623, 0)
			// Standard error: 1_684.
			.saturating_add(Weight::from_parts(169_159, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(4))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Benefits::IncidentCounts` (r:1 w:1)
	// Storage: `Benefits::Incidents` (r:0 w:1)
	// At least 28_713 nanoseconds.
	fn open_incident() -> Weight {
		Weight::from_parts(30_505_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Benefits::Incidents` (r:1 w:1)
	// Storage: `Benefits::IncidentCounts` (r:1 w:1)
	// At least 32_358 nanoseconds.
	fn close_incident() -> Weight {
		Weight::from_parts(34_120_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Benefits::SealedLogs` (r:1 w:1)
	// Storage: `Benefits::Counters` (r:512 w:512)
	// Storage: `Benefits::CounterCount` (r:1 w:1)
	// Storage: `Benefits::SealedRecords` (r:0 w:1)
	// Storage: `Benefits::SealedLines` (r:0 w:512)
	// Storage: `Benefits::CounterKeys` (r:0 w:512)
	// At least 2_685_930 nanoseconds.
	fn record_sealed(c: u32, l: u32) -> Weight {
		Weight::from_parts(2_703_276_000, 0)
			// Standard error: 125_354.
			.saturating_add(Weight::from_parts(3_729_881, 0).saturating_mul(c.into()))
			// Standard error: 125_376.
			.saturating_add(Weight::from_parts(2_056_590, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(l.into())))
	}
}

/// Returns the weight of a benchmark by its name, with the values of its parameters in their order; none
/// where there is no such benchmark.
#[cfg(feature = "runtime-benchmarks")]
pub fn weight_of<T: frame_system::Config>(benchmark: &str, values: &[u32]) -> Option<Weight> {
	Some(match (benchmark, values) {
		("grant", []) => SubstrateWeight::<T>::grant(),
		("grant_many", [r]) => SubstrateWeight::<T>::grant_many(*r),
		("evaluate", [c, l]) => SubstrateWeight::<T>::evaluate(*c, *l),
		("count", [n]) => SubstrateWeight::<T>::count(*n),
		("prune", [r]) => SubstrateWeight::<T>::prune(*r),
		("telling", [l]) => SubstrateWeight::<T>::telling(*l),
		("tell", [l]) => SubstrateWeight::<T>::tell(*l),
		("open_incident", []) => SubstrateWeight::<T>::open_incident(),
		("close_incident", []) => SubstrateWeight::<T>::close_incident(),
		("record_sealed", [c, l]) => SubstrateWeight::<T>::record_sealed(*c, *l),
		_ => return None,
	})
}
