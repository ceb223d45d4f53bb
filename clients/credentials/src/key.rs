//! Keys of P-256, with which issuers sign credentials and holders present them.

use aeo_primitives::CredentialKey;
use base64::{prelude::BASE64_URL_SAFE_NO_PAD as BASE64, Engine};
use p256::{
	ecdsa::{
		self,
		signature::{Signer, Verifier},
		Signature,
	},
	pkcs8::{DecodePrivateKey, EncodePrivateKey, LineEnding},
	EncodedPoint,
};
use serde_json::{json, Value};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// Bytes of a coordinate.
const COORDINATE: usize = 32;

/// What signs with a key: the key itself, or a program that has it in its keeping.
pub trait Signs {
	/// Returns the signature of ES256 over these bytes: `r` and `s`.
	///
	/// # Errors
	///
	/// In words, why there is none.
	fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], String>;
}

/// A secret key.
pub struct SigningKey(ecdsa::SigningKey);

/// A public key.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct PublicKey(ecdsa::VerifyingKey);

impl SigningKey {
	/// Makes a new one.
	///
	/// # Errors
	///
	/// The system has no randomness.
	pub fn generate() -> Result<Self, getrandom::Error> {
		loop {
			let mut bytes = Zeroizing::new([0; 32]);
			getrandom::fill(bytes.as_mut())?;
			// All but one of 2^32 are keys.
			if let Ok(key) = ecdsa::SigningKey::from_slice(bytes.as_ref()) {
				return Ok(Self(key));
			}
		}
	}

	/// Reads one as OpenSSL writes it: PKCS#8, in PEM.
	pub fn of_pem(text: &str) -> Option<Self> {
		ecdsa::SigningKey::from_pkcs8_pem(text.trim())
			.ok()
			.map(Self)
	}

	/// Writes it in the same form; none where there is too little memory.
	pub fn to_pem(&self) -> Option<Zeroizing<String>> {
		self.0.to_pkcs8_pem(LineEnding::LF).ok()
	}

	/// Returns its public key.
	pub fn public(&self) -> PublicKey {
		PublicKey(*self.0.verifying_key())
	}
}

impl Signs for SigningKey {
	fn sign(&self, bytes: &[u8]) -> Result<[u8; 64], String> {
		// By RFC 6979: the same bytes have the same signature.
		let signature: Signature = self.0.sign(bytes);
		Ok(signature.to_bytes().into())
	}
}

impl PublicKey {
	/// Returns the key with this point; none where the curve has no such point.
	pub fn of(key: &CredentialKey) -> Option<Self> {
		if !key.is_well_formed() {
			return None;
		}
		ecdsa::VerifyingKey::from_sec1_bytes(&key.0).ok().map(Self)
	}

	/// Returns it as the chain has it.
	pub fn compressed(&self) -> CredentialKey {
		let point = self.0.to_encoded_point(true);
		let mut bytes = [0; 33];
		bytes.copy_from_slice(point.as_bytes());
		CredentialKey(bytes)
	}

	/// Returns it as a JSON Web Key.
	pub fn jwk(&self) -> Value {
		let (x, y) = self.coordinates();
		json!({ "crv": "P-256", "kty": "EC", "x": x, "y": y })
	}

	fn coordinates(&self) -> (String, String) {
		let point = self.0.to_encoded_point(false);
		let written =
			|bytes: Option<&p256::FieldBytes>| BASE64.encode(bytes.map_or(&[][..], |x| x));
		(written(point.x()), written(point.y()))
	}

	/// Reads a JSON Web Key with just these members; none where it is another one.
	pub fn of_jwk(jwk: &Value) -> Option<Self> {
		let coordinate = |name: &str| -> Option<[u8; COORDINATE]> {
			BASE64.decode(jwk[name].as_str()?).ok()?.try_into().ok()
		};
		let (x, y) = (coordinate("x")?, coordinate("y")?);
		let point = EncodedPoint::from_affine_coordinates(&x.into(), &y.into(), false);
		let key = ecdsa::VerifyingKey::from_encoded_point(&point)
			.ok()
			.map(Self)?;
		(key.jwk() == *jwk).then_some(key)
	}

	/// Returns the name of the key (RFC 7638): SHA-256 over its members in their order.
	pub fn thumbprint(&self) -> String {
		let (x, y) = self.coordinates();
		let members = format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#);
		BASE64.encode(Sha256::digest(members))
	}

	/// Returns whether it is the signature of these bytes.
	pub fn verifies(&self, bytes: &[u8], signature: &[u8]) -> bool {
		Signature::from_slice(signature)
			.is_ok_and(|signature| self.0.verify(bytes, &signature).is_ok())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// The key of RFC 7515, appendix A.3.
	fn known() -> Value {
		json!({
			"crv": "P-256",
			"kty": "EC",
			"x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
			"y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
		})
	}

	#[test]
	fn a_key_should_be_the_same_in_every_form() {
		let key = PublicKey::of_jwk(&known()).expect("it is one");
		assert_eq!(key.jwk(), known());
		assert_eq!(PublicKey::of(&key.compressed()), Some(key.clone()));
		let token = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
		let signature = BASE64
			.decode("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q")
			.expect("it is base64url");
		assert!(key.verifies(token.as_bytes(), &signature));
		assert!(!key.verifies(b"something else", &signature));
	}

	#[test]
	fn what_is_no_key_should_be_refused() {
		for (name, value) in [
			("kty", json!("RSA")),
			("crv", json!("P-384")),
			("x", json!("AAAA")),
			("y", json!("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")),
			("d", json!("jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI")),
		] {
			let mut other = known();
			other[name] = value;
			assert_eq!(PublicKey::of_jwk(&other), None, "{name}");
		}
		assert_eq!(PublicKey::of(&CredentialKey([0; 33])), None);
		// No point has this first coordinate.
		let mut none = [0xff; 33];
		none[0] = 2;
		assert_eq!(PublicKey::of(&CredentialKey(none)), None);
		assert!(SigningKey::of_pem("").is_none());
	}

	#[test]
	fn a_new_key_should_sign_and_be_kept() {
		let key = SigningKey::generate().expect("there is randomness");
		let signature = key.sign(b"words").expect("it signs");
		assert_eq!(key.sign(b"words"), Ok(signature));
		assert!(key.public().verifies(b"words", &signature));
		let pem = key.to_pem().expect("there is memory");
		let read = SigningKey::of_pem(&pem).expect("it is one");
		assert_eq!(read.public(), key.public());
	}
}
