//! Why a receipt proves nothing.

use alloc::{string::String, vec, vec::Vec};
use primitive_types::H256;

/// Why a receipt proves nothing: one name for each reason, which programs know it by.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum Error {
	/// It is longer than receipts are.
	#[error("it is longer than a receipt can be")]
	TooLong,
	/// It is no receipt of this form.
	#[error("this is no receipt, or one of another version")]
	NotAReceipt,
	/// The file was damaged on its way.
	#[error("the file is damaged: ask for it once more")]
	Damaged,
	/// It is of another chain than the one that is trusted.
	#[error("it is of another chain")]
	OtherChain,
	/// No way leads from the validators that are known to those that signed.
	#[error("the validators of set {set} are not known: update what you trust")]
	UnknownValidators {
		/// Their set.
		set: u64,
	},
	/// The validators that signed were not in office any more.
	#[error("set {set} was in office until block {last} only")]
	NotInOffice {
		/// Their set.
		set: u64,
		/// The last block of which they decide.
		last: u32,
	},
	/// A block does not hand the office over.
	#[error("block {block} names no new validators")]
	NoHandOff {
		/// The block.
		block: u32,
	},
	/// The validators changed without those before them.
	#[error("validators were forced at block {block}: you need a new anchor")]
	ForcedChange {
		/// The block.
		block: u32,
	},
	/// A header can't be read.
	#[error("a header can't be read")]
	NotAHeader,
	/// The headers are not those of blocks that follow each other.
	#[error("the headers do not follow each other")]
	NotAChain,
	/// There are more than sixteen headers, or none.
	#[error("there are more headers than sixteen, or none")]
	HeaderCount,
	/// The justification can't be read.
	#[error("the proof of finality can't be read")]
	NotAJustification,
	/// It is about another block.
	#[error("the proof of finality is about another block")]
	OtherBlock,
	/// The votes don't make the block final.
	#[error("the votes do not make the block final")]
	NotFinal,
	/// A signature is wrong.
	#[error("the signature of a vote is wrong")]
	BadSignature,
	/// The headers of the votes are too many or too few.
	#[error("the headers of the votes are not those that it takes")]
	BadAncestry,
	/// A value is not in the proof.
	#[error("the proof lacks a value")]
	NotProven,
	/// The proof has more than it takes, or something twice.
	#[error("the proof has a part that belongs to nothing")]
	LeftOver,
	/// A value has a form that this program does not know.
	#[error("a value is of a form that this program does not know: take a newer one")]
	UnknownForm,
	/// The state names another runtime.
	#[error("the block has another runtime than the receipt says")]
	OtherRuntime,
	/// The question is none of those that receipts answer.
	#[error("the question can't be read")]
	NotAQuestion,
	/// It is too old.
	#[error("it is {age} seconds old")]
	Stale {
		/// Seconds since the block.
		age: u64,
		/// Seconds that are allowed.
		most: u64,
	},
	/// Its block is of a time to come.
	#[error("its block lies {ahead} seconds in the future: one of the clocks is wrong")]
	Future {
		/// Seconds until then.
		ahead: u64,
	},
	/// The runtime that the state names is not at hand.
	#[error("the runtime {code:?} is not at hand: update what you trust")]
	NoRuntime {
		/// blake2-256 of it.
		code: H256,
	},
	/// That runtime doesn't run here.
	#[error("the runtime does not answer: {why}")]
	RuntimeFails {
		/// What it says.
		why: String,
	},
	/// The runtime answers otherwise.
	#[error("the runtime of the block answers otherwise than the receipt says")]
	OtherAnswer,
}

/// Names every error.
macro_rules! names {
	($($name:ident)*) => {
		/// The names of all of them.
		pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];

		/// Returns the name.
		pub const fn name(&self) -> &'static str {
			match self {
				$(Self::$name { .. } => stringify!($name),)*
			}
		}
	};
}

impl Error {
	names! {
		TooLong NotAReceipt Damaged OtherChain UnknownValidators NotInOffice NoHandOff ForcedChange NotAHeader
		NotAChain HeaderCount NotAJustification OtherBlock NotFinal BadSignature BadAncestry NotProven
		LeftOver UnknownForm OtherRuntime NotAQuestion Stale Future NoRuntime RuntimeFails OtherAnswer
	}

	/// Returns what belongs to it, by the names of the texts' variables.
	pub fn details(&self) -> Vec<(&'static str, String)> {
		use alloc::{format, string::ToString};
		match self {
			Self::UnknownValidators { set } => vec![("set", set.to_string())],
			Self::NotInOffice { set, last } => {
				vec![("set", set.to_string()), ("block", last.to_string())]
			}
			Self::NoHandOff { block } | Self::ForcedChange { block } => {
				vec![("block", block.to_string())]
			}
			Self::Stale { age, most } => {
				vec![("seconds", age.to_string()), ("most", most.to_string())]
			}
			Self::Future { ahead } => vec![("seconds", ahead.to_string())],
			Self::NoRuntime { code } => vec![("code", format!("{code:?}"))],
			Self::RuntimeFails { why } => vec![("why", why.clone())],
			_ => Vec::new(),
		}
	}

	/// Whether what it says was so, and is only too old or of a wrong clock.
	pub const fn is_stale(&self) -> bool {
		matches!(self, Self::Stale { .. } | Self::Future { .. })
	}
}
