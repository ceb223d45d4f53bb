//! Questions: one after another, or so many a second whether answers come or not.

use crate::{
	chain::connect,
	figures::{computed, Latency},
	Failure,
};
use jsonrpsee::{
	core::{client::ClientT, traits::ToRpcParams},
	ws_client::WsClient,
};
use serde_json::{json, value::RawValue, Value};
use std::{
	fs,
	path::PathBuf,
	sync::Arc,
	time::{Duration, Instant},
};
use tokio::task::JoinSet;

/// What is asked, and how fast.
#[derive(Debug, clap::Args)]
pub struct Arguments {
	/// The questions: in each line the parameters of one as a JSON list; they are asked in turn
	file: PathBuf,
	/// The method of the JSON-RPC
	#[arg(long, default_value = "aeo_evaluate")]
	method: String,
	/// Questions a second; without it one after another
	#[arg(long)]
	rate: Option<u32>,
	/// How long to ask, in seconds
	#[arg(long, default_value_t = 10)]
	seconds: u32,
	/// Connections that share the rate
	#[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..))]
	connections: u16,
	/// What every answer must contain, as text
	#[arg(long, default_value = "\"Granted\"")]
	expect: String,
}

/// Parameters as they stand in a line.
#[derive(Clone)]
struct Parameters(Box<RawValue>);

impl ToRpcParams for Parameters {
	fn to_rpc_params(self) -> Result<Option<Box<RawValue>>, serde_json::Error> {
		Ok(Some(self.0))
	}
}

/// Returns the questions of a file.
fn questions(text: &str) -> Result<Vec<Parameters>, Failure> {
	let questions = text.lines().map(|line| {
		serde_json::from_str::<Vec<Value>>(line)
			.and_then(|_| RawValue::from_string(line.into()))
			.map(Parameters)
			.map_err(|error| format!("{line} is no JSON list of parameters: {error}"))
	});
	let questions: Vec<_> = questions.collect::<Result<_, _>>()?;
	if questions.is_empty() {
		return Err("there is no question in the file".into());
	}
	Ok(questions)
}

/// Asks one question. Returns how long after `due` the answer came.
async fn ask(
	node: &WsClient,
	method: &str,
	question: Parameters,
	expect: &str,
	due: Instant,
) -> Result<Duration, Failure> {
	let answer: Box<RawValue> = node.request(method, question).await?;
	let took = due.elapsed();
	if !answer.get().contains(expect) {
		return Err(
			format!("an answer is not as expected: {answer}. The figure would be wrong.").into(),
		);
	}
	Ok(took)
}

/// Asks as many questions as are answered one after another.
async fn one_after_another(
	node: &WsClient,
	arguments: &Arguments,
	questions: &[Parameters],
) -> Result<Vec<Duration>, Failure> {
	let start = Instant::now();
	let mut times = Vec::new();
	for question in questions.iter().cycle() {
		if start.elapsed() >= Duration::from_secs(arguments.seconds.into()) {
			break;
		}
		let due = Instant::now();
		times.push(
			ask(
				node,
				&arguments.method,
				question.clone(),
				&arguments.expect,
				due,
			)
			.await?,
		);
	}
	Ok(times)
}

/// Asks at a rate, each question when it is due.
async fn at_a_rate(
	nodes: Vec<Arc<WsClient>>,
	arguments: &Arguments,
	questions: &[Parameters],
	rate: u32,
) -> Result<Vec<Duration>, Failure> {
	let start = Instant::now();
	let total = u64::from(rate) * u64::from(arguments.seconds);
	let mut answers = JoinSet::new();
	for (place, (question, node)) in
		(0..total).zip(questions.iter().cycle().zip(nodes.iter().cycle()))
	{
		let due = start + Duration::from_secs_f64(place as f64 / f64::from(rate));
		// What is due by now is asked without sleeping for each: a timer is exact to a millisecond.
		if due > Instant::now() {
			tokio::time::sleep_until(due.into()).await;
		}
		let (node, question) = (node.clone(), question.clone());
		let (method, expect) = (arguments.method.clone(), arguments.expect.clone());
		answers.spawn(async move { ask(&node, &method, question, &expect, due).await });
	}
	answers.join_all().await.into_iter().collect()
}

/// Asks the questions of a file and returns what came of it.
///
/// # Errors
///
/// A sentence: the file can't be read, the node does not answer, an answer is not as expected.
pub async fn run(url: &str, arguments: Arguments) -> Result<String, Failure> {
	let text = fs::read_to_string(&arguments.file)
		.map_err(|error| format!("{}: {error}", arguments.file.display()))?;
	let questions = questions(&text)?;
	let mut nodes = Vec::new();
	let connections = arguments.rate.map_or(1, |_| arguments.connections);
	for _ in 0..connections {
		nodes.push(Arc::new(connect(url).await?));
	}
	let computed_before = computed()?;
	let start = Instant::now();
	let times = match (arguments.rate, nodes.first()) {
		(None, Some(node)) => one_after_another(node, &arguments, &questions).await?,
		(rate, _) => at_a_rate(nodes, &arguments, &questions, rate.unwrap_or(1)).await?,
	};
	let seconds = start.elapsed().as_secs_f64();
	let report = json!({
		"questions": times.len(),
		"answeredEachSecond": times.len() as f64 / seconds,
		"milliseconds": Latency::of(times),
		"computed": computed()? - computed_before,
	});
	Ok(report.to_string())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn questions_should_be_lists() {
		assert_eq!(
			questions("[\"CR\", 1]\n[]").map(|all| all.len()).ok(),
			Some(2)
		);
		for (text, told) in [
			("", "no question"),
			("{}", "no JSON list of parameters"),
			("[1", "no JSON list of parameters"),
		] {
			let error = questions(text).err().map(|error| error.to_string());
			assert!(error.is_some_and(|error| error.contains(told)), "{text}");
		}
	}
}
