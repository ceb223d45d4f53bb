//! `aeo-load`: sends transactions that are signed beforehand, or asks questions, faster than a node of
//! aeo-chain takes them, and says what came of it as one line of JSON. `make bench` uses it.
#![forbid(unsafe_code)]

mod ask;
mod chain;
mod figures;
mod latency;
mod registry;
mod transact;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// What goes wrong, as a sentence.
type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Sends transactions and questions to a node as fast as it takes them
///
/// The result is one line of JSON on the standard output; what it does meanwhile is told on the standard
/// error.
#[derive(Debug, Parser)]
#[command(version)]
struct Cli {
	/// The node's JSON-RPC, without encryption
	#[arg(
		long,
		value_name = "URL",
		default_value = "ws://127.0.0.1:9944",
		global = true
	)]
	url: String,

	#[command(subcommand)]
	command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
	/// Sign calls beforehand, submit them, and count them in the blocks until they are final
	Transact(transact::Arguments),
	/// Sign calls beforehand, hand them in one after another, and tell how long each took
	Latency(latency::Arguments),
	/// Ask questions one after another, or so many a second whether answers come or not
	Ask(ask::Arguments),
	/// Write the specification of a chain that begins with as many certificates as wanted
	Registry(registry::Arguments),
}

#[tokio::main]
async fn main() -> ExitCode {
	let Cli { url, command } = Cli::parse();
	let result = match command {
		Command::Transact(arguments) => transact::run(&url, arguments).await,
		Command::Latency(arguments) => latency::run(&url, arguments).await,
		Command::Ask(arguments) => ask::run(&url, arguments).await,
		Command::Registry(arguments) => registry::run(&arguments),
	};
	match result {
		Ok(report) => {
			println!("{report}");
			ExitCode::SUCCESS
		}
		Err(failure) => {
			eprintln!("aeo-load: {failure}");
			ExitCode::FAILURE
		}
	}
}
