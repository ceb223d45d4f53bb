//! What the administrations are for others: the other pallets, the runtime, and in the files beside
//! this one the session pallet and whoever proves that a validator signed twice.
#![deny(clippy::as_conversions, clippy::expect_used)]

mod offences;
mod session;

pub use session::{AdministrationOfValidator, SessionLength, ValidatorIdOf};

use crate::{
	rules::standing::{facts, may_rotate_keys},
	types::{self, AccountRecord, AdministrationState, InsideKind},
	Accounts, Administrations, Config, Counting, Coverage, Error, Pallet, Provided,
};
use aeo_primitives::{
	recognition::Administration, AccountKind, AccountKinds, AdministrationLookup, EncryptionKeys,
	Grantor, IncidentMark, InsideAccounts, Officers, OutsideAccounts, OutsideKind, Scope, Signer,
	Territory, UsesRecorded,
};
use alloc::vec::Vec;
use frame_support::ensure;
use sp_core::H256;
use sp_runtime::DispatchError;

/// An account's record together with the administration for which it acts.
type AccountAndAdministration<T> = (
	AccountRecord,
	types::Administration<<T as frame_system::Config>::AccountId>,
);

impl<T: Config> Pallet<T> {
	/// Returns what an account is, unless its administration left or was admitted anew since.
	pub fn account_of(account: &T::AccountId) -> Option<AccountAndAdministration<T>> {
		let account = Accounts::<T>::get(account)?;
		let administration = Self::live(account.administration).ok()?;
		(account.admission == administration.admission).then_some((account, administration))
	}

	/// Returns the same as [`AccountKinds::signer`], where the account is one of the administration
	/// itself.
	pub fn signer_inside(account: &T::AccountId) -> Option<Signer> {
		let (record, administration) = Self::account_of(account)?;
		let quarantined = administration.state != AdministrationState::Admitted;
		if quarantined && !may_rotate_keys(&record.kind) {
			return None;
		}
		Some(Signer {
			administration: record.administration,
			quarantined,
			kind: match record.kind {
				InsideKind::Own => AccountKind::Own,
				InsideKind::Incoming => AccountKind::Incoming,
				InsideKind::Officer(scopes) => AccountKind::Officer(scopes),
			},
		})
	}

	/// Returns an administration that was admitted and has not left.
	pub(crate) fn live(
		administration: Territory,
	) -> Result<types::Administration<T::AccountId>, DispatchError> {
		Administrations::<T>::get(administration)
			.filter(|record| record.state != AdministrationState::Withdrawn)
			.ok_or(Error::<T>::UnknownAdministration.into())
	}

	/// Returns the role of `account` at an admitted administration; `refusal` where it has none.
	fn ensure_account(
		account: &T::AccountId,
		refusal: Error<T>,
	) -> Result<(Territory, InsideKind), DispatchError> {
		let (account, administration) = Self::account_of(account).ok_or(refusal)?;
		ensure!(
			administration.state == AdministrationState::Admitted,
			Error::<T>::AdministrationNotAdmitted
		);
		Ok((account.administration, account.kind))
	}
}

impl<T: Config> Officers<T::AccountId> for Pallet<T> {
	type Error = DispatchError;

	fn ensure_officer(account: &T::AccountId, scope: Scope) -> Result<Territory, DispatchError> {
		match Self::ensure_account(account, Error::<T>::NotAnOfficer)? {
			(administration, InsideKind::Officer(scopes)) => {
				ensure!(scopes.contains(&scope), Error::<T>::OfficerLacksScope);
				Ok(administration)
			}
			_ => Err(Error::<T>::NotAnOfficer.into()),
		}
	}

	fn ensure_own_account(account: &T::AccountId) -> Result<Territory, DispatchError> {
		match Self::ensure_account(account, Error::<T>::SignerNotOwnAccount)? {
			(administration, InsideKind::Own) => Ok(administration),
			_ => Err(Error::<T>::SignerNotOwnAccount.into()),
		}
	}
}

impl<T: Config> AdministrationLookup for Pallet<T> {
	fn administration(territory: Territory) -> Option<Administration> {
		Self::grantor(territory).map(|grantor| grantor.administration)
	}

	fn grantor(territory: Territory) -> Option<Grantor> {
		let record = Administrations::<T>::get(territory)?;
		Some(Grantor {
			administration: facts(territory, &record),
			uses_recorded: record.settings.uses_recorded,
			incident_open: record.incident_open,
		})
	}

	fn registrar(territory: Territory) -> Option<Territory> {
		Coverage::<T>::get(territory)
	}

	fn uses_recorded(administration: Territory) -> UsesRecorded {
		Administrations::<T>::get(administration)
			.map(|record| record.settings.uses_recorded)
			.unwrap_or(UsesRecorded::Sealed)
	}

	fn counting() -> Vec<Administration> {
		Counting::<T>::get().into_inner().into_values().collect()
	}
}

impl<T: Config> AccountKinds<T::AccountId> for Pallet<T> {
	fn signer(account: &T::AccountId) -> Option<Signer> {
		if let Some(signer) = Self::signer_inside(account) {
			return Some(signer);
		}
		let (kind, administration) = T::OutsideAccounts::outside_kind(account)?;
		let record = Administrations::<T>::get(administration)?;
		let quarantined = match record.state {
			AdministrationState::Admitted => false,
			// It says whether its data are shared, whatever becomes of its administration.
			AdministrationState::Quarantined(_) if kind == OutsideKind::Holder => true,
			AdministrationState::Quarantined(_) | AdministrationState::Withdrawn => return None,
		};
		Some(Signer {
			administration,
			quarantined,
			kind: AccountKind::Outside(kind),
		})
	}
}

impl<T: Config> EncryptionKeys for Pallet<T> {
	fn encryption_key(administration: Territory) -> Option<H256> {
		let record = Administrations::<T>::get(administration)?;
		Some(record.details.encryption_key)
	}
}

impl<T: Config> IncidentMark for Pallet<T> {
	fn set_incident_open(administration: Territory, is_open: bool) {
		Administrations::<T>::mutate(administration, |record| {
			if let Some(record) = record {
				record.incident_open = is_open;
			}
		});
	}
}

impl<T: Config> InsideAccounts<T::AccountId> for Pallet<T> {
	fn is_inside(account: &T::AccountId) -> bool {
		Self::account_of(account).is_some()
	}

	fn provide(account: &T::AccountId) {
		if !Provided::<T>::contains_key(account) {
			frame_system::Pallet::<T>::inc_providers(account);
			Provided::<T>::insert(account, ());
		}
	}
}
