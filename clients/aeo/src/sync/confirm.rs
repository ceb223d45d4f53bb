//! `aeo sync confirm`: the second officer confirms what her own registry says, and nothing else.

use super::{
	plan::{difference, Act, Step},
	present, read,
	work::{Proposal, Waiting},
};
use crate::{
	cli::lists::Confirm,
	failure::{Failure, Kind},
	list::{meaning, rows},
	online::{Office, Online},
	progress,
	text::Label,
	Session,
};
use aeo_client::{
	api::certificates::events::RowFailed,
	calls::{self, TakenOver},
	Error, Settled, WaitingBatch,
};
use aeo_primitives::Date;
use serde_json::json;
use std::collections::BTreeMap;

/// Confirms all that waits and is what the own registry asks for.
pub fn run(session: &Session, arguments: &Confirm) -> Result<(), Failure> {
	let read = read(session, &arguments.from)?;
	let online = Online::connect(session, &arguments.signing.nodes)?;
	let mut office = online.office(session, &arguments.signing)?;
	online.wait(async {
		while office.queue.next().await?.is_some() {}
		let present = present(session, &office.chain, office.issuer).await?;
		let document = read.checked.document;
		let rows = &read.checked.rows;
		let found = difference(rows, &present.certificates, present.today, document);
		let own = rows.iter().filter_map(|row| {
			let taken = rows::taken_over(row, document)?;
			Some((taken.number.to_string(), taken))
		});
		let waiting = Waiting::now(&office).await?;
		let mut confirming = Confirming {
			session,
			office,
			own: own.collect(),
			confirmed: 0,
			waits: 0,
			others: 0,
			refused: 0,
		};
		let today = present.today;
		confirming.decisions(&found.steps, &waiting, today).await?;
		confirming.batches().await?;
		while let Some(settled) = confirming.office.queue.next().await? {
			confirming.settle(settled)?;
		}
		confirming.say()
	})
}

struct Confirming<'a> {
	session: &'a Session,
	office: Office,
	own: BTreeMap<String, TakenOver>,
	confirmed: usize,
	/// What the own registry asks for and still waits: proposed by the same officer, or confirmed in no block.
	waits: usize,
	/// What waits and is not what the own registry asks for.
	others: usize,
	refused: usize,
}

impl Confirming<'_> {
	async fn decisions(
		&mut self,
		steps: &[Step],
		waiting: &Waiting,
		today: Date,
	) -> Result<(), Failure> {
		let me = self.office.queue.lane().account();
		let bar = progress::bar(self.session, Label::Confirming, steps.len());
		let mut asked = 0;
		for step in steps {
			bar.inc(1);
			let Some(Proposal {
				number: proposal,
				maker,
			}) = waiting.proposal(step, today)
			else {
				continue;
			};
			asked += 1;
			if maker == me {
				self.waits += 1;
				continue;
			}
			let intent = format!("confirm {} {proposal}", step.number);
			let told = |blocks: u64| progress::quota(self.session, &bar, blocks);
			let queue = &mut self.office.queue;
			if matches!(step.act, Act::Reinstate { .. }) {
				let call = calls::confirm_reinstatement(&step.number, proposal);
				queue.send(&intent, &call, told).await?;
			} else {
				let call = calls::confirm(&step.number, proposal);
				queue.send(&intent, &call, told).await?;
			}
		}
		bar.finish_and_clear();
		let all = waiting.decisions.len() + waiting.reinstatements.len();
		self.others += all.saturating_sub(asked);
		Ok(())
	}

	async fn batches(&mut self) -> Result<(), Failure> {
		let Office { chain, issuer, .. } = &self.office;
		let last = chain.last_final().await?;
		let now = chain.time_of(last.hash).await?;
		let waiting = chain.waiting_batches(*issuer, last.hash).await?;
		let me = self.office.queue.lane().account();
		for batch in waiting {
			if batch.expires < now {
				continue;
			}
			if !self.is_own(&batch).await? {
				self.others += 1;
				continue;
			}
			if batch.maker == me {
				self.waits += 1;
				continue;
			}
			let intent = format!("confirm {:#x} {}", batch.hash, batch.proposal);
			let call = calls::confirm_batch(batch.hash, batch.proposal);
			let bar = indicatif::ProgressBar::hidden();
			let told = |blocks: u64| progress::quota(self.session, &bar, blocks);
			self.office.queue.send(&intent, &call, told).await?;
		}
		Ok(())
	}

	/// Whether a batch is what the own registry makes of the same certificates, by its hash.
	async fn is_own(&self, batch: &WaitingBatch) -> Result<bool, Failure> {
		let rows = batch.rows.iter().flatten();
		let own: Option<Vec<_>> = rows
			.map(|row| self.own.get(row.number()).cloned())
			.collect();
		let Some(own) = own.filter(|own| !own.is_empty()) else {
			return Ok(false);
		};
		let lane = self.office.queue.lane();
		Ok(lane.hash_of_batch(&own, batch.mode).await? == batch.hash)
	}

	fn settle(&mut self, settled: Settled) -> Result<(), Failure> {
		let mut refuse = |number: String, why: String| {
			let details = [("number", number), ("why", why)];
			let label = self
				.session
				.texts
				.label(Label::CertificateRefused, &details);
			self.session.tell(&label);
			self.refused += 1;
		};
		match settled.outcome {
			Ok(Some(done)) => {
				for row in done.events.find::<RowFailed>() {
					let row = row.map_err(Error::from)?;
					refuse(row.number, meaning(self.session, &done.refusal(&row.error)));
				}
				self.confirmed += 1;
			}
			Ok(None) => self.waits += 1,
			Err(Error::Refused(why)) => {
				let number = settled.intent.split(' ').nth(1).unwrap_or_default();
				refuse(number.to_owned(), meaning(self.session, &why));
			}
			Err(error) => return Err(error.into()),
		}
		Ok(())
	}

	fn say(self) -> Result<(), Failure> {
		let session = self.session;
		if session.json {
			let line = json!({
				"confirmed": self.confirmed, "waiting": self.waits, "others": self.others,
				"refused": self.refused,
			});
			session.say(&line.to_string())?;
		} else {
			let details = [
				("confirmed", self.confirmed.to_string()),
				("others", self.others.to_string()),
			];
			session.say(&session.texts.label(Label::SyncConfirmed, &details))?;
		}
		let counts = [
			(Kind::StepsRefused, self.refused),
			(Kind::OthersWait, self.others),
			(Kind::PlanWaits, self.waits),
		];
		match counts.into_iter().find(|(_, count)| *count > 0) {
			Some((kind, count)) => Err(Failure::with(kind, [("count", count.to_string())])),
			None => Ok(()),
		}
	}
}
