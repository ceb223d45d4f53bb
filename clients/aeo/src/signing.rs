//! Calls that are signed: with which key, through which node, and what came of them.

use crate::{
	accounts,
	failure::{Failure, Kind},
	online, password,
	web::ensure_safe,
	Session,
};
use aeo_client::{
	AccountId32, Certainty, Chain, Done, Error, Key, KeyError, Lane, Nodes, Payload, Queue,
};
use aeo_primitives::Territory;
use age::secrecy::ExposeSecret;
use primitive_types::H256;
use std::collections::BTreeMap;
use tokio::runtime::Runtime;

/// An account, and the node that takes its calls.
pub struct Signing {
	runtime: Runtime,
	chain: Chain,
	lane: Lane,
}

/// A call that is done once.
pub enum Once {
	/// It was done by an earlier command, which was interrupted.
	Before(Done),
	/// It is done now.
	Now(Done),
}

/// Settles all that is under way. Returns what came of one of them; none where it is not among them, or got into no
/// block.
async fn outcome(queue: &mut Queue, intent: &str) -> Result<Option<Done>, Error> {
	let mut found = None;
	while let Some(settled) = queue.next().await? {
		if settled.intent == intent {
			found = Some(settled.outcome);
		}
	}
	found.transpose().map(Option::flatten)
}

impl Signing {
	/// Connects to a node, which must be of the chain with this first block.
	pub fn connect(key: &Key, node: &str, genesis: H256) -> Result<Self, Failure> {
		ensure_safe(node)?;
		let runtime = Runtime::new()
			.map_err(|error| Failure::with(Kind::System, [("why", error.to_string())]))?;
		let nodes = Nodes::new([websocket(node)], Some(genesis));
		let chain = runtime.block_on(Chain::connect(&nodes))?;
		Ok(Self {
			runtime,
			lane: chain.lane(key.clone()),
			chain,
		})
	}

	/// Signs and sends a call, and waits until it is final.
	pub fn send(&self, call: &impl Payload) -> Result<Done, Failure> {
		let sent = self.lane.send(call, Certainty::Final);
		Ok(self.runtime.block_on(sent)?)
	}

	/// Signs and sends a call by the journal of the account, so that who was interrupted and gives the same command
	/// again does it once: what an earlier command left under way is settled first. `intent` names the call, and
	/// is the same for the same call only. `wait` is told in how many blocks the quota pays.
	///
	/// # Errors
	///
	/// The chain refuses it; it got into no block; another program uses the journal; Ctrl-C.
	pub fn send_once(
		&self,
		intent: &str,
		call: &impl Payload,
		until: Certainty,
		wait: impl Fn(u64),
	) -> Result<Once, Failure> {
		let folder = online::journals(None)?;
		online::until_interrupted(&self.runtime, async {
			let mut queue = Queue::open(self.lane.clone(), &folder)?;
			if let Some(done) = outcome(&mut queue, intent).await? {
				return Ok(Once::Before(done));
			}
			if until == Certainty::InBlock {
				return Ok(Once::Now(queue.lane().send(call, until).await?));
			}
			queue.send(intent, call, wait).await?;
			let done = outcome(&mut queue, intent).await?;
			let why = || Error::NotTaken("the pool has dropped it".into());
			Ok(Once::Now(done.ok_or_else(why)?))
		})
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
	Ok(Key::of_file(
		&accounts::file_of(text),
		password.expose_secret(),
	)?)
}

/// The account behind `--as`, for which no password is needed; its address does too where nothing is signed.
pub fn account(text: &str) -> Result<AccountId32, Failure> {
	if text.starts_with("//") {
		return Ok(Key::of_development(text)?.account());
	}
	if let Ok(account) = text.parse() {
		return Ok(account);
	}
	Ok(Key::account_of_file(&accounts::file_of(text))?)
}

/// A node answers http and websockets at one address.
pub fn websocket(url: &str) -> String {
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

impl Failure {
	/// Returns what is wrong with a node that can't be used; none for any other error.
	pub fn of_node(error: &Error) -> Option<Self> {
		match error {
			Error::Gone { url, why } => Some(Self::no_answer(url, why.clone())),
			Error::OtherChain { url, .. } => {
				Some(Self::with(Kind::OtherChain, [("address", url.clone())]))
			}
			Error::Stale { url, .. } => {
				Some(Self::with(Kind::NodeBehind, [("address", url.clone())]))
			}
			_ => None,
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
			Error::Gone { url, why } => Self::no_answer(&url, why),
			Error::NodeRefuses(message) | Error::NoState(message) | Error::NoFeed(message) => {
				Self::with(Kind::NodeRefuses, why(message))
			}
			Error::FeedBegins { block } => {
				Self::with(Kind::FeedBegins, [("block", block.to_string())])
			}
			Error::CursorForeign => Self::new(Kind::CursorForeign),
			Error::BehindCursor => Self::with(Kind::NoNode, why(Error::BehindCursor.to_string())),
			Error::Journal { file, why } => {
				Self::with(Kind::Journal, [("file", file), ("why", why)])
			}
			Error::JournalBusy { file } => Self::with(Kind::JournalBusy, [("file", file)]),
			Error::TooDear { price, most } => Self::with(
				Kind::TooDear,
				[("price", price.to_string()), ("most", most.to_string())],
			),
		}
	}
}

/// Says that an event of the chain is in a form that this program does not read.
pub fn unreadable(error: impl std::fmt::Display) -> Failure {
	Failure::with(Kind::NoNode, [("why", error.to_string())])
}
