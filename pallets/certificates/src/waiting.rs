//! The decisions that wait for a second officer, as a list without gaps.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	register::list_page,
	types::{Batch, OpenProposal, PendingDecision},
	Batches, Config, Error, Pallet, Pendings, ProposalCount, Proposed, Waiting, WaitingCount,
};
use aeo_primitives::{CertificateNumber, Territory};
use aeo_support::proposals::{self, Proposal};
use alloc::vec::Vec;
use frame_support::pallet_prelude::{DispatchError, DispatchResult};
use sp_core::H256;
use sp_runtime::ArithmeticError;

/// A decision that waits.
pub type WaitingDecision<T> = PendingDecision<<T as frame_system::Config>::AccountId>;

/// A batch that waits, and its hash.
pub type WaitingBatch<T> = (
	H256,
	Proposal<<T as frame_system::Config>::AccountId, Batch<<T as Config>::MaxBatch>>,
);

impl<T: Config> Pallet<T> {
	/// The number of the proposal that is made now.
	pub(crate) fn next_proposal(issuer: Territory) -> Result<u32, DispatchError> {
		let number = proposals::next(ProposalCount::<T>::get(issuer))
			.ok_or(DispatchError::Arithmetic(ArithmeticError::Overflow))?;
		ProposalCount::<T>::insert(issuer, number);
		Ok(number)
	}

	/// Let a decision wait for a second officer.
	pub(crate) fn enlist(
		issuer: Territory,
		certificate: CertificateNumber,
		proposal: Proposal<T::AccountId, crate::Decision>,
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
			let now = Self::now();
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

	/// A decision waits no more.
	pub(crate) fn settle(issuer: Territory, pending: &WaitingDecision<T>) -> DispatchResult {
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

	/// The decisions of an issuer that wait, 50 a page, from page 0, in no order; those too that
	/// can't be confirmed any more, until they are refused or make room for another one of their
	/// maker. And the next page.
	pub fn pending_decisions(
		issuer: Territory,
		page: u32,
	) -> (Vec<WaitingDecision<T>>, Option<u32>) {
		let count = WaitingCount::<T>::get(issuer);
		let places = list_page(count, page);
		let next_page = (places.end < count).then(|| page.saturating_add(1));
		let decisions = places
			.filter_map(|place| Pendings::<T>::get(issuer, Waiting::<T>::get(issuer, place)?));
		(decisions.collect(), next_page)
	}

	/// The batches of an issuer that wait: at most [`Config::MaxOpenBatches`].
	pub fn pending_batches(issuer: Territory) -> Vec<WaitingBatch<T>> {
		Batches::<T>::iter_prefix(issuer).collect()
	}
}
