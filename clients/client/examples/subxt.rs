//! With subxt: reads a certificate, asks what it earns, lists, suspends, and hears of it. Calls and questions are
//! those that `aeo-client` generates from the metadata of the runtime; another program generates its own with
//! `#[subxt::subxt(runtime_metadata_path = "metadata.scale")]`.
//!
//! ```text
//! subxt ws://127.0.0.1:9944 MX-OEA-0001
//! ```

use aeo_client::{api, api::runtime_types::aeo_primitives::recognition::answer::Outcome};
use aeo_primitives::{
	Direction, Ground, Identifier, Role, Subject, SuspensionEnd, SuspensionScope, Territory,
};
use serde_json::{json, Value};
use std::{env, error::Error};
use subxt::{
	config::PolkadotConfig,
	rpcs::{client::RpcParams, RpcClient},
	utils::{Static, H256},
	OnlineClient,
};
use subxt_signer::{sr25519::Keypair, SecretUri};

/// Says what a step came to.
fn tell(step: &str, answer: &Value) {
	println!("{}", json!({"step": step, "answer": answer}));
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
	let mut arguments = env::args().skip(1);
	let address = arguments.next().ok_or("the address of a node is missing")?;
	let number = arguments
		.next()
		.ok_or("the number of a certificate is missing")?;
	let rpc = RpcClient::from_insecure_url(&address).await?;
	let client = OnlineClient::<PolkadotConfig>::from_rpc_client(rpc.clone()).await?;
	let block = client.at_current_block().await?;

	// Questions with types are calls of the runtime at a block.
	let questions = api::runtime_apis().aeo_api();
	let question = questions.certificate(Static(Territory::MX), number.clone());
	let found = block.runtime_apis().call(question).await?.answer;
	let found = found.ok_or("there is no such certificate")?;
	let roles: Vec<_> = found.roles.iter().map(|Static(role)| role.code()).collect();
	tell("certificate", &json!({"tin": found.tin, "roles": roles}));

	let firm = Identifier::Tin(found.tin.parse()?);
	let question = questions.evaluate(
		Static(Territory::CR),
		Static(firm),
		Static(Role::Exporter),
		Static(Direction::Import),
	);
	let answer = block.runtime_apis().call(question).await?.answer;
	let benefits: Vec<_> = match answer.map(|answer| answer.outcome) {
		Some(Outcome::Granted(given)) => {
			let benefits = given.0.iter().map(|one| one.benefit.0);
			benefits.map(|benefit| format!("{benefit:?}")).collect()
		}
		_ => Vec::new(),
	};
	tell("evaluation", &json!(benefits));

	// Methods of the node that are no calls of the runtime are asked by their names.
	let mut parameters = RpcParams::new();
	parameters.push("CR")?;
	parameters.push("MX")?;
	let list: Value = rpc.request("aeo_list", parameters.clone()).await?;
	let rows = list["answer"]["rows"]
		.as_array()
		.cloned()
		.unwrap_or_default();
	let numbers: Vec<_> = rows
		.iter()
		.map(|row| &row["certificate"]["number"])
		.collect();
	tell("list", &json!(numbers));

	// A batch for each block that tells something, from now on.
	let mut grantor = RpcParams::new();
	grantor.push("CR")?;
	let mut changes = rpc
		.subscribe::<Value>("aeo_subscribeChanges", grantor, "aeo_unsubscribeChanges")
		.await?;

	// An officer's key: on a real chain it comes from a file or a device, never from a program.
	let officer = Keypair::from_uri(&"//MX//officer//1".parse::<SecretUri>()?)?;
	let suspension = api::transactions().suspensions().suspend(
		Static(Subject::Number(number.parse()?)),
		Static(SuspensionScope::Full),
		Static(SuspensionEnd::Open.into()),
		Static(Ground::Authority),
		H256([0x5a; 32]),
	);
	client
		.at_current_block()
		.await?
		.transactions()
		.sign_and_submit_then_watch_default(&suspension, &officer)
		.await?
		.wait_for_finalized_success()
		.await?;
	tell("suspension", &json!("final"));

	while let Some(batch) = changes.next().await {
		let batch = batch?;
		let entries = batch["entries"].as_array().cloned().unwrap_or_default();
		if let Some(entry) = entries
			.iter()
			.find(|entry| entry["number"] == json!(number))
		{
			tell("change", &entry["number"]);
			return Ok(());
		}
	}
	Err("the feed ended".into())
}
