//! A node: what it says of the chain, and how it is asked.

use crate::Failure;
use aeo_runtime::{Hash, RuntimeEvent, VERSION};
use codec::Decode;
use frame_support::{dispatch::DispatchClass, storage::storage_prefix};
use frame_system::{ConsumedWeight, EventRecord};
use jsonrpsee::{
	core::client::ClientT,
	rpc_params,
	ws_client::{WsClient, WsClientBuilder},
};
use serde_json::Value;
use sp_core::{bytes::from_hex, storage::StorageKey};
use std::time::Duration;

/// How long an answer may take.
const LIMIT: Duration = Duration::from_secs(300);

/// Largest answer, in bytes: a full block as hexadecimal digits.
const MAX_ANSWER: u32 = 64 * 1024 * 1024;

/// Connects to a node.
///
/// # Errors
///
/// There is none.
pub async fn connect(url: &str) -> Result<WsClient, Failure> {
	WsClientBuilder::default()
		.request_timeout(LIMIT)
		.max_concurrent_requests(1_000_000)
		.max_response_size(MAX_ANSWER)
		.max_request_size(MAX_ANSWER)
		.build(url)
		.await
		.map_err(|error| format!("no node answers at {url}: {error}. Is it running?").into())
}

/// A block, as it counts here.
#[derive(Debug, serde::Serialize)]
pub struct Block {
	/// Its number.
	pub number: u32,
	/// Its transactions, without what the author put in by itself.
	pub transactions: usize,
	/// The part of a block's weight that they took.
	pub fullness: f64,
}

/// The chain, through one connection.
pub struct Chain<'a>(pub &'a WsClient);

impl Chain<'_> {
	/// Fails where the node runs another release of the runtime than the one for which this signs.
	///
	/// # Errors
	///
	/// It does, or does not answer.
	pub async fn ensure_same_runtime(&self) -> Result<(), Failure> {
		let version: Value = self
			.0
			.request("state_getRuntimeVersion", rpc_params![])
			.await?;
		let ours = VERSION.spec_version;
		match version["specVersion"].as_u64() {
			Some(theirs) if theirs == u64::from(ours) => Ok(()),
			theirs => Err(format!(
				"the node runs runtime {theirs:?} and this is of {ours}: build both from the same sources."
			)
			.into()),
		}
	}

	/// Returns the hash of a block of the best chain.
	///
	/// # Errors
	///
	/// There is none of this number.
	pub async fn hash_of(&self, number: u32) -> Result<Hash, Failure> {
		let hash: Option<Hash> = self
			.0
			.request("chain_getBlockHash", rpc_params![number])
			.await?;
		hash.ok_or_else(|| format!("there is no block {number}").into())
	}

	/// Returns the number of the best block.
	///
	/// # Errors
	///
	/// The node does not answer.
	pub async fn best(&self) -> Result<u32, Failure> {
		self.number_of(None).await
	}

	/// Returns the number of the last final block.
	///
	/// # Errors
	///
	/// The node does not answer.
	pub async fn finalised(&self) -> Result<u32, Failure> {
		let hash: Hash = self
			.0
			.request("chain_getFinalizedHead", rpc_params![])
			.await?;
		self.number_of(Some(hash)).await
	}

	async fn number_of(&self, hash: Option<Hash>) -> Result<u32, Failure> {
		let header: Value = self.0.request("chain_getHeader", rpc_params![hash]).await?;
		let number = header["number"].as_str().unwrap_or_default();
		Ok(u32::from_str_radix(number.trim_start_matches("0x"), 16)?)
	}

	/// Returns a block.
	///
	/// # Errors
	///
	/// The node does not answer, or a transaction in the block failed: then no figure is right.
	pub async fn block(&self, number: u32) -> Result<Block, Failure> {
		let hash = self.hash_of(number).await?;
		let events: Vec<EventRecord<RuntimeEvent, Hash>> = self.stored("Events", hash).await?;
		let outcomes = events.into_iter().filter_map(|record| match record.event {
			RuntimeEvent::System(frame_system::Event::ExtrinsicFailed {
				dispatch_error, ..
			}) => Some(Err(format!(
					"a transaction failed in block {number}: {dispatch_error:?}. The figure would be wrong."
				))),
			// What an author puts in by itself is mandatory.
			RuntimeEvent::System(frame_system::Event::ExtrinsicSuccess { dispatch_info }) => Some(
				Ok(usize::from(dispatch_info.class != DispatchClass::Mandatory)),
			),
			_ => None,
		});
		let transactions = outcomes.sum::<Result<_, _>>()?;
		let weight: ConsumedWeight = self.stored("BlockWeight", hash).await?;
		let most = aeo_runtime::configs::system::RuntimeBlockWeights::get().max_block;
		Ok(Block {
			number,
			transactions,
			fullness: weight.total().ref_time() as f64 / most.ref_time() as f64,
		})
	}

	/// Returns a value of the system pallet after a block.
	async fn stored<Stored: Decode>(&self, name: &str, block: Hash) -> Result<Stored, Failure> {
		let key = StorageKey(storage_prefix(b"System", name.as_bytes()).to_vec());
		let bytes: Option<String> = self
			.0
			.request("state_getStorage", rpc_params![key, block])
			.await?;
		let bytes = from_hex(&bytes.ok_or("a value of the system is missing")?)?;
		Ok(Stored::decode(&mut bytes.as_slice())?)
	}
}
