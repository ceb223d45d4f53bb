//! `aeo grant`: the benefits given to declarations, from a file.

use super::desk::Desk;
use crate::{
	cli::acts::Grant,
	failure::{Exit, Failure},
	rows::{self, Cells},
	text::Label,
	Session,
};
use aeo_client::calls::{self, GrantRow, MAX_GRANTS};
use aeo_primitives::{declaration_commitment, tin::Tin, Direction, Identifier};
use primitive_types::H256;

/// Columns that a file must have. A declaration is named by `declaration`, the commitment to its reference,
/// or by `reference` and `salt`, which make it.
const COLUMNS: [&str; 3] = ["tin", "role", "direction"];

/// Records the benefits of all declarations of a file, in calls of as many as the chain takes together.
/// Where a row can't be read, nothing is sent. A row that was recorded before is not recorded again.
pub fn grant(session: &Session, arguments: &Grant) -> Result<Exit, Failure> {
	let rows = rows::of_file(session, &arguments.declarations, &COLUMNS, read)?;
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

fn read(cells: &Cells) -> Result<GrantRow, &'static str> {
	let tin: Tin = cells.get("tin").parse().map_err(|_| "tin")?;
	Ok(GrantRow {
		declaration: commitment(
			cells.get("declaration"),
			cells.get("reference"),
			cells.get("salt"),
		)?,
		identifier: Identifier::Tin(tin.to_string().try_into().map_err(|_| "tin")?),
		role: cells.get("role").parse().map_err(|_| "role")?,
		direction: match cells.get("direction").to_ascii_lowercase().as_str() {
			"import" => Direction::Import,
			"export" => Direction::Export,
			_ => return Err("direction"),
		},
	})
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
