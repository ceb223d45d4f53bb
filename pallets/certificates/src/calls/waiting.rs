//! The decisions that wait for a second officer, as a list without gaps.

use crate::{
	types::{Decision, OpenProposal, PendingDecision},
	Config, Error, Pallet, Pendings, ProposalCount, Proposed, Waiting, WaitingCount,
};
use aeo_primitives::{CertificateNumber, Territory};
use aeo_support::{
	clock::BlockTime,
	proposals::{self, Proposal},
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Returns the number of the proposal that is made now.
	pub(crate) fn next_proposal(issuer: Territory) -> Result<u32, DispatchError> {
		let number = proposals::next(ProposalCount::<T>::get(issuer))
			.ok_or(DispatchError::Arithmetic(ArithmeticError::Overflow))?;
		ProposalCount::<T>::insert(issuer, number);
		Ok(number)
	}

	/// Lets a decision wait for a second officer.
	pub(crate) fn enlist(
		issuer: Territory,
		certificate: CertificateNumber,
		proposal: Proposal<T::AccountId, Decision>,
	) -> DispatchResult {
		let number = proposal.number;
		let officer = proposal.maker.officer.clone();
		let open = OpenProposal {
			proposal: number,
			expires: proposal.expires,
		};
		let mut own = Proposed::<T>::get(issuer, &officer);
		if own.is_full() {
			// One that has lapsed makes room.
			let now = T::Time::moment();
			let lapsed = own.iter().find(|open| open.expires < now);
			let lapsed = lapsed.ok_or(Error::<T>::TooManyProposals)?.proposal;
			own.retain(|open| open.proposal != lapsed);
			if let Some(pending) = Pendings::<T>::take(issuer, lapsed) {
				Self::delist(issuer, pending.place)?;
			}
		}
		own.try_push(open)
			.map_err(|_| Error::<T>::TooManyProposals)?;
		Proposed::<T>::insert(issuer, officer, own);
		let place = WaitingCount::<T>::get(issuer);
		let next = place.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		Waiting::<T>::insert(issuer, place, number);
		WaitingCount::<T>::insert(issuer, next);
		let pending = PendingDecision {
			certificate,
			proposal,
			place,
		};
		Pendings::<T>::insert(issuer, number, pending);
		Ok(())
	}

	/// Returns the decision about a certificate that waits under this number.
	pub(crate) fn proposed(
		issuer: Territory,
		number: &CertificateNumber,
		proposal: u32,
	) -> Result<PendingDecision<T::AccountId>, DispatchError> {
		let pending = Pendings::<T>::get(issuer, proposal).ok_or(Error::<T>::UnknownProposal)?;
		ensure!(
			pending.certificate == *number,
			Error::<T>::ProposalNumberDiffers
		);
		Ok(pending)
	}

	/// Takes a decision off the list of those that wait.
	pub(crate) fn settle(
		issuer: Territory,
		pending: &PendingDecision<T::AccountId>,
	) -> DispatchResult {
		let number = pending.proposal.number;
		Pendings::<T>::remove(issuer, number);
		Proposed::<T>::mutate_exists(issuer, &pending.proposal.maker.officer, |own| {
			let Some(open) = own else {
				return;
			};
			open.retain(|open| open.proposal != number);
			if open.is_empty() {
				*own = None;
			}
		});
		Self::delist(issuer, pending.place)
	}

	/// Gives a place up, which the last decision in the list takes.
	fn delist(issuer: Territory, place: u32) -> DispatchResult {
		let last = WaitingCount::<T>::get(issuer)
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?;
		WaitingCount::<T>::insert(issuer, last);
		let number = Waiting::<T>::take(issuer, last);
		if let Some(number) = number.filter(|_| place != last) {
			Pendings::<T>::mutate(issuer, number, |pending| {
				if let Some(pending) = pending {
					pending.place = place;
				}
			});
			Waiting::<T>::insert(issuer, place, number);
		}
		Ok(())
	}
}
