//! Searching opened records by name, in memory only.

use aeo_primitives::{CertificateNumber, Territory};
use rusqlite::{params, params_from_iter, Connection};

use crate::{data::Data, Record};

/// Fewest characters that the trigram index can find; shorter words are looked for row by row.
const TRIGRAM: usize = 3;

/// The names of opened records: name, trade name, TIN and city, found by any part of them, whatever the
/// case and the accents. Nothing is written to a disk.
pub struct Names(Connection);

/// A certificate whose holder was found.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Found {
	/// Who issued it.
	pub issuer: Territory,
	/// Its number.
	pub number: CertificateNumber,
	/// The holder's name.
	pub name: String,
	/// Its TIN.
	pub tin: String,
	/// Its city.
	pub city: String,
}

impl Names {
	/// Returns the names of these records: of identity records; others have none.
	///
	/// # Errors
	///
	/// SQLite's, which in memory means that there is no more of it.
	pub fn of<'a>(records: impl IntoIterator<Item = &'a Record>) -> rusqlite::Result<Self> {
		let mut connection = Connection::open_in_memory()?;
		// What is sorted stays in memory too: without this, much of it would go to a file.
		connection.pragma_update(None, "temp_store", "MEMORY")?;
		connection.execute_batch(
			"CREATE VIRTUAL TABLE names USING fts5 (
				name, trade_name, tin, city, issuer UNINDEXED, number UNINDEXED,
				tokenize = 'trigram remove_diacritics 1'
			)",
		)?;
		let transaction = connection.transaction()?;
		{
			let mut insert =
				transaction.prepare("INSERT INTO names VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
			for record in records {
				if let Data::Identity(identity) = &record.data {
					insert.execute(params![
						identity.name.as_str(),
						identity.trade_name.as_ref().map(|name| name.as_str()),
						identity.id.as_str(),
						identity.address.city_name.as_str(),
						record.issuer.code(),
						record.number.as_str(),
					])?;
				}
			}
		}
		transaction.commit()?;
		Ok(Self(connection))
	}

	/// Returns the certificates in whose names, TIN or city every word of `text` is found, the nearest
	/// first, at most so many. Nothing is found by no word.
	///
	/// Before a hit is shown, the latest finalised state is asked whether its record may still be read
	/// ([`visible`](crate::visible)).
	///
	/// # Errors
	///
	/// SQLite's.
	pub fn search(&self, text: &str, most: u32) -> rusqlite::Result<Vec<Found>> {
		let (long, short): (Vec<_>, Vec<_>) = text
			// A word ends at a control character too: no name has one, and SQLite ends a text at the first.
			.split(|c: char| c.is_whitespace() || c.is_control())
			.filter(|word| !word.is_empty())
			.partition(|word| word.chars().count() >= TRIGRAM);
		if long.is_empty() && short.is_empty() {
			return Ok(Vec::new());
		}
		let mut conditions = Vec::new();
		let mut values = Vec::new();
		if !long.is_empty() {
			// A phrase in quotation marks is text for FTS5, whatever is in it.
			let phrases = long
				.iter()
				.map(|word| format!("\"{}\"", word.replace('"', "\"\"")));
			conditions.push("names MATCH ?".to_owned());
			values.push(phrases.collect::<Vec<_>>().join(" AND "));
		}
		for word in short {
			conditions.push(
				"instr(lower(name || ' ' || ifnull(trade_name, '') || ' ' || tin || ' ' || city), \
				 lower(?)) > 0"
					.to_owned(),
			);
			values.push(word.to_owned());
		}
		let order = if long.is_empty() {
			"name, number"
		} else {
			"bm25(names, 4.0, 4.0, 2.0, 1.0), name, number"
		};
		let query = format!(
			"SELECT issuer, number, name, tin, city FROM names WHERE {} ORDER BY {order} LIMIT {most}",
			conditions.join(" AND ")
		);
		let mut statement = self.0.prepare(&query)?;
		let rows = statement.query_map(params_from_iter(values), |row| {
			Ok((
				row.get::<_, String>(0)?,
				row.get::<_, String>(1)?,
				row.get::<_, String>(2)?,
				row.get::<_, String>(3)?,
				row.get::<_, String>(4)?,
			))
		})?;
		let mut found = Vec::new();
		for row in rows {
			let (issuer, number, name, tin, city) = row?;
			// They were written from these types.
			if let (Ok(issuer), Ok(number)) = (issuer.as_str().try_into(), number.try_into()) {
				found.push(Found {
					issuer,
					number,
					name,
					tin,
					city,
				});
			}
		}
		Ok(found)
	}
}
