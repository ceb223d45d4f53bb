//! The chains that a node can start by name.
//!
//! * `development`: four administrations, one of them (Mexico) validates;
//! * `local_testnet`: the same four, all of them validate;
//! * `empty`: nobody. The frame for a real chain: its genesis is refused until it names
//!   administrations and their session keys.
//!
//! The keys of the first two are public knowledge. The own accounts are the well-known `//Alice`
//! (Mexico), `//Bob` (Costa Rica), `//Charlie` (Peru) and `//Dave` (Colombia); the officers of
//! Mexico are `//MX//officer//1` and `//MX//officer//2`, and so on; the private encryption key of
//! Mexico is blake2-256 of `aeo-chain development encryption key MX`. Tests derive them all.

use crate::{
	AccountId, AdministrationsConfig, BlockNumber, RuntimeGenesisConfig, SessionConfig,
	SessionKeys, HOURS,
};
use aeo_primitives::{Benefit, Direction, Requires, Role, Scope, Territory};
use alloc::{format, string::String, vec, vec::Vec};
use frame_support::build_struct_json_patch;
use hex_literal::hex;
use pallet_administrations::GenesisAdministration;
use serde_json::{json, Value};
use sp_core::H256;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// The preset without administrations.
pub const EMPTY_RUNTIME_PRESET: &str = "empty";

/// Blocks of a session in the development presets: a minute.
const SHORT_SESSION: BlockNumber = 20;

/// An administration of the development presets.
struct Founder {
	territory: Territory,
	utc_offset: i16,
	account: Sr25519Keyring,
	finality: Ed25519Keyring,
	officers: [[u8; 32]; 2],
	encryption_key: [u8; 32],
	programme: &'static str,
}

const FOUNDERS: [Founder; 4] = [
	Founder {
		territory: Territory::MX,
		utc_offset: -360,
		account: Sr25519Keyring::Alice,
		finality: Ed25519Keyring::Alice,
		officers: [
			hex!("980c3f02a03cc66962c2dc2cc4d2e4a3fdabe43eb7673f2d5c06540bef23364d"),
			hex!("be58aa0dd213c07314f48ea8e1d9324071606a880026c84ff6a7293e7009747e"),
		],
		encryption_key: hex!("eb7101761bbd5a29bf03e1acdd5d02e6eaa45ccf624e3642276700cd8f58f05d"),
		programme: "OEA",
	},
	Founder {
		territory: Territory::CR,
		utc_offset: -360,
		account: Sr25519Keyring::Bob,
		finality: Ed25519Keyring::Bob,
		officers: [
			hex!("8a4bbd5780309fc533d5c4fda7f77eb70f733a4b34a62211359835940aebea26"),
			hex!("2e5776ca6dc6d6040daf61973c21215357d67ef471d134f398545151a2e0313f"),
		],
		encryption_key: hex!("198261a60ccfdb40489cabab04f0dc3474a34ae773a3e3bf64a7141ab71b570c"),
		programme: "PROFAC",
	},
	Founder {
		territory: Territory::PE,
		utc_offset: -300,
		account: Sr25519Keyring::Charlie,
		finality: Ed25519Keyring::Charlie,
		officers: [
			hex!("76df9728c5a6e75c10955e0db985dd377d6679e19508e38297ab562d6c86ff4b"),
			hex!("f28b9ae4e3be06619801e89776230210048b001fa25d614f3cfb12e80392cc28"),
		],
		encryption_key: hex!("f86d571d32756f3d564f48348696add7a781c3394e8e322e44e8cba36940ae1f"),
		programme: "OEA",
	},
	Founder {
		territory: Territory::CO,
		utc_offset: -300,
		account: Sr25519Keyring::Dave,
		finality: Ed25519Keyring::Dave,
		officers: [
			hex!("98fcb0c566c3a991822e0d90da08dea68ac43d3e11e26d98271c467ab9107105"),
			hex!("da3c16cf16a3d092494eea95fd5b9f21ddf78e4abb338ee7574c91d0982d1b24"),
		],
		encryption_key: hex!("26d251480687d630aa799917e0ab496f75cee17b25215281d3e0ad645d95120c"),
		programme: "OEA",
	},
];

/// The own account of an administration of the development presets, and those of its two officers.
#[cfg(feature = "runtime-benchmarks")]
pub(crate) fn accounts_of(territory: Territory) -> Option<(AccountId, [AccountId; 2])> {
	let founder = FOUNDERS
		.into_iter()
		.find(|founder| founder.territory == territory)?;
	let officers = founder.officers.map(AccountId::from);
	Some((founder.account.to_account_id(), officers))
}

/// Each of the two officers may do everything that an officer can, so that any pair of them shows
/// four eyes.
const ALL_SCOPES: [Scope; 7] = [
	Scope::Identities,
	Scope::Certification,
	Scope::Suspension,
	Scope::Agreements,
	Scope::Risk,
	Scope::Clearance,
	Scope::Disclosure,
];

impl Founder {
	fn administration(&self, validating: bool) -> GenesisAdministration<AccountId> {
		GenesisAdministration {
			territory: self.territory,
			territories: Vec::new(),
			utc_offset: self.utc_offset,
			account: self.account.to_account_id(),
			encryption_key: H256(self.encryption_key),
			instrument: None,
			officers: self
				.officers
				.iter()
				.map(|key| (AccountId::from(*key), ALL_SCOPES.to_vec()))
				.collect(),
			validating,
		}
	}

	/// Its one programme, with four eyes, whose certificates are about customs and security.
	fn programme(&self) -> Value {
		json!({
			"administration": self.territory,
			"code": self.programme,
			"types": [{ "code": "OEA", "halves": "Both" }],
			"fourEyes": "Required",
			"consent": "Standing",
			"validityMonths": "NoEnd",
		})
	}

	/// What it gives at home: less data and lower guarantees, for which the customs half counts.
	fn offers(&self) -> Value {
		json!({
			"administration": self.territory,
			"offers": [{
				"types": [{ "programme": self.programme, "code": "OEA" }],
				"roles": Role::ALL,
				"directions": Direction::ALL,
				"rows": [
					{ "benefit": Benefit::ReducedData, "requires": Requires::Customs },
					{ "benefit": Benefit::GuaranteeReduction, "requires": Requires::Customs },
				],
			}],
		})
	}

	fn session_keys(&self) -> (AccountId, AccountId, SessionKeys) {
		let account = self.account.to_account_id();
		let keys = SessionKeys {
			aura: self.account.public().into(),
			grandpa: self.finality.public().into(),
			authority_discovery: self.account.public().into(),
		};
		(account.clone(), account, keys)
	}
}

/// The four founders, of whom the first `validators` validate.
fn founders(validators: usize) -> Value {
	let validating = |index: usize| index < validators;
	let mut patch = build_struct_json_patch!(RuntimeGenesisConfig {
		administrations: AdministrationsConfig {
			administrations: (0..)
				.zip(&FOUNDERS)
				.map(|(index, founder)| founder.administration(validating(index)))
				.collect::<Vec<_>>(),
			blocks_per_session: SHORT_SESSION,
			minimum_validators: if validators == 1 { 1 } else { 3 },
		},
		session: SessionConfig {
			keys: FOUNDERS
				.iter()
				.take(validators)
				.map(Founder::session_keys)
				.collect::<Vec<_>>(),
		},
	});
	let certificates = json!({
		"programmes": FOUNDERS.iter().map(Founder::programme).collect::<Vec<_>>(),
		"domesticOffers": FOUNDERS.iter().map(Founder::offers).collect::<Vec<_>>(),
	});
	if let Value::Object(patch) = &mut patch {
		patch.insert("certificates".into(), certificates);
	}
	patch
}

/// Nobody yet; the lengths are those of a real chain.
fn empty() -> Value {
	build_struct_json_patch!(RuntimeGenesisConfig {
		administrations: AdministrationsConfig {
			blocks_per_session: HOURS,
			minimum_validators: 4,
		},
	})
}

/// A preset as a JSON patch of the default genesis, or `None` where the name is not known.
pub fn get(id: &PresetId) -> Option<Vec<u8>> {
	let patch = match id.as_ref() {
		DEV_RUNTIME_PRESET => founders(1),
		LOCAL_TESTNET_RUNTIME_PRESET => founders(4),
		EMPTY_RUNTIME_PRESET => empty(),
		_ => return None,
	};
	serde_json::to_vec(&patch).ok()
}

/// Whether a whole genesis names administrations and session keys. The pallets check as well, but a
/// panic in wasm takes its sentence with it; this one reaches the operator.
pub fn ensure_complete(genesis: &[u8]) -> Result<(), String> {
	let genesis: Value = serde_json::from_slice(genesis)
		.map_err(|error| format!("the genesis is no JSON: {error}"))?;
	for path in ["/administrations/administrations", "/session/keys"] {
		let given = genesis
			.pointer(path)
			.and_then(Value::as_array)
			.is_some_and(|l| !l.is_empty());
		if !given {
			return Err(format!(
				"the genesis gives nothing in {path}: name the administrations and the session \
				 keys of those that validate",
			));
		}
	}
	let keys = genesis
		.pointer("/session/keys")
		.and_then(Value::as_array)
		.map_or(0, Vec::len);
	let minimum = genesis
		.pointer("/administrations/minimumValidators")
		.and_then(Value::as_u64);
	if u64::try_from(keys).is_ok_and(|keys| minimum.is_some_and(|minimum| keys < minimum)) {
		return Err(format!(
			"the genesis gives session keys for {keys} validators, and /administrations/\
			 minimumValidators asks for more: give more keys",
		));
	}
	Ok(())
}

/// The names of the presets.
pub fn names() -> Vec<PresetId> {
	vec![
		PresetId::from(DEV_RUNTIME_PRESET),
		PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET),
		PresetId::from(EMPTY_RUNTIME_PRESET),
	]
}
