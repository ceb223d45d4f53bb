//! Reinstating certificates (T5): what proposing, confirming and refusing it share.

use crate::{
	types::{Reinstatement, Waiting},
	weights::WeightInfo,
	Config, Error, Event, Pallet, Proposals,
};
use aeo_primitives::{
	CertificateNumber, CertificateSuspension, Decided, Hands, OnStandingChange, Territory,
};
use aeo_support::proposals;
use frame_support::pallet_prelude::{DispatchError, Weight};

impl<T: Config> Pallet<T> {
	/// Returns the weight of a call that decides on a reinstatement, where so much is what it takes until
	/// everybody has heard of it.
	pub(super) fn reinstating(call: Weight, told: Weight) -> Weight {
		call.saturating_add(T::WeightInfo::reinstate())
			.saturating_add(told)
	}

	/// Returns the most that a call can weigh which may decide on a reinstatement.
	pub(crate) fn reinstating_most(call: Weight) -> Weight {
		Self::reinstating(call, T::OnStandingChange::max_weight(1))
	}

	/// Returns the proposal for a certificate that waits under this number.
	pub(super) fn waiting(
		issuer: Territory,
		number: &CertificateNumber,
		proposal: u32,
	) -> Result<Waiting<T::AccountId>, DispatchError> {
		proposals::named(Proposals::<T>::get(issuer, number), proposal)
			.map_err(|why| Error::<T>::from(why).into())
	}

	/// Takes the decision, and returns what it weighs until everybody has heard of it.
	pub(super) fn do_reinstate(
		issuer: Territory,
		number: CertificateNumber,
		reinstatement: Reinstatement,
		hands: Hands<T::AccountId>,
	) -> Result<Weight, DispatchError> {
		let Reinstatement {
			scope,
			ground,
			document,
		} = reinstatement;
		let decided = Decided {
			by: hands.clone(),
			ground,
			document,
		};
		let change =
			T::Certificates::reinstate(issuer, &number, scope, decided).map_err(Into::into)?;
		let told = T::OnStandingChange::on_change(issuer, &[change]);
		Self::deposit_event(Event::Reinstated {
			issuer,
			number,
			scope,
			by: hands,
		});
		Ok(told)
	}
}
