//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-12-01, AMD EPYC, 20 steps of 10 repetitions, frame-benchmarking-cli 64.0.0.
//! Time is that of the compiled wasm, by least squares; a storage access costs what the runtime's database
//! costs.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call, or part of one, costs at most.
pub trait WeightInfo {
	/// Weighs the benchmark `suspend`, measured with `n` from 1 to 16.
	fn suspend(n: u32) -> Weight;
	/// Weighs the benchmark `suspend_refused`, measured with `n` from 1 to 16.
	fn suspend_refused(n: u32) -> Weight;
	/// Weighs the benchmark `refused`.
	fn refused() -> Weight;
	/// Weighs the benchmark `propose_reinstatement`.
	fn propose_reinstatement() -> Weight;
	/// Weighs the benchmark `reinstate`.
	fn reinstate() -> Weight;
	/// Weighs the benchmark `confirm_reinstatement`.
	fn confirm_reinstatement() -> Weight;
	/// Weighs the benchmark `refuse_reinstatement`.
	fn refuse_reinstatement() -> Weight;
	/// Weighs the benchmark `suspend_recognition`.
	fn suspend_recognition() -> Weight;
	/// Weighs the benchmark `restore_recognition`.
	fn restore_recognition() -> Weight;
	/// Weighs the benchmark `acknowledge`.
	fn acknowledge() -> Weight;
	/// Weighs the benchmark `acknowledge_through`.
	fn acknowledge_through() -> Weight;
	/// Weighs the benchmark `report_irregularity`.
	fn report_irregularity() -> Weight;
	/// Weighs the benchmark `answer_irregularity`.
	fn answer_irregularity() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Certificates::Holdings` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:16 w:16)
	// Storage: `Certificates::ChangeCount` (r:1 w:1)
	// Storage: `Certificates::Askers` (r:16 w:0)
	// Storage: `Certificates::Counts` (r:2 w:2)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Suspensions::Unrecognising` (r:16 w:0)
	// Storage: `Certificates::Periods` (r:0 w:16)
	// Storage: `Certificates::Changes` (r:0 w:16)
	// At least 96_103 nanoseconds.
	fn suspend(n: u32) -> Weight {
		Weight::from_parts(40_527_581, 0)
			// Standard error: 555_304.
			.saturating_add(Weight::from_parts(59_304_909, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(n.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Certificates::Holdings` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:16 w:0)
	// At least 33_139 nanoseconds.
	fn suspend_refused(n: u32) -> Weight {
		Weight::from_parts(30_876_414, 0)
			// Standard error: 21_586.
			.saturating_add(Weight::from_parts(5_163_882, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// At least 7_662 nanoseconds.
	fn refused() -> Weight {
		Weight::from_parts(8_472_000, 0).saturating_add(T::DbWeight::get().reads(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:0)
	// Storage: `Certificates::Programmes` (r:1 w:0)
	// Storage: `Suspensions::Proposals` (r:1 w:1)
	// Storage: `Suspensions::ProposalCount` (r:1 w:1)
	// At least 41_902 nanoseconds.
	fn propose_reinstatement() -> Weight {
		Weight::from_parts(45_808_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:1)
	// Storage: `Certificates::Programmes` (r:1 w:0)
	// Storage: `Certificates::ChangeCount` (r:1 w:1)
	// Storage: `Certificates::Askers` (r:1 w:0)
	// Storage: `Certificates::Counts` (r:2 w:2)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Suspensions::Unrecognising` (r:1 w:0)
	// Storage: `Certificates::Periods` (r:0 w:1)
	// Storage: `Certificates::Changes` (r:0 w:1)
	// At least 90_425 nanoseconds.
	fn reinstate() -> Weight {
		Weight::from_parts(96_323_000, 0)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `Administrations::Accounts` (r:2 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Suspensions::Proposals` (r:1 w:1)
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
	// At least 97_384 nanoseconds.
	fn confirm_reinstatement() -> Weight {
		Weight::from_parts(102_252_000, 0)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Suspensions::Proposals` (r:1 w:1)
	// At least 25_278 nanoseconds.
	fn refuse_reinstatement() -> Weight {
		Weight::from_parts(27_681_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:0)
	// Storage: `Suspensions::RecognitionSuspensions` (r:1 w:1)
	// Storage: `Suspensions::Unrecognising` (r:1 w:1)
	// At least 37_536 nanoseconds.
	fn suspend_recognition() -> Weight {
		Weight::from_parts(40_670_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Suspensions::RecognitionSuspensions` (r:1 w:1)
	// Storage: `Suspensions::Unrecognising` (r:1 w:1)
	// At least 27_441 nanoseconds.
	fn restore_recognition() -> Weight {
		Weight::from_parts(30_035_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:0)
	// Storage: `Suspensions::Acknowledgements` (r:1 w:1)
	// At least 29_163 nanoseconds.
	fn acknowledge() -> Weight {
		Weight::from_parts(31_587_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Suspensions::AcknowledgedThrough` (r:1 w:1)
	// Storage: `Certificates::ChangeCount` (r:1 w:0)
	// Storage: `Certificates::Ordinals` (r:1 w:0)
	// At least 27_721 nanoseconds.
	fn acknowledge_through() -> Weight {
		Weight::from_parts(30_715_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:0)
	// Storage: `Suspensions::IrregularityCount` (r:1 w:1)
	// Storage: `Suspensions::ReportedCount` (r:1 w:1)
	// Storage: `Suspensions::ReportedIrregularities` (r:0 w:1)
	// Storage: `Suspensions::Irregularities` (r:0 w:1)
	// At least 35_924 nanoseconds.
	fn report_irregularity() -> Weight {
		Weight::from_parts(39_319_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Suspensions::Irregularities` (r:1 w:1)
	// At least 25_077 nanoseconds.
	fn answer_irregularity() -> Weight {
		Weight::from_parts(27_261_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

/// Returns the weight of a benchmark by its name, with the values of its parameters in their order; none
/// where there is no such benchmark.
#[cfg(feature = "runtime-benchmarks")]
pub fn weight_of<T: frame_system::Config>(benchmark: &str, values: &[u32]) -> Option<Weight> {
	Some(match (benchmark, values) {
		("suspend", [n]) => SubstrateWeight::<T>::suspend(*n),
		("suspend_refused", [n]) => SubstrateWeight::<T>::suspend_refused(*n),
		("refused", []) => SubstrateWeight::<T>::refused(),
		("propose_reinstatement", []) => SubstrateWeight::<T>::propose_reinstatement(),
		("reinstate", []) => SubstrateWeight::<T>::reinstate(),
		("confirm_reinstatement", []) => SubstrateWeight::<T>::confirm_reinstatement(),
		("refuse_reinstatement", []) => SubstrateWeight::<T>::refuse_reinstatement(),
		("suspend_recognition", []) => SubstrateWeight::<T>::suspend_recognition(),
		("restore_recognition", []) => SubstrateWeight::<T>::restore_recognition(),
		("acknowledge", []) => SubstrateWeight::<T>::acknowledge(),
		("acknowledge_through", []) => SubstrateWeight::<T>::acknowledge_through(),
		("report_irregularity", []) => SubstrateWeight::<T>::report_irregularity(),
		("answer_irregularity", []) => SubstrateWeight::<T>::answer_irregularity(),
		_ => return None,
	})
}
