//! Suspensions, recognition of foreign certificates, and what is acknowledged.

use crate::api;
use aeo_primitives::{
	CertificateNumber, Date, Ground, Subject, SuspensionEnd, SuspensionScope, Territory,
};
use subxt::{
	transactions::Payload,
	utils::{Static, H256},
};

/// Suspends a certificate, or all live ones of a trader; `document` is the decision.
pub fn suspend(
	subject: Subject,
	scope: SuspensionScope,
	end: SuspensionEnd,
	ground: Ground,
	document: H256,
) -> impl Payload {
	let calls = api::transactions().suspensions();
	calls.suspend(
		Static(subject),
		Static(scope),
		Static(end.into()),
		Static(ground),
		document,
	)
}

/// Proposes to reinstate a certificate, or does it where one officer is enough.
pub fn propose_reinstatement(
	number: &CertificateNumber,
	scope: SuspensionScope,
	ground: Ground,
	document: H256,
) -> impl Payload {
	let calls = api::transactions().suspensions();
	calls.propose_reinstatement(number.to_string(), Static(scope), Static(ground), document)
}

/// Confirms the reinstatement that waits under a number.
pub fn confirm_reinstatement(number: &CertificateNumber, proposal: u32) -> impl Payload {
	let calls = api::transactions().suspensions();
	calls.confirm_reinstatement(number.to_string(), proposal)
}

/// Refuses it, or takes it back.
pub fn refuse_reinstatement(number: &CertificateNumber, proposal: u32) -> impl Payload {
	let calls = api::transactions().suspensions();
	calls.refuse_reinstatement(number.to_string(), proposal)
}

/// Suspends one's own recognition of a foreign certificate until it is restored; `review_on` is the day,
/// the grantor's, on which a review is due.
pub fn suspend_recognition(
	issuer: Territory,
	number: &CertificateNumber,
	review_on: Date,
	document: H256,
) -> impl Payload {
	let calls = api::transactions().suspensions();
	calls.suspend_recognition(
		Static(issuer),
		number.to_string(),
		review_on.to_string(),
		document,
	)
}

/// Restores it.
pub fn restore_recognition(
	issuer: Territory,
	number: &CertificateNumber,
	document: H256,
) -> impl Payload {
	let calls = api::transactions().suspensions();
	calls.restore_recognition(Static(issuer), number.to_string(), document)
}

/// Acknowledges all that an issuer has told up to two places, which `aeo_unacknowledged` gives.
pub fn acknowledge_through(issuer: Territory, changes: u32, ordinals: u32) -> impl Payload {
	let calls = api::transactions().suspensions();
	calls.acknowledge_through(Static(issuer), changes, ordinals)
}

/// Reports to an issuer that something is wrong with one of its certificates.
pub fn report_irregularity(
	issuer: Territory,
	number: &CertificateNumber,
	document: H256,
) -> impl Payload {
	let calls = api::transactions().suspensions();
	calls.report_irregularity(Static(issuer), number.to_string(), document)
}

/// Answers a report that one has received.
pub fn answer_irregularity(report: u32, document: H256) -> impl Payload {
	let calls = api::transactions().suspensions();
	calls.answer_irregularity(report, document)
}
