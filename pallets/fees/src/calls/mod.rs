//! The work of the calls, one file each.
#![deny(clippy::as_conversions, clippy::expect_used)]

mod set_quota;
