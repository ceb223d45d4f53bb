//! A chain with just what the pallet needs, and a small world of traders, certificates and legs.

use crate as pallet_benefits;
use aeo_mocks::AccountId;
pub(crate) use aeo_mocks::NOON;
use aeo_primitives::{
	recognition::{
		Certificate, Leg, LegSummary, Offer, SuccessionList, TraderState, TypeSuccession,
	},
	tin::Tin,
	AliasMatch, AliasScheme, CertificateLookup, CertificateNumber, CertificateState, Held,
	LegLookup, Maker, NormalisedTin, ProgrammeCode, RecognitionSuspensionLookup, Territory,
	TraderId, TraderLookup, TraderRecord, MAX_CERTIFICATES, MAX_DOMESTIC_OFFERS, MAX_GRANTORS,
	MAX_LEGS,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64},
	BoundedBTreeSet, BoundedVec,
};
use std::collections::{BTreeMap, BTreeSet};

aeo_mocks::runtime!(pallet_benefits as Benefits, 44);

type Alias = (Territory, AliasScheme, String);

parameter_types! {
	/// The traders, each with its certificates.
	pub static World: BTreeMap<TraderId, (TraderRecord, Vec<Held>)> = BTreeMap::new();
	/// The traders that aliases lead to; none where an alias is unconfirmed.
	pub static AliasTable: BTreeMap<Alias, Option<TraderId>> = BTreeMap::new();
	/// The legs by issuer and grantor.
	pub static LegTable: BTreeMap<(Territory, Territory), Vec<Leg>> = BTreeMap::new();
	/// What issuers give at home.
	pub static Home: BTreeMap<Territory, Vec<Offer>> = BTreeMap::new();
	/// The traders that later numbers lead to.
	pub static LaterNumbers: BTreeMap<NormalisedTin, TraderId> = BTreeMap::new();
	/// The programmes whose certificates cover branches.
	pub static Covering: BTreeSet<ProgrammeCode> = BTreeSet::new();
	/// The types that others succeed.
	pub static Successors: Vec<TypeSuccession> = Vec::new();
	/// Suspended recognitions, by grantor and number.
	pub static Suspended: BTreeSet<(Territory, CertificateNumber)> = BTreeSet::new();
	/// How many values the questions have read.
	pub static Reads: u32 = 0;
}

fn read() {
	Reads::mutate(|reads| *reads += 1);
}

/// The world in all its roles.
pub struct Mock;

/// Returns the id of a trader in the mock: its TIN's first 32 bytes.
pub(crate) fn id_of(text: &str) -> TraderId {
	aeo_mocks::trader_id(&Tin::parse(text).expect("a TIN"))
}

/// Puts a trader of `administration` with these certificates, each of version 7, into the world.
pub(crate) fn put(administration: Territory, text: &str, certificates: Vec<Certificate>) {
	let held = certificates.into_iter().map(|certificate| Held {
		version: 7,
		certificate,
	});
	let record = TraderRecord {
		tin: Tin::parse(text).expect("a TIN").text().clone(),
		administration,
		admission: aeo_mocks::admission(administration),
		state: TraderState::Active,
	};
	World::mutate(|world| world.insert(id_of(text), (record, held.collect())));
}

/// Sets the state of the trader.
pub(crate) fn set_state(text: &str, state: TraderState) {
	World::mutate(|world| {
		world.get_mut(&id_of(text)).expect("it is there").0.state = state;
	});
}

impl TraderLookup<AccountId> for Mock {
	fn by_tin(tin: &Tin) -> Option<(TraderId, TraderRecord)> {
		let first = aeo_mocks::trader_id(tin);
		if let Some(record) = Self::trader(&first) {
			return Some((first, record));
		}
		read();
		let id = *LaterNumbers::get().get(tin.text())?;
		Some((id, Self::trader(&id)?))
	}

	fn trader(id: &TraderId) -> Option<TraderRecord> {
		read();
		World::get().get(id).map(|(record, _)| record.clone())
	}

	fn by_alias(grantor: Territory, scheme: AliasScheme, value: &str) -> AliasMatch {
		read();
		let key = (grantor, scheme, value.to_string());
		match AliasTable::get().get(&key) {
			None => AliasMatch::NoMatch,
			Some(None) => AliasMatch::Unconfirmed,
			Some(Some(trader)) => AliasMatch::Trader(*trader),
		}
	}

	fn holder(_: &AccountId) -> Option<TraderId> {
		None
	}

	fn linked_by(_: &AccountId) -> Option<Maker<AccountId>> {
		None
	}
}

impl CertificateLookup for Mock {
	fn covers_branches(_: Territory, programme: &ProgrammeCode) -> bool {
		read();
		Covering::get().contains(programme)
	}

	fn of_trader(_: Territory, trader: &TraderId) -> BoundedVec<Held, ConstU32<MAX_CERTIFICATES>> {
		let held = World::get()
			.get(trader)
			.map(|(_, held)| held.clone())
			.unwrap_or_default();
		// The index, and each certificate.
		Reads::mutate(|reads| *reads += 1 + held.len() as u32);
		held.try_into().expect("sixteen at most")
	}

	fn holder_of(issuer: Territory, number: &CertificateNumber) -> Option<TraderId> {
		read();
		World::get()
			.into_iter()
			.find(|(_, (record, held))| {
				record.administration == issuer
					&& held.iter().any(|held| held.certificate.number == *number)
			})
			.map(|(id, _)| id)
	}

	fn version(_: Territory, _: &CertificateNumber) -> Option<u32> {
		None
	}

	fn is_annulled(issuer: Territory, number: &CertificateNumber) -> bool {
		World::get().into_values().any(|(record, held)| {
			record.administration == issuer
				&& held.iter().any(|Held { certificate, .. }| {
					certificate.number == *number && certificate.state == CertificateState::Annulled
				})
		})
	}

	fn successions(_: Territory) -> SuccessionList {
		read();
		Successors::get().try_into().expect("few")
	}

	fn domestic_offers(issuer: Territory) -> BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>> {
		read();
		let offers = Home::get().remove(&issuer).unwrap_or_default();
		offers.try_into().expect("few")
	}
}

impl LegLookup for Mock {
	fn legs(issuer: Territory, grantor: Territory) -> BoundedVec<Leg, ConstU32<MAX_LEGS>> {
		read();
		let legs = LegTable::get()
			.remove(&(issuer, grantor))
			.unwrap_or_default();
		legs.try_into().expect("few")
	}

	fn summary(issuer: Territory) -> Vec<LegSummary> {
		read();
		let of_issuer = LegTable::get().into_iter();
		of_issuer
			.filter(|((from, _), _)| *from == issuer)
			.flat_map(|((_, grantor), legs)| {
				legs.into_iter().map(move |leg| LegSummary {
					grantor,
					until: None,
					leg,
				})
			})
			.collect()
	}
}

impl RecognitionSuspensionLookup for Mock {
	fn is_suspended(grantor: Territory, _: Territory, number: &CertificateNumber) -> bool {
		read();
		Suspended::get().contains(&(grantor, number.clone()))
	}

	fn suspended_by(
		_: Territory,
		number: &CertificateNumber,
	) -> BoundedBTreeSet<Territory, ConstU32<MAX_GRANTORS>> {
		read();
		let suspended: BTreeSet<_> = Suspended::get()
			.into_iter()
			.filter(|(_, certificate)| certificate == number)
			.map(|(grantor, _)| grantor)
			.collect();
		suspended.try_into().expect("few")
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<AccountId> for Helper {
	fn officer(scope: aeo_primitives::Scope) -> AccountId {
		aeo_mocks::officer(aeo_mocks::CR, scope)
	}

	fn record_uses(uses: aeo_primitives::UsesRecorded) {
		match uses {
			aeo_primitives::UsesRecorded::Clear => aeo_mocks::record_uses_in_clear(Territory::CR),
			aeo_primitives::UsesRecorded::Sealed => aeo_mocks::record_uses_sealed(Territory::CR),
		}
	}

	fn recognised(
		exporters: u32,
		certificates: u32,
		_legs: u32,
		_benefits: u32,
	) -> Vec<aeo_primitives::Identifier> {
		// Each run of a benchmark begins with an empty state.
		pallet_timestamp::Now::<Test>::put(NOON);
		crate::tests::recognised();
		let tins = (0..exporters).map(|serial| format!("MX{serial:012}"));
		tins.map(|tin| {
			let held = (0..certificates)
				.map(|place| crate::tests::certificate(&format!("A-{place}")))
				.collect();
			put(Territory::MX, &tin, held);
			aeo_primitives::Identifier::Tin(tin.as_str().try_into().expect("short"))
		})
		.collect()
	}

	fn lead(legs: u32) {
		use aeo_primitives::AdministrationLookup;
		LegTable::take();
		let others = Territory::ALL
			.iter()
			.filter(|other| **other != Territory::MX);
		let mut grantors: Vec<_> = others.copied().collect();
		for (own, grantor) in (1_000..).zip(&grantors) {
			if aeo_mocks::Administrations::administration(*grantor).is_none() {
				aeo_mocks::admit(own, *grantor, 0);
			}
		}
		grantors.truncate(legs as usize);
		for (place, grantor) in (1..).zip(grantors.iter().cycle().take(legs as usize)) {
			let mut leg = crate::tests::leg(place);
			if place == 1 {
				leg.offer.types = Default::default();
			}
			LegTable::mutate(|table| {
				let pair = (Territory::MX, *grantor);
				table.entry(pair).or_default().push(leg);
			});
		}
	}
}

impl pallet_benefits::Config for Test {
	type Administrations = aeo_mocks::Administrations;
	type Traders = Mock;
	type Certificates = Mock;
	type Legs = Mock;
	type RecognitionSuspensions = Mock;
	type Time = Timestamp;
	type Retention = ConstU64<RETENTION>;
	type WeightInfo = crate::weights::SubstrateWeight<Test>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// How long grants are kept here: thirty days.
pub(crate) const RETENTION: u64 = 30 * 24 * 60 * 60 * 1_000;

/// Returns a chain with nothing but the administrations.
pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
	World::take();
	AliasTable::take();
	LegTable::take();
	Home::take();
	Suspended::take();
	Reads::take();
	empty_chain(NOON)
}
