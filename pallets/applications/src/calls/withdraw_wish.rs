//! Taking back what was asked for.

use super::holders::Own;
use crate::{Config, Error, Event, Pallet};
use aeo_primitives::{WishKind, WishRegister};
use aeo_support::refusals::ensure_document;
use frame_support::pallet_prelude::DispatchResult;
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Takes back what was asked for, as if nobody had.
	pub(crate) fn do_withdraw_wish(
		own: Own<T::AccountId>,
		wish: WishKind,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		let Own {
			issuer, number, by, ..
		} = own;
		T::Certificates::take_wish_back(issuer, &number, wish).map_err(Into::into)?;
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
