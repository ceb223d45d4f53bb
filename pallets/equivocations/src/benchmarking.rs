//! Benchmarks, each with the worst case: as many validators as there can be in the present session,
//! whose keys all go into the trie that the proof is checked against.

use super::*;
use alloc::{boxed::Box, vec};
use frame_benchmarking::v2::*;
use frame_support::traits::{KeyOwnerProofSystem, UnfilteredDispatchable};
use frame_system::{pallet_prelude::HeaderFor, RawOrigin};
use sp_consensus_aura::{digests::CompatibleDigestItem, sr25519::AuthoritySignature};
use sp_core::crypto::key_types::AURA;
use sp_runtime::{
	traits::{Hash, Header, Zero},
	Digest, DigestItem, RuntimeAppPublic,
};
use sp_staking::offence::ReportOffence;

/// Sets up for the benchmarks what other pallets store.
pub trait BenchmarkHelper<KeyOwnerProof> {
	/// As many validators as there can be in the present session, `key` among them: the proof that
	/// it is.
	fn validate_with(key: &AuthorityId) -> KeyOwnerProof;
}

const SLOT: u64 = 5;

/// A header of the slot with this content, sealed.
fn header<T: Config>(key: &AuthorityId, content: u8) -> HeaderFor<T> {
	let pre_digest: DigestItem =
		CompatibleDigestItem::<AuthoritySignature>::aura_pre_digest(SLOT.into());
	let root = <HeaderFor<T> as Header>::Hashing::hash(&[content]);
	let logs = vec![pre_digest];
	let mut header = HeaderFor::<T>::new(
		Zero::zero(),
		root,
		Default::default(),
		Default::default(),
		Digest { logs },
	);
	let seal = key
		.sign(&header.hash().as_ref())
		.expect("the key is in the keystore");
	header.digest_mut().push(DigestItem::aura_seal(seal));
	header
}

/// Two blocks of the slot, and whose key it is.
fn two_blocks<T: Config>() -> (Box<Proof<HeaderFor<T>>>, T::KeyOwnerProof) {
	let offender = AuthorityId::generate_pair(None);
	let proof = Proof {
		slot: SLOT.into(),
		first_header: header::<T>(&offender, 1),
		second_header: header::<T>(&offender, 2),
		offender: offender.clone(),
	};
	(
		Box::new(proof),
		T::BenchmarkHelper::validate_with(&offender),
	)
}

fn is_reported<T: Config>(proof: &Proof<HeaderFor<T>>, owner: T::KeyOwnerProof) -> bool {
	let offender = T::KeyOwners::check_proof((AURA, proof.offender.clone()), owner);
	offender.is_some_and(|offender| T::Reports::is_known_offence(&[offender], &proof.slot))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn report_two_blocks() {
		let (proof, owner) = two_blocks::<T>();
		let reporter: T::AccountId = account("reporter", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(reporter), proof.clone(), owner.clone());

		assert!(is_reported::<T>(&proof, owner));
	}

	// With what is checked before it gets into a block.
	#[benchmark]
	fn report_two_blocks_unsigned() -> Result<(), BenchmarkError> {
		let (proof, owner) = two_blocks::<T>();
		let call = Call::<T>::report_two_blocks_unsigned {
			equivocation_proof: proof.clone(),
			key_owner_proof: owner.clone(),
		};

		#[block]
		{
			Pallet::<T>::check_report(&call).map_err(|_| "it is refused")?;
			call.dispatch_bypass_filter(RawOrigin::None.into())
				.map_err(|post| post.error)?;
		}

		assert!(is_reported::<T>(&proof, owner));
		Ok(())
	}
}
