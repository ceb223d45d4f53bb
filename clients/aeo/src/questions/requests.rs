//! `aeo request list`: what is asked of holders and applicants.

use super::{headings, say_all};
use crate::{
	acts::request_kind, ask::Asking, at, cli::questions::Asked, failure::Failure, text::Label,
	Session,
};
use aeo_primitives::{CertificateNumber, Date, Moment, RequestKind, Territory};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Page {
	requests: Vec<RequestStatus>,
	next_page: Option<u32>,
}

#[derive(Deserialize)]
struct RequestStatus {
	number: CertificateNumber,
	place: u32,
	request: Request,
	overdue: bool,
}

#[derive(Deserialize)]
struct Request {
	kind: RequestKind,
	asked_at: Moment,
	due: Date,
	answer: Option<Answer>,
}

#[derive(Deserialize)]
struct Answer {
	at: Moment,
}

/// Lists the open requests of an issuer.
pub fn list(session: &Session, issuer: Territory, asked: &Asked) -> Result<(), Failure> {
	let asking = Asking::connect(&asked.node, asked.at)?;
	let texts = &session.texts;
	let mut rows = Vec::new();
	let mut page = Some(0_u32);
	while let Some(number) = page {
		let whole = asking.whole("aeo_requests", &[json!(issuer), json!(number)])?;
		if session.json {
			session.say(&whole.to_string())?;
		}
		let read: Page = asking.read(whole)?;
		rows.extend(read.requests.iter().map(|one| {
			let status = match &one.request.answer {
				Some(answer) => {
					let details = [("time", at::written(answer.at))];
					texts.label(Label::RequestAnswered, &details)
				}
				None if one.overdue => texts.label(Label::RequestOverdue, &[]),
				None => texts.label(Label::StillOpen, &[]),
			};
			vec![
				one.number.to_string(),
				one.place.to_string(),
				request_kind(session, one.request.kind),
				at::written(one.request.asked_at),
				one.request.due.to_string(),
				status,
			]
		}));
		page = read.next_page;
	}
	if session.json {
		return Ok(());
	}
	if rows.is_empty() {
		session.tell(&texts.label(Label::NoRequests, &[]));
	} else {
		let labels = [
			Label::ColumnCertificate,
			Label::ColumnNumber,
			Label::ColumnKind,
			Label::ColumnFrom,
			Label::ColumnUntil,
			Label::FieldStatus,
		];
		rows.insert(0, headings(session, &labels));
		say_all(session, &rows)?;
	}
	asking.say_block(session)
}
