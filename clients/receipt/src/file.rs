//! The file: CBOR, written in one way only.

use crate::Error;
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};
use serde_bytes::{ByteArray, ByteBuf};
use sp_crypto_hashing::blake2_256;

/// The longest receipt, in bytes. Nothing longer is looked at.
pub const MAX_LENGTH: usize = 1 << 20;

/// The most changes of validators that a receipt spans.
pub const MAX_HAND_OFFS: usize = 256;

/// With what a receipt begins.
const FORM: &str = "aeo-receipt/1";

/// The whole file: its form, what it says, and blake2-256 of that. The last is for files that are damaged on
/// their way; it proves nothing.
#[derive(Deserialize, Serialize)]
struct File(String, ByteBuf, ByteArray<32>);

/// What a receipt says. All of it is claimed, until it was verified.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Receipt {
	/// The hash of the chain's first block.
	pub genesis: ByteArray<32>,
	/// Changes of validators, the earliest first, up to the set that signed.
	pub hand_offs: Vec<HandOff>,
	/// The set of validators that signed.
	pub set: u64,
	/// The headers from the block that the receipt is of to the one that was made final.
	pub headers: Vec<ByteBuf>,
	/// What makes that one final.
	pub justification: ByteBuf,
	/// The version of the runtime.
	pub specification: u32,
	/// blake2-256 of the runtime.
	pub code: ByteArray<32>,
	/// The question.
	pub question: Told,
	/// The runtime's answer, as it encodes it.
	pub answer: ByteBuf,
	/// The nodes of the state's trie that were read.
	pub proof: Vec<ByteBuf>,
}

/// The last block of a set, which names the next one, and what makes it final.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct HandOff {
	/// Its header.
	pub header: ByteBuf,
	/// What makes it final.
	pub justification: ByteBuf,
}

/// A question, as it was put to the runtime.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Told {
	/// The function of the runtime.
	pub function: String,
	/// Its arguments, encoded.
	pub arguments: ByteBuf,
}

fn to_cbor(value: &impl Serialize) -> Vec<u8> {
	let mut bytes = Vec::new();
	// A vector takes everything, and no type here refuses to be written.
	match ciborium::into_writer(value, &mut bytes) {
		Ok(()) => bytes,
		Err(_) => Vec::new(),
	}
}

/// Reads what is written as [`to_cbor`] writes it.
fn from_cbor<T: Serialize + for<'a> Deserialize<'a>>(bytes: &[u8]) -> Result<T, Error> {
	let value: T = ciborium::from_reader(bytes).map_err(|_| Error::NotAReceipt)?;
	if to_cbor(&value) == bytes {
		Ok(value)
	} else {
		Err(Error::NotAReceipt)
	}
}

impl Receipt {
	/// Reads a receipt.
	///
	/// # Errors
	///
	/// It is too long, of another form, damaged, or written in another way than [`Self::encode`] writes it.
	pub fn decode(bytes: &[u8]) -> Result<Self, Error> {
		if bytes.len() > MAX_LENGTH {
			return Err(Error::TooLong);
		}
		let File(form, content, check) = from_cbor(bytes)?;
		if form != FORM {
			return Err(Error::NotAReceipt);
		}
		if blake2_256(&content) != *check {
			return Err(Error::Damaged);
		}
		let receipt: Self = from_cbor(&content)?;
		if receipt.hand_offs.len() > MAX_HAND_OFFS {
			return Err(Error::TooLong);
		}
		Ok(receipt)
	}

	/// Returns the file.
	pub fn encode(&self) -> Vec<u8> {
		let content = to_cbor(self);
		let check = blake2_256(&content);
		to_cbor(&File(
			FORM.into(),
			ByteBuf::from(content),
			ByteArray::new(check),
		))
	}
}
