//! What the pallet is for others: who signed, who has a budget from the day of the admission, and in
//! the file beside this one the charger of transactions.
#![deny(clippy::as_conversions, clippy::expect_used)]

mod charger;

pub use charger::{Payer, QuotaOrFee};

use crate::{Config, OuterSigner, Pallet};
use aeo_primitives::{OnAdmission, Territory};
use frame_support::pallet_prelude::Get;

impl<T: Config> aeo_primitives::OuterSigner<T::AccountId> for Pallet<T> {
	fn outer_signer() -> Option<T::AccountId> {
		OuterSigner::<T>::get()
	}
}

/// What was used before an admission anew is settled and not forgotten.
impl<T: Config> OnAdmission for Pallet<T> {
	fn on_admission(administration: Territory) {
		Self::change_quota(administration, T::InitialQuota::get());
	}
}
