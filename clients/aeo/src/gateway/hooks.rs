//! Webhooks: each target is told one entry after another, in their order, and never passed over. Up to where it was
//! told stands in a file of its own, so that after a restart at most the one that was under way comes once more,
//! with the same id.

use super::{
	config::Webhook,
	feed::{Asked, Feed},
	metrics::Metrics,
	node::Link,
	Teller,
};
use crate::{
	failure::{Failure, Kind},
	text::Label,
	webhook::{rest, takes_back, Message, Told},
};
use std::{
	fs::{self, File, OpenOptions},
	io::{self, Write},
	path::{Path, PathBuf},
	sync::Arc,
	time::Duration,
};
use tokio::time::{sleep, Instant};

/// The folder in that of the state.
const FOLDER: &str = "webhooks";

/// How long a feed without entries is read before its cursor is written: what is behind it is then never looked
/// through again.
const WRITTEN_EACH: Duration = Duration::from_secs(60);

/// How long it is waited where no node could be asked.
const PAUSE: Duration = Duration::from_secs(1);

/// How long it is waited at most where nodes were asked and can't go on.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// The folder, held by the gateway that is at work.
pub struct Places {
	folder: PathBuf,
	_lock: File,
}

impl Places {
	/// Opens the folder in that of the state.
	///
	/// # Errors
	///
	/// Another gateway is at work with it.
	pub fn open(state: &Path) -> Result<Self, Failure> {
		let folder = state.join(FOLDER);
		let failed = |error| Failure::file(folder.display(), &error);
		fs::create_dir_all(&folder).map_err(failed)?;
		let lock = OpenOptions::new()
			.create(true)
			.truncate(false)
			.write(true)
			.open(folder.join("lock"))
			.map_err(failed)?;
		lock.try_lock().map_err(|error| match error {
			fs::TryLockError::WouldBlock => Failure::with(
				Kind::GatewayAtWork,
				[("file", folder.display().to_string())],
			),
			fs::TryLockError::Error(error) => failed(error),
		})?;
		Ok(Self {
			folder,
			_lock: lock,
		})
	}

	fn of(&self, webhook: &Webhook) -> Place {
		Place(self.folder.join(format!("{}.cursor", webhook.name)))
	}
}

/// The file that says up to where a target was told.
struct Place(PathBuf);

impl Place {
	/// Returns up to where; none where the target was told nothing yet.
	fn read(&self) -> Result<Option<Told>, Failure> {
		match fs::read_to_string(&self.0) {
			Ok(text) => Ok(Some(Told::parse(&text))),
			Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
			Err(error) => Err(self.failed(&error)),
		}
	}

	/// Writes it so that it is there after a loss of power, or what was there before.
	fn write(&self, told: &Told) -> Result<(), Failure> {
		let beside = self.0.with_extension("new");
		let write = || {
			let mut file = File::create(&beside)?;
			writeln!(file, "{told}")?;
			file.sync_all()?;
			fs::rename(&beside, &self.0)?;
			self.0
				.parent()
				.map_or(Ok(()), |folder| File::open(folder)?.sync_all())
		};
		write().map_err(|error| self.failed(&error))
	}

	fn failed(&self, error: &io::Error) -> Failure {
		Failure::file(self.0.display(), error)
	}
}

/// Tells each target, until the program ends.
pub fn begin(
	webhooks: Vec<Webhook>,
	places: &Places,
	link: &Link,
	metrics: &Arc<Metrics>,
	tell: Teller,
) -> Result<(), Failure> {
	for webhook in webhooks {
		let place = places.of(&webhook);
		let told = place.read()?;
		let turns = told.as_ref().map_or(0, |told| told.turns);
		let asked = Asked {
			cursor: told.map(|told| told.cursor),
			kinds: webhook.kinds.clone(),
			// One at a time: the cursor behind each is known then.
			limit: Some(1),
			..Asked::of(webhook.grantor)
		};
		let hook = Hook {
			feed: Feed::new(link.clone(), asked.clone()),
			begins: asked.cursor.is_none(),
			turns,
			link: link.clone(),
			asked,
			webhook: Arc::new(webhook),
			place: Arc::new(place),
			metrics: metrics.clone(),
			tell,
		};
		tokio::spawn(hook.run());
	}
	Ok(())
}

/// A target that is told.
struct Hook {
	webhook: Arc<Webhook>,
	place: Arc<Place>,
	link: Link,
	/// From where on it is told.
	asked: Asked,
	feed: Feed,
	/// Whether it was never told anything: the place from which it will be is written first.
	begins: bool,
	/// How often something was taken back from it.
	turns: u32,
	metrics: Arc<Metrics>,
	tell: Teller,
}

impl Hook {
	async fn run(mut self) {
		let mut failures = 0;
		let mut written = Instant::now();
		loop {
			let patience = if self.begins {
				Duration::ZERO
			} else {
				WRITTEN_EACH
			};
			let page = match self.feed.next(patience).await {
				Ok(Some(page)) => page,
				Ok(None) => {
					sleep(PAUSE).await;
					continue;
				}
				Err(problem) => {
					failures += 1;
					self.fail(failures, &self.tell.problem(&problem));
					// It is the nodes that have to change, not the receiver: another one may be there soon.
					sleep(rest(failures).min(LONGEST_PAUSE)).await;
					self.feed = Feed::new(self.link.clone(), self.asked.clone());
					continue;
				}
			};
			failures = 0;
			let mut has_told = self.begins;
			for entry in &page.entries {
				let entry = serde_json::from_str(entry.get()).unwrap_or_default();
				if let Some(message) = Message::of(&entry, self.turns) {
					self.post(message).await;
					self.turns = self.turns.saturating_add(takes_back(&entry).into());
					has_told = true;
				}
			}
			self.asked.cursor = Some(page.cursor);
			if has_told || written.elapsed() >= WRITTEN_EACH {
				self.write().await;
				written = Instant::now();
				self.begins = false;
			}
		}
	}

	/// Posts a message until it is taken.
	async fn post(&self, message: Message) {
		let message = Arc::new(message);
		for failures in 1_u32.. {
			let (webhook, message) = (self.webhook.clone(), message.clone());
			let posted = tokio::task::spawn_blocking(move || webhook.target.post(&message)).await;
			let failure = match posted {
				Ok(Ok(())) => {
					self.metrics.delivered(&self.webhook.name, true);
					if failures > 1 {
						let details = [("name", self.webhook.name.clone())];
						self.tell.say(Label::WebhookGoesOn, &details);
					}
					return;
				}
				Ok(Err(failure)) => self.tell.text(&failure),
				Err(error) => error.to_string(),
			};
			self.metrics.delivered(&self.webhook.name, false);
			self.fail(failures, &failure);
			sleep(rest(failures)).await;
		}
	}

	/// Tells of the first failure in a row.
	fn fail(&self, failures: u32, why: &str) {
		if failures == 1 {
			let details = [("name", self.webhook.name.clone()), ("why", why.to_owned())];
			self.tell.say(Label::WebhookWaits, &details);
		}
	}

	/// Writes up to where the target was told, until that is on the disk: else it would be told twice.
	async fn write(&self) {
		let told = Told {
			cursor: self.asked.cursor.clone().unwrap_or_default(),
			turns: self.turns,
		};
		for failures in 1_u32.. {
			let (place, told) = (self.place.clone(), told.clone());
			match tokio::task::spawn_blocking(move || place.write(&told)).await {
				Ok(Ok(())) => return,
				Ok(Err(failure)) => self.fail(failures, &self.tell.text(&failure)),
				Err(error) => self.fail(failures, &error.to_string()),
			}
			sleep(rest(failures)).await;
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_place_should_be_kept() {
		let folder = tempfile::TempDir::new().expect("a folder");
		let place = Place(folder.path().join("risk.cursor"));
		assert_eq!(place.read().expect("readable"), None);
		for line in ["f1.7.00000009.1", "f1.8.00000009.1.7.2 4"] {
			let told = Told::parse(line);
			place.write(&told).expect("written");
			assert_eq!(place.read().expect("readable"), Some(told));
		}
	}

	#[test]
	fn one_gateway_should_be_at_work() {
		let folder = tempfile::TempDir::new().expect("a folder");
		let first = Places::open(folder.path()).expect("alone");
		let second = Places::open(folder.path());
		assert!(second.is_err_and(|failure| failure.is(Kind::GatewayAtWork)));
		drop(first);
		assert!(Places::open(folder.path()).is_ok());
	}
}
