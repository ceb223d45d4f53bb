//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-11-30, AMD EPYC, 8 steps of 10 repetitions, frame-benchmarking-cli 64.0.0.
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
	// At least 38_782 nanoseconds.
	fn set_programme() -> Weight {
		Weight::from_parts(72_646_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::DomesticOffers` (r:0 w:1)
	// At least 323_066 nanoseconds.
	fn set_domestic_offers() -> Weight {
		Weight::from_parts(367_459_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Programmes` (r:1 w:0)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:1)
	// At least 154_430 nanoseconds.
	fn succeed_type() -> Weight {
		Weight::from_parts(185_979_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:1)
	// At least 133_812 nanoseconds.
	fn withdraw_succession() -> Weight {
		Weight::from_parts(160_261_000, 0)
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
	// At least 347_342 nanoseconds.
	fn propose() -> Weight {
		Weight::from_parts(462_709_000, 0)
			.saturating_add(T::DbWeight::get().reads(39))
			.saturating_add(T::DbWeight::get().writes(6))
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
	// At least 362_160 nanoseconds.
	fn confirm() -> Weight {
		Weight::from_parts(418_575_000, 0)
			.saturating_add(T::DbWeight::get().reads(44))
			.saturating_add(T::DbWeight::get().writes(10))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Fees::OuterSigner` (r:1 w:0)
	// Storage: `Timestamp::Now` (r:1 w:0)
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
	// At least 150_583 nanoseconds.
	fn propose_plain() -> Weight {
		Weight::from_parts(163_598_000, 0)
			.saturating_add(T::DbWeight::get().reads(15))
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
	// At least 181_701 nanoseconds.
	fn confirm_plain() -> Weight {
		Weight::from_parts(302_658_000, 0)
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(11))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Fees::OuterSigner` (r:1 w:0)
	// Storage: `Certificates::Pendings` (r:2 w:2)
	// Storage: `Certificates::Proposed` (r:1 w:1)
	// Storage: `Certificates::WaitingCount` (r:1 w:1)
	// Storage: `Certificates::Waiting` (r:1 w:2)
	// At least 83_026 nanoseconds.
	fn refuse() -> Weight {
		Weight::from_parts(146_736_000, 0)
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
	// At least 361_178 nanoseconds.
	fn take_over(r: u32) -> Weight {
		Weight::from_parts(377_688_000, 0)
			// Standard error: 13_187_983.
			.saturating_add(Weight::from_parts(524_738_051, 0).saturating_mul(r.into()))
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
	// At least 588_124 nanoseconds.
	fn authorise_batch(r: u32) -> Weight {
		Weight::from_parts(622_097_000, 0)
			// Standard error: 13_314_141.
			.saturating_add(Weight::from_parts(621_275_692, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().reads((28_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(r.into())))
	}

	// Storage: `Administrations::Accounts` (r:2 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Fees::OuterSigner` (r:1 w:0)
	// Storage: `Certificates::Batches` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
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
	// At least 237_746 nanoseconds.
	fn take_over_plain(r: u32) -> Weight {
		Weight::from_parts(2_541_969_884, 0)
			// Standard error: 9_444_993.
			.saturating_add(Weight::from_parts(123_382_254, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(r.into())))
	}

	// Storage: `Administrations::Accounts` (r:2 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Fees::OuterSigner` (r:1 w:0)
	// Storage: `Certificates::Batches` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
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
	// At least 197_891 nanoseconds.
	fn authorise_batch_plain(r: u32) -> Weight {
		Weight::from_parts(7_287_827_119, 0)
			// Standard error: 9_938_096.
			.saturating_add(Weight::from_parts(123_985_505, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(r.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Fees::OuterSigner` (r:1 w:0)
	// Storage: `Certificates::Batches` (r:1 w:1)
	// Storage: `Certificates::OpenBatches` (r:1 w:1)
	// At least 2_028_918 nanoseconds.
	fn refuse_batch() -> Weight {
		Weight::from_parts(2_388_573_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// At least 113_322 nanoseconds.
	fn set_review() -> Weight {
		Weight::from_parts(143_700_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:0)
	// Storage: `Certificates::Editions` (r:1 w:1)
	// At least 84_188 nanoseconds.
	fn void_credentials() -> Weight {
		Weight::from_parts(131_016_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Certificates::Consents` (r:17 w:17)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Suspensions::Unrecognising` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:0)
	// At least 3_333_376 nanoseconds.
	fn give_consent() -> Weight {
		Weight::from_parts(3_852_561_000, 0)
			.saturating_add(T::DbWeight::get().reads(27))
			.saturating_add(T::DbWeight::get().writes(18))
	}

	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Certificates::Certificates` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Suspensions::Unrecognising` (r:1 w:0)
	// Storage: `Certificates::Successions` (r:1 w:0)
	// Storage: `Certificates::Consents` (r:0 w:17)
	// Storage: `Certificates::LastWithdrawal` (r:0 w:1)
	// At least 2_763_797 nanoseconds.
	fn withdraw_consent() -> Weight {
		Weight::from_parts(3_356_209_000, 0)
			.saturating_add(T::DbWeight::get().reads(10))
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
