//! Client of aeo-chain: connects to a node of the right chain, asks it, signs and sends calls, and says
//! what came of them in words that a person can act on.
//!
//! Everything is read at one block, with that block's metadata ([`Chain::final_block`]). Calls are built from
//! the types of `aeo-primitives` and encoded by the metadata that this version was compiled with; where the
//! chain has another one, [`Error::ClientTooOld`] names the call. What a pallet refuses is [`Error::Refused`],
//! with the sentence that the chain itself has for it, so that errors younger than this client speak too.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

pub mod calls;
mod chain;
mod error;
mod generated;
mod key;
mod lane;

pub use chain::{Chain, Nodes, Reading};
pub use error::{Error, Refused};
pub use generated::api;
pub use key::{Key, KeyError};
pub use lane::{Certainty, Done, Lane};
pub use subxt::{
	transactions::Payload,
	utils::{AccountId32, Static, H256},
};
