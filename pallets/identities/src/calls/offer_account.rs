//! Offering to link an account.

use crate::{
	types::{Link, Offer, OpenOffer, OpenOfferList, Trader},
	Config, Error, Event, Offers, OpenOffers, Pallet,
};
use aeo_primitives::{InsideAccounts, Maker, OuterSigner, TraderId};
use aeo_support::{clock::BlockTime, refusals::ensure_document};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get},
};
use sp_core::H256;
use sp_runtime::traits::SaturatedConversion;

/// Most that an offer clears away of what its administration's earlier ones left behind. One would
/// make room; with two they become fewer.
const CLEARED: u32 = 2;

impl<T: Config> Pallet<T> {
	/// Offers an account without a role to act for a trader, in place of an earlier offer to it.
	pub(crate) fn do_offer_account(
		officer: T::AccountId,
		trader: TraderId,
		record: &Trader,
		account: T::AccountId,
		instrument: Option<H256>,
	) -> DispatchResult {
		if let Some(document) = instrument {
			ensure_document::<Error<T>>(document)?;
		}
		Self::ensure_free(&account)?;
		if let Some(earlier) = Offers::<T>::get(&account) {
			Self::forget(&earlier, &account);
		}
		let (administration, admission) = (record.administration, record.admission);
		let offered_at = T::Time::moment();
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
		let signer = T::OuterSigner::outer_signer().unwrap_or_else(|| officer.clone());
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

	/// Clears the oldest of an administration's offers away that have lapsed.
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
}
