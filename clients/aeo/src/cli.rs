//! What can be typed. All words come from the texts, in the language that is asked for.

pub mod acts;
pub mod applications;
pub mod credentials;
pub mod feed;
pub mod gateway;
pub mod lists;
pub mod questions;
pub mod receipts;
pub mod transactions;

use crate::{failure::Exit, text::Texts};
use aeo_primitives::{
	tin::{Reason, Tin},
	CertificateNumber, CertificateType, DataClass, Role, Territory, UnknownCode,
};
use aeo_sealing::{class_name, NotAKey, PublicKey};
use clap::{
	builder::{PossibleValuesParser, TypedValueParser},
	error::{ContextKind, ContextValue, ErrorKind},
	Arg, ArgAction, ArgGroup, CommandFactory, FromArgMatches, Parser, Subcommand,
};
use primitive_types::H256;
use std::{ffi::OsString, io::Write, net::SocketAddr, path::PathBuf, process::ExitCode};

mod holders;

pub use holders::{Own, Uses};

/// The whole command.
#[derive(Debug, Parser)]
#[command(
	name = "aeo",
	version,
	disable_help_flag = true,
	disable_version_flag = true
)]
#[command(disable_help_subcommand = true, subcommand_required = true)]
#[command(arg_required_else_help = true)]
pub struct Arguments {
	#[arg(long, global = true, value_name = "LANGUAGE")]
	#[arg(value_parser = PossibleValuesParser::new(["en", "es", "pt"]), hide_possible_values = true)]
	lang: Option<String>,
	#[arg(long, global = true)]
	pub json: bool,
	#[command(subcommand)]
	pub command: Command,
}

/// What is to be done.
#[derive(Debug, Subcommand)]
#[command(disable_help_subcommand = true)]
pub enum Command {
	#[command(flatten)]
	Question(questions::Question),
	#[command(flatten)]
	Act(Box<acts::Act>),
	#[command(flatten)]
	Feed(feed::Feed),
	#[command(subcommand)]
	Keys(Keys),
	#[command(subcommand)]
	List(lists::List),
	#[command(subcommand)]
	Sync(lists::Registry),
	#[command(subcommand)]
	Sealed(Sealed),
	#[command(subcommand)]
	Receipt(receipts::Receipt),
	#[command(subcommand)]
	Trust(receipts::Trust),
	#[command(subcommand)]
	Consent(Consent),
	#[command(subcommand)]
	Gateway(gateway::Gateway),
	#[command(subcommand)]
	Credential(Box<credentials::Credential>),
	#[command(subcommand, name = "statuslist")]
	StatusList(credentials::StatusList),
	Completions {
		#[arg(hide_possible_values = true)]
		shell: clap_complete::Shell,
	},
	Man {
		folder: PathBuf,
	},
}

/// With which key a call is signed, and which node takes it.
#[derive(Debug, clap::Args)]
pub struct Signed {
	#[arg(long = "as", value_name = "ACCOUNT")]
	pub account: String,
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
}

/// The holder's consent to sharing.
#[derive(Debug, Subcommand)]
pub enum Consent {
	Give(Consenting),
	Withdraw(Consenting),
	List(ListConsents),
}

/// Gives consent, or withdraws it.
#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("consent-for").required(true).args(["agreement", "all"])))]
pub struct Consenting {
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(long, value_name = "NUMBER")]
	pub agreement: Option<u32>,
	#[arg(long)]
	pub all: bool,
	#[arg(long, value_name = "FILE")]
	pub paper: Option<PathBuf>,
	#[command(flatten)]
	pub signed: Signed,
}

/// Shows with whom a certificate is shared.
#[derive(Debug, clap::Args)]
pub struct ListConsents {
	#[arg(value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Territory,
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
}

/// Keys: for sealed lists, and of accounts.
#[derive(Debug, Subcommand)]
pub enum Keys {
	New {
		file: PathBuf,
	},
	Import {
		file: PathBuf,
	},
	Show {
		file: PathBuf,
	},
	Export {
		#[arg(value_name = "KEY")]
		signing_key: String,
		#[arg(value_name = "FILE")]
		new_file: PathBuf,
	},
	Add {
		#[arg(value_name = "FILE")]
		export: PathBuf,
		#[arg(long, value_name = "NAME")]
		name: Option<String>,
	},
	List,
}

/// Sealed lists.
#[derive(Debug, Subcommand)]
pub enum Sealed {
	Open(Open),
	Seal(Seal),
	Sync(Sync),
	Status(Status),
	Fetch(Fetch),
	Search(Search),
	Prove(Prove),
	Verify(Verify),
	Serve(Serve),
	Own(Own),
	Uses(Uses),
}

/// Opens a list from files.
#[derive(Debug, clap::Args)]
pub struct Open {
	/// The folder that has a folder for each reader.
	pub dir: PathBuf,
	#[arg(long, required = true)]
	pub offline: bool,
	#[arg(long, value_name = "FILE")]
	pub key: PathBuf,
	#[command(flatten)]
	pub list: ListName,
	#[arg(long, value_name = "HASH", value_parser = hash)]
	pub root: H256,
	#[arg(long, value_name = "NUMBER")]
	pub pages: u32,
}

/// Seals a list into files.
#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("for").required(true).args(["key", "to"])))]
pub struct Seal {
	/// The folder that has, or will have, a folder for each reader.
	pub dir: PathBuf,
	#[arg(long, required = true)]
	pub offline: bool,
	#[arg(
		long,
		value_name = "FILE",
		conflicts_with = "to",
		required_unless_present = "to"
	)]
	pub key: Option<PathBuf>,
	#[arg(long, value_name = "KEY", value_parser = public_key)]
	pub to: Option<PublicKey>,
	#[command(flatten)]
	pub list: ListName,
}

/// Which list is meant.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct ListName {
	#[arg(long, value_name = "HASH", value_parser = hash)]
	pub genesis: H256,
	#[arg(long, value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Territory,
	#[arg(long, value_name = "TERRITORY", value_parser = territory)]
	pub reader: Territory,
	#[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
	pub sequence: u32,
}

/// Brings lists up to date with a registry.
#[derive(Debug, clap::Args)]
pub struct Sync {
	pub registry: PathBuf,
	#[arg(long, value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Territory,
	#[arg(long, value_name = "FILE")]
	pub key: PathBuf,
	#[arg(long, value_name = "DIR")]
	pub home: PathBuf,
	#[arg(long, value_name = "DIR")]
	pub files: PathBuf,
	#[arg(long, value_name = "TERRITORY=KEY", value_parser = reader_and_key)]
	pub to: Vec<(Territory, PublicKey)>,
	#[arg(long, value_name = "NUMBER")]
	pub allow_erase: Option<usize>,
	#[arg(long, value_name = "DIR")]
	pub uses: Option<PathBuf>,
	#[arg(long)]
	pub again: bool,
	#[arg(long, requires = "account")]
	pub anew: bool,
	#[arg(long = "as", value_name = "ACCOUNT")]
	pub account: Option<String>,
	#[arg(long, value_name = "SECONDS", requires = "account")]
	#[arg(num_args = 0..=1, require_equals = true, default_missing_value = "30")]
	#[arg(value_parser = clap::value_parser!(u64).range(1..))]
	pub watch: Option<u64>,
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
}

/// Says which lists there are.
#[derive(Debug, clap::Args)]
pub struct Status {
	#[arg(value_name = "TERRITORY", value_parser = territory)]
	pub administration: Territory,
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
}

/// The node of this computer.
const NODE: &str = "http://127.0.0.1:9944";

/// Whose lists are read, and with which key.
#[derive(Debug, clap::Args)]
pub struct Reading {
	/// The folder that has a folder for each issuer.
	pub dir: PathBuf,
	#[arg(long, value_name = "TERRITORY", value_parser = territory)]
	pub reader: Territory,
	#[arg(long, value_name = "FILE")]
	pub key: PathBuf,
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
}

/// Brings a list.
#[derive(Debug, clap::Args)]
pub struct Fetch {
	#[command(flatten)]
	pub reading: Reading,
	#[arg(long, value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Territory,
	#[arg(long, value_name = "URL")]
	pub from: Option<String>,
}

/// Searches lists.
#[derive(Debug, clap::Args)]
pub struct Search {
	#[command(flatten)]
	pub reading: Reading,
	pub text: String,
	#[arg(long, value_name = "NUMBER", default_value_t = 20)]
	pub limit: u32,
}

/// Proves a record.
#[derive(Debug, clap::Args)]
pub struct Prove {
	#[command(flatten)]
	pub reading: Reading,
	#[arg(long, value_name = "TERRITORY", value_parser = territory)]
	pub issuer: Territory,
	#[arg(value_parser = aeo_primitives::certificate_number)]
	pub number: CertificateNumber,
	#[arg(value_parser = class_parser())]
	pub class: DataClass,
}

/// Checks a proof.
#[derive(Debug, clap::Args)]
pub struct Verify {
	pub file: PathBuf,
	#[arg(long, value_name = "URL", default_value = NODE)]
	pub node: String,
}

/// Reads the name of a class.
fn class_parser() -> impl TypedValueParser<Value = DataClass> {
	let names = DataClass::ALL.iter().map(|class| class_name(*class));
	PossibleValuesParser::new(names).try_map(|name| {
		let known = DataClass::ALL
			.iter()
			.find(|class| class_name(**class) == name);
		known.copied().ok_or(UnknownCode)
	})
}

/// Serves files for trials.
#[derive(Debug, clap::Args)]
pub struct Serve {
	pub dir: PathBuf,
	#[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8733")]
	pub listen: SocketAddr,
}

fn role(text: &str) -> Result<Role, UnknownCode> {
	text.parse()
}

fn tin(text: &str) -> Result<Tin, Reason> {
	text.parse()
}

/// Takes a number as it is typed: which of the two it is shows on the chain.
fn certificate_or_tin(text: &str) -> Result<String, aeo_primitives::NotACertificateNumber> {
	let text = text.trim();
	if text.is_empty() {
		return Err(aeo_primitives::NotACertificateNumber::Missing);
	}
	Ok(text.to_owned())
}

/// Reads a type with its programme: `OEA/OEA`.
fn code_pair(text: &str) -> Result<CertificateType, aeo_primitives::NotACode> {
	let (programme, code) = text
		.split_once('/')
		.ok_or(aeo_primitives::NotACode::Missing)?;
	Ok(CertificateType {
		programme: aeo_primitives::code(programme)?,
		code: aeo_primitives::code(code)?,
	})
}

fn hash(text: &str) -> Result<H256, NotAKey> {
	aeo_sealing::hex::array(text).map(H256).ok_or(NotAKey)
}

fn public_key(text: &str) -> Result<PublicKey, NotAKey> {
	text.parse()
}

fn territory(text: &str) -> Result<Territory, aeo_primitives::UnknownTerritory> {
	text.parse()
}

fn reader_and_key(
	text: &str,
) -> Result<(Territory, PublicKey), Box<dyn std::error::Error + Send + std::marker::Sync>> {
	let (reader, key) = text.split_once('=').ok_or("write CR=KEY")?;
	Ok((territory(reader)?, public_key(key)?))
}

fn code(text: &str) -> Result<String, aeo_primitives::NotACode> {
	aeo_primitives::code(text).map(Into::into)
}

/// Returns the command in the language of the texts.
pub fn command(texts: &Texts) -> clap::Command {
	let command = localise(Arguments::command(), "aeo", texts);
	command.arg(
		Arg::new("version")
			.long("version")
			.action(ArgAction::Version)
			.help(texts.of("help-arg-version"))
			.help_heading(texts.of("help-options")),
	)
}

/// The commands in groups, as the help shows them: the key of the heading, and the names.
const GROUPS: [(&str, &[&str]); 7] = [
	(
		"help-group-questions",
		&[
			"show",
			"history",
			"evaluate",
			"explain",
			"declare-as",
			"tin",
			"uses",
			"pending",
			"report",
			"status",
		],
	),
	(
		"help-group-certificates",
		&[
			"certify",
			"renew",
			"rectify",
			"suspend",
			"reinstate",
			"revoke",
			"relinquish",
			"annul",
			"overturn",
			"confirm",
			"refuse",
			"review",
			"application",
			"opine",
			"request",
			"wish",
			"consent",
		],
	),
	(
		"help-group-partners",
		&["ack", "recognition", "irregularity", "incident"],
	),
	("help-group-feed", &["changes", "watch", "mirror"]),
	(
		"help-group-house",
		&[
			"grant",
			"seal-uses",
			"agreement",
			"programme",
			"firm",
			"officer",
			"agency",
		],
	),
	("help-group-credentials", &["credential", "statuslist"]),
	(
		"help-group-files",
		&[
			"list",
			"sync",
			"sealed",
			"gateway",
			"receipt",
			"trust",
			"keys",
			"tx",
			"completions",
			"man",
		],
	),
];

/// Lists the commands in their groups; what is in none stands at the end.
fn groups(below: &[String], texts: &Texts) -> String {
	let width = below.iter().map(String::len).max().unwrap_or_default();
	let line = |name: &str| {
		let about = texts.of(&format!("help-aeo-{name}"));
		format!("  {name:width$}  {about}\n")
	};
	let mut list = String::new();
	for (heading, names) in GROUPS {
		list += &format!("{}:\n", texts.of(heading));
		let known = names
			.iter()
			.filter(|name| below.iter().any(|one| one == *name));
		list.extend(known.map(|name| line(name)));
		list += "\n";
	}
	let is_grouped = |name: &str| GROUPS.iter().any(|(_, names)| names.contains(&name));
	let rest: Vec<_> = below.iter().filter(|name| !is_grouped(name)).collect();
	if !rest.is_empty() {
		list += &format!("{}:\n", texts.of("help-commands"));
		list.extend(rest.into_iter().map(|name| line(name)));
		list += "\n";
	}
	list
}

/// Gives a command, and those below it, their words.
fn localise(command: clap::Command, path: &str, texts: &Texts) -> clap::Command {
	let key = format!("help-{path}");
	// The usage as clap puts it together, in the words of the language.
	let usage = command
		.clone()
		.bin_name(path.replace('-', " "))
		.subcommand_value_name(texts.of("help-command"))
		.render_usage()
		.to_string()
		.trim_start_matches("Usage:")
		.trim()
		.replace("[OPTIONS]", &format!("[{}]", texts.of("help-any-options")));
	let arguments: Vec<_> = command
		.get_arguments()
		.map(|argument| (argument.get_id().clone(), argument.is_positional()))
		.collect();
	let below: Vec<_> = command
		.get_subcommands()
		.map(|below| below.get_name().to_owned())
		.collect();
	let body = if path == "aeo" {
		let options = texts.of("help-options");
		format!("{}{options}:\n{{options}}", groups(&below, texts))
	} else {
		"{all-args}".to_owned()
	};
	let template = format!(
		"{{about-with-newline}}
{} {{usage}}

{body}{{after-help}}",
		texts.of("help-usage")
	);
	let mut command = command
		.about(texts.of(&key))
		.help_template(template)
		.override_usage(usage)
		.subcommand_help_heading(texts.of("help-commands"))
		.subcommand_value_name(texts.of("help-command"));
	if let Some(more) = texts.more(&key) {
		command = command.after_help(more);
	}
	for (id, is_positional) in arguments {
		let heading = texts.of(if is_positional {
			"help-arguments"
		} else {
			"help-options"
		});
		let help = texts.of(&argument_key(path, id.as_str()));
		command = command.mut_arg(id, |argument| argument.help(help).help_heading(heading));
	}
	command = command.arg(
		Arg::new("help")
			.long("help")
			.short('h')
			.action(ArgAction::Help)
			.help(texts.of("help-arg-help"))
			.help_heading(texts.of("help-options")),
	);
	for name in below {
		let path = format!("{path}-{name}");
		command = command.mut_subcommand(name, |below| {
			localise(below.disable_help_flag(true), &path, texts)
		});
	}
	command
}

/// Returns the key of an argument's help: what stands in several commands says the same in all.
fn argument_key(path: &str, id: &str) -> String {
	match (path, id) {
		("aeo-list-load" | "aeo-list-confirm", "file") => "help-aeo-list-check-file".to_owned(),
		(
			"aeo-list-check" | "aeo-list-export" | "aeo-list-template" | "aeo-sealed-uses"
			| "aeo-sealed-verify",
			"file",
		)
		| ("aeo-list-export", "grantor")
		| ("aeo-list-confirm", "wait")
		| ("aeo-sealed-own", "issuer" | "key")
		| ("aeo-sealed-seal", "dir" | "key")
		| ("aeo-sealed-sync", "key" | "to") => {
			format!("help-{path}-{id}")
		}
		("aeo-receipt-verify" | "aeo-receipt-show" | "aeo-receipt-qr", "file") => {
			"help-arg-receipt".to_owned()
		}
		("aeo-receipt-make-certificate" | "aeo-receipt-make-evaluate", "at" | "output") => {
			format!("help-aeo-receipt-make-{id}")
		}
		("aeo-receipt-qr", "output") | ("aeo-trust-init", "node") => format!("help-{path}-{id}"),
		("aeo-sealed-fetch" | "aeo-sealed-search" | "aeo-sealed-prove", "dir") => {
			"help-arg-lists".to_owned()
		}
		_ => format!("help-arg-{id}"),
	}
}

/// What is shown where the arguments are no command: help, the version, or what is wrong.
pub struct NotParsed(clap::Error);

/// Returns what was typed.
pub fn parse(
	typed: impl IntoIterator<Item = OsString>,
	texts: &Texts,
) -> Result<Arguments, NotParsed> {
	let matches = command(texts).try_get_matches_from(typed);
	matches
		.and_then(|matches| Arguments::from_arg_matches(&matches))
		.map_err(NotParsed)
}

impl NotParsed {
	/// Prints it, help and version as a result, and returns the exit code.
	pub fn print(&self, texts: &Texts) -> ExitCode {
		match self.0.kind() {
			ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
				// Who closes the pipe has read enough.
				write!(std::io::stdout(), "{}", self.0.render()).ok();
				Exit::Done.into()
			}
			ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
				eprint!("{}", self.0.render());
				Exit::Usage.into()
			}
			_ => {
				eprintln!("aeo: {}", self.sentence(texts));
				Exit::Usage.into()
			}
		}
	}

	/// Returns what is wrong.
	fn sentence(&self, texts: &Texts) -> String {
		let context = |kind| {
			self.0
				.get(kind)
				.map_or_else(String::new, |value| match value {
					ContextValue::Strings(texts) => texts.join(", "),
					other => other.to_string(),
				})
		};
		let details = [
			("argument", context(ContextKind::InvalidArg)),
			("command", context(ContextKind::InvalidSubcommand)),
			("other", context(ContextKind::PriorArg)),
			("value", context(ContextKind::InvalidValue)),
			("values", context(ContextKind::ValidValue)),
		];
		let why = std::error::Error::source(&self.0).map_or_else(String::new, ToString::to_string);
		let details: Vec<_> = details.into_iter().chain([("why", why)]).collect();
		match usage_key(self.0.kind()) {
			Some(key) => texts.with(key, &details),
			// What is left can't be reached with what is declared here: clap's own words.
			None => self.0.to_string(),
		}
	}
}

/// The keys of what can be wrong with what was typed.
#[cfg(test)]
pub const USAGE_KEYS: [&str; 7] = [
	"usage-UnknownArgument",
	"usage-InvalidSubcommand",
	"usage-MissingRequiredArgument",
	"usage-InvalidValue",
	"usage-ValueValidation",
	"usage-ArgumentConflict",
	"usage-TooOften",
];

const fn usage_key(kind: ErrorKind) -> Option<&'static str> {
	Some(match kind {
		ErrorKind::UnknownArgument => "usage-UnknownArgument",
		ErrorKind::InvalidSubcommand | ErrorKind::MissingSubcommand => "usage-InvalidSubcommand",
		ErrorKind::MissingRequiredArgument => "usage-MissingRequiredArgument",
		ErrorKind::InvalidValue => "usage-InvalidValue",
		ErrorKind::ValueValidation => "usage-ValueValidation",
		ErrorKind::ArgumentConflict => "usage-ArgumentConflict",
		ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => "usage-TooOften",
		_ => return None,
	})
}

#[cfg(test)]
pub use tests::help_keys;

#[cfg(test)]
mod tests {
	use super::*;
	use crate::text::Language;

	/// The keys of a command's help, and of those below it.
	fn keys_of(command: &clap::Command, path: &str) -> Vec<String> {
		let mut keys = vec![format!("help-{path}")];
		for argument in command.get_arguments() {
			keys.push(match argument.get_id().as_str() {
				id @ ("help" | "version") => format!("help-arg-{id}"),
				id => argument_key(path, id),
			});
		}
		for below in command.get_subcommands() {
			keys.extend(keys_of(below, &format!("{path}-{}", below.get_name())));
		}
		keys
	}

	/// The keys of all that is shown as help.
	pub fn help_keys() -> Vec<String> {
		let texts = Texts::new(Language::English);
		let mut keys = keys_of(&command(&texts), "aeo");
		for heading in [
			"usage",
			"commands",
			"command",
			"arguments",
			"options",
			"any-options",
			"group-questions",
			"group-certificates",
			"group-partners",
			"group-feed",
			"group-house",
			"group-credentials",
			"group-files",
		] {
			keys.push(format!("help-{heading}"));
		}
		keys.sort();
		keys.dedup();
		keys
	}

	#[test]
	fn every_command_should_be_in_one_group() {
		let command = command(&Texts::new(Language::English));
		let mut names: Vec<_> = command
			.get_subcommands()
			.map(clap::Command::get_name)
			.collect();
		let mut grouped: Vec<_> = GROUPS
			.iter()
			.flat_map(|(_, names)| names.iter().copied())
			.collect();
		names.sort_unstable();
		grouped.sort_unstable();
		assert_eq!(grouped, names);
	}

	#[test]
	fn what_can_be_typed_should_be_consistent() {
		for language in Language::ALL {
			command(&Texts::new(language)).debug_assert();
		}
	}
}
