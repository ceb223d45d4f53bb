//! The steps of a plan, taken one after another.

use super::{
	plan::{Act, Plan, Step},
	present,
};
use crate::{
	failure::{Failure, Kind},
	list::{meaning, rows::status_of},
	online::Office,
	progress,
	questions::decision_document,
	text::Label,
	Session,
};
use aeo_client::{
	calls::{self, BatchMode, Decision, TakenOver, MOST_BATCHES, MOST_ROWS},
	AccountId32, Certificate, Done, Error, PendingDecision, PendingReinstatement, Settled,
};
use aeo_lists::Status;
use aeo_primitives::{CertificateNumber, Date, Ground, Subject, SuspensionScope};
use primitive_types::H256;
use serde_json::json;
use std::{
	collections::{BTreeMap, BTreeSet},
	mem::discriminant,
};

/// Calls that are under way at once.
const AT_ONCE: usize = 32;

/// How a step stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Stand {
	/// It is to be taken.
	Due,
	/// It waits for a second officer.
	Waits,
	/// The chain is as it wants.
	Done,
	/// The certificate has changed otherwise.
	Overtaken,
}

/// What waits under a number for another officer than its maker.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Proposal {
	/// The number.
	pub number: u32,
	/// The officer who proposed it.
	pub maker: AccountId32,
}

/// What waits for a second officer.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
	/// Decisions that can be confirmed.
	pub decisions: Vec<PendingDecision>,
	/// Decisions that can't be any more, as the certificate has changed since.
	pub overtaken: Vec<PendingDecision>,
	/// Reinstatements that can be.
	pub reinstatements: Vec<PendingReinstatement>,
	/// The numbers in batches that can be.
	pub numbers: BTreeSet<String>,
}

impl Waiting {
	/// Reads it at the last final block.
	pub async fn now(office: &Office) -> Result<Self, Error> {
		let Office { chain, issuer, .. } = office;
		let last = chain.last_final().await?;
		let now = chain.time_of(last.hash).await?;
		let decisions = chain.pending_decisions(*issuer, last.number).await?;
		let (overtaken, decisions) = decisions
			.into_iter()
			.filter(|pending| !pending.expired)
			.partition(|pending| pending.overtaken);
		let mut reinstatements = chain.pending_reinstatements(*issuer, last.hash).await?;
		reinstatements.retain(|pending| pending.expires >= now);
		let batches = chain.waiting_batches(*issuer, last.hash).await?;
		let numbers = batches
			.iter()
			.filter(|batch| batch.expires >= now)
			.flat_map(|batch| batch.rows.iter().flatten())
			.map(|row| row.number().to_owned())
			.collect();
		Ok(Self {
			decisions,
			overtaken,
			reinstatements,
			numbers,
		})
	}

	/// The proposal that is what a step wants, by the document too; none where none waits.
	pub fn proposal(&self, step: &Step, today: Date) -> Option<Proposal> {
		if let Act::Reinstate { scope, document } = step.act {
			let mut waiting = self.reinstatements.iter();
			let found = waiting.find(|pending| {
				is_about(pending, step, scope)
					&& pending.ground == Ground::Authority
					&& pending.document == document
			})?;
			return Some(Proposal {
				number: found.proposal,
				maker: found.maker,
			});
		}
		let mut waiting = self.decisions.iter();
		let found = waiting.find(|pending| {
			wanted(step, pending, today).is_some_and(|wanted| wanted == pending.decision)
		})?;
		Some(Proposal {
			number: found.proposal,
			maker: found.maker.officer,
		})
	}

	/// Whether what a step wants waits, with whatever document: a registry that has changed elsewhere has another
	/// hash, and is no reason to propose the same once more.
	fn has(&self, step: &Step, today: Date) -> bool {
		match step.act {
			Act::Add { .. } => self.numbers.contains(step.number.as_str()),
			Act::Reinstate { scope, .. } => {
				let mut waiting = self.reinstatements.iter();
				waiting.any(|pending| is_about(pending, step, scope))
			}
			_ => {
				let mut waiting = self.decisions.iter();
				waiting.any(|pending| {
					let document = decision_document(&pending.decision);
					wanted(step, pending, today)
						.map(|wanted| with_document(wanted, document))
						.is_some_and(|wanted| wanted == pending.decision)
				})
			}
		}
	}

	/// What an officer has proposed about the certificate of a step that is due, and that takes up room for nothing:
	/// it can't be confirmed any more, or is what the registry has said before.
	pub fn outdated<'a>(
		&'a self,
		step: &'a Step,
		officer: &'a AccountId32,
		today: Date,
	) -> impl Iterator<Item = u32> + 'a {
		let kind = step.act.decision(today).map(|wanted| discriminant(&wanted));
		let is_own = move |pending: &&PendingDecision| {
			pending.number == step.number && pending.maker.officer == *officer
		};
		let before = self
			.decisions
			.iter()
			.filter(move |pending| Some(discriminant(&pending.decision)) == kind);
		let all = self.overtaken.iter().chain(before).filter(is_own);
		all.map(|pending| pending.proposal)
	}
}

/// Whether a reinstatement that waits is of what a step reinstates.
fn is_about(pending: &PendingReinstatement, step: &Step, scope: SuspensionScope) -> bool {
	pending.number == step.number && pending.scope == scope && pending.version == step.version
}

/// What a step wants, in the place of a decision that waits; none where that is about another certificate. What
/// has ended by the registry on an earlier day was proposed to end on that day, or on one since.
fn wanted(step: &Step, pending: &PendingDecision, today: Date) -> Option<Decision> {
	let day = match &pending.decision {
		Decision::Revoke { from, .. } | Decision::Relinquish { from, .. } => today.min(*from),
		_ => today,
	};
	step.act
		.decision(day)
		.filter(|_| pending.number == step.number)
}

fn with_document(mut decision: Decision, other: H256) -> Decision {
	let (Decision::Rectify { document, .. }
	| Decision::Authorise { document, .. }
	| Decision::Renew { document, .. }
	| Decision::RefuseRenewal { document }
	| Decision::RefuseApplication { document, .. }
	| Decision::Relinquish { document, .. }
	| Decision::Overturn { document, .. }
	| Decision::Revoke { document, .. }
	| Decision::Annul { document }
	| Decision::WithdrawApplication { document }
	| Decision::KeepInForce { document }) = &mut decision;
	*document = other;
	decision
}

/// Says how a step stands by what the chain has.
pub fn stand(
	step: &Step,
	certificate: Option<&Certificate>,
	waiting: &Waiting,
	today: Date,
) -> Stand {
	if certificate.is_some_and(|certificate| is_done(&step.act, certificate)) {
		return Stand::Done;
	}
	if certificate.map_or(0, |certificate| certificate.version) != step.version {
		return Stand::Overtaken;
	}
	if waiting.has(step, today) {
		Stand::Waits
	} else {
		Stand::Due
	}
}

/// Whether a certificate is as an act wants it.
fn is_done(act: &Act, certificate: &Certificate) -> bool {
	let status = status_of(certificate.state);
	let until = certificate.validity.and_then(|validity| validity.until);
	match act {
		Act::Add {
			certificate: wanted,
		} => {
			certificate.tin == wanted.tin.to_string()
				&& certificate.certificate_type == wanted.certificate_type
				&& certificate.version == 1
		}
		Act::Renew { valid_until, .. } => until == Some(*valid_until),
		Act::Rectify {
			roles,
			valid_from,
			valid_until,
			..
		} => {
			certificate.roles == *roles
				&& until == *valid_until
				&& certificate
					.validity
					.is_some_and(|validity| validity.from == *valid_from)
		}
		Act::Suspend { scope, end, .. } => matches!(
			certificate.state,
			aeo_primitives::CertificateState::Suspended(present)
				// The other half may have been suspended before.
				if [*scope, SuspensionScope::Full].contains(&present.scope) && present.end == *end
		),
		Act::Reinstate { scope, .. } => certificate
			.suspended
			.is_none_or(|present| present != *scope && present != SuspensionScope::Full),
		Act::Revoke { .. } => status == Some(Status::Revoked),
		Act::Relinquish { .. } => status == Some(Status::Relinquished),
		Act::Annul { .. } => status == Some(Status::Annulled),
	}
}

/// What came of a plan.
#[derive(Debug, Default)]
struct Tally {
	done: usize,
	waits: usize,
	left: usize,
	refused: Vec<(String, String)>,
}

/// Takes the steps of a plan. What an earlier run has taken is not taken again.
pub async fn apply(session: &Session, mut office: Office, plan: Plan) -> Result<(), Failure> {
	while office.queue.next().await?.is_some() {}
	let present = present(session, &office.chain, office.issuer).await?;
	let certificates: BTreeMap<&CertificateNumber, &Certificate> = present
		.certificates
		.iter()
		.map(|certificate| (&certificate.number, certificate))
		.collect();
	let waiting = Waiting::now(&office).await?;
	let mut tally = Tally::default();
	let mut due = Vec::new();
	let mut overtaken = Vec::new();
	for step in plan.steps {
		let certificate = certificates.get(&step.number).copied();
		match stand(&step, certificate, &waiting, present.today) {
			Stand::Due => due.push(step),
			Stand::Waits => tally.waits += 1,
			Stand::Done => tally.done += 1,
			Stand::Overtaken => overtaken.push(step.number.to_string()),
		}
	}
	if !overtaken.is_empty() {
		let details = [
			("count", overtaken.len().to_string()),
			("number", overtaken.swap_remove(0)),
		];
		return Err(Failure::with(Kind::PlanOvertaken, details));
	}
	let bar = progress::bar(session, Label::Applying, due.len());
	let mut worker = Worker {
		session,
		office,
		tally,
		bar,
		under_way: BTreeMap::new(),
	};
	worker.take(due, &waiting, present.today).await?;
	worker.bar.finish_and_clear();
	worker.say()
}

/// Who takes the steps.
struct Worker<'a> {
	session: &'a Session,
	office: Office,
	tally: Tally,
	bar: indicatif::ProgressBar,
	/// The certificates of each call that is under way.
	under_way: BTreeMap<String, Vec<CertificateNumber>>,
}

impl Worker<'_> {
	async fn take(
		&mut self,
		due: Vec<Step>,
		waiting: &Waiting,
		today: Date,
	) -> Result<(), Failure> {
		let mut added: Vec<TakenOver> = Vec::new();
		let me = self.office.queue.lane().account();
		for step in due {
			// Its room is limited.
			for proposal in waiting.outdated(&step, &me, today) {
				let intent = format!("withdraw {} {proposal}", step.number);
				let call = calls::refuse(&step.number, proposal);
				self.send(intent, &call, Vec::new()).await?;
			}
			let Step { number, act, .. } = step;
			let intent = format!("{} {number}", act.name());
			if let Some(decision) = act.decision(today) {
				let call = calls::propose(&number, decision);
				self.send(intent, &call, vec![number]).await?;
				continue;
			}
			match act {
				Act::Suspend {
					scope,
					end,
					document,
				} => {
					let subject = Subject::Number(number.clone().into());
					let call = calls::suspend(subject, scope, end, Ground::Authority, document);
					self.send(intent, &call, vec![number]).await?;
				}
				Act::Reinstate { scope, document } => {
					let call =
						calls::propose_reinstatement(&number, scope, Ground::Authority, document);
					self.send(intent, &call, vec![number]).await?;
				}
				Act::Add { certificate } => added.push(certificate),
				_ => {}
			}
		}
		self.add(&added).await?;
		while let Some(settled) = self.office.queue.next().await? {
			self.settle(settled)?;
		}
		Ok(())
	}

	/// Proposes to take certificates over, as far as there is room for batches.
	async fn add(&mut self, added: &[TakenOver]) -> Result<(), Failure> {
		let Office { chain, issuer, .. } = &self.office;
		let last = chain.last_final().await?;
		let open = chain.open_batches(*issuer, last.hash).await?.len();
		let room = MOST_BATCHES.saturating_sub(open);
		for (place, batch) in added.chunks(MOST_ROWS).enumerate() {
			if place >= room {
				self.tally.left += batch.len();
				continue;
			}
			let lane = self.office.queue.lane();
			let hash = lane.hash_of_batch(batch, BatchMode::SkipFailed).await?;
			let numbers = batch.iter().map(|row| row.number.clone()).collect();
			let call = calls::take_over(batch, BatchMode::SkipFailed);
			self.send(format!("take over {hash:#x}"), &call, numbers)
				.await?;
		}
		Ok(())
	}

	async fn send(
		&mut self,
		intent: String,
		call: &impl aeo_client::Payload,
		numbers: Vec<CertificateNumber>,
	) -> Result<(), Failure> {
		while self.office.queue.under_way() >= AT_ONCE {
			if let Some(settled) = self.office.queue.next().await? {
				self.settle(settled)?;
			}
		}
		let told = |blocks: u64| progress::quota(self.session, &self.bar, blocks);
		self.office.queue.send(&intent, call, told).await?;
		self.under_way.insert(intent, numbers);
		Ok(())
	}

	fn settle(&mut self, settled: Settled) -> Result<(), Failure> {
		let numbers = self.under_way.remove(&settled.intent).unwrap_or_default();
		self.bar.inc(numbers.len().try_into().unwrap_or_default());
		match settled.outcome {
			Ok(Some(done)) => self.note(&numbers, &done),
			Ok(None) => {
				self.tally.left += numbers.len();
				Ok(())
			}
			// There is no room for more proposals: they come with the next run.
			Err(Error::Refused(why)) if why.name.starts_with("TooMany") => {
				self.tally.left += numbers.len();
				Ok(())
			}
			Err(Error::Refused(why)) => {
				let why = meaning(self.session, &why);
				let refused = numbers
					.iter()
					.map(|number| (number.to_string(), why.clone()));
				self.tally.refused.extend(refused);
				Ok(())
			}
			Err(error) => Err(error.into()),
		}
	}

	/// Notes what a call did.
	fn note(&mut self, numbers: &[CertificateNumber], done: &Done) -> Result<(), Failure> {
		use aeo_client::api::{
			certificates::events as certificates, suspensions::events as suspensions,
		};
		let mut failed = 0;
		for row in done.events.find::<certificates::RowFailed>() {
			let row = row.map_err(Error::from)?;
			let why = meaning(self.session, &done.refusal(&row.error));
			self.tally.refused.push((row.number, why));
			failed += 1;
		}
		let waits = done.events.has::<certificates::DecisionProposed>()
			|| done.events.has::<certificates::BatchProposed>()
			|| done.events.has::<suspensions::ReinstatementProposed>();
		let count = numbers.len().saturating_sub(failed);
		if waits {
			self.tally.waits += count;
		} else {
			self.tally.done += count;
		}
		Ok(())
	}

	fn say(self) -> Result<(), Failure> {
		let Self { session, tally, .. } = self;
		for (number, why) in &tally.refused {
			let details = [("number", number.clone()), ("why", why.clone())];
			session.tell(&session.texts.label(Label::CertificateRefused, &details));
		}
		if session.json {
			let line = json!({
				"done": tally.done, "waiting": tally.waits, "left": tally.left,
				"refused": tally.refused.len(),
			});
			session.say(&line.to_string())?;
		} else {
			let details = [
				("done", tally.done.to_string()),
				("waiting", tally.waits.to_string()),
				("left", tally.left.to_string()),
			];
			session.say(&session.texts.label(Label::Applied, &details))?;
		}
		let with = |kind, count: usize| Err(Failure::with(kind, [("count", count.to_string())]));
		match (tally.refused.len(), tally.waits + tally.left) {
			(0, 0) => Ok(()),
			(0, waits) => with(Kind::PlanWaits, waits),
			(refused, _) => with(Kind::StepsRefused, refused),
		}
	}
}
