//! A list as its reader opens it.

use aeo_primitives::{CertificateNumber, DataClass, Territory};
use primitive_types::H256;
use std::collections::{BTreeMap, BTreeSet};

use crate::{
	blob::{open, Kind, What},
	index::{self, Pages, MOST_INDEX_BYTES},
	page::{self, Page, PageName},
	Entry, Error, PublicKey, Secret,
};

/// What stands on chain of a list, on finalised state.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct OnChain {
	/// The hash of the chain's genesis block.
	pub genesis: H256,
	/// Who sealed the list.
	pub issuer: Territory,
	/// Who may read it.
	pub reader: Territory,
	/// Counts the lists of this pair, from 1.
	pub sequence: u32,
	/// The root over the pages; zeros where there is none.
	pub root: H256,
	/// How many pages there are.
	pub pages: u32,
}

/// The file of an index, with the sequence by which it was found.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct IndexFile<'a> {
	/// The sequence in the file's name.
	pub sequence: u32,
	/// The file.
	pub blob: &'a [u8],
}

/// A page as the index names it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct PageFile {
	/// The number of the page, counted from 0.
	pub number: u32,
	/// Its digest.
	pub digest: H256,
	/// The name of its file.
	pub name: PageName,
}

/// A list whose index has been opened and checked against the root on chain.
#[derive(Debug)]
pub struct List<'a> {
	chain: OnChain,
	secret: &'a Secret,
	key: PublicKey,
	pages: Pages,
}

/// What came of opening all pages.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Opened {
	/// The pages that are right, in ascending order.
	pub pages: Vec<Page>,
	/// The numbers of those that are not, and why: each hides itself only.
	pub refused: BTreeMap<u32, Error>,
}

impl<'a> List<'a> {
	/// Opens the index. `index` is the file that was found: none where there is none, and the latest
	/// there is where it is not of the sequence on chain.
	///
	/// # Errors
	///
	/// In this order: [`Error::Outdated`], [`Error::Unreachable`], those of [`open`],
	/// [`Error::TooLarge`], [`Error::IndexNotUnderstood`], [`Error::RootDiffers`].
	pub fn open(
		chain: OnChain,
		secret: &'a Secret,
		index: Option<IndexFile<'_>>,
	) -> Result<Self, Error> {
		let file = index.ok_or(Error::Unreachable)?;
		if file.sequence < chain.sequence {
			return Err(Error::Outdated {
				file: file.sequence,
				chain: chain.sequence,
			});
		}
		let what = What {
			genesis: chain.genesis,
			issuer: chain.issuer,
			kind: Kind::Index {
				reader: chain.reader,
				sequence: chain.sequence,
			},
		};
		let plain = open(secret, &what, file.blob)?;
		if plain.len() > MOST_INDEX_BYTES {
			return Err(Error::TooLarge {
				bytes: plain.len(),
				most: MOST_INDEX_BYTES,
			});
		}
		let pages = index::decode(&plain).ok_or(Error::IndexNotUnderstood)?;
		if index::root(&pages) != chain.root || u32::try_from(pages.len()) != Ok(chain.pages) {
			return Err(Error::RootDiffers);
		}
		Ok(Self {
			chain,
			secret,
			key: secret.public(),
			pages,
		})
	}

	/// Returns what stands on chain of the list.
	pub const fn chain(&self) -> &OnChain {
		&self.chain
	}

	/// Returns the pages that the index names, in ascending order.
	pub fn files(&self) -> impl ExactSizeIterator<Item = PageFile> + '_ {
		self.pages.iter().map(|(number, digest)| PageFile {
			number: *number,
			digest: *digest,
			name: PageName::of(self.chain.reader, &self.key, digest),
		})
	}

	/// Opens one page, whose file was found or not.
	///
	/// # Errors
	///
	/// In this order: [`Error::Unreachable`], those of [`open`], [`Error::TooLarge`],
	/// [`Error::PageNotUnderstood`], [`Error::PageDiffers`], those of
	/// [`Record::parse`](crate::Record::parse), [`Error::WrongPlace`], [`Error::RecordTwice`].
	pub fn page(&self, file: &PageFile, blob: Option<&[u8]>) -> Result<Page, Error> {
		let blob = blob.ok_or(Error::Unreachable)?;
		let what = What {
			genesis: self.chain.genesis,
			issuer: self.chain.issuer,
			kind: Kind::Page {
				reader: self.chain.reader,
				page: file.number,
				digest: file.digest,
			},
		};
		let plain = open(self.secret, &what, blob)?;
		page::check(
			&self.chain.genesis,
			self.chain.issuer,
			file.number,
			&file.digest,
			&plain,
		)
	}

	/// Opens all pages; `find` returns the file of a page, where there is one. A page is refused with
	/// [`Error::RecordTwice`] where it has a record that an earlier one has.
	pub fn pages(&self, mut find: impl FnMut(&PageFile) -> Option<Vec<u8>>) -> Opened {
		let mut opened = Opened::default();
		let mut known = BTreeSet::new();
		for file in self.files() {
			let blob = find(&file);
			let page = self
				.page(&file, blob.as_deref())
				.and_then(|page| ensure_new(&mut known, page));
			match page {
				Ok(page) => opened.pages.push(page),
				Err(error) => {
					opened.refused.insert(file.number, error);
				}
			}
		}
		opened
	}

	/// Returns the digests, in the order of the pages.
	pub(crate) fn digests(&self) -> Vec<H256> {
		self.pages.iter().map(|(_, digest)| *digest).collect()
	}

	/// Returns the place of a page in the index.
	pub(crate) fn place_of(&self, page: u32) -> Option<u32> {
		let place = self
			.pages
			.binary_search_by_key(&page, |(number, _)| *number)
			.ok()?;
		u32::try_from(place).ok()
	}
}

/// Refuses a page with a record that is known already.
fn ensure_new(
	known: &mut BTreeSet<(CertificateNumber, DataClass)>,
	page: Page,
) -> Result<Page, Error> {
	let keys = || {
		let records = page.entries.iter().map(Entry::record);
		records.map(|record| (record.number.clone(), record.class()))
	};
	if let Some((number, _)) = keys().find(|key| known.contains(key)) {
		return Err(Error::RecordTwice {
			number: number.as_str().into(),
		});
	}
	known.extend(keys());
	Ok(page)
}

impl Opened {
	/// Returns all entries, by page, ordinal and class.
	pub fn entries(&self) -> impl Iterator<Item = &Entry> + '_ {
		self.pages.iter().flat_map(|page| page.entries.iter())
	}
}
