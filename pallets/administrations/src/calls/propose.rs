//! `propose`: an administration is proposed to the council.

use crate::{
	types::{Candidate, Proposal, Signatories},
	Config, Coverage, Error, Event, NextProposal, Pallet, Proposals, ProposalsOf,
};
use aeo_primitives::{Moment, Territory, WrittenSet};
use aeo_support::clock::BlockTime;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult, Get},
	BoundedVec,
};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose(
		territory: Territory,
		proposer: Territory,
		candidate: Candidate<T::AccountId>,
		signatories: &WrittenSet<T::AccountId>,
	) -> DispatchResult {
		Self::ensure_admissible(territory, &candidate)?;
		let signatories = Self::signatories(&candidate.account, signatories)?;
		let now = T::Time::moment();
		let until = now
			.checked_add(T::ProposalPeriod::get())
			.ok_or(ArithmeticError::Overflow)?;
		let number = NextProposal::<T>::get();
		NextProposal::<T>::put(Self::next(number)?);
		let mut standing = Self::standing_proposals(proposer, now);
		standing
			.try_push((territory, number))
			.map_err(|_| Error::<T>::TooManyProposals)?;
		ProposalsOf::<T>::insert(proposer, standing);
		let account = candidate.account.clone();
		Proposals::<T>::insert(
			territory,
			number,
			Proposal {
				number,
				proposer,
				candidate,
				signatories,
				until,
			},
		);
		Self::deposit_event(Event::Proposed {
			territory,
			proposal: number,
			proposer,
			account,
			until,
		});
		Ok(())
	}

	/// Returns the signers of a proposed multisig: accounts that can be admitted, and not the
	/// multisig itself.
	fn signatories(
		account: &T::AccountId,
		signatories: &WrittenSet<T::AccountId>,
	) -> Result<Signatories<T::AccountId>, DispatchError> {
		let signatories: Signatories<_> = signatories
			.members()
			.map_err(|_| Error::<T>::TooManySignatories)?;
		for signatory in &signatories {
			ensure!(signatory != account, Error::<T>::AccountInUse);
			Self::ensure_unbound(signatory)?;
		}
		Ok(signatories)
	}

	/// Returns what an administration has proposed and may still be admitted. What may not is
	/// removed.
	fn standing_proposals(
		proposer: Territory,
		now: Moment,
	) -> BoundedVec<(Territory, u32), T::MaxProposals> {
		let mut proposals = ProposalsOf::<T>::get(proposer);
		proposals.retain(|(territory, number)| {
			let stands = Proposals::<T>::get(territory, number)
				.is_some_and(|proposal| now < proposal.until)
				&& !Coverage::<T>::contains_key(territory);
			if !stands {
				Proposals::<T>::remove(territory, number);
			}
			stands
		});
		proposals
	}
}
