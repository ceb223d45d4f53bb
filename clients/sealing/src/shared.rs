//! What a reader may read, as the chain answers, and what a list has of it.

use aeo_primitives::{CertificateNumber, DataClass, DataClasses};
use std::collections::{BTreeMap, BTreeSet};

use crate::{page::page_of, Entry, Opened};

/// A certificate of which a reader may read something.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct SharedCertificate {
	/// Its ordinal at the issuer, counted from 0.
	pub ordinal: u32,
	/// What the reader may read of it.
	pub classes: DataClasses,
}

/// What a reader may read of an issuer's certificates at a block: the answers of `aeo_shared`.
pub type Shared = BTreeMap<CertificateNumber, SharedCertificate>;

/// The version of each record that was last seen.
pub type Versions = BTreeMap<(CertificateNumber, DataClass), u32>;

/// What is wrong with a list, beside what the chain says. Records of [`Difference::NotForYou`] are
/// dropped, never shown.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Difference {
	/// The list lacks a record that is to be in it.
	Missing {
		/// The number of the certificate.
		number: CertificateNumber,
		/// The class.
		class: DataClass,
	},
	/// The list has a record that is not for this reader.
	NotForYou {
		/// The number of the certificate.
		number: CertificateNumber,
		/// The class.
		class: DataClass,
	},
	/// A record stands on another page than its ordinal says.
	WrongPage {
		/// The number of the certificate.
		number: CertificateNumber,
		/// The class.
		class: DataClass,
		/// The page on which it stands.
		page: u32,
		/// The page on which it should.
		should: u32,
	},
	/// The list has an earlier version than was seen before.
	VersionWentBack {
		/// The number of the certificate.
		number: CertificateNumber,
		/// The class.
		class: DataClass,
		/// The version in the list.
		version: u32,
		/// The version seen before.
		seen: u32,
	},
}

impl Difference {
	/// Returns the name, by which texts are found.
	pub const fn name(&self) -> &'static str {
		match self {
			Self::Missing { .. } => "Missing",
			Self::NotForYou { .. } => "NotForYou",
			Self::WrongPage { .. } => "WrongPage",
			Self::VersionWentBack { .. } => "VersionWentBack",
		}
	}

	/// Returns which record is meant.
	pub const fn record(&self) -> (&CertificateNumber, DataClass) {
		match self {
			Self::Missing { number, class }
			| Self::NotForYou { number, class }
			| Self::WrongPage { number, class, .. }
			| Self::VersionWentBack { number, class, .. } => (number, *class),
		}
	}
}

/// Returns whether every certificate that is shared must have a record of a class: all but reasons, of
/// which most have none.
pub(crate) fn is_expected(class: DataClass) -> bool {
	class != DataClass::Reason
}

/// Returns what is wrong with an opened list, in the order of its records, then what is missing by
/// number and class. No reason is missing, since most certificates have none.
///
/// `shared` is what the chain says at the block `as_of` on which the list was made; `seen` the versions
/// of lists opened before. Nothing is missing that belongs on a page which was refused: that page's
/// error says so.
pub fn compare(opened: &Opened, shared: &Shared, seen: &Versions) -> Vec<Difference> {
	let mut found = BTreeSet::new();
	let mut differences = Vec::new();
	for page in &opened.pages {
		for record in page.entries.iter().map(Entry::record) {
			let (number, class) = (record.number.clone(), record.class());
			found.insert((number.clone(), class));
			let place = shared
				.get(&number)
				.filter(|certificate| certificate.classes.contains(class));
			let Some(place) = place else {
				differences.push(Difference::NotForYou { number, class });
				continue;
			};
			let should = page_of(place.ordinal);
			if should != page.number {
				differences.push(Difference::WrongPage {
					number: number.clone(),
					class,
					page: page.number,
					should,
				});
			}
			match seen.get(&(number.clone(), class)) {
				Some(&seen) if record.version < seen => {
					differences.push(Difference::VersionWentBack {
						number,
						class,
						version: record.version,
						seen,
					});
				}
				_ => {}
			}
		}
	}
	let missing = shared.iter().flat_map(|(number, certificate)| {
		let is_refused = opened.refused.contains_key(&page_of(certificate.ordinal));
		let classes = certificate.classes.iter();
		classes
			.filter(move |class| !is_refused && is_expected(*class))
			.map(move |class| (number.clone(), class))
	});
	differences.extend(
		missing
			.filter(|key| !found.contains(key))
			.map(|(number, class)| Difference::Missing { number, class }),
	);
	differences
}

/// Returns the entries that the reader may see by what the chain says: those of an earlier list fall
/// away as soon as the right to read them does.
pub fn visible<'a>(opened: &'a Opened, shared: &'a Shared) -> impl Iterator<Item = &'a Entry> + 'a {
	opened.entries().filter(|entry| {
		let record = entry.record();
		shared
			.get(&record.number)
			.is_some_and(|certificate| certificate.classes.contains(record.class()))
	})
}

/// Notes the versions of an opened list; a version that went back stays as it was.
pub fn note_versions(seen: &mut Versions, opened: &Opened) {
	for record in opened.entries().map(Entry::record) {
		let version = seen
			.entry((record.number.clone(), record.class()))
			.or_insert(record.version);
		*version = record.version.max(*version);
	}
}
