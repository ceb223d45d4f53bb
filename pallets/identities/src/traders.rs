//! Traders and their accounts: what the calls do, once their origin is known.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{Link, TinCheck, Trader},
	Accounts, Config, Error, Event, Pallet, Traders,
};
use aeo_primitives::{
	recognition::TraderState,
	tin::{Check, Reason, Tin},
	AdministrationLookup, NormalisedTin, Officers, OnTraderEnded, Scope, Territory, TraderId,
	WrittenTin,
};
use codec::Encode;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get},
	weights::Weight,
};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use sp_core::H256;
use sp_runtime::ArithmeticError;

/// What goes before a TIN when it is hashed, so that the id is no other hash of the same text.
const OPEN_TRADER: &[u8] = b"aeo-chain/trader/open";

impl<T: Config> Pallet<T> {
	/// The id of the trader with a TIN in normal form.
	pub fn id(tin: &NormalisedTin) -> TraderId {
		sp_io::hashing::blake2_256(&(OPEN_TRADER, tin.as_str().as_bytes()).encode()).into()
	}

	/// The administration for which the signer is an officer with scope `Identities`.
	pub(crate) fn ensure_officer(origin: OriginFor<T>) -> Result<Territory, DispatchError> {
		T::Administrations::ensure_officer(&ensure_signed(origin)?, Scope::Identities)
			.map_err(Into::into)
	}

	pub(crate) fn tin(written: &WrittenTin) -> Result<Tin, DispatchError> {
		Tin::parse(written).map_err(|reason| Self::refusal(reason).into())
	}

	/// A TIN that is not registered.
	pub(crate) fn ensure_new(written: &WrittenTin) -> Result<Tin, DispatchError> {
		let tin = Self::tin(written)?;
		ensure!(
			!Traders::<T>::contains_key(Self::id(tin.text())),
			Error::<T>::AlreadyRegistered
		);
		Ok(tin)
	}

	fn refusal(reason: Reason) -> Error<T> {
		match reason {
			Reason::Empty => Error::TinMissing,
			Reason::TooLong => Error::TinTooLong,
			Reason::UnknownTerritory => Error::TinTerritoryUnknown,
			Reason::SchemeElsewhere | Reason::Prefix | Reason::Length | Reason::Character => {
				Error::TinMalformed
			}
			Reason::Date => Error::TinDateNotReal,
			Reason::NeverIssued => Error::TinNeverIssued,
			Reason::CheckDigit => Error::TinCheckDigitWrong,
		}
	}

	/// The active trader with a TIN.
	pub(crate) fn active(tin: &WrittenTin) -> Result<(TraderId, Trader), DispatchError> {
		let trader = Self::id(Self::tin(tin)?.text());
		let record = Traders::<T>::get(trader).ok_or(Error::<T>::UnknownTrader)?;
		ensure!(
			record.state == TraderState::Active,
			Error::<T>::TraderNotActive
		);
		Ok((trader, record))
	}

	/// The active trader with a TIN, for an officer of its administration.
	pub(crate) fn own_active(
		origin: OriginFor<T>,
		tin: &WrittenTin,
	) -> Result<(TraderId, Trader), DispatchError> {
		let (trader, record, _) = Self::own_counting(origin, tin)?;
		Ok((trader, record))
	}

	/// The same, and whether what was certified for the trader has counted until now. Where it is taken
	/// over with this very call, nothing has.
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

	/// Tell that a trader of `administration` goes on no more. Gives what a call weighs with that.
	pub(crate) fn tell_ended(
		call: Weight,
		administration: Territory,
		trader: TraderId,
		counted: bool,
	) -> Weight {
		let reads = if counted {
			T::OnTraderEnded::on_ended(administration, &trader)
		} else {
			0
		};
		call.saturating_add(T::DbWeight::get().reads(reads.into()))
	}

	/// The most that a call weighs with that.
	pub(crate) fn telling_most(call: Weight) -> Weight {
		call.saturating_add(T::DbWeight::get().reads(T::OnTraderEnded::max_reads().into()))
	}

	/// Whether a trader, in whatever state, belongs to `administration`.
	pub(crate) fn ensure_own(administration: Territory, trader: TraderId) -> DispatchResult {
		let mut record = Traders::<T>::get(trader).ok_or(Error::<T>::NotYourTrader)?;
		Self::vouch(administration, trader, &mut record)
	}

	/// An administration acts for a trader: the one that covers the territory of its TIN now. Where
	/// that was another before, or left and was admitted again, the trader is its own from now on.
	pub(crate) fn vouch(
		administration: Territory,
		trader: TraderId,
		record: &mut Trader,
	) -> DispatchResult {
		let territory = Tin::parse(&record.tin).map(|tin| tin.territory());
		let registrar = territory.ok().and_then(T::Administrations::registrar);
		ensure!(registrar == Some(administration), Error::<T>::NotYourTrader);
		let admission = Self::admission(administration)?;
		let from = record.administration;
		if (from, record.admission) == (administration, admission) {
			return Ok(());
		}
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

	/// The number of the admission of an administration.
	fn admission(administration: Territory) -> Result<u32, DispatchError> {
		let found = T::Administrations::administration(administration);
		Ok(found.ok_or(Error::<T>::NotYourTerritory)?.admission)
	}

	/// A trader that was registered before, by another administration or in another admission, is
	/// registered again: with the company's consent to the administration of now.
	pub(crate) fn register_again(
		administration: Territory,
		trader: TraderId,
		mut record: Trader,
		publication_consent: H256,
	) -> DispatchResult {
		let before = (record.administration, record.admission);
		ensure!(
			Self::vouch(administration, trader, &mut record).is_ok()
				&& before != (record.administration, record.admission),
			Error::<T>::AlreadyRegistered
		);
		ensure!(
			record.state == TraderState::Active,
			Error::<T>::TraderNotActive
		);
		ensure!(!publication_consent.is_zero(), Error::<T>::ConsentMissing);
		record.publication_consent = publication_consent;
		Traders::<T>::insert(trader, record);
		Ok(())
	}

	/// Whether the signer is linked to a trader, or an officer of its administration.
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

	/// Register a trader that is not registered, with a number that is not refused.
	pub(crate) fn do_register(
		administration: Territory,
		tin: &Tin,
		publication_consent: H256,
	) -> Result<TraderId, DispatchError> {
		let check = match tin.check().map_err(Self::refusal)? {
			Check::Passed => TinCheck::Passed,
			Check::FormatOnly | Check::Overridden => TinCheck::FormatOnly,
		};
		Self::store(administration, tin, check, publication_consent)
	}

	/// A number that fails in a way in which legally issued ones may.
	pub(crate) fn ensure_overridable(tin: &Tin) -> DispatchResult {
		match tin.check() {
			Err(Reason::CheckDigit | Reason::NeverIssued) => Ok(()),
			Err(reason) => Err(Self::refusal(reason).into()),
			Ok(_) => Err(Error::<T>::TinCheckPasses.into()),
		}
	}

	pub(crate) fn store(
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
		ensure!(!publication_consent.is_zero(), Error::<T>::ConsentMissing);
		let trader = Self::id(tin.text());
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

	pub(crate) fn do_close(trader: TraderId, mut record: Trader, document: H256) -> DispatchResult {
		ensure!(!document.is_zero(), Error::<T>::DocumentMissing);
		record.state = TraderState::Closed;
		Traders::<T>::insert(trader, record);
		Self::deposit_event(Event::TraderClosed { trader, document });
		Ok(())
	}

	pub(crate) fn do_merge(
		trader: TraderId,
		mut record: Trader,
		into: &WrittenTin,
		document: H256,
	) -> DispatchResult {
		ensure!(!document.is_zero(), Error::<T>::DocumentMissing);
		let (other, mut successor) = Self::active(into)?;
		ensure!(other != trader, Error::<T>::MergedIntoItself);
		Self::vouch(record.administration, other, &mut successor)?;
		let into = successor.tin;
		record.state = TraderState::Merged { into: into.clone() };
		Traders::<T>::insert(trader, record);
		Self::deposit_event(Event::TraderMerged {
			trader,
			into,
			document,
		});
		Ok(())
	}

	pub(crate) fn do_unlink(link: Link<T::AccountId>, account: T::AccountId) -> DispatchResult {
		let trader = link.trader;
		let mut record = Traders::<T>::get(trader).ok_or(Error::<T>::UnknownTrader)?;
		record.accounts = record
			.accounts
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?;
		Traders::<T>::insert(trader, record);
		Accounts::<T>::remove(&account);
		Self::deposit_event(Event::AccountUnlinked { trader, account });
		Ok(())
	}
}
