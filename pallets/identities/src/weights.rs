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
	// At least 29_264 nanoseconds.
	fn register() -> Weight {
		Weight::from_parts(32_017_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:1)
	// Storage: `Identities::LaterNumbers` (r:1 w:0)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// At least 28_983 nanoseconds.
	fn register_despite_check() -> Weight {
		Weight::from_parts(31_006_000, 0)
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
	// At least 62_653 nanoseconds.
	fn propose() -> Weight {
		Weight::from_parts(66_519_000, 0)
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
	// At least 67_821 nanoseconds.
	fn confirm() -> Weight {
		Weight::from_parts(71_166_000, 0)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Identities::LaterNumbers` (r:1 w:0)
	// Storage: `Identities::Proposals` (r:1 w:1)
	// Storage: `Identities::Proposed` (r:1 w:1)
	// At least 30_685 nanoseconds.
	fn refuse() -> Weight {
		Weight::from_parts(32_518_000, 0)
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
	// At least 40_540 nanoseconds.
	fn close() -> Weight {
		Weight::from_parts(42_904_000, 0)
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
	// At least 51_506 nanoseconds.
	fn merge() -> Weight {
		Weight::from_parts(54_220_000, 0)
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
	// At least 192_686 nanoseconds.
	fn offer_account() -> Weight {
		Weight::from_parts(199_186_000, 0)
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
	// At least 93_188 nanoseconds.
	fn accept_account() -> Weight {
		Weight::from_parts(98_376_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Identities::Offers` (r:1 w:1)
	// Storage: `Identities::OpenOffers` (r:1 w:1)
	// At least 62_503 nanoseconds.
	fn decline_account() -> Weight {
		Weight::from_parts(65_387_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Offers` (r:1 w:1)
	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// Storage: `Identities::OpenOffers` (r:1 w:1)
	// At least 86_849 nanoseconds.
	fn withdraw_offer() -> Weight {
		Weight::from_parts(93_859_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::Accounts` (r:1 w:1)
	// Storage: `Identities::Traders` (r:1 w:1)
	// Storage: `Administrations::Coverage` (r:1 w:0)
	// Storage: `Disclosures::HolderKeys` (r:1 w:0)
	// At least 43_995 nanoseconds.
	fn unlink_account() -> Weight {
		Weight::from_parts(47_420_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Identities::Accounts` (r:1 w:1)
	// Storage: `Identities::Traders` (r:1 w:1)
	// Storage: `Disclosures::HolderKeys` (r:1 w:0)
	// At least 20_801 nanoseconds.
	fn unlink_own_account() -> Weight {
		Weight::from_parts(22_654_000, 0)
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
	// At least 224_343 nanoseconds.
	fn issue_alias() -> Weight {
		Weight::from_parts(229_631_000, 0)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Identities::Traders` (r:2 w:0)
	// Storage: `Identities::Aliases` (r:1 w:1)
	// Storage: `Identities::AliasesOf` (r:2 w:2)
	// Storage: `Identities::AliasCounts` (r:2 w:2)
	// At least 49_403 nanoseconds.
	fn derive_alias() -> Weight {
		Weight::from_parts(52_008_000, 0)
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
		Weight::from_parts(50_525_000, 0)
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
	// At least 69_543 nanoseconds.
	fn confirm_alias() -> Weight {
		Weight::from_parts(73_239_000, 0)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Identities::Traders` (r:1 w:0)
	// Storage: `Identities::AliasesOf` (r:1 w:1)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Identities::AliasCounts` (r:1 w:1)
	// Storage: `Identities::Aliases` (r:0 w:1)
	// At least 39_219 nanoseconds.
	fn remove_alias() -> Weight {
		Weight::from_parts(41_381_000, 0)
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
