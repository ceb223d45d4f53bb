//! `aeo agreement list` and `show`.

use super::{headings, say_all};
use crate::{
	ask::Asking,
	cli::questions::Asked,
	failure::{Failure, Kind},
	standing, table,
	text::Label,
	Session,
};
use aeo_primitives::{
	recognition::{LegState, Offer},
	AgreementId, Date, Territory,
};
use primitive_types::H256;
use serde::Deserialize;
use serde_json::json;

/// An agreement.
#[derive(Debug, Deserialize)]
pub struct AgreementStatus {
	version: u32,
	signed: bool,
	/// blake2-256 of everything that is signed.
	pub terms: H256,
	text: H256,
	signed_on: Option<Date>,
	notice_days: u16,
	/// Its parties.
	pub parties: Vec<PartyStatus>,
	/// The amendment that waits for signatures.
	pub amendment: Option<AmendmentStatus>,
	/// The legs that wait for signatures.
	pub proposed_legs: Vec<ProposedLeg>,
}

impl AgreementStatus {
	/// Whether all parties have signed.
	pub const fn is_signed(&self) -> bool {
		self.signed
	}
}

/// An amendment that waits for signatures.
#[derive(Debug, Deserialize)]
pub struct AmendmentStatus {
	/// blake2-256 of everything that is signed.
	pub terms: H256,
	/// The parties of that version.
	pub parties: Vec<PartyStatus>,
}

/// A party.
#[derive(Debug, Deserialize)]
pub struct PartyStatus {
	/// The administration.
	pub party: Territory,
	/// Whether it has signed.
	pub signed: bool,
	until: Option<Date>,
}

/// A leg that waits for signatures.
#[derive(Debug, Deserialize)]
pub struct ProposedLeg {
	issuer: Territory,
	grantor: Territory,
	offer: Offer,
}

#[derive(Deserialize)]
struct Leg {
	agreement: AgreementId,
	state: LegState,
	offer: Offer,
	until: Option<Date>,
	suspended_by: Vec<Territory>,
}

#[derive(Deserialize)]
struct Summary {
	agreement: AgreementId,
	parties: Vec<Territory>,
	version: u32,
	signed: bool,
	amendment_pending: bool,
}

#[derive(Deserialize)]
struct Page {
	agreements: Vec<Summary>,
	next_page: Option<u32>,
}

/// Lists all agreements.
pub fn list(session: &Session, asked: &Asked) -> Result<(), Failure> {
	let asking = Asking::connect(&asked.node, asked.at)?;
	let mut rows = Vec::new();
	let mut page = Some(0_u32);
	while let Some(number) = page {
		let whole = asking.whole("aeo_agreements", &[json!(number)])?;
		if session.json {
			session.say(&whole.to_string())?;
		}
		let read: Page = asking.read(whole)?;
		rows.extend(read.agreements.iter().map(|one| {
			let state = match (one.signed, one.amendment_pending) {
				(false, _) => Label::AgreementProposed,
				(true, true) => Label::AmendmentWaits,
				(true, false) => Label::AgreementSigned,
			};
			vec![
				one.agreement.to_string(),
				codes(&one.parties),
				one.version.to_string(),
				session.texts.label(state, &[]),
			]
		}));
		page = read.next_page;
	}
	if session.json {
		return Ok(());
	}
	if rows.is_empty() {
		session.tell(&session.texts.label(Label::NoAgreements, &[]));
	} else {
		let labels = [
			Label::ColumnNumber,
			Label::ColumnParties,
			Label::FieldVersion,
			Label::FieldStatus,
		];
		rows.insert(0, headings(session, &labels));
		say_all(session, &rows)?;
	}
	asking.say_block(session)
}

fn codes(territories: &[Territory]) -> String {
	let codes: Vec<_> = territories.iter().map(|one| one.code()).collect();
	codes.join(", ")
}

/// Returns an agreement.
pub fn terms_of(asking: &Asking, agreement: AgreementId) -> Result<AgreementStatus, Failure> {
	let found: Option<AgreementStatus> = asking.ask("aeo_agreement", &[json!(agreement)])?;
	found.ok_or_else(|| {
		let number = agreement.to_string();
		Failure::with(Kind::NoAgreement, [("number", number)])
	})
}

/// Shows an agreement, with its legs.
pub fn show(session: &Session, agreement: AgreementId, asked: &Asked) -> Result<(), Failure> {
	let asking = Asking::connect(&asked.node, asked.at)?;
	let found = terms_of(&asking, agreement)?;
	if session.json {
		let whole = asking.whole("aeo_agreement", &[json!(agreement)])?;
		return session.say(&whole.to_string());
	}
	lines(session, agreement, &found)
		.iter()
		.try_for_each(|line| session.say(line))?;
	let mut rows = Vec::new();
	for issuer in &found.parties {
		for grantor in found.parties.iter().filter(|one| one.party != issuer.party) {
			let arguments = [json!(issuer.party), json!(grantor.party)];
			let legs: Vec<Leg> = asking.ask("aeo_legs", &arguments)?;
			let own = legs.iter().filter(|leg| leg.agreement == agreement);
			rows.extend(own.map(|leg| {
				let ends = (issuer.party, grantor.party);
				leg_row(session, ends, &leg.offer, leg_state(session, leg))
			}));
		}
	}
	rows.extend(found.proposed_legs.iter().map(|leg| proposed(session, leg)));
	leg_lines(session, rows)
		.iter()
		.try_for_each(|line| session.say(line))?;
	asking.say_block(session)
}

/// Writes the legs that would be signed.
pub fn proposed_lines(session: &Session, legs: &[ProposedLeg]) -> Vec<String> {
	leg_lines(
		session,
		legs.iter().map(|leg| proposed(session, leg)).collect(),
	)
}

fn proposed(session: &Session, leg: &ProposedLeg) -> Vec<String> {
	let state = session.texts.label(Label::AgreementProposed, &[]);
	leg_row(session, (leg.issuer, leg.grantor), &leg.offer, state)
}

fn leg_lines(session: &Session, mut rows: Vec<Vec<String>>) -> Vec<String> {
	if rows.is_empty() {
		return Vec::new();
	}
	let labels = [
		Label::ColumnLeg,
		Label::FieldStatus,
		Label::FieldType,
		Label::FieldRoles,
		Label::ColumnDirection,
		Label::ColumnBenefits,
	];
	rows.insert(0, headings(session, &labels));
	table::lines(&rows)
}

fn leg_row(
	session: &Session,
	(issuer, grantor): (Territory, Territory),
	offer: &Offer,
	state: String,
) -> Vec<String> {
	let types: Vec<_> = offer.types.iter().map(standing::certificate_type).collect();
	let directions: Vec<_> = offer
		.directions
		.iter()
		.map(|direction| super::direction(session, direction))
		.collect();
	let benefits: Vec<_> = offer.rows.iter().map(|row| row.benefit.code()).collect();
	vec![
		format!("{issuer} → {grantor}"),
		state,
		types.join(", "),
		standing::roles(offer.roles),
		directions.join(", "),
		benefits.join(", "),
	]
}

fn leg_state(session: &Session, leg: &Leg) -> String {
	let texts = &session.texts;
	let day = |label, day: Date| texts.label(label, &[("day", day.to_string())]);
	let state = match leg.state {
		LegState::Pending => texts.label(Label::LegPending, &[]),
		LegState::InForce { from } => day(Label::LegInForce, from),
		LegState::NoticeGiven { until, .. } => day(Label::LegNotice, until),
		LegState::Suspended => {
			texts.label(Label::LegSuspended, &[("by", codes(&leg.suspended_by))])
		}
		LegState::Ended => texts.label(Label::LegEnded, &[]),
	};
	match leg.until {
		Some(until) if !matches!(leg.state, LegState::NoticeGiven { .. }) => {
			format!("{state}; {}", day(Label::UntilDay, until))
		}
		_ => state,
	}
}

/// Writes what an agreement is.
pub fn lines(session: &Session, agreement: AgreementId, found: &AgreementStatus) -> Vec<String> {
	let texts = &session.texts;
	let parties = |parties: &[PartyStatus]| {
		let parties: Vec<_> = parties
			.iter()
			.map(|one| {
				let signed = if one.signed {
					Label::Signed
				} else {
					Label::NotSigned
				};
				let mut text = format!("{} ({}", one.party.name(), texts.label(signed, &[]));
				if let Some(until) = one.until {
					let notice = texts.label(Label::LegNotice, &[("day", until.to_string())]);
					text = format!("{text}, {notice}");
				}
				text + ")"
			})
			.collect();
		parties.join(", ")
	};
	let state = if found.signed {
		Label::AgreementSigned
	} else {
		Label::AgreementProposed
	};
	let mut rows = vec![
		(Label::ColumnNumber, agreement.to_string()),
		(Label::FieldStatus, texts.label(state, &[])),
		(Label::ColumnParties, parties(&found.parties)),
		(Label::FieldVersion, found.version.to_string()),
		(Label::FieldNotice, found.notice_days.to_string()),
		(Label::FieldText, format!("{:?}", found.text)),
		(Label::FieldTerms, format!("{:?}", found.terms)),
	];
	if let Some(day) = found.signed_on {
		rows.push((Label::FieldSignedOn, day.to_string()));
	}
	if let Some(amendment) = &found.amendment {
		rows.push((Label::AmendmentWaits, parties(&amendment.parties)));
	}
	let rows: Vec<_> = rows
		.into_iter()
		.map(|(label, value)| vec![texts.label(label, &[]), value])
		.collect();
	table::lines(&rows)
}
