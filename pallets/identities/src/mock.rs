//! A chain with just what the pallet needs.

use crate as pallet_identities;
use aeo_mocks::AccountId;
use aeo_primitives::{OnTraderEnded, OutsideRole, OutsideRoles, Territory, TraderId};
use frame_support::{derive_impl, parameter_types, traits::ConstU64};
use sp_runtime::BuildStorage;

pub(crate) type Block = frame_system::mocking::MockBlock<Test>;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(40)]
	pub type Identities = pallet_identities;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type Block = Block;
	type Lookup = sp_runtime::traits::IdentityLookup<AccountId>;
	type DbWeight = frame_support::weights::constants::ParityDbWeight;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {}

/// The account of an agency.
pub const AGENCY: AccountId = 800;

/// One account is an agency's.
pub struct Agencies;

impl OutsideRoles<AccountId> for Agencies {
	fn outside_role(account: &AccountId) -> Option<(OutsideRole, Territory)> {
		(*account == AGENCY).then_some((OutsideRole::Agency, Territory::MX))
	}

	fn has_outside_role(account: &AccountId) -> bool {
		*account == AGENCY
	}

	fn is_offered(_: &AccountId) -> bool {
		false
	}
}

/// Notes who was told to go on no more.
pub struct Listener;

/// What telling of one takes here, of a limit of 35.
pub const READS: u32 = 5;

impl OnTraderEnded for Listener {
	fn on_ended(issuer: Territory, trader: &TraderId) -> u32 {
		Ended::mutate(|ended| ended.push((issuer, *trader)));
		READS
	}

	fn max_reads() -> u32 {
		35
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Helper {
	fn own_account() -> AccountId {
		aeo_mocks::MX
	}

	fn officer(territory: aeo_primitives::Territory) -> AccountId {
		let (own, ..) = aeo_mocks::ADMINISTRATIONS
			.into_iter()
			.find(|(_, known, _)| *known == territory)
			.expect("one of the mock's");
		aeo_mocks::officer(own, aeo_primitives::Scope::Identities)
	}
}

parameter_types! {
	/// As on the chain, unless a test says otherwise.
	pub static MaxOpenOffers: u32 = 256;
	/// As on the chain, unless a test says otherwise.
	pub static MaxAccounts: u32 = 8;
	/// Few, so that a test reaches it.
	pub static MaxAliases: u32 = 4;
	/// Who was told to go on no more, by which administration.
	pub static Ended: Vec<(Territory, TraderId)> = Vec::new();
}

/// 30 days, as on the chain.
pub type OfferLifetime = ConstU64<{ 30 * 24 * 60 * 60 * 1_000 }>;

impl pallet_identities::Config for Test {
	type Administrations = aeo_mocks::Administrations;
	type OuterSigner = aeo_mocks::Administrations;
	type Agencies = Agencies;
	type OnTraderEnded = Listener;
	type Time = Timestamp;
	type MaxAccounts = MaxAccounts;
	type MaxOpenOffers = MaxOpenOffers;
	type OfferLifetime = OfferLifetime;
	type MaxAliases = MaxAliases;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// 24 November 2026, 12:00 UTC.
pub(crate) const NOON: u64 = 1_795_521_600_000;

/// Returns a chain without traders.
pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	aeo_mocks::reset();
	let storage = RuntimeGenesisConfig::default()
		.build_storage()
		.expect("the genesis is empty");
	let mut ext: sp_io::TestExternalities = storage.into();
	MaxOpenOffers::set(256);
	MaxAccounts::set(8);
	MaxAliases::set(4);
	Ended::take();
	ext.execute_with(|| {
		System::set_block_number(1);
		Timestamp::set_timestamp(NOON);
	});
	ext
}

/// Runs a test, and checks the invariants afterwards.
pub(crate) fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		Identities::do_try_state().expect("the invariants hold");
	});
}
