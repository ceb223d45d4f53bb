//! What follows from values alone, without storage. Who is recognised is not here: that rule is
//! `aeo_primitives::recognition::evaluate`.
#![deny(clippy::as_conversions, clippy::expect_used)]

pub(crate) mod sealing;
pub(crate) mod telling;
