//! Entries posted to an address, as messages of Standard Webhooks 1.0.0: in order, again and again until they are
//! taken, none dropped.
//!
//! What is to be posted goes to a file together with the cursor behind it, before it is posted: so an end of the program
//! on the way loses nothing, and a message that may have arrived goes once more under the same id. The first line of
//! that file is the cursor, with how often something was taken back, each further one an entry that waits.

use super::Kept;
use crate::{
	failure::{Failure, Kind},
	password,
	text::Label,
	webhook::{rest, takes_back, Message, Secret, Target, Told},
	whole, Session,
};
use aeo_client::changes::{Batch, Entry};
use std::{
	collections::VecDeque,
	fs::{self, File, OpenOptions, TryLockError},
	io,
	path::{Path, PathBuf},
	sync::Arc,
	time::Instant,
};

/// What the name of the file ends in that is held while a program is at work.
const LOCK: &str = ".lock";

/// An address with what waits for it.
pub struct Hook {
	target: Arc<Target>,
	queue: Queue,
	/// Held as long as this program is at work.
	_lock: File,
}

/// What waits, and from where the feed goes on behind it.
#[derive(Debug)]
struct Queue {
	file: PathBuf,
	kept: Kept,
	/// How often something was taken back from who is at the address.
	turns: u32,
	waiting: VecDeque<Entry>,
}

impl Queue {
	/// Reads what an earlier run has left.
	fn open(file: &Path) -> Result<Option<Self>, Failure> {
		let name = file.display().to_string();
		let text = match fs::read_to_string(file) {
			Ok(text) => text,
			Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
			Err(error) => return Err(Failure::file(&name, &error)),
		};
		let foreign = || Failure::with(Kind::NotALineFile, [("file", name.clone())]);
		let mut lines = text.lines();
		let first = lines.next().filter(|line| line.starts_with("f1."));
		let Told { cursor, turns } = Told::parse(first.ok_or_else(foreign)?);
		Ok(Some(Self {
			file: file.to_owned(),
			kept: Kept { cursor, at: None },
			turns,
			waiting: lines
				.map(|line| serde_json::from_str(line).map_err(|_| foreign()))
				.collect::<Result<_, _>>()?,
		}))
	}

	fn keep(&self) -> Result<(), Failure> {
		let waiting = self.waiting.iter().map(|entry| format!("{}\n", entry.told));
		let told = Told {
			cursor: self.kept.cursor.clone(),
			turns: self.turns,
		};
		let text = format!("{told}\n{}", waiting.collect::<String>());
		whole::write(&self.file, text.as_bytes())
	}

	/// Adds what a batch tells.
	fn take(&mut self, batch: &Batch, now: Instant) -> Result<(), Failure> {
		if !self.kept.is_due(batch, now) {
			return Ok(());
		}
		self.kept.pass(batch, now);
		self.waiting.extend(batch.entries.iter().cloned());
		self.keep()
	}

	/// Takes the first one away, which has arrived.
	fn pass(&mut self) -> Result<(), Failure> {
		if let Some(passed) = self.waiting.pop_front() {
			self.turns = self.turns.saturating_add(takes_back(&passed.told).into());
		}
		self.keep()
	}
}

impl Hook {
	/// Opens an address and the file of what waits for it, and gives the cursor from which the feed goes on.
	pub fn open(url: &str, file: &Path) -> Result<(Self, Option<String>), Failure> {
		let secret = Secret::parse(&password::of_webhook()?)
			.ok_or_else(|| Failure::new(Kind::WebhookSecretWrong))?;
		let target = Arc::new(Target::new(url, secret)?);
		let lock = locked(file)?;
		let queue = Queue::open(file)?;
		let cursor = queue.as_ref().map(|queue| queue.kept.cursor.clone());
		let hook = Self {
			target,
			queue: queue.unwrap_or_else(|| Queue {
				file: file.to_owned(),
				kept: Kept {
					cursor: String::new(),
					at: None,
				},
				turns: 0,
				waiting: VecDeque::new(),
			}),
			_lock: lock,
		};
		Ok((hook, cursor))
	}

	/// Notes what is to be posted.
	pub fn take(&mut self, batch: &Batch, now: Instant) -> Result<(), Failure> {
		self.queue.take(batch, now)
	}

	/// Posts all that waits, in order, as long as it takes.
	pub async fn post_waiting(&mut self, session: &Session) -> Result<(), Failure> {
		while let Some(entry) = self.queue.waiting.front() {
			if let Some(message) = Message::of(&entry.told, self.queue.turns) {
				self.post(session, Arc::new(message)).await;
			}
			self.queue.pass()?;
		}
		Ok(())
	}

	/// Posts a message until it is taken.
	async fn post(&self, session: &Session, message: Arc<Message>) {
		for failures in 1.. {
			let (target, message) = (self.target.clone(), message.clone());
			let posted = tokio::task::spawn_blocking(move || target.post(&message)).await;
			let why = match posted {
				Ok(Ok(())) => return,
				Ok(Err(failure)) => failure.to_text(&session.texts),
				Err(error) => error.to_string(),
			};
			let rest = rest(failures);
			let details = [("why", why), ("seconds", rest.as_secs().to_string())];
			session.tell(&session.texts.label(Label::PostRefused, &details));
			tokio::time::sleep(rest).await;
		}
	}
}

/// Sees to it that nobody else posts what waits in a file.
fn locked(file: &Path) -> Result<File, Failure> {
	let mut name = file.as_os_str().to_owned();
	name.push(LOCK);
	let name = PathBuf::from(name);
	let failure = |error: io::Error| Failure::file(name.display(), &error);
	let lock = OpenOptions::new()
		.write(true)
		.create(true)
		.truncate(false)
		.open(&name)
		.map_err(failure)?;
	match lock.try_lock() {
		Ok(()) => Ok(lock),
		Err(TryLockError::WouldBlock) => {
			let details = [("file", file.display().to_string())];
			Err(Failure::with(Kind::FeedAtWork, details))
		}
		Err(TryLockError::Error(error)) => Err(failure(error)),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::feed::{
		tests::{batch, batch_of, certificate},
		REST,
	};

	#[test]
	fn what_waits_should_outlive_the_program() {
		let folder = tempfile::tempdir().expect("a folder");
		let file = folder.path().join("queue");
		assert!(Queue::open(&file).expect("read").is_none());
		let mut queue = Queue {
			file: file.clone(),
			kept: Kept {
				cursor: String::new(),
				at: None,
			},
			turns: 0,
			waiting: VecDeque::new(),
		};
		let (first, second) = (batch_of(1, 2), batch_of(2, 1));
		let now = Instant::now();
		queue.take(&first, now).expect("kept");
		queue.take(&second, now).expect("kept");
		queue.pass().expect("kept");
		let read = Queue::open(&file).expect("read").expect("there");
		assert_eq!(read.kept.cursor, second.cursor);
		let ids: Vec<_> = read.waiting.iter().map(|entry| entry.id.clone()).collect();
		assert_eq!(
			ids,
			[first.entries[1].id.clone(), second.entries[0].id.clone()]
		);
		assert_eq!(read.turns, 0);
		// Where nothing happens, it is kept from time to time how far it is.
		queue.take(&batch_of(3, 0), now).expect("passed");
		let cursor = || {
			Queue::open(&file)
				.expect("read")
				.expect("there")
				.kept
				.cursor
		};
		assert_eq!(cursor(), second.cursor);
		let later = batch_of(4, 0);
		queue.take(&later, now + REST).expect("kept");
		assert_eq!(cursor(), later.cursor);
		// What is taken back is counted once it has arrived.
		let taken_back = certificate("f1.5.00000000.1", "retract", "A-1", &[], 5);
		let batch = batch(&[taken_back], "f1.5.00000000.1", 5);
		queue.take(&batch, now).expect("kept");
		let turns = || Queue::open(&file).expect("read").expect("there").turns;
		while queue.waiting.len() > 1 {
			queue.pass().expect("kept");
		}
		assert_eq!(turns(), 0);
		queue.pass().expect("kept");
		assert_eq!(turns(), 1);
		fs::write(&file, "something else\n").expect("written");
		let refused = Queue::open(&file).err();
		assert!(refused.is_some_and(|why| why.is(Kind::NotALineFile)));
	}
}
