//! The one role of each account: who may be given one, and how it is given and taken.

use crate::{
	types::{AccountRecord, Administration, InsideKind},
	Accounts, Administrations, Config, Error, Event, Pallet,
};
use aeo_primitives::{InsideAccounts, OutsideAccounts, Scopes, Territory, UnaskedAccounts};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get},
};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Refuses an account that has a role.
	pub(crate) fn ensure_free(account: &T::AccountId) -> DispatchResult {
		let in_use = Self::account_of(account).is_some() || T::OutsideAccounts::is_outside(account);
		ensure!(!in_use, Error::<T>::AccountInUse);
		Ok(())
	}

	/// Refuses an account that has a role to which it consented, and so can't be admitted. An own
	/// account was admitted or has accepted, a holder's account has accepted. Officers, offered
	/// accounts and agencies were not asked: if that counted, any member could keep a candidate out
	/// by appointing it.
	pub(super) fn ensure_unbound(account: &T::AccountId) -> DispatchResult {
		let is_own =
			Self::account_of(account).is_some_and(|(account, _)| account.kind == InsideKind::Own);
		let is_holder =
			T::OutsideAccounts::is_outside(account) && !T::UnaskedAccounts::is_unasked(account);
		ensure!(!is_own && !is_holder, Error::<T>::AccountInUse);
		Ok(())
	}

	/// Makes an account an officer with these scopes, or gives an officer of the administration
	/// these instead of its own.
	pub(crate) fn do_appoint(
		administration: Territory,
		mut record: Administration<T::AccountId>,
		officer: T::AccountId,
		scopes: Scopes,
	) -> DispatchResult {
		let kind = InsideKind::Officer(scopes.clone());
		let account = AccountRecord {
			administration,
			admission: record.admission,
			kind,
		};
		match Self::account_of(&officer) {
			// an officer of this administration: other scopes
			Some((
				AccountRecord {
					administration: of,
					kind: InsideKind::Officer(before),
					..
				},
				_,
			)) if of == administration => ensure!(before != scopes, Error::<T>::NothingWouldChange),
			_ => {
				Self::ensure_free(&officer)?;
				ensure!(
					record.officers < T::MaxOfficers::get(),
					Error::<T>::TooManyOfficers
				);
				record.officers = Self::next(record.officers)?;
				Administrations::<T>::insert(administration, record);
			}
		}
		Self::provide(&officer);
		Accounts::<T>::insert(&officer, account);
		Self::deposit_event(Event::OfficerAppointed {
			administration,
			officer,
			scopes,
		});
		Ok(())
	}

	/// Takes the role of an officer of this administration.
	pub(super) fn do_dismiss(
		administration: Territory,
		mut record: Administration<T::AccountId>,
		officer: T::AccountId,
	) -> DispatchResult {
		record.officers = record
			.officers
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?;
		Accounts::<T>::remove(&officer);
		Administrations::<T>::insert(administration, record);
		Self::deposit_event(Event::OfficerDismissed {
			administration,
			officer,
		});
		Ok(())
	}

	/// Takes the role of the account that was offered to replace the own account of this
	/// administration.
	pub(super) fn do_decline(
		administration: Territory,
		mut record: Administration<T::AccountId>,
		account: T::AccountId,
	) -> DispatchResult {
		record.incoming = None;
		Accounts::<T>::remove(&account);
		Administrations::<T>::insert(administration, record);
		Self::deposit_event(Event::AccountDeclined {
			administration,
			account,
		});
		Ok(())
	}
}
