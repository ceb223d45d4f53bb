//! Leaves, pages and their names.

use aeo_primitives::{tree, DataClass, Territory};
use core::fmt;
use primitive_types::H256;
use sp_crypto_hashing::blake2_256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{hex, Error, PublicKey, Record};

/// Certificates on a page, at most: page `n` has those with the ordinals from 50 n.
pub const CERTIFICATES_PER_PAGE: u32 = 50;

/// Records on a page, at most: one for each certificate and class.
const MOST_RECORDS: u32 = CERTIFICATES_PER_PAGE * 4;

/// Most bytes of an opened page: 4 MiB.
pub const MOST_PAGE_BYTES: usize = 4 * 1024 * 1024;

/// An opened page has a multiple of so many bytes, so that its file says little of what is in it.
const STEP: usize = 4096;

/// Returns the page on which a certificate stands.
pub const fn page_of(ordinal: u32) -> u32 {
	ordinal / CERTIFICATES_PER_PAGE
}

/// The salt of a record: 32 random bytes, new with each version and the same for all readers. Without it
/// the leaf tells nothing of the record; whoever erases a record destroys it.
#[derive(Clone, Eq, PartialEq, Zeroize, ZeroizeOnDrop)]
pub struct Salt([u8; 32]);

impl Salt {
	/// Returns a new one, from the operating system's randomness.
	///
	/// # Errors
	///
	/// The system has none to give.
	pub fn generate() -> Result<Self, getrandom::Error> {
		let mut bytes = [0; 32];
		getrandom::fill(&mut bytes)?;
		Ok(Self(bytes))
	}

	/// Returns the one with these bytes.
	pub const fn from_bytes(bytes: [u8; 32]) -> Self {
		Self(bytes)
	}

	/// Returns the bytes.
	pub const fn as_bytes(&self) -> &[u8; 32] {
		&self.0
	}
}

impl fmt::Debug for Salt {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("Salt(…)")
	}
}

/// Returns the leaf of a record: blake2-256 of the tag `aeo-chain/sealed-leaf/1`, the genesis hash, the
/// salt and the record's bytes.
pub fn leaf(genesis: &H256, salt: &Salt, record: &[u8]) -> H256 {
	let mut bytes = Zeroizing::new(Vec::with_capacity(87 + record.len()));
	bytes.extend_from_slice(b"aeo-chain/sealed-leaf/1");
	bytes.extend_from_slice(genesis.as_bytes());
	bytes.extend_from_slice(salt.as_bytes());
	bytes.extend_from_slice(record);
	blake2_256(&bytes).into()
}

/// Returns the digest of a page: blake2-256 of the tag `aeo-chain/sealed-page/1`, the page's number, the
/// number of its leaves and the root of the tree over them.
pub fn digest(page: u32, leaves: &[H256]) -> H256 {
	// A page has 200 at most.
	let number = u32::try_from(leaves.len()).unwrap_or(u32::MAX);
	digest_of_root(page, number, &tree::root(leaves))
}

/// Returns the digest of a page whose leaves have this root.
pub(crate) fn digest_of_root(page: u32, leaves: u32, root: &H256) -> H256 {
	let bytes = [
		b"aeo-chain/sealed-page/1".as_slice(),
		&page.to_le_bytes(),
		&leaves.to_le_bytes(),
		root.as_bytes(),
	];
	blake2_256(&bytes.concat()).into()
}

/// The name of a page's file, 64 hexadecimal digits: blake2-256 of the tag `aeo-chain/sealed-name/1`, the
/// reader's code, its public key and the page's digest. Who does not know the salts cannot guess it, and
/// a page that did not change keeps it.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct PageName(pub H256);

impl PageName {
	/// Returns the name of the file that has this page for a reader under its key.
	pub fn of(reader: Territory, key: &PublicKey, digest: &H256) -> Self {
		let bytes = [
			b"aeo-chain/sealed-name/1".as_slice(),
			reader.code().as_bytes(),
			key.0.as_bytes(),
			digest.as_bytes(),
		];
		Self(blake2_256(&bytes.concat()).into())
	}
}

impl fmt::Display for PageName {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&hex::digits(self.0.as_bytes()))
	}
}

/// A record with what it takes to prove it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
	record: Record,
	text: Zeroizing<String>,
	salt: Salt,
	leaf: H256,
}

impl Entry {
	/// Returns the entry of a record on this chain.
	pub fn new(genesis: &H256, record: Record, salt: Salt) -> Self {
		let text = Zeroizing::new(record.canonical());
		let leaf = leaf(genesis, &salt, text.as_bytes());
		Self {
			record,
			text,
			salt,
			leaf,
		}
	}

	/// Returns the record.
	pub const fn record(&self) -> &Record {
		&self.record
	}

	/// Returns the record's canonical text.
	pub fn text(&self) -> &str {
		&self.text
	}

	/// Returns the salt.
	pub const fn salt(&self) -> &Salt {
		&self.salt
	}

	/// Returns the leaf.
	pub const fn leaf(&self) -> H256 {
		self.leaf
	}
}

/// A page that has been opened and checked against the root on chain.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Page {
	/// Its number, counted from 0.
	pub number: u32,
	/// Its records, by ordinal and class.
	pub entries: Vec<Entry>,
}

/// Returns the bytes of a page that are sealed.
pub(crate) fn encode<'a>(entries: impl ExactSizeIterator<Item = &'a Entry>) -> Zeroizing<Vec<u8>> {
	// A page has 200 records at most, of 32 KiB at most.
	let le = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
	let mut bytes = Zeroizing::new(Vec::new());
	bytes.extend_from_slice(&le(entries.len()));
	for entry in entries {
		bytes.extend_from_slice(entry.salt.as_bytes());
		bytes.extend_from_slice(&le(entry.text.len()));
		bytes.extend_from_slice(entry.text.as_bytes());
	}
	let length = bytes.len().next_multiple_of(STEP);
	bytes.resize(length, 0);
	bytes
}

/// Reads a page's bytes from the front.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
	fn take(&mut self, length: usize) -> Option<&'a [u8]> {
		let (front, rest) = self.0.split_at_checked(length)?;
		self.0 = rest;
		Some(front)
	}

	fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
		self.take(N)?.try_into().ok()
	}

	fn number(&mut self) -> Option<u32> {
		self.array().map(u32::from_le_bytes)
	}
}

/// Returns salt and bytes of each record of a page; none where the bytes are no page.
fn decode(bytes: &[u8]) -> Option<Vec<(Salt, &[u8])>> {
	let mut reader = Reader(bytes);
	let number = reader.number()?;
	if number == 0 || number > MOST_RECORDS {
		return None;
	}
	let records = (0..number).map(|_| {
		let salt = Salt::from_bytes(reader.array()?);
		let length = usize::try_from(reader.number()?).ok()?;
		Some((salt, reader.take(length)?))
	});
	let records = records.collect::<Option<_>>()?;
	let rest = reader.0;
	(bytes.len().is_multiple_of(STEP) && rest.len() < STEP && rest.iter().all(|byte| *byte == 0))
		.then_some(records)
}

/// Returns the page that `bytes` are, checked against its digest.
///
/// # Errors
///
/// In this order: [`Error::TooLarge`], [`Error::PageNotUnderstood`], [`Error::PageDiffers`], those of
/// [`Record::parse`], [`Error::WrongPlace`], [`Error::RecordTwice`].
pub(crate) fn check(
	genesis: &H256,
	issuer: Territory,
	number: u32,
	expected: &H256,
	bytes: &[u8],
) -> Result<Page, Error> {
	if bytes.len() > MOST_PAGE_BYTES {
		return Err(Error::TooLarge {
			bytes: bytes.len(),
			most: MOST_PAGE_BYTES,
		});
	}
	let raw = decode(bytes).ok_or(Error::PageNotUnderstood)?;
	let leaves: Vec<_> = raw
		.iter()
		.map(|(salt, record)| leaf(genesis, salt, record))
		.collect();
	if digest(number, &leaves) != *expected {
		return Err(Error::PageDiffers);
	}
	let entries = raw.into_iter().zip(leaves).map(|((salt, bytes), leaf)| {
		let record = Record::parse(bytes)?;
		// A record that is understood is UTF-8.
		let text = core::str::from_utf8(bytes).map_err(|_| Error::NotCanonical)?;
		Ok(Entry {
			record,
			text: Zeroizing::new(text.into()),
			salt,
			leaf,
		})
	});
	let entries = entries.collect::<Result<Vec<_>, Error>>()?;
	ensure_in_place(issuer, &entries)?;
	Ok(Page { number, entries })
}

/// Refuses records of other issuers, those of a certificate that do not stand together in the order of
/// their classes, and two of the same class.
fn ensure_in_place(issuer: Territory, entries: &[Entry]) -> Result<(), Error> {
	let mut twice = None;
	let mut groups: Vec<(&str, DataClass)> = Vec::new();
	for Entry { record, .. } in entries {
		let number = record.number.as_str();
		let wrong = || Error::WrongPlace {
			number: number.into(),
		};
		if record.issuer != issuer {
			return Err(wrong());
		}
		let class = record.class();
		let is_last = groups.last().is_some_and(|(last, _)| *last == number);
		match groups.iter_mut().find(|(known, _)| *known == number) {
			None => groups.push((number, class)),
			Some((_, before)) if *before == class => {
				twice.get_or_insert_with(|| number.to_owned());
			}
			Some((_, before)) if is_last && *before < class => *before = class,
			Some(_) => return Err(wrong()),
		}
	}
	if groups.len() > usize::try_from(CERTIFICATES_PER_PAGE).unwrap_or(usize::MAX) {
		// More certificates than a page has ordinals.
		let number = groups.last().map(|(number, _)| (*number).to_owned());
		return Err(Error::WrongPlace {
			number: number.unwrap_or_default(),
		});
	}
	twice.map_or(Ok(()), |number| Err(Error::RecordTwice { number }))
}
