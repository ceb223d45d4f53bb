//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-12-01, AMD EPYC, 20 steps of 10 repetitions, frame-benchmarking-cli 64.0.0.
//! Time is that of the compiled wasm, by least squares; a storage access costs what the runtime's database
//! costs.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call, or part of one, costs at most.
pub trait WeightInfo {
	/// Weighs the benchmark `register`.
	fn register() -> Weight;
	/// Weighs the benchmark `register_despite_check`.
	fn register_despite_check() -> Weight;
	/// Weighs the benchmark `propose`.
	fn propose() -> Weight;
	/// Weighs the benchmark `confirm`.
	fn confirm() -> Weight;
	/// Weighs the benchmark `refuse`.
	fn refuse() -> Weight;
	/// Weighs the benchmark `close`.
	fn close() -> Weight;
	/// Weighs the benchmark `merge`.
	fn merge() -> Weight;
	/// Weighs the benchmark `offer_account`.
	fn offer_account() -> Weight;
	/// Weighs the benchmark `accept_account`.
	fn accept_account() -> Weight;
	/// Weighs the benchmark `decline_account`.
	fn decline_account() -> Weight;
	/// Weighs the benchmark `withdraw_offer`.
	fn withdraw_offer() -> Weight;
	/// Weighs the benchmark `unlink_account`.
	fn unlink_account() -> Weight;
	/// Weighs the benchmark `unlink_own_account`.
	fn unlink_own_account() -> Weight;
	/// Weighs the benchmark `issue_alias`.
	fn issue_alias() -> Weight;
	/// Weighs the benchmark `derive_alias`.
	fn derive_alias() -> Weight;
	/// Weighs the benchmark `declare_alias`.
	fn declare_alias() -> Weight;
	/// Weighs the benchmark `confirm_alias`.
	fn confirm_alias() -> Weight;
	/// Weighs the benchmark `remove_alias`.
	fn remove_alias() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:1)
	// Storage: `Identities::LaterNumbers` (r:1 w:0)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// At least 29_514 nanoseconds.
	fn register() -> Weight {
		Weight::from_parts(32_088_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:1)
	// Storage: `Identities::LaterNumbers` (r:1 w:0)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// At least 29_915 nanoseconds.
	fn register_despite_check() -> Weight {
		Weight::from_parts(32_769_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Identities::LaterNumbers` (r:1 w:0)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// Storage: `Identities::Proposals` (r:1 w:2)
	// Storage: `Identities::ProposalCount` (r:1 w:1)
	// Storage: `Identities::Proposed` (r:1 w:1)
	// At least 63_534 nanoseconds.
	fn propose() -> Weight {
		Weight::from_parts(78_216_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Administrations::Accounts` (r:2 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Traders` (r:3 w:1)
	// Storage: `Identities::LaterNumbers` (r:2 w:1)
	// Storage: `Identities::Proposals` (r:1 w:1)
	// Storage: `Identities::Proposed` (r:1 w:1)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// At least 68_692 nanoseconds.
	fn confirm() -> Weight {
		Weight::from_parts(75_262_000, 0)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Identities::LaterNumbers` (r:1 w:0)
	// Storage: `Identities::Proposals` (r:1 w:1)
	// Storage: `Identities::Proposed` (r:1 w:1)
	// At least 31_377 nanoseconds.
	fn refuse() -> Weight {
		Weight::from_parts(34_321_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:1)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Certificates::Holdings` (r:1 w:0)
	// At least 41_411 nanoseconds.
	fn close() -> Weight {
		Weight::from_parts(44_256_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Traders` (r:2 w:1)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// Storage: `Administrations::Counting` (r:1 w:0)
	// Storage: `Agreements::LegSummaries` (r:1 w:0)
	// Storage: `Certificates::Holdings` (r:1 w:0)
	// At least 51_717 nanoseconds.
	fn merge() -> Weight {
		Weight::from_parts(56_254_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:2 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// Storage: `Applications::AgencyAccounts` (r:1 w:0)
	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Identities::Offers` (r:1 w:3)
	// Storage: `Identities::OpenOffers` (r:2 w:2)
	// Storage: `Administrations::Provided` (r:1 w:1)
	// Storage: `System::Account` (r:1 w:1)
	// At least 196_802 nanoseconds.
	fn offer_account() -> Weight {
		Weight::from_parts(212_746_000, 0)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Identities::Traders` (r:1 w:1)
	// Storage: `Identities::Offers` (r:1 w:1)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Applications::AgencyAccounts` (r:1 w:0)
	// Storage: `Identities::Accounts` (r:1 w:1)
	// Storage: `Identities::OpenOffers` (r:1 w:1)
	// At least 95_412 nanoseconds.
	fn accept_account() -> Weight {
		Weight::from_parts(103_704_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Identities::Offers` (r:1 w:1)
	// Storage: `Identities::OpenOffers` (r:1 w:1)
	// At least 64_636 nanoseconds.
	fn decline_account() -> Weight {
		Weight::from_parts(69_312_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Offers` (r:1 w:1)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// Storage: `Identities::OpenOffers` (r:1 w:1)
	// At least 88_962 nanoseconds.
	fn withdraw_offer() -> Weight {
		Weight::from_parts(93_298_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Accounts` (r:1 w:1)
	// Storage: `Identities::Traders` (r:1 w:1)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// Storage: `Disclosures::HolderKeys` (r:1 w:0)
	// At least 45_097 nanoseconds.
	fn unlink_account() -> Weight {
		Weight::from_parts(49_614_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Identities::Accounts` (r:1 w:1)
	// Storage: `Identities::Traders` (r:1 w:1)
	// Storage: `Disclosures::HolderKeys` (r:1 w:0)
	// At least 21_462 nanoseconds.
	fn unlink_own_account() -> Weight {
		Weight::from_parts(28_662_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Traders` (r:2 w:0)
	// Storage: `Agreements::Legs` (r:1 w:0)
	// Storage: `Identities::Aliases` (r:1 w:1)
	// Storage: `Identities::AliasesOf` (r:2 w:2)
	// Storage: `Identities::AliasCounts` (r:2 w:2)
	// At least 226_266 nanoseconds.
	fn issue_alias() -> Weight {
		Weight::from_parts(341_668_000, 0)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Identities::Traders` (r:2 w:0)
	// Storage: `Identities::Aliases` (r:1 w:1)
	// Storage: `Identities::AliasesOf` (r:2 w:2)
	// Storage: `Identities::AliasCounts` (r:2 w:2)
	// At least 49_914 nanoseconds.
	fn derive_alias() -> Weight {
		Weight::from_parts(52_918_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:2 w:0)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// Storage: `Identities::AliasesOf` (r:1 w:1)
	// Storage: `Identities::AliasCounts` (r:1 w:1)
	// Storage: `Identities::Claims` (r:1 w:1)
	// At least 48_542 nanoseconds.
	fn declare_alias() -> Weight {
		Weight::from_parts(51_467_000, 0)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Traders` (r:2 w:0)
	// Storage: `Identities::AliasesOf` (r:2 w:2)
	// Storage: `Identities::Aliases` (r:1 w:1)
	// Storage: `Identities::AliasCounts` (r:1 w:1)
	// Storage: `Identities::Claims` (r:1 w:1)
	// At least 71_626 nanoseconds.
	fn confirm_alias() -> Weight {
		Weight::from_parts(76_824_000, 0)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Identities::AliasesOf` (r:1 w:1)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::AliasCounts` (r:1 w:1)
	// Storage: `Identities::Aliases` (r:0 w:1)
	// At least 39_799 nanoseconds.
	fn remove_alias() -> Weight {
		Weight::from_parts(43_204_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}

/// Returns the weight of a benchmark by its name, with the values of its parameters in their order; none
/// where there is no such benchmark.
#[cfg(feature = "runtime-benchmarks")]
pub fn weight_of<T: frame_system::Config>(benchmark: &str, values: &[u32]) -> Option<Weight> {
	Some(match (benchmark, values) {
		("register", []) => SubstrateWeight::<T>::register(),
		("register_despite_check", []) => SubstrateWeight::<T>::register_despite_check(),
		("propose", []) => SubstrateWeight::<T>::propose(),
		("confirm", []) => SubstrateWeight::<T>::confirm(),
		("refuse", []) => SubstrateWeight::<T>::refuse(),
		("close", []) => SubstrateWeight::<T>::close(),
		("merge", []) => SubstrateWeight::<T>::merge(),
		("offer_account", []) => SubstrateWeight::<T>::offer_account(),
		("accept_account", []) => SubstrateWeight::<T>::accept_account(),
		("decline_account", []) => SubstrateWeight::<T>::decline_account(),
		("withdraw_offer", []) => SubstrateWeight::<T>::withdraw_offer(),
		("unlink_account", []) => SubstrateWeight::<T>::unlink_account(),
		("unlink_own_account", []) => SubstrateWeight::<T>::unlink_own_account(),
		("issue_alias", []) => SubstrateWeight::<T>::issue_alias(),
		("derive_alias", []) => SubstrateWeight::<T>::derive_alias(),
		("declare_alias", []) => SubstrateWeight::<T>::declare_alias(),
		("confirm_alias", []) => SubstrateWeight::<T>::confirm_alias(),
		("remove_alias", []) => SubstrateWeight::<T>::remove_alias(),
		_ => return None,
	})
}
