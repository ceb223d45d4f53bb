//! Lists of certificates, and registries that the chain follows.

use super::{code, hash, territory, NODE};
use aeo_primitives::{Date, Territory};
use clap::{builder::PossibleValuesParser, Args, Subcommand};
use primitive_types::H256;
use std::path::PathBuf;

/// Lists of certificates.
#[derive(Debug, Subcommand)]
pub enum List {
	Template { file: PathBuf },
	Check(Check),
	Load(Load),
	Confirm(Load),
	Export(Export),
}

/// Checks a list.
#[derive(Clone, Debug, Args)]
pub struct Check {
	/// The list.
	pub file: PathBuf,
	#[command(flatten)]
	pub reading: Reading,
}

/// What is known of a list.
#[derive(Clone, Debug, Default, Args)]
pub struct Reading {
	#[arg(long, value_name = "FILE")]
	pub profile: Option<String>,
	#[arg(long, value_name = "TERRITORY", value_parser = territory)]
	pub territory: Option<Territory>,
	#[arg(long, value_name = "CODE", value_parser = code)]
	pub programme: Option<String>,
	#[arg(long, value_name = "CODE", value_parser = code)]
	pub r#type: Option<String>,
	#[arg(long, value_name = "ORDER")]
	#[arg(value_parser = PossibleValuesParser::new(["dmy", "mdy"]), hide_possible_values = true)]
	pub dates: Option<String>,
	#[arg(long, value_name = "SOURCE")]
	#[arg(value_parser = PossibleValuesParser::new(["list", "tin", "tin-type"]), hide_possible_values = true)]
	pub number_from: Option<String>,
}

/// Which nodes are asked, one after another where one can't be used, and of which chain they must be.
#[derive(Clone, Debug, Args)]
pub struct Nodes {
	#[arg(id = "nodes", long = "node", value_name = "URL", default_value = NODE)]
	pub urls: Vec<String>,
	#[arg(long, value_name = "HASH", value_parser = hash)]
	pub genesis: Option<H256>,
}

/// Who signs, where it is noted what is under way, and which nodes take it.
#[derive(Clone, Debug, Args)]
pub struct Signing {
	#[arg(long = "as", value_name = "ACCOUNT")]
	pub account: String,
	#[arg(long, value_name = "DIR")]
	pub journal: Option<PathBuf>,
	#[command(flatten)]
	pub nodes: Nodes,
}

/// Proposes a list, or confirms it.
#[derive(Debug, Args)]
pub struct Load {
	#[command(flatten)]
	pub list: Check,
	#[command(flatten)]
	pub signing: Signing,
	#[arg(long)]
	pub dry_run: bool,
	#[arg(long, conflicts_with = "dry_run")]
	pub wait: bool,
}

/// Writes a list of what is on chain.
#[derive(Debug, Args)]
pub struct Export {
	/// The file, or `-`.
	pub file: PathBuf,
	#[arg(long, value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Territory,
	#[arg(long, value_name = "TERRITORY", value_parser = territory)]
	pub grantor: Option<Territory>,
	#[arg(long, value_name = "DAY", value_parser = day)]
	pub since: Option<Date>,
	#[arg(long, value_name = "FORMAT", hide_possible_values = true)]
	#[arg(value_parser = PossibleValuesParser::new(["csv", "xlsx", "xml", "edifact", "cadena"]))]
	pub format: Option<String>,
	#[command(flatten)]
	pub nodes: Nodes,
}

/// Brings the chain up to date with a registry.
#[derive(Debug, Subcommand)]
pub enum Registry {
	Plan(Plan),
	Apply(Apply),
	Confirm(Confirm),
	Run(Run),
}

/// Where the registry is.
#[derive(Clone, Debug, Args)]
pub struct From {
	#[arg(
		id = "registry-source",
		long = "from",
		value_name = "FILE|DIR|sqlite:FILE?view=VIEW|postgres://USER@HOST/NAME?view=VIEW"
	)]
	pub source: String,
	#[command(flatten)]
	pub reading: Reading,
}

/// Works out what is to be done.
#[derive(Debug, Args)]
pub struct Plan {
	#[command(flatten)]
	pub from: From,
	#[arg(long, value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Territory,
	#[arg(long, value_name = "FILE", default_value = "plan.json")]
	pub out: PathBuf,
	#[arg(long, value_name = "NUMBER")]
	pub allow_ends: Option<usize>,
	#[command(flatten)]
	pub nodes: Nodes,
}

/// Does it.
#[derive(Debug, Args)]
pub struct Apply {
	pub plan: PathBuf,
	#[command(flatten)]
	pub signing: Signing,
}

/// Confirms what another officer proposed by the registry.
#[derive(Debug, Args)]
pub struct Confirm {
	#[command(flatten)]
	pub from: From,
	#[command(flatten)]
	pub signing: Signing,
}

/// Does all of it, once or again and again.
#[derive(Debug, Args)]
pub struct Run {
	#[command(flatten)]
	pub from: From,
	#[arg(long, value_name = "NUMBER")]
	pub allow_ends: Option<usize>,
	#[arg(id = "every", long = "watch", value_name = "SECONDS")]
	#[arg(num_args = 0..=1, require_equals = true, default_missing_value = "30")]
	#[arg(value_parser = clap::value_parser!(u64).range(1..))]
	pub watch: Option<u64>,
	#[command(flatten)]
	pub signing: Signing,
}

fn day(text: &str) -> Result<Date, aeo_primitives::DateError> {
	text.parse()
}
