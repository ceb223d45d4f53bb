//! What follows from values alone, without storage.
#![deny(clippy::as_conversions, clippy::expect_used)]

pub(crate) mod list;
pub(crate) mod source;
