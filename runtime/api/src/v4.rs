//! Answers as version 4 of the questions gives them, which runtime 1007 has: only what has changed
//! since, and what becomes of it. See [`crate::v1`].

mod agreements;

pub use agreements::{AgreedLeg, Agreement, DeclareAs, Declared, LegWritten, WaitingLeg};
