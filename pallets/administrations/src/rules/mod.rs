//! What the pallet decides by values alone: no storage, no `Config`.
#![deny(clippy::as_conversions, clippy::expect_used)]

pub mod lifecycle;
pub mod seats;
pub mod standing;
