//! `aeo grant`: the benefits given to declarations, from a file.

use super::desk::Desk;
use crate::{
	cli::acts::Grant,
	failure::{Exit, Failure, Kind},
	text::Label,
	Session,
};
use aeo_client::calls::{self, GrantRow, MAX_GRANTS};
use aeo_primitives::{declaration_commitment, tin::Tin, Direction, Identifier};
use primitive_types::H256;
use std::{fs::File, path::Path};

/// Columns that a file must have. A declaration is named by `declaration`, the commitment to its reference,
/// or by `reference` and `salt`, which make it.
const COLUMNS: [&str; 3] = ["tin", "role", "direction"];

/// Records the benefits of all declarations of a file, in calls of as many as the chain takes together.
/// Where a row can't be read, nothing is sent. A row that was recorded before is not recorded again.
pub fn grant(session: &Session, arguments: &Grant) -> Result<Exit, Failure> {
	let rows = read(session, &arguments.declarations)?;
	let desk = Desk::open(session, &arguments.acting)?;
	let count = rows.len();
	let mut done = Exit::Done;
	for (page, rows) in rows.chunks(MAX_GRANTS).enumerate() {
		let first = page.saturating_mul(MAX_GRANTS).saturating_add(1);
		let words = session.texts.label(
			Label::ActGrant,
			&[
				("first", first.to_string()),
				(
					"last",
					first
						.saturating_add(rows.len())
						.saturating_sub(1)
						.to_string(),
				),
				("rows", count.to_string()),
			],
		);
		let exit = desk.act(&words, &calls::grant_many(rows.to_vec()))?;
		// One that got nothing is said, whatever comes after it.
		if exit != Exit::Done {
			done = exit;
		}
	}
	Ok(done)
}

fn read(session: &Session, file: &Path) -> Result<Vec<GrantRow>, Failure> {
	let name = || ("file", file.display().to_string());
	let open = File::open(file).map_err(|error| Failure::file(file.display(), &error))?;
	let mut reader = csv::ReaderBuilder::new()
		.trim(csv::Trim::All)
		.from_reader(open);
	let not_csv =
		|error: csv::Error| Failure::with(Kind::NotATable, [name(), ("why", error.to_string())]);
	let headings = reader.headers().map_err(not_csv)?.clone();
	let place = |name: &str| headings.iter().position(|heading| heading == name);
	let ([Some(tin), Some(role), Some(direction)], [declaration, reference, salt]) = (
		COLUMNS.map(place),
		["declaration", "reference", "salt"].map(place),
	) else {
		let columns = ("columns", COLUMNS.join(", "));
		return Err(Failure::with(Kind::ColumnsMissing, [name(), columns]));
	};
	let mut rows = Vec::new();
	let mut wrong = 0_u32;
	for (row, record) in reader.records().enumerate() {
		let record = record.map_err(not_csv)?;
		let cell = |place: usize| record.get(place).unwrap_or_default();
		let optional = |place: Option<usize>| place.map(cell).unwrap_or_default();
		let commitment = commitment(optional(declaration), optional(reference), optional(salt));
		let read = commitment.and_then(|declaration| {
			let tin: Tin = cell(tin).parse().map_err(|_| "tin")?;
			Ok(GrantRow {
				declaration,
				identifier: Identifier::Tin(tin.to_string().try_into().map_err(|_| "tin")?),
				role: cell(role).parse().map_err(|_| "role")?,
				direction: match cell(direction).to_ascii_lowercase().as_str() {
					"import" => Direction::Import,
					"export" => Direction::Export,
					_ => return Err("direction"),
				},
			})
		});
		match read {
			Ok(read) => rows.push(read),
			Err(column) => {
				wrong = wrong.saturating_add(1);
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

/// The commitment to a declaration's reference; the error is the column that can't be read.
fn commitment(declaration: &str, reference: &str, salt: &str) -> Result<H256, &'static str> {
	if declaration.is_empty() {
		if reference.is_empty() {
			return Err("declaration");
		}
		let salt = aeo_sealing::hex::array(salt).ok_or("salt")?;
		return Ok(declaration_commitment(reference, &salt));
	}
	aeo_sealing::hex::array(declaration)
		.map(H256)
		.ok_or("declaration")
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_declaration_should_be_named_by_its_commitment() {
		let digits = "0x".to_owned() + &"11".repeat(32);
		let salt = [0x11; 32];
		assert_eq!(commitment(&digits, "", ""), Ok(H256(salt)));
		assert_eq!(
			commitment("", "24MX0001", &digits),
			Ok(declaration_commitment("24MX0001", &salt))
		);
		assert_eq!(commitment("24MX0001", "", ""), Err("declaration"));
		assert_eq!(commitment("", "", &digits), Err("declaration"));
		// Without the salt, a reference could be found by trial.
		assert_eq!(commitment("", "24MX0001", ""), Err("salt"));
	}
}
