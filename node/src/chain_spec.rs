//! The chains that `--chain` knows by name.
//!
//! A chain specification says how a network begins (its genesis state, with the runtime in it) and
//! how it is told from other networks (id, protocol). The genesis states themselves are presets of
//! the runtime; here is only what a node adds to them. None of them names a telemetry server.

use aeo_runtime::{presets, TOKEN_DECIMALS, TOKEN_SYMBOL};
use sc_chain_spec::{ChainType, Properties, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sc_network::config::MultiaddrWithPeerId;
use std::path::PathBuf;

/// The chain specification of this node: no extensions.
pub type ChainSpec = sc_chain_spec::GenericChainSpec;

/// The runtime's preset without any administration.
const EMPTY_RUNTIME_PRESET: &str = "empty";

/// The chain meant when `--chain` is not given.
const DEFAULT_CHAIN: &str = "local";

/// What to do when a genesis state cannot be built.
const GENESIS_ADVICE: &str = "A chain begins with at least one admitted administration and its \
	session keys; the preset `empty` has none. Write a specification with `aeo-node \
	export-chain-spec --chain empty --output FILE`, add the administrations to FILE, and start the \
	node with `--chain FILE`. chain-specs/README.md shows each step.";

/// A chain known by name.
struct KnownChain {
	/// What the user writes after `--chain`.
	name: &'static str,
	/// What polkadot.js and the node's log show.
	title: &'static str,
	/// Names the folder of the node's data, and the network's protocols.
	id: &'static str,
	/// Decides, among other things, whether private addresses may be dialled.
	chain_type: ChainType,
	/// The genesis preset of the runtime.
	preset: &'static str,
	/// What it is for, as a part of the list of known chains.
	purpose: &'static str,
}

/// All chains known by name.
static KNOWN_CHAINS: [KnownChain; 3] = [
	KnownChain {
		name: "dev",
		title: "AEO chain, development",
		id: "aeo-dev",
		chain_type: ChainType::Development,
		preset: DEV_RUNTIME_PRESET,
		purpose: "one validator with development keys",
	},
	KnownChain {
		name: "local",
		title: "AEO chain, local network",
		id: "aeo-local",
		chain_type: ChainType::Local,
		preset: LOCAL_TESTNET_RUNTIME_PRESET,
		purpose: "four validators with development keys",
	},
	KnownChain {
		name: "empty",
		title: "AEO chain, without administrations",
		id: "aeo-empty",
		chain_type: ChainType::Live,
		preset: EMPTY_RUNTIME_PRESET,
		purpose: "no validator, to be exported and filled in",
	},
];

/// The specification that `--chain <chain>` means: a known name, else the path of a JSON file.
///
/// # Errors
///
/// A sentence for the user: the chain is unknown, the file cannot be read, or this binary was
/// built without the runtime.
pub fn load(chain: &str) -> Result<ChainSpec, String> {
	match known_chain(chain) {
		Some(known) => specification(known, runtime_code()?),
		None => from_file(chain),
	}
}

/// The chain of that name; without a name, the default one.
fn known_chain(chain: &str) -> Option<&'static KnownChain> {
	let name = if chain.is_empty() {
		DEFAULT_CHAIN
	} else {
		chain
	};
	KNOWN_CHAINS.iter().find(|known| known.name == name)
}

/// Tells why a genesis state cannot be built, and what to do about it.
///
/// `reason` comes from the runtime, through the executor: either the runtime's refusal followed by
/// the whole genesis configuration, or its panic followed by a trace of the wasm stack. Only the
/// sentence helps.
pub fn genesis_refused(reason: &str) -> String {
	let sentence = reason
		.split("\nWASM backtrace:")
		.next()
		.and_then(|kept| kept.split(" for blob:").next())
		.unwrap_or(reason)
		.lines()
		.map(str::trim)
		.collect::<Vec<_>>()
		.join(" ");
	format!("the genesis state of this chain cannot be built: {sentence}\n{GENESIS_ADVICE}")
}

/// The names `--chain` knows, each with what it is for.
pub fn known_chains() -> String {
	KNOWN_CHAINS
		.iter()
		.map(|known| format!("`{}` ({})", known.name, known.purpose))
		.collect::<Vec<_>>()
		.join(", ")
}

/// The runtime's wasm that was built together with this node.
fn runtime_code() -> Result<&'static [u8], String> {
	aeo_runtime::WASM_BINARY.ok_or_else(|| {
		"this aeo-node carries no runtime, because it was built with SKIP_WASM_BUILD set. Build it \
		 again without that variable, or give `--chain` the path of a specification."
			.into()
	})
}

/// Builds the specification of a known chain around the runtime's wasm.
///
/// The preset is taken from the runtime that is linked into this binary. By its name alone it would
/// be asked of the wasm, which is compiled anew for each such question: seconds of every start.
///
/// # Errors
///
/// A sentence for the user: the runtime does not have the preset.
fn specification(known: &KnownChain, code: &[u8]) -> Result<ChainSpec, String> {
	let preset = presets::get(&known.preset.into())
		.ok_or_else(|| format!("the runtime has no genesis preset `{}`", known.preset))?;
	let patch = serde_json::from_slice(&preset)
		.map_err(|error| format!("the genesis preset `{}` is no JSON: {error}", known.preset))?;
	Ok(ChainSpec::builder(code, None)
		.with_name(known.title)
		.with_id(known.id)
		.with_protocol_id(known.id)
		.with_chain_type(known.chain_type.clone())
		.with_genesis_config_patch(patch)
		.with_properties(properties())
		.build())
}

/// The specification of a chain that founders begin, from a patch of the runtime's default genesis.
///
/// # Errors
///
/// A sentence for the user: this binary was built without the runtime.
pub fn founded(
	name: &str,
	id: &str,
	boot_nodes: Vec<MultiaddrWithPeerId>,
	genesis: serde_json::Value,
) -> Result<ChainSpec, String> {
	Ok(ChainSpec::builder(runtime_code()?, None)
		.with_name(name)
		.with_id(id)
		.with_protocol_id(id)
		.with_chain_type(ChainType::Live)
		.with_boot_nodes(boot_nodes)
		.with_genesis_config_patch(genesis)
		.with_properties(properties())
		.build())
}

/// What wallets need to show addresses and amounts.
fn properties() -> Properties {
	[
		("ss58Format".into(), aeo_runtime::SS58_PREFIX.into()),
		("tokenDecimals".into(), TOKEN_DECIMALS.into()),
		("tokenSymbol".into(), TOKEN_SYMBOL.into()),
	]
	.into_iter()
	.collect()
}

/// Reads a specification from a JSON file.
fn from_file(path: &str) -> Result<ChainSpec, String> {
	let file = PathBuf::from(path);
	if !file.is_file() {
		return Err(format!(
			"the chain `{path}` is not known, and there is no file of that name. Known are: {}. For \
			 any other chain give the path of its specification, a JSON file.",
			known_chains()
		));
	}
	ChainSpec::from_json_file(file).map_err(|reason| {
		format!(
			"`{path}` is not a chain specification: {reason}. Write one with `aeo-node \
			 export-chain-spec`; chain-specs/README.md shows how."
		)
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use sc_service::ChainSpec as _;

	/// The specifications of all known chains, around a runtime that is never run.
	fn specifications() -> impl Iterator<Item = (&'static KnownChain, ChainSpec)> {
		KNOWN_CHAINS
			.iter()
			.map(|known| (known, specification(known, b"no runtime").unwrap()))
	}

	#[test]
	fn chain_should_be_found_by_its_name() {
		for (name, id) in [
			("dev", "aeo-dev"),
			("local", "aeo-local"),
			("empty", "aeo-empty"),
		] {
			assert_eq!(known_chain(name).map(|known| known.id), Some(id));
		}
	}

	#[test]
	fn chain_should_be_local_when_none_is_named() {
		assert_eq!(known_chain("").map(|known| known.id), Some("aeo-local"));
	}

	#[test]
	fn unknown_chain_should_be_refused_with_the_list_of_known_ones() {
		let refusal = load("staging").map(|_| ()).unwrap_err();
		assert!(refusal.contains("`staging` is not known"), "{refusal}");
		for known in &KNOWN_CHAINS {
			assert!(refusal.contains(&format!("`{}`", known.name)), "{refusal}");
		}
	}

	#[test]
	fn file_that_is_no_specification_should_be_named() {
		let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
		let refusal = load(manifest).map(|_| ()).unwrap_err();
		assert!(refusal.contains(manifest), "{refusal}");
		assert!(refusal.contains("export-chain-spec"), "{refusal}");
	}

	#[test]
	fn ss58_format_should_be_the_prefix_of_the_runtime() {
		for (known, spec) in specifications() {
			let format = spec
				.properties()
				.get("ss58Format")
				.and_then(|value| value.as_u64());
			assert_eq!(
				format,
				Some(aeo_runtime::SS58_PREFIX.into()),
				"{}",
				known.name
			);
		}
	}

	#[test]
	fn token_should_be_the_fee_unit() {
		for (known, spec) in specifications() {
			let properties = spec.properties();
			assert_eq!(
				properties.get("tokenSymbol"),
				Some(&"FEE".into()),
				"{}",
				known.name
			);
			assert_eq!(
				properties.get("tokenDecimals"),
				Some(&12u8.into()),
				"{}",
				known.name
			);
		}
	}

	#[test]
	fn telemetry_should_be_off() {
		for (known, spec) in specifications() {
			assert!(spec.telemetry_endpoints().is_none(), "{}", known.name);
		}
	}

	#[test]
	fn chains_should_not_share_protocols() {
		let protocols: std::collections::BTreeSet<_> = specifications()
			.filter_map(|(_, spec)| spec.protocol_id().map(str::to_string))
			.collect();
		assert_eq!(protocols.len(), KNOWN_CHAINS.len());
	}

	#[test]
	fn genesis_should_be_refused_without_administrations() {
		// A binary without a runtime refuses everything; that is not what is meant here.
		assert!(aeo_runtime::WASM_BINARY.is_some());
		let spec = load("empty").unwrap();
		let reason = spec.as_storage_builder().build_storage().unwrap_err();
		let told = genesis_refused(&reason);
		assert!(told.contains("chain-specs/README.md"), "{told}");
		assert!(!told.contains("backtrace"), "{told}");
	}

	#[test]
	fn refusal_should_keep_the_sentence_and_drop_the_trace() {
		let told =
			genesis_refused("panicked at genesis.rs:1:2:\nNo keys.\nWASM backtrace:\n  0: x");
		assert!(
			told.contains("panicked at genesis.rs:1:2: No keys.\n"),
			"{told}"
		);
		assert!(!told.contains("0: x"), "{told}");
	}

	#[test]
	fn refusal_should_keep_the_sentence_and_drop_the_configuration() {
		let told = genesis_refused("No keys. for blob:\n{ \"aura\": {} }");
		assert!(told.contains("cannot be built: No keys.\n"), "{told}");
		assert!(!told.contains("aura"), "{told}");
	}
}
