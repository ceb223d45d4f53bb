//! Tests, a file per verb. Each ends with a check of the invariants.

mod acknowledge;
mod acknowledge_through;
mod answer_irregularity;
mod confirm_reinstatement;
mod model;
mod origins;
mod propose_reinstatement;
mod refuse_reinstatement;
mod report_irregularity;
mod suspend;
mod suspend_recognition;
mod written;

use crate::{mock::*, Error, Event, Proposals, Watermarks};
use aeo_mocks::{officer, second_officer, set_outer_signer, AccountId, CR, MX, PE};
use aeo_primitives::{
	CertificateNumber, CertificateState, Date, Decided, Ground, Halves, Hands, Moment, Scope,
	Subject, Suspension, SuspensionEnd, SuspensionScope, Territory, Written, WrittenSuspensionEnd,
};
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;
use sp_runtime::DispatchResult;

/// A Mexican company with one certificate.
const TIN: &str = "MXNWM9709244W4";
/// Another, with a certificate of each kind.
const OTHER: &str = "MXCFE370814QI0";
/// The certificate of the first, with both halves.
const NUMBER: &str = "MX-1";
/// Those of the second: customs, security, both.
const CUSTOMS: &str = "MX-2";
const SECURITY: &str = "MX-3";
const BOTH: &str = "MX-4";
/// One of Costa Rica, under the number of a Mexican one.
const COSTA_RICAN: (Territory, &str) = (Territory::CR, NUMBER);

fn number(text: &str) -> CertificateNumber {
	text.try_into().expect("short enough")
}

fn written(text: &str) -> Written {
	text.try_into().expect("short enough")
}

fn day(text: &str) -> Date {
	text.parse().expect("a day")
}

fn document() -> H256 {
	H256::repeat_byte(7)
}

fn signed(account: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

/// The first officer with scope `Suspension` of the administration with this own account.
fn by(own: AccountId) -> RuntimeOrigin {
	signed(officer(own, Scope::Suspension))
}

fn mexican(text: &str) -> Certificate {
	Certificates::get(Territory::MX, &number(text)).expect("it exists")
}

fn state(text: &str) -> CertificateState {
	mexican(text).state
}

fn change(text: &str, change: impl FnOnce(&mut Certificate)) {
	Certificates::change(Territory::MX, &number(text), change);
}

/// All the certificates there are, each in its first version.
fn certify() {
	let all = [
		(Territory::MX, NUMBER, certificate(TIN, Halves::Both)),
		(Territory::MX, CUSTOMS, certificate(OTHER, Halves::Customs)),
		(
			Territory::MX,
			SECURITY,
			certificate(OTHER, Halves::Security),
		),
		(Territory::MX, BOTH, certificate(OTHER, Halves::Both)),
		(
			COSTA_RICAN.0,
			COSTA_RICAN.1,
			certificate("CR3101123456", Halves::Both),
		),
	];
	for (issuer, text, certificate) in all {
		Certificates::put(issuer, &number(text), certificate);
	}
}

/// The first officer of Mexico suspends, in the name of the authority and without an end.
fn suspend(subject: Subject, scope: SuspensionScope) -> DispatchResult {
	let (end, ground) = (WrittenSuspensionEnd::Open, Ground::Authority);
	Suspensions::suspend(by(MX), subject, scope, end, ground, document())
		.map(|_| ())
		.map_err(|failed| failed.error)
}

fn suspend_one(text: &str, scope: SuspensionScope) -> DispatchResult {
	suspend(Subject::Number(written(text)), scope)
}

/// The first officer of Mexico, who signs, proposes a reinstatement in full.
fn propose(text: &str) -> DispatchResult {
	propose_by(officer(MX, Scope::Suspension), text, SuspensionScope::Full)
}

fn propose_by(maker: AccountId, text: &str, scope: SuspensionScope) -> DispatchResult {
	set_outer_signer(Some(maker));
	let (origin, ground) = (signed(maker), Ground::Authority);
	Suspensions::propose_reinstatement(origin, written(text), scope, ground, document())
		.map(|_| ())
		.map_err(|failed| failed.error)
}

/// The number of the Mexican proposal that waits; 0 where none does.
fn waiting(text: &str) -> u32 {
	let number = number(&text.trim().to_uppercase());
	Proposals::<Test>::get(Territory::MX, number).map_or(0, |waiting| waiting.number)
}

/// The second officer of Mexico, who signs, confirms what waits.
fn confirm(text: &str) -> DispatchResult {
	confirm_by(second_officer(MX, Scope::Suspension), text, waiting(text))
}

fn confirm_by(checker: AccountId, text: &str, proposal: u32) -> DispatchResult {
	set_outer_signer(Some(checker));
	Suspensions::confirm_reinstatement(signed(checker), written(text), proposal)
		.map(|_| ())
		.map_err(|failed| failed.error)
}

/// The first officer of Mexico refuses what waits.
fn refuse(text: &str) -> DispatchResult {
	Suspensions::refuse_reinstatement(by(MX), written(text), waiting(text))
}

/// The first officer for risk of an administration suspends its recognition of a certificate.
fn suspend_recognition(own: AccountId, issuer: Territory, text: &str) -> DispatchResult {
	let (origin, review_on) = (signed(officer(own, Scope::Risk)), written("2027-03-31"));
	Suspensions::suspend_recognition(origin, issuer, written(text), review_on, document())
}

fn restore_recognition(own: AccountId, issuer: Territory, text: &str) -> DispatchResult {
	let origin = signed(officer(own, Scope::Risk));
	Suspensions::restore_recognition(origin, issuer, written(text), document())
}

/// The first officer for clearance of an administration acknowledges a version.
fn acknowledge(own: AccountId, issuer: Territory, text: &str, version: u32) -> DispatchResult {
	let origin = signed(officer(own, Scope::Clearance));
	Suspensions::acknowledge(origin, issuer, written(text), version)
}

/// The first officer for clearance of an administration acknowledges up to two places.
fn acknowledge_through(
	own: AccountId,
	issuer: Territory,
	changes: u32,
	ordinals: u32,
) -> DispatchResult {
	let origin = signed(officer(own, Scope::Clearance));
	Suspensions::acknowledge_through(origin, issuer, changes, ordinals)
}

/// The first officer for risk of an administration reports an irregularity of a certificate.
fn report(own: AccountId, issuer: Territory, text: &str) -> DispatchResult {
	let origin = signed(officer(own, Scope::Risk));
	Suspensions::report_irregularity(origin, issuer, written(text), document())
}

/// The first officer for risk of an administration answers a report that it has received.
fn answer(own: AccountId, report: u32) -> DispatchResult {
	let origin = signed(officer(own, Scope::Risk));
	Suspensions::answer_irregularity(origin, report, H256::repeat_byte(9))
}

fn expect_event(event: Event<Test>) {
	System::assert_last_event(RuntimeEvent::Suspensions(event));
}

fn later(milliseconds: Moment) {
	Timestamp::set_timestamp(NOW + milliseconds);
}
