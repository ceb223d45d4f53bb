//! Tables for people: columns as wide as their widest cell.

/// Returns the lines of a table; the last column is not padded.
pub fn lines(rows: &[Vec<String>]) -> Vec<String> {
	let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
	let width = |column: usize| {
		let cells = rows.iter().filter_map(|row| row.get(column));
		cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
	};
	let widths: Vec<_> = (0..columns).map(width).collect();
	rows.iter()
		.map(|row| {
			let cells = row
				.iter()
				.zip(&widths)
				.map(|(cell, width)| format!("{cell:width$}", width = *width));
			cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
		})
		.collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn columns_should_stand_below_each_other() {
		let row = |cells: &[&str]| cells.iter().map(ToString::to_string).collect::<Vec<_>>();
		let rows = [
			row(&["a", "número", "x"]),
			row(&["long", "1", ""]),
			row(&[]),
		];
		assert_eq!(lines(&rows), ["a     número  x", "long  1", ""]);
		assert!(lines(&[]).is_empty());
	}
}
