//! Tests, a file per verb. Each ends with a check of the invariants.

mod legs;
mod model;
mod origins;
mod propose;
mod real;
mod retract;
mod sign;

use crate::{mock::*, AgreementState, DeclareAs, Error, Event, LegTerms, Parties};
use aeo_mocks::{officer, AccountId, CL, CO, CR, MX, PE, STRANGER};
use aeo_primitives::{
	recognition::{ConsentNeed, LegState},
	AgreementId, Benefit, CertificateType, DataClass, DataClasses, Date, Direction, Directions,
	EligibleRoles, LegLookup, Requires, Role, Row, Rows, Scope, Territory,
};
use frame_support::{assert_noop, assert_ok, BoundedVec};
use sp_core::H256;
use sp_runtime::DispatchResult;

const TODAY: &str = "2026-11-24";
/// The time of day in Mexico at which the tests begin, in milliseconds: six o'clock.
const HOUR: u64 = 60 * 60 * 1000;

fn day(text: &str) -> Date {
	text.parse().expect("a day")
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

fn propose_with(
	origin: RuntimeOrigin,
	parties: &[Territory],
	legs: Vec<LegTerms>,
	in_force_from: Option<&str>,
) -> DispatchResult {
	Agreements::propose(
		origin,
		parties.to_vec().try_into().expect("sixteen at most"),
		text(),
		None,
		60,
		legs.try_into().expect("240 at most"),
		in_force_from.map(day),
	)
}

/// Proposes an agreement with legs between all parties. Gives its number.
fn propose(origin: RuntimeOrigin, parties: &[Territory], from: Option<&str>) -> AgreementId {
	let number = crate::NextAgreement::<Test>::get();
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
	Agreements::sign(origin, number, terms, from.map(day))
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

/// The leg is in force from this day.
fn from(text: &str) -> Option<LegState> {
	Some(LegState::InForce { from: day(text) })
}

fn expect_event(event: Event<Test>) {
	System::assert_last_event(RuntimeEvent::Agreements(event));
}
