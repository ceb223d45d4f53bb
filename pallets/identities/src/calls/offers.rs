//! Offers to link an account: bounded for each trader and each administration, and lapsing by the
//! clock. Nothing depends on clearing away what has lapsed.

use crate::{types::Offer, Accounts, Config, Error, Event, Offers, OpenOffers, Pallet};
use aeo_primitives::{
	recognition::Standing, AdministrationLookup, InsideAccounts, Moment, OutsideAccounts,
};
use aeo_support::clock::BlockTime;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get},
};

impl<T: Config> Pallet<T> {
	/// Returns whether an offer of this moment and admission can't be accepted any more, however
	/// its administration stands.
	pub(super) fn has_lapsed(offered_at: Moment, admission: u32, present: u32) -> bool {
		admission != present
			|| offered_at.saturating_add(T::OfferLifetime::get()) < T::Time::moment()
	}

	/// Returns whether an offer can be accepted: it has not lapsed, and who made it is admitted.
	/// What a quarantined administration offered means nothing as long as it is.
	pub(crate) fn is_open(offer: &Offer<T::AccountId>) -> bool {
		let found = T::Administrations::administration(offer.administration);
		found.is_some_and(|found| {
			found.standing == Standing::Admitted
				&& !Self::has_lapsed(offer.offered_at, offer.admission, found.admission)
		})
	}

	/// Refuses an account that has a role.
	pub(super) fn ensure_free(account: &T::AccountId) -> DispatchResult {
		let in_use = T::Administrations::is_inside(account)
			|| T::Agencies::is_outside(account)
			|| Accounts::<T>::contains_key(account);
		ensure!(!in_use, Error::<T>::AccountInUse);
		Ok(())
	}

	/// Forgets an offer, which is none any more.
	pub(super) fn forget(offer: &Offer<T::AccountId>, account: &T::AccountId) {
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

	/// Ends an offer that was declined or withdrawn.
	pub(super) fn end_offer(offer: Offer<T::AccountId>, account: T::AccountId) {
		Self::forget(&offer, &account);
		Self::deposit_event(Event::OfferEnded {
			trader: offer.link.trader,
			account,
		});
	}
}
