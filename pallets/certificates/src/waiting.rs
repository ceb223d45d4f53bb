//! The decisions that wait for a second officer, as a list without gaps.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	register::list_page,
	types::{Pending, PendingBatch, PendingDecision},
	Batches, Config, Pallet, Pendings, Waiting, WaitingCount,
};
use aeo_primitives::{CertificateNumber, Territory};
use alloc::vec::Vec;
use frame_support::pallet_prelude::{DispatchError, DispatchResult};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_core::H256;
use sp_runtime::ArithmeticError;

/// A decision that waits, and the certificate that it is about.
pub type WaitingDecision<T> = (
	CertificateNumber,
	PendingDecision<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>,
);

/// A batch that waits, and its hash.
pub type WaitingBatch<T> = (
	H256,
	PendingBatch<<T as frame_system::Config>::AccountId, <T as Config>::MaxBatch>,
);

impl<T: Config> Pallet<T> {
	/// The place of the decision that is proposed now about a certificate: a new one, or that of
	/// the decision whose stead it takes.
	pub(crate) fn enlist(
		issuer: Territory,
		number: &CertificateNumber,
	) -> Result<u32, DispatchError> {
		if let Some(Pending::Proposed(earlier)) = Pendings::<T>::get(issuer, number) {
			return Ok(earlier.place);
		}
		let place = WaitingCount::<T>::get(issuer);
		let next = place.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		Waiting::<T>::insert(issuer, place, number);
		WaitingCount::<T>::insert(issuer, next);
		Ok(place)
	}

	/// Gives a place up, which the last decision in the list takes.
	pub(crate) fn delist(issuer: Territory, place: u32) -> DispatchResult {
		let last = WaitingCount::<T>::get(issuer)
			.checked_sub(1)
			.ok_or(ArithmeticError::Underflow)?;
		WaitingCount::<T>::insert(issuer, last);
		let number = Waiting::<T>::take(issuer, last);
		if let Some(number) = number.filter(|_| place != last) {
			Pendings::<T>::mutate(issuer, &number, |pending| {
				if let Some(Pending::Proposed(pending)) = pending {
					pending.place = place;
				}
			});
			Waiting::<T>::insert(issuer, place, number);
		}
		Ok(())
	}

	/// The decisions of an issuer that wait, 50 a page, from page 0, in no order; those too that
	/// can't be confirmed any more, until another one takes their stead. And the next page.
	pub fn pending_decisions(
		issuer: Territory,
		page: u32,
	) -> (Vec<WaitingDecision<T>>, Option<u32>) {
		let count = WaitingCount::<T>::get(issuer);
		let places = list_page(count, page);
		let next_page = (places.end < count).then(|| page.saturating_add(1));
		let decisions = places.filter_map(|place| {
			let number = Waiting::<T>::get(issuer, place)?;
			match Pendings::<T>::get(issuer, &number)? {
				Pending::Proposed(pending) => Some((number, pending)),
				Pending::Settled(_) => None,
			}
		});
		(decisions.collect(), next_page)
	}

	/// The batches of an issuer that wait: at most [`Config::MaxOpenBatches`].
	pub fn pending_batches(issuer: Territory) -> Vec<WaitingBatch<T>> {
		Batches::<T>::iter_prefix(issuer).collect()
	}
}
