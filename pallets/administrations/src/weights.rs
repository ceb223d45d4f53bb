//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-11-29, AMD EPYC, 10 steps of 10 repetitions, frame-benchmarking-cli 64.0.0.
//! Time is that of the compiled wasm, by least squares; a storage access costs what the runtime's database
//! costs. `set_credential_issuer` and `clear_credential_issuer`, and what `leave` and `expel` do for them, are
//! counted and not measured yet: their times are guessed high.

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
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Administrations::NextProposal` (r:1 w:1)
	// Storage: `Administrations::ProposalsOf` (r:1 w:1)
	// Storage: `Administrations::Proposals` (r:4 w:5)
	// At least 340_806 nanoseconds.
	fn propose() -> Weight {
		Weight::from_parts(513_078_000, 0)
			.saturating_add(T::DbWeight::get().reads(113))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Administrations::Proposals` (r:1 w:1)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Administrations::ProposalsOf` (r:1 w:1)
	// At least 50_213 nanoseconds.
	fn retract() -> Weight {
		Weight::from_parts(76_482_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Proposals` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
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
	// At least 1_299_397 nanoseconds.
	fn admit(m: u32) -> Weight {
		Weight::from_parts(1_715_120_424, 0)
			// Standard error: 9_378_947.
			.saturating_add(Weight::from_parts(4_329_012, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(134))
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
	// At least 117_590 nanoseconds.
	fn quarantine(m: u32) -> Weight {
		Weight::from_parts(187_524_468, 0)
			// Standard error: 112_214.
			.saturating_add(Weight::from_parts(20_283_655, 0).saturating_mul(m.into()))
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
	// At least 96_099 nanoseconds.
	fn end_quarantine(m: u32) -> Weight {
		Weight::from_parts(150_243_501, 0)
			// Standard error: 89_998.
			.saturating_add(Weight::from_parts(19_371_324, 0).saturating_mul(m.into()))
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
	// At least 152_374 nanoseconds.
	fn quarantine_own(m: u32) -> Weight {
		Weight::from_parts(161_995_620, 0)
			// Standard error: 62_806.
			.saturating_add(Weight::from_parts(19_783_014, 0).saturating_mul(m.into()))
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
	// At least 131_515 nanoseconds.
	fn end_own_quarantine(m: u32) -> Weight {
		Weight::from_parts(162_323_081, 0)
			// Standard error: 66_795.
			.saturating_add(Weight::from_parts(19_051_139, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// At least 42_489 nanoseconds.
	fn give_notice() -> Weight {
		Weight::from_parts(60_884_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 31_650 nanoseconds.
	fn withdraw_notice() -> Weight {
		Weight::from_parts(43_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Administrations::Seats` (r:1 w:1)
	// Storage: `Council::Proposals` (r:1 w:0)
	// Storage: `Council::Voting` (r:10 w:10)
	// Storage: `Administrations::Validating` (r:1 w:1)
	// Storage: `Administrations::Counting` (r:1 w:1)
	// Storage: `Administrations::CredentialIssuers` (r:1 w:1)
	// Storage: `Administrations::Coverage` (r:0 w:41)
	// Storage: `Council::Members` (r:0 w:1)
	// Storage: `Council::Prime` (r:0 w:1)
	// At least 224_739 nanoseconds.
	fn leave(m: u32) -> Weight {
		Weight::from_parts(297_857_028, 0)
			// Standard error: 1_248_146.
			.saturating_add(Weight::from_parts(17_279_915, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(48))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
	}

	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Administrations::Seats` (r:1 w:1)
	// Storage: `Council::Proposals` (r:1 w:0)
	// Storage: `Council::Voting` (r:10 w:10)
	// Storage: `Administrations::Validating` (r:1 w:1)
	// Storage: `Administrations::Counting` (r:1 w:1)
	// Storage: `Administrations::CredentialIssuers` (r:1 w:1)
	// Storage: `Administrations::Coverage` (r:0 w:41)
	// Storage: `Council::Members` (r:0 w:1)
	// Storage: `Council::Prime` (r:0 w:1)
	// At least 198_891 nanoseconds.
	fn expel(m: u32) -> Weight {
		Weight::from_parts(257_103_302, 0)
			// Standard error: 1_314_027.
			.saturating_add(Weight::from_parts(15_835_152, 0).saturating_mul(m.into()))
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
	// At least 71_273 nanoseconds.
	fn appoint_officer() -> Weight {
		Weight::from_parts(102_542_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Administrations::Accounts` (r:2 w:1)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Applications::AgencyAccounts` (r:1 w:0)
	// Storage: `Administrations::Provided` (r:1 w:1)
	// Storage: `System::Account` (r:1 w:1)
	// At least 64_170 nanoseconds.
	fn appoint_signatory() -> Weight {
		Weight::from_parts(90_540_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Administrations::Accounts` (r:2 w:1)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 47_158 nanoseconds.
	fn dismiss_officer() -> Weight {
		Weight::from_parts(67_937_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:1)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 35_607 nanoseconds.
	fn resign() -> Weight {
		Weight::from_parts(57_517_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 32_010 nanoseconds.
	fn rotate_encryption_key() -> Weight {
		Weight::from_parts(39_403_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:2 w:2)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Applications::AgencyAccounts` (r:1 w:0)
	// Storage: `Administrations::Provided` (r:1 w:1)
	// Storage: `System::Account` (r:1 w:1)
	// At least 57_577 nanoseconds.
	fn rotate_account() -> Weight {
		Weight::from_parts(98_013_000, 0)
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
	// At least 149_849 nanoseconds.
	fn accept_account(m: u32) -> Weight {
		Weight::from_parts(178_875_209, 0)
			// Standard error: 94_472.
			.saturating_add(Weight::from_parts(20_414_196, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Session::NextKeys` (r:1 w:0)
	// Storage: `Administrations::Validating` (r:1 w:1)
	// At least 48_350 nanoseconds.
	fn start_validating() -> Weight {
		Weight::from_parts(74_409_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Administrations::Validating` (r:1 w:1)
	// Storage: `Administrations::MinimumValidators` (r:1 w:0)
	// At least 42_288 nanoseconds.
	fn stop_validating() -> Weight {
		Weight::from_parts(64_280_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Validating` (r:1 w:1)
	// Storage: `Administrations::MinimumValidators` (r:1 w:0)
	// At least 20_408 nanoseconds.
	fn switch_off_validator() -> Weight {
		Weight::from_parts(34_615_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 31_549 nanoseconds.
	fn change_settings() -> Weight {
		Weight::from_parts(47_620_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Administrations::AuthorisedUpgrade` (r:1 w:1)
	// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	// At least 36_477 nanoseconds.
	fn authorise_upgrade() -> Weight {
		Weight::from_parts(38_743_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::AuthorisedUpgrade` (r:1 w:1)
	// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	// At least 13_656 nanoseconds.
	fn withdraw_upgrade() -> Weight {
		Weight::from_parts(20_328_000, 0)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::AuthorisedUpgrade` (r:1 w:0)
	// At least 4_028 nanoseconds.
	fn no_upgrade() -> Weight {
		Weight::from_parts(4_389_000, 0).saturating_add(T::DbWeight::get().reads(1))
	}

	// Storage: `Administrations::AuthorisedUpgrade` (r:1 w:1)
	// Storage: `System::AuthorizedUpgrade` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// At least 19_486 nanoseconds.
	fn mind_upgrade() -> Weight {
		Weight::from_parts(21_370_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Grandpa::Stalled` (r:0 w:1)
	// At least 9_047 nanoseconds.
	fn note_stalled() -> Weight {
		Weight::from_parts(9_678_000, 0).saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Administrations::CredentialIssuers` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Counted, not measured yet.
	fn set_credential_issuer() -> Weight {
		Weight::from_parts(120_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Administrations::CredentialIssuers` (r:1 w:1)
	// Counted, not measured yet.
	fn clear_credential_issuer() -> Weight {
		Weight::from_parts(100_000_000, 0)
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
