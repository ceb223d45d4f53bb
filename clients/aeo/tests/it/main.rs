//! The command from outside.

mod chain;
mod command;
mod desk;
