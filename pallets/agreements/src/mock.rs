//! A chain with just what the pallet needs.

use crate as pallet_agreements;
pub(crate) use aeo_mocks::NOON;
use aeo_primitives::{KnownProgramme, ProgrammeCode, ProgrammeLookup, Territory};
use frame_support::parameter_types;
use std::{
	cell::{Cell, RefCell},
	collections::BTreeMap,
};

aeo_mocks::runtime!(pallet_agreements as Agreements, 43);

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<aeo_mocks::AccountId> for Helper {
	fn parties() -> Vec<(aeo_primitives::Territory, aeo_mocks::AccountId)> {
		aeo_mocks::ADMINISTRATIONS
			.into_iter()
			.filter(|(own, ..)| *own != aeo_mocks::CL)
			.map(|(own, territory, _)| (territory, own))
			.collect()
	}

	fn set_time(now: u64) {
		Timestamp::set_timestamp(now);
	}
}

parameter_types! {
	/// As on the chain, unless a test says otherwise.
	pub static MaxLegsOfIssuer: u32 = 256;
	/// 180 days, as on the chain, unless a test says otherwise.
	pub static ProposalLifetime: u64 = 180 * 24 * 60 * 60 * 1_000;
	/// As on the chain, unless a test says otherwise.
	pub static MaxWaiting: u32 = 16;
	/// As on the chain, unless a test says otherwise.
	pub static MaxWaitingBytes: u32 = 262_144;
}

thread_local! {
	static PROGRAMMES: RefCell<BTreeMap<(Territory, ProgrammeCode), KnownProgramme>> =
		const { RefCell::new(BTreeMap::new()) };
	static READS: Cell<u32> = const { Cell::new(0) };
}

/// The programmes: everybody has `OEA` with the type `FULL`, and its consent is standing, unless a
/// test says otherwise.
pub struct Programmes;

impl Programmes {
	/// A programme is as said from now on.
	pub(crate) fn set(issuer: Territory, code: &str, types: &[&str]) {
		let code = code.try_into().expect("short");
		let types = types.iter().map(|code| (*code).try_into().expect("short"));
		let programme = KnownProgramme {
			types: types.collect(),
		};
		PROGRAMMES.with_borrow_mut(|known| known.insert((issuer, code), programme));
	}

	/// How many programmes were read.
	pub(crate) fn reads() -> u32 {
		READS.get()
	}
}

impl ProgrammeLookup for Programmes {
	fn programme(issuer: Territory, code: &ProgrammeCode) -> Option<KnownProgramme> {
		READS.set(READS.get() + 1);
		let usual = KnownProgramme {
			types: vec!["FULL".try_into().expect("short")],
		};
		PROGRAMMES
			.with_borrow(|known| known.get(&(issuer, code.clone())).cloned())
			.or_else(|| (code.as_str() == "OEA").then_some(usual))
	}
}

impl pallet_agreements::Config for Test {
	type Administrations = aeo_mocks::Administrations;
	type Programmes = Programmes;
	type Time = Timestamp;
	type MaxLegsOfIssuer = MaxLegsOfIssuer;
	type ProposalLifetime = ProposalLifetime;
	type MaxWaiting = MaxWaiting;
	type MaxWaitingBytes = MaxWaitingBytes;
	type WeightInfo = crate::weights::SubstrateWeight<Test>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// No agreements yet.
pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	PROGRAMMES.with_borrow_mut(BTreeMap::clear);
	READS.set(0);
	MaxLegsOfIssuer::set(256);
	ProposalLifetime::set(180 * 24 * 60 * 60 * 1_000);
	MaxWaiting::set(16);
	MaxWaitingBytes::set(262_144);
	empty_chain(NOON)
}
