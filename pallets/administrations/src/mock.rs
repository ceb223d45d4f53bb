//! A chain with just what the pallet needs.

use crate as pallet_administrations;
use crate::{genesis::GenesisAdministration, GenesisConfig};
pub(crate) use aeo_mocks::{AccountId, CL, CO, CR, MX, PE, STRANGER};
use aeo_primitives::{
	NoteStalled, OnAdmission, OutsideAccounts, OutsideKind, Scope, Territory, UnaskedAccounts,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64, Get, ValidatorRegistration},
	weights::Weight,
};
use frame_system::EnsureRoot;
use pallet_collective::{EnsureProportionAtLeast, EnsureProportionMoreThan};
use sp_core::H256;
use sp_runtime::BuildStorage;
#[cfg(feature = "runtime-benchmarks")]
use {codec::Encode, sp_runtime::traits::Hash};

aeo_mocks::runtime!(
	pallet_administrations as Administrations, 9;
	balances pallet_balances as Balances, 2;
	with pallet_collective<Instance1> as Council, 20;
);

parameter_types! {
	pub MaxProposalWeight: Weight = Weight::MAX;
}

impl pallet_collective::Config<pallet_collective::Instance1> for Test {
	type RuntimeOrigin = RuntimeOrigin;
	type Proposal = RuntimeCall;
	type RuntimeEvent = RuntimeEvent;
	type MotionDuration = ConstU64<10>;
	type MaxProposals = ConstU32<10>;
	type MaxMembers = ConstU32<10>;
	type DefaultVote = pallet_collective::PrimeDefaultVote;
	type SetMembersOrigin = frame_system::EnsureNever<()>;
	type DisapproveOrigin = EnsureRoot<AccountId>;
	type KillOrigin = EnsureRoot<AccountId>;
	type Consideration = ();
	type MaxProposalWeight = MaxProposalWeight;
	type WeightInfo = ();
}

pub(crate) type CouncilAtLeast<const N: u32, const D: u32> =
	EnsureProportionAtLeast<AccountId, pallet_collective::Instance1, N, D>;

parameter_types! {
	/// Accounts that have session keys.
	pub static WithSessionKeys: Vec<AccountId> = vec![];
	/// Accounts of holders, all of Mexico's traders.
	pub static HolderAccounts: Vec<AccountId> = vec![];
	/// Accounts of agencies, which were not asked.
	pub static AgencyAccounts: Vec<AccountId> = vec![];
	/// Accounts that may become holders.
	pub static OfferedHolders: Vec<AccountId> = vec![];
	/// What was told of admissions.
	pub static AdmissionsHeard: Vec<Territory> = vec![];
	/// What was asked of the finality gadget.
	pub static Stalled: Option<(u64, u64)> = None;
}

pub struct SessionKeys;
impl ValidatorRegistration<AccountId> for SessionKeys {
	fn is_registered(account: &AccountId) -> bool {
		WithSessionKeys::get().contains(account)
	}
}

pub struct Holders;
impl OutsideAccounts<AccountId> for Holders {
	fn outside_kind(account: &AccountId) -> Option<(OutsideKind, Territory)> {
		let kind = if HolderAccounts::get().contains(account) {
			OutsideKind::Holder
		} else if AgencyAccounts::get().contains(account) {
			OutsideKind::Agency
		} else if Self::is_offered(account) {
			OutsideKind::Offered
		} else {
			return None;
		};
		Some((kind, Territory::MX))
	}

	fn is_outside(account: &AccountId) -> bool {
		HolderAccounts::get().contains(account) || AgencyAccounts::get().contains(account)
	}

	fn is_offered(account: &AccountId) -> bool {
		OfferedHolders::get().contains(account)
	}
}

pub struct Agencies;
impl UnaskedAccounts<AccountId> for Agencies {
	fn is_unasked(account: &AccountId) -> bool {
		AgencyAccounts::get().contains(account)
	}

	fn take_unasked(account: &AccountId) {
		AgencyAccounts::mutate(|accounts| accounts.retain(|agency| agency != account));
	}
}

pub struct OpenMotions;
impl Get<u32> for OpenMotions {
	fn get() -> u32 {
		let motions = pallet_collective::Proposals::<Test, pallet_collective::Instance1>::get();
		u32::try_from(motions.len()).expect("ten at most")
	}
}

pub struct Hearer;
impl OnAdmission for Hearer {
	fn on_admission(administration: Territory) {
		AdmissionsHeard::mutate(|heard| heard.push(administration));
	}
}

pub struct Finality;
impl NoteStalled<u64> for Finality {
	fn note_stalled(delay: u64, best_finalised: u64) {
		Stalled::set(Some((delay, best_finalised)));
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Helper {
	fn register_session_keys(account: &AccountId) {
		WithSessionKeys::mutate(|accounts| accounts.push(*account));
	}

	fn open_motions(motions: u32, voters: &[AccountId]) {
		for motion in 0..motions {
			let call = RuntimeCall::System(frame_system::Call::remark {
				remark: motion.encode(),
			});
			let hash = <Test as frame_system::Config>::Hashing::hash_of(&call);
			let length = call.encoded_size() as u32;
			let origin = RuntimeOrigin::signed(voters[0]);
			Council::propose(origin, 2, Box::new(call), length).expect("there is room");
			for voter in voters {
				let origin = RuntimeOrigin::signed(*voter);
				Council::vote(origin, hash, motion, true).expect("a member");
			}
		}
	}
}

/// 90 days in milliseconds.
pub(crate) const NOTICE: u64 = 90 * DAY;
/// A day in milliseconds.
pub(crate) const DAY: u64 = 24 * 60 * 60 * 1000;

impl pallet_administrations::Config for Test {
	type AdmitOrigin = CouncilAtLeast<2, 3>;
	type QuarantineOrigin = CouncilAtLeast<2, 3>;
	type SwitchOffOrigin = EnsureProportionMoreThan<AccountId, pallet_collective::Instance1, 1, 2>;
	type ExpelOrigin = CouncilAtLeast<3, 4>;
	type UpgradeOrigin = CouncilAtLeast<2, 3>;
	type Council = Council;
	type SessionKeys = SessionKeys;
	type OutsideAccounts = Holders;
	type UnaskedAccounts = Agencies;
	type OnAdmission = Hearer;
	type OpenMotions = OpenMotions;
	type MaxMotions = ConstU32<10>;
	type Finality = Finality;
	type MaxStallDelay = ConstU64<100>;
	type Time = Timestamp;
	type NoticePeriod = ConstU64<NOTICE>;
	type MinimumSeats = ConstU32<3>;
	type MaxProposals = ConstU32<4>;
	type ProposalPeriod = ConstU64<{ 30 * DAY }>;
	type UpgradeDelay = ConstU64<{ 3 * DAY }>;
	type UpgradePeriod = ConstU64<{ 14 * DAY }>;
	type MaxAdministrations = ConstU32<10>;
	type MaxValidators = ConstU32<5>;
	type MaxOfficers = ConstU32<3>;
	type WeightInfo = crate::weights::SubstrateWeight<Test>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// Officers of an administration n are 10·n and 10·n + 1.
fn founder(territory: Territory, account: AccountId) -> GenesisAdministration<AccountId> {
	GenesisAdministration {
		territory,
		territories: vec![],
		utc_offset: -360,
		account,
		encryption_key: H256::repeat_byte(u8::try_from(account).expect("a small account")),
		instrument: None,
		officers: vec![
			(account * 10, vec![Scope::Certification]),
			(
				account * 10 + 1,
				vec![Scope::Certification, Scope::Suspension],
			),
		],
		validating: account == MX,
	}
}

/// Returns a chain with four administrations; Mexico validates.
pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	WithSessionKeys::set(vec![MX]);
	HolderAccounts::set(vec![]);
	AgencyAccounts::set(vec![]);
	OfferedHolders::set(vec![]);
	Stalled::set(None);
	AdmissionsHeard::set(vec![]);
	let administrations = vec![
		founder(Territory::MX, MX),
		founder(Territory::CR, CR),
		founder(Territory::PE, PE),
		founder(Territory::CO, CO),
	];
	let genesis = RuntimeGenesisConfig {
		administrations: GenesisConfig {
			administrations,
			blocks_per_session: 10,
			minimum_validators: 1,
		},
		..Default::default()
	};
	let storage = genesis.build_storage().expect("the genesis is consistent");
	aeo_mocks::chain::<Test>(storage, 1_800_000_000_000)
}
