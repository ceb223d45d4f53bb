//! Lists as a reader has them in a folder, `ISSUER/READER/…`, checked against the chain.

use super::{
	files::{Folder, Named},
	ledger::Ledger,
};
use crate::{
	chain::{ListStatus, Node, Standing},
	failure::{Failure, Kind},
	progress,
	text::Label,
	Session,
};
use aeo_sealing::{IndexFile, List, OnChain, Opened, SealedList, Secret};
use std::path::Path;

/// Returns the folder of a list.
pub fn folder(dir: &Path, list: &ListStatus) -> Folder {
	Folder::of(&dir.join(list.issuer.code()), list.reader)
}

/// Refuses a list that its reader may not read any more, or that another key opens.
pub fn ensure_readable(list: &ListStatus, secret: &Secret) -> Result<(), Failure> {
	if list.standing == Standing::NotEntitled {
		return Err(Failure::with(Kind::NotEntitled, names(list)));
	}
	ensure_key(list, secret)
}

/// Refuses a list that another key opens.
pub fn ensure_key(list: &ListStatus, secret: &Secret) -> Result<(), Failure> {
	if list.sealed_to == secret.public().0 {
		return Ok(());
	}
	let mut details = names(list);
	details.push(("key", format!("{:?}", list.sealed_to)));
	Err(Failure::with(Kind::AnotherKey, details))
}

fn names(list: &ListStatus) -> Vec<(&'static str, String)> {
	vec![
		("issuer", list.issuer.to_string()),
		("reader", list.reader.to_string()),
	]
}

/// Returns the index of a list in its folder, opened.
pub fn open<'a>(
	node: &Node<'_>,
	folder: &Folder,
	status: &ListStatus,
	secret: &'a Secret,
) -> Result<List<'a>, Failure> {
	open_at(status.on_chain(node.genesis), folder, secret)
}

/// Returns the index of a list in its folder, opened and compared with what stands on chain, or will.
pub fn open_at<'a>(
	chain: OnChain,
	folder: &Folder,
	secret: &'a Secret,
) -> Result<List<'a>, Failure> {
	let index = folder.index(chain.sequence)?;
	let index = index.as_ref().map(|(sequence, blob)| IndexFile {
		sequence: *sequence,
		blob,
	});
	Ok(List::open(chain, secret, index)?)
}

/// What is told of pages that are opened.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Tell {
	/// Those that are refused, and why.
	Refused,
	/// Nothing: they are looked for elsewhere next.
	Nothing,
}

/// Opens the pages that are in the folder.
pub fn pages(session: &Session, list: &List<'_>, folder: &Folder, tell: Tell) -> Opened {
	let bar = progress::bar(session, Label::Opening, list.files().len());
	let mut unread = Vec::new();
	let opened = list.pages(|file| {
		bar.inc(1);
		folder.page(&file.name).unwrap_or_else(|failure| {
			// The page is refused as one that is not there; why is told besides.
			unread.push(failure);
			None
		})
	});
	bar.finish_and_clear();
	if tell == Tell::Nothing {
		return opened;
	}
	for failure in &unread {
		session.tell_failure(failure);
	}
	for (page, error) in &opened.refused {
		let why = Failure::from(error.clone()).to_text(&session.texts);
		let details = [("page", page.to_string()), ("why", why)];
		session.tell(&session.texts.label(Label::PageRefused, &details));
	}
	opened
}

/// Fails where a page was refused.
pub fn ensure_whole(opened: &Opened) -> Result<(), Failure> {
	if opened.refused.is_empty() {
		return Ok(());
	}
	let details = [
		("refused", opened.refused.len().to_string()),
		("pages", opened.pages.len().to_string()),
	];
	Err(Failure::with(Kind::PagesRefused, details))
}

/// Writes the files of a list. A page that is there is not sealed again: where a ledger is kept, if it is
/// as it was written. Returns how many files are new.
pub fn write(
	session: &Session,
	list: &SealedList,
	folder: &Folder,
	mut ledger: Option<&mut Ledger>,
) -> Result<u32, Failure> {
	folder.make()?;
	let mut files = 0_u32;
	let bar = progress::bar(session, Label::Sealing, list.pages().len());
	for page in list.pages() {
		let name = page.name.to_string();
		let is_there = ledger.as_ref().map_or_else(
			|| folder.has_page(&page.name),
			|ledger| ledger.is_whole(folder, &name, Named::Page),
		);
		if !is_there {
			let blob = list.page(page)?;
			folder.write(&name, &blob)?;
			files = files.saturating_add(1);
			if let Some(ledger) = ledger.as_mut() {
				ledger.note(name, &blob, list.sequence());
			}
		} else if let Some(ledger) = ledger.as_mut() {
			ledger.keep(&name, list.sequence());
		}
		bar.inc(1);
	}
	bar.finish_and_clear();
	// Last: who finds the index finds the pages.
	let (name, blob) = (list.sequence().to_string(), list.index()?);
	folder.write(&name, &blob)?;
	if let Some(ledger) = ledger {
		ledger.note(name, &blob, list.sequence());
	}
	Ok(files.saturating_add(1))
}
