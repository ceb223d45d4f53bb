//! Weights of the calls.
//!
//! Estimates, on the safe side: the storage accesses counted in the code for the worst case (40
//! further territories, 20 signatories, 20 open motions of the council), each at the price of the
//! database, and a guess for the rest. They are to be replaced by what the benchmarks measure.

use core::marker::PhantomData;
use frame_support::{
	pallet_prelude::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What each call costs at most.
pub trait WeightInfo {
	/// Propose an administration.
	fn propose() -> Weight;
	/// Take a proposal back.
	fn retract() -> Weight;
	/// Admit, with 40 further territories and 20 signatories.
	fn admit() -> Weight;
	/// Quarantine by the council.
	fn quarantine() -> Weight;
	/// End the council's quarantine.
	fn end_quarantine() -> Weight;
	/// Own quarantine.
	fn quarantine_own() -> Weight;
	/// End of the own quarantine.
	fn end_own_quarantine() -> Weight;
	/// Notice.
	fn give_notice() -> Weight;
	/// Notice taken back.
	fn withdraw_notice() -> Weight;
	/// Leave, with 40 further territories.
	fn leave() -> Weight;
	/// Expel, with 40 further territories.
	fn expel() -> Weight;
	/// Appoint an officer with seven scopes.
	fn appoint_officer() -> Weight;
	/// Dismiss an officer.
	fn dismiss_officer() -> Weight;
	/// Resign.
	fn resign() -> Weight;
	/// Rotate the encryption key.
	fn rotate_encryption_key() -> Weight;
	/// Offer an account.
	fn rotate_account() -> Weight;
	/// Accept, with a seat that moves.
	fn accept_account() -> Weight;
	/// Start validating.
	fn set_validating() -> Weight;
	/// Switch a validator off.
	fn switch_off_validator() -> Weight;
	/// Change settings.
	fn change_settings() -> Weight;
	/// Change a quota.
	fn set_quota() -> Weight;
	/// Authorise an upgrade.
	fn authorise_upgrade() -> Weight;
	/// Note stalled finality.
	fn note_stalled() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Signer, administration, proposal, 41 territories, the next number; the account and each of 20
	// signatories with three possible roles.
	fn propose() -> Weight {
		Weight::from_parts(35_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(108))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn retract() -> Weight {
		Weight::from_parts(25_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn admit() -> Weight {
		Weight::from_parts(600_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(171))
			.saturating_add(T::DbWeight::get().writes(132))
	}

	fn quarantine() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(25))
			.saturating_add(T::DbWeight::get().writes(23))
	}

	fn end_quarantine() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn quarantine_own() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(26))
			.saturating_add(T::DbWeight::get().writes(23))
	}

	fn end_own_quarantine() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn give_notice() -> Weight {
		Weight::from_parts(25_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn withdraw_notice() -> Weight {
		Weight::from_parts(22_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn leave() -> Weight {
		Weight::from_parts(260_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(27))
			.saturating_add(T::DbWeight::get().writes(66))
	}

	fn expel() -> Weight {
		Weight::from_parts(260_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(26))
			.saturating_add(T::DbWeight::get().writes(66))
	}

	fn appoint_officer() -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn dismiss_officer() -> Weight {
		Weight::from_parts(32_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn resign() -> Weight {
		Weight::from_parts(30_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn rotate_encryption_key() -> Weight {
		Weight::from_parts(24_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn rotate_account() -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn accept_account() -> Weight {
		Weight::from_parts(80_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(26))
			.saturating_add(T::DbWeight::get().writes(26))
	}

	fn set_validating() -> Weight {
		Weight::from_parts(28_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn switch_off_validator() -> Weight {
		Weight::from_parts(20_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn change_settings() -> Weight {
		Weight::from_parts(23_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn set_quota() -> Weight {
		Weight::from_parts(20_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn authorise_upgrade() -> Weight {
		Weight::from_parts(12_000_000, 0).saturating_add(T::DbWeight::get().writes(1))
	}

	fn note_stalled() -> Weight {
		Weight::from_parts(15_000_000, 0).saturating_add(T::DbWeight::get().writes(1))
	}
}

impl WeightInfo for () {
	fn propose() -> Weight {
		Weight::from_parts(35_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(108))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn retract() -> Weight {
		Weight::from_parts(25_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn admit() -> Weight {
		Weight::from_parts(600_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(171))
			.saturating_add(ParityDbWeight::get().writes(132))
	}

	fn quarantine() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(25))
			.saturating_add(ParityDbWeight::get().writes(23))
	}

	fn end_quarantine() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn quarantine_own() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(26))
			.saturating_add(ParityDbWeight::get().writes(23))
	}

	fn end_own_quarantine() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn give_notice() -> Weight {
		Weight::from_parts(25_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn withdraw_notice() -> Weight {
		Weight::from_parts(22_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn leave() -> Weight {
		Weight::from_parts(260_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(27))
			.saturating_add(ParityDbWeight::get().writes(66))
	}

	fn expel() -> Weight {
		Weight::from_parts(260_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(26))
			.saturating_add(ParityDbWeight::get().writes(66))
	}

	fn appoint_officer() -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn dismiss_officer() -> Weight {
		Weight::from_parts(32_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn resign() -> Weight {
		Weight::from_parts(30_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn rotate_encryption_key() -> Weight {
		Weight::from_parts(24_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn rotate_account() -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn accept_account() -> Weight {
		Weight::from_parts(80_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(26))
			.saturating_add(ParityDbWeight::get().writes(26))
	}

	fn set_validating() -> Weight {
		Weight::from_parts(28_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn switch_off_validator() -> Weight {
		Weight::from_parts(20_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn change_settings() -> Weight {
		Weight::from_parts(23_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn set_quota() -> Weight {
		Weight::from_parts(20_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn authorise_upgrade() -> Weight {
		Weight::from_parts(12_000_000, 0).saturating_add(ParityDbWeight::get().writes(1))
	}

	fn note_stalled() -> Weight {
		Weight::from_parts(15_000_000, 0).saturating_add(ParityDbWeight::get().writes(1))
	}
}
