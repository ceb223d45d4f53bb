//! Calls that are signed where no network is.

use super::NODE;
use clap::Subcommand;
use std::path::PathBuf;

/// Builds, signs and sends them.
#[derive(Debug, Subcommand)]
pub enum Tx {
	Build(Build),
	Show(Show),
	Sign(Sign),
	Send(Send),
}

/// Builds one of the bytes of a call.
#[derive(Debug, clap::Args)]
pub struct Build {
	#[arg(value_name = "BYTES", value_parser = bytes)]
	pub call: Bytes,
	#[arg(value_name = "FILE")]
	pub new_file: PathBuf,
	#[arg(long = "as", value_name = "ACCOUNT")]
	pub account: String,
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
}

/// The bytes of a call.
#[derive(Clone, Debug)]
pub struct Bytes(pub Vec<u8>);

/// Shows one.
#[derive(Debug, clap::Args)]
pub struct Show {
	#[arg(value_name = "FILE")]
	pub transaction: PathBuf,
}

/// Signs one; no node is asked.
#[derive(Debug, clap::Args)]
pub struct Sign {
	#[arg(value_name = "FILE")]
	pub transaction: PathBuf,
	#[arg(value_name = "SIGNED")]
	pub new_file: PathBuf,
	#[arg(long = "as", value_name = "ACCOUNT")]
	pub account: String,
	#[arg(long)]
	pub yes: bool,
}

/// Sends one that is signed.
#[derive(Debug, clap::Args)]
pub struct Send {
	#[arg(value_name = "FILE")]
	pub transaction: PathBuf,
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
	#[arg(long)]
	pub best: bool,
	#[arg(long = "final", conflicts_with = "best")]
	pub until_final: bool,
}

fn bytes(text: &str) -> Result<Bytes, &'static str> {
	aeo_sealing::hex::bytes(text)
		.map(Bytes)
		.ok_or("write hexadecimal digits, as --dry-run shows them")
}
