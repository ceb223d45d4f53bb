//! Receipts: files of some ten kilobytes that prove, to who has no node, what stood in a final block of
//! aeo-chain. docs/developer/receipts.md describes them byte by byte.
//!
//! A verifier holds a [`Trust`]: the first block of the chain, and the validators that it knows. From
//! there everything is shown, and nothing believed:
//!
//! 1. [`Receipt::decode`] reads the file; there is one way to write a receipt.
//! 2. [`Trust::follow`] goes from the validators that are known to those that signed, by hand-offs.
//! 3. [`verify`] checks that these made the block final ([`finality`]), that the values of the proof
//!    stand in its state ([`State`]), and which chain, runtime and moment they are of.
//! 4. `run` (a feature) puts the question once more to the runtime that the state names, over nothing but
//!    the values of the proof: the rule is that of the chain, and stands nowhere else. Without it,
//!    [`Proven::certificate`] reads the one value that says how a certificate stands.
//!
//! Nothing here reads a clock, a file or the network.

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod certificate;
#[cfg(feature = "run")]
pub mod credential;
mod error;
mod file;
pub mod finality;
#[cfg(feature = "run")]
pub mod genesis;
mod header;
mod keys;
mod question;
#[cfg(feature = "run")]
pub mod run;
mod state;
mod trust;
mod verify;

pub use certificate::{Certificate, Shown};
pub use error::Error;
pub use file::{HandOff, Receipt, Told, MAX_HAND_OFFS, MAX_LENGTH};
pub use header::Header;
pub use keys::{evidence, Key};
pub use primitive_types::H256;
pub use question::Question;
pub use state::{State, Values};
pub use trust::{KnownSet, Trust};
pub use verify::{verify, Proven};
