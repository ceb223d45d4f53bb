//! `aeo credential issue`: signs what the chain says of a certificate, for who holds it.

use super::{
	facts, issuer, read, refused,
	signer::{not_signed, Signer},
	signing_issuer, status_of, Facts, IssuerStatus,
};
use crate::{
	ask::Asking,
	at::At,
	cli::credentials::Issue,
	failure::{Failure, Kind},
	text::Label,
	Session,
};
use aeo_client::{AccountId32, Key};
use aeo_credentials::{
	accept_request, key_id, sign,
	verify::{Registrar, Unchecked},
	Credential, Evidence, Kind as TokenKind, Refusal,
};
use aeo_primitives::Territory;
use codec::Decode;
use primitive_types::H256;
use serde_json::{json, Value};
use std::{fs, path::Path};

/// What a credential's file ends with, and that of an anchor of identity.
const ENDING: &str = ".vc.jwt";
const ANCHOR_ENDING: &str = ".dia.jwt";

/// UNTP's words for an anchor of identity.
const UNTP_CONTEXT: &str = "https://vocabulary.uncefact.org/untp/0.7.0/context/";

/// Who signs, and on which block's state.
struct Office {
	asking: Asking,
	territory: Territory,
	issuer: IssuerStatus,
	signer: Signer,
}

/// Issues the credential that was asked for, or all of a folder anew.
pub fn run(session: &Session, arguments: &Issue) -> Result<(), Failure> {
	let asking = Asking::connect(&arguments.node, None)?.at_present()?;
	let territory = arguments.issuer;
	let issuer = signing_issuer(&asking, territory)?;
	let signer = Signer::of(&arguments.with, &issuer.trust)?;
	let office = Office {
		asking,
		territory,
		issuer,
		signer,
	};
	fs::create_dir_all(&arguments.out)
		.map_err(|error| Failure::file(arguments.out.display(), &error))?;
	match (&arguments.request, &arguments.nonce) {
		(Some(file), Some(nonce)) => {
			let (found, holder) = office.asked(session, file, nonce)?;
			let name = arguments.name.clone();
			let credential = office.credential(&found, holder, name)?;
			office.write(session, &arguments.out, &credential)?;
			if arguments.dia {
				office.write_anchor(session, &arguments.out, &credential)?;
			}
			Ok(())
		}
		_ => office.reissue(session, &arguments.out, &arguments.node),
	}
}

impl Office {
	/// Checks a request: the key of the wallet has signed it, and an account that is linked to the trader.
	fn asked(
		&self,
		session: &Session,
		file: &Path,
		nonce: &str,
	) -> Result<(Facts, String), Failure> {
		let token = read(file)?;
		let wrong =
			|why: Refusal| Failure::with(Kind::RequestRefused, [("why", refused(session, why))]);
		let request =
			accept_request(&token, self.asking.genesis, self.territory, nonce).map_err(wrong)?;
		let none = || Failure::with(Kind::NoCertificate, [("id", request.number.to_string())]);
		let found = facts(&self.asking, self.territory, &request.number)?.ok_or_else(none)?;
		let account: AccountId32 = request
			.account
			.parse()
			.map_err(|_| wrong(Refusal::NotUnderstood))?;
		let words = aeo_credentials::signed_words(
			request.genesis,
			request.issuer,
			&request.number,
			&request.holder,
			&request.nonce,
		);
		let signature = request
			.signature
			.strip_prefix("0x")
			.and_then(aeo_sealing::hex::bytes);
		let is_signed = signature
			.is_some_and(|signature| Key::has_signed(&account, words.as_bytes(), &signature));
		if !is_signed || self.trader_of(&account)? != Some(found.trader) {
			return Err(wrong(Refusal::HolderDiffers));
		}
		Ok((found, request.holder))
	}

	/// The trader to which an account is linked; none where it is linked to none.
	fn trader_of(&self, account: &AccountId32) -> Result<Option<H256>, Failure> {
		let key = crate::chain::linked_account(&account.0);
		let arguments = json!([key, self.asking.block.hash]);
		let stored: Option<String> = self.asking.node("state_getStorage", &arguments)?;
		let bytes = stored.and_then(|text| crate::chain::bytes(&text));
		Ok(bytes.and_then(|bytes| H256::decode(&mut &bytes[..]).ok()))
	}

	/// What is said of a certificate that is in force.
	fn credential(
		&self,
		found: &Facts,
		holder: String,
		legal_name: Option<String>,
	) -> Result<Credential, Failure> {
		let not_in_force = || {
			Failure::with(
				Kind::CertificateNotInForce,
				[("number", found.number.to_string())],
			)
		};
		let validity = found.validity.filter(|_| found.obstacle.is_none());
		let validity = validity.ok_or_else(not_in_force)?;
		let status = status_of(&self.asking, self.territory, found.ordinal)?;
		let status = status
			.filter(|status| !status.ended)
			.ok_or_else(not_in_force)?;
		let offset = self.issuer.utc_offset;
		let until = validity.until.filter(|_| !validity.renewal_pending);
		let (from, until) = Credential::validity(
			validity.from.first_moment(offset),
			until.map(|day| day.last_moment(offset)),
			self.asking.block.time,
		);
		Ok(Credential {
			did: self.issuer.trust.did.to_string(),
			name: self.territory.name().to_owned(),
			territory: self.territory,
			number: found.number.clone(),
			ordinal: found.ordinal,
			edition: status.edition,
			holder,
			legal_name,
			tin: found.tin.to_string(),
			certificate_type: found.certificate_type.clone(),
			halves: found.halves,
			roles: found.roles,
			version: found.version,
			from,
			until,
			evidence: Evidence {
				genesis: self.asking.genesis,
				number: self.asking.block.number,
				hash: self.asking.block.hash,
			},
		})
	}

	fn signed(&self, claims: &Value) -> Result<String, Failure> {
		let kid = key_id(&self.issuer.trust.did, &self.signer.key);
		sign(TokenKind::Credential, &kid, claims, &self.signer).map_err(not_signed)
	}

	fn write(&self, session: &Session, out: &Path, credential: &Credential) -> Result<(), Failure> {
		let claims = credential
			.to_json()
			.map_err(|why| Failure::with(Kind::NotACredential, [("why", refused(session, why))]))?;
		self.put(session, out, credential, ENDING, &self.signed(&claims)?)
	}

	/// UNTP's Digital Identity Anchor: the TIN, and the key that is its holder's.
	fn write_anchor(&self, session: &Session, out: &Path, of: &Credential) -> Result<(), Failure> {
		let whole = of
			.to_json()
			.map_err(|why| Failure::with(Kind::NotACredential, [("why", refused(session, why))]))?;
		let scheme = format!("urn:aeo:scheme:{}", of.territory);
		let scopes: Vec<_> = of
			.roles
			.iter()
			.map(|role| format!("urn:aeo:role:{}", role.code()))
			.collect();
		let claims = json!({
			"@context": [whole["@context"][0], UNTP_CONTEXT],
			"credentialStatus": whole["credentialStatus"],
			"credentialSubject": {
				"id": of.holder,
				"idScheme": { "id": scheme, "name": "TIN", "type": ["IdentifierScheme"] },
				"name": of.legal_name.as_deref().unwrap_or(&of.tin),
				"registerType": "Business",
				"registeredId": of.tin,
				"registrationScopeList": scopes,
				"type": ["RegisteredIdentity"],
			},
			"id": format!("{}:dia", whole["id"].as_str().unwrap_or_default()),
			"issuer": { "id": of.did, "name": of.name, "type": ["CredentialIssuer"] },
			"type": ["DigitalIdentityAnchor", "VerifiableCredential"],
			"validFrom": whole["validFrom"],
			"validUntil": whole["validUntil"],
		});
		self.put(session, out, of, ANCHOR_ENDING, &self.signed(&claims)?)
	}

	fn put(
		&self,
		session: &Session,
		out: &Path,
		credential: &Credential,
		ending: &str,
		token: &str,
	) -> Result<(), Failure> {
		// A number may have a stroke, which a name of a file has not.
		let name = credential.number.replace('/', "_");
		let file = out.join(format!("{name}{ending}"));
		fs::write(&file, format!("{token}\n"))
			.map_err(|error| Failure::file(file.display(), &error))?;
		let (number, edition) = (
			credential.number.to_string(),
			credential.edition.to_string(),
		);
		if session.json {
			let line = json!({ "edition": credential.edition, "file": file, "number": number });
			return session.say(&line.to_string());
		}
		let details = [
			("number", number),
			("edition", edition),
			("file", file.display().to_string()),
		];
		session.say(&session.texts.label(Label::CredentialIssued, &details))
	}

	/// Issues anew whatever was issued into a folder, to the same holders; as after a key was lost. What can't be is told,
	/// and does not stop the others.
	fn reissue(&self, session: &Session, out: &Path, node: &str) -> Result<(), Failure> {
		let failed = |error: std::io::Error| Failure::file(out.display(), &error);
		let mut files: Vec<_> = fs::read_dir(out)
			.map_err(failed)?
			.map(|entry| entry.map(|entry| entry.path()))
			.collect::<Result<_, _>>()
			.map_err(failed)?;
		files.retain(|file| file.to_string_lossy().ends_with(ENDING));
		files.sort();
		let mut left: usize = 0;
		for file in files {
			if let Err(failure) = self.reissue_one(session, out, node, &file) {
				session.tell(&file.display().to_string());
				session.tell_failure(&failure);
				left = left.saturating_add(1);
			}
		}
		if left == 0 {
			return Ok(());
		}
		let details = [("count", left.to_string())];
		Err(Failure::with(Kind::NotReissued, details))
	}

	fn reissue_one(
		&self,
		session: &Session,
		out: &Path,
		node: &str,
		file: &Path,
	) -> Result<(), Failure> {
		let Some(old) = self.issued(session, node, &read(file)?)? else {
			return Ok(());
		};
		let found = facts(&self.asking, self.territory, &old.number)?;
		let none = || Failure::with(Kind::NoCertificate, [("id", old.number.to_string())]);
		let found = found.ok_or_else(none)?;
		let renewed = self.credential(&found, old.holder.clone(), old.legal_name.clone());
		let credential = match renewed {
			Err(failure) if failure.is(Kind::CertificateNotInForce) => {
				let details = [("number", old.number.to_string())];
				let label = session.texts.label(Label::CredentialLeftOut, &details);
				session.tell(&label);
				return Ok(());
			}
			renewed => renewed?,
		};
		let details = [
			("number", old.number.to_string()),
			("holder", old.holder.clone()),
			("name", old.legal_name.unwrap_or_default()),
		];
		session.tell(&session.texts.label(Label::CredentialHolder, &details));
		self.write(session, out, &credential)?;
		let anchor = file.to_string_lossy().replace(ENDING, ANCHOR_ENDING);
		if Path::new(&anchor).exists() {
			self.write_anchor(session, out, &credential)?;
		}
		Ok(())
	}

	/// Reads what this issuer signed: with the key that stood on chain in the block on whose state it was made. Nobody
	/// else's file says who holds a certificate, nor one that was made with a key after another took its place. None
	/// where it is another administration's.
	fn issued(
		&self,
		session: &Session,
		node: &str,
		token: &str,
	) -> Result<Option<Credential>, Failure> {
		let wrong = |why: Refusal| {
			let details = [("why", refused(session, why))];
			Failure::with(Kind::NotACredential, details)
		};
		let unchecked = Unchecked::read(token).map_err(wrong)?;
		if unchecked.territory() != self.territory {
			return Ok(None);
		}
		let said = Credential::of_json(unchecked.claims()).map_err(wrong)?;
		let then = Asking::connect(node, Some(At::Hash(said.evidence.hash)))?;
		let is_there = then.block.is_final && then.block.number == said.evidence.number;
		if !is_there || [then.genesis, said.evidence.genesis] != [self.asking.genesis; 2] {
			return Err(wrong(Refusal::NotAsOnChain));
		}
		let issuer = issuer(&then, self.territory)?;
		let trust = issuer.as_ref().map(|issuer| &issuer.trust);
		let checked = unchecked.check(trust, Registrar::Is(Some(self.territory)), then.block.time);
		checked.map(Some).map_err(wrong)
	}
}
