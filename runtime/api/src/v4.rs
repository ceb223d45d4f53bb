//! Answers as version 4 of the questions gives them, which runtime 1007 has: only what has changed
//! since, and what becomes of it. See [`crate::v1`].

mod agreements;
mod facts;

pub use agreements::{AgreedLeg, Agreement, DeclareAs, Declared, LegWritten, WaitingLeg};
pub use facts::{Certificate, Explained, Trader};
