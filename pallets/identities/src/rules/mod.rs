//! What follows from values alone, without storage.
#![deny(clippy::as_conversions, clippy::expect_used)]

pub(crate) mod alias;
pub(crate) mod check;
pub(crate) mod trader;
