//! Agreements between administrations.

use crate::api;
use aeo_primitives::{
	recognition::ConsentNeed, AgreementId, CertificateType, DataClasses, Date, DeclareAs,
	Directions, EligibleRoles, Rows, Territory,
};
use serde::{Deserialize, Serialize};
use subxt::{
	transactions::Payload,
	utils::{Static, H256},
};

/// What the certificates of an issuer earn from a grantor.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LegTerms {
	/// Whose certificates.
	pub issuer: Territory,
	/// Whose benefits.
	pub grantor: Territory,
	/// The eligible types of certificate.
	pub types: Vec<CertificateType>,
	/// The eligible roles.
	pub roles: EligibleRoles,
	/// The declarations that it covers, lodged at the grantor.
	pub directions: Directions,
	/// The benefits, each with the half of the certificate that it requires.
	pub rows: Rows,
	/// Whether a certificate needs its holder's consent.
	pub consent: ConsentNeed,
	/// What the grantor may see of the certified traders.
	pub data_classes: DataClasses,
	/// How its declarations name the foreign operator.
	pub declare_as: DeclareAs,
}

/// An agreement to propose.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NewAgreement {
	/// The administrations between which it is.
	pub parties: Vec<Territory>,
	/// blake2-256 of its text.
	pub text: H256,
	/// When a treaty that exists was signed.
	pub signed_on: Option<Date>,
	/// The days between a party's notice and the last day.
	pub notice_days: u16,
	/// Its legs.
	pub legs: Vec<LegTerms>,
	/// The first day of the legs in which the proposer is grantor; none: later.
	pub in_force_from: Option<Date>,
}

/// From whom to whom a leg leads.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Pair {
	/// Whose certificates.
	pub issuer: Territory,
	/// Whose benefits.
	pub grantor: Territory,
}

/// A change of an agreement to propose.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Amendment {
	/// The agreement.
	pub agreement: AgreementId,
	/// blake2-256 of its text.
	pub text: H256,
	/// Those that accede.
	pub new_parties: Vec<Territory>,
	/// Legs as they will be, new ones too.
	pub legs: Vec<LegTerms>,
	/// Legs that it takes away.
	pub removed: Vec<Pair>,
	/// The days of notice, where they change.
	pub notice_days: Option<u16>,
	/// The first day of the legs in which the proposer is grantor; none: later.
	pub in_force_from: Option<Date>,
}

/// Proposes an amendment.
pub fn propose_amendment(amendment: Amendment) -> impl Payload {
	let removed = amendment.removed.into_iter();
	api::transactions().agreements().propose_amendment(
		amendment.agreement,
		amendment.text,
		amendment.new_parties.into_iter().map(Static).collect(),
		amendment.legs.into_iter().map(Into::into).collect(),
		removed
			.map(|pair| api::runtime_types::pallet_agreements::types::Pair {
				issuer: Static(pair.issuer),
				grantor: Static(pair.grantor),
			})
			.collect(),
		amendment.notice_days,
		amendment.in_force_from.map(|day| day.to_string()),
	)
}

/// Proposes an agreement.
pub fn propose_agreement(agreement: NewAgreement) -> impl Payload {
	let calls = api::transactions().agreements();
	calls.propose(
		agreement.parties.into_iter().map(Static).collect(),
		agreement.text,
		agreement.signed_on.map(|day| day.to_string()),
		agreement.notice_days,
		agreement.legs.into_iter().map(Into::into).collect(),
		agreement.in_force_from.map(|day| day.to_string()),
	)
}

/// Signs an agreement whose terms have this hash.
pub fn sign_agreement(
	agreement: AgreementId,
	terms: H256,
	in_force_from: Option<Date>,
) -> impl Payload {
	let calls = api::transactions().agreements();
	calls.sign(agreement, terms, in_force_from.map(|day| day.to_string()))
}

/// Signs an amendment whose terms have this hash.
pub fn sign_amendment(
	agreement: AgreementId,
	terms: H256,
	in_force_from: Option<Date>,
) -> impl Payload {
	let calls = api::transactions().agreements();
	calls.sign_amendment(agreement, terms, in_force_from.map(|day| day.to_string()))
}

/// Puts the leg from an issuer in force, in which the signer is grantor.
pub fn put_in_force(agreement: AgreementId, issuer: Territory, from: Date) -> impl Payload {
	let calls = api::transactions().agreements();
	calls.put_in_force(agreement, Static(issuer), from.to_string())
}

/// Suspends a leg.
pub fn suspend_leg(agreement: AgreementId, issuer: Territory, grantor: Territory) -> impl Payload {
	let calls = api::transactions().agreements();
	calls.suspend_leg(agreement, Static(issuer), Static(grantor))
}

/// Resumes it.
pub fn resume_leg(agreement: AgreementId, issuer: Territory, grantor: Territory) -> impl Payload {
	let calls = api::transactions().agreements();
	calls.resume_leg(agreement, Static(issuer), Static(grantor))
}

/// Gives notice of an agreement.
pub fn give_notice(agreement: AgreementId) -> impl Payload {
	let calls = api::transactions().agreements();
	calls.give_notice(agreement)
}

impl From<LegTerms> for api::runtime_types::pallet_agreements::types::WrittenLeg {
	fn from(leg: LegTerms) -> Self {
		let declare_as = leg.declare_as;
		Self {
			issuer: Static(leg.issuer),
			grantor: Static(leg.grantor),
			types: leg
				.types
				.iter()
				.map(super::applications::written_type)
				.collect(),
			roles: leg.roles.iter().map(Static).collect(),
			directions: leg.directions.iter().map(Static).collect(),
			rows: leg.rows.iter().map(Static).collect(),
			consent: Static(leg.consent),
			data_classes: leg.data_classes.iter().map(Static).collect(),
			declare_as: api::runtime_types::pallet_agreements::types::WrittenDeclareAs {
				code: declare_as.code.to_string(),
				place: declare_as.place.to_string(),
				number: Static(declare_as.number),
				prefix: declare_as.prefix.to_string(),
				number_place: declare_as.number_place.to_string(),
				manifest_place: declare_as.manifest_place.to_string(),
			},
		}
	}
}
