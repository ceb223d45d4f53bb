//! Measures this node and this machine: what a block, an extrinsic, a value of the database and the calls of
//! a runtime take. The measuring is FRAME's; here stands what it measures with.

use crate::{
	cli::{with_state_pruning, Cli},
	service::{self, Parts},
};
use aeo_runtime::{
	opaque::{Block, UncheckedExtrinsic},
	signing::signed,
	Balance, Hash, RuntimeCall,
};
use codec::{Decode, Encode};
use frame_benchmarking_cli::{
	BenchmarkCmd, ExtrinsicBuilder, ExtrinsicFactory, SUBSTRATE_REFERENCE_HARDWARE,
};
use sc_cli::{Result, SubstrateCli};
use sp_core::{sr25519, Pair};
use sp_inherents::{InherentData, InherentDataProvider};
use sp_runtime::{traits::HashingFor, AccountId32};
use sp_timestamp::InherentDataProvider as TimestampInherent;
use std::time::Duration;

/// Who signs: it needs tokens in the specification that is measured with.
const SIGNER: &str = "//Alice";

/// Who receives a transfer.
const RECEIVER: &str = "//Bob";

/// What is transferred.
const AMOUNT: Balance = 1;

/// Measures what the command says.
///
/// # Errors
///
/// The chain can't be made, or there is nothing to measure: a sentence of FRAME's.
pub fn run(cli: &Cli, command: &BenchmarkCmd) -> Result<()> {
	let runner = cli.create_runner(command)?;
	match command {
		// The runtime with its benchmarks is a file, given by `--runtime`.
		BenchmarkCmd::Pallet(calls) => {
			runner.sync_run(|_| calls.run_with_spec::<HashingFor<Block>, ()>(None))
		}
		BenchmarkCmd::Block(blocks) => runner.sync_run(|config| {
			let Parts { client, .. } = service::parts(&with_state_pruning(config), None)?;
			blocks.run(client)
		}),
		BenchmarkCmd::Storage(values) => runner.sync_run(|config| {
			let config = with_state_pruning(config);
			let Parts {
				client, backend, ..
			} = service::parts(&config, None)?;
			let database = backend.expose_db();
			let storage = backend.expose_storage();
			let cache = backend.expose_shared_trie_cache();
			values.run(config, client, database, storage, cache)
		}),
		BenchmarkCmd::Overhead(overhead) => runner.sync_run(|config| {
			let Parts { client, .. } = service::parts(&config, None)?;
			let genesis = client.chain_info().genesis_hash;
			let chain = config.chain_spec.name().to_string();
			let remark = Remark { genesis };
			overhead.run(chain, client, first_block()?, Vec::new(), &remark, false)
		}),
		BenchmarkCmd::Extrinsic(extrinsic) => runner.sync_run(|config| {
			let Parts { client, .. } = service::parts(&config, None)?;
			let genesis = client.chain_info().genesis_hash;
			let kinds = ExtrinsicFactory(vec![
				Box::new(Remark { genesis }),
				Box::new(Transfer { genesis }),
			]);
			extrinsic.run(client, first_block()?, Vec::new(), &kinds)
		}),
		BenchmarkCmd::Machine(machine) => {
			runner.sync_run(|config| machine.run(&config, SUBSTRATE_REFERENCE_HARDWARE.clone()))
		}
	}
}

/// What a block after the genesis says about itself: the beginning of time, which no slot contradicts.
fn first_block() -> Result<InherentData> {
	let mut data = InherentData::new();
	let timestamp = TimestampInherent::new(Duration::ZERO.into());
	futures::executor::block_on(timestamp.provide_inherent_data(&mut data))
		.map_err(|error| sc_cli::Error::Application(error.into()))?;
	Ok(data)
}

/// A call that does nothing: what is left is the cost of any extrinsic.
struct Remark {
	genesis: Hash,
}

impl ExtrinsicBuilder for Remark {
	fn pallet(&self) -> &str {
		"system"
	}

	fn extrinsic(&self) -> &str {
		"remark"
	}

	fn build(&self, nonce: u32) -> std::result::Result<UncheckedExtrinsic, &'static str> {
		let call = RuntimeCall::System(frame_system::Call::remark { remark: Vec::new() });
		extrinsic(call, nonce, self.genesis)
	}
}

/// A transfer between two accounts.
struct Transfer {
	genesis: Hash,
}

impl ExtrinsicBuilder for Transfer {
	fn pallet(&self) -> &str {
		"balances"
	}

	fn extrinsic(&self) -> &str {
		"transfer_keep_alive"
	}

	fn build(&self, nonce: u32) -> std::result::Result<UncheckedExtrinsic, &'static str> {
		let receiver = AccountId32::from(pair(RECEIVER)?.public());
		let call = RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
			dest: receiver.into(),
			value: AMOUNT,
		});
		extrinsic(call, nonce, self.genesis)
	}
}

/// A call, signed, as the node handles it.
fn extrinsic(
	call: RuntimeCall,
	nonce: u32,
	genesis: Hash,
) -> std::result::Result<UncheckedExtrinsic, &'static str> {
	let signed = signed(&pair(SIGNER)?, call, nonce, 0, genesis);
	UncheckedExtrinsic::decode(&mut signed.encode().as_slice())
		.map_err(|_| "a signed extrinsic is not read as one")
}

/// A development key.
fn pair(uri: &str) -> std::result::Result<sr25519::Pair, &'static str> {
	sr25519::Pair::from_string(uri, None).map_err(|_| "a development key is not read as one")
}
