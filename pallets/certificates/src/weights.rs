//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-12-01, AMD EPYC, 20 steps of 10 repetitions, frame-benchmarking-cli 64.0.0.
//! Time is that of the compiled wasm, by least squares; a storage access costs what the runtime's database
//! costs.

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
	/// Weighs the benchmark `propose_plain`.
	fn propose_plain() -> Weight;
	/// Weighs the benchmark `confirm_plain`.
	fn confirm_plain() -> Weight;
	/// Weighs the benchmark `refuse`.
	fn refuse() -> Weight;
	/// Weighs the benchmark `take_over`, measured with `r` from 1 to 400.
	fn take_over(r: u32) -> Weight;
	/// Weighs the benchmark `authorise_batch`, measured with `r` from 1 to 400.
	fn authorise_batch(r: u32) -> Weight;
	/// Weighs the benchmark `take_over_plain`, measured with `r` from 1 to 400.
	fn take_over_plain(r: u32) -> Weight;
	/// Weighs the benchmark `authorise_batch_plain`, measured with `r` from 1 to 400.
	fn authorise_batch_plain(r: u32) -> Weight;
	/// Weighs the benchmark `refuse_batch`.
	fn refuse_batch() -> Weight;
	/// Weighs the benchmark `set_review`.
	fn set_review() -> Weight;
	/// Weighs the benchmark `void_credentials`.
	fn void_credentials() -> Weight;
	/// Weighs the benchmark `give_consent`.
	fn give_consent() -> Weight;
	/// Weighs the benchmark `withdraw_consent`.
	fn withdraw_consent() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Programmes` (r:0 w:1)
	// At least 27_871 nanoseconds.
	fn set_programme() -> Weight {
		Weight::from_parts(29_784_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::DomesticOffers` (r:0 w:1)
	// At least 262_059 nanoseconds.
	fn set_domestic_offers() -> Weight {
		Weight::from_parts(269_801_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Programmes` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:1)
	// At least 119_337 nanoseconds.
	fn succeed_type() -> Weight {
		Weight::from_parts(123_423_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:1)
	// At least 102_563 nanoseconds.
	fn withdraw_succession() -> Weight {
		Weight::from_parts(107_239_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
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
	// At least 255_489 nanoseconds.
	fn propose() -> Weight {
		Weight::from_parts(263_802_000, 0)
			.saturating_add(T::DbWeight::get().reads(37))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `Administrations::Accounts` (r:2 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Pendings` (r:1 w:1)
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
	// At least 278_404 nanoseconds.
	fn confirm() -> Weight {
		Weight::from_parts(286_906_000, 0)
			.saturating_add(T::DbWeight::get().reads(42))
			.saturating_add(T::DbWeight::get().writes(10))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Programmes` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:1)
	// Storage: `Identities::Traders` (r:1 w:1)
	// Storage: `Identities::LaterNumbers` (r:1 w:0)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// Storage: `Certificates::Ordinals` (r:1 w:1)
	// Storage: `Certificates::Holdings` (r:1 w:1)
	// Storage: `Certificates::Counts` (r:1 w:1)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Certificates::Periods` (r:0 w:1)
	// Storage: `Certificates::Numbers` (r:0 w:1)
	// At least 107_790 nanoseconds.
	fn propose_plain() -> Weight {
		Weight::from_parts(113_940_000, 0)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Administrations::Accounts` (r:2 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Pendings` (r:1 w:1)
	// Storage: `Certificates::Proposed` (r:1 w:1)
	// Storage: `Certificates::WaitingCount` (r:1 w:1)
	// Storage: `Certificates::Waiting` (r:1 w:1)
	// Storage: `Certificates::Certificates` (r:1 w:1)
	// Storage: `Certificates::Programmes` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:1)
	// Storage: `Identities::LaterNumbers` (r:1 w:0)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// Storage: `Certificates::Ordinals` (r:1 w:1)
	// Storage: `Certificates::Holdings` (r:1 w:1)
	// Storage: `Certificates::Counts` (r:1 w:1)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Certificates::Periods` (r:0 w:1)
	// Storage: `Certificates::Numbers` (r:0 w:1)
	// At least 128_031 nanoseconds.
	fn confirm_plain() -> Weight {
		Weight::from_parts(137_414_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(11))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Pendings` (r:2 w:2)
	// Storage: `Certificates::Proposed` (r:1 w:1)
	// Storage: `Certificates::WaitingCount` (r:1 w:1)
	// Storage: `Certificates::Waiting` (r:1 w:2)
	// At least 52_799 nanoseconds.
	fn refuse() -> Weight {
		Weight::from_parts(56_283_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	// Storage: `Administrations::Accounts` (r:2 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Batches` (r:1 w:1)
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
	// At least 269_671 nanoseconds.
	fn take_over(r: u32) -> Weight {
		Weight::from_parts(273_596_000, 0)
			// Standard error: 1_638_986.
			.saturating_add(Weight::from_parts(275_989_555, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().reads((19_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((12_u64).saturating_mul(r.into())))
	}

	// Storage: `Administrations::Accounts` (r:2 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Batches` (r:1 w:1)
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
	// At least 298_223 nanoseconds.
	fn authorise_batch(r: u32) -> Weight {
		Weight::from_parts(301_298_000, 0)
			// Standard error: 1_695_551.
			.saturating_add(Weight::from_parts(297_037_386, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().reads((28_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(r.into())))
	}

	// Storage: `Administrations::Accounts` (r:2 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Batches` (r:1 w:1)
	// Storage: `Certificates::OpenBatches` (r:1 w:1)
	// Storage: `Certificates::Certificates` (r:400 w:400)
	// Storage: `Certificates::Programmes` (r:1 w:0)
	// Storage: `Identities::Traders` (r:400 w:400)
	// Storage: `Identities::LaterNumbers` (r:400 w:0)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// Storage: `Certificates::Ordinals` (r:1 w:1)
	// Storage: `Certificates::Holdings` (r:400 w:400)
	// Storage: `Certificates::Counts` (r:1 w:1)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Certificates::Periods` (r:0 w:400)
	// Storage: `Certificates::Numbers` (r:0 w:400)
	// At least 123_263 nanoseconds.
	fn take_over_plain(r: u32) -> Weight {
		Weight::from_parts(433_930_303, 0)
			// Standard error: 901_668.
			.saturating_add(Weight::from_parts(69_752_160, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(r.into())))
	}

	// Storage: `Administrations::Accounts` (r:2 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Batches` (r:1 w:1)
	// Storage: `Certificates::OpenBatches` (r:1 w:1)
	// Storage: `Certificates::Programmes` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:400 w:400)
	// Storage: `Identities::Traders` (r:400 w:400)
	// Storage: `Identities::LaterNumbers` (r:400 w:0)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// Storage: `Certificates::Ordinals` (r:1 w:1)
	// Storage: `Certificates::Holdings` (r:400 w:400)
	// Storage: `Certificates::Counts` (r:1 w:1)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Certificates::Periods` (r:0 w:400)
	// Storage: `Certificates::Numbers` (r:0 w:400)
	// At least 141_751 nanoseconds.
	fn authorise_batch_plain(r: u32) -> Weight {
		Weight::from_parts(143_283_000, 0)
			// Standard error: 382_906.
			.saturating_add(Weight::from_parts(87_181_063, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(r.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Batches` (r:1 w:1)
	// Storage: `Certificates::OpenBatches` (r:1 w:1)
	// At least 1_334_452 nanoseconds.
	fn refuse_batch() -> Weight {
		Weight::from_parts(1_451_536_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:1)
	// At least 37_205 nanoseconds.
	fn set_review() -> Weight {
		Weight::from_parts(42_463_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:0)
	// Storage: `Certificates::Editions` (r:1 w:1)
	// At least 37_366 nanoseconds.
	fn void_credentials() -> Weight {
		Weight::from_parts(41_702_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:1)
	// Storage: `Certificates::Consents` (r:17 w:17)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Suspensions::Unrecognising` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:0)
	// At least 1_556_632 nanoseconds.
	fn give_consent() -> Weight {
		Weight::from_parts(1_634_047_000, 0)
			.saturating_add(T::DbWeight::get().reads(26))
			.saturating_add(T::DbWeight::get().writes(18))
	}

	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:1)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Suspensions::Unrecognising` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:0)
	// Storage: `Certificates::Consents` (r:0 w:17)
	// Storage: `Certificates::LastWithdrawal` (r:0 w:1)
	// At least 1_483_814 nanoseconds.
	fn withdraw_consent() -> Weight {
		Weight::from_parts(1_588_128_000, 0)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(19))
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
		("propose_plain", []) => SubstrateWeight::<T>::propose_plain(),
		("confirm_plain", []) => SubstrateWeight::<T>::confirm_plain(),
		("refuse", []) => SubstrateWeight::<T>::refuse(),
		("take_over", [r]) => SubstrateWeight::<T>::take_over(*r),
		("authorise_batch", [r]) => SubstrateWeight::<T>::authorise_batch(*r),
		("take_over_plain", [r]) => SubstrateWeight::<T>::take_over_plain(*r),
		("authorise_batch_plain", [r]) => SubstrateWeight::<T>::authorise_batch_plain(*r),
		("refuse_batch", []) => SubstrateWeight::<T>::refuse_batch(),
		("set_review", []) => SubstrateWeight::<T>::set_review(),
		("void_credentials", []) => SubstrateWeight::<T>::void_credentials(),
		("give_consent", []) => SubstrateWeight::<T>::give_consent(),
		("withdraw_consent", []) => SubstrateWeight::<T>::withdraw_consent(),
		_ => return None,
	})
}
