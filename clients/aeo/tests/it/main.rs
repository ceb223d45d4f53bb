//! The command from outside.

mod chain;
mod command;
mod desk;
mod holders;
mod questions;
