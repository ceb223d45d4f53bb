//! Hexadecimal digits, as files and command lines have them.

/// Returns the bytes that `text` writes, behind `0x` or not: none where it is no even number of
/// hexadecimal digits.
pub fn bytes(text: &str) -> Option<Vec<u8>> {
	hex::decode(text.strip_prefix("0x").unwrap_or(text)).ok()
}

/// Returns exactly so many bytes.
pub fn array<const N: usize>(text: &str) -> Option<[u8; N]> {
	let mut bytes = [0; N];
	hex::decode_to_slice(text.strip_prefix("0x").unwrap_or(text), &mut bytes).ok()?;
	Some(bytes)
}

/// Returns the digits, in small letters, without `0x`.
pub fn digits(bytes: &[u8]) -> String {
	hex::encode(bytes)
}
