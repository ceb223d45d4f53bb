//! Benchmarks. The parties that there are bound them: the largest agreement here is one of all.

use super::*;
use aeo_primitives::{
	recognition::{ConsentNeed, LegState, MAX_TYPES},
	AgreementId, CertificateType, Code, DataClasses, Date, DeclareAs, DeclaredNumber, Directions,
	EligibleRoles, LegLookup, MilestoneKind, Moment, Role, Row, Rows, Territory,
};
use alloc::{format, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{pallet_prelude::Get, BoundedVec};
use frame_system::RawOrigin;
use sp_core::H256;

/// Sets up for the benchmarks what other pallets store.
pub trait BenchmarkHelper<AccountId> {
	/// Admitted administrations with their own accounts, two at least.
	fn parties() -> Vec<(Territory, AccountId)>;

	/// It is this moment.
	fn set_time(now: Moment);
}

/// 24 November 2026, 12:00 UTC.
const NOON: Moment = 1_795_521_600_000;

const NUMBER: AgreementId = 0;

fn day() -> Date {
	"2099-12-31".parse().expect("a day")
}

/// The largest terms that a leg can have.
fn leg(issuer: Territory, grantor: Territory) -> LegTerms {
	let types: Vec<_> = (0..MAX_TYPES)
		.map(|place| CertificateType {
			programme: "PROGRAMME".try_into().expect("short"),
			code: format!("TYPE{place}").as_str().try_into().expect("short"),
		})
		.collect();
	LegTerms {
		issuer,
		grantor,
		types: types.try_into().expect("as many as allowed"),
		roles: EligibleRoles::new(Role::all()).expect("all"),
		directions: Directions::new(aeo_primitives::Direction::all()).expect("all"),
		rows: Rows::new(Row::all()).expect("all"),
		consent: ConsentNeed::Needed,
		data_classes: DataClasses::new(aeo_primitives::DataClass::all()).expect("all"),
		declare_as: DeclareAs {
			code: "Y031".try_into().expect("short"),
			place: "box 44".try_into().expect("short"),
			number: DeclaredNumber::CertificateNumber,
			prefix: "AEO".try_into().expect("short"),
			number_place: "box 2".try_into().expect("short"),
		},
	}
}

/// The legs between all parties.
fn mesh<T: Config>() -> Vec<LegTerms> {
	let parties = T::BenchmarkHelper::parties();
	let mut legs = Vec::new();
	for (issuer, _) in &parties {
		for (grantor, _) in &parties {
			if issuer != grantor {
				legs.push(leg(*issuer, *grantor));
			}
		}
	}
	legs
}

/// The own account of one of the parties.
fn own<T: Config>(place: usize) -> RawOrigin<T::AccountId> {
	let (_, account) = T::BenchmarkHelper::parties().swap_remove(place);
	RawOrigin::Signed(account)
}

fn lands<T: Config>() -> Vec<Territory> {
	let parties = T::BenchmarkHelper::parties();
	parties
		.into_iter()
		.map(|(territory, _)| territory)
		.collect()
}

/// The legs that there can be between all parties.
fn most_legs<T: Config>() -> u32 {
	mesh::<T>().len() as u32
}

fn propose<T: Config>(legs: u32) {
	let mut proposed = mesh::<T>();
	proposed.truncate(legs as usize);
	Pallet::<T>::propose(
		own::<T>(0).into(),
		BoundedVec::truncate_from(lands::<T>()),
		H256::repeat_byte(1),
		None,
		60,
		BoundedVec::truncate_from(proposed),
		None,
	)
	.expect("it is well formed");
}

fn terms<T: Config>() -> H256 {
	Agreements::<T>::get(NUMBER).expect("it is proposed").terms
}

/// All but the last party sign; gives the place of that one.
fn sign_but_last<T: Config>(legs: u32) -> usize {
	propose::<T>(legs);
	let last = lands::<T>().len() - 1;
	for place in 1..last {
		Pallet::<T>::sign(own::<T>(place).into(), NUMBER, terms::<T>(), None)
			.expect("it is a party");
	}
	last
}

/// A signed agreement of these parties, with a day for each leg.
fn signed<T: Config>(parties: Vec<Territory>) {
	T::BenchmarkHelper::set_time(NOON);
	let count = parties.len();
	let legs = mesh::<T>();
	let legs = legs
		.into_iter()
		.filter(|leg| parties.contains(&leg.issuer) && parties.contains(&leg.grantor));
	Pallet::<T>::propose(
		own::<T>(0).into(),
		BoundedVec::truncate_from(parties.clone()),
		H256::repeat_byte(1),
		None,
		60,
		BoundedVec::truncate_from(legs.collect()),
		Some(day()),
	)
	.expect("it is well formed");
	for place in 1..count {
		Pallet::<T>::sign(own::<T>(place).into(), NUMBER, terms::<T>(), Some(day()))
			.expect("it is a party");
	}
}

/// The first party proposes to change so many legs of the agreement.
fn amend<T: Config>(legs: u32) {
	let mut changed = mesh::<T>();
	changed.truncate(legs as usize);
	Pallet::<T>::propose_amendment(
		own::<T>(0).into(),
		NUMBER,
		H256::repeat_byte(2),
		BoundedVec::new(),
		BoundedVec::truncate_from(changed),
		Some(day()),
	)
	.expect("it is well formed");
}

/// A signed agreement, of which the second party has put the leg from the first in force.
fn in_force<T: Config>() -> (Territory, Territory) {
	let last = sign_but_last::<T>(most_legs::<T>());
	Pallet::<T>::sign(own::<T>(last).into(), NUMBER, terms::<T>(), None).expect("it is a party");
	let (issuer, grantor) = (lands::<T>()[0], lands::<T>()[1]);
	Pallet::<T>::put_in_force(own::<T>(1).into(), NUMBER, issuer, day()).expect("it is pending");
	(issuer, grantor)
}

fn state<T: Config>(issuer: Territory, grantor: Territory) -> LegState {
	Pallet::<T>::legs(issuer, grantor)[0].state
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// Two of the proposer's earlier ones have lapsed and make room.
	#[benchmark]
	fn propose(l: Linear<1, { most_legs::<T>() }>) {
		T::BenchmarkHelper::set_time(NOON);
		super::propose::<T>(most_legs::<T>());
		super::propose::<T>(most_legs::<T>());
		T::BenchmarkHelper::set_time(NOON + T::ProposalLifetime::get() + 1);
		let mut legs = mesh::<T>();
		legs.truncate(l as usize);

		#[extrinsic_call]
		_(
			own::<T>(0),
			BoundedVec::truncate_from(lands::<T>()),
			H256::repeat_byte(1),
			None,
			60,
			BoundedVec::truncate_from(legs),
			None,
		);

		assert_eq!(ProposedLegs::<T>::get(NUMBER + 2).len(), l as usize);
		assert!(!ProposedLegs::<T>::contains_key(NUMBER + 1));
	}

	#[benchmark]
	fn sign(l: Linear<1, { most_legs::<T>() }>) {
		let last = sign_but_last::<T>(l);

		#[extrinsic_call]
		_(own::<T>(last), NUMBER, terms::<T>(), None);

		let agreement = Agreements::<T>::get(NUMBER).expect("it is there");
		assert_eq!(agreement.state, AgreementState::Signed);
	}

	#[benchmark]
	fn put_in_force() {
		let last = sign_but_last::<T>(most_legs::<T>());
		Pallet::<T>::sign(own::<T>(last).into(), NUMBER, terms::<T>(), None)
			.expect("it is a party");
		let (issuer, grantor) = (lands::<T>()[0], lands::<T>()[1]);

		#[extrinsic_call]
		_(own::<T>(1), NUMBER, issuer, day());

		let expected = LegState::InForce { from: day() };
		assert_eq!(state::<T>(issuer, grantor), expected);
	}

	#[benchmark]
	fn suspend_leg() {
		let (issuer, grantor) = in_force::<T>();

		#[extrinsic_call]
		_(own::<T>(0), NUMBER, issuer, grantor);

		assert_eq!(state::<T>(issuer, grantor), LegState::Suspended);
	}

	#[benchmark]
	fn resume_leg() {
		let (issuer, grantor) = in_force::<T>();
		Pallet::<T>::suspend_leg(own::<T>(0).into(), NUMBER, issuer, grantor)
			.expect("it is in force");

		#[extrinsic_call]
		_(own::<T>(0), NUMBER, issuer, grantor);

		let expected = LegState::InForce { from: day() };
		assert_eq!(state::<T>(issuer, grantor), expected);
	}

	#[benchmark]
	fn retract() {
		super::propose::<T>(most_legs::<T>());

		#[extrinsic_call]
		_(own::<T>(0), NUMBER);

		assert!(Agreements::<T>::get(NUMBER).is_none());
	}

	/// Every other party too has legs to and from the one that leaves, whose last amendment is off.
	#[benchmark]
	fn give_notice(p: Linear<2, { lands::<T>().len() as u32 }>) {
		let parties = lands::<T>().into_iter().take(p as usize).collect();
		signed::<T>(parties);
		amend::<T>(1);

		#[extrinsic_call]
		_(own::<T>(0), NUMBER);

		let agreement = Agreements::<T>::get(NUMBER).expect("it is there");
		assert_eq!(agreement.leaving.len(), 1);
		assert!(Amendments::<T>::get(NUMBER).is_none());
	}

	/// One that has lapsed makes room.
	#[benchmark]
	fn propose_amendment(l: Linear<1, { most_legs::<T>() }>) {
		signed::<T>(lands::<T>());
		amend::<T>(most_legs::<T>());
		T::BenchmarkHelper::set_time(NOON + T::ProposalLifetime::get() + 1);
		let mut legs = mesh::<T>();
		legs.truncate(l as usize);

		#[extrinsic_call]
		_(
			own::<T>(0),
			NUMBER,
			H256::repeat_byte(2),
			BoundedVec::new(),
			BoundedVec::truncate_from(legs),
			None,
		);

		assert_eq!(ProposedLegs::<T>::get(NUMBER).len(), l as usize);
	}

	#[benchmark]
	fn sign_amendment(l: Linear<1, { most_legs::<T>() }>) {
		signed::<T>(lands::<T>());
		amend::<T>(l);
		let terms = Amendments::<T>::get(NUMBER).expect("it is proposed").terms;
		let last = lands::<T>().len() - 1;
		for place in 1..last {
			Pallet::<T>::sign_amendment(own::<T>(place).into(), NUMBER, terms, None)
				.expect("it is a party");
		}

		#[extrinsic_call]
		_(own::<T>(last), NUMBER, terms, Some(day()));

		assert_eq!(Agreements::<T>::get(NUMBER).map(|it| it.version), Some(2));
	}

	#[benchmark]
	fn retract_amendment() {
		signed::<T>(lands::<T>());
		amend::<T>(most_legs::<T>());

		#[extrinsic_call]
		_(own::<T>(0), NUMBER);

		assert!(Amendments::<T>::get(NUMBER).is_none());
	}

	#[benchmark]
	fn record_milestone() {
		T::BenchmarkHelper::set_time(NOON);
		super::propose::<T>(1);

		#[extrinsic_call]
		_(
			own::<T>(0),
			NUMBER,
			MilestoneKind::Pilot,
			"2000-01-01".parse().expect("a day"),
			H256::repeat_byte(3),
		);

		assert_eq!(MilestoneCount::<T>::get(NUMBER), 1);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
