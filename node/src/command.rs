//! Which subcommand does what, and how failures are told.

use crate::{
	chain_spec::genesis_refused,
	cli::{ensure_sync_fits_pruning, with_listen_addresses, with_state_pruning, Cli, Subcommand},
	limits::with_limits,
	ports,
	service::{self, Parts},
};
use aeo_runtime::opaque::Block;
use sc_cli::{CliConfiguration, Error, ExportChainSpecCmd, Result, SubstrateCli};
use sc_service::{Configuration, Error as ServiceError, TaskManager};
use sp_core::crypto::{set_default_ss58_version, Ss58AddressFormat};
use std::future::Future;

/// What the database says when it was made with another `--state-pruning`.
const OTHER_PRUNING: &str = "Incompatible pruning modes";

/// Reads the command line and does what it says.
///
/// # Errors
///
/// Whatever went wrong, as a sentence with what to do where that is known.
pub fn run() -> Result<()> {
	// So that `key inspect` and `key generate` print addresses as the chain's wallets show them.
	set_default_ss58_version(Ss58AddressFormat::custom(aeo_runtime::SS58_PREFIX));
	let cli = Cli::read();
	match &cli.subcommand {
		None => run_node(&cli),
		Some(Subcommand::Key(command)) => command.run(&cli),
		Some(Subcommand::ChainInfo(command)) => cli
			.create_runner(command)?
			.sync_run(|config| command.run::<Block>(&with_state_pruning(config))),
		Some(Subcommand::CheckBlock(command)) => on_database(&cli, command, |parts, _| {
			let import = command.run(parts.client, parts.import_queue);
			(import, parts.task_manager)
		}),
		Some(Subcommand::ExportBlocks(command)) => on_database(&cli, command, |parts, config| {
			(
				command.run(parts.client, config.database),
				parts.task_manager,
			)
		}),
		Some(Subcommand::ExportState(command)) => on_database(&cli, command, |parts, config| {
			(
				command.run(parts.client, config.chain_spec),
				parts.task_manager,
			)
		}),
		Some(Subcommand::ImportBlocks(command)) => on_database(&cli, command, |parts, _| {
			let import = command.run(parts.client, parts.import_queue);
			(import, parts.task_manager)
		}),
		Some(Subcommand::PurgeChain(command)) => cli
			.create_runner(command)?
			.sync_run(|config| command.run(config.database)),
		Some(Subcommand::Revert(command)) => on_database(&cli, command, |parts, _| {
			// Finality keeps notes of its own about blocks; Aura keeps none.
			let revert_finality = Box::new(|client, _, blocks| {
				sc_consensus_grandpa::revert(client, blocks).map_err(Error::from)
			});
			let work = command.run(parts.client, parts.backend, Some(revert_finality));
			(work, parts.task_manager)
		}),
		Some(Subcommand::ExportChainSpec(command)) => export_chain_spec(&cli, command),
		Some(Subcommand::Found(command)) => command.run(),
		#[cfg(feature = "bench-cli")]
		Some(Subcommand::Benchmark(command)) => crate::benchmark::run(&cli, command),
	}
}

/// Runs a node until it is told to stop.
fn run_node(cli: &Cli) -> Result<()> {
	cli.create_runner(&cli.run)?
		.run_node_until_exit(|config| async move {
			let mut config =
				with_listen_addresses(&cli.run, with_state_pruning(config)).map_err(told)?;
			ensure_sync_fits_pruning(&config).map_err(told)?;
			ports::ensure_free(&config).map_err(told)?;
			config.rpc.addr = config.rpc.addr.map(with_limits);
			service::start(config, cli.compiled_runtimes.as_deref(), cli.feed).map_err(explained)
		})?;
	log::info!("stopped");
	Ok(())
}

/// Runs a subcommand that works on the database, without a network.
fn on_database<C, F>(
	cli: &Cli,
	command: &C,
	work: impl FnOnce(Parts, Configuration) -> (F, TaskManager),
) -> Result<()>
where
	C: CliConfiguration,
	F: Future<Output = Result<()>>,
{
	cli.create_runner(command)?.async_run(|config| {
		let config = with_state_pruning(config);
		let parts = service::parts(&config, None).map_err(explained)?;
		Ok(work(parts, config))
	})
}

/// Writes a chain specification. Raw ones hold the genesis state, which the runtime may refuse.
fn export_chain_spec(cli: &Cli, command: &ExportChainSpecCmd) -> Result<()> {
	let spec = cli.load_spec(&command.chain)?;
	command.run(spec).map_err(|error| match error {
		Error::Service(ServiceError::Other(reason)) => told(genesis_refused(&reason)),
		other => other,
	})
}

/// Says what to do about the failures that a user can bring about by options alone.
fn explained(error: ServiceError) -> Error {
	match error {
		ServiceError::Client(sp_blockchain::Error::Storage(reason)) => {
			told(genesis_refused(&reason))
		}
		ServiceError::Client(sp_blockchain::Error::StateDatabase(reason))
			if reason.contains(OTHER_PRUNING) =>
		{
			told(other_pruning(&reason))
		}
		other => other.into(),
	}
}

/// Says what to do when the database was made with another `--state-pruning`.
fn other_pruning(reason: &str) -> String {
	format!(
		"the database was made with another `--state-pruning` than is asked for now ({reason}). \
		 Without that option all states of finalised blocks are kept (`archive-canonical`). Give \
		 the option the database was made with, or delete the database by `purge-chain`."
	)
}

/// A sentence as an error, with nothing put before it.
fn told(sentence: String) -> Error {
	Error::Application(sentence.into())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn refused_genesis_should_be_told_with_advice() {
		let refused = sp_blockchain::Error::Storage("no administrations".into());
		let error = explained(refused.into()).to_string();
		assert!(error.contains("no administrations"), "{error}");
		assert!(error.contains("chain-specs/README.md"), "{error}");
	}

	#[test]
	fn other_pruning_should_be_told_with_advice() {
		let refused = sp_blockchain::Error::StateDatabase(
			"Incompatible pruning modes [stored: ArchiveAll; requested: ArchiveCanonical]".into(),
		);
		let error = explained(refused.into()).to_string();
		assert!(error.contains("purge-chain"), "{error}");
	}

	#[test]
	fn other_failures_should_be_told_unchanged() {
		let error = explained(ServiceError::SelectChainRequired).to_string();
		assert_eq!(error, ServiceError::SelectChainRequired.to_string());
	}
}
