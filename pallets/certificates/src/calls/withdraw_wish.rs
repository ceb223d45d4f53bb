//! Taking back what was asked for.

use super::holders::Own;
use crate::{types::WishKind, Certificates, Config, Error, Event, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
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
			mut record,
			by,
			..
		} = own;
		// Without the renewal that keeps it in force the certificate would end, which takes a
		// decision.
		let is_kept = record.validity.is_some_and(|dates| dates.renewal_pending);
		ensure!(
			wish != WishKind::Renewal || !is_kept,
			Error::<T>::RenewalKeepsItInForce
		);
		let asked = &mut record.asked;
		let was_asked = match wish {
			WishKind::Renewal => core::mem::take(&mut asked.renewal),
			WishKind::Appeal => asked.appeal.take().is_some(),
			WishKind::Suspension => core::mem::take(&mut asked.suspension),
			WishKind::Relinquishment => asked.relinquishment.take().is_some(),
			WishKind::Reinstatement => core::mem::take(&mut asked.reinstatement),
		};
		ensure!(was_asked, Error::<T>::HolderHasNotAsked);
		Self::forget_askers(issuer, &number, record.asked);
		Certificates::<T>::insert(issuer, &number, record);
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
