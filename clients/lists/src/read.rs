//! A file's bytes, as lines of cells.

use crate::{
	decode::{decode, Encoding},
	delimited::{named_separator, parse, Delimited, SEPARATORS},
	grid::{Grid, MAX_BYTES, MAX_ROWS},
	profile::Profile,
	refusal::NotAList,
	table::recognised,
	workbook,
};

/// How many rows are looked at to find out what separates fields.
const SAMPLE: usize = 40;

/// What a file holds, and what is to be told about how it was read.
#[derive(Debug)]
pub(crate) struct Sheet {
	/// Its cells.
	pub grid: Grid,
	/// The encoding of a text, and words to look at where it is a guess.
	pub text: Option<(Encoding, Vec<String>)>,
	/// The other visible sheets of a spreadsheet.
	pub other_sheets: Vec<String>,
	/// Whether the last row ends as it should: a spreadsheet's always does.
	pub ended: bool,
}

/// Reads a file.
///
/// # Errors
///
/// The [`NotAList`] why it can't be read.
pub(crate) fn read(bytes: &[u8], profile: &Profile) -> Result<Sheet, NotAList> {
	if bytes.len() > MAX_BYTES {
		return Err(NotAList::TooLarge);
	}
	if let Some(format) = workbook::format(bytes)? {
		let read = workbook::read(bytes, format, profile.sheet.as_deref())?;
		return Ok(Sheet {
			grid: read.grid,
			text: None,
			other_sheets: read.others,
			ended: true,
		});
	}
	let decoded = decode(bytes, profile.encoding, profile.territory).ok_or(NotAList::Binary)?;
	if decoded.text.trim().is_empty() {
		return Err(NotAList::Empty);
	}
	refuse_markup(&decoded.text)?;
	let Delimited { grid, ended, open } = delimited(&decoded.text, profile);
	if let Some(open) = open {
		return Err(NotAList::Cut { row: open.row });
	}
	if grid.lines.len() > MAX_ROWS {
		return Err(NotAList::TooLarge);
	}
	Ok(Sheet {
		grid,
		text: Some((decoded.encoding, decoded.samples)),
		other_sheets: Vec::new(),
		ended,
	})
}

/// Refuses pages of the web, which many a system calls `.xls`, and Excel 2003's XML.
fn refuse_markup(text: &str) -> Result<(), NotAList> {
	let start: String = text
		.trim_start()
		.chars()
		.take(2_000)
		.collect::<String>()
		.to_lowercase();
	if start.starts_with("<?xml") && start.contains("urn:schemas-microsoft-com:office") {
		return Err(NotAList::OldXml);
	}
	let is_markup = start.starts_with('<')
		&& [
			"<html",
			"<!doctype",
			"<table",
			"<head",
			"<meta",
			"<body",
			"<?xml",
			"<style",
			"<div",
			"<!--",
		]
		.iter()
		.any(|tag| start.starts_with(tag));
	if is_markup {
		return Err(NotAList::Html);
	}
	Ok(())
}

/// Reads a text by the separator that it names, else the one that shows the most headings.
fn delimited(text: &str, profile: &Profile) -> Delimited {
	let (named, text) = named_separator(text);
	let limit = MAX_ROWS + 1;
	if let Some(separator) = named {
		return parse(text, separator, limit);
	}
	let mut best = ((0, 0), ',');
	for separator in SEPARATORS {
		let sample = parse(text, separator, SAMPLE);
		let separated = sample.grid.lines.iter().filter(|line| line.cells.len() > 1);
		let score = match separated.count() {
			0 => continue,
			// Where no heading is understood, what separates most lines does.
			lines => (recognised(&sample.grid, profile), lines),
		};
		if score > best.0 {
			best = (score, separator);
		}
	}
	parse(text, best.1, limit)
}
