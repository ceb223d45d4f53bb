//! What the benchmarks of our pallets need of the runtime.

use crate::{AccountId, Hash, Runtime, SessionKeys, SLOT_DURATION};
use aeo_primitives::{Moment, Territory};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use frame_support::{storage::unhashed, traits::Get, BoundedVec};
use pallet_administrations::AccountRole;
use pallet_collective::{Instance1, Proposals, Voting};
use sp_runtime::traits::TrailingZeroInput;

/// Brings about what the pallet cannot by itself.
pub struct Helper;

/// The accounts of an administration of the preset development, in which the benchmarks run, that
/// have this role.
fn accounts(territory: Territory, is_wanted: fn(&AccountRole) -> bool) -> Vec<AccountId> {
	pallet_administrations::Accounts::<Runtime>::iter()
		.filter(|(_, record)| record.administration == territory && is_wanted(&record.role))
		.map(|(account, _)| account)
		.collect()
}

/// The own account of an administration.
fn own_account(territory: Territory) -> AccountId {
	let mut accounts = accounts(territory, |role| matches!(role, AccountRole::Own));
	accounts.pop().expect("every founder has one")
}

/// One of the two officers of an administration, who have all scopes.
fn officer(territory: Territory, place: usize) -> AccountId {
	let accounts = accounts(territory, |role| matches!(role, AccountRole::Officer(_)));
	accounts[place].clone()
}

/// It is this moment.
fn set_time(now: Moment) {
	pallet_timestamp::Now::<Runtime>::put(now);
	pallet_aura::CurrentSlot::<Runtime>::put(sp_consensus_aura::Slot::from(now / SLOT_DURATION));
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

impl pallet_identities::BenchmarkHelper<AccountId> for Helper {
	fn own_account() -> AccountId {
		own_account(Territory::MX)
	}

	fn officer(territory: Territory) -> AccountId {
		officer(territory, 0)
	}
}

impl pallet_certificates::BenchmarkHelper<AccountId> for Helper {
	fn own_account() -> AccountId {
		own_account(Territory::MX)
	}

	fn officer() -> AccountId {
		officer(Territory::MX, 0)
	}

	fn second_officer() -> AccountId {
		officer(Territory::MX, 1)
	}

	fn set_signer(signer: AccountId) {
		pallet_administrations::OuterSigner::<Runtime>::put(signer);
	}

	fn set_time(now: Moment) {
		set_time(now);
	}
}
