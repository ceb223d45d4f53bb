//! Which trader a TIN names, and who acts for it.

use crate::{
	rules::trader::{is_vouched_for, trader_id},
	types::Trader,
	Accounts, Config, Error, Event, LaterNumbers, Pallet, Traders,
};
use aeo_primitives::{
	recognition::TraderState, tin::Tin, AdministrationLookup, NormalisedTin, Officers, Scope,
	Territory, TraderId, WrittenTin,
};
use aeo_support::signers::Signers;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};

impl<T: Config> Pallet<T> {
	/// Returns the administration for which the signer is an officer with scope `Identities`.
	pub(crate) fn ensure_officer(origin: OriginFor<T>) -> Result<Territory, DispatchError> {
		T::Administrations::ensure_signed_officer(origin, Scope::Identities)
			.map(|(administration, _)| administration)
	}

	/// Refuses a trader that is closed, or merged into another.
	pub(crate) fn ensure_active(record: &Trader) -> DispatchResult {
		ensure!(
			record.state == TraderState::Active,
			Error::<T>::TraderNotActive
		);
		Ok(())
	}

	/// Returns the active trader with a TIN.
	pub(crate) fn active(tin: &WrittenTin) -> Result<(TraderId, Trader), DispatchError> {
		let (trader, record) = Self::registered(tin)?;
		Self::ensure_active(&record)?;
		Ok((trader, record))
	}

	/// Returns the registered trader with a TIN, in whatever state.
	pub(crate) fn registered(tin: &WrittenTin) -> Result<(TraderId, Trader), DispatchError> {
		let found = Self::find(Self::tin(tin)?.text());
		found.ok_or(Error::<T>::UnknownTrader.into())
	}

	/// Returns the trader to which a number leads, its present one or a former one. Whether it is a
	/// later number of some trader is looked at only where none was registered with it.
	pub(crate) fn find(number: &NormalisedTin) -> Option<(TraderId, Trader)> {
		let first = trader_id(number);
		if let Some(record) = Traders::<T>::get(first) {
			return Some((first, record));
		}
		let trader = LaterNumbers::<T>::get(first)?;
		Some((trader, Traders::<T>::get(trader)?))
	}

	/// Returns the active trader with a TIN, for an officer of its administration.
	pub(crate) fn own_active(
		origin: OriginFor<T>,
		tin: &WrittenTin,
	) -> Result<(TraderId, Trader), DispatchError> {
		let (trader, record, _) = Self::own_counting(origin, tin)?;
		Ok((trader, record))
	}

	/// Returns the same, and whether what was certified for the trader has counted until now. Where
	/// it is taken over with this very call, nothing has.
	pub(crate) fn own_counting(
		origin: OriginFor<T>,
		tin: &WrittenTin,
	) -> Result<(TraderId, Trader, bool), DispatchError> {
		let administration = Self::ensure_officer(origin)?;
		let (trader, mut record) = Self::active(tin)?;
		let before = (record.administration, record.admission);
		Self::vouch(administration, trader, &mut record)?;
		let counted = before == (record.administration, record.admission);
		Ok((trader, record, counted))
	}

	/// Refuses a trader, in whatever state, that is not `administration`'s.
	pub(super) fn ensure_own(administration: Territory, trader: TraderId) -> DispatchResult {
		let mut record = Traders::<T>::get(trader).ok_or(Error::<T>::NotYourTrader)?;
		Self::vouch(administration, trader, &mut record)
	}

	/// Lets an administration act for a trader: the one that covers the territory of its TIN now.
	/// Where that was another before, or left and was admitted again, the trader is its own from
	/// now on.
	pub(crate) fn vouch(
		administration: Territory,
		trader: TraderId,
		record: &mut Trader,
	) -> DispatchResult {
		let territory = Tin::parse(&record.tin).map(|tin| tin.territory());
		let registrar = territory.ok().and_then(T::Administrations::registrar);
		ensure!(registrar == Some(administration), Error::<T>::NotYourTrader);
		let admission = Self::admission(administration)?;
		if is_vouched_for(record, administration, admission) {
			return Ok(());
		}
		let from = record.administration;
		record.administration = administration;
		record.admission = admission;
		Traders::<T>::insert(trader, &*record);
		Self::deposit_event(Event::TraderTakenOver {
			trader,
			from,
			administration,
			admission,
		});
		Ok(())
	}

	/// Returns the number of the admission of an administration.
	pub(super) fn admission(administration: Territory) -> Result<u32, DispatchError> {
		let found = T::Administrations::administration(administration);
		Ok(found.ok_or(Error::<T>::NotYourTerritory)?.admission)
	}

	/// Refuses a signer that is neither linked to a trader, nor an officer of its administration.
	pub(crate) fn ensure_speaks_for(
		origin: OriginFor<T>,
		trader: TraderId,
		record: &mut Trader,
	) -> DispatchResult {
		let account = ensure_signed(origin)?;
		if let Some(link) = Accounts::<T>::get(&account) {
			ensure!(link.trader == trader, Error::<T>::AccountNotLinked);
			return Ok(());
		}
		let administration =
			T::Administrations::ensure_officer(&account, Scope::Identities).map_err(Into::into)?;
		Self::vouch(administration, trader, record)
	}
}
