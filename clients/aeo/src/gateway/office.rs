//! How an office stands with the chain, for who watches it: its certificates, what it has not taken over from partners,
//! what is left of the quotas that pay for its transactions, and how old the sealed lists are.

use super::{
	answers::Reply,
	metrics::Metrics,
	node::{Link, Present},
	problem::{Kind, Problem},
	Teller,
};
use crate::{
	chain::{ListReport, ListStatus, Standing as ListStanding},
	questions::report::{Counts, Unread},
};
use aeo_client::AccountId32;
use aeo_primitives::{Moment, StateKind, Territory};
use serde::{de::DeserializeOwned, Deserialize};
use serde_json::{json, Value};
use std::{collections::BTreeMap, sync::Arc, time::Duration};
use tokio::time::interval;

/// How often it is asked.
const EACH: Duration = Duration::from_secs(30);

/// Pages of 50 places that are looked through for what is not acknowledged.
const PAGES: usize = 20;

/// Whose office it is, as the settings say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
	/// The administration.
	pub administration: Territory,
	/// Accounts by names, whose quotas are told.
	#[serde(default)]
	pub accounts: BTreeMap<String, AccountId32>,
}

/// How it stands at a block.
#[derive(Debug, Default)]
pub struct Standing {
	/// The number of the block.
	pub block: u32,
	/// Certificates by the state that was decided.
	pub certificates: Vec<(StateKind, u32)>,
	/// Suspensions that partners told and that are not acknowledged, of the first thousand places.
	pub unacknowledged: u32,
	/// How old the oldest of them is; nothing where there is none.
	pub oldest: Duration,
	/// What is left of each quota.
	pub quotas: Vec<(String, Quota)>,
	/// The last sealed list that each partner has given.
	pub received: Vec<SealedList>,
	/// The last that each partner was given.
	pub given: Vec<SealedList>,
}

/// A sealed list.
#[derive(Clone, Copy, Debug)]
pub struct SealedList {
	/// Who has given it, or was given it.
	pub partner: Territory,
	/// How long ago it was published.
	pub age: Duration,
	/// Whether its reader has another key since, and can't open it with that.
	pub is_outdated: bool,
}

/// What a quota has, in picoseconds of execution.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Quota {
	/// What can be spent now.
	pub left: u64,
	/// The most that is saved up.
	pub max: u64,
}

/// Tells the metrics how an office stands, each half minute. While it can't be asked, what was known stays, with its
/// block; why it can't is said once.
pub async fn watch(office: Office, link: Link, metrics: Arc<Metrics>, tell: Teller) {
	let mut turns = interval(EACH);
	let mut said = None;
	loop {
		turns.tick().await;
		match standing(&office, &link).await {
			Ok(standing) => {
				metrics.office(&standing);
				said = None;
			}
			// That there is no node is said already.
			Err(problem) if matches!(problem.kind, Kind::NoNode | Kind::Stale) => {}
			Err(problem) if said == Some(problem.kind) => {}
			Err(problem) => {
				said = Some(problem.kind);
				tell.line("office", &tell.problem(&problem));
			}
		}
	}
}

/// Asks how an office stands: all of it at one block.
async fn standing(office: &Office, link: &Link) -> Result<Standing, Problem> {
	let own = office.administration;
	let present = link.present().await?;
	let age = |since: Moment| Duration::from_millis(present.best.time.saturating_sub(since));
	let counts: Counts = ask(&present, "aeo_counts", vec![json!(own)]).await?;
	let lists: ListReport = ask(&present, "aeo_lists", vec![json!(own)]).await?;
	let list = |partner: Territory, list: &ListStatus| SealedList {
		partner,
		age: age(list.at),
		is_outdated: list.standing == ListStanding::Outdated,
	};
	let (received, given) = (lists.received.iter(), lists.given.iter());
	let states = counts.states.iter();
	let mut standing = Standing {
		block: present.best.number,
		certificates: states.map(|one| (one.state, one.count)).collect(),
		received: received
			.filter(|list| list.issuer != own)
			.map(|given| list(given.issuer, given))
			.collect(),
		given: given
			.filter(|list| list.reader != own)
			.map(|given| list(given.reader, given))
			.collect(),
		..Standing::default()
	};
	let mut from = Value::Null;
	for _ in 0..PAGES {
		let page: Unread = ask(&present, "aeo_unacknowledged", vec![json!(own), from]).await?;
		for known_from in page.suspensions() {
			standing.unacknowledged = standing.unacknowledged.saturating_add(1);
			standing.oldest = standing.oldest.max(age(known_from));
		}
		match page.next {
			Some(next) => from = next,
			None => break,
		}
	}
	for (name, account) in &office.accounts {
		let quota: Option<Quota> = ask(&present, "aeo_quota", vec![json!(account)]).await?;
		standing
			.quotas
			.extend(quota.map(|quota| (name.clone(), quota)));
	}
	Ok(standing)
}

/// Puts a question about the present block.
async fn ask<T: DeserializeOwned>(
	present: &Present,
	method: &str,
	mut arguments: Vec<Value>,
) -> Result<T, Problem> {
	arguments.push(json!(present.best.hash));
	let reply: Reply<T> = present.ask(method, &arguments).await?;
	Ok(reply.answer)
}
