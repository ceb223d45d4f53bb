//! `aeo sealed status`: the lists that an administration has given and received.

use crate::{
	chain::{ListStatus, Node, Standing},
	cli::Status,
	failure::Failure,
	text::Label,
	web::Web,
	Session,
};
use serde_json::json;

/// Says which lists there are.
pub fn run(session: &Session, arguments: &Status) -> Result<(), Failure> {
	let web = Web::new();
	let node = Node::connect(&web, &arguments.node)?;
	let report = node.lists(arguments.administration)?;
	let given = report.given.iter().map(|list| ("given", list));
	let received = report.received.iter().map(|list| ("received", list));
	for (way, list) in given.chain(received) {
		session.say(&line(session, way, list))?;
	}
	Ok(())
}

fn line(session: &Session, way: &str, list: &ListStatus) -> String {
	if session.json {
		return json!({"way": way, "list": list}).to_string();
	}
	let standing = match list.standing {
		Standing::Current => Label::Current,
		Standing::Outdated => Label::Outdated,
		Standing::NotEntitled => Label::NotEntitled,
	};
	let details = [
		("issuer", list.issuer.to_string()),
		("reader", list.reader.to_string()),
		("sequence", list.sequence.to_string()),
		("pages", list.pages.to_string()),
		("block", list.block.to_string()),
		("standing", session.texts.label(standing, &[])),
	];
	session.texts.label(Label::ListLine, &details)
}
