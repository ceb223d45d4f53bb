//! The decisions that wait for a second officer: one about a number, and each officer's bounded.

use crate::{
	types::{OpenProposal, TraderDecision},
	Config, Error, Pallet, ProposalCount, Proposals, Proposed,
};
use aeo_primitives::{tin::Tin, Maker, NormalisedTin, Scope, Territory};
use aeo_support::{
	clock::BlockTime,
	proposals::{self, Proposal},
	signers::Signers,
};
use frame_support::pallet_prelude::{DispatchError, DispatchResult};
use frame_system::pallet_prelude::OriginFor;
use sp_runtime::ArithmeticError;

/// A decision that waits.
type Waiting<T> = Proposal<<T as frame_system::Config>::AccountId, TraderDecision>;

/// A decision that may wait.
pub(super) type MaybeProposal<T> = Option<Waiting<T>>;

impl<T: Config> Pallet<T> {
	/// Returns an officer's administration, and the officer as one of two hands.
	pub(crate) fn ensure_hand(
		origin: OriginFor<T>,
	) -> Result<(Territory, Maker<T::AccountId>), DispatchError> {
		T::Administrations::ensure_hand::<T::OuterSigner, Error<T>, _>(origin, Scope::Identities)
	}

	/// Returns the number under which a decision waits, and the version of what it names: the present
	/// number of a registered trader and 1, another number itself and 0. So a trader that has got
	/// another number meanwhile is another one to what waits.
	pub(crate) fn subject(tin: &Tin) -> (NormalisedTin, u32) {
		match Self::find(tin.text()) {
			Some((_, record)) => (record.tin, 1),
			None => (tin.text().clone(), 0),
		}
	}

	/// Returns the number of the proposal that is made now.
	pub(super) fn next_proposal(administration: Territory) -> Result<u32, DispatchError> {
		let number = proposals::next(ProposalCount::<T>::get(administration))
			.ok_or(DispatchError::Arithmetic(ArithmeticError::Overflow))?;
		ProposalCount::<T>::insert(administration, number);
		Ok(number)
	}

	/// Returns the decision about a number that waits under this one of its own.
	pub(super) fn waiting(
		administration: Territory,
		tin: &NormalisedTin,
		proposal: u32,
	) -> Result<Waiting<T>, DispatchError> {
		proposals::named(Proposals::<T>::get(administration, tin), proposal)
			.map_err(|why| Error::<T>::from(why).into())
	}

	/// Lets a decision wait; where the officer's list is full, one that has lapsed makes room.
	pub(super) fn enlist(
		administration: Territory,
		tin: &NormalisedTin,
		proposal: Waiting<T>,
	) -> DispatchResult {
		let officer = &proposal.maker.officer;
		let mut own = Proposed::<T>::get(administration, officer);
		if own.is_full() {
			let now = T::Time::moment();
			let lapsed = own.iter().position(|open| open.expires < now);
			let lapsed = own.remove(lapsed.ok_or(Error::<T>::TooManyProposals)?);
			Proposals::<T>::remove(administration, lapsed.tin);
		}
		own.try_push(OpenProposal {
			tin: tin.clone(),
			expires: proposal.expires,
		})
		.map_err(|_| Error::<T>::TooManyProposals)?;
		Proposed::<T>::insert(administration, officer, own);
		Proposals::<T>::insert(administration, tin, proposal);
		Ok(())
	}

	/// Takes a decision off what waits.
	pub(super) fn settle(administration: Territory, tin: &NormalisedTin, waiting: &Waiting<T>) {
		Proposals::<T>::remove(administration, tin);
		Proposed::<T>::mutate_exists(administration, &waiting.maker.officer, |own| {
			let Some(open) = own else {
				return;
			};
			open.retain(|open| open.tin != *tin);
			if open.is_empty() {
				*own = None;
			}
		});
	}
}
