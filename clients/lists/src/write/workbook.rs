//! Spreadsheets.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::table_of;
use crate::row::Row;

/// Returns a list of certificates as XLSX. All cells are text, so that no number loses its zeros and
/// nothing is a formula.
///
/// # Errors
///
/// There are more rows than a sheet has, 1,048,576.
pub fn xlsx(rows: &[Row]) -> Result<Vec<u8>, XlsxError> {
	let mut workbook = Workbook::new();
	fill(workbook.add_worksheet(), "AEO", &table_of(rows))?;
	workbook.save_to_buffer()
}

/// Fills a sheet with lines, the first one headings.
pub(super) fn fill(
	sheet: &mut Worksheet,
	name: &str,
	lines: &[Vec<String>],
) -> Result<(), XlsxError> {
	let text = Format::new().set_num_format("@");
	let heading = Format::new().set_num_format("@").set_bold();
	sheet.set_name(name)?;
	sheet.set_freeze_panes(1, 0)?;
	let columns = lines.first().map_or(0, Vec::len);
	for column in 0..columns {
		let column = u16::try_from(column).unwrap_or(u16::MAX);
		// What is typed below stays text too.
		sheet.set_column_format(column, &text)?;
		sheet.set_column_width(column, 18)?;
	}
	for (row, line) in lines.iter().enumerate() {
		let format = if row == 0 { &heading } else { &text };
		let row = u32::try_from(row).unwrap_or(u32::MAX);
		for (column, cell) in line.iter().enumerate() {
			let column = u16::try_from(column).unwrap_or(u16::MAX);
			if !cell.is_empty() {
				sheet.write_string_with_format(row, column, cell.as_str(), format)?;
			}
		}
	}
	Ok(())
}
