//! Tests, a file per verb. Each ends with a check of the invariants.

mod close_incident;
mod defaults;
mod evaluate;
mod evaluate_many;
mod grant;
mod grant_many;
mod model;
mod open_incident;
mod origins;
mod prune;
mod push;
mod record_sealed;
mod sealed_uses;
mod understood;
mod uses;
mod utilisation;

use crate::{mock::*, Counter, CounterKey, Error, Event, Grant, GrantRow, UseKey};
use aeo_mocks::{officer, AccountId, CO, CR, MX, PE};
use aeo_primitives::{
	recognition::{
		Admissions, Answer, Basis, Certificate, Consent, ConsentMode, ConsentNeed, Denial,
		Entitlement, Leg, LegState, Offer, Outcome, TraderState,
	},
	AdministrationLookup, Benefit, Benefits as Set, CertificateState, CertificateType, Date,
	Direction, Directions, EligibleRoles, Halves, Identifier, IncidentKind, Requires, Role, Roles,
	Row, Rows, Scope, Suspension, SuspensionEnd, SuspensionScope, Territory, Validity, WrittenTin,
};
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

/// A Mexican company.
pub(crate) const TIN: &str = "MXNWM9709244W4";
/// Another Mexican company.
const OTHER: &str = "MXCFE370814QI0";

fn day(text: &str) -> Date {
	text.parse().expect("a day")
}

fn tin(text: &str) -> Identifier {
	let written: WrittenTin = text.try_into().expect("short enough");
	Identifier::Tin(written)
}

fn signed(account: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

/// The officer with scope `Clearance` of the administration with this own account.
fn by(own: AccountId) -> RuntimeOrigin {
	signed(officer(own, Scope::Clearance))
}

fn kind() -> CertificateType {
	CertificateType {
		programme: "OEA".try_into().expect("short"),
		code: "FULL".try_into().expect("short"),
	}
}

/// An exporter's certificate.
pub(crate) fn certificate(number: &str) -> Certificate {
	Certificate {
		number: number.try_into().expect("short"),
		certificate_type: kind(),
		halves: Halves::Both,
		roles: Roles::new([Role::Exporter]).expect("one"),
		state: CertificateState::Authorised,
		validity: Some(Validity {
			from: day("2026-01-01"),
			until: Some(day("2026-12-31")),
			renewal_pending: false,
		}),
		consent: Consent {
			mode: ConsentMode::Asked,
			exceptions: Default::default(),
		},
		recognition_suspended: false,
		succeeded_by: None,
	}
}

fn suspended(scope: SuspensionScope) -> CertificateState {
	let end = SuspensionEnd::Open;
	CertificateState::Suspended(Suspension { scope, end })
}

/// For exporters, in imports: fewer inspections for the security half, fewer documents for the
/// customs half.
fn offer() -> Offer {
	let row = |benefit, requires| Row { benefit, requires };
	Offer {
		types: vec![kind()].try_into().expect("one"),
		roles: EligibleRoles::new([Role::Exporter, Role::Manufacturer]).expect("two"),
		directions: Directions::new([Direction::Import]).expect("one"),
		rows: Rows::new([
			row(Benefit::FewerInspections, Requires::Security),
			row(Benefit::FewerDocumentChecks, Requires::Customs),
		])
		.expect("two"),
	}
}

pub(crate) fn leg(agreement: u32) -> Leg {
	Leg {
		agreement,
		signed_in: Admissions {
			issuer: 0,
			grantor: 0,
		},
		state: LegState::InForce {
			from: day("2026-01-01"),
		},
		consent: ConsentNeed::NotNeeded,
		offer: offer(),
	}
}

fn set_legs(issuer: Territory, grantor: Territory, legs: Vec<Leg>) {
	LegTable::mutate(|table| table.insert((issuer, grantor), legs));
}

/// A Mexican exporter that Costa Rica and Peru recognise.
pub(crate) fn recognised() {
	put(Territory::MX, TIN, vec![certificate("A-1")]);
	set_legs(Territory::MX, Territory::CR, vec![leg(1)]);
	set_legs(Territory::MX, Territory::PE, vec![leg(2)]);
}

/// An import at `grantor` from the usual company.
fn ask(grantor: Territory) -> Answer {
	ask_for(grantor, tin(TIN), Role::Exporter, Direction::Import)
}

fn ask_for(grantor: Territory, identifier: Identifier, role: Role, direction: Direction) -> Answer {
	Benefits::evaluate(grantor, &identifier, role, direction).expect("it is an administration")
}

fn denial(answer: Answer) -> Denial {
	match answer.outcome {
		Outcome::Denied { denial, .. } => denial,
		Outcome::Granted(given) => panic!("granted: {given:?}"),
	}
}

/// The benefits of an answer.
fn given(answer: Answer) -> Vec<Benefit> {
	match answer.outcome {
		Outcome::Granted(given) => given.into_iter().map(|given| given.benefit).collect(),
		Outcome::Denied { .. } => vec![],
	}
}

const BOTH: [Benefit; 2] = [Benefit::FewerDocumentChecks, Benefit::FewerInspections];

fn declaration(number: u8) -> H256 {
	H256::repeat_byte(number)
}

/// An import from this company.
fn row(number: u8, text: &str) -> GrantRow {
	GrantRow {
		declaration: declaration(number),
		identifier: tin(text),
		role: Role::Exporter,
		direction: Direction::Import,
	}
}

/// An administration gives benefits to a declaration.
fn grant_by(own: AccountId, row: GrantRow) -> DispatchResult {
	let GrantRow {
		declaration,
		identifier,
		role,
		direction,
	} = row;
	Benefits::grant(by(own), declaration, identifier, role, direction)
		.map(|_| ())
		.map_err(|error| error.error)
}

/// Costa Rica gives benefits to an import from this company.
fn grant(number: u8, text: &str) -> DispatchResult {
	grant_by(CR, row(number, text))
}

/// Costa Rica gives benefits to all of these.
fn grant_many(rows: Vec<GrantRow>) -> DispatchResult {
	Benefits::grant_many(by(CR), rows)
		.map(|_| ())
		.map_err(|error| error.error)
}

/// The rows that failed in this block, and why.
fn failures() -> Vec<(u32, H256, DispatchError)> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Benefits(Event::GrantFailed {
				row,
				declaration,
				error,
				..
			}) => Some((row, declaration, error)),
			_ => None,
		})
		.collect()
}

/// The declarations of which this block tells that they were recorded before.
fn known() -> Vec<H256> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Benefits(Event::AlreadyRecorded { declaration, .. }) => Some(declaration),
			_ => None,
		})
		.collect()
}

/// How many grants this block tells of.
fn granted() -> usize {
	let is_grant = |event: &RuntimeEvent| {
		matches!(event, RuntimeEvent::Benefits(Event::BenefitsGranted { .. }))
	};
	let records = System::events().into_iter();
	records.filter(|record| is_grant(&record.event)).count()
}

/// Time passes.
fn pass(milliseconds: u64) {
	let now = pallet_timestamp::Now::<Test>::get();
	pallet_timestamp::Now::<Test>::put(now + milliseconds);
}

const DAY: u64 = 24 * 60 * 60 * 1_000;

/// What Costa Rica's uses came to under an agreement.
fn counted(agreement: u32, benefit: Benefit, direction: Direction) -> Counter {
	let basis = Basis::Agreement(agreement);
	let key = CounterKey {
		basis,
		benefit,
		direction,
	};
	Benefits::counter(Territory::CR, key)
}

fn document() -> H256 {
	H256::repeat_byte(9)
}

/// The officer with scope `Risk` of the administration with this own account.
fn risk(own: AccountId) -> RuntimeOrigin {
	signed(officer(own, Scope::Risk))
}

/// Costa Rica opens an incident.
fn open(kind: IncidentKind) -> DispatchResult {
	Benefits::open_incident(risk(CR), kind, document())
}

/// Costa Rica closes one.
fn close(incident: u32) -> DispatchResult {
	Benefits::close_incident(risk(CR), incident, document())
}

/// The leg of the tests, with the benefit of trade recovery.
fn recovery(agreement: u32) -> Leg {
	let mut leg = leg(agreement);
	let further = Row {
		benefit: Benefit::TradeRecovery,
		requires: Requires::Either,
	};
	leg.offer.rows = Rows::new(leg.offer.rows.iter().chain([further])).expect("three");
	leg
}

/// The usual certificate in this state.
fn in_state(state: CertificateState) -> Certificate {
	Certificate {
		state,
		..certificate("A-1")
	}
}

/// Costa Rica records its uses in clear, and recognises the usual company.
fn set_up() {
	aeo_mocks::record_uses_in_clear(Territory::CR);
	recognised();
}
