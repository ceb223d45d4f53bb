//! Withdrawing the consent to sharing a certificate.

use super::consent::Consenting;
use crate::{Config, LastWithdrawal, Pallet};
use aeo_primitives::ConsentFor;
use frame_support::pallet_prelude::{DispatchError, Weight};
use sp_runtime::traits::SaturatedConversion;

impl<T: Config> Pallet<T> {
	/// Withdraws a consent, and with it all lists of the issuer that were made before (invariant I11).
	/// Returns what telling of it weighed.
	pub(crate) fn do_withdraw_consent(
		consenting: Consenting<T::AccountId>,
		consent_for: ConsentFor,
	) -> Result<Weight, DispatchError> {
		let issuer = consenting.issuer;
		let told = Self::set_consent(consenting, consent_for, false)?;
		let block: u32 = frame_system::Pallet::<T>::block_number().saturated_into();
		LastWithdrawal::<T>::insert(issuer, block);
		Ok(told)
	}
}
