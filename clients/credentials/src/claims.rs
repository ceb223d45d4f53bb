//! What a credential says. It is read by writing it anew: whatever is not just what an issuer of ours writes is
//! not understood.

use crate::{moment, status::ListName, Refusal};
use aeo_primitives::{
	certificate_number, did_host, CertificateNumber, CertificateType, Half, Halves, Moment, Role,
	Roles, Territory,
};
use base64::{prelude::BASE64_STANDARD, Engine};
use primitive_types::H256;
use serde_json::{json, Value};
use sha2::{Digest, Sha384};

/// The context that explains the words of a credential, as every issuer serves it.
pub const CONTEXT: &str = include_str!("../context/aeo-v1.jsonld");

/// Where it is on an issuer's host.
pub const CONTEXT_PATH: &str = "/context/aeo-v1.jsonld";

/// The W3C's own, which everybody has.
pub const W3C_CONTEXT: &str = "https://www.w3.org/ns/credentials/v2";

/// The longest that a credential is valid: 400 days.
pub const LONGEST: Moment = 400 * 24 * 60 * 60 * 1_000;

/// Which block of the chain a credential was made on: where to have the receipt made that proves it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Evidence {
	/// The hash of the first block.
	pub genesis: H256,
	/// The number of the block.
	pub number: u32,
	/// Its hash.
	pub hash: H256,
}

/// What a credential says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Credential {
	/// The identifier of the issuer.
	pub did: String,
	/// The issuer's name.
	pub name: String,
	/// The issuer.
	pub territory: Territory,
	/// The number of the certificate.
	pub number: CertificateNumber,
	/// Its place among the issuer's certificates, from 0.
	pub ordinal: u32,
	/// Which edition of its credentials this is.
	pub edition: u16,
	/// The holder's identifier.
	pub holder: String,
	/// The holder's name, where the issuer says it: it is not on chain.
	pub legal_name: Option<String>,
	/// The holder's TIN.
	pub tin: String,
	/// The type of the certificate.
	pub certificate_type: CertificateType,
	/// The halves that it has.
	pub halves: Halves,
	/// What the holder is certified as.
	pub roles: Roles,
	/// The version of the certificate when this was issued.
	pub version: u32,
	/// The first moment at which it is valid.
	pub from: Moment,
	/// The last one.
	pub until: Moment,
	/// Of which block it is.
	pub evidence: Evidence,
}

/// Returns the address of the host of an identifier; none where it names none.
pub fn host(did: &str) -> Option<String> {
	match did_host(did)? {
		(host, Some(port)) => Some(format!("https://{host}:{port}")),
		(host, None) => Some(format!("https://{host}")),
	}
}

/// Returns the hash of a context, in the form of the web (SRI).
pub fn digest(context: &str) -> String {
	format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(context)))
}

impl Evidence {
	/// Returns how it is written.
	pub(crate) fn to_json(self) -> Value {
		json!({
			"blockHash": self.hash,
			"blockNumber": self.number,
			"genesis": self.genesis,
			"type": "AeoChainBlock",
		})
	}
}

/// The halves of a type, by their names.
fn halves(halves: Halves) -> Vec<&'static str> {
	[(Half::Customs, "customs"), (Half::Security, "security")]
		.into_iter()
		.filter_map(|(half, name)| halves.has(half).then_some(name))
		.collect()
}

fn halves_of(names: &Value) -> Option<Halves> {
	[Halves::Customs, Halves::Security, Halves::Both]
		.into_iter()
		.find(|known| json!(halves(*known)) == *names)
}

fn roles_of(codes: &Value) -> Option<Roles> {
	let codes = codes.as_array()?.iter();
	let roles: Option<Vec<Role>> = codes.map(|code| code.as_str()?.parse().ok()).collect();
	Roles::new(roles?).ok()
}

impl Credential {
	/// Returns the first and the last moment of a credential that is issued at `now` of a certificate with these
	/// days, whose end is left out where a renewal is pending.
	pub fn validity(from: Moment, until: Option<Moment>, now: Moment) -> (Moment, Moment) {
		let longest = now.saturating_add(LONGEST);
		(from, until.map_or(longest, |until| until.min(longest)))
	}

	/// Returns the lists that say whether it holds: one of revocations, and one of suspensions.
	pub const fn lists(&self) -> (ListName, ListName) {
		(
			ListName::revocation(self.edition, self.ordinal),
			ListName::suspension(self.ordinal),
		)
	}

	/// Returns its claims.
	///
	/// # Errors
	///
	/// The identifier names no host.
	pub fn to_json(&self) -> Result<Value, Refusal> {
		let host = host(&self.did).ok_or(Refusal::NotUnderstood)?;
		let context = format!("{host}{CONTEXT_PATH}");
		let mut subject = json!({
			"certificateNumber": self.number,
			"certificateType": self.certificate_type.code,
			"edition": self.edition,
			"halves": halves(self.halves),
			"id": self.holder,
			"programme": self.certificate_type.programme,
			"roles": self.roles.iter().map(Role::code).collect::<Vec<_>>(),
			"territory": self.territory,
			"tin": self.tin,
			"type": "AuthorizedEconomicOperator",
			"version": self.version,
		});
		if let Some(name) = &self.legal_name {
			subject["legalName"] = json!(name);
		}
		Ok(json!({
			"@context": [W3C_CONTEXT, context],
			"credentialStatus": self.statuses(&host),
			"credentialSubject": subject,
			"evidence": [self.evidence.to_json()],
			"id": format!("urn:aeo:{}:{}:{}", self.territory, self.number, self.edition),
			"issuer": { "id": self.did, "name": self.name },
			"relatedResource": [{ "digestSRI": digest(CONTEXT), "id": context }],
			"type": ["VerifiableCredential", "AuthorizedEconomicOperatorCredential"],
			"validFrom": moment::written(self.from),
			"validUntil": moment::written(self.until),
		}))
	}

	/// One entry for revocations, and one of suspensions for each half: who knows no halves errs safely.
	fn statuses(&self, host: &str) -> Vec<Value> {
		let entry = |list: ListName, index: u32| {
			let list_id = list.address(host);
			json!({
				"id": format!("{list_id}#{index}"),
				"statusListCredential": list_id,
				"statusListIndex": index.to_string(),
				"statusPurpose": list.purpose(),
				"type": "BitstringStatusListEntry",
			})
		};
		let (revocations, suspensions) = self.lists();
		let mut entries = vec![entry(revocations, ListName::revocation_index(self.ordinal))];
		for half in [Half::Customs, Half::Security] {
			if self.halves.has(half) {
				let index = ListName::suspension_index(self.ordinal, half);
				entries.push(entry(suspensions, index));
			}
		}
		entries
	}

	/// Reads claims.
	///
	/// # Errors
	///
	/// They are not just what an issuer writes, or are explained by another context.
	pub fn of_json(claims: &Value) -> Result<Self, Refusal> {
		let read = Self::read(claims).ok_or(Refusal::NotUnderstood)?;
		let written = read.to_json()?;
		if written == *claims {
			return Ok(read);
		}
		let resource = &claims["relatedResource"];
		if *resource == written["relatedResource"] && claims["@context"] == written["@context"] {
			Err(Refusal::NotUnderstood)
		} else {
			Err(Refusal::ContextDiffers)
		}
	}

	fn read(claims: &Value) -> Option<Self> {
		let text = |value: &Value| value.as_str().map(str::to_owned);
		let number = |value: &Value| value.as_u64().and_then(|number| u32::try_from(number).ok());
		let subject = &claims["credentialSubject"];
		let evidence = claims["evidence"].as_array()?.first()?;
		let hash = |value: &Value| serde_json::from_value::<H256>(value.clone()).ok();
		let edition = subject["edition"].as_u64()?.try_into().ok()?;
		let revocation = claims["credentialStatus"].as_array()?.first()?;
		let (_, list) = revocation["statusListCredential"]
			.as_str()?
			.rsplit_once('/')?;
		let index = revocation["statusListIndex"].as_str()?.parse().ok()?;
		Some(Self {
			did: text(&claims["issuer"]["id"])?,
			name: text(&claims["issuer"]["name"])?,
			territory: serde_json::from_value(subject["territory"].clone()).ok()?,
			number: certificate_number(subject["certificateNumber"].as_str()?).ok()?,
			ordinal: list.parse::<ListName>().ok()?.ordinal(index)?,
			edition,
			holder: text(&subject["id"])?,
			legal_name: text(&subject["legalName"]),
			tin: text(&subject["tin"])?,
			certificate_type: CertificateType {
				programme: aeo_primitives::code(subject["programme"].as_str()?).ok()?,
				code: aeo_primitives::code(subject["certificateType"].as_str()?).ok()?,
			},
			halves: halves_of(&subject["halves"])?,
			roles: roles_of(&subject["roles"])?,
			version: number(&subject["version"])?,
			from: moment::read(claims["validFrom"].as_str()?)?,
			until: moment::read(claims["validUntil"].as_str()?)?,
			evidence: Evidence {
				genesis: hash(&evidence["genesis"])?,
				number: number(&evidence["blockNumber"])?,
				hash: hash(&evidence["blockHash"])?,
			},
		})
	}
}
