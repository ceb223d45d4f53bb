//! `aeo-node`: the node of aeo-chain.
//!
//! | module | what it holds |
//! |---|---|
//! | [`cli`] | the options and subcommands, and what this node sets where the user says nothing |
//! | [`chain_spec`] | the chains this binary knows by name |
//! | [`command`] | which subcommand does what, and how failures are told |
//! | `benchmark` | measures this node and this machine; only with the feature `bench-cli` |
//! | [`founding`] | how founders make a network's specification together |
//! | [`limits`] | what one connection to the JSON-RPC may ask |
//! | `nodelay` | answers that don't wait for the next question; on Linux |
//! | [`ports`] | refuses to start where a port is taken |
//! | [`service`] | the running node: database, network, block authoring, finality |
//! | [`equivocations`] | sees and reports two blocks in one slot |
//! | [`feed`] | what happens to who grants benefits, in order, from any place on |
//! | [`rpc`] | the JSON-RPC methods on top of those every Substrate node has |
#![allow(
	clippy::result_large_err,
	reason = "the error type is sc-cli's, and it is made once"
)]
#![deny(missing_docs)]
#![forbid(unsafe_code)]

#[cfg(feature = "bench-cli")]
mod benchmark;
mod chain_spec;
mod cli;
mod client;
mod command;
mod discovery;
mod equivocations;
mod executor;
mod feed;
mod founding;
mod limits;
#[cfg(target_os = "linux")]
mod nodelay;
mod ports;
mod rpc;
mod service;

use std::process::ExitCode;

/// Runs the command line and tells a failure as a sentence: a returned `Result` would be printed
/// in Rust's debug notation.
fn main() -> ExitCode {
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("Error: {error}");
			ExitCode::FAILURE
		}
	}
}
