//! Verifies receipts where there is only WebAssembly: a module without imports, so that it can ask nobody
//! and reach nothing. `clients/receipts/verify.mjs` calls it.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

use aeo_receipt::{verify, Error, Proven, Question, Receipt, Shown, Trust, H256};
use alloc::{boxed::Box, collections::BTreeMap, string::String, vec::Vec};
use serde::Serialize;

#[cfg(target_arch = "wasm32")]
mod module;

/// What a receipt proves.
#[derive(Debug, Serialize)]
pub struct Proof {
	/// The number of the block.
	pub number: u32,
	/// Its hash.
	pub hash: H256,
	/// Its time, in milliseconds UTC.
	pub time: u64,
	/// The version of its runtime.
	pub specification: u32,
	/// blake2-256 of the runtime that answers questions about it.
	pub code: H256,
	/// What was asked.
	pub question: Question,
	/// What is proven of it.
	pub answer: Answer,
}

/// What is proven of a question.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Answer {
	/// The certificate, as the state has it; none where there is none.
	Certificate(Option<Box<Shown>>),
	/// The values from which the answer follows, but not the answer: that takes the chain's runtime, which
	/// `aeo receipt verify` runs.
	Values,
}

/// Why a receipt proves nothing.
#[derive(Debug, Serialize)]
pub struct Refusal {
	/// The name of the error.
	pub error: &'static str,
	/// What belongs to it.
	pub details: BTreeMap<&'static str, String>,
	/// Whether it proves something that is only too old, or in the future.
	pub stale: bool,
}

/// Verifies a receipt; `trust` is JSON as [`Trust`] is kept, `now` in milliseconds UTC, `most` how many seconds
/// old the block may be, and 0 what is usual for the question.
pub fn check(trust: &[u8], receipt: &[u8], now: u64, most: u64) -> Vec<u8> {
	let checked = shown(trust, receipt, now, most).map_err(|error| Refusal {
		error: error.name(),
		details: error.details().into_iter().collect(),
		stale: error.is_stale(),
	});
	// What is written down here can be.
	serde_json::to_vec(&checked).unwrap_or_default()
}

fn shown(trust: &[u8], receipt: &[u8], now: u64, most: u64) -> Result<Proof, Error> {
	let trust: Trust = serde_json::from_slice(trust).map_err(|_| Error::OtherChain)?;
	let proven = verify(&Receipt::decode(receipt)?, &trust)?;
	let usual = proven.question.usual_age();
	proven.ensure_fresh(now, if most == 0 { usual } else { most })?;
	let answer = match proven.question {
		Question::Certificate { .. } => Answer::Certificate(proven.certificate()?.map(Box::new)),
		Question::Evaluate { .. } => Answer::Values,
	};
	let Proven {
		number,
		hash,
		time,
		specification,
		code,
		question,
		..
	} = proven;
	Ok(Proof {
		number,
		hash,
		time,
		specification,
		code,
		question,
		answer,
	})
}
