//! Many calls of one account, one after another, of which none is doubled or lost, however the program ends.

use crate::{
	journal::Journal,
	lane::{done, follow, submit, Fate, Handed, Signed, Watched},
	Certainty, Done, Error, Lane, BLOCK_TIME, H256,
};
use std::{
	collections::BTreeMap,
	path::Path,
	sync::{
		atomic::{AtomicBool, AtomicU64, Ordering},
		Arc,
	},
};
use subxt::transactions::Payload;
use tokio::{
	sync::mpsc::{unbounded_channel, UnboundedReceiver, UnboundedSender},
	task::JoinSet,
};

/// How often a call that the quota should pay for is handed in again, a block later, where the pool finds that
/// it doesn't: other officers spend of it too.
const TRIES: u32 = 20;

/// A call that is settled.
#[derive(Debug)]
pub struct Settled {
	/// What was intended with it, as it was named when it was sent.
	pub intent: String,
	/// What it did in its final block; that the chain refused it there; or none, where it got into no block and
	/// never will, so that it can be sent anew.
	pub outcome: Result<Option<Done>, Error>,
}

/// What became of a call: its fate, and what it did, or that the chain refused it.
type End = (Fate, Result<Option<Done>, Error>);

/// The calls of one account that are under way, in one row of nonces, with a journal on the disk.
///
/// Each is written down before it is sent. Whoever opens the queue again first settles what it finds there
/// ([`Queue::next`] gives it too): a transaction that no final block of its 64 has is dead, and only then may the
/// same be signed anew.
pub struct Queue {
	lane: Lane,
	journal: Journal,
	flying: JoinSet<(String, Result<End, Error>)>,
	/// The calls that are under way, by what was intended.
	flights: BTreeMap<String, Flight>,
	seen: UnboundedReceiver<(String, H256)>,
	tell_seen: UnboundedSender<(String, H256)>,
}

/// A call that is under way.
struct Flight {
	nonce: u64,
	/// What it takes of the quota beside what the node counts: its price in fee units until a block has it, then
	/// nothing, and nothing where it is dead.
	due: Arc<AtomicU64>,
	/// Whether a block has it.
	is_in_block: Arc<AtomicBool>,
}

/// The first nonce from the node's count on that no call under way has: what died leaves a hole, behind which the
/// others wait for ever.
fn first_free(counted: u64, flights: &BTreeMap<String, Flight>) -> u64 {
	let is_free = |nonce: &u64| flights.values().all(|flight| flight.nonce != *nonce);
	(counted..).find(is_free).unwrap_or(counted)
}

impl Queue {
	/// Opens the queue of an account, whose journal is in a folder, and takes up what is under way there.
	///
	/// # Errors
	///
	/// The journal can't be read or written; another program holds it.
	pub fn open(lane: Lane, folder: &Path) -> Result<Self, Error> {
		let journal = Journal::open(folder, lane.chain.genesis(), &lane.account())?;
		let (tell_seen, seen) = unbounded_channel();
		let mut queue = Self {
			lane,
			journal,
			flying: JoinSet::new(),
			flights: BTreeMap::new(),
			seen,
			tell_seen,
		};
		for (intent, signed) in queue.journal.unsettled() {
			queue.fly(intent, signed, None, 0);
		}
		Ok(queue)
	}

	/// The account and its chain.
	pub const fn lane(&self) -> &Lane {
		&self.lane
	}

	/// How many calls are under way.
	pub fn under_way(&self) -> usize {
		self.flying.len()
	}

	/// How many of them no block has yet.
	pub fn in_no_block(&self) -> usize {
		let flights = self.flights.values();
		flights
			.filter(|flight| !flight.is_in_block.load(Ordering::Relaxed))
			.count()
	}

	/// Sends a call as soon as the quota pays for it. `intent` names it among those that are under way; `wait` is
	/// told in how many blocks it goes on, each time that this is found out. What is under way already under the
	/// same name is not sent a second time.
	///
	/// # Errors
	///
	/// The pool doesn't take it; the quota never pays for it; no node answers.
	pub async fn send(
		&mut self,
		intent: &str,
		call: &impl Payload,
		wait: impl Fn(u64),
	) -> Result<(), Error> {
		if self.flights.contains_key(intent) {
			return Ok(());
		}
		let price = self.lane.price(call).await?;
		for left in (0..TRIES).rev() {
			let has_quota = self.wait_for_quota(price, &wait).await?;
			let nonce = self.nonce().await?;
			let signed = self.lane.sign(call, nonce).await?;
			self.journal.signed(intent, &signed)?;
			let watched = match submit(&self.lane.chain, &signed).await? {
				Handed::Taken(watched) => Some(watched),
				Handed::Unsure(_) => None,
				Handed::Refused(error) => {
					self.journal.dead(intent)?;
					if !matches!(error, Error::Payment) || !has_quota || left == 0 {
						return Err(error);
					}
					wait(1);
					tokio::time::sleep(BLOCK_TIME).await;
					continue;
				}
			};
			self.fly(intent.into(), signed, watched, price);
			return Ok(());
		}
		Err(Error::Payment)
	}

	/// Waits for the next call that is settled; none where none is under way.
	///
	/// # Errors
	///
	/// No node answers; the journal can't be written. Then the same is to be done again later.
	pub async fn next(&mut self) -> Result<Option<Settled>, Error> {
		loop {
			tokio::select! {
				Some((intent, block)) = self.seen.recv() => self.journal.in_block(&intent, block)?,
				settled = self.flying.join_next() => {
					let Some(settled) = settled else {
						return Ok(None);
					};
					let (intent, end) = settled.map_err(Error::node)?;
					return self.note_settled(intent, end).map(Some);
				}
			}
		}
	}

	fn note_settled(&mut self, intent: String, end: Result<End, Error>) -> Result<Settled, Error> {
		self.flights.remove(&intent);
		let (fate, outcome) = end?;
		match fate {
			Fate::In(block) => self.journal.settled(&intent, block)?,
			Fate::Dead(_) => self.journal.dead(&intent)?,
		}
		Ok(Settled { intent, outcome })
	}

	/// Follows a call beside the others.
	fn fly(&mut self, intent: String, signed: Signed, watched: Option<Watched>, price: u64) {
		let due = Arc::new(AtomicU64::new(price));
		let is_in_block = Arc::new(AtomicBool::default());
		let flight = Flight {
			nonce: signed.nonce,
			due: due.clone(),
			is_in_block: is_in_block.clone(),
		};
		self.flights.insert(intent.clone(), flight);
		let lane = self.lane.clone();
		let tell = self.tell_seen.clone();
		self.flying.spawn(async move {
			let fate = settle(&lane, &signed, watched, |block| {
				due.store(0, Ordering::Relaxed);
				is_in_block.store(true, Ordering::Relaxed);
				// Who doesn't listen any more needs no news.
				tell.send((intent.clone(), block)).unwrap_or_default();
			})
			.await;
			due.store(0, Ordering::Relaxed);
			(intent, fate)
		});
	}

	async fn nonce(&self) -> Result<u64, Error> {
		Ok(first_free(self.lane.next_index().await?, &self.flights))
	}

	/// What the calls under way still take of the quota.
	fn in_flight(&self) -> u64 {
		let due = self.flights.values();
		due.map(|flight| flight.due.load(Ordering::Relaxed)).sum()
	}

	/// Waits until the quota pays for a call beside what is under way. Returns whether there is a quota.
	async fn wait_for_quota(&self, price: u64, wait: impl Fn(u64)) -> Result<bool, Error> {
		loop {
			let Some(quota) = self.lane.quota().await? else {
				return Ok(false);
			};
			match quota.blocks_until(price, self.in_flight())? {
				0 => return Ok(true),
				blocks => wait(blocks),
			}
			tokio::time::sleep(BLOCK_TIME).await;
		}
	}
}

/// Follows a call to its end. One that was found in the journal is handed in again first.
async fn settle(
	lane: &Lane,
	signed: &Signed,
	watched: Option<Watched>,
	seen: impl Fn(H256) + Sync,
) -> Result<End, Error> {
	let fate = follow(
		&lane.chain,
		&lane.account(),
		signed,
		watched,
		Certainty::Final,
		&seen,
	)
	.await?;
	let outcome = match &fate {
		Fate::Dead(_) => Ok(None),
		Fate::In(block) => match done(&lane.chain, signed, *block).await {
			Ok(done) => Ok(Some(done)),
			Err(error @ Error::Refused(_)) => Err(error),
			Err(error) => return Err(error),
		},
	};
	Ok((fate, outcome))
}

#[cfg(test)]
mod tests {
	use super::*;

	fn flights(nonces: &[u64]) -> BTreeMap<String, Flight> {
		let flights = nonces.iter().map(|nonce| {
			let flight = Flight {
				nonce: *nonce,
				due: Arc::default(),
				is_in_block: Arc::default(),
			};
			(nonce.to_string(), flight)
		});
		flights.collect()
	}

	#[test]
	fn the_next_nonce_should_be_the_first_that_no_call_under_way_has() {
		assert_eq!(first_free(5, &flights(&[])), 5);
		assert_eq!(first_free(5, &flights(&[5, 6])), 7);
		// Of 5, 6 and 7 the first died.
		assert_eq!(first_free(5, &flights(&[6, 7])), 5);
		assert_eq!(first_free(5, &flights(&[5, 7])), 6);
		// The node counts what the journal knows, and what others sent by the same account.
		assert_eq!(first_free(8, &flights(&[5, 6])), 8);
	}
}
