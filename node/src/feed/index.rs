//! What final blocks tell, on disk: a file of its own beside the database, which can be deleted and is
//! made anew from the blocks.

use super::entry::Told;
use aeo_primitives::{Moment, Territory};
use aeo_runtime::{BlockNumber, Hash};
use aeo_runtime_api::CertificateKey;
use codec::{Decode, Encode};
use redb::{Database, Durability, ReadableDatabase, TableDefinition, WriteTransaction};
use std::path::Path;

/// Rises when what is stored is written in another way: an index of another version is made anew.
const VERSION: u32 = 1;

/// By number, the blocks that tell something: 32 bytes that say to whom, and the block.
const BLOCKS: TableDefinition<u32, &[u8]> = TableDefinition::new("blocks");

/// The numbers of those blocks by their times.
const TIMES: TableDefinition<u64, u32> = TableDefinition::new("times");

/// When which certificate is to be looked at: time, issuer, number.
const SCHEDULE: TableDefinition<(u64, u8, &str), ()> = TableDefinition::new("schedule");

/// What holds for all of it, under [`STATE`].
const META: TableDefinition<&str, &[u8]> = TableDefinition::new("meta");

/// Where [`State`] is.
const STATE: &str = "state";

/// Bytes that say whom a block concerns, a bit for each territory.
const HEARERS: usize = 32;

/// Up to where the index goes.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq)]
pub struct State {
	version: u32,
	genesis: Hash,
	/// The first block that it has.
	pub first: BlockNumber,
	/// The last one.
	pub last: BlockNumber,
	/// Its hash.
	pub hash: Hash,
	/// Its time.
	pub time: Moment,
}

/// The index.
pub struct Index {
	database: Database,
	genesis: Hash,
}

/// What goes wrong with the file.
pub type Error = Box<redb::Error>;

fn wrong(error: impl Into<redb::Error>) -> Error {
	Box::new(error.into())
}

impl Index {
	/// Opens the index of a chain, or makes an empty one.
	///
	/// # Errors
	///
	/// The file can't be read or written.
	pub fn open(path: &Path, genesis: Hash) -> Result<Self, Error> {
		let database = Database::create(path).map_err(wrong)?;
		Ok(Self { database, genesis })
	}

	/// An index that is gone with the process.
	#[cfg(test)]
	pub fn in_memory(genesis: Hash) -> Self {
		let backend = redb::backends::InMemoryBackend::new();
		let database = Database::builder()
			.create_with_backend(backend)
			.expect("memory can be written");
		Self { database, genesis }
	}

	/// Up to where it goes; none where it is empty, of another chain or of another version.
	///
	/// # Errors
	///
	/// The file can't be read.
	pub fn state(&self) -> Result<Option<State>, Error> {
		let read = self.database.begin_read().map_err(wrong)?;
		let meta = match read.open_table(META) {
			Err(redb::TableError::TableDoesNotExist(_)) => return Ok(None),
			other => other.map_err(wrong)?,
		};
		let stored = meta.get(STATE).map_err(wrong)?;
		Ok(stored
			.and_then(|bytes| State::decode(&mut bytes.value()).ok())
			.filter(|state| state.version == VERSION && state.genesis == self.genesis))
	}

	/// Begins anew behind a block, with what is to come for the certificates that there are.
	///
	/// # Errors
	///
	/// The file can't be written.
	pub fn begin(
		&self,
		(last, hash, time): (BlockNumber, Hash, Moment),
		scheduled: &[(Moment, CertificateKey)],
	) -> Result<State, Error> {
		let write = self.database.begin_write().map_err(wrong)?;
		write.delete_table(BLOCKS).map_err(wrong)?;
		write.delete_table(TIMES).map_err(wrong)?;
		write.delete_table(SCHEDULE).map_err(wrong)?;
		write.open_table(BLOCKS).map_err(wrong)?;
		write.open_table(TIMES).map_err(wrong)?;
		schedule(&write, scheduled)?;
		let state = State {
			version: VERSION,
			genesis: self.genesis,
			first: last.saturating_add(1),
			last,
			hash,
			time,
		};
		put_state(&write, &state)?;
		write.commit().map_err(wrong)?;
		Ok(state)
	}

	/// Goes on behind a final block, of which nothing is told, nor of those since the last one. What there is
	/// stays, but the index begins behind that block.
	///
	/// # Errors
	///
	/// The file can't be written.
	pub fn skip(&self, state: State, last: BlockNumber, hash: Hash) -> Result<State, Error> {
		let write = self.database.begin_write().map_err(wrong)?;
		let state = State {
			first: last.saturating_add(1),
			last,
			hash,
			..state
		};
		put_state(&write, &state)?;
		write.commit().map_err(wrong)?;
		Ok(state)
	}

	/// Adds final blocks, each the child of the one before. Those that tell nothing cost nothing; the
	/// last state is safe on disk when there was something, or `is_lasting`.
	///
	/// # Errors
	///
	/// The file can't be written.
	pub fn append(
		&self,
		mut state: State,
		blocks: &[Told],
		is_lasting: bool,
	) -> Result<State, Error> {
		let Some(last) = blocks.last() else {
			return Ok(state);
		};
		let mut write = self.database.begin_write().map_err(wrong)?;
		let is_empty = blocks.iter().all(|told| told.entries.is_empty());
		if is_empty && !is_lasting {
			write
				.set_durability(Durability::None)
				.map_err(|error| wrong(redb::Error::from(error)))?;
		}
		{
			let mut table = write.open_table(BLOCKS).map_err(wrong)?;
			let mut times = write.open_table(TIMES).map_err(wrong)?;
			for told in blocks.iter().filter(|told| !told.entries.is_empty()) {
				let mut bytes = hearers(told).to_vec();
				told.encode_to(&mut bytes);
				table.insert(told.number, bytes.as_slice()).map_err(wrong)?;
				times.insert(told.time, told.number).map_err(wrong)?;
			}
		}
		for told in blocks {
			schedule(&write, &told.scheduled)?;
		}
		state.last = last.number;
		state.hash = last.hash;
		state.time = last.time;
		put_state(&write, &state)?;
		write.commit().map_err(wrong)?;
		Ok(state)
	}

	/// The certificates that are to be looked at after one moment and up to another.
	///
	/// # Errors
	///
	/// The file can't be read.
	pub fn due(&self, since: Moment, until: Moment) -> Result<Vec<CertificateKey>, Error> {
		let read = self.database.begin_read().map_err(wrong)?;
		let table = read.open_table(SCHEDULE).map_err(wrong)?;
		let from = (since.saturating_add(1), 0, "");
		let to = (until.saturating_add(1), 0, "");
		let mut due = Vec::new();
		for entry in table.range(from..to).map_err(wrong)? {
			let (key, _) = entry.map_err(wrong)?;
			let (_, issuer, number) = key.value();
			let issuer = Territory::decode(&mut &[issuer][..]);
			if let (Ok(issuer), Ok(number)) = (issuer, number.parse()) {
				due.push(CertificateKey { issuer, number });
			}
		}
		Ok(due)
	}

	/// The first block of this time or later that tells something.
	///
	/// # Errors
	///
	/// The file can't be read.
	pub fn first_since(&self, time: Moment) -> Result<Option<BlockNumber>, Error> {
		let read = self.database.begin_read().map_err(wrong)?;
		let table = read.open_table(TIMES).map_err(wrong)?;
		let mut found = table.range(time..).map_err(wrong)?;
		let first = found.next().transpose().map_err(wrong)?;
		Ok(first.map(|(_, number)| number.value()))
	}

	/// What a block tells; none where it tells nothing.
	///
	/// # Errors
	///
	/// The file can't be read.
	pub fn block(&self, number: BlockNumber) -> Result<Option<Told>, Error> {
		let read = self.database.begin_read().map_err(wrong)?;
		let table = read.open_table(BLOCKS).map_err(wrong)?;
		let found = table.get(number).map_err(wrong)?;
		Ok(found.and_then(|bytes| told(bytes.value())))
	}

	/// Hands the blocks that tell a grantor something, from one number to another, to a function, as long
	/// as that says so. Looks at `most` of those that tell anybody something: gives the last of these
	/// where there are more.
	///
	/// # Errors
	///
	/// The file can't be read.
	pub fn each(
		&self,
		grantor: Territory,
		(from, to): (BlockNumber, BlockNumber),
		most: usize,
		mut with: impl FnMut(Told) -> bool,
	) -> Result<Option<BlockNumber>, Error> {
		if from > to {
			return Ok(None);
		}
		let read = self.database.begin_read().map_err(wrong)?;
		let table = read.open_table(BLOCKS).map_err(wrong)?;
		let (place, bit) = bit(grantor);
		let mut last = None;
		for (looked_at, entry) in table.range(from..=to).map_err(wrong)?.enumerate() {
			if looked_at >= most {
				return Ok(last);
			}
			let (number, bytes) = entry.map_err(wrong)?;
			last = Some(number.value());
			let bytes = bytes.value();
			if bytes.get(place).is_some_and(|byte| byte & bit != 0) {
				if let Some(told) = told(bytes) {
					if !with(told) {
						break;
					}
				}
			}
		}
		Ok(None)
	}
}

/// The byte and the bit in it that stand for a territory.
fn bit(territory: Territory) -> (usize, u8) {
	let index = territory.encode().first().copied().unwrap_or_default();
	(usize::from(index / 8), 1 << (index % 8))
}

fn hearers(told: &Told) -> [u8; HEARERS] {
	let mut set = [0; HEARERS];
	for territory in told.entries.iter().flat_map(|entry| &entry.change.hears) {
		let (place, bit) = bit(*territory);
		if let Some(byte) = set.get_mut(place) {
			*byte |= bit;
		}
	}
	set
}

fn told(bytes: &[u8]) -> Option<Told> {
	Told::decode(&mut bytes.get(HEARERS..)?).ok()
}

fn schedule(write: &WriteTransaction, scheduled: &[(Moment, CertificateKey)]) -> Result<(), Error> {
	let mut table = write.open_table(SCHEDULE).map_err(wrong)?;
	for (at, CertificateKey { issuer, number }) in scheduled {
		let issuer = issuer.encode().first().copied().unwrap_or_default();
		table
			.insert((*at, issuer, number.as_str()), ())
			.map_err(wrong)?;
	}
	Ok(())
}

fn put_state(write: &WriteTransaction, state: &State) -> Result<(), Error> {
	let mut meta = write.open_table(META).map_err(wrong)?;
	meta.insert(STATE, state.encode().as_slice())
		.map_err(wrong)?;
	Ok(())
}
