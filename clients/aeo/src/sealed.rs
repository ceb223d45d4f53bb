//! `aeo sealed`: lists in files.

mod fetch;
mod files;
mod holders;
mod ledger;
mod lists;
mod open;
mod own;
mod prove;
mod seal;
mod search;
mod serve;
mod status;
mod sync;
mod uses;

pub use uses::of_file as uses_of;

use crate::{cli::Sealed, failure::Failure, Session};

/// Runs a command about sealed lists.
pub fn run(session: &Session, command: Sealed) -> Result<(), Failure> {
	match command {
		Sealed::Open(arguments) => open::run(session, &arguments),
		Sealed::Seal(arguments) => seal::run(session, &arguments),
		Sealed::Status(arguments) => status::run(session, &arguments),
		Sealed::Fetch(arguments) => fetch::run(session, &arguments),
		Sealed::Search(arguments) => search::run(session, &arguments),
		Sealed::Sync(arguments) => sync::run(session, &arguments),
		Sealed::Prove(arguments) => prove::run(session, &arguments),
		Sealed::Verify(arguments) => prove::verify(session, &arguments),
		Sealed::Serve(arguments) => serve::run(session, &arguments),
		Sealed::Own(arguments) => own::run(session, &arguments),
		Sealed::Uses(arguments) => uses::run(session, &arguments),
	}
}
