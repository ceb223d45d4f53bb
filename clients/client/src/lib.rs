//! Client of aeo-chain: connects to a node of the right chain, asks it, signs and sends calls, and says
//! what came of them in words that a person can act on.
//!
//! A [`Chain`] knows several nodes: one that is of another chain, is behind or is gone is told, and another one is
//! taken. A [`Lane`] is an account and the calls that it sends, one after another; a [`Queue`] is a lane with a journal on
//! the disk, for many calls of which none may be doubled or lost, however the program ends. What a call would come
//! to is tried by the chain's own rules without signing it ([`Lane::try_call`]), and what the quota doesn't pay for yet
//! waits until it does.
//!
//! What happens to who grants benefits is heard from any place on, by one node after another ([`Chain::feed`]).
//!
//! Everything is read at one block, with that block's metadata ([`Chain::final_block`]), or asked of the node's
//! JSON-RPC, which answers for blocks before an upgrade too. Calls are built from
//! the types of `aeo-primitives` and encoded by the metadata that this version was compiled with; where the
//! chain has another one, [`Error::ClientTooOld`] names the call. What a pallet refuses is [`Error::Refused`],
//! with the sentence that the chain itself has for it, so that errors younger than this client speak too.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

pub mod calls;
mod certificates;
mod chain;
pub mod changes;
mod error;
mod generated;
mod journal;
mod key;
mod lane;
mod offline;
mod programmes;
mod queue;
mod secret;

/// How long a block takes.
pub const BLOCK_TIME: std::time::Duration = std::time::Duration::from_secs(3);

pub use certificates::{
	Certificate, PendingDecision, PendingReinstatement, Question, Tried, TriedFailure, TriedRow,
	WaitingBatch, WaitingRow,
};
pub use chain::{Block, Chain, Nodes, Reading, Tell};
pub use error::{Error, Refused};
pub use generated::api;
pub use key::{Key, KeyError};
pub use lane::{Certainty, Done, Lane, Quota};
pub use offline::{Call, NotOurs, Order, SignedOrder};
pub use programmes::{Applications, Branches, Programme, UntilRenewed, ValidityMonths};
pub use queue::{Queue, Settled};
pub use secret::{Chance, Secret};
pub use subxt::{
	transactions::Payload,
	utils::{AccountId32, Static, H256},
};
