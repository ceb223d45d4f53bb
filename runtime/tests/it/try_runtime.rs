//! An upgrade that is tried on a busy state: the migrations run, every stored value decodes to its
//! last byte as what it is now, and every pallet's invariants hold.

use crate::{busy::busy, chain::Chain};
use aeo_runtime::{
	configs::system::RuntimeBlockWeights, AllPalletsWithSystem, Applications, Certificates,
	Executive, Runtime,
};
use frame_support::{
	storage::{migration::move_storage_from_pallet, storage_prefix, unhashed},
	traits::{
		GetStorageVersion, StorageVersion, TryDecodeEntireStorage, TryState, TryStateSelect,
		UpgradeCheckSelect,
	},
	weights::Weight,
};
use frame_try_runtime::runtime_decl_for_try_runtime::TryRuntimeV1;

fn decoded() -> usize {
	match AllPalletsWithSystem::try_decode_entire_state() {
		Ok(bytes) => bytes,
		Err(errors) => panic!("{errors:?}"),
	}
}

#[test]
fn everything_that_is_stored_should_decode() {
	// The well-known keys and the versions of the pallets' storages are no pallet's own.
	busy().read(|| assert!(decoded() > 5_000));
}

#[test]
fn a_byte_too_many_should_be_found() {
	let mut chain = busy();
	chain.read(|| {
		let (territory, number) = pallet_certificates::Certificates::<Runtime>::iter_keys()
			.next()
			.expect("there is one");
		let key = pallet_certificates::Certificates::<Runtime>::hashed_key_for(territory, number);
		let mut value = unhashed::get_raw(&key).expect("it is stored");
		value.push(0);
		unhashed::put_raw(&key, &value);
		let errors = AllPalletsWithSystem::try_decode_entire_state().expect_err("one is wrong");
		assert_eq!(errors.len(), 1, "{errors:?}");
	});
}

#[test]
fn every_pallets_invariants_should_hold() {
	let mut chain = busy();
	let number = chain.number();
	chain.read(|| {
		AllPalletsWithSystem::try_state(number, TryStateSelect::All).expect("they hold");
	});
}

/// What breaks an invariant of a pallet of ours is told: the hook is in the runtime.
#[test]
fn a_broken_invariant_should_be_found() {
	let mut chain = busy();
	let number = chain.number();
	chain.read(|| {
		pallet_certificates::Ordinals::<Runtime>::remove(aeo_primitives::Territory::MX);
		assert!(AllPalletsWithSystem::try_state(number, TryStateSelect::All).is_err());
	});
}

#[test]
fn an_upgrade_should_go_well_on_a_busy_state() {
	let upgrade = |chain: &mut Chain| {
		chain.read(|| {
			<Runtime as TryRuntimeV1<aeo_runtime::Block>>::on_runtime_upgrade(
				UpgradeCheckSelect::All,
			)
		})
	};
	let (used, block): (Weight, Weight) = upgrade(&mut busy());
	assert_eq!(block, RuntimeBlockWeights::get().max_block);
	assert!(used.all_lt(block), "{used:?}");
}

/// What a migration has left undone, and a pallet says that it needs, is told.
#[test]
fn an_upgrade_without_its_migration_should_be_told() {
	let mut chain = busy();
	chain.read(|| {
		StorageVersion::new(0).put::<Certificates>();
		assert!(Executive::try_runtime_upgrade(UpgradeCheckSelect::All).is_err());
	});
}

/// Everything that a pallet has stored, but for the version of its storage.
fn stored(pallet: &str) -> Vec<(Vec<u8>, Vec<u8>)> {
	let prefix = sp_crypto_hashing::twox_128(pallet.as_bytes()).to_vec();
	let version = StorageVersion::storage_key::<Applications>();
	let mut found = Vec::new();
	let mut key = prefix.clone();
	while let Some(next) = sp_io::storage::next_key(&key).filter(|key| key.starts_with(&prefix)) {
		if next != version {
			let value = unhashed::get_raw(&next).expect("it is stored");
			found.push((next.clone(), value));
		}
		key = next;
	}
	found
}

/// Up to 1005 the pallet of certificates has stored what comes before a decision.
#[test]
fn what_comes_before_a_decision_should_move_to_the_pallet_that_takes_applications() {
	let mut chain = busy();
	chain.read(|| {
		let present = stored("Applications");
		for name in [
			"Agencies",
			"AgencyAccounts",
			"AgencyCount",
			"Opinions",
			"Requests",
			"RequestCounts",
			"RequestLog",
			"RequestLogCount",
		] {
			let prefix = storage_prefix(b"Applications", name.as_bytes());
			let is_kept = present.iter().any(|(key, _)| key.starts_with(&prefix));
			assert!(is_kept, "{name}");
			move_storage_from_pallet(name.as_bytes(), b"Applications", b"Certificates");
		}
		assert_eq!(stored("Applications"), []);
		StorageVersion::new(1).put::<Certificates>();
		unhashed::kill(&StorageVersion::storage_key::<Applications>());
		Executive::try_runtime_upgrade(UpgradeCheckSelect::All).expect("it goes well");
		assert_eq!(stored("Applications"), present);
		assert_eq!(
			Certificates::on_chain_storage_version(),
			Certificates::in_code_storage_version()
		);
		assert_eq!(Applications::on_chain_storage_version(), 1);
		// Once: what is there in the next release stays.
		Executive::try_runtime_upgrade(UpgradeCheckSelect::All).expect("it goes well");
		assert_eq!(stored("Applications"), present);
	});
}
