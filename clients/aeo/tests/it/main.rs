//! The command from outside.

mod chain;
mod command;
mod credentials;
mod crowd;
mod desk;
mod door;
mod feednode;
mod gateway;
mod holders;
mod questions;
mod webhooks;
