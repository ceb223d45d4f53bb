//! What a list's file holds, whatever its format: lines of cells.

/// Most bytes of a file: some 300,000 rows.
pub const MAX_BYTES: usize = 64 << 20;

/// Most rows of a list.
pub const MAX_ROWS: usize = 200_000;

/// Most columns that are looked at; what stands further right is no list.
pub(crate) const MAX_COLUMNS: usize = 256;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Cell {
	/// Nothing, or nothing but white space.
	#[default]
	Empty,
	/// Text, without white space at its ends.
	Text(String),
	/// A number, as spreadsheets keep them: with 15 digits.
	Number(f64),
	/// A day that the spreadsheet keeps as one: year, month, day.
	Day(u16, u8, u8),
	/// What the spreadsheet shows instead of a value: `#N/A`.
	Fault(String),
}

impl Cell {
	/// Returns the cell of a text.
	pub(crate) fn of(text: &str) -> Self {
		let text = text.trim_matches(|c: char| {
			c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{1a}')
		});
		match text {
			"" => Self::Empty,
			"#N/A" | "#N/D" | "#REF!" | "#¡REF!" | "#VALUE!" | "#¡VALOR!" | "#VALOR!"
			| "#NAME?" | "#¿NOMBRE?" | "#DIV/0!" | "#¡DIV/0!" | "#NULL!" | "#NUM!" | "#¡NUM!" => {
				Self::Fault(text.into())
			}
			_ => Self::Text(text.chars().map(western).collect()),
		}
	}

	/// Returns whether there is nothing.
	pub(crate) const fn is_empty(&self) -> bool {
		matches!(self, Self::Empty)
	}

	/// Returns the cell as the spreadsheet shows it.
	pub(crate) fn shown(&self) -> String {
		match self {
			Self::Empty => String::new(),
			Self::Text(text) | Self::Fault(text) => text.clone(),
			Self::Number(number) => number_text(*number),
			Self::Day(year, month, day) => format!("{year:04}-{month:02}-{day:02}"),
		}
	}
}

/// Returns a digit of another script as the one that has its value: Arabic, Persian, of Devanagari and Bengali, Thai, or as
/// wide as a sign of Chinese.
fn western(character: char) -> char {
	const ZEROS: [char; 6] = ['٠', '۰', '०', '০', '๐', '０'];
	let value = |zero: &char| u32::from(character).checked_sub(u32::from(*zero));
	let mut values = ZEROS.iter().filter_map(value);
	values
		.find_map(|value| char::from_digit(value, 10))
		.unwrap_or(character)
}

/// Returns a number as text: a whole one with all its digits, `3.1E+16` where they are lost.
fn number_text(number: f64) -> String {
	if number.fract() == 0.0 && number.abs() < 1e15 {
		format!("{number:.0}")
	} else if number.abs() >= 1e15 {
		format!("{number:E}").replacen('E', "E+", 1)
	} else {
		number.to_string()
	}
}

/// A line with something in it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
	/// The row as the spreadsheet numbers it, from 1.
	pub number: u32,
	/// Its cells, the first column's first; what lies behind them is empty.
	pub cells: Vec<Cell>,
}

impl Line {
	/// Returns the cell of a column, counted from 0.
	pub(crate) fn cell(&self, column: usize) -> &Cell {
		self.cells.get(column).unwrap_or(&Cell::Empty)
	}

	/// Returns how many cells have something in them.
	pub(crate) fn filled(&self) -> usize {
		self.cells.iter().filter(|cell| !cell.is_empty()).count()
	}
}

/// The lines of a sheet; blank ones are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Grid {
	/// The lines with something in them, in their order.
	pub lines: Vec<Line>,
	/// The blocks of cells that are one cell: the row and the columns, counted as in [`Line`].
	pub merged: Vec<Merged>,
}

/// A block of cells that the spreadsheet shows as one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Merged {
	/// First and last row, from 1.
	pub rows: (u32, u32),
	/// First and last column, from 0.
	pub columns: (usize, usize),
}

/// Returns a column's letters, as spreadsheets name it.
pub(crate) fn letters(column: usize) -> String {
	let mut rest = column.saturating_add(1);
	let mut letters = String::new();
	while rest > 0 {
		let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
		letters.insert(0, char::from(b'A' + digit));
		rest = (rest - 1) / 26;
	}
	letters
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn digits_of_other_scripts_should_be_read_by_their_values() {
		for written in [
			"٢٠٢٦/٠٤/١٣",
			"۲۰۲۶/۰۴/۱۳",
			"२०२६/०४/१३",
			"২০২৬/০৪/১৩",
			"๒๐๒๖/๐๔/๑๓",
			"２０２６/０４/１３",
		] {
			assert_eq!(Cell::of(written), Cell::Text("2026/04/13".into()));
		}
		assert_eq!(Cell::of("9a٩ ª²年"), Cell::Text("9a9 ª²年".into()));
	}

	#[test]
	fn cells_should_show_what_the_spreadsheet_shows() {
		assert_eq!(Cell::Number(20_100_070_970.0).shown(), "20100070970");
		assert_eq!(Cell::Number(3.1e16).shown(), "3.1E+16");
		assert_eq!(Cell::of(" \u{a0}x\u{a0} "), Cell::Text("x".into()));
		assert_eq!(Cell::of("\u{a0}"), Cell::Empty);
	}

	#[test]
	fn letters_should_be_those_of_the_spreadsheet() {
		let named = [0, 25, 26, 51, 52, 701, 702].map(letters);
		assert_eq!(named, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
	}
}
