//! `aeo`: the command line of aeo-chain, for customs officers and their programs.
//!
//! Results go to the standard output, all else to the standard error. The exit code says what came of it:
//! [`failure::Exit`].
#![forbid(unsafe_code)]

mod accounts;
mod acts;
mod ask;
mod at;
mod chain;
mod cli;
mod consent;
mod credential;
mod failure;
mod feed;
mod few;
mod gateway;
mod keys;
mod list;
mod online;
mod pages;
mod paper;
mod password;
mod postgres;
mod progress;
mod questions;
mod receipt;
mod registry;
mod rows;
mod sealed;
mod signing;
mod standing;
mod state;
mod sync;
mod table;
mod text;
mod web;
mod webhook;
mod whole;

use failure::{Exit, Failure};
use std::{env, io::Write, process::ExitCode};
use text::{Language, Texts};

/// What the whole command is done with.
struct Session {
	/// The words.
	texts: Texts,
	/// Their language.
	language: Language,
	/// Whether results are JSON.
	json: bool,
}

impl Session {
	/// Writes a line of the result.
	fn say(&self, line: &str) -> Result<(), Failure> {
		let mut out = std::io::stdout().lock();
		writeln!(out, "{line}").map_err(|error| Failure::file("-", &error))
	}

	/// Writes a line beside the result.
	fn tell(&self, line: &str) {
		eprintln!("aeo: {line}");
	}

	/// Tells what went wrong.
	fn tell_failure(&self, failure: &Failure) {
		if self.json {
			eprintln!("{}", failure.to_json(&self.texts));
		} else {
			self.tell(&failure.to_text(&self.texts));
		}
	}
}

fn main() -> ExitCode {
	let language = text::language(env::args_os(), |name| env::var(name).ok());
	let texts = Texts::new(language);
	let arguments = match cli::parse(env::args_os(), &texts) {
		Ok(arguments) => arguments,
		Err(not_parsed) => return not_parsed.print(&texts),
	};
	let session = Session {
		texts,
		language,
		json: arguments.json,
	};
	let done = |()| Exit::Done;
	let result = match arguments.command {
		cli::Command::Question(question) => questions::run(&session, question).map(done),
		cli::Command::Act(act) => acts::run(&session, *act),
		cli::Command::Feed(command) => feed::run(&session, command).map(done),
		cli::Command::Keys(command) => keys::run(&session, command).map(done),
		cli::Command::List(command) => list::run(&session, command).map(done),
		cli::Command::Sync(command) => sync::run(&session, command).map(done),
		cli::Command::Sealed(command) => sealed::run(&session, command).map(done),
		cli::Command::Receipt(command) => receipt::run(&session, command).map(done),
		cli::Command::Trust(command) => receipt::run_trust(&session, command).map(done),
		cli::Command::Consent(command) => consent::run(&session, command).map(done),
		cli::Command::Gateway(command) => gateway::run(&session, command).map(done),
		cli::Command::Credential(command) => return credential::run(&session, *command),
		cli::Command::StatusList(command) => return credential::run_status(&session, command),
		cli::Command::Completions { shell } => pages::completions(&session, shell).map(done),
		cli::Command::Man { folder } => pages::manual(&session, &folder).map(done),
	};
	match result {
		Ok(exit) => exit.into(),
		Err(failure) => {
			session.tell_failure(&failure);
			failure.exit().into()
		}
	}
}
