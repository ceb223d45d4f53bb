//! What the runtime API asks.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{types::ListRecord, Config, Lists, Pallet};
use aeo_primitives::{
	recognition::Administration, AdministrationLookup, DisclosureLookup, EncryptionKeys,
	ListStanding, Territory,
};
use aeo_support::clock::BlockTime;
use alloc::vec::Vec;

impl<T: Config> Pallet<T> {
	/// Returns the last lists of an issuer with their readers, in the order of these: no more than there
	/// are administrations.
	pub fn given(issuer: Territory) -> Vec<(Territory, ListRecord)> {
		let mut lists: Vec<_> = Lists::<T>::iter_prefix(issuer).collect();
		lists.sort_by_key(|(reader, _)| *reader);
		lists
	}

	/// Returns the last lists for a reader with their issuers, in the order of these. One is looked for of
	/// each territory.
	pub fn received(reader: Territory) -> Vec<(Territory, ListRecord)> {
		Territory::ALL
			.into_iter()
			.filter_map(|issuer| Some((issuer, Lists::<T>::get(issuer, reader)?)))
			.collect()
	}

	/// Returns whether a list is what its reader can open and may have now.
	pub fn standing(issuer: Territory, reader: Territory, list: &ListRecord) -> ListStanding {
		let is_entitled = T::Administrations::administration(reader)
			.is_some_and(|reader| reader.counts() && Self::is_entitled(issuer, &reader));
		if !is_entitled {
			return ListStanding::NotEntitled;
		}
		if T::Administrations::encryption_key(reader) == Some(list.sealed_to) {
			ListStanding::Current
		} else {
			ListStanding::Outdated
		}
	}

	/// Returns whether a reader may read anything of an issuer's: its own, or what a leg in force
	/// discloses.
	pub(crate) fn is_entitled(issuer: Territory, reader: &Administration) -> bool {
		if reader.territory == issuer {
			return true;
		}
		let now = T::Time::moment();
		T::Agreements::disclosed(issuer, reader.territory)
			.iter()
			.any(|leg| leg.discloses(now, reader.utc_offset))
	}
}
