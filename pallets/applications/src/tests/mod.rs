//! Tests, a file per verb. Each ends with a check of the invariants.

mod agencies;
mod answer_request;
mod applications;
mod arguments;
mod ask;
mod close_request;
mod frozen;
mod model;
mod opine;
mod origins;
mod request;
mod withdraw_wish;

use crate::{mock::*, Error, Event};
use aeo_mocks::{officer, second_officer, set_outer_signer, AccountId, CO, CR, MX, STRANGER};
use aeo_primitives::{
	recognition::TraderState, AgencyCode, CertificateNumber, CertificateState, Date, Decided,
	Ground, Hands, Maker, RequestKind, Role, Scope, Territory, TraderId, TraderRecord, Wish,
	WishKind, Written, WrittenSet, WrittenTin, WrittenType,
};
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

/// A Mexican company.
const TIN: &str = "MX NWM-970924-4W4";
/// Another Mexican company.
const OTHER: &str = "MXCFE370814QI0";
/// The usual certificate.
const NUMBER: &str = "MX-OEA/0001";
/// The holder of the usual company's TIN.
const HOLDER: AccountId = 700;
/// The holder of the other one's.
const OTHER_HOLDER: AccountId = 701;
/// The account of an agency of Mexico.
const HEALTH: AccountId = 810;

fn written(text: &str) -> Written {
	text.try_into().expect("short enough")
}

fn tin(text: &str) -> WrittenTin {
	written(text)
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

fn agency(code: &str) -> AgencyCode {
	code.try_into().expect("short")
}

fn exporter() -> WrittenSet<Role> {
	vec![Role::Exporter].into()
}

fn full() -> WrittenType {
	WrittenType {
		programme: written("OEA"),
		code: written("FULL"),
	}
}

/// An extrinsic signed by this account is under way.
fn signed(account: AccountId) -> RuntimeOrigin {
	set_outer_signer(Some(account));
	RuntimeOrigin::signed(account)
}

/// The first officer of the administration with this own account.
fn by(own: AccountId) -> RuntimeOrigin {
	signed(officer(own, Scope::Certification))
}

/// The second officer of that administration.
fn by_second(own: AccountId) -> RuntimeOrigin {
	signed(second_officer(own, Scope::Certification))
}

/// So many milliseconds later.
fn pass(milliseconds: u64) {
	Timestamp::set_timestamp(pallet_timestamp::Now::<Test>::get() + milliseconds);
}

/// The moment at which a day begins in Mexico.
fn morning(text: &str) -> u64 {
	day(text).first_moment(aeo_primitives::UtcOffset::try_from(-360).expect("legal"))
}

fn expect_event(event: Event<Test>) {
	System::assert_last_event(RuntimeEvent::Applications(event));
}

/// The error of a call with a weight.
fn plain(result: frame_support::dispatch::DispatchResultWithPostInfo) -> DispatchResult {
	result.map(|_| ()).map_err(|error| error.error)
}

fn trader(text: &str) -> TraderId {
	Traders::id_of(&tin(text)).expect("it is well formed")
}

/// Both companies are registered, and each is linked to an account.
fn link() {
	for (holder, text) in [(HOLDER, TIN), (OTHER_HOLDER, OTHER)] {
		let record = TraderRecord {
			tin: aeo_primitives::tin::Tin::parse(text)
				.expect("it is well formed")
				.text()
				.clone(),
			administration: Territory::MX,
			admission: aeo_mocks::admission(Territory::MX),
			state: TraderState::Active,
		};
		Registered::mutate(|all| all.insert(trader(text), record));
		Linked::mutate(|linked| linked.insert(holder, trader(text)));
	}
}

/// Closes both companies.
fn close_traders() {
	Registered::mutate(|all| {
		for trader in all.values_mut() {
			trader.state = TraderState::Closed;
		}
	});
}

/// The usual company has a certificate, or an application, in this state.
fn certify(text: &str, state: CertificateState) {
	link();
	Register::put(Territory::MX, &number(text), trader(TIN), state, None);
}

/// What the register says of a certificate of Mexico.
fn entry(text: &str) -> Entry {
	let all = Entries::get();
	all[&(Territory::MX, number(text))].clone()
}

/// An application of this company, which is accepted, in its second version.
fn accept(text: &str, holder: &str) {
	for state in [CertificateState::Applied, CertificateState::Accepted] {
		Register::put(Territory::MX, &number(text), trader(holder), state, None);
	}
}

/// The administration with this own account registers an agency.
fn register(own: AccountId, code: &str, account: AccountId) -> DispatchResult {
	Applications::register_agency(signed(own), agency(code).into(), account)
}

/// Asks for something about a certificate until the last day of the year.
fn request(text: &str) -> DispatchResult {
	Applications::request(
		by(MX),
		number(text).into(),
		RequestKind::Information,
		day("2026-12-31").into(),
		document(),
	)
}

fn ask(wish: Wish) -> DispatchResult {
	Applications::ask(
		signed(HOLDER),
		number(NUMBER).into(),
		wish.into(),
		document(),
	)
}

/// What this account alone decided.
fn decided(by: AccountId, ground: Ground) -> Option<Decided<AccountId>> {
	Some(Decided {
		by: Hands::one(by),
		ground,
		document: document(),
	})
}
