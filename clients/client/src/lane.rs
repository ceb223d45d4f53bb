//! An account and the calls that it sends.

use crate::{error::not_taken, Chain, Error, Key, H256};
use std::time::Duration;
use subxt::{
	config::{DefaultExtrinsicParamsBuilder, PolkadotConfig},
	error::ExtrinsicError,
	extrinsics::ExtrinsicEvents,
	transactions::{Payload, TransactionStatus},
};

/// For how many blocks a signed call is valid.
const LIFE: u64 = 64;

/// How long a call is waited for: its life, in blocks of three seconds, and as long again for finality.
const PATIENCE: Duration = Duration::from_secs(2 * 3 * LIFE);

/// What is waited for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Certainty {
	/// That it is in a block: some three seconds.
	InBlock,
	/// That the block is final: it can't be undone.
	Final,
}

/// A call that is done.
#[derive(Debug)]
pub struct Done {
	/// The block that it is in.
	pub block: H256,
	/// What it did.
	pub events: ExtrinsicEvents<PolkadotConfig>,
}

/// An account, and the node through which it sends.
pub struct Lane {
	chain: Chain,
	key: Key,
}

impl Lane {
	pub(crate) fn new(chain: Chain, key: Key) -> Self {
		Self { chain, key }
	}

	/// The account.
	pub fn account(&self) -> crate::AccountId32 {
		self.key.account()
	}

	/// Signs a call, sends it, and waits until it is as certain as is asked for.
	///
	/// The nonce counts what waits in the node's pool, so that calls can be sent one after another without
	/// waiting for finality. A signature is valid for 64 blocks from the latest final one.
	pub async fn send(&self, call: &impl Payload, until: Certainty) -> Result<Done, Error> {
		let account = self.key.account();
		let nonce = self
			.chain
			.methods()
			.system_account_next_index(&account)
			.await?;
		let options = DefaultExtrinsicParamsBuilder::new()
			.mortal(LIFE)
			.nonce(nonce)
			.build();
		let block = self.chain.final_block().await?;
		let signed = block
			.transactions()
			.create_signed(call, self.key.pair(), options)
			.await;
		let mut progress = match signed {
			Ok(signed) => signed.submit_and_watch().await?,
			Err(
				ExtrinsicError::IncompatibleCodegen
				| ExtrinsicError::PalletNameNotFound(_)
				| ExtrinsicError::CallNameNotFound { .. },
			) => {
				let call = format!("{}.{}", call.pallet_name(), call.call_name());
				return Err(Error::ClientTooOld { call });
			}
			Err(error) => return Err(error.into()),
		};
		let patience = tokio::time::Instant::now() + PATIENCE;
		while let Ok(Some(status)) = tokio::time::timeout_at(patience, progress.next()).await {
			let included = match status? {
				TransactionStatus::InBestBlock(block) if until == Certainty::InBlock => block,
				TransactionStatus::InFinalizedBlock(block) => block,
				TransactionStatus::Error { message }
				| TransactionStatus::Invalid { message }
				| TransactionStatus::Dropped { message } => return Err(not_taken(&message)),
				_ => continue,
			};
			return Ok(Done {
				block: included.block_hash(),
				events: included.wait_for_success().await?,
			});
		}
		Err(Error::NotTaken(
			"the node tells nothing more of it: it may still be done, for some minutes".into(),
		))
	}
}
