//! Benchmarks, each with the worst case: an agreement of all parties, each of which has legs of other
//! agreements to and from every other.

use super::*;
use aeo_primitives::{
	recognition::{Admissions, ConsentNeed, LegState, LegSummary, MAX_TYPES},
	AdministrationLookup, AgreementId, CertificateType, Code, DataClasses, Date, DeclareAs,
	DeclaredNumber, Directions, EligibleRoles, LegLookup, MilestoneKind, Moment, Role, Row, Rows,
	Territory, Written, WrittenSet, MAX_LEGS,
};
use alloc::{format, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::pallet_prelude::Get;
use frame_system::RawOrigin;
use sp_core::H256;

/// Sets up for the benchmarks what other pallets store.
pub trait BenchmarkHelper<AccountId> {
	/// Returns admitted administrations with their own accounts, as many as an agreement can have.
	fn parties() -> Vec<(Territory, AccountId)>;

	/// Sets the clock to this moment.
	fn set_time(now: Moment);
}

/// 24 November 2026, 12:00 UTC.
const NOON: Moment = 1_795_521_600_000;

const NUMBER: AgreementId = 1;

fn day() -> Date {
	"2099-12-31".parse().expect("a day")
}

/// Returns a day that has passed.
fn begun() -> Date {
	"2026-01-01".parse().expect("a day")
}

fn written_day() -> Option<Written> {
	Some("2099-12-31".try_into().expect("short"))
}

/// Returns the largest terms that a leg can have. Sixteen issuers name as many programmes as allowed.
fn leg_terms(issuer: Territory, grantor: Territory) -> LegTerms {
	let text = |text: &str, place: u32| format!("{text}{place}");
	let types: Vec<_> = (0..MAX_TYPES)
		.map(|place| CertificateType {
			programme: text("PROGRAMME", place % 4)
				.as_str()
				.try_into()
				.expect("short"),
			code: text("TYPE", place / 4).as_str().try_into().expect("short"),
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
			manifest_place: "manifest".try_into().expect("short"),
		},
	}
}

/// Lets each of these have so many legs of other agreements with every other, all in force.
fn crowd<T: Config>(parties: &[Territory], others: u32) {
	let known = |territory: Territory| {
		T::Administrations::administration(territory).expect("it is admitted")
	};
	for issuer in parties {
		let mut summary = Vec::new();
		for grantor in parties.iter().filter(|grantor| *grantor != issuer) {
			let signed_in = Admissions::of(&known(*issuer), &known(*grantor));
			let terms = leg_terms(*issuer, *grantor);
			let legs: Vec<_> = (1..=others)
				.map(|other| StoredLeg {
					agreement: AgreementId::MAX - other,
					version: 1,
					signed_in,
					progress: Progress::InForce { from: begun() },
					until: None,
					noticed_by_issuer: None,
					noticed_by_grantor: None,
					suspended_by_issuer: false,
					suspended_by_grantor: false,
					terms: terms.clone(),
				})
				.collect();
			summary.extend(legs.iter().map(|leg| LegSummary {
				grantor: *grantor,
				until: leg.ends(),
				leg: leg.facts(),
			}));
			Legs::<T>::insert(issuer, grantor, PairLegs::truncate_from(legs));
		}
		LegSummaries::<T>::insert(issuer, Summary::truncate_from(summary));
	}
}

/// Returns the legs between all parties.
fn mesh<T: Config>() -> Vec<WrittenLeg> {
	let parties = T::BenchmarkHelper::parties();
	let mut legs = Vec::new();
	for (issuer, _) in &parties {
		for (grantor, _) in &parties {
			if issuer != grantor {
				legs.push(leg_terms(*issuer, *grantor).into());
			}
		}
	}
	legs
}

/// Returns the own account of one of the parties.
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

/// Returns how many legs there can be between all parties.
fn most_legs<T: Config>() -> u32 {
	mesh::<T>().len() as u32
}

fn propose<T: Config>(legs: u32) {
	let mut proposed = mesh::<T>();
	proposed.truncate(legs as usize);
	Pallet::<T>::propose(
		own::<T>(0).into(),
		lands::<T>().into(),
		H256::repeat_byte(1),
		None,
		60,
		proposed,
		None,
	)
	.expect("it is well formed");
}

fn terms<T: Config>() -> H256 {
	Agreements::<T>::get(NUMBER).expect("it is proposed").terms
}

/// Signs for all but the last party; returns the place of that one.
fn sign_but_last<T: Config>(legs: u32) -> usize {
	crowd::<T>(&lands::<T>(), MAX_LEGS - 1);
	propose::<T>(legs);
	let last = lands::<T>().len() - 1;
	for place in 1..last {
		Pallet::<T>::sign(own::<T>(place).into(), NUMBER, terms::<T>(), None)
			.expect("it is a party");
	}
	last
}

/// Concludes an agreement of these parties, with a day for each leg. There is room for another version of
/// each.
fn signed<T: Config>(parties: Vec<Territory>) {
	T::BenchmarkHelper::set_time(NOON);
	crowd::<T>(&parties, MAX_LEGS - 2);
	let count = parties.len();
	let legs = mesh::<T>();
	let legs = legs
		.into_iter()
		.filter(|leg| parties.contains(&leg.issuer) && parties.contains(&leg.grantor));
	Pallet::<T>::propose(
		own::<T>(0).into(),
		parties.clone().into(),
		H256::repeat_byte(1),
		None,
		60,
		legs.collect(),
		written_day(),
	)
	.expect("it is well formed");
	for place in 1..count {
		Pallet::<T>::sign(own::<T>(place).into(), NUMBER, terms::<T>(), written_day())
			.expect("it is a party");
	}
}

/// Proposes, for the first party, to change so many legs of the agreement.
fn amend<T: Config>(legs: u32) {
	let mut changed = mesh::<T>();
	changed.truncate(legs as usize);
	Pallet::<T>::propose_amendment(
		own::<T>(0).into(),
		NUMBER,
		H256::repeat_byte(2),
		WrittenSet::default(),
		changed,
		WrittenSet::default(),
		None,
		written_day(),
	)
	.expect("it is well formed");
}

/// Concludes an agreement, of which the second party has put the leg from the first in force.
fn in_force<T: Config>() -> (Territory, Territory) {
	let last = sign_but_last::<T>(most_legs::<T>());
	Pallet::<T>::sign(own::<T>(last).into(), NUMBER, terms::<T>(), None).expect("it is a party");
	let (issuer, grantor) = (lands::<T>()[0], lands::<T>()[1]);
	Pallet::<T>::put_in_force(
		own::<T>(1).into(),
		NUMBER,
		issuer,
		"2099-12-31".try_into().expect("short"),
	)
	.expect("it is pending");
	(issuer, grantor)
}

fn state<T: Config>(issuer: Territory, grantor: Territory) -> LegState {
	let legs = Pallet::<T>::legs(issuer, grantor);
	let leg = legs.iter().find(|leg| leg.agreement == NUMBER);
	leg.expect("it is there").state
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
		let origin = own::<T>(0);

		#[extrinsic_call]
		_(
			origin,
			lands::<T>().into(),
			H256::repeat_byte(1),
			None,
			60,
			legs,
			None,
		);

		assert_eq!(ProposedLegs::<T>::get(NUMBER + 2).len(), l as usize);
		assert!(!ProposedLegs::<T>::contains_key(NUMBER + 1));
	}

	#[benchmark]
	fn sign(l: Linear<1, { most_legs::<T>() }>) {
		let last = sign_but_last::<T>(l);
		let origin = own::<T>(last);

		#[extrinsic_call]
		_(origin, NUMBER, terms::<T>(), None);

		let agreement = Agreements::<T>::get(NUMBER).expect("it is there");
		assert_eq!(agreement.state, AgreementState::Signed);
	}

	#[benchmark]
	fn put_in_force() {
		let last = sign_but_last::<T>(most_legs::<T>());
		Pallet::<T>::sign(own::<T>(last).into(), NUMBER, terms::<T>(), None)
			.expect("it is a party");
		let (issuer, grantor) = (lands::<T>()[0], lands::<T>()[1]);
		let origin = own::<T>(1);

		#[extrinsic_call]
		_(
			origin,
			NUMBER,
			issuer,
			"2099-12-31".try_into().expect("short"),
		);

		let expected = LegState::InForce { from: day() };
		assert_eq!(state::<T>(issuer, grantor), expected);
	}

	#[benchmark]
	fn suspend_leg() {
		let (issuer, grantor) = in_force::<T>();
		let origin = own::<T>(0);

		#[extrinsic_call]
		_(origin, NUMBER, issuer, grantor);

		assert_eq!(state::<T>(issuer, grantor), LegState::Suspended);
	}

	#[benchmark]
	fn resume_leg() {
		let (issuer, grantor) = in_force::<T>();
		Pallet::<T>::suspend_leg(own::<T>(0).into(), NUMBER, issuer, grantor)
			.expect("it is in force");
		let origin = own::<T>(0);

		#[extrinsic_call]
		_(origin, NUMBER, issuer, grantor);

		let expected = LegState::InForce { from: day() };
		assert_eq!(state::<T>(issuer, grantor), expected);
	}

	#[benchmark]
	fn retract() {
		super::propose::<T>(most_legs::<T>());
		let origin = own::<T>(0);

		#[extrinsic_call]
		_(origin, NUMBER);

		assert!(Agreements::<T>::get(NUMBER).is_none());
	}

	/// Every other party too has legs to and from the one that leaves, whose last amendment is off.
	#[benchmark]
	fn give_notice(p: Linear<2, { lands::<T>().len() as u32 }>) {
		let parties = lands::<T>().into_iter().take(p as usize).collect();
		signed::<T>(parties);
		amend::<T>(1);
		let origin = own::<T>(0);

		#[extrinsic_call]
		_(origin, NUMBER);

		let agreement = Agreements::<T>::get(NUMBER).expect("it is there");
		assert_eq!(agreement.leaving.len(), 1);
		assert!(Amendments::<T>::get(NUMBER).is_none());
	}

	/// One that has lapsed makes room.
	#[benchmark]
	fn propose_amendment(
		l: Linear<1, { most_legs::<T>() / 2 }>,
		r: Linear<1, { most_legs::<T>() / 2 }>,
	) {
		signed::<T>(lands::<T>());
		amend::<T>(most_legs::<T>());
		T::BenchmarkHelper::set_time(NOON + T::ProposalLifetime::get() + 1);
		let mut legs = mesh::<T>();
		let removed = legs.split_off(l as usize);
		let removed = removed.iter().take(r as usize).map(|leg| Pair {
			issuer: leg.issuer,
			grantor: leg.grantor,
		});
		let origin = own::<T>(0);

		#[extrinsic_call]
		_(
			origin,
			NUMBER,
			H256::repeat_byte(2),
			WrittenSet::default(),
			legs,
			removed.collect(),
			Some(61),
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
		let origin = own::<T>(last);

		#[extrinsic_call]
		_(origin, NUMBER, terms, written_day());

		assert_eq!(Agreements::<T>::get(NUMBER).map(|it| it.version), Some(2));
	}

	#[benchmark]
	fn retract_amendment() {
		signed::<T>(lands::<T>());
		amend::<T>(most_legs::<T>());
		let origin = own::<T>(0);

		#[extrinsic_call]
		_(origin, NUMBER);

		assert!(Amendments::<T>::get(NUMBER).is_none());
	}

	#[benchmark]
	fn record_milestone() {
		T::BenchmarkHelper::set_time(NOON);
		super::propose::<T>(1);
		let origin = own::<T>(0);

		#[extrinsic_call]
		_(
			origin,
			NUMBER,
			MilestoneKind::Pilot,
			"2000-01-01".try_into().expect("short"),
			H256::repeat_byte(3),
		);

		assert_eq!(MilestoneCount::<T>::get(NUMBER), 1);
	}

	#[benchmark]
	fn withdraw_notice() {
		signed::<T>(lands::<T>());
		Pallet::<T>::give_notice(own::<T>(0).into(), NUMBER).expect("it is a party");
		let origin = own::<T>(0);

		#[extrinsic_call]
		_(origin, NUMBER);

		let agreement = Agreements::<T>::get(NUMBER).expect("it is there");
		let notice = agreement
			.leaving
			.get(&lands::<T>()[0])
			.expect("it was given");
		assert!(notice.agreed.is_some());
	}

	/// All others have agreed.
	#[benchmark]
	fn agree_to_withdrawal(p: Linear<2, { lands::<T>().len() as u32 }>) {
		let parties: Vec<_> = lands::<T>().into_iter().take(p as usize).collect();
		let leaving = parties[0];
		signed::<T>(parties);
		Pallet::<T>::give_notice(own::<T>(0).into(), NUMBER).expect("it is a party");
		Pallet::<T>::withdraw_notice(own::<T>(0).into(), NUMBER).expect("it was given");
		let last = p as usize - 1;
		for place in 1..last {
			Pallet::<T>::agree_to_withdrawal(own::<T>(place).into(), NUMBER, leaving)
				.expect("it is a party");
		}
		let origin = own::<T>(last);

		#[extrinsic_call]
		_(origin, NUMBER, leaving);

		let agreement = Agreements::<T>::get(NUMBER).expect("it is there");
		assert!(agreement.leaving.is_empty());
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
