//! Confirming a decision about a trader's number that waits (invariant I18).

use crate::{Config, Error, Event, Pallet};
use aeo_primitives::{tin::Tin, Maker, Scope, Territory};
use aeo_support::{clock::BlockTime, signers::Signers};
use frame_support::pallet_prelude::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Takes the decision that waits under this number.
	pub(crate) fn do_confirm(
		administration: Territory,
		checker: Maker<T::AccountId>,
		tin: &Tin,
		proposal: u32,
	) -> DispatchResult {
		let (subject, version) = Self::subject(tin);
		let waiting = Self::waiting(administration, &subject, proposal)?;
		Self::settle(administration, &subject, &waiting);
		let (decision, by) = waiting
			.confirm(checker, T::Time::moment(), version, |maker| {
				T::Administrations::is_officer_of(administration, maker, Scope::Identities)
			})
			.map_err(Error::<T>::from)?;
		Self::decide(administration, tin, &decision)?;
		Self::deposit_event(Event::TraderDecisionConfirmed {
			administration,
			tin: subject,
			proposal,
			by,
		});
		Ok(())
	}
}
