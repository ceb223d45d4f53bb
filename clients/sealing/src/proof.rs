//! One record, proved to somebody who has the root from the chain.

use aeo_primitives::{tree, CertificateNumber, DataClass};
use primitive_types::H256;
use serde::{Deserialize, Serialize};

use crate::{
	page::{digest_of_root, leaf, Page, Salt},
	Entry, Error, List, OnChain, Record,
};

/// The proof of one record: with it and the root on chain, everybody sees that the issuer sealed this
/// record in this list. It shows nothing of the others.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Proof {
	/// The record's canonical text.
	pub record: String,
	/// Its salt.
	pub salt: H256,
	/// The number of its page.
	pub page: u32,
	/// How many records are on the page.
	pub leaves: u32,
	/// The place of the record on the page, counted from 0.
	pub place: u32,
	/// The root over the page's leaves.
	pub leaves_root: H256,
	/// The hashes beside the way from the leaf to that root, from below.
	pub leaf_path: Vec<H256>,
	/// The place of the page in the index, counted from 0.
	pub page_place: u32,
	/// The hashes beside the way from the page's digest to the root on chain, from below.
	pub page_path: Vec<H256>,
}

/// Returns the proof of a record on an opened page of a list; none where it isn't there.
pub fn prove(
	list: &List<'_>,
	page: &Page,
	number: &CertificateNumber,
	class: DataClass,
) -> Option<Proof> {
	let place = page.entries.iter().position(|entry| {
		let record = entry.record();
		record.number == *number && record.class() == class
	})?;
	let entry = page.entries.get(place)?;
	let place = u32::try_from(place).ok()?;
	let leaves: Vec<_> = page.entries.iter().map(Entry::leaf).collect();
	let page_place = list.place_of(page.number)?;
	Some(Proof {
		record: entry.text().into(),
		salt: H256(*entry.salt().as_bytes()),
		page: page.number,
		leaves: u32::try_from(leaves.len()).ok()?,
		place,
		leaves_root: tree::root(&leaves),
		leaf_path: tree::proof(&leaves, place)?,
		page_place,
		page_path: tree::proof(&list.digests(), page_place)?,
	})
}

impl Proof {
	/// Returns the record, if it stands in the list of which `chain` says the root and the number of
	/// pages.
	///
	/// # Errors
	///
	/// In this order: [`Error::RootDiffers`] where the way from the page does not lead to the root on
	/// chain, [`Error::PageDiffers`] where that from the record does not lead to the page; those of
	/// [`Record::parse`]; [`Error::WrongPlace`] for the record of another issuer.
	pub fn verify(&self, chain: &OnChain) -> Result<Record, Error> {
		let digest = digest_of_root(self.page, self.leaves, &self.leaves_root);
		if !tree::is_proven(
			chain.root,
			chain.pages,
			self.page_place,
			&self.page_path,
			digest,
		) {
			return Err(Error::RootDiffers);
		}
		let salt = Salt::from_bytes(self.salt.0);
		let leaf = leaf(&chain.genesis, &salt, self.record.as_bytes());
		if !tree::is_proven(
			self.leaves_root,
			self.leaves,
			self.place,
			&self.leaf_path,
			leaf,
		) {
			return Err(Error::PageDiffers);
		}
		let record = Record::parse(self.record.as_bytes())?;
		if record.issuer == chain.issuer {
			Ok(record)
		} else {
			Err(Error::WrongPlace {
				number: record.number.as_str().into(),
			})
		}
	}
}
