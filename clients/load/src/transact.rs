//! Transactions: signed beforehand, handed to the pool, and counted in the blocks.

use crate::{
	chain::{connect, Block, Chain},
	figures::computed,
	Failure,
};
use aeo_runtime::{signing::signed, Hash, Nonce, RuntimeCall};
use codec::{Decode, Encode};
use futures::{stream, StreamExt, TryStreamExt};
use jsonrpsee::{
	core::{client::ClientT, params::BatchRequestBuilder},
	rpc_params,
	ws_client::WsClient,
};
use serde_json::json;
use sp_core::{
	bytes::{from_hex, to_hex},
	crypto::Ss58Codec,
	sr25519, Pair,
};
use std::{
	collections::{BTreeMap, HashMap},
	fs,
	path::{Path, PathBuf},
	time::{Duration, Instant},
};

/// Requests in one batch; a node refuses more than 100 where it isn't told otherwise.
const BATCH: usize = 100;

/// Batches that are on their way at one time.
const AT_ONCE: usize = 4;

/// How long blocks may take to take up all transactions, and then to be final.
const LIMIT: Duration = Duration::from_secs(600);

/// How often the node is asked for new blocks.
const LOOK: Duration = Duration::from_millis(300);

/// What is sent, and how fast.
#[derive(Debug, clap::Args)]
pub struct Arguments {
	/// The calls: in each line the secret URI of a development key, a space, and the encoded call in
	/// hexadecimal digits
	file: PathBuf,
	/// Transactions a second; without it as fast as the node takes them
	#[arg(long)]
	rate: Option<u32>,
}

/// A call, and whose.
#[derive(Debug, PartialEq)]
struct Line<'a> {
	signer: &'a str,
	call: RuntimeCall,
}

/// Returns the call of a line.
fn line(text: &str) -> Result<Line<'_>, Failure> {
	let (signer, call) = text
		.split_once(' ')
		.ok_or_else(|| format!("a line is a secret URI, a space and a call, not: {text}"))?;
	let bytes = from_hex(call)?;
	let call = RuntimeCall::decode(&mut bytes.as_slice())
		.map_err(|error| format!("{call} is no call of this runtime: {error}"))?;
	Ok(Line { signer, call })
}

/// Signs all calls of a file, each with the next nonce of its signer.
///
/// # Errors
///
/// A sentence: the file can't be read, a line of it is not as it must be, the node does not answer.
pub async fn signed_from(node: &WsClient, file: &Path) -> Result<Vec<String>, Failure> {
	let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
	let genesis = Chain(node).hash_of(0).await?;
	let mut signers: HashMap<&str, (sr25519::Pair, Nonce)> = HashMap::new();
	let mut transactions = Vec::new();
	for text in text.lines() {
		let Line { signer, call } = line(text)?;
		if !signers.contains_key(signer) {
			let pair = sr25519::Pair::from_string(signer, None)
				.map_err(|error| format!("{signer} is no secret URI: {error}"))?;
			let address = pair.public().to_ss58check();
			let nonce: Nonce = node
				.request("system_accountNextIndex", rpc_params![address])
				.await?;
			signers.insert(signer, (pair, nonce));
		}
		if let Some((pair, nonce)) = signers.get_mut(signer) {
			transactions.push(to_hex(
				&signed(pair, call, *nonce, 0, genesis).encode(),
				false,
			));
			*nonce += 1;
		}
	}
	Ok(transactions)
}

/// Hands a batch to the pool once it is due. Returns why transactions of it were refused, and how many.
async fn submit(
	node: &WsClient,
	batch: &[String],
	due: Instant,
) -> Result<BTreeMap<String, usize>, Failure> {
	tokio::time::sleep_until(due.into()).await;
	let mut request = BatchRequestBuilder::new();
	for transaction in batch {
		request.insert("author_submitExtrinsic", rpc_params![transaction])?;
	}
	let mut refused = BTreeMap::new();
	for answer in node.batch_request::<Hash>(request).await? {
		if let Err(error) = answer {
			*refused.entry(error.to_string()).or_default() += 1;
		}
	}
	Ok(refused)
}

/// Hands all to the pool, as fast as it takes them or at a rate.
async fn submit_all(
	node: &WsClient,
	transactions: &[String],
	rate: Option<u32>,
) -> Result<BTreeMap<String, usize>, Failure> {
	let start = Instant::now();
	let batches = transactions
		.chunks(BATCH)
		.enumerate()
		.map(|(place, batch)| {
			let due = match rate {
				Some(rate) => {
					start + Duration::from_secs_f64((place * BATCH) as f64 / f64::from(rate))
				}
				None => start,
			};
			submit(node, batch, due)
		});
	stream::iter(batches)
		.buffer_unordered(AT_ONCE)
		.try_fold(BTreeMap::new(), |mut all, refused| async {
			for (why, count) in refused {
				*all.entry(why).or_insert(0) += count;
			}
			Ok(all)
		})
		.await
}

/// Follows the blocks after one until they hold so many transactions.
async fn follow(chain: &Chain<'_>, after: u32, count: usize) -> Result<Vec<Block>, Failure> {
	let start = Instant::now();
	let mut blocks: Vec<Block> = Vec::new();
	let mut next = after + 1;
	let mut left = count;
	while left > 0 {
		if start.elapsed() > LIMIT {
			return Err(format!("{left} of {count} transactions came into no block").into());
		}
		while next <= chain.best().await? {
			let block = chain.block(next).await?;
			left = left.saturating_sub(block.transactions);
			if block.transactions > 0 || !blocks.is_empty() {
				blocks.push(block);
			}
			next += 1;
		}
		tokio::time::sleep(LOOK).await;
	}
	Ok(blocks)
}

/// Sends the calls of a file and returns what came of it.
///
/// # Errors
///
/// A sentence: the file can't be read, the node does not answer, a transaction is refused or fails.
pub async fn run(url: &str, arguments: Arguments) -> Result<String, Failure> {
	let node = connect(url).await?;
	let chain = Chain(&node);
	chain.ensure_same_runtime().await?;
	let transactions = signed_from(&node, &arguments.file).await?;
	let count = transactions.len();
	eprintln!("signed {count} transactions");

	let before = chain.best().await?;
	let computed_before = computed()?;
	let start = Instant::now();
	let submitting = async {
		let refused = submit_all(&node, &transactions, arguments.rate).await?;
		if refused.is_empty() {
			Ok(start.elapsed())
		} else {
			Err(Failure::from(format!(
				"the node refused transactions: {refused:?}"
			)))
		}
	};
	let (submitted, blocks) = tokio::try_join!(submitting, follow(&chain, before, count))?;
	let last = blocks.last().map_or(before, |block| block.number);
	while chain.finalised().await? < last {
		if start.elapsed() > LIMIT {
			return Err(format!("block {last} is not final").into());
		}
		tokio::time::sleep(LOOK).await;
	}
	let report = json!({
		"transactions": count,
		"blocks": blocks,
		"submittedIn": submitted.as_secs_f64(),
		"finalIn": start.elapsed().as_secs_f64(),
		"computed": computed()? - computed_before,
	});
	Ok(report.to_string())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_line_should_be_a_signer_and_a_call() {
		let call = RuntimeCall::System(frame_system::Call::remark { remark: vec![7] });
		let text = format!("//bench//MX//0 {}", to_hex(&call.encode(), false));
		let expected = Line {
			signer: "//bench//MX//0",
			call,
		};
		assert_eq!(line(&text).expect("it is one"), expected);
	}

	#[test]
	fn what_is_no_line_should_be_told() {
		for (text, told) in [
			("//bench", "a line is a secret URI, a space and a call"),
			("//bench 0xffff", "0xffff is no call of this runtime"),
		] {
			let error = line(text).expect_err(text).to_string();
			assert!(error.contains(told), "{error}");
		}
	}
}
