//! `aeo keys add`, `list` and `export`: keys of accounts, as polkadot.js exports them, in a folder of the user's own,
//! so that `--as` names them, and from there for wallets.

use crate::{
	failure::{Failure, Kind},
	keys, password,
	questions::{headings, say_all},
	text::Label,
	Session,
};
use aeo_client::{Chance, Key, Secret};
use age::secrecy::ExposeSecret;
use serde_json::json;
use std::{
	env, fs,
	path::{Path, PathBuf},
	time::{SystemTime, UNIX_EPOCH},
};

/// The folder: that which `AEO_KEYS` names, or `aeo/keys` in that of the user's settings.
fn folder() -> Option<PathBuf> {
	let variable = |name| {
		env::var_os(name)
			.filter(|value| !value.is_empty())
			.map(PathBuf::from)
	};
	variable("AEO_KEYS").or_else(|| {
		let settings = variable("XDG_CONFIG_HOME")
			.or_else(|| variable("HOME").map(|home| home.join(".config")));
		settings.map(|settings| settings.join("aeo").join("keys"))
	})
}

fn known_folder() -> Result<PathBuf, Failure> {
	folder().ok_or_else(|| Failure::new(Kind::NoKeyFolder))
}

/// Returns the file that `--as` names: by its path, or by its name in the folder.
pub fn file_of(text: &str) -> PathBuf {
	let path = PathBuf::from(text);
	if path.exists() || !is_name(text) {
		return path;
	}
	let kept = folder().map(|folder| file_in(&folder, text));
	kept.filter(|file| file.exists()).unwrap_or(path)
}

fn file_in(folder: &Path, name: &str) -> PathBuf {
	folder.join(format!("{name}.json"))
}

/// Whether a text names a key: letters, digits, `-` and `_`.
fn is_name(text: &str) -> bool {
	let is_of_name = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
	!text.is_empty() && text.chars().all(is_of_name)
}

/// Puts a key into the folder, only its owner's to read, once it opens under its password.
pub fn add(session: &Session, export: &Path, name: Option<&str>) -> Result<(), Failure> {
	let stem = export.file_stem().and_then(|stem| stem.to_str());
	let name = name.or(stem).unwrap_or_default();
	if !is_name(name) {
		return Err(Failure::with(Kind::KeyName, [("name", name.to_owned())]));
	}
	let folder = known_folder()?;
	let bytes = fs::read(export).map_err(|error| Failure::file(export.display(), &error))?;
	let account = Key::account_of_file(export)?;
	let password = password::of_signing_key(session)?;
	fs::create_dir_all(&folder).map_err(|error| Failure::file(folder.display(), &error))?;
	let file = file_in(&folder, name);
	keys::write(&file, &bytes)?;
	let opened = Key::of_file(&file, password.expose_secret());
	if let Err(error) = opened {
		fs::remove_file(&file).map_err(|error| Failure::file(file.display(), &error))?;
		return Err(error.into());
	}
	if session.json {
		let line = json!({"name": name, "account": account.to_string(), "file": file});
		return session.say(&line.to_string());
	}
	let details = [
		("name", name.to_owned()),
		("account", account.to_string()),
		("file", file.display().to_string()),
		("export", export.display().to_string()),
	];
	session.say(&session.texts.label(Label::KeyAdded, &details))
}

/// Writes a key to a new file under a new password, as polkadot.js exports it.
pub fn export(session: &Session, key: &str, file: &Path) -> Result<(), Failure> {
	keys::ensure_new(file)?;
	let secret = if key.starts_with("//") {
		Secret::of_development(key)?
	} else {
		let password = password::of_signing_key(session)?;
		Secret::of_file(&file_of(key), password.expose_secret())?
	};
	let chance = Chance::new()
		.map_err(|error| Failure::with(Kind::NoRandomness, [("why", error.to_string())]))?;
	let stem = file.file_stem().and_then(|stem| stem.to_str());
	let made = SystemTime::now().duration_since(UNIX_EPOCH);
	let made = made.unwrap_or_default().as_millis();
	let text = secret.to_export(
		password::new(session)?.expose_secret(),
		stem.unwrap_or_default(),
		made.try_into().unwrap_or(u64::MAX),
		&chance,
	);
	let why = || Failure::with(Kind::System, [("why", "scrypt".to_owned())]);
	keys::write(file, text.ok_or_else(why)?.as_bytes())?;
	let account = secret.account().to_string();
	if session.json {
		return session.say(&json!({"file": file, "account": account}).to_string());
	}
	let details = [("file", file.display().to_string()), ("account", account)];
	session.say(&session.texts.label(Label::KeyExported, &details))
}

/// Shows the keys of the folder.
pub fn list(session: &Session) -> Result<(), Failure> {
	let folder = known_folder()?;
	let mut found = Vec::new();
	if folder.exists() {
		let entries =
			fs::read_dir(&folder).map_err(|error| Failure::file(folder.display(), &error))?;
		for entry in entries {
			let file = entry
				.map_err(|error| Failure::file(folder.display(), &error))?
				.path();
			let name = file.file_stem().and_then(|stem| stem.to_str());
			let is_json = file
				.extension()
				.is_some_and(|extension| extension == "json");
			let (Some(name), true) = (name, is_json) else {
				continue;
			};
			found.push((name.to_owned(), Key::account_of_file(&file)));
		}
	}
	found.sort_by(|(one, _), (other, _)| one.cmp(other));
	if found.is_empty() {
		let details = [("folder", folder.display().to_string())];
		session.tell(&session.texts.label(Label::NoKeys, &details));
		return Ok(());
	}
	let mut rows = vec![headings(
		session,
		&[Label::ColumnName, Label::ColumnAccount],
	)];
	for (name, account) in found {
		match account {
			Ok(account) if session.json => {
				let line = json!({"name": name, "account": account.to_string()});
				session.say(&line.to_string())?;
			}
			Ok(account) => rows.push(vec![name, account.to_string()]),
			Err(error) => session.tell_failure(&error.into()),
		}
	}
	if session.json {
		Ok(())
	} else {
		say_all(session, &rows)
	}
}

#[cfg(test)]
mod tests {
	use super::is_name;

	#[test]
	fn a_name_should_be_no_path() {
		for name in ["officer-1", "MX_2", "a"] {
			assert!(is_name(name), "{name}");
		}
		for other in ["", "..", "a/b", "a.json", "~", "a b", "ñ"] {
			assert!(!is_name(other), "{other}");
		}
	}
}
