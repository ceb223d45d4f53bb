//! `aeo list`: lists of certificates, as administrations keep them.

use crate::{
	cli::{Check, List},
	failure::{Failure, Kind},
	progress,
	text::Label,
	Session,
};
use aeo_lists::{
	check, document_of, order_named, template, Checked, Entry, Language, Options, Profile,
	Severity, Texts,
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
		List::Check(arguments) => check_list(session, &arguments),
	}
}

/// Returns the language of what the library says.
fn language(session: &Session) -> Language {
	session.language.code().parse().unwrap_or_default()
}

fn write_template(session: &Session, file: &Path) -> Result<(), Failure> {
	let name = file.display().to_string();
	let made = template(language(session))
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

fn check_list(session: &Session, arguments: &Check) -> Result<(), Failure> {
	let name = arguments.file.display().to_string();
	let profile = profile(arguments)?;
	let bytes = fs::read(&arguments.file).map_err(|error| Failure::file(&name, &error))?;
	let folder = arguments.file.parent().unwrap_or(Path::new("")).to_owned();
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
		profile,
		today: today(),
		documents: &documents,
		progress: &shown,
	};
	let texts = Texts::of(language(session));
	keep_readers_quiet();
	let outcome = check(&bytes, &options);
	bar.finish_and_clear();
	let checked = outcome.map_err(|why| {
		let details = [("file", name.clone()), ("why", why.sentence(&texts))];
		Failure::with(Kind::NotAList, details)
	})?;
	let report = report_beside(&arguments.file);
	let written = fs::write(&report, checked.report.csv(language(session)));
	let report = report.display().to_string();
	written.map_err(|error| Failure::file(&report, &error))?;
	tell(session, &texts, &name, &report, &checked)
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
fn tell(
	session: &Session,
	texts: &Texts,
	file: &str,
	report: &str,
	checked: &Checked,
) -> Result<(), Failure> {
	let errors = checked.report.errors();
	let notes = checked.report.entries.len().saturating_sub(errors);
	if session.json {
		for entry in &checked.report.entries {
			session.say(&line(texts, entry))?;
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
		for entry in checked.report.entries.iter().filter(is_error).take(SHOWN) {
			session.tell(&words(session, texts, entry));
		}
		if errors > SHOWN {
			let details = [
				("count", (errors - SHOWN).to_string()),
				("report", report.into()),
			];
			session.tell(&session.texts.label(Label::CheckMore, &details));
		}
		let about_the_list = checked
			.report
			.entries
			.iter()
			.filter(|entry| entry.row.is_none());
		for entry in about_the_list {
			session.tell(&words(session, texts, entry));
		}
		let details = [
			("rows", checked.read.to_string()),
			("certificates", checked.rows.len().to_string()),
			("errors", errors.to_string()),
			("notes", notes.to_string()),
			("report", report.into()),
		];
		session.say(&session.texts.label(Label::Checked, &details))?;
	}
	if errors == 0 {
		return Ok(());
	}
	let details = [
		("errors", errors.to_string()),
		("file", file.into()),
		("report", report.into()),
	];
	Err(Failure::with(Kind::ListRows, details))
}

/// Returns an entry as people read it.
fn words(session: &Session, texts: &Texts, entry: &Entry) -> String {
	let mut details = vec![
		("code", entry.finding.code().to_owned()),
		("sentence", entry.sentence(texts)),
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
fn line(texts: &Texts, entry: &Entry) -> String {
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
		"sentence": entry.sentence(texts),
	})
	.to_string()
}

/// Returns the list's profile, with what was typed besides.
fn profile(arguments: &Check) -> Result<Profile, Failure> {
	let mut profile = match &arguments.profile {
		Some(named) => read_profile(named)?,
		None => Profile::default(),
	};
	profile.territory = arguments.territory.or(profile.territory);
	profile.dates = arguments
		.dates
		.as_deref()
		.and_then(order_named)
		.or(profile.dates);
	if let Some(programme) = &arguments.programme {
		profile.programme = Some(programme.clone());
	}
	if let Some(code) = &arguments.r#type {
		profile.default_type = Some(code.clone());
	}
	if let Some(source) = arguments
		.number_from
		.as_deref()
		.and_then(|source| source.parse().ok())
	{
		profile.number_from = source;
	}
	Ok(profile)
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
