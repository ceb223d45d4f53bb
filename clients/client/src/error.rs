//! What can go wrong, in sentences.

use crate::{key::KeyError, H256};
use std::fmt;
use subxt::error::{
	DispatchError, EventsError, ExtrinsicDecodeErrorAt, ExtrinsicError, OnlineClientAtBlockError,
	StorageError, StorageKeyError, StorageValueError,
};

/// Why something could not be done, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
	/// None of the nodes can be reached.
	#[error("no node answers: {}. Is it running, and is the address right?", tried.join("; "))]
	NoNode {
		/// Each address with what happened there.
		tried: Vec<String>,
	},
	/// A node is of another chain.
	#[error(
		"{url} is a node of another chain: its first block is {found}, and {expected} was asked for. Use a \
		 node of the right chain"
	)]
	OtherChain {
		/// The address of the node.
		url: String,
		/// The hash of its first block.
		found: H256,
		/// The hash that was asked for.
		expected: H256,
	},
	/// A node is behind.
	#[error(
		"{url} is {seconds} seconds behind, so that it may not know of the latest suspensions. Wait until it \
		 has caught up, or use another node"
	)]
	Stale {
		/// The address of the node.
		url: String,
		/// How long ago its latest block was made.
		seconds: u64,
	},
	/// A node can't be reached any more.
	#[error("{url} can't be reached: {why}")]
	Gone {
		/// The address of the node.
		url: String,
		/// What happened.
		why: String,
	},
	/// The node refuses a question.
	#[error("the node refuses: {0}")]
	NodeRefuses(String),
	/// The node keeps no feed.
	#[error("the node refuses: {0}")]
	NoFeed(String),
	/// The node doesn't have the state of a block, or not any more.
	#[error("the node refuses: {0}. Ask one that keeps all states")]
	NoState(String),
	/// The feed of the node begins later than what is asked for.
	#[error("the feed of the node begins with block {block}: read the list, and go on from there")]
	FeedBegins {
		/// With this block.
		block: u32,
	},
	/// The node can't go on from the cursor.
	#[error("the feed can't go on from this cursor: read the list, and go on from there")]
	CursorForeign,
	/// The node is behind the cursor.
	#[error("the node is behind the cursor: ask again in a moment, or another node")]
	BehindCursor,
	/// The journal can't be written or read.
	#[error("the journal {file}: {why}")]
	Journal {
		/// The path of the file.
		file: String,
		/// What is wrong with it.
		why: String,
	},
	/// Another program sends by the same journal.
	#[error("another program is sending with the journal {file}: wait until it has ended")]
	JournalBusy {
		/// The path of the file.
		file: String,
	},
	/// A call costs more than the quota of its account ever holds.
	#[error(
		"the call costs {price} units, and the quota of the account never holds more than {most}: send less at \
		 once, or have the council raise the quota"
	)]
	TooDear {
		/// What it costs, in fee units.
		price: u64,
		/// The most that the quota holds.
		most: u64,
	},
	/// The node could not answer.
	#[error("the node could not answer: {0}. Try again, or use another node")]
	Node(String),
	/// The chain encodes a call in another way than this version does.
	#[error("the chain has changed the call {call}: get a newer version of this program")]
	ClientTooOld {
		/// Pallet and call.
		call: String,
	},
	/// A key can't be used.
	#[error(transparent)]
	Key(#[from] KeyError),
	/// The account can't pay.
	#[error(
		"the quota of the account's administration is used up for now, or the account has no role there: wait \
		 some blocks and try again, or ask the administration whether it still lists this account"
	)]
	Payment,
	/// The transaction didn't get into a block.
	#[error("the transaction was not taken: {0}")]
	NotTaken(String),
	/// The chain refused the call.
	#[error(transparent)]
	Refused(#[from] Refused),
}

/// A call was in a block, and was refused there.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub struct Refused {
	/// The pallet that refused it, empty where the runtime itself did.
	pub pallet: String,
	/// The name of the error.
	pub name: String,
	/// What the chain says of it.
	pub why: String,
}

impl fmt::Display for Refused {
	fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
		write!(formatter, "the chain refused it: ")?;
		if !self.pallet.is_empty() {
			write!(formatter, "{}.", self.pallet)?;
		}
		write!(formatter, "{}", self.name)?;
		if self.why.is_empty() {
			Ok(())
		} else {
			write!(formatter, ": {}", self.why)
		}
	}
}

impl From<DispatchError> for Refused {
	fn from(error: DispatchError) -> Self {
		if let DispatchError::Module(module) = &error {
			if let Ok(details) = module.details() {
				let docs: Vec<_> = details
					.variant
					.docs
					.iter()
					.map(|line| line.trim())
					.collect();
				return Self {
					pallet: details.pallet.name().into(),
					name: details.variant.name.clone(),
					why: docs.join(" "),
				};
			}
		}
		let why = match &error {
			DispatchError::BadOrigin => {
				"this account may not do that: use the account of an officer with this scope, or the one \
				 that the call is for"
			},
			_ => "",
		};
		Self {
			pallet: String::new(),
			name: match error {
				DispatchError::BadOrigin => "BadOrigin".into(),
				other => other.to_string(),
			},
			why: why.into(),
		}
	}
}

/// What the pool says of a transaction that it doesn't take, as an error.
pub(crate) fn not_taken(message: &str) -> Error {
	// Substrate's sentence for InvalidTransaction::Payment.
	if message.contains("Inability to pay") {
		Error::Payment
	} else {
		Error::NotTaken(message.into())
	}
}

impl From<ExtrinsicError> for Error {
	fn from(error: ExtrinsicError) -> Self {
		match error {
			ExtrinsicError::ErrorSubmittingTransaction(error) => not_taken(&error.to_string()),
			other => Self::Node(other.to_string()),
		}
	}
}

/// The code of a method that a node doesn't have.
const NO_METHOD: i32 = -32601;

/// What is said of a method that a node's version doesn't know; of the feed that it doesn't keep, it says so.
const UNKNOWN_METHOD: &str = "Method not found";

impl From<subxt::rpcs::Error> for Error {
	fn from(error: subxt::rpcs::Error) -> Self {
		match error {
			subxt::rpcs::Error::User(error) => match error.code {
				9001 | 9002 => Self::NoState(error.message),
				9004 => Self::FeedBegins {
					block: error.data.as_deref().map_or(0, begin_of),
				},
				9005 => Self::CursorForeign,
				9007 => Self::BehindCursor,
				NO_METHOD if error.message != UNKNOWN_METHOD => Self::NoFeed(error.message),
				_ => Self::NodeRefuses(error.message),
			},
			other => Self::Node(other.to_string()),
		}
	}
}

impl Error {
	/// What a node's answer lacks, as an error.
	pub(crate) fn node(error: impl fmt::Display) -> Self {
		Self::Node(error.to_string())
	}

	/// Whether another node may do better.
	pub(crate) const fn is_of_the_node(&self) -> bool {
		matches!(
			self,
			Self::Node(_) | Self::Gone { .. } | Self::BehindCursor | Self::NoFeed(_)
		)
	}

	/// Whether it may pass by itself: a node comes back, or catches up.
	pub const fn may_pass(&self) -> bool {
		match self {
			Self::NoNode { .. } | Self::Stale { .. } => true,
			Self::NoFeed(_) => false,
			_ => self.is_of_the_node(),
		}
	}
}

/// With which block the feed begins, of what a node says besides.
fn begin_of(data: &serde_json::value::RawValue) -> u32 {
	#[derive(serde::Deserialize)]
	struct Begins {
		block: u32,
	}
	serde_json::from_str(data.get()).map_or(0, |Begins { block }| block)
}

/// Errors that mean that the node didn't answer.
macro_rules! of_the_node {
	($($error:ty),* $(,)?) => {
		$(
			impl From<$error> for Error {
				fn from(error: $error) -> Self {
					Self::Node(error.to_string())
				}
			}
		)*
	};
}
of_the_node!(
	EventsError,
	ExtrinsicDecodeErrorAt,
	OnlineClientAtBlockError,
	StorageError,
	StorageKeyError,
	StorageValueError,
);

#[cfg(test)]
mod tests {
	use super::*;
	use subxt::rpcs::UserError;

	#[test]
	fn another_node_may_keep_a_feed() {
		let error = |message: &str| {
			Error::from(subxt::rpcs::Error::User(UserError {
				code: NO_METHOD,
				message: message.into(),
				data: None,
			}))
		};
		let no_feed = error("this node keeps no feed, since it validates");
		assert!(matches!(no_feed, Error::NoFeed(_)));
		assert!(no_feed.is_of_the_node() && !no_feed.may_pass());
		let unknown = error(UNKNOWN_METHOD);
		assert!(matches!(unknown, Error::NodeRefuses(_)));
		assert!(!unknown.is_of_the_node());
	}
}
