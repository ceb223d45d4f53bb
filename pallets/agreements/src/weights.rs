//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-11-29, AMD EPYC, 10 steps of 5 repetitions, frame-benchmarking-cli 64.0.0.
//! Time is that of the compiled wasm, by least squares; a storage access costs what the runtime's database
//! costs.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call, or part of one, costs at most.
pub trait WeightInfo {
	/// Weighs the benchmark `propose`, measured with `l` from 1 to 240.
	fn propose(l: u32) -> Weight;
	/// Weighs the benchmark `sign`, measured with `l` from 1 to 240.
	fn sign(l: u32) -> Weight;
	/// Weighs the benchmark `put_in_force`.
	fn put_in_force() -> Weight;
	/// Weighs the benchmark `suspend_leg`.
	fn suspend_leg() -> Weight;
	/// Weighs the benchmark `resume_leg`.
	fn resume_leg() -> Weight;
	/// Weighs the benchmark `retract`.
	fn retract() -> Weight;
	/// Weighs the benchmark `give_notice`, measured with `p` from 2 to 16.
	fn give_notice(p: u32) -> Weight;
	/// Weighs the benchmark `propose_amendment`, measured with `l` from 1 to 120 and `r` from 1 to 120.
	fn propose_amendment(l: u32, r: u32) -> Weight;
	/// Weighs the benchmark `sign_amendment`, measured with `l` from 1 to 240.
	fn sign_amendment(l: u32) -> Weight;
	/// Weighs the benchmark `retract_amendment`.
	fn retract_amendment() -> Weight;
	/// Weighs the benchmark `record_milestone`.
	fn record_milestone() -> Weight;
	/// Weighs the benchmark `withdraw_notice`.
	fn withdraw_notice() -> Weight;
	/// Weighs the benchmark `agree_to_withdrawal`, measured with `p` from 2 to 16.
	fn agree_to_withdrawal(p: u32) -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:16 w:0)
	// Storage: `Certificates::Programmes` (r:64 w:0)
	// Storage: `Agreements::LastAgreement` (r:1 w:1)
	// Storage: `Agreements::Waiting` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Agreements::ProposedLegs` (r:0 w:3)
	// Storage: `Agreements::Agreements` (r:0 w:3)
	// At least 229_639 nanoseconds.
	fn propose(l: u32) -> Weight {
		Weight::from_parts(235_229_000, 0)
			// Standard error: 2_039_634.
			.saturating_add(Weight::from_parts(41_136_151, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(23))
			.saturating_add(T::DbWeight::get().writes(8))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:16 w:0)
	// Storage: `Agreements::Agreements` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Agreements::Waiting` (r:1 w:1)
	// Storage: `Agreements::ProposedLegs` (r:1 w:1)
	// Storage: `Certificates::Programmes` (r:64 w:0)
	// Storage: `Agreements::LegSummaries` (r:16 w:16)
	// Storage: `Agreements::Legs` (r:240 w:240)
	// At least 4_227_934 nanoseconds.
	fn sign(l: u32) -> Weight {
		Weight::from_parts(3_180_277_941, 0)
			// Standard error: 42_389_944.
			.saturating_add(Weight::from_parts(745_369_561, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(l.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:2 w:0)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:1)
	// Storage: `Agreements::Legs` (r:1 w:1)
	// At least 4_706_948 nanoseconds.
	fn put_in_force() -> Weight {
		Weight::from_parts(4_981_771_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:2 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Agreements::Legs` (r:1 w:1)
	// At least 4_362_435 nanoseconds.
	fn suspend_leg() -> Weight {
		Weight::from_parts(4_616_028_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:2 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Agreements::Legs` (r:1 w:1)
	// At least 4_718_039 nanoseconds.
	fn resume_leg() -> Weight {
		Weight::from_parts(5_917_828_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Agreements::Agreements` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Agreements::Waiting` (r:1 w:1)
	// Storage: `Agreements::ProposedLegs` (r:0 w:1)
	// At least 80_550 nanoseconds.
	fn retract() -> Weight {
		Weight::from_parts(115_195_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:16 w:0)
	// Storage: `Agreements::Agreements` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Agreements::Amendments` (r:1 w:1)
	// Storage: `Agreements::Waiting` (r:1 w:1)
	// Storage: `Agreements::LegSummaries` (r:16 w:16)
	// Storage: `Agreements::Legs` (r:30 w:30)
	// Storage: `Agreements::ProposedLegs` (r:0 w:1)
	// At least 1_235_576 nanoseconds.
	fn give_notice(p: u32) -> Weight {
		Weight::from_parts(1_306_188_000, 0)
			// Standard error: 147_390_192.
			.saturating_add(Weight::from_parts(3_903_562_724, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(p.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:16 w:0)
	// Storage: `Agreements::Agreements` (r:1 w:0)
	// Storage: `Agreements::Amendments` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Agreements::Waiting` (r:1 w:1)
	// Storage: `Agreements::Legs` (r:120 w:0)
	// Storage: `Certificates::Programmes` (r:32 w:0)
	// Storage: `Agreements::NextAmendment` (r:1 w:1)
	// Storage: `Agreements::ProposedLegs` (r:0 w:1)
	// At least 4_973_035 nanoseconds.
	fn propose_amendment(l: u32, r: u32) -> Weight {
		Weight::from_parts(6_326_892_000, 0)
			// Standard error: 7_970_515.
			.saturating_add(Weight::from_parts(28_157_438, 0).saturating_mul(l.into()))
			// Standard error: 7_970_515.
			.saturating_add(Weight::from_parts(124_507_209, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(23))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:16 w:0)
	// Storage: `Agreements::Amendments` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Agreements::Waiting` (r:1 w:1)
	// Storage: `Agreements::Agreements` (r:1 w:1)
	// Storage: `Agreements::ProposedLegs` (r:1 w:1)
	// Storage: `Certificates::Programmes` (r:64 w:0)
	// Storage: `Agreements::LegSummaries` (r:16 w:16)
	// Storage: `Agreements::Legs` (r:240 w:240)
	// Storage: `Agreements::EarlierVersions` (r:0 w:1)
	// At least 4_441_401 nanoseconds.
	fn sign_amendment(l: u32) -> Weight {
		Weight::from_parts(4_581_964_000, 0)
			// Standard error: 26_707_961.
			.saturating_add(Weight::from_parts(785_569_661, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(25))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(l.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Agreements::Amendments` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Agreements::Waiting` (r:1 w:1)
	// Storage: `Agreements::ProposedLegs` (r:0 w:1)
	// At least 124_513 nanoseconds.
	fn retract_amendment() -> Weight {
		Weight::from_parts(160_931_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Agreements::Agreements` (r:1 w:0)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Agreements::MilestoneCount` (r:1 w:1)
	// Storage: `Agreements::Milestones` (r:0 w:1)
	// At least 80_140 nanoseconds.
	fn record_milestone() -> Weight {
		Weight::from_parts(99_466_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Agreements::Agreements` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// At least 181_459 nanoseconds.
	fn withdraw_notice() -> Weight {
		Weight::from_parts(196_988_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:16 w:0)
	// Storage: `Agreements::Agreements` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:16 w:16)
	// Storage: `Agreements::Legs` (r:30 w:30)
	// At least 1_945_032 nanoseconds.
	fn agree_to_withdrawal(p: u32) -> Weight {
		Weight::from_parts(1_948_458_000, 0)
			// Standard error: 186_150_208.
			.saturating_add(Weight::from_parts(3_981_025_484, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
	}
}

/// Returns the weight of a benchmark by its name, with the values of its parameters in their order; none
/// where there is no such benchmark.
#[cfg(feature = "runtime-benchmarks")]
pub fn weight_of<T: frame_system::Config>(benchmark: &str, values: &[u32]) -> Option<Weight> {
	Some(match (benchmark, values) {
		("propose", [l]) => SubstrateWeight::<T>::propose(*l),
		("sign", [l]) => SubstrateWeight::<T>::sign(*l),
		("put_in_force", []) => SubstrateWeight::<T>::put_in_force(),
		("suspend_leg", []) => SubstrateWeight::<T>::suspend_leg(),
		("resume_leg", []) => SubstrateWeight::<T>::resume_leg(),
		("retract", []) => SubstrateWeight::<T>::retract(),
		("give_notice", [p]) => SubstrateWeight::<T>::give_notice(*p),
		("propose_amendment", [l, r]) => SubstrateWeight::<T>::propose_amendment(*l, *r),
		("sign_amendment", [l]) => SubstrateWeight::<T>::sign_amendment(*l),
		("retract_amendment", []) => SubstrateWeight::<T>::retract_amendment(),
		("record_milestone", []) => SubstrateWeight::<T>::record_milestone(),
		("withdraw_notice", []) => SubstrateWeight::<T>::withdraw_notice(),
		("agree_to_withdrawal", [p]) => SubstrateWeight::<T>::agree_to_withdrawal(*p),
		_ => return None,
	})
}
