//! By which identifier and key an administration issues credentials: what a bank, or a customs outside the
//! chain, checks a certificate by.

use alloc::{format, string::String};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{de, Deserialize, Deserializer, Serialize, Serializer};

use crate::{Moment, Text};

/// The identifier of an issuer of credentials: a `did:web` of one host, `did:web:aduanas.example`.
pub type Did = Text<128>;

/// What an identifier begins with.
const METHOD: &str = "did:web:";

/// What stands between a host and its port: a colon would begin a path.
const PORT: &str = "%3A";

/// The public key with which an issuer's credentials are checked: a point of the curve P-256, compressed (SEC 1,
/// section 2.3.3).
#[derive(
	Clone,
	Copy,
	Debug,
	Decode,
	DecodeWithMemTracking,
	Encode,
	Eq,
	MaxEncodedLen,
	PartialEq,
	TypeInfo,
)]
pub struct CredentialKey(pub [u8; 33]);

impl CredentialKey {
	/// Returns whether it is written as a compressed point is. Whether there is such a point is not looked
	/// at: with a key that is none no credential passes.
	pub const fn is_well_formed(&self) -> bool {
		let Self([first, ..]) = self;
		matches!(*first, 2 | 3)
	}
}

impl fmt::Display for CredentialKey {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("0x")?;
		self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
	}
}

impl core::str::FromStr for CredentialKey {
	type Err = NotACredentialKey;

	fn from_str(text: &str) -> Result<Self, NotACredentialKey> {
		let digits = text.strip_prefix("0x").ok_or(NotACredentialKey)?.as_bytes();
		let mut bytes = [0; 33];
		if digits.len() != bytes.len().saturating_mul(2) {
			return Err(NotACredentialKey);
		}
		for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
			*byte = pair.iter().try_fold(0_u8, |byte, digit| {
				let digit = char::from(*digit).to_digit(16).ok_or(NotACredentialKey)?;
				let digit = u8::try_from(digit).map_err(|_| NotACredentialKey)?;
				Ok(byte.wrapping_shl(4) | digit)
			})?;
		}
		Ok(Self(bytes))
	}
}

/// A text is not 33 bytes in hex.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotACredentialKey;

impl fmt::Display for NotACredentialKey {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("not a key: write 0x and 66 digits of hex, a compressed point of P-256")
	}
}

impl core::error::Error for NotACredentialKey {}

impl Serialize for CredentialKey {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl<'de> Deserialize<'de> for CredentialKey {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		String::deserialize(deserializer)?
			.parse()
			.map_err(de::Error::custom)
	}
}

value_types! {
	/// By which identifier and key an administration issues credentials.
	struct CredentialIssuer {
		/// Its identifier.
		pub did: Did,
		/// The key with which its credentials are checked.
		pub key: CredentialKey,
		/// The key before, as long as what it signed passes too.
		pub previous: Option<PreviousKey>,
	}

	/// A key that another one has taken the place of.
	#[derive(Copy)]
	struct PreviousKey {
		/// The key.
		pub key: CredentialKey,
		/// What it signed passes through this moment, and not after it.
		pub until: Moment,
	}
}

/// A text is no identifier of an issuer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotADid;

impl fmt::Display for NotADid {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("not an identifier of an issuer: write did:web: and the name of a host, did:web:aduanas.example")
	}
}

impl core::error::Error for NotADid {}

/// Returns the identifier that is written, in its normal form: `did:web:`, the name of a host in small letters, and
/// where there is one its port.
///
/// A number in the place of a name is refused, and so is a name of one part: who checks a credential asks a host
/// that everybody can reach.
///
/// # Errors
///
/// It is no such identifier, or has a path.
pub fn did_web(written: &str) -> Result<Did, NotADid> {
	let rest = written.trim().strip_prefix(METHOD).ok_or(NotADid)?;
	let lower = rest.to_ascii_lowercase();
	let (host, port) = match lower.split_once("%3a") {
		Some((host, port)) => (host, Some(port)),
		None => (lower.as_str(), None),
	};
	if !is_host(host) || !port.is_none_or(is_port) {
		return Err(NotADid);
	}
	let normal = match port {
		Some(port) => format!("{METHOD}{host}{PORT}{port}"),
		None => format!("{METHOD}{host}"),
	};
	normal.try_into().map_err(|_| NotADid)
}

/// Returns the host of an identifier in its normal form, and its port where it has one.
pub fn did_host(did: &str) -> Option<(&str, Option<u16>)> {
	let rest = did.strip_prefix(METHOD)?;
	match rest.split_once(PORT) {
		Some((host, port)) => Some((host, Some(port.parse().ok()?))),
		None => Some((rest, None)),
	}
}

/// Returns whether it is a name of two parts or more, the last of which is no number.
fn is_host(name: &str) -> bool {
	let is_label = |label: &str| {
		let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
		(1..=63).contains(&label.len())
			&& label.chars().all(is_plain)
			&& !label.starts_with('-')
			&& !label.ends_with('-')
	};
	let is_named = |(rest, last): (&str, &str)| {
		!rest.is_empty() && last.starts_with(|c: char| c.is_ascii_lowercase())
	};
	name.split('.').all(is_label) && name.rsplit_once('.').is_some_and(is_named)
}

fn is_port(digits: &str) -> bool {
	digits.chars().all(|c| c.is_ascii_digit())
		&& !digits.starts_with('0')
		&& digits.parse::<u16>().is_ok()
}
