//! The issuer's own records, of which it makes the lists of all readers.

use aeo_primitives::{CertificateNumber, DataClass, Territory};
use core::fmt;
use primitive_types::H256;
use std::collections::BTreeMap;
use zeroize::Zeroizing;

use crate::{
	blob::{seal, Kind, What},
	data::Data,
	index::{self, Pages},
	page::{self, page_of, PageName, Salt},
	shared::is_expected,
	Entry, Error, List, Opened, PublicKey, Record, Shared,
};

/// Why something does not go into a book.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum NotInBook {
	/// The list is not the issuer's own.
	NotOwn,
	/// A page of the own list is not right.
	Page {
		/// Its number.
		page: u32,
		/// Why.
		error: Error,
	},
	/// The chain gives no ordinal for this number.
	UnknownNumber(CertificateNumber),
	/// Its ordinal belongs on another page.
	WrongPage(CertificateNumber),
	/// The record is another issuer's.
	OtherIssuer(Territory),
	/// The ordinal is another certificate's, whose number this is.
	OrdinalTaken(CertificateNumber),
	/// The certificate has another ordinal, which is this one.
	OtherOrdinal(u32),
	/// The record has the version of the one that is there, or an earlier one, and is another.
	VersionWentBack {
		/// The version that is there.
		there: u32,
	},
	/// A record's version can't be counted on.
	TooManyVersions,
	/// The operating system gives no randomness.
	NoRandomness(getrandom::Error),
}

impl fmt::Display for NotInBook {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::NotOwn => f.write_str("this is not the issuer's own list: open that one"),
			Self::Page { page, error } => write!(f, "page {page}: {error}"),
			Self::UnknownNumber(number) => {
				write!(f, "the chain knows no certificate {number}: issue it first")
			}
			Self::WrongPage(number) => write!(
				f,
				"{number} stands on another page than its ordinal says: seal the own list anew"
			),
			Self::OtherIssuer(issuer) => {
				write!(
					f,
					"the record is one of {issuer}: only its own go into a book"
				)
			}
			Self::OrdinalTaken(number) => write!(
				f,
				"the ordinal is that of certificate {number}: compare it with the chain"
			),
			Self::OtherOrdinal(ordinal) => write!(
				f,
				"the certificate has ordinal {ordinal}: compare it with the chain"
			),
			Self::VersionWentBack { there } => write!(
				f,
				"version {there} is there already: give a changed record a higher one"
			),
			Self::TooManyVersions => {
				f.write_str("the record has had all versions there are: erase it and write it anew")
			}
			Self::NoRandomness(error) => write!(f, "no randomness for a salt: {error}"),
		}
	}
}

impl core::error::Error for NotInBook {}

/// The last list of a reader, as it stands on chain.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct LastList {
	/// Counts the reader's lists, from 1.
	pub sequence: u32,
	/// The key to which it is sealed.
	pub sealed_to: PublicKey,
	/// The root over its pages.
	pub root: H256,
}

/// A certificate in a book.
#[derive(Clone, Debug)]
struct Certificate {
	number: CertificateNumber,
	entries: BTreeMap<DataClass, Entry>,
}

/// The records of an issuer, with their salts.
#[derive(Clone, Debug)]
pub struct Book {
	genesis: H256,
	issuer: Territory,
	certificates: BTreeMap<u32, Certificate>,
	ordinals: BTreeMap<CertificateNumber, u32>,
}

impl Book {
	/// Returns an empty book.
	pub const fn new(genesis: H256, issuer: Territory) -> Self {
		Self {
			genesis,
			issuer,
			certificates: BTreeMap::new(),
			ordinals: BTreeMap::new(),
		}
	}

	/// Returns the book that the issuer's own list keeps: `opened` are the pages of `list`, and
	/// `shared` what the chain answers the issuer about itself, with all ordinals.
	///
	/// # Errors
	///
	/// [`NotInBook::NotOwn`]; the first page that is not right, since what is made of half a book would
	/// tell partners that the rest is erased; [`NotInBook::UnknownNumber`],
	/// [`NotInBook::WrongPage`] and those of [`Book::restore`].
	pub fn open(list: &List<'_>, opened: Opened, shared: &Shared) -> Result<Self, NotInBook> {
		let chain = list.chain();
		if chain.issuer != chain.reader {
			return Err(NotInBook::NotOwn);
		}
		if let Some((page, error)) = opened.refused.into_iter().next() {
			return Err(NotInBook::Page { page, error });
		}
		let mut book = Self::new(chain.genesis, chain.issuer);
		for page in opened.pages {
			for entry in page.entries {
				let number = &entry.record().number;
				let place = shared
					.get(number)
					.ok_or_else(|| NotInBook::UnknownNumber(number.clone()))?;
				if page_of(place.ordinal) != page.number {
					return Err(NotInBook::WrongPage(number.clone()));
				}
				book.put(place.ordinal, entry)?;
			}
		}
		Ok(book)
	}

	/// Puts a record at its certificate's ordinal, with a new salt. Returns whether it is another than
	/// before.
	///
	/// # Errors
	///
	/// [`NotInBook::OtherIssuer`], [`NotInBook::OrdinalTaken`], [`NotInBook::OtherOrdinal`],
	/// [`NotInBook::VersionWentBack`], [`NotInBook::NoRandomness`].
	pub fn set(&mut self, ordinal: u32, record: Record) -> Result<bool, NotInBook> {
		if self
			.entry(&record.number, record.class())
			.map(Entry::record)
			== Some(&record)
		{
			return self.ensure_place(ordinal, &record).map(|()| false);
		}
		let salt = Salt::generate().map_err(NotInBook::NoRandomness)?;
		self.restore(ordinal, record, salt)?;
		Ok(true)
	}

	/// Puts a record with the salt that it had.
	///
	/// # Errors
	///
	/// As [`Book::set`], but for the randomness.
	pub fn restore(&mut self, ordinal: u32, record: Record, salt: Salt) -> Result<(), NotInBook> {
		self.put(ordinal, Entry::new(&self.genesis, record, salt))
	}

	/// Puts what a certificate's data of one class are now, as the next version. The book does not know
	/// of a record that was erased; so that its readers don't see the version go back when it comes again,
	/// a record that is not there begins at `first`, which only rises: the number of the block will do.
	/// Returns whether the data are other than before; where not, version and salt stay.
	///
	/// # Errors
	///
	/// [`NotInBook::TooManyVersions`] and those of [`Book::set`].
	pub fn write(
		&mut self,
		ordinal: u32,
		number: CertificateNumber,
		data: Data,
		first: u32,
	) -> Result<bool, NotInBook> {
		let there = self.entry(&number, data.class()).map(Entry::record);
		let version = match there {
			Some(record) if record.data == data => record.version,
			Some(record) => record
				.version
				.checked_add(1)
				.ok_or(NotInBook::TooManyVersions)?,
			None => first.max(1),
		};
		let record = Record {
			issuer: self.issuer,
			number,
			version,
			data,
		};
		self.set(ordinal, record)
	}

	/// Drops all records of a certificate with their salts. Returns how many there were.
	pub fn erase(&mut self, number: &CertificateNumber) -> usize {
		self.ordinals
			.remove(number)
			.and_then(|ordinal| self.certificates.remove(&ordinal))
			.map_or(0, |certificate| certificate.entries.len())
	}

	/// Drops one record with its salt. Returns whether it was there.
	pub fn erase_record(&mut self, number: &CertificateNumber, class: DataClass) -> bool {
		let Some(ordinal) = self.ordinals.get(number) else {
			return false;
		};
		let Some(certificate) = self.certificates.get_mut(ordinal) else {
			return false;
		};
		let was_there = certificate.entries.remove(&class).is_some();
		if certificate.entries.is_empty() {
			self.erase(number);
		}
		was_there
	}

	/// Returns the entry of a certificate and class.
	pub fn entry(&self, number: &CertificateNumber, class: DataClass) -> Option<&Entry> {
		let ordinal = self.ordinals.get(number)?;
		self.certificates.get(ordinal)?.entries.get(&class)
	}

	/// Returns all entries with the ordinals of their certificates, by ordinal and class.
	pub fn entries(&self) -> impl Iterator<Item = (u32, &Entry)> + '_ {
		self.certificates.iter().flat_map(|(ordinal, certificate)| {
			certificate
				.entries
				.values()
				.map(move |entry| (*ordinal, entry))
		})
	}

	/// Returns the list for a reader: of what `shared` says it may read, all that the book has.
	///
	/// `key` is the reader's key on chain, `sequence` the number of this list; `shared` the chain's
	/// answer on the finalised block `as_of` with which the list will be published. The own list is made
	/// in the same way, with what the chain answers the issuer about itself.
	pub fn list_for(
		&self,
		reader: Territory,
		key: PublicKey,
		sequence: u32,
		shared: &Shared,
	) -> SealedList {
		let mut missing = Vec::new();
		let mut pages: BTreeMap<u32, Vec<(u32, &Entry)>> = BTreeMap::new();
		for (number, certificate) in shared {
			for class in certificate.classes.iter() {
				match self.entry(number, class) {
					Some(entry) => pages
						.entry(page_of(certificate.ordinal))
						.or_default()
						.push((certificate.ordinal, entry)),
					None if is_expected(class) => missing.push((number.clone(), class)),
					None => {}
				}
			}
		}
		let pages: Vec<_> = pages
			.into_iter()
			.map(|(number, mut entries)| {
				entries.sort_by_key(|(ordinal, entry)| (*ordinal, entry.record().class()));
				let leaves: Vec<_> = entries.iter().map(|(_, entry)| entry.leaf()).collect();
				let digest = page::digest(number, &leaves);
				PageToSeal {
					number,
					digest,
					name: PageName::of(reader, &key, &digest),
					plain: page::encode(entries.iter().map(|(_, entry)| *entry)),
				}
			})
			.collect();
		SealedList {
			genesis: self.genesis,
			issuer: self.issuer,
			reader,
			key,
			sequence,
			pages,
			missing,
		}
	}

	/// Returns the next list for a reader, as [`Book::list_for`], where one is due: the last one on chain
	/// is sealed to another key or has another root, or there is none and something to be read. A reader
	/// that may read nothing any more gets a list without pages.
	pub fn due(
		&self,
		reader: Territory,
		key: PublicKey,
		last: Option<&LastList>,
		shared: &Shared,
	) -> Option<SealedList> {
		let sequence = last.map_or(0, |last| last.sequence).checked_add(1)?;
		let list = self.list_for(reader, key, sequence, shared);
		let is_due = match last {
			None => !list.pages().is_empty(),
			Some(last) => last.root != list.root() || last.sealed_to != key,
		};
		is_due.then_some(list)
	}

	fn put(&mut self, ordinal: u32, entry: Entry) -> Result<(), NotInBook> {
		let record = entry.record();
		self.ensure_place(ordinal, record)?;
		if let Some(there) = self.entry(&record.number, record.class()) {
			let there = there.record();
			if record.version <= there.version && there != record {
				return Err(NotInBook::VersionWentBack {
					there: there.version,
				});
			}
		}
		let number = record.number.clone();
		self.ordinals.insert(number.clone(), ordinal);
		self.certificates
			.entry(ordinal)
			.or_insert_with(|| Certificate {
				number,
				entries: BTreeMap::new(),
			})
			.entries
			.insert(entry.record().class(), entry);
		Ok(())
	}

	/// Refuses what is another issuer's, and a number or an ordinal that goes with another.
	fn ensure_place(&self, ordinal: u32, record: &Record) -> Result<(), NotInBook> {
		if record.issuer != self.issuer {
			return Err(NotInBook::OtherIssuer(record.issuer));
		}
		match self.certificates.get(&ordinal) {
			Some(there) if there.number != record.number => {
				return Err(NotInBook::OrdinalTaken(there.number.clone()));
			}
			_ => {}
		}
		match self.ordinals.get(&record.number) {
			Some(there) if *there != ordinal => Err(NotInBook::OtherOrdinal(*there)),
			_ => Ok(()),
		}
	}
}

/// A list that can be sealed: what is published on chain, and the files.
#[derive(Clone, Debug)]
pub struct SealedList {
	genesis: H256,
	issuer: Territory,
	reader: Territory,
	key: PublicKey,
	sequence: u32,
	pages: Vec<PageToSeal>,
	missing: Vec<(CertificateNumber, DataClass)>,
}

/// A page that can be sealed. Where a file with its name is there already, it has the same page for the
/// same key, and is not sealed again.
#[derive(Clone, Debug)]
pub struct PageToSeal {
	/// Its number, counted from 0.
	pub number: u32,
	/// Its digest.
	pub digest: H256,
	/// The name of its file.
	pub name: PageName,
	plain: Zeroizing<Vec<u8>>,
}

impl SealedList {
	/// Returns the root to publish; zeros where there is no page.
	pub fn root(&self) -> H256 {
		index::root(&self.lines())
	}

	/// Returns whose list it is.
	pub const fn reader(&self) -> Territory {
		self.reader
	}

	/// Returns the key to which it is sealed.
	pub const fn key(&self) -> PublicKey {
		self.key
	}

	/// Returns the number of the list, to publish.
	pub const fn sequence(&self) -> u32 {
		self.sequence
	}

	/// Returns how many pages there are, to publish.
	pub fn number_of_pages(&self) -> u32 {
		// By 50 certificates of an u32.
		u32::try_from(self.pages.len()).unwrap_or(u32::MAX)
	}

	/// Returns the pages, in ascending order.
	pub fn pages(&self) -> &[PageToSeal] {
		&self.pages
	}

	/// Returns what the reader may read and the book does not have, but for reasons, of which most
	/// certificates have none.
	pub fn missing(&self) -> &[(CertificateNumber, DataClass)] {
		&self.missing
	}

	/// Returns the file of the index, another one each time.
	///
	/// # Errors
	///
	/// [`Error::KeyNotUsable`].
	pub fn index(&self) -> Result<Vec<u8>, Error> {
		self.seal(
			Kind::Index {
				reader: self.reader,
				sequence: self.sequence,
			},
			&index::encode(&self.lines()),
		)
	}

	/// Returns the file of a page of this list, another one each time.
	///
	/// # Errors
	///
	/// [`Error::KeyNotUsable`].
	pub fn page(&self, page: &PageToSeal) -> Result<Vec<u8>, Error> {
		self.seal(
			Kind::Page {
				reader: self.reader,
				page: page.number,
				digest: page.digest,
			},
			&page.plain,
		)
	}

	fn seal(&self, kind: Kind, plain: &[u8]) -> Result<Vec<u8>, Error> {
		let what = What {
			genesis: self.genesis,
			issuer: self.issuer,
			kind,
		};
		seal(&self.key, &what, plain)
	}

	fn lines(&self) -> Pages {
		self.pages
			.iter()
			.map(|page| (page.number, page.digest))
			.collect()
	}
}
