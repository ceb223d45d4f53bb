//! What one connection to the JSON-RPC may ask.
//!
//! Without limits one request keeps a node busy: a batch of 5,000 questions ran on all threads for
//! nine seconds. The limits are defaults of the options that every Substrate node has; the options
//! win, and a number as large as one likes is no limit.

use sc_service::config::{RpcBatchRequestConfig, RpcEndpoint};
use std::{num::NonZeroU32, sync::Arc};

/// The most requests in one batch. The questions that come in great numbers have a method of their
/// own, `aeo_evaluateMany`.
pub const BATCH: &str = "100";

/// The most calls of one connection in a minute, 50 a second. All of them may come at once:
/// polkadot.js Apps sends some hundreds when it opens.
pub const CALLS_PER_MINUTE: &str = "3000";

/// Addresses from which calls are not counted: this machine.
pub const UNLIMITED_ADDRESSES: [&str; 2] = ["127.0.0.0/8", "::1/128"];

/// The most runtimes that are kept compiled. A question about a block before an upgrade runs on the
/// runtime of that time, and to compile one takes seconds; whoever asks about three times in turn
/// would have it compiled for each question with the usual 2.
pub const CACHED_RUNTIMES: &str = "8";

/// The most `aeo_evaluateMany` that are answered at the same time, over all connections. Each holds
/// a thread for some tenths of a second.
pub const LISTS_AT_ONCE: usize = 4;

/// The most `aeo_receipt` that are made at the same time, over all connections. Each executes the runtime once
/// while all is recorded that is read.
pub const RECEIPTS_AT_ONCE: usize = 4;

/// Turns, of which no more than so many are taken at the same time.
pub struct Turns {
	taken: Arc<()>,
	most: usize,
}

/// A turn, which ends when it is dropped.
pub struct Turn(#[allow(dead_code, reason = "it counts while it lives")] Arc<()>);

impl Turns {
	/// So many at the same time.
	pub fn of(most: usize) -> Self {
		Self {
			taken: Arc::new(()),
			most,
		}
	}

	/// Takes a turn, where one is left. Of two that come at once for the last one, both may get none.
	pub fn take(&self) -> Option<Turn> {
		let turn = self.taken.clone();
		// One reference is the field itself.
		(Arc::strong_count(&turn) <= self.most.saturating_add(1)).then_some(Turn(turn))
	}
}

/// Gives the limits to the interfaces that the user described one by one
/// (`--experimental-rpc-endpoint`) without saying any.
pub fn with_limits(mut endpoints: Vec<RpcEndpoint>) -> Vec<RpcEndpoint> {
	for endpoint in &mut endpoints {
		if let (RpcBatchRequestConfig::Unlimited, Ok(most)) = (endpoint.batch_config, BATCH.parse())
		{
			endpoint.batch_config = RpcBatchRequestConfig::Limit(most);
		}
		if endpoint.rate_limit.is_none() {
			endpoint.rate_limit = CALLS_PER_MINUTE.parse::<NonZeroU32>().ok();
			if endpoint.rate_limit_whitelisted_ips.is_empty() {
				endpoint.rate_limit_whitelisted_ips = UNLIMITED_ADDRESSES
					.iter()
					.filter_map(|address| address.parse().ok())
					.collect();
			}
		}
	}
	endpoints
}

#[cfg(test)]
mod tests;
