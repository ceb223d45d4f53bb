//! `aeo consent`: the holder's consent to sharing a certificate with partners.

use crate::{
	chain::{LegSharing, Node},
	cli::{Consent, Consenting, ListConsents},
	failure::Failure,
	paper,
	signing::{self, Signing},
	text::Label,
	web::Web,
	Session,
};
use aeo_client::calls;
use aeo_primitives::{recognition::ConsentNeed, ConsentFor};
use aeo_sealing::class_name;
use primitive_types::H256;
use serde_json::json;

/// Runs a command about consent.
pub fn run(session: &Session, command: Consent) -> Result<(), Failure> {
	match command {
		Consent::Give(arguments) => change(session, &arguments, true),
		Consent::Withdraw(arguments) => change(session, &arguments, false),
		Consent::List(arguments) => list(session, &arguments),
	}
}

fn change(session: &Session, arguments: &Consenting, given: bool) -> Result<(), Failure> {
	let number = &arguments.number;
	let consent_for = arguments
		.agreement
		.map_or(ConsentFor::All, ConsentFor::Agreement);
	// A holder that signs itself needs no paper.
	let document = arguments
		.paper
		.as_deref()
		.map_or(Ok(H256::zero()), paper::of_file)?;
	let signed = &arguments.signed;
	let key = signing::key(session, &signed.account)?;
	let web = Web::new();
	let genesis = Node::connect(&web, &signed.node)?.genesis;
	let signing = Signing::connect(&key, &signed.node, genesis)?;
	let done = if given {
		signing.send(&calls::give_consent(number, consent_for, document))?
	} else {
		signing.send(&calls::withdraw_consent(number, consent_for, document))?
	};
	let block = format!("{:?}", done.block);
	if session.json {
		let line = json!({"number": number, "given": given, "block": block});
		return session.say(&line.to_string());
	}
	let label = if given {
		Label::ConsentGiven
	} else {
		Label::ConsentWithdrawn
	};
	let details = [("number", number.to_string()), ("block", block)];
	session.say(&session.texts.label(label, &details))
}

fn list(session: &Session, arguments: &ListConsents) -> Result<(), Failure> {
	let web = Web::new();
	let node = Node::connect(&web, &arguments.node)?;
	say(session, &node.sharing(arguments.issuer, &arguments.number)?)
}

/// Says with whom a certificate is shared, by leg.
pub fn say(session: &Session, legs: &[LegSharing]) -> Result<(), Failure> {
	if legs.is_empty() {
		session.tell(&session.texts.label(Label::NotShared, &[]));
	}
	for leg in legs {
		session.say(&line(session, leg))?;
	}
	Ok(())
}

fn line(session: &Session, leg: &LegSharing) -> String {
	if session.json {
		return json!(leg).to_string();
	}
	let consent = match (leg.consent, leg.given) {
		(ConsentNeed::NotNeeded, _) => Label::ConsentNotNeeded,
		(ConsentNeed::Needed, true) => Label::ConsentYes,
		(ConsentNeed::Needed, false) => Label::ConsentNo,
	};
	let shared: Vec<_> = leg.shared.iter().map(class_name).collect();
	let details = [
		("reader", leg.reader.to_string()),
		("agreement", leg.agreement.to_string()),
		("consent", session.texts.label(consent, &[])),
		(
			"shared",
			if shared.is_empty() {
				"–".to_owned()
			} else {
				shared.join(", ")
			},
		),
	];
	session.texts.label(Label::SharingLine, &details)
}
