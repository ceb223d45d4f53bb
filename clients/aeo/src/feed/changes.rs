//! `aeo changes`: what has happened since a place, to the end, and from where it goes on.

use super::{begin, first, words};
use crate::{
	ask::Asking,
	at::At,
	cli::feed::Changes,
	failure::Failure,
	questions::{headings, say_all},
	text::Label,
	whole, Session,
};
use aeo_client::changes::{Batch, Since};
use serde_json::json;
use std::{fs, io, path::Path};

/// Shows it.
pub fn run(session: &Session, arguments: &Changes) -> Result<(), Failure> {
	let part = &arguments.part;
	let kept = arguments.cursor_file.as_deref();
	let mut since = first(kept.map(read).transpose()?.flatten(), part.since.as_ref());
	let (online, mut ask) = begin(session, part)?;
	ask.until = arguments
		.until
		.map(|at| block(part.reader.nodes.urls.first(), at))
		.transpose()?;
	let mut left = arguments.limit;
	let mut is_first = true;
	loop {
		ask.limit = left.map_or(super::PAGE, |left| left.min(super::PAGE));
		let batch = online.wait(async { Ok(online.chain.changes(&ask, &since).await?) })?;
		say(session, &batch, is_first)?;
		is_first &= batch.entries.is_empty();
		if let Some(file) = kept {
			whole::write(file, format!("{}\n", batch.cursor).as_bytes())?;
		}
		let count = u32::try_from(batch.entries.len()).unwrap_or(u32::MAX);
		left = left.map(|left| left.saturating_sub(count));
		since = Since::Cursor(batch.cursor.clone());
		if !batch.more || left == Some(0) {
			return end(session, &batch, is_first);
		}
	}
}

/// The number of the block that is meant.
fn block(node: Option<&String>, at: At) -> Result<u32, Failure> {
	match (at, node) {
		(At::Number(number), _) => Ok(number),
		(at, Some(node)) => Ok(Asking::connect(node, Some(at))?.block.number),
		// One is always named.
		(_, None) => Ok(u32::MAX),
	}
}

/// Reads the cursor that was kept; none where nothing was yet.
fn read(file: &Path) -> Result<Option<String>, Failure> {
	match fs::read_to_string(file) {
		Ok(text) => Ok(text.lines().next().map(|line| line.trim().to_owned())),
		Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
		Err(error) => Err(Failure::file(file.display(), &error)),
	}
}

fn say(session: &Session, batch: &Batch, is_first: bool) -> Result<(), Failure> {
	if session.json {
		let mut lines = batch.entries.iter().map(|entry| entry.told.to_string());
		return lines.try_for_each(|line| session.say(&line));
	}
	let rows = batch
		.entries
		.iter()
		.map(|entry| words::cells(&session.texts, entry));
	let labels = [
		Label::ColumnWhen,
		Label::ColumnWhat,
		Label::ColumnCertificate,
		Label::ColumnFirm,
		Label::ColumnEffect,
	];
	let heading = (is_first && !batch.entries.is_empty()).then(|| headings(session, &labels));
	say_all(
		session,
		&heading.into_iter().chain(rows).collect::<Vec<_>>(),
	)
}

/// Says from where it goes on.
fn end(session: &Session, batch: &Batch, is_empty: bool) -> Result<(), Failure> {
	let cursor = batch.cursor.clone();
	if session.json {
		return session.say(&json!({ "cursor": cursor, "more": batch.more }).to_string());
	}
	if is_empty {
		session.say(&session.texts.label(Label::NothingChanged, &[]))?;
	}
	let label = if batch.more {
		Label::GoOnMore
	} else {
		Label::GoOn
	};
	session.say(&session.texts.label(label, &[("cursor", cursor)]))
}
