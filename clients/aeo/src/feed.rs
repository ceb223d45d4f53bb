//! `aeo changes`, `aeo watch` and `aeo mirror`: what happens, for who grants benefits.
//!
//! | module | what it holds |
//! |---|---|
//! | [`changes`] | what has happened since, to the end |
//! | [`watch`] | what happens, as lines |
//! | [`lines`] | a file that has each line once |
//! | [`hook`] | the same lines posted to an address |
//! | [`mirror`] | what is earned now, in a database |
//! | [`words`] | an entry in words |

mod changes;
mod hook;
mod lines;
mod mirror;
mod watch;
pub mod words;

use crate::{
	cli::feed::{Feed as Command, Part, Reader},
	failure::{Failure, Kind},
	online::Online,
	Session,
};
use aeo_client::{
	changes::{Ask, Batch, Feed, Finality, Since},
	BLOCK_TIME,
};
use std::time::{Duration, Instant};

/// Most entries that are asked for at once.
const PAGE: u32 = 500;

/// How long a kept place may be behind while nothing happens: a node knows a lost block for longer than that.
const REST: Duration = Duration::from_secs(60);

/// Runs a command.
pub fn run(session: &Session, command: Command) -> Result<(), Failure> {
	match command {
		Command::Changes(arguments) => changes::run(session, &arguments),
		Command::Watch(arguments) => until_stopped(watch::run(session, &arguments)),
		Command::Mirror(arguments) => until_stopped(mirror::run(session, &arguments)),
	}
}

/// Who is asked to stop what would go on for ever has ended it well.
fn until_stopped(ended: Result<(), Failure>) -> Result<(), Failure> {
	ended.or_else(|failure| {
		if failure.is_interruption() {
			Ok(())
		} else {
			Err(failure)
		}
	})
}

fn ask_of(reader: &Reader, kinds: &[String]) -> Ask {
	Ask {
		grantor: reader.grantor,
		finality: reader.finality,
		kinds: kinds.to_vec(),
		until: None,
		limit: PAGE,
	}
}

/// Connects, and says what a part of the feed is asked with.
fn begin(session: &Session, part: &Part) -> Result<(Online, Ask), Failure> {
	let online = Online::connect(session, &part.reader.nodes)?;
	Ok((online, ask_of(&part.reader, &part.kinds)))
}

/// From where a run reads: what an earlier one has kept goes before what is asked for.
fn first(kept: Option<String>, asked: Option<&Since>) -> Since {
	match (kept, asked) {
		(Some(cursor), _) => Since::Cursor(cursor),
		(None, Some(since)) => since.clone(),
		(None, None) => Since::Now,
	}
}

/// The place behind what was kept, and when it was kept.
#[derive(Debug)]
struct Kept {
	cursor: String,
	at: Option<Instant>,
}

impl Kept {
	/// Whether what follows a batch is to be kept: its entries are; from time to time also how far it is without any.
	fn is_due(&self, batch: &Batch, now: Instant) -> bool {
		let is_old = || {
			self.at
				.is_none_or(|at| now.saturating_duration_since(at) >= REST)
		};
		!batch.entries.is_empty() || (batch.cursor != self.cursor && is_old())
	}

	fn pass(&mut self, batch: &Batch, now: Instant) {
		self.cursor.clone_from(&batch.cursor);
		self.at = Some(now);
	}
}

/// Tells what may pass once, until it has passed.
struct Once<'a> {
	session: &'a Session,
	told: Option<String>,
}

impl<'a> Once<'a> {
	const fn new(session: &'a Session) -> Self {
		Self {
			session,
			told: None,
		}
	}

	fn tell(&mut self, failure: &Failure) {
		let text = failure.to_text(&self.session.texts);
		if self.told.as_ref() != Some(&text) {
			self.session.tell_failure(failure);
			self.told = Some(text);
		}
	}

	fn pass(&mut self) {
		self.told = None;
	}
}

/// Waits for the next batch, whatever nodes do on the way.
///
/// # Errors
///
/// The feed can't go on from where it is.
async fn next(feed: &mut Feed, trouble: &mut Once<'_>) -> Result<Batch, Failure> {
	loop {
		match feed.next().await {
			Ok(batch) => {
				trouble.pass();
				return Ok(batch);
			}
			Err(error) if error.may_pass() => {
				trouble.tell(&error.into());
				tokio::time::sleep(BLOCK_TIME).await;
			}
			Err(error) => return Err(error.into()),
		}
	}
}

/// Refuses lines whose places say too little to go on from.
fn ensure_firm(finality: Finality) -> Result<(), Failure> {
	match finality {
		Finality::Best => Err(Failure::new(Kind::BestNotPosted)),
		Finality::Safe | Finality::Final => Ok(()),
	}
}

#[cfg(test)]
mod tests;
