//! The chains that a node can start.

use crate::chain::{genesis, Chain, CO, CR, MX, PE};
use aeo_runtime::{presets, AccountId, AuthorityDiscovery, Runtime, Session};
use sp_core::{crypto::Pair as _, sr25519, H256};
use sp_genesis_builder::PresetId;
use sp_runtime::BuildStorage;

/// The validators of the running session, and those queued for the next.
fn validators(chain: &mut Chain) -> (Vec<AccountId>, Vec<AccountId>) {
	chain.read(|| {
		let queued = pallet_session::QueuedKeys::<Runtime>::get();
		(
			Session::validators(),
			queued.into_iter().map(|(validator, _)| validator).collect(),
		)
	})
}

fn validators_should_stay(preset: &str, expected: &[AccountId]) {
	let mut expected = expected.to_vec();
	expected.sort();
	let mut chain = Chain::new(preset);
	for session in 0..=2 {
		chain.run_to(session * 20 + 1);
		assert_eq!(
			chain.read(pallet_session::CurrentIndex::<Runtime>::get),
			session
		);
		let (mut active, mut queued) = validators(&mut chain);
		active.sort();
		queued.sort();
		assert_eq!(
			(&active, &queued),
			(&expected, &expected),
			"{preset}, session {session}"
		);
		let authors = chain.read(|| pallet_aura::Authorities::<Runtime>::get().len());
		let finalisers = chain.read(|| aeo_runtime::Grandpa::grandpa_authorities().len());
		assert_eq!((authors, finalisers), (expected.len(), expected.len()));
		// the development presets use the own account's key for it, too
		let mut found: Vec<AccountId> = chain
			.read(AuthorityDiscovery::authorities)
			.into_iter()
			.map(|key| AccountId::from(sr25519::Public::from(key)))
			.collect();
		found.sort();
		assert_eq!(found, expected, "{preset}, session {session}");
	}
}

#[test]
fn development_should_have_mexico_as_validator_in_sessions_0_1_and_2() {
	validators_should_stay("development", &[MX.to_account_id()]);
}

#[test]
fn local_testnet_should_have_four_validators_in_sessions_0_1_and_2() {
	validators_should_stay(
		"local_testnet",
		&[MX, CR, PE, CO].map(|key| key.to_account_id()),
	);
}

#[test]
#[should_panic(expected = "the genesis names no administration")]
fn empty_should_be_refused_with_a_sentence() {
	genesis("empty")
		.build_storage()
		.map(drop)
		.expect("panics before");
}

#[test]
#[should_panic(expected = "the genesis names too few validators")]
fn administrations_without_session_keys_should_be_refused_with_a_sentence() {
	let mut config = genesis("local_testnet");
	config.session.keys.truncate(2);
	config.build_storage().map(drop).expect("panics before");
}

#[test]
fn every_preset_should_be_listed() {
	let names = presets::names();
	assert_eq!(names.len(), 3);
	assert!(names.iter().all(|name| presets::get(name).is_some()));
	assert_eq!(presets::get(&PresetId::from("elsewhere")), None);
}

#[test]
fn officers_and_encryption_keys_should_come_from_the_seeds_in_the_documents() {
	for administration in genesis("development").administrations.administrations {
		let territory = administration.territory.to_string();
		let officers: Vec<AccountId> = administration
			.officers
			.iter()
			.map(|(officer, _)| officer.clone())
			.collect();
		let derived = [1, 2].map(|number| {
			let seed = format!("//{territory}//officer//{number}");
			AccountId::from(
				sr25519::Pair::from_string(&seed, None)
					.expect("a seed")
					.public(),
			)
		});
		assert_eq!(officers, derived, "{territory}");

		let text = format!("aeo-chain development encryption key {territory}");
		let secret = sp_crypto_hashing::blake2_256(text.as_bytes());
		let public = x25519_dalek::x25519(secret, x25519_dalek::X25519_BASEPOINT_BYTES);
		assert_eq!(administration.encryption_key, H256(public), "{territory}");
	}
}
