//! Registration of a trader that was not registered before, whichever call or role asks for it.

use crate::{
	rules::{check::checked, trader::trader_id},
	types::{TinCheck, Trader},
	Config, Error, Event, Pallet, Traders,
};
use aeo_primitives::{
	recognition::TraderState, tin::Tin, AdministrationLookup, Territory, TraderId,
};
use aeo_support::refusals::ensure_document;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Registers a trader that is not registered, with a number that is not refused, or that a document
	/// shows to have been issued.
	pub(crate) fn register_new(
		administration: Territory,
		tin: &Tin,
		publication_consent: H256,
		instrument: Option<H256>,
	) -> Result<TraderId, DispatchError> {
		if let Some(instrument) = instrument {
			ensure_document::<Error<T>>(instrument)?;
		}
		let check = checked(tin, instrument).map_err(Error::<T>::from)?;
		Self::store(administration, tin, check, publication_consent)
	}

	/// Stores a trader that is not registered, whose number was looked at.
	fn store(
		administration: Territory,
		tin: &Tin,
		check: TinCheck,
		publication_consent: H256,
	) -> Result<TraderId, DispatchError> {
		ensure!(
			T::Administrations::registrar(tin.territory()) == Some(administration),
			Error::<T>::NotYourTerritory
		);
		ensure!(!tin.is_personal(), Error::<T>::NumberOfANaturalPerson);
		Self::ensure_consent(publication_consent)?;
		let trader = trader_id(tin.text());
		let record = Trader {
			tin: tin.text().clone(),
			administration,
			admission: Self::admission(administration)?,
			check,
			publication_consent,
			state: TraderState::Active,
			accounts: 0,
		};
		Traders::<T>::insert(trader, record);
		Self::deposit_event(Event::TraderRegistered {
			trader,
			tin: tin.text().clone(),
			administration,
			check,
			publication_consent,
		});
		Ok(trader)
	}

	/// Refuses a hash of zeros, which is the hash of no consent.
	pub(super) fn ensure_consent(publication_consent: H256) -> DispatchResult {
		ensure!(!publication_consent.is_zero(), Error::<T>::ConsentMissing);
		Ok(())
	}
}
