//! Acknowledging all that an issuer has told up to two places.

use crate::{types::Watermarks, AcknowledgedThrough, Config, Error, Event, Pallet};
use aeo_primitives::{RegisterLookup, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Raises a partner's watermarks in the two lists of an issuer.
	pub(crate) fn do_acknowledge_through(
		grantor: Territory,
		by: T::AccountId,
		issuer: Territory,
		after: Watermarks,
	) -> DispatchResult {
		ensure!(grantor != issuer, Error::<T>::OwnCertificate);
		let before = AcknowledgedThrough::<T>::get(grantor, issuer);
		ensure!(
			before.changes <= after.changes && before.ordinals <= after.ordinals,
			Error::<T>::AcknowledgedFurtherAlready
		);
		ensure!(before != after, Error::<T>::NothingWouldChange);
		ensure!(
			after.changes <= T::Certificates::changes(issuer)
				&& after.ordinals <= T::Certificates::ordinals(issuer),
			Error::<T>::BeyondWhatWasTold
		);
		AcknowledgedThrough::<T>::insert(grantor, issuer, after);
		Self::deposit_event(Event::AcknowledgedThrough {
			grantor,
			issuer,
			before,
			after,
			by,
		});
		Ok(())
	}
}
