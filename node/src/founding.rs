//! How a network is founded: `aeo-node found prepare` makes what one founder brings along, and `found network` the
//! specification of the chain from what all of them bring. Whoever has the same files makes the same specification, so
//! that nobody has to trust who made it.

mod contradictions;

use crate::chain_spec;
use aeo_primitives::{Scope, Territory};
use aeo_runtime::{AccountId, SessionKeys};
use contradictions::contradictions;
use pallet_administrations::GenesisAdministration;
use sc_cli::Result;
use sc_keystore::LocalKeystore;
use sc_network::config::{NodeKeyConfig, Secret};
use sc_service::BasePath;
use serde::{Deserialize, Serialize};
use serde_json::{json, Value};
use sp_core::{
	crypto::{key_types, KeyTypeId, Ss58Codec},
	H256,
};
use sp_crypto_hashing::blake2_256;
use sp_keystore::Keystore;
use std::{
	fs,
	io::{ErrorKind, Write as _},
	path::{Path, PathBuf},
};

/// The file of a node's network key, in the folder of its chain.
const NODE_KEY: &str = "network/secret_ed25519";

/// The folder of a node's session keys, in that of its chain.
const KEYSTORE: &str = "keystore";

/// What founders do before there is a chain.
#[derive(Debug, clap::Subcommand)]
pub enum FoundCmd {
	/// Make the keys of one's own validator, and the file that the other founders get
	///
	/// Run by each founder on the machine of its validator. Session keys and the key of the network go into the
	/// node's folder and nowhere else; the file has public parts only. Run once more it keeps the keys that
	/// are there.
	Prepare(PrepareCmd),

	/// Make the chain's specification from the files of all founders
	///
	/// Run by each founder for itself, with the same files: it prints what all of them have to read to each other.
	/// Whatever contradicts itself is told, and nothing is written.
	Network(NetworkCmd),
}

/// Makes what one founder brings along.
#[derive(Debug, clap::Args)]
pub struct PrepareCmd {
	/// The id of the chain, that all founders have agreed on: small letters, digits and hyphens
	#[arg(long, value_name = "ID", value_parser = id)]
	id: String,

	/// The territory that names the administration: ISO 3166-1 alpha-2, `EU`, `XI` or `XK`
	#[arg(long, value_parser = named::<Territory>)]
	territory: Territory,

	/// Territories covered besides
	#[arg(long, value_name = "TERRITORY", value_parser = named::<Territory>)]
	also: Vec<Territory>,

	/// The clock of the administration, in minutes east of Greenwich, without summer time
	#[arg(long, value_name = "MINUTES", allow_hyphen_values = true, value_parser = clap::value_parser!(i16).range(-720..=840))]
	utc_offset: i16,

	/// The own account of the administration, which votes; as a rule a multisig
	#[arg(long, value_name = "ADDRESS", value_parser = account)]
	account: AccountId,

	/// The X25519 public key to which confidential data are sealed for it (`aeo keys new`)
	#[arg(long, value_name = "HEX", value_parser = hash)]
	encryption_key: H256,

	/// blake2-256 of the document that binds the account
	#[arg(long, value_name = "HEX", value_parser = hash)]
	instrument: Option<H256>,

	/// An officer and what it may do, as `ADDRESS=Certification,Suspension`; nothing behind `=` for a signer of the
	/// multisig
	#[arg(long = "officer", value_name = "ADDRESS=SCOPES", value_parser = officer)]
	officers: Vec<(AccountId, Vec<Scope>)>,

	/// Where other nodes find the validator, as `/dns/node.example/tcp/30333`; without any it doesn't validate
	#[arg(long = "address", value_name = "ADDRESS")]
	addresses: Vec<sc_network::multiaddr::Multiaddr>,

	/// The folder of the validator's data
	#[arg(long, short = 'd', value_name = "PATH")]
	base_path: PathBuf,

	/// The file that is written
	#[arg(long, value_name = "FILE")]
	output: PathBuf,
}

/// Makes the chain's specification.
#[derive(Debug, clap::Args)]
pub struct NetworkCmd {
	/// The files of all founders, in any order
	#[arg(required = true, value_name = "FILE")]
	founders: Vec<PathBuf>,

	/// What wallets and logs call the chain
	#[arg(long)]
	name: String,

	/// The length of a session in blocks of three seconds: validators change after one
	#[arg(long, value_name = "BLOCKS", default_value_t = aeo_runtime::HOURS, value_parser = clap::value_parser!(u32).range(10..))]
	blocks_per_session: u32,

	/// Fewest validators with which the set is changed at all
	#[arg(long, value_name = "NUMBER", default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..))]
	minimum_validators: u32,

	/// The file that is written: the raw specification, from which all nodes start
	#[arg(long, value_name = "FILE")]
	output: PathBuf,
}

/// What one founder brings along: public parts only.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Founder {
	/// The id of the chain that it means.
	id: String,
	/// Who it is.
	administration: GenesisAdministration<AccountId>,
	/// The public session keys of its validator, where it has one.
	session_keys: Option<SessionKeys>,
	/// Where that is found, with its key.
	addresses: Vec<sc_network::config::MultiaddrWithPeerId>,
}

impl FoundCmd {
	/// Does it.
	///
	/// # Errors
	///
	/// A sentence: what contradicts itself, or can't be read or written.
	pub fn run(&self) -> Result<()> {
		match self {
			Self::Prepare(command) => command.run(),
			Self::Network(command) => command.run(),
		}
		.map_err(|sentence| sc_cli::Error::Application(sentence.into()))
	}
}

impl PrepareCmd {
	fn run(&self) -> core::result::Result<(), String> {
		let folder = BasePath::new(&self.base_path).config_dir(&self.id);
		let is_validating = !self.addresses.is_empty();
		let mut founder = Founder {
			id: self.id.clone(),
			administration: GenesisAdministration {
				territory: self.territory,
				territories: self.also.clone(),
				utc_offset: self.utc_offset,
				account: self.account.clone(),
				encryption_key: self.encryption_key,
				instrument: self.instrument,
				officers: self.officers.clone(),
				validating: is_validating,
			},
			session_keys: None,
			addresses: Vec::new(),
		};
		let wrong = contradictions::within(&founder);
		if !wrong.is_empty() {
			return Err(wrong.join("\n"));
		}
		if is_validating {
			founder.session_keys = Some(session_keys(&folder.join(KEYSTORE))?);
			let peer_id = peer_id(&folder.join(NODE_KEY))?;
			founder.addresses = self
				.addresses
				.iter()
				.map(|address| sc_network::config::MultiaddrWithPeerId {
					multiaddr: address.clone(),
					peer_id,
				})
				.collect();
		}
		let text = serde_json::to_string_pretty(&founder).map_err(|error| error.to_string())?;
		write_new(&self.output, &format!("{text}\n"))?;
		println!("{}", self.output.display());
		println!(
			"blake2-256 {:?}",
			H256(blake2_256(format!("{text}\n").as_bytes()))
		);
		if is_validating {
			println!(
				"The keys are in {}: this folder is what must not be lost or copied.",
				folder.display()
			);
		}
		println!("Give the file to the other founders, and read the hash to them by another way.");
		Ok(())
	}
}

impl NetworkCmd {
	fn run(&self) -> core::result::Result<(), String> {
		let mut founders = self
			.founders
			.iter()
			.map(|path| read(path))
			.collect::<core::result::Result<Vec<_>, _>>()?;
		// So that the order in which they are named changes nothing.
		founders.sort_by_key(|founder| founder.administration.territory.to_string());
		let wrong = contradictions(&founders, self.minimum_validators);
		if !wrong.is_empty() {
			return Err(wrong.join("\n"));
		}
		let id = founders
			.first()
			.map(|founder| founder.id.clone())
			.unwrap_or_default();
		let boot_nodes = founders
			.iter()
			.flat_map(|founder| founder.addresses.clone())
			.collect();
		let spec = chain_spec::founded(&self.name, &id, boot_nodes, self.genesis(&founders))?;
		let raw = spec
			.as_json(true)
			.map_err(|reason| chain_spec::genesis_refused(&reason))?;
		write_new(&self.output, &raw)?;
		for founder in &founders {
			let Founder {
				administration,
				session_keys,
				..
			} = founder;
			let role = if session_keys.is_some() {
				"validates"
			} else {
				"does not validate"
			};
			let account = administration.account.to_ss58check();
			let officers = administration.officers.len();
			println!(
				"{}: own account {account}, {officers} officers, {role}",
				administration.territory
			);
		}
		println!("{}", self.output.display());
		println!("blake2-256 {:?}", H256(blake2_256(raw.as_bytes())));
		println!(
			"All founders must have the same hash; a node of the same release makes the same file."
		);
		Ok(())
	}

	/// What the chain begins with, as a patch of the runtime's default.
	fn genesis(&self, founders: &[Founder]) -> Value {
		let administrations: Vec<_> = founders
			.iter()
			.map(|founder| &founder.administration)
			.collect();
		let keys: Vec<_> = founders
			.iter()
			.filter_map(|founder| {
				let account = &founder.administration.account;
				Some((account, account, founder.session_keys.as_ref()?))
			})
			.collect();
		json!({
			"administrations": {
				"blocksPerSession": self.blocks_per_session,
				"minimumValidators": self.minimum_validators,
				"administrations": administrations,
			},
			"session": { "keys": keys },
		})
	}
}

/// The public session keys in a keystore. They are made where there are none.
fn session_keys(keystore: &Path) -> core::result::Result<SessionKeys, String> {
	let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", keystore.display());
	let store = LocalKeystore::open(keystore, None).map_err(|error| failed(&error))?;
	let sr25519 = |of: KeyTypeId| match store.sr25519_public_keys(of).first() {
		Some(key) => Ok(*key),
		None => store
			.sr25519_generate_new(of, None)
			.map_err(|error| failed(&error)),
	};
	let finality = match store.ed25519_public_keys(key_types::GRANDPA).first() {
		Some(key) => *key,
		None => store
			.ed25519_generate_new(key_types::GRANDPA, None)
			.map_err(|error| failed(&error))?,
	};
	Ok(SessionKeys {
		aura: sr25519(key_types::AURA)?.into(),
		grandpa: finality.into(),
		authority_discovery: sr25519(key_types::AUTHORITY_DISCOVERY)?.into(),
	})
}

/// By what the node with the key in this file is known to others. It is made where there is none.
fn peer_id(file: &Path) -> core::result::Result<sc_network::PeerId, String> {
	let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
	if let Some(folder) = file.parent() {
		fs::create_dir_all(folder).map_err(|error| failed(&error))?;
	}
	let key = NodeKeyConfig::Ed25519(Secret::File(file.into()))
		.into_keypair()
		.map_err(|error| failed(&error))?;
	Ok(key.public().to_peer_id())
}

/// What a founder brings along.
fn read(path: &Path) -> core::result::Result<Founder, String> {
	let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
	serde_json::from_str(&text).map_err(|error| {
		format!(
			"{}: {error}. Take the file as `aeo-node found prepare` has written it.",
			path.display()
		)
	})
}

/// Writes a file that there is not yet.
fn write_new(path: &Path, text: &str) -> core::result::Result<(), String> {
	let mut file = fs::File::create_new(path).map_err(|error| match error.kind() {
		ErrorKind::AlreadyExists => format!(
			"{}: the file is there already. Name another one by --output, or move this one away.",
			path.display()
		),
		_ => format!("{}: {error}", path.display()),
	})?;
	file.write_all(text.as_bytes())
		.map_err(|error| format!("{}: {error}", path.display()))
}

fn id(text: &str) -> core::result::Result<String, String> {
	let is_fit =
		|letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
	match text.len() {
		1..=32 if text.chars().all(is_fit) => Ok(text.into()),
		_ => Err("1 to 32 small letters, digits and hyphens, as `aeo-pilot`".into()),
	}
}

/// What has a name in files, by that name.
fn named<Named: for<'name> Deserialize<'name>>(text: &str) -> core::result::Result<Named, String> {
	serde_json::from_value(text.into()).map_err(|error| error.to_string())
}

fn account(text: &str) -> core::result::Result<AccountId, String> {
	AccountId::from_ss58check(text).map_err(|error| format!("no address: {error}"))
}

fn hash(text: &str) -> core::result::Result<H256, String> {
	let bytes = sp_core::bytes::from_hex(text).map_err(|error| error.to_string())?;
	let bytes: [u8; 32] = bytes
		.try_into()
		.map_err(|_| "64 hexadecimal digits, with or without 0x in front".to_owned())?;
	Ok(H256(bytes))
}

fn officer(text: &str) -> core::result::Result<(AccountId, Vec<Scope>), String> {
	let (address, scopes) = text.split_once('=').ok_or(
		"an address, `=`, and scopes with commas between, as 5FHn…=Certification,Suspension",
	)?;
	let scopes = scopes
		.split(',')
		.filter(|scope| !scope.is_empty())
		.map(named)
		.collect::<core::result::Result<_, _>>()?;
	Ok((account(address)?, scopes))
}
