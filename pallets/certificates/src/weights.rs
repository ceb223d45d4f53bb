//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-11-29, AMD EPYC, 10 steps of 5 repetitions, frame-benchmarking-cli 64.0.0.
//! Time is that of the compiled wasm, by least squares; a storage access costs what the runtime's database
//! costs. `give_consent`, `withdraw_consent`, `void_credentials` and the edition in `propose` and `confirm` are counted
//! and not measured yet: their times are guessed high.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call, or part of one, costs at most.
pub trait WeightInfo {
	/// Weighs the benchmark `set_programme`.
	fn set_programme() -> Weight;
	/// Weighs the benchmark `set_domestic_offers`.
	fn set_domestic_offers() -> Weight;
	/// Weighs the benchmark `succeed_type`.
	fn succeed_type() -> Weight;
	/// Weighs the benchmark `withdraw_succession`.
	fn withdraw_succession() -> Weight;
	/// Weighs the benchmark `propose`.
	fn propose() -> Weight;
	/// Weighs the benchmark `confirm`.
	fn confirm() -> Weight;
	/// Weighs the benchmark `refuse`.
	fn refuse() -> Weight;
	/// Weighs the benchmark `take_over`, measured with `r` from 1 to 400.
	fn take_over(r: u32) -> Weight;
	/// Weighs the benchmark `authorise_batch`, measured with `r` from 1 to 400.
	fn authorise_batch(r: u32) -> Weight;
	/// Weighs the benchmark `refuse_batch`.
	fn refuse_batch() -> Weight;
	/// Weighs the benchmark `set_review`.
	fn set_review() -> Weight;
	/// Weighs the benchmark `give_consent`.
	fn give_consent() -> Weight;
	/// Weighs the benchmark `withdraw_consent`.
	fn withdraw_consent() -> Weight;
	/// Weighs the benchmark `void_credentials`.
	fn void_credentials() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Programmes` (r:0 w:1)
	// At least 41_637 nanoseconds.
	fn set_programme() -> Weight {
		Weight::from_parts(59_081_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::DomesticOffers` (r:0 w:1)
	// At least 346_707 nanoseconds.
	fn set_domestic_offers() -> Weight {
		Weight::from_parts(548_113_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Programmes` (r:1 w:0)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:1)
	// At least 164_738 nanoseconds.
	fn succeed_type() -> Weight {
		Weight::from_parts(170_307_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:1)
	// At least 143_738 nanoseconds.
	fn withdraw_succession() -> Weight {
		Weight::from_parts(221_193_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Fees::OuterSigner` (r:1 w:0)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Certificates::Programmes` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:16 w:1)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Applications::Opinions` (r:8 w:0)
	// Storage: `Certificates::Holdings` (r:1 w:0)
	// Storage: `Certificates::ChangeCount` (r:1 w:1)
	// Storage: `Certificates::Askers` (r:1 w:0)
	// Storage: `Certificates::Counts` (r:2 w:2)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Suspensions::Unrecognising` (r:1 w:0)
	// Storage: `Certificates::Periods` (r:0 w:1)
	// Storage: `Certificates::Changes` (r:0 w:1)
	// Storage: `Certificates::Editions` (r:1 w:1), where credentials begin another edition
	// At least 325_177 nanoseconds.
	fn propose() -> Weight {
		Weight::from_parts(386_442_000, 0)
			.saturating_add(T::DbWeight::get().reads(40))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Administrations::Accounts` (r:2 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Fees::OuterSigner` (r:1 w:0)
	// Storage: `Certificates::Pendings` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Certificates::Proposed` (r:1 w:1)
	// Storage: `Certificates::WaitingCount` (r:1 w:1)
	// Storage: `Certificates::Waiting` (r:1 w:1)
	// Storage: `Certificates::Certificates` (r:16 w:1)
	// Storage: `Certificates::Programmes` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Applications::Opinions` (r:8 w:0)
	// Storage: `Certificates::Holdings` (r:1 w:0)
	// Storage: `Certificates::ChangeCount` (r:1 w:1)
	// Storage: `Certificates::Askers` (r:1 w:0)
	// Storage: `Certificates::Counts` (r:2 w:2)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Suspensions::Unrecognising` (r:1 w:0)
	// Storage: `Certificates::Periods` (r:0 w:1)
	// Storage: `Certificates::Changes` (r:0 w:1)
	// Storage: `Certificates::Editions` (r:1 w:1), where credentials begin another edition
	// At least 355_344 nanoseconds.
	fn confirm() -> Weight {
		Weight::from_parts(571_937_000, 0)
			.saturating_add(T::DbWeight::get().reads(45))
			.saturating_add(T::DbWeight::get().writes(11))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Fees::OuterSigner` (r:1 w:0)
	// Storage: `Certificates::Pendings` (r:2 w:2)
	// Storage: `Certificates::Proposed` (r:1 w:1)
	// Storage: `Certificates::WaitingCount` (r:1 w:1)
	// Storage: `Certificates::Waiting` (r:1 w:2)
	// At least 79_889 nanoseconds.
	fn refuse() -> Weight {
		Weight::from_parts(121_978_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `Administrations::Accounts` (r:2 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Fees::OuterSigner` (r:1 w:0)
	// Storage: `Certificates::Batches` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Certificates::OpenBatches` (r:1 w:1)
	// Storage: `Certificates::Certificates` (r:6800 w:400)
	// Storage: `Certificates::Programmes` (r:1 w:0)
	// Storage: `Identities::Traders` (r:400 w:0)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// Storage: `Certificates::Ordinals` (r:1 w:1)
	// Storage: `Certificates::Holdings` (r:400 w:400)
	// Storage: `Certificates::Counts` (r:1 w:1)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Certificates::Periods` (r:0 w:3600)
	// Storage: `Certificates::Numbers` (r:0 w:400)
	// At least 512_437 nanoseconds.
	fn take_over(r: u32) -> Weight {
		Weight::from_parts(513_048_000, 0)
			// Standard error: 10_720_850.
			.saturating_add(Weight::from_parts(500_405_399, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().reads((19_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((12_u64).saturating_mul(r.into())))
	}

	// Storage: `Administrations::Accounts` (r:2 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Fees::OuterSigner` (r:1 w:0)
	// Storage: `Certificates::Batches` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Certificates::OpenBatches` (r:1 w:1)
	// Storage: `Certificates::Programmes` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:6400 w:400)
	// Storage: `Identities::Traders` (r:400 w:0)
	// Storage: `Applications::Opinions` (r:3200 w:0)
	// Storage: `Certificates::Holdings` (r:400 w:0)
	// Storage: `Certificates::ChangeCount` (r:1 w:1)
	// Storage: `Certificates::Askers` (r:400 w:0)
	// Storage: `Certificates::Counts` (r:2 w:2)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Suspensions::Unrecognising` (r:400 w:0)
	// Storage: `Certificates::Periods` (r:0 w:400)
	// Storage: `Certificates::Changes` (r:0 w:400)
	// At least 367_767 nanoseconds.
	fn authorise_batch(r: u32) -> Weight {
		Weight::from_parts(1_790_781_391, 0)
			// Standard error: 22_120_797.
			.saturating_add(Weight::from_parts(453_856_058, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().reads((28_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(r.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Fees::OuterSigner` (r:1 w:0)
	// Storage: `Certificates::Batches` (r:1 w:1)
	// Storage: `Certificates::OpenBatches` (r:1 w:1)
	// At least 1_837_360 nanoseconds.
	fn refuse_batch() -> Weight {
		Weight::from_parts(2_046_351_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// At least 57_157 nanoseconds.
	fn set_review() -> Weight {
		Weight::from_parts(65_352_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:1)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Suspensions::Unrecognising` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Certificates::Consents` (r:17 w:17)
	// Counted, not measured yet.
	fn give_consent() -> Weight {
		Weight::from_parts(3_500_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(27))
			.saturating_add(T::DbWeight::get().writes(18))
	}

	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:1)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Suspensions::Unrecognising` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Certificates::Consents` (r:0 w:17)
	// Storage: `Certificates::LastWithdrawal` (r:0 w:1)
	// Counted, not measured yet.
	fn withdraw_consent() -> Weight {
		Weight::from_parts(3_500_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(19))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:0)
	// Storage: `Certificates::Editions` (r:1 w:1)
	// Counted, not measured yet.
	fn void_credentials() -> Weight {
		Weight::from_parts(120_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

/// Returns the weight of a benchmark by its name, with the values of its parameters in their order; none
/// where there is no such benchmark.
#[cfg(feature = "runtime-benchmarks")]
pub fn weight_of<T: frame_system::Config>(benchmark: &str, values: &[u32]) -> Option<Weight> {
	Some(match (benchmark, values) {
		("set_programme", []) => SubstrateWeight::<T>::set_programme(),
		("set_domestic_offers", []) => SubstrateWeight::<T>::set_domestic_offers(),
		("succeed_type", []) => SubstrateWeight::<T>::succeed_type(),
		("withdraw_succession", []) => SubstrateWeight::<T>::withdraw_succession(),
		("propose", []) => SubstrateWeight::<T>::propose(),
		("confirm", []) => SubstrateWeight::<T>::confirm(),
		("refuse", []) => SubstrateWeight::<T>::refuse(),
		("take_over", [r]) => SubstrateWeight::<T>::take_over(*r),
		("authorise_batch", [r]) => SubstrateWeight::<T>::authorise_batch(*r),
		("refuse_batch", []) => SubstrateWeight::<T>::refuse_batch(),
		("set_review", []) => SubstrateWeight::<T>::set_review(),
		("give_consent", []) => SubstrateWeight::<T>::give_consent(),
		("withdraw_consent", []) => SubstrateWeight::<T>::withdraw_consent(),
		("void_credentials", []) => SubstrateWeight::<T>::void_credentials(),
		_ => return None,
	})
}
