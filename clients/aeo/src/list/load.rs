//! `aeo list load`: a list goes onto the chain in batches, of which each waits for a second officer.

use super::{check_list, refusal, rows, tell_earlier, Right};
use crate::{
	cli::lists::Load,
	failure::{Failure, Kind},
	online::{Office, Online},
	progress,
	text::Label,
	Session,
};
use aeo_client::{
	api::certificates::events::{BatchDone, BatchProposed, RowFailed},
	calls::{take_over, BatchMode, TakenOver, MOST_BATCHES, MOST_ROWS},
	Block, Certificate, Error, Refused, Settled, WaitingBatch, BLOCK_TIME, H256,
};
use aeo_lists::{Entry, Row};
use aeo_primitives::CertificateType;
use indicatif::ProgressBar;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use tokio::time::{sleep, timeout};

/// Loads a list, or goes on with it.
pub fn run(session: &Session, arguments: &Load) -> Result<(), Failure> {
	let list = check_list(session, &arguments.list)?;
	let online = Online::connect(session, &arguments.signing.nodes)?;
	let office = online.office(session, &arguments.signing)?;
	online.wait(Loading::new(session, arguments, list, office).load())
}

/// How a row of the list stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Standing {
	/// The chain has the certificate as the row says.
	Loaded,
	/// The chain has the trader's certificate of this type, and decisions have changed it since.
	Changed,
	/// It is in a batch that waits for a second officer.
	Waits,
	/// The chain doesn't know it.
	New,
	/// The chain has a certificate with this number that differs.
	Taken,
}

/// What the chain knows at a block.
struct Known {
	certificates: BTreeMap<String, Certificate>,
	/// The batch in which each number waits.
	waiting: BTreeMap<String, H256>,
	types: BTreeSet<CertificateType>,
}

impl Known {
	async fn at(office: &Office, block: Block, bar: &ProgressBar) -> Result<Self, Error> {
		let Office { chain, issuer, .. } = office;
		let progress = |count: usize| bar.set_position(count.try_into().unwrap_or(u64::MAX));
		let certificates = chain
			.certificates(*issuer, block.number, progress)
			.await?
			.into_iter()
			.map(|certificate| (certificate.number.to_string(), certificate))
			.collect();
		let now = chain.time_of(block.hash).await?;
		let batches = chain.waiting_batches(*issuer, block.hash).await?;
		Ok(Self {
			certificates,
			waiting: waiting(&batches, now),
			types: chain.types(*issuer, block.hash).await?,
		})
	}

	fn standing(&self, row: &Row) -> Standing {
		match self.certificates.get(row.number.as_str()) {
			Some(certificate) if rows::is_same(row, certificate) => Standing::Loaded,
			Some(certificate) if rows::is_changed(row, certificate) => Standing::Changed,
			Some(_) => Standing::Taken,
			None if self.waiting.contains_key(row.number.as_str()) => Standing::Waits,
			None => Standing::New,
		}
	}

	/// Why the chain would refuse a row that is new.
	fn obstacle(&self, row: &TakenOver) -> Option<&'static str> {
		let CertificateType { programme, .. } = &row.certificate_type;
		if self.types.contains(&row.certificate_type) {
			None
		} else if self.types.iter().any(|known| known.programme == *programme) {
			Some("UnknownType")
		} else {
			Some("UnknownProgramme")
		}
	}
}

/// The numbers in batches that can still be confirmed at a moment, with their batches.
fn waiting(batches: &[WaitingBatch], now: u64) -> BTreeMap<String, H256> {
	let open = batches.iter().filter(|batch| batch.expires >= now);
	open.flat_map(|batch| {
		let rows = batch.rows.iter().flatten();
		rows.map(|row| (row.number().to_owned(), batch.hash))
	})
	.collect()
}

/// What has come of a load.
#[derive(Debug, Default)]
struct Tally {
	/// Rows that the chain had already, as they are.
	loaded: usize,
	/// Rows in batches that waited already.
	waited: usize,
	/// Rows that were proposed.
	proposed: usize,
	/// Rows that were taken over at once, as one officer is enough.
	done: usize,
	/// The batches that were proposed.
	batches: Vec<H256>,
	/// What the chain refused.
	refused: Vec<Entry>,
}

/// A list on its way.
struct Loading<'a> {
	session: &'a Session,
	arguments: &'a Load,
	list: Right,
	office: Office,
	/// The batches that are under way, by what was intended.
	under_way: BTreeMap<String, Vec<TakenOver>>,
	/// The batches with rows of the list that waited before.
	before: Vec<H256>,
	tally: Tally,
	bar: ProgressBar,
}

impl<'a> Loading<'a> {
	fn new(session: &'a Session, arguments: &'a Load, list: Right, office: Office) -> Self {
		Self {
			bar: progress::bar(session, Label::LookingUp, 0),
			session,
			arguments,
			list,
			office,
			under_way: BTreeMap::new(),
			before: Vec::new(),
			tally: Tally::default(),
		}
	}

	async fn load(mut self) -> Result<(), Failure> {
		// What an earlier run left under way comes first: only then is it known what is missing. What it did is
		// counted with what was there before.
		while let Some(settled) = self.office.queue.next().await? {
			match settled.outcome {
				Ok(_) => {}
				Err(Error::Refused(why)) => tell_earlier(self.session, &settled.intent, &why),
				Err(error) => return Err(error.into()),
			}
		}
		let new = self.new_rows().await?;
		let refused = self.try_rows(&new).await?;
		if !refused.is_empty() {
			self.bar.finish_and_clear();
			self.list.report(self.session, refused.clone())?;
			return Err(self.list.refused(self.session, &refused));
		}
		if self.arguments.dry_run {
			return self.say(new.len());
		}
		let left = self.propose(new).await?;
		if self.arguments.wait {
			self.wait().await?;
		}
		self.bar.finish_and_clear();
		self.say(left)
	}

	/// Returns the rows that the chain lacks; tells of those with a number that is taken.
	async fn new_rows(&mut self) -> Result<Vec<TakenOver>, Failure> {
		let last = self.office.chain.last_final().await?;
		let known = Known::at(&self.office, last, &self.bar).await?;
		let list = self.list.checked.document;
		let mut new = Vec::new();
		let mut refused = Vec::new();
		let mut before = BTreeSet::new();
		for row in &self.list.checked.rows {
			let Some(taken) = rows::taken_over(row, list) else {
				continue;
			};
			let obstacle = match known.standing(row) {
				Standing::Loaded => {
					self.tally.loaded += 1;
					continue;
				}
				Standing::Changed => {
					self.tally.loaded += 1;
					let details = [("number", row.number.to_string())];
					let told = self.session.texts.label(Label::ChangedSince, &details);
					self.session.tell(&told);
					continue;
				}
				Standing::Waits => {
					self.tally.waited += 1;
					before.extend(known.waiting.get(row.number.as_str()));
					continue;
				}
				Standing::Taken => Some("NumberTaken"),
				Standing::New => known.obstacle(&taken),
			};
			match obstacle {
				Some(name) => {
					let at = row.at.first().copied();
					refused.push(refusal(self.session, at, &row.number, &certificates(name)));
				}
				None => new.push(taken),
			}
		}
		self.bar.finish_and_clear();
		self.before = before.into_iter().copied().collect();
		if refused.is_empty() {
			return Ok(new);
		}
		self.list.report(self.session, refused.clone())?;
		Err(self.list.refused(self.session, &refused))
	}

	/// Tries the batches by the chain's own rules, without signing anything. Gives what would be refused; nothing
	/// where the node can't try a call.
	async fn try_rows(&self, new: &[TakenOver]) -> Result<Vec<Entry>, Failure> {
		let mut refused = Vec::new();
		for batch in new.chunks(MOST_ROWS) {
			let call = take_over(batch, BatchMode::SkipFailed);
			let Some(tried) = self.office.queue.lane().try_call(&call).await? else {
				break;
			};
			if let Some(failure) = tried.failure {
				return Err(Error::from(Refused::from(failure)).into());
			}
			for failed in tried.rows {
				let row = usize::try_from(failed.row)
					.ok()
					.and_then(|row| batch.get(row));
				let number = row.map(|row| row.number.as_str()).unwrap_or_default();
				refused.push(self.refusal_of(number, &failed.failure.into()));
			}
		}
		Ok(refused)
	}

	/// Proposes rows in batches, as long as there is room for them. Gives how many are left.
	async fn propose(&mut self, new: Vec<TakenOver>) -> Result<usize, Failure> {
		self.bar = progress::bar(self.session, Label::Proposing, new.len());
		let mut left: VecDeque<Vec<TakenOver>> = new.chunks(MOST_ROWS).map(<[_]>::to_vec).collect();
		loop {
			while let Some(batch) = left.pop_front() {
				if !self.has_room().await? {
					left.push_front(batch);
					break;
				}
				self.send(batch).await?;
			}
			// The second officer makes room, which no call of ours tells of: after a block it is looked again.
			let Ok(settled) = timeout(BLOCK_TIME, self.office.queue.next()).await else {
				continue;
			};
			match settled? {
				Some(settled) => left.extend(self.settle(settled)?),
				None if left.is_empty() || !self.arguments.wait => break,
				None => sleep(BLOCK_TIME).await,
			}
		}
		Ok(left.iter().map(Vec::len).sum())
	}

	/// Whether another batch may wait for a second officer, as the best block has it: where that one is not
	/// kept, the chain refuses a batch too many, which is then proposed again.
	async fn has_room(&self) -> Result<bool, Failure> {
		let Office {
			chain,
			queue,
			issuer,
		} = &self.office;
		chain.ensure_fresh().await?;
		let best = chain.best().await?;
		let open = chain.open_batches(*issuer, best.hash).await?;
		Ok(open.len() + queue.in_no_block() < MOST_BATCHES)
	}

	async fn send(&mut self, batch: Vec<TakenOver>) -> Result<(), Failure> {
		let queue = &mut self.office.queue;
		let hash = queue
			.lane()
			.hash_of_batch(&batch, BatchMode::SkipFailed)
			.await?;
		let intent = format!("take over {hash:#x}");
		let call = take_over(&batch, BatchMode::SkipFailed);
		let told = |blocks: u64| progress::quota(self.session, &self.bar, blocks);
		queue.send(&intent, &call, told).await?;
		self.under_way.insert(intent, batch);
		Ok(())
	}

	/// Notes what came of a batch. Gives the batch back where it is to be proposed again.
	fn settle(&mut self, settled: Settled) -> Result<Option<Vec<TakenOver>>, Failure> {
		let batch = self.under_way.remove(&settled.intent);
		let done = match settled.outcome {
			Ok(Some(done)) => done,
			// It got into no block.
			Ok(None) => return Ok(batch),
			// Others have proposed some too.
			Err(Error::Refused(why)) if why.name == "TooManyBatches" => return Ok(batch),
			Err(Error::Refused(why)) if why.name == "SameBatchWaitsAlready" => return Ok(None),
			Err(error) => return Err(error.into()),
		};
		let rows = batch.as_ref().map_or(0, Vec::len);
		for failed in done.events.find::<RowFailed>() {
			let failed = failed.map_err(Error::from)?;
			let why = done.refusal(&failed.error);
			self.tally
				.refused
				.push(self.refusal_of(&failed.number, &why));
		}
		if let Some(proposed) = done.events.find_first::<BatchProposed>() {
			let proposed = proposed.map_err(Error::from)?;
			self.tally.batches.push(proposed.batch);
			self.tally.proposed += rows;
		} else if let Some(taken) = done.events.find_first::<BatchDone>() {
			let taken = taken.map_err(Error::from)?;
			self.tally.done += usize::try_from(taken.done).unwrap_or_default();
		}
		self.bar.inc(rows.try_into().unwrap_or_default());
		Ok(None)
	}

	/// Waits until the second officer has decided about all batches with rows of the list.
	async fn wait(&mut self) -> Result<(), Failure> {
		let Office { chain, issuer, .. } = &self.office;
		let all = self.before.len() + self.tally.batches.len();
		self.bar = progress::bar(self.session, Label::Waiting, all);
		loop {
			chain.ensure_fresh().await?;
			let last = chain.last_final().await?;
			let open = chain.open_batches(*issuer, last.hash).await?;
			let ours = self.before.iter().chain(&self.tally.batches);
			let still = ours.filter(|batch| open.contains(batch)).count();
			let settled = all.saturating_sub(still);
			self.bar
				.set_position(settled.try_into().unwrap_or(u64::MAX));
			if still == 0 {
				break;
			}
			sleep(BLOCK_TIME).await;
		}
		self.bar.finish_and_clear();
		self.look_again().await
	}

	/// Counts what the chain has now of what was proposed, and tells of what it has not.
	async fn look_again(&mut self) -> Result<(), Failure> {
		self.bar = progress::bar(self.session, Label::LookingUp, 0);
		let last = self.office.chain.last_final().await?;
		let known = Known::at(&self.office, last, &self.bar).await?;
		let told: BTreeSet<_> = self
			.tally
			.refused
			.iter()
			.map(|entry| entry.value.clone())
			.collect();
		let mut missing = Vec::new();
		let live = |row: &&Row| row.life.status().is_live();
		for row in self.list.checked.rows.iter().filter(live) {
			let is_there = known.certificates.contains_key(row.number.as_str());
			if !is_there && !told.contains(row.number.as_str()) {
				let why = self.session.texts.label(Label::BatchRefused, &[]);
				let at = row.at.first().copied();
				missing.push(super::missing(at, &row.number, why));
			}
		}
		let proposed = self.tally.proposed + self.tally.waited;
		self.tally.done += proposed.saturating_sub(missing.len());
		self.tally.proposed = 0;
		self.tally.waited = 0;
		self.tally.refused.extend(missing);
		Ok(())
	}

	fn refusal_of(&self, number: &str, why: &Refused) -> Entry {
		let rows = self.list.checked.rows.iter();
		let row = rows.clone().find(|row| row.number.as_str() == number);
		let at = row.and_then(|row| row.at.first().copied());
		refusal(self.session, at, number, why)
	}

	/// Says what came of it.
	fn say(mut self, left: usize) -> Result<(), Failure> {
		self.bar.finish_and_clear();
		let session = self.session;
		let Tally {
			loaded,
			waited,
			proposed,
			done,
			batches,
			refused,
		} = std::mem::take(&mut self.tally);
		if session.json {
			let line = json!({
				"loaded": loaded, "waiting": waited, "proposed": proposed, "done": done, "left": left,
				"refused": refused.len(), "batches": batches,
			});
			session.say(&line.to_string())?;
		} else {
			let details = [
				("loaded", loaded.to_string()),
				("waiting", waited.to_string()),
				("proposed", proposed.to_string()),
				("batches", batches.len().to_string()),
				("done", done.to_string()),
				("left", left.to_string()),
			];
			let label = if self.arguments.dry_run {
				Label::WouldLoad
			} else {
				Label::Loaded
			};
			session.say(&session.texts.label(label, &details))?;
		}
		if self.arguments.dry_run {
			return Ok(());
		}
		if !refused.is_empty() {
			self.list.report(session, refused.clone())?;
			return Err(self.list.refused(session, &refused));
		}
		match (left, waited + proposed) {
			(0, 0) => Ok(()),
			(0, rows) => Err(waits(Kind::ListWaits, &self.list.file, rows)),
			(rows, _) => Err(waits(Kind::ListLeft, &self.list.file, rows)),
		}
	}
}

fn waits(kind: Kind, file: &str, rows: usize) -> Failure {
	let details = [("file", file.to_owned()), ("rows", rows.to_string())];
	Failure::with(kind, details)
}

/// An error of the pallet of certificates.
fn certificates(name: &str) -> Refused {
	Refused {
		pallet: "Certificates".into(),
		name: name.into(),
		why: String::new(),
	}
}
