//! The database of a mirror. SQLite and PostgreSQL are spoken to with the same statements.

use super::rows::{Row, Step};
use crate::{
	failure::{Failure, Kind},
	postgres::{self, Address},
};
use aeo_client::Block;
use rusqlite::{params_from_iter, types::ToSqlOutput, Connection, TransactionBehavior};
use std::{
	collections::btree_map::{BTreeMap, Entry},
	path::PathBuf,
	time::Duration,
};
use tokio_postgres::{types::ToSql, Client};

/// How long a database of SQLite waits for others that write it.
const PATIENCE: Duration = Duration::from_secs(10);

/// The tables, as docs/developer/risk-engine.md describes them.
const TABLES: &str = "
	CREATE TABLE IF NOT EXISTS aeo_status (
		issuer TEXT NOT NULL,
		certificate TEXT NOT NULL,
		tin TEXT NOT NULL,
		role TEXT NOT NULL,
		direction TEXT NOT NULL,
		benefits TEXT NOT NULL,
		valid_through BIGINT,
		block BIGINT NOT NULL,
		PRIMARY KEY (issuer, certificate, role, direction)
	);
	CREATE INDEX IF NOT EXISTS aeo_status_by_tin ON aeo_status (tin, role, direction);
	CREATE TABLE IF NOT EXISTS aeo_head (
		genesis TEXT NOT NULL,
		grantor TEXT NOT NULL,
		finality TEXT NOT NULL,
		cursor TEXT NOT NULL,
		block BIGINT NOT NULL,
		hash TEXT NOT NULL,
		final_block BIGINT NOT NULL,
		time BIGINT NOT NULL
	);
	CREATE UNIQUE INDEX IF NOT EXISTS aeo_head_is_one ON aeo_head ((1));";

const HEAD: &str = "SELECT genesis, grantor, finality, cursor FROM aeo_head";
const FORGET: &str = "UPDATE aeo_head SET cursor = ''";
const BEGIN: &str = "DELETE FROM aeo_head WHERE cursor = $1";
const FIRST: &str = "INSERT INTO aeo_head VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
const NEXT: &str = "UPDATE aeo_head SET cursor = $1 WHERE cursor = $2";
const NEXT_AT: &str =
	"UPDATE aeo_head SET cursor = $1, block = $2, hash = $3, final_block = $4, time = $5 \
	WHERE cursor = $6";
const REMOVE_ALL: &str = "DELETE FROM aeo_status";
const REMOVE_OF: &str = "DELETE FROM aeo_status WHERE issuer = $1";
const REMOVE: &str = "DELETE FROM aeo_status WHERE issuer = $1 AND certificate = $2";
const ADD: &str = "INSERT INTO aeo_status VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Where a mirror is.
#[derive(Debug)]
pub enum Target {
	/// A file.
	Sqlite(PathBuf),
	/// A database of a server.
	Postgres(Box<Address>),
}

impl Target {
	/// Reads `sqlite:FILE` or `postgres://USER@HOST/NAME`.
	pub fn read(named: &str) -> Result<Self, Failure> {
		if postgres::is_address(named) {
			return Ok(Self::Postgres(Box::new(Address::read(named)?)));
		}
		match named.strip_prefix("sqlite:") {
			Some(file) if !file.is_empty() => Ok(Self::Sqlite(file.into())),
			_ => Err(Failure::new(Kind::MirrorTarget)),
		}
	}

	fn shown(&self) -> String {
		match self {
			Self::Sqlite(file) => file.display().to_string(),
			Self::Postgres(address) => address.shown.clone(),
		}
	}
}

/// What is mirrored, and up to where.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Mirrored {
	/// The chain's first block.
	pub genesis: String,
	/// Who grants the benefits.
	pub grantor: String,
	/// What counts.
	pub finality: String,
	/// From where the feed goes on; the number of a block behind a list; empty where all is to be read again.
	pub cursor: String,
}

/// Of which block the rows are.
#[derive(Clone, Copy, Debug)]
pub struct At {
	/// The block.
	pub block: Block,
	/// The number of the last final one.
	pub last_final: u32,
	/// Its time, milliseconds UTC.
	pub time: u64,
}

/// A value in a statement.
#[derive(Clone, Debug)]
enum Value {
	Text(String),
	Number(i64),
	/// No number.
	Nothing,
}

/// A statement, with the values of `$1` and so on.
struct Statement {
	text: &'static str,
	values: Vec<Value>,
	/// Whether it must change one row, or else nothing is changed at all.
	must_change: bool,
}

/// The database.
pub struct Store {
	shown: String,
	database: Database,
}

enum Database {
	Sqlite(Connection),
	Postgres(Box<Client>),
}

/// What goes wrong.
enum Trouble {
	Sqlite(rusqlite::Error),
	Postgres(tokio_postgres::Error),
	/// Somebody else has written.
	Overtaken,
}

impl From<rusqlite::Error> for Trouble {
	fn from(error: rusqlite::Error) -> Self {
		Self::Sqlite(error)
	}
}

impl From<tokio_postgres::Error> for Trouble {
	fn from(error: tokio_postgres::Error) -> Self {
		Self::Postgres(error)
	}
}

impl Store {
	/// Opens a database, and makes the tables where they lack.
	pub async fn open(target: &Target) -> Result<Self, Failure> {
		let shown = target.shown();
		match target {
			Target::Sqlite(file) => {
				let opened = Connection::open(file).and_then(|database| {
					database.busy_timeout(PATIENCE)?;
					// So that readers and the mirror don't wait for each other.
					database.pragma_update(None, "journal_mode", "WAL")?;
					database.pragma_update(None, "synchronous", "FULL")?;
					database.execute_batch(TABLES)?;
					Ok(database)
				});
				let database = opened.map_err(|error| failed(&shown, error.into()))?;
				Ok(Self {
					shown,
					database: Database::Sqlite(database),
				})
			}
			Target::Postgres(address) => {
				let client = address.connect().await?;
				let made = client.batch_execute(TABLES).await;
				made.map_err(|error| failed(&shown, error.into()))?;
				Ok(Self {
					shown,
					database: Database::Postgres(Box::new(client)),
				})
			}
		}
	}

	/// How it may be named.
	pub fn shown(&self) -> &str {
		&self.shown
	}

	/// What is mirrored; none where nothing is yet.
	pub async fn mirrored(&self) -> Result<Option<Mirrored>, Failure> {
		let read = match &self.database {
			Database::Sqlite(database) => database
				.query_row(HEAD, [], |row| {
					Ok(Mirrored {
						genesis: row.get(0)?,
						grantor: row.get(1)?,
						finality: row.get(2)?,
						cursor: row.get(3)?,
					})
				})
				.map(Some)
				.or_else(|error| match error {
					rusqlite::Error::QueryReturnedNoRows => Ok(None),
					other => Err(other.into()),
				}),
			Database::Postgres(client) => match client.query_opt(HEAD, &[]).await {
				Ok(row) => Ok(row.map(|row| Mirrored {
					genesis: row.get(0),
					grantor: row.get(1),
					finality: row.get(2),
					cursor: row.get(3),
				})),
				Err(error) => Err(error.into()),
			},
		};
		read.map_err(|trouble| failed(&self.shown, trouble))
	}

	/// Has all be read again. The rows stay until then.
	pub async fn forget(&mut self) -> Result<(), Failure> {
		self.transact(&[statement(FORGET, [])]).await
	}

	/// Has these rows and no others, at a place, where another one was before.
	pub async fn begin(
		&mut self,
		rows: Vec<Row>,
		before: Option<&Mirrored>,
		place: &Mirrored,
		at: At,
	) -> Result<(), Failure> {
		let mut statements = statements_of(&Step::Anew { issuer: None, rows });
		let mut values = vec![
			text(&place.genesis),
			text(&place.grantor),
			text(&place.finality),
			text(&place.cursor),
		];
		values.extend(values_of(at));
		statements.extend(before.map(|before| Statement {
			text: BEGIN,
			values: vec![text(&before.cursor)],
			must_change: true,
		}));
		statements.push(statement(FIRST, values));
		self.transact(&statements).await
	}

	/// Changes rows and cursor together, from one cursor to another; and of which block the rows are, where it is said.
	pub async fn go_on(
		&mut self,
		steps: &[Step],
		from: &str,
		to: &str,
		at: Option<At>,
	) -> Result<(), Failure> {
		let mut statements: Vec<_> = steps.iter().flat_map(statements_of).collect();
		// SQLite counts values in the order in which they are named.
		let mut values = vec![text(to)];
		values.extend(at.into_iter().flat_map(values_of));
		values.push(text(from));
		statements.push(Statement {
			text: if at.is_some() { NEXT_AT } else { NEXT },
			values,
			must_change: true,
		});
		self.transact(&statements).await
	}

	async fn transact(&mut self, statements: &[Statement]) -> Result<(), Failure> {
		let done = match &mut self.database {
			Database::Sqlite(database) => in_sqlite(database, statements),
			Database::Postgres(client) => in_postgres(client, statements).await,
		};
		done.map_err(|trouble| failed(&self.shown, trouble))
	}
}

fn in_sqlite(database: &mut Connection, statements: &[Statement]) -> Result<(), Trouble> {
	let transaction = database.transaction_with_behavior(TransactionBehavior::Immediate)?;
	let mut prepared = BTreeMap::new();
	for statement in statements {
		let known = match prepared.entry(statement.text) {
			Entry::Occupied(known) => known.into_mut(),
			Entry::Vacant(new) => new.insert(transaction.prepare(statement.text)?),
		};
		let changed = known.execute(params_from_iter(&statement.values))?;
		if statement.must_change && changed != 1 {
			return Err(Trouble::Overtaken);
		}
	}
	drop(prepared);
	Ok(transaction.commit()?)
}

async fn in_postgres(client: &mut Client, statements: &[Statement]) -> Result<(), Trouble> {
	let transaction = client.transaction().await?;
	let mut prepared = BTreeMap::new();
	for statement in statements {
		let known = &*match prepared.entry(statement.text) {
			Entry::Occupied(known) => known.into_mut(),
			Entry::Vacant(new) => new.insert(transaction.prepare(statement.text).await?),
		};
		let values: Vec<&(dyn ToSql + Sync)> = statement
			.values
			.iter()
			.map(|value| match value {
				Value::Text(text) => text as &(dyn ToSql + Sync),
				Value::Number(number) => number,
				Value::Nothing => &None::<i64>,
			})
			.collect();
		let changed = transaction.execute(known, &values).await?;
		if statement.must_change && changed != 1 {
			return Err(Trouble::Overtaken);
		}
	}
	Ok(transaction.commit().await?)
}

impl rusqlite::ToSql for Value {
	fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
		match self {
			Self::Text(text) => rusqlite::ToSql::to_sql(text),
			Self::Number(number) => rusqlite::ToSql::to_sql(number),
			Self::Nothing => rusqlite::ToSql::to_sql(&rusqlite::types::Null),
		}
	}
}

fn failed(shown: &str, trouble: Trouble) -> Failure {
	let database = ("database", shown.to_owned());
	let why = match trouble {
		Trouble::Sqlite(error) => error.to_string(),
		Trouble::Postgres(error) => postgres::why(&error),
		Trouble::Overtaken => return Failure::with(Kind::MirrorAtWork, [database]),
	};
	Failure::with(Kind::Database, [database, ("why", why)])
}

fn statement(text: &'static str, values: impl Into<Vec<Value>>) -> Statement {
	Statement {
		text,
		values: values.into(),
		must_change: false,
	}
}

fn text(text: &str) -> Value {
	Value::Text(text.to_owned())
}

fn number(number: u64) -> Value {
	Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
}

fn values_of(at: At) -> [Value; 4] {
	[
		Value::Number(at.block.number.into()),
		Value::Text(format!("{:?}", at.block.hash)),
		Value::Number(at.last_final.into()),
		number(at.time),
	]
}

/// The statements of a step.
fn statements_of(step: &Step) -> Vec<Statement> {
	let (first, rows) = match step {
		Step::Certificate {
			issuer,
			certificate,
			rows,
		} => (statement(REMOVE, [text(issuer), text(certificate)]), rows),
		Step::Anew {
			issuer: Some(issuer),
			rows,
		} => (statement(REMOVE_OF, [text(issuer)]), rows),
		Step::Anew { issuer: None, rows } => (statement(REMOVE_ALL, []), rows),
	};
	let rows = rows.iter().map(addition);
	std::iter::once(first).chain(rows).collect()
}

fn addition(row: &Row) -> Statement {
	let values = [
		text(&row.issuer),
		text(&row.certificate),
		text(&row.tin),
		text(&row.role),
		text(&row.direction),
		text(&row.benefits),
		row.valid_through.map_or(Value::Nothing, Value::Number),
		Value::Number(row.block),
	];
	statement(ADD, values)
}
