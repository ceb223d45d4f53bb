//! Tests, a file per verb. Each ends with a check of the invariants.

mod disclosed;
mod give_notice;
mod legs;
mod limits;
mod migrations;
mod model;
mod origins;
mod programmes;
mod propose;
mod propose_amendment;
mod readmitted;
mod real;
mod record_milestone;
mod remove;
mod retract;
mod retract_amendment;
mod sign;
mod sign_amendment;
mod waiting;
mod withdraw_notice;
mod written;

use crate::{
	mock::*, AgreementState, Error, Event, LegTerms, Pair, Parties, StoredLeg, WrittenLeg,
};
use aeo_mocks::{officer, AccountId, CL, CO, CR, MX, PE, STRANGER};
use aeo_primitives::{
	recognition::{Administration, ConsentNeed, LegState},
	AdministrationLookup, AgreementId, Benefit, CertificateType, DataClass, DataClasses, Date,
	DeclareAs, DeclaredNumber, Direction, Directions, EligibleRoles, LegLookup, Requires, Role,
	Row, Rows, Scope, Territory, Written, WrittenSet,
};
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;
use sp_runtime::DispatchResult;

const TODAY: &str = "2026-11-24";
/// The time of day in Mexico at which the tests begin, in milliseconds: six o'clock.
const HOUR: u64 = 60 * 60 * 1000;

fn day(text: &str) -> Date {
	text.parse().expect("a day")
}

fn written(text: &str) -> Written {
	text.try_into().expect("short")
}

fn text() -> H256 {
	H256::repeat_byte(9)
}

fn signed(account: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

/// The officer with scope `Agreements` of the administration with this own account.
fn by(own: AccountId) -> RuntimeOrigin {
	signed(officer(own, Scope::Agreements))
}

fn leg(issuer: Territory, grantor: Territory) -> LegTerms {
	LegTerms {
		issuer,
		grantor,
		types: vec![CertificateType {
			programme: "OEA".try_into().expect("short"),
			code: "FULL".try_into().expect("short"),
		}]
		.try_into()
		.expect("one"),
		roles: EligibleRoles::new([Role::Exporter, Role::Importer]).expect("two"),
		directions: Directions::new([Direction::Import]).expect("one"),
		rows: Rows::new([Row {
			benefit: Benefit::FewerInspections,
			requires: Requires::Security,
		}])
		.expect("one"),
		consent: ConsentNeed::NotNeeded,
		data_classes: DataClasses::new([DataClass::Identity]).expect("one"),
		declare_as: DeclareAs {
			code: "Y031".try_into().expect("short"),
			place: "box 44".try_into().expect("short"),
			number: DeclaredNumber::Tin,
			prefix: Default::default(),
			number_place: "box 2".try_into().expect("short"),
			manifest_place: "".try_into().expect("short"),
		},
	}
}

/// The legs of all pairs of parties.
fn mesh(parties: &[Territory]) -> Vec<LegTerms> {
	let mut legs = Vec::new();
	for issuer in parties {
		for grantor in parties {
			if issuer != grantor {
				legs.push(leg(*issuer, *grantor));
			}
		}
	}
	legs
}

fn written_mesh(parties: &[Territory]) -> Vec<WrittenLeg> {
	mesh(parties).into_iter().map(Into::into).collect()
}

fn propose_with(
	origin: RuntimeOrigin,
	parties: &[Territory],
	legs: Vec<LegTerms>,
	in_force_from: Option<&str>,
) -> DispatchResult {
	Agreements::propose(
		origin,
		parties.to_vec().into(),
		text(),
		None,
		60,
		legs.into_iter().map(Into::into).collect(),
		in_force_from.map(written),
	)
}

/// Proposes an agreement with legs between all parties. Returns its number.
fn propose(origin: RuntimeOrigin, parties: &[Territory], from: Option<&str>) -> AgreementId {
	let number = crate::LastAgreement::<Test>::get() + 1;
	assert_ok!(propose_with(origin, parties, mesh(parties), from));
	number
}

fn terms(number: AgreementId) -> H256 {
	let agreement = crate::Agreements::<Test>::get(number);
	agreement.map_or_else(H256::zero, |agreement| agreement.terms)
}

fn sign(own: AccountId, number: AgreementId, from: Option<&str>) -> DispatchResult {
	sign_with(signed(own), number, terms(number), from)
}

fn sign_with(
	origin: RuntimeOrigin,
	number: AgreementId,
	terms: H256,
	from: Option<&str>,
) -> DispatchResult {
	Agreements::sign(origin, number, terms, from.map(written))
		.map(|_| ())
		.map_err(|failed| failed.error)
}

/// Mexico and Costa Rica, both from today.
fn conclude() -> AgreementId {
	let number = propose(signed(MX), &[Territory::MX, Territory::CR], Some(TODAY));
	assert_ok!(sign(CR, number, Some(TODAY)));
	number
}

fn state(number: AgreementId, issuer: Territory, grantor: Territory) -> Option<LegState> {
	Agreements::legs(issuer, grantor)
		.into_iter()
		.find(|leg| leg.agreement == number)
		.map(|leg| leg.state)
}

fn administration(territory: Territory) -> Administration {
	aeo_mocks::Administrations::administration(territory).expect("it is there")
}

/// The state of a leg at a moment.
fn state_at(leg: &StoredLeg, moment: u64) -> LegState {
	let terms = &leg.terms;
	leg.state_at(
		moment,
		&administration(terms.issuer),
		&administration(terms.grantor),
	)
}

/// Whether a leg is in force now.
fn in_force(issuer: Territory, grantor: Territory) -> bool {
	let (from, to) = (administration(issuer), administration(grantor));
	Agreements::legs(issuer, grantor)
		.iter()
		.any(|leg| leg.counts(Timestamp::get(), &from, &to))
}

/// The states of a leg's versions.
fn versions(number: AgreementId, issuer: Territory, grantor: Territory) -> Vec<(u32, LegState)> {
	Agreements::legs_of(issuer, grantor)
		.iter()
		.filter(|leg| leg.agreement == number)
		.map(|leg| (leg.version, leg.state()))
		.collect()
}

/// The text of an amendment.
fn annex() -> H256 {
	H256::repeat_byte(8)
}

fn amend_with(
	origin: RuntimeOrigin,
	number: AgreementId,
	new_parties: &[Territory],
	legs: Vec<LegTerms>,
	in_force_from: Option<&str>,
) -> DispatchResult {
	Agreements::propose_amendment(
		origin,
		number,
		annex(),
		new_parties.to_vec().into(),
		legs.into_iter().map(Into::into).collect(),
		WrittenSet::default(),
		None,
		in_force_from.map(written),
	)
}

fn amendment_terms(number: AgreementId) -> H256 {
	let amendment = crate::Amendments::<Test>::get(number);
	amendment.map_or_else(H256::zero, |amendment| amendment.terms)
}

fn sign_amendment(own: AccountId, number: AgreementId, from: Option<&str>) -> DispatchResult {
	sign_amendment_with(signed(own), number, amendment_terms(number), from)
}

fn sign_amendment_with(
	origin: RuntimeOrigin,
	number: AgreementId,
	terms: H256,
	from: Option<&str>,
) -> DispatchResult {
	Agreements::sign_amendment(origin, number, terms, from.map(written))
		.map(|_| ())
		.map_err(|failed| failed.error)
}

/// Gives notice, for the rest of the tests.
fn leave(own: AccountId, number: AgreementId) {
	assert_ok!(Agreements::give_notice(signed(own), number));
}

/// It is so many days later.
fn days_later(days: u64) {
	Timestamp::set_timestamp(NOON + days * 24 * HOUR);
}

/// The leg is in force from this day.
fn from(text: &str) -> Option<LegState> {
	Some(LegState::InForce { from: day(text) })
}

fn expect_event(event: Event<Test>) {
	System::assert_last_event(RuntimeEvent::Agreements(event));
}
