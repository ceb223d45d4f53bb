//! Storing the legs from an issuer to a grantor, and the issuer's summary with them.

use crate::{
	rules::{
		changes::changes,
		leg::Clock,
		pair::{self, End},
		summary::summarise,
		Refusal,
	},
	types::{PairLegs, Summary},
	Config, Error, Event, LegSummaries, Legs, Pallet,
};
use aeo_primitives::{recognition::Administration, AgreementId, Territory};
use aeo_support::clock::BlockTime;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use frame_system::pallet_prelude::OriginFor;

impl<T: Config> Pallet<T> {
	/// Changes legs of an issuer, and stores its summary once.
	pub(crate) fn with_summary(
		issuer: Territory,
		change: impl FnOnce(&mut Summary<T::MaxLegsOfIssuer>) -> DispatchResult,
	) -> DispatchResult {
		let before = LegSummaries::<T>::get(issuer);
		let mut summary = before.clone();
		change(&mut summary)?;
		if summary != before {
			LegSummaries::<T>::insert(issuer, summary);
		}
		Ok(())
	}

	/// Changes the legs from an issuer to a grantor, by a rule: stores them, brings the issuer's
	/// summary up to date, and tells each leg that changed.
	pub(crate) fn with_pair(
		issuer: &Administration,
		grantor: &Administration,
		summary: &mut Summary<T::MaxLegsOfIssuer>,
		by: Territory,
		rule: impl FnOnce(&mut PairLegs, Clock) -> Result<(), Refusal>,
	) -> DispatchResult {
		let clock = Clock::at(T::Time::moment(), issuer, grantor);
		let before = Legs::<T>::get(issuer.territory, grantor.territory);
		let mut legs = before.clone();
		rule(&mut legs, clock).map_err(Self::refused)?;
		if legs == before {
			return Ok(());
		}
		summarise(summary, grantor.territory, &legs, clock).map_err(Self::refused)?;
		for change in changes(&before, &legs, clock) {
			Self::deposit_event(Event::LegChanged {
				agreement: change.leg.agreement,
				version: change.leg.version,
				issuer: change.leg.terms.issuer,
				grantor: change.leg.terms.grantor,
				from: change.from,
				to: change.to,
				until: change.leg.last_day(),
				by,
			});
		}
		Legs::<T>::insert(issuer.territory, grantor.territory, legs);
		Ok(())
	}

	/// Changes the legs as [`Self::with_pair`], where no other pair of the issuer changes.
	pub(crate) fn with_one_pair(
		issuer: &Administration,
		grantor: &Administration,
		by: Territory,
		rule: impl FnOnce(&mut PairLegs, Clock) -> Result<(), Refusal>,
	) -> DispatchResult {
		Self::with_summary(issuer.territory, |summary| {
			Self::with_pair(issuer, grantor, summary, by, rule)
		})
	}

	/// Changes the legs as [`Self::with_one_pair`] for `party`, which is one of the two, by a rule
	/// that learns which.
	pub(crate) fn with_own_pair(
		party: Territory,
		issuer: Territory,
		grantor: Territory,
		rule: impl FnOnce(&mut PairLegs, End, Clock) -> Result<(), Refusal>,
	) -> DispatchResult {
		let end = if party == issuer {
			End::Issuer
		} else {
			ensure!(party == grantor, Error::<T>::NotAParty);
			End::Grantor
		};
		let issuer = Self::administration(issuer)?;
		let grantor = Self::administration(grantor)?;
		Self::with_one_pair(&issuer, &grantor, party, |legs, clock| {
			rule(legs, end, clock)
		})
	}

	/// Marks that the end at which the signer's administration is suspends a leg, or takes that back
	/// (M4).
	pub(crate) fn set_suspended(
		origin: OriginFor<T>,
		number: AgreementId,
		issuer: Territory,
		grantor: Territory,
		suspended: bool,
	) -> DispatchResult {
		let actor = Self::ensure_party(origin)?;
		Self::with_own_pair(actor.party, issuer, grantor, |legs, end, clock| {
			pair::set_suspended(legs, number, end, suspended, clock)
		})
	}
}
