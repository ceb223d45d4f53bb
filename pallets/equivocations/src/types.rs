//! What is reported, and the offence as FRAME's offences pallet wants it described.
#![deny(clippy::as_conversions, clippy::expect_used)]

use alloc::{vec, vec::Vec};
use sp_consensus_aura::sr25519::AuthorityId;
use sp_consensus_slots::{EquivocationProof, Slot};
use sp_runtime::Perbill;
use sp_staking::{
	offence::{Kind, Offence},
	SessionIndex,
};

/// Two headers of one slot by one key.
pub type Proof<Header> = EquivocationProof<Header, AuthorityId>;

/// Two blocks by one validator in one slot.
pub struct TwoBlocks<Offender> {
	/// The slot of both.
	pub slot: Slot,
	/// A session in which the key was the offender's.
	pub session: SessionIndex,
	/// How many validators there were.
	pub validators: u32,
	/// Who signed both.
	pub offender: Offender,
}

impl<Offender: Clone> Offence<Offender> for TwoBlocks<Offender> {
	const ID: Kind = *b"aura:equivocatio";
	type Slot = Slot;

	fn offenders(&self) -> Vec<Offender> {
		vec![self.offender.clone()]
	}

	fn session_index(&self) -> SessionIndex {
		self.session
	}

	fn validator_set_count(&self) -> u32 {
		self.validators
	}

	fn slot(&self) -> Slot {
		self.slot
	}

	/// Slashes nothing.
	fn slash_fraction(&self, _: u32) -> Perbill {
		Perbill::zero()
	}
}
