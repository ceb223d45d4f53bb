//! What holders sign: a request for a credential, and its presentation.

use crate::{
	claims::W3C_CONTEXT,
	jws::{self, Kind},
	PublicKey, Refusal, Signs,
};
use aeo_primitives::{certificate_number, CertificateNumber, Moment, Territory};
use base64::{prelude::BASE64_URL_SAFE_NO_PAD as BASE64, Engine};
use primitive_types::H256;
use serde_json::{json, Value};

/// For how long a presentation counts, in milliseconds.
pub const MOST_AGE: Moment = 5 * 60 * 1_000;

/// How far the clock of who presents may be ahead, in milliseconds.
const AHEAD: Moment = 60 * 1_000;

/// What an enveloped credential begins with.
const ENVELOPE: &str = "data:application/vc+jwt,";

/// Returns the identifier that is a key itself (`did:jwk`).
pub fn did_jwk(key: &PublicKey) -> String {
	format!("did:jwk:{}", BASE64.encode(key.jwk().to_string()))
}

/// Returns the key of such an identifier; none where it is another one.
pub fn key_of_did_jwk(did: &str) -> Option<PublicKey> {
	let bytes = BASE64.decode(did.strip_prefix("did:jwk:")?).ok()?;
	let mut jwk = crate::json::read(&bytes)?;
	// Wallets add what the key is for.
	let members = jwk.as_object_mut()?;
	for (name, value) in [("use", "sig"), ("alg", "ES256")] {
		if members.get(name).is_some_and(|found| found == value) {
			members.remove(name);
		}
	}
	PublicKey::of_jwk(&jwk)
}

/// The name of the only key of a `did:jwk`.
fn kid(did: &str) -> String {
	format!("{did}#0")
}

/// A holder's request for a credential.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Request {
	/// The hash of the chain's first block.
	pub genesis: H256,
	/// Who is to issue it.
	pub issuer: Territory,
	/// The number of the certificate.
	pub number: CertificateNumber,
	/// The holder's identifier, a `did:jwk`.
	pub holder: String,
	/// What the issuer gave, so that the request is no old one.
	pub nonce: String,
	/// The address of the account that is linked to the trader on chain.
	pub account: String,
	/// What that account signed: [`signed_words`], in hex.
	pub signature: String,
}

/// Returns what the account signs. It says which key is to have the credential, on which chain, for which number:
/// it can be used for nothing else.
pub fn signed_words(
	genesis: H256,
	issuer: Territory,
	number: &str,
	holder: &str,
	nonce: &str,
) -> String {
	format!("aeo credential request\n{genesis:?}\n{issuer}\n{number}\n{holder}\n{nonce}")
}

/// Signs a request with the holder's key; the account has signed it already.
///
/// # Errors
///
/// In words, why there is no signature.
pub fn request(request: &Request, by: &dyn Signs) -> Result<String, String> {
	let claims = json!({
		"account": request.account,
		"genesis": request.genesis,
		"holder": request.holder,
		"issuer": request.issuer,
		"nonce": request.nonce,
		"number": request.number,
		"signature": request.signature,
	});
	jws::sign(Kind::Request, &kid(&request.holder), &claims, by)
}

/// Reads a request, and checks that the holder's key has signed it. Whether the account is linked, and has signed
/// it, is left to who asks the chain.
///
/// # Errors
///
/// It is not understood, is for another issuer or chain, answers another question, or is signed with another key.
pub fn accept_request(
	token: &str,
	genesis: H256,
	issuer: Territory,
	nonce: &str,
) -> Result<Request, Refusal> {
	let token = jws::open(Kind::Request, token.trim())?;
	let text = |name: &str| token.claims[name].as_str().map(str::to_owned);
	let read = || {
		Some(Request {
			genesis: serde_json::from_value(token.claims["genesis"].clone()).ok()?,
			issuer: text("issuer")?.parse().ok()?,
			number: certificate_number(&text("number")?).ok()?,
			holder: text("holder")?,
			nonce: text("nonce")?,
			account: text("account")?,
			signature: text("signature")?,
		})
	};
	let request = read().ok_or(Refusal::NotUnderstood)?;
	let key = key_of_did_jwk(&request.holder).ok_or(Refusal::NotUnderstood)?;
	if token.header.kid != kid(&request.holder) {
		return Err(Refusal::HolderDiffers);
	}
	token.ensure_signed(&key)?;
	if (request.genesis, request.issuer) != (genesis, issuer) {
		return Err(Refusal::AudienceDiffers);
	}
	if request.nonce != nonce {
		return Err(Refusal::NonceDiffers);
	}
	Ok(request)
}

/// Signs a presentation of a credential to somebody who asked for it.
///
/// # Errors
///
/// In words, why there is no signature.
pub fn present(
	credential: &str,
	holder: &str,
	audience: &str,
	nonce: &str,
	now: Moment,
	by: &dyn Signs,
) -> Result<String, String> {
	let enveloped = json!({
		"@context": W3C_CONTEXT,
		"id": format!("{ENVELOPE}{}", credential.trim()),
		"type": "EnvelopedVerifiableCredential",
	});
	let claims = json!({
		"@context": [W3C_CONTEXT],
		"aud": audience,
		"holder": holder,
		"iat": now / 1_000,
		"nonce": nonce,
		"type": "VerifiablePresentation",
		"verifiableCredential": [enveloped],
	});
	jws::sign(Kind::Presentation, &kid(holder), &claims, by)
}

/// A presentation that was read and is signed with its holder's key.
pub struct Presented {
	/// The credential.
	pub credential: String,
	/// Who presents it.
	pub holder: String,
}

impl Presented {
	/// Reads a presentation.
	///
	/// # Errors
	///
	/// It is not understood, is for somebody else, answers another question, is old, or is signed with another key.
	pub fn read(token: &str, audience: &str, nonce: &str, now: Moment) -> Result<Self, Refusal> {
		// A credential, and what is around it.
		let token = jws::open(Kind::Presentation, token.trim())?;
		let (holder, credential, issued) =
			Self::parts(&token.claims).ok_or(Refusal::NotUnderstood)?;
		let key = key_of_did_jwk(&holder).ok_or(Refusal::NotUnderstood)?;
		if token.header.kid != kid(&holder) {
			return Err(Refusal::HolderDiffers);
		}
		token.ensure_signed(&key)?;
		if token.claims["aud"] != audience {
			return Err(Refusal::AudienceDiffers);
		}
		if token.claims["nonce"] != nonce {
			return Err(Refusal::NonceDiffers);
		}
		let is_recent =
			issued <= now.saturating_add(AHEAD) && now <= issued.saturating_add(MOST_AGE);
		if !is_recent {
			return Err(Refusal::PresentationOld);
		}
		Ok(Self { credential, holder })
	}

	fn parts(claims: &Value) -> Option<(String, String, Moment)> {
		let [enveloped] = claims["verifiableCredential"].as_array()?.as_slice() else {
			return None;
		};
		let is_ours = claims["type"] == "VerifiablePresentation"
			&& enveloped["type"] == "EnvelopedVerifiableCredential";
		let credential = enveloped["id"].as_str()?.strip_prefix(ENVELOPE)?;
		let issued = claims["iat"].as_u64()?.checked_mul(1_000)?;
		let holder = claims["holder"].as_str()?.to_owned();
		is_ours.then_some((holder, credential.to_owned(), issued))
	}

	/// Checks that the credential is of who presents it.
	///
	/// # Errors
	///
	/// It is somebody else's.
	pub fn ensure_holder(&self, holder: &str) -> Result<(), Refusal> {
		if self.holder == holder {
			Ok(())
		} else {
			Err(Refusal::HolderDiffers)
		}
	}
}
