//! The node that is asked: the first of several that answers, is of the right chain and not behind. Where it is
//! lost, or falls behind, it is named, and another one taken.

use super::{
	feed::Asked,
	problem::{Kind as Trouble, Problem},
	Teller,
};
use crate::{
	ask::{NOW, STALE_AFTER},
	failure::{Failure, Kind},
	text::Label,
};
use aeo_primitives::Territory;
use jsonrpsee::{
	core::client::{ClientT, Subscription, SubscriptionClientT},
	core::{params::ArrayParams, ClientError},
	rpc_params,
	ws_client::{PingConfig, WsClient, WsClientBuilder},
};
use primitive_types::H256;
use serde::{de::DeserializeOwned, Deserialize};
use serde_json::{json, Value};
use std::{
	collections::BTreeMap,
	sync::Arc,
	time::{Duration, SystemTime, UNIX_EPOCH},
};
use tokio::{
	sync::watch,
	time::{interval, sleep, timeout, Instant},
};

/// How long a node may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often it is looked at whether a node that tells nothing is still there, and not behind.
const LOOK: Duration = Duration::from_secs(5);

/// How long it is waited before all nodes are tried once more.
const REST: Duration = Duration::from_secs(1);

/// A node that was followed for less has not lasted.
const LASTS: Duration = Duration::from_secs(10);

/// What a node says that does not know a question.
const NO_SUCH_METHOD: i32 = -32_601;

/// How long a question waits for another node while one is looked for.
const WAIT: Duration = Duration::from_secs(3);

/// Most bytes of an answer: 500 entries, or the answers to 1,000 questions.
const MOST_ANSWER: u32 = 32 * 1024 * 1024;

/// Most questions that are under way.
const MOST_AT_ONCE: usize = 4_096;

/// A node.
struct Node {
	url: String,
	client: WsClient,
}

/// What a node takes for the present.
#[derive(Clone)]
pub struct Present {
	node: Arc<Node>,
	/// The best block.
	pub best: Block,
	/// The number of the last final one.
	pub last_final: u32,
}

/// A block.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Block {
	/// Its number.
	pub number: u32,
	/// Its hash.
	pub hash: H256,
	/// Its time, milliseconds UTC.
	pub time: u64,
}

/// Why there is no node to be asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Without {
	/// One is looked for.
	Looking,
	/// Those that answer are behind.
	Behind,
	/// None answers.
	Gone,
}

/// A connection to the chain.
#[derive(Clone)]
pub struct Link(watch::Receiver<Result<Present, Without>>);

/// What a node has to be to be used.
#[derive(Clone, Copy)]
pub struct Wanted {
	/// The hash of its chain's first block.
	pub genesis: H256,
	/// Who hears of changes, where anybody does: the node has to keep the feed then.
	pub hears: Option<Territory>,
}

/// A question, with the node that it is put to.
pub type Question = (&'static str, Vec<Value>);

#[derive(Deserialize)]
struct Header {
	number: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Health {
	is_syncing: bool,
}

impl Present {
	/// Puts a question to this node.
	pub async fn ask<T: DeserializeOwned>(
		&self,
		method: &str,
		arguments: &[Value],
	) -> Result<T, Problem> {
		match self.node.call(method, arguments).await {
			Ok(answer) => Ok(answer),
			Err(ClientError::Call(error)) => Err(Problem::of_node(&error)),
			Err(_) => Err(no_node()),
		}
	}

	/// Whether both are of one node.
	pub fn is_of(&self, other: &Self) -> bool {
		Arc::ptr_eq(&self.node, &other.node)
	}

	/// Whether the best block is final.
	pub const fn is_final(&self) -> bool {
		self.best.number <= self.last_final
	}
}

/// How old a block of this time is.
pub fn age(time: u64) -> Duration {
	let now = SystemTime::now().duration_since(UNIX_EPOCH);
	now.unwrap_or_default()
		.saturating_sub(Duration::from_millis(time))
}

fn no_node() -> Problem {
	Problem::new(Trouble::NoNode).after(WAIT)
}

impl Link {
	/// Follows the first of these nodes that can be used, and from then on always one of them.
	pub fn follow(nodes: Vec<String>, wanted: Wanted, tell: Teller) -> Self {
		let (sender, receiver) = watch::channel(Err(Without::Looking));
		tokio::spawn(async move { keep(&nodes, wanted, &tell, &sender).await });
		Self(receiver)
	}

	/// Returns the present; where a node is being looked for, after a moment.
	pub async fn present(&self) -> Result<Present, Problem> {
		let mut link = self.0.clone();
		let is_known = |found: &Result<Present, Without>| !matches!(found, Err(Without::Looking));
		let waited = timeout(WAIT, link.wait_for(is_known)).await;
		match waited.map(|found| found.map(|found| found.clone())) {
			Ok(Ok(Ok(present))) if !present.is_old() => Ok(present),
			Ok(Ok(Ok(_) | Err(Without::Behind))) => Err(Problem::new(Trouble::Stale).after(WAIT)),
			_ => Err(no_node()),
		}
	}

	/// Puts a question to the node, and where that is lost meanwhile, once more to another one. Gives of which
	/// present the answer is.
	pub async fn ask<T: DeserializeOwned>(
		&self,
		question: impl Fn(&Present) -> Question,
	) -> Result<(Present, T), Problem> {
		let present = self.present().await?;
		let (method, arguments) = question(&present);
		match present.ask(method, &arguments).await {
			Err(problem) if problem.kind == Trouble::NoNode => {
				let other = self.another(&present).await?;
				let (method, arguments) = question(&other);
				let answer = other.ask(method, &arguments).await?;
				Ok((other, answer))
			}
			answered => answered.map(|answer| (present, answer)),
		}
	}

	/// Returns the present of another node than the one that is lost.
	pub async fn another(&self, lost: &Present) -> Result<Present, Problem> {
		let mut link = self.0.clone();
		let is_other =
			|found: &Result<Present, Without>| !matches!(found, Ok(present) if present.is_of(lost));
		let waited = timeout(WAIT, link.wait_for(is_other)).await;
		waited.map_err(|_| no_node())?.map_err(|_| no_node())?;
		self.present().await
	}

	/// Returns what is known of the present now.
	pub fn known(&self) -> Result<Present, Without> {
		let known = self.0.borrow().clone()?;
		match known.is_old() {
			true => Err(Without::Behind),
			false => Ok(known),
		}
	}

	/// Waits for a block, for one to be final, or for another node.
	pub async fn moved(&mut self) {
		if self.0.changed().await.is_err() {
			// Nobody follows any more, since the program ends.
			std::future::pending::<()>().await;
		}
	}
}

/// Follows one node after another, for ever.
async fn keep(
	nodes: &[String],
	wanted: Wanted,
	tell: &Teller,
	sender: &watch::Sender<Result<Present, Without>>,
) {
	// What was said of each node since one was in use: nothing is said twice.
	let mut said = BTreeMap::new();
	let mut failed = 0;
	let mut without = Without::Gone;
	for url in nodes.iter().cycle() {
		let failure = match connect(url, wanted).await {
			Ok((node, present)) => {
				tell.say(Label::NodeTaken, &[("address", url.clone())]);
				sender.send_modify(|known| *known = Ok(present));
				(failed, without) = (0, Without::Gone);
				let began = Instant::now();
				let failure = node.watch(sender).await;
				sender.send_modify(|known| *known = Err(Without::Looking));
				// One that goes as soon as it is taken is not asked again and again without a rest.
				if began.elapsed() < LASTS {
					sleep(REST).await;
				} else {
					said.clear();
				}
				failure
			}
			Err(failure) => {
				failed += 1;
				if failure.is(Kind::NodeBehind) {
					without = Without::Behind;
				}
				failure
			}
		};
		let text = tell.text(&failure);
		if said.get(url) != Some(&text) {
			tell.fail(&failure);
			said.insert(url.clone(), text);
		}
		if failed == nodes.len() {
			sender.send_modify(|known| *known = Err(without));
			(failed, without) = (0, Without::Gone);
			sleep(REST).await;
		}
	}
}

/// Connects to a node.
async fn connect(url: &str, wanted: Wanted) -> Result<(Arc<Node>, Present), Failure> {
	let gone = |why: String| Failure::no_answer(url, why);
	let build = WsClientBuilder::new()
		.request_timeout(PATIENCE)
		.connection_timeout(PATIENCE)
		.max_response_size(MOST_ANSWER)
		.max_concurrent_requests(MOST_AT_ONCE)
		.enable_ws_ping(PingConfig::new())
		.build(url);
	let client = timeout(PATIENCE, build)
		.await
		.map_err(|error| gone(error.to_string()))?
		.map_err(|error| gone(error.to_string()))?;
	let node = Arc::new(Node {
		url: url.to_owned(),
		client,
	});
	let no_use = |kind| Err(Failure::with(kind, [("address", url.to_owned())]));
	if node.ask::<H256>("chain_getBlockHash", &[json!(0)]).await? != wanted.genesis {
		return no_use(Kind::OtherChain);
	}
	if let Some(grantor) = wanted.hears {
		let asked = Asked {
			limit: Some(1),
			..Asked::of(grantor)
		};
		let changes: Result<Value, _> = node.call("aeo_changes", &asked.arguments()).await;
		if matches!(changes, Err(ClientError::Call(error)) if error.code() == NO_SUCH_METHOD) {
			return no_use(Kind::NodeWithoutFeed);
		}
	}
	let present = node.present().await?;
	Ok((node, present))
}

impl Node {
	async fn call<T: DeserializeOwned>(
		&self,
		method: &str,
		arguments: &[Value],
	) -> Result<T, ClientError> {
		let mut params = ArrayParams::new();
		for argument in arguments {
			params.insert(argument).map_err(ClientError::ParseError)?;
		}
		self.client.request(method, params).await
	}

	/// Asks something without which the node can't be used.
	async fn ask<T: DeserializeOwned>(
		&self,
		method: &str,
		arguments: &[Value],
	) -> Result<T, Failure> {
		self.call(method, arguments)
			.await
			.map_err(|error| self.gone(error.to_string()))
	}

	fn gone(&self, why: String) -> Failure {
		Failure::no_answer(&self.url, why)
	}

	/// Returns the number of a block.
	async fn number(&self, hash: H256) -> Result<u32, Failure> {
		let header: Header = self.ask("chain_getHeader", &[json!(hash)]).await?;
		crate::chain::number(&header.number).ok_or_else(|| self.gone(header.number))
	}

	/// Returns what the node takes for the present.
	///
	/// # Errors
	///
	/// It does not answer, or is behind.
	async fn present(self: &Arc<Self>) -> Result<Present, Failure> {
		let health: Health = self.ask("system_health", &[]).await?;
		let hash: H256 = self.ask("chain_getBlockHash", &[]).await?;
		let stored: Option<String> = self
			.ask("state_getStorage", &[json!(NOW), json!(hash)])
			.await?;
		let time = stored
			.and_then(|stored| aeo_sealing::hex::array(&stored))
			.map_or(0, u64::from_le_bytes);
		let last: H256 = self.ask("chain_getFinalizedHead", &[]).await?;
		let present = Present {
			node: self.clone(),
			best: Block {
				number: self.number(hash).await?,
				hash,
				time,
			},
			last_final: self.number(last).await?,
		};
		if health.is_syncing || present.is_old() {
			return Err(self.behind());
		}
		Ok(present)
	}

	fn behind(&self) -> Failure {
		Failure::with(Kind::NodeBehind, [("address", self.url.clone())])
	}

	/// Tells each block, until the node is lost or behind: why.
	async fn watch(self: &Arc<Self>, sender: &watch::Sender<Result<Present, Without>>) -> Failure {
		match self.watched(sender).await {
			Ok(()) => self.gone("it has closed the connection".into()),
			Err(failure) => failure,
		}
	}

	async fn watched(
		self: &Arc<Self>,
		sender: &watch::Sender<Result<Present, Without>>,
	) -> Result<(), Failure> {
		let mut best = self
			.blocks("chain_subscribeNewHeads", "chain_unsubscribeNewHeads")
			.await?;
		let mut last = self
			.blocks(
				"chain_subscribeFinalizedHeads",
				"chain_unsubscribeFinalizedHeads",
			)
			.await?;
		let mut look = interval(LOOK);
		loop {
			let told = tokio::select! {
				told = best.next() => told.is_some(),
				told = last.next() => told.is_some(),
				_ = look.tick() => true,
			};
			if !told {
				return Ok(());
			}
			let present = self.present().await?;
			sender.send_if_modified(|known| {
				let is_new = !matches!(known, Ok(known) if known.same_as(&present));
				if is_new {
					*known = Ok(present);
				}
				is_new
			});
		}
	}

	async fn blocks(&self, begin: &str, end: &str) -> Result<Subscription<Value>, Failure> {
		let blocks = self.client.subscribe(begin, rpc_params![], end).await;
		blocks.map_err(|error| self.gone(error.to_string()))
	}
}

impl Present {
	/// Whether its block is too old to be the present.
	fn is_old(&self) -> bool {
		age(self.best.time) > Duration::from_millis(STALE_AFTER)
	}

	fn same_as(&self, other: &Self) -> bool {
		(self.best, self.last_final) == (other.best, other.last_final) && self.is_of(other)
	}
}
