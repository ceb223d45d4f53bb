//! `aeo credential recognise`: says whose certificates count at a grantor, by its legs that are in force. Experimental: the
//! form is that of a draft.

use super::{
	issuer, refused,
	signer::{not_signed, Signer},
	signing_issuer,
};
use crate::{
	ask::Asking,
	chain::{bytes, storage},
	cli::credentials::Recognise,
	failure::{Failure, Kind},
	text::Label,
	Session,
};
use aeo_credentials::{
	key_id, sign, Evidence, Kind as TokenKind, Leg as Leads, Recognised, Recognition,
};
use aeo_primitives::{
	recognition::{Offer, Standing},
	AgreementId, Date, Territory, UtcOffset,
};
use codec::DecodeAll;
use serde::Deserialize;
use serde_json::json;
use std::fs;

/// Keys that are asked for at once: more than there are territories.
const KEYS: usize = 1_000;

/// What `aeo_legs` says of a leg that is read here.
#[derive(Deserialize)]
struct Leg {
	agreement: AgreementId,
	in_force: bool,
	offer: Offer,
	until: Option<Date>,
}

/// Writes the credential of the last final block.
pub fn run(session: &Session, arguments: &Recognise) -> Result<(), Failure> {
	let asking = Asking::connect(&arguments.node, None)?.at_present()?;
	let grantor = arguments.grantor;
	let office = signing_issuer(&asking, grantor)?;
	let signer = Signer::of(&arguments.with, &office.trust)?;
	let entities = entities(&asking, grantor, office.utc_offset)?;
	if entities.is_empty() {
		let details = [("grantor", grantor.name().to_owned())];
		return Err(Failure::with(Kind::NobodyRecognised, details));
	}
	let recognition = Recognition {
		grantor,
		did: office.trust.did.to_string(),
		entities,
		time: asking.block.time,
		evidence: Evidence {
			genesis: asking.genesis,
			number: asking.block.number,
			hash: asking.block.hash,
		},
	};
	let claims = recognition
		.to_json()
		.map_err(|why| Failure::with(Kind::NotACredential, [("why", refused(session, why))]))?;
	let kid = key_id(&office.trust.did, &signer.key);
	let token = sign(TokenKind::Credential, &kid, &claims, &signer).map_err(not_signed)?;
	let file = &arguments.out;
	fs::write(file, format!("{token}\n")).map_err(|error| Failure::file(file.display(), &error))?;
	let names: Vec<_> = recognition
		.entities
		.iter()
		.map(|entity| entity.issuer)
		.collect();
	if session.json {
		let line = json!({
			"block": asking.block.number, "experimental": true, "file": file, "recognised": names,
		});
		return session.say(&line.to_string());
	}
	let names: Vec<_> = names.iter().map(|issuer| issuer.name()).collect();
	let details = [
		("file", file.display().to_string()),
		("grantor", grantor.name().to_owned()),
		("names", names.join(", ")),
	];
	session.say(&session.texts.label(Label::Recognised, &details))
}

/// The administrations whose word counts by a leg, and that issue credentials.
fn entities(
	asking: &Asking,
	grantor: Territory,
	utc_offset: UtcOffset,
) -> Result<Vec<Recognised>, Failure> {
	let mut entities = Vec::new();
	for territory in issuers(asking)? {
		if territory == grantor {
			continue;
		}
		let legs: Vec<Leg> = asking.ask("aeo_legs", &[json!(territory), json!(grantor)])?;
		let legs: Vec<_> = legs
			.into_iter()
			.filter(|leg| leg.in_force)
			.map(|leg| leads(leg, utc_offset))
			.collect();
		if legs.is_empty() {
			continue;
		}
		let Some(found) = issuer(asking, territory)? else {
			continue;
		};
		if found.trust.standing == Standing::QuarantinedByItself {
			continue;
		}
		entities.push(Recognised {
			issuer: territory,
			did: found.trust.did.to_string(),
			legs,
		});
	}
	entities.sort_by_key(|entity| entity.issuer);
	Ok(entities)
}

/// What a leg says here: its days are those of the grantor's clocks.
fn leads(leg: Leg, utc_offset: UtcOffset) -> Leads {
	Leads {
		agreement: leg.agreement,
		types: leg.offer.types.into_inner(),
		until: leg.until.map(|day| day.last_moment(utc_offset)),
	}
}

/// The administrations that issue credentials.
fn issuers(asking: &Asking) -> Result<Vec<Territory>, Failure> {
	let map = storage::prefix("Administrations", "CredentialIssuers");
	let arguments = json!([
		storage::written(&map),
		KEYS,
		None::<String>,
		asking.block.hash
	]);
	let keys: Vec<String> = asking.node("state_getKeysPaged", &arguments)?;
	keys.iter()
		.map(|key| {
			let found = bytes(key).and_then(|key| territory_of(&key, map.len()));
			found.ok_or_else(|| Failure::no_answer("state_getKeysPaged", key.clone()))
		})
		.collect()
}

/// The territory at the end of a key of a map, where it stands behind its hash of eight bytes.
fn territory_of(key: &[u8], map: usize) -> Option<Territory> {
	let mut end = key.get(map.checked_add(8)?..)?;
	Territory::decode_all(&mut end).ok()
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;

	#[test]
	fn the_territory_should_be_read_from_the_end_of_a_key() {
		let map = storage::prefix("Administrations", "CredentialIssuers");
		let key = [map.clone(), storage::twox(&Territory::MX)].concat();
		assert_eq!(territory_of(&key, map.len()), Some(Territory::MX));
		assert_eq!(territory_of(&key[..map.len() + 8], map.len()), None);
		let longer = [key, 0_u8.encode()].concat();
		assert_eq!(territory_of(&longer, map.len()), None);
		assert_eq!(territory_of(&[], map.len()), None);
	}
}
