//! Whether a block is final: the rule of GRANDPA over the votes of one set of validators.
//!
//! The rule itself is the crate `finality-grandpa`, which the node runs too; what is here is what the
//! node's own verifier does around it: the signatures, and that no header stands there for nothing.

use crate::{Error, Header};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use codec::{Decode, DecodeAll, Encode};
use ed25519_dalek::{Signature, VerifyingKey};
use finality_grandpa::{voter_set::VoterSet, Chain, Commit, Message, Precommit};
use primitive_types::H256;

/// The key of a validator, ed25519.
pub type Validator = [u8; 32];

/// The validators of a set, with the weights of their votes.
pub type Authorities = Vec<(Validator, u64)>;

/// What proves that a block is final.
#[derive(Decode, Encode)]
pub struct Justification {
	/// The round of voting.
	pub round: u64,
	/// The block, and the votes for it or for blocks after it.
	pub commit: Commit<H256, u32, [u8; 64], Validator>,
	/// The headers that lead from these back to the lowest of them.
	pub ancestry: Vec<Header>,
}

/// The headers of the votes, by their hashes.
struct Ancestry(BTreeMap<H256, H256>);

impl Ancestry {
	fn of(headers: &[Header]) -> Self {
		let parents = headers.iter().map(|header| (header.hash(), header.parent));
		Self(parents.collect())
	}
}

impl Chain<H256, u32> for Ancestry {
	fn ancestry(&self, base: H256, block: H256) -> Result<Vec<H256>, finality_grandpa::Error> {
		let mut route = Vec::new();
		let mut here = block;
		while here != base {
			// No circle is possible: a header names the hash of the one before.
			here = *self
				.0
				.get(&here)
				.ok_or(finality_grandpa::Error::NotDescendent)?;
			route.push(here);
		}
		route.pop();
		Ok(route)
	}
}

impl Justification {
	/// Reads a justification.
	///
	/// # Errors
	///
	/// It is none, or not written as justifications are.
	pub fn read(bytes: &[u8]) -> Result<Self, Error> {
		let read = Self::decode_all(&mut &*bytes).map_err(|_| Error::NotAJustification)?;
		if read.encode() == bytes {
			Ok(read)
		} else {
			Err(Error::NotAJustification)
		}
	}

	/// Checks that the votes of a set make a block final.
	///
	/// # Errors
	///
	/// They are about another block; they weigh two thirds or less; a signature is wrong; a vote is
	/// nobody's of the set, or stands there twice; a header is
	/// missing or stands there for nothing.
	pub fn ensure_final(
		&self,
		block: &Header,
		set: u64,
		validators: &[(Validator, u64)],
	) -> Result<(), Error> {
		let commit = &self.commit;
		if (commit.target_hash, commit.target_number) != (block.hash(), block.number) {
			return Err(Error::OtherBlock);
		}
		let voters = VoterSet::new(validators.iter().copied()).ok_or(Error::NotFinal)?;
		let ancestry = Ancestry::of(&self.ancestry);
		match finality_grandpa::validate_commit(commit, &voters, &ancestry) {
			Ok(result) if result.is_valid() => {}
			_ => return Err(Error::NotFinal),
		}
		let mut seen = BTreeSet::new();
		for vote in &commit.precommits {
			// Votes that count for nothing would make another file of the same proof.
			let is_new = seen.insert((vote.id, vote.precommit.target_hash));
			if !is_new || !voters.contains(&vote.id) {
				return Err(Error::LeftOver);
			}
			let message = (Message::Precommit(vote.precommit.clone()), self.round, set).encode();
			let is_signed = VerifyingKey::from_bytes(&vote.id).is_ok_and(|key| {
				let signature = Signature::from_bytes(&vote.signature);
				ed25519_dalek::Verifier::verify(&key, &message, &signature).is_ok()
			});
			if !is_signed {
				return Err(Error::BadSignature);
			}
		}
		self.ensure_nothing_left_over(&ancestry)
	}

	/// Checks that every vote leads back to the lowest one, and that every header is on such a way.
	fn ensure_nothing_left_over(&self, ancestry: &Ancestry) -> Result<(), Error> {
		let votes = || self.commit.precommits.iter().map(|vote| &vote.precommit);
		let lowest = votes().min_by_key(|vote| vote.target_number);
		let lowest = lowest.ok_or(Error::NotFinal)?.target_hash;
		let mut visited = BTreeSet::new();
		for Precommit { target_hash, .. } in votes().filter(|vote| vote.target_hash != lowest) {
			let route = ancestry.ancestry(lowest, *target_hash);
			visited.insert(*target_hash);
			visited.extend(route.map_err(|_| Error::BadAncestry)?);
		}
		let is_all = visited.len() == self.ancestry.len();
		if is_all && visited.iter().all(|hash| ancestry.0.contains_key(hash)) {
			Ok(())
		} else {
			Err(Error::BadAncestry)
		}
	}
}
