//! Text with separators: CSV and what calls itself so.
//!
//! Read here and not by a library: those leave blank lines out, so that rows can't be numbered as the
//! spreadsheet does, and none says that a quote was never closed.

use crate::grid::{Cell, Grid, Line, MAX_COLUMNS};

/// What separates fields, in the order in which they are tried.
pub(crate) const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// A text ends inside a row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Open {
	/// The row in which a quote is opened and never closed, from 1.
	pub row: u32,
}

/// What a text with separators holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Delimited {
	/// Its lines.
	pub grid: Grid,
	/// Whether the last row ends with a line break.
	pub ended: bool,
	/// Where the text ends within a quote; its rows are those before.
	pub open: Option<Open>,
}

/// Returns the separator that a first line `sep=;` names, and the text behind that line: spreadsheets
/// don't show it, nor count it.
pub(crate) fn named_separator(text: &str) -> (Option<char>, &str) {
	let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
	let first = first.trim_end_matches('\r').trim_matches('"');
	let named = first
		.get(..4)
		.filter(|start| start.eq_ignore_ascii_case("sep="))
		.and_then(|_| first.get(4..));
	let mut characters = named.unwrap_or_default().chars();
	match (characters.next(), characters.next()) {
		(Some(separator), None) => (Some(separator), rest),
		// A tab at the end of the line is often lost.
		(None, _) if named.is_some() => (Some('\t'), rest),
		_ => (None, text),
	}
}

/// Reads the first `limit` rows of a text.
pub(crate) fn parse(text: &str, separator: char, limit: usize) -> Delimited {
	let mut lines = Vec::new();
	let mut cells = Vec::new();
	let mut number: u32 = 1;
	let mut rest = text.chars().peekable();
	let mut ended = true;
	let mut open = None;
	while rest.peek().is_some() && lines.len() < limit {
		let Some(field) = field(&mut rest, separator) else {
			open = Some(Open { row: number });
			break;
		};
		cells.push(Cell::of(&unwrapped(&field)));
		match rest.next() {
			Some(character) if character == separator => {
				// A separator at the very end of the text has an empty field behind it.
				if rest.peek().is_none() {
					cells.push(Cell::Empty);
					ended = false;
				} else {
					continue;
				}
			}
			Some('\r') => {
				rest.next_if_eq(&'\n');
			}
			Some(_) => {}
			None => ended = false,
		}
		cells.truncate(MAX_COLUMNS);
		let line = Line {
			number,
			cells: std::mem::take(&mut cells),
		};
		if line.filled() > 0 {
			lines.push(line);
		}
		number = number.saturating_add(1);
	}
	let merged = Vec::new();
	Delimited {
		grid: Grid { lines, merged },
		ended,
		open,
	}
}

/// Reads a field up to the separator or line break behind it; none where a quote isn't closed.
fn field(rest: &mut std::iter::Peekable<std::str::Chars<'_>>, separator: char) -> Option<String> {
	let mut field = String::new();
	while rest.next_if_eq(&' ').is_some() {}
	if rest.next_if_eq(&'"').is_some() {
		loop {
			match rest.next()? {
				'"' if rest.next_if_eq(&'"').is_some() => field.push('"'),
				'"' => break,
				character => field.push(character),
			}
		}
	}
	while let Some(character) = rest.next_if(|c| *c != separator && *c != '\n' && *c != '\r') {
		field.push(character);
	}
	Some(field)
}

/// Returns a field without what keeps a spreadsheet from reading it as a number or a formula: `="01"`,
/// and an apostrophe in front.
fn unwrapped(field: &str) -> String {
	let field = field.trim();
	let field = field
		.strip_prefix("=\"")
		.and_then(|rest| rest.strip_suffix('"'))
		.unwrap_or(field);
	plain(field).into()
}

/// Returns a text without the apostrophe that makes it one: in front of digits, letters and what begins
/// a formula.
pub(crate) fn plain(text: &str) -> &str {
	text.strip_prefix('\'').unwrap_or(text)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn rows(text: &str, separator: char) -> Vec<(u32, Vec<String>)> {
		let delimited = parse(text, separator, usize::MAX);
		let shown = |line: &Line| line.cells.iter().map(Cell::shown).collect();
		let lines = delimited.grid.lines.iter();
		lines.map(|line| (line.number, shown(line))).collect()
	}

	fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
		(number, cells.iter().map(ToString::to_string).collect())
	}

	#[test]
	fn parse_should_number_rows_as_the_spreadsheet_does() {
		let text = "a,b\r\n\r\n\"x\ny\",\"say \"\"no\"\"\"\r,\n=\"007\",'0012";
		let expected = [
			row(1, &["a", "b"]),
			row(3, &["x\ny", "say \"no\""]),
			row(5, &["007", "0012"]),
		];
		assert_eq!(rows(text, ','), expected);
	}

	#[test]
	fn parse_should_say_where_a_quote_is_not_closed() {
		let open = parse("a,b\n1,\"2\n3,4\n", ',', usize::MAX);
		assert_eq!(open.open, Some(Open { row: 2 }));
		assert_eq!(open.grid.lines.len(), 1, "what stands before is read");
	}

	#[test]
	fn parse_should_tell_whether_the_last_row_ends() {
		for (text, ended) in [
			("a,b\n", true),
			("a,b", false),
			("a,", false),
			("a,\n", true),
		] {
			let delimited = parse(text, ',', usize::MAX);
			assert_eq!(delimited.ended, ended, "{text:?}");
		}
		assert_eq!(rows("a,", ','), [row(1, &["a", ""])]);
	}

	#[test]
	fn named_separator_should_not_be_a_row() {
		assert_eq!(named_separator("sep=;\r\na;b"), (Some(';'), "a;b"));
		assert_eq!(named_separator("SEP=|\na|b"), (Some('|'), "a|b"));
		assert_eq!(named_separator("sep=\na\tb"), (Some('\t'), "a\tb"));
		assert_eq!(named_separator("sep,b\n"), (None, "sep,b\n"));
	}
}
