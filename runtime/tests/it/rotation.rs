//! The whole consequence of rotating an administration's own account.

use crate::{
	chain::{done, seats, send, Chain, CO, CR, MX},
	council::propose,
};
use aeo_primitives::Territory;
use aeo_runtime::{AccountId, Fees, Runtime, RuntimeCall, Session, SessionKeys, System};
use codec::{Decode, Encode};
use pallet_administrations::Call;
use sp_keyring::Sr25519Keyring;
use sp_runtime::traits::{BlakeTwo256, Hash as _};

#[test]
fn rotating_an_account_should_move_seat_and_quota_and_ask_for_new_session_keys() {
	let mut chain = Chain::new("local_testnet");
	let new = Sr25519Keyring::Ferdie;
	let hash = chain.block(|| {
		done(MX, propose(Territory::CL, Sr25519Keyring::Eve));
		let call: RuntimeCall = Call::admit {
			territory: Territory::CL,
			proposal: 4,
		}
		.into();
		let hash = BlakeTwo256::hash_of(&call);
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
		done(
			CO,
			pallet_collective::Call::vote {
				proposal: hash,
				index: 0,
				approve: true,
			},
		);
		hash
	});
	let ayes = |chain: &mut Chain| {
		chain.read(|| {
			let votes =
				pallet_collective::Voting::<Runtime, pallet_collective::Instance1>::get(hash)
					.expect("the motion is open");
			// the fields are private; these are index, threshold and ayes
			let (_, _, ayes) = <(u32, u32, Vec<AccountId>)>::decode(&mut &votes.encode()[..])
				.expect("it was encoded so");
			ayes
		})
	};
	assert_eq!(ayes(&mut chain), [CO.to_account_id()]);

	let left = chain.block(|| {
		done(
			CO,
			Call::<Runtime>::rotate_account {
				account: new.to_account_id(),
			},
		);
		done(new, Call::<Runtime>::accept_account {});
		Fees::quota_left(&new.to_account_id())
	});
	// the seat has moved, and the open vote has lapsed
	let members = chain.read(seats);
	assert!(members.contains(&new.to_account_id()) && !members.contains(&CO.to_account_id()));
	assert!(ayes(&mut chain).is_empty());
	// the quota is the administration's, with what it had used
	assert!(left.is_some_and(|left| left < 10_000_000_000_000));
	chain.read(|| assert_eq!(Fees::quota_left(&CO.to_account_id()), None));
	// the old account is nobody, and its nonce stays, so that nothing signed can be replayed
	chain.read(|| assert_eq!(System::account_nonce(CO.to_account_id()), 2));
	// without session keys the administration drops out of the validators, two sessions later
	chain.run_to(41);
	assert_eq!(chain.read(Session::validators).len(), 3);

	chain.block(|| {
		let owner = new.to_account_id();
		let generated = SessionKeys::generate(&owner.encode(), None);
		let proof = generated.proof.encode();
		done(
			new,
			pallet_session::Call::<Runtime>::set_keys {
				keys: generated.keys,
				proof,
			},
		);
		// another's proof is no proof
		let stolen = SessionKeys::generate(&owner.encode(), None);
		let refused = send(
			CR,
			pallet_session::Call::<Runtime>::set_keys {
				keys: stolen.keys,
				proof: stolen.proof.encode(),
			},
		);
		assert_eq!(
			refused,
			Ok(Err(pallet_session::Error::<Runtime>::InvalidProof.into()))
		);
	});
	chain.run_to(81);
	assert!(chain
		.read(Session::validators)
		.contains(&new.to_account_id()));
}
