//! Public keys of X25519 (RFC 7748) that are none: points of low order.
//!
//! Who seals to one of them has with its owner in common what everybody knows. Programs that seal refuse
//! them; the chain does so where a key is registered, so that nobody waits for a file that can't be sealed.

use primitive_types::H256;

/// The two points of order 8, as they are written.
const ORDER_8: [[u8; 32]; 2] = [
	[
		0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4,
		0x6a, 0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49,
		0xb8, 0x00,
	],
	[
		0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83, 0xef,
		0x5b, 0x04, 0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f,
		0x11, 0x57,
	],
];

/// The points of lower order, 0, 1, `p` - 1, `p` and `p` + 1, where `p` is 2^255 - 19: their first byte,
/// all those between, and their last one.
const LOWER_ORDER: [(u8, u8, u8); 5] = [
	(0x00, 0x00, 0x00),
	(0x01, 0x00, 0x00),
	(0xec, 0xff, 0x7f),
	(0xed, 0xff, 0x7f),
	(0xee, 0xff, 0x7f),
];

/// Returns whether a public key is of low order, so that nothing can be sealed to it. All zeros are. Its
/// highest bit is not looked at (RFC 7748, section 5).
pub fn is_low_order(key: &H256) -> bool {
	let H256(mut bytes) = *key;
	let [first, between @ .., last] = &mut bytes;
	*last &= 0x7f;
	let is_lower = LOWER_ORDER
		.iter()
		.any(|(low_first, low_between, low_last)| {
			(&*first, &*last) == (low_first, low_last)
				&& between.iter().all(|byte| byte == low_between)
		});
	is_lower || ORDER_8.contains(&bytes)
}
