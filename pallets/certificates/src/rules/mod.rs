//! What follows from values alone, without storage.
#![deny(clippy::as_conversions, clippy::expect_used)]

pub(crate) mod changes;
pub(crate) mod consent;
pub(crate) mod credentials;
pub(crate) mod days;
pub(crate) mod decisions;
pub(crate) mod holdings;
pub(crate) mod lifecycle;
pub(crate) mod programme;
pub(crate) mod succession;
pub(crate) mod terms;
