//! Withdrawing an offer.

use crate::{Config, Error, Offers, Pallet};
use aeo_primitives::Territory;
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Ends the offer that an account act for one of the administration's traders.
	pub(crate) fn do_withdraw_offer(
		administration: Territory,
		account: T::AccountId,
	) -> DispatchResult {
		let offer = Offers::<T>::get(&account).ok_or(Error::<T>::AccountNotOffered)?;
		Self::ensure_own(administration, offer.link.trader)?;
		Self::end_offer(offer, account);
		Ok(())
	}
}
