//! Questions to a node: what is so, and what was.

use super::{certificate_or_tin, role, territory, NODE};
use crate::at::{At, Month};
use aeo_primitives::{AliasScheme, Direction, Role, Territory};
use clap::{builder::PossibleValuesParser, ArgGroup, Subcommand};
use std::path::PathBuf;

/// Which node is asked, and about which block.
#[derive(Debug, clap::Args)]
pub struct Asked {
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
	#[arg(long, value_name = "BLOCK|DAY|TIME")]
	pub at: Option<At>,
}

/// Questions about certificates and their recognition.
#[derive(Debug, Subcommand)]
pub enum Question {
	Show(Subject),
	History(Subject),
	DeclareAs(DeclareAs),
	Evaluate(Evaluate),
	Explain(Explain),
	#[command(subcommand)]
	Tin(Tin),
	Uses(Uses),
	Pending(Pending),
	Report(Report),
	Status(NodeStatus),
}

/// A firm, or one of its certificates.
#[derive(Clone, Debug, clap::Args)]
pub struct Named {
	#[arg(value_name = "ID", value_parser = certificate_or_tin)]
	pub id: String,
	#[arg(long = "of", value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Option<Territory>,
}

/// Shows certificates.
#[derive(Debug, clap::Args)]
pub struct Subject {
	#[command(flatten)]
	pub named: Named,
	#[command(flatten)]
	pub asked: Asked,
}

/// Says what declarations write.
#[derive(Debug, clap::Args)]
pub struct DeclareAs {
	#[command(flatten)]
	pub named: Named,
	#[arg(value_name = "TERRITORY", value_parser = territory)]
	pub grantor: Option<Territory>,
	#[command(flatten)]
	pub asked: Asked,
}

/// One question of recognition.
#[derive(Debug, clap::Args)]
pub struct Declared {
	#[command(flatten)]
	pub named: Named,
	#[arg(long, value_name = "SCHEME", conflicts_with = "issuer")]
	pub alias: Option<AliasScheme>,
}

/// Asks whether a firm is recognised.
#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("who").required(true).args(["id", "questions"])))]
pub struct Evaluate {
	#[arg(value_name = "GRANTOR", value_parser = territory)]
	pub grantor: Territory,
	#[arg(value_name = "ID", value_parser = certificate_or_tin)]
	#[arg(requires = "role", requires = "direction")]
	pub id: Option<String>,
	#[arg(value_name = "ROLE", value_parser = role)]
	pub role: Option<Role>,
	#[arg(value_name = "DIRECTION", value_parser = direction(), ignore_case = true)]
	pub direction: Option<Direction>,
	#[arg(long = "of", value_name = "TERRITORY", value_parser = territory)]
	#[arg(conflicts_with = "questions")]
	pub issuer: Option<Territory>,
	#[arg(long, value_name = "SCHEME", conflicts_with_all = ["issuer", "questions"])]
	pub alias: Option<AliasScheme>,
	#[arg(long = "file", short = 'f', value_name = "FILE")]
	pub questions: Option<PathBuf>,
	#[command(flatten)]
	pub asked: Asked,
}

/// Asks why a firm is recognised, or not.
#[derive(Debug, clap::Args)]
pub struct Explain {
	#[arg(value_name = "GRANTOR", value_parser = territory)]
	pub grantor: Territory,
	#[command(flatten)]
	pub declared: Declared,
	#[arg(value_name = "ROLE", value_parser = role)]
	pub role: Role,
	#[arg(value_name = "DIRECTION", value_parser = direction(), ignore_case = true)]
	pub direction: Direction,
	#[command(flatten)]
	pub asked: Asked,
}

/// Numbers of firms.
#[derive(Debug, Subcommand)]
pub enum Tin {
	Check(TinCheck),
}

/// Checks numbers; no node is asked.
#[derive(Debug, clap::Args)]
pub struct TinCheck {
	#[arg(value_name = "TIN", required = true)]
	pub tins: Vec<String>,
}

/// Shows what was given to a firm.
#[derive(Debug, clap::Args)]
pub struct Uses {
	#[arg(value_name = "TIN", value_parser = super::tin)]
	pub tin: aeo_primitives::tin::Tin,
	#[command(flatten)]
	pub asked: Asked,
}

/// Shows what waits for a second officer.
#[derive(Debug, clap::Args)]
pub struct Pending {
	#[arg(value_name = "TERRITORY", value_parser = territory)]
	pub office: Territory,
	#[command(flatten)]
	pub asked: Asked,
}

/// Shows the figures of a month.
#[derive(Debug, clap::Args)]
pub struct Report {
	#[arg(value_name = "TERRITORY", value_parser = territory)]
	pub office: Territory,
	#[arg(long, value_name = "MONTH")]
	pub month: Month,
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
}

/// Shows how the node is.
#[derive(Debug, clap::Args)]
pub struct NodeStatus {
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
}

/// Reads a direction, whatever its case.
pub fn direction() -> impl clap::builder::TypedValueParser<Value = Direction> {
	use clap::builder::TypedValueParser;
	PossibleValuesParser::new(["import", "export"]).map(|name: String| {
		if name.eq_ignore_ascii_case("import") {
			Direction::Import
		} else {
			Direction::Export
		}
	})
}
