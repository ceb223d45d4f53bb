//! Asking for something that nobody decides before an officer does.

use super::holders::Own;
use crate::{Config, Error, Event, Pallet};
use aeo_primitives::{Wish, WishRegister, WrittenWish};
use aeo_support::refusals::ensure_document;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Notes what a holder asks for. Nothing follows from it before an officer decides.
	pub(crate) fn do_ask(
		own: Own<T::AccountId>,
		wish: WrittenWish,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		let wish = Self::wish(wish)?;
		let Own {
			issuer,
			number,
			by,
			holder,
		} = own;
		// One who has the paper of a holder that gives its certificate back proposes that.
		ensure!(
			!matches!(wish, Wish::Relinquishment { .. }) || holder.is_some(),
			Error::<T>::NotAHolder
		);
		T::Certificates::note_wish(issuer, &number, wish, holder).map_err(Into::into)?;
		Self::deposit_event(Event::HolderAsked {
			issuer,
			number,
			wish,
			by,
			document,
		});
		Ok(())
	}
}
