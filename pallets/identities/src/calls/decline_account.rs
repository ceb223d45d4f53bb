//! Declining an offer.

use crate::{Config, Error, Offers, Pallet};
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Ends the offer that was made to an account, lapsed or not.
	pub(crate) fn do_decline_account(account: T::AccountId) -> DispatchResult {
		let offer = Offers::<T>::get(&account).ok_or(Error::<T>::AccountNotOffered)?;
		Self::end_offer(offer, account);
		Ok(())
	}
}
