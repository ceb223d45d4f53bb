//! Compact JWS: three parts, ES256 and nothing else.

use crate::{json, PublicKey, Refusal, Signs};
use base64::{prelude::BASE64_URL_SAFE_NO_PAD as BASE64, Engine};
use serde_json::{json, Value};

/// Most bytes that are read: a credential of ours has 3 KB, the largest status list 45 KB.
pub const MOST_BYTES: usize = 64 * 1024;

/// What a token is, in `typ`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
	/// A credential, or a status list.
	Credential,
	/// A presentation of one.
	Presentation,
	/// A holder's request for one.
	Request,
}

impl Kind {
	const fn typ(self) -> &'static str {
		match self {
			Self::Credential => "vc+jwt",
			Self::Presentation => "vp+jwt",
			Self::Request => "aeo-request+jwt",
		}
	}

	const fn cty(self) -> Option<&'static str> {
		match self {
			Self::Credential => Some("vc"),
			Self::Presentation => Some("vp"),
			Self::Request => None,
		}
	}
}

/// The header of a token that can be checked.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Header {
	/// Names the key that signed: an identifier, `#`, and what the identifier calls it.
	pub kid: String,
}

impl Header {
	/// Returns the identifier whose key it is, and the name of the key.
	pub fn key(&self) -> Option<(&str, &str)> {
		self.kid.split_once('#')
	}
}

/// A token whose signature is not checked yet.
pub struct Token<'a> {
	pub header: Header,
	pub claims: Value,
	signed: &'a str,
	signature: Vec<u8>,
}

impl Token<'_> {
	/// Checks the signature.
	pub fn ensure_signed(&self, key: &PublicKey) -> Result<(), Refusal> {
		if key.verifies(self.signed.as_bytes(), &self.signature) {
			Ok(())
		} else {
			Err(Refusal::SignatureWrong)
		}
	}
}

/// Signs claims.
///
/// # Errors
///
/// In words, why there is no signature.
pub fn sign(kind: Kind, kid: &str, claims: &Value, by: &dyn Signs) -> Result<String, String> {
	let mut header = json!({ "alg": "ES256", "kid": kid, "typ": kind.typ() });
	if let Some(cty) = kind.cty() {
		header["cty"] = json!(cty);
	}
	let part = |value: &Value| BASE64.encode(value.to_string());
	let signed = format!("{}.{}", part(&header), part(claims));
	let signature = by.sign(signed.as_bytes())?;
	Ok(format!("{signed}.{}", BASE64.encode(signature)))
}

/// Reads the header of a token.
///
/// # Errors
///
/// It is no token of this kind, or asks for something else than ES256.
pub fn read_header(kind: Kind, token: &str) -> Result<Header, Refusal> {
	let (header, _) = token.split_once('.').ok_or(Refusal::NotUnderstood)?;
	header_of(kind, header)
}

fn header_of(kind: Kind, part: &str) -> Result<Header, Refusal> {
	let header = decoded(part)?;
	let kid = header["kid"].as_str().ok_or(Refusal::HeaderRefused)?;
	let mut expected = json!({ "alg": "ES256", "kid": kid, "typ": kind.typ() });
	// Others leave it out.
	if let Some(cty) = kind.cty().filter(|_| header.get("cty").is_some()) {
		expected["cty"] = json!(cty);
	}
	// No other member: neither `crit`, nor a key or a certificate that it brings along, nor where to get one.
	if header != expected {
		return Err(Refusal::HeaderRefused);
	}
	Ok(Header {
		kid: kid.to_owned(),
	})
}

fn decoded(part: &str) -> Result<Value, Refusal> {
	let bytes = BASE64.decode(part).map_err(|_| Refusal::NotUnderstood)?;
	json::read(&bytes).ok_or(Refusal::NotUnderstood)
}

/// Reads a token. Its signature is not checked yet.
pub fn open(kind: Kind, token: &str) -> Result<Token<'_>, Refusal> {
	if token.len() > MOST_BYTES {
		return Err(Refusal::TooLarge);
	}
	let (signed, signature) = token.rsplit_once('.').ok_or(Refusal::NotUnderstood)?;
	let (header, claims) = signed.split_once('.').ok_or(Refusal::NotUnderstood)?;
	let header = header_of(kind, header)?;
	Ok(Token {
		header,
		claims: decoded(claims)?,
		signed,
		signature: BASE64
			.decode(signature)
			.map_err(|_| Refusal::NotUnderstood)?,
	})
}
