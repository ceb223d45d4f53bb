//! Accepting to act for a trader.

use crate::{
	rules::trader::is_vouched_for, Accounts, Config, Error, Event, Offers, Pallet, Traders,
};
use aeo_primitives::WrittenTin;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get},
};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Links an account to the trader for which it was offered to act.
	pub(crate) fn do_accept_account(tin: &WrittenTin, account: T::AccountId) -> DispatchResult {
		let found = Self::find(Self::tin(tin)?.text());
		let (trader, mut record) = found.ok_or(Error::<T>::AccountNotOffered)?;
		let offer = Offers::<T>::get(&account)
			.filter(|offer| offer.link.trader == trader)
			.ok_or(Error::<T>::AccountNotOffered)?;
		ensure!(Self::is_open(&offer), Error::<T>::OfferLapsed);
		Self::ensure_free(&account)?;
		Self::ensure_active(&record)?;
		// The trader may have gone over to another administration since.
		ensure!(
			is_vouched_for(&record, offer.administration, offer.admission),
			Error::<T>::OfferLapsed
		);
		ensure!(
			record.accounts < T::MaxAccounts::get(),
			Error::<T>::TooManyAccounts
		);
		record.accounts = record
			.accounts
			.checked_add(1)
			.ok_or(ArithmeticError::Overflow)?;
		Traders::<T>::insert(trader, record);
		Self::forget(&offer, &account);
		Accounts::<T>::insert(&account, offer.link);
		Self::deposit_event(Event::AccountLinked { trader, account });
		Ok(())
	}
}
