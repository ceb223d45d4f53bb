//! What the other pallets ask of the administrations.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{AccountRole, AdministrationState, Quarantine},
	Administrations, Config, Counting, Coverage, Error, Pallet, Provided,
};
use aeo_primitives::{
	recognition::{Administration, Standing},
	AccountRoles, AdministrationLookup, Grantor, IncidentMark, Officers, OuterSigner, Scope,
	Territory, Uses,
};
use alloc::vec::Vec;
use frame_support::ensure;
use sp_runtime::DispatchError;

/// An administration as the rule of recognition sees it.
pub(crate) fn facts<AccountId>(
	territory: Territory,
	record: &crate::types::Administration<AccountId>,
) -> Administration {
	Administration {
		territory,
		utc_offset: record.details.utc_offset,
		standing: match record.state {
			AdministrationState::Admitted => Standing::Admitted,
			AdministrationState::Withdrawn => Standing::Withdrawn,
			AdministrationState::Quarantined(Quarantine::Council) => Standing::QuarantinedByCouncil,
			AdministrationState::Quarantined(Quarantine::Own(_) | Quarantine::Both(_)) => {
				Standing::QuarantinedByItself
			}
		},
		admission: record.admission,
	}
}

impl<T: Config> Pallet<T> {
	/// The role of `account` at an admitted administration; `refusal` where it has none.
	fn ensure_role(
		account: &T::AccountId,
		refusal: Error<T>,
	) -> Result<(Territory, AccountRole), DispatchError> {
		let (account, administration) = Self::role_of(account).ok_or(refusal)?;
		ensure!(
			administration.state == AdministrationState::Admitted,
			Error::<T>::AdministrationQuarantined
		);
		Ok((account.administration, account.role))
	}
}

impl<T: Config> Officers<T::AccountId> for Pallet<T> {
	type Error = DispatchError;

	fn ensure_officer(account: &T::AccountId, scope: Scope) -> Result<Territory, DispatchError> {
		match Self::ensure_role(account, Error::<T>::NotAnOfficer)? {
			(administration, AccountRole::Officer(scopes)) => {
				ensure!(scopes.contains(&scope), Error::<T>::OfficerLacksScope);
				Ok(administration)
			}
			_ => Err(Error::<T>::NotAnOfficer.into()),
		}
	}

	fn ensure_own_account(account: &T::AccountId) -> Result<Territory, DispatchError> {
		match Self::ensure_role(account, Error::<T>::SignerNotOwnAccount)? {
			(administration, AccountRole::Own) => Ok(administration),
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
			uses: record.settings.uses,
			incident_open: record.incident_open,
		})
	}

	fn registrar(territory: Territory) -> Option<Territory> {
		Coverage::<T>::get(territory)
	}

	fn uses(administration: Territory) -> Uses {
		Administrations::<T>::get(administration)
			.map(|record| record.settings.uses)
			.unwrap_or(Uses::Sealed)
	}

	fn counting() -> Vec<Administration> {
		Counting::<T>::get().into_inner().into_values().collect()
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

impl<T: Config> AccountRoles<T::AccountId> for Pallet<T> {
	fn has_role(account: &T::AccountId) -> bool {
		Self::role_of(account).is_some()
	}

	fn provide(account: &T::AccountId) {
		if !Provided::<T>::contains_key(account) {
			frame_system::Pallet::<T>::inc_providers(account);
			Provided::<T>::insert(account, ());
		}
	}
}

impl<T: Config> OuterSigner<T::AccountId> for Pallet<T> {
	fn outer_signer() -> Option<T::AccountId> {
		crate::OuterSigner::<T>::get()
	}
}
