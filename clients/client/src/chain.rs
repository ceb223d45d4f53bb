//! A chain, as one of its nodes tells it.

use crate::{api, Error, Key, Lane, H256};
use aeo_primitives::Territory;
use serde::de::DeserializeOwned;
use std::{
	collections::BTreeMap,
	sync::Arc,
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

/// Where nodes are, and of which chain they must be.
#[derive(Clone, Debug)]
pub struct Nodes {
	/// Addresses such as `ws://127.0.0.1:9944`, in the order in which they are tried.
	pub urls: Vec<String>,
	/// The hash of the first block; none takes whatever chain the first node is of.
	pub genesis: Option<H256>,
}

/// The chain at one block.
pub type Reading = OnlineClientAtBlock<PolkadotConfig>;

/// A connection to a node of the chain.
#[derive(Clone)]
pub struct Chain {
	pub(crate) client: OnlineClient<PolkadotConfig>,
	pub(crate) rpc: RpcClient,
	url: String,
}

impl Chain {
	/// Connects to the first of the nodes that answers and is of the right chain.
	pub async fn connect(nodes: &Nodes) -> Result<Self, Error> {
		let mut tried = Vec::new();
		for url in &nodes.urls {
			match tokio::time::timeout(PATIENCE, Self::connect_to(url)).await {
				Ok(Ok(chain)) => match nodes.genesis {
					// A node that lies about its chain is no reason to try the next one in silence.
					Some(expected) if expected != chain.genesis() => {
						return Err(Error::OtherChain {
							url: url.clone(),
							found: chain.genesis(),
							expected,
						});
					}
					_ => return Ok(chain),
				},
				Ok(Err(error)) => tried.push(format!("{url}: {error}")),
				Err(_) => {
					tried.push(format!(
						"{url}: no answer in {} seconds",
						PATIENCE.as_secs()
					));
				}
			}
		}
		Err(Error::NoNode { tried })
	}

	async fn connect_to(url: &str) -> Result<Self, String> {
		let rpc = RpcClient::from_insecure_url(url)
			.await
			.map_err(|error| error.to_string())?;
		let backend = LegacyBackend::builder().build(rpc.clone());
		let client = OnlineClient::from_backend(Arc::new(backend))
			.await
			.map_err(|error| error.to_string())?;
		Ok(Self {
			client,
			rpc,
			url: url.into(),
		})
	}

	/// The hash of the first block.
	pub fn genesis(&self) -> H256 {
		self.client.genesis_hash()
	}

	/// The address of the node.
	pub fn url(&self) -> &str {
		&self.url
	}

	/// The chain at the latest final block.
	pub async fn final_block(&self) -> Result<Reading, Error> {
		Ok(self.client.at_current_block().await?)
	}

	/// The chain at a block.
	pub async fn at(&self, block: H256) -> Result<Reading, Error> {
		Ok(self.client.at_block(block).await?)
	}

	/// The chain at the block of a number, which must be final to be the same on every node.
	pub async fn at_number(&self, number: u32) -> Result<Reading, Error> {
		Ok(self.client.at_block(u64::from(number)).await?)
	}

	/// Refuses a node whose latest final block is older than `most` by this machine's clock.
	pub async fn ensure_fresh(&self, most: Duration) -> Result<(), Error> {
		let time = api::storage().timestamp().now();
		let block = self.final_block().await?;
		let then = block
			.storage()
			.fetch(&time, ())
			.await?
			.decode()
			.map_err(node)?;
		let now = SystemTime::now()
			.duration_since(UNIX_EPOCH)
			.unwrap_or_default();
		let behind = now.saturating_sub(Duration::from_millis(then));
		if behind > most {
			return Err(Error::Stale {
				url: self.url.clone(),
				seconds: behind.as_secs(),
			});
		}
		Ok(())
	}

	/// The key to which data are sealed for each administration at a block.
	pub async fn encryption_keys(at: &Reading) -> Result<BTreeMap<Territory, H256>, Error> {
		let stored = api::storage().administrations().administrations();
		let mut all = at.storage().entry(stored)?.iter(()).await?;
		let mut keys = BTreeMap::new();
		while let Some(entry) = all.next().await {
			let entry = entry?;
			let (territory,) = entry.key()?.decode().map_err(node)?;
			let administration = entry.value().decode()?;
			keys.insert(territory.0, administration.details.encryption_key);
		}
		Ok(keys)
	}

	/// Asks a method of the node's JSON-RPC.
	pub async fn ask<Answer: DeserializeOwned>(
		&self,
		method: &str,
		arguments: RpcParams,
	) -> Result<Answer, Error> {
		Ok(self.rpc.request(method, arguments).await?)
	}

	/// The way in which an account sends its calls.
	pub fn lane(&self, key: Key) -> Lane {
		Lane::new(self.clone(), key)
	}

	pub(crate) fn methods(&self) -> LegacyRpcMethods<subxt::config::RpcConfigFor<PolkadotConfig>> {
		LegacyRpcMethods::new(self.rpc.clone())
	}
}

fn node(error: impl std::fmt::Display) -> Error {
	Error::Node(error.to_string())
}
