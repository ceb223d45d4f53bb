//! Passwords: from a file, from the service manager, or typed; never an argument, which every program on
//! the computer could read.

use crate::{
	failure::{Failure, Kind},
	text::Label,
	Session,
};
use age::secrecy::SecretString;
use std::{env, fs::File, io::Read, path::PathBuf};
use zeroize::Zeroizing;

/// Where a password may stand.
struct Place {
	/// The variable that names the file that has it.
	variable: &'static str,
	/// Its name among the credentials of systemd (`LoadCredential=aeo-password:…`).
	credential: &'static str,
}

/// Of key files for sealed lists.
const ENCRYPTION: Place = Place {
	variable: "AEO_PASSWORD_FILE",
	credential: "aeo-password",
};

/// Of the account that signs.
const SIGNING: Place = Place {
	variable: "AEO_ACCOUNT_PASSWORD_FILE",
	credential: "aeo-account-password",
};

/// By which messages to an address are signed.
const WEBHOOK: Place = Place {
	variable: "AEO_WEBHOOK_SECRET_FILE",
	credential: "aeo-webhook-secret",
};

/// Fewest characters of a new password.
const FEWEST: usize = 12;

/// Most bytes of a password.
const MOST: u64 = 1024;

/// Returns the file that has a password, where one is named.
fn file(place: &Place) -> Option<PathBuf> {
	let named = env::var_os(place.variable).map(PathBuf::from);
	let credential = || {
		env::var_os("CREDENTIALS_DIRECTORY")
			.map(|folder| PathBuf::from(folder).join(place.credential))
			.filter(|file| file.exists())
	};
	named.or_else(credential)
}

/// Returns the first line of the file.
fn read(file: &PathBuf) -> Result<Zeroizing<String>, Failure> {
	let failure = |error| Failure::file(file.display(), &error);
	let mut text = Zeroizing::new(String::new());
	File::open(file)
		.map_err(failure)?
		.take(MOST)
		.read_to_string(&mut text)
		.map_err(failure)?;
	let line = text.lines().next().unwrap_or_default();
	Ok(Zeroizing::new(line.to_owned()))
}

fn prompt(session: &Session, label: Label) -> Result<Zeroizing<String>, Failure> {
	let words = session.texts.label(label, &[]);
	rpassword::prompt_password(format!("{words} "))
		.map(Zeroizing::new)
		.map_err(|_| Failure::new(Kind::PasswordMissing))
}

fn secret(password: &str) -> SecretString {
	SecretString::from(password.to_owned())
}

/// Returns the password of a key file that is there.
pub fn existing(session: &Session) -> Result<SecretString, Failure> {
	known(session, &ENCRYPTION, Label::AskPassword)
}

/// Returns the password of the account that signs.
pub fn of_signing_key(session: &Session) -> Result<SecretString, Failure> {
	known(session, &SIGNING, Label::AskAccountPassword)
}

/// Returns the secret by which messages to an address are signed. Nobody types it.
pub fn of_webhook() -> Result<Zeroizing<String>, Failure> {
	let file = file(&WEBHOOK).ok_or_else(|| Failure::new(Kind::WebhookSecretMissing))?;
	read(&file)
}

fn known(session: &Session, place: &Place, label: Label) -> Result<SecretString, Failure> {
	let password = match file(place) {
		Some(file) => read(&file)?,
		None => prompt(session, label)?,
	};
	if password.is_empty() {
		return Err(Failure::new(Kind::PasswordMissing));
	}
	Ok(secret(&password))
}

/// Returns the password for a new file; typed, it is asked for twice.
pub fn new(session: &Session) -> Result<SecretString, Failure> {
	let password = match file(&ENCRYPTION) {
		Some(file) => read(&file)?,
		None => {
			let password = prompt(session, Label::AskPassword)?;
			if *prompt(session, Label::AskPasswordAgain)? != *password {
				return Err(Failure::new(Kind::PasswordsDiffer));
			}
			password
		}
	};
	if password.chars().count() < FEWEST {
		let fewest = FEWEST.to_string();
		return Err(Failure::with(Kind::PasswordTooShort, [("fewest", fewest)]));
	}
	Ok(secret(&password))
}
