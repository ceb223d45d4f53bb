//! What the calls do.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{is_equivocation, Call, Config, Error, OffenderOf, Pallet, Proof, TwoBlocks};
use alloc::boxed::Box;
use frame_support::{
	ensure,
	pallet_prelude::{
		DispatchResult, Get, InvalidTransaction, TransactionSource, TransactionValidity,
		TransactionValidityError, ValidTransaction,
	},
	traits::KeyOwnerProofSystem,
};
use frame_system::{
	offchain::{CreateBare, SubmitTransaction},
	pallet_prelude::HeaderFor,
};
use sp_consensus_aura::sr25519::AuthorityId;
use sp_core::crypto::{key_types::AURA, KeyTypeId};
use sp_runtime::transaction_validity::TransactionPriority;
use sp_session::{GetSessionNumber, GetValidatorCount};
use sp_staking::offence::ReportOffence;

impl<T: Config> Pallet<T> {
	fn owner(offender: &AuthorityId, proof: T::KeyOwnerProof) -> Option<OffenderOf<T>> {
		<T::KeyOwners as KeyOwnerProofSystem<(KeyTypeId, AuthorityId)>>::check_proof(
			(AURA, offender.clone()),
			proof,
		)
	}

	pub(crate) fn do_report(
		reporter: Option<T::AccountId>,
		proof: &Proof<HeaderFor<T>>,
		key_owner_proof: T::KeyOwnerProof,
	) -> DispatchResult {
		ensure!(is_equivocation(proof), Error::<T>::NoEquivocation);
		let session = key_owner_proof.session();
		let validators = key_owner_proof.validator_count();
		let offender =
			Self::owner(&proof.offender, key_owner_proof).ok_or(Error::<T>::NotAValidatorsKey)?;
		let offence = TwoBlocks {
			slot: proof.slot,
			session,
			validators,
			offender,
		};
		T::Reports::report_offence(reporter.into_iter().collect(), offence)
			.map_err(|_| Error::<T>::AlreadyReported.into())
	}

	/// An unsigned report may get into a block when the key is a validator's and nothing is known of
	/// this offence. Whether it is one, the call finds out.
	pub(crate) fn check_report(call: &Call<T>) -> Result<(), TransactionValidityError> {
		let Call::report_two_blocks_unsigned {
			equivocation_proof,
			key_owner_proof,
		} = call
		else {
			return Err(InvalidTransaction::Call.into());
		};
		let offender = Self::owner(&equivocation_proof.offender, key_owner_proof.clone())
			.ok_or(InvalidTransaction::BadProof)?;
		if T::Reports::is_known_offence(&[offender], &equivocation_proof.slot) {
			return Err(InvalidTransaction::Stale.into());
		}
		Ok(())
	}

	/// Unsigned, a node takes reports only from itself: they cost nothing.
	pub(crate) fn validate_report(
		source: TransactionSource,
		call: &Call<T>,
	) -> TransactionValidity {
		let is_own = matches!(
			source,
			TransactionSource::Local | TransactionSource::InBlock
		);
		let Call::report_two_blocks_unsigned {
			equivocation_proof, ..
		} = call
		else {
			return InvalidTransaction::Call.into();
		};
		if !is_own {
			return InvalidTransaction::Call.into();
		}
		Self::check_report(call)?;
		ValidTransaction::with_tag_prefix("TwoBlocks")
			.priority(TransactionPriority::MAX)
			.and_provides((equivocation_proof.offender.clone(), equivocation_proof.slot))
			.longevity(T::ReportLongevity::get())
			.propagate(false)
			.build()
	}
}

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
