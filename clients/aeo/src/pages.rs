//! `aeo completions` and `aeo man`: what shells and manuals need, in the language of the session.

use crate::{cli, failure::Failure, Session};
use clap_complete::Shell;
use std::{
	fs,
	io::{self, Write},
	path::Path,
};

/// Writes what a shell needs to complete the commands to the standard output.
pub fn completions(session: &Session, shell: Shell) -> Result<(), Failure> {
	let mut text = Vec::new();
	clap_complete::generate(shell, &mut cli::command(&session.texts), "aeo", &mut text);
	let written = io::stdout().lock().write_all(&text);
	written.map_err(|error| Failure::file("-", &error))
}

/// Writes a manual page for each command into a folder.
pub fn manual(session: &Session, folder: &Path) -> Result<(), Failure> {
	let failed = |error: io::Error| Failure::file(folder.display(), &error);
	fs::create_dir_all(folder).map_err(failed)?;
	clap_mangen::generate_to(cli::command(&session.texts), folder).map_err(failed)
}
