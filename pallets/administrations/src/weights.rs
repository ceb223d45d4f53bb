//! Weights of the calls and of their parts, measured by `make weights`: don't edit.
//!
//! 2026-11-30, AMD EPYC, 20 steps of 10 repetitions, frame-benchmarking-cli 64.0.0.
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
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Administrations::NextProposal` (r:1 w:1)
	// Storage: `Administrations::ProposalsOf` (r:1 w:1)
	// Storage: `Administrations::Proposals` (r:4 w:5)
	// At least 363_092 nanoseconds.
	fn propose() -> Weight {
		Weight::from_parts(645_541_000, 0)
			.saturating_add(T::DbWeight::get().reads(113))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	// Storage: `Administrations::Proposals` (r:1 w:1)
	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Administrations::ProposalsOf` (r:1 w:1)
	// At least 49_292 nanoseconds.
	fn retract() -> Weight {
		Weight::from_parts(90_700_000, 0)
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
	// At least 1_303_417 nanoseconds.
	fn admit(m: u32) -> Weight {
		Weight::from_parts(1_386_094_122, 0)
			// Standard error: 1_246_089.
			.saturating_add(Weight::from_parts(15_973_290, 0).saturating_mul(m.into()))
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
	// At least 108_434 nanoseconds.
	fn quarantine(m: u32) -> Weight {
		Weight::from_parts(127_036_457, 0)
			// Standard error: 287_607.
			.saturating_add(Weight::from_parts(10_301_613, 0).saturating_mul(m.into()))
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
	// At least 116_880 nanoseconds.
	fn end_quarantine(m: u32) -> Weight {
		Weight::from_parts(148_041_133, 0)
			// Standard error: 396_474.
			.saturating_add(Weight::from_parts(14_619_977, 0).saturating_mul(m.into()))
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
	// At least 123_973 nanoseconds.
	fn quarantine_own(m: u32) -> Weight {
		Weight::from_parts(149_895_417, 0)
			// Standard error: 351_090.
			.saturating_add(Weight::from_parts(18_439_265, 0).saturating_mul(m.into()))
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
	// At least 109_375 nanoseconds.
	fn end_own_quarantine(m: u32) -> Weight {
		Weight::from_parts(190_195_792, 0)
			// Standard error: 339_111.
			.saturating_add(Weight::from_parts(12_921_151, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// At least 39_595 nanoseconds.
	fn give_notice() -> Weight {
		Weight::from_parts(72_816_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 30_077 nanoseconds.
	fn withdraw_notice() -> Weight {
		Weight::from_parts(59_191_000, 0)
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
	// Storage: `Administrations::CredentialIssuers` (r:1 w:1)
	// Storage: `Administrations::Counting` (r:1 w:1)
	// Storage: `Administrations::Coverage` (r:0 w:41)
	// Storage: `Council::Members` (r:0 w:1)
	// Storage: `Council::Prime` (r:0 w:1)
	// At least 219_652 nanoseconds.
	fn leave(m: u32) -> Weight {
		Weight::from_parts(268_110_301, 0)
			// Standard error: 407_708.
			.saturating_add(Weight::from_parts(10_955_116, 0).saturating_mul(m.into()))
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
	// Storage: `Administrations::CredentialIssuers` (r:1 w:1)
	// Storage: `Administrations::Counting` (r:1 w:1)
	// Storage: `Administrations::Coverage` (r:0 w:41)
	// Storage: `Council::Members` (r:0 w:1)
	// Storage: `Council::Prime` (r:0 w:1)
	// At least 196_419 nanoseconds.
	fn expel(m: u32) -> Weight {
		Weight::from_parts(312_689_042, 0)
			// Standard error: 1_183_095.
			.saturating_add(Weight::from_parts(862_813, 0).saturating_mul(m.into()))
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
	// At least 59_482 nanoseconds.
	fn appoint_officer() -> Weight {
		Weight::from_parts(63_509_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Administrations::Accounts` (r:2 w:1)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Applications::AgencyAccounts` (r:1 w:0)
	// Storage: `Administrations::Provided` (r:1 w:1)
	// Storage: `System::Account` (r:1 w:1)
	// At least 57_899 nanoseconds.
	fn appoint_signatory() -> Weight {
		Weight::from_parts(61_997_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	// Storage: `Administrations::Accounts` (r:2 w:1)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 40_627 nanoseconds.
	fn dismiss_officer() -> Weight {
		Weight::from_parts(45_706_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:1)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 32_381 nanoseconds.
	fn resign() -> Weight {
		Weight::from_parts(36_118_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 30_087 nanoseconds.
	fn rotate_encryption_key() -> Weight {
		Weight::from_parts(36_248_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:2 w:2)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// Storage: `Identities::Accounts` (r:1 w:0)
	// Storage: `Applications::AgencyAccounts` (r:1 w:0)
	// Storage: `Administrations::Provided` (r:1 w:1)
	// Storage: `System::Account` (r:1 w:1)
	// At least 54_242 nanoseconds.
	fn rotate_account() -> Weight {
		Weight::from_parts(89_388_000, 0)
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
	// At least 96_080 nanoseconds.
	fn accept_account(m: u32) -> Weight {
		Weight::from_parts(113_414_576, 0)
			// Standard error: 238_923.
			.saturating_add(Weight::from_parts(11_162_426, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(m.into())))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Session::NextKeys` (r:1 w:0)
	// Storage: `Administrations::Validating` (r:1 w:1)
	// At least 40_807 nanoseconds.
	fn start_validating() -> Weight {
		Weight::from_parts(45_305_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Administrations::Validating` (r:1 w:1)
	// Storage: `Administrations::MinimumValidators` (r:1 w:0)
	// At least 34_685 nanoseconds.
	fn stop_validating() -> Weight {
		Weight::from_parts(44_073_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Validating` (r:1 w:1)
	// Storage: `Administrations::MinimumValidators` (r:1 w:0)
	// At least 22_342 nanoseconds.
	fn switch_off_validator() -> Weight {
		Weight::from_parts(36_228_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:1)
	// At least 29_646 nanoseconds.
	fn change_settings() -> Weight {
		Weight::from_parts(57_218_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Timestamp::Now` (r:1 w:0)
	// Storage: `Administrations::AuthorisedUpgrade` (r:1 w:1)
	// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	// At least 24_146 nanoseconds.
	fn authorise_upgrade() -> Weight {
		Weight::from_parts(49_082_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::AuthorisedUpgrade` (r:1 w:1)
	// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	// At least 13_355 nanoseconds.
	fn withdraw_upgrade() -> Weight {
		Weight::from_parts(25_899_000, 0)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Administrations::AuthorisedUpgrade` (r:1 w:0)
	// At least 3_516 nanoseconds.
	fn no_upgrade() -> Weight {
		Weight::from_parts(3_927_000, 0).saturating_add(T::DbWeight::get().reads(1))
	}

	// Storage: `Administrations::AuthorisedUpgrade` (r:1 w:1)
	// Storage: `System::AuthorizedUpgrade` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// At least 20_308 nanoseconds.
	fn mind_upgrade() -> Weight {
		Weight::from_parts(34_795_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	// Storage: `Grandpa::Stalled` (r:0 w:1)
	// At least 12_283 nanoseconds.
	fn note_stalled() -> Weight {
		Weight::from_parts(20_118_000, 0).saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Administrations::CredentialIssuers` (r:1 w:1)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// At least 45_555 nanoseconds.
	fn set_credential_issuer() -> Weight {
		Weight::from_parts(86_752_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	// Storage: `Administrations::Accounts` (r:1 w:0)
	// Storage: `Administrations::Administrations` (r:1 w:0)
	// Storage: `Administrations::CredentialIssuers` (r:1 w:1)
	// At least 32_681 nanoseconds.
	fn clear_credential_issuer() -> Weight {
		Weight::from_parts(58_560_000, 0)
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
