//! `aeo sealed search`: finds firms by name, TIN or city in the lists of a folder. They are opened in
//! memory only, and a hit is shown only if the latest final state allows it.

use super::lists::{self, Tell};
use crate::{
	chain::{ListStatus, Node, Standing},
	cli::Search,
	failure::{Failure, Kind},
	keys,
	text::Label,
	web::Web,
	Session,
};
use aeo_primitives::tin::{Check, Tin};
use aeo_sealing::{visible, Found, Names, Record, Secret};
use serde_json::json;

/// Searches the lists of a folder.
pub fn run(session: &Session, arguments: &Search) -> Result<(), Failure> {
	let secret = keys::load(session, &arguments.reading.key)?;
	let web = Web::new();
	let node = Node::connect(&web, &arguments.reading.node)?;
	let mut records = Vec::new();
	let mut not_searched = None;
	for status in node.lists(arguments.reading.reader)?.received {
		let is_here = arguments.reading.dir.join(status.issuer.code()).is_dir();
		if status.standing == Standing::NotEntitled || !is_here {
			continue;
		}
		match readable(session, arguments, &node, &status, &secret) {
			Ok((found, failure)) => {
				records.extend(found);
				not_searched = not_searched.or(failure);
			}
			// The lists of others are searched all the same.
			Err(failure) => {
				session.tell(&format!(
					"{}: {}",
					status.issuer,
					failure.to_text(&session.texts)
				));
				not_searched.get_or_insert(failure);
			}
		}
	}
	let memory = |error| Failure::with(Kind::Search, [("why", format!("{error}"))]);
	let names = Names::of(&records).map_err(memory)?;
	let found = names
		.search(&arguments.text, arguments.limit)
		.map_err(memory)?;
	for hit in &found {
		session.say(&line(session, hit))?;
	}
	match not_searched {
		Some(failure) => Err(failure),
		None if found.is_empty() => {
			session.tell(&session.texts.label(Label::NothingFound, &[]));
			Ok(())
		}
		None => Ok(()),
	}
}

/// Returns the records of a list that may be read now, and what is wrong with the rest.
fn readable(
	session: &Session,
	arguments: &Search,
	node: &Node<'_>,
	status: &ListStatus,
	secret: &Secret,
) -> Result<(Vec<Record>, Option<Failure>), Failure> {
	lists::ensure_readable(status, secret)?;
	let folder = lists::folder(&arguments.reading.dir, status);
	let list = lists::open(node, &folder, status, secret)?;
	let opened = lists::pages(session, &list, &folder, Tell::Refused);
	let shared = node.shared(status.issuer, status.reader, None)?;
	let records = visible(&opened, &shared).map(|entry| entry.record().clone());
	Ok((records.collect(), lists::ensure_whole(&opened).err()))
}

/// Returns what is known of a TIN by its digits. The issuer may vouch for one that fails.
fn check(tin: &str) -> &'static str {
	match Tin::parse(tin).and_then(|tin| tin.check()) {
		Ok(Check::Passed | Check::Overridden) => "Passed",
		Ok(Check::FormatOnly) => "FormatOnly",
		Err(_) => "Failed",
	}
}

fn line(session: &Session, hit: &Found) -> String {
	let Found {
		issuer,
		number,
		name,
		tin,
		city,
	} = hit;
	if session.json {
		let check = check(tin);
		json!({
			"issuer": issuer, "number": number, "name": name, "tin": tin, "tinCheck": check,
			"city": city,
		})
		.to_string()
	} else {
		format!("{issuer}  {number}  {tin}  {name}, {city}")
	}
}
