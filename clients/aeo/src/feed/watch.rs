//! `aeo watch`: what happens, as lines on the standard output, in a file, or posted to an address.

use super::{begin, ensure_firm, first, hook::Hook, lines::Lines, next, words, Once};
use crate::{cli::feed::Watch, failure::Failure, Session};
use aeo_client::changes::Batch;
use std::time::Instant;

/// Most entries that are asked for at once where each is posted: what waits is written anew with each.
const POSTED: u32 = 50;

/// Where lines go.
enum Lane {
	Out,
	File(Lines),
	Address(Box<Hook>),
}

/// Tells what happens until it is stopped.
pub fn run(session: &Session, arguments: &Watch) -> Result<(), Failure> {
	let (mut lane, kept) = open(arguments)?;
	let since = first(kept, arguments.part.since.as_ref());
	let (online, mut ask) = begin(session, &arguments.part)?;
	if matches!(lane, Lane::Address(_)) {
		ask.limit = POSTED;
	}
	online.wait(async {
		if let Lane::Address(hook) = &mut lane {
			hook.post_waiting(session).await?;
		}
		let mut feed = online.chain.feed(ask, since);
		let mut trouble = Once::new(session);
		loop {
			let batch = next(&mut feed, &mut trouble).await?;
			match &mut lane {
				Lane::Out => say(session, &batch)?,
				Lane::File(lines) => lines.append(&batch, Instant::now())?,
				Lane::Address(hook) => {
					hook.take(&batch, Instant::now())?;
					hook.post_waiting(session).await?;
				}
			}
		}
	})
}

/// Opens where lines go, and says from which cursor it goes on.
fn open(arguments: &Watch) -> Result<(Lane, Option<String>), Failure> {
	match (&arguments.out, &arguments.url, &arguments.queue) {
		(Some(file), _, _) => {
			let (lines, cursor) = Lines::open(file)?;
			Ok((Lane::File(lines), cursor))
		}
		(None, Some(url), Some(queue)) => {
			ensure_firm(arguments.part.reader.finality)?;
			let (hook, cursor) = Hook::open(url, queue)?;
			Ok((Lane::Address(Box::new(hook)), cursor))
		}
		_ => Ok((Lane::Out, None)),
	}
}

fn say(session: &Session, batch: &Batch) -> Result<(), Failure> {
	batch.entries.iter().try_for_each(|entry| {
		if session.json {
			session.say(&entry.told.to_string())
		} else {
			session.say(&words::line(&session.texts, entry))
		}
	})
}
