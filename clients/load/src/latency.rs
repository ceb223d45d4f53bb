//! How long it takes from handing in a transaction until it is in a block, and until that is final.

use crate::{
	chain::{connect, Chain},
	figures::Latency,
	transact::signed_from,
	Failure,
};
use jsonrpsee::{
	core::client::{Subscription, SubscriptionClientT},
	rpc_params,
	ws_client::WsClient,
};
use serde_json::{json, Value};
use std::{
	path::PathBuf,
	sync::Arc,
	time::{Duration, Instant},
};
use tokio::task::JoinSet;

/// What is sent, and how often.
#[derive(Debug, clap::Args)]
pub struct Arguments {
	/// The calls, as `transact` takes them
	file: PathBuf,
	/// Milliseconds between two transactions; no divisor of a slot's 3,000, so that they come at all
	/// moments of one
	#[arg(long, default_value_t = 470)]
	every: u64,
}

/// From when on a transaction was in a block, and in a final one.
type Times = (Duration, Duration);

/// Hands a transaction in and follows it.
async fn follow(node: &WsClient, transaction: String) -> Result<Times, Failure> {
	let start = Instant::now();
	let mut updates: Subscription<Value> = node
		.subscribe(
			"author_submitAndWatchExtrinsic",
			rpc_params![transaction],
			"author_unwatchExtrinsic",
		)
		.await?;
	let mut in_block = None;
	while let Some(update) = updates.next().await {
		let update = update?;
		if update.get("inBlock").is_some() {
			in_block.get_or_insert_with(|| start.elapsed());
		} else if update.get("finalized").is_some() {
			let last = start.elapsed();
			return Ok((in_block.unwrap_or(last), last));
		} else if !["ready", "broadcast", "future"]
			.iter()
			.any(|usual| update == *usual || update.get(usual).is_some())
			&& update.get("retracted").is_none()
		{
			return Err(format!("a transaction was not taken: {update}").into());
		}
	}
	Err("the node has closed the connection".into())
}

/// Sends the calls of a file one after another and returns how long each took.
///
/// # Errors
///
/// A sentence: the file can't be read, the node does not answer, a transaction is not taken.
pub async fn run(url: &str, arguments: Arguments) -> Result<String, Failure> {
	let node = Arc::new(connect(url).await?);
	Chain(&node).ensure_same_runtime().await?;
	let transactions = signed_from(&node, &arguments.file).await?;
	let mut followed = JoinSet::new();
	for transaction in transactions {
		let node = node.clone();
		followed.spawn(async move { follow(&node, transaction).await });
		tokio::time::sleep(Duration::from_millis(arguments.every)).await;
	}
	let times: Vec<Times> = followed
		.join_all()
		.await
		.into_iter()
		.collect::<Result<_, _>>()?;
	let (in_block, last) = times.into_iter().unzip();
	let report = json!({
		"millisecondsToBlock": Latency::of(in_block),
		"millisecondsToFinal": Latency::of(last),
	});
	Ok(report.to_string())
}
