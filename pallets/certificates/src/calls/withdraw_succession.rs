//! A succession is taken back before its day.

use crate::{Config, Error, Event, Pallet, Successions};
use aeo_primitives::{Territory, WrittenType};
use aeo_support::refusals::ensure_document;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Takes a succession back whose day has not begun.
	pub(crate) fn do_withdraw_succession(
		administration: Territory,
		of: WrittenType,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		let of = Self::certificate_type(of)?;
		let clock = Self::clock(administration);
		Successions::<T>::try_mutate_exists(administration, |stored| {
			let mut all = stored.take().unwrap_or_default();
			let place = all.iter().position(|known| known.of == of);
			let found = place
				.and_then(|place| all.get(place))
				.ok_or(Error::<T>::UnknownSuccession)?;
			ensure!(!clock.begun(found.from), Error::<T>::SuccessionBegun);
			all.retain(|known| known.of != of);
			*stored = (!all.is_empty()).then_some(all);
			Ok::<_, Error<T>>(())
		})?;
		Self::deposit_event(Event::SuccessionWithdrawn {
			administration,
			of,
			document,
		});
		Ok(())
	}
}
