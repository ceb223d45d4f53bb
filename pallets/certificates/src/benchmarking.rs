//! Benchmarks, each with the worst case: a trader whose index is full.

use super::*;
use aeo_primitives::{
	recognition::{
		AgreementId, ConsentMode, Offer, TypeSuccession, MAX_EXCEPTIONS, MAX_SUCCESSIONS,
	},
	AgencyCode, ApplicationRegister, ApplicationStep, CertificateNumber, CertificateState,
	CertificateType, Code, ConsentFor, Date, Decided, Directions, EligibleRoles, FourEyes, Ground,
	Halves, Hands, Moment, ProgrammeType, Role, Roles, Row, Rows, Territory, WrittenTin,
	MAX_CERTIFICATES, MAX_DOMESTIC_OFFERS,
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

	/// An officer of Mexico with scope `Disclosure`.
	fn clerk() -> AccountId;

	/// From now on an extrinsic signed by this account is under way.
	fn set_signer(signer: AccountId);

	/// It is this moment.
	fn set_time(now: Moment);

	/// An agency of Mexico finds nothing in the way of a version of an application.
	fn opine(number: &CertificateNumber, agency: &AgencyCode, version: u32);

	/// Mexico has as many legs as it can have, all under this agreement, and they need consent.
	fn agree(agreement: AgreementId);
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

/// As many types as allowed, without opinions.
fn programme(four_eyes: bool) -> Programme {
	let types: Vec<_> = (0..MAX_PROGRAMME_TYPES)
		.map(|place| ProgrammeType {
			code: kind(place).code,
			halves: Halves::Both,
		})
		.collect();
	Programme {
		types: types.try_into().expect("as many as allowed"),
		four_eyes: if four_eyes {
			FourEyes::Required
		} else {
			FourEyes::NotRequired
		},
		consent: ConsentMode::Standing,
		applications: Applications::NotRequired,
		until_renewed: UntilRenewed::KeptInForce,
		validity_months: ValidityMonths::AtMost(36),
		review_months: Some(12),
		decision_days: USUAL_DECISION_DAYS,
		opinions_required: BoundedVec::new(),
		branches: Default::default(),
	}
}

/// A decision as it is written in a call.
fn as_written(decision: Decision) -> WrittenDecision {
	decision.into()
}

fn agency(place: u32) -> AgencyCode {
	format!("AGENCY{place}").as_str().try_into().expect("short")
}

/// As many types and required opinions as allowed.
fn demanding_programme(four_eyes: bool) -> Programme {
	Programme {
		applications: Applications::Required,
		opinions_required: (0..MAX_OPINIONS)
			.map(agency)
			.collect::<Vec<_>>()
			.try_into()
			.expect("as many as allowed"),
		..programme(four_eyes)
	}
}

fn set<T: Config>(programme: Programme) {
	let code = "OEA".try_into().expect("short");
	Pallet::<T>::set_programme(own::<T>().into(), code, programme.into())
		.expect("it is well formed");
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

/// Returns the TIN of the Mexican company with this serial number, below 17,576: an RFC with its check
/// digit.
pub fn serial_tin(serial: u32) -> WrittenTin {
	let letter = |place: u32| {
		let place = u8::try_from(place % 26).expect("below 26");
		char::from(b'A' + place)
	};
	let letters: [char; 3] = [letter(serial / 676), letter(serial / 26), letter(serial)];
	let body: Vec<char> = letters.into_iter().chain("010101AB".chars()).collect();
	let index = |c: char| {
		let place = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ".find(c);
		place.expect("a digit or a letter")
	};
	// The space in front counts 37, thirteen times.
	let sum: usize = body
		.iter()
		.zip((2..=12).rev())
		.map(|(c, weight)| index(*c) * weight)
		.sum::<usize>()
		+ 37 * 13;
	let check = match (11 - sum % 11) % 11 {
		10 => 'A',
		digit => char::from_digit(u32::try_from(digit).expect("a digit"), 10).expect("a digit"),
	};
	let body: alloc::string::String = body.into_iter().collect();
	format!("MX{body}{check}")
		.as_str()
		.try_into()
		.expect("short enough")
}

/// A certificate of a company and one of the types, with so many periods.
fn row_of(tin: WrittenTin, name: &str, place: u32, periods: u32) -> TakenOver {
	let periods: Vec<_> = (1..=periods)
		.map(|month| TakenOverPeriod {
			from: day(&format!("2025-0{month}-01")),
			state: TakenOverState::Authorised,
			ground: Ground::Authority,
			document: document(),
		})
		.collect();
	TakenOver {
		number: number(name),
		tin,
		publication_consent: document(),
		certificate_type: kind(place),
		roles: Roles::new([Role::Exporter]).expect("one"),
		valid_from: day("2025-01-01"),
		valid_until: Some(day("2025-12-31")),
		periods: periods.try_into().expect("as many as allowed"),
		instrument: None,
	}
}

/// A row that certifies a company.
fn authorisation(name: &str, tin: WrittenTin) -> Authorisation {
	Authorisation {
		number: number(name),
		tin,
		publication_consent: document(),
		certificate_type: kind(0),
		roles: Roles::new([Role::Exporter]).expect("one"),
		valid_from: day("2026-11-24"),
		valid_until: None,
		document: document(),
		instrument: None,
	}
}

/// Mexico's programme, and companies whose indices are full of certificates that are over; one of each
/// is not the latest of its type.
fn set_up<T: Config>(four_eyes: bool, companies: u32) {
	T::BenchmarkHelper::set_time(NOON);
	set::<T>(programme(false));
	for serial in 0..companies {
		let over = |place: u32| format!("A-{serial}-{place}");
		let held = |place: u32| row_of(serial_tin(serial), &over(place), place.max(1), 1);
		take_over::<T>((0..MAX_CERTIFICATES).map(held).collect());
	}
	assert_eq!(
		Ordinals::<T>::get(Territory::MX),
		companies * MAX_CERTIFICATES
	);
	set::<T>(programme(four_eyes));
}

/// Mexico's programme, without opinions, and no firm yet.
fn set_plain<T: Config>(four_eyes: bool) {
	T::BenchmarkHelper::set_time(NOON);
	set::<T>(programme(four_eyes));
}

fn take_over<T: Config>(rows: Vec<TakenOver>) {
	for batch in rows.chunks(T::MaxBatch::get() as usize) {
		let rows = batch.to_vec().into();
		Pallet::<T>::propose_batch(first::<T>().into(), rows, BatchMode::AllOrNothing)
			.expect("it is decided at once");
	}
}

/// Rows that can all be taken over, each with all its periods: one of each company makes room.
fn rows(count: u32) -> WrittenRows {
	let rows: Vec<_> = (0..count)
		.map(|serial| {
			let name = format!("B-{serial}");
			row_of(serial_tin(serial), &name, 1, MAX_TAKEN_OVER_PERIODS)
		})
		.collect();
	rows.into()
}

/// The number of the last proposal.
fn last<T: Config>() -> u32 {
	ProposalCount::<T>::get(Territory::MX)
}

/// A batch that waits, proposed by the first officer.
fn waiting<T: Config>(rows: WrittenRows) -> H256 {
	let mode = BatchMode::AllOrNothing;
	let batch: H256 = sp_io::hashing::blake2_256(&(&rows, mode).encode()).into();
	Pallet::<T>::propose_batch(first::<T>().into(), rows, mode).expect("it is right");
	assert!(Batches::<T>::contains_key(Territory::MX, batch));
	batch
}

/// By whom and why something is decided.
fn decided<T: Config>() -> Decided<T::AccountId> {
	Decided {
		by: Hands::one(T::BenchmarkHelper::officer()),
		ground: Ground::HoldersRequest,
		document: document(),
	}
}

/// An application of a company, accepted, to the demanding programme, with all opinions.
fn apply_for<T: Config>(tin: &WrittenTin, name: &str) {
	let (issuer, number) = (Territory::MX, number(name));
	let roles = Roles::new([Role::Exporter]).expect("one");
	let of = (tin, document());
	Pallet::<T>::enter(issuer, &number, of, kind(0), roles, decided::<T>())
		.map(|_| ())
		.expect("none is open");
	Pallet::<T>::step(issuer, &number, ApplicationStep::Accept, decided::<T>())
		.map(|_| ())
		.expect("it is applied for");
	for place in 0..MAX_OPINIONS {
		T::BenchmarkHelper::opine(&number, &agency(place), 2);
	}
}

/// Applications with all opinions, each of another company whose index is full.
fn applications<T: Config>(count: u32, four_eyes: bool) -> Vec<Authorisation> {
	T::BenchmarkHelper::set_time(NOON);
	set::<T>(programme(false));
	let mut rows = Vec::new();
	for serial in 0..count {
		let name = format!("B-{serial}");
		let over = |place: u32| format!("A-{serial}-{place}");
		let held = |place: u32| row_of(serial_tin(serial), &over(place), place, 1);
		take_over::<T>((1..MAX_CERTIFICATES).map(held).collect());
		apply_for::<T>(&serial_tin(serial), &name);
		rows.push(authorisation(&name, serial_tin(serial)));
	}
	let certificates = count * MAX_CERTIFICATES;
	assert_eq!(Ordinals::<T>::get(Territory::MX), certificates);
	set::<T>(demanding_programme(four_eyes));
	rows
}

fn is_authorised<T: Config>(name: CertificateNumber) -> bool {
	let record = Certificates::<T>::get(Territory::MX, name);
	record.is_some_and(|record| record.state == CertificateState::Authorised)
}

/// Proposes by itself what a row says.
fn propose_one<T: Config>(row: Authorisation) {
	let number = row.number.clone().into();
	Pallet::<T>::propose(first::<T>().into(), number, as_written(row.into())).expect("it is right");
}

/// Two decisions wait; the second takes the place of the first when that is settled.
fn two_wait<T: Config>() {
	for name in ["NEW", "NEXT"] {
		propose_one::<T>(authorisation(name, tin()));
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_programme() {
		T::BenchmarkHelper::set_time(NOON);
		let code: aeo_primitives::ProgrammeCode = "OEA".try_into().expect("short");
		let origin = own::<T>();

		#[extrinsic_call]
		_(
			origin,
			code.clone().into(),
			demanding_programme(true).into(),
		);

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
		let offers = vec![offer; MAX_DOMESTIC_OFFERS as usize];
		let written = offers.iter().cloned().map(Into::into).collect();
		let origin = own::<T>();

		#[extrinsic_call]
		_(origin, written);

		assert_eq!(DomesticOffers::<T>::get(Territory::MX).into_inner(), offers);
	}

	/// As many successions as allowed but for one, none of which are of the types here.
	fn other_successions<T: Config>() {
		let all = (1..MAX_SUCCESSIONS).map(|place| TypeSuccession {
			of: CertificateType {
				programme: "OTHER".try_into().expect("short"),
				code: format!("OF-{place}").as_str().try_into().expect("short"),
			},
			by: CertificateType {
				programme: "OTHER".try_into().expect("short"),
				code: format!("BY-{place}").as_str().try_into().expect("short"),
			},
			from: day("2032-01-01"),
		});
		let all: Vec<_> = all.collect();
		Successions::<T>::insert(Territory::MX, SuccessionList::truncate_from(all));
	}

	#[benchmark]
	fn succeed_type() {
		T::BenchmarkHelper::set_time(NOON);
		let code: aeo_primitives::ProgrammeCode = "OEA".try_into().expect("short");
		Programmes::<T>::insert(Territory::MX, code, demanding_programme(true));
		other_successions::<T>();
		let from = "2032-01-01".try_into().expect("short");
		let origin = own::<T>();

		#[extrinsic_call]
		_(origin, kind(0).into(), kind(1).into(), from, document());

		assert_eq!(
			Successions::<T>::get(Territory::MX).len(),
			MAX_SUCCESSIONS as usize
		);
	}

	#[benchmark]
	fn withdraw_succession() {
		T::BenchmarkHelper::set_time(NOON);
		other_successions::<T>();
		let added = TypeSuccession {
			of: kind(0),
			by: kind(1),
			from: day("2032-01-01"),
		};
		Successions::<T>::mutate(Territory::MX, |all| {
			all.try_push(added).expect("there is room for one more");
		});
		let origin = own::<T>();

		#[extrinsic_call]
		_(origin, kind(0).into(), document());

		assert_eq!(
			Successions::<T>::get(Territory::MX).len(),
			MAX_SUCCESSIONS as usize - 1
		);
	}

	#[benchmark]
	fn propose() {
		let row = applications::<T>(1, false).remove(0);
		let name = row.number.clone();
		let origin = first::<T>();

		#[extrinsic_call]
		_(origin, name.clone().into(), as_written(row.into()));

		assert!(is_authorised::<T>(name));
	}

	#[benchmark]
	fn confirm() {
		let row = applications::<T>(1, true).remove(0);
		let name = row.number.clone();
		propose_one::<T>(row);
		let origin = second::<T>();

		#[extrinsic_call]
		_(origin, name.clone().into(), last::<T>());

		assert!(is_authorised::<T>(name));
	}

	/// A firm that nobody knew, in a programme without opinions.
	#[benchmark]
	fn propose_plain() {
		set_plain::<T>(false);
		let origin = first::<T>();

		#[extrinsic_call]
		propose(
			origin,
			number("NEW").into(),
			as_written(authorisation("NEW", tin()).into()),
		);

		assert!(is_authorised::<T>(number("NEW")));
	}

	#[benchmark]
	fn confirm_plain() {
		set_plain::<T>(true);
		propose_one::<T>(authorisation("NEW", tin()));
		let origin = second::<T>();

		#[extrinsic_call]
		confirm(origin, number("NEW").into(), last::<T>());

		assert!(is_authorised::<T>(number("NEW")));
	}

	#[benchmark]
	fn refuse() {
		set_up::<T>(true, 1);
		two_wait::<T>();
		let origin = second::<T>();

		#[extrinsic_call]
		_(origin, number("NEW").into(), 1);

		assert!(!Pendings::<T>::contains_key(Territory::MX, 1));
	}

	#[benchmark]
	fn take_over(r: Linear<1, { T::MaxBatch::get() }>) {
		set_up::<T>(true, r);
		let batch = waiting::<T>(rows(r));
		let origin = second::<T>();

		#[extrinsic_call]
		confirm_batch(origin, batch, last::<T>());

		let taken_over = r * (MAX_CERTIFICATES + 1);
		assert_eq!(Ordinals::<T>::get(Territory::MX), taken_over);
	}

	#[benchmark]
	fn authorise_batch(r: Linear<1, { T::MaxBatch::get() }>) {
		let batch = waiting::<T>(applications::<T>(r, true).into());
		let origin = second::<T>();

		#[extrinsic_call]
		confirm_batch(origin, batch, last::<T>());

		for serial in 0..r {
			assert!(is_authorised::<T>(number(&format!("B-{serial}"))));
		}
	}

	/// Firms that nobody knew, each with one period.
	#[benchmark]
	fn take_over_plain(r: Linear<1, { T::MaxBatch::get() }>) {
		set_plain::<T>(true);
		let rows: Vec<_> = (0..r)
			.map(|serial| row_of(serial_tin(serial), &format!("B-{serial}"), 1, 1))
			.collect();
		let batch = waiting::<T>(rows.into());
		let origin = second::<T>();

		#[extrinsic_call]
		confirm_batch(origin, batch, last::<T>());

		assert_eq!(Ordinals::<T>::get(Territory::MX), r);
	}

	#[benchmark]
	fn authorise_batch_plain(r: Linear<1, { T::MaxBatch::get() }>) {
		set_plain::<T>(true);
		let rows: Vec<_> = (0..r)
			.map(|serial| authorisation(&format!("B-{serial}"), serial_tin(serial)))
			.collect();
		let batch = waiting::<T>(rows.into());
		let origin = second::<T>();

		#[extrinsic_call]
		confirm_batch(origin, batch, last::<T>());

		for serial in 0..r {
			assert!(is_authorised::<T>(number(&format!("B-{serial}"))));
		}
	}

	#[benchmark]
	fn refuse_batch() {
		set_up::<T>(true, 1);
		let batch = waiting::<T>(rows(T::MaxBatch::get()));
		let origin = second::<T>();

		#[extrinsic_call]
		_(origin, batch, last::<T>());

		assert!(OpenBatches::<T>::get(Territory::MX).is_empty());
	}

	#[benchmark]
	fn set_review() {
		set_up::<T>(false, 1);
		propose_one::<T>(authorisation("NEW", tin()));
		let origin = first::<T>();

		#[extrinsic_call]
		_(
			origin,
			number("NEW").into(),
			Review::UnderReview,
			document(),
		);

		let record = Certificates::<T>::get(Territory::MX, number("NEW"));
		assert!(record.is_some_and(|record| record.under_review));
	}

	#[benchmark]
	fn void_credentials() {
		set_up::<T>(false, 1);
		propose_one::<T>(authorisation("NEW", tin()));
		let origin = first::<T>();

		#[extrinsic_call]
		_(origin, number("NEW").into());

		assert_eq!(Editions::<T>::get(Territory::MX, number("NEW")), 1);
	}

	/// A certificate with as many exceptions as allowed, of which what is said of all takes the place.
	fn with_exceptions<T: Config>() {
		set_up::<T>(false, 1);
		propose_one::<T>(authorisation("NEW", tin()));
		T::BenchmarkHelper::agree(MAX_EXCEPTIONS);
	}

	/// What was said of the exceptions is what is not so for all.
	fn except<T: Config>(given: bool) {
		let number = number("NEW");
		let exceptions: Vec<_> = (1..=MAX_EXCEPTIONS).collect();
		for agreement in &exceptions {
			let step = ConsentStep {
				given: !given,
				on_paper: false,
				by: T::BenchmarkHelper::clerk(),
				document: document(),
				at: NOON,
			};
			let of = (Territory::MX, &number, ConsentFor::Agreement(*agreement));
			Consents::<T>::insert(of, step);
		}
		Certificates::<T>::mutate(Territory::MX, &number, |record| {
			let record = record.as_mut().expect("it is certified");
			record.consent.mode = if given {
				ConsentMode::Standing
			} else {
				ConsentMode::Asked
			};
			record.consent.exceptions = exceptions.try_into().expect("as many as allowed");
		});
		LastWithdrawal::<T>::insert(Territory::MX, 0);
	}

	fn is_given<T: Config>() -> bool {
		let record = Certificates::<T>::get(Territory::MX, number("NEW"));
		record.is_some_and(|record| record.consent.is_given(MAX_EXCEPTIONS + 1))
	}

	#[benchmark]
	fn give_consent() {
		with_exceptions::<T>();
		except::<T>(false);
		let origin = signed::<T>(T::BenchmarkHelper::clerk());

		#[extrinsic_call]
		_(origin, number("NEW").into(), ConsentFor::All, document());

		assert!(is_given::<T>());
	}

	#[benchmark]
	fn withdraw_consent() {
		with_exceptions::<T>();
		except::<T>(true);
		let origin = signed::<T>(T::BenchmarkHelper::clerk());

		#[extrinsic_call]
		_(origin, number("NEW").into(), ConsentFor::All, document());

		assert!(!is_given::<T>());
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
