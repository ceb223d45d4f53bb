//! The folder of sealed files: `READER/<sequence>` is an index, `READER/<64 digits>` a page,
//! `h/<32 digits>` a holder's file.

use crate::{
	failure::{Failure, Kind},
	whole::{self, UNFINISHED},
};
use aeo_primitives::{CertificateNumber, DataClass, Territory};
use aeo_sealing::{
	Error, PageName, Versions, MOST_HOLDER_BYTES, MOST_INDEX_BYTES, MOST_PAGE_BYTES, OVERHEAD,
};
use primitive_types::H256;
use serde::{de::DeserializeOwned, Deserialize, Serialize};
use std::{
	collections::BTreeSet,
	fs::{self, File},
	io::{self, Read},
	path::{Path, PathBuf},
};

/// The files of one reader, or of all holders.
pub struct Folder(PathBuf);

/// The name of the folder with holders' files.
const HOLDERS: &str = "h";

/// What a name is the name of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Named {
	/// An index.
	Index,
	/// A page.
	Page,
	/// A holder's file.
	Holder,
}

impl Named {
	/// Returns what `folder/name` is, as it stands in an address; none where it is no name of ours, such
	/// as one that leads out of the folder.
	pub fn of(folder: &str, name: &str) -> Option<Self> {
		let is_hex = |length| {
			let digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
			name.len() == length && name.bytes().all(digit)
		};
		if folder == HOLDERS {
			return is_hex(32).then_some(Self::Holder);
		}
		Territory::try_from(folder).ok()?;
		match sequence(name) {
			Some(_) => Some(Self::Index),
			None => is_hex(64).then_some(Self::Page),
		}
	}

	/// Returns most bytes of such a file.
	pub const fn most_bytes(self) -> usize {
		OVERHEAD
			+ match self {
				Self::Index => MOST_INDEX_BYTES,
				Self::Page => MOST_PAGE_BYTES,
				Self::Holder => MOST_HOLDER_BYTES,
			}
	}
}

/// Returns the sequence that a name is: a number from 1 without zeros in front.
fn sequence(name: &str) -> Option<u32> {
	let number: u32 = name.parse().ok()?;
	(number > 0 && number.to_string() == name).then_some(number)
}

impl Folder {
	/// Returns the folder of a reader.
	pub fn of(dir: &Path, reader: Territory) -> Self {
		Self(dir.join(reader.code()))
	}

	/// Returns the folder of holders.
	pub fn of_holders(dir: &Path) -> Self {
		Self(dir.join(HOLDERS))
	}

	/// Returns the latest index up to a sequence, with its sequence; none where there is none.
	///
	/// # Errors
	///
	/// The folder can't be read, or the file is too large.
	pub fn index(&self, chain: u32) -> Result<Option<(u32, Vec<u8>)>, Failure> {
		let failure = |error: &io::Error| Failure::file(self.0.display(), error);
		let entries = match fs::read_dir(&self.0) {
			Ok(entries) => entries,
			Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
			Err(error) => return Err(failure(&error)),
		};
		let mut latest = None;
		for entry in entries {
			let name = entry.map_err(|error| failure(&error))?.file_name();
			let sequence = name.to_str().and_then(sequence);
			latest = latest.max(sequence.filter(|sequence| *sequence <= chain));
		}
		let Some(sequence) = latest else {
			return Ok(None);
		};
		let index = read(&self.0.join(sequence.to_string()), Named::Index)?;
		Ok(index.map(|blob| (sequence, blob)))
	}

	/// Returns the file of a page; none where there is none.
	///
	/// # Errors
	///
	/// It can't be read, or is too large.
	pub fn page(&self, name: &PageName) -> Result<Option<Vec<u8>>, Failure> {
		read(&self.0.join(name.to_string()), Named::Page)
	}

	/// Returns whether an index is there.
	pub fn has_index(&self, sequence: u32) -> bool {
		self.0.join(sequence.to_string()).exists()
	}

	/// Returns whether a page is there.
	pub fn has_page(&self, name: &PageName) -> bool {
		self.0.join(name.to_string()).exists()
	}

	/// Makes the folder.
	pub fn make(&self) -> Result<(), Failure> {
		fs::create_dir_all(&self.0).map_err(|error| Failure::file(self.0.display(), &error))
	}

	/// Returns the file of this name; none where there is none.
	///
	/// # Errors
	///
	/// It can't be read, or is too large.
	pub fn file(&self, name: &str, named: Named) -> Result<Option<Vec<u8>>, Failure> {
		read(&self.0.join(name), named)
	}

	/// Returns the names of the sealed files that are there, those that were never finished too.
	pub fn names(&self) -> Result<Vec<String>, Failure> {
		let failure = |error: io::Error| Failure::file(self.0.display(), &error);
		let entries = match fs::read_dir(&self.0) {
			Ok(entries) => entries,
			Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
			Err(error) => return Err(failure(error)),
		};
		let is_holders = self.0.file_name().is_some_and(|name| name == HOLDERS);
		// The rule is the same for each reader.
		let folder = if is_holders {
			HOLDERS
		} else {
			Territory::AD.code()
		};
		let mut names = Vec::new();
		for entry in entries {
			// Only what this program writes.
			if let Ok(name) = entry.map_err(failure)?.file_name().into_string() {
				let whole = name.strip_suffix(UNFINISHED).unwrap_or(&name);
				if Named::of(folder, whole).is_some() {
					names.push(name);
				}
			}
		}
		Ok(names)
	}

	/// Writes a file whole or not at all: a reader that looks at the folder never finds half of one.
	pub fn write(&self, name: &str, blob: &[u8]) -> Result<(), Failure> {
		whole::write(&self.0.join(name), blob)
	}

	/// Returns the failure that a list is there.
	pub fn list_there(&self, sequence: u32) -> Failure {
		let file = self.0.join(sequence.to_string()).display().to_string();
		Failure::with(
			Kind::ListThere,
			[("file", file), ("sequence", sequence.to_string())],
		)
	}

	/// Removes a file, if it is there.
	pub fn remove(&self, name: &str) -> Result<(), Failure> {
		let path = self.0.join(name);
		match fs::remove_file(&path) {
			Err(error) if error.kind() != io::ErrorKind::NotFound => {
				Err(Failure::file(path.display(), &error))
			}
			_ => Ok(()),
		}
	}

	/// Removes the files that are not among these names.
	pub fn keep_only(&self, names: &BTreeSet<String>) -> Result<(), Failure> {
		for name in self.names()? {
			if !names.contains(&name) {
				self.remove(&name)?;
			}
		}
		Ok(())
	}

	/// Where the versions are kept that were seen in this reader's lists: beside the folder, since no
	/// list has them.
	fn versions_file(&self) -> PathBuf {
		self.0.with_extension("versions")
	}

	/// Returns the version of each record that was last seen. They are numbers of certificates, classes
	/// and versions: nothing that is sealed.
	pub fn versions(&self) -> Result<Versions, Failure> {
		let rows: Option<Vec<(CertificateNumber, DataClass, u32)>> =
			read_json(&self.versions_file())?;
		let versions = rows
			.unwrap_or_default()
			.into_iter()
			.map(|(number, class, version)| ((number, class), version));
		Ok(versions.collect())
	}

	/// Keeps the version of each record that was seen.
	pub fn write_versions(&self, versions: &Versions) -> Result<(), Failure> {
		let rows: Vec<_> = versions
			.iter()
			.map(|((number, class), version)| (number, class, version))
			.collect();
		write_json(&self.versions_file(), &rows)
	}

	/// Where the list stands that was made last, and may not be on chain yet.
	fn pending_file(&self) -> PathBuf {
		self.0.with_extension("pending")
	}

	/// Returns the sequence, root and number of pages of the list that was made last.
	pub fn pending(&self) -> Result<Option<Pending>, Failure> {
		read_json(&self.pending_file())
	}

	/// Keeps what list was made, before anybody publishes it.
	pub fn write_pending(&self, pending: &Pending) -> Result<(), Failure> {
		write_json(&self.pending_file(), pending)
	}
}

/// A list that was made, and may not be on chain yet: nothing of it is secret.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Pending {
	/// The number of the list.
	pub sequence: u32,
	/// Its root.
	pub root: H256,
	/// How many pages it has.
	pub pages: u32,
}

/// Returns what a file of this program says in JSON; none where there is no such file.
pub fn read_json<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, Failure> {
	let failure = |error| Failure::file(path.display(), &error);
	match fs::read(path) {
		Ok(text) => serde_json::from_slice(&text)
			.map(Some)
			.map_err(|error| failure(error.into())),
		Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
		Err(error) => Err(failure(error)),
	}
}

/// Writes such a file, whole or not at all.
pub fn write_json(path: &Path, value: &impl Serialize) -> Result<(), Failure> {
	let text =
		serde_json::to_vec(value).map_err(|error| Failure::file(path.display(), &error.into()))?;
	whole::write(path, &text)
}

/// Returns the bytes of a file; none where there is none.
///
/// # Errors
///
/// It can't be read, or has more bytes than such a file may have.
fn read(path: &Path, named: Named) -> Result<Option<Vec<u8>>, Failure> {
	let failure = |error| Failure::file(path.display(), &error);
	let file = match File::open(path) {
		Ok(file) => file,
		Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
		Err(error) => return Err(failure(error)),
	};
	let most = named.most_bytes();
	let limit = u64::try_from(most).unwrap_or(u64::MAX);
	let mut blob = Vec::new();
	file.take(limit.saturating_add(1))
		.read_to_end(&mut blob)
		.map_err(failure)?;
	if blob.len() > most {
		let bytes = blob.len();
		return Err(Error::TooLarge { bytes, most }.into());
	}
	Ok(Some(blob))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn names_should_be_ours_only() {
		let page = "0123456789abcdef".repeat(4);
		let holder = "0123456789abcdef".repeat(2);
		assert_eq!(Named::of("CR", "1"), Some(Named::Index));
		assert_eq!(Named::of("CR", "4294967295"), Some(Named::Index));
		assert_eq!(Named::of("CR", &page), Some(Named::Page));
		assert_eq!(Named::of("h", &holder), Some(Named::Holder));
		for (folder, name) in [
			("CR", ""),
			("CR", "0"),
			("CR", "01"),
			("CR", "+1"),
			("CR", "4294967296"),
			("CR", ".."),
			("CR", "1.unfinished"),
			("CR", &page.to_uppercase()),
			("CR", &holder),
			("h", &page),
			("h", "1"),
			("H", &holder),
			("cr", "1"),
			("ZZ", "1"),
			("..", "1"),
			("", "1"),
			("CR/..", "1"),
			("CR", "../CR/1"),
			("CR", "%31"),
		] {
			assert_eq!(Named::of(folder, name), None, "{folder}/{name}");
		}
	}
}
