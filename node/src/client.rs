//! What a node is made of, as types: the client with its executor, the database, the pool.

use aeo_runtime::{opaque::Block, RuntimeApi};
use sc_executor::WasmExecutor;

/// The host functions that the runtime may call.
pub type HostFunctions = sp_io::SubstrateHostFunctions;

/// The client: blocks, states, and the runtime in a wasm executor.
pub type FullClient = sc_service::TFullClient<Block, RuntimeApi, WasmExecutor<HostFunctions>>;

/// The database.
pub type FullBackend = sc_service::TFullBackend<Block>;

/// The pool of transactions that wait for a block.
pub type TransactionPool = sc_transaction_pool::TransactionPoolHandle<Block, FullClient>;
