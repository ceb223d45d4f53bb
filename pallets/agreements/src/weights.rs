//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-12-01, AMD EPYC, 20 steps of 10 repetitions, frame-benchmarking-cli 64.0.0.
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
	// Storage: `Agreements::ProposedLegs` (r:0 w:3)
	// Storage: `Agreements::Agreements` (r:0 w:3)
	// At least 183_913 nanoseconds.
	fn propose(l: u32) -> Weight {
		Weight::from_parts(283_976_628, 0)
			// Standard error: 354_514.
			.saturating_add(Weight::from_parts(24_852_753, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(21))
			.saturating_add(T::DbWeight::get().writes(8))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:16 w:0)
	// Storage: `Agreements::Agreements` (r:1 w:1)
	// Storage: `Agreements::Waiting` (r:1 w:1)
	// Storage: `Agreements::ProposedLegs` (r:1 w:1)
	// Storage: `Agreements::LegSummaries` (r:16 w:16)
	// Storage: `Agreements::Legs` (r:240 w:240)
	// At least 2_881_710 nanoseconds.
	fn sign(l: u32) -> Weight {
		Weight::from_parts(2_492_434_148, 0)
			// Standard error: 3_251_806.
			.saturating_add(Weight::from_parts(465_301_144, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(21))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(l.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:2 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:1)
	// Storage: `Agreements::Legs` (r:1 w:1)
	// At least 3_188_205 nanoseconds.
	fn put_in_force() -> Weight {
		Weight::from_parts(3_441_582_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:2 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:1)
	// Storage: `Agreements::Legs` (r:1 w:1)
	// At least 2_987_327 nanoseconds.
	fn suspend_leg() -> Weight {
		Weight::from_parts(3_472_919_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:2 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:1)
	// Storage: `Agreements::Legs` (r:1 w:1)
	// At least 3_288_635 nanoseconds.
	fn resume_leg() -> Weight {
		Weight::from_parts(3_606_357_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Agreements::Agreements` (r:1 w:1)
	// Storage: `Agreements::Waiting` (r:1 w:1)
	// Storage: `Agreements::ProposedLegs` (r:0 w:1)
	// At least 47_911 nanoseconds.
	fn retract() -> Weight {
		Weight::from_parts(57_215_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:16 w:0)
	// Storage: `Agreements::Agreements` (r:1 w:1)
	// Storage: `Agreements::Amendments` (r:1 w:1)
	// Storage: `Agreements::Waiting` (r:1 w:1)
	// Storage: `Agreements::LegSummaries` (r:16 w:16)
	// Storage: `Agreements::Legs` (r:30 w:30)
	// Storage: `Agreements::ProposedLegs` (r:0 w:1)
	// At least 922_500 nanoseconds.
	fn give_notice(p: u32) -> Weight {
		Weight::from_parts(928_669_000, 0)
			// Standard error: 56_054_166.
			.saturating_add(Weight::from_parts(2_265_068_079, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(p.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:16 w:0)
	// Storage: `Agreements::Agreements` (r:1 w:0)
	// Storage: `Agreements::Amendments` (r:1 w:1)
	// Storage: `Agreements::Waiting` (r:1 w:1)
	// Storage: `Agreements::Legs` (r:120 w:0)
	// Storage: `Certificates::Programmes` (r:32 w:0)
	// Storage: `Agreements::NextAmendment` (r:1 w:1)
	// Storage: `Agreements::ProposedLegs` (r:0 w:1)
	// At least 3_372_579 nanoseconds.
	fn propose_amendment(l: u32, r: u32) -> Weight {
		Weight::from_parts(1_049_750_893, 0)
			// Standard error: 1_130_066.
			.saturating_add(Weight::from_parts(21_056_378, 0).saturating_mul(l.into()))
			// Standard error: 1_130_066.
			.saturating_add(Weight::from_parts(97_531_721, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(22))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:16 w:0)
	// Storage: `Agreements::Amendments` (r:1 w:1)
	// Storage: `Agreements::Waiting` (r:1 w:1)
	// Storage: `Agreements::Agreements` (r:1 w:1)
	// Storage: `Agreements::ProposedLegs` (r:1 w:1)
	// Storage: `Agreements::LegSummaries` (r:16 w:16)
	// Storage: `Agreements::Legs` (r:240 w:240)
	// Storage: `Agreements::EarlierVersions` (r:0 w:1)
	// At least 2_840_830 nanoseconds.
	fn sign_amendment(l: u32) -> Weight {
		Weight::from_parts(2_987_728_000, 0)
			// Standard error: 5_049_293.
			.saturating_add(Weight::from_parts(494_862_253, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(22))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(l.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Agreements::Amendments` (r:1 w:1)
	// Storage: `Agreements::Waiting` (r:1 w:1)
	// Storage: `Agreements::ProposedLegs` (r:0 w:1)
	// At least 73_269 nanoseconds.
	fn retract_amendment() -> Weight {
		Weight::from_parts(81_581_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Agreements::Agreements` (r:1 w:0)
	// Storage: `Agreements::MilestoneCount` (r:1 w:1)
	// Storage: `Agreements::Milestones` (r:0 w:1)
	// At least 40_360 nanoseconds.
	fn record_milestone() -> Weight {
		Weight::from_parts(48_082_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Agreements::Agreements` (r:1 w:1)
	// At least 98_436 nanoseconds.
	fn withdraw_notice() -> Weight {
		Weight::from_parts(104_585_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:16 w:0)
	// Storage: `Agreements::Agreements` (r:1 w:1)
	// Storage: `Agreements::LegSummaries` (r:16 w:16)
	// Storage: `Agreements::Legs` (r:30 w:30)
	// At least 910_181 nanoseconds.
	fn agree_to_withdrawal(p: u32) -> Weight {
		Weight::from_parts(912_725_000, 0)
			// Standard error: 54_513_918.
			.saturating_add(Weight::from_parts(2_297_148_275, 0).saturating_mul(p.into()))
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
