//! What happens on the chain to who grants benefits, from any place on: `aeo_changes`, `aeo_subscribeChanges` and
//! `aeo_list` of docs/developer/queries.md.
//!
//! Answers are read by the names of their fields: kinds, roles and benefits that are younger than this client pass
//! through it.

use crate::{
	chain::{Node, MOST_BEHIND},
	Block, Chain, Error, BLOCK_TIME, H256,
};
use aeo_primitives::{CertificateNumber, Moment, Territory};
use serde::{Deserialize, Serialize};
use serde_json::{json, Map, Value};
use std::{
	collections::BTreeSet,
	fmt,
	time::{Duration, Instant},
};
use subxt::rpcs::client::{RpcParams, RpcSubscription};

/// The kinds of entries that a node tells.
pub const KINDS: [&str; 10] = [
	"certificate",
	"consent",
	"recognition",
	"leg",
	"issuer",
	"trader",
	"alias",
	"offer",
	"incident",
	"upgrade",
];

/// A node says something every ten seconds: one that is silent for longer is gone.
const SILENCE: Duration = Duration::from_secs(25);

/// What counts for who reads.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Finality {
	/// What takes away as soon as it is in a block, all else when it is final.
	Safe,
	/// Every block at once; what is lost is taken back.
	Best,
	/// What can't be undone.
	Final,
}

impl Finality {
	/// What it is called.
	pub const fn name(self) -> &'static str {
		match self {
			Self::Safe => "safe",
			Self::Best => "best",
			Self::Final => "final",
		}
	}
}

/// From where on something is read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Since {
	/// From what is new now.
	Now,
	/// From the first entry of a block.
	Block(u32),
	/// From the first block of this moment or later, milliseconds UTC.
	Time(Moment),
	/// From where a batch ended.
	Cursor(String),
}

/// What is asked.
#[derive(Clone, Debug)]
pub struct Ask {
	/// Who grants benefits.
	pub grantor: Territory,
	/// What counts.
	pub finality: Finality,
	/// Only these kinds of entries; all where there are none.
	pub kinds: Vec<String>,
	/// The last block.
	pub until: Option<u32>,
	/// Most entries of a batch.
	pub limit: u32,
}

impl Ask {
	/// The arguments of a node's method.
	fn arguments(&self, since: &Since) -> [Value; 2] {
		let mut options = Map::new();
		options.insert("finality".into(), json!(self.finality));
		options.insert("limit".into(), json!(self.limit));
		if let Some(until) = self.until {
			options.insert("until".into(), json!(until));
		}
		if !self.kinds.is_empty() {
			options.insert("kinds".into(), json!(self.kinds));
		}
		match since {
			Since::Now => {}
			Since::Block(number) => _ = options.insert("since".into(), json!(number)),
			Since::Time(time) => _ = options.insert("since".into(), json!({ "time": time })),
			Since::Cursor(cursor) => _ = options.insert("cursor".into(), json!(cursor)),
		}
		[json!(self.grantor), Value::Object(options)]
	}
}

/// Some entries.
#[derive(Clone, Debug, Deserialize)]
pub struct Batch {
	/// In order.
	pub entries: Vec<Entry>,
	/// From where it goes on behind them.
	pub cursor: String,
	/// Whether there is more already.
	pub more: bool,
	/// How far the node is.
	pub head: Head,
}

/// How far a node is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub struct Head {
	/// Its best block.
	pub best: Block,
	/// The last one that is final.
	#[serde(rename = "final")]
	pub last_final: Block,
}

/// How an entry came about.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum Op {
	/// It was decided.
	Put,
	/// The clock brought it.
	Due,
	/// Its block was lost.
	Retract,
	/// Blocks that were read are lost and not known any more.
	Resync,
}

/// Whose certificates are to be read anew.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub struct Resync {
	/// Those of this issuer; none where it is all.
	pub issuer: Option<Territory>,
}

/// The block of an entry.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub struct Of {
	/// Its number.
	pub number: u32,
	/// Its hash.
	pub hash: H256,
	/// Its time, milliseconds UTC.
	pub time: Moment,
	/// Whether it is final.
	#[serde(rename = "final")]
	pub is_final: bool,
}

/// What a certificate earns in one role in declarations of one direction.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct Earned {
	/// The name of the role.
	pub role: String,
	/// The name of the direction.
	pub direction: String,
	/// The names of the benefits.
	pub benefits: BTreeSet<String>,
}

/// What the clock will bring to a certificate.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct Edge {
	/// From this moment on, milliseconds UTC.
	pub at: Moment,
	/// What it is called.
	pub what: String,
}

/// A certificate, as a list or an entry names it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct Certificate {
	/// Who issued it.
	pub issuer: Territory,
	/// Its number.
	pub number: CertificateNumber,
	/// The TIN of its trader.
	pub tin: String,
	/// What the clock will bring, the earliest first.
	pub scheduled: Vec<Edge>,
}

impl Certificate {
	/// The last moment of what it earns now, as far as the clock alone takes it away; none where it doesn't.
	pub fn valid_through(&self) -> Option<Moment> {
		let takes = |edge: &&Edge| matches!(&*edge.what, "Expires" | "Ends" | "Succeeds");
		let first = self.scheduled.iter().filter(takes).map(|edge| edge.at);
		first.min().map(|at| at.saturating_sub(1))
	}
}

/// A row of a list.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
pub struct Listed {
	/// The certificate.
	pub certificate: Certificate,
	/// What it earns from the grantor.
	pub benefits: Vec<Earned>,
}

/// Something that has happened.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "Value")]
pub struct Entry {
	/// Its place in the chain, the same at every node.
	pub id: String,
	/// How it came about.
	pub op: Op,
	/// The certificate that it is about, where it is about one.
	pub certificate: Option<Certificate>,
	/// All that the certificate earns from now on.
	pub benefits: Vec<Earned>,
	/// Whose certificates are to be read anew.
	pub resync: Option<Resync>,
	/// Told before it is final, because it takes away.
	pub early: bool,
	/// Its block.
	pub block: Of,
	/// All that the node told.
	pub told: Value,
}

/// The fields of an entry that all have.
#[derive(Deserialize)]
struct Common {
	id: String,
	op: Op,
	benefits: Vec<Earned>,
	resync: Option<Resync>,
	early: bool,
	block: Of,
}

impl TryFrom<Value> for Entry {
	type Error = serde_json::Error;

	fn try_from(told: Value) -> Result<Self, Self::Error> {
		let Common {
			id,
			op,
			benefits,
			resync,
			early,
			block,
		} = Common::deserialize(&told)?;
		let is_about_one = told.get("number").is_some_and(Value::is_string);
		Ok(Self {
			id,
			op,
			certificate: is_about_one
				.then(|| Certificate::deserialize(&told))
				.transpose()?,
			benefits,
			resync,
			early,
			block,
			told,
		})
	}
}

/// A page of `aeo_list`, with the block that it is of.
#[derive(Deserialize)]
struct Reply {
	answer: Page,
}

#[derive(Deserialize)]
struct Page {
	rows: Vec<Listed>,
	next: Option<Value>,
}

impl Chain {
	/// What has happened since a place.
	///
	/// # Errors
	///
	/// The feed of the node doesn't reach there, or no node answers.
	pub async fn changes(&self, ask: &Ask, since: &Since) -> Result<Batch, Error> {
		self.ask("aeo_changes", &ask.arguments(since)).await
	}

	/// Hears of what happens from a place on.
	pub fn feed(&self, ask: Ask, since: Since) -> Feed {
		Feed {
			chain: self.clone(),
			ask,
			since,
			open: None,
			seen: None,
		}
	}

	/// The certificates of an issuer, or of all that matter to a grantor, with what they earn from it at a block.
	///
	/// # Errors
	///
	/// The node doesn't keep that state, or no node answers.
	pub async fn list(
		&self,
		grantor: Territory,
		issuer: Option<Territory>,
		at: H256,
	) -> Result<Vec<Listed>, Error> {
		let mut rows = Vec::new();
		let mut after = Value::Null;
		loop {
			let arguments = [json!(grantor), json!(issuer), after, Value::Null, json!(at)];
			let Reply { answer } = self.ask("aeo_list", &arguments).await?;
			rows.extend(answer.rows);
			match answer.next {
				Some(next) => after = next,
				None => return Ok(rows),
			}
		}
	}
}

/// Hears of what happens, by one node after another.
pub struct Feed {
	chain: Chain,
	ask: Ask,
	since: Since,
	open: Option<Open>,
	/// The best block, and since when it is that.
	seen: Option<(u32, Instant)>,
}

/// A subscription at a node.
struct Open {
	subscription: RpcSubscription<Batch>,
	place: usize,
	turn: u32,
	has_told: bool,
}

impl fmt::Debug for Feed {
	fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
		formatter
			.debug_struct("Feed")
			.field("ask", &self.ask)
			.field("since", &self.since)
			.finish_non_exhaustive()
	}
}

impl Feed {
	/// Waits for the next batch; one at least every ten seconds, without entries where nothing happens. What goes wrong
	/// is said once, and where it may pass ([`Error::may_pass`]) the feed goes on with the next call.
	///
	/// # Errors
	///
	/// No node answers or is up with its chain; or the feed can't go on from where it is.
	pub async fn next(&mut self) -> Result<Batch, Error> {
		loop {
			self.ensure_moving().await?;
			let mut open = match self.open.take() {
				Some(open) if open.turn == self.chain.current().turn => open,
				_ => self.subscribe().await?,
			};
			match tokio::time::timeout(SILENCE, open.subscription.next()).await {
				Ok(Some(Ok(batch))) => {
					self.see(batch.head.best.number);
					self.since = Since::Cursor(batch.cursor.clone());
					open.has_told = true;
					self.open = Some(open);
					return Ok(batch);
				}
				Ok(Some(Err(error))) => return Err(error.into()),
				// Why it ends at once is said to who asks; where nothing is, it is not asked for again at once.
				Ok(None) if !open.has_told => {
					self.chain.changes(&self.ask, &self.since).await?;
					tokio::time::sleep(BLOCK_TIME).await;
				}
				Ok(None) => {}
				Err(_) => {
					let why = format!("it said nothing for {} seconds", SILENCE.as_secs());
					let silent = Error::Node(why);
					self.chain.leave(open.place, open.turn, &silent).await?;
				}
			}
		}
	}

	async fn subscribe(&self) -> Result<Open, Error> {
		let mut parameters = RpcParams::new();
		for argument in self.ask.arguments(&self.since) {
			parameters.push(argument).map_err(Error::node)?;
		}
		let subscribe = |node: Node| {
			let parameters = parameters.clone();
			async move {
				let subscription = node
					.rpc
					.subscribe("aeo_subscribeChanges", parameters, "aeo_unsubscribeChanges")
					.await?;
				Ok(Open {
					subscription,
					place: node.place,
					turn: node.turn,
					has_told: false,
				})
			}
		};
		self.chain.through(subscribe).await
	}

	fn see(&mut self, best: u32) {
		if self.seen.is_none_or(|(before, _)| before != best) {
			self.seen = Some((best, Instant::now()));
		}
	}

	/// Takes another node where no block has come to this one for long.
	async fn ensure_moving(&mut self) -> Result<(), Error> {
		match self.seen {
			Some((best, since)) if since.elapsed() > MOST_BEHIND => {
				// It is looked at again after as long.
				self.seen = Some((best, Instant::now()));
				self.chain.ensure_fresh().await
			}
			_ => Ok(()),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// A batch as a node tells it.
	const TOLD: &str = r#"{
		"entries": [
			{
				"id": "f1.7.9c2f41aa.1", "op": "put", "kind": "certificate", "what": "Suspended", "issuer": "MX",
				"number": "A-1", "ordinal": 0, "version": 2, "tin": "MXNWM9709244W4",
				"type": {"programme": "OEA", "code": "OEA"}, "roles": ["Exporter"], "before": "Authorised",
				"after": {"Suspended": "Full"}, "in_force": false, "suspended": "Full", "validity": null,
				"scheduled": [{"at": 9, "what": "Resumes"}, {"at": 11, "what": "Expires"}], "effect": "ends",
				"benefits": [{"role": "Exporter", "direction": "Import", "benefits": ["FewerInspections", "Younger"]}],
				"resync": null, "early": true, "ack": null,
				"block": {"number": 7, "hash": "0x0707070707070707070707070707070707070707070707070707070707070707",
					"time": 21000, "final": false}
			},
			{
				"id": "f1.7.9c2f41aa.2", "op": "retract", "kind": "leg", "what": "Changed", "issuer": "MX", "grantor": "CR",
				"scheduled": [], "effect": "none", "benefits": [], "resync": {"issuer": "MX"}, "early": false, "ack": null,
				"block": {"number": 7, "hash": "0x0707070707070707070707070707070707070707070707070707070707070707",
					"time": 21000, "final": false}
			}
		],
		"cursor": "f1.7.9c2f41aa.2.6.0", "more": false,
		"head": {
			"best": {"number": 7, "hash": "0x0707070707070707070707070707070707070707070707070707070707070707"},
			"final": {"number": 6, "hash": "0x0606060606060606060606060606060606060606060606060606060606060606"}
		}
	}"#;

	#[test]
	fn a_batch_should_be_read_with_what_is_younger() {
		let batch: Batch = serde_json::from_str(TOLD).expect("a batch");
		assert_eq!(batch.head.last_final.number, 6);
		let [suspended, leg] = &batch.entries[..] else {
			panic!("two entries");
		};
		let certificate = suspended.certificate.as_ref().expect("about one");
		assert_eq!(certificate.number.to_string(), "A-1");
		assert_eq!(certificate.valid_through(), Some(10));
		assert!(suspended.benefits[0].benefits.contains("Younger"));
		assert!(suspended.early && suspended.resync.is_none());
		assert_eq!(suspended.told["effect"], "ends");
		assert_eq!(leg.op, Op::Retract);
		assert!(leg.certificate.is_none());
		let issuer = Some(Territory::MX);
		assert_eq!(leg.resync, Some(Resync { issuer }));
	}

	#[test]
	fn what_is_asked_should_be_written_as_the_node_reads_it() {
		let mut ask = Ask {
			grantor: Territory::CR,
			finality: Finality::Safe,
			kinds: Vec::new(),
			until: None,
			limit: 500,
		};
		let options = json!({"finality": "safe", "limit": 500});
		assert_eq!(ask.arguments(&Since::Now), [json!("CR"), options]);
		ask.kinds = vec!["leg".into()];
		ask.until = Some(9);
		let options = json!({
			"finality": "safe", "limit": 500, "until": 9, "kinds": ["leg"], "since": {"time": 7}
		});
		assert_eq!(ask.arguments(&Since::Time(7)), [json!("CR"), options]);
	}
}
