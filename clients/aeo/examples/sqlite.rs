//! Asks a file of SQLite one question, and prints the first column of the answer: what clients/mirror reads mirrors with,
//! where JavaScript has no SQLite of its own. `sqlite FILE QUERY`.
#![forbid(unsafe_code)]

use rusqlite::{Connection, OpenFlags};
use std::{env, error::Error, time::Duration};

fn main() -> Result<(), Box<dyn Error>> {
	let arguments: Vec<_> = env::args().skip(1).collect();
	let [file, query] = &arguments[..] else {
		return Err("sqlite FILE QUERY".into());
	};
	let database = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
	database.busy_timeout(Duration::from_secs(10))?;
	let mut statement = database.prepare(query)?;
	let mut rows = statement.query([])?;
	while let Some(row) = rows.next()? {
		println!("{}", row.get::<_, String>(0)?);
	}
	Ok(())
}
