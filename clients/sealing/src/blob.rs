//! A sealed file: HPKE (RFC 9180), base mode, single shot.

use aeo_primitives::{Territory, TraderId};
use hpke::{
	aead::ChaCha20Poly1305,
	kdf::HkdfSha256,
	kem::{Kem, X25519HkdfSha256},
	Deserializable, HpkeError, OpModeR, OpModeS, Serializable,
};
use primitive_types::H256;
use zeroize::Zeroizing;

use crate::{Error, PublicKey, Secret};

/// What `info` begins with.
const TAG: &[u8] = b"aeo-chain/sealed/1";

/// The first byte of a file: KEM 0x0020 (X25519), KDF 0x0001 (HKDF-SHA256), AEAD 0x0003
/// (ChaCha20-Poly1305). 2 is kept for X-Wing.
const SUITE: u8 = 1;

/// Bytes before the ciphertext: the suite and the encapsulated key.
const HEAD: usize = 33;

/// Bytes that a sealed file has more than what is in it: the head and the authentication tag. A shorter
/// file is cut.
pub const OVERHEAD: usize = HEAD + 16;

/// What a file is, and for whom: all of it is bound into the file, so that it opens as nothing else.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct What {
	/// The hash of the chain's genesis block.
	pub genesis: H256,
	/// Who sealed it.
	pub issuer: Territory,
	/// What it is.
	pub kind: Kind,
}

/// The kinds of files.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
	/// The index of a list.
	Index {
		/// The administration whose list it is.
		reader: Territory,
		/// The sequence of the list.
		sequence: u32,
	},
	/// A page of a list.
	Page {
		/// The administration whose list it is.
		reader: Territory,
		/// The number of the page, counted from 0.
		page: u32,
		/// Its digest in the index.
		digest: H256,
	},
	/// A holder's own file.
	Holder {
		/// The holder.
		trader: TraderId,
	},
}

impl What {
	/// Returns HPKE's `info`.
	pub fn info(&self) -> Vec<u8> {
		let head = |kind: u8| {
			[
				TAG,
				&[kind],
				self.genesis.as_bytes(),
				self.issuer.code().as_bytes(),
			]
			.concat()
		};
		match &self.kind {
			Kind::Index { reader, sequence } => [
				head(0).as_slice(),
				reader.code().as_bytes(),
				&sequence.to_le_bytes(),
			]
			.concat(),
			Kind::Page {
				reader,
				page,
				digest,
			} => [
				head(1).as_slice(),
				reader.code().as_bytes(),
				&page.to_le_bytes(),
				digest.as_bytes(),
			]
			.concat(),
			Kind::Holder { trader } => [head(2).as_slice(), trader.as_bytes()].concat(),
		}
	}
}

/// Returns the file that only the secret of `key` opens, and only as `what`. It has [`OVERHEAD`] bytes
/// more than `plain`, and is another one each time.
///
/// # Errors
///
/// [`Error::KeyNotUsable`].
pub fn seal(key: &PublicKey, what: &What, plain: &[u8]) -> Result<Vec<u8>, Error> {
	let key = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(key.0.as_bytes())
		.map_err(|_| Error::KeyNotUsable)?;
	let (encapsulated, sealed) = hpke::single_shot_seal::<
		ChaCha20Poly1305,
		HkdfSha256,
		X25519HkdfSha256,
	>(&OpModeS::Base, &key, &what.info(), plain, &[])
	.map_err(|_| Error::KeyNotUsable)?;
	Ok([
		&[SUITE],
		encapsulated.to_bytes().as_slice(),
		sealed.as_slice(),
	]
	.concat())
}

/// Returns what is in a file that was sealed to this secret's public key as `what`.
///
/// # Errors
///
/// In this order: [`Error::Truncated`], [`Error::UnknownSuite`], [`Error::KeyNotUsable`],
/// [`Error::CannotOpen`].
pub fn open(secret: &Secret, what: &What, blob: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
	let truncated = Error::Truncated { bytes: blob.len() };
	if blob.len() < OVERHEAD {
		return Err(truncated);
	}
	let (head, sealed) = blob.split_at_checked(HEAD).ok_or(truncated.clone())?;
	let (suite, encapsulated) = head.split_first().ok_or(truncated)?;
	if *suite != SUITE {
		return Err(Error::UnknownSuite { suite: *suite });
	}
	let secret = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(secret.as_bytes())
		.map_err(|_| Error::KeyNotUsable)?;
	let encapsulated = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(encapsulated)
		.map_err(|_| Error::KeyNotUsable)?;
	hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
		&OpModeR::Base,
		&secret,
		&encapsulated,
		&what.info(),
		sealed,
		&[],
	)
	.map(Zeroizing::new)
	.map_err(|error| match error {
		HpkeError::DecapError | HpkeError::ValidationError => Error::KeyNotUsable,
		_ => Error::CannotOpen,
	})
}
