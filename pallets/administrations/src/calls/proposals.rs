//! Proposals: who can be proposed and admitted, and how one that is settled goes.

use crate::{types::Candidate, Config, Coverage, Error, Pallet, Proposals, ProposalsOf};
use aeo_primitives::{x25519::is_low_order, Territory};
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Refuses a candidate that can't be admitted for this territory.
	pub(crate) fn ensure_admissible(
		territory: Territory,
		candidate: &Candidate<T::AccountId>,
	) -> DispatchResult {
		let covered = core::iter::once(&territory)
			.chain(candidate.territories.iter())
			.any(Coverage::<T>::contains_key);
		ensure!(!covered, Error::<T>::TerritoryCovered);
		ensure!(
			!candidate.encryption_key.is_zero(),
			Error::<T>::EncryptionKeyMissing
		);
		ensure!(
			!is_low_order(&candidate.encryption_key),
			Error::<T>::EncryptionKeyNotUsable
		);
		ensure!(
			candidate
				.instrument
				.is_none_or(|document| !document.is_zero()),
			Error::<T>::DocumentMissing
		);
		Self::ensure_unbound(&candidate.account)
	}

	/// Removes a proposal, and it from what its proposer has proposed.
	pub(super) fn remove_proposal(territory: Territory, number: u32, proposer: Territory) {
		Proposals::<T>::remove(territory, number);
		ProposalsOf::<T>::mutate_exists(proposer, |proposals| {
			if let Some(standing) = proposals {
				standing.retain(|standing| *standing != (territory, number));
				if standing.is_empty() {
					*proposals = None;
				}
			}
		});
	}
}
