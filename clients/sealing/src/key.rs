//! Encryption keys: X25519, as administrations and holders register them.

use aeo_primitives::Territory;
use core::fmt;
use primitive_types::H256;
use x25519_dalek::StaticSecret;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::Error;

/// A public encryption key: 32 bytes, X25519 (RFC 7748), as it stands on chain.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct PublicKey(pub H256);

/// A secret encryption key: 32 bytes, X25519 (RFC 7748). It is wiped from memory when it goes, and shows
/// itself nowhere.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Secret([u8; 32]);

impl Secret {
	/// Returns a new one, from the operating system's randomness.
	///
	/// # Errors
	///
	/// The system has none to give.
	pub fn generate() -> Result<Self, getrandom::Error> {
		let mut bytes = Zeroizing::new([0; 32]);
		getrandom::fill(bytes.as_mut())?;
		Ok(Self(*bytes))
	}

	/// Returns the one with these bytes.
	pub const fn from_bytes(bytes: [u8; 32]) -> Self {
		Self(bytes)
	}

	/// Returns the secret of an administration of the development chain: blake2-256 of
	/// `aeo-chain development encryption key MX`, with the administration's code at the end. Everybody
	/// knows it.
	pub fn of_development(administration: Territory) -> Self {
		let text = format!("aeo-chain development encryption key {administration}");
		Self(sp_crypto_hashing::blake2_256(text.as_bytes()))
	}

	/// Returns the public key.
	pub fn public(&self) -> PublicKey {
		PublicKey(H256(
			x25519_dalek::PublicKey::from(&self.exchange()).to_bytes(),
		))
	}

	/// Returns the bytes, to be kept in a file that is itself encrypted.
	pub const fn as_bytes(&self) -> &[u8; 32] {
		&self.0
	}

	/// Returns what this secret and another's public key have in common (X25519).
	///
	/// # Errors
	///
	/// [`Error::KeyNotUsable`].
	pub(crate) fn shared_with(&self, other: &PublicKey) -> Result<Zeroizing<[u8; 32]>, Error> {
		let other = x25519_dalek::PublicKey::from(other.0 .0);
		let shared = self.exchange().diffie_hellman(&other);
		if shared.was_contributory() {
			Ok(Zeroizing::new(shared.to_bytes()))
		} else {
			Err(Error::KeyNotUsable)
		}
	}

	fn exchange(&self) -> StaticSecret {
		StaticSecret::from(self.0)
	}
}

impl fmt::Debug for Secret {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("Secret(…)")
	}
}

impl fmt::Display for PublicKey {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{:?}", self.0)
	}
}

/// 64 hexadecimal digits, behind `0x` or not.
impl core::str::FromStr for PublicKey {
	type Err = NotAKey;

	fn from_str(text: &str) -> Result<Self, NotAKey> {
		crate::hex::array(text)
			.map(|bytes| Self(H256(bytes)))
			.ok_or(NotAKey)
	}
}

/// The text is no key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotAKey;

impl fmt::Display for NotAKey {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("not a key: write its 64 hexadecimal digits")
	}
}

impl core::error::Error for NotAKey {}
