//! What an issuer knows of the files that it lays out for a reader: what each has in it, so that one that
//! was damaged is sealed again; and since when no list names it, so that it goes a day later.

use super::files::{read_json, write_json, Folder, Named};
use crate::failure::Failure;
use aeo_primitives::Territory;
use primitive_types::H256;
use serde::{Deserialize, Serialize};
use sp_crypto_hashing::blake2_256;
use std::{
	collections::BTreeMap,
	path::{Path, PathBuf},
};

/// How long superseded files stay, in milliseconds: readers may be fetching them.
const KEPT: u64 = 24 * 60 * 60 * 1_000;

/// A file that was laid out.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
struct Laid {
	/// blake2-256 of it.
	sum: H256,
	/// The last list that names it.
	list: u32,
	/// Since when no list on chain does, as far as was seen: milliseconds UTC.
	since: Option<u64>,
}

/// The files of one reader.
#[derive(Debug)]
pub struct Ledger {
	path: PathBuf,
	files: BTreeMap<String, Laid>,
}

impl Ledger {
	/// Returns what is known, kept at home. What is known of nothing is sealed again.
	pub fn open(home: &Path, reader: Territory) -> Result<Self, Failure> {
		let path = home.join(reader.code()).with_extension("files");
		let files = read_json(&path)?.unwrap_or_default();
		Ok(Self { path, files })
	}

	/// Returns whether a file is there as it was written.
	pub fn is_whole(&self, folder: &Folder, name: &str, named: Named) -> bool {
		self.files.get(name).is_some_and(|laid| {
			let blob = folder.file(name, named).ok().flatten();
			blob.is_some_and(|blob| sum(&blob) == laid.sum)
		})
	}

	/// Returns whether all files of a list are there as they were written.
	pub fn has_list(&self, folder: &Folder, list: u32) -> bool {
		let index = list.to_string();
		self.files.contains_key(&index)
			&& self
				.files
				.iter()
				.filter(|(_, laid)| laid.list == list)
				.all(|(name, _)| {
					let named = if *name == index {
						Named::Index
					} else {
						Named::Page
					};
					self.is_whole(folder, name, named)
				})
	}

	/// Notes that a list names a file that is there.
	pub fn keep(&mut self, name: &str, list: u32) {
		if let Some(laid) = self.files.get_mut(name) {
			*laid = Laid {
				list,
				since: None,
				..*laid
			};
		}
	}

	/// Notes a file that was written.
	pub fn note(&mut self, name: String, blob: &[u8], list: u32) {
		let laid = Laid {
			sum: sum(blob),
			list,
			since: None,
		};
		self.files.insert(name, laid);
	}

	/// Removes what was superseded for a day: files that neither the last list on chain names nor one that
	/// is to follow. `at` is when the last one was published, and `now` is now, in milliseconds UTC.
	pub fn expire(&mut self, folder: &Folder, last: u32, at: u64, now: u64) -> Result<(), Failure> {
		for name in folder.names()? {
			// What is known of nothing was laid out by nobody, or for a list long ago.
			let laid = self.files.entry(name.clone()).or_insert(Laid {
				sum: H256::zero(),
				list: 0,
				since: None,
			});
			if laid.list >= last {
				continue;
			}
			let since = *laid.since.get_or_insert(at);
			if now >= since.saturating_add(KEPT) {
				folder.remove(&name)?;
				self.files.remove(&name);
			}
		}
		Ok(())
	}

	/// Keeps what is known.
	pub fn save(&self) -> Result<(), Failure> {
		write_json(&self.path, &self.files)
	}
}

fn sum(blob: &[u8]) -> H256 {
	H256(blake2_256(blob))
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::fs;
	use tempfile::TempDir;

	const DAY: u64 = 86_400_000;

	/// A list that changes each day leaves of each page one day's worth of past.
	#[test]
	fn superseded_files_should_go_a_day_later_also_where_each_day_has_a_list() {
		let home = TempDir::new().expect("a folder");
		let folder = Folder::of(home.path(), Territory::CR);
		folder.make().expect("made");
		fs::write(home.path().join("CR/notes.txt"), "mine").expect("written");
		let page = |day: u32| format!("{day:064x}");
		let write = |ledger: &mut Ledger, name: String, list| {
			folder.write(&name, b"sealed").expect("written");
			ledger.note(name, b"sealed", list);
		};
		for day in 1..=5_u32 {
			let mut ledger = Ledger::open(home.path(), Territory::CR).expect("read");
			// On chain is the list of the day before, published an hour before this hour.
			let now = u64::from(day) * DAY;
			let at = now.saturating_sub(DAY) + 1_000;
			ledger.expire(&folder, day - 1, at, now).expect("done");
			write(&mut ledger, page(day), day);
			write(&mut ledger, day.to_string(), day);
			// A page that never changes.
			if day == 1 {
				write(&mut ledger, page(99), day);
			} else {
				ledger.keep(&page(99), day);
			}
			assert!(ledger.has_list(&folder, day));
			ledger.save().expect("written");
		}
		let names = |folder: &Folder| {
			let mut names = folder.names().expect("read");
			names.sort();
			names
		};
		// That of day 3 was superseded on day 4, which was seen on day 5.
		assert_eq!(
			names(&folder),
			[
				page(3),
				page(4),
				page(5),
				page(99),
				"3".into(),
				"4".into(),
				"5".into(),
			]
		);
		let mut ledger = Ledger::open(home.path(), Territory::CR).expect("read");
		ledger
			.expire(&folder, 5, 5 * DAY + 1, 6 * DAY)
			.expect("done");
		assert_eq!(
			names(&folder),
			[page(4), page(5), page(99), "4".into(), "5".into()]
		);
		ledger
			.expire(&folder, 5, 5 * DAY + 1, 7 * DAY)
			.expect("done");
		assert_eq!(names(&folder), [page(5), page(99), "5".into()]);
		assert!(home.path().join("CR/notes.txt").exists());
	}

	#[test]
	fn files_that_are_not_as_they_were_written_should_be_known() {
		let home = TempDir::new().expect("a folder");
		let folder = Folder::of(home.path(), Territory::CR);
		folder.make().expect("made");
		let mut ledger = Ledger::open(home.path(), Territory::CR).expect("read");
		assert!(!ledger.has_list(&folder, 1));
		let page = "0".repeat(64);
		for name in ["1", &page] {
			folder.write(name, b"sealed").expect("written");
			assert!(!ledger.is_whole(&folder, name, Named::Page));
			ledger.note(name.into(), b"sealed", 1);
		}
		assert!(ledger.has_list(&folder, 1));
		assert!(!ledger.has_list(&folder, 2));
		folder.write(&page, b"sealeD").expect("written");
		assert!(!ledger.has_list(&folder, 1));
		folder.write(&page, b"sealed").expect("written");
		folder.remove("1").expect("removed");
		assert!(!ledger.has_list(&folder, 1));
	}
}
