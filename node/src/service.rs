//! The running node: database, transaction pool, network, block authoring (Aura) and finality
//! (GRANDPA).
//!
//! [`parts`] makes what every command needs that works on the database; [`start`] adds the network
//! and the tasks of a running node. The runtime is always executed as wasm, as the chain holds it.

use crate::{
	client::{FullBackend, FullClient, TransactionPool},
	discovery::Discovery,
	equivocations::Watched,
	executor::Executor,
	feed::{follow, Feed},
	rpc,
};
use aeo_runtime::{opaque::Block, Hash, RuntimeApi};
use futures::{
	future::{pending, BoxFuture},
	FutureExt,
};
use sc_client_api::Backend;
use sc_consensus::{DefaultImportQueue, JustificationSyncLink, LongestChain};
use sc_consensus_aura::{
	CheckForEquivocation, ImportQueueParams, SlotDuration, SlotProportion, StartAuraParams,
	SyncOracle,
};
use sc_consensus_grandpa::{
	warp_proof::NetworkProvider as WarpProofs, FinalityProofProvider, GrandpaBlockImport,
	GrandpaParams, GrandpaPruningFilter, LinkHalf, SharedVoterState, VotingRulesBuilder,
};
use sc_executor::{HeapAllocStrategy, WasmExecutor, DEFAULT_HEAP_ALLOC_STRATEGY};
use sc_network::{
	config::{FullNetworkConfiguration, NetworkBackendType},
	service::traits::NetworkService,
	Litep2pNetworkBackend, NetworkBackend, NetworkWorker, ProtocolName,
};
use sc_offchain::{OffchainWorkerOptions, OffchainWorkers};
use sc_service::{
	config::ExecutorConfiguration, BuildNetworkParams, Configuration, Error, Role,
	SpawnEssentialTaskHandle, SpawnTasksParams, TaskManager, WarpSyncConfig,
};
use sc_telemetry::{Telemetry, TelemetryHandle, TelemetryWorker};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::{
	inherents::InherentDataProvider as SlotInherent, sr25519::AuthorityPair as AuraPair,
};
use sp_core::traits::SpawnEssentialNamed;
use sp_inherents::CreateInherentDataProviders;
use sp_keystore::KeystorePtr;
use sp_timestamp::InherentDataProvider as TimestampInherent;
use std::{path::Path, sync::Arc, time::Duration};
use substrate_prometheus_endpoint::Registry;

/// A proof of finality is made at least every so many blocks, and only proofs at that distance are
/// imported from others. 16 blocks are 48 seconds; every further proof costs each node signatures
/// to check and space to keep.
const JUSTIFICATION_PERIOD: u32 = 16;

/// How long a GRANDPA message is expected to take through the network.
const GOSSIP_DURATION: Duration = Duration::from_millis(333);

/// The part of a slot in which a block may be filled. The rest is for its way to the others.
const PROPOSAL_PORTION: f32 = 2.0 / 3.0;

/// Where the index of the feed is, in the folder of the chain.
const FEED_FILE: &str = "feed.redb";

/// Messages to a telemetry server that may wait before further ones are dropped.
const TELEMETRY_BUFFER: usize = 16;

/// The best chain is the longest one that contains the last finalised block.
type SelectChain = LongestChain<FullBackend, Block>;

/// Imports blocks and follows the changes of validators in them.
type BlockImport = GrandpaBlockImport<FullBackend, Block, FullClient, SelectChain>;

/// What block import tells the GRANDPA voter.
type GrandpaLink = LinkHalf<Block, FullClient, SelectChain>;

/// Everything of a node that needs no network.
pub struct Parts {
	/// Blocks, states and the runtime.
	pub client: Arc<FullClient>,
	/// The database.
	pub backend: Arc<FullBackend>,
	/// Checks and imports blocks, one after the other.
	pub import_queue: DefaultImportQueue<Block>,
	/// Runs and stops the tasks of the node.
	pub task_manager: TaskManager,
	keystore: KeystorePtr,
	select_chain: SelectChain,
	transaction_pool: Arc<TransactionPool>,
	block_import: BlockImport,
	grandpa_link: GrandpaLink,
	telemetry: Option<Telemetry>,
}

/// Starts the tasks of the transaction pool, without which a node is of no use.
///
/// They end when the pool is gone, which is so when the node stops: each then waits until it is told so. One that
/// ended by itself would be taken for one that failed; one that panics still is.
#[derive(Clone)]
struct PoolTasks(SpawnEssentialTaskHandle);

impl SpawnEssentialNamed for PoolTasks {
	fn spawn_essential_blocking(
		&self,
		name: &'static str,
		group: Option<&'static str>,
		task: BoxFuture<'static, ()>,
	) {
		self.0
			.spawn_blocking(name, group, task.then(|()| pending()));
	}

	fn spawn_essential(
		&self,
		name: &'static str,
		group: Option<&'static str>,
		task: BoxFuture<'static, ()>,
	) {
		self.0.spawn(name, group, task.then(|()| pending()));
	}
}

/// Opens the database, which writes the genesis block into a new one, and makes what works on it.
/// Runtimes that are compiled already are taken from the folder `compiled_runtimes`.
///
/// # Errors
///
/// Among others: the genesis state cannot be built, the database is in use or was made with another
/// `--state-pruning`.
pub fn parts(config: &Configuration, compiled_runtimes: Option<&Path>) -> Result<Parts, Error> {
	let telemetry = telemetry(config)?;
	let telemetry_handle = telemetry.as_ref().map(|(_, telemetry)| telemetry.handle());

	// Proofs of finality are kept even where blocks are pruned: others need them for warp sync.
	let (client, backend, keystore, task_manager) =
		sc_service::new_full_parts::<Block, RuntimeApi, _>(
			config,
			telemetry_handle.clone(),
			executor(&config.executor, compiled_runtimes)?,
			vec![Arc::new(GrandpaPruningFilter)],
		)?;
	let client = Arc::new(client);

	let telemetry = telemetry.map(|(worker, telemetry)| {
		task_manager
			.spawn_handle()
			.spawn("telemetry", None, worker.run());
		telemetry
	});

	let select_chain = LongestChain::new(backend.clone());
	let transaction_pool = Arc::from(
		sc_transaction_pool::Builder::new(
			PoolTasks(task_manager.spawn_essential_handle()),
			client.clone(),
			config.role.is_authority().into(),
		)
		.with_options(config.transaction_pool.clone())
		.with_prometheus(config.prometheus_registry())
		.build(),
	);
	let (block_import, grandpa_link) = sc_consensus_grandpa::block_import(
		client.clone(),
		JUSTIFICATION_PERIOD,
		&client,
		select_chain.clone(),
		telemetry_handle.clone(),
	)?;
	// Reports go into blocks of the node's own.
	let reports = config
		.role
		.is_authority()
		.then(|| OffchainTransactionPoolFactory::new(transaction_pool.clone()));
	let import_queue = import_queue(
		client.clone(),
		block_import.clone(),
		reports,
		&task_manager,
		config.prometheus_registry(),
		telemetry_handle,
	)?;

	Ok(Parts {
		client,
		backend,
		import_queue,
		task_manager,
		keystore: keystore.keystore(),
		select_chain,
		transaction_pool,
		block_import,
		grandpa_link,
		telemetry,
	})
}

/// Returns what executes the runtime, as sc-service makes it, with a folder for compiled runtimes
/// where one is given.
fn executor(
	config: &ExecutorConfiguration,
	compiled_runtimes: Option<&Path>,
) -> Result<Executor, Error> {
	let heap = config
		.default_heap_pages
		.map_or(DEFAULT_HEAP_ALLOC_STRATEGY, |pages| {
			HeapAllocStrategy::Static {
				extra_pages: u32::try_from(pages).unwrap_or(u32::MAX),
			}
		});
	let executor = WasmExecutor::builder()
		.with_execution_method(config.wasm_method)
		.with_onchain_heap_alloc_strategy(heap)
		.with_offchain_heap_alloc_strategy(heap)
		.with_max_runtime_instances(config.max_runtime_instances)
		.with_runtime_cache_size(config.runtime_cache_size);
	let executor = match compiled_runtimes {
		// Relative paths are refused further down.
		Some(folder) => executor.with_cache_path(std::path::absolute(folder)?),
		None => executor,
	};
	Ok(Executor::new(executor.build()))
}

/// Starts a node. It keeps a feed of changes where it doesn't validate, or where `feed` says so. It runs until its task manager is dropped or one of its essential tasks ends.
///
/// # Errors
///
/// As [`parts`]; besides, a port is in use or a key cannot be read.
pub fn start(
	config: Configuration,
	compiled_runtimes: Option<&Path>,
	feed: bool,
) -> Result<TaskManager, Error> {
	match config.network.network_backend {
		NetworkBackendType::Litep2p => {
			start_on::<Litep2pNetworkBackend>(config, compiled_runtimes, feed)
		}
		NetworkBackendType::Libp2p => {
			start_on::<NetworkWorker<Block, Hash>>(config, compiled_runtimes, feed)
		}
	}
}

/// Starts a node on one of the two implementations of the network.
fn start_on<Network: NetworkBackend<Block, Hash>>(
	config: Configuration,
	compiled_runtimes: Option<&Path>,
	feed: bool,
) -> Result<TaskManager, Error> {
	let Parts {
		client,
		backend,
		import_queue,
		mut task_manager,
		keystore,
		select_chain,
		transaction_pool,
		block_import,
		grandpa_link,
		mut telemetry,
	} = parts(&config, compiled_runtimes)?;

	let registry = config.prometheus_registry().cloned();
	let mut network_config =
		FullNetworkConfiguration::<Block, Hash, Network>::new(&config.network, registry.clone());
	let metrics = Network::register_notification_metrics(config.prometheus_registry());

	let grandpa_protocol = sc_consensus_grandpa::protocol_standard_name(
		&client.info().genesis_hash,
		&config.chain_spec,
	);
	let (grandpa_protocol_config, grandpa_notifications) =
		sc_consensus_grandpa::grandpa_peers_set_config::<_, Network>(
			grandpa_protocol.clone(),
			metrics.clone(),
			network_config.peer_store_handle(),
		);
	network_config.add_notification_protocol(grandpa_protocol_config);

	let authorities = grandpa_link.shared_authority_set().clone();
	let warp_proofs = WarpProofs::new(backend.clone(), authorities.clone(), Vec::new());
	let (network, system_rpc_tx, tx_handler_controller, sync_service, _) =
		sc_service::build_network(BuildNetworkParams {
			config: &config,
			net_config: network_config,
			client: client.clone(),
			transaction_pool: transaction_pool.clone(),
			spawn_handle: task_manager.spawn_handle(),
			spawn_essential_handle: task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: Some(WarpSyncConfig::WithProvider(Arc::new(warp_proofs))),
			block_relay: None,
			metrics,
			gap_sync_body_policy: None,
		})?;

	let node = Node {
		client: client.clone(),
		backend: backend.clone(),
		keystore: keystore.clone(),
		transaction_pool: transaction_pool.clone(),
		network: network.clone(),
		registry,
		telemetry: telemetry.as_ref().map(Telemetry::handle),
		role: config.role,
	};
	let feed = if feed || !config.role.is_authority() {
		Some(start_feed(&config, client.clone(), &task_manager)?)
	} else {
		None
	};
	let votes = SharedVoterState::empty();
	let rpc_dependencies = rpc::Dependencies {
		client: client.clone(),
		transaction_pool: transaction_pool.clone(),
		finality: rpc::Finality {
			authorities: authorities.clone(),
			votes: votes.clone(),
			justifications: grandpa_link.justification_stream(),
			proofs: FinalityProofProvider::new_for_service(backend.clone(), Some(authorities)),
		},
		is_syncing: {
			let sync = sync_service.clone();
			Arc::new(move || sync.is_major_syncing())
		},
		feed,
	};
	Discovery {
		client: client.clone(),
		network: network.clone(),
		keystore: keystore.clone(),
		role: config.role,
		registry: node.registry.clone(),
	}
	.start(&task_manager, &config.network);
	if config.offchain_worker.enabled {
		node.start_offchain_workers(&task_manager)?;
	}
	let force_authoring = config.force_authoring;
	let finality = (!config.disable_grandpa)
		.then(|| node.voter_config(config.network.node_name.clone(), grandpa_protocol));

	sc_service::spawn_tasks(SpawnTasksParams {
		config,
		client,
		backend,
		task_manager: &mut task_manager,
		keystore,
		transaction_pool,
		rpc_builder: Box::new(move |subscriptions| {
			rpc::methods(rpc_dependencies.clone(), subscriptions)
				.map_err(|error| Error::Application(error.into()))
		}),
		network: network.clone(),
		system_rpc_tx,
		tx_handler_controller,
		sync_service: sync_service.clone(),
		telemetry: telemetry.as_mut(),
		tracing_execute_block: None,
	})?;
	#[cfg(target_os = "linux")]
	if let Err(error) = crate::nodelay::of_all_listeners() {
		log::warn!(
			"Who asks the JSON-RPC without waiting for answers may wait 40 ms longer for them: the \
			 sockets can't be told to send at once ({error})."
		);
	}

	if node.role.is_authority() {
		let sync = sync_service.clone();
		node.start_authoring(
			&task_manager,
			block_import,
			select_chain,
			sync,
			force_authoring,
		)?;
	}
	if let Some(config) = finality {
		let voter = sc_consensus_grandpa::run_grandpa_voter(GrandpaParams {
			config,
			link: grandpa_link,
			network,
			sync: sync_service,
			notification_service: grandpa_notifications,
			voting_rule: VotingRulesBuilder::default().build(),
			prometheus_registry: node.registry.clone(),
			shared_voter_state: votes,
			telemetry: node.telemetry.clone(),
			offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(
				node.transaction_pool.clone(),
			),
		})?;
		// Without its voter the node would follow the chain, but never see a block final.
		task_manager
			.spawn_essential_handle()
			.spawn_blocking("grandpa-voter", None, voter);
	}
	Ok(task_manager)
}

/// Opens the feed beside the database, and follows the chain with it.
fn start_feed(
	config: &Configuration,
	client: Arc<FullClient>,
	task_manager: &TaskManager,
) -> Result<Arc<Feed>, Error> {
	let folder = config
		.base_path
		.config_dir(sc_service::ChainSpec::id(&*config.chain_spec));
	std::fs::create_dir_all(&folder)?;
	let follower = follow::open(client, &folder.join(FEED_FILE))
		.map_err(|error| Error::Application(error.into()))?;
	let feed = follower.feed();
	task_manager
		.spawn_handle()
		.spawn_blocking("feed", None, follower.run());
	Ok(feed)
}

/// What the tasks of a running node share.
struct Node {
	client: Arc<FullClient>,
	backend: Arc<FullBackend>,
	keystore: KeystorePtr,
	transaction_pool: Arc<TransactionPool>,
	network: Arc<dyn NetworkService>,
	registry: Option<Registry>,
	telemetry: Option<TelemetryHandle>,
	role: Role,
}

impl Node {
	/// Starts writing blocks in the slots of this node's Aura key.
	fn start_authoring<Sync>(
		&self,
		task_manager: &TaskManager,
		block_import: BlockImport,
		select_chain: SelectChain,
		sync: Arc<Sync>,
		force_authoring: bool,
	) -> Result<(), Error>
	where
		Sync: SyncOracle + JustificationSyncLink<Block> + Send + std::marker::Sync + 'static,
	{
		let slot_duration = sc_consensus_aura::slot_duration(&*self.client)?;
		let proposer_factory = sc_basic_authorship::ProposerFactory::new(
			task_manager.spawn_handle(),
			self.client.clone(),
			self.transaction_pool.clone(),
			self.registry.as_ref(),
			self.telemetry.clone(),
		);
		let aura = sc_consensus_aura::start_aura::<AuraPair, _, _, _, _, _, _, _, _, _, _>(
			StartAuraParams {
				slot_duration,
				client: self.client.clone(),
				select_chain,
				block_import,
				proposer_factory,
				sync_oracle: sync.clone(),
				justification_sync_link: sync,
				create_inherent_data_providers: inherents(slot_duration),
				force_authoring,
				// No slowing down while finality stalls: a suspension must get into a block then,
				// too, and so must the council's `note_stalled`, which ends the stall.
				backoff_authoring_blocks: Option::<()>::None,
				keystore: self.keystore.clone(),
				block_proposal_slot_portion: SlotProportion::new(PROPOSAL_PORTION),
				max_block_proposal_slot_portion: None,
				telemetry: self.telemetry.clone(),
				compatibility_mode: Default::default(),
			},
		)?;
		// A validator that no longer writes blocks is better stopped and noticed.
		task_manager
			.spawn_essential_handle()
			.spawn_blocking("aura", Some("block-authoring"), aura);
		Ok(())
	}

	/// How this node takes part in finality: validators vote, the others listen.
	fn voter_config(
		&self,
		node_name: String,
		protocol_name: ProtocolName,
	) -> sc_consensus_grandpa::Config {
		sc_consensus_grandpa::Config {
			gossip_duration: GOSSIP_DURATION,
			justification_generation_period: JUSTIFICATION_PERIOD,
			observer_enabled: false,
			local_role: self.role,
			name: Some(node_name),
			keystore: self.role.is_authority().then(|| self.keystore.clone()),
			telemetry: self.telemetry.clone(),
			protocol_name,
		}
	}

	/// Starts the runtime's offchain workers, which run after each block.
	fn start_offchain_workers(&self, task_manager: &TaskManager) -> Result<(), Error> {
		let workers = OffchainWorkers::new(OffchainWorkerOptions {
			runtime_api_provider: self.client.clone(),
			keystore: Some(self.keystore.clone()),
			offchain_db: self.backend.offchain_storage(),
			transaction_pool: Some(OffchainTransactionPoolFactory::new(
				self.transaction_pool.clone(),
			)),
			network_provider: Arc::new(self.network.clone()),
			is_validator: self.role.is_authority(),
			enable_http_requests: false,
			custom_extensions: |_| Vec::new(),
		})?;
		task_manager.spawn_handle().spawn(
			"offchain-workers-runner",
			Some("offchain-worker"),
			workers
				.run(self.client.clone(), task_manager.spawn_handle())
				.boxed(),
		);
		Ok(())
	}
}

/// Checks headers by Aura's rules, watches for two blocks in one slot, then hands blocks and proofs of finality to GRANDPA's import.
fn import_queue(
	client: Arc<FullClient>,
	block_import: BlockImport,
	reports: Option<OffchainTransactionPoolFactory<Block>>,
	task_manager: &TaskManager,
	registry: Option<&Registry>,
	telemetry: Option<TelemetryHandle>,
) -> Result<DefaultImportQueue<Block>, Error> {
	let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
	Ok(sc_consensus_aura::import_queue::<AuraPair, _, _, _, _, _>(
		ImportQueueParams {
			justification_import: Some(Box::new(block_import.clone())),
			block_import: Watched::new(block_import, client.clone(), reports),
			client,
			create_inherent_data_providers: inherents(slot_duration),
			spawner: &task_manager.spawn_essential_handle(),
			registry,
			// `Watched` sees more: the seals, without which nothing can be proved.
			check_for_equivocation: CheckForEquivocation::No,
			telemetry,
			compatibility_mode: Default::default(),
		},
	)?)
}

/// What each block says of the time: its slot, and the author's clock. Both from one reading.
fn inherents(
	slot_duration: SlotDuration,
) -> impl CreateInherentDataProviders<
	Block,
	(),
	InherentDataProviders = (SlotInherent, TimestampInherent),
> + 'static {
	move |_: Hash, ()| async move {
		let timestamp = TimestampInherent::from_system_time();
		let slot = SlotInherent::from_timestamp_and_slot_duration(*timestamp, slot_duration);
		Ok((slot, timestamp))
	}
}

/// The connection to the telemetry servers that the user named, if any: no specification of ours
/// names one.
fn telemetry(config: &Configuration) -> Result<Option<(TelemetryWorker, Telemetry)>, Error> {
	let Some(endpoints) = config
		.telemetry_endpoints
		.clone()
		.filter(|named| !named.is_empty())
	else {
		return Ok(None);
	};
	let worker = TelemetryWorker::new(TELEMETRY_BUFFER)?;
	let telemetry = worker.handle().new_telemetry(endpoints);
	Ok(Some((worker, telemetry)))
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_core::traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode};
	use sp_state_machine::BasicExternalities;
	use std::{fs, path::PathBuf};

	/// The files in a folder and in those below it.
	fn files(folder: &Path) -> Vec<PathBuf> {
		let entries = fs::read_dir(folder).into_iter().flatten().flatten();
		entries
			.flat_map(|entry| match entry.path() {
				path if path.is_dir() => files(&path),
				path => vec![path],
			})
			.collect()
	}

	#[test]
	fn compiled_runtime_should_stay_in_the_folder_that_is_given() {
		let folder = std::env::temp_dir().join(format!("aeo-compiled-{}", std::process::id()));
		let executor = executor(&ExecutorConfiguration::default(), Some(&folder)).unwrap();
		let code = aeo_runtime::WASM_BINARY.unwrap();
		let (version, _) = executor.call(
			&mut BasicExternalities::default(),
			&RuntimeCode {
				code_fetcher: &WrappedRuntimeCode(code.into()),
				heap_pages: None,
				hash: Vec::new(),
			},
			"Core_version",
			&[],
			CallContext::Offchain,
		);
		let kept = files(&folder);
		fs::remove_dir_all(&folder).unwrap();
		assert!(version.is_ok(), "{version:?}");
		assert!(!kept.is_empty());
	}
}
