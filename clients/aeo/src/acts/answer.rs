//! `aeo confirm` and `aeo refuse`: the second officer reads on the chain what waits, and answers it.

use super::desk::Desk;
use crate::{
	at,
	cli::acts::Answer,
	failure::{Exit, Failure, Kind},
	questions::{
		self, batch_words, decision_document, decision_words, reinstatement_words, PendingBatch,
	},
	standing,
	text::Label,
	Session,
};
use aeo_client::{
	calls::{self, TakenOverState},
	PendingDecision, PendingReinstatement, WaitingRow,
};
use primitive_types::H256;

/// What waits under a name.
enum Found {
	Decision(PendingDecision),
	Batch(PendingBatch),
	Reinstatement(PendingReinstatement),
}

impl Found {
	const fn proposal(&self) -> u32 {
		match self {
			Self::Decision(one) => one.proposal,
			Self::Batch(one) => one.proposal,
			Self::Reinstatement(one) => one.proposal,
		}
	}
}

/// Confirms what waits, or refuses it.
pub fn answer(session: &Session, arguments: &Answer, confirms: bool) -> Result<Exit, Failure> {
	// Meanwhile something else may wait under the same number than what was read.
	if arguments.acting.yes && arguments.proposal.is_none() {
		return Err(Failure::new(Kind::ProposalMissing));
	}
	let desk = Desk::open(session, &arguments.acting)?.at_final()?;
	let found = find(&desk, arguments)?;
	let words = words(&desk, &found, confirms)?;
	match found {
		Found::Decision(one) if confirms => {
			desk.act(&words, &calls::confirm(&one.number, one.proposal))
		}
		Found::Decision(one) => desk.act(&words, &calls::refuse(&one.number, one.proposal)),
		Found::Batch(one) if confirms => {
			desk.act(&words, &calls::confirm_batch(one.batch, one.proposal))
		}
		Found::Batch(one) => desk.act(&words, &calls::refuse_batch(one.batch, one.proposal)),
		Found::Reinstatement(one) if confirms => desk.act(
			&words,
			&calls::confirm_reinstatement(&one.number, one.proposal),
		),
		Found::Reinstatement(one) => desk.act(
			&words,
			&calls::refuse_reinstatement(&one.number, one.proposal),
		),
	}
}

/// The one thing that waits under what was typed.
fn find(
	desk: &Desk,
	Answer {
		waiting, proposal, ..
	}: &Answer,
) -> Result<Found, Failure> {
	let all = questions::waiting(&desk.asking, &desk.state, desk.home()?)?;
	let batch = aeo_sealing::hex::array(waiting).map(H256);
	let is_meant = |number: &str| number.eq_ignore_ascii_case(waiting.trim());
	let mut found: Vec<_> = all
		.decisions
		.into_iter()
		.filter(|one| is_meant(&one.number))
		.map(Found::Decision)
		.collect();
	found.extend(
		all.reinstatements
			.into_iter()
			.filter(|one| is_meant(&one.number))
			.map(Found::Reinstatement),
	);
	found.extend(
		all.batches
			.into_iter()
			.filter(|one| Some(one.batch) == batch)
			.map(Found::Batch),
	);
	if let Some(proposal) = proposal {
		found.retain(|one| one.proposal() == *proposal);
	}
	let details = [("waiting", waiting.clone())];
	match found.len() {
		0 => Err(Failure::with(Kind::NothingWaits, details)),
		1 => found
			.pop()
			.ok_or_else(|| Failure::with(Kind::NothingWaits, details)),
		_ => Err(Failure::with(Kind::SeveralWait, details)),
	}
}

/// What would be confirmed, or refused, as it stands on the chain.
fn words(desk: &Desk, found: &Found, confirms: bool) -> Result<String, Failure> {
	let session = desk.session;
	let texts = &session.texts;
	let label = if confirms {
		Label::ActConfirm
	} else {
		Label::ActRefuse
	};
	let (name, decision, document, maker, expires) = match found {
		Found::Decision(one) => (
			one.number.to_string(),
			decision_words(session, &one.decision),
			Some(decision_document(&one.decision)),
			one.maker.officer.to_string(),
			one.expires,
		),
		Found::Batch(one) => (
			format!("{:?}", one.batch),
			batch_words(session, one),
			None,
			one.maker.officer.to_string(),
			one.expires,
		),
		Found::Reinstatement(one) => (
			one.number.to_string(),
			reinstatement_words(session, one),
			Some(one.document),
			one.maker.to_string(),
			one.expires,
		),
	};
	let mut lines = vec![texts.label(
		label,
		&[
			("number", name.clone()),
			("proposal", found.proposal().to_string()),
			("decision", decision),
			("maker", maker),
			("expires", at::written(expires)),
		],
	)];
	if let Some(document) = document {
		lines.push(texts.label(Label::DocumentIs, &[("document", format!("{document:?}"))]));
	}
	if let Found::Batch(one) = found {
		let rows = rows(desk, one.batch)?;
		if rows.is_none() && confirms {
			return Err(Failure::with(Kind::BatchNotShown, [("batch", name)]));
		}
		lines.extend(rows.into_iter().flatten());
	} else if let Some(now) = questions::certificate(&desk.asking, desk.home()?, &name)? {
		let since = questions::since(&desk.asking, &now)?;
		let status = standing::status(session, &now, since);
		let details = [("number", name), ("status", status)];
		lines.push(texts.label(Label::CertificateIs, &details));
	}
	Ok(lines.join("\n"))
}

/// The rows of a batch, a line each; none where it takes nothing over.
fn rows(desk: &Desk, batch: H256) -> Result<Option<Vec<String>>, Failure> {
	let block = desk.asking.block.hash;
	let found = desk.state.waiting_batch(desk.home()?, batch, block)?;
	let rows = found.and_then(|batch| batch.rows);
	Ok(rows.map(|rows| rows.iter().map(|row| line(desk.session, row)).collect()))
}

fn line(session: &Session, row: &WaitingRow) -> String {
	let texts = &session.texts;
	let WaitingRow::TakesOver(row) = row else {
		let details = [
			("number", row.number().to_owned()),
			("why", texts.label(Label::NotReadable, &[])),
		];
		return texts.label(Label::CertificateRefused, &details);
	};
	let periods = row.periods.iter().map(|period| {
		let state = match period.state {
			TakenOverState::Authorised => texts.label(Label::StateAuthorised, &[]),
			TakenOverState::Suspended { scope, end } => {
				let scope = standing::scope(session, scope);
				let suspended = texts.label(Label::StateSuspended, &[]);
				match standing::suspension_end(session, end) {
					Some(end) => format!("{suspended} ({scope}; {end})"),
					None => format!("{suspended} ({scope})"),
				}
			}
		};
		format!("{}: {state}, {:?}", period.from, period.document)
	});
	let periods: Vec<_> = periods.collect();
	let days = standing::days(session, row.valid_from, row.valid_until);
	[
		row.number.to_string(),
		row.tin.to_string(),
		standing::certificate_type(&row.certificate_type),
		standing::roles(row.roles),
		days,
		periods.join("; "),
	]
	.join(" | ")
}
