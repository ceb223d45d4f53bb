//! Acts about agreements, firms and officers.

use super::{desk::Desk, hash};
use crate::{
	cli::acts::{Agreement, Amend, Firm, Leg, Officer, ProposeAgreement, SignAgreement},
	failure::{Exit, Failure, Kind},
	paper,
	questions::{self, agreement_lines, terms_of},
	text::Label,
	Session,
};
use aeo_client::calls::{self, Amendment, LegTerms, NewAgreement, Pair};
use aeo_primitives::{AgreementId, Date, Territory};
use primitive_types::H256;
use serde::{de::DeserializeOwned, Deserialize};
use std::{fs, path::Path};

/// Agreements: shows, proposes, signs and keeps them.
pub fn agreement(session: &Session, command: Agreement) -> Result<Exit, Failure> {
	match command {
		Agreement::List(arguments) => {
			questions::list_agreements(session, &arguments.asked).map(|()| Exit::Done)
		}
		Agreement::Show(arguments) => {
			questions::show_agreement(session, arguments.agreement, &arguments.asked)
				.map(|()| Exit::Done)
		}
		Agreement::Propose(arguments) => propose(session, &arguments),
		Agreement::Sign(arguments) => sign(session, &arguments),
		Agreement::Amend(arguments) => amend(session, &arguments),
		Agreement::PutInForce(arguments) => {
			let desk = Desk::open(session, &arguments.acting)?;
			terms_of(&desk.asking, arguments.agreement)?;
			let words = session.texts.label(
				Label::ActPutInForce,
				&[
					("number", arguments.agreement.to_string()),
					("issuer", arguments.issuer.name().to_owned()),
					("day", arguments.first_day.to_string()),
				],
			);
			let call =
				calls::put_in_force(arguments.agreement, arguments.issuer, arguments.first_day);
			desk.act(&words, &call)
		}
		Agreement::Suspend(leg) => {
			let desk = Desk::open(session, &leg.acting)?;
			let words = leg_words(&desk, Label::ActSuspendLeg, &leg)?;
			let call = calls::suspend_leg(leg.agreement, leg.issuer, leg.grantor);
			desk.act(&words, &call)
		}
		Agreement::Resume(leg) => {
			let desk = Desk::open(session, &leg.acting)?;
			let words = leg_words(&desk, Label::ActResumeLeg, &leg)?;
			let call = calls::resume_leg(leg.agreement, leg.issuer, leg.grantor);
			desk.act(&words, &call)
		}
		Agreement::Notice(arguments) => {
			let desk = Desk::open(session, &arguments.acting)?;
			let found = terms_of(&desk.asking, arguments.agreement)?;
			let mut lines = agreement_lines(session, arguments.agreement, &found);
			let details = [("number", arguments.agreement.to_string())];
			lines.push(session.texts.label(Label::ActNotice, &details));
			desk.act(&lines.join("\n"), &calls::give_notice(arguments.agreement))
		}
	}
}

fn leg_words(desk: &Desk, label: Label, leg: &Leg) -> Result<String, Failure> {
	terms_of(&desk.asking, leg.agreement)?;
	Ok(desk.session.texts.label(
		label,
		&[
			("number", leg.agreement.to_string()),
			("issuer", leg.issuer.name().to_owned()),
			("grantor", leg.grantor.name().to_owned()),
		],
	))
}

/// An agreement as it is written in a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Terms {
	parties: Vec<Territory>,
	/// A file beside this one, or its hash.
	text: String,
	signed_on: Option<Date>,
	notice_days: u16,
	in_force_from: Option<Date>,
	legs: Vec<LegTerms>,
}

/// A change of an agreement as it is written in a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AmendmentTerms {
	agreement: AgreementId,
	/// A file beside this one, or its hash.
	text: String,
	#[serde(default)]
	new_parties: Vec<Territory>,
	#[serde(default)]
	legs: Vec<LegTerms>,
	#[serde(default)]
	removed: Vec<Pair>,
	notice_days: Option<u16>,
	in_force_from: Option<Date>,
}

/// Reads a file .toml.
pub(super) fn read<T: DeserializeOwned>(file: &Path) -> Result<T, Failure> {
	let written =
		fs::read_to_string(file).map_err(|error| Failure::file(file.display(), &error))?;
	toml::from_str(&written).map_err(|error| {
		Failure::with(
			Kind::TermsWrong,
			[
				("file", file.display().to_string()),
				("why", error.message().to_owned()),
			],
		)
	})
}

/// The hash of a text: written as such, or that of a file beside the one that names it.
fn text_beside(file: &Path, text: &str) -> Result<H256, Failure> {
	match aeo_sealing::hex::array(text) {
		Some(hash) => Ok(H256(hash)),
		None => {
			let folder = file.parent().unwrap_or(Path::new(""));
			paper::of_file(&folder.join(text))
		}
	}
}

fn amend(session: &Session, arguments: &Amend) -> Result<Exit, Failure> {
	let file = &arguments.amendment_file;
	let terms: AmendmentTerms = read(file)?;
	let text = text_beside(file, &terms.text)?;
	let desk = Desk::open(session, &arguments.acting)?;
	let found = terms_of(&desk.asking, terms.agreement)?;
	let mut lines = agreement_lines(session, terms.agreement, &found);
	let names = |all: Vec<String>| {
		if all.is_empty() {
			"–".to_owned()
		} else {
			all.join(", ")
		}
	};
	let leg = |issuer: Territory, grantor: Territory| format!("{issuer} → {grantor}");
	let changed = terms.legs.iter().map(|one| leg(one.issuer, one.grantor));
	let removed = terms.removed.iter().map(|one| leg(one.issuer, one.grantor));
	let parties = terms.new_parties.iter().map(|one| one.name().to_owned());
	let notice = terms.notice_days.map(|days| days.to_string());
	lines.push(session.texts.label(
		Label::ActAmend,
		&[
			("number", terms.agreement.to_string()),
			("parties", names(parties.collect())),
			("legs", names(changed.collect())),
			("removed", names(removed.collect())),
			("notice", names(notice.into_iter().collect())),
			("text", format!("{text:?}")),
		],
	));
	let amendment = Amendment {
		agreement: terms.agreement,
		text,
		new_parties: terms.new_parties,
		legs: terms.legs,
		removed: terms.removed,
		notice_days: terms.notice_days,
		in_force_from: terms.in_force_from,
	};
	desk.act(&lines.join("\n"), &calls::propose_amendment(amendment))
}

fn propose(session: &Session, arguments: &ProposeAgreement) -> Result<Exit, Failure> {
	let terms: Terms = read(&arguments.terms)?;
	let text = text_beside(&arguments.terms, &terms.text)?;
	let desk = Desk::open(session, &arguments.acting)?;
	let parties: Vec<_> = terms.parties.iter().map(|one| one.name()).collect();
	let words = session.texts.label(
		Label::ActProposeAgreement,
		&[
			("parties", parties.join(", ")),
			("legs", terms.legs.len().to_string()),
			("notice", terms.notice_days.to_string()),
			("text", format!("{text:?}")),
		],
	);
	let agreement = NewAgreement {
		parties: terms.parties,
		text,
		signed_on: terms.signed_on,
		notice_days: terms.notice_days,
		legs: terms.legs,
		in_force_from: terms.in_force_from,
	};
	desk.act(&words, &calls::propose_agreement(agreement))
}

/// Signs what waits for signatures: the agreement, or its amendment. Its terms are those that are shown.
fn sign(session: &Session, arguments: &SignAgreement) -> Result<Exit, Failure> {
	let SignAgreement {
		agreement,
		first_day: from,
		acting,
	} = arguments;
	let desk = Desk::open(session, acting)?;
	let found = terms_of(&desk.asking, *agreement)?;
	let mut lines = agreement_lines(session, *agreement, &found);
	lines.extend(questions::proposed_lines(session, &found.proposed_legs));
	let day = from.map_or_else(
		|| session.texts.label(Label::Later, &[]),
		|day| day.to_string(),
	);
	let words = |label| {
		session.texts.label(
			label,
			&[("number", agreement.to_string()), ("day", day.clone())],
		)
	};
	if let Some(amendment) = &found.amendment {
		lines.push(words(Label::ActSignAmendment));
		let call = calls::sign_amendment(*agreement, amendment.terms, *from);
		return desk.act(&lines.join("\n"), &call);
	}
	if found.is_signed() {
		let details = [("number", agreement.to_string())];
		return Err(Failure::with(Kind::NothingToSign, details));
	}
	lines.push(words(Label::ActSign));
	let call = calls::sign_agreement(*agreement, found.terms, *from);
	desk.act(&lines.join("\n"), &call)
}

/// Firms.
pub fn firm(session: &Session, command: Firm) -> Result<Exit, Failure> {
	let tin = |tin: &aeo_primitives::tin::Tin| ("tin", tin.to_string());
	match command {
		Firm::Register(arguments) => {
			let consent = paper::named(&arguments.publication_consent)?;
			let desk = Desk::open(session, &arguments.acting)?;
			let words = session
				.texts
				.label(Label::ActRegister, &[tin(&arguments.tin)]);
			desk.act(&words, &calls::register(&arguments.tin, consent))
		}
		Firm::Close(arguments) => {
			let document = hash(&arguments.document)?;
			let desk = Desk::open(session, &arguments.acting)?;
			let words = session.texts.label(Label::ActClose, &[tin(&arguments.tin)]);
			desk.act(&words, &calls::close(&arguments.tin, document))
		}
		Firm::Merge(arguments) => {
			let document = hash(&arguments.document)?;
			let desk = Desk::open(session, &arguments.acting)?;
			let details = [tin(&arguments.tin), ("into", arguments.into.to_string())];
			let words = session.texts.label(Label::ActMerge, &details);
			let call = calls::merge(&arguments.tin, &arguments.into, document);
			desk.act(&words, &call)
		}
		Firm::OfferAccount(arguments) => {
			let desk = Desk::open(session, &arguments.acting)?;
			let details = [
				tin(&arguments.tin),
				("account", arguments.address.to_string()),
			];
			let words = session.texts.label(Label::ActOfferAccount, &details);
			let call = calls::offer_account(&arguments.tin, arguments.address, None);
			desk.act(&words, &call)
		}
	}
}

/// Officers.
pub fn officer(session: &Session, command: Officer) -> Result<Exit, Failure> {
	match command {
		Officer::Appoint(arguments) => {
			let desk = Desk::open(session, &arguments.acting)?;
			let scopes: Vec<_> = arguments
				.scopes
				.iter()
				.map(|scope| format!("{scope:?}"))
				.collect();
			let words = session.texts.label(
				Label::ActAppoint,
				&[
					("account", arguments.address.to_string()),
					("scopes", scopes.join(", ")),
					("office", desk.home()?.name().to_owned()),
				],
			);
			let call = calls::appoint_officer(arguments.address, arguments.scopes);
			desk.act(&words, &call)
		}
		Officer::Dismiss(arguments) => {
			let desk = Desk::open(session, &arguments.acting)?;
			let words = session.texts.label(
				Label::ActDismiss,
				&[
					("account", arguments.address.to_string()),
					("office", desk.home()?.name().to_owned()),
				],
			);
			desk.act(&words, &calls::dismiss_officer(arguments.address))
		}
	}
}
