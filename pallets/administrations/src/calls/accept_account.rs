//! `accept_account`: the offered account becomes the own account.

use crate::{
	types::{AccountRecord, InsideKind},
	Accounts, Administrations, Config, Error, Event, Pallet, Seats,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_accept_account(new: T::AccountId) -> DispatchResult {
		let (entry, mut record) = Self::account_of(&new).ok_or(Error::<T>::AccountNotOffered)?;
		ensure!(
			entry.kind == InsideKind::Incoming,
			Error::<T>::AccountNotOffered
		);
		let administration = entry.administration;
		let old = core::mem::replace(&mut record.details.account, new.clone());
		record.incoming = None;
		record.key_versions.account = Self::next(record.key_versions.account)?;
		Accounts::<T>::remove(&old);
		Accounts::<T>::insert(
			&new,
			AccountRecord {
				administration,
				admission: record.admission,
				kind: InsideKind::Own,
			},
		);
		if Seats::<T>::get().contains(&old) {
			Self::change_seats(Some(&new), Some(&old))?;
		}
		Administrations::<T>::insert(administration, record);
		Self::deposit_event(Event::AccountRotated {
			administration,
			from: old,
			to: new,
		});
		Ok(())
	}
}
