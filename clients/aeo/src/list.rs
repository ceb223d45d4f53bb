//! `aeo list`: lists of certificates, as administrations keep them.

mod confirm;
pub mod export;
mod load;
pub mod rows;

use crate::{
	cli::lists::{Check, List, Reading},
	failure::{Failure, Kind},
	progress,
	text::Label,
	Session,
};
use aeo_client::Refused;
use aeo_lists::{
	check, document_of, order_named, template, Checked, Entry, Finding, Options, Profile, Severity,
};
use aeo_primitives::{Date, UtcOffset};
use serde_json::json;
use std::{
	ffi::OsStr,
	fs,
	io::{self, Write},
	panic,
	path::{Path, PathBuf},
	time::{SystemTime, UNIX_EPOCH},
};

/// How many errors are shown; all are in the report.
const SHOWN: usize = 10;

/// Runs a command about lists.
pub fn run(session: &Session, command: List) -> Result<(), Failure> {
	match command {
		List::Template { file } => write_template(session, &file),
		List::Check(arguments) => check_list(session, &arguments).map(|_| ()),
		List::Load(arguments) => load::run(session, &arguments),
		List::Confirm(arguments) => confirm::run(session, &arguments),
		List::Export(arguments) => export::run(session, &arguments),
	}
}

/// A list that has no error.
pub struct Right {
	/// Its name.
	pub file: String,
	/// What it says.
	pub checked: Checked,
	/// Where its report is.
	report: PathBuf,
}

impl Right {
	/// Adds what the chain says to the report, and writes it.
	pub fn report(&mut self, session: &Session, entries: Vec<Entry>) -> Result<(), Failure> {
		let report = &mut self.checked.report;
		report.entries.extend(entries);
		report.entries.sort_by_key(|entry| entry.row);
		let bytes = report.csv(session.language);
		fs::write(&self.report, bytes).map_err(|error| Failure::file(self.report.display(), &error))
	}

	/// Says which rows are wrong, and that they are.
	pub fn refused(&self, session: &Session, entries: &[Entry]) -> Failure {
		let report = self.report.display().to_string();
		if let Err(failure) = show(session, entries.iter(), &report) {
			return failure;
		}
		let details = [
			("errors", entries.len().to_string()),
			("file", self.file.clone()),
			("report", self.report.display().to_string()),
		];
		Failure::with(Kind::ListRows, details)
	}
}

/// Returns what the chain means with a refusal, and what to do.
pub fn meaning(session: &Session, why: &Refused) -> String {
	let texts = session.texts.of_lists();
	texts
		.refusal(&why.pallet, &why.name)
		.unwrap_or_else(|| why.to_string())
}

/// Tells that the chain refused what an earlier run had left under way: it keeps nothing of this run.
fn tell_earlier(session: &Session, intent: &str, why: &Refused) {
	let details = [
		("intent", intent.to_owned()),
		("why", meaning(session, why)),
	];
	session.tell(&session.texts.label(Label::EarlierRefused, &details));
}

/// Returns the entry that says why the chain refuses a certificate.
fn refusal(session: &Session, row: Option<u32>, number: &str, why: &Refused) -> Entry {
	missing(row, number, meaning(session, why))
}

/// Returns the entry that says what is with a certificate in the batches, in these words.
fn missing(row: Option<u32>, number: &str, why: String) -> Entry {
	Entry::new(row, "", number, Finding::Chain).with("why", why)
}

fn write_template(session: &Session, file: &Path) -> Result<(), Failure> {
	let name = file.display().to_string();
	let made = template(session.language)
		.map_err(|error| Failure::file(&name, &io::Error::other(error)))?;
	let extension = file.extension().and_then(OsStr::to_str).unwrap_or_default();
	let bytes = match extension.to_ascii_lowercase().as_str() {
		"csv" => made.csv,
		"xlsx" => made.xlsx,
		_ => return Err(Failure::with(Kind::TemplateFormat, [("file", name)])),
	};
	let created = fs::OpenOptions::new()
		.write(true)
		.create_new(true)
		.open(file);
	let mut out = created.map_err(|error| match error.kind() {
		io::ErrorKind::AlreadyExists => {
			Failure::with(Kind::TemplateThere, [("file", name.clone())])
		}
		_ => Failure::file(&name, &error),
	})?;
	out.write_all(&bytes)
		.map_err(|error| Failure::file(&name, &error))?;
	if session.json {
		return session.say(&json!({ "file": name }).to_string());
	}
	session.say(&session.texts.label(Label::TemplateMade, &[("file", name)]))
}

/// Checks a list, writes its report and says what is in it.
///
/// # Errors
///
/// It is no list, or has errors.
pub fn check_list(session: &Session, arguments: &Check) -> Result<Right, Failure> {
	let name = arguments.file.display().to_string();
	let bytes = bytes_of(&arguments.file)?;
	let folder = arguments.file.parent().unwrap_or(Path::new(""));
	let checked = read(session, &name, folder, &bytes, &arguments.reading)?;
	let right = Right {
		report: report_beside(&arguments.file),
		file: name,
		checked,
	};
	let written = fs::write(&right.report, right.checked.report.csv(session.language));
	written.map_err(|error| Failure::file(right.report.display(), &error))?;
	tell(session, &right)?;
	Ok(right)
}

/// The bytes of a list; of a folder, the list of the credentials in it, in CADENA's form.
fn bytes_of(file: &Path) -> Result<Vec<u8>, Failure> {
	let failed = |error: io::Error| Failure::file(file.display(), &error);
	if !file.is_dir() {
		return fs::read(file).map_err(failed);
	}
	let mut credentials = Vec::new();
	for entry in fs::read_dir(file).map_err(failed)? {
		let path = entry.map_err(failed)?.path();
		if path.extension() == Some(OsStr::new("json")) {
			let bytes = fs::read(&path).map_err(failed)?;
			credentials.push((path.display().to_string(), bytes));
		}
	}
	if credentials.is_empty() {
		let details = [("file", file.display().to_string())];
		return Err(Failure::with(Kind::NoCredentials, details));
	}
	credentials.sort();
	aeo_lists::of_cadena(&credentials).map_err(|refused| {
		let details = [
			("file", refused.file),
			("member", refused.member.to_owned()),
		];
		Failure::with(Kind::NotCadena, details)
	})
}

/// Reads a list, its documents beside it in a folder.
///
/// # Errors
///
/// It is no list. What is wrong with its rows is in its report.
pub fn read(
	session: &Session,
	name: &str,
	folder: &Path,
	bytes: &[u8],
	reading: &Reading,
) -> Result<Checked, Failure> {
	let documents = |written: &str| {
		// A file beside the list, and none elsewhere: the list is somebody else's word.
		let is_beside = Path::new(written).file_name() == Some(OsStr::new(written));
		let read = is_beside
			.then(|| fs::read(folder.join(written)).ok())
			.flatten();
		read.map(|bytes| document_of(&bytes))
	};
	let bar = progress::bar(session, Label::Checking, 0);
	let shown = |done: usize, all: usize| {
		bar.set_length(all.try_into().unwrap_or(u64::MAX));
		bar.set_position(done.try_into().unwrap_or(u64::MAX));
	};
	let options = Options {
		profile: profile(reading)?,
		today: today(),
		documents: &documents,
		progress: &shown,
	};
	keep_readers_quiet();
	let outcome = check(bytes, &options);
	bar.finish_and_clear();
	outcome.map_err(|why| {
		let texts = session.texts.of_lists();
		let details = [("file", name.to_owned()), ("why", why.sentence(texts))];
		Failure::with(Kind::NotAList, details)
	})
}

/// Shows nothing where the reader of spreadsheets gives up on a damaged one: it is refused with a sentence.
fn keep_readers_quiet() {
	let before = panic::take_hook();
	panic::set_hook(Box::new(move |info| {
		let is_of_reader = info
			.location()
			.is_some_and(|place| place.file().contains("calamine"));
		if !is_of_reader {
			before(info);
		}
	}));
}

/// Says what was found: as JSON all of it, otherwise the first errors.
fn tell(session: &Session, right: &Right) -> Result<(), Failure> {
	let Right { file, checked, .. } = right;
	let report = right.report.display().to_string();
	let errors = checked.report.errors();
	let notes = checked.report.entries.len().saturating_sub(errors);
	if session.json {
		for entry in &checked.report.entries {
			session.say(&line(session, entry))?;
		}
		let summary = json!({
			"file": file,
			"report": report,
			"rows": checked.read,
			"certificates": checked.rows.len(),
			"errors": errors,
			"notes": notes,
			"document": format!("{:#x}", checked.document),
		});
		session.say(&summary.to_string())?;
	} else {
		let is_error = |entry: &&Entry| entry.finding.severity() == Severity::Error;
		let wrong = checked.report.entries.iter().filter(is_error);
		show(session, wrong, &report)?;
		let about_the_list = checked
			.report
			.entries
			.iter()
			.filter(|entry| entry.row.is_none());
		for entry in about_the_list {
			session.tell(&words(session, entry));
		}
		let details = [
			("rows", checked.read.to_string()),
			("certificates", checked.rows.len().to_string()),
			("errors", errors.to_string()),
			("notes", notes.to_string()),
			("report", report.clone()),
		];
		session.say(&session.texts.label(Label::Checked, &details))?;
	}
	if errors == 0 {
		return Ok(());
	}
	let details = [
		("errors", errors.to_string()),
		("file", file.clone()),
		("report", report),
	];
	Err(Failure::with(Kind::ListRows, details))
}

/// Shows the first of some entries, and how many more there are; as JSON all of them.
pub fn show<'a>(
	session: &Session,
	mut entries: impl Iterator<Item = &'a Entry>,
	report: &str,
) -> Result<(), Failure> {
	if session.json {
		return entries.try_for_each(|entry| session.say(&line(session, entry)));
	}
	let mut more = 0_usize;
	for (place, entry) in entries.enumerate() {
		if place < SHOWN {
			session.tell(&words(session, entry));
		} else {
			more += 1;
		}
	}
	if more > 0 {
		let details = [("count", more.to_string()), ("report", report.into())];
		session.tell(&session.texts.label(Label::CheckMore, &details));
	}
	Ok(())
}

/// Returns an entry as people read it.
fn words(session: &Session, entry: &Entry) -> String {
	let mut details = vec![
		("code", entry.finding.code().to_owned()),
		("sentence", entry.sentence(session.texts.of_lists())),
	];
	let label = match (entry.row, entry.column.is_empty()) {
		(None, true) => Label::CheckList,
		(None, false) => Label::CheckColumn,
		(Some(row), is_without) => {
			details.push(("row", row.to_string()));
			let column = if is_without { "–" } else { &entry.column };
			details.push(("column", column.into()));
			return session.texts.label(Label::CheckRow, &details);
		}
	};
	details.push(("column", entry.column.clone()));
	session.texts.label(label, &details)
}

/// Returns an entry as programs read it.
fn line(session: &Session, entry: &Entry) -> String {
	let severity = match entry.finding.severity() {
		Severity::Error => "error",
		Severity::Note => "note",
	};
	json!({
		"row": entry.row,
		"column": entry.column,
		"value": entry.value,
		"code": entry.finding.code(),
		"severity": severity,
		"sentence": entry.sentence(session.texts.of_lists()),
	})
	.to_string()
}

/// Returns the list's profile, with what was typed besides.
fn profile(arguments: &Reading) -> Result<Profile, Failure> {
	let named = arguments.profile.as_deref().map(read_profile).transpose()?;
	let mut typed = Profile::default();
	typed.territory = arguments.territory;
	typed.programme.clone_from(&arguments.programme);
	typed.default_type.clone_from(&arguments.r#type);
	typed.dates = arguments.dates.as_deref().and_then(order_named);
	typed.number_from = arguments
		.number_from
		.as_deref()
		.and_then(|source| source.parse().ok());
	Ok(named.unwrap_or_default().with(typed))
}

/// Reads a profile: a file, else one that comes with the program.
fn read_profile(named: &str) -> Result<Profile, Failure> {
	let text = match fs::read_to_string(named) {
		Ok(text) => text,
		Err(error) if error.kind() == io::ErrorKind::NotFound => {
			let known = Profile::shipped().collect::<Vec<_>>().join(", ");
			let details = [("profile", named.to_owned()), ("known", known)];
			let shipped = Profile::shipped_text(named);
			shipped
				.ok_or_else(|| Failure::with(Kind::ProfileUnknown, details))?
				.to_owned()
		}
		Err(error) => return Err(Failure::file(named, &error)),
	};
	Profile::parse(&text).map_err(|why| {
		let details = [("profile", named.to_owned()), ("why", why.to_string())];
		Failure::with(Kind::ProfileWrong, details)
	})
}

/// Returns the report's file: beside the list, its whole name in front.
fn report_beside(list: &Path) -> PathBuf {
	let mut name = list.as_os_str().to_owned();
	name.push(".report.csv");
	name.into()
}

/// Returns the day it is where a day ends last: what is over there is over at every issuer. What is said to
/// have expired is held against it.
fn today() -> Option<Date> {
	let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
	Date::at(now.as_millis().try_into().ok()?, UtcOffset::LAST).ok()
}
