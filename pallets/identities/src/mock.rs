//! A chain with just what the pallet needs.

use crate as pallet_identities;
use aeo_mocks::AccountId;
pub(crate) use aeo_mocks::NOON;
use aeo_primitives::{
	recognition::{Leg, LegSummary},
	LegLookup, OnAccountUnlinked, OnTraderEnded, OutsideAccounts, OutsideKind, Territory, TraderId,
	MAX_LEGS,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64},
	weights::Weight,
	BoundedVec,
};

aeo_mocks::runtime!(pallet_identities as Identities, 40);

/// The account of an agency.
pub const AGENCY: AccountId = 800;

/// One account is an agency's.
pub struct Agencies;

impl OutsideAccounts<AccountId> for Agencies {
	fn outside_kind(account: &AccountId) -> Option<(OutsideKind, Territory)> {
		(*account == AGENCY).then_some((OutsideKind::Agency, Territory::MX))
	}

	fn is_outside(account: &AccountId) -> bool {
		*account == AGENCY
	}

	fn is_offered(_: &AccountId) -> bool {
		false
	}
}

/// Notes who was told to go on no more.
pub struct Listener;

/// What telling of one weighs here, and at most.
pub const TOLD: Weight = Weight::from_parts(5, 0);
pub const MOST_TOLD: Weight = Weight::from_parts(35, 0);

impl OnTraderEnded for Listener {
	fn on_ended(issuer: Territory, trader: &TraderId) -> Weight {
		Ended::mutate(|ended| ended.push((issuer, *trader)));
		TOLD
	}

	fn max_weight() -> Weight {
		MOST_TOLD
	}
}

impl OnAccountUnlinked<AccountId> for Listener {
	fn on_unlinked(trader: &TraderId, account: &AccountId) {
		Unlinked::mutate(|unlinked| unlinked.push((*trader, *account)));
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
		aeo_mocks::officer(
			aeo_mocks::own_account(territory),
			aeo_primitives::Scope::Identities,
		)
	}

	fn second_officer() -> AccountId {
		aeo_mocks::second_officer(aeo_mocks::MX, aeo_primitives::Scope::Identities)
	}

	fn set_outer_signer(signer: &AccountId) {
		aeo_mocks::set_outer_signer(Some(*signer));
	}

	fn set_time(now: aeo_primitives::Moment) {
		Timestamp::set_timestamp(now);
	}

	/// Agreements are everywhere.
	fn agree() {}
}

parameter_types! {
	/// As on the chain, unless a test says otherwise.
	pub static MaxOpenOffers: u32 = 256;
	/// As on the chain, unless a test says otherwise.
	pub static MaxAccounts: u32 = 8;
	/// Few, so that a test reaches it.
	pub static MaxAliases: u32 = 4;
	/// The issuers without any agreement.
	pub static WithoutAgreement: Vec<Territory> = Vec::new();
	/// Who was told to go on no more, by which administration.
	pub static Ended: Vec<(Territory, TraderId)> = Vec::new();
	/// Which accounts were unlinked of whom.
	pub static Unlinked: Vec<(TraderId, AccountId)> = Vec::new();
}

/// 30 days, as on the chain.
pub type OfferLifetime = ConstU64<{ 30 * 24 * 60 * 60 * 1_000 }>;

/// 14 days, as on the chain.
pub type ProposalLifetime = ConstU64<{ 14 * 24 * 60 * 60 * 1_000 }>;

/// Agreements of every issuer with every grantor, but for those without any.
pub struct Agreed;

impl LegLookup for Agreed {
	fn legs(_issuer: Territory, _grantor: Territory) -> BoundedVec<Leg, ConstU32<MAX_LEGS>> {
		unreachable!("the pallet asks whether there is one")
	}

	fn has_leg(issuer: Territory, _grantor: Territory) -> bool {
		!WithoutAgreement::get().contains(&issuer)
	}

	fn summary(_issuer: Territory) -> Vec<LegSummary> {
		unreachable!("the pallet asks for one grantor")
	}
}

impl pallet_identities::Config for Test {
	type Administrations = aeo_mocks::Administrations;
	type OuterSigner = aeo_mocks::Administrations;
	type Agencies = Agencies;
	type Legs = Agreed;
	type OnTraderEnded = Listener;
	type OnAccountUnlinked = Listener;
	type Time = Timestamp;
	type MaxAccounts = MaxAccounts;
	type MaxOpenOffers = MaxOpenOffers;
	type OfferLifetime = OfferLifetime;
	type ProposalLifetime = ProposalLifetime;
	type MaxAliases = MaxAliases;
	type WeightInfo = crate::weights::SubstrateWeight<Test>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// Returns a chain without traders.
pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	MaxOpenOffers::set(256);
	MaxAccounts::set(8);
	MaxAliases::set(4);
	WithoutAgreement::take();
	Ended::take();
	Unlinked::take();
	empty_chain(NOON)
}
