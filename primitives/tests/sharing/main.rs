//! The rule of sharing: each of its branches, and all of it against a plain reading of its text.

mod properties;
mod rule;
mod world;
