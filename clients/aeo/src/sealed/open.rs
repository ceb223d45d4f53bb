//! `aeo sealed open`: one line of JSON for each record of a list.

use super::{
	files::Folder,
	lists::{self, Tell},
};
use crate::{
	cli::Open,
	failure::{Failure, Kind},
	keys,
	text::Label,
	Session,
};
use aeo_sealing::{hex, Entry, IndexFile, List, OnChain};
use serde::Serialize;
use serde_json::value::RawValue;

/// A record, as a line.
#[derive(Serialize)]
struct Line<'a> {
	page: u32,
	record: Box<RawValue>,
	salt: &'a str,
}

/// Opens a list from files.
pub fn run(session: &Session, arguments: &Open) -> Result<(), Failure> {
	if !arguments.dir.is_dir() {
		let file = arguments.dir.display().to_string();
		return Err(Failure::with(Kind::NoFolder, [("file", file)]));
	}
	let secret = keys::load(session, &arguments.key)?;
	let chain = OnChain {
		genesis: arguments.list.genesis,
		issuer: arguments.list.issuer,
		reader: arguments.list.reader,
		sequence: arguments.list.sequence,
		root: arguments.root,
		pages: arguments.pages,
	};
	let folder = Folder::of(&arguments.dir, chain.reader);
	let index = folder.index(chain.sequence)?;
	let index = index.as_ref().map(|(sequence, blob)| IndexFile {
		sequence: *sequence,
		blob,
	});
	let list = List::open(chain, &secret, index)?;
	let opened = lists::pages(session, &list, &folder, Tell::Refused);
	let mut records = 0_u32;
	for page in &opened.pages {
		for entry in &page.entries {
			session.say(&line(page.number, entry)?)?;
			records = records.saturating_add(1);
		}
	}
	lists::ensure_whole(&opened)?;
	if !session.json {
		let pages = opened.pages.len().to_string();
		let details = [("records", records.to_string()), ("pages", pages)];
		session.tell(&session.texts.label(Label::Opened, &details));
	}
	Ok(())
}

fn line(page: u32, entry: &Entry) -> Result<String, Failure> {
	// A record that is understood is JSON.
	let not_canonical = |_| Failure::from(aeo_sealing::Error::NotCanonical);
	let salt = format!("0x{}", hex::digits(entry.salt().as_bytes()));
	let record = RawValue::from_string(entry.text().to_owned()).map_err(not_canonical)?;
	serde_json::to_string(&Line {
		page,
		record,
		salt: &salt,
	})
	.map_err(not_canonical)
}
