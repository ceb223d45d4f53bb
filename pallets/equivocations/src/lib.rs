//! # Equivocations
//!
//! Reports of validators that write two blocks in one slot.
//!
//! Quick links: [`Config`], [`Call`], [`Error`].
#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::indexing_slicing,
		clippy::let_underscore_must_use,
		clippy::unwrap_used
	)
)]
#![allow(
	deprecated,
	clippy::let_unit_value,
	reason = "as GRANDPA's reports, these come as bare extrinsics, which `#[pallet::authorize]` cannot \
		take: it needs an extension that every client would have to be taught"
)]
#![deny(missing_docs)]
#![forbid(unsafe_code)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use rules::proof::is_equivocation;
pub use types::*;
pub use weights::WeightInfo;

mod calls;
mod roles;
mod rules;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod tests;

use sp_consensus_aura::sr25519::AuthorityId;
use sp_consensus_slots::EquivocationProof;

sp_api::decl_runtime_apis! {
	/// What a node asks that has seen two blocks of one slot.
	pub trait EquivocationsApi {
		/// Hands a report to the pool of this node; asked at the parent of a block, where the key
		/// is a validator's. `None` where the key is nobody's, or the pool refuses.
		fn report_two_blocks(
			proof: EquivocationProof<Block::Header, AuthorityId>,
		) -> Option<()>;
	}
}

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::boxed::Box;
	use frame_support::{pallet_prelude::*, traits::KeyOwnerProofSystem};
	use frame_system::pallet_prelude::*;
	use sp_core::crypto::KeyTypeId;
	use sp_session::{GetSessionNumber, GetValidatorCount};
	use sp_staking::offence::ReportOffence;

	/// Who a key belongs to, as the runtime tells it.
	pub type OffenderOf<T> = <<T as Config>::KeyOwners as KeyOwnerProofSystem<(
		KeyTypeId,
		AuthorityId,
	)>>::IdentificationTuple;

	/// What the runtime gives to the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// The proof that a key was a validator's in a session.
		type KeyOwnerProof: Parameter + GetSessionNumber + GetValidatorCount;
		/// Makes and checks such proofs.
		type KeyOwners: KeyOwnerProofSystem<
			(KeyTypeId, AuthorityId),
			Proof = Self::KeyOwnerProof,
			IdentificationTuple: Clone,
		>;
		/// Keeps what was proved.
		type Reports: ReportOffence<Self::AccountId, OffenderOf<Self>, TwoBlocks<OffenderOf<Self>>>;
		/// Blocks for which a report waits in the pool of the node that made it.
		#[pallet::constant]
		type ReportLongevity: Get<u64>;
		/// Weights of the calls.
		type WeightInfo: WeightInfo;
		/// Sets up for the benchmarks what other pallets store.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::KeyOwnerProof>;
	}

	/// The pallet.
	#[pallet::pallet]
	pub struct Pallet<T>(_);

	/// Why a report is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// These are not two blocks of one slot, signed by one key. Give two different headers of
		/// the same slot, each with its seal.
		NoEquivocation,
		/// The key was no validator's in that session, or the session is too long ago to be known.
		/// Make the proof anew, at a block of the session.
		NotAValidatorsKey,
		/// This was reported already. There is nothing to do; look in
		/// `administrations.equivocations`.
		ReportedAlready,
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Reports two blocks of one slot; a true report costs nothing.
		///
		/// - `equivocation_proof`: the two headers with their seals.
		/// - `key_owner_proof`: whose key signed them.
		///
		/// Origin: signed.
		///
		/// Fails with [`Error::NoEquivocation`], [`Error::NotAValidatorsKey`],
		/// [`Error::ReportedAlready`].
		///
		/// Emits nothing itself: what keeps the reports, [`Config::Reports`], emits events.
		#[pallet::call_index(0)]
		pub fn report_two_blocks(
			origin: OriginFor<T>,
			equivocation_proof: Box<Proof<HeaderFor<T>>>,
			key_owner_proof: T::KeyOwnerProof,
		) -> DispatchResultWithPostInfo {
			let reporter = ensure_signed(origin)?;
			Self::do_report_two_blocks(Some(reporter), &equivocation_proof, key_owner_proof)
		}

		/// Reports two blocks of one slot, as a validator's node does it.
		///
		/// - `equivocation_proof`: the two headers with their seals.
		/// - `key_owner_proof`: whose key signed them.
		///
		/// Origin: none, and only into a block that the node itself writes.
		///
		/// Fails with [`Error::NoEquivocation`], [`Error::NotAValidatorsKey`],
		/// [`Error::ReportedAlready`].
		///
		/// Emits nothing itself: what keeps the reports, [`Config::Reports`], emits events.
		#[pallet::call_index(1)]
		pub fn report_two_blocks_unsigned(
			origin: OriginFor<T>,
			equivocation_proof: Box<Proof<HeaderFor<T>>>,
			key_owner_proof: T::KeyOwnerProof,
		) -> DispatchResultWithPostInfo {
			ensure_none(origin)?;
			Self::do_report_two_blocks(None, &equivocation_proof, key_owner_proof)
		}
	}

	#[pallet::validate_unsigned]
	impl<T: Config> ValidateUnsigned for Pallet<T> {
		type Call = Call<T>;

		fn validate_unsigned(source: TransactionSource, call: &Self::Call) -> TransactionValidity {
			Self::validate_report(source, call)
		}

		fn pre_dispatch(call: &Self::Call) -> Result<(), TransactionValidityError> {
			Self::check_report(call)
		}
	}
}
