//! Identifiers and keys of issuers of credentials.

use aeo_primitives::{did_host, did_web, CredentialKey, NotADid};
use codec::Encode;

#[test]
fn an_identifier_should_be_put_in_its_normal_form() {
	for (written, normal) in [
		("did:web:aduanas.example", "did:web:aduanas.example"),
		(" did:web:ADUANAS.Example ", "did:web:aduanas.example"),
		("did:web:aeo.sat.gob.mx", "did:web:aeo.sat.gob.mx"),
		(
			"did:web:xn--bcher-kva.example%3a8443",
			"did:web:xn--bcher-kva.example%3A8443",
		),
		("did:web:1.aduanas.c0", "did:web:1.aduanas.c0"),
	] {
		assert_eq!(did_web(written).as_deref(), Ok(normal), "{written}");
		assert_eq!(
			did_web(normal).as_deref(),
			Ok(normal),
			"it stays what it is"
		);
	}
}

#[test]
fn what_names_no_host_that_everybody_can_reach_should_be_refused() {
	for written in [
		"",
		"aduanas.example",
		"https://aduanas.example",
		"did:key:zDnae",
		"did:web:",
		"did:web:localhost",
		"did:web:127.0.0.1",
		"did:web:10.1",
		"did:web:[::1]",
		"did:web:aduanas.example:path",
		"did:web:aduanas.example/path",
		"did:web:aduanas.example#key",
		"did:web:aduanas..example",
		"did:web:.example",
		"did:web:-a.example",
		"did:web:a-.example",
		"did:web:user@aduanas.example",
		"did:web:aduanas.example%3A",
		"did:web:aduanas.example%3A0",
		"did:web:aduanas.example%3A0443",
		"did:web:aduanas.example%3A65536",
		"did:web:aduanas.example%3A1%3A2",
		"did:web:aduanas.example%2Fpath",
		"did:web:añil.example",
	] {
		assert_eq!(did_web(written), Err(NotADid), "{written}");
	}
	let long = format!("did:web:{}example", "a.".repeat(60));
	assert_eq!(did_web(&long), Err(NotADid));
}

#[test]
fn an_identifier_should_name_its_host() {
	assert_eq!(
		did_host("did:web:aduanas.example"),
		Some(("aduanas.example", None))
	);
	assert_eq!(
		did_host("did:web:aduanas.example%3A8443"),
		Some(("aduanas.example", Some(8443)))
	);
	assert_eq!(did_host("did:key:z"), None);
}

#[test]
fn a_key_should_be_hex_in_text_and_33_bytes_on_chain() {
	let mut bytes = [0xab; 33];
	for (first, is_well_formed) in [(0, false), (1, false), (2, true), (3, true), (4, false)] {
		bytes[0] = first;
		let key = CredentialKey(bytes);
		assert_eq!(key.is_well_formed(), is_well_formed);
		assert_eq!(key.encode(), bytes);
		let text = serde_json::to_string(&key).unwrap();
		assert_eq!(text, format!("\"0x0{first}{}\"", "ab".repeat(32)));
		assert_eq!(serde_json::from_str::<CredentialKey>(&text).unwrap(), key);
	}
	for text in ["", "0x", "02ab", "0x02zz", &format!("0x{}", "ñ".repeat(33))] {
		assert!(text.parse::<CredentialKey>().is_err(), "{text}");
	}
}
