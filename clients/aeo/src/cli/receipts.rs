//! Receipts, and what they are verified against.

use super::{certificate_or_tin, role, territory, NODE};
use crate::at::{At, NotAMoment};
use aeo_primitives::{AliasScheme, CertificateNumber, Direction, Moment, Role, Territory};
use clap::{ArgGroup, Subcommand};
use std::path::PathBuf;

/// Receipts.
#[derive(Debug, Subcommand)]
pub enum Receipt {
	#[command(subcommand)]
	Make(Make),
	Verify(Verify),
	Show(Show),
	Qr(Qr),
}

/// Makes a receipt.
#[derive(Debug, Subcommand)]
pub enum Make {
	Certificate(MakeCertificate),
	Evaluate(MakeEvaluate),
}

/// Of which block it is, and where it goes.
#[derive(Debug, clap::Args)]
pub struct Making {
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
	#[arg(long, value_name = "BLOCK|DAY|TIME")]
	pub at: Option<At>,
	#[arg(long, short, value_name = "FILE")]
	pub output: Option<PathBuf>,
	#[arg(
		id = "from_set",
		long = "from",
		value_name = "SET",
		default_value_t = 0
	)]
	pub from: u64,
}

/// How a certificate stands.
#[derive(Debug, clap::Args)]
pub struct MakeCertificate {
	#[arg(value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Territory,
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(id = "for_credential", long = "credential")]
	pub credential: bool,
	#[command(flatten)]
	pub making: Making,
}

/// Whether a firm is recognised.
#[derive(Debug, clap::Args)]
pub struct MakeEvaluate {
	#[arg(value_name = "GRANTOR", value_parser = territory)]
	pub grantor: Territory,
	#[arg(value_name = "ID", value_parser = certificate_or_tin)]
	pub id: String,
	#[arg(value_name = "ROLE", value_parser = role)]
	pub role: Role,
	#[arg(value_name = "DIRECTION", value_parser = super::questions::direction(), ignore_case = true)]
	pub direction: Direction,
	#[arg(long = "of", value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Option<Territory>,
	#[arg(long, value_name = "SCHEME", conflicts_with = "issuer")]
	pub alias: Option<AliasScheme>,
	#[command(flatten)]
	pub making: Making,
}

/// Verifies a receipt.
#[derive(Debug, clap::Args)]
pub struct Verify {
	pub file: PathBuf,
	#[arg(long, value_name = "DIR")]
	pub trust: Option<PathBuf>,
	#[arg(long, value_name = "TIME", value_parser = age)]
	pub max_age: Option<u64>,
	#[arg(long = "at", value_name = "DAY|TIME", value_parser = moment)]
	pub now: Option<Moment>,
}

/// Shows what a receipt says.
#[derive(Debug, clap::Args)]
pub struct Show {
	pub file: PathBuf,
}

/// Draws where a receipt is to be found.
#[derive(Debug, clap::Args)]
pub struct Qr {
	pub file: PathBuf,
	#[arg(long, value_name = "URL")]
	pub url: String,
	#[arg(long, short, value_name = "FILE")]
	pub output: PathBuf,
}

/// What is trusted.
#[derive(Debug, Subcommand)]
pub enum Trust {
	Init(Init),
	Update(Update),
}

/// Begins to trust.
#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("anchor").required(true).args(["chain", "node"])))]
pub struct Init {
	#[arg(long, value_name = "FILE")]
	pub chain: Option<PathBuf>,
	#[arg(long, value_name = "URL")]
	pub node: Option<String>,
	#[arg(long, value_name = "DIR")]
	pub trust: Option<PathBuf>,
}

/// Learns which validators follow, and which runtime runs.
#[derive(Debug, clap::Args)]
pub struct Update {
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
	#[arg(long, value_name = "DIR")]
	pub trust: Option<PathBuf>,
}

/// Reads how old something may be: `90s`, `10m`, `24h`, `30d`. In seconds.
pub fn age(text: &str) -> Result<u64, &'static str> {
	const FORM: &str = "write a number with s, m, h or d, such as 10m or 24h";
	const UNITS: [(char, u64); 4] = [('s', 1), ('m', 60), ('h', 60 * 60), ('d', 24 * 60 * 60)];
	let (number, seconds) = UNITS
		.iter()
		.find_map(|(unit, seconds)| Some((text.strip_suffix(*unit)?, *seconds)))
		.ok_or(FORM)?;
	let number: u64 = number.parse().map_err(|_| FORM)?;
	number
		.checked_mul(seconds)
		.filter(|seconds| *seconds > 0)
		.ok_or(FORM)
}

/// Reads a moment, and no block.
fn moment(text: &str) -> Result<Moment, NotAMoment> {
	match text.parse()? {
		At::Moment(moment) => Ok(moment),
		At::Number(_) | At::Hash(_) => Err(NotAMoment),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_age_should_have_a_unit() {
		assert_eq!(age("90s"), Ok(90));
		assert_eq!(age("10m"), Ok(600));
		assert_eq!(age("24h"), Ok(86_400));
		assert_eq!(age("30d"), Ok(2_592_000));
		for other in [
			"",
			"m",
			"10",
			"0s",
			"-1h",
			"1.5h",
			"10mm",
			"99999999999999999999d",
			"9999999999999999d",
		] {
			assert!(age(other).is_err(), "{other}");
		}
	}

	#[test]
	fn a_clock_should_be_set_to_a_moment() {
		assert_eq!(moment("2026-12-31T10:03"), Ok(1_798_711_380_000));
		assert!(moment("81234").is_err());
	}
}
