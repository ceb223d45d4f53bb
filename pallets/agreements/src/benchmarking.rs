//! Benchmarks. The parties that there are bound them: the largest agreement here is one of all.

use super::*;
use aeo_primitives::{
	recognition::{ConsentNeed, LegState, MAX_TYPES},
	AgreementId, CertificateType, Code, DataClasses, Date, DeclareAs, DeclaredNumber, Directions,
	EligibleRoles, LegLookup, MilestoneKind, Role, Row, Rows, Territory,
};
use alloc::{format, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::BoundedVec;
use frame_system::RawOrigin;
use sp_core::H256;

/// Sets up for the benchmarks what other pallets store.
pub trait BenchmarkHelper<AccountId> {
	/// Admitted administrations with their own accounts, two at least.
	fn parties() -> Vec<(Territory, AccountId)>;
}

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

	#[benchmark]
	fn propose(l: Linear<1, { most_legs::<T>() }>) {
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

		assert_eq!(ProposedLegs::<T>::get(NUMBER).len(), l as usize);
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

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
