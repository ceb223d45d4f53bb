//! What an administration gives at home.

use crate::{written::WrittenOffer, Config, DomesticOffers, Event, Pallet};
use aeo_primitives::Territory;
use alloc::vec::Vec;
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Stores what `administration` gives to its own traders.
	pub(crate) fn do_set_domestic_offers(
		administration: Territory,
		offers: Vec<WrittenOffer>,
	) -> DispatchResult {
		let offers = Self::offers(offers)?;
		DomesticOffers::<T>::insert(administration, &offers);
		Self::deposit_event(Event::DomesticOffersSet {
			administration,
			offers,
		});
		Ok(())
	}
}
