//! What a receipt says, in words.

use crate::{
	at,
	failure::Failure,
	questions::{self, say_all},
	standing::{self, CertificateStatus},
	text::Label,
	Session,
};
use aeo_primitives::{
	recognition::{Answer, Consent, Denial, NormalisedTin},
	CertificateNumber, CertificateState, CertificateType, Date, Halves, Moment, Roles, StateKind,
	SuspensionScope, Territory, TraderId, Validity,
};
use aeo_receipt::{Error, Header, Proven, Question, Receipt};
use codec::{Decode, DecodeAll};
use serde_json::{json, Value};

/// An answer of the runtime, with its block.
#[derive(Decode)]
struct Dated<T> {
	#[allow(dead_code, reason = "the proof says it")]
	block: u32,
	#[allow(dead_code, reason = "the proof says it")]
	time: Moment,
	answer: T,
}

/// A certificate as the runtime tells it.
#[derive(Decode)]
#[allow(dead_code, reason = "the form of the runtime")]
struct Status {
	issuer: Territory,
	number: CertificateNumber,
	trader: TraderId,
	tin: NormalisedTin,
	ordinal: u32,
	version: u32,
	certificate_type: CertificateType,
	halves: Halves,
	roles: Roles,
	state: CertificateState,
	validity: Option<Validity>,
	consent: Consent,
	in_force: bool,
	obstacle: Option<Denial>,
	suspended: Option<SuspensionScope>,
	review_due: Option<Date>,
	review_overdue: bool,
	bar: Option<Date>,
	asked: (bool, Option<StateKind>, bool, Option<Date>, bool),
	under_review: bool,
	open_requests: u32,
	periods: u32,
}

impl From<Status> for CertificateStatus {
	fn from(told: Status) -> Self {
		Self {
			issuer: told.issuer,
			number: told.number,
			tin: told.tin,
			version: told.version,
			certificate_type: told.certificate_type,
			roles: told.roles,
			state: told.state,
			validity: told.validity,
			obstacle: told.obstacle,
			suspended: told.suspended,
			review_due: told.review_due,
			review_overdue: told.review_overdue,
			under_review: told.under_review,
			open_requests: told.open_requests,
		}
	}
}

fn decoded<T: Decode>(answer: &[u8]) -> Result<T, Failure> {
	let dated = Dated::<T>::decode_all(&mut &*answer);
	Ok(dated.map_err(|_| Error::UnknownForm)?.answer)
}

/// Says what was asked.
fn asked(session: &Session, question: &Question) -> String {
	let texts = &session.texts;
	match question {
		Question::Certificate { issuer, number } => texts.label(
			Label::CertificateOf,
			&[
				("number", number.to_string()),
				("issuer", issuer.name().to_owned()),
			],
		),
		Question::Evaluate {
			grantor,
			identifier,
			role,
			direction,
		} => texts.label(
			Label::ReceiptEvaluates,
			&[
				("grantor", grantor.name().to_owned()),
				("id", named(identifier)),
				("role", role.name().to_owned()),
				("direction", questions::direction(session, *direction)),
			],
		),
	}
}

/// Whom a declaration names.
fn named(identifier: &aeo_primitives::Identifier) -> String {
	use aeo_primitives::Identifier::{Alias, Certificate, Tin};
	match identifier {
		Tin(tin) => tin.to_string(),
		Certificate { issuer, number } => format!("{issuer} {number}"),
		Alias { value, .. } => value.to_string(),
	}
}

/// Says what is proven.
pub fn say(session: &Session, proven: &Proven, answer: &[u8]) -> Result<(), Failure> {
	let block = || {
		let details = [
			("number", proven.number.to_string()),
			("time", at::written(proven.time)),
		];
		session.say(&session.texts.label(Label::ReceiptProven, &details))
	};
	match &proven.question {
		Question::Certificate { .. } => {
			let status: Option<Status> = decoded(answer)?;
			if session.json {
				let in_force = status.as_ref().is_some_and(|status| status.in_force);
				let mut answer = json!({"in_force": in_force});
				match proven.certificate() {
					Ok(shown) => answer["certificate"] = json!(shown),
					// The runtime that answered knows a later form than this program, which shows none of it.
					Err(Error::UnknownForm) => {}
					Err(error) => return Err(error.into()),
				}
				return session.say(&as_json(proven, &answer).to_string());
			}
			session.say(&asked(session, &proven.question))?;
			match status {
				Some(status) => say_certificate(session, &status.into())?,
				None => session.say(&session.texts.label(Label::ReceiptNoCertificate, &[]))?,
			}
		}
		Question::Evaluate { .. } => {
			let given: Option<Answer> = decoded(answer)?;
			if session.json {
				return session.say(&as_json(proven, &json!(given)).to_string());
			}
			session.say(&asked(session, &proven.question))?;
			match given {
				Some(given) => questions::say_answer(session, &given, |_, _| Ok(None))?,
				None => session.say(&session.texts.label(Label::ReceiptNoGrantor, &[]))?,
			}
		}
	}
	block()
}

fn as_json(proven: &Proven, answer: &Value) -> Value {
	json!({
		"proven": true,
		"block_number": proven.number,
		"block_hash": proven.hash,
		"block_time": proven.time,
		"specification": proven.specification,
		"question": proven.question,
		"answer": answer,
	})
}

fn say_certificate(session: &Session, certificate: &CertificateStatus) -> Result<(), Failure> {
	// Since when is in the history, which is not proven.
	let status = match certificate.state.kind() {
		StateKind::Suspended | StateKind::Annulled => standing::state(session, certificate.state),
		_ => standing::status(session, certificate, None),
	};
	let rows = [
		(Label::FieldFirm, certificate.tin.to_string()),
		(Label::FieldStatus, status),
		(
			Label::FieldType,
			standing::certificate_type(&certificate.certificate_type),
		),
		(Label::FieldRoles, standing::roles(certificate.roles)),
		(
			Label::FieldValid,
			standing::validity(session, certificate.validity),
		),
		(Label::FieldVersion, certificate.version.to_string()),
	];
	let rows = rows
		.into_iter()
		.map(|(label, value)| vec![format!("  {}", session.texts.label(label, &[])), value]);
	say_all(session, &rows.collect::<Vec<_>>())
}

/// Says what a receipt claims, without any proof.
pub fn show(session: &Session, receipt: &Receipt) -> Result<(), Failure> {
	let question = Question::read(&receipt.question)?;
	let header = receipt.headers.first().ok_or(Error::HeaderCount)?;
	let header = Header::read(header)?;
	let genesis = primitive_types::H256(*receipt.genesis);
	if session.json {
		let line = json!({
			"proven": false,
			"genesis": genesis,
			"block_number": header.number,
			"specification": receipt.specification,
			"set": receipt.set,
			"hand_offs": receipt.hand_offs.len(),
			"question": question,
		});
		return session.say(&line.to_string());
	}
	session.say(&asked(session, &question))?;
	let details = [
		("number", header.number.to_string()),
		("genesis", format!("{genesis:?}")),
	];
	session.say(&session.texts.label(Label::ReceiptClaims, &details))
}
