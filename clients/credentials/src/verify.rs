//! Checking a credential, in this order: size, header, the issuer's identifier and key as the chain has them, signature,
//! context, dates, status; and of who presents it, the holder's key.

use crate::{
	claims::Credential,
	json,
	jws::{self, Kind, Token},
	moment,
	status::{Bits, ListName, Status},
	PublicKey, Refusal,
};
use aeo_primitives::{
	recognition::Standing, CredentialKey, Did, Half, Moment, PreviousKey, Territory,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// By what an administration issues credentials, as the chain says.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Trust {
	/// Its identifier.
	pub did: Did,
	/// The key with which its credentials are checked.
	pub key: CredentialKey,
	/// The key before, as long as what it signed passes too.
	pub previous: Option<PreviousKey>,
	/// Whether its word counts.
	pub standing: Standing,
}

/// Returns the name of a key of an issuer or a holder.
pub fn key_id(did: &str, key: &PublicKey) -> String {
	format!("{did}#{}", key.thumbprint())
}

/// Returns the document of an issuer's identifier, as its host serves it: its key, and the one that is kept.
pub fn did_document(trust: &Trust, now: Moment) -> Value {
	let method = |key: &CredentialKey| {
		let key = PublicKey::of(key)?;
		Some(serde_json::json!({
			"controller": trust.did,
			"id": key_id(&trust.did, &key),
			"publicKeyJwk": key.jwk(),
			"type": "JsonWebKey",
		}))
	};
	let kept = trust.previous.filter(|previous| now <= previous.until);
	let methods: Vec<_> = [Some(trust.key), kept.map(|previous| previous.key)]
		.iter()
		.flatten()
		.filter_map(method)
		.collect();
	let ids: Vec<_> = methods.iter().map(|method| method["id"].clone()).collect();
	serde_json::json!({
		"@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
		"assertionMethod": ids,
		"id": trust.did,
		"verificationMethod": methods,
	})
}

impl Trust {
	/// Checks that a token is signed with a key of the issuer that counts at `now`.
	fn ensure_signed(&self, token: &Token, now: Moment) -> Result<(), Refusal> {
		let (did, name) = token.header.key().ok_or(Refusal::HeaderRefused)?;
		if did != self.did.as_str() {
			return Err(Refusal::IssuerNotOnChain);
		}
		let named = |key: &CredentialKey| PublicKey::of(key).filter(|key| key.thumbprint() == name);
		if let Some(key) = named(&self.key) {
			return token.ensure_signed(&key);
		}
		let previous = self.previous.ok_or(Refusal::KeyNotOnChain)?;
		let key = named(&previous.key).ok_or(Refusal::KeyNotOnChain)?;
		if now > previous.until {
			return Err(Refusal::KeyRetired);
		}
		token.ensure_signed(&key)
	}

	fn ensure_vouching(&self) -> Result<(), Refusal> {
		match self.standing {
			Standing::Admitted | Standing::QuarantinedByCouncil => Ok(()),
			Standing::QuarantinedByItself => Err(Refusal::IssuerUnverifiable),
			Standing::Withdrawn => Err(Refusal::IssuerNotOnChain),
		}
	}
}

/// What is known of who registers firms with a TIN.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Registrar {
	/// This administration does, or none.
	Is(Option<Territory>),
	/// What is known does not say.
	Unknown,
}

/// A credential that was read, and whose signature is not checked yet: it says whom to ask the chain about.
pub struct Unchecked<'a> {
	token: Token<'a>,
	territory: Territory,
	tin: String,
}

impl<'a> Unchecked<'a> {
	/// Reads a credential.
	///
	/// # Errors
	///
	/// It is too large, not understood, or its header asks for something else than ES256.
	pub fn read(token: &'a str) -> Result<Self, Refusal> {
		let token = jws::open(Kind::Credential, token.trim())?;
		let subject = &token.claims["credentialSubject"];
		let territory = subject["territory"]
			.as_str()
			.and_then(|text| text.parse().ok());
		let tin = subject["tin"].as_str().map(str::to_owned);
		Ok(Self {
			territory: territory.ok_or(Refusal::NotUnderstood)?,
			tin: tin.ok_or(Refusal::NotUnderstood)?,
			token,
		})
	}

	/// Returns the administration that is said to have issued it.
	pub const fn territory(&self) -> Territory {
		self.territory
	}

	/// Returns what it says, unchecked.
	pub const fn claims(&self) -> &Value {
		&self.token.claims
	}

	/// Returns the TIN that it is about.
	pub fn tin(&self) -> &str {
		&self.tin
	}

	/// Checks it with what the chain says: by what the administration issues credentials, where it does, and which
	/// administration covers the territory of the TIN. Where that is not known, all else is checked first: what is wrong
	/// is refused.
	///
	/// # Errors
	///
	/// Anything but its status is not as it should be.
	pub fn check(
		self,
		trust: Option<&Trust>,
		registrar: Registrar,
		now: Moment,
	) -> Result<Credential, Refusal> {
		let trust = trust.ok_or(Refusal::IssuerNotOnChain)?;
		trust.ensure_vouching()?;
		if self.token.claims["issuer"]["id"].as_str() != Some(trust.did.as_str()) {
			return Err(Refusal::IssuerNotOnChain);
		}
		let own = Registrar::Is(Some(self.territory));
		if registrar != own && registrar != Registrar::Unknown {
			return Err(Refusal::NotTheRegistrar);
		}
		trust.ensure_signed(&self.token, now)?;
		let credential = Credential::of_json(&self.token.claims)?;
		if now < credential.from {
			return Err(Refusal::NotYetValid);
		}
		if now > credential.until {
			return Err(Refusal::Expired);
		}
		if registrar == Registrar::Unknown {
			return Err(Refusal::RegistrarUnknown);
		}
		Ok(credential)
	}
}

/// Checks a status list, and returns its bits: one of this issuer, with this name and purpose, that is valid now.
///
/// # Errors
///
/// It is another one or has run out: nobody can tell then.
pub fn list(token: &str, name: ListName, trust: &Trust, now: Moment) -> Result<Bits, Refusal> {
	trust.ensure_vouching()?;
	let wrong = |_| Refusal::StatusWrong;
	let token = jws::open(Kind::Credential, token.trim()).map_err(wrong)?;
	trust.ensure_signed(&token, now).map_err(wrong)?;
	let claims = &token.claims;
	let host = crate::claims::host(&trust.did).ok_or(Refusal::StatusWrong)?;
	let time = |member: &str| claims[member].as_str().and_then(moment::read);
	let (from, until) = time("validFrom")
		.zip(time("validUntil"))
		.ok_or(Refusal::StatusWrong)?;
	let subject = &claims["credentialSubject"];
	let encoded = subject["encodedList"]
		.as_str()
		.ok_or(Refusal::StatusWrong)?;
	let bits = Bits::decoded(encoded).ok_or(Refusal::StatusWrong)?;
	let mut expected = name.claims(&trust.did, &host, &bits, from, None);
	// These may be cut at the next change; and the same bits can be compressed in other ways.
	expected["validUntil"] = claims["validUntil"].clone();
	expected["credentialSubject"]["ttl"] = subject["ttl"].clone();
	expected["credentialSubject"]["encodedList"] = subject["encodedList"].clone();
	if expected != *claims {
		return Err(Refusal::StatusWrong);
	}
	if now < from || now > until {
		return Err(Refusal::StatusStale);
	}
	Ok(bits)
}

/// Returns which halves of what a credential says hold, by its two lists.
///
/// # Errors
///
/// It is void, or all of it is suspended.
pub fn standing(
	credential: &Credential,
	revocations: &Bits,
	suspensions: &Bits,
) -> Result<[bool; 2], Refusal> {
	let index = ListName::revocation_index(credential.ordinal);
	let is_void = revocations.get(index).ok_or(Refusal::StatusWrong)?;
	if is_void {
		return Err(Refusal::Revoked);
	}
	let mut left = [false; 2];
	for (half, left) in [Half::Customs, Half::Security].into_iter().zip(&mut left) {
		let index = ListName::suspension_index(credential.ordinal, half);
		let is_suspended = suspensions.get(index).ok_or(Refusal::StatusWrong)?;
		*left = credential.halves.has(half) && !is_suspended;
	}
	if left == [false; 2] {
		return Err(Refusal::Suspended);
	}
	Ok(left)
}

/// Returns the same by what the chain says of the certificate, without lists.
///
/// # Errors
///
/// It is void, or all of it is suspended.
pub fn standing_on_chain(credential: &Credential, status: &Status) -> Result<[bool; 2], Refusal> {
	if status.ended || status.edition > credential.edition {
		return Err(Refusal::Revoked);
	}
	// Of an edition that is to come nobody has issued one.
	if status.edition < credential.edition {
		return Err(Refusal::NotAsOnChain);
	}
	let left = [Half::Customs, Half::Security].map(|half| {
		credential.halves.has(half) && !status.suspended.is_some_and(|scope| scope.covers(half))
	});
	if left == [false; 2] {
		return Err(Refusal::Suspended);
	}
	Ok(left)
}

/// Reads JSON strictly: no member twice. For files that others have made.
pub fn strict(bytes: &[u8]) -> Option<Value> {
	json::read(bytes)
}
