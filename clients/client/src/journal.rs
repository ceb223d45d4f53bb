//! What an account is about to send, written down before it is sent, so that whoever is interrupted knows
//! afterwards what may have come of it.

use crate::{lane::Signed, AccountId32, Error, H256};
use serde::{Deserialize, Serialize};
use std::{
	collections::BTreeMap,
	fs::{self, File, OpenOptions, TryLockError},
	io::{Read, Seek, SeekFrom, Write},
	path::{Path, PathBuf},
};

/// A file that is longer, and in which nothing is open, begins anew: a megabyte.
const LONG: usize = 1 << 20;

/// A line of the file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", tag = "step")]
enum Line {
	/// Of which chain and account it is: the first line.
	Begun { genesis: H256, account: String },
	/// A call is signed, and may be sent from now on.
	Signed {
		intent: String,
		#[serde(flatten)]
		signed: Signed,
	},
	/// It is in a block, which may still lose against another one.
	InBlock { intent: String, block: H256 },
	/// It is in a final block.
	Final { intent: String, block: H256 },
	/// It got into no block, and never will.
	Dead { intent: String },
}

/// The journal of an account: a file that only grows, of lines of JSON. Nobody else can hold it meanwhile.
#[derive(Debug)]
pub(crate) struct Journal {
	path: PathBuf,
	file: File,
	/// What was signed and is neither final nor dead, by what was intended.
	open: BTreeMap<String, Signed>,
}

impl Journal {
	/// Opens the journal of an account in a folder, which is made where it isn't there, for its owner alone.
	pub(crate) fn open(folder: &Path, genesis: H256, account: &AccountId32) -> Result<Self, Error> {
		let name = format!(
			"{}-{}.jsonl",
			hex::encode(&genesis.0[..8]),
			hex::encode(&account.0[..8])
		);
		let path = folder.join(name);
		let failed = failure(&path);
		make_folder(folder).map_err(&failed)?;
		let mut options = OpenOptions::new();
		options.read(true).write(true).create(true).truncate(false);
		#[cfg(unix)]
		std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
		let mut file = options.open(&path).map_err(&failed)?;
		match file.try_lock() {
			Ok(()) => {}
			Err(TryLockError::WouldBlock) => {
				return Err(Error::JournalBusy {
					file: path.display().to_string(),
				});
			}
			Err(TryLockError::Error(error)) => return Err(failed(error)),
		}
		let mut text = String::new();
		file.read_to_string(&mut text).map_err(&failed)?;
		let (open, mut length) = read(&text).map_err(|why| Error::Journal {
			file: path.display().to_string(),
			why,
		})?;
		if open.is_empty() && length > LONG {
			length = 0;
		}
		// A line that an interruption cut off was never acted on.
		let end = u64::try_from(length).unwrap_or(u64::MAX);
		file.set_len(end).map_err(&failed)?;
		file.seek(SeekFrom::End(0)).map_err(&failed)?;
		let mut journal = Self { path, file, open };
		if length == 0 {
			journal.append(&Line::Begun {
				genesis,
				account: account.to_string(),
			})?;
			// The folder has to know of the file too, when the power fails.
			File::open(folder)
				.and_then(|folder| folder.sync_all())
				.map_err(failure(folder))?;
		}
		Ok(journal)
	}

	/// What was signed and is neither final nor dead, in the order of nonces.
	pub(crate) fn unsettled(&self) -> Vec<(String, Signed)> {
		let mut all: Vec<_> = self
			.open
			.iter()
			.map(|(intent, signed)| (intent.clone(), signed.clone()))
			.collect();
		all.sort_by_key(|(_, signed)| signed.nonce);
		all
	}

	/// Notes a call that is about to be sent. It is on the disk when this returns.
	pub(crate) fn signed(&mut self, intent: &str, signed: &Signed) -> Result<(), Error> {
		self.append(&Line::Signed {
			intent: intent.into(),
			signed: signed.clone(),
		})?;
		self.open.insert(intent.into(), signed.clone());
		Ok(())
	}

	/// Notes that a call is in a block.
	pub(crate) fn in_block(&mut self, intent: &str, block: H256) -> Result<(), Error> {
		self.append(&Line::InBlock {
			intent: intent.into(),
			block,
		})
	}

	/// Notes that a call is in a final block.
	pub(crate) fn settled(&mut self, intent: &str, block: H256) -> Result<(), Error> {
		self.open.remove(intent);
		self.append(&Line::Final {
			intent: intent.into(),
			block,
		})
	}

	/// Notes that a call will never be in a block.
	pub(crate) fn dead(&mut self, intent: &str) -> Result<(), Error> {
		self.open.remove(intent);
		self.append(&Line::Dead {
			intent: intent.into(),
		})
	}

	fn append(&mut self, line: &Line) -> Result<(), Error> {
		let failed = failure(&self.path);
		let mut text = serde_json::to_string(line).map_err(|error| failed(error.into()))?;
		text.push('\n');
		self.file
			.write_all(text.as_bytes())
			.and_then(|()| self.file.sync_data())
			.map_err(failed)
	}
}

/// Reads the lines of a journal: what is open, and how many bytes are whole lines.
fn read(text: &str) -> Result<(BTreeMap<String, Signed>, usize), String> {
	let whole = text.rfind('\n').map_or(0, |end| end + 1);
	let mut open = BTreeMap::new();
	for (place, line) in text[..whole].lines().enumerate() {
		let line = serde_json::from_str(line)
			.map_err(|error| format!("line {} is damaged: {error}", place + 1))?;
		match line {
			Line::Signed { intent, signed } => {
				open.insert(intent, signed);
			}
			Line::Final { intent, .. } | Line::Dead { intent } => {
				open.remove(&intent);
			}
			Line::Begun { .. } | Line::InBlock { .. } => {}
		}
	}
	Ok((open, whole))
}

fn failure(path: &Path) -> impl Fn(std::io::Error) -> Error {
	let file = path.display().to_string();
	move |error| Error::Journal {
		file: file.clone(),
		why: error.to_string(),
	}
}

fn make_folder(folder: &Path) -> std::io::Result<()> {
	let mut builder = fs::DirBuilder::new();
	builder.recursive(true);
	#[cfg(unix)]
	std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
	builder.create(folder)
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::io::ErrorKind;

	const ACCOUNT: AccountId32 = AccountId32([5; 32]);
	const GENESIS: H256 = H256([7; 32]);

	fn folder() -> tempfile::TempDir {
		tempfile::tempdir().expect("a folder")
	}

	fn open(folder: &tempfile::TempDir) -> Result<Journal, Error> {
		Journal::open(&folder.path().join("journals"), GENESIS, &ACCOUNT)
	}

	fn signed(nonce: u64) -> Signed {
		Signed {
			nonce,
			birth: 64,
			life: 64,
			bytes: vec![1, 2, 3],
		}
	}

	fn intents(journal: &Journal) -> Vec<String> {
		let all = journal.unsettled().into_iter();
		all.map(|(intent, _)| intent).collect()
	}

	#[test]
	fn what_is_open_should_be_known_after_an_interruption() {
		let folder = folder();
		let mut journal = open(&folder).expect("opened");
		for (intent, nonce) in [("b", 2), ("a", 3), ("d", 1), ("e", 4)] {
			journal.signed(intent, &signed(nonce)).expect("written");
		}
		journal.in_block("b", GENESIS).expect("written");
		journal.settled("d", GENESIS).expect("written");
		journal.dead("e").expect("written");
		drop(journal);
		let journal = open(&folder).expect("opened again");
		assert_eq!(intents(&journal), ["b", "a"]);
		assert_eq!(journal.unsettled()[0].1, signed(2));
	}

	#[test]
	fn a_line_that_was_cut_off_anywhere_should_be_as_if_it_were_not_there() {
		let folder = folder();
		let mut journal = open(&folder).expect("opened");
		journal.signed("a", &signed(1)).expect("written");
		let path = journal.path.clone();
		let before = fs::read(&path).expect("read").len();
		journal.signed("b", &signed(2)).expect("written");
		drop(journal);
		let whole = fs::read(&path).expect("read");
		for length in before..whole.len() {
			fs::write(&path, &whole[..length]).expect("written");
			let mut journal = open(&folder).expect("opened");
			assert_eq!(intents(&journal), ["a"], "{length}");
			journal.signed("c", &signed(3)).expect("written");
			drop(journal);
			assert_eq!(intents(&open(&folder).expect("opened")), ["a", "c"]);
		}
	}

	#[test]
	fn a_journal_should_have_one_holder() {
		let folder = folder();
		let journal = open(&folder).expect("opened");
		assert!(matches!(open(&folder), Err(Error::JournalBusy { .. })));
		drop(journal);
		assert!(open(&folder).is_ok());
	}

	#[test]
	fn a_journal_that_is_damaged_should_be_told() {
		let folder = folder();
		let journal = open(&folder).expect("opened");
		let path = journal.path.clone();
		drop(journal);
		fs::write(&path, "{\"step\":\"begun\"}\n").expect("written");
		let Err(Error::Journal { why, .. }) = open(&folder) else {
			panic!("a damaged journal was taken");
		};
		assert!(why.contains("line 1"), "{why}");
		fs::write(folder.path().join("file"), "").expect("written");
		let none = Journal::open(&folder.path().join("file"), GENESIS, &ACCOUNT);
		assert!(matches!(none, Err(Error::Journal { .. })));
	}

	#[test]
	fn a_long_journal_in_which_nothing_is_open_should_begin_anew() {
		let folder = folder();
		let mut journal = open(&folder).expect("opened");
		let long = Signed {
			bytes: vec![0; LONG],
			..signed(1)
		};
		journal.signed("a", &long).expect("written");
		let path = journal.path.clone();
		drop(journal);
		let mut journal = open(&folder).expect("opened");
		assert_eq!(intents(&journal), ["a"]);
		journal.settled("a", GENESIS).expect("written");
		drop(journal);
		drop(open(&folder).expect("opened"));
		assert!(fs::read(&path).expect("read").len() < 500);
	}

	#[cfg(unix)]
	#[test]
	fn a_journal_should_be_its_owners_alone() {
		use std::os::unix::fs::PermissionsExt;
		let folder = folder();
		let journal = open(&folder).expect("opened");
		let mode = fs::metadata(&journal.path).map(|file| file.permissions().mode() & 0o777);
		assert_eq!(
			mode.map_err(|error: std::io::Error| error.kind()),
			Ok::<_, ErrorKind>(0o600)
		);
	}
}
