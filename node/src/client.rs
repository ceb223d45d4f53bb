//! What a node is made of, as types: the client with its executor, the database, the pool.

use crate::executor::Executor;
use aeo_runtime::{opaque::Block, RuntimeApi};

/// The host functions that the runtime may call.
pub type HostFunctions = sp_io::SubstrateHostFunctions;

/// The client: blocks, states, and the runtime in its executor.
pub type FullClient = sc_service::TFullClient<Block, RuntimeApi, Executor>;

/// The database.
pub type FullBackend = sc_service::TFullBackend<Block>;

/// The pool of transactions that wait for a block.
pub type TransactionPool = sc_transaction_pool::TransactionPoolHandle<Block, FullClient>;
