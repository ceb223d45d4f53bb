//! `aeo pending`: what waits for a second officer.

use super::{ground, headings, say_all};
use crate::{
	ask::Asking, at, cli::questions::Pending, failure::Failure, standing, state::State,
	text::Label, Session,
};
use aeo_client::{calls::Decision, AccountId32, PendingDecision, PendingReinstatement};
use aeo_primitives::{Maker, Moment, Territory};
use primitive_types::H256;
use serde::Deserialize;
use serde_json::{json, Value};

/// A batch that waits.
#[derive(Clone, Debug, Deserialize)]
pub struct PendingBatch {
	/// Names it.
	pub batch: H256,
	/// The number of the proposal, which its confirmation names.
	pub proposal: u32,
	/// How many certificates are in it.
	pub rows: u32,
	/// Who proposed it.
	pub maker: Maker<AccountId32>,
	/// It can be confirmed until then.
	pub expires: Moment,
	/// Whether it was not confirmed in time.
	pub expired: bool,
}

/// What waits for a second officer of an administration.
pub struct Waiting {
	/// Decisions about certificates.
	pub decisions: Vec<PendingDecision>,
	/// Batches.
	pub batches: Vec<PendingBatch>,
	/// Reinstatements.
	pub reinstatements: Vec<PendingReinstatement>,
	/// All that the node said of decisions and batches.
	said: Vec<Value>,
}

#[derive(Deserialize)]
struct Page {
	decisions: Vec<PendingDecision>,
	batches: Vec<PendingBatch>,
	next_page: Option<u32>,
}

/// Returns what waits.
pub fn waiting(asking: &Asking, state: &State, issuer: Territory) -> Result<Waiting, Failure> {
	let mut waiting = Waiting {
		decisions: Vec::new(),
		batches: Vec::new(),
		reinstatements: state.reinstatements(issuer, asking.block.hash)?,
		said: Vec::new(),
	};
	let mut page = Some(0);
	while let Some(number) = page {
		let whole = asking.whole("aeo_pendingDecisions", &[json!(issuer), json!(number)])?;
		waiting.said.push(whole.clone());
		let read: Page = asking.read(whole)?;
		waiting.decisions.extend(read.decisions);
		waiting.batches.extend(read.batches);
		page = read.next_page;
	}
	Ok(waiting)
}

/// Lists what waits.
pub fn list(session: &Session, arguments: &Pending) -> Result<(), Failure> {
	let Pending {
		office: administration,
		asked,
	} = arguments;
	let asking = Asking::connect(&asked.node, asked.at)?;
	let state = State::connect(&asked.node, asking.genesis)?;
	let waiting = waiting(&asking, &state, *administration)?;
	if session.json {
		for whole in &waiting.said {
			session.say(&whole.to_string())?;
		}
		return waiting
			.reinstatements
			.iter()
			.try_for_each(|one| session.say(&reinstatement_json(one).to_string()));
	}
	let expires = |moment, expired: bool, overtaken: bool| {
		let more = if expired {
			Some(Label::Expired)
		} else if overtaken {
			Some(Label::Overtaken)
		} else {
			None
		};
		match more {
			Some(label) => format!(
				"{} ({})",
				at::written(moment),
				session.texts.label(label, &[])
			),
			None => at::written(moment),
		}
	};
	let mut rows: Vec<_> = waiting
		.decisions
		.iter()
		.map(|one| {
			vec![
				one.number.to_string(),
				one.proposal.to_string(),
				decision(session, &one.decision),
				expires(one.expires, one.expired, one.overtaken),
				one.maker.officer.to_string(),
			]
		})
		.collect();
	rows.extend(waiting.reinstatements.iter().map(|one| {
		vec![
			one.number.to_string(),
			one.proposal.to_string(),
			reinstatement(session, one),
			expires(one.expires, one.expires < asking.block.time, false),
			one.maker.to_string(),
		]
	}));
	rows.extend(waiting.batches.iter().map(|one| {
		vec![
			format!("{:?}", one.batch),
			one.proposal.to_string(),
			batch(session, one),
			expires(one.expires, one.expired, false),
			one.maker.officer.to_string(),
		]
	}));
	if rows.is_empty() {
		session.tell(&session.texts.label(Label::NothingPending, &[]));
	} else {
		let labels = [
			Label::ColumnCertificate,
			Label::ColumnProposal,
			Label::ColumnDecision,
			Label::ColumnUntil,
			Label::ColumnBy,
		];
		rows.insert(0, headings(session, &labels));
		say_all(session, &rows)?;
	}
	asking.say_block(session)
}

fn reinstatement_json(one: &PendingReinstatement) -> Value {
	json!({"reinstatement": {
		"number": one.number,
		"proposal": one.proposal,
		"scope": one.scope,
		"ground": one.ground,
		"document": one.document,
		"maker": one.maker.to_string(),
		"expires": one.expires,
	}})
}

/// Says what a reinstatement would do.
pub fn reinstatement(session: &Session, one: &PendingReinstatement) -> String {
	session.texts.label(
		Label::DecisionReinstate,
		&[
			("scope", standing::scope(session, one.scope)),
			("ground", ground(session, one.ground)),
		],
	)
}

/// Says what a batch has.
pub fn batch(session: &Session, one: &PendingBatch) -> String {
	let details = [("rows", one.rows.to_string())];
	session.texts.label(Label::DecisionBatch, &details)
}

/// Says what a decision would do.
pub fn decision(session: &Session, decision: &Decision) -> String {
	let texts = &session.texts;
	let day = |label, day: Option<aeo_primitives::Date>| {
		day.map_or_else(String::new, |day| {
			format!("; {}", texts.label(label, &[("day", day.to_string())]))
		})
	};
	match decision {
		Decision::Rectify {
			roles,
			valid_from,
			valid_until,
			..
		} => texts.label(
			Label::DecisionRectify,
			&[
				("roles", standing::roles(*roles)),
				("days", standing::days(session, *valid_from, *valid_until)),
			],
		),
		Decision::Authorise {
			tin,
			certificate_type,
			roles,
			valid_from,
			valid_until,
			..
		} => texts.label(
			Label::DecisionAuthorise,
			&[
				("tin", tin.to_string()),
				("type", standing::certificate_type(certificate_type)),
				("roles", standing::roles(*roles)),
				("days", standing::days(session, *valid_from, *valid_until)),
			],
		),
		Decision::Renew { valid_until, .. } => {
			let renew = texts.label(Label::DecisionRenew, &[]);
			renew + &day(Label::UntilDay, *valid_until)
		}
		Decision::RefuseRenewal { .. } => texts.label(Label::DecisionRefuseRenewal, &[]),
		Decision::RefuseApplication { bar_until, .. } => {
			let refuse = texts.label(Label::DecisionRefuseApplication, &[]);
			refuse + &day(Label::BarredUntil, *bar_until)
		}
		Decision::Relinquish { from, .. } => {
			texts.label(Label::DecisionRelinquish, &[("day", from.to_string())])
		}
		Decision::Overturn { from, .. } => {
			let overturn = texts.label(Label::DecisionOverturn, &[]);
			overturn + &day(Label::FromDay, *from)
		}
		Decision::Revoke {
			from, bar_until, ..
		} => {
			let revoke = texts.label(Label::DecisionRevoke, &[("day", from.to_string())]);
			revoke + &day(Label::BarredUntil, *bar_until)
		}
		Decision::Annul { .. } => texts.label(Label::DecisionAnnul, &[]),
		Decision::WithdrawApplication { .. } => {
			texts.label(Label::DecisionWithdrawApplication, &[])
		}
		Decision::KeepInForce { .. } => texts.label(Label::DecisionKeepInForce, &[]),
	}
}

/// The document that a decision names.
pub const fn document(decision: &Decision) -> H256 {
	match decision {
		Decision::Rectify { document, .. }
		| Decision::Authorise { document, .. }
		| Decision::Renew { document, .. }
		| Decision::RefuseRenewal { document }
		| Decision::RefuseApplication { document, .. }
		| Decision::Relinquish { document, .. }
		| Decision::Overturn { document, .. }
		| Decision::Revoke { document, .. }
		| Decision::Annul { document }
		| Decision::WithdrawApplication { document }
		| Decision::KeepInForce { document } => *document,
	}
}
