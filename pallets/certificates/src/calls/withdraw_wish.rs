//! Taking back what was asked for.

use super::holders::Own;
use crate::{types::WishKind, Config, Event, Pallet};
use frame_support::pallet_prelude::DispatchResult;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Takes back what was asked for, as if nobody had. What the holder's own account said for one
	/// officer to decide on is forgotten with it.
	pub(crate) fn do_withdraw_wish(
		own: Own<T::AccountId>,
		wish: WishKind,
		document: H256,
	) -> DispatchResult {
		Self::ensure_document(document)?;
		let Own {
			issuer,
			number,
			record,
			by,
			..
		} = own;
		Self::take_wish_back(issuer, &number, record, wish)?;
		Self::deposit_event(Event::WishWithdrawn {
			issuer,
			number,
			wish,
			by,
			document,
		});
		Ok(())
	}
}
