//! The end of a link between an account and a trader, whoever ends it.

use crate::{types::Link, Accounts, Config, Error, Event, Pallet, Traders};
use aeo_primitives::OnAccountUnlinked;
use frame_support::pallet_prelude::{DispatchError, DispatchResult};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Returns the link of an account.
	pub(super) fn link_of(account: &T::AccountId) -> Result<Link<T::AccountId>, DispatchError> {
		Accounts::<T>::get(account).ok_or_else(|| Error::<T>::AccountNotLinked.into())
	}

	/// Unlinks an account from its trader.
	pub(super) fn unlink(link: Link<T::AccountId>, account: T::AccountId) -> DispatchResult {
		let trader = link.trader;
		let mut record = Traders::<T>::get(trader).ok_or(Error::<T>::UnknownTrader)?;
		record.accounts = record
			.accounts
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?;
		Traders::<T>::insert(trader, record);
		Accounts::<T>::remove(&account);
		T::OnAccountUnlinked::on_unlinked(&trader, &account);
		Self::deposit_event(Event::AccountUnlinked { trader, account });
		Ok(())
	}
}
