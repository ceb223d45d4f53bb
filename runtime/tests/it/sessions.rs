//! Sessions, their rotation blocks, and what gets into them.

use crate::chain::{done, send, Chain, CO, CR, MX, PE};
use aeo_primitives::Territory;
use aeo_runtime::{AuthorityDiscovery, Balances, Runtime, RuntimeCall, Session, SessionKeys};
use codec::{Decode, Encode};
use frame_support::{pallet_prelude::InvalidTransaction, traits::fungible::Mutate};
use pallet_administrations::{Call, Validating};
use sp_authority_discovery::AuthorityId;
use sp_core::crypto::Pair as _;
use sp_keyring::Sr25519Keyring;
use sp_runtime::traits::{BlakeTwo256, Hash as _};

#[test]
fn a_vote_should_get_into_a_rotation_block_that_takes_nothing_else() {
	let mut chain = Chain::new("development");
	let call: RuntimeCall = Call::expel {
		administration: Territory::CO,
	}
	.into();
	let hash = BlakeTwo256::hash_of(&call);
	chain.block(|| {
		let length_bound = u32::try_from(call.encoded_size()).expect("short");
		let proposal = Box::new(call);
		done(
			MX,
			pallet_collective::Call::propose {
				threshold: 3,
				proposal,
				length_bound,
			},
		);
	});
	chain.run_to(19);
	chain.block(|| {
		let work = || pallet_agreements::Call::<Runtime>::retract { agreement: 9 };
		assert_eq!(
			send(MX, work()),
			Err(InvalidTransaction::ExhaustsResources.into())
		);
		done(
			PE,
			pallet_collective::Call::vote {
				proposal: hash,
				index: 0,
				approve: true,
			},
		);
	});
	assert_eq!(chain.number(), 20);
	assert_eq!(chain.read(pallet_session::CurrentIndex::<Runtime>::get), 1);
}

#[test]
fn a_full_block_should_still_take_a_vote() {
	let mut chain = Chain::new("development");
	let call: RuntimeCall = Call::expel {
		administration: Territory::CO,
	}
	.into();
	let hash = BlakeTwo256::hash_of(&call);
	chain.block(|| {
		let length_bound = u32::try_from(call.encoded_size()).expect("short");
		let proposal = Box::new(call);
		done(
			MX,
			pallet_collective::Call::propose {
				threshold: 3,
				proposal,
				length_bound,
			},
		);
		// some twenty calls of 200 kilobytes fill what normal calls may use of a block
		let full = || pallet_session::Call::<Runtime>::set_keys {
			keys: Decode::decode(&mut &[0; 96][..]).expect("three keys"),
			proof: vec![0; 200_000],
		};
		let results: Vec<_> = (0..25).map(|_| send(MX, full())).collect();
		assert_eq!(
			results.last(),
			Some(&Err(InvalidTransaction::ExhaustsResources.into())),
			"{results:?}"
		);
		done(
			PE,
			pallet_collective::Call::vote {
				proposal: hash,
				index: 0,
				approve: true,
			},
		);
	});
}

#[test]
fn a_change_of_validators_should_be_active_two_sessions_later() {
	let mut chain = Chain::new("local_testnet");
	chain.block(|| done(CO, Call::<Runtime>::stop_validating {}));
	chain.run_to(39);
	assert_eq!(chain.read(Session::validators).len(), 4);
	chain.run_to(40);
	assert_eq!(chain.read(Session::validators).len(), 3);
	chain.block(|| done(CO, Call::<Runtime>::start_validating {}));
	chain.run_to(80);
	assert_eq!(chain.read(Session::validators).len(), 4);
}

#[test]
fn the_set_should_never_fall_below_its_floor() {
	let mut chain = Chain::new("local_testnet");
	chain.block(|| {
		done(CO, Call::<Runtime>::stop_validating {});
		let refused = send(PE, Call::<Runtime>::stop_validating {});
		assert_eq!(
			refused,
			Ok(Err(
				pallet_administrations::Error::<Runtime>::ValidatorsWouldBeTooFew.into()
			))
		);
		assert_eq!(Validating::<Runtime>::get().len(), 3);
	});
}

#[test]
fn session_keys_should_not_be_purged() {
	let mut chain = Chain::new("development");
	chain.block(|| {
		let purge = || pallet_session::Call::<Runtime>::purge_keys {};
		// no quota pays for it
		let refused = InvalidTransaction::Payment;
		assert_eq!(send(MX, purge()), Err(refused.into()));
		// and who pays finds it filtered
		Balances::set_balance(&MX.to_account_id(), u128::MAX / 2);
		let filtered = frame_system::Error::<Runtime>::CallFiltered;
		assert_eq!(send(MX, purge()), Ok(Err(filtered.into())));
		// nor from within a batch
		let calls = vec![RuntimeCall::from(purge())];
		let batch = pallet_utility::Call::<Runtime>::batch_all { calls };
		assert!(matches!(send(MX, batch), Ok(Err(_))));
	});
	assert!(chain
		.read(|| Session::load_keys(&MX.to_account_id()))
		.is_some());
}

#[test]
fn nodes_should_look_for_the_validators_of_this_session_and_the_next() {
	let mut chain = Chain::new("local_testnet");
	let [old, new] = [PE.public(), pair("//new").public()].map(AuthorityId::from);
	let of = |key: Sr25519Keyring| AuthorityId::from(key.public());
	let sorted = |mut keys: Vec<AuthorityId>| {
		keys.sort();
		keys
	};
	let others = [of(MX), of(CR), of(CO)];
	chain.block(|| {
		let owner = PE.to_account_id();
		let generated = SessionKeys::generate(&owner.encode(), Some(b"//new".to_vec()));
		done(
			PE,
			pallet_session::Call::<Runtime>::set_keys {
				keys: generated.keys,
				proof: generated.proof.encode(),
			},
		);
		done(CO, Call::<Runtime>::stop_validating {});
	});
	let found = |chain: &mut Chain| sorted(chain.read(AuthorityDiscovery::authorities));
	let with = |more: &[AuthorityId]| sorted([&others, more].concat());
	// both changes wait for the next session
	chain.run_to(19);
	assert_eq!(found(&mut chain), with(std::slice::from_ref(&old)));
	// the next validators are known a session before they act, while the old ones still do
	chain.run_to(21);
	assert_eq!(found(&mut chain), with(&[old, new.clone()]));
	assert_eq!(chain.read(Session::validators).len(), 4);
	// then the old key and the one that left are gone
	chain.run_to(41);
	assert_eq!(found(&mut chain), sorted(vec![of(MX), of(CR), new]));
	assert_eq!(chain.read(Session::validators).len(), 3);
}

fn pair(path: &str) -> sp_core::sr25519::Pair {
	sp_core::sr25519::Pair::from_string(path, None).expect("a path")
}
