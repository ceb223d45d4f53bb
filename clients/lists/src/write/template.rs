//! An empty list with its headings, an example and what each column is for.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::{csv, workbook::fill, COLUMNS};
use crate::texts::{Language, Texts};

/// A template, as CSV and as a spreadsheet.
#[derive(Clone, Debug)]
pub struct Template {
	/// As CSV.
	pub csv: Vec<u8>,
	/// As XLSX, with a second sheet that explains the columns.
	pub xlsx: Vec<u8>,
}

/// The example: a firm that doesn't exist, with a number whose check digit is right.
const EXAMPLE: [&str; 14] = [
	"MXNWM9709244W4",
	"MX-OEA-2026-0001",
	"OEA",
	"OEA",
	"IM EX",
	"Authorised",
	"2026-01-15",
	"2031-01-14",
	"2026-01-15",
	"",
	"",
	"",
	"",
	"",
];

/// Returns a template with headings and explanations in a language. The example is to be replaced.
///
/// # Errors
///
/// The spreadsheet can't be made.
pub fn template(language: Language) -> Result<Template, XlsxError> {
	let texts = Texts::of(language);
	let heading = |column: &crate::vocabulary::Column| {
		texts.say(
			&format!("list-column-{}", column.name().replace('_', "-")),
			&[],
		)
	};
	let headings: Vec<String> = COLUMNS.iter().map(heading).collect();
	let example = EXAMPLE.map(String::from).to_vec();
	let lines = [headings.clone(), example];

	let mut workbook = Workbook::new();
	fill(workbook.add_worksheet(), "AEO", &lines)?;
	let title = [
		texts.say("list-help-column", &[]),
		texts.say("list-help-meaning", &[]),
	];
	let mut explained = vec![title.to_vec()];
	for (column, heading) in COLUMNS.iter().zip(headings) {
		let meaning = texts.say(
			&format!("list-help-{}", column.name().replace('_', "-")),
			&[],
		);
		explained.push(vec![heading, meaning]);
	}
	let help = workbook.add_worksheet();
	fill(help, &texts.say("list-help-sheet", &[]), &explained)?;
	help.set_column_width(1, 110)?;
	help.set_column_format(1, &Format::new().set_text_wrap())?;
	Ok(Template {
		csv: csv(&lines),
		xlsx: workbook.save_to_buffer()?,
	})
}
