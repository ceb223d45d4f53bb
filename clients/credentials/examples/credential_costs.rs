//! Measures what credentials and lists cost: `cargo run --release -p aeo-credentials --example credential_costs`.

use aeo_credentials::{
	key_id, sign,
	verify::{list, standing, Registrar, Unchecked},
	Credential, Evidence, Kind, ListName, SigningKey, Status, Trust,
};
use aeo_primitives::{
	recognition::Standing, CertificateType, Halves, Role, Roles, SuspensionScope, Territory,
};
use primitive_types::H256;
use std::{error::Error, time::Instant};

/// 24 November 2026, 12:00 UTC.
const NOW: u64 = 1_795_521_600_000;
const DID: &str = "did:web:aduanas.example";
const HOLDER: &str = "did:jwk:eyJjcnYiOiJQLTI1NiIsImt0eSI6IkVDIiwieCI6ImY4M09KM0QyeEYxQmc4dnViOXRMZTFnSE16Vjc2ZThUdXM5dVBIdlJWRVUiLCJ5IjoieF9GRXpSdTltMzZITE5fdHVlNjU5TE5wWFc2cEN5U3Rpa1lqS0lXSTVhMCJ9";

/// How many credentials are issued, and how many certificates are in a list.
const ISSUED: u32 = 20_000;
const LISTED: u32 = 100_000;

fn credential(ordinal: u32) -> Result<Credential, Box<dyn Error>> {
	let (from, until) = Credential::validity(NOW - 1_000, None, NOW);
	Ok(Credential {
		did: DID.into(),
		name: "Mexico".into(),
		territory: Territory::MX,
		number: format!("MX-OEA-{ordinal:06}")
			.try_into()
			.map_err(|_| "a number")?,
		ordinal,
		edition: 0,
		holder: HOLDER.into(),
		legal_name: None,
		tin: "MXNWM9709244W4".into(),
		certificate_type: CertificateType {
			programme: "OEA".try_into().map_err(|_| "a code")?,
			code: "FULL".try_into().map_err(|_| "a code")?,
		},
		halves: Halves::Both,
		roles: Roles::new([Role::Exporter, Role::Manufacturer]).map_err(|_| "roles")?,
		version: 3,
		from,
		until,
		evidence: Evidence {
			genesis: H256([1; 32]),
			number: 81_234,
			hash: H256([2; 32]),
		},
	})
}

fn main() -> Result<(), Box<dyn Error>> {
	let key = SigningKey::generate()?;
	let trust = Trust {
		did: DID.try_into().map_err(|_| "an identifier")?,
		key: key.public().compressed(),
		previous: None,
		standing: Standing::Admitted,
	};
	let kid = key_id(DID, &key.public());
	let claims =
		|ordinal| Ok::<_, Box<dyn Error>>(credential(ordinal)?.to_json().map_err(|_| "claims")?);

	let start = Instant::now();
	let tokens = (0..ISSUED)
		.map(|ordinal| Ok(sign(Kind::Credential, &kid, &claims(ordinal)?, &key)?))
		.collect::<Result<Vec<_>, Box<dyn Error>>>()?;
	let bytes: usize = tokens.iter().map(String::len).sum();
	println!(
		"{ISSUED} issued in {:?}, {} bytes each",
		start.elapsed(),
		bytes / tokens.len()
	);

	// Three of a hundred are suspended, one is over.
	let statuses: Vec<_> = (0..LISTED)
		.map(|ordinal| Status {
			edition: 0,
			ended: ordinal % 100 == 7,
			suspended: (ordinal % 33 == 1).then_some(SuspensionScope::Full),
		})
		.collect();
	let mut lists = Vec::new();
	for name in ListName::all(LISTED, 0) {
		let start = Instant::now();
		let claims = name.claims(
			DID,
			"https://aduanas.example",
			&name.bits(&statuses),
			NOW,
			None,
		);
		let token = sign(Kind::Credential, &kid, &claims, &key)?;
		println!(
			"list {name} of {LISTED}: {} bytes in {:?}",
			token.len(),
			start.elapsed()
		);
		lists.push((name, token));
	}

	let start = Instant::now();
	let mut valid = 0;
	for token in tokens.iter().take(1_000) {
		let read = Unchecked::read(token).map_err(|why| why.name())?;
		let found = read
			.check(Some(&trust), Registrar::Is(Some(Territory::MX)), NOW)
			.map_err(|why| why.name())?;
		let (revocations, suspensions) = found.lists();
		let bits = |wanted: ListName| {
			let (_, token) = lists
				.iter()
				.find(|(name, _)| *name == wanted)
				.ok_or("a list")?;
			list(token, wanted, &trust, NOW).map_err(|why| why.name())
		};
		valid += usize::from(standing(&found, &bits(revocations)?, &bits(suspensions)?).is_ok());
	}
	println!(
		"1000 verified with both lists in {:?}, {valid} valid",
		start.elapsed()
	);
	Ok(())
}
