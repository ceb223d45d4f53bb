//! The work of the calls, one file each; here what several of them share.
#![deny(clippy::as_conversions, clippy::expect_used)]

mod accept_account;
mod aliases;
mod arguments;
mod close;
mod confirm_alias;
mod declare_alias;
mod decline_account;
mod derive_alias;
mod ending;
mod issue_alias;
mod links;
mod merge;
mod offer_account;
mod offers;
mod register;
mod register_despite_check;
mod registration;
mod remove_alias;
mod traders;
mod unlink_account;
mod unlink_own_account;
mod withdraw_offer;

use crate::{Config, Pallet};
use aeo_primitives::{Moment, Officers, Scope, Territory};
use frame_support::{pallet_prelude::DispatchError, traits::UnixTime};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::traits::SaturatedConversion;

impl<T: Config> Pallet<T> {
	/// Returns the administration for which the signer is an officer with scope `Identities`.
	pub(crate) fn ensure_officer(origin: OriginFor<T>) -> Result<Territory, DispatchError> {
		T::Administrations::ensure_officer(&ensure_signed(origin)?, Scope::Identities)
			.map_err(Into::into)
	}

	/// Returns the administration of which the signer is the own account.
	pub(crate) fn ensure_own_account(origin: OriginFor<T>) -> Result<Territory, DispatchError> {
		T::Administrations::ensure_own_account(&ensure_signed(origin)?).map_err(Into::into)
	}

	/// Returns the time of the block.
	fn now() -> Moment {
		T::Time::now().as_millis().saturated_into()
	}
}
