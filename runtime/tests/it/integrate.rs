//! Another chain: nothing but system, timestamp, balances and our pallets. What
//! docs/developer/integrate.md says is shown here.

use aeo_primitives::{
	recognition::ConsentMode, Halves, OuterSigner, ProgrammeType, Role, Scope, Territory,
};
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{
	assert_noop, derive_impl,
	dispatch::{DispatchInfo, GetDispatchInfo, PostDispatchInfo},
	parameter_types,
	traits::{ConstU128, ConstU32, ConstU64, Get, ValidatorRegistration},
	weights::{RuntimeDbWeight, Weight},
};
use frame_system::{EnsureNever, EnsureRoot};
use pallet_administrations::GenesisAdministration;
use pallet_certificates::{Decision, Error, GenesisProgramme, ValidityMonths};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::{
	impl_tx_ext_default,
	traits::{AsSystemOriginSigner, DispatchTransaction, IdentityLookup, TransactionExtension},
	transaction_validity::TransactionValidityError,
	BuildStorage, DispatchResult,
};

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
	#[runtime::pallet_index(45)]
	pub type Applications = pallet_applications;
	#[runtime::pallet_index(46)]
	pub type Disclosures = pallet_disclosures;
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
	/// Who signs the extrinsic under way.
	pub storage SignedBy: Option<AccountId> = None;
}

/// What our chain's fees do besides, and the other one does by itself: it notes who signs before each
/// dispatch, and strikes it out afterwards.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct NoteSigner;

impl TransactionExtension<RuntimeCall> for NoteSigner {
	const IDENTIFIER: &'static str = "NoteSigner";
	type Implicit = ();
	type Val = ();
	type Pre = ();

	fn weight(&self, _: &RuntimeCall) -> Weight {
		<<Other as frame_system::Config>::DbWeight as Get<RuntimeDbWeight>>::get().writes(1)
	}

	fn prepare(
		self,
		_: (),
		origin: &RuntimeOrigin,
		_: &RuntimeCall,
		_: &DispatchInfo,
		_: usize,
	) -> Result<(), TransactionValidityError> {
		SignedBy::set(&origin.as_system_origin_signer().copied());
		Ok(())
	}

	fn post_dispatch_details(
		_: (),
		_: &DispatchInfo,
		_: &PostDispatchInfo,
		_: usize,
		_: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		SignedBy::set(&None);
		Ok(Weight::zero())
	}

	impl_tx_ext_default!(RuntimeCall; validate);
}

impl OuterSigner<AccountId> for NoteSigner {
	fn outer_signer() -> Option<AccountId> {
		SignedBy::get()
	}
}

/// Root admits, nobody upgrades, and there is no council. Nobody has a quota either: this chain has
/// fees of its own, and `pallet-fees` is not in it.
impl pallet_administrations::Config for Other {
	type AdmitOrigin = EnsureRoot<AccountId>;
	type QuarantineOrigin = EnsureRoot<AccountId>;
	type SwitchOffOrigin = EnsureNever<()>;
	type ExpelOrigin = EnsureRoot<AccountId>;
	type UpgradeOrigin = EnsureNever<()>;
	type Council = ();
	type SessionKeys = NoSessions;
	type OutsideAccounts = (Identities, Applications);
	type UnaskedAccounts = Applications;
	type OnAdmission = ();
	type OpenMotions = ConstU32<0>;
	type MaxMotions = ConstU32<0>;
	type Finality = ();
	type MaxStallDelay = ConstU64<1>;
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
	type WeightInfo = pallet_administrations::weights::SubstrateWeight<Other>;
}

impl pallet_identities::Config for Other {
	type Administrations = Administrations;
	type OuterSigner = NoteSigner;
	type Agencies = Applications;
	type Legs = Agreements;
	type OnTraderEnded = Benefits;
	type OnAccountUnlinked = ();
	type Time = Timestamp;
	type MaxAccounts = ConstU32<8>;
	type MaxOpenOffers = ConstU32<64>;
	type OfferLifetime = ConstU64<86_400_000>;
	type ProposalLifetime = ConstU64<{ 14 * 24 * 60 * 60 * 1_000 }>;
	type MaxAliases = ConstU32<16>;
	type WeightInfo = pallet_identities::weights::SubstrateWeight<Other>;
}

impl pallet_certificates::Config for Other {
	type Administrations = Administrations;
	type OuterSigner = NoteSigner;
	type Traders = Identities;
	type Opinions = Applications;
	type OnStandingChange = Benefits;
	type Legs = Agreements;
	type Time = Timestamp;
	type MaxPeriods = ConstU32<100>;
	type MaxBatch = ConstU32<100>;
	type MaxOpenBatches = ConstU32<8>;
	type WeightInfo = pallet_certificates::weights::SubstrateWeight<Other>;
}

impl pallet_applications::Config for Other {
	type Administrations = Administrations;
	type OuterSigner = NoteSigner;
	type Traders = Identities;
	type Certificates = Certificates;
	type OnStandingChange = Benefits;
	type Time = Timestamp;
	type WeightInfo = pallet_applications::weights::SubstrateWeight<Other>;
}

impl pallet_suspensions::Config for Other {
	type Administrations = Administrations;
	type OuterSigner = NoteSigner;
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

impl pallet_disclosures::Config for Other {
	type Administrations = Administrations;
	type Agreements = Agreements;
	type Consents = Certificates;
	type Traders = Identities;
	type Time = Timestamp;
	type MaxAge = ConstU32<200>;
	type WeightInfo = pallet_disclosures::weights::SubstrateWeight<Other>;
}

/// Mexico with the own account 1 and the officers 10 and 11, and a programme with four eyes.
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
				officers: vec![
					(10, vec![Scope::Certification, Scope::Identities]),
					(11, vec![Scope::Certification]),
				],
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
				four_eyes: aeo_primitives::FourEyes::Required,
				consent: ConsentMode::Standing,
				applications: pallet_certificates::Applications::NotRequired,
				until_renewed: pallet_certificates::UntilRenewed::Ends,
				validity_months: ValidityMonths::NoEnd,
				review_months: None,
				decision_days: 14,
				opinions_required: vec![],
				branches: Default::default(),
			}],
			..Default::default()
		},
		..Default::default()
	};
	storage.build_storage().expect("it builds").into()
}

/// The same world in the first block after it.
fn on_the_other_chain(test: impl FnOnce()) {
	genesis().execute_with(|| {
		System::set_block_number(1);
		pallet_timestamp::Now::<Other>::put(1_795_521_600_000);
		test();
	});
}

fn authorise() -> RuntimeCall {
	pallet_certificates::Call::propose {
		number: "MX-1".try_into().expect("short"),
		decision: Decision::Authorise {
			tin: "MX NWM-970924-4W4".try_into().expect("short"),
			publication_consent: H256::repeat_byte(2),
			certificate_type: aeo_primitives::WrittenType {
				programme: "OEA".try_into().expect("short"),
				code: "OEA".try_into().expect("short"),
			},
			roles: vec![Role::Exporter].into(),
			valid_from: "2026-11-24".parse().expect("short"),
			valid_until: None,
			document: H256::repeat_byte(3),
		},
	}
	.into()
}

fn confirm() -> RuntimeCall {
	pallet_certificates::Call::confirm {
		number: "MX-1".try_into().expect("short"),
		proposal: 1,
	}
	.into()
}

/// Dispatches a call as an extrinsic that this account signs.
fn transact(signer: AccountId, call: RuntimeCall) -> DispatchResult {
	let (origin, info) = (RuntimeOrigin::signed(signer), call.get_dispatch_info());
	let result = NoteSigner
		.dispatch_transaction(origin, call, &info, 0, 0)
		.expect("it is valid")
		.map(|_| ())
		.map_err(|failed| failed.error);
	assert_eq!(NoteSigner::outer_signer(), None, "it outlasts no extrinsic");
	result
}

#[test]
fn the_pallets_should_drop_into_another_chain() {
	on_the_other_chain(|| {
		assert_eq!(transact(10, authorise()), Ok(()));
		assert_eq!(transact(11, confirm()), Ok(()));
		let number = "MX-1".try_into().expect("short");
		let record = Certificates::certificate(Territory::MX, &number).expect("it is issued");
		assert!(pallet_identities::Traders::<Other>::contains_key(
			record.trader
		));
	});
}

#[test]
fn four_eyes_should_be_two_signers_on_another_chain_too() {
	on_the_other_chain(|| {
		assert_eq!(transact(10, authorise()), Ok(()));
		let alone = Error::<Other>::ConfirmingOfficerProposedIt;
		assert_noop!(transact(10, confirm()), alone);
	});
}

/// As on a chain that gives `()` for who signs: nobody can be told from anybody else.
#[test]
fn a_decision_should_be_refused_where_nobody_notes_the_signer() {
	on_the_other_chain(|| {
		assert_eq!(<() as OuterSigner<AccountId>>::outer_signer(), None);
		assert_eq!(NoteSigner::outer_signer(), None);
		let decided =
			sp_runtime::traits::Dispatchable::dispatch(authorise(), RuntimeOrigin::signed(10));
		assert_noop!(
			decided.map(|_| ()).map_err(|failed| failed.error),
			Error::<Other>::NotASignedTransaction
		);
	});
}
