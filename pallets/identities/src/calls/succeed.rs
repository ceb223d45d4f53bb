//! Another number for the same firm, and the release of a former one.

use crate::{
	rules::{check::checked, trader::trader_id},
	Config, Error, Event, LaterNumbers, Pallet, Traders,
};
use aeo_primitives::{tin::Tin, NormalisedTin, Territory, TraderId};
use aeo_support::refusals::ensure_document;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Lets a trader go on under the number `by` of the same territory. It keeps its id: certificates,
	/// history, aliases, accounts and uses stay where they are, and both numbers lead to it.
	pub(super) fn succeed(
		administration: Territory,
		tin: &Tin,
		by: &NormalisedTin,
		document: H256,
		instrument: Option<H256>,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		let (trader, mut record) = Self::find(tin.text()).ok_or(Error::<T>::UnknownTrader)?;
		Self::ensure_active(&record)?;
		Self::vouch(administration, trader, &mut record)?;
		let by = Self::parsed(by)?;
		ensure!(
			by.territory() == tin.territory(),
			Error::<T>::SuccessorOfAnotherTerritory
		);
		ensure!(*by.text() != record.tin, Error::<T>::NumberIsPresent);
		ensure!(!by.is_personal(), Error::<T>::NumberOfANaturalPerson);
		let check = checked(&by, instrument).map_err(Error::<T>::from)?;
		if let Some(instrument) = instrument {
			ensure_document::<Error<T>>(instrument)?;
		}
		Self::lead_to(trader, by.text())?;
		let from = core::mem::replace(&mut record.tin, by.text().clone());
		record.check = check;
		Traders::<T>::insert(trader, record);
		Self::deposit_event(Event::TraderSucceeded {
			trader,
			from,
			by: by.text().clone(),
			check,
			document,
		});
		Ok(())
	}

	/// Lets a number lead to a trader that leads to no other one.
	fn lead_to(trader: TraderId, number: &NormalisedTin) -> DispatchResult {
		match Self::find(number) {
			// A former number of its own is its present one again.
			Some((holder, _)) if holder == trader => {}
			Some(_) => return Err(Error::<T>::RegisteredAlready.into()),
			None => LaterNumbers::<T>::insert(trader_id(number), trader),
		}
		Ok(())
	}

	/// Lets a number lead to a trader no more. What was registered under its first number stays there.
	pub(super) fn release(
		administration: Territory,
		tin: &Tin,
		number: &NormalisedTin,
		document: H256,
	) -> DispatchResult {
		ensure_document::<Error<T>>(document)?;
		let (trader, mut record) = Self::find(tin.text()).ok_or(Error::<T>::UnknownTrader)?;
		Self::vouch(administration, trader, &mut record)?;
		ensure!(*number != record.tin, Error::<T>::NumberIsPresent);
		let later = trader_id(number);
		ensure!(later != trader, Error::<T>::NumberIsTheFirst);
		ensure!(
			LaterNumbers::<T>::get(later) == Some(trader),
			Error::<T>::NumberOfAnotherTrader
		);
		LaterNumbers::<T>::remove(later);
		Self::deposit_event(Event::NumberReleased {
			trader,
			number: number.clone(),
			document,
		});
		Ok(())
	}

	/// Returns a number in normal form, read again.
	fn parsed(number: &NormalisedTin) -> Result<Tin, DispatchError> {
		Tin::parse(number).map_err(|why| Error::<T>::from(why).into())
	}
}
