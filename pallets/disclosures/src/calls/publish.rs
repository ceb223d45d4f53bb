//! Publishing lists.

use crate::{
	rules::list::{ensure_acceptable, ensure_recent, Known},
	types::{ListRecord, NewList, MAX_LISTS},
	Config, Error, Event, Lists, Pallet,
};
use aeo_primitives::{AdministrationLookup, ConsentLookup, EncryptionKeys, Territory};
use aeo_support::clock::BlockTime;
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get},
};
use sp_runtime::traits::SaturatedConversion;

impl<T: Config> Pallet<T> {
	/// Publishes lists of an issuer, all of them or none.
	pub(crate) fn do_publish(
		issuer: Territory,
		by: T::AccountId,
		as_of: u32,
		lists: Vec<NewList>,
	) -> DispatchResult {
		let count: u32 = lists.len().saturated_into();
		ensure!(count > 0, Error::<T>::ListsMissing);
		ensure!(count <= MAX_LISTS, Error::<T>::TooManyLists);
		let readers: BTreeSet<_> = lists.iter().map(|list| list.reader).collect();
		ensure!(readers.len() == lists.len(), Error::<T>::ReaderTwice);
		let withdrawn = T::Consents::last_withdrawal(issuer);
		ensure_recent(as_of, Self::block(), T::MaxAge::get(), withdrawn)
			.map_err(Error::<T>::from)?;
		for list in lists {
			Self::publish_one(issuer, &by, as_of, list)?;
		}
		Ok(())
	}

	/// Publishes one list (invariant I10).
	fn publish_one(
		issuer: Territory,
		by: &T::AccountId,
		as_of: u32,
		list: NewList,
	) -> DispatchResult {
		let reader = T::Administrations::administration(list.reader)
			.ok_or(Error::<T>::UnknownAdministration)?;
		let known = Known {
			last: Lists::<T>::get(issuer, list.reader).map_or(0, |last| last.sequence),
			key: T::Administrations::encryption_key(list.reader),
			counts: reader.counts(),
			entitled: list.pages == 0 || Self::is_entitled(issuer, &reader),
		};
		ensure_acceptable(&list, &known).map_err(Error::<T>::from)?;
		let NewList {
			reader,
			sequence,
			sealed_to,
			root,
			pages,
		} = list;
		let record = ListRecord {
			sequence,
			sealed_to,
			root,
			pages,
			as_of,
			block: Self::block(),
			at: T::Time::moment(),
		};
		Lists::<T>::insert(issuer, reader, record);
		Self::deposit_event(Event::ListPublished {
			issuer,
			reader,
			sequence,
			root,
			pages,
			as_of,
			by: by.clone(),
		});
		Ok(())
	}
}
