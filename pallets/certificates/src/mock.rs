//! A chain with just what the pallet needs.

use crate as pallet_certificates;
#[cfg(feature = "runtime-benchmarks")]
use aeo_mocks::AccountId;
pub(crate) use aeo_mocks::{traders::*, NOON};
use aeo_primitives::{
	recognition::{Leg, LegSummary},
	AgencyCode, CertificateNumber, LegLookup, Opinion, OpinionLookup, Territory, MAX_LEGS,
};
use frame_support::{parameter_types, traits::ConstU32, BoundedVec};
use std::collections::BTreeMap;

aeo_mocks::runtime!(pallet_certificates as Certificates, 41);

parameter_types! {
	/// The last opinion of each agency on an application, and on which version of it.
	pub static Opinions: BTreeMap<(Territory, CertificateNumber, AgencyCode), (u32, Opinion)> =
		BTreeMap::new();
	/// The bound on the status periods of a certificate.
	pub static MaxPeriods: u32 = 12;
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

	fn clerk() -> AccountId {
		aeo_mocks::officer(aeo_mocks::MX, aeo_primitives::Scope::Disclosure)
	}

	fn agree(agreement: aeo_primitives::AgreementId) {
		crate::tests::agree(&[agreement]);
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
	aeo_mocks::traders::forget();
	Opinions::take();
	MaxPeriods::set(12);
	LegsOfMexico::take();
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
