//! Tests, a file per verb. Each ends with a check of the invariants.

mod applications;
mod arguments;
mod authorise;
mod authorise_batch;
mod bound;
mod confirm;
mod consents;
mod consents_model;
mod credentials;
mod desk;
mod ends;
mod genesis;
mod hands;
mod history;
mod index;
mod migrations;
mod model;
mod opinions;
mod origins;
mod overturn;
mod programme;
mod rectify;
mod refuse;
mod register;
mod renew;
mod states;
mod status_at;
mod status_model;
mod succeed_type;
mod suspension;
mod take_over;
mod terms;
mod waiting;
mod wishes;

use crate::{
	mock::*, Applications, CertificateRecord, Decision, Error, Event, Programme, Review,
	UntilRenewed, ValidityMonths, WrittenDecision, MAX_OPINIONS,
};
use aeo_mocks::{officer, second_officer, set_outer_signer, AccountId, CO, CR, MX, STRANGER};
use aeo_primitives::{
	recognition::ConsentMode, AgencyCode, CertificateNumber, CertificateState,
	CertificateSuspension, CertificateType, Date, Decided, FourEyes, Ground, Halves, Hands, Maker,
	Opinion, ProgrammeType, Role, Roles, Scope, Suspension, SuspensionEnd, SuspensionScope,
	Territory, TraderRegister, Wish, WishKind, Written, WrittenTin,
};
#[cfg(feature = "runtime-benchmarks")]
pub(crate) use consents::agree;
use desk::Desk;
use frame_support::{assert_noop, assert_ok, traits::ConstU32};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

/// A Mexican company.
const TIN: &str = "MX NWM-970924-4W4";
/// Another Mexican company.
const OTHER: &str = "MXCFE370814QI0";
/// The usual certificate.
const NUMBER: &str = "MX-OEA/0001";

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

fn roles(list: &[Role]) -> Roles {
	Roles::new(list.iter().copied()).expect("1 to 8 roles")
}

fn kind(programme: &str, code: &str) -> CertificateType {
	CertificateType {
		programme: programme.try_into().expect("short"),
		code: code.try_into().expect("short"),
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

/// Mexico has the programme OEA, with four eyes, and FAST, without.
fn set_up() {
	for (code, four_eyes, consent) in [
		("OEA", true, ConsentMode::Standing),
		("FAST", false, ConsentMode::Asked),
	] {
		assert_ok!(Certificates::set_programme(
			signed(MX),
			code.try_into().expect("short"),
			programme(
				vec![
					program_type("FULL", Halves::Both),
					program_type("C", Halves::Customs)
				],
				four_eyes,
				consent
			)
			.into(),
		));
	}
}

/// A programme that asks for no application.
fn programme(types: Vec<ProgrammeType>, four_eyes: bool, consent: ConsentMode) -> Programme {
	Programme {
		types: types.try_into().expect("few"),
		four_eyes: eyes(four_eyes),
		consent,
		applications: applied(false),
		until_renewed: kept(false),
		validity_months: ValidityMonths::NoEnd,
		review_months: None,
		decision_days: 14,
		opinions_required: Default::default(),
		branches: Default::default(),
	}
}

fn eyes(required: bool) -> FourEyes {
	if required {
		FourEyes::Required
	} else {
		FourEyes::NotRequired
	}
}

fn applied(required: bool) -> Applications {
	if required {
		Applications::Required
	} else {
		Applications::NotRequired
	}
}

fn kept(is_kept: bool) -> UntilRenewed {
	if is_kept {
		UntilRenewed::KeptInForce
	} else {
		UntilRenewed::Ends
	}
}

fn review(begins: bool) -> Review {
	if begins {
		Review::UnderReview
	} else {
		Review::Reviewed
	}
}

/// A decision as it is written in a call.
fn as_written(decision: Decision) -> WrittenDecision {
	decision.into()
}

fn program_type(code: &str, halves: Halves) -> ProgrammeType {
	ProgrammeType {
		code: code.try_into().expect("short"),
		halves,
	}
}

/// A certificate of `programme` as an exporter, valid from today until the end of next year.
fn authorise(programme: &str, text: &str) -> Decision {
	Decision::Authorise {
		tin: tin(text),
		publication_consent: document(),
		certificate_type: kind(programme, "FULL"),
		roles: roles(&[Role::Exporter]),
		valid_from: day("2026-11-24"),
		valid_until: Some(day("2027-12-31")),
		document: document(),
	}
}

fn propose(decision: Decision) -> DispatchResult {
	Certificates::propose(by(MX), number(NUMBER).into(), as_written(decision))
		.map(|_| ())
		.map_err(|error| error.error)
}

fn confirm(origin: RuntimeOrigin) -> DispatchResult {
	plain(Certificates::confirm(
		origin,
		number(NUMBER).into(),
		last_proposal(),
	))
}

fn refuse(origin: RuntimeOrigin) -> DispatchResult {
	Certificates::refuse(origin, number(NUMBER).into(), last_proposal())
}

/// The number of Mexico's last proposal.
fn last_proposal() -> u32 {
	crate::ProposalCount::<Test>::get(Territory::MX)
}

/// The usual certificate of the usual company, with four eyes.
fn certify() {
	set_up();
	assert_ok!(propose(authorise("OEA", TIN)));
	assert_ok!(confirm(by_second(MX)));
}

/// So many milliseconds later.
fn pass(milliseconds: u64) {
	Timestamp::set_timestamp(pallet_timestamp::Now::<Test>::get() + milliseconds);
}

fn record(text: &str) -> CertificateRecord {
	Certificates::certificate(Territory::MX, &number(text)).expect("it is there")
}

fn decided(by: AccountId) -> Decided<AccountId> {
	Decided {
		by: Hands::one(by),
		ground: Ground::Authority,
		document: document(),
	}
}

fn suspend(text: &str, scope: SuspensionScope) -> DispatchResult {
	let end = SuspensionEnd::Open;
	let suspension = Suspension { scope, end };
	Certificates::suspend(Territory::MX, &number(text), suspension, decided(1)).map(|_| ())
}

fn reinstate(text: &str, scope: SuspensionScope) -> DispatchResult {
	Certificates::reinstate(Territory::MX, &number(text), scope, decided(1)).map(|_| ())
}

fn expect_event(event: Event<Test>) {
	System::assert_last_event(RuntimeEvent::Certificates(event));
}

/// The holder of the usual company's TIN.
const HOLDER: AccountId = 700;
/// The holder of the other one's.
const OTHER_HOLDER: AccountId = 701;

/// Both companies are registered, and each is linked to an account.
fn link() {
	for (holder, text) in [(HOLDER, TIN), (OTHER_HOLDER, OTHER)] {
		let id = <Traders as TraderRegister>::register(Territory::MX, &tin(text), document(), None)
			.expect("it is well formed");
		Linked::mutate(|linked| linked.insert(holder, id));
		link_by(holder, officer(MX, Scope::Identities));
	}
}

/// An officer has linked the account of a holder.
fn link_by(holder: AccountId, officer: AccountId) {
	let maker = Maker {
		officer,
		signer: officer,
	};
	LinkedBy::mutate(|linked| linked.insert(holder, maker));
}

/// What two officers of Mexico decided.
fn decided_by_both() -> Decided<AccountId> {
	Decided {
		by: both(),
		..decided(0)
	}
}

/// The first officer proposed, the second confirmed.
fn both() -> Hands<AccountId> {
	Hands::both(
		officer(MX, Scope::Certification),
		second_officer(MX, Scope::Certification),
	)
}

/// The error of a call with a weight.
fn plain(result: frame_support::dispatch::DispatchResultWithPostInfo) -> DispatchResult {
	result.map(|_| ()).map_err(|error| error.error)
}

/// A certificate of the programme FAST, which asks for no second officer.
fn certify_fast() {
	set_up();
	link();
	assert_ok!(propose(authorise("FAST", TIN)));
}

fn ask(wish: Wish) -> DispatchResult {
	Desk::ask(signed(HOLDER), number(NUMBER).into(), wish)
}

/// Changes the settings of FAST.
fn set_fast(change: impl FnOnce(&mut Programme)) {
	let code = || aeo_primitives::ProgrammeCode::try_from("FAST").expect("short");
	let mut programme = crate::Programmes::<Test>::get(Territory::MX, code()).expect("it is there");
	change(&mut programme);
	assert_ok!(Certificates::set_programme(
		signed(MX),
		written(&code()),
		programme.into()
	));
}

/// The moment at which a day begins in Mexico.
fn morning(text: &str) -> u64 {
	day(text).first_moment(aeo_primitives::UtcOffset::try_from(-360).expect("legal"))
}

fn agency(code: &str) -> AgencyCode {
	code.try_into().expect("short")
}

fn agencies(codes: &[&str]) -> frame_support::BoundedVec<AgencyCode, ConstU32<MAX_OPINIONS>> {
	let codes: Vec<_> = codes.iter().map(|code| agency(code)).collect();
	codes.try_into().expect("few")
}

/// An agency of Mexico says what it thinks of a version of an application.
fn opine_on(code: &str, text: &str, version: u32, opinion: Opinion) {
	let key = (Territory::MX, number(text), agency(code));
	Opinions::mutate(|all| all.insert(key, (version, opinion)));
}

/// An application of this company for the programme FAST, which is accepted.
fn accept(text: &str, holder: &str) {
	assert_ok!(Desk::enter_application(
		by(MX),
		number(text).into(),
		tin(holder),
		document(),
		kind("FAST", "FULL").into(),
		roles(&[Role::Exporter]).into(),
		document(),
	));
	assert_ok!(Desk::accept(by(MX), number(text).into(), document()));
}

fn state_at(moment: u64) -> Option<CertificateState> {
	Certificates::status_at(Territory::MX, &number(NUMBER), moment).map(|period| period.state)
}
