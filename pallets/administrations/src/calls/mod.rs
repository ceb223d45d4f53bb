//! What the calls do, once their origin is known: one file a call. Here is what most of them ask:
//! who acts, and what time it is; beside it what several share.
#![deny(clippy::as_conversions, clippy::expect_used)]

// What several share.
mod accounts;
mod arguments;
mod proposals;
mod seats;
mod state;
mod upgrade;
mod validators;

// The calls.
mod accept_account;
mod admit;
mod appoint_officer;
mod appoint_signatory;
mod authorise_upgrade;
mod change_settings;
mod clear_credential_issuer;
mod dismiss_officer;
mod end_own_quarantine;
mod end_quarantine;
mod expel;
mod give_notice;
mod leave;
mod note_stalled;
mod propose;
mod quarantine;
mod quarantine_own;
mod resign;
mod retract;
mod rotate_account;
mod rotate_encryption_key;
mod set_credential_issuer;
mod start_validating;
mod stop_validating;
mod switch_off_validator;
mod withdraw_notice;
mod withdraw_upgrade;

use crate::{
	types::{Administration, AdministrationState, InsideKind},
	Config, Error, Pallet,
};
use aeo_primitives::Territory;
use frame_support::{ensure, pallet_prelude::DispatchError};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Returns the signer's administration, when the signer is its own account.
	pub(crate) fn ensure_own(
		origin: OriginFor<T>,
	) -> Result<(Territory, Administration<T::AccountId>), DispatchError> {
		let signer = ensure_signed(origin)?;
		let (account, administration) =
			Self::account_of(&signer).ok_or(Error::<T>::SignerNotOwnAccount)?;
		ensure!(
			account.kind == InsideKind::Own,
			Error::<T>::SignerNotOwnAccount
		);
		Ok((account.administration, administration))
	}

	/// Returns the same as [`Self::ensure_own`], and refuses an administration that is quarantined.
	pub(crate) fn ensure_admitted(
		origin: OriginFor<T>,
	) -> Result<(Territory, Administration<T::AccountId>), DispatchError> {
		let (territory, administration) = Self::ensure_own(origin)?;
		ensure!(
			administration.state == AdministrationState::Admitted,
			Error::<T>::AdministrationNotAdmitted
		);
		Ok((territory, administration))
	}

	/// Returns the number after this one.
	pub(crate) fn next(number: u32) -> Result<u32, DispatchError> {
		number
			.checked_add(1)
			.ok_or(ArithmeticError::Overflow.into())
	}
}
