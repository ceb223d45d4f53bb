//! Benchmarks, each with the worst case: a trader whose index is full.

use super::*;
use aeo_primitives::{
	recognition::{ConsentMode, Offer},
	CertificateNumber, CertificateType, Code, Date, Directions, EligibleRoles, Ground, Halves,
	Moment, ProgrammeType, Request, RequestKind, RequestOutcome, Role, Roles, Row, Rows, Territory,
	WrittenTin, MAX_CERTIFICATES, MAX_DOMESTIC_OFFERS,
};
use alloc::{format, vec, vec::Vec};
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{pallet_prelude::Get, BoundedVec};
use frame_system::RawOrigin;
use sp_core::H256;

/// Sets up for the benchmarks what other pallets store.
pub trait BenchmarkHelper<AccountId> {
	/// The own account of Mexico, which is admitted.
	fn own_account() -> AccountId;

	/// An officer of Mexico with scope `Certification`.
	fn officer() -> AccountId;

	/// Another one.
	fn second_officer() -> AccountId;

	/// From now on an extrinsic signed by this account is under way.
	fn set_signer(signer: AccountId);

	/// It is this moment.
	fn set_time(now: Moment);
}

const TIN: &str = "MX NWM-970924-4W4";

/// 24 November 2026, 12:00 UTC.
const NOON: Moment = 1_795_521_600_000;

fn tin() -> WrittenTin {
	TIN.try_into().expect("short enough")
}

fn number(text: &str) -> CertificateNumber {
	text.try_into().expect("short enough")
}

fn day(text: &str) -> Date {
	text.parse().expect("a day")
}

fn document() -> H256 {
	H256::repeat_byte(7)
}

/// One of as many types as a programme can have.
fn kind(place: u32) -> CertificateType {
	CertificateType {
		programme: "OEA".try_into().expect("short"),
		code: format!("T{place}").as_str().try_into().expect("short"),
	}
}

/// As many types as allowed.
fn programme(four_eyes: bool) -> Programme {
	let types: Vec<_> = (0..MAX_PROGRAMME_TYPES)
		.map(|place| ProgrammeType {
			code: kind(place).code,
			halves: Halves::Both,
		})
		.collect();
	Programme {
		types: types.try_into().expect("as many as allowed"),
		four_eyes,
		consent: ConsentMode::Standing,
		application_required: false,
		kept_until_renewed: true,
	}
}

/// The officer who signs.
fn signed<T: Config>(officer: T::AccountId) -> RawOrigin<T::AccountId> {
	T::BenchmarkHelper::set_signer(officer.clone());
	RawOrigin::Signed(officer)
}

fn own<T: Config>() -> RawOrigin<T::AccountId> {
	signed::<T>(T::BenchmarkHelper::own_account())
}

fn first<T: Config>() -> RawOrigin<T::AccountId> {
	signed::<T>(T::BenchmarkHelper::officer())
}

fn second<T: Config>() -> RawOrigin<T::AccountId> {
	signed::<T>(T::BenchmarkHelper::second_officer())
}

/// A certificate of one of the types, with all its periods.
fn row(name: &str, place: u32) -> TakenOver {
	let periods: Vec<_> = (1..=MAX_TAKEN_OVER_PERIODS)
		.map(|month| TakenOverPeriod {
			from: day(&format!("2025-0{month}-01")),
			state: TakenOverState::Authorised,
			ground: Ground::Authority,
			document: document(),
		})
		.collect();
	TakenOver {
		number: number(name),
		tin: tin(),
		publication_consent: document(),
		certificate_type: kind(place),
		roles: Roles::new([Role::Exporter]).expect("one"),
		valid_from: day("2025-01-01"),
		valid_until: Some(day("2025-12-31")),
		periods: periods.try_into().expect("as many as allowed"),
	}
}

fn authorise() -> Decision {
	Decision::Authorise {
		tin: tin(),
		publication_consent: document(),
		certificate_type: kind(0),
		roles: Roles::new([Role::Exporter]).expect("one"),
		valid_from: day("2026-11-24"),
		valid_until: None,
		document: document(),
	}
}

/// Mexico's programme, and a trader whose index is full of certificates that are over; one of them
/// is not the latest of its type.
fn set_up<T: Config>(four_eyes: bool) {
	T::BenchmarkHelper::set_time(NOON);
	let set = |four_eyes| {
		let code = "OEA".try_into().expect("short");
		Pallet::<T>::set_programme(own::<T>().into(), code, programme(four_eyes))
			.expect("it is well formed");
	};
	set(false);
	for place in 0..MAX_CERTIFICATES {
		let rows = vec![row(&format!("A-{place}"), place.max(1))];
		Pallet::<T>::propose_take_over(
			first::<T>().into(),
			rows.try_into().expect("one"),
			BatchMode::AllOrNothing,
		)
		.expect("it is decided at once");
	}
	assert_eq!(Ordinals::<T>::get(Territory::MX), MAX_CERTIFICATES);
	set(four_eyes);
}

/// Rows that can all be taken over: each makes room for the next.
fn rows<T: Config>(count: u32) -> BoundedVec<TakenOver, T::MaxBatch> {
	(0..count)
		.map(|place| row(&format!("B-{place}"), 1))
		.collect::<Vec<_>>()
		.try_into()
		.expect("as many as allowed")
}

/// Two decisions wait; the second takes the place of the first when that is settled.
fn two_wait<T: Config>() {
	for name in ["NEW", "NEXT"] {
		Pallet::<T>::propose(first::<T>().into(), number(name), authorise()).expect("it is right");
	}
}

/// A request about a certificate, which is the first one.
fn request_one<T: Config>() {
	set_up::<T>(false);
	Pallet::<T>::propose(first::<T>().into(), number("NEW"), authorise()).expect("it is right");
	Pallet::<T>::request(
		first::<T>().into(),
		number("NEW"),
		RequestKind::Visit,
		day("2026-12-31"),
		document(),
	)
	.expect("it is right");
}

/// The first request about that certificate.
fn asked<T: Config>() -> Request<T::AccountId> {
	Requests::<T>::get((Territory::MX, number("NEW"), 0)).expect("it was made")
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_programme() {
		T::BenchmarkHelper::set_time(NOON);
		let code: aeo_primitives::ProgrammeCode = "OEA".try_into().expect("short");

		#[extrinsic_call]
		_(own::<T>(), code.clone(), programme(true));

		assert!(Programmes::<T>::contains_key(Territory::MX, code));
	}

	#[benchmark]
	fn set_domestic_offers() {
		let offer = Offer {
			types: (0..MAX_PROGRAMME_TYPES)
				.map(kind)
				.collect::<Vec<_>>()
				.try_into()
				.expect("as many as allowed"),
			roles: EligibleRoles::new(Role::all()).expect("all"),
			directions: Directions::new(aeo_primitives::Direction::all()).expect("all"),
			rows: Rows::new(Row::all()).expect("all"),
		};
		let offers: BoundedVec<_, _> = vec![offer; MAX_DOMESTIC_OFFERS as usize]
			.try_into()
			.expect("as many as allowed");

		#[extrinsic_call]
		_(own::<T>(), offers.clone());

		assert_eq!(DomesticOffers::<T>::get(Territory::MX), offers);
	}

	#[benchmark]
	fn propose() {
		set_up::<T>(false);

		#[extrinsic_call]
		_(first::<T>(), number("NEW"), authorise());

		assert!(Certificates::<T>::contains_key(
			Territory::MX,
			number("NEW")
		));
	}

	#[benchmark]
	fn confirm() {
		set_up::<T>(true);
		two_wait::<T>();

		#[extrinsic_call]
		_(second::<T>(), number("NEW"));

		assert!(Certificates::<T>::contains_key(
			Territory::MX,
			number("NEW")
		));
	}

	#[benchmark]
	fn refuse() {
		set_up::<T>(true);
		two_wait::<T>();

		#[extrinsic_call]
		_(second::<T>(), number("NEW"));

		let pending = Pendings::<T>::get(Territory::MX, number("NEW"));
		assert!(matches!(pending, Some(Pending::Settled(_))));
	}

	#[benchmark]
	fn take_over(r: Linear<1, { T::MaxBatch::get() }>) {
		set_up::<T>(true);
		let rows = rows::<T>(r);
		let mode = BatchMode::AllOrNothing;
		let batch: H256 = sp_io::hashing::blake2_256(&(&rows, mode).encode()).into();
		Pallet::<T>::propose_take_over(first::<T>().into(), rows, mode).expect("it is right");

		#[extrinsic_call]
		confirm_take_over(second::<T>(), batch);

		assert_eq!(Ordinals::<T>::get(Territory::MX), MAX_CERTIFICATES + r);
	}

	#[benchmark]
	fn refuse_take_over() {
		set_up::<T>(true);
		let rows = rows::<T>(T::MaxBatch::get());
		let mode = BatchMode::AllOrNothing;
		let batch: H256 = sp_io::hashing::blake2_256(&(&rows, mode).encode()).into();
		Pallet::<T>::propose_take_over(first::<T>().into(), rows, mode).expect("it is right");

		#[extrinsic_call]
		_(second::<T>(), batch);

		assert_eq!(OpenBatches::<T>::get(Territory::MX), 0);
	}

	#[benchmark]
	fn apply() {
		set_up::<T>(true);
		let roles = Roles::new([Role::Exporter]).expect("one");

		#[extrinsic_call]
		enter_application(
			first::<T>(),
			number("NEW"),
			tin(),
			document(),
			kind(0),
			roles,
			document(),
		);

		assert!(Certificates::<T>::contains_key(
			Territory::MX,
			number("NEW")
		));
	}

	#[benchmark]
	fn step() {
		set_up::<T>(false);
		let mut decision = authorise();
		if let Decision::Authorise { valid_until, .. } = &mut decision {
			*valid_until = Some(day("2027-12-31"));
		}
		Pallet::<T>::propose(first::<T>().into(), number("NEW"), decision).expect("it is right");

		#[extrinsic_call]
		ask(first::<T>(), number("NEW"), Wish::Renewal, document());

		let record = Certificates::<T>::get(Territory::MX, number("NEW"));
		assert!(record.is_some_and(|record| record.version == 2));
	}

	#[benchmark]
	fn request() {
		set_up::<T>(false);
		Pallet::<T>::propose(first::<T>().into(), number("NEW"), authorise()).expect("it is right");

		#[extrinsic_call]
		_(
			first::<T>(),
			number("NEW"),
			RequestKind::Visit,
			day("2026-12-31"),
			document(),
		);

		assert!(asked::<T>().is_open());
	}

	#[benchmark]
	fn answer_request() {
		request_one::<T>();

		#[extrinsic_call]
		_(first::<T>(), number("NEW"), 0, document());

		assert!(asked::<T>().answer.is_some());
	}

	#[benchmark]
	fn close_request() {
		request_one::<T>();

		#[extrinsic_call]
		_(
			first::<T>(),
			number("NEW"),
			0,
			RequestOutcome::Met,
			document(),
		);

		assert!(!asked::<T>().is_open());
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
