//! Benchmarks, each with the worst case: a trader whose index is full.

use super::*;
use aeo_primitives::{
	AgencyCode, CertificateLookup, CertificateNumber, CertificateType, Opinion, Request,
	RequestKind, RequestOutcome, Role, Roles, Territory, Wish, WishKind, WrittenTin,
};
use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use sp_core::H256;

/// Sets up for the benchmarks what other pallets store.
pub trait BenchmarkHelper<AccountId> {
	/// The own account of Mexico, which is admitted.
	fn own_account() -> AccountId;

	/// An officer of Mexico with scope `Certification`.
	fn officer() -> AccountId;

	/// From now on an extrinsic signed by this account is under way.
	fn set_signer(signer: AccountId);

	/// A type of certificate of Mexico for which a trader can apply whose index is full.
	fn applicant() -> (WrittenTin, CertificateType);

	/// A live certificate of Mexico, which has a last day.
	fn certificate() -> CertificateNumber;
}

fn number() -> CertificateNumber {
	"NEW".try_into().expect("short enough")
}

fn document() -> H256 {
	H256::repeat_byte(7)
}

fn agency() -> AgencyCode {
	"HEALTH".try_into().expect("short")
}

/// The officer who signs.
fn signed<T: Config>(account: T::AccountId) -> RawOrigin<T::AccountId> {
	T::BenchmarkHelper::set_signer(account.clone());
	RawOrigin::Signed(account)
}

fn own<T: Config>() -> RawOrigin<T::AccountId> {
	signed::<T>(T::BenchmarkHelper::own_account())
}

fn officer<T: Config>() -> RawOrigin<T::AccountId> {
	signed::<T>(T::BenchmarkHelper::officer())
}

/// An agency of Mexico.
fn register<T: Config>() -> T::AccountId {
	let agent: T::AccountId = account("agency", 0, 0);
	Pallet::<T>::register_agency(own::<T>().into(), agency().into(), agent.clone())
		.expect("it has no other role");
	agent
}

/// An application.
fn apply_for<T: Config>() {
	let (tin, kind) = T::BenchmarkHelper::applicant();
	Pallet::<T>::enter_application(
		officer::<T>().into(),
		number().into(),
		tin,
		document(),
		kind.into(),
		Roles::new([Role::Exporter]).expect("one").into(),
		document(),
	)
	.expect("none is open");
}

/// The number of the first request about a certificate.
const FIRST_REQUEST: u32 = 1;

/// A request about a certificate, which is the first one.
fn request_one<T: Config>() -> CertificateNumber {
	let number = T::BenchmarkHelper::certificate();
	Pallet::<T>::request(
		officer::<T>().into(),
		number.clone().into(),
		RequestKind::Visit,
		"2026-12-31".try_into().expect("short"),
		document(),
	)
	.expect("it is right");
	number
}

/// The first request about a certificate.
fn asked<T: Config>(number: CertificateNumber) -> Request<T::AccountId> {
	Requests::<T>::get((Territory::MX, number, FIRST_REQUEST)).expect("it was made")
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn apply() {
		let (tin, kind) = T::BenchmarkHelper::applicant();
		let origin = officer::<T>();

		#[extrinsic_call]
		enter_application(
			origin,
			number().into(),
			tin,
			document(),
			kind.into(),
			Roles::new([Role::Exporter]).expect("one").into(),
			document(),
		);

		assert_eq!(T::Certificates::version(Territory::MX, &number()), Some(1));
	}

	#[benchmark]
	fn step() {
		apply_for::<T>();
		let origin = officer::<T>();

		#[extrinsic_call]
		accept(origin, number().into(), document());

		assert_eq!(T::Certificates::version(Territory::MX, &number()), Some(2));
	}

	#[benchmark]
	fn register_agency() {
		let agent: T::AccountId = account("agency", 0, 0);
		let origin = own::<T>();

		#[extrinsic_call]
		_(origin, agency().into(), agent.clone());

		assert_eq!(Agencies::<T>::get(Territory::MX, agency()), Some(agent));
	}

	#[benchmark]
	fn remove_agency() {
		let agent = register::<T>();
		let origin = own::<T>();

		#[extrinsic_call]
		_(origin, agency().into());

		assert!(!AgencyAccounts::<T>::contains_key(&agent));
	}

	#[benchmark]
	fn opine() {
		let agent = register::<T>();
		apply_for::<T>();
		Pallet::<T>::accept(officer::<T>().into(), number().into(), document())
			.expect("it is applied for");
		Pallet::<T>::opine(
			signed::<T>(agent.clone()).into(),
			number().into(),
			2,
			Opinion::Favourable,
			document(),
		)
		.expect("the application is accepted");
		let origin = signed::<T>(agent);

		#[extrinsic_call]
		_(
			origin,
			number().into(),
			2,
			Opinion::Unfavourable,
			document(),
		);

		let given = Opinions::<T>::get((Territory::MX, number(), agency()));
		assert!(given.is_some_and(|given| given.opinion == Opinion::Unfavourable));
	}

	#[benchmark]
	fn request() {
		let number = T::BenchmarkHelper::certificate();
		let origin = officer::<T>();

		#[extrinsic_call]
		_(
			origin,
			number.clone().into(),
			RequestKind::Visit,
			"2026-12-31".try_into().expect("short"),
			document(),
		);

		assert!(asked::<T>(number).is_open());
	}

	#[benchmark]
	fn answer_request() {
		let number = request_one::<T>();
		let origin = officer::<T>();

		#[extrinsic_call]
		_(origin, number.clone().into(), FIRST_REQUEST, document());

		assert!(asked::<T>(number).answer.is_some());
	}

	#[benchmark]
	fn close_request() {
		let number = request_one::<T>();
		let origin = officer::<T>();

		#[extrinsic_call]
		_(
			origin,
			number.clone().into(),
			FIRST_REQUEST,
			RequestOutcome::Met,
			document(),
		);

		assert!(!asked::<T>(number).is_open());
	}

	#[benchmark]
	fn withdraw_wish() {
		let number = T::BenchmarkHelper::certificate();
		Pallet::<T>::ask(
			officer::<T>().into(),
			number.clone().into(),
			Wish::Renewal,
			document(),
		)
		.expect("it has an end");
		let origin = officer::<T>();

		#[extrinsic_call]
		_(origin, number.clone().into(), WishKind::Renewal, document());

		let told = Event::WishWithdrawn {
			issuer: Territory::MX,
			number,
			wish: WishKind::Renewal,
			by: T::BenchmarkHelper::officer(),
			document: document(),
		};
		frame_system::Pallet::<T>::assert_last_event(told.into());
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
