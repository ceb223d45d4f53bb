//! A chain with just what the pallet needs.

use crate as pallet_certificates;
use aeo_mocks::AccountId;
use aeo_primitives::{
	recognition::{Leg, LegSummary, TraderState},
	tin::Tin,
	AdministrationLookup, AgencyCode, AliasMatch, AliasScheme, CertificateNumber, LegLookup, Maker,
	OnStandingChange, Opinion, OpinionLookup, StandingChange, Territory, TraderId, TraderLookup,
	TraderRecord, TraderRegister, WrittenTin, MAX_LEGS,
};
use frame_support::{derive_impl, parameter_types, traits::ConstU32, BoundedVec};
use sp_core::H256;
use sp_runtime::{BuildStorage, DispatchError};
use std::collections::BTreeMap;

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
	#[runtime::pallet_index(41)]
	pub type Certificates = pallet_certificates;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type AccountId = AccountId;
	type Block = Block;
	type Lookup = sp_runtime::traits::IdentityLookup<AccountId>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {}

parameter_types! {
	/// The traders, by id.
	pub static Registered: BTreeMap<TraderId, TraderRecord> = BTreeMap::new();
	/// The accounts of traders.
	pub static Linked: BTreeMap<AccountId, TraderId> = BTreeMap::new();
	/// Who linked them.
	pub static LinkedBy: BTreeMap<AccountId, Maker<AccountId>> = BTreeMap::new();
	/// The last opinion of each agency on an application, and on which version of it.
	pub static Opinions: BTreeMap<(Territory, CertificateNumber, AgencyCode), (u32, Opinion)> =
		BTreeMap::new();
	/// The bound on the status periods of a certificate.
	pub static MaxPeriods: u32 = 12;
	/// What was told of changes.
	pub static Told: Vec<(Territory, Vec<StandingChange>)> = vec![];
}

/// Why a TIN is refused.
pub const BAD_TIN: DispatchError = DispatchError::CannotLookup;

/// The traders of the mock: the id of each is its TIN's first 32 bytes.
pub struct Traders;

impl TraderLookup<AccountId> for Traders {
	fn id_of(tin: &WrittenTin) -> Option<TraderId> {
		let tin = Tin::parse(tin).ok()?;
		let mut id = [0; 32];
		for (byte, from) in id.iter_mut().zip(tin.text().as_bytes()) {
			*byte = *from;
		}
		Some(H256(id))
	}

	fn trader(id: &TraderId) -> Option<TraderRecord> {
		Registered::get().get(id).cloned()
	}

	fn by_alias(_: Territory, _: AliasScheme, _: &str) -> AliasMatch {
		AliasMatch::NoMatch
	}

	fn holder(account: &AccountId) -> Option<TraderId> {
		Linked::get().get(account).copied()
	}

	fn linked_by(account: &AccountId) -> Option<Maker<AccountId>> {
		Self::holder(account)?;
		LinkedBy::get().get(account).cloned()
	}
}

impl TraderRegister for Traders {
	type Error = DispatchError;

	fn register(
		administration: Territory,
		tin: &WrittenTin,
		publication_consent: H256,
	) -> Result<TraderId, DispatchError> {
		let id = Self::id_of(tin).ok_or(BAD_TIN)?;
		let parsed = Tin::parse(tin).map_err(|_| BAD_TIN)?;
		let registrar = aeo_mocks::Administrations::registrar(parsed.territory());
		if registrar != Some(administration) || publication_consent.is_zero() {
			return Err(BAD_TIN);
		}
		let record = TraderRecord {
			tin: parsed.text().clone(),
			administration,
			admission: aeo_mocks::admission(administration),
			state: TraderState::Active,
		};
		let known = Registered::mutate(|all| all.entry(id).or_insert(record).clone());
		if known.state != TraderState::Active {
			return Err(BAD_TIN);
		}
		Ok(id)
	}
}

/// What agencies have said.
pub struct Agencies;

impl OpinionLookup for Agencies {
	fn opinion(
		issuer: Territory,
		number: &CertificateNumber,
		agency: &AgencyCode,
		version: u32,
	) -> Option<Opinion> {
		let all = Opinions::get();
		let (on, opinion) = all.get(&(issuer, number.clone(), agency.clone()))?;
		(*on == version).then_some(*opinion)
	}
}

/// Notes what it hears.
pub struct Listener;

impl OnStandingChange for Listener {
	fn on_change(issuer: Territory, changes: &[StandingChange]) -> u32 {
		Told::mutate(|told| told.push((issuer, changes.to_vec())));
		0
	}

	fn max_reads(changes: u32) -> u32 {
		changes
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Helper {
	fn own_account() -> AccountId {
		aeo_mocks::MX
	}

	fn officer() -> AccountId {
		aeo_mocks::officer(aeo_mocks::MX, aeo_primitives::Scope::Certification)
	}

	fn second_officer() -> AccountId {
		aeo_mocks::second_officer(aeo_mocks::MX, aeo_primitives::Scope::Certification)
	}

	fn set_signer(signer: AccountId) {
		aeo_mocks::set_outer_signer(Some(signer));
	}

	fn set_time(now: aeo_primitives::Moment) {
		Timestamp::set_timestamp(now);
	}

	fn opine(number: &CertificateNumber, agency: &AgencyCode, version: u32) {
		let key = (Territory::MX, number.clone(), agency.clone());
		Opinions::mutate(|all| all.insert(key, (version, Opinion::Favourable)));
	}
}

/// Two weeks in milliseconds, as the programmes of the tests say.
pub(crate) const TIME_OUT: u64 = 14 * 24 * 60 * 60 * 1000;

impl pallet_certificates::Config for Test {
	type Administrations = aeo_mocks::Administrations;
	type OuterSigner = aeo_mocks::Administrations;
	type Traders = Traders;
	type Opinions = Agencies;
	type Legs = Legs;
	type OnStandingChange = Listener;
	type Time = Timestamp;
	type MaxPeriods = MaxPeriods;
	type MaxBatch = ConstU32<5>;
	type MaxOpenBatches = ConstU32<2>;
	type WeightInfo = crate::weights::SubstrateWeight<Test>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// 24 November 2026, 12:00 UTC: six in the morning in Mexico.
pub(crate) const NOON: u64 = 1_795_521_600_000;

/// No certificates yet.
pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	aeo_mocks::reset();
	Registered::take();
	Linked::take();
	LinkedBy::take();
	Opinions::take();
	Told::take();
	MaxPeriods::set(12);
	let storage = RuntimeGenesisConfig::default()
		.build_storage()
		.expect("the genesis is empty");
	let mut ext: sp_io::TestExternalities = storage.into();
	ext.execute_with(|| {
		System::set_block_number(1);
		Timestamp::set_timestamp(NOON);
	});
	ext
}

/// Run a test and check the invariants afterwards.
pub(crate) fn build_and_execute(test: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		test();
		Certificates::do_try_state().expect("the invariants hold");
	});
}

parameter_types! {
	/// The legs of Mexico.
	pub static LegsOfMexico: Vec<LegSummary> = Vec::new();
}

/// The legs that the test has set.
pub struct Legs;

impl LegLookup for Legs {
	fn legs(_issuer: Territory, _grantor: Territory) -> BoundedVec<Leg, ConstU32<MAX_LEGS>> {
		unreachable!("the pallet asks for all legs of an issuer")
	}

	fn summary(issuer: Territory) -> Vec<LegSummary> {
		match issuer {
			Territory::MX => LegsOfMexico::get(),
			_ => Vec::new(),
		}
	}
}
