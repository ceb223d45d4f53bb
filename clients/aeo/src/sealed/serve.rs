//! `aeo sealed serve`: serves a folder of sealed files over http, for trials. In service, any web server
//! with https does the same.

use super::files::Named;
use crate::{
	cli::Serve,
	failure::{Failure, Kind},
	text::Label,
	Session,
};
use std::{
	fs::{self, File},
	path::{Path, PathBuf},
	sync::Arc,
	thread,
};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// How many requests are answered at once.
const THREADS: usize = 4;

/// Longest address: `/CR/` and the 64 digits of a page have 68 characters.
const LONGEST_ADDRESS: usize = 80;

/// Serves a folder until it is stopped.
pub fn run(session: &Session, arguments: &Serve) -> Result<(), Failure> {
	if !arguments.dir.is_dir() {
		let file = arguments.dir.display().to_string();
		return Err(Failure::with(Kind::NoFolder, [("file", file)]));
	}
	let server = Server::http(arguments.listen).map_err(|error| {
		let details = [
			("address", arguments.listen.to_string()),
			("why", error.to_string()),
		];
		Failure::with(Kind::CannotListen, details)
	})?;
	let address = format!("http://{}", server.server_addr());
	session.tell(&session.texts.label(Label::Serving, &[("address", address)]));
	let server = Arc::new(server);
	let threads: Vec<_> = (1..THREADS)
		.map(|_| {
			let (server, dir) = (server.clone(), arguments.dir.clone());
			thread::spawn(move || answer_all(&server, &dir))
		})
		.collect();
	answer_all(&server, &arguments.dir);
	for thread in threads {
		// A thread that panicked has told so; the others have answered.
		if thread.join().is_err() {
			continue;
		}
	}
	Ok(())
}

fn answer_all(server: &Server, dir: &Path) {
	for request in server.incoming_requests() {
		// Who went away misses nothing.
		if answer(request, dir).is_err() {
			continue;
		}
	}
}

/// Returns the file that an address names: only names of ours, never a way out of the folder.
fn named(dir: &Path, address: &str) -> Option<(PathBuf, Named)> {
	if address.len() > LONGEST_ADDRESS {
		return None;
	}
	let (folder, name) = address.strip_prefix('/')?.split_once('/')?;
	let named = Named::of(folder, name)?;
	Some((dir.join(folder).join(name), named))
}

/// Opens a file that is one, no link to elsewhere, and no larger than its kind may be.
fn open(path: &Path, named: Named) -> Option<File> {
	let metadata = fs::symlink_metadata(path).ok()?;
	let length = usize::try_from(metadata.len()).ok()?;
	(metadata.is_file() && length <= named.most_bytes())
		.then(|| File::open(path).ok())
		.flatten()
}

fn answer(request: Request, dir: &Path) -> std::io::Result<()> {
	if !matches!(request.method(), Method::Get | Method::Head) {
		return request.respond(Response::empty(StatusCode(405)));
	}
	// A request for a file has no body; reading one would wait for who never sends it.
	if request.body_length().is_some_and(|length| length > 0) {
		return request.respond(Response::empty(StatusCode(413)));
	}
	let found = named(dir, request.url()).and_then(|(path, named)| open(&path, named));
	let Some(file) = found else {
		return request.respond(Response::empty(StatusCode(404)));
	};
	let headers = [
		("Content-Type", "application/octet-stream"),
		// A name has the same content for ever.
		("Cache-Control", "private, immutable"),
		("X-Content-Type-Options", "nosniff"),
	];
	let mut response = Response::from_file(file);
	for (name, value) in headers {
		if let Ok(header) = Header::from_bytes(name, value) {
			response.add_header(header);
		}
	}
	request.respond(response)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn addresses_should_name_files_of_ours_only() {
		let dir = Path::new("files");
		assert_eq!(
			named(dir, "/CR/7"),
			Some((PathBuf::from("files/CR/7"), Named::Index))
		);
		for address in [
			"",
			"/",
			"/CR",
			"/CR/",
			"CR/7",
			"//CR/7",
			"/CR//7",
			"/CR/7/",
			"/CR/7?x",
			"/CR/7#x",
			"/../CR/7",
			"/CR/../CR/7",
			"/CR/%2e%2e/CR/7",
			"/CR\\7",
			"/CR/7\0",
			"http://x/CR/7",
		] {
			assert_eq!(named(dir, address), None, "{address}");
		}
	}
}
