//! What clients see: metadata, indices, sizes.

use aeo_runtime::{AllPalletsWithSystem, Runtime, RuntimeCall, VERSION};
use frame_support::traits::PalletsInfoAccess;
use sp_core::H256;
use sp_crypto_hashing::blake2_256;

/// `spec_version` and blake2-256 of metadata 16, as of the last change.
const SNAPSHOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/metadata.snapshot");

/// Metadata 16, from which the client in Rust is generated.
const OF_THE_CLIENT: &str = concat!(
	env!("CARGO_MANIFEST_DIR"),
	"/../clients/client/metadata.scale"
);

fn snapshot(text: &str) -> (u32, String) {
	let (version, hash) = text.trim().split_once(' ').expect("`spec_version hash`");
	(version.parse().expect("a number"), hash.into())
}

#[test]
fn metadata_should_not_change_without_a_higher_spec_version() {
	let metadata = Runtime::metadata_at_version(16).expect("version 16 is served");
	let present = (
		VERSION.spec_version,
		format!("{:?}", H256(blake2_256(&metadata))),
	);
	let line = format!("{} {}\n", present.0, present.1);
	let recorded = snapshot(&std::fs::read_to_string(SNAPSHOT).expect("the snapshot is there"));
	if present == recorded {
		return;
	}
	assert!(
		present.0 > recorded.0,
		"the metadata has changed and `spec_version` has not: clients would decode wrongly. Raise \
		 `spec_version` in runtime/src/lib.rs (and `transaction_version`, where a call is encoded \
		 differently), then run this test with UPDATE_SNAPSHOT=1.",
	);
	assert!(
		std::env::var_os("UPDATE_SNAPSHOT").is_some(),
		"`spec_version` is higher: run this test with UPDATE_SNAPSHOT=1 and commit \
		 runtime/metadata.snapshot",
	);
	std::fs::write(SNAPSHOT, line).expect("the snapshot can be written");
}

#[test]
fn the_metadata_of_the_client_should_be_the_present_one() {
	let metadata = Runtime::metadata_at_version(16).expect("version 16 is served");
	if std::env::var_os("UPDATE_SNAPSHOT").is_some() {
		std::fs::write(OF_THE_CLIENT, &*metadata).expect("it can be written");
	}
	let known = std::fs::read(OF_THE_CLIENT).expect("it is there");
	assert!(
		known == *metadata,
		"clients/client/metadata.scale is of another runtime: run this test with UPDATE_SNAPSHOT=1",
	);
}

#[test]
fn metadata_14_15_and_16_should_be_served() {
	assert_eq!(Runtime::metadata_versions(), [14, 15, 16]);
	for version in [14, 15, 16] {
		assert!(Runtime::metadata_at_version(version).is_some());
	}
}

#[test]
fn pallet_indices_should_be_these_for_ever() {
	let mut indices: Vec<_> = AllPalletsWithSystem::infos()
		.into_iter()
		.map(|pallet| (pallet.index, pallet.name))
		.collect();
	indices.sort();
	assert_eq!(
		indices,
		[
			(0, "System"),
			(1, "Timestamp"),
			(2, "Balances"),
			(3, "TransactionPayment"),
			(4, "Fees"),
			(9, "Administrations"),
			(10, "Session"),
			(11, "Aura"),
			(12, "Grandpa"),
			(13, "Historical"),
			(14, "Offences"),
			(15, "AuthorityDiscovery"),
			(16, "Authorship"),
			(17, "Equivocations"),
			(20, "Council"),
			(30, "Utility"),
			(31, "Multisig"),
			(32, "TxPause"),
			(40, "Identities"),
			(41, "Certificates"),
			(42, "Suspensions"),
			(43, "Agreements"),
			(44, "Benefits"),
			(45, "Applications"),
			(46, "Disclosures"),
		]
	);
}

#[test]
fn a_call_should_take_256_bytes_at_most() {
	assert!(
		size_of::<RuntimeCall>() <= 256,
		"{} bytes",
		size_of::<RuntimeCall>()
	);
}
