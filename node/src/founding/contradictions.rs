//! What founders bring along that can't begin a chain together, each with what to do. The runtime refuses most of it too,
//! by a trap that says nothing.

use super::Founder;
use aeo_primitives::x25519::is_low_order;
use aeo_runtime::configs::governance::MinimumSeats;
use sp_core::{crypto::Ss58Codec, Get, H256};
use std::collections::BTreeMap;

/// Most officers that one founder names; more are appointed later.
const MAX_OFFICERS: usize = 1_000;

/// What is wrong with one of them alone.
pub(super) fn within(founder: &Founder) -> Vec<String> {
	let administration = &founder.administration;
	let who = administration.territory.to_string();
	let mut wrong = Vec::new();
	if is_low_order(&administration.encryption_key) {
		wrong.push(format!(
			"{who}: to its encryption key nothing can be sealed; make one by `aeo keys new`"
		));
	}
	if administration.instrument == Some(H256::zero()) {
		wrong.push(format!(
			"{who}: the hash of its instrument is missing (all zeros); give it, or none"
		));
	}
	if administration.officers.is_empty() {
		wrong.push(format!(
			"{who}: it names no officer, and nobody could do anything; name one by --officer"
		));
	}
	if administration.officers.len() > MAX_OFFICERS {
		wrong.push(format!(
			"{who}: it names more than {MAX_OFFICERS} officers; appoint the others later"
		));
	}
	wrong
}

/// What is wrong with them together.
pub(super) fn contradictions(founders: &[Founder], minimum_validators: u32) -> Vec<String> {
	let mut wrong: Vec<String> = founders.iter().flat_map(within).collect();
	let seats: u32 = MinimumSeats::get();
	if founders.len() < usize::try_from(seats).unwrap_or(usize::MAX) {
		wrong.push(format!(
			"{} founders make a council that can't decide anything: there must be {seats} or more",
			founders.len()
		));
	}
	if let Some(first) = founders.first() {
		for other in founders.iter().filter(|other| other.id != first.id) {
			wrong.push(format!(
				"{} means the chain {}, and {} the chain {}: agree on one id, and prepare once more",
				first.administration.territory, first.id, other.administration.territory, other.id
			));
		}
	}
	let validators = founders
		.iter()
		.filter(|founder| founder.session_keys.is_some())
		.count();
	if validators < usize::try_from(minimum_validators).unwrap_or(usize::MAX) {
		wrong.push(format!(
			"{validators} of them validate, and --minimum-validators asks for {minimum_validators}: with four one may \
			 fail; with fewer give a smaller number"
		));
	}
	for founder in founders {
		if founder.session_keys.is_some() != founder.administration.validating {
			wrong.push(format!(
				"{}: it says that it validates, or that it doesn't, and its session keys say otherwise; prepare once more",
				founder.administration.territory
			));
		}
	}
	wrong.extend(twice(founders));
	wrong
}

/// What may be there once and is there twice: territories, accounts, keys.
fn twice(founders: &[Founder]) -> Vec<String> {
	let mut seen = BTreeMap::<(&str, String), String>::new();
	let mut wrong = Vec::new();
	for founder in founders {
		let administration = &founder.administration;
		let who = administration.territory.to_string();
		let mut things = vec![
			("territory", who.clone()),
			("account", administration.account.to_ss58check()),
			(
				"encryption key",
				format!("{:?}", administration.encryption_key),
			),
		];
		let further = administration.territories.iter();
		things.extend(further.map(|territory| ("territory", territory.to_string())));
		let officers = administration.officers.iter();
		things.extend(officers.map(|(account, _)| ("account", account.to_ss58check())));
		if let Some(keys) = &founder.session_keys {
			let text = |key: &dyn AsRef<[u8]>| sp_core::bytes::to_hex(key.as_ref(), false);
			things.push(("session key", text(&keys.aura)));
			things.push(("session key", text(&keys.grandpa)));
			things.push(("session key", text(&keys.authority_discovery)));
		}
		let peers: std::collections::BTreeSet<_> = founder
			.addresses
			.iter()
			.map(|address| address.peer_id.to_string())
			.collect();
		things.extend(peers.into_iter().map(|peer| ("node's key", peer)));
		for (what, thing) in things {
			if let Some(other) = seen.insert((what, thing.clone()), who.clone()) {
				wrong.push(format!(
					"the {what} {thing} is there twice: {other} and {who} name it"
				));
			}
		}
	}
	wrong
}

#[cfg(test)]
mod tests {
	use super::*;
	use aeo_primitives::{Scope, Territory};
	use aeo_runtime::SessionKeys;
	use pallet_administrations::GenesisAdministration;
	use sp_core::{ed25519, sr25519, Pair};

	fn account(name: &str) -> aeo_runtime::AccountId {
		pair(name).public().into()
	}

	fn pair(name: &str) -> sr25519::Pair {
		sr25519::Pair::from_string(&format!("//{name}"), None).expect("it is a path")
	}

	fn founder(territory: Territory) -> Founder {
		let name = territory.to_string();
		let finality =
			ed25519::Pair::from_string(&format!("//{name}"), None).expect("it is a path");
		let peer = sp_crypto_hashing::blake2_256(name.as_bytes());
		let keypair = sc_network::config::ed25519::Keypair::from(
			sc_network::config::ed25519::SecretKey::try_from_bytes(peer).expect("32 bytes"),
		);
		Founder {
			id: "aeo-test".into(),
			administration: GenesisAdministration {
				territory,
				territories: Vec::new(),
				utc_offset: -360,
				account: account(&name),
				encryption_key: H256(sp_crypto_hashing::blake2_256(&peer)),
				instrument: None,
				officers: vec![(
					account(&format!("{name}//officer")),
					vec![Scope::Suspension],
				)],
				validating: true,
			},
			session_keys: Some(SessionKeys {
				aura: pair(&format!("{name}//aura")).public().into(),
				grandpa: finality.public().into(),
				authority_discovery: pair(&format!("{name}//audi")).public().into(),
			}),
			addresses: vec![sc_network::config::MultiaddrWithPeerId {
				multiaddr: "/dns/node.example/tcp/30333".parse().expect("an address"),
				peer_id: keypair.public().to_peer_id(),
			}],
		}
	}

	fn four() -> Vec<Founder> {
		[Territory::MX, Territory::CR, Territory::PE, Territory::CO]
			.map(founder)
			.into()
	}

	/// What is told of four founders that are changed.
	fn told(change: impl FnOnce(&mut Vec<Founder>)) -> Vec<String> {
		let mut founders = four();
		change(&mut founders);
		contradictions(&founders, 4)
	}

	#[test]
	fn founders_that_agree_should_begin_a_chain() {
		assert_eq!(told(|_| ()), [""; 0]);
		let fewer = contradictions(&four()[..3], 3);
		assert_eq!(fewer, [""; 0]);
	}

	#[test]
	fn each_contradiction_should_be_told_by_itself() {
		type Change = fn(&mut Vec<Founder>);
		let cases: [(Change, &str); 12] = [
			(|all| all[1].id = "other".into(), "agree on one id"),
			(
				|all| all[1].administration.territories.push(Territory::MX),
				"the territory MX is there twice",
			),
			(
				|all| all[2].administration.account = all[0].administration.officers[0].0.clone(),
				"is there twice: MX and PE",
			),
			(
				|all| all[2].administration.encryption_key = all[0].administration.encryption_key,
				"the encryption key",
			),
			(
				|all| all[3].session_keys = all[0].session_keys.clone(),
				"the session key",
			),
			(
				|all| all[3].addresses = all[0].addresses.clone(),
				"the node's key",
			),
			(
				|all| all[3].administration.encryption_key = H256::zero(),
				"nothing can be sealed",
			),
			(
				|all| all[3].administration.instrument = Some(H256::zero()),
				"instrument is missing",
			),
			(
				|all| all[3].administration.officers.clear(),
				"names no officer",
			),
			(
				|all| all[3].administration.validating = false,
				"session keys say otherwise",
			),
			(
				|all| {
					all[3].administration.validating = false;
					all[3].session_keys = None;
				},
				"3 of them validate",
			),
			(
				|all| {
					let many = (0..=MAX_OFFICERS)
						.map(|place| (account(&format!("many//{place}")), Vec::new()));
					all[3].administration.officers = many.collect();
				},
				"more than 1000 officers",
			),
		];
		for (change, part) in cases {
			let told = told(change);
			assert!(
				told.iter().any(|sentence| sentence.contains(part)),
				"{part}: {told:?}"
			);
		}
	}

	#[test]
	fn a_council_that_could_not_decide_should_be_told() {
		let told = contradictions(&four()[..2], 1);
		assert_eq!(told.len(), 1, "{told:?}");
		assert!(told[0].contains("there must be 3 or more"), "{told:?}");
	}
}
