//! Where a registry is: a file, the latest file of a folder, or a view of a database.

use crate::{
	failure::{Failure, Kind},
	online,
	postgres::{self, Address},
	text::Label,
	Session,
};
use rusqlite::{types::ValueRef, Connection, OpenFlags};
use std::{
	ffi::OsStr,
	fs,
	path::{Path, PathBuf},
};

/// What files of a folder are lists by their names.
const KINDS: [&str; 7] = ["csv", "txt", "tsv", "xlsx", "xls", "xlsb", "ods"];

/// What a registry says.
pub struct Source {
	/// Where it was.
	pub name: String,
	/// The folder in which documents are looked for.
	pub folder: PathBuf,
	/// A list.
	pub bytes: Vec<u8>,
}

/// Reads a registry.
pub fn read(session: &Session, named: &str) -> Result<Source, Failure> {
	if postgres::is_address(named) {
		return of_postgres(named);
	}
	match named.split_once(':') {
		Some(("sqlite", rest)) => of_database(named, rest),
		// A drive of Windows is no kind of source.
		Some((kind, _)) if kind.len() > 1 && !Path::new(named).exists() => Err(unknown(named)),
		_ => of_file(session, Path::new(named)),
	}
}

fn unknown(named: &str) -> Failure {
	Failure::with(Kind::RegistrySource, [("source", named.to_owned())])
}

fn of_file(session: &Session, path: &Path) -> Result<Source, Failure> {
	let path = if path.is_dir() {
		let latest = latest(path).map_err(|error| Failure::file(path.display(), &error))?;
		let latest = latest.ok_or_else(|| unknown(&path.display().to_string()))?;
		let details = [("file", latest.display().to_string())];
		session.tell(&session.texts.label(Label::RegistryFile, &details));
		latest
	} else {
		path.to_owned()
	};
	Ok(Source {
		bytes: fs::read(&path).map_err(|error| Failure::file(path.display(), &error))?,
		folder: path.parent().unwrap_or(Path::new("")).to_owned(),
		name: path.display().to_string(),
	})
}

/// Returns the list of a folder that was written last; of those written at once the last by name. Reports and
/// hidden files are none.
fn latest(folder: &Path) -> std::io::Result<Option<PathBuf>> {
	let mut latest = None;
	for entry in fs::read_dir(folder)? {
		let path = entry?.path();
		let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
		let kind = path.extension().and_then(OsStr::to_str).unwrap_or_default();
		let is_list = KINDS.contains(&kind.to_ascii_lowercase().as_str())
			&& !name.starts_with(['.', '~'])
			&& !name.ends_with(".report.csv");
		if is_list && path.is_file() {
			let written = fs::metadata(&path)?.modified()?;
			latest = latest.max(Some((written, path)));
		}
	}
	Ok(latest.map(|(_, path)| path))
}

/// Reads a view, `FILE?view=VIEW`, as a list: its columns' names are the headings.
fn of_database(named: &str, rest: &str) -> Result<Source, Failure> {
	let (file, view) = rest.split_once("?view=").ok_or_else(|| unknown(named))?;
	let path = Path::new(file);
	if view.is_empty() || !path.is_file() {
		return Err(unknown(named));
	}
	let failed = |why: String| {
		let details = [("source", named.to_owned()), ("why", why)];
		Failure::with(Kind::RegistryRead, details)
	};
	Ok(Source {
		name: named.to_owned(),
		folder: path.parent().unwrap_or(Path::new("")).to_owned(),
		bytes: table(path, view).map_err(|error| failed(error.to_string()))?,
	})
}

/// Reads a view, `postgres://USER@HOST/NAME?view=VIEW`, likewise.
fn of_postgres(named: &str) -> Result<Source, Failure> {
	let (address, view) = named.split_once("?view=").unwrap_or((named, ""));
	let address = Address::read(address)?;
	if view.is_empty() {
		return Err(unknown(&address.shown));
	}
	let bytes = online::until_interrupted(&online::runtime()?, address.table(view))?;
	Ok(Source {
		name: format!("{}?view={view}", address.shown),
		folder: PathBuf::new(),
		bytes,
	})
}

fn table(file: &Path, view: &str) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
	let database = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
	let view = view.replace('"', "\"\"");
	let mut statement = database.prepare(&format!("SELECT * FROM \"{view}\""))?;
	let columns = statement.column_count();
	let mut writer = csv::Writer::from_writer(Vec::new());
	writer.write_record(statement.column_names())?;
	let mut rows = statement.query([])?;
	while let Some(row) = rows.next()? {
		let cells = (0..columns).map(|column| {
			Ok(match row.get_ref(column)? {
				ValueRef::Null => String::new(),
				ValueRef::Integer(number) => number.to_string(),
				ValueRef::Real(number) => number.to_string(),
				ValueRef::Text(text) => std::str::from_utf8(text)?.to_owned(),
				ValueRef::Blob(_) => return Err("a column has bytes instead of a text".into()),
			})
		});
		let cells: Result<Vec<_>, Box<dyn std::error::Error>> = cells.collect();
		writer.write_record(cells?)?;
	}
	Ok(writer.into_inner()?)
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::time::{Duration, SystemTime};

	#[test]
	fn the_latest_list_of_a_folder_should_be_taken() {
		let folder = tempfile::tempdir().expect("a folder");
		let write = |name: &str, age: u64| {
			let path = folder.path().join(name);
			fs::write(&path, name).expect("written");
			let file = fs::File::options().write(true).open(&path).expect("opened");
			let time = SystemTime::now() - Duration::from_secs(age);
			file.set_modified(time).expect("set");
		};
		assert_eq!(latest(folder.path()).ok(), Some(None));
		write("monday.csv", 300);
		write("tuesday.XLSX", 200);
		write("tuesday.XLSX.report.csv", 1);
		write(".hidden.csv", 1);
		write("~$tuesday.xlsx", 1);
		write("notes.pdf", 1);
		let found = latest(folder.path()).expect("read").expect("there");
		assert_eq!(found.file_name(), Some(OsStr::new("tuesday.XLSX")));
	}

	#[test]
	fn a_view_should_be_a_list() {
		let folder = tempfile::tempdir().expect("a folder");
		let file = folder.path().join("registry.db");
		let database = Connection::open(&file).expect("made");
		database
			.execute_batch(
				"CREATE TABLE firms (rfc TEXT, certificado TEXT, orden INTEGER, nota TEXT);
				 INSERT INTO firms VALUES ('NWM-970924-4W4', 'A-1', 7, NULL), ('a,b', '\"c\"', 8, 'ñ');
				 CREATE VIEW \"el \"\"padrón\" AS SELECT * FROM firms ORDER BY orden;
				 CREATE VIEW bytes AS SELECT x'00ff' AS rfc;",
			)
			.expect("filled");
		let read = |view: &str| {
			let named = format!("sqlite:{}?view={view}", file.display());
			of_database(&named, named.strip_prefix("sqlite:").expect("it begins so"))
		};
		let source = read("el \"padrón").expect("read");
		assert_eq!(
			String::from_utf8(source.bytes).expect("UTF-8"),
			"rfc,certificado,orden,nota\nNWM-970924-4W4,A-1,7,\n\"a,b\",\"\"\"c\"\"\",8,ñ\n"
		);
		for wrong in ["missing", "firms; DROP TABLE firms", "bytes", ""] {
			assert!(read(wrong).is_err(), "{wrong}");
		}
		assert!(of_database("sqlite:none.db?view=x", "none.db?view=x").is_err());
		assert!(read("firms").is_ok());
	}
}
