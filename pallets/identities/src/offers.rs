//! Offers to link an account: bounded for each trader and each administration, and lapsing by the
//! clock. Nothing depends on clearing away what has lapsed.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	types::{Link, Offer, OpenOffer, OpenOfferList, Trader},
	Accounts, Config, Error, Event, Offers, OpenOffers, Pallet, Traders,
};
use aeo_primitives::{
	recognition::{Standing, TraderState},
	AccountRoles, AdministrationLookup, Maker, Moment, OuterSigner, OutsideRoles, Territory,
	TraderId,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get},
	traits::UnixTime,
};
use sp_core::H256;
use sp_runtime::{traits::SaturatedConversion, ArithmeticError};

/// Most that an offer clears away of what its administration's earlier ones left behind. One would
/// make room; with two they become fewer.
const CLEARED: u32 = 2;

impl<T: Config> Pallet<T> {
	fn now() -> Moment {
		T::Time::now().as_millis().saturated_into()
	}

	/// Whether an offer of this moment and admission can't be accepted any more, however its
	/// administration stands.
	fn has_lapsed(offered_at: Moment, admission: u32, present: u32) -> bool {
		admission != present || offered_at.saturating_add(T::OfferLifetime::get()) < Self::now()
	}

	/// Whether an offer can be accepted: it has not lapsed, and who made it is admitted. What a
	/// quarantined administration offered means nothing as long as it is.
	pub(crate) fn is_open(offer: &Offer<T::AccountId>) -> bool {
		let found = T::Administrations::administration(offer.administration);
		found.is_some_and(|found| {
			found.standing == Standing::Admitted
				&& !Self::has_lapsed(offer.offered_at, offer.admission, found.admission)
		})
	}

	/// An account that has no role.
	fn ensure_free(account: &T::AccountId) -> DispatchResult {
		let in_use = T::Administrations::has_role(account)
			|| T::Agencies::has_outside_role(account)
			|| Accounts::<T>::contains_key(account);
		ensure!(!in_use, Error::<T>::AccountHasARole);
		Ok(())
	}

	pub(crate) fn do_offer(
		officer: T::AccountId,
		trader: TraderId,
		record: &Trader,
		account: T::AccountId,
		instrument: Option<H256>,
	) -> DispatchResult {
		ensure!(
			instrument.is_none_or(|document| !document.is_zero()),
			Error::<T>::DocumentMissing
		);
		Self::ensure_free(&account)?;
		if let Some(earlier) = Offers::<T>::get(&account) {
			Self::forget(&earlier, &account);
		}
		let (administration, admission) = (record.administration, record.admission);
		let offered_at = Self::now();
		let mut open = OpenOffers::<T>::get(administration);
		Self::clear(&mut open, admission);
		let others = open.iter().filter(|other| {
			other.trader == trader
				&& !Self::has_lapsed(other.offered_at, other.admission, admission)
		});
		let others: u32 = others.count().saturated_into();
		ensure!(
			record.accounts.saturating_add(others) < T::MaxAccounts::get(),
			Error::<T>::TooManyAccounts
		);
		open.try_push(OpenOffer {
			account: account.clone(),
			trader,
			admission,
			offered_at,
		})
		.map_err(|_| Error::<T>::TooManyOffers)?;
		OpenOffers::<T>::insert(administration, open);
		T::Administrations::provide(&account);
		let signer = T::Administrations::outer_signer().unwrap_or_else(|| officer.clone());
		let link = Link {
			trader,
			instrument,
			by: Maker { officer, signer },
		};
		let offer = Offer {
			link,
			administration,
			admission,
			offered_at,
		};
		Offers::<T>::insert(&account, offer);
		Self::deposit_event(Event::AccountOffered {
			trader,
			account,
			instrument,
		});
		Ok(())
	}

	/// Clear the oldest of an administration's offers away that have lapsed.
	fn clear(open: &mut OpenOfferList<T::AccountId, T::MaxOpenOffers>, admission: u32) {
		for _ in 0..CLEARED {
			let has_lapsed = open.first().is_some_and(|oldest| {
				Self::has_lapsed(oldest.offered_at, oldest.admission, admission)
			});
			if !has_lapsed {
				break;
			}
			let OpenOffer {
				account, trader, ..
			} = open.remove(0);
			Offers::<T>::remove(&account);
			Self::deposit_event(Event::OfferLapsed { trader, account });
		}
	}

	/// The offer is none any more.
	fn forget(offer: &Offer<T::AccountId>, account: &T::AccountId) {
		Offers::<T>::remove(account);
		OpenOffers::<T>::mutate_exists(offer.administration, |stored| {
			if let Some(open) = stored {
				open.retain(|other| other.account != *account);
				if open.is_empty() {
					*stored = None;
				}
			}
		});
	}

	pub(crate) fn end_offer(offer: Offer<T::AccountId>, account: T::AccountId) -> DispatchResult {
		Self::forget(&offer, &account);
		Self::deposit_event(Event::OfferEnded {
			trader: offer.link.trader,
			account,
		});
		Ok(())
	}

	pub(crate) fn do_accept(trader: TraderId, account: T::AccountId) -> DispatchResult {
		let offer = Offers::<T>::get(&account)
			.filter(|offer| offer.link.trader == trader)
			.ok_or(Error::<T>::AccountNotOffered)?;
		ensure!(Self::is_open(&offer), Error::<T>::OfferLapsed);
		Self::ensure_free(&account)?;
		let mut record = Traders::<T>::get(trader).ok_or(Error::<T>::UnknownTrader)?;
		ensure!(
			record.state == TraderState::Active,
			Error::<T>::TraderNotActive
		);
		// The trader may have gone over to another administration since.
		ensure!(
			Self::is_vouched_for(&record, offer.administration, offer.admission),
			Error::<T>::OfferLapsed
		);
		ensure!(
			record.accounts < T::MaxAccounts::get(),
			Error::<T>::TooManyAccounts
		);
		record.accounts = record
			.accounts
			.checked_add(1)
			.ok_or(ArithmeticError::Overflow)?;
		Traders::<T>::insert(trader, record);
		Self::forget(&offer, &account);
		Accounts::<T>::insert(&account, offer.link);
		Self::deposit_event(Event::AccountLinked { trader, account });
		Ok(())
	}

	/// Whether it is this administration, in this admission, that a trader is of.
	fn is_vouched_for(record: &Trader, administration: Territory, admission: u32) -> bool {
		(record.administration, record.admission) == (administration, admission)
	}
}
