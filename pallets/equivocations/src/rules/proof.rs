//! Whether two headers prove an equivocation.

use crate::types::Proof;
use sp_consensus_aura::{digests::CompatibleDigestItem, sr25519::AuthoritySignature};
use sp_consensus_slots::Slot;
use sp_runtime::{
	traits::{Hash, Header},
	DigestItem, RuntimeAppPublic,
};

/// Returns whether these are two different blocks of the slot, both sealed by the offender's key.
pub fn is_equivocation<H: Header>(proof: &Proof<H>) -> bool {
	match (
		sealed(proof, &proof.first_header),
		sealed(proof, &proof.second_header),
	) {
		(Some(first), Some(second)) => first != second,
		_ => false,
	}
}

/// Returns the hash that was signed, where the header is of the slot and its seal is the
/// offender's.
fn sealed<H: Header>(proof: &Proof<H>, header: &H) -> Option<H::Hash> {
	let mut header = header.clone();
	let seal: AuthoritySignature = header.digest_mut().pop()?.as_aura_seal()?;
	let slot_of = |item: &DigestItem| {
		<DigestItem as CompatibleDigestItem<AuthoritySignature>>::as_aura_pre_digest(item)
	};
	let mut slots = header.digest().logs().iter().filter_map(slot_of);
	let slot: Slot = slots.next()?;
	if slot != proof.slot || slots.next().is_some() {
		return None;
	}
	let hash = <H::Hashing as Hash>::hash_of(&header);
	proof.offender.verify(&hash, &seal).then_some(hash)
}
