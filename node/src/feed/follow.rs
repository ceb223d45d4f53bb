//! Asks the runtime of each block what it tells, and follows the chain.

use super::{
	entry::{is_for_one, say_through_to_all, Entry, Origin, Told},
	index::{self, Index},
	Feed, Named,
};
use crate::client::FullClient;
use aeo_primitives::{Moment, Territory};
use aeo_runtime::{opaque::Block, AccountId, BlockNumber, Decision, Hash, Header};
use aeo_runtime_api::{AeoApi, CertificateKey, Certificates, Change, IssuerStep, Matter, MAX_ROWS};
use futures::{stream, StreamExt};
use sc_client_api::BlockchainEvents;
use sp_api::{ApiError, ApiExt, ProvideRuntimeApi};
use sp_blockchain::HeaderBackend;
use sp_core::bounded::BoundedVec;
use std::{
	cell::Cell,
	collections::BTreeSet,
	fmt,
	path::Path,
	sync::Arc,
	time::{Duration, Instant},
};

/// The version of the questions since which blocks tell what they changed.
const SINCE_VERSION: u32 = 8;

/// Final blocks that are written together when the index is behind.
const TOGETHER: BlockNumber = 200;

/// What is on disk is at most so many blocks behind, where they tell nothing.
const LASTING: BlockNumber = 100;

/// Days begin everywhere at a full minute.
const MINUTE: Moment = 60 * 1_000;

/// How often is told how far an index is that is behind.
const PROGRESS: Duration = Duration::from_secs(10);

/// Why a block isn't told.
#[derive(Debug)]
pub enum Error {
	/// The state, or the block, is not here.
	NoState(String),
	/// The index can't be read or written.
	Index(index::Error),
}

impl fmt::Display for Error {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NoState(why) => f.write_str(why),
			Self::Index(error) => write!(
				f,
				"the index of the feed: {error}; it can be deleted, and is made anew"
			),
		}
	}
}

impl std::error::Error for Error {}

impl From<ApiError> for Error {
	fn from(error: ApiError) -> Self {
		Self::NoState(error.to_string())
	}
}

impl From<sp_blockchain::Error> for Error {
	fn from(error: sp_blockchain::Error) -> Self {
		Self::NoState(error.to_string())
	}
}

impl From<index::Error> for Error {
	fn from(error: index::Error) -> Self {
		Self::Index(error)
	}
}

/// Follows a chain.
pub struct Follower {
	client: Arc<FullClient>,
	feed: Arc<Feed>,
	/// Whether it has said that final blocks can't be asked.
	has_warned: Cell<bool>,
}

/// Opens the feed of a chain: where its index ended, or behind the first block whose runtime tells what it
/// changed and whose state is here.
///
/// # Errors
///
/// The index can't be read or written.
pub fn open(client: Arc<FullClient>, path: &Path) -> Result<Follower, Error> {
	let index = Index::open(path, client.info().genesis_hash)?;
	let state = match index.state()? {
		Some(state) if client.hash(state.last)? == Some(state.hash) => state,
		_ => {
			let (behind, scheduled) = beginning(&client)?;
			index.begin(behind, &scheduled)?
		}
	};
	let final_hash = {
		let client = client.clone();
		Arc::new(move |number| client.hash(number).ok().flatten())
	};
	Ok(Follower {
		feed: Arc::new(Feed::new(index, state, final_hash)),
		client,
		has_warned: Cell::new(false),
	})
}

/// A block by number, hash and time.
type Behind = (BlockNumber, Hash, Moment);

/// What is to be looked at, and when.
type Scheduled = Vec<(Moment, CertificateKey)>;

/// Whether the state of a block is here, and its runtime tells what it changed; an error where that can't
/// be found out now.
fn tells(client: &FullClient, hash: Hash) -> Result<bool, Error> {
	match client.state_at(hash) {
		// It was pruned, or never here.
		Err(sp_blockchain::Error::UnknownBlock(_)) => return Ok(false),
		state => _ = state?,
	}
	let version = client
		.runtime_api()
		.api_version::<dyn AeoApi<Block, AccountId, Decision>>(hash)?;
	Ok(version.is_some_and(|version| version >= SINCE_VERSION))
}

fn can_be_asked(client: &FullClient, hash: Hash) -> bool {
	tells(client, hash).unwrap_or(false)
}

/// The first block that can be asked; the last final one where none can.
fn beginning(client: &FullClient) -> Result<(Behind, Scheduled), Error> {
	let info = client.info();
	let is_one = |number| {
		let hash = client.hash(number).ok().flatten();
		hash.is_some_and(|hash| can_be_asked(client, hash))
	};
	// Those that can be asked are the latest ones.
	let (mut low, mut high) = (0, info.finalized_number);
	while low < high {
		let middle = low.midpoint(high);
		if is_one(middle) {
			high = middle;
		} else {
			low = middle.saturating_add(1);
		}
	}
	let hash = client
		.hash(low)?
		.ok_or_else(|| Error::NoState(format!("block {low} is not here")))?;
	if !can_be_asked(client, hash) {
		return Ok(((low, hash, 0), Vec::new()));
	}
	let mut scheduled = Vec::new();
	let mut time = 0;
	for issuer in Territory::ALL {
		time = schedule(client, hash, issuer, &mut scheduled)?;
	}
	Ok(((low, hash, time), scheduled))
}

/// Notes what is to come for all certificates of an issuer. Gives the time of the block.
fn schedule(
	client: &FullClient,
	hash: Hash,
	issuer: Territory,
	scheduled: &mut Scheduled,
) -> Result<Moment, Error> {
	let mut after = None;
	loop {
		let page = client
			.runtime_api()
			.list(hash, issuer, Some(issuer), after, MAX_ROWS)?;
		let Some(list) = page.answer else {
			return Ok(page.time);
		};
		for row in list.rows {
			let key = CertificateKey::of(&row.certificate);
			let edges = row.certificate.scheduled.into_iter();
			scheduled.extend(edges.map(|edge| (edge.at, key.clone())));
		}
		after = list.next;
		if after.is_none() {
			return Ok(page.time);
		}
	}
}

/// The certificates in lists that are as long as may be asked about.
fn lists(certificates: impl IntoIterator<Item = CertificateKey>) -> Vec<Certificates> {
	let all: Vec<_> = certificates.into_iter().collect();
	let length = usize::try_from(MAX_ROWS).unwrap_or(usize::MAX);
	all.chunks(length)
		.map(|some| BoundedVec::truncate_from(some.to_vec()))
		.collect()
}

impl Follower {
	/// The feed that is kept.
	pub fn feed(&self) -> Arc<Feed> {
		self.feed.clone()
	}

	/// Follows the chain for ever.
	pub async fn run(self) {
		let imported = self.client.import_notification_stream().map(|_| ());
		let finalised = self.client.finality_notification_stream().map(|_| ());
		let mut blocks = stream::select(imported.boxed(), finalised.boxed());
		self.catch_up();
		while blocks.next().await.is_some() {
			self.catch_up();
		}
	}

	/// Brings the feed to where the chain is. What can't be told now is tried again with the next block.
	fn catch_up(&self) {
		if let Err(error) = self.advance() {
			log::warn!(target: "feed", "A block could not be told: {error}");
		}
	}

	fn advance(&self) -> Result<(), Error> {
		self.advance_final()?;
		let info = self.client.info();
		let best = Named {
			number: info.best_number,
			hash: info.best_hash,
		};
		let mut missing = Vec::new();
		let mut at = best.hash;
		while !self.feed.knows(at) {
			let header = self.header(at)?;
			if header.number <= self.feed.state().last {
				break;
			}
			at = header.parent_hash;
			missing.push(header);
		}
		for header in missing.iter().rev() {
			self.feed.add(self.tell(header)?);
		}
		if best.number > self.feed.state().last {
			self.feed.set_best(best);
		}
		Ok(())
	}

	/// Adds what has become final.
	fn advance_final(&self) -> Result<(), Error> {
		let mut told_at = Instant::now();
		loop {
			let state = self.feed.state();
			let to = self.client.info().finalized_number;
			if state.last >= to {
				return Ok(());
			}
			let next = state.last.saturating_add(1);
			let last = to.min(state.last.saturating_add(TOGETHER));
			let mut blocks = Vec::new();
			for number in next..=last {
				let hash = self
					.client
					.hash(number)?
					.ok_or_else(|| Error::NoState(format!("block {number} is not here")))?;
				let told = match self.feed.told(hash) {
					Some(told) => told,
					None => {
						let header = self.header(hash)?;
						match self.tell(&header) {
							Ok(told) => told,
							Err(Error::NoState(why))
								if matches!(tells(&self.client, hash), Ok(false)) =>
							{
								return self.begin_anew(number, &why);
							}
							Err(error) => return Err(error),
						}
					}
				};
				self.feed.add(told.clone());
				blocks.push(told);
			}
			let is_behind = last < to;
			let is_lasting = is_behind || last.is_multiple_of(LASTING);
			self.feed
				.finalise(&blocks, is_lasting || blocks.len() > 1)?;
			if is_behind && told_at.elapsed() > PROGRESS {
				told_at = Instant::now();
				log::info!(target: "feed", "The feed is at block {last} of {to}");
			}
		}
	}

	/// Begins behind the first block that can be asked: the states of those before it are gone, or their
	/// runtime is of an earlier release. Where even the last final block can't be asked, what was told
	/// stays, and the feed goes on behind that block.
	fn begin_anew(&self, number: BlockNumber, why: &str) -> Result<(), Error> {
		let info = self.client.info();
		if !tells(&self.client, info.finalized_hash)? {
			if !self.has_warned.replace(true) {
				log::warn!(
					target: "feed",
					"The feed waits for a final block that can be asked: block {number} can't be ({why})"
				);
			}
			let last = Named {
				number: info.finalized_number,
				hash: info.finalized_hash,
			};
			return Ok(self.feed.skip(last)?);
		}
		let (behind, scheduled) = beginning(&self.client)?;
		let first = behind.0.saturating_add(1);
		log::warn!(
			target: "feed",
			"The feed begins at block {first}: block {number} can't be asked ({why})"
		);
		self.feed.begin(behind, &scheduled)?;
		Ok(())
	}

	fn header(&self, hash: Hash) -> Result<Header, Error> {
		let header = self.client.header(hash)?;
		header.ok_or_else(|| Error::NoState(format!("block {hash:?} is not here")))
	}

	/// Asks the runtime what a block tells. The one before it is known.
	fn tell(&self, header: &Header) -> Result<Told, Error> {
		let (number, hash, parent) = (header.number, header.hash(), header.parent_hash);
		let api = self.client.runtime_api();
		let decided = api.changes_in_block(hash)?;
		let time = decided.time;
		let mut decided = decided.answer;
		say_through_to_all(&mut decided);
		decided.extend(self.took_over(parent)?);
		// Of what one grantor makes of a certificate the others don't hear: the clock is told to them.
		let touched: BTreeSet<_> = decided
			.iter()
			.filter(|change| !is_for_one(change))
			.filter_map(key)
			.collect();
		let mut changes: Vec<_> = decided
			.into_iter()
			.map(|change| (Origin::Decided, change))
			.collect();
		let since = self.feed.time(parent).unwrap_or(time);
		let due: BTreeSet<_> = self
			.feed
			.due(parent, since, time)?
			.into_iter()
			.filter(|key| !touched.contains(key))
			.collect();
		let mut asked = lists(due);
		if asked.is_empty() && since / MINUTE != time / MINUTE {
			// For the legs alone.
			asked.push(Certificates::default());
		}
		for (place, certificates) in asked.into_iter().enumerate() {
			let due = self
				.client
				.runtime_api()
				.changes_due(hash, since, certificates)?
				.answer;
			// The legs are in each answer.
			let new = due
				.into_iter()
				.filter(|change| place == 0 || change.certificate().is_some());
			changes.extend(new.map(|change| (Origin::Due, change)));
		}
		let entries = self.with_before(parent, changes)?;
		let scheduled = self.scheduled(hash, &entries)?;
		Ok(Told {
			number,
			hash,
			parent,
			time,
			entries,
			scheduled,
		})
	}

	/// That another runtime took over with this block. It is told once more with the block after it, which
	/// changes how the state is stored: what was read in between may have been read by the wrong form.
	fn took_over(&self, block: Hash) -> Result<Option<Change>, Error> {
		let is_upgrade = |change: &Change| matches!(change.matter, Matter::Upgrade { .. });
		let is_known_to_tell_none = self
			.feed
			.told(block)
			.is_some_and(|told| !told.entries.iter().any(|entry| is_upgrade(&entry.change)));
		if is_known_to_tell_none || !can_be_asked(&self.client, block) {
			return Ok(None);
		}
		// Its own runtime says it: an entry may be the one that was told once more.
		let told = self.client.runtime_api().changes_in_block(block)?.answer;
		Ok(told.into_iter().find(is_upgrade))
	}

	/// Adds what each certificate earned in the block before.
	fn with_before(
		&self,
		parent: Hash,
		changes: Vec<(Origin, Change)>,
	) -> Result<Vec<Entry>, Error> {
		let keys: BTreeSet<_> = changes
			.iter()
			.filter_map(|(_, change)| key(change))
			.collect();
		let mut before = std::collections::BTreeMap::new();
		for certificates in lists(keys) {
			let given = self
				.client
				.runtime_api()
				.given(parent, certificates.clone())?
				.answer;
			before.extend(certificates.into_iter().zip(given));
		}
		let entries = changes.into_iter().map(|(origin, change)| Entry {
			origin,
			before: key(&change)
				.and_then(|key| before.get(&key))
				.cloned()
				.unwrap_or_default(),
			change,
		});
		Ok(entries.collect())
	}

	/// What is to be looked at because of these entries. A new admission brings other clocks, and nobody
	/// has read what was decided in a block that another runtime took over.
	fn scheduled(&self, hash: Hash, entries: &[Entry]) -> Result<Scheduled, Error> {
		let mut scheduled = Vec::new();
		for entry in entries {
			let change = &entry.change;
			if let Some(key) = key(change) {
				let edges = change.scheduled().iter();
				scheduled.extend(edges.map(|edge| (edge.at, key.clone())));
			}
			match &change.matter {
				Matter::Issuer {
					what: IssuerStep::Admitted | IssuerStep::SuccessionChanged,
					issuer,
				} => _ = schedule(&self.client, hash, *issuer, &mut scheduled)?,
				Matter::Upgrade { .. } => {
					for issuer in Territory::ALL {
						schedule(&self.client, hash, issuer, &mut scheduled)?;
					}
				}
				_ => {}
			}
		}
		Ok(scheduled)
	}
}

fn key(change: &Change) -> Option<CertificateKey> {
	change.certificate().map(CertificateKey::of)
}
