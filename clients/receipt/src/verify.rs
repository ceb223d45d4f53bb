//! Verifying a receipt.

#[cfg(feature = "run")]
use crate::Told;
use crate::{
	certificate::{self, Shown},
	finality::Justification,
	keys, Error, Header, Question, Receipt, State, Trust,
};
use alloc::{string::String, vec::Vec};
use codec::{Compact, Decode, Encode};
use primitive_types::H256;

/// The most headers: the distance at which proofs of finality are kept.
const MAX_HEADERS: usize = 16;

/// How far the clocks of a block's author and of a verifier may be apart, in milliseconds.
const CLOCKS: u64 = 60_000;

/// The version of the runtime that made a block, as the state has it.
#[derive(Decode)]
struct LastUpgrade {
	specification: Compact<u32>,
	#[allow(dead_code, reason = "read over")]
	name: String,
}

/// What a receipt proves.
pub struct Proven {
	/// The number of the block.
	pub number: u32,
	/// Its hash.
	pub hash: H256,
	/// Its time, in milliseconds UTC.
	pub time: u64,
	/// The version of the runtime that made it.
	pub specification: u32,
	/// blake2-256 of the runtime that answers questions about it.
	pub code: H256,
	/// What was asked.
	pub question: Question,
	/// The values of its state that are proven.
	pub state: State,
	/// What is only claimed, until the runtime says the same.
	claimed: Vec<u8>,
}

/// Verifies everything of a receipt but the answer: that its block is final by validators to which a way leads
/// from what is trusted, of this chain, with the values of the proof in its state.
///
/// # Errors
///
/// Something of this is not shown.
pub fn verify(receipt: &Receipt, trust: &Trust) -> Result<Proven, Error> {
	if H256(*receipt.genesis) != trust.genesis {
		return Err(Error::OtherChain);
	}
	let question = Question::read(&receipt.question)?;
	let trust = trust.follow(&receipt.hand_offs, receipt.set)?;
	let (header, last) = connected(receipt)?;
	let justification = Justification::read(&receipt.justification)?;
	trust.ensure_final(&last, receipt.set, &justification)?;

	let state = State::new(
		header.state,
		receipt.proof.iter().map(|node| node.as_slice()),
	)?;
	// Validators may sign for several chains with the same keys; the state says which one it is.
	if state.read(&keys::first_block())? != Some(trust.genesis) {
		return Err(Error::OtherChain);
	}
	let code = state.hash_of(keys::CODE)?.ok_or(Error::UnknownForm)?;
	let upgrade: Option<LastUpgrade> = state.read(&keys::specification())?;
	let specification = upgrade.ok_or(Error::UnknownForm)?.specification.0;
	if code != H256(*receipt.code) || specification != receipt.specification {
		return Err(Error::OtherRuntime);
	}
	let time: Option<u64> = state.read(&keys::now())?;
	Ok(Proven {
		number: header.number,
		hash: header.hash(),
		time: time.ok_or(Error::UnknownForm)?,
		specification,
		code,
		question,
		state,
		claimed: receipt.answer.to_vec(),
	})
}

/// Returns the header of the block and that of the one that was made final, between which every other one
/// follows the one before.
fn connected(receipt: &Receipt) -> Result<(Header, Header), Error> {
	if receipt.headers.len() > MAX_HEADERS {
		return Err(Error::HeaderCount);
	}
	let headers: Vec<_> = receipt
		.headers
		.iter()
		.map(|header| Header::read(header))
		.collect::<Result<_, _>>()?;
	let (Some(first), Some(last)) = (headers.first(), headers.last()) else {
		return Err(Error::HeaderCount);
	};
	let follow = headers.windows(2).all(|pair| {
		pair[1].parent == pair[0].hash() && pair[0].number.checked_add(1) == Some(pair[1].number)
	});
	if follow {
		Ok((first.clone(), last.clone()))
	} else {
		Err(Error::NotAChain)
	}
}

impl Proven {
	/// Checks that the block is of no more than so many seconds ago; `now` is in milliseconds UTC.
	///
	/// # Errors
	///
	/// It is older, or lies more than a minute ahead.
	pub const fn ensure_fresh(&self, now: u64, most: u64) -> Result<(), Error> {
		let ahead = self.time.saturating_sub(now);
		if ahead > CLOCKS {
			return Err(Error::Future {
				ahead: ahead / 1000,
			});
		}
		let age = now.saturating_sub(self.time);
		if age > most.saturating_mul(1000) {
			return Err(Error::Stale {
				age: age / 1000,
				most,
			});
		}
		Ok(())
	}

	/// Returns what the state says of the certificate that the question names; none where there is none. Of the
	/// answer only its block, its time and whether there is one are looked at.
	///
	/// # Errors
	///
	/// The proof doesn't say, or the question is another one, or the answer is to another one.
	pub fn certificate(&self) -> Result<Option<Shown>, Error> {
		let Question::Certificate { issuer, number } = &self.question else {
			return Err(Error::NotAQuestion);
		};
		let shown = certificate::shown(&self.state, *issuer, number)?;
		let dated = (self.number, self.time, shown.is_some()).encode();
		if self.claimed.starts_with(&dated) {
			Ok(shown)
		} else {
			Err(Error::OtherAnswer)
		}
	}

	/// Puts the question once more to the runtime that the state names, over the values of the proof, and
	/// returns its answer, as it encodes it; `code` is that runtime, as it is stored.
	///
	/// # Errors
	///
	/// It is another runtime, or of another version than the one that made the block; it doesn't answer from these values; it answers otherwise than the receipt says.
	#[cfg(feature = "run")]
	pub fn answer(&self, code: &[u8]) -> Result<Vec<u8>, Error> {
		if H256(sp_crypto_hashing::blake2_256(code)) != self.code {
			return Err(Error::NoRuntime { code: self.code });
		}
		// In the block that brings another runtime, the state names that one over values of the one before.
		let version = Told {
			function: "Core_version".into(),
			arguments: Vec::new().into(),
		};
		let version = crate::run::ask(code, &self.state, &version)?;
		let (_, _, _, specification) =
			<(String, String, u32, u32)>::decode(&mut version.as_slice())
				.map_err(|_| Error::UnknownForm)?;
		if specification != self.specification {
			return Err(Error::OtherRuntime);
		}
		let answer = crate::run::ask(code, &self.state, &self.question.told())?;
		if answer == self.claimed {
			Ok(answer)
		} else {
			Err(Error::OtherAnswer)
		}
	}
}
