//! Where a list's headings are, what they say, and which lines below are rows.

use std::collections::BTreeMap;

use crate::{
	dates,
	fold::{fold, phrase},
	grid::{letters, Cell, Grid, Line, Merged},
	numbers,
	profile::{NumberFrom, Profile},
	refusal::NotAList,
	vocabulary::{meaning, Column, Meaning, Rank},
	words::{mark_of, roles_of, status_of, StatusWord},
};

/// Within how many rows the headings are.
const HEADING_ROWS: u32 = 20;

/// How many values of a column are looked at where its heading doesn't decide.
const VALUES: usize = 200;

/// A column that is read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Read {
	/// What it holds.
	pub column: Column,
	/// Its place, from 0.
	pub place: usize,
	/// Its heading, as the list writes it.
	pub heading: String,
}

impl Read {
	/// Returns the column as a person finds it: its letters and its heading.
	pub(crate) fn shown(&self) -> String {
		format!("{} {}", letters(self.place), self.heading)
	}
}

/// A line that is no row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Left {
	/// The headings once more, or numbers under them.
	Headings,
	/// A total, a page number, a note.
	Note,
	/// Not understood.
	Stray,
}

/// A list: its columns and its rows.
#[derive(Debug)]
pub(crate) struct Table {
	/// The columns that are read.
	pub columns: Vec<Read>,
	/// Columns whose heading is understood, and another is read instead.
	pub passed_over: Vec<(Read, Column)>,
	/// Columns of whose headings only a part is understood.
	pub in_part: Vec<Read>,
	/// The headings that are not understood.
	pub unknown: Vec<String>,
	/// What is not read, understood or not, and whether the profile says so.
	unread: Vec<(Read, bool)>,
	/// A column that says roles though it is headed as the type.
	pub roles_in_type: Option<Read>,
	/// The rows.
	pub rows: Vec<Line>,
	/// What is no row.
	pub left: Vec<(Line, Left)>,
}

impl Table {
	/// Returns the column of that, if there is one.
	pub(crate) fn read(&self, column: Column) -> Option<&Read> {
		self.columns.iter().find(|read| read.column == column)
	}

	/// Returns a row's cell of that column, and the column.
	pub(crate) fn cell<'a>(
		&'a self,
		line: &'a Line,
		column: Column,
	) -> (&'a Cell, Option<&'a Read>) {
		match self.read(column) {
			Some(read) => (line.cell(read.place), Some(read)),
			None => (&Cell::Empty, None),
		}
	}
}

/// A row, or two, of headings.
#[derive(Debug)]
struct Headings {
	/// The index of the last line of them.
	last: usize,
	/// The heading of each column, and what it says.
	columns: Vec<(String, Option<Meaning>)>,
	/// The lines themselves, as they are compared.
	lines: Vec<Vec<String>>,
}

impl Headings {
	/// Returns how many columns are understood; those that are read count far more.
	fn score(&self) -> usize {
		let columns = || self.columns.iter().filter_map(|(_, meaning)| *meaning);
		let mut read: Vec<Column> = columns()
			.filter(|meaning| meaning.rank > Rank::Part)
			.map(|meaning| meaning.column)
			.filter(|column| *column != Column::Unread)
			.collect();
		read.sort_unstable();
		read.dedup();
		let unread = columns()
			.filter(|meaning| meaning.column == Column::Unread)
			.count();
		let parts = columns()
			.filter(|meaning| meaning.rank == Rank::Part)
			.count();
		// Two rows are headings only where they say more than each alone: a title says nothing of columns.
		let said = (read.len() * 100 + unread * 3 + parts) * 2;
		said.saturating_sub(self.lines.len().saturating_sub(1))
	}

	/// Returns whether a line says them once more: as they are, or what is above and what is below in one line.
	fn come_again(&self, line: &[String]) -> bool {
		let says = |(place, cell): (usize, &String)| {
			let mut above = self.lines.iter().filter_map(|line| line.get(place));
			cell.is_empty() || above.any(|heading| heading == cell)
		};
		let filled = line.iter().filter(|cell| !cell.is_empty()).count();
		filled > 1 && line.iter().enumerate().all(says)
	}

	/// Returns whether they are those of a list: a trader's number, and something about a certificate.
	fn are_of_a_list(&self) -> bool {
		let has = |wanted: fn(Column) -> bool| {
			self.columns
				.iter()
				.filter_map(|(_, meaning)| *meaning)
				.any(|meaning| wanted(meaning.column))
		};
		has(|column| column == Column::Tin)
			&& has(|column| {
				!matches!(
					column,
					Column::Tin | Column::Unread | Column::CheckDigit | Column::Country
				)
			})
	}
}

/// Returns how many headings are understood in the row that has the most.
pub(crate) fn recognised(grid: &Grid, profile: &Profile) -> usize {
	candidates(grid, profile)
		.iter()
		.map(Headings::score)
		.max()
		.unwrap_or_default()
}

/// Returns the rows that may be the headings.
fn candidates(grid: &Grid, profile: &Profile) -> Vec<Headings> {
	let is_candidate = |line: &Line| match profile.heading_row {
		Some(row) => line.number == row,
		None => line.number <= HEADING_ROWS,
	};
	let mut found = Vec::new();
	for (index, line) in grid.lines.iter().enumerate() {
		if !is_candidate(line) {
			continue;
		}
		found.push(single(index, line, profile));
		if let Some(below) = grid.lines.get(index + 1) {
			let goes_on = below.number == line.number + 1 && below.filled() > 1;
			if goes_on && !has_data(below) && !is_title(line, below) {
				found.push(pair(index, grid, line, below, profile));
			}
		}
	}
	found
}

/// Returns whether a line is a title, and says nothing of the columns: it stands alone where they begin.
fn is_title(line: &Line, below: &Line) -> bool {
	let first = |line: &Line| line.cells.iter().position(|cell| !cell.is_empty());
	line.filled() == 1 && first(line) <= first(below)
}

/// Returns the headings of one line.
fn single(index: usize, line: &Line, profile: &Profile) -> Headings {
	let shown: Vec<String> = line.cells.iter().map(Cell::shown).collect();
	Headings {
		last: index,
		columns: shown
			.iter()
			.map(|heading| (one_line(heading), said(heading, profile)))
			.collect(),
		lines: vec![compared(line)],
	}
}

/// Returns the headings of two lines: what stands above is said of each column below it.
fn pair(index: usize, grid: &Grid, above: &Line, below: &Line, profile: &Profile) -> Headings {
	let width = above.cells.len().max(below.cells.len());
	let mut group = String::new();
	let mut columns = Vec::new();
	for place in 0..width {
		let (top, bottom) = (above.cell(place).shown(), below.cell(place).shown());
		let block = grid.merged.iter().find(|block| {
			block.rows.0 <= above.number
				&& above.number <= block.rows.1
				&& block.columns.0 <= place
				&& place <= block.columns.1
		});
		if !top.is_empty() {
			// With nothing below it, a heading is that of its own column alone.
			group = if bottom.is_empty() {
				String::new()
			} else {
				top.clone()
			};
		} else if let Some(block) = block {
			group = above.cell(block.columns.0).shown();
		} else if bottom.is_empty() || !grid.merged.is_empty() {
			group.clear();
		}
		let top = if top.is_empty() {
			group.as_str()
		} else {
			top.as_str()
		};
		let both = one_line(&format!("{top} {bottom}"));
		let (whole, alone) = (said(&both, profile), said(&bottom, profile));
		let is_sure = whole.is_some_and(|meaning| meaning.rank > Rank::Part);
		let meaning = if is_sure { whole } else { alone.or(whole) };
		columns.push((both, meaning));
	}
	Headings {
		last: index + 1,
		columns,
		lines: vec![compared(above), compared(below)],
	}
}

/// Returns whether a line has what only rows have: a date, or a long number.
fn has_data(line: &Line) -> bool {
	line.cells.iter().any(|cell| match cell {
		Cell::Number(_) | Cell::Day(..) => true,
		Cell::Text(text) => text.bytes().filter(u8::is_ascii_digit).count() >= 5,
		Cell::Empty | Cell::Fault(_) => false,
	})
}

/// Returns what a heading says, the profile asked first.
fn said(heading: &str, profile: &Profile) -> Option<Meaning> {
	let folded = phrase(heading);
	let named = profile
		.headings
		.iter()
		.find(|(known, _)| !folded.is_empty() && phrase(known) == folded);
	match named {
		Some((_, column)) => Some(Meaning {
			column: *column,
			rank: Rank::Profile,
			preference: 0,
		}),
		None => meaning(heading),
	}
}

/// Returns a text with all white space as single spaces.
fn one_line(text: &str) -> String {
	text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns a line as it is compared with others.
fn compared(line: &Line) -> Vec<String> {
	let mut cells: Vec<String> = line
		.cells
		.iter()
		.map(|cell| phrase(&cell.shown()))
		.collect();
	while cells.last().is_some_and(String::is_empty) {
		cells.pop();
	}
	cells
}

/// Finds the headings of a list, and its rows.
///
/// # Errors
///
/// There are no headings, no rows, two columns are headed alike, one is missing, or the text ends
/// within a row.
pub(crate) fn locate(
	grid: Grid,
	ended: bool,
	other_sheets: &[String],
	profile: &Profile,
) -> Result<Table, NotAList> {
	if grid.lines.is_empty() {
		return Err(NotAList::Empty);
	}
	let mut headings: Option<Headings> = None;
	let mut nearest = ((0, 0), Vec::new());
	for candidate in candidates(&grid, profile) {
		let score = candidate.score();
		// Where nothing is understood, the fullest row is shown.
		let filled = candidate
			.columns
			.iter()
			.filter(|(heading, _)| !heading.is_empty());
		let closeness = (score, filled.count());
		if candidate.are_of_a_list() && headings.as_ref().is_none_or(|best| best.score() < score) {
			headings = Some(candidate);
		} else if closeness > nearest.0 {
			let shown = candidate.columns.into_iter().map(|(heading, _)| heading);
			nearest = (
				closeness,
				shown.filter(|heading| !heading.is_empty()).collect(),
			);
		}
	}
	let Some(headings) = headings else {
		return Err(NotAList::NoHeadings {
			nearest: nearest.1,
			sheets: other_sheets.to_vec(),
		});
	};
	for (heading, column) in &profile.headings {
		// A profile names several headings for lists that differ; one of them is enough.
		let is_there = |(heading, _): &&(String, Column)| {
			headings
				.columns
				.iter()
				.any(|(shown, _)| phrase(shown) == phrase(heading))
		};
		let alternatives = || profile.headings.iter().filter(|(_, of)| of == column);
		if alternatives().find(is_there).is_none() && !profile.to_be_confirmed {
			return Err(NotAList::NoSuchHeading {
				heading: heading.clone(),
				headings: headings
					.columns
					.iter()
					.map(|(shown, _)| shown.clone())
					.filter(|shown| !shown.is_empty())
					.collect(),
			});
		}
	}
	let mut below: Vec<Line> = grid.lines.into_iter().skip(headings.last + 1).collect();
	spread(&mut below, &grid.merged);
	let width = headings.columns.len();
	if !ended {
		refuse_cut(&below, width)?;
	}
	let (rows, left) = rows_of(below, &headings);
	if rows.is_empty() {
		return Err(NotAList::HeadingsOnly);
	}
	let mut table = Table {
		columns: Vec::new(),
		passed_over: Vec::new(),
		in_part: Vec::new(),
		unknown: Vec::new(),
		unread: Vec::new(),
		roles_in_type: None,
		rows,
		left,
	};
	resolve(headings, &mut table)?;
	name_days(&mut table, profile);
	reassign(&mut table, profile);
	ensure_complete(&table, profile)?;
	ensure_sure(&table)?;
	Ok(table)
}

/// Writes what a block of merged cells shows into each of its rows: a firm with a row for each role is
/// often written so.
fn spread(lines: &mut [Line], merged: &[Merged]) {
	for block in merged.iter().filter(|block| block.rows.0 < block.rows.1) {
		let place = block.columns.0;
		let first = lines.binary_search_by_key(&block.rows.0, |line| line.number);
		let Ok(first) = first else { continue };
		let Some(shown) = lines.get(first).map(|line| line.cell(place).clone()) else {
			continue;
		};
		for line in lines.iter_mut().skip(first + 1) {
			if line.number > block.rows.1 {
				break;
			}
			while line.cells.len() <= place {
				line.cells.push(Cell::Empty);
			}
			if let Some(cell) = line.cells.get_mut(place).filter(|cell| cell.is_empty()) {
				*cell = shown.clone();
			}
		}
	}
}

/// A word for no last day that is known here.
const NO_END: &str = "indefinido";

/// Writes months and missing ends that the profile names as they are known here, in the columns of days.
fn name_days(table: &mut Table, profile: &Profile) {
	let of_days = table.columns.iter().filter(|read| {
		use Column::{StatusSince, StatusUntil, ValidFrom, ValidUntil};
		matches!(
			read.column,
			ValidFrom | ValidUntil | StatusSince | StatusUntil
		)
	});
	for place in of_days.map(|read| read.place).collect::<Vec<_>>() {
		for line in &mut table.rows {
			if let Some(Cell::Text(text)) = line.cells.get_mut(place) {
				if profile.no_end.contains(&phrase(text)) {
					*text = NO_END.into();
				} else if !profile.months.is_empty() {
					*text = dates::with_known_months(text, &profile.months);
				}
			}
		}
	}
}

/// Refuses a text whose last row has no line break and fewer cells than the others.
fn refuse_cut(below: &[Line], width: usize) -> Result<(), NotAList> {
	let Some((last, before)) = below.split_last() else {
		return Ok(());
	};
	let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
	for line in before {
		*widths.entry(line.cells.len()).or_default() += 1;
	}
	let usual = widths
		.into_iter()
		.max_by_key(|(_, count)| *count)
		.map_or(width, |(usual, _)| usual);
	// What stands alone below a gap, or below another line that does, is a note and no row that was cut.
	let is_apart = before
		.last()
		.is_none_or(|line| line.number.saturating_add(1) < last.number || line.cells.len() == 1);
	let is_alone = last.cells.len() == 1 && usual > 2 && is_apart;
	if last.cells.len() < usual.min(width) && !is_alone && !is_note(last) {
		return Err(NotAList::Cut { row: last.number });
	}
	Ok(())
}

/// Returns the rows below headings, and what is none.
fn rows_of(below: Vec<Line>, headings: &Headings) -> (Vec<Line>, Vec<(Line, Left)>) {
	let tins: Vec<usize> = places(headings, Column::Tin);
	// Behind the last line that is half as full as the fullest, whatever stands alone or in pairs is a note.
	let most = below.iter().map(Line::filled).max().unwrap_or_default();
	let is_full = |line: &Line| line.filled() > 1 && line.filled() * 2 > most;
	let last_row = below.iter().rposition(is_full).unwrap_or_default();
	let mut rows = Vec::new();
	let mut left = Vec::new();
	for (index, line) in below.into_iter().enumerate() {
		let is_heading = headings.come_again(&compared(&line)) || is_numbering(&line);
		let is_number = tins
			.iter()
			.any(|place| looks_like_number(line.cell(*place)));
		if is_heading {
			left.push((line, Left::Headings));
		} else if is_note(&line) || (index > last_row && line.filled() <= 2 && !is_number) {
			left.push((line, Left::Note));
		} else if line.filled() == 1 {
			left.push((line, Left::Stray));
		} else {
			rows.push(line);
		}
	}
	(rows, left)
}

fn places(headings: &Headings, column: Column) -> Vec<usize> {
	let is_of = |meaning: &Option<Meaning>| meaning.is_some_and(|meaning| meaning.column == column);
	let columns = headings.columns.iter().enumerate();
	columns
		.filter(|(_, (_, meaning))| is_of(meaning))
		.map(|(place, _)| place)
		.collect()
}

fn looks_like_number(cell: &Cell) -> bool {
	match cell {
		Cell::Number(_) => true,
		Cell::Text(text) => {
			!text.contains(' ') && text.bytes().filter(u8::is_ascii_digit).count() >= 5
		}
		Cell::Empty | Cell::Day(..) | Cell::Fault(_) => false,
	}
}

/// Returns whether a line numbers the columns: 1, 2, 3 … or (1), (2), (3) …
fn is_numbering(line: &Line) -> bool {
	let numbers: Vec<String> = line
		.cells
		.iter()
		.filter(|cell| !cell.is_empty())
		.map(|cell| fold(&cell.shown()).trim().to_owned())
		.collect();
	numbers.len() > 2
		&& numbers
			.iter()
			.enumerate()
			.all(|(index, number)| *number == (index + 1).to_string())
}

/// Returns whether a line is a total, a page number, a source or a note.
fn is_note(line: &Line) -> bool {
	const BEGINNINGS: &[&str] = &[
		"total",
		"subtotal",
		"gran total",
		"totales",
		"página",
		"pág",
		"pag",
		"page",
		"hoja",
		"sheet",
		"fuente",
		"source",
		"fonte",
		"nota",
		"note",
		"observación",
		"obs",
		"elaborado",
		"elaboró",
		"preparado",
		"prepared",
		"fecha de actualización",
		"fecha de corte",
		"fecha de elaboración",
		"fecha de emisión del reporte",
		"fecha de impresión",
		"fecha del reporte",
		"fecha de generación",
		"actualizado",
		"última actualización",
		"actualización",
		"generado",
		"generated",
		"updated",
		"last updated",
		"last update",
		"as of",
		"printed",
		"impreso",
		"impresso",
		"reporte",
		"report generated",
		"leyenda",
		"legend",
		"legenda",
		"fin del",
		"fin de lista",
		"fin de la lista",
		"end of list",
		"end of report",
		"fim da lista",
		"fim do relatório",
		"cantidad",
		"registros",
		"records",
		"número de registros",
		"número de empresas",
		"data de atualização",
		"atualizado",
		"emitido",
		"corte al",
		"información al",
		"datos al",
		"sujeto a",
		"confidencial",
		"confidential",
		"copyright",
		"disclaimer",
		"aviso",
		"los datos",
		"the information",
		"la información",
		"esta lista",
		"this list",
		"este listado",
		"lista actualizada",
	];
	const COUNTED: &[&str] = &[
		"empresa",
		"registro",
		"operador",
		"record",
		"company",
		"companie",
		"row",
		"fila",
		"certificado",
		"certificate",
		"oea",
		"aeo",
	];
	if line.filled() > 3 {
		return false;
	}
	let Some(first) = line.cells.iter().find(|cell| !cell.is_empty()) else {
		return false;
	};
	let Cell::Text(first) = first else {
		return false;
	};
	if line.filled() == 1
		&& first.starts_with(['*', '(', '¹', '†', '"', '«'])
		&& first.contains(' ')
	{
		return true;
	}
	// A number of rows is the only thing beside it.
	let words = crate::fold::words(first);
	let begins = BEGINNINGS.iter().any(|beginning| {
		let beginning = crate::fold::words(beginning);
		words.starts_with(&beginning)
	});
	let is_count = line.filled() == 1
		&& words
			.first()
			.is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
		&& words
			.get(1)
			.is_some_and(|word| COUNTED.contains(&word.as_str()));
	begins || is_count
}

/// Decides which column is read where several say the same.
fn resolve(headings: Headings, table: &mut Table) -> Result<(), NotAList> {
	let mut by_column: BTreeMap<Column, Vec<(Meaning, Read)>> = BTreeMap::new();
	for (place, (heading, meaning)) in headings.columns.into_iter().enumerate() {
		match meaning {
			Some(meaning) if meaning.column == Column::Unread => {
				let is_by_profile = meaning.rank == Rank::Profile;
				table.unread.push((read_of(place, heading), is_by_profile));
			}
			Some(meaning) => {
				let column = meaning.column;
				let read = Read {
					column,
					place,
					heading,
				};
				by_column.entry(column).or_default().push((meaning, read));
			}
			None if !heading.is_empty() => {
				table.unknown.push(heading.clone());
				table.unread.push((read_of(place, heading), false));
			}
			None => {}
		}
	}
	for (column, mut alike) in by_column {
		alike.sort_by_key(|(meaning, read)| {
			(
				std::cmp::Reverse((meaning.rank, meaning.preference)),
				read.place,
			)
		});
		let best = alike
			.first()
			.map(|(meaning, _)| (meaning.rank, meaning.preference));
		let count = alike
			.iter()
			.take_while(|(meaning, _)| Some((meaning.rank, meaning.preference)) == best)
			.count();
		let mut reads: Vec<Read> = alike.into_iter().map(|(_, read)| read).collect();
		if count > 1 {
			let readable = by_values(reads.get(..count).unwrap_or_default(), table);
			let Some(chosen) = readable else {
				let shown = |index: usize| reads.get(index).map(Read::shown).unwrap_or_default();
				return Err(NotAList::AmbiguousHeadings {
					column: column.name().into(),
					one: shown(0),
					other: shown(1),
				});
			};
			reads.swap(0, chosen);
		}
		if let (Some((Rank::Part, _)), Some(read)) = (best, reads.first()) {
			table.in_part.push(read.clone());
		}
		let mut reads = reads.into_iter();
		table.columns.extend(reads.next());
		table.passed_over.extend(reads.map(|read| (read, column)));
	}
	table.columns.sort_by_key(|read| read.place);
	table.passed_over.sort_by_key(|(read, _)| read.place);
	Ok(())
}

/// Returns the only one of several columns whose values can be what they are taken for.
fn by_values(reads: &[Read], table: &Table) -> Option<usize> {
	let mut fitting = reads
		.iter()
		.enumerate()
		.filter(|(_, read)| fits(read.column, &values(table, read.place)));
	let (index, _) = fitting.next()?;
	fitting.next().is_none().then_some(index)
}

/// Returns the first values of a column.
fn values(table: &Table, place: usize) -> Vec<&Cell> {
	table
		.rows
		.iter()
		.map(|line| line.cell(place))
		.filter(|cell| !cell.is_empty())
		.take(VALUES)
		.collect()
}

/// Returns whether most values of a column can be what it is taken for.
fn fits(column: Column, values: &[&Cell]) -> bool {
	let can_be = |cell: &&&Cell| {
		let shown = cell.shown();
		match column {
			Column::Status => status_of(&shown).is_some(),
			Column::Roles => roles_of(&shown).is_ok(),
			Column::RoleMark(_) => mark_of(&shown).is_some(),
			Column::ValidFrom | Column::ValidUntil | Column::StatusSince | Column::StatusUntil => {
				!matches!(
					dates::read(cell),
					None | Some(dates::Written::Wrong(dates::Fault::NotUnderstood))
				) || dates::halves(&shown).is_some()
			}
			Column::Tin => looks_like_number(cell) || numbers::is_scientific(&shown),
			// Of two columns that can be the type, the one that says roles is not.
			Column::Type => roles_of(&shown).is_err(),
			_ => true,
		}
	};
	let count = values.iter().filter(can_be).count();
	!values.is_empty() && count * 5 >= values.len() * 4
}

/// Gives columns another meaning where their values say so.
fn reassign(table: &mut Table, profile: &Profile) {
	let is_by_profile = |read: &Read| {
		let heading = phrase(&read.heading);
		profile
			.headings
			.iter()
			.any(|(known, _)| phrase(known) == heading)
	};
	let place = |table: &Table, column: Column| table.read(column).cloned();
	let set = |table: &mut Table, place: usize, column: Column| {
		for read in &mut table.columns {
			if read.place == place {
				read.column = column;
			}
		}
	};
	// "Vigencia: vigente", beside a column "Vencimiento" or not.
	if table.read(Column::Status).is_none() {
		let says_status = |read: &Read| {
			let values = values(table, read.place);
			!is_by_profile(read)
				&& fits(Column::Status, &values)
				&& !fits(Column::ValidUntil, &values)
		};
		if let Some(read) = place(table, Column::ValidUntil).filter(says_status) {
			set(table, read.place, Column::Status);
		} else {
			let found = table
				.passed_over
				.iter()
				.position(|(read, column)| *column == Column::ValidUntil && says_status(read));
			let found = found.map(|at| table.passed_over.remove(at).0);
			take(table, found, Column::Status);
		}
	}
	// "Desde" alone is when the certificate begins.
	if table.read(Column::ValidFrom).is_none() {
		let alone = place(table, Column::StatusSince)
			.filter(|read| matches!(phrase(&read.heading).as_str(), "desde" | "since" | "depui"));
		if let Some(read) = alone {
			set(table, read.place, Column::ValidFrom);
		}
	}
	// "Tipo: exportador", where nothing else says the roles. What is no role there is an error of its row.
	let says_roles = |table: &Table, read: &Read| {
		let values = values(table, read.place);
		let knows = |cell: &&Cell| profile.types.contains_key(&phrase(&cell.shown()));
		let says = |cell: &&&Cell| says_role(&cell.shown(), profile);
		!values.iter().any(knows) && values.iter().filter(says).count() * 2 > values.len()
	};
	let has_roles = table.columns.iter().any(|read| match read.column {
		Column::RoleMark(_) => true,
		Column::Roles => {
			is_by_profile(read)
				|| values(table, read.place)
					.iter()
					.any(|cell| says_role(&cell.shown(), profile))
		}
		_ => false,
	});
	if !has_roles && profile.default_roles.is_empty() {
		let read = place(table, Column::Type)
			.filter(|read| !is_by_profile(read) && says_roles(table, read));
		if let Some(read) = read {
			if let Some(other) = place(table, Column::Roles) {
				table.columns.retain(|read| read.place != other.place);
				table.passed_over.push((other, Column::Roles));
			}
			set(table, read.place, Column::Roles);
			table.roles_in_type = Some(read);
		} else {
			let found = table
				.passed_over
				.iter()
				.position(|(read, column)| *column == Column::Type && says_roles(table, read));
			let has_column = table.read(Column::Roles).is_some();
			if let Some((read, _)) = found
				.filter(|_| !has_column)
				.map(|at| table.passed_over.remove(at))
			{
				table.roles_in_type = Some(read.clone());
				take(table, Some(read), Column::Roles);
			}
		}
	}
}

/// Reads a column as something else.
fn take(table: &mut Table, read: Option<Read>, column: Column) {
	table
		.columns
		.extend(read.map(|read| Read { column, ..read }));
}

/// Returns whether a value names roles.
fn says_role(value: &str, profile: &Profile) -> bool {
	profile.roles.contains_key(&phrase(value)) || roles_of(value).is_ok()
}

/// Returns a column that is not read.
const fn read_of(place: usize, heading: String) -> Read {
	Read {
		column: Column::Unread,
		place,
		heading,
	}
}

/// Refuses a list that may say, in a column that is not read, that certificates end or have ended.
fn ensure_sure(table: &Table) -> Result<(), NotAList> {
	let ends = |cell: &&Cell| {
		let word = status_of(&cell.shown());
		word.is_some_and(|word| word != StatusWord::Authorised)
	};
	for (read, is_by_profile) in &table.unread {
		if *is_by_profile {
			continue;
		}
		let values = values(table, read.place);
		let is_unknown = table.unknown.contains(&read.heading);
		let what = if is_unknown && table.read(Column::ValidUntil).is_none() && are_days(&values) {
			"days"
		} else if table.read(Column::Status).is_none() && values.iter().any(ends) {
			"statuses"
		} else {
			continue;
		};
		return Err(NotAList::NotSure {
			heading: read.shown(),
			what,
		});
	}
	Ok(())
}

/// Returns whether most values are days.
fn are_days(values: &[&Cell]) -> bool {
	// A bare number is a day only where a spreadsheet keeps it as one.
	let is_day = |cell: &&&Cell| match cell {
		Cell::Text(text) => {
			text.len() > 7 && !matches!(dates::read(cell), None | Some(dates::Written::Wrong(_)))
		}
		Cell::Day(..) => true,
		Cell::Empty | Cell::Number(_) | Cell::Fault(_) => false,
	};
	let count = values.iter().filter(is_day).count();
	count * 2 > values.len()
}

/// Refuses a list without a column that is needed.
fn ensure_complete(table: &Table, profile: &Profile) -> Result<(), NotAList> {
	let has = |column: Column| table.read(column).is_some();
	let has_marks = || {
		let mut columns = table.columns.iter();
		columns.any(|read| matches!(read.column, Column::RoleMark(_)))
	};
	let both_days = || {
		table.read(Column::ValidUntil).is_some_and(|read| {
			let values = values(table, read.place);
			values
				.iter()
				.any(|cell| dates::halves(&cell.shown()).is_some())
		})
	};
	let needed = [
		(Column::Tin, has(Column::Tin)),
		(
			Column::Certificate,
			has(Column::Certificate) || profile.number_from.unwrap_or_default() != NumberFrom::List,
		),
		(
			Column::Type,
			has(Column::Type) || profile.default_type.is_some(),
		),
		(
			Column::Programme,
			has(Column::Programme) || profile.programme.is_some(),
		),
		(
			Column::Roles,
			has(Column::Roles) || has_marks() || !profile.default_roles.is_empty(),
		),
		(
			Column::ValidFrom,
			has(Column::ValidFrom) || has(Column::StatusSince) || both_days(),
		),
	];
	let missing = needed.into_iter().find(|(_, there)| !there);
	missing.map_or(Ok(()), |(column, _)| {
		Err(NotAList::ColumnMissing {
			column: column.name().into(),
			headings: table.unknown.clone(),
		})
	})
}
