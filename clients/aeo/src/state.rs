//! What is read of the chain's state itself, since no question tells it.

use crate::{
	failure::{Failure, Kind},
	online::until_interrupted,
	signing::websocket,
	web::ensure_safe,
};
use aeo_client::{
	AccountId32, Certainty, Chain, Done, Error, Nodes, Order, PendingReinstatement, Programme,
	SignedOrder, Tried, WaitingBatch,
};
use aeo_primitives::{ProgrammeCode, Territory};
use primitive_types::H256;
use std::sync::Arc;
use tokio::runtime::Runtime;

/// A node whose state is read.
pub struct State {
	runtime: Runtime,
	chain: Chain,
}

impl State {
	/// Connects to a node, which must be of the chain with this first block.
	pub fn connect(node: &str, genesis: H256) -> Result<Self, Failure> {
		ensure_safe(node)?;
		let runtime = Runtime::new()
			.map_err(|error| Failure::with(Kind::System, [("why", error.to_string())]))?;
		let nodes = Nodes {
			urls: vec![websocket(node)],
			genesis: Some(genesis),
			// There is no other one to be taken.
			tell: Arc::new(|_| ()),
		};
		let chain = runtime.block_on(Chain::connect(&nodes))?;
		Ok(Self { runtime, chain })
	}

	/// For which administration an account acts; none where it is no officer and no own account.
	pub fn administration(
		&self,
		account: AccountId32,
		block: H256,
	) -> Result<Option<Territory>, Failure> {
		Ok(self
			.runtime
			.block_on(self.chain.administration_of(&account, block))?)
	}

	/// The reinstatements that wait at an issuer.
	pub fn reinstatements(
		&self,
		issuer: Territory,
		block: H256,
	) -> Result<Vec<PendingReinstatement>, Failure> {
		Ok(self
			.runtime
			.block_on(self.chain.pending_reinstatements(issuer, block))?)
	}

	/// A batch that waits at an issuer; none where it doesn't.
	pub fn waiting_batch(
		&self,
		issuer: Territory,
		batch: H256,
		block: H256,
	) -> Result<Option<WaitingBatch>, Failure> {
		let waiting = self.chain.waiting_batch(issuer, batch, block);
		Ok(self.runtime.block_on(waiting)?)
	}

	/// What an encoded call of an account would come to; none where the node can't tell.
	pub fn try_call(&self, account: &AccountId32, call: &[u8]) -> Result<Option<Tried>, Failure> {
		Ok(self.runtime.block_on(self.chain.try_call(account, call))?)
	}

	/// The programmes of an administration, by their codes.
	pub fn programmes(
		&self,
		issuer: Territory,
		block: H256,
	) -> Result<Vec<(ProgrammeCode, Programme)>, Failure> {
		Ok(self
			.runtime
			.block_on(self.chain.programmes(issuer, block))?)
	}

	/// What signing a call of an account elsewhere needs.
	pub fn order(&self, account: AccountId32, call: Vec<u8>) -> Result<Order, Failure> {
		Ok(self.runtime.block_on(self.chain.order(account, call))?)
	}

	/// The number of the best block.
	pub fn best(&self) -> Result<u32, Failure> {
		Ok(self.runtime.block_on(self.chain.best())?.number)
	}

	/// Hands in what was signed elsewhere.
	pub fn deliver(
		&self,
		signed: &SignedOrder,
		transaction: Vec<u8>,
		until: Certainty,
	) -> Result<Done, Failure> {
		until_interrupted(&self.runtime, async {
			Ok(self.chain.deliver(signed, transaction, until).await?)
		})
	}

	/// How a call is encoded at the present block.
	pub fn encoded(&self, call: &impl aeo_client::Payload) -> Result<Vec<u8>, Failure> {
		let encoded = self.runtime.block_on(async {
			let block = self.chain.final_block().await?;
			block.transactions().call_data(call).map_err(Error::from)
		});
		Ok(encoded?)
	}
}
