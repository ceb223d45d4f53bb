//! `aeo keys`: encryption keys in files. A file is what `age -p` makes of the 64 hexadecimal digits of the
//! secret: encrypted under a password (scrypt), so that other programs can read it too.

use crate::{
	accounts,
	cli::Keys,
	failure::{Failure, Kind},
	password,
	text::Label,
	Session,
};
use aeo_sealing::{hex, PublicKey, Secret};
use serde_json::json;
use std::{
	fs::{File, OpenOptions},
	io::{self, IsTerminal, Read, Write},
	path::Path,
};
use zeroize::Zeroizing;

/// The cost of scrypt, 2 to this power: age's own default, about a second and 256 MiB.
const WORK: u8 = 18;

/// The most that a file may ask for.
const MOST_WORK: u8 = 20;

/// Most bytes of a key file, and of what is typed for an import.
const MOST_BYTES: u64 = 4096;

/// Runs a command about keys.
pub fn run(session: &Session, command: Keys) -> Result<(), Failure> {
	match command {
		Keys::New { file } => {
			let secret = Secret::generate()
				.map_err(|error| Failure::with(Kind::NoRandomness, [("why", error.to_string())]))?;
			make(session, &file, &secret)
		}
		Keys::Import { file } => make(session, &file, &typed(session)?),
		Keys::Add { export, name } => accounts::add(session, &export, name.as_deref()),
		Keys::Export {
			signing_key,
			new_file,
		} => accounts::export(session, &signing_key, &new_file),
		Keys::List => accounts::list(session),
		Keys::Show { file } => show(
			session,
			Label::KeyPublic,
			&file,
			&load(session, &file)?.public(),
		),
	}
}

/// Writes a key to a new file, and says the public key.
fn make(session: &Session, file: &Path, secret: &Secret) -> Result<(), Failure> {
	ensure_new(file)?;
	let mut recipient = age::scrypt::Recipient::new(password::new(session)?);
	recipient.set_work_factor(WORK);
	let digits = Zeroizing::new(hex::digits(secret.as_bytes()) + "\n");
	let encrypted = age::encrypt(&recipient, digits.as_bytes()).map_err(|error| {
		Failure::with(
			Kind::File,
			[
				("file", file.display().to_string()),
				("why", error.to_string()),
			],
		)
	})?;
	write(file, &encrypted)?;
	show(session, Label::KeyMade, file, &secret.public())
}

fn show(session: &Session, label: Label, file: &Path, key: &PublicKey) -> Result<(), Failure> {
	let file = file.display().to_string();
	if session.json {
		let line = json!({"file": file, "publicKey": key.to_string()});
		session.say(&line.to_string())
	} else {
		let details = [("file", file), ("key", key.to_string())];
		session.say(&session.texts.label(label, &details))
	}
}

fn is_there(file: &Path) -> Failure {
	Failure::with(Kind::FileThere, [("file", file.display().to_string())])
}

/// Refuses a file that is there, before a password is asked for; opening it says so again.
pub fn ensure_new(file: &Path) -> Result<(), Failure> {
	if file.exists() {
		return Err(is_there(file));
	}
	Ok(())
}

/// Writes a file that is not there yet, for its owner only.
pub fn write(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
	let mut open = create(file)?;
	open.write_all(bytes)
		.and_then(|()| open.sync_all())
		.map_err(|error| Failure::file(file.display(), &error))
}

/// Opens a file that is not there yet, for its owner only.
pub fn create(file: &Path) -> Result<File, Failure> {
	let mut options = OpenOptions::new();
	options.write(true).create_new(true);
	#[cfg(unix)]
	std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
	options.open(file).map_err(|error| match error.kind() {
		io::ErrorKind::AlreadyExists => is_there(file),
		_ => Failure::file(file.display(), &error),
	})
}

/// Refuses a file that anybody but its owner may read.
fn ensure_private(file: &Path, open: &File) -> Result<(), Failure> {
	ensure_closed(file, open, 0o077)
}

/// Refuses a file that everybody may read. Its group may, as what the service manager hands out shows it.
pub fn ensure_not_public(file: &Path, open: &File) -> Result<(), Failure> {
	ensure_closed(file, open, 0o007)
}

/// Refuses a file with one of these rights.
fn ensure_closed(file: &Path, open: &File, rights: u32) -> Result<(), Failure> {
	#[cfg(unix)]
	{
		use std::os::unix::fs::PermissionsExt;
		let metadata = open
			.metadata()
			.map_err(|error| Failure::file(file.display(), &error))?;
		if metadata.permissions().mode() & rights != 0 {
			let file = file.display().to_string();
			return Err(Failure::with(Kind::FileReadable, [("file", file)]));
		}
	}
	Ok(())
}

/// Returns the secret key of a file.
pub fn load(session: &Session, file: &Path) -> Result<Secret, Failure> {
	let failure = |error| Failure::file(file.display(), &error);
	let open = File::open(file).map_err(failure)?;
	ensure_private(file, &open)?;
	let mut encrypted = Vec::new();
	open.take(MOST_BYTES)
		.read_to_end(&mut encrypted)
		.map_err(failure)?;
	let other = || {
		let file = file.display().to_string();
		Failure::with(Kind::NotAKeyFile, [("file", file)])
	};
	// Before a password is asked for.
	if age::Decryptor::new(encrypted.as_slice()).map_or(true, |file| !file.is_scrypt()) {
		return Err(other());
	}
	let mut identity = age::scrypt::Identity::new(password::existing(session)?);
	identity.set_max_work_factor(MOST_WORK);
	let digits = age::decrypt(&identity, &encrypted)
		.map(Zeroizing::new)
		.map_err(|error| match error {
			age::DecryptError::DecryptionFailed
			| age::DecryptError::KeyDecryptionFailed
			| age::DecryptError::NoMatchingKeys => {
				let file = file.display().to_string();
				Failure::with(Kind::PasswordWrong, [("file", file)])
			}
			_ => other(),
		})?;
	std::str::from_utf8(&digits)
		.ok()
		.and_then(parse)
		.ok_or_else(other)
}

/// Returns the secret whose digits are typed or piped in.
fn typed(session: &Session) -> Result<Secret, Failure> {
	let digits = if io::stdin().is_terminal() {
		let words = session.texts.label(Label::AskKey, &[]);
		rpassword::prompt_password(format!("{words} ")).map(Zeroizing::new)
	} else {
		let mut text = Zeroizing::new(String::new());
		let read = io::stdin()
			.lock()
			.take(MOST_BYTES)
			.read_to_string(&mut text);
		read.map(|_| text)
	};
	digits
		.ok()
		.and_then(|digits| parse(&digits))
		.ok_or_else(|| Failure::new(Kind::KeyNotUnderstood))
}

fn parse(digits: &str) -> Option<Secret> {
	hex::array(digits.trim()).map(Secret::from_bytes)
}
