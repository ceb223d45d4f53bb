//! What changes for a grantor, page by page, from any place on, whichever node tells it.

use super::{
	node::{Link, Present},
	problem::Problem,
};
use aeo_client::changes::KINDS;
use aeo_primitives::Territory;
use serde::{Deserialize, Serialize};
use serde_json::{json, value::RawValue, Value};
use std::time::Duration;
use tokio::time::{sleep, sleep_until, Instant};

/// What an entry may have to be before it is told.
pub const FINALITIES: [&str; 3] = ["safe", "final", "best"];

/// A node tells of a block a moment after it has it.
const MOMENT: Duration = Duration::from_millis(50);

/// How long it is waited for a node that is back where the feed is.
const REST: Duration = Duration::from_secs(1);

/// Returns the first of some names that is no kind.
pub fn unknown_kind(names: &[String]) -> Option<&str> {
	let is_unknown = |name: &&String| !KINDS.contains(&name.as_str());
	names.iter().find(is_unknown).map(String::as_str)
}

/// What is read of the feed.
#[derive(Clone, Debug)]
pub struct Asked {
	/// Whose feed it is.
	pub grantor: Territory,
	/// From where on: what an answer gave.
	pub cursor: Option<String>,
	/// Instead of it the number of the first block.
	pub since: Option<u32>,
	/// The number of the last block.
	pub until: Option<u32>,
	/// The kinds of entries; none for all.
	pub kinds: Vec<String>,
	/// What an entry has to be; `safe` where nothing is said.
	pub finality: Option<&'static str>,
	/// Most entries of a page.
	pub limit: Option<u32>,
}

impl Asked {
	/// Returns all that a grantor hears from now on.
	pub const fn of(grantor: Territory) -> Self {
		Self {
			grantor,
			cursor: None,
			since: None,
			until: None,
			kinds: Vec::new(),
			finality: None,
			limit: None,
		}
	}

	/// Returns what a node is asked.
	pub fn arguments(&self) -> Vec<Value> {
		let kinds = (!self.kinds.is_empty()).then_some(&self.kinds);
		vec![
			json!(self.grantor),
			json!({
				"cursor": self.cursor, "since": self.since, "until": self.until,
				"kinds": kinds, "finality": self.finality, "limit": self.limit,
			}),
		]
	}
}

/// A page as a node gives it.
#[derive(Deserialize, Serialize)]
pub struct Page {
	/// What has happened.
	pub entries: Vec<Box<RawValue>>,
	/// From where it goes on.
	pub cursor: String,
	/// Whether there is more already.
	pub more: bool,
	/// Up to where the node has read.
	pub head: Head,
}

/// Up to where a node has read.
#[derive(Deserialize, Serialize)]
pub struct Head {
	best: Named,
	#[serde(rename = "final")]
	last_final: Named,
}

#[derive(Deserialize, Serialize)]
struct Named {
	number: u32,
	hash: String,
}

/// A feed that is read on and on.
pub struct Feed {
	link: Link,
	asked: Asked,
}

impl Feed {
	/// Begins where is asked.
	pub const fn new(link: Link, asked: Asked) -> Self {
		Self { link, asked }
	}

	/// Returns the next page, as soon as it has entries; one without where there are none for so long; and nothing
	/// where no node could be asked all that time.
	///
	/// # Errors
	///
	/// No node can go on from there.
	pub async fn next(&mut self, patience: Duration) -> Result<Option<Page>, Problem> {
		let end = Instant::now() + patience;
		loop {
			let asked = self.ask().await;
			let pause = match asked {
				Ok((_, page)) if !page.entries.is_empty() => return Ok(Some(page)),
				Ok((_, page)) if page.more => Duration::ZERO,
				Ok((_, page)) if Instant::now() >= end => return Ok(Some(page)),
				Ok((present, page)) if is_behind(&page.head, &present) => MOMENT,
				Ok(_) => {
					tokio::select! {
						() = self.link.moved() => {}
						() = sleep_until(end) => {}
					}
					Duration::ZERO
				}
				Err(problem) if !problem.is_passing() => return Err(problem),
				Err(_) if Instant::now() >= end => return Ok(None),
				Err(_) => REST,
			};
			sleep(pause).await;
		}
	}

	/// Asks for a page, and goes on from its end.
	async fn ask(&mut self) -> Result<(Present, Page), Problem> {
		let question = |_: &Present| ("aeo_changes", self.asked.arguments());
		let (present, page): (_, Page) = self.link.ask(question).await?;
		self.asked.cursor = Some(page.cursor.clone());
		self.asked.since = None;
		Ok((present, page))
	}
}

/// Whether the feed has not read yet what its node has.
fn is_behind(head: &Head, present: &Present) -> bool {
	head.best.number < present.best.number || head.last_final.number < present.last_final
}
