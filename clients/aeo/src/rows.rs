//! Files of rows, as CSV: the cells by the names of their columns.

use crate::{
	failure::{Failure, Kind},
	text::Label,
	Session,
};
use std::{fs::File, path::Path};

/// A row.
pub struct Cells<'a> {
	headings: &'a csv::StringRecord,
	record: &'a csv::StringRecord,
}

impl Cells<'_> {
	/// The cell of a column; empty where there is no such column.
	pub fn get(&self, column: &str) -> &str {
		let place = self.headings.iter().position(|heading| heading == column);
		place
			.and_then(|place| self.record.get(place))
			.unwrap_or_default()
	}
}

/// Reads all rows of a file, whose first row names at least `columns`. The error of `read` is the column that can't be
/// read; all such rows are told.
///
/// # Errors
///
/// It is no such file, or some of its rows can't be read.
pub fn of_file<T>(
	session: &Session,
	file: &Path,
	columns: &[&str],
	read: impl Fn(&Cells) -> Result<T, &'static str>,
) -> Result<Vec<T>, Failure> {
	let name = || ("file", file.display().to_string());
	let open = File::open(file).map_err(|error| Failure::file(file.display(), &error))?;
	let mut reader = csv::ReaderBuilder::new()
		.trim(csv::Trim::All)
		.from_reader(open);
	let not_csv =
		|error: csv::Error| Failure::with(Kind::NotATable, [name(), ("why", error.to_string())]);
	let headings = reader.headers().map_err(not_csv)?.clone();
	let is_there = |column: &&str| headings.iter().any(|heading| heading == *column);
	if !columns.iter().all(is_there) {
		let columns = ("columns", columns.join(", "));
		return Err(Failure::with(Kind::ColumnsMissing, [name(), columns]));
	}
	let mut rows = Vec::new();
	let mut wrong = 0_u32;
	for (row, record) in reader.records().enumerate() {
		let record = record.map_err(not_csv)?;
		let cells = Cells {
			headings: &headings,
			record: &record,
		};
		match read(&cells) {
			Ok(read) => rows.push(read),
			Err(column) => {
				wrong = wrong.saturating_add(1);
				// The first row is the headings.
				let line = row.saturating_add(2).to_string();
				let details = [("row", line), ("column", column.to_owned())];
				session.tell(&session.texts.label(Label::CellRefused, &details));
			}
		}
	}
	if wrong > 0 {
		let details = [("rows", wrong.to_string())];
		return Err(Failure::with(Kind::RowsRefused, details));
	}
	Ok(rows)
}
