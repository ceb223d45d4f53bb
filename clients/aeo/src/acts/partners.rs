//! Acts about partners' certificates: acknowledging, recognition, irregularities, incidents.

use super::{desk::Desk, hash};
use crate::{
	ask::Asking,
	at,
	cli::acts::{Ack, Incident, Irregularity, Recognition},
	failure::{Exit, Failure, Kind},
	questions::{self, certificate, headings, incident_kind},
	standing, table,
	text::Label,
	Session,
};
use aeo_client::calls;
use aeo_primitives::{CertificateNumber, CertificateState, Moment, NormalisedTin, Territory};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;

/// Something that an issuer told.
#[derive(Deserialize)]
struct Told {
	issuer: Territory,
	number: CertificateNumber,
	tin: NormalisedTin,
	version: u32,
	before: Option<State>,
	after: State,
	known_from: Moment,
}

#[derive(Deserialize)]
struct State {
	state: CertificateState,
}

/// Up to where something was read.
#[derive(Clone, Copy, Deserialize, Serialize)]
struct Through {
	issuer: Territory,
	changes: u32,
	ordinals: u32,
}

#[derive(Deserialize)]
struct Page {
	told: Vec<Told>,
	through: Vec<Through>,
	next: Option<Through>,
}

/// What was read: everything that was told, and up to where, by issuer.
struct Read {
	told: Vec<Told>,
	through: BTreeMap<Territory, Through>,
}

fn read(asking: &Asking, administration: Territory) -> Result<Read, Failure> {
	let mut read = Read {
		told: Vec::new(),
		through: BTreeMap::new(),
	};
	let mut from = None;
	loop {
		let page: Page = asking.ask("aeo_unacknowledged", &[json!(administration), json!(from)])?;
		read.told.extend(page.told);
		// The last page on which an issuer is says up to where.
		read.through
			.extend(page.through.into_iter().map(|one| (one.issuer, one)));
		from = match page.next {
			Some(next) => Some(next),
			None => return Ok(read),
		};
	}
}

/// Acknowledges what issuers told, as it is shown.
pub fn acknowledge(session: &Session, arguments: &Ack) -> Result<Exit, Failure> {
	let desk = Desk::open(session, &arguments.acting)?;
	let home = desk.home()?;
	if let (Some(issuer), Some((changes, ordinals))) = (arguments.issuer, arguments.through) {
		let through = Through {
			issuer,
			changes,
			ordinals,
		};
		return acknowledge_one(&desk, through, &[]);
	}
	let Read { told, through } = read(&desk.asking, home)?;
	let meant = |issuer: &Territory| arguments.issuer.is_none_or(|one| one == *issuer);
	let mut done = Exit::Done;
	let mut any = false;
	for through in through.into_values().filter(|one| meant(&one.issuer)) {
		let rows: Vec<_> = told
			.iter()
			.filter(|one| one.issuer == through.issuer)
			.collect();
		if rows.is_empty() {
			continue;
		}
		any = true;
		done = acknowledge_one(&desk, through, &rows)?;
	}
	if !any {
		session.tell(&session.texts.label(Label::NothingTold, &[]));
	}
	Ok(done)
}

fn acknowledge_one(desk: &Desk, through: Through, told: &[&Told]) -> Result<Exit, Failure> {
	let session = desk.session;
	let Through {
		issuer,
		changes,
		ordinals,
	} = through;
	let mut lines = vec![session.texts.label(
		Label::ActAcknowledge,
		&[
			("issuer", issuer.name().to_owned()),
			("rows", told.len().to_string()),
			("cursor", format!("{changes}:{ordinals}")),
		],
	)];
	if !told.is_empty() {
		let labels = [
			Label::ColumnKnown,
			Label::ColumnCertificate,
			Label::FieldFirm,
			Label::FieldVersion,
			Label::ColumnBefore,
			Label::ColumnAfter,
		];
		let mut rows = vec![headings(session, &labels)];
		rows.extend(told.iter().map(|one| {
			let before = one.before.as_ref().map_or_else(
				|| "–".to_owned(),
				|before| standing::state(session, before.state),
			);
			vec![
				at::written(one.known_from),
				one.number.to_string(),
				one.tin.to_string(),
				one.version.to_string(),
				before,
				standing::state(session, one.after.state),
			]
		}));
		lines.extend(table::lines(&rows));
	}
	desk.act(
		&lines.join("\n"),
		&calls::acknowledge_through(issuer, changes, ordinals),
	)
}

/// Suspends one's own recognition of a foreign certificate, or restores it.
pub fn recognition(session: &Session, command: Recognition) -> Result<Exit, Failure> {
	match command {
		Recognition::Suspend(arguments) => {
			let foreign = &arguments.foreign;
			let document = hash(&foreign.document)?;
			let desk = Desk::open(session, &foreign.acting)?;
			let day = ("day", arguments.review_on.to_string());
			let words = about(
				&desk,
				Label::ActSuspendRecognition,
				foreign.issuer,
				&foreign.number,
				Some(day),
			)?;
			let call = calls::suspend_recognition(
				foreign.issuer,
				&foreign.number,
				arguments.review_on,
				document,
			);
			desk.act(&words, &call)
		}
		Recognition::Restore(foreign) => {
			let document = hash(&foreign.document)?;
			let desk = Desk::open(session, &foreign.acting)?;
			let label = Label::ActRestoreRecognition;
			let words = about(&desk, label, foreign.issuer, &foreign.number, None)?;
			let call = calls::restore_recognition(foreign.issuer, &foreign.number, document);
			desk.act(&words, &call)
		}
	}
}

/// Reports that something is wrong with a foreign certificate, or answers such a report.
pub fn irregularity(session: &Session, command: Irregularity) -> Result<Exit, Failure> {
	match command {
		Irregularity::Report(foreign) => {
			let document = hash(&foreign.document)?;
			let desk = Desk::open(session, &foreign.acting)?;
			let label = Label::ActReport;
			let words = about(&desk, label, foreign.issuer, &foreign.number, None)?;
			let call = calls::report_irregularity(foreign.issuer, &foreign.number, document);
			desk.act(&words, &call)
		}
		Irregularity::Answer(arguments) => {
			let document = hash(&arguments.document)?;
			let desk = Desk::open(session, &arguments.acting)?;
			let details = [("number", arguments.which.to_string())];
			let words = session.texts.label(Label::ActAnswerReport, &details);
			desk.act(
				&words,
				&calls::answer_irregularity(arguments.which, document),
			)
		}
	}
}

/// Says what is done about a foreign certificate, and how that stands.
fn about(
	desk: &Desk,
	label: Label,
	issuer: Territory,
	number: &CertificateNumber,
	more: Option<(&'static str, String)>,
) -> Result<String, Failure> {
	let session = desk.session;
	let none = || Failure::with(Kind::NoCertificate, [("id", number.to_string())]);
	let found = certificate(&desk.asking, issuer, number)?.ok_or_else(none)?;
	let since = questions::since(&desk.asking, &found)?;
	let mut details = vec![
		("number", number.to_string()),
		("issuer", issuer.name().to_owned()),
		("tin", found.tin.to_string()),
	];
	details.extend(more);
	let act = session.texts.label(label, &details);
	let status = session.texts.label(
		Label::CertificateIs,
		&[
			("number", number.to_string()),
			("status", standing::status(session, &found, since)),
		],
	);
	Ok(format!("{act}\n{status}"))
}

/// Opens and closes incidents, and lists them.
pub fn incident(session: &Session, command: Incident) -> Result<Exit, Failure> {
	match command {
		Incident::Open(arguments) => {
			let document = hash(&arguments.document)?;
			let desk = Desk::open(session, &arguments.acting)?;
			let details = [("kind", incident_kind(session, arguments.kind))];
			let words = session.texts.label(Label::ActOpenIncident, &details);
			desk.act(&words, &calls::open_incident(arguments.kind, document))
		}
		Incident::Close(arguments) => {
			let document = hash(&arguments.document)?;
			let desk = Desk::open(session, &arguments.acting)?;
			let details = [("number", arguments.which.to_string())];
			let words = session.texts.label(Label::ActCloseIncident, &details);
			desk.act(&words, &calls::close_incident(arguments.which, document))
		}
		Incident::List(arguments) => {
			questions::incidents(session, arguments.office, &arguments.asked).map(|()| Exit::Done)
		}
	}
}
