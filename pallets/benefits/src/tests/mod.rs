//! Tests, a file per verb. Each ends with a check of the invariants.

mod evaluate;
mod grant;
mod model;
mod origins;
mod push;
mod uses;

use crate::{mock::*, Error, Event, Grant, UseKey};
use aeo_mocks::{officer, AccountId, CO, CR, MX, PE, STRANGER};
use aeo_primitives::{
	recognition::{
		Answer, Basis, Certificate, Consent, ConsentMode, ConsentNeed, Denial, Entitlement, Leg,
		LegState, Offer, Outcome, TraderState,
	},
	Benefit, Benefits as Set, CertificateState, CertificateType, Date, Direction, Directions,
	EligibleRoles, Halves, Identifier, Requires, Role, Roles, Row, Rows, Scope, Suspension,
	SuspensionEnd, SuspensionScope, Territory, Validity, WrittenTin,
};
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;
use sp_runtime::DispatchResult;

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
fn certificate(number: &str) -> Certificate {
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

fn leg(agreement: u32) -> Leg {
	Leg {
		agreement,
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

/// Costa Rica gives benefits to an import from this company.
fn grant(number: u8, text: &str) -> DispatchResult {
	Benefits::grant(
		by(CR),
		declaration(number),
		tin(text),
		Role::Exporter,
		Direction::Import,
	)
}

/// Costa Rica records its uses in clear, and recognises the usual company.
fn set_up() {
	aeo_mocks::record_uses_in_clear(Territory::CR);
	recognised();
}
