//! Weights of the calls.
//!
//! Estimates, on the safe side: the storage accesses counted in the code for the worst case, each at
//! the price of the database, and a guess for the rest. They are to be replaced by what the
//! benchmarks measure.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call costs at most. Where an officer of the trader's administration acts, that includes
/// taking the trader over, and finding it by a later number; where an offer is made or ends, the list of the administration's 256 offers.
pub trait WeightInfo {
	/// Register.
	fn register() -> Weight;
	/// Register despite the check.
	fn register_despite_check() -> Weight;
	/// Close.
	fn close() -> Weight;
	/// Merge.
	fn merge() -> Weight;
	/// Offer an account, in place of another administration's offer; two that have lapsed make room.
	/// The account, its provider reference and its record stay for ever.
	fn offer_account() -> Weight;
	/// Accept.
	fn accept_account() -> Weight;
	/// Decline.
	fn decline_account() -> Weight;
	/// Withdraw an offer.
	fn withdraw_offer() -> Weight;
	/// Unlink an account.
	fn unlink_account() -> Weight;
	/// Unlink one's own account.
	fn unlink_own_account() -> Weight;
	/// Issue an alias, taken from a closed trader.
	fn issue_alias() -> Weight;
	/// Derive an alias, taken from a closed trader.
	fn derive_alias() -> Weight;
	/// Declare an alias.
	fn declare_alias() -> Weight;
	/// Confirm an alias, taken from a closed trader.
	fn confirm_alias() -> Weight;
	/// Remove an alias.
	fn remove_alias() -> Weight;
	/// Propose, where the officer's list is full and the first in it has lapsed.
	fn propose() -> Weight;
	/// Confirm.
	fn confirm() -> Weight;
	/// Refuse.
	fn refuse() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn register() -> Weight {
		Weight::from_parts(70_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 2))
	}

	fn register_despite_check() -> Weight {
		Weight::from_parts(60_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 1))
	}

	fn close() -> Weight {
		Weight::from_parts(40_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 2))
	}

	fn merge() -> Weight {
		Weight::from_parts(60_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 4))
	}

	fn offer_account() -> Weight {
		Weight::from_parts(250_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(18, 11))
	}

	fn accept_account() -> Weight {
		Weight::from_parts(200_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(11, 5))
	}

	fn decline_account() -> Weight {
		Weight::from_parts(150_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}

	fn withdraw_offer() -> Weight {
		Weight::from_parts(180_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 3))
	}

	fn unlink_account() -> Weight {
		Weight::from_parts(45_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 3))
	}

	fn unlink_own_account() -> Weight {
		Weight::from_parts(30_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}

	fn issue_alias() -> Weight {
		Weight::from_parts(70_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(11, 8))
	}

	fn derive_alias() -> Weight {
		Weight::from_parts(90_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(13, 9))
	}

	fn declare_alias() -> Weight {
		Weight::from_parts(60_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(12, 5))
	}

	fn confirm_alias() -> Weight {
		Weight::from_parts(75_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(11, 9))
	}

	fn remove_alias() -> Weight {
		Weight::from_parts(60_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(13, 5))
	}

	fn propose() -> Weight {
		Weight::from_parts(120_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(14, 5))
	}

	fn confirm() -> Weight {
		Weight::from_parts(110_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(13, 4))
	}

	fn refuse() -> Weight {
		Weight::from_parts(60_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 2))
	}
}
