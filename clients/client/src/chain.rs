//! A chain, as its nodes tell it.

use crate::{api, Error, Key, Lane, H256};
use aeo_primitives::Territory;
use serde::{de::DeserializeOwned, Deserialize};
use std::{
	collections::BTreeMap,
	fmt,
	future::Future,
	sync::{Arc, PoisonError, RwLock},
	time::{Duration, SystemTime, UNIX_EPOCH},
};
use subxt::{
	backend::LegacyBackend,
	config::PolkadotConfig,
	rpcs::{client::RpcParams, methods::legacy::LegacyRpcMethods, RpcClient},
	OnlineClient, OnlineClientAtBlock,
};

/// How long a node may take to let itself be connected to.
const PATIENCE: Duration = Duration::from_secs(10);

/// How old a node's best block may be: twenty blocks.
pub(crate) const MOST_BEHIND: Duration = Duration::from_secs(60);

/// How often all nodes are tried once more when the one in use is gone, and after which rest.
const ROUNDS: u32 = 5;
const REST: Duration = Duration::from_secs(2);

/// Is told of each node that can't be used, and why.
pub type Tell = Arc<dyn Fn(&Error) + Send + Sync>;

/// Where nodes are, and of which chain they must be.
#[derive(Clone)]
pub struct Nodes {
	/// Addresses such as `ws://127.0.0.1:9944`, in the order in which they are tried.
	pub urls: Vec<String>,
	/// The hash of the first block; none takes whatever chain the first node is of that answers.
	pub genesis: Option<H256>,
	/// Is told of each node that is passed over while another one is taken.
	pub tell: Tell,
}

impl fmt::Debug for Nodes {
	fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
		formatter
			.debug_struct("Nodes")
			.field("urls", &self.urls)
			.field("genesis", &self.genesis)
			.finish_non_exhaustive()
	}
}

impl Nodes {
	/// Returns the nodes at these addresses; whoever is passed over is passed over in silence.
	pub fn new(urls: impl IntoIterator<Item = String>, genesis: Option<H256>) -> Self {
		Self {
			urls: urls.into_iter().collect(),
			genesis,
			tell: Arc::new(|_| ()),
		}
	}
}

/// The chain at one block.
pub type Reading = OnlineClientAtBlock<PolkadotConfig>;

/// A node of the chain.
#[derive(Clone)]
pub(crate) struct Node {
	pub(crate) place: usize,
	/// Counts the nodes that were taken, one after another.
	pub(crate) turn: u32,
	pub(crate) client: OnlineClient<PolkadotConfig>,
	pub(crate) rpc: RpcClient,
}

/// A block by number and hash.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
pub struct Block {
	/// How many blocks are before it.
	pub number: u32,
	/// Its hash.
	pub hash: H256,
}

/// A connection to the chain: to one of its nodes, and to another one when that is gone.
#[derive(Clone)]
pub struct Chain(Arc<Connection>);

struct Connection {
	nodes: Nodes,
	genesis: H256,
	current: RwLock<Node>,
	/// Held by who looks for another node.
	looking: tokio::sync::Mutex<()>,
}

impl Chain {
	/// Connects to the first of the nodes that answers, is of the right chain and not behind. Those before it
	/// are told.
	///
	/// # Errors
	///
	/// No node can be used: why that is, where there is only one; all of them otherwise.
	pub async fn connect(nodes: &Nodes) -> Result<Self, Error> {
		let (node, genesis) = find(nodes, nodes.genesis, 0).await?;
		Ok(Self(Arc::new(Connection {
			nodes: nodes.clone(),
			genesis,
			current: RwLock::new(node),
			looking: tokio::sync::Mutex::new(()),
		})))
	}

	/// The hash of the first block.
	pub fn genesis(&self) -> H256 {
		self.0.genesis
	}

	/// The chain at the latest final block.
	pub async fn final_block(&self) -> Result<Reading, Error> {
		let block = |node: Node| async move { Ok(node.client.at_current_block().await?) };
		self.through(block).await
	}

	/// The chain at a block.
	pub async fn at(&self, block: H256) -> Result<Reading, Error> {
		let at = |node: Node| async move { Ok(node.client.at_block(block).await?) };
		self.through(at).await
	}

	/// The chain at the block of a number, which must be final to be the same on every node.
	pub async fn at_number(&self, number: u32) -> Result<Reading, Error> {
		let at = |node: Node| async move { Ok(node.client.at_block(u64::from(number)).await?) };
		self.through(at).await
	}

	/// The key to which data are sealed for each administration at a block.
	pub async fn encryption_keys(at: &Reading) -> Result<BTreeMap<Territory, H256>, Error> {
		let stored = api::storage().administrations().administrations();
		let mut all = at.storage().entry(stored)?.iter(()).await?;
		let mut keys = BTreeMap::new();
		while let Some(entry) = all.next().await {
			let entry = entry?;
			let (territory,) = entry.key()?.decode().map_err(Error::node)?;
			let administration = entry.value().decode()?;
			keys.insert(territory.0, administration.details.encryption_key);
		}
		Ok(keys)
	}

	/// Asks a method of the node's JSON-RPC.
	///
	/// # Errors
	///
	/// The node refuses the question, or none answers.
	pub async fn ask<Answer: DeserializeOwned>(
		&self,
		method: &str,
		arguments: &[serde_json::Value],
	) -> Result<Answer, Error> {
		let mut parameters = RpcParams::new();
		for argument in arguments {
			parameters
				.push(argument)
				.map_err(|error| Error::Node(error.to_string()))?;
		}
		let ask = |node: Node| {
			let parameters = parameters.clone();
			async move { Ok(node.rpc.request(method, parameters).await?) }
		};
		self.through(ask).await
	}

	/// The latest final block.
	pub async fn last_final(&self) -> Result<Block, Error> {
		let last = |node: Node| async move {
			let hash = node.methods().chain_get_finalized_head().await?;
			block_of(&node, hash).await
		};
		self.through(last).await
	}

	/// The latest block, final or not.
	pub async fn best(&self) -> Result<Block, Error> {
		let best = |node: Node| async move {
			let hash = best_hash(&node).await?;
			block_of(&node, hash).await
		};
		self.through(best).await
	}

	/// The hashes of a block and of those before it, down to the one above block number `until`.
	///
	/// # Errors
	///
	/// The node doesn't know one of them any more, or none answers.
	pub async fn branch(&self, block: Block, until: u32) -> Result<Vec<H256>, Error> {
		let mut hashes = Vec::new();
		let mut next = block.hash;
		for _ in until..block.number {
			let parent = |node: Node| async move {
				let found = node.methods().chain_get_header(Some(next)).await?;
				let found =
					found.ok_or_else(|| Error::NoState(format!("block {next:?} is missing")))?;
				Ok(found.parent_hash)
			};
			hashes.push(next);
			next = self.through(parent).await?;
		}
		Ok(hashes)
	}

	/// The hash of the block of a number on the chain that the node takes for the best; none where it has none.
	pub(crate) async fn hash_of(&self, number: u32) -> Result<Option<H256>, Error> {
		let hash = |node: Node| async move {
			let number = Some(number.into());
			Ok(node.methods().chain_get_block_hash(number).await?)
		};
		self.through(hash).await
	}

	/// The extrinsics of a block, as they were sent.
	pub(crate) async fn extrinsics(&self, block: H256) -> Result<Vec<Vec<u8>>, Error> {
		let body = |node: Node| async move {
			let found = node.methods().chain_get_block(Some(block)).await?;
			let found = found.ok_or_else(|| Error::Node(format!("block {block:?} is missing")))?;
			let bytes = found.block.extrinsics.into_iter();
			Ok(bytes.map(|extrinsic| extrinsic.0).collect())
		};
		self.through(body).await
	}

	/// The way in which an account sends its calls.
	pub fn lane(&self, key: Key) -> Lane {
		Lane::new(self.clone(), key)
	}

	/// Takes another node where the one in use has fallen behind since.
	///
	/// # Errors
	///
	/// All nodes are behind or gone.
	pub async fn ensure_fresh(&self) -> Result<(), Error> {
		let age = |node: Node| async move { age_of(&node).await };
		let seconds = self.through(age).await?;
		if seconds <= MOST_BEHIND.as_secs() {
			return Ok(());
		}
		let node = self.current();
		let url = self.0.nodes.urls.get(node.place).cloned();
		let behind = Error::Stale {
			url: url.unwrap_or_default(),
			seconds,
		};
		self.leave(node.place, node.turn, &behind).await
	}

	/// Does something with a node; and where that node is gone or can't, with each of the others.
	pub(crate) async fn through<Answer, Work>(
		&self,
		work: impl Fn(Node) -> Work,
	) -> Result<Answer, Error>
	where
		Work: Future<Output = Result<Answer, Error>>,
	{
		let others = self.0.nodes.urls.len().saturating_sub(1);
		// The only one may be there again; what it doesn't keep it doesn't keep then either.
		let most = |error: &Error| match error {
			Error::NoFeed(_) => others,
			_ => others.max(1),
		};
		let mut tried = 0;
		loop {
			let node = self.current();
			let (place, turn) = (node.place, node.turn);
			match work(node).await {
				Err(error) if error.is_of_the_node() && tried < most(&error) => {
					self.leave(place, turn, &error).await?;
					tried += 1;
				}
				done => return done,
			}
		}
	}

	pub(crate) fn current(&self) -> Node {
		let current = self.0.current.read();
		current.unwrap_or_else(PoisonError::into_inner).clone()
	}

	/// Takes another node than this one, unless that has happened already.
	pub(crate) async fn leave(&self, place: usize, turn: u32, why: &Error) -> Result<(), Error> {
		let _looking = self.0.looking.lock().await;
		if self.current().turn != turn {
			return Ok(());
		}
		let nodes = &self.0.nodes;
		match (why, nodes.urls.get(place)) {
			(Error::Node(why), Some(url)) => (nodes.tell)(&Error::Gone {
				url: url.clone(),
				why: why.clone(),
			}),
			_ => (nodes.tell)(why),
		}
		let mut round = 1;
		let node = loop {
			match find(nodes, Some(self.0.genesis), place + 1).await {
				Ok((node, _)) => {
					break Node {
						turn: turn.wrapping_add(1),
						..node
					}
				}
				Err(error) if round == ROUNDS => return Err(error),
				Err(_) => {
					round += 1;
					tokio::time::sleep(REST).await;
				}
			}
		};
		*self
			.0
			.current
			.write()
			.unwrap_or_else(PoisonError::into_inner) = node;
		Ok(())
	}
}

impl Node {
	pub(crate) fn methods(&self) -> LegacyRpcMethods<subxt::config::RpcConfigFor<PolkadotConfig>> {
		LegacyRpcMethods::new(self.rpc.clone())
	}
}

/// Finds a node that can be used, from the one at a place on and around. Gives the chain's first block too.
async fn find(nodes: &Nodes, genesis: Option<H256>, first: usize) -> Result<(Node, H256), Error> {
	let count = nodes.urls.len();
	let around = (0..count).map(|step| (first + step) % count.max(1));
	let mut tried = Vec::new();
	let mut last = None;
	for place in around {
		let Some(url) = nodes.urls.get(place) else {
			continue;
		};
		let connected = tokio::time::timeout(PATIENCE, connect_to(url, place, genesis)).await;
		let error = match connected {
			Ok(Ok(found)) => return Ok(found),
			Ok(Err(error)) => error,
			Err(_) => Error::Gone {
				url: url.clone(),
				why: format!("no answer in {} seconds", PATIENCE.as_secs()),
			},
		};
		// Of one that is the only one, the error itself tells.
		if count > 1 {
			(nodes.tell)(&error);
		}
		tried.push(error.to_string());
		last = Some(error);
	}
	match last {
		Some(error @ (Error::OtherChain { .. } | Error::Stale { .. })) if count == 1 => Err(error),
		_ => Err(Error::NoNode { tried }),
	}
}

async fn connect_to(url: &str, place: usize, genesis: Option<H256>) -> Result<(Node, H256), Error> {
	let gone = |why: String| Error::Gone {
		url: url.into(),
		why,
	};
	let rpc = RpcClient::from_insecure_url(url)
		.await
		.map_err(|error| gone(error.to_string()))?;
	let backend = LegacyBackend::builder().build(rpc.clone());
	let client = OnlineClient::from_backend(Arc::new(backend))
		.await
		.map_err(|error| gone(error.to_string()))?;
	let found = client.genesis_hash();
	if let Some(expected) = genesis.filter(|expected| *expected != found) {
		return Err(Error::OtherChain {
			url: url.into(),
			found,
			expected,
		});
	}
	let node = Node {
		place,
		turn: 0,
		client,
		rpc,
	};
	let seconds = age_of(&node)
		.await
		.map_err(|error| gone(error.to_string()))?;
	if seconds > MOST_BEHIND.as_secs() {
		return Err(Error::Stale {
			url: url.into(),
			seconds,
		});
	}
	Ok((node, found))
}

/// How many seconds ago a node's best block was made, by this machine's clock.
async fn age_of(node: &Node) -> Result<u64, Error> {
	let best = node.client.at_block(best_hash(node).await?).await?;
	// A chain that has only just begun has no time yet.
	if best.block_number() == 0 {
		return Ok(0);
	}
	let time = api::storage().timestamp().now();
	let made = best
		.storage()
		.fetch(&time, ())
		.await?
		.decode()
		.map_err(Error::node)?;
	let now = SystemTime::now()
		.duration_since(UNIX_EPOCH)
		.unwrap_or_default();
	Ok(now.saturating_sub(Duration::from_millis(made)).as_secs())
}

async fn best_hash(node: &Node) -> Result<H256, Error> {
	let best = node.methods().chain_get_block_hash(None).await?;
	best.ok_or_else(|| Error::Node("it has no block".into()))
}

async fn block_of(node: &Node, hash: H256) -> Result<Block, Error> {
	let header = node.methods().chain_get_header(Some(hash)).await?;
	let header = header.ok_or_else(|| Error::Node(format!("block {hash:?} is missing")))?;
	Ok(Block {
		number: u32::try_from(header.number).map_err(Error::node)?,
		hash,
	})
}
