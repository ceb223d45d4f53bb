//! A file that has each line once, however the program ends.
//!
//! The entries of a batch go to the file together, and the last of them names the cursor from which the feed goes on:
//! effect and cursor are one write. What stands behind the last line with a cursor was torn off by the end of the
//! program; it is cut, and comes again. In a file without a cursor it may be what somebody else wrote, and is set aside.

use super::Kept;
use crate::failure::{Failure, Kind};
use aeo_client::changes::Batch;
use serde::Deserialize;
use serde_json::{json, Value};
use std::{
	fs::{File, OpenOptions, TryLockError},
	io::{self, Read, Seek, SeekFrom, Write},
	path::{Path, PathBuf},
	time::Instant,
};

/// So much of the end of a file is looked at first; more where no batch ends in it.
const WINDOW: u64 = 1 << 20;

/// What the name of the file ends in that takes what no batch follows.
const TORN: &str = ".torn";

/// How places in the feed begin.
const PLACE: &str = "f1.";

/// The file.
pub struct Lines {
	file: File,
	path: PathBuf,
	/// From where it goes on; none where no line says it.
	kept: Kept,
}

/// What is read of a line.
#[derive(Deserialize)]
struct Line {
	cursor: Option<String>,
	id: Option<String>,
}

/// The end of a file.
#[derive(Debug, Eq, PartialEq)]
enum End {
	/// So many bytes are whole batches, the last with this cursor.
	Whole(usize, Option<String>),
	/// No batch ends here.
	None,
	/// They are no lines of ours.
	Foreign,
}

/// Where the last whole batch ends. `is_all` says that nothing is before these bytes.
fn end_of(bytes: &[u8], is_all: bool) -> End {
	let mut rest = bytes;
	// The first piece may be the end of a line.
	let mut is_whole = is_all;
	let mut read = 0;
	let mut found = None;
	while let Some(length) = rest.iter().position(|byte| *byte == b'\n') {
		let (line, others) = rest.split_at(length + 1);
		if is_whole {
			match serde_json::from_slice::<Line>(line) {
				Ok(Line {
					cursor: Some(cursor),
					..
				}) if cursor.starts_with(PLACE) => found = Some((read + line.len(), cursor)),
				Ok(Line {
					cursor: None,
					id: Some(id),
				}) if id.starts_with(PLACE) => {}
				_ => return End::Foreign,
			}
		}
		is_whole = true;
		read += line.len();
		rest = others;
	}
	match found {
		Some((end, cursor)) => End::Whole(end, Some(cursor)),
		None if !is_all => End::None,
		// A line that was torn off begins as all do.
		None if rest.is_empty() || rest.starts_with(b"{") => End::Whole(0, None),
		None => End::Foreign,
	}
}

impl Lines {
	/// Opens a file, or makes it, and gives the cursor from which it goes on.
	///
	/// # Errors
	///
	/// Its lines aren't of this program, or another one writes it.
	pub fn open(path: &Path) -> Result<(Self, Option<String>), Failure> {
		let name = path.display().to_string();
		let failure = |error: io::Error| Failure::file(&name, &error);
		let mut file = OpenOptions::new()
			.read(true)
			.write(true)
			.create(true)
			.truncate(false)
			.open(path)
			.map_err(failure)?;
		match file.try_lock() {
			Ok(()) => {}
			Err(TryLockError::WouldBlock) => {
				return Err(Failure::with(Kind::FeedAtWork, [("file", name)]));
			}
			Err(TryLockError::Error(error)) => return Err(failure(error)),
		}
		let length = file.seek(SeekFrom::End(0)).map_err(failure)?;
		let mut window = WINDOW;
		let (end, cursor) = loop {
			let begin = length.saturating_sub(window);
			let mut bytes = Vec::new();
			file.seek(SeekFrom::Start(begin))
				.and_then(|_| file.read_to_end(&mut bytes))
				.map_err(failure)?;
			match end_of(&bytes, begin == 0) {
				End::Whole(end, cursor) => {
					break (begin + u64::try_from(end).unwrap_or(u64::MAX), cursor)
				}
				End::None => window = window.saturating_mul(4),
				End::Foreign => {
					return Err(Failure::with(Kind::NotALineFile, [("file", name)]));
				}
			}
		};
		if cursor.is_none() && length > 0 {
			set_aside(&mut file, path)?;
		}
		file.set_len(end)
			.and_then(|()| file.seek(SeekFrom::Start(end)))
			.map_err(failure)?;
		let lines = Self {
			file,
			path: path.to_owned(),
			kept: Kept {
				cursor: cursor.clone().unwrap_or_default(),
				at: None,
			},
		};
		Ok((lines, cursor))
	}

	/// Writes the entries of a batch; where nothing happens, from time to time a line that says how far it is.
	pub fn append(&mut self, batch: &Batch, now: Instant) -> Result<(), Failure> {
		if !self.kept.is_due(batch, now) {
			return Ok(());
		}
		self.file
			.write_all(&written(batch))
			.and_then(|()| self.file.sync_data())
			.map_err(|error| Failure::file(self.path.display(), &error))?;
		self.kept.pass(batch, now);
		Ok(())
	}
}

/// Puts all of a file behind what was set aside before.
fn set_aside(file: &mut File, path: &Path) -> Result<(), Failure> {
	let mut name = path.as_os_str().to_owned();
	name.push(TORN);
	let name = PathBuf::from(name);
	file.seek(SeekFrom::Start(0))
		.and_then(|_| OpenOptions::new().append(true).create(true).open(&name))
		.and_then(|mut aside| io::copy(file, &mut aside).and_then(|_| aside.sync_all()))
		.map_err(|error| Failure::file(name.display(), &error))
}

/// The lines of a batch.
fn written(batch: &Batch) -> Vec<u8> {
	let mut lines: Vec<_> = batch
		.entries
		.iter()
		.map(|entry| entry.told.clone())
		.collect();
	if lines.is_empty() {
		lines.push(json!({}));
	}
	if let Some(Value::Object(last)) = lines.last_mut() {
		last.insert("cursor".into(), json!(batch.cursor));
	}
	let lines = lines.iter().map(|line| format!("{line}\n"));
	lines.collect::<String>().into_bytes()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::feed::{tests::batch_of, REST};
	use proptest::prelude::*;
	use std::fs;

	#[test]
	fn a_foreign_file_should_be_left_alone() {
		let folder = tempfile::tempdir().expect("a folder");
		for content in [
			"id,name\n1,a\n",
			"notes",
			"{}\n",
			"[1]\n{\"cursor\":\"f1.1.00000000.1\"}\n",
			"{\"id\":\"7\",\"name\":\"a\"}\n",
			"{\"id\":7}\n",
			"{\"cursor\":\"next\"}\n",
		] {
			let path = folder.path().join("file");
			fs::write(&path, content).expect("written");
			let opened = Lines::open(&path);
			let refused = opened.err().is_some_and(|why| why.is(Kind::NotALineFile));
			assert!(refused, "{content}");
			assert_eq!(fs::read_to_string(&path).expect("read"), content);
		}
	}

	#[test]
	fn what_no_cursor_follows_should_be_set_aside() {
		let folder = tempfile::tempdir().expect("a folder");
		let path = folder.path().join("file");
		let mut expected = String::new();
		for content in [
			"{\"id\":\"f1.1.00000000.1\"}\n{\"id\":\"f1.1.00000000.2\"}\n",
			"{\"settings\": {}}",
		] {
			fs::write(&path, content).expect("written");
			let (lines, cursor) = Lines::open(&path).expect("opened");
			drop(lines);
			assert_eq!(cursor, None);
			assert_eq!(fs::read_to_string(&path).expect("read"), "");
			expected.push_str(content);
			let aside = fs::read_to_string(folder.path().join("file.torn"));
			assert_eq!(aside.expect("read"), expected);
		}
	}

	#[test]
	fn how_far_it_is_should_be_kept_though_nothing_happens() {
		let folder = tempfile::tempdir().expect("a folder");
		let path = folder.path().join("file");
		let now = Instant::now();
		let (mut lines, _) = Lines::open(&path).expect("opened");
		lines.append(&batch_of(1, 1), now).expect("written");
		let before = fs::read_to_string(&path).expect("read");
		lines.append(&batch_of(2, 0), now).expect("passed");
		assert_eq!(fs::read_to_string(&path).expect("read"), before);
		let later = batch_of(3, 0);
		for _ in 0..2 {
			// The same place is kept once.
			lines.append(&later, now + REST).expect("written");
		}
		let after = fs::read_to_string(&path).expect("read");
		assert_eq!(
			after,
			format!("{before}{{\"cursor\":\"{}\"}}\n", later.cursor)
		);
		drop(lines);
		let (_, cursor) = Lines::open(&path).expect("opened");
		assert_eq!(cursor, Some(later.cursor));
	}

	#[test]
	fn two_should_not_write_the_same_file() {
		let folder = tempfile::tempdir().expect("a folder");
		let path = folder.path().join("file");
		let first = Lines::open(&path).expect("opened");
		let second = Lines::open(&path).err();
		assert!(second.is_some_and(|why| why.is(Kind::FeedAtWork)));
		drop(first);
		assert!(Lines::open(&path).is_ok());
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(64))]

		/// Batches are written, and the program ends after any byte: it goes on behind the last whole batch, and in
		/// the end each entry is there once.
		#[test]
		fn each_entry_should_be_there_once(
			sizes in prop::collection::vec(0_usize..4, 1..6),
			ends in prop::collection::vec(0_usize..3_000, 0..6),
		) {
			let folder = tempfile::tempdir().expect("a folder");
			let path = folder.path().join("lines.jsonl");
			let batches: Vec<_> = sizes
				.iter()
				.enumerate()
				.map(|(place, size)| batch_of(u32::try_from(place).unwrap_or(0), *size))
				.collect();
			// From where a run goes on.
			let place = |cursor: &Option<String>| match cursor {
				Some(cursor) => batches.iter().position(|batch| batch.cursor == *cursor).expect("known") + 1,
				None => 0,
			};
			for end in ends {
				let (mut lines, cursor) = Lines::open(&path).expect("opened");
				for batch in batches.get(place(&cursor)..).unwrap_or_default() {
					lines.append(batch, Instant::now()).expect("written");
				}
				drop(lines);
				let length = fs::metadata(&path).expect("there").len();
				let cut = u64::try_from(end).unwrap_or(0).min(length);
				// No more than the last batch can be torn.
				let file = OpenOptions::new().write(true).open(&path).expect("opened");
				file.set_len(length - cut).expect("cut");
			}
			let (mut lines, cursor) = Lines::open(&path).expect("opened");
			for batch in batches.get(place(&cursor)..).unwrap_or_default() {
				lines.append(batch, Instant::now()).expect("written");
			}
			drop(lines);
			let text = fs::read_to_string(&path).expect("read");
			let found: Vec<_> = text
				.lines()
				.map(|line| serde_json::from_str::<Line>(line).expect("a line"))
				.filter_map(|line| line.id)
				.collect();
			let expected: Vec<_> = batches
				.iter()
				.flat_map(|batch| batch.entries.iter().map(|entry| entry.id.clone()))
				.collect();
			prop_assert_eq!(found, expected);
		}
	}
}
