//! `rotate_account`: another account is offered to become the own account.

use crate::{
	types::{AccountRecord, Administration, InsideKind},
	Accounts, Administrations, Config, Event, Pallet,
};
use aeo_primitives::{InsideAccounts, Territory};
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_rotate_account(
		administration: Territory,
		mut record: Administration<T::AccountId>,
		account: T::AccountId,
	) -> DispatchResult {
		Self::ensure_free(&account)?;
		if let Some(earlier) = record.incoming.replace(account.clone()) {
			Accounts::<T>::remove(earlier);
		}
		Self::provide(&account);
		Accounts::<T>::insert(
			&account,
			AccountRecord {
				administration,
				admission: record.admission,
				kind: InsideKind::Incoming,
			},
		);
		Administrations::<T>::insert(administration, record);
		Self::deposit_event(Event::AccountOffered {
			administration,
			account,
		});
		Ok(())
	}
}
