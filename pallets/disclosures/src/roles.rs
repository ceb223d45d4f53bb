//! What the pallet is for others.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{Config, Pallet};
use aeo_primitives::{OnAccountUnlinked, TraderId};

/// Who leaves a trader may know the secret of its key, whoever of its accounts registered that: it goes, and
/// one that stays registers another.
impl<T: Config> OnAccountUnlinked<T::AccountId> for Pallet<T> {
	fn on_unlinked(trader: &TraderId, account: &T::AccountId) {
		Self::forget_key(*trader, account.clone());
	}
}
