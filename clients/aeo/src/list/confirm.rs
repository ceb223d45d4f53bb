//! `aeo list confirm`: the second officer confirms what her own copy of the list says, and nothing else.

use super::{check_list, missing, refusal, rows, tell_earlier, Right};
use crate::{
	cli::lists::Load,
	failure::{Failure, Kind},
	online::{Office, Online},
	progress,
	text::Label,
	Session,
};
use aeo_client::{
	api::certificates::events::{BatchDone, RowFailed},
	calls::{confirm_batch, TakenOver},
	Error, Settled, WaitingBatch, WaitingRow, BLOCK_TIME, H256,
};
use aeo_lists::Entry;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// Confirms the batches that equal the own list.
pub fn run(session: &Session, arguments: &Load) -> Result<(), Failure> {
	let list = check_list(session, &arguments.list)?;
	let online = Online::connect(session, &arguments.signing.nodes)?;
	let office = online.office(session, &arguments.signing)?;
	let document = list.checked.document;
	let own = list.checked.rows.iter().filter_map(|row| {
		let taken = rows::taken_over(row, document)?;
		Some((taken.number.to_string(), (taken, row.at.first().copied())))
	});
	let confirming = Confirming {
		session,
		arguments,
		own: own.collect(),
		list,
		office,
		seen: BTreeSet::new(),
		under_way: BTreeMap::new(),
		batches: 0,
		done: 0,
		differing: Vec::new(),
		failed: Vec::new(),
		is_own_proposal: false,
	};
	online.wait(confirming.confirm())
}

struct Confirming<'a> {
	session: &'a Session,
	arguments: &'a Load,
	list: Right,
	/// The rows of the own list, by number, with the row of the spreadsheet.
	own: BTreeMap<String, (TakenOver, Option<u32>)>,
	office: Office,
	/// The batches that were looked at.
	seen: BTreeSet<H256>,
	/// The batches whose confirmations are under way, by what was intended.
	under_way: BTreeMap<String, H256>,
	/// Batches that were confirmed.
	batches: usize,
	/// Certificates that were taken over.
	done: u32,
	/// What differs.
	differing: Vec<Entry>,
	/// What failed when it was confirmed.
	failed: Vec<Entry>,
	/// Whether a batch was proposed by who wants to confirm it.
	is_own_proposal: bool,
}

impl Confirming<'_> {
	async fn confirm(mut self) -> Result<(), Failure> {
		// What an earlier run left under way comes first; of what was refused there, this run says no more than that.
		while let Some(settled) = self.office.queue.next().await? {
			if let Err(Error::Refused(why)) = &settled.outcome {
				tell_earlier(self.session, &settled.intent, why);
			} else {
				self.settle(settled)?;
			}
		}
		loop {
			self.send().await?;
			if let Some(settled) = self.office.queue.next().await? {
				self.settle(settled)?;
				// Meanwhile more may have been proposed.
				continue;
			}
			if !self.arguments.wait || !self.differing.is_empty() || self.is_whole().await? {
				break;
			}
			tokio::time::sleep(BLOCK_TIME).await;
		}
		self.say()
	}

	/// Confirms each batch that waits and equals the own list; notes what differs in the others.
	async fn send(&mut self) -> Result<(), Failure> {
		let Office { chain, issuer, .. } = &self.office;
		chain.ensure_fresh().await?;
		let last = chain.last_final().await?;
		let now = chain.time_of(last.hash).await?;
		let mut waiting = Vec::new();
		for hash in chain.open_batches(*issuer, last.hash).await? {
			// What was looked at is not read again.
			if self.seen.insert(hash) {
				waiting.extend(chain.waiting_batch(*issuer, hash, last.hash).await?);
			}
		}
		let me = self.office.queue.lane().account();
		let bar = progress::bar(self.session, Label::Confirming, waiting.len());
		for batch in waiting {
			bar.inc(1);
			let Some(theirs) = &batch.rows else {
				continue;
			};
			let is_about_the_list = theirs.iter().any(|row| self.own.contains_key(row.number()));
			if batch.expires < now || !is_about_the_list {
				continue;
			}
			if batch.maker == me {
				self.is_own_proposal = true;
				continue;
			}
			if !self.is_equal(&batch, theirs).await? {
				self.differing.extend(self.differences(theirs));
				continue;
			}
			if self.arguments.dry_run {
				self.batches += 1;
				continue;
			}
			let intent = format!("confirm {:#x} {}", batch.hash, batch.proposal);
			let call = confirm_batch(batch.hash, batch.proposal);
			let told = |blocks: u64| progress::quota(self.session, &bar, blocks);
			self.office.queue.send(&intent, &call, told).await?;
			self.under_way.insert(intent, batch.hash);
		}
		bar.finish_and_clear();
		Ok(())
	}

	/// Whether a batch is what the own list makes of the same certificates: by its hash, so that the word of no
	/// node is believed.
	async fn is_equal(&self, batch: &WaitingBatch, theirs: &[WaitingRow]) -> Result<bool, Failure> {
		let own: Option<Vec<TakenOver>> = theirs
			.iter()
			.map(|row| self.own.get(row.number()).map(|(own, _)| own.clone()))
			.collect();
		match own {
			Some(own) => {
				let lane = self.office.queue.lane();
				Ok(lane.hash_of_batch(&own, batch.mode).await? == batch.hash)
			}
			None => Ok(false),
		}
	}

	/// Says of each row of a batch in what it differs from the own list.
	fn differences(&self, theirs: &[WaitingRow]) -> Vec<Entry> {
		let texts = &self.session.texts;
		let mut entries = Vec::new();
		for row in theirs {
			let number = row.number();
			let Some((own, at)) = self.own.get(number) else {
				let why = texts.label(Label::NotInYourList, &[]);
				entries.push(missing(None, number, why));
				continue;
			};
			let theirs = match row {
				WaitingRow::TakesOver(theirs) => theirs,
				WaitingRow::Unreadable(_) => {
					let why = texts.label(Label::NotReadable, &[]);
					entries.push(missing(*at, number, why));
					continue;
				}
			};
			for (column, yours, theirs) in fields(own, theirs) {
				let details = [("yours", yours), ("theirs", theirs)];
				let why = texts.label(Label::DiffersInBatch, &details);
				entries.push(missing(*at, number, format!("{column}: {why}")));
			}
		}
		entries
	}

	fn settle(&mut self, settled: Settled) -> Result<(), Failure> {
		let batch = self.under_way.remove(&settled.intent);
		let done = match settled.outcome {
			Ok(Some(done)) => done,
			Ok(None) => {
				// It got into no block: it is looked at again.
				if let Some(batch) = batch {
					self.seen.remove(&batch);
				}
				return Ok(());
			}
			// Somebody else was first.
			Err(Error::Refused(why)) if why.name == "UnknownProposal" => return Ok(()),
			Err(error) => return Err(error.into()),
		};
		for failed in done.events.find::<RowFailed>() {
			let failed = failed.map_err(Error::from)?;
			let at = self.own.get(&failed.number).and_then(|(_, at)| *at);
			let why = done.refusal(&failed.error);
			self.failed
				.push(refusal(self.session, at, &failed.number, &why));
		}
		if let Some(taken) = done.events.find_first::<BatchDone>() {
			self.done += taken.map_err(Error::from)?.done;
			self.batches += 1;
		}
		Ok(())
	}

	/// Whether the chain has all certificates of the list.
	async fn is_whole(&self) -> Result<bool, Failure> {
		let Office { chain, issuer, .. } = &self.office;
		let last = chain.last_final().await?;
		let known = chain.certificates(*issuer, last.number, |_| ()).await?;
		let known: BTreeSet<_> = known.iter().map(|one| one.number.as_str()).collect();
		let failed: BTreeSet<_> = self.failed.iter().map(|entry| &entry.value).collect();
		let is_settled =
			|number: &String| known.contains(number.as_str()) || failed.contains(number);
		Ok(self.own.keys().all(is_settled))
	}

	fn say(mut self) -> Result<(), Failure> {
		let session = self.session;
		if session.json {
			let line = json!({
				"batches": self.batches, "done": self.done, "differing": self.differing.len(),
				"failed": self.failed.len(),
			});
			session.say(&line.to_string())?;
		} else {
			let details = [
				("batches", self.batches.to_string()),
				("done", self.done.to_string()),
			];
			let label = match (self.batches, self.arguments.dry_run) {
				(0, _) => Label::NothingWaits,
				(_, true) => Label::WouldConfirm,
				(_, false) => Label::Confirmed,
			};
			session.say(&session.texts.label(label, &details))?;
		}
		if !self.differing.is_empty() {
			self.list.report(session, self.differing.clone())?;
			self.list.refused(session, &self.differing);
			let details = [
				("rows", self.differing.len().to_string()),
				("file", self.list.file.clone()),
			];
			return Err(Failure::with(Kind::BatchesDiffer, details));
		}
		if !self.failed.is_empty() {
			self.list.report(session, self.failed.clone())?;
			return Err(self.list.refused(session, &self.failed));
		}
		if self.is_own_proposal && self.batches == 0 {
			return Err(Failure::new(Kind::OwnBatch));
		}
		Ok(())
	}
}

/// The columns in which two rows differ, with what each has.
fn fields(own: &TakenOver, theirs: &TakenOver) -> Vec<(&'static str, String, String)> {
	let until = |row: &TakenOver| row.valid_until.map_or("–".into(), |day| day.to_string());
	let roles = |row: &TakenOver| {
		let codes: Vec<_> = row.roles.iter().map(aeo_primitives::Role::code).collect();
		codes.join(" ")
	};
	let kind = |row: &TakenOver| {
		let named = &row.certificate_type;
		format!("{} {}", named.programme, named.code)
	};
	let periods = |row: &TakenOver| {
		let periods = row.periods.iter();
		let all: Vec<_> = periods
			.map(|period| format!("{} {:?}", period.from, period.state))
			.collect();
		all.join(", ")
	};
	let documents = |row: &TakenOver| {
		let all: BTreeSet<_> = row.periods.iter().map(|period| period.document).collect();
		let all: Vec<_> = all.iter().map(|hash| format!("{hash:#x}")).collect();
		all.join(", ")
	};
	[
		("tin", own.tin.to_string(), theirs.tin.to_string()),
		("type", kind(own), kind(theirs)),
		("roles", roles(own), roles(theirs)),
		(
			"valid_from",
			own.valid_from.to_string(),
			theirs.valid_from.to_string(),
		),
		("valid_until", until(own), until(theirs)),
		("status", periods(own), periods(theirs)),
		("document", documents(own), documents(theirs)),
		(
			"consent",
			format!("{:#x}", own.publication_consent),
			format!("{:#x}", theirs.publication_consent),
		),
	]
	.into_iter()
	.filter(|(_, own, theirs)| own != theirs)
	.collect()
}
