//! What the benchmarks of our pallets need of the runtime.

use crate::{AccountId, Hash, Runtime, SessionKeys};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use frame_support::{storage::unhashed, traits::Get, BoundedVec};
use pallet_collective::{Instance1, Proposals, Voting};
use sp_runtime::traits::TrailingZeroInput;

/// Brings about what the pallet cannot by itself.
pub struct Helper;

/// The preset development is the genesis of the benchmarks.
fn founder(territory: Territory) -> AccountId {
	pallet_administrations::Administrations::<Runtime>::get(territory)
		.expect("it is in the preset development")
		.details
		.account
}

impl pallet_administrations::BenchmarkHelper<AccountId> for Helper {
	fn register_session_keys(account: &AccountId) {
		let keys = SessionKeys::decode(&mut TrailingZeroInput::zeroes()).expect("zeros decode");
		pallet_session::NextKeys::<Runtime>::insert(account, keys);
	}

	/// As many motions as can be open, each with the votes of all voters. They are written
	/// directly, since voting for twenty times 252 seats would take minutes.
	fn open_motions(voters: &[AccountId]) {
		let motions = <Runtime as pallet_collective::Config<Instance1>>::MaxProposals::get();
		let hashes: Vec<Hash> = (0..motions)
			.map(|number| Hash::from_low_u64_be(number.into()))
			.collect();
		for hash in &hashes {
			let votes = (
				0_u32,
				u32::MAX,
				voters.to_vec(),
				Vec::<AccountId>::new(),
				u32::MAX,
			);
			let key = Voting::<Runtime, Instance1>::hashed_key_for(hash);
			unhashed::put_raw(&key, &votes.encode());
		}
		let hashes = BoundedVec::try_from(hashes).expect("as many as are allowed");
		Proposals::<Runtime, Instance1>::put(hashes);
	}
}
