//! Another chain: nothing but system, timestamp, balances and our pallets. What
//! docs/developer/integrate.md says is shown here.

use aeo_primitives::{recognition::ConsentMode, Halves, ProgrammeType, Role, Scope, Territory};
use frame_support::{
	derive_impl, parameter_types,
	traits::{ConstU128, ConstU32, ConstU64, ValidatorRegistration},
};
use frame_system::{EnsureNever, EnsureRoot};
use pallet_administrations::{GenesisAdministration, Quota};
use pallet_certificates::{Decision, GenesisProgramme, ValidityMonths};
use sp_core::H256;
use sp_runtime::{traits::IdentityLookup, BuildStorage};

type AccountId = u64;

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
	pub struct Other;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(9)]
	pub type Administrations = pallet_administrations;
	#[runtime::pallet_index(40)]
	pub type Identities = pallet_identities;
	#[runtime::pallet_index(41)]
	pub type Certificates = pallet_certificates;
	#[runtime::pallet_index(42)]
	pub type Suspensions = pallet_suspensions;
	#[runtime::pallet_index(43)]
	pub type Agreements = pallet_agreements;
	#[runtime::pallet_index(44)]
	pub type Benefits = pallet_benefits;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Other {
	type AccountId = AccountId;
	type Block = frame_system::mocking::MockBlock<Other>;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<u128>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Other {}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Other {
	type AccountStore = System;
	type Balance = u128;
	type ExistentialDeposit = ConstU128<1>;
}

/// Nobody validates.
pub struct NoSessions;

impl ValidatorRegistration<AccountId> for NoSessions {
	fn is_registered(_: &AccountId) -> bool {
		false
	}
}

parameter_types! {
	pub NoQuota: Quota = Quota { max: 0, recovery: 0 };
}

/// Root admits, nobody upgrades, and there is no council.
impl pallet_administrations::Config for Other {
	type AdmitOrigin = EnsureRoot<AccountId>;
	type QuarantineOrigin = EnsureRoot<AccountId>;
	type SwitchOffOrigin = EnsureNever<()>;
	type ExpelOrigin = EnsureRoot<AccountId>;
	type UpgradeOrigin = EnsureNever<()>;
	type Council = ();
	type SessionKeys = NoSessions;
	type OutsideRoles = (Identities, Certificates);
	type UnaskedRoles = Certificates;
	type OpenMotions = ConstU32<0>;
	type MaxMotions = ConstU32<0>;
	type Finality = ();
	type Time = Timestamp;
	type NoticePeriod = ConstU64<0>;
	type MinimumSeats = ConstU32<1>;
	type MaxProposals = ConstU32<1>;
	type ProposalPeriod = ConstU64<86_400_000>;
	type UpgradeDelay = ConstU64<0>;
	type UpgradePeriod = ConstU64<86_400_000>;
	type MaxAdministrations = ConstU32<10>;
	type MaxValidators = ConstU32<1>;
	type MaxOfficers = ConstU32<10>;
	type InitialQuota = NoQuota;
	type Reserve = NoQuota;
	type JointQuota = NoQuota;
	type AccountQuota = NoQuota;
	type PaidCalls = ();
	type WeightInfo = ();
}

impl pallet_identities::Config for Other {
	type Administrations = Administrations;
	type Agencies = Certificates;
	type OnTraderEnded = Benefits;
	type Time = Timestamp;
	type MaxAccounts = ConstU32<8>;
	type MaxOpenOffers = ConstU32<64>;
	type OfferLifetime = ConstU64<86_400_000>;
	type MaxAliases = ConstU32<16>;
	type WeightInfo = ();
}

impl pallet_certificates::Config for Other {
	type Administrations = Administrations;
	type Traders = Identities;
	type OnStandingChange = Benefits;
	type Legs = Agreements;
	type Time = Timestamp;
	type MaxPeriods = ConstU32<100>;
	type MaxBatch = ConstU32<100>;
	type MaxOpenBatches = ConstU32<8>;
	type WeightInfo = pallet_certificates::weights::SubstrateWeight<Other>;
}

impl pallet_suspensions::Config for Other {
	type Administrations = Administrations;
	type Certificates = Certificates;
	type OnStandingChange = Benefits;
	type Time = Timestamp;
	type WeightInfo = pallet_suspensions::weights::SubstrateWeight<Other>;
}

impl pallet_agreements::Config for Other {
	type Administrations = Administrations;
	type Programmes = Certificates;
	type Time = Timestamp;
	type MaxLegsOfIssuer = ConstU32<256>;
	type ProposalLifetime = ConstU64<86_400_000>;
	type MaxWaiting = ConstU32<4>;
	type MaxWaitingBytes = ConstU32<262_144>;
	type WeightInfo = pallet_agreements::weights::SubstrateWeight<Other>;
}

impl pallet_benefits::Config for Other {
	type Administrations = Administrations;
	type Traders = Identities;
	type Certificates = Certificates;
	type Legs = Agreements;
	type RecognitionSuspensions = Suspensions;
	type Time = Timestamp;
	type Retention = ConstU64<86_400_000>;
	type WeightInfo = pallet_benefits::weights::SubstrateWeight<Other>;
}

/// Mexico with the own account 1 and the officer 10, and a programme without four eyes: this chain
/// has no transaction payment, and so nobody who knows the signer of an extrinsic.
fn genesis() -> sp_io::TestExternalities {
	let storage = RuntimeGenesisConfig {
		administrations: pallet_administrations::GenesisConfig {
			administrations: vec![GenesisAdministration {
				territory: Territory::MX,
				territories: vec![],
				utc_offset: -360,
				account: 1,
				encryption_key: H256::repeat_byte(1),
				instrument: None,
				officers: vec![(10, vec![Scope::Certification, Scope::Identities])],
				validating: false,
			}],
			..Default::default()
		},
		certificates: pallet_certificates::GenesisConfig {
			programmes: vec![GenesisProgramme {
				administration: Territory::MX,
				code: "OEA".try_into().expect("short"),
				types: vec![ProgrammeType {
					code: "OEA".try_into().expect("short"),
					halves: Halves::Both,
				}],
				four_eyes: aeo_primitives::FourEyes::NotRequired,
				consent: ConsentMode::Standing,
				applications: pallet_certificates::Applications::NotRequired,
				until_renewed: pallet_certificates::UntilRenewed::Ends,
				validity_months: ValidityMonths::NoEnd,
				review_months: None,
				decision_days: 14,
				opinions_required: vec![],
			}],
			..Default::default()
		},
		..Default::default()
	};
	storage.build_storage().expect("it builds").into()
}

#[test]
fn the_pallets_should_drop_into_another_chain() {
	genesis().execute_with(|| {
		System::set_block_number(1);
		pallet_timestamp::Now::<Other>::put(1_795_521_600_000);
		// What the fee adapter notes on this chain, the other one notes by itself.
		pallet_administrations::OuterSigner::<Other>::put(10);
		Certificates::propose(
			RuntimeOrigin::signed(10),
			"MX-1".try_into().expect("short"),
			Decision::Authorise {
				tin: "MX NWM-970924-4W4".try_into().expect("short"),
				publication_consent: H256::repeat_byte(2),
				certificate_type: pallet_certificates::WrittenType {
					programme: "OEA".try_into().expect("short"),
					code: "OEA".try_into().expect("short"),
				},
				roles: vec![Role::Exporter].into(),
				valid_from: "2026-11-24".parse().expect("short"),
				valid_until: None,
				document: H256::repeat_byte(3),
			},
		)
		.expect("Mexico may");
		let number = "MX-1".try_into().expect("short");
		let record = Certificates::certificate(Territory::MX, &number).expect("it is issued");
		assert!(pallet_identities::Traders::<Other>::contains_key(
			record.trader
		));
	});
}
