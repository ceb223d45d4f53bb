//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-12-01, AMD EPYC, 20 steps of 10 repetitions, frame-benchmarking-cli 64.0.0.
//! Time is that of the compiled wasm, by least squares; a storage access costs what the runtime's database
//! costs.

use core::marker::PhantomData;
use frame_support::{pallet_prelude::Get, weights::Weight};

/// What each call, or part of one, costs at most.
pub trait WeightInfo {
	/// Weighs the benchmark `propose`.
	fn propose() -> Weight;
	/// Weighs the benchmark `retract`.
	fn retract() -> Weight;
	/// Weighs the benchmark `admit`, measured with `m` from 0 to 10.
	fn admit(m: u32) -> Weight;
	/// Weighs the benchmark `quarantine`, measured with `m` from 0 to 10.
	fn quarantine(m: u32) -> Weight;
	/// Weighs the benchmark `end_quarantine`, measured with `m` from 0 to 10.
	fn end_quarantine(m: u32) -> Weight;
	/// Weighs the benchmark `quarantine_own`, measured with `m` from 0 to 10.
	fn quarantine_own(m: u32) -> Weight;
	/// Weighs the benchmark `end_own_quarantine`, measured with `m` from 0 to 10.
	fn end_own_quarantine(m: u32) -> Weight;
	/// Weighs the benchmark `give_notice`.
	fn give_notice() -> Weight;
	/// Weighs the benchmark `withdraw_notice`.
	fn withdraw_notice() -> Weight;
	/// Weighs the benchmark `leave`, measured with `m` from 0 to 10.
	fn leave(m: u32) -> Weight;
	/// Weighs the benchmark `expel`, measured with `m` from 0 to 10.
	fn expel(m: u32) -> Weight;
	/// Weighs the benchmark `appoint_officer`.
	fn appoint_officer() -> Weight;
	/// Weighs the benchmark `appoint_signatory`.
	fn appoint_signatory() -> Weight;
	/// Weighs the benchmark `dismiss_officer`.
	fn dismiss_officer() -> Weight;
	/// Weighs the benchmark `resign`.
	fn resign() -> Weight;
	/// Weighs the benchmark `rotate_encryption_key`.
	fn rotate_encryption_key() -> Weight;
	/// Weighs the benchmark `rotate_account`.
	fn rotate_account() -> Weight;
	/// Weighs the benchmark `accept_account`, measured with `m` from 0 to 10.
	fn accept_account(m: u32) -> Weight;
	/// Weighs the benchmark `start_validating`.
	fn start_validating() -> Weight;
	/// Weighs the benchmark `stop_validating`.
	fn stop_validating() -> Weight;
	/// Weighs the benchmark `switch_off_validator`.
	fn switch_off_validator() -> Weight;
	/// Weighs the benchmark `change_settings`.
	fn change_settings() -> Weight;
	/// Weighs the benchmark `authorise_upgrade`.
	fn authorise_upgrade() -> Weight;
	/// Weighs the benchmark `withdraw_upgrade`.
	fn withdraw_upgrade() -> Weight;
	/// Weighs the benchmark `no_upgrade`.
	fn no_upgrade() -> Weight;
	/// Weighs the benchmark `mind_upgrade`.
	fn mind_upgrade() -> Weight;
	/// Weighs the benchmark `note_stalled`.
	fn note_stalled() -> Weight;
	/// Weighs the benchmark `set_credential_issuer`.
	fn set_credential_issuer() -> Weight;
	/// Weighs the benchmark `clear_credential_issuer`.
	fn clear_credential_issuer() -> Weight;
}

/// Weights over the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Administrations::Accounts` (r:22 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Administrations::Coverage` (r:41 w:0)
	// Storage: `Identities::Accounts` (r:21 w:0)
	// Storage: `Applications::AgencyAccounts` (r:21 w:0)
	// Storage: `Administrations::NextProposal` (r:1 w:1)
	// Storage: `Administrations::ProposalsOf` (r:1 w:1)
	// Storage: `Administrations::Proposals` (r:4 w:5)
	// At least 271_233 nanoseconds.
	fn propose() -> Weight {
		Weight::from_parts(286_605_000, 0)
			.saturating_add(T::DbWeight::get().reads(112))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Administrations::Proposals` (r:1 w:1)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Administrations::ProposalsOf` (r:1 w:1)
	// At least 35_553 nanoseconds.
	fn retract() -> Weight {
		Weight::from_parts(40_750_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Proposals` (r:1 w:1)
	// Storage: `Administrations::Coverage` (r:41 w:41)
	// Storage: `Administrations::Accounts` (r:21 w:21)
	// Storage: `Administrations::Administrations` (r:2 w:2)
	// Storage: `Identities::Accounts` (r:21 w:0)
	// Storage: `Applications::AgencyAccounts` (r:21 w:0)
	// Storage: `Administrations::ProposalsOf` (r:1 w:1)
	// Storage: `Administrations::Provided` (r:21 w:0)
	// Storage: `Administrations::Counting` (r:1 w:1)
	// Storage: `Fees::Budgets` (r:1 w:1)
	// Storage: `Administrations::Seats` (r:1 w:1)
	// Storage: `Council::Proposals` (r:1 w:0)
	// Storage: `Council::Voting` (r:10 w:10)
	// Storage: `Council::Members` (r:0 w:1)
	// Storage: `Council::Prime` (r:0 w:1)
	// At least 1_048_658 nanoseconds.
	fn admit(m: u32) -> Weight {
		Weight::from_parts(1_253_545_372, 0)
			// Standard error: 4_612_118.
			.saturating_add(Weight::from_parts(19_009_502, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(133))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(71))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
	}

	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Administrations::Seats` (r:1 w:1)
	// Storage: `Council::Proposals` (r:1 w:0)
	// Storage: `Council::Voting` (r:10 w:10)
	// Storage: `Administrations::Counting` (r:1 w:1)
	// Storage: `Council::Members` (r:0 w:1)
	// Storage: `Council::Prime` (r:0 w:1)
	// At least 80_871 nanoseconds.
	fn quarantine(m: u32) -> Weight {
		Weight::from_parts(93_858_348, 0)
			// Standard error: 388_997.
			.saturating_add(Weight::from_parts(10_354_417, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
	}

	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Administrations::Seats` (r:1 w:1)
	// Storage: `Council::Proposals` (r:1 w:0)
	// Storage: `Council::Voting` (r:10 w:10)
	// Storage: `Administrations::Counting` (r:1 w:1)
	// Storage: `Council::Members` (r:0 w:1)
	// Storage: `Council::Prime` (r:0 w:1)
	// At least 65_377 nanoseconds.
	fn end_quarantine(m: u32) -> Weight {
		Weight::from_parts(81_390_432, 0)
			// Standard error: 198_713.
			.saturating_add(Weight::from_parts(6_615_486, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Administrations::Seats` (r:1 w:1)
	// Storage: `Council::Proposals` (r:1 w:0)
	// Storage: `Council::Voting` (r:10 w:10)
	// Storage: `Administrations::Counting` (r:1 w:1)
	// Storage: `Council::Members` (r:0 w:1)
	// Storage: `Council::Prime` (r:0 w:1)
	// At least 69_413 nanoseconds.
	fn quarantine_own(m: u32) -> Weight {
		Weight::from_parts(86_468_263, 0)
			// Standard error: 334_976.
			.saturating_add(Weight::from_parts(8_445_996, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Administrations::Seats` (r:1 w:1)
	// Storage: `Council::Proposals` (r:1 w:0)
	// Storage: `Council::Voting` (r:10 w:10)
	// Storage: `Administrations::Counting` (r:1 w:1)
	// Storage: `Council::Members` (r:0 w:1)
	// Storage: `Council::Prime` (r:0 w:1)
	// At least 70_194 nanoseconds.
	fn end_own_quarantine(m: u32) -> Weight {
		Weight::from_parts(76_418_971, 0)
			// Standard error: 43_927.
			.saturating_add(Weight::from_parts(7_864_005, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 26_269 nanoseconds.
	fn give_notice() -> Weight {
		Weight::from_parts(33_720_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 22_033 nanoseconds.
	fn withdraw_notice() -> Weight {
		Weight::from_parts(35_132_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Administrations::Seats` (r:1 w:1)
	// Storage: `Council::Proposals` (r:1 w:0)
	// Storage: `Council::Voting` (r:10 w:10)
	// Storage: `Administrations::Validating` (r:1 w:1)
	// Storage: `Administrations::CredentialIssuers` (r:1 w:1)
	// Storage: `Administrations::Counting` (r:1 w:1)
	// Storage: `Administrations::Coverage` (r:0 w:41)
	// Storage: `Council::Members` (r:0 w:1)
	// Storage: `Council::Prime` (r:0 w:1)
	// At least 177_975 nanoseconds.
	fn leave(m: u32) -> Weight {
		Weight::from_parts(234_078_279, 0)
			// Standard error: 650_689.
			.saturating_add(Weight::from_parts(11_551_507, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(48))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
	}

	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Administrations::Seats` (r:1 w:1)
	// Storage: `Council::Proposals` (r:1 w:0)
	// Storage: `Council::Voting` (r:10 w:10)
	// Storage: `Administrations::Validating` (r:1 w:1)
	// Storage: `Administrations::CredentialIssuers` (r:1 w:1)
	// Storage: `Administrations::Counting` (r:1 w:1)
	// Storage: `Administrations::Coverage` (r:0 w:41)
	// Storage: `Council::Members` (r:0 w:1)
	// Storage: `Council::Prime` (r:0 w:1)
	// At least 158_235 nanoseconds.
	fn expel(m: u32) -> Weight {
		Weight::from_parts(217_597_323, 0)
			// Standard error: 661_061.
			.saturating_add(Weight::from_parts(9_243_175, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(48))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
	}

	// Storage: `Administrations::Accounts` (r:2 w:1)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Applications::AgencyAccounts` (r:1 w:0)
	// Storage: `Administrations::Provided` (r:1 w:1)
	// Storage: `System::Account` (r:1 w:1)
	// At least 42_884 nanoseconds.
	fn appoint_officer() -> Weight {
		Weight::from_parts(50_195_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Administrations::Accounts` (r:2 w:1)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Applications::AgencyAccounts` (r:1 w:0)
	// Storage: `Administrations::Provided` (r:1 w:1)
	// Storage: `System::Account` (r:1 w:1)
	// At least 42_854 nanoseconds.
	fn appoint_signatory() -> Weight {
		Weight::from_parts(75_211_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Administrations::Accounts` (r:2 w:1)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 30_826 nanoseconds.
	fn dismiss_officer() -> Weight {
		Weight::from_parts(36_063_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:1)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 23_746 nanoseconds.
	fn resign() -> Weight {
		Weight::from_parts(25_808_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 21_653 nanoseconds.
	fn rotate_encryption_key() -> Weight {
		Weight::from_parts(23_905_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:2 w:2)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Applications::AgencyAccounts` (r:1 w:0)
	// Storage: `Administrations::Provided` (r:1 w:1)
	// Storage: `System::Account` (r:1 w:1)
	// At least 39_639 nanoseconds.
	fn rotate_account() -> Weight {
		Weight::from_parts(42_794_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	// Storage: `Administrations::Accounts` (r:1 w:2)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Administrations::Seats` (r:1 w:1)
	// Storage: `Council::Proposals` (r:1 w:0)
	// Storage: `Council::Voting` (r:10 w:10)
	// Storage: `Council::Members` (r:0 w:1)
	// Storage: `Council::Prime` (r:0 w:1)
	// At least 70_415 nanoseconds.
	fn accept_account(m: u32) -> Weight {
		Weight::from_parts(83_504_566, 0)
			// Standard error: 205_082.
			.saturating_add(Weight::from_parts(8_160_870, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Session::NextKeys` (r:1 w:0)
	// Storage: `Administrations::Validating` (r:1 w:1)
	// At least 29_123 nanoseconds.
	fn start_validating() -> Weight {
		Weight::from_parts(48_823_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Administrations::Validating` (r:1 w:1)
	// Storage: `Administrations::MinimumValidators` (r:1 w:0)
	// At least 24_656 nanoseconds.
	fn stop_validating() -> Weight {
		Weight::from_parts(27_381_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Validating` (r:1 w:1)
	// Storage: `Administrations::MinimumValidators` (r:1 w:0)
	// At least 12_168 nanoseconds.
	fn switch_off_validator() -> Weight {
		Weight::from_parts(13_961_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 21_492 nanoseconds.
	fn change_settings() -> Weight {
		Weight::from_parts(23_555_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::AuthorisedUpgrade` (r:1 w:1)
	// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	// At least 13_851 nanoseconds.
	fn authorise_upgrade() -> Weight {
		Weight::from_parts(15_172_000, 0)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::AuthorisedUpgrade` (r:1 w:1)
	// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	// At least 8_032 nanoseconds.
	fn withdraw_upgrade() -> Weight {
		Weight::from_parts(8_893_000, 0)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::AuthorisedUpgrade` (r:1 w:0)
	// At least 2_664 nanoseconds.
	fn no_upgrade() -> Weight {
		Weight::from_parts(3_045_000, 0).saturating_add(T::DbWeight::get().reads(1))
	}

	// Storage: `Administrations::AuthorisedUpgrade` (r:1 w:1)
	// Storage: `System::AuthorizedUpgrade` (r:1 w:1)
	// At least 9_545 nanoseconds.
	fn mind_upgrade() -> Weight {
		Weight::from_parts(10_586_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Grandpa::Stalled` (r:0 w:1)
	// At least 5_518 nanoseconds.
	fn note_stalled() -> Weight {
		Weight::from_parts(6_319_000, 0).saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Administrations::CredentialIssuers` (r:1 w:1)
	// At least 29_894 nanoseconds.
	fn set_credential_issuer() -> Weight {
		Weight::from_parts(32_488_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Administrations::CredentialIssuers` (r:1 w:1)
	// At least 22_653 nanoseconds.
	fn clear_credential_issuer() -> Weight {
		Weight::from_parts(24_656_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

/// Returns the weight of a benchmark by its name, with the values of its parameters in their order; none
/// where there is no such benchmark.
#[cfg(feature = "runtime-benchmarks")]
pub fn weight_of<T: frame_system::Config>(benchmark: &str, values: &[u32]) -> Option<Weight> {
	Some(match (benchmark, values) {
		("propose", []) => SubstrateWeight::<T>::propose(),
		("retract", []) => SubstrateWeight::<T>::retract(),
		("admit", [m]) => SubstrateWeight::<T>::admit(*m),
		("quarantine", [m]) => SubstrateWeight::<T>::quarantine(*m),
		("end_quarantine", [m]) => SubstrateWeight::<T>::end_quarantine(*m),
		("quarantine_own", [m]) => SubstrateWeight::<T>::quarantine_own(*m),
		("end_own_quarantine", [m]) => SubstrateWeight::<T>::end_own_quarantine(*m),
		("give_notice", []) => SubstrateWeight::<T>::give_notice(),
		("withdraw_notice", []) => SubstrateWeight::<T>::withdraw_notice(),
		("leave", [m]) => SubstrateWeight::<T>::leave(*m),
		("expel", [m]) => SubstrateWeight::<T>::expel(*m),
		("appoint_officer", []) => SubstrateWeight::<T>::appoint_officer(),
		("appoint_signatory", []) => SubstrateWeight::<T>::appoint_signatory(),
		("dismiss_officer", []) => SubstrateWeight::<T>::dismiss_officer(),
		("resign", []) => SubstrateWeight::<T>::resign(),
		("rotate_encryption_key", []) => SubstrateWeight::<T>::rotate_encryption_key(),
		("rotate_account", []) => SubstrateWeight::<T>::rotate_account(),
		("accept_account", [m]) => SubstrateWeight::<T>::accept_account(*m),
		("start_validating", []) => SubstrateWeight::<T>::start_validating(),
		("stop_validating", []) => SubstrateWeight::<T>::stop_validating(),
		("switch_off_validator", []) => SubstrateWeight::<T>::switch_off_validator(),
		("change_settings", []) => SubstrateWeight::<T>::change_settings(),
		("authorise_upgrade", []) => SubstrateWeight::<T>::authorise_upgrade(),
		("withdraw_upgrade", []) => SubstrateWeight::<T>::withdraw_upgrade(),
		("no_upgrade", []) => SubstrateWeight::<T>::no_upgrade(),
		("mind_upgrade", []) => SubstrateWeight::<T>::mind_upgrade(),
		("note_stalled", []) => SubstrateWeight::<T>::note_stalled(),
		("set_credential_issuer", []) => SubstrateWeight::<T>::set_credential_issuer(),
		("clear_credential_issuer", []) => SubstrateWeight::<T>::clear_credential_issuer(),
		_ => return None,
	})
}
