//! The feed: what happens on the chain to somebody who grants benefits, in order, from any place on.
//!
//! What blocks tell comes from the runtime of each block. Of final blocks it stands in an index on disk
//! ([`index`]); what is above them is kept in memory, so that no re-organisation touches the disk. All of
//! it is a function of the blocks: each node tells the same, under the same ids.
//!
//! | module | what it holds |
//! |---|---|
//! | [`entry`] | what a block tells, and what that means for one grantor |
//! | [`cursor`] | up to where somebody has read |
//! | [`index`] | the final blocks, on disk |
//! | [`follow`] | asks the runtime about each block, and follows the chain |

pub mod cursor;
pub mod entry;
pub mod follow;
pub mod index;

use aeo_primitives::{recognition::Earned, Moment, Territory};
use aeo_runtime::{BlockNumber, Hash};
use aeo_runtime_api::CertificateKey;
use cursor::{short, Cursor, Position};
use entry::{both, Entry, Kind, Told};
use index::{Index, State};
use std::{
	collections::{BTreeMap, BTreeSet},
	sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
};
use tokio::sync::watch;

/// Lost blocks are remembered until so many are final above them, so that who has read them is told what
/// to take back.
const LOST_KEPT: u32 = 64;

/// The most final blocks that one page looks at.
const SCANNED: usize = 2_000;

/// What is final was read up to at most so many blocks before what was told early and is final by now.
const FIRM_BEHIND: BlockNumber = 5_000;

/// What counts for who reads.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Finality {
	/// What is final.
	Final,
	/// What is best; what is lost is taken back.
	Best,
	/// What takes away as soon as it is best, all else when it is final.
	Safe,
}

/// What is asked of the feed.
#[derive(Clone, Debug)]
pub struct Ask {
	/// Who asks.
	pub grantor: Territory,
	/// Only these kinds; all where there are none.
	pub kinds: Vec<Kind>,
	/// What counts.
	pub finality: Finality,
	/// The most lines.
	pub limit: usize,
	/// The last block of which something is told.
	pub until: Option<BlockNumber>,
}

/// What a line says of its entry.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Op {
	/// It holds.
	Put,
	/// It does not: its block was lost. What it is about earns what the line says.
	Retract,
	/// Blocks that were read are lost and not known any more: all is to be read anew.
	Resync,
}

/// A line of an answer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Line {
	/// What it says.
	pub op: Op,
	/// Where its entry is.
	pub at: Position,
	/// The hash of that block.
	pub hash: Hash,
	/// The time of that block.
	pub time: Moment,
	/// The entry; none where all is to be read anew.
	pub entry: Option<Entry>,
	/// What the certificate earns from the grantor, by all that counts.
	pub benefits: Vec<Earned>,
	/// It is told before it is final, and once more then.
	pub early: bool,
	/// Whether its block is final.
	pub is_final: bool,
}

/// A block by its number and hash.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Named {
	/// Its number.
	pub number: BlockNumber,
	/// Its hash.
	pub hash: Hash,
}

/// Some lines.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Page {
	/// In order.
	pub lines: Vec<Line>,
	/// From where it goes on.
	pub cursor: Cursor,
	/// Whether there is more already, even where there are no lines.
	pub more: bool,
	/// The best block.
	pub best: Named,
	/// The last final block.
	pub last_final: Named,
}

/// Why a feed gives no lines.
#[derive(Debug)]
pub enum Refused {
	/// It begins with this block only.
	Begins(BlockNumber),
	/// What is final is not as the cursor has it, or was read up to too long ago.
	Foreign,
	/// The cursor is ahead of this node.
	Behind,
	/// The block of the cursor isn't final, and it doesn't say up to where what is final was read.
	Unsettled,
	/// The index can't be read.
	Index(index::Error),
}

impl From<index::Error> for Refused {
	fn from(error: index::Error) -> Self {
		Self::Index(error)
	}
}

/// Gives the hash of a final block by its number.
pub type FinalHash = Arc<dyn Fn(BlockNumber) -> Option<Hash> + Send + Sync>;

/// The feed of this node.
pub struct Feed {
	inner: RwLock<Inner>,
	final_hash: FinalHash,
	/// Rises with each block.
	moved: watch::Sender<u64>,
}

struct Inner {
	index: Index,
	/// Up to where the index goes, which is what is final here.
	state: State,
	/// The blocks above it, and those that were lost.
	blocks: BTreeMap<Hash, Told>,
	/// The best block; the last final one where nothing is above it.
	best: Named,
}

impl Feed {
	/// A feed that goes on where an index ends.
	pub fn new(index: Index, state: State, final_hash: FinalHash) -> Self {
		let best = Named {
			number: state.last,
			hash: state.hash,
		};
		Self {
			inner: RwLock::new(Inner {
				index,
				state,
				blocks: BTreeMap::new(),
				best,
			}),
			final_hash,
			moved: watch::Sender::new(0),
		}
	}

	fn read(&self) -> RwLockReadGuard<'_, Inner> {
		self.inner.read().unwrap_or_else(PoisonError::into_inner)
	}

	fn write(&self) -> RwLockWriteGuard<'_, Inner> {
		self.inner.write().unwrap_or_else(PoisonError::into_inner)
	}

	/// Wakes up with each block.
	pub fn moves(&self) -> watch::Receiver<u64> {
		self.moved.subscribe()
	}

	/// Up to where the index goes.
	pub fn state(&self) -> State {
		self.read().state
	}

	/// Whether a block is known, above what is final.
	pub fn knows(&self, hash: Hash) -> bool {
		let inner = self.read();
		inner.state.hash == hash || inner.blocks.contains_key(&hash)
	}

	/// The time of a block that is known, above what is final or the last of that.
	pub fn time(&self, hash: Hash) -> Option<Moment> {
		let inner = self.read();
		if inner.state.hash == hash {
			return Some(inner.state.time);
		}
		inner.blocks.get(&hash).map(|told| told.time)
	}

	/// The certificates to be looked at in a block after `parent`, between two moments.
	///
	/// # Errors
	///
	/// The index can't be read.
	pub fn due(
		&self,
		parent: Hash,
		since: Moment,
		until: Moment,
	) -> Result<BTreeSet<CertificateKey>, index::Error> {
		let inner = self.read();
		let mut due: BTreeSet<_> = inner.index.due(since, until)?.into_iter().collect();
		let mut at = inner.blocks.get(&parent);
		while let Some(told) = at {
			let within =
				|(moment, _): &&(Moment, CertificateKey)| since < *moment && *moment <= until;
			due.extend(
				told.scheduled
					.iter()
					.filter(within)
					.map(|(_, key)| key.clone()),
			);
			at = inner.blocks.get(&told.parent);
		}
		Ok(due)
	}

	/// Adds a block above what is final.
	pub fn add(&self, told: Told) {
		self.write().blocks.insert(told.hash, told);
	}

	/// Says which block is the best one. It is known, and so are those between it and what is final.
	pub fn set_best(&self, best: Named) {
		self.write().best = best;
		self.wake();
	}

	/// Makes known blocks final, each the child of the one before.
	///
	/// # Errors
	///
	/// The index can't be written.
	pub fn finalise(&self, blocks: &[Told], is_lasting: bool) -> Result<(), index::Error> {
		let mut inner = self.write();
		inner.state = inner.index.append(inner.state, blocks, is_lasting)?;
		let last = inner.state.last;
		inner
			.blocks
			.retain(|_, told| told.number.saturating_add(LOST_KEPT) > last);
		for told in blocks {
			inner.blocks.remove(&told.hash);
		}
		if inner.best.number <= last {
			inner.best = Named {
				number: last,
				hash: inner.state.hash,
			};
		}
		drop(inner);
		self.wake();
		Ok(())
	}

	/// Begins the index anew behind a block.
	///
	/// # Errors
	///
	/// The index can't be written.
	pub fn begin(
		&self,
		behind: (BlockNumber, Hash, Moment),
		scheduled: &[(Moment, CertificateKey)],
	) -> Result<(), index::Error> {
		let mut inner = self.write();
		inner.state = inner.index.begin(behind, scheduled)?;
		inner.blocks.clear();
		inner.best = Named {
			number: behind.0,
			hash: behind.1,
		};
		Ok(())
	}

	/// Goes on behind a final block; the feed begins there.
	///
	/// # Errors
	///
	/// The index can't be written.
	pub fn skip(&self, last: Named) -> Result<(), index::Error> {
		let mut inner = self.write();
		inner.state = inner.index.skip(inner.state, last.number, last.hash)?;
		inner.blocks.clear();
		inner.best = last;
		Ok(())
	}

	/// A known block above what is final.
	pub fn told(&self, hash: Hash) -> Option<Told> {
		self.read().blocks.get(&hash).cloned()
	}

	fn wake(&self) {
		self.moved
			.send_modify(|count| *count = count.wrapping_add(1));
	}

	/// The place behind everything that there is now.
	///
	/// # Errors
	///
	/// The index can't be read.
	pub fn end(&self, finality: Finality) -> Result<Cursor, Refused> {
		let inner = self.read();
		let firm = inner.firm_end()?;
		let at = match finality {
			Finality::Final => firm,
			Finality::Best | Finality::Safe => inner.best_end()?,
		};
		Ok(Cursor {
			at,
			firm: (finality == Finality::Safe).then_some((firm.number, firm.place)),
		})
	}

	/// The place before the first entry of a block, or of the first one of this moment or later.
	///
	/// # Errors
	///
	/// The feed begins later, or the index can't be read.
	pub fn before(&self, since: Since) -> Result<Cursor, Refused> {
		let inner = self.read();
		let number = match since {
			Since::Block(number) => number,
			Since::Time(time) => match inner.index.first_since(time)? {
				Some(number) => number,
				None => inner.state.last.saturating_add(1),
			},
		};
		inner.ensure_begun(number)?;
		let behind = number.saturating_sub(1).min(inner.state.last);
		let hash = (self.final_hash)(behind).ok_or(Refused::Behind)?;
		// All entries of the block before are behind, however many it has.
		let place = inner.index.block(behind)?.map_or(0, |told| told.count());
		Ok(Position::new(behind, hash, place).into())
	}

	/// The lines behind a place.
	///
	/// # Errors
	///
	/// The feed begins later, the place is on no chain that this node knows, or the index can't be read.
	pub fn page(&self, ask: &Ask, cursor: Cursor) -> Result<Page, Refused> {
		let inner = self.read();
		Reading {
			ask,
			inner: &inner,
			path: inner.path(),
			final_hash: &*self.final_hash,
			lines: Vec::new(),
			more: false,
		}
		.read(cursor)
	}
}

/// From where a feed is read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Since {
	/// From this block on.
	Block(BlockNumber),
	/// From this moment on.
	Time(Moment),
}

impl Inner {
	/// The blocks from what is final to the best one.
	fn path(&self) -> Vec<&Told> {
		let mut path = Vec::new();
		let mut at = self.blocks.get(&self.best.hash);
		while let Some(told) = at.filter(|told| told.number > self.state.last) {
			path.push(told);
			at = self.blocks.get(&told.parent);
		}
		path.reverse();
		path
	}

	fn ensure_begun(&self, number: BlockNumber) -> Result<(), Refused> {
		if number < self.state.first {
			return Err(Refused::Begins(self.state.first));
		}
		Ok(())
	}

	/// The place behind everything that is final.
	fn firm_end(&self) -> Result<Position, index::Error> {
		let State { last, hash, .. } = self.state;
		let place = self.index.block(last)?.map_or(0, |told| told.count());
		Ok(Position::new(last, hash, place))
	}

	/// The place behind everything that is best.
	fn best_end(&self) -> Result<Position, index::Error> {
		match self.blocks.get(&self.best.hash) {
			Some(told) => Ok(Position::new(told.number, told.hash, told.count())),
			None => self.firm_end(),
		}
	}
}

/// Where a place is.
enum Place<'a> {
	/// On the chain.
	Here,
	/// In lost blocks, which are known, latest first with what was read of each; below them begins the
	/// chain.
	Lost(Vec<(&'a Told, u32)>, Position),
	/// In a lost block that is not known.
	Unknown,
}

/// Reads a page.
struct Reading<'a> {
	ask: &'a Ask,
	inner: &'a Inner,
	path: Vec<&'a Told>,
	final_hash: &'a (dyn Fn(BlockNumber) -> Option<Hash> + Send + Sync),
	lines: Vec<Line>,
	more: bool,
}

impl<'a> Reading<'a> {
	fn read(mut self, cursor: Cursor) -> Result<Page, Refused> {
		self.inner
			.ensure_begun(cursor.at.number.saturating_add(1))?;
		if let Some((number, _)) = cursor.firm {
			self.inner.ensure_begun(number.saturating_add(1))?;
		}
		let cursor = match self.ask.finality {
			Finality::Final => {
				let from = self.lower(cursor.at, cursor.firm)?;
				self.read_final(from)?.into()
			}
			Finality::Best => self.read_best(cursor)?,
			Finality::Safe => self.read_safe(cursor)?,
		};
		let State { last, hash, .. } = self.inner.state;
		Ok(Page {
			lines: self.lines,
			cursor,
			more: self.more,
			best: self.inner.best,
			last_final: Named { number: last, hash },
		})
	}

	fn is_final(&self, at: Position) -> bool {
		at.number <= self.inner.state.last
			&& (self.final_hash)(at.number).map(short) == Some(at.hash)
	}

	fn is_on_path(&self, at: Position) -> bool {
		self.path
			.iter()
			.any(|told| told.number == at.number && short(told.hash) == at.hash)
	}

	/// Where a place is.
	fn find(&self, at: Position) -> Result<Place<'a>, Refused> {
		if self.is_final(at) || self.is_on_path(at) {
			return Ok(Place::Here);
		}
		let is_named = |told: &&Told| told.number == at.number && short(told.hash) == at.hash;
		let inner = self.inner;
		let Some(mut told) = inner.blocks.values().find(is_named) else {
			// However long ago it was lost: who has kept such a place all the while is told to read all anew.
			return if at.number > inner.best.number {
				Err(Refused::Behind)
			} else {
				Ok(Place::Unknown)
			};
		};
		let mut lost = vec![(told, at.place)];
		loop {
			let number = told.number.saturating_sub(1);
			let parent = Position::new(number, told.parent, 0);
			if self.is_final(parent) || self.is_on_path(parent) {
				let place = match inner.blocks.get(&told.parent) {
					Some(parent) => parent.count(),
					None => inner.index.block(number)?.map_or(0, |told| told.count()),
				};
				return Ok(Place::Lost(lost, Position { place, ..parent }));
			}
			match inner.blocks.get(&told.parent) {
				Some(parent) => told = parent,
				None => return Ok(Place::Unknown),
			}
			lost.push((told, told.count()));
		}
	}

	/// The hash of a block that is final, or on the way to the best one.
	fn hash_of(&self, number: BlockNumber) -> Result<Hash, Refused> {
		let hash = if number > self.inner.state.last {
			let told = self.path.iter().find(|told| told.number == number);
			told.map(|told| told.hash)
		} else {
			(self.final_hash)(number)
		};
		hash.ok_or(Refused::Behind)
	}

	/// The place below which all was read: of one that was read early only what takes away was told.
	fn lower(&self, at: Position, firm: Option<(BlockNumber, u32)>) -> Result<Position, Refused> {
		match firm {
			Some((number, place)) if (number, place) < (at.number, at.place) => {
				// A foreign one is refused all the same.
				self.find(at)?;
				Ok(Position::new(number, self.hash_of(number)?, place))
			}
			_ => Ok(at),
		}
	}

	/// Whether a block is beyond what is asked about.
	fn is_beyond(&self, number: BlockNumber) -> bool {
		self.ask.until.is_some_and(|until| number > until)
	}

	fn wants(&self, entry: &Entry) -> bool {
		entry.concerns(self.ask.grantor)
			&& (self.ask.kinds.is_empty() || self.ask.kinds.contains(&entry.kind()))
	}

	/// Adds a line; says whether there was room for it.
	fn push(&mut self, line: Line) -> bool {
		if self.lines.len() >= self.ask.limit {
			self.more = true;
			return false;
		}
		self.lines.push(line);
		true
	}

	fn line(&self, told: &Told, place: u32, entry: &Entry) -> Line {
		Line {
			op: Op::Put,
			at: Position::new(told.number, told.hash, place),
			hash: told.hash,
			time: told.time,
			benefits: entry.after(self.ask.grantor).to_vec(),
			entry: Some(entry.clone()),
			early: false,
			is_final: told.number <= self.inner.state.last,
		}
	}

	/// Adds the lines of a block behind a place in it. Gives up to where.
	fn read_block(
		&mut self,
		told: &Told,
		behind: u32,
		mut line: impl FnMut(&Self, Line, &Entry) -> Option<Line>,
	) -> Position {
		let mut read = Position::new(told.number, told.hash, behind);
		for (place, entry) in told.placed().filter(|(place, _)| *place > behind) {
			if self.wants(entry) {
				let made = self.line(told, place, entry);
				if let Some(made) = line(self, made, entry) {
					if !self.push(made) {
						return read;
					}
				}
			}
			read.place = place;
		}
		read
	}

	/// Adds the lines of final blocks behind a place, which is one of them.
	fn read_firm(
		&mut self,
		behind: (BlockNumber, u32),
		mut line: impl FnMut(&Self, Line, &Entry) -> Option<Line>,
	) -> Result<Position, Refused> {
		let last = self.inner.state.last;
		let mut to = self.ask.until.map_or(last, |until| until.min(last));
		if to < behind.0 {
			return Ok(Position::new(behind.0, self.hash_of(behind.0)?, behind.1));
		}
		let mut read = None;
		let inner = self.inner;
		let range = (behind.0, to);
		let stopped = inner.index.each(self.ask.grantor, range, SCANNED, |told| {
			let skipped = if told.number == behind.0 { behind.1 } else { 0 };
			read = Some(self.read_block(&told, skipped, &mut line));
			!self.more
		})?;
		if let Some(read) = read.filter(|_| self.more) {
			return Ok(read);
		}
		if let Some(number) = stopped {
			self.more = true;
			to = number;
		}
		if to == last {
			return Ok(inner.firm_end()?);
		}
		let hash = self.hash_of(to)?;
		let place = inner.index.block(to)?.map_or(0, |told| told.count());
		Ok(Position::new(to, hash, place))
	}

	fn read_final(&mut self, at: Position) -> Result<Position, Refused> {
		if at.number > self.inner.state.last && self.is_on_path(at) {
			return Ok(at);
		}
		if !self.is_final(at) {
			let is_ahead = at.number > self.inner.best.number;
			return Err(if is_ahead {
				Refused::Behind
			} else {
				Refused::Foreign
			});
		}
		self.read_firm((at.number, at.place), |_, line, _| Some(line))
	}

	/// Says that all is to be read anew, and goes on behind what is final.
	fn resync(&mut self) -> Result<Position, Refused> {
		let end = self.inner.firm_end()?;
		let State { hash, time, .. } = self.inner.state;
		self.push(Line {
			op: Op::Resync,
			at: end,
			hash,
			time,
			entry: None,
			benefits: Vec::new(),
			early: false,
			is_final: true,
		});
		Ok(end)
	}

	/// Takes back what was read of lost blocks, latest first. Gives the place below them, or where the
	/// page was full.
	fn take_back(
		&mut self,
		at: Position,
		mut line: impl FnMut(&Self, Line, &Entry) -> Option<Line>,
	) -> Result<Position, Refused> {
		let (lost, below) = match self.find(at)? {
			Place::Here => return Ok(at),
			Place::Unknown => return self.resync(),
			Place::Lost(lost, below) => (lost, below),
		};
		let grantor = self.ask.grantor;
		// What a certificate earned below all of them.
		let mut below_all: BTreeMap<CertificateKey, &[Earned]> = BTreeMap::new();
		let mut anew: Vec<&Entry> = Vec::new();
		for (told, read) in lost.iter().rev() {
			for (_, entry) in told.placed().filter(|(place, _)| place <= read) {
				if entry.resync(grantor).is_some() {
					anew.push(entry);
				}
				if let Some(certificate) = entry.certificate() {
					// Where all of its issuer's were read anew below it, they are again, when that is taken back.
					let is_unsettled = anew
						.iter()
						.any(|other| other.unsettles(grantor, certificate.issuer));
					below_all.entry(certificate).or_insert_with(|| {
						if is_unsettled {
							&[]
						} else {
							entry.before(grantor)
						}
					});
				}
			}
		}
		for (told, read) in lost {
			let placed: Vec<_> = told.placed().filter(|(place, _)| *place <= read).collect();
			for (place, entry) in placed.into_iter().rev() {
				if !self.wants(entry) {
					continue;
				}
				let earned = entry.certificate().and_then(|key| below_all.get(&key));
				let made = Line {
					op: Op::Retract,
					benefits: earned.map_or_else(Vec::new, |earned| earned.to_vec()),
					..self.line(told, place, entry)
				};
				if let Some(made) = line(self, made, entry) {
					if !self.push(made) {
						return Ok(Position::new(told.number, told.hash, place));
					}
				}
			}
		}
		Ok(below)
	}

	/// Adds the lines of blocks above what is final, behind a place.
	fn read_path(
		&mut self,
		behind: Position,
		mut line: impl FnMut(&Self, Line, &Entry) -> Option<Line>,
	) -> Position {
		let mut read = behind;
		for told in self.path.clone() {
			if told.number < behind.number || self.more || self.is_beyond(told.number) {
				continue;
			}
			let skipped = if told.number == behind.number {
				behind.place
			} else {
				0
			};
			read = self.read_block(told, skipped, &mut line);
		}
		read
	}

	fn read_best(&mut self, cursor: Cursor) -> Result<Cursor, Refused> {
		let at = self.take_back(cursor.at, |_, line, _| Some(line))?;
		if self.more {
			return Ok(Cursor { at, ..cursor });
		}
		let mut read = self.lower(at, cursor.firm)?;
		if read.number <= self.inner.state.last {
			read = self.read_firm((read.number, read.place), |_, line, _| Some(line))?;
		}
		if !self.more {
			read = self.read_path(read, |_, line, _| Some(line));
		}
		Ok(read.into())
	}

	/// What a certificate earns at least by all that is best: what the blocks above what is final leave of
	/// it. That is nothing as long as one of them asks to read its issuer's certificates anew: what they
	/// earn by that block stands in the list, which is read when that entry is told.
	fn left(&self, entry: &Entry, earned: &[Earned]) -> Vec<Earned> {
		let grantor = self.ask.grantor;
		let Some(certificate) = entry.certificate() else {
			return earned.to_vec();
		};
		let entries = self.path.iter().flat_map(|told| &told.entries);
		if entries
			.clone()
			.any(|other| other.unsettles(grantor, certificate.issuer))
		{
			return Vec::new();
		}
		entries
			.filter(|other| other.certificate().as_ref() == Some(&certificate))
			.fold(earned.to_vec(), |left, other| {
				both(&both(&left, other.before(grantor)), other.after(grantor))
			})
	}

	fn read_safe(&mut self, cursor: Cursor) -> Result<Cursor, Refused> {
		let grantor = self.ask.grantor;
		let end = self.inner.firm_end()?;
		let firm = match cursor.firm {
			Some(firm) => firm,
			None if self.is_final(cursor.at) => (cursor.at.number, cursor.at.place),
			None => {
				self.find(cursor.at)?;
				return Err(Refused::Unsettled);
			}
		};
		let at = self.take_back(cursor.at, |reading, line, entry| {
			entry.takes(grantor).then(|| Line {
				benefits: reading.left(entry, &line.benefits),
				..line
			})
		})?;
		let firm_at = |firm| Cursor {
			at,
			firm: Some(firm),
		};
		if self.more {
			return Ok(firm_at(firm));
		}
		if self.lines.iter().any(|line| line.op == Op::Resync) {
			return Ok(Cursor {
				at,
				firm: Some((end.number, end.place)),
			});
		}
		// What was taken away early stays so, whatever comes before it and is final only now.
		let mut taken: Vec<(Position, Entry)> = Vec::new();
		let until = at.number.min(end.number);
		if until.saturating_sub(firm.0) > FIRM_BEHIND {
			return Err(Refused::Foreign);
		}
		self.inner
			.index
			.each(grantor, (firm.0, until), usize::MAX, |told| {
				for (place, entry) in told.placed().filter(|(_, entry)| entry.takes(grantor)) {
					taken.push((Position::new(told.number, told.hash, place), entry.clone()));
				}
				true
			})?;
		let read = self.read_firm(firm, |reading, line, entry| {
			let later = taken
				.iter()
				.filter(|(at, _)| (at.number, at.place) > (line.at.number, line.at.place))
				.map(|(_, other)| other);
			let left = reading.left(entry, &line.benefits);
			let benefits = entry.certificate().map_or_else(Vec::new, |certificate| {
				later.fold(left, |left, other| {
					if other.unsettles(grantor, certificate.issuer) {
						Vec::new()
					} else if other.certificate().as_ref() == Some(&certificate) {
						both(&left, other.after(grantor))
					} else {
						left
					}
				})
			});
			Some(Line { benefits, ..line })
		})?;
		let firm = (read.number, read.place);
		if self.more {
			return Ok(firm_at(firm));
		}
		let begin = if at.number > end.number { at } else { end };
		let at = self.read_path(begin, |reading, line, entry| {
			entry.takes(grantor).then(|| Line {
				benefits: reading.left(entry, &line.benefits),
				early: true,
				..line
			})
		});
		Ok(Cursor {
			at,
			firm: Some(firm),
		})
	}
}

#[cfg(test)]
mod tests;
