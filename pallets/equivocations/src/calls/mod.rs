//! The work of the calls, one file each; here what both share.
#![deny(clippy::as_conversions, clippy::expect_used)]

mod report_two_blocks;
mod report_two_blocks_unsigned;

use crate::{Config, OffenderOf, Pallet};
use frame_support::traits::KeyOwnerProofSystem;
use sp_consensus_aura::sr25519::AuthorityId;
use sp_core::crypto::{key_types::AURA, KeyTypeId};

impl<T: Config> Pallet<T> {
	/// Returns whose key it was, where the proof shows it.
	fn owner(offender: &AuthorityId, proof: T::KeyOwnerProof) -> Option<OffenderOf<T>> {
		<T::KeyOwners as KeyOwnerProofSystem<(KeyTypeId, AuthorityId)>>::check_proof(
			(AURA, offender.clone()),
			proof,
		)
	}
}
