//! `aeo`: the command line of aeo-chain, for customs officers and their programs.
//!
//! Results go to the standard output, all else to the standard error. The exit code says what came of it:
//! [`failure::Exit`].
#![forbid(unsafe_code)]

mod chain;
mod cli;
mod consent;
mod failure;
mod keys;
mod list;
mod password;
mod progress;
mod registry;
mod sealed;
mod signing;
mod text;
mod web;

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
	let language = Language::of(env::args_os(), |name| env::var(name).ok());
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
	let result = match arguments.command {
		cli::Command::Keys(command) => keys::run(&session, command),
		cli::Command::List(command) => list::run(&session, command),
		cli::Command::Sealed(command) => sealed::run(&session, command),
		cli::Command::Consent(command) => consent::run(&session, command),
	};
	match result {
		Ok(()) => Exit::Done.into(),
		Err(failure) => {
			session.tell_failure(&failure);
			failure.exit().into()
		}
	}
}
