//! What is stored: written down for the release that comes after, and frozen.

use crate::{busy::busy, chain::Chain, layout};
use aeo_runtime::VERSION;
use sp_core::bytes::to_hex;
use sp_crypto_hashing::twox_128;
use std::collections::BTreeMap;

/// Where the states of releases are.
const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");

/// The pallets of ours.
const PALLETS: [&str; 8] = [
	"Fees",
	"Administrations",
	"Identities",
	"Applications",
	"Certificates",
	"Suspensions",
	"Agreements",
	"Benefits",
];

/// Everything in the state, in hex.
fn raw(chain: &mut Chain) -> BTreeMap<String, String> {
	chain.read(|| {
		let mut pairs = BTreeMap::new();
		let mut key = Vec::new();
		while let Some(next) = sp_io::storage::next_key(&key) {
			if let Some(value) = sp_io::storage::get(&next) {
				pairs.insert(to_hex(&next, false), to_hex(&value, false));
			}
			key = next;
		}
		pairs
	})
}

/// The busy state; with RECORD_STATE=1 it is written where the tests of the next release look for it
/// (runtime/fixtures/README.md).
#[test]
fn a_busy_state_should_hold_something_of_every_pallet() {
	let state = raw(&mut busy());
	for pallet in PALLETS {
		let prefix = to_hex(&twox_128(pallet.as_bytes()), false);
		let keys = state.keys().filter(|key| key.starts_with(&prefix)).count();
		// One key says the version of the pallet's storage.
		assert!(keys > 1, "{pallet}");
	}
	if std::env::var_os("RECORD_STATE").is_some() {
		let folder = format!("{FIXTURES}/{}", VERSION.spec_version);
		std::fs::create_dir_all(&folder).expect("the folder can be made");
		std::fs::write(format!("{folder}/layout.snapshot"), layout::lines())
			.expect("it can be written");
		let text = serde_json::to_string_pretty(&state).expect("it is JSON");
		std::fs::write(format!("{folder}/state.json"), text + "\n").expect("it can be written");
	}
}
