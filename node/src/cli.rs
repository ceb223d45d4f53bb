//! The command line: options, subcommands, and what this node does where the user says nothing.
//!
//! These defaults differ from those of other Substrate nodes:
//!
//! * **States are kept for every finalised block** (`--state-pruning archive-canonical`). The usual
//!   256 blocks are 13 minutes, and questions about the past, feeds and receipts need more.
//! * **Every node listens on two TCP ports**: the peer-to-peer port, and a websocket on the port
//!   [`WEBSOCKET_PORT_OFFSET`] above it, for light clients in browsers. The distance leaves room
//!   for ten nodes with consecutive ports on one machine.
//!
//! What one connection to the JSON-RPC may ask is bounded too: see [`limits`].
//!
//! An explicit option always wins.

use crate::{chain_spec, founding::FoundCmd, limits};
use clap::{Arg, Command, CommandFactory, FromArgMatches, Parser};
use sc_cli::{DefaultConfigurationValues, RunCmd, SubstrateCli};
use sc_network::{
	config::SyncMode,
	multiaddr::{Multiaddr, Protocol},
};
use sc_service::{Configuration, PruningMode};
use std::{
	net::{IpAddr, Ipv4Addr, Ipv6Addr},
	path::PathBuf,
};

/// How far the websocket port lies above the peer-to-peer port.
pub const WEBSOCKET_PORT_OFFSET: u16 = 10;

/// The command line of `aeo-node`.
#[derive(Debug, Parser)]
pub struct Cli {
	/// What to do instead of running a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// The options of a running node.
	#[command(flatten)]
	pub run: RunCmd,

	/// Keep compiled runtimes in this folder, and take from it what is compiled already
	///
	/// A node compiles the chain's runtime when it starts. Several nodes of one machine, or one
	/// that starts again, need do so only once for each release of runtime and node. Whoever may
	/// write to the folder decides what the node executes: it must be the node's user alone.
	#[arg(long, value_name = "PATH")]
	pub compiled_runtimes: Option<PathBuf>,

	/// Keep the feed of changes although this node validates
	///
	/// A node that doesn't validate keeps it always. `aeo_changes` and `aeo_subscribeChanges` answer
	/// from it. Its index is the file `feed.redb` in the folder of the chain, and can be deleted: it is
	/// made anew from the blocks.
	#[arg(long)]
	pub feed: bool,
}

/// What `aeo-node` does besides running a node.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
	/// Make, inspect and insert keys.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Show the best and the last finalised block of the database.
	ChainInfo(sc_cli::ChainInfoCmd),

	/// Execute a block of the database once more and check it.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Write the blocks of the database to a file.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Write a chain specification that begins with the state of a given block.
	ExportState(sc_cli::ExportStateCmd),

	/// Read blocks from a file into the database.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Delete the database of a chain. Keys stay.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Take back the newest blocks that are not yet finalised.
	Revert(sc_cli::RevertCmd),

	/// Write a chain specification, plain or as raw storage.
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// Found a network: make one's own keys, and the specification from what all founders bring.
	#[command(subcommand)]
	Found(FoundCmd),

	/// Measure blocks, extrinsics, the database, the machine or the calls of a runtime.
	#[cfg(feature = "bench-cli")]
	#[command(subcommand)]
	Benchmark(frame_benchmarking_cli::BenchmarkCmd),
}

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"AEO node".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		env!("CARGO_PKG_AUTHORS").into()
	}

	fn support_url() -> String {
		concat!(env!("CARGO_PKG_REPOSITORY"), "/issues").into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> Result<Box<dyn sc_cli::ChainSpec>, String> {
		Ok(Box::new(chain_spec::load(id)?))
	}
}

impl Cli {
	/// Reads the arguments of this process; shows help, version or a usage error and leaves the
	/// process where clap says so.
	pub fn read() -> Self {
		let matches = definition().get_matches();
		Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
	}
}

/// The command line with the help and the defaults of this node.
fn definition() -> Command {
	with_own_help(Cli::setup_command(Cli::command())).mut_args(with_own_default)
}

/// Gives the options of the JSON-RPC the defaults of this node.
fn with_own_default(argument: Arg) -> Arg {
	match argument.get_id().as_str() {
		"rpc_max_batch_request_len" => argument.default_value(limits::BATCH),
		"rpc_rate_limit" => argument.default_value(limits::CALLS_PER_MINUTE),
		"rpc_rate_limit_whitelisted_ips" => argument.default_values(limits::UNLIMITED_ADDRESSES),
		"runtime_cache_size" => argument.default_value(limits::CACHED_RUNTIMES),
		_ => argument,
	}
}

/// Corrects the help of options whose meaning depends on the node, in all subcommands.
fn with_own_help(command: Command) -> Command {
	command
		.mut_args(with_own_argument_help)
		.mut_subcommands(with_own_help)
}

/// Corrects the help of one option, where it says something that is not true of this node.
fn with_own_argument_help(argument: Arg) -> Arg {
	let help = match argument.get_id().as_str() {
		"chain" => format!(
			"The chain: a known name or the path of a specification (JSON) [without it: `local`]\n\n\
			 Known names are {}. A specification is written by `export-chain-spec`.",
			chain_spec::known_chains()
		),
		"dev" => "Run the development chain: a validator of its own with development keys\n\n\
			The same as `--chain dev --alice --force-authoring --rpc-cors all --tmp`, as far as these \
			are not given otherwise. Nodes on the local network are not looked for."
			.into(),
		"state_pruning" => "Which states (the storage at a block) to keep [default: \
			archive-canonical]\n\n\
			- archive-canonical: the states of all finalised blocks.\n\n\
			- archive: the states of all blocks.\n\n\
			- NUMBER: the states of the last NUMBER finalised blocks.\n\n\
			The database remembers the mode it was made with. If that is not the default, give the \
			same option on every start and to every subcommand; NUMBER may change."
			.into(),
		"listen_addr" => format!(
			"Listen on this address (multiaddress), and on no other\n\n\
			 Without it the node listens, on all IPv4 and IPv6 interfaces, on `/tcp/<port>` and, for \
			 light clients, on the websocket `/tcp/<port + {WEBSOCKET_PORT_OFFSET}>/ws`; nodes that \
			 don't validate also on `/udp/<port>/webrtc-direct`.",
		),
		"port" => format!(
			"The TCP port for other nodes [default: {}]\n\n\
			 The websocket for light clients is {WEBSOCKET_PORT_OFFSET} above it. 0 means any free \
			 port, for both.",
			default_port()
		),
		"rpc_max_batch_request_len" => "The most requests in one JSON-RPC batch\n\n\
			A longer one is refused as a whole. `aeo_evaluateMany` takes 1,000 questions in one request."
			.into(),
		"rpc_rate_limit" => "The most JSON-RPC calls of one connection in a minute\n\n\
			So many may come at once; then each waits until its share of the minute has passed, and \
			is refused where others wait before it. Each request of a batch counts."
			.into(),
		"rpc_rate_limit_whitelisted_ips" => "Addresses (CIDR) from which calls are not counted by \
			--rpc-rate-limit\n\n\
			By default this machine. Behind a proxy on this machine everybody comes from it: then also \
			give `--rpc-rate-limit-trust-proxy-headers`."
			.into(),
		"runtime_cache_size" => "The most runtimes that are kept compiled\n\n\
			One for the chain as it is, and one for each earlier release about whose blocks is asked."
			.into(),
		_ => return argument,
	};
	let summary = help.split("\n\n").next().unwrap_or_default().to_string();
	argument.help(summary).long_help(help)
}

/// The peer-to-peer port when none is given: that of all Substrate nodes, 30333.
fn default_port() -> u16 {
	<() as DefaultConfigurationValues>::p2p_listen_port()
}

/// Keeps the states of all finalised blocks, unless the user asked for something else. For every
/// command that opens the database, since the first one to do so fixes the mode.
pub fn with_state_pruning(mut config: Configuration) -> Configuration {
	config.state_pruning = Some(state_pruning(config.state_pruning));
	config
}

/// What the user asked for, else all states of finalised blocks.
fn state_pruning(given: Option<PruningMode>) -> PruningMode {
	given.unwrap_or(PruningMode::ArchiveCanonical)
}

/// Refuses to skip history on a node that keeps it, before the database is touched.
///
/// # Errors
///
/// A sentence for the user, when `--sync` asks for a state without its history although all states
/// are to be kept.
pub fn ensure_sync_fits_pruning(config: &Configuration) -> Result<(), String> {
	let keeps_all = config
		.state_pruning
		.as_ref()
		.is_none_or(PruningMode::is_archive);
	match config.network.sync_mode {
		SyncMode::Full => Ok(()),
		_ if !keeps_all => Ok(()),
		_ => Err(
			"`--sync` with a mode other than `full` leaves out the past, but this node is to \
			keep the states of all finalised blocks. Add `--state-pruning 256` (or another number \
			of blocks), or leave `--sync` out."
				.into(),
		),
	}
}

/// Adds the websocket to the addresses a node listens on, unless the user named addresses.
///
/// # Errors
///
/// A sentence for the user, when no port is left for the websocket.
pub fn with_listen_addresses(
	run: &RunCmd,
	mut config: Configuration,
) -> Result<Configuration, String> {
	if run.network_params.listen_addr.is_empty() {
		let port = run.network_params.port.unwrap_or_else(default_port);
		config.network.listen_addresses = listen_addresses(port, &config.network.listen_addresses)?;
	}
	Ok(config)
}

/// The addresses a node listens on: `port` and the websocket above it, on all interfaces, and what
/// sc-cli chose that is not TCP (WebRTC).
fn listen_addresses(port: u16, chosen: &[Multiaddr]) -> Result<Vec<Multiaddr>, String> {
	let websocket = websocket_port(port)?;
	let interfaces = [
		IpAddr::V6(Ipv6Addr::UNSPECIFIED),
		IpAddr::V4(Ipv4Addr::UNSPECIFIED),
	];
	let tcp = interfaces.map(|interface| Multiaddr::from(interface).with(Protocol::Tcp(port)));
	let ws = interfaces.map(|interface| {
		Multiaddr::from(interface)
			.with(Protocol::Tcp(websocket))
			.with(Protocol::Ws("/".into()))
	});
	let other = chosen
		.iter()
		.filter(|address| !address.iter().any(|part| matches!(part, Protocol::Tcp(_))))
		.cloned();
	Ok(tcp.into_iter().chain(ws).chain(other).collect())
}

/// The websocket port that belongs to a peer-to-peer port. 0, any free port, stays 0.
fn websocket_port(port: u16) -> Result<u16, String> {
	match port {
		0 => Ok(0),
		_ => port.checked_add(WEBSOCKET_PORT_OFFSET).ok_or_else(|| {
			format!(
				"port {port} leaves no room for the websocket, which listens {WEBSOCKET_PORT_OFFSET} \
				 above it. Give `--port` a number up to {}, or name the addresses by `--listen-addr`.",
				u16::MAX - WEBSOCKET_PORT_OFFSET
			)
		}),
	}
}

/// The command line, parsed as `main` parses it.
#[cfg(test)]
pub fn parsed(arguments: &[&str]) -> Result<Cli, clap::Error> {
	let arguments = std::iter::once("aeo-node").chain(arguments.iter().copied());
	Cli::from_arg_matches(&definition().try_get_matches_from(arguments)?)
}

#[cfg(test)]
mod tests {
	use super::*;
	use sc_cli::CliConfiguration;

	/// The state pruning that follows from a command line.
	fn pruning(arguments: &[&str]) -> Option<PruningMode> {
		let given = parsed(arguments).ok()?.run.state_pruning().ok()?;
		Some(state_pruning(given))
	}

	/// Listen addresses as text.
	fn addresses(port: u16, chosen: &[&str]) -> Result<Vec<String>, String> {
		let chosen: Vec<Multiaddr> = chosen
			.iter()
			.filter_map(|address| address.parse().ok())
			.collect();
		Ok(listen_addresses(port, &chosen)?
			.iter()
			.map(ToString::to_string)
			.collect())
	}

	/// The long help of one option of the node.
	fn long_help(option: &str) -> Option<String> {
		let definition = definition();
		let argument = definition
			.get_arguments()
			.find(|argument| argument.get_id() == option)?;
		Some(argument.get_long_help()?.to_string())
	}

	#[test]
	fn definition_should_be_consistent() {
		definition().debug_assert();
	}

	#[test]
	fn states_of_finalised_blocks_should_be_kept_by_default() {
		assert_eq!(pruning(&[]), Some(PruningMode::ArchiveCanonical));
		assert_eq!(pruning(&["--dev"]), Some(PruningMode::ArchiveCanonical));
	}

	#[test]
	fn state_pruning_option_should_win_over_the_default() {
		assert_eq!(
			pruning(&["--state-pruning", "archive"]),
			Some(PruningMode::ArchiveAll)
		);
		assert_eq!(
			pruning(&["--state-pruning", "1000"]),
			Some(PruningMode::blocks_pruning(1000))
		);
	}

	#[test]
	fn node_should_listen_on_tcp_and_on_the_websocket_above_it() {
		assert_eq!(
			addresses(30333, &[]),
			Ok(vec![
				"/ip6/::/tcp/30333".into(),
				"/ip4/0.0.0.0/tcp/30333".into(),
				"/ip6/::/tcp/30343/ws".into(),
				"/ip4/0.0.0.0/tcp/30343/ws".into(),
			])
		);
	}

	#[test]
	fn webrtc_addresses_should_be_kept() {
		let chosen = [
			"/ip4/0.0.0.0/tcp/30333/ws",
			"/ip4/0.0.0.0/udp/30333/webrtc-direct",
		];
		let listening = addresses(30333, &chosen).unwrap_or_default();
		assert_eq!(listening.len(), 5);
		assert_eq!(listening.last().map(String::as_str), Some(chosen[1]));
	}

	#[test]
	fn ports_of_ten_neighbours_should_not_collide() {
		let tcp: Vec<u16> = (30333..30343).collect();
		let websockets: Vec<u16> = tcp
			.iter()
			.filter_map(|port| websocket_port(*port).ok())
			.collect();
		assert_eq!(websockets.len(), tcp.len());
		assert!(websockets.iter().all(|port| !tcp.contains(port)));
	}

	#[test]
	fn any_free_port_should_stay_any_free_port() {
		assert_eq!(websocket_port(0), Ok(0));
	}

	#[test]
	fn highest_ports_should_be_refused_with_advice() {
		assert_eq!(websocket_port(65_525), Ok(65_535));
		let refusal = websocket_port(65_526).unwrap_err();
		assert!(refusal.contains("up to 65525"), "{refusal}");
	}

	#[test]
	fn help_should_tell_the_defaults_of_this_node() {
		for (option, told) in [
			("chain", "`empty`"),
			("dev", "`--chain dev"),
			("state_pruning", "default: archive-canonical"),
			("listen_addr", "<port + 10>/ws"),
			("port", "default: 30333"),
			("rpc_max_batch_request_len", "aeo_evaluateMany"),
			("rpc_rate_limit", "Each request of a batch counts"),
			("rpc_rate_limit_whitelisted_ips", "By default this machine"),
			("runtime_cache_size", "earlier release"),
		] {
			let help = long_help(option).unwrap_or_default();
			assert!(help.contains(told), "{option}: {help}");
		}
	}

	#[test]
	fn subcommands_should_be_those_of_a_current_node() {
		let definition = definition();
		let names: Vec<_> = definition
			.get_subcommands()
			.map(Command::get_name)
			.collect();
		assert_eq!(
			names,
			[
				"key",
				"chain-info",
				"check-block",
				"export-blocks",
				"export-state",
				"import-blocks",
				"purge-chain",
				"revert",
				"export-chain-spec",
				"found",
				#[cfg(feature = "bench-cli")]
				"benchmark",
			]
		);
		assert!(definition
			.get_subcommands()
			.all(|command| command.get_about().is_some()));
	}
}
