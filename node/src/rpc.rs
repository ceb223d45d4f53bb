//! The JSON-RPC methods of this node, on top of those every Substrate node has (`author`, `chain`,
//! `state`, `chainHead`, `archive` and others).
//!
//! | methods | what for |
//! |---|---|
//! | `system_accountNextIndex`, `system_dryRun` | to sign the next transaction of an account |
//! | `payment_queryInfo`, `payment_queryFeeDetails` | what a transaction weighs and costs |
//! | `grandpa_roundState`, `grandpa_subscribeJustifications` | to watch finality |
//! | `grandpa_proveFinality` | to prove finality to somebody without a node |
//! | `aeo_*` | the questions of customs administrations and traders, see [`aeo`] |
//! | `aeo_changes`, `aeo_subscribeChanges` | what happens to a grantor, see [`feed`] |
//! | `aeo_receipt`, `aeo_handOffs` | what proves an answer to who has no node, see [`receipt`] |
//! | `rpc.discover` | their OpenRPC document |

mod aeo;
mod discover;
mod feed;
mod receipt;

use crate::{
	client::{FullBackend, FullClient, TransactionPool},
	feed::Feed,
};
use aeo::Aeo;
use aeo_runtime::{opaque::Block, AccountId, BlockNumber, Hash, Nonce};
use jsonrpsee::{core::RegisterMethodError, RpcModule};
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use std::sync::Arc;
use substrate_frame_rpc_system::{System, SystemApiServer};

/// What the methods about finality look at.
#[derive(Clone)]
pub struct Finality {
	/// The validators that vote on finality, and their changes.
	pub authorities: SharedAuthoritySet<Hash, BlockNumber>,
	/// The rounds of voting that are under way; empty on a node that doesn't vote.
	pub votes: SharedVoterState,
	/// The proofs of finality, as they are made or received.
	pub justifications: GrandpaJustificationStream<Block>,
	/// Finds the proof for an older block.
	pub proofs: Arc<FinalityProofProvider<FullBackend, Block>>,
}

/// What the methods of this node work on.
#[derive(Clone)]
pub struct Dependencies {
	/// Blocks, states and the runtime.
	pub client: Arc<FullClient>,
	/// Transactions that wait for a block.
	pub transaction_pool: Arc<TransactionPool>,
	/// Finality.
	pub finality: Finality,
	/// Whether this node is still catching up with the chain.
	pub is_syncing: Arc<dyn Fn() -> bool + Send + Sync>,
	/// The feed, where this node keeps one.
	pub feed: Option<Arc<Feed>>,
}

/// All methods of this node.
///
/// # Errors
///
/// Two methods have the same name.
pub fn methods(
	dependencies: Dependencies,
	subscriptions: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, RegisterMethodError> {
	let Dependencies {
		client,
		transaction_pool,
		finality,
		is_syncing,
		feed,
	} = dependencies;
	let Finality {
		authorities,
		votes,
		justifications,
		proofs,
	} = finality;

	let system = System::<_, _, Block>::new(client.clone(), transaction_pool);
	let payment = TransactionPayment::<_, Block>::new(client.clone());
	let receipts = receipt::Receipts::new(client.clone(), authorities.clone());
	let grandpa = Grandpa::new(subscriptions, authorities, votes, justifications, proofs);
	let aeo = Aeo::new(client, is_syncing);

	let mut module = RpcModule::new(());
	module.merge(SystemApiServer::<Hash, AccountId, Nonce>::into_rpc(system))?;
	module.merge(TransactionPaymentApiServer::<Hash, _>::into_rpc(payment))?;
	module.merge(GrandpaApiServer::<_, Hash, BlockNumber>::into_rpc(grandpa))?;
	module.merge(aeo.into_rpc()?)?;
	module.merge(feed::Changes::new(feed).into_rpc()?)?;
	module.merge(receipts.into_rpc()?)?;
	module.merge(discover::discover()?)?;
	Ok(module)
}
