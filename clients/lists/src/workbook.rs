//! Spreadsheets: XLSX, XLSB, XLS and ODS.

use std::{
	io::{Cursor, Read as _},
	panic::{catch_unwind, AssertUnwindSafe},
};

use calamine::{
	open_workbook_from_rs, Data, DataRef, Dimensions, Ods, OdsError, Reader, Sheet, SheetType,
	SheetVisible, Xls, XlsError, Xlsb, Xlsx, XlsxError,
};

use crate::{
	grid::{Cell, Grid, Line, Merged, MAX_COLUMNS, MAX_ROWS},
	refusal::NotAList,
};

/// Most bytes of a spreadsheet once it is unpacked: a file that is packed tighter is no list.
const MAX_UNPACKED: u64 = 1 << 30;

/// The spreadsheet formats.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Format {
	/// Excel since 2007.
	Xlsx,
	/// Excel since 2007, binary.
	Xlsb,
	/// Excel 97 to 2003.
	Xls,
	/// OpenDocument: LibreOffice.
	Ods,
}

/// What a sheet holds.
#[derive(Debug)]
pub(crate) struct Read {
	/// Its cells.
	pub grid: Grid,
	/// The names of the other visible sheets.
	pub others: Vec<String>,
}

/// Returns the format of a spreadsheet by its first bytes; none where it is none.
///
/// # Errors
///
/// The bytes are of another kind of file, which the refusal names.
pub(crate) fn format(bytes: &[u8]) -> Result<Option<Format>, NotAList> {
	if bytes.starts_with(b"PK") {
		return packed(bytes).map(Some);
	}
	if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
		let encrypted: Vec<u8> = "EncryptedPackage"
			.encode_utf16()
			.flat_map(u16::to_le_bytes)
			.collect();
		let is_encrypted = bytes
			.windows(encrypted.len())
			.any(|window| window == encrypted);
		return if is_encrypted {
			Err(NotAList::PasswordProtected)
		} else {
			Ok(Some(Format::Xls))
		};
	}
	if bytes.starts_with(b"%PDF") {
		return Err(NotAList::Pdf);
	}
	Ok(None)
}

/// Returns the format of what is packed as zip.
fn packed(bytes: &[u8]) -> Result<Format, NotAList> {
	let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| NotAList::Damaged)?;
	let mut unpacked: u64 = 0;
	for index in 0..archive.len() {
		let file = archive.by_index_raw(index).map_err(|_| NotAList::Damaged)?;
		unpacked = unpacked.saturating_add(file.size());
	}
	if unpacked > MAX_UNPACKED {
		return Err(NotAList::TooLarge);
	}
	let has = |name: &str| archive.index_for_name(name).is_some();
	if has("xl/workbook.xml") {
		Ok(Format::Xlsx)
	} else if has("xl/workbook.bin") {
		Ok(Format::Xlsb)
	} else if has("content.xml") {
		Ok(Format::Ods)
	} else {
		let is_workbook = archive
			.file_names()
			.any(|name| name.is_ok_and(|name| name.starts_with("xl/")));
		if is_workbook {
			Ok(Format::Xlsx)
		} else {
			Err(NotAList::OtherZip)
		}
	}
}

/// Reads a sheet of a spreadsheet: the one of that name, else the first visible one.
///
/// # Errors
///
/// The [`NotAList`] why it can't be read.
pub(crate) fn read(bytes: &[u8], format: Format, named: Option<&str>) -> Result<Read, NotAList> {
	// The readers of old formats index into what the file says: a damaged one must not end the program.
	let read = catch_unwind(AssertUnwindSafe(|| match format {
		Format::Xlsx => xlsx(bytes, named),
		Format::Xlsb => dense::<Xlsb<_>>(bytes, named),
		Format::Xls => xls(bytes, named),
		Format::Ods => dense::<Ods<_>>(bytes, named),
	}));
	read.unwrap_or(Err(NotAList::Damaged))
}

/// Why a reader fails.
trait Refusal {
	fn refusal(&self) -> NotAList;
}

impl Refusal for XlsxError {
	fn refusal(&self) -> NotAList {
		match self {
			Self::Password => NotAList::PasswordProtected,
			_ => NotAList::Damaged,
		}
	}
}

impl Refusal for XlsError {
	fn refusal(&self) -> NotAList {
		match self {
			Self::Password => NotAList::PasswordProtected,
			_ => NotAList::Damaged,
		}
	}
}

impl Refusal for OdsError {
	fn refusal(&self) -> NotAList {
		match self {
			Self::Password => NotAList::PasswordProtected,
			_ => NotAList::Damaged,
		}
	}
}

impl Refusal for calamine::XlsbError {
	fn refusal(&self) -> NotAList {
		match self {
			Self::Password => NotAList::PasswordProtected,
			_ => NotAList::Damaged,
		}
	}
}

/// Returns the sheet to read, and the others that are visible.
fn choose(sheets: &[Sheet], named: Option<&str>) -> Result<(String, Vec<String>), NotAList> {
	let visible = |sheet: &&Sheet| {
		sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet
	};
	let chosen = match named {
		Some(named) => sheets.iter().find(|sheet| sheet.name == named),
		None => sheets.iter().find(visible),
	};
	let names = || {
		sheets
			.iter()
			.filter(visible)
			.map(|sheet| sheet.name.clone())
	};
	let Some(chosen) = chosen else {
		return Err(match named {
			Some(named) => NotAList::NoSuchSheet {
				sheet: named.into(),
				sheets: names().collect(),
			},
			None => NotAList::Empty,
		});
	};
	let others = names().filter(|name| *name != chosen.name).collect();
	Ok((chosen.name.clone(), others))
}

/// Reads Excel's own format cell by cell, so that a single cell far away doesn't fill the memory.
fn xlsx(bytes: &[u8], named: Option<&str>) -> Result<Read, NotAList> {
	let mut workbook: Xlsx<_> =
		open_workbook_from_rs(Cursor::new(bytes)).map_err(|e: XlsxError| e.refusal())?;
	let (sheet, others) = choose(workbook.sheets_metadata(), named)?;
	let merged = workbook
		.merge_cells_by_sheet_name(&sheet)
		.unwrap_or_default();
	let mut reader = workbook
		.worksheet_cells_reader(&sheet)
		.map_err(|e| e.refusal())?;
	let mut lines = Lines::default();
	while let Some(cell) = reader.next_cell().map_err(|e| e.refusal())? {
		let (row, column) = cell.get_position();
		let value = match cell.get_value() {
			DataRef::Int(number) => of_integer(*number),
			DataRef::Float(number) => Cell::Number(*number),
			DataRef::String(text) => Cell::of(text),
			DataRef::SharedString(text) => Cell::of(text),
			DataRef::Bool(value) => of_boolean(*value),
			DataRef::DateTime(time) => of_time(time),
			DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::of(text),
			DataRef::Error(error) => Cell::Fault(error.to_string()),
			DataRef::Empty => Cell::Empty,
		};
		lines.set(row, column, value)?;
	}
	Ok(Read {
		grid: lines.grid(&merged),
		others,
	})
}

/// Refuses a workbook of Excel 97 to 2003 with a cell beyond the 65,536 rows and 256 columns that those
/// have, or that says so: its reader would make room for all cells up to there, in memory that no computer
/// has.
fn ensure_columns(bytes: &[u8]) -> Result<(), NotAList> {
	/// The records of one cell or several: FORMULA (two), MULRK, MULBLANK, RSTRING, LABELSST, BLANK, NUMBER,
	/// LABEL, BOOLERR, RK ([MS-XLS], section 2.3).
	const CELLS: [u16; 11] = [
		0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x0406,
	];
	let mut stream = Vec::new();
	let Ok(mut file) = cfb::CompoundFile::open(Cursor::new(bytes)) else {
		return Err(NotAList::Damaged);
	};
	for name in ["Workbook", "Book"] {
		if let Ok(mut workbook) = file.open_stream(name) {
			workbook
				.read_to_end(&mut stream)
				.map_err(|_| NotAList::Damaged)?;
			break;
		}
	}
	let mut sheets = vec![0];
	let mut next = 0;
	while let Some(start) = sheets.get(next).copied() {
		next += 1;
		for (kind, record) in records(stream.get(start..).unwrap_or_default()) {
			match record {
				// BoundSheet8: where a sheet begins. Only the first part has them.
				[a, b, c, d, ..] if kind == 0x0085 && start == 0 => {
					let place = u32::from_le_bytes([*a, *b, *c, *d]);
					sheets.extend(usize::try_from(place));
				}
				// FilePass: what follows is encrypted.
				[a, b, ..] if kind == 0x002F && start == 0 && [*a, *b] != [0, 0] => {
					return Err(NotAList::PasswordProtected);
				}
				// Dimensions: behind the last row and the last column.
				[_, _, _, _, a, b, c, d, _, _, low, high, ..] if kind == 0x0200 => {
					let rows = u32::from_le_bytes([*a, *b, *c, *d]);
					let columns = u16::from_le_bytes([*low, *high]);
					if rows > 0x0001_0000 || usize::from(columns) > MAX_COLUMNS {
						return Err(NotAList::Damaged);
					}
				}
				[_, _, low, high, ..] if CELLS.contains(&kind) => {
					let column = u16::from_le_bytes([*low, *high]);
					if usize::from(column) >= MAX_COLUMNS {
						return Err(NotAList::Damaged);
					}
				}
				_ => {}
			}
		}
	}
	Ok(())
}

/// Returns the records of a part of a workbook, up to its end, with their kinds.
fn records(mut rest: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
	const END: u16 = 0x000A;
	std::iter::from_fn(move || {
		let [kind_low, kind_high, length_low, length_high, behind @ ..] = rest else {
			return None;
		};
		let kind = u16::from_le_bytes([*kind_low, *kind_high]);
		let length = usize::from(u16::from_le_bytes([*length_low, *length_high]));
		let record = behind.get(..length)?;
		rest = behind.get(length..)?;
		(kind != END).then_some((kind, record))
	})
}

/// Reads Excel 97 to 2003.
fn xls(bytes: &[u8], named: Option<&str>) -> Result<Read, NotAList> {
	ensure_columns(bytes)?;
	let mut workbook: Xls<_> =
		open_workbook_from_rs(Cursor::new(bytes)).map_err(|e: XlsError| e.refusal())?;
	let (sheet, others) = choose(workbook.sheets_metadata(), named)?;
	let merged = workbook
		.merge_cells_by_sheet_name(&sheet)
		.unwrap_or_default();
	let range = workbook.worksheet_range(&sheet).map_err(|e| e.refusal())?;
	Ok(Read {
		grid: of_range(&range, &merged)?,
		others,
	})
}

/// Reads a format that is read whole.
fn dense<'a, R>(bytes: &'a [u8], named: Option<&str>) -> Result<Read, NotAList>
where
	R: Reader<Cursor<&'a [u8]>>,
	R::Error: Refusal,
{
	let mut workbook: R =
		open_workbook_from_rs(Cursor::new(bytes)).map_err(|e: R::Error| e.refusal())?;
	let (sheet, others) = choose(workbook.sheets_metadata(), named)?;
	let range = workbook.worksheet_range(&sheet).map_err(|e| e.refusal())?;
	Ok(Read {
		grid: of_range(&range, &[])?,
		others,
	})
}

fn of_range(range: &calamine::Range<Data>, merged: &[Dimensions]) -> Result<Grid, NotAList> {
	let (first_row, first_column) = range.start().unwrap_or_default();
	let mut lines = Lines::default();
	for (row, column, data) in range.used_cells() {
		let value = match data {
			Data::Int(number) => of_integer(*number),
			Data::Float(number) => Cell::Number(*number),
			Data::String(text) => Cell::of(text),
			Data::Bool(value) => of_boolean(*value),
			Data::DateTime(time) => of_time(time),
			Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::of(text),
			Data::Error(error) => Cell::Fault(error.to_string()),
			Data::Empty => Cell::Empty,
		};
		let row = u32::try_from(row)
			.unwrap_or(u32::MAX)
			.saturating_add(first_row);
		let column = u32::try_from(column)
			.unwrap_or(u32::MAX)
			.saturating_add(first_column);
		lines.set(row, column, value)?;
	}
	Ok(lines.grid(merged))
}

fn of_integer(number: i64) -> Cell {
	number.to_string().parse().map_or(Cell::Empty, Cell::Number)
}

fn of_boolean(value: bool) -> Cell {
	Cell::Text(if value { "TRUE" } else { "FALSE" }.into())
}

fn of_time(time: &calamine::ExcelDateTime) -> Cell {
	if time.is_duration() {
		return Cell::Number(time.as_f64());
	}
	let (year, month, day, ..) = time.to_ymd_hms_milli();
	Cell::Day(year, month, day)
}

/// Lines as their cells come: by rows, from the left.
#[derive(Default)]
struct Lines(Vec<Line>);

impl Lines {
	/// Sets a cell, its row and column counted from 0.
	fn set(&mut self, row: u32, column: u32, value: Cell) -> Result<(), NotAList> {
		let column = usize::try_from(column).unwrap_or(usize::MAX);
		if value.is_empty() || column >= MAX_COLUMNS {
			return Ok(());
		}
		let number = row.saturating_add(1);
		if self.0.last().is_none_or(|line| line.number != number) {
			if self.0.len() > MAX_ROWS {
				return Err(NotAList::TooLarge);
			}
			let cells = Vec::new();
			self.0.push(Line { number, cells });
		}
		if let Some(line) = self.0.last_mut() {
			while line.cells.len() < column {
				line.cells.push(Cell::Empty);
			}
			line.cells.truncate(column);
			line.cells.push(value);
		}
		Ok(())
	}

	fn grid(self, merged: &[Dimensions]) -> Grid {
		let column = |column: u32| usize::try_from(column).unwrap_or(usize::MAX);
		let of = |block: &Dimensions| Merged {
			rows: (
				block.start.0.saturating_add(1),
				block.end.0.saturating_add(1),
			),
			columns: (column(block.start.1), column(block.end.1)),
		};
		Grid {
			lines: self.0,
			merged: merged.iter().map(of).collect(),
		}
	}
}
