//! The gateway of declaration systems.

use super::territory;
use crate::gateway::keys::Right;
use aeo_primitives::Territory;
use clap::{builder::PossibleValuesParser, Args, Subcommand};
use std::{num::NonZeroU32, path::PathBuf};

/// The gateway.
#[derive(Debug, Subcommand)]
pub enum Gateway {
	Run {
		#[arg(value_name = "FILE")]
		settings: PathBuf,
	},
	Check {
		#[arg(value_name = "FILE")]
		settings: PathBuf,
	},
	Key(NewKey),
}

/// Makes a key.
#[derive(Debug, Args)]
pub struct NewKey {
	#[arg(id = "client", value_name = "NAME")]
	pub name: String,
	#[arg(id = "grantor-of-key", long = "grantor", value_name = "TERRITORY", value_parser = territory)]
	pub grantor: Territory,
	#[arg(long, value_name = "RIGHTS", value_delimiter = ',', required = true)]
	#[arg(value_parser = PossibleValuesParser::new(Right::ALL.map(Right::name)), hide_possible_values = true)]
	pub rights: Vec<String>,
	#[arg(long, value_name = "NUMBER", default_value = "60000")]
	pub rate: NonZeroU32,
}
