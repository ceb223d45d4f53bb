//! Giving the consent to sharing a certificate.

use super::consent::Consenting;
use crate::{Config, Pallet};
use aeo_primitives::ConsentFor;
use frame_support::pallet_prelude::{DispatchError, Weight};

impl<T: Config> Pallet<T> {
	/// Gives a consent. Returns what telling of it weighed.
	pub(crate) fn do_give_consent(
		consenting: Consenting<T::AccountId>,
		consent_for: ConsentFor,
	) -> Result<Weight, DispatchError> {
		Self::set_consent(consenting, consent_for, true)
	}
}
