//! What happens, for who grants benefits.

use super::{lists::Nodes, territory};
use crate::at::{At, NotAMoment};
use aeo_client::changes::{Finality, Since};
use aeo_primitives::{Date, Territory, UtcOffset};
use clap::{
	builder::{PossibleValuesParser, TypedValueParser},
	ArgGroup, Args, Subcommand,
};
use std::path::PathBuf;

/// What happens.
#[derive(Debug, Subcommand)]
pub enum Feed {
	Changes(Changes),
	Watch(Watch),
	Mirror(Mirror),
}

/// Who reads, and what counts.
#[derive(Clone, Debug, Args)]
pub struct Reader {
	#[arg(long, value_name = "TERRITORY", value_parser = territory)]
	pub grantor: Territory,
	#[arg(
		long,
		value_name = "FINALITY",
		default_value = "safe",
		hide_possible_values = true
	)]
	#[arg(value_parser = finality())]
	pub finality: Finality,
	#[command(flatten)]
	pub nodes: Nodes,
}

/// What of it, and from where on.
#[derive(Clone, Debug, Args)]
pub struct Part {
	#[command(flatten)]
	pub reader: Reader,
	#[arg(
		id = "from_place",
		long = "since",
		value_name = "CURSOR|BLOCK|DAY|TIME"
	)]
	#[arg(value_parser = since)]
	pub since: Option<Since>,
	#[arg(
		long,
		value_name = "KINDS",
		value_delimiter = ',',
		hide_possible_values = true
	)]
	#[arg(value_parser = PossibleValuesParser::new(aeo_client::changes::KINDS))]
	pub kinds: Vec<String>,
}

/// Shows what has happened since.
#[derive(Debug, Args)]
pub struct Changes {
	#[command(flatten)]
	pub part: Part,
	#[arg(id = "until_block", long = "until", value_name = "BLOCK|DAY|TIME")]
	pub until: Option<At>,
	#[arg(id = "most_entries", long = "limit", value_name = "NUMBER")]
	#[arg(value_parser = clap::value_parser!(u32).range(1..))]
	pub limit: Option<u32>,
	#[arg(long, value_name = "FILE")]
	pub cursor_file: Option<PathBuf>,
}

/// Tells what happens, until it is stopped.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("where").args(["lines", "hook"])))]
pub struct Watch {
	#[command(flatten)]
	pub part: Part,
	#[arg(id = "lines", long = "out", value_name = "FILE")]
	pub out: Option<PathBuf>,
	#[arg(id = "hook", long = "url", value_name = "URL", requires = "queue")]
	pub url: Option<String>,
	#[arg(long, value_name = "FILE", requires = "hook")]
	pub queue: Option<PathBuf>,
}

/// Keeps what is earned in a database, until it is stopped.
#[derive(Debug, Args)]
pub struct Mirror {
	#[command(flatten)]
	pub reader: Reader,
	#[arg(
		id = "database",
		long = "to",
		value_name = "sqlite:FILE|postgres://USER@HOST/NAME"
	)]
	pub to: String,
}

fn finality() -> impl TypedValueParser<Value = Finality> {
	PossibleValuesParser::new(["safe", "best", "final"]).map(|name: String| match &*name {
		"best" => Finality::Best,
		"final" => Finality::Final,
		_ => Finality::Safe,
	})
}

/// Reads from where on: a day is its beginning.
pub fn since(text: &str) -> Result<Since, NotAMoment> {
	if text.starts_with("f1.") {
		return Ok(Since::Cursor(text.to_owned()));
	}
	if let Ok(day) = text.parse::<Date>() {
		return Ok(Since::Time(day.first_moment(UtcOffset::UTC)));
	}
	match text.parse()? {
		At::Number(number) => Ok(Since::Block(number)),
		At::Moment(moment) => Ok(Since::Time(moment)),
		At::Hash(_) => Err(NotAMoment),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn from_where_on_should_be_read() {
		assert_eq!(since("81234"), Ok(Since::Block(81_234)));
		assert_eq!(since("1971-01-01"), Ok(Since::Time(31_536_000_000)));
		assert_eq!(since("1971-01-01T00:01"), Ok(Since::Time(31_536_060_000)));
		let cursor = "f1.81234.9c2f41aa.3";
		assert_eq!(since(cursor), Ok(Since::Cursor(cursor.into())));
		for wrong in ["", "yesterday", &format!("0x{}", "7".repeat(64))] {
			assert_eq!(since(wrong), Err(NotAMoment), "{wrong}");
		}
	}
}
