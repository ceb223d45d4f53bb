//! Keys and values of the chain's storage, for what no question answers. Their form is the runtime's, whose
//! layout only grows: runtime/layout.snapshot.

use aeo_sealing::hex;
use codec::Encode;
use primitive_types::H256;
use sp_crypto_hashing::{twox_128, twox_64};

/// Returns what the keys of a map begin with.
pub fn prefix(pallet: &str, map: &str) -> Vec<u8> {
	[twox_128(pallet.as_bytes()), twox_128(map.as_bytes())].concat()
}

/// Returns the part of a key that is hashed by `Twox64Concat`.
pub fn twox(part: &impl Encode) -> Vec<u8> {
	let part = part.encode();
	[&twox_64(&part), part.as_slice()].concat()
}

/// Returns the hash at the end of a key, where that part is stored as it is (`Identity`).
pub fn last_hash(key: &[u8]) -> Option<H256> {
	key.last_chunk().copied().map(H256)
}

/// Returns the number at the end of a key, where that part is hashed by `Twox64Concat`.
pub fn last_number(key: &[u8]) -> Option<u32> {
	key.last_chunk().copied().map(u32::from_le_bytes)
}

/// Returns bytes as a node writes them.
pub fn written(bytes: &[u8]) -> String {
	format!("0x{}", hex::digits(bytes))
}

/// Returns the bytes that a node writes; none where it is no such text.
pub fn read(text: &str) -> Option<Vec<u8>> {
	text.strip_prefix("0x").and_then(hex::bytes)
}

#[cfg(test)]
mod tests {
	use super::*;
	use aeo_primitives::Territory;

	#[test]
	fn keys_should_be_those_of_the_chain() {
		// As every Substrate chain has it.
		assert_eq!(
			written(&prefix("System", "Account")),
			"0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9"
		);
		let key = twox(&7_u32);
		assert_eq!(key.len(), 8 + 4);
		assert!(key.ends_with(&[7, 0, 0, 0]));
		assert_eq!(last_number(&key), Some(7));
		assert_eq!(last_number(&[7, 0, 0]), None);
		assert_ne!(twox(&Territory::MX), twox(&Territory::CR));
		assert_eq!(last_hash(&[3; 40]), Some(H256([3; 32])));
		assert_eq!(last_hash(&[3; 31]), None);
		assert_eq!(read(&written(&[1, 255])), Some(vec![1, 255]));
		for other in ["", "01", "0x0", "0xzz"] {
			assert_eq!(read(other), None, "{other}");
		}
	}
}
