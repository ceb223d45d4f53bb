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
	// At least 94_170 nanoseconds.
	fn suspend(n: u32) -> Weight {
		Weight::from_parts(45_203_917, 0)
			// Standard error: 112_685.
			.saturating_add(Weight::from_parts(53_171_378, 0).saturating_mul(n.into()))
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
	// At least 32_819 nanoseconds.
	fn suspend_refused(n: u32) -> Weight {
		Weight::from_parts(29_386_744, 0)
			// Standard error: 10_075.
			.saturating_add(Weight::from_parts(5_004_296, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// At least 7_771 nanoseconds.
	fn refused() -> Weight {
		Weight::from_parts(8_453_000, 0).saturating_add(T::DbWeight::get().reads(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:0)
	// Storage: `Certificates::Programmes` (r:1 w:0)
	// Storage: `Suspensions::Proposals` (r:1 w:1)
	// Storage: `Suspensions::ProposalCount` (r:1 w:1)
	// At least 42_022 nanoseconds.
	fn propose_reinstatement() -> Weight {
		Weight::from_parts(44_406_000, 0)
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
	// At least 88_721 nanoseconds.
	fn reinstate() -> Weight {
		Weight::from_parts(93_399_000, 0)
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
	// At least 94_601 nanoseconds.
	fn confirm_reinstatement() -> Weight {
		Weight::from_parts(98_827_000, 0)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Suspensions::Proposals` (r:1 w:1)
	// At least 25_137 nanoseconds.
	fn refuse_reinstatement() -> Weight {
		Weight::from_parts(26_830_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:0)
	// Storage: `Suspensions::RecognitionSuspensions` (r:1 w:1)
	// Storage: `Suspensions::Unrecognising` (r:1 w:1)
	// At least 37_236 nanoseconds.
	fn suspend_recognition() -> Weight {
		Weight::from_parts(39_518_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Suspensions::RecognitionSuspensions` (r:1 w:1)
	// Storage: `Suspensions::Unrecognising` (r:1 w:1)
	// At least 27_251 nanoseconds.
	fn restore_recognition() -> Weight {
		Weight::from_parts(29_544_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:0)
	// Storage: `Suspensions::Acknowledgements` (r:1 w:1)
	// At least 29_073 nanoseconds.
	fn acknowledge() -> Weight {
		Weight::from_parts(30_856_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Suspensions::AcknowledgedThrough` (r:1 w:1)
	// Storage: `Certificates::ChangeCount` (r:1 w:0)
	// Storage: `Certificates::Ordinals` (r:1 w:0)
	// At least 27_521 nanoseconds.
	fn acknowledge_through() -> Weight {
		Weight::from_parts(30_015_000, 0)
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
	// At least 35_052 nanoseconds.
	fn report_irregularity() -> Weight {
		Weight::from_parts(37_326_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Suspensions::Irregularities` (r:1 w:1)
	// At least 25_208 nanoseconds.
	fn answer_irregularity() -> Weight {
		Weight::from_parts(27_020_000, 0)
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
