//! Weights of the calls.
//!
//! Estimates, on the safe side: the storage accesses counted in the code for the worst case (40
//! further territories, 20 signatories), each at the price of the database, and a guess for the
//! rest. Where a seat changes, each open motion of the council is read and written, with up to 252
//! votes. They are to be replaced by what the benchmarks measure.

use core::marker::PhantomData;
use frame_support::{
	pallet_prelude::Get,
	weights::{constants::ParityDbWeight, RuntimeDbWeight, Weight},
};

/// What each call costs at most.
pub trait WeightInfo {
	/// Propose an administration.
	fn propose() -> Weight;
	/// Take a proposal back.
	fn retract() -> Weight;
	/// Admit, with 40 further territories and 20 signatories.
	fn admit(motions: u32) -> Weight;
	/// Quarantine by the council.
	fn quarantine(motions: u32) -> Weight;
	/// End the council's quarantine.
	fn end_quarantine(motions: u32) -> Weight;
	/// Own quarantine.
	fn quarantine_own(motions: u32) -> Weight;
	/// End of the own quarantine.
	fn end_own_quarantine(motions: u32) -> Weight;
	/// Notice.
	fn give_notice() -> Weight;
	/// Notice taken back.
	fn withdraw_notice() -> Weight;
	/// Leave, with 40 further territories.
	fn leave(motions: u32) -> Weight;
	/// Expel, with 40 further territories.
	fn expel(motions: u32) -> Weight;
	/// Appoint an officer with seven scopes.
	fn appoint_officer() -> Weight;
	/// Appoint a signer of the own account's multisig.
	fn appoint_signatory() -> Weight;
	/// Dismiss an officer.
	fn dismiss_officer() -> Weight;
	/// Resign.
	fn resign() -> Weight;
	/// Rotate the encryption key.
	fn rotate_encryption_key() -> Weight;
	/// Offer an account.
	fn rotate_account() -> Weight;
	/// Accept, with a seat that moves.
	fn accept_account(motions: u32) -> Weight;
	/// Start validating.
	fn start_validating() -> Weight;
	/// Stop validating.
	fn stop_validating() -> Weight;
	/// Switch a validator off.
	fn switch_off_validator() -> Weight;
	/// Change settings.
	fn change_settings() -> Weight;
	/// Authorise an upgrade, in the place of another one.
	fn authorise_upgrade() -> Weight;
	/// Withdraw an upgrade.
	fn withdraw_upgrade() -> Weight;
	/// A block in which no upgrade is authorised.
	fn no_upgrade() -> Weight;
	/// A block in which an upgrade opens or lapses.
	fn mind_upgrade() -> Weight;
	/// Note stalled finality.
	fn note_stalled() -> Weight;
}

/// Each open motion of the council is read and written where a seat changes.
fn of_motions<Database: Get<RuntimeDbWeight>>(motions: u32) -> Weight {
	Weight::from_parts(10_000_000, 0)
		.saturating_add(Database::get().reads_writes(1, 1))
		.saturating_mul(motions.into())
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Signer, administration, 41 territories, the next number, the clock; four earlier proposals, each
	// with its territory; the account and each of 20 signatories with their possible roles.
	fn propose() -> Weight {
		Weight::from_parts(40_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(138, 7))
	}

	fn retract() -> Weight {
		Weight::from_parts(25_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	fn admit(motions: u32) -> Weight {
		Weight::from_parts(700_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(261, 201))
			.saturating_add(of_motions::<T::DbWeight>(motions))
	}

	fn quarantine(motions: u32) -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(7, 5))
			.saturating_add(of_motions::<T::DbWeight>(motions))
	}

	fn end_quarantine(motions: u32) -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(7, 5))
			.saturating_add(of_motions::<T::DbWeight>(motions))
	}

	fn quarantine_own(motions: u32) -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(8, 5))
			.saturating_add(of_motions::<T::DbWeight>(motions))
	}

	fn end_own_quarantine(motions: u32) -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(8, 5))
			.saturating_add(of_motions::<T::DbWeight>(motions))
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

	fn leave(motions: u32) -> Weight {
		Weight::from_parts(260_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(9, 47))
			.saturating_add(of_motions::<T::DbWeight>(motions))
	}

	fn expel(motions: u32) -> Weight {
		Weight::from_parts(260_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(8, 47))
			.saturating_add(of_motions::<T::DbWeight>(motions))
	}

	fn appoint_officer() -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn appoint_signatory() -> Weight {
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

	fn accept_account(motions: u32) -> Weight {
		Weight::from_parts(80_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(7, 6))
			.saturating_add(of_motions::<T::DbWeight>(motions))
	}

	fn start_validating() -> Weight {
		Weight::from_parts(28_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn stop_validating() -> Weight {
		Weight::from_parts(26_000_000, 0)
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

	fn authorise_upgrade() -> Weight {
		Weight::from_parts(20_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}

	fn withdraw_upgrade() -> Weight {
		Weight::from_parts(18_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 2))
	}

	fn no_upgrade() -> Weight {
		Weight::from_parts(1_000_000, 0).saturating_add(T::DbWeight::get().reads(1))
	}

	fn mind_upgrade() -> Weight {
		Weight::from_parts(18_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}

	fn note_stalled() -> Weight {
		Weight::from_parts(15_000_000, 0).saturating_add(T::DbWeight::get().writes(1))
	}
}

impl WeightInfo for () {
	fn propose() -> Weight {
		Weight::from_parts(40_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(138, 7))
	}

	fn retract() -> Weight {
		Weight::from_parts(25_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(4, 2))
	}

	fn admit(motions: u32) -> Weight {
		Weight::from_parts(700_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads_writes(261, 201))
			.saturating_add(of_motions::<ParityDbWeight>(motions))
	}

	fn quarantine(motions: u32) -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads_writes(7, 5))
			.saturating_add(of_motions::<ParityDbWeight>(motions))
	}

	fn end_quarantine(motions: u32) -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads_writes(7, 5))
			.saturating_add(of_motions::<ParityDbWeight>(motions))
	}

	fn quarantine_own(motions: u32) -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads_writes(8, 5))
			.saturating_add(of_motions::<ParityDbWeight>(motions))
	}

	fn end_own_quarantine(motions: u32) -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads_writes(8, 5))
			.saturating_add(of_motions::<ParityDbWeight>(motions))
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

	fn leave(motions: u32) -> Weight {
		Weight::from_parts(260_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads_writes(9, 47))
			.saturating_add(of_motions::<ParityDbWeight>(motions))
	}

	fn expel(motions: u32) -> Weight {
		Weight::from_parts(260_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads_writes(8, 47))
			.saturating_add(of_motions::<ParityDbWeight>(motions))
	}

	fn appoint_officer() -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn appoint_signatory() -> Weight {
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

	fn accept_account(motions: u32) -> Weight {
		Weight::from_parts(80_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads_writes(7, 6))
			.saturating_add(of_motions::<ParityDbWeight>(motions))
	}

	fn start_validating() -> Weight {
		Weight::from_parts(28_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn stop_validating() -> Weight {
		Weight::from_parts(26_000_000, 0)
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

	fn authorise_upgrade() -> Weight {
		Weight::from_parts(20_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(2, 2))
	}

	fn withdraw_upgrade() -> Weight {
		Weight::from_parts(18_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(1, 2))
	}

	fn no_upgrade() -> Weight {
		Weight::from_parts(1_000_000, 0).saturating_add(ParityDbWeight::get().reads(1))
	}

	fn mind_upgrade() -> Weight {
		Weight::from_parts(18_000_000, 0).saturating_add(ParityDbWeight::get().reads_writes(3, 2))
	}

	fn note_stalled() -> Weight {
		Weight::from_parts(15_000_000, 0).saturating_add(ParityDbWeight::get().writes(1))
	}
}
