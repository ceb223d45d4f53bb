//! Applications, what agencies say of them, what holders ask for, and what is asked of them.

use crate::api;
use aeo_primitives::{
	tin::Tin, AgencyCode, CertificateNumber, CertificateType, Date, Opinion, RequestKind,
	RequestOutcome, Roles, Wish, WishKind,
};
use api::runtime_types::aeo_primitives::{application::Wish as Written, certificate::WrittenType};
use subxt::{
	transactions::Payload,
	utils::{AccountId32, Static, H256},
};

/// Applies for a certificate, as the firm that would hold it.
pub fn apply(certificate_type: &CertificateType, roles: Roles, document: H256) -> impl Payload {
	let roles = roles.iter().map(Static).collect();
	let calls = api::transactions().applications();
	calls.apply(written_type(certificate_type), roles, document)
}

/// Enters an application that came on paper; the firm is registered on the way.
pub fn enter_application(
	number: &CertificateNumber,
	tin: &Tin,
	publication_consent: H256,
	certificate_type: &CertificateType,
	roles: Roles,
	document: H256,
) -> impl Payload {
	let roles = roles.iter().map(Static).collect();
	api::transactions().applications().enter_application(
		number.to_string(),
		tin.to_string(),
		publication_consent,
		written_type(certificate_type),
		roles,
		document,
	)
}

/// Accepts an application for examination.
pub fn accept(number: &CertificateNumber, document: H256) -> impl Payload {
	let calls = api::transactions().applications();
	calls.accept(number.to_string(), document)
}

/// Rejects an application that can't be examined.
pub fn reject(number: &CertificateNumber, document: H256) -> impl Payload {
	let calls = api::transactions().applications();
	calls.reject(number.to_string(), document)
}

/// Takes one's own application back.
pub fn withdraw_application(number: &CertificateNumber, document: H256) -> impl Payload {
	let calls = api::transactions().applications();
	calls.withdraw_application(number.to_string(), document)
}

/// Asks for something about a certificate, as its holder or with the holder's paper.
pub fn ask(number: &CertificateNumber, wish: Wish, document: H256) -> impl Payload {
	let wish = match wish {
		Wish::Renewal => Written::Renewal,
		Wish::Appeal => Written::Appeal,
		Wish::Suspension => Written::Suspension,
		Wish::Relinquishment { from } => Written::Relinquishment {
			from: from.to_string(),
		},
		Wish::Reinstatement => Written::Reinstatement,
	};
	let calls = api::transactions().applications();
	calls.ask(number.to_string(), wish, document)
}

/// Takes back what was asked for.
pub fn withdraw_wish(number: &CertificateNumber, wish: WishKind, document: H256) -> impl Payload {
	let calls = api::transactions().applications();
	calls.withdraw_wish(number.to_string(), Static(wish), document)
}

/// Dismisses an appeal: the decision stands.
pub fn dismiss_appeal(number: &CertificateNumber, document: H256) -> impl Payload {
	let calls = api::transactions().applications();
	calls.dismiss_appeal(number.to_string(), document)
}

/// Registers an agency, with the account that acts for it.
pub fn register_agency(code: &AgencyCode, account: AccountId32) -> impl Payload {
	let calls = api::transactions().applications();
	calls.register_agency(code.to_string(), account)
}

/// Removes an agency.
pub fn remove_agency(code: &AgencyCode) -> impl Payload {
	let calls = api::transactions().applications();
	calls.remove_agency(code.to_string())
}

/// Says what an agency thinks of an application, in the version that it has read.
pub fn opine(
	number: &CertificateNumber,
	version: u32,
	opinion: Opinion,
	document: H256,
) -> impl Payload {
	let calls = api::transactions().applications();
	calls.opine(number.to_string(), version, Static(opinion), document)
}

/// Asks the holder of a certificate, or an applicant, for something until a day.
pub fn request(
	number: &CertificateNumber,
	kind: RequestKind,
	due: Date,
	document: H256,
) -> impl Payload {
	let calls = api::transactions().applications();
	calls.request(number.to_string(), Static(kind), due.to_string(), document)
}

/// Answers a request, as the holder or with the holder's paper.
pub fn answer_request(number: &CertificateNumber, request: u32, document: H256) -> impl Payload {
	let calls = api::transactions().applications();
	calls.answer_request(number.to_string(), request, document)
}

/// Closes a request.
pub fn close_request(
	number: &CertificateNumber,
	request: u32,
	outcome: RequestOutcome,
	document: H256,
) -> impl Payload {
	let calls = api::transactions().applications();
	calls.close_request(number.to_string(), request, Static(outcome), document)
}

/// A type of certificate as it is written in a call.
pub(super) fn written_type(named: &CertificateType) -> WrittenType {
	WrittenType {
		programme: named.programme.to_string(),
		code: named.code.to_string(),
	}
}
