//! `aeo sealed seal`: makes the files of a list of records that are piped in as lines of JSON.

use super::{files::Folder, lists};
use crate::{
	cli::{ListName, Seal},
	failure::{Failure, Kind},
	keys,
	text::Label,
	Session,
};
use aeo_primitives::DataClasses;
use aeo_sealing::{hex, Book, PublicKey, Record, Salt, SealedList, Shared, SharedCertificate};
use serde::Deserialize;
use serde_json::{json, Value};
use std::io::{self, BufRead, Read};

/// Most bytes of a line: the largest record, escaped throughout, and what stands around it.
const MOST_BYTES: u64 = 256 * 1024;

/// A record, as a line. The salt is that of the list from which the record was opened; a new record has
/// none yet.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
	ordinal: u32,
	record: Value,
	salt: Option<String>,
}

/// Seals a list into files.
pub fn run(session: &Session, arguments: &Seal) -> Result<(), Failure> {
	let list = arguments.list;
	let folder = Folder::of(&arguments.dir, list.reader);
	if folder.has_index(list.sequence) {
		return Err(folder.list_there(list.sequence));
	}
	let key = match (&arguments.to, &arguments.key) {
		(Some(key), _) => *key,
		(None, Some(file)) => keys::load(session, file)?.public(),
		// Not reached: one of both is required.
		(None, None) => return Err(Failure::new(Kind::KeyNotUnderstood)),
	};
	let (book, shared) = read(session, &list, &mut io::stdin().lock())?;
	let sealed = book.list_for(list.reader, key, list.sequence, &shared);
	let files = lists::write(session, &sealed, &folder, None)?;
	say(session, &list, &key, &sealed, files)
}

/// Says what is to be published.
fn say(
	session: &Session,
	list: &ListName,
	key: &PublicKey,
	sealed: &SealedList,
	files: u32,
) -> Result<(), Failure> {
	let root = format!("{:?}", sealed.root());
	let pages = sealed.number_of_pages();
	if session.json {
		let line = json!({
			"reader": list.reader, "sequence": list.sequence, "sealedTo": key.to_string(),
			"root": root, "pages": pages, "files": files,
		});
		return session.say(&line.to_string());
	}
	let rows = [
		(Label::ListSequence, list.sequence.to_string()),
		(Label::ListSealedTo, key.to_string()),
		(Label::ListRoot, root),
		(Label::ListPages, pages.to_string()),
		(Label::ListFiles, files.to_string()),
	];
	let rows = rows.map(|(label, value)| (session.texts.label(label, &[]), value));
	let width = rows.iter().map(|(words, _)| words.chars().count()).max();
	for (words, value) in rows {
		session.say(&format!(
			"{words:<width$}  {value}",
			width = width.unwrap_or(0)
		))?;
	}
	Ok(())
}

/// Reads all rows, and tells of each that is not right.
fn read(
	session: &Session,
	list: &ListName,
	rows: &mut impl BufRead,
) -> Result<(Book, Shared), Failure> {
	let mut book = Book::new(list.genesis, list.issuer);
	let mut shared = Shared::new();
	let mut bad = 0_u32;
	let mut place = 0_u32;
	loop {
		place = place.saturating_add(1);
		let mut line = Vec::new();
		let read = rows
			.by_ref()
			.take(MOST_BYTES)
			.read_until(b'\n', &mut line)
			.map_err(|error| Failure::file("-", &error))?;
		if read == 0 {
			break;
		}
		if line.iter().all(u8::is_ascii_whitespace) {
			continue;
		}
		if let Err(why) = take(session, &mut book, &mut shared, &line) {
			bad = bad.saturating_add(1);
			let details = [("row", place.to_string()), ("why", why)];
			session.tell(&session.texts.label(Label::RowRefused, &details));
		}
	}
	if bad == 0 {
		Ok((book, shared))
	} else {
		Err(Failure::with(Kind::BadRows, [("rows", bad.to_string())]))
	}
}

/// Takes one row.
fn take(
	session: &Session,
	book: &mut Book,
	shared: &mut Shared,
	line: &[u8],
) -> Result<(), String> {
	let row: Row = serde_json::from_slice(line).map_err(|error| error.to_string())?;
	let record = Record::from_value(row.record)
		.map_err(|error| Failure::from(error).to_text(&session.texts))?;
	let (number, class) = (record.number.clone(), record.class());
	if book.entry(&number, class).is_some() {
		let number = number.as_str().to_owned();
		let twice = aeo_sealing::Error::RecordTwice { number };
		return Err(Failure::from(twice).to_text(&session.texts));
	}
	let put = match row.salt {
		None => book.set(row.ordinal, record).map(|_| ()),
		Some(salt) => {
			let salt = hex::array(&salt).ok_or("salt: 64 hexadecimal digits")?;
			book.restore(row.ordinal, record, Salt::from_bytes(salt))
		}
	};
	put.map_err(|why| why.to_string())?;
	let certificate = shared.entry(number).or_insert(SharedCertificate {
		ordinal: row.ordinal,
		classes: DataClasses::default(),
	});
	let classes = certificate.classes.iter().chain([class]);
	certificate.classes = DataClasses::new(classes).map_err(|error| error.to_string())?;
	Ok(())
}
