//! Attacks on credentials, lists and presentations; and that what is right passes, so that they prove something.

use aeo_credentials::{
	accept_request, did_document, did_jwk, key_id, present, request, sign, signed_words,
	verify::{list, standing, Registrar, Unchecked},
	Credential, Evidence, Kind, ListName, Presented, Refusal, Request, SigningKey, Signs, Status,
	Trust, LONGEST, MOST_AGE, MOST_BYTES,
};
use aeo_primitives::{
	recognition::Standing, CertificateType, Halves, Moment, PreviousKey, Role, Roles,
	SuspensionScope, Territory,
};
use base64::{prelude::BASE64_URL_SAFE_NO_PAD as BASE64, Engine};
use primitive_types::H256;
use serde_json::{json, Value};

/// 24 November 2026, 12:00 UTC.
const NOW: Moment = 1_795_521_600_000;
const MX: &str = "did:web:aduanas.example";
const CR: &str = "did:web:hacienda.example";
const TIN: &str = "MXNWM9709244W4";

fn key() -> SigningKey {
	SigningKey::generate().expect("there is randomness")
}

fn trust(did: &str, key: &SigningKey) -> Trust {
	Trust {
		did: did.try_into().expect("short"),
		key: key.public().compressed(),
		previous: None,
		standing: Standing::Admitted,
	}
}

fn credential(holder: &str) -> Credential {
	let (from, until) = Credential::validity(NOW - 1_000, None, NOW);
	Credential {
		did: MX.into(),
		name: "Mexico".into(),
		territory: Territory::MX,
		number: "MX-OEA/0001".try_into().expect("short"),
		ordinal: 70_001,
		edition: 0,
		holder: holder.into(),
		legal_name: None,
		tin: TIN.into(),
		certificate_type: CertificateType {
			programme: "OEA".try_into().expect("short"),
			code: "FULL".try_into().expect("short"),
		},
		halves: Halves::Both,
		roles: Roles::new([Role::Exporter, Role::Manufacturer]).expect("two"),
		version: 3,
		from,
		until,
		evidence: Evidence {
			genesis: H256([1; 32]),
			number: 81_234,
			hash: H256([2; 32]),
		},
	}
}

fn claims() -> Value {
	credential("did:jwk:e30")
		.to_json()
		.expect("it names a host")
}

fn signed(did: &str, key: &SigningKey, claims: &Value) -> String {
	sign(Kind::Credential, &key_id(did, &key.public()), claims, key).expect("it signs")
}

fn check(token: &str, trust: &Trust, now: Moment) -> Result<Credential, Refusal> {
	Unchecked::read(token)?.check(Some(trust), Registrar::Is(Some(Territory::MX)), now)
}

/// A token with another header, signed right.
fn with_header(key: &SigningKey, header: &Value) -> String {
	let part = |value: &Value| BASE64.encode(value.to_string());
	let signed = format!("{}.{}", part(header), part(&claims()));
	let signature = key.sign(signed.as_bytes()).expect("it signs");
	format!("{signed}.{}", BASE64.encode(signature))
}

#[test]
fn what_is_right_should_pass_and_say_what_was_issued() {
	let key = key();
	let token = signed(MX, &key, &claims());
	assert!(token.len() < 4_096, "{}", token.len());
	assert_eq!(
		check(&token, &trust(MX, &key), NOW),
		Ok(credential("did:jwk:e30"))
	);
	for halves in [Halves::Customs, Halves::Security] {
		let one = Credential {
			halves,
			legal_name: Some("Nueva Wal Mart, S.A. de C.V.".into()),
			..credential("did:jwk:e30")
		};
		let token = signed(MX, &key, &one.to_json().expect("it names a host"));
		assert_eq!(check(&token, &trust(MX, &key), NOW), Ok(one));
	}
}

#[test]
fn no_byte_should_be_changed() {
	let key = key();
	let token = signed(MX, &key, &claims());
	let trust = trust(MX, &key);
	for place in 0..token.len() {
		let mut bytes = token.clone().into_bytes();
		bytes[place] = if bytes[place] == b'A' { b'B' } else { b'A' };
		let other = String::from_utf8(bytes).expect("it is ASCII");
		assert!(check(&other, &trust, NOW).is_err(), "byte {place}");
		let (without, _) = token.split_at(place);
		assert!(check(without, &trust, NOW).is_err(), "cut at {place}");
	}
	for more in ["=", ".", "A", ".A"] {
		assert!(
			check(&format!("{token}{more}"), &trust, NOW).is_err(),
			"{more}"
		);
	}
}

#[test]
fn another_algorithm_or_another_key_in_the_header_should_be_refused() {
	let key = key();
	let trust = trust(MX, &key);
	let kid = key_id(MX, &key.public());
	let right = json!({ "alg": "ES256", "cty": "vc", "kid": kid, "typ": "vc+jwt" });
	assert!(check(&with_header(&key, &right), &trust, NOW).is_ok());
	let with = |name: &str, value: Value| {
		let mut header = right.clone();
		header[name] = value;
		header
	};
	for header in [
		with("alg", json!("none")),
		with("alg", json!("HS256")),
		with("alg", json!("ES384")),
		with("alg", json!("es256")),
		with("typ", json!("JWT")),
		with("typ", json!("vp+jwt")),
		with("typ", json!("vc+ld+jwt")),
		with("cty", json!("vp")),
		with("jku", json!("https://thief.example/keys")),
		with("jwk", key.public().jwk()),
		with("x5u", json!("https://thief.example/certificate")),
		with("x5c", json!(["MIIB"])),
		with("crit", json!(["exp"])),
		with("b64", json!(false)),
		with("kid", json!(7)),
	] {
		let token = with_header(&key, &header);
		assert_eq!(
			check(&token, &trust, NOW),
			Err(Refusal::HeaderRefused),
			"{header}"
		);
	}
	// HS256 with the public key as its secret, and no signature at all.
	let token = with_header(&key, &with("alg", json!("none")));
	let (unsigned, _) = token.rsplit_once('.').expect("three parts");
	assert!(check(&format!("{unsigned}."), &trust, NOW).is_err());
}

#[test]
fn a_member_that_stands_twice_should_be_refused() {
	let key = key();
	let text = claims().to_string();
	let twice = text.replacen("\"version\":3", "\"version\":3,\"version\":4", 1);
	assert_ne!(twice, text);
	let header = json!({ "alg": "ES256", "kid": key_id(MX, &key.public()), "typ": "vc+jwt" });
	for payload in [twice, text.replacen("Mexico", "\\ud83d", 1)] {
		let signed = format!(
			"{}.{}",
			BASE64.encode(header.to_string()),
			BASE64.encode(payload)
		);
		let signature = key.sign(signed.as_bytes()).expect("it signs");
		let token = format!("{signed}.{}", BASE64.encode(signature));
		assert_eq!(
			check(&token, &trust(MX, &key), NOW),
			Err(Refusal::NotUnderstood)
		);
	}
}

#[test]
fn a_hijacked_domain_should_not_help() {
	let (own, thief) = (key(), key());
	// The thief serves the issuer's domain, and signs with a key of its own.
	let token = signed(MX, &thief, &claims());
	assert_eq!(
		check(&token, &trust(MX, &own), NOW),
		Err(Refusal::KeyNotOnChain)
	);
	// Under the name of the right key.
	let kid = key_id(MX, &own.public());
	let token = sign(Kind::Credential, &kid, &claims(), &thief).expect("it signs");
	assert_eq!(
		check(&token, &trust(MX, &own), NOW),
		Err(Refusal::SignatureWrong)
	);
}

#[test]
fn no_issuer_should_speak_for_another() {
	let (mx, cr) = (key(), key());
	// Costa Rica's key under Mexico's identifier.
	let token = signed(MX, &cr, &claims());
	assert_eq!(
		check(&token, &trust(MX, &mx), NOW),
		Err(Refusal::KeyNotOnChain)
	);
	// Under its own, for a certificate of Mexico.
	let token = signed(CR, &cr, &claims());
	assert_eq!(
		check(&token, &trust(MX, &mx), NOW),
		Err(Refusal::IssuerNotOnChain)
	);
	let mut other = claims();
	other["issuer"]["id"] = json!(CR);
	let token = signed(CR, &cr, &other);
	assert_eq!(
		check(&token, &trust(MX, &mx), NOW),
		Err(Refusal::IssuerNotOnChain)
	);
	// Mexico's key for a firm whose territory Costa Rica covers.
	let foreign = Credential {
		tin: "CR3101123456".into(),
		..credential("did:jwk:e30")
	};
	let token = signed(MX, &mx, &foreign.to_json().expect("it names a host"));
	let read = Unchecked::read(&token).expect("it is read");
	assert_eq!(
		(read.territory(), read.tin()),
		(Territory::MX, "CR3101123456")
	);
	let trust = trust(MX, &mx);
	let result = read.check(Some(&trust), Registrar::Is(Some(Territory::CR)), NOW);
	assert_eq!(result, Err(Refusal::NotTheRegistrar));
	let read = Unchecked::read(&token).expect("it is read");
	assert_eq!(
		read.check(Some(&trust), Registrar::Is(None), NOW),
		Err(Refusal::NotTheRegistrar)
	);
	let read = Unchecked::read(&token).expect("it is read");
	assert_eq!(
		read.check(None, Registrar::Is(Some(Territory::MX)), NOW),
		Err(Refusal::IssuerNotOnChain)
	);
}

#[test]
fn who_covers_a_territory_should_be_known_or_nobody_can_tell() {
	let (mx, thief) = (key(), key());
	let trust = trust(MX, &mx);
	// Mexico may cover the territory besides its own: only the chain says.
	let foreign = Credential {
		tin: "CR3101123456".into(),
		..credential("did:jwk:e30")
	};
	let claims = foreign.to_json().expect("it names a host");
	let check = |token: &str, registrar, now| {
		let read = Unchecked::read(token).expect("it is read");
		read.check(Some(&trust), registrar, now)
	};
	let token = signed(MX, &mx, &claims);
	let covered = Registrar::Is(Some(Territory::MX));
	assert_eq!(check(&token, covered, NOW), Ok(foreign.clone()));
	assert_eq!(
		check(&token, Registrar::Unknown, NOW),
		Err(Refusal::RegistrarUnknown)
	);
	assert!(Refusal::RegistrarUnknown.is_unknown() && Refusal::IssuerUnknown.is_unknown());
	// What is wrong whoever covers it is refused.
	assert_eq!(
		check(&signed(MX, &thief, &claims), Registrar::Unknown, NOW),
		Err(Refusal::KeyNotOnChain)
	);
	assert_eq!(
		check(&token, Registrar::Unknown, foreign.until + 1),
		Err(Refusal::Expired)
	);
}

#[test]
fn a_retired_key_should_pass_through_its_last_moment_and_not_after_it() {
	let (old, new) = (key(), key());
	let token = signed(MX, &old, &claims());
	let mut trust = trust(MX, &new);
	assert_eq!(check(&token, &trust, NOW), Err(Refusal::KeyNotOnChain));
	trust.previous = Some(PreviousKey {
		key: old.public().compressed(),
		until: NOW,
	});
	assert!(check(&token, &trust, NOW).is_ok());
	assert_eq!(check(&token, &trust, NOW + 1), Err(Refusal::KeyRetired));
	let ids = |now| {
		did_document(&trust, now)["assertionMethod"]
			.as_array()
			.map(Vec::len)
	};
	assert_eq!((ids(NOW), ids(NOW + 1)), (Some(2), Some(1)));
}

#[test]
fn an_issuer_in_its_own_quarantine_should_not_be_believed() {
	let key = key();
	let token = signed(MX, &key, &claims());
	let mut trust = trust(MX, &key);
	for (standing, result) in [
		(Standing::QuarantinedByCouncil, None),
		(
			Standing::QuarantinedByItself,
			Some(Refusal::IssuerUnverifiable),
		),
		(Standing::Withdrawn, Some(Refusal::IssuerNotOnChain)),
	] {
		trust.standing = standing;
		assert_eq!(check(&token, &trust, NOW).err(), result, "{standing:?}");
	}
	assert!(Refusal::IssuerUnverifiable.is_unknown());
}

#[test]
fn dates_should_count() {
	let key = key();
	let trust = trust(MX, &key);
	let token = signed(MX, &key, &claims());
	let credential = credential("did:jwk:e30");
	assert_eq!(credential.until, NOW + LONGEST);
	assert_eq!(
		check(&token, &trust, credential.from - 1),
		Err(Refusal::NotYetValid)
	);
	assert!(check(&token, &trust, credential.from).is_ok());
	assert!(check(&token, &trust, credential.until).is_ok());
	assert_eq!(
		check(&token, &trust, credential.until + 1),
		Err(Refusal::Expired)
	);
}

#[test]
fn what_no_issuer_writes_should_not_be_understood() {
	let key = key();
	let trust = trust(MX, &key);
	let with = |place: &str, value: Value| {
		let mut claims = claims();
		*claims.pointer_mut(place).expect("it is there") = value;
		check(&signed(MX, &key, &claims), &trust, NOW)
	};
	for (place, value) in [
		("/id", json!("urn:aeo:MX:MX-OEA/0001:1")),
		("/type", json!(["VerifiableCredential"])),
		("/validUntil", json!("2027-12-29T12:00:00Z")),
		("/credentialSubject/edition", json!(1)),
		("/credentialSubject/edition", json!(65_536)),
		("/credentialSubject/halves", json!(["security", "customs"])),
		("/credentialSubject/halves", json!([])),
		("/credentialSubject/roles", json!(["Exporter"])),
		("/credentialSubject/roles", json!(["EX", "EX"])),
		("/credentialSubject/roles", json!(["XX"])),
		("/credentialSubject/type", json!("Person")),
		("/credentialStatus", json!([])),
		("/credentialStatus/0/statusListIndex", json!("70002")),
		("/credentialStatus/0/statusListIndex", json!("131072")),
		("/credentialStatus/1/statusListIndex", json!("0")),
		("/credentialStatus/1/statusPurpose", json!("message")),
		(
			"/credentialStatus/0/statusListCredential",
			json!("https://thief.example/status/r0-0"),
		),
	] {
		assert_eq!(
			with(place, value.clone()),
			Err(Refusal::NotUnderstood),
			"{place} {value}"
		);
	}
	let mut more = claims();
	more["credentialSubject"]["benefits"] = json!(["all"]);
	assert_eq!(
		check(&signed(MX, &key, &more), &trust, NOW),
		Err(Refusal::NotUnderstood)
	);
	for (place, value) in [
		("/relatedResource/0/digestSRI", json!("sha384-AAAA")),
		(
			"/relatedResource/0/id",
			json!("https://thief.example/context"),
		),
		("/@context/1", json!("https://thief.example/context")),
		("/@context", json!(["https://www.w3.org/ns/credentials/v2"])),
	] {
		assert_eq!(with(place, value), Err(Refusal::ContextDiffers), "{place}");
	}
	let large = format!("{}.{}.A", "A".repeat(MOST_BYTES), "A".repeat(8));
	assert_eq!(check(&large, &trust, NOW), Err(Refusal::TooLarge));
	assert_eq!(check("", &trust, NOW), Err(Refusal::NotUnderstood));
}

/// The lists of an issuer of whose certificates only the one at place 70,001 stands in another way.
fn lists(key: &SigningKey, status: Status, changes_at: Option<Moment>) -> [String; 2] {
	let usual = Status {
		edition: 0,
		ended: false,
		suspended: None,
	};
	let mut statuses = vec![usual; 70_002];
	statuses[70_001] = status;
	let (revocations, suspensions) = credential("").lists();
	[revocations, suspensions].map(|name| {
		let bits = name.bits(&statuses);
		let claims = name.claims(MX, "https://aduanas.example", &bits, NOW, changes_at);
		signed(MX, key, &claims)
	})
}

fn stands(key: &SigningKey, lists: &[String; 2], now: Moment) -> Result<[bool; 2], Refusal> {
	let (trust, credential) = (trust(MX, key), credential("did:jwk:e30"));
	let (revocations, suspensions) = credential.lists();
	let revocations = list(&lists[0], revocations, &trust, now)?;
	let suspensions = list(&lists[1], suspensions, &trust, now)?;
	standing(&credential, &revocations, &suspensions)
}

#[test]
fn lists_should_tell_editions_and_halves_apart() {
	let key = key();
	let after = |edition, ended, suspended| {
		let status = Status {
			edition,
			ended,
			suspended,
		};
		stands(&key, &lists(&key, status, None), NOW)
	};
	assert_eq!(after(0, false, None), Ok([true, true]));
	assert_eq!(
		after(0, false, Some(SuspensionScope::Security)),
		Ok([true, false])
	);
	assert_eq!(
		after(0, false, Some(SuspensionScope::Customs)),
		Ok([false, true])
	);
	assert_eq!(
		after(0, false, Some(SuspensionScope::Full)),
		Err(Refusal::Suspended)
	);
	assert_eq!(after(0, true, None), Err(Refusal::Revoked));
	// After a rectification, and after an end that was overturned.
	assert_eq!(after(1, false, None), Err(Refusal::Revoked));
	let status = Status {
		edition: 1,
		ended: false,
		suspended: None,
	};
	let present = Credential {
		edition: 1,
		..credential("did:jwk:e30")
	};
	let (revocations, suspensions) = present.lists();
	let bits = |name: ListName| name.bits(&vec![status; 70_002]);
	let stands = standing(&present, &bits(revocations), &bits(suspensions));
	assert_eq!(stands, Ok([true, true]));
}

#[test]
fn another_list_should_tell_nothing() {
	let key = key();
	let status = Status {
		edition: 0,
		ended: false,
		suspended: None,
	};
	let [revocations, suspensions] = lists(&key, status, Some(NOW + 60_000));
	let trust = trust(MX, &key);
	let (name, other) = credential("").lists();
	let ask = |token: &str, name, now| list(token, name, &trust, now).map(|_| ());
	assert_eq!(ask(&revocations, name, NOW), Ok(()));
	// Through the moment before the clock changes something.
	assert_eq!(ask(&revocations, name, NOW + 59_999), Ok(()));
	assert_eq!(
		ask(&revocations, name, NOW + 60_000),
		Err(Refusal::StatusStale)
	);
	assert_eq!(ask(&revocations, name, NOW - 1), Err(Refusal::StatusStale));
	// Of another purpose, edition, page.
	for name in [
		other,
		ListName::revocation(1, 70_001),
		ListName::revocation(0, 140_000),
		ListName::suspension(0),
	] {
		assert_eq!(
			ask(&revocations, name, NOW),
			Err(Refusal::StatusWrong),
			"{name}"
		);
	}
	assert_eq!(ask(&suspensions, name, NOW), Err(Refusal::StatusWrong));
	// Of another issuer, or by another key.
	let bits = name.bits(&[]);
	let foreign = name.claims(CR, "https://hacienda.example", &bits, NOW, None);
	let thief = self::key();
	for token in [
		signed(CR, &thief, &foreign),
		signed(MX, &key, &foreign),
		signed(
			MX,
			&thief,
			&name.claims(MX, "https://aduanas.example", &bits, NOW, None),
		),
		"no list".into(),
	] {
		assert_eq!(ask(&token, name, NOW), Err(Refusal::StatusWrong));
	}
	assert!(Refusal::StatusWrong.is_unknown() && Refusal::StatusStale.is_unknown());
}

#[test]
fn a_list_that_is_short_or_a_bomb_should_tell_nothing() {
	let key = key();
	let trust = trust(MX, &key);
	let name = ListName::revocation(0, 0);
	let right = name.claims(MX, "https://aduanas.example", &name.bits(&[]), NOW, None);
	let bomb = {
		use flate2::{write::GzEncoder, Compression};
		use std::io::Write;
		let mut writer = GzEncoder::new(Vec::new(), Compression::best());
		writer
			.write_all(&vec![0; 30_000_000])
			.expect("memory takes it");
		format!(
			"u{}",
			BASE64.encode(writer.finish().expect("memory takes it"))
		)
	};
	assert!(bomb.len() < MOST_BYTES);
	for encoded in ["u", "", "uAAAA", &bomb] {
		let mut claims = right.clone();
		claims["credentialSubject"]["encodedList"] = json!(encoded);
		let result = list(&signed(MX, &key, &claims), name, &trust, NOW);
		assert_eq!(result.err(), Some(Refusal::StatusWrong));
	}
	assert!(list(&signed(MX, &key, &right), name, &trust, NOW).is_ok());
}

#[test]
fn a_presentation_should_be_the_holders_for_whom_it_was_made() {
	let (wallet, thief) = (key(), key());
	let holder = did_jwk(&wallet.public());
	let shown = present("a.b.c", &holder, "bank", "n-1", NOW, &wallet).expect("it signs");
	let read = |token: &str, audience, nonce, now| {
		Presented::read(token, audience, nonce, now).map(|shown| shown.credential)
	};
	assert_eq!(read(&shown, "bank", "n-1", NOW), Ok("a.b.c".into()));
	assert_eq!(
		read(&shown, "other", "n-1", NOW),
		Err(Refusal::AudienceDiffers)
	);
	assert_eq!(read(&shown, "bank", "n-2", NOW), Err(Refusal::NonceDiffers));
	assert!(read(&shown, "bank", "n-1", NOW + MOST_AGE).is_ok());
	assert_eq!(
		read(&shown, "bank", "n-1", NOW + MOST_AGE + 1),
		Err(Refusal::PresentationOld)
	);
	assert_eq!(
		read(&shown, "bank", "n-1", NOW - 61_000),
		Err(Refusal::PresentationOld)
	);
	// With another key, and with the other one's identifier.
	let stolen = present("a.b.c", &holder, "bank", "n-1", NOW, &thief).expect("it signs");
	assert_eq!(
		read(&stolen, "bank", "n-1", NOW),
		Err(Refusal::SignatureWrong)
	);
	let other = did_jwk(&thief.public());
	let own = present("a.b.c", &other, "bank", "n-1", NOW, &thief).expect("it signs");
	let own = Presented::read(&own, "bank", "n-1", NOW).expect("it is the thief's");
	assert_eq!(own.ensure_holder(&holder), Err(Refusal::HolderDiffers));
	assert_eq!(own.ensure_holder(&other), Ok(()));
	assert_eq!(
		read("a.b.c", "bank", "n-1", NOW),
		Err(Refusal::NotUnderstood)
	);
}

#[test]
fn a_request_should_be_signed_with_the_holders_key() {
	let (wallet, thief) = (key(), key());
	let genesis = H256([1; 32]);
	let asked = Request {
		genesis,
		issuer: Territory::MX,
		number: "MX-OEA/0001".try_into().expect("short"),
		holder: did_jwk(&wallet.public()),
		nonce: "n-1".into(),
		account: "5Grw".into(),
		signature: "0x00".into(),
	};
	let token = request(&asked, &wallet).expect("it signs");
	let accept =
		|token: &str, genesis, issuer, nonce| accept_request(token, genesis, issuer, nonce);
	assert_eq!(
		accept(&token, genesis, Territory::MX, "n-1"),
		Ok(asked.clone())
	);
	assert_eq!(
		accept(&token, genesis, Territory::CR, "n-1"),
		Err(Refusal::AudienceDiffers)
	);
	assert_eq!(
		accept(&token, H256([2; 32]), Territory::MX, "n-1"),
		Err(Refusal::AudienceDiffers)
	);
	assert_eq!(
		accept(&token, genesis, Territory::MX, "n-2"),
		Err(Refusal::NonceDiffers)
	);
	let stolen = request(&asked, &thief).expect("it signs");
	assert_eq!(
		accept(&stolen, genesis, Territory::MX, "n-1"),
		Err(Refusal::SignatureWrong)
	);
	let words = signed_words(genesis, Territory::MX, "A-1", &asked.holder, "n-1");
	for part in ["MX", "A-1", &asked.holder, "n-1", "0x0101"] {
		assert!(words.contains(part), "{part}");
	}
}
