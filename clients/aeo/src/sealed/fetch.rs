//! `aeo sealed fetch`: brings the latest list of an issuer into a folder, still sealed, and checks all of
//! it.

use super::{
	files::{Folder, Named},
	lists,
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
use aeo_sealing::{class_name, compare, note_versions, Difference, Error, IndexFile, List, Secret};
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
	let list = bring(session, &node, &status, &secret, &host, &folder)?;
	let opened = lists::pages(session, &list, &folder);
	// A file that is not right is fetched anew next time.
	for page in list.files() {
		if opened.refused.contains_key(&page.number) {
			folder.remove(&page.name.to_string())?;
		}
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

/// Brings index and pages that are not in the folder yet; of a page that is not right, nothing is kept.
fn bring<'a>(
	session: &Session,
	node: &Node<'_>,
	status: &ListStatus,
	secret: &'a Secret,
	host: &Host<'_>,
	folder: &Folder,
) -> Result<List<'a>, Failure> {
	if folder.has_index(status.sequence) {
		let list = lists::open(node, folder, status, secret)?;
		bring_pages(session, &list, host, folder)?;
		return Ok(list);
	}
	let blob = host
		.file(&status.sequence.to_string(), Named::Index)?
		.ok_or(Error::Unreachable)?;
	let index = IndexFile {
		sequence: status.sequence,
		blob: &blob,
	};
	let list = List::open(status.on_chain(node.genesis), secret, Some(index))?;
	folder.make()?;
	bring_pages(session, &list, host, folder)?;
	folder.write_index(status.sequence, &blob)?;
	Ok(list)
}

fn bring_pages(
	session: &Session,
	list: &List<'_>,
	host: &Host<'_>,
	folder: &Folder,
) -> Result<(), Failure> {
	let missing: Vec<_> = list
		.files()
		.filter(|file| !folder.has_page(&file.name))
		.collect();
	let bar = progress::bar(session, Label::Fetching, missing.len());
	for file in missing {
		let blob = host.file(&file.name.to_string(), Named::Page)?;
		if let Some(blob) = blob.filter(|blob| list.page(&file, Some(blob)).is_ok()) {
			folder.write_page(&file.name, &blob)?;
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
