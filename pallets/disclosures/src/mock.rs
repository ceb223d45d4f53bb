//! A chain with just what the pallet needs.

use crate as pallet_disclosures;
pub(crate) use aeo_mocks::{traders::*, NOON};
use aeo_primitives::{ConsentLookup, DisclosedLeg, DisclosureLookup, Territory, MAX_LEGS};
use frame_support::{parameter_types, traits::ConstU32, BoundedVec};
use std::collections::BTreeMap;

aeo_mocks::runtime!(pallet_disclosures as Disclosures, 46);

parameter_types! {
	/// The legs from each issuer to each reader.
	pub static Legs: BTreeMap<(Territory, Territory), Vec<DisclosedLeg>> = BTreeMap::new();
	/// The block in which a holder of each issuer's last withdrew its consent.
	pub static Withdrawals: BTreeMap<Territory, u32> = BTreeMap::new();
}

/// The agreements that a test has set.
pub struct Agreements;

impl DisclosureLookup for Agreements {
	fn disclosed(
		issuer: Territory,
		reader: Territory,
	) -> BoundedVec<DisclosedLeg, ConstU32<MAX_LEGS>> {
		let legs = Legs::get().remove(&(issuer, reader)).unwrap_or_default();
		legs.try_into().expect("few")
	}
}

/// The withdrawals that a test has set.
pub struct Consents;

impl ConsentLookup for Consents {
	fn last_withdrawal(issuer: Territory) -> Option<u32> {
		Withdrawals::get().get(&issuer).copied()
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<aeo_mocks::AccountId> for Helper {
	fn own_account() -> aeo_mocks::AccountId {
		aeo_mocks::MX
	}

	fn officer() -> aeo_mocks::AccountId {
		aeo_mocks::officer(aeo_mocks::MX, aeo_primitives::Scope::Disclosure)
	}

	fn holder() -> aeo_mocks::AccountId {
		crate::tests::link();
		crate::tests::HOLDER
	}

	fn set_block(block: u32) {
		System::set_block_number(block.into());
	}

	fn readers(count: u32) -> Vec<(Territory, sp_core::H256)> {
		Timestamp::set_timestamp(NOON);
		let others = Territory::ALL.into_iter().filter(|territory| {
			aeo_mocks::ADMINISTRATIONS
				.iter()
				.all(|(_, known, _)| known != territory)
		});
		(1_000..)
			.zip(others)
			.take(count as usize)
			.map(|(own, reader)| {
				aeo_mocks::admit(own, reader, 0);
				crate::tests::disclose(reader, MAX_LEGS);
				let key = aeo_mocks::encryption_key(reader).expect("it is admitted");
				(reader, key)
			})
			.collect()
	}
}

impl pallet_disclosures::Config for Test {
	type Administrations = aeo_mocks::Administrations;
	type Agreements = Agreements;
	type Consents = Consents;
	type Traders = Traders;
	type Time = Timestamp;
	type MaxAge = ConstU32<200>;
	type WeightInfo = crate::weights::SubstrateWeight<Test>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// Returns a chain on which nothing is published yet.
pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	aeo_mocks::traders::forget();
	Legs::take();
	Withdrawals::take();
	empty_chain(NOON)
}
