//! How a declaration is named without telling its reference.

use primitive_types::H256;

/// Returns the commitment to a declaration's reference: blake2-256 of the reference's bytes,
/// followed by 32 random bytes, the salt.
///
/// References are short and in order, so that their plain hash could be inverted by trial; with the
/// salt it can't. Whoever is to find the use again keeps the reference and the salt together: the
/// grantor, and the parties of the declaration. A salt serves one declaration.
///
/// ```
/// use aeo_primitives::declaration_commitment;
///
/// let salt = [7; 32]; // 32 random bytes
/// let commitment = declaration_commitment("24MX0001234567", &salt);
/// assert_ne!(commitment, declaration_commitment("24MX0001234567", &[8; 32]));
/// ```
pub fn declaration_commitment(reference: &str, salt: &[u8; 32]) -> H256 {
	let mut bytes = reference.as_bytes().to_vec();
	bytes.extend_from_slice(salt);
	sp_crypto_hashing::blake2_256(&bytes).into()
}
