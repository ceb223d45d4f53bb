//! Calls that are signed: with which key, through which node, and what came of them.

use crate::{
	failure::{Failure, Kind},
	password,
	web::ensure_safe,
	Session,
};
use aeo_client::{Certainty, Chain, Done, Error, Key, KeyError, Lane, Nodes, Payload};
use aeo_primitives::Territory;
use age::secrecy::ExposeSecret;
use primitive_types::H256;
use std::{collections::BTreeMap, path::Path};
use tokio::runtime::Runtime;

/// An account, and the node that takes its calls.
pub struct Signing {
	runtime: Runtime,
	chain: Chain,
	lane: Lane,
}

impl Signing {
	/// Connects to a node, which must be of the chain with this first block.
	pub fn connect(key: &Key, node: &str, genesis: H256) -> Result<Self, Failure> {
		ensure_safe(node)?;
		let runtime = Runtime::new()
			.map_err(|error| Failure::with(Kind::System, [("why", error.to_string())]))?;
		let nodes = Nodes {
			urls: vec![websocket(node)],
			genesis: Some(genesis),
		};
		let chain = runtime.block_on(Chain::connect(&nodes))?;
		Ok(Self {
			runtime,
			lane: chain.lane(key.clone()),
			chain,
		})
	}

	/// Signs and sends a call, and waits until it is final.
	pub fn send(&self, call: &impl Payload) -> Result<Done, Failure> {
		Ok(self
			.runtime
			.block_on(self.lane.send(call, Certainty::Final))?)
	}

	/// The keys to which lists are sealed, by reader, at a block.
	pub fn encryption_keys(&self, block: u32) -> Result<BTreeMap<Territory, H256>, Failure> {
		Ok(self.runtime.block_on(async {
			let block = self.chain.at_number(block).await?;
			Chain::encryption_keys(&block).await
		})?)
	}
}

/// The key behind `--as`: a file that polkadot.js exported, or the path of a development key.
pub fn key(session: &Session, text: &str) -> Result<Key, Failure> {
	if text.starts_with("//") {
		return Ok(Key::of_development(text)?);
	}
	let password = password::of_signing_key(session)?;
	Ok(Key::of_file(Path::new(text), password.expose_secret())?)
}

/// A node answers http and websockets at one address.
fn websocket(url: &str) -> String {
	match url.strip_prefix("http") {
		Some(rest) => format!("ws{rest}"),
		None => url.into(),
	}
}

impl From<KeyError> for Failure {
	fn from(error: KeyError) -> Self {
		match error {
			KeyError::Unreadable { file, why } => {
				Self::with(Kind::File, [("file", file), ("why", why)])
			}
			KeyError::Open { file } => Self::with(Kind::FileReadable, [("file", file)]),
			KeyError::NotUnderstood { file, why } => {
				Self::with(Kind::NotASigningKey, [("file", file), ("why", why)])
			}
			KeyError::WrongPassword { file } => Self::with(Kind::PasswordWrong, [("file", file)]),
			KeyError::Path { path } => Self::with(Kind::NotAPath, [("path", path)]),
		}
	}
}

impl From<Error> for Failure {
	fn from(error: Error) -> Self {
		let why = |why: String| [("why", why)];
		match error {
			Error::Key(error) => error.into(),
			Error::Refused(refused) => {
				let name = if refused.pallet.is_empty() {
					refused.name
				} else {
					format!("{}.{}", refused.pallet, refused.name)
				};
				Self::with(Kind::ChainRefuses, [("name", name), ("why", refused.why)])
			}
			Error::Payment => Self::new(Kind::QuotaUsedUp),
			Error::ClientTooOld { call } => Self::with(Kind::ProgramTooOld, [("call", call)]),
			Error::NotTaken(message) => Self::with(Kind::NotTaken, why(message)),
			Error::OtherChain { url, .. } => Self::with(Kind::OtherChain, [("address", url)]),
			Error::NoNode { tried } => Self::with(Kind::NoNode, why(tried.join("; "))),
			Error::Stale { url, .. } => Self::with(Kind::NodeBehind, [("address", url)]),
			Error::Node(message) => Self::with(Kind::NoNode, why(message)),
		}
	}
}
