//! A chain with just what the pallet needs.

use crate as pallet_certificates;
use aeo_mocks::AccountId;
pub(crate) use aeo_mocks::NOON;
use aeo_primitives::{
	recognition::{Leg, LegSummary, TraderState},
	tin::Tin,
	AdministrationLookup, AgencyCode, AliasMatch, AliasScheme, CertificateNumber, LegLookup, Maker,
	OnStandingChange, Opinion, OpinionLookup, StandingChange, Territory, TraderId, TraderLookup,
	TraderRecord, TraderRegister, WrittenTin, MAX_LEGS,
};
use frame_support::{parameter_types, traits::ConstU32, BoundedVec};
use sp_core::H256;
use sp_runtime::DispatchError;
use std::collections::BTreeMap;

aeo_mocks::runtime!(pallet_certificates as Certificates, 41);

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
		Tin::parse(tin).ok().as_ref().map(aeo_mocks::trader_id)
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

/// No certificates yet.
pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	Registered::take();
	Linked::take();
	LinkedBy::take();
	Opinions::take();
	Told::take();
	MaxPeriods::set(12);
	empty_chain(NOON)
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
