//! What an issuer lays ready for a holder: its own records and, where uses are recorded sealed, the
//! proofs of its own.

use aeo_primitives::{Territory, TraderId};
use core::fmt;
use hkdf::Hkdf;
use primitive_types::H256;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{
	blob::{open, seal, Kind, What},
	hex,
	proof::Proof,
	Error, PublicKey, Record, Secret,
};

/// Most bytes of what is in a holder's file: 256 KiB.
pub const MOST_HOLDER_BYTES: usize = 256 * 1024;

/// The number of the schema.
const SCHEMA: u64 = 1;

/// The name of a holder's file, 32 hexadecimal digits. Only the holder and the issuer can tell it.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct HolderName([u8; 16]);

impl HolderName {
	/// Returns the name for one's own secret and the other's public key: the same for the issuer with
	/// the holder's key, and for the holder with the issuer's. It is the first 16 bytes of HKDF-SHA256
	/// over what both have in common (X25519), salt `genesis`.
	///
	/// # Errors
	///
	/// [`Error::KeyNotUsable`].
	pub fn of(
		own: &Secret,
		other: &PublicKey,
		genesis: &H256,
		issuer: Territory,
		trader: &TraderId,
	) -> Result<Self, Error> {
		let shared = own.shared_with(other)?;
		let info = [
			b"aeo-chain/sealed/1/name".as_slice(),
			issuer.code().as_bytes(),
			trader.as_bytes(),
		];
		let mut name = [0; 16];
		Hkdf::<Sha256>::new(Some(genesis.as_bytes()), shared.as_ref())
			.expand_multi_info(&info, &mut name)
			// 16 bytes are fewer than HKDF gives at most, 255 times 32.
			.map_err(|_| Error::KeyNotUsable)?;
		Ok(Self(name))
	}
}

impl fmt::Display for HolderName {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&hex::digits(&self.0))
	}
}

/// A use of the holder's benefits that a grantor recorded sealed, and its proof
/// ([`aeo_primitives::sealed_use`]).
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Use {
	/// The encoded use, hexadecimal digits.
	pub leaf: String,
	/// Which of the grantor's sealed periods, counted from 0: its root stands on chain.
	pub period: u32,
	/// The place of the leaf under that root, counted from 0.
	pub place: u32,
	/// The hashes beside the way from the leaf to the root, from below.
	pub proof: Vec<H256>,
}

/// The list of the issuer for itself in which the records of a holder's file are proved. What stood on
/// chain of it at that block stays true, so that a file need not change with each list.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ProvedIn {
	/// The number of the block in which the list was published.
	pub block: u32,
	/// Counts the issuer's lists for itself, from 1.
	pub sequence: u32,
}

/// What is in a holder's file.
///
/// A sealed file says by itself not who sealed it. So each record comes with its proof under a root that
/// an officer of the issuer has published; uses have theirs.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct HolderFile {
	/// The list in which the records are proved; none where there are none.
	pub list: Option<ProvedIn>,
	/// The holder's records, each proved.
	pub records: Vec<Proof>,
	/// Its uses.
	pub uses: Vec<Use>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Written {
	#[serde(default, skip_serializing_if = "Option::is_none")]
	list: Option<ProvedIn>,
	records: Vec<Proof>,
	schema: u64,
	#[serde(default, skip_serializing_if = "Vec::is_empty")]
	uses: Vec<Use>,
}

impl HolderFile {
	/// Returns the file, sealed for the holder.
	///
	/// # Errors
	///
	/// [`Error::TooLarge`], [`Error::KeyNotUsable`].
	pub fn seal(
		&self,
		key: &PublicKey,
		genesis: H256,
		issuer: Territory,
		trader: TraderId,
	) -> Result<Vec<u8>, Error> {
		let plain = self.plain()?;
		ensure_fits(&plain)?;
		seal(key, &what(genesis, issuer, trader), &plain)
	}

	/// Leaves out as many of the last uses as do not fit beside the rest. Returns how many.
	///
	/// # Errors
	///
	/// [`Error::TooLarge`] where the records alone don't fit.
	pub fn fit(&mut self) -> Result<usize, Error> {
		let before = self.uses.len();
		let uses = core::mem::take(&mut self.uses);
		let plain = self.plain()?;
		ensure_fits(&plain)?;
		// `"uses":[…],` and a comma for each.
		let mut bytes = plain.len().saturating_add(9);
		for one in uses {
			let written = serde_json::to_vec(&one).map_err(|_| Error::NotCanonical)?;
			bytes = bytes.saturating_add(written.len()).saturating_add(1);
			if bytes > MOST_HOLDER_BYTES {
				break;
			}
			self.uses.push(one);
		}
		Ok(before.saturating_sub(self.uses.len()))
	}

	fn plain(&self) -> Result<Zeroizing<Vec<u8>>, Error> {
		let written = Written {
			list: self.list,
			records: self.records.clone(),
			schema: SCHEMA,
			uses: self.uses.clone(),
		};
		serde_json_canonicalizer::to_vec(&written)
			.map(Zeroizing::new)
			.map_err(|_| Error::NotCanonical)
	}

	/// Opens the file of a holder with its secret.
	///
	/// # Errors
	///
	/// In this order: those of [`open`], [`Error::TooLarge`], [`Error::NotCanonical`],
	/// [`Error::UnknownSchema`], [`Error::SchemaViolation`], those of [`Record::parse`] and
	/// [`Error::WrongPlace`] for a record of another issuer. That the records are the issuer's,
	/// [`Proof::verify`] says.
	pub fn open(
		secret: &Secret,
		genesis: H256,
		issuer: Territory,
		trader: TraderId,
		blob: &[u8],
	) -> Result<Self, Error> {
		let plain = open(secret, &what(genesis, issuer, trader), blob)?;
		ensure_fits(&plain)?;
		let value: serde_json::Value =
			serde_json::from_slice(&plain).map_err(|_| Error::NotCanonical)?;
		if serde_json_canonicalizer::to_vec(&value).ok().as_deref() != Some(plain.as_slice()) {
			return Err(Error::NotCanonical);
		}
		let schema = value.get("schema").and_then(serde_json::Value::as_u64);
		if let Some(schema) = schema.filter(|schema| *schema != SCHEMA) {
			return Err(Error::UnknownSchema { schema });
		}
		let written: Written =
			serde_json::from_value(value).map_err(|error| Error::SchemaViolation {
				member: String::new(),
				why: error.to_string(),
			})?;
		if written.list.is_none() && !written.records.is_empty() {
			return Err(Error::SchemaViolation {
				member: "list".into(),
				why: "the records are proved in no list".into(),
			});
		}
		for proof in &written.records {
			let record = Record::parse(proof.record.as_bytes())?;
			if record.issuer != issuer {
				return Err(Error::WrongPlace {
					number: record.number.as_str().into(),
				});
			}
		}
		Ok(Self {
			list: written.list,
			records: written.records,
			uses: written.uses,
		})
	}
}

const fn what(genesis: H256, issuer: Territory, trader: TraderId) -> What {
	What {
		genesis,
		issuer,
		kind: Kind::Holder { trader },
	}
}

const fn ensure_fits(plain: &[u8]) -> Result<(), Error> {
	if plain.len() > MOST_HOLDER_BYTES {
		Err(Error::TooLarge {
			bytes: plain.len(),
			most: MOST_HOLDER_BYTES,
		})
	} else {
		Ok(())
	}
}
