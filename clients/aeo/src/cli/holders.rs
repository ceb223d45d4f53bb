//! What can be typed about holders' files.

use super::{territory, NODE};
use aeo_primitives::{Date, Territory};
use std::path::PathBuf;

/// Opens one's own file.
#[derive(Debug, clap::Args)]
pub struct Own {
	#[arg(value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Territory,
	#[arg(long, value_name = "FILE")]
	pub key: PathBuf,
	#[arg(long, value_name = "URL")]
	pub from: Option<String>,
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
}

/// Says what is recorded of the uses of a period.
#[derive(Debug, clap::Args)]
pub struct Uses {
	pub file: PathBuf,
	#[arg(long, value_name = "TERRITORY", value_parser = territory)]
	pub grantor: Territory,
	#[arg(long, value_name = "DAY")]
	pub first: Date,
	#[arg(long, value_name = "DAY")]
	pub last: Date,
}
