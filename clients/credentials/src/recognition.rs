//! Whose certificates count at a grantor, as a credential: **experimental**. Its form is that of a working draft of the
//! W3C, *Recognized Entities v1.0* of 2 August 2026, which is not fit for production and will change. The draft gives
//! its words no addresses yet: ours are in a context that names its day.

use crate::{
	claims::{digest, host, Evidence, CONTEXT, CONTEXT_PATH, W3C_CONTEXT},
	moment, Refusal,
};
use aeo_primitives::{AgreementId, CertificateType, Moment, Territory};
use serde_json::{json, Value};

/// The context that explains its words, besides that of credentials.
pub const RECOGNITION_CONTEXT: &str =
	include_str!("../context/aeo-recognition-draft-20260802.jsonld");

/// Where it is on an issuer's host.
pub const RECOGNITION_CONTEXT_PATH: &str = "/context/aeo-recognition-draft-20260802.jsonld";

/// For how long it is valid, in milliseconds: legs begin and end, and nothing says so before.
const VALID: Moment = 24 * 60 * 60 * 1_000;

/// What who reads it is told.
const EXPERIMENTAL: &str =
	"Experimental: in the form of a W3C Working Draft of 2 August 2026, which may change.";

/// A leg that is in force: what counts of an issuer's certificates.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Leg {
	/// The agreement.
	pub agreement: AgreementId,
	/// The types of certificate that it covers.
	pub types: Vec<CertificateType>,
	/// Its last moment, where that is known.
	pub until: Option<Moment>,
}

/// An administration whose certificates count.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Recognised {
	/// The administration.
	pub issuer: Territory,
	/// By which identifier it issues credentials.
	pub did: String,
	/// By which legs they count.
	pub legs: Vec<Leg>,
}

/// Whose certificates count at a grantor.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Recognition {
	/// The grantor.
	pub grantor: Territory,
	/// The identifier by which it issues.
	pub did: String,
	/// The administrations.
	pub entities: Vec<Recognised>,
	/// The time of the block.
	pub time: Moment,
	/// Of which block it is.
	pub evidence: Evidence,
}

impl Recognition {
	/// Returns its last moment: a day after the block, or the last one of the leg that ends first.
	pub fn until(&self) -> Moment {
		let legs = self.entities.iter().flat_map(|entity| &entity.legs);
		let first = legs.filter_map(|leg| leg.until).min();
		let longest = self.time.saturating_add(VALID);
		first.map_or(longest, |until| until.min(longest))
	}

	/// Returns its claims.
	///
	/// # Errors
	///
	/// The identifier names no host.
	pub fn to_json(&self) -> Result<Value, Refusal> {
		let host = host(&self.did).ok_or(Refusal::NotUnderstood)?;
		let contexts = [
			(CONTEXT_PATH, CONTEXT),
			(RECOGNITION_CONTEXT_PATH, RECOGNITION_CONTEXT),
		]
		.map(|(path, context)| (format!("{host}{path}"), digest(context)));
		let resources: Vec<_> = contexts
			.iter()
			.map(|(id, digest)| json!({ "digestSRI": digest, "id": id }))
			.collect();
		let entities: Vec<_> = self
			.entities
			.iter()
			.map(|entity| self.entity(entity))
			.collect();
		Ok(json!({
			"@context": [W3C_CONTEXT, contexts[0].0, contexts[1].0],
			"credentialSubject": entities,
			"description": EXPERIMENTAL,
			"evidence": [self.evidence.to_json()],
			"id": format!("urn:aeo:{}:recognised:{}", self.grantor, self.evidence.number),
			"issuer": { "id": self.did, "name": self.grantor.name(), "type": "RecognizedIssuer" },
			"relatedResource": resources,
			"type": ["VerifiableCredential", "RecognizedEntityCredential"],
			"validFrom": moment::written(self.time),
			"validUntil": moment::written(self.until()),
		}))
	}

	fn entity(&self, entity: &Recognised) -> Value {
		let actions: Vec<_> = entity
			.legs
			.iter()
			.map(|leg| {
				let types: Vec<_> = leg
					.types
					.iter()
					.map(|one| format!("{}/{}", one.programme, one.code))
					.collect();
				json!({
					"action": "issue",
					"agreement": leg.agreement,
					"certificateTypes": types,
					"recognizedBy": self.did,
					"type": "RecognizedAction",
				})
			})
			.collect();
		json!({
			"id": entity.did,
			"name": entity.issuer.name(),
			"recognizedTo": actions,
			"territory": entity.issuer,
			"type": "RecognizedEntity",
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use primitive_types::H256;

	const TIME: Moment = 1_795_521_600_000;

	fn recognition(ends: [Option<Moment>; 2]) -> Recognition {
		let leg = |agreement, until| Leg {
			agreement,
			types: vec![CertificateType {
				programme: aeo_primitives::code("OEA").expect("a code"),
				code: aeo_primitives::code("FULL").expect("a code"),
			}],
			until,
		};
		Recognition {
			grantor: Territory::CR,
			did: "did:web:hacienda.example".into(),
			entities: vec![Recognised {
				issuer: Territory::MX,
				did: "did:web:aduanas.example".into(),
				legs: vec![leg(1, ends[0]), leg(4, ends[1])],
			}],
			time: TIME,
			evidence: Evidence {
				genesis: H256([1; 32]),
				number: 81_234,
				hash: H256([2; 32]),
			},
		}
	}

	#[test]
	fn it_should_say_whose_word_counts_and_that_it_is_experimental() {
		let claims = recognition([None, None])
			.to_json()
			.expect("it names a host");
		assert_eq!(claims["type"][1], "RecognizedEntityCredential");
		assert!(claims["description"]
			.as_str()
			.is_some_and(|text| text.starts_with("Experimental")));
		assert_eq!(claims["issuer"]["id"], "did:web:hacienda.example");
		let subject = &claims["credentialSubject"][0];
		assert_eq!(subject["id"], "did:web:aduanas.example");
		assert_eq!(subject["type"], "RecognizedEntity");
		let action = &subject["recognizedTo"][1];
		assert_eq!(action["action"], "issue");
		assert_eq!(action["agreement"], 4);
		assert_eq!(action["recognizedBy"], "did:web:hacienda.example");
		assert_eq!(action["certificateTypes"], json!(["OEA/FULL"]));
		let contexts = claims["@context"].as_array().map(Vec::len);
		let resources = claims["relatedResource"].as_array().map(Vec::len);
		assert_eq!((contexts, resources), (Some(3), Some(2)));
	}

	#[test]
	fn it_should_end_with_the_first_leg_that_ends_and_within_a_day() {
		let until = |ends| recognition(ends).until();
		assert_eq!(until([None, None]), TIME + VALID);
		assert_eq!(until([Some(TIME + 7), None]), TIME + 7);
		assert_eq!(until([Some(TIME + 9), Some(TIME + 8)]), TIME + 8);
		assert_eq!(until([Some(TIME + VALID + 1), None]), TIME + VALID);
	}

	#[test]
	fn an_identifier_without_a_host_should_sign_nothing() {
		let mut none = recognition([None, None]);
		none.did = "did:jwk:e30".into();
		assert_eq!(none.to_json(), Err(Refusal::NotUnderstood));
	}
}
