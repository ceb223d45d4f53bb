//! `aeo sealed fetch`: brings the latest list of an issuer into a folder, still sealed, and checks all of
//! it.

use super::{
	files::{Folder, Named},
	lists::{self, Tell},
};
use crate::{
	chain::{ListStatus, Node},
	cli::Fetch,
	failure::{Failure, Kind},
	keys, progress,
	text::Label,
	web::{self, Web},
	Session,
};
use aeo_sealing::{
	class_name, compare, note_versions, Difference, Error, IndexFile, List, Opened, Secret,
};
use std::collections::BTreeSet;

/// Fetches a list.
pub fn run(session: &Session, arguments: &Fetch) -> Result<(), Failure> {
	let secret = keys::load(session, &arguments.reading.key)?;
	let web = Web::new();
	let node = Node::connect(&web, &arguments.reading.node)?;
	let (issuer, reader) = (arguments.issuer, arguments.reading.reader);
	let names = [
		("issuer", issuer.to_string()),
		("reader", reader.to_string()),
	];
	let status = node
		.lists(reader)?
		.of(issuer)
		.ok_or_else(|| Failure::with(Kind::NoList, names))?;
	lists::ensure_readable(&status, &secret)?;
	let source = arguments.from.as_ref().or(status.source.as_ref());
	let source =
		source.ok_or_else(|| Failure::with(Kind::NoSource, [("issuer", issuer.to_string())]))?;
	web::ensure_safe(source)?;

	let folder = lists::folder(&arguments.reading.dir, &status);
	let host = Host {
		web: &web,
		folder: format!("{}/{reader}", source.trim_end_matches('/')),
	};
	let list = bring_index(&node, &status, &secret, &host, &folder)?;
	let mut opened = lists::pages(session, &list, &folder, Tell::Nothing);
	if !opened.refused.is_empty() {
		bring_pages(session, &list, &opened, &host, &folder)?;
		opened = lists::pages(session, &list, &folder, Tell::Refused);
	}
	let mut seen = folder.versions()?;
	let shared = node.shared(issuer, reader, Some(status.as_of))?;
	let differences = compare(&opened, &shared, &seen);
	note_versions(&mut seen, &opened);
	folder.write_versions(&seen)?;
	folder.keep_only(&names_of(&list))?;

	for difference in &differences {
		session.tell(&difference_text(session, difference));
	}
	lists::ensure_whole(&opened)?;
	if !differences.is_empty() {
		let number = differences.len().to_string();
		return Err(Failure::with(Kind::ListDiffers, [("number", number)]));
	}
	let details = [
		("records", opened.entries().count().to_string()),
		("pages", opened.pages.len().to_string()),
	];
	session.tell(&session.texts.label(Label::Fetched, &details));
	Ok(())
}

/// Who has the files of a reader.
struct Host<'a> {
	web: &'a Web,
	folder: String,
}

impl Host<'_> {
	fn file(&self, name: &str, named: Named) -> Result<Option<Vec<u8>>, Failure> {
		self.web
			.file(&format!("{}/{name}", self.folder), named.most_bytes())
	}
}

/// Opens the index that is in the folder, or brings it where it is not there or not right.
fn bring_index<'a>(
	node: &Node<'_>,
	status: &ListStatus,
	secret: &'a Secret,
	host: &Host<'_>,
	folder: &Folder,
) -> Result<List<'a>, Failure> {
	if folder.has_index(status.sequence) {
		if let Ok(list) = lists::open(node, folder, status, secret) {
			return Ok(list);
		}
	}
	let name = status.sequence.to_string();
	let blob = host.file(&name, Named::Index)?.ok_or(Error::Unreachable)?;
	let index = IndexFile {
		sequence: status.sequence,
		blob: &blob,
	};
	let list = List::open(status.on_chain(node.genesis), secret, Some(index))?;
	folder.make()?;
	folder.write(&name, &blob)?;
	Ok(list)
}

/// Brings the pages that are not in the folder or not right there; of a page that the host has not right,
/// nothing is kept.
fn bring_pages(
	session: &Session,
	list: &List<'_>,
	opened: &Opened,
	host: &Host<'_>,
	folder: &Folder,
) -> Result<(), Failure> {
	let bar = progress::bar(session, Label::Fetching, opened.refused.len());
	for file in list.files() {
		if !opened.refused.contains_key(&file.number) {
			continue;
		}
		let name = file.name.to_string();
		match host.file(&name, Named::Page)? {
			Some(blob) if list.page(&file, Some(&blob)).is_ok() => folder.write(&name, &blob)?,
			// Not kept, so that it is looked for again next time.
			_ => folder.remove(&name)?,
		}
		bar.inc(1);
	}
	bar.finish_and_clear();
	Ok(())
}

/// Returns the names of the files of a list.
fn names_of(list: &List<'_>) -> BTreeSet<String> {
	list.files()
		.map(|file| file.name.to_string())
		.chain([list.chain().sequence.to_string()])
		.collect()
}

fn difference_text(session: &Session, difference: &Difference) -> String {
	let (number, class) = difference.record();
	let details = [
		("number", number.as_str().to_owned()),
		("class", class_name(class).to_owned()),
	];
	let label = match difference {
		Difference::Missing { .. } => Label::Missing,
		Difference::NotForYou { .. } => Label::NotForYou,
		Difference::WrongPage { .. } => Label::WrongPage,
		Difference::VersionWentBack { .. } => Label::VersionWentBack,
	};
	session.texts.label(label, &details)
}
