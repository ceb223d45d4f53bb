//! What the pallet is for the runtime API.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{rules::proof::is_equivocation, types::Proof, Call, Config, Pallet};
use alloc::boxed::Box;
use frame_support::traits::KeyOwnerProofSystem;
use frame_system::{
	offchain::{CreateBare, SubmitTransaction},
	pallet_prelude::HeaderFor,
};
use sp_core::crypto::key_types::AURA;

impl<T: Config + CreateBare<Call<T>>> Pallet<T> {
	/// Hands a report to the pool of this node. `None` where the key is nobody's in the present
	/// session, the headers prove nothing, or the pool refuses.
	pub fn submit_report(proof: Proof<HeaderFor<T>>) -> Option<()> {
		if !is_equivocation(&proof) {
			return None;
		}
		let key = (AURA, proof.offender.clone());
		let key_owner_proof = T::KeyOwners::prove(key)?;
		let call = Call::report_two_blocks_unsigned {
			equivocation_proof: Box::new(proof),
			key_owner_proof,
		};
		SubmitTransaction::<T, Call<T>>::submit_transaction(T::create_bare(call.into())).ok()
	}
}
