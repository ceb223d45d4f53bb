//! A node as the gateway asks it: over a websocket, with blocks that come when the test says so, and a feed.

use serde_json::{json, Value};
use soketto::handshake::{server::Response, Server};
use std::{
	sync::{Arc, Mutex},
	time::{SystemTime, UNIX_EPOCH},
};
use tokio::{
	net::{TcpListener, TcpStream},
	runtime::Runtime,
	sync::{mpsc, watch},
};
use tokio_util::compat::TokioAsyncReadCompatExt;

/// The hash of the first block.
pub const GENESIS: [u8; 32] = [7; 32];

/// How the node is, and what it was asked.
pub struct State {
	pub genesis: [u8; 32],
	/// The number of the best block.
	pub best: u32,
	/// How many seconds that is old.
	pub age: u64,
	pub is_syncing: bool,
	/// What the feed has, for whoever asks.
	pub entries: Vec<Value>,
	/// The error that is given instead of answers.
	pub refusal: Option<(i32, Value)>,
	/// The methods that were asked, with their arguments.
	pub asked: Vec<(String, Value)>,
}

impl State {
	fn add(&mut self, id: &str, op: &str, what: &str, early: bool) {
		self.best += 1;
		self.entries.push(json!({
			"id": id, "op": op, "kind": "certificate", "what": what, "early": early,
			"block": {"number": self.best, "time": now(), "final": !early},
		}));
	}
}

/// A node, ended with the test.
pub struct Node {
	pub url: String,
	state: Arc<Mutex<State>>,
	moves: watch::Sender<u32>,
	runtime: Option<Runtime>,
}

fn hash(number: u32) -> String {
	format!("0x{number:064x}")
}

fn now() -> u64 {
	let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).expect("later");
	elapsed.as_millis().try_into().expect("small")
}

impl Node {
	pub fn start() -> Self {
		let state = Arc::new(Mutex::new(State {
			genesis: GENESIS,
			best: 90,
			age: 1,
			is_syncing: false,
			entries: Vec::new(),
			refusal: None,
			asked: Vec::new(),
		}));
		let runtime = Runtime::new().expect("threads");
		let listener = runtime
			.block_on(TcpListener::bind("127.0.0.1:0"))
			.expect("a port");
		let url = format!("ws://{}", listener.local_addr().expect("an address"));
		let (moves, moved) = watch::channel(0);
		let known = state.clone();
		runtime.spawn(async move {
			while let Ok((stream, _)) = listener.accept().await {
				tokio::spawn(serve(stream, known.clone(), moved.clone()));
			}
		});
		Self {
			url,
			state,
			moves,
			runtime: Some(runtime),
		}
	}

	/// Changes how it is, and tells of a block.
	pub fn set(&self, change: impl FnOnce(&mut State)) {
		change(&mut self.state.lock().expect("no panic"));
		self.moves.send_modify(|moves| *moves += 1);
	}

	/// The arguments with which a method was asked, each time.
	pub fn asked(&self, method: &str) -> Vec<Value> {
		let state = self.state.lock().expect("no panic");
		let asked = state.asked.iter().filter(|(asked, _)| asked == method);
		asked.map(|(_, arguments)| arguments.clone()).collect()
	}

	/// Makes a block with an entry for everybody.
	pub fn tell(&self, what: &str) {
		self.set(|state| {
			let id = format!("f1.{}.00000009.{}", state.best + 1, state.entries.len());
			state.add(&id, "put", what, false);
		});
	}

	/// Makes a block after which this is told of an entry: that it holds, early or not, or that it doesn't.
	pub fn tell_of(&self, id: &str, op: &str, early: bool) {
		self.set(|state| state.add(id, op, "Suspended", early));
	}
}

impl Drop for Node {
	fn drop(&mut self) {
		if let Some(runtime) = self.runtime.take() {
			runtime.shutdown_background();
		}
	}
}

async fn serve(stream: TcpStream, state: Arc<Mutex<State>>, mut moved: watch::Receiver<u32>) {
	let mut server = Server::new(stream.compat());
	let Ok(request) = server.receive_request().await else {
		return;
	};
	let accept = Response::Accept {
		key: request.key(),
		protocol: None,
	};
	if server.send_response(&accept).await.is_err() {
		return;
	}
	let (mut sender, mut receiver) = server.into_builder().finish();
	let (questions, mut asked) = mpsc::channel(64);
	tokio::spawn(async move {
		let mut bytes = Vec::new();
		while receiver.receive_data(&mut bytes).await.is_ok() {
			let question: Value = serde_json::from_slice(&bytes).expect("JSON");
			bytes.clear();
			if questions.send(question).await.is_err() {
				return;
			}
		}
	});
	let mut subscriptions = Vec::new();
	loop {
		let lines = tokio::select! {
			question = asked.recv() => {
				let Some(question) = question else {
					return;
				};
				if question["method"].as_str().is_some_and(|method| method.contains("_subscribe")) {
					subscriptions.push(question["method"].clone());
				}
				vec![reply(&mut state.lock().expect("no panic"), &question)]
			}
			Ok(()) = moved.changed() => subscriptions
				.iter()
				.map(|id| {
					let method = "chain_head";
					json!({"jsonrpc": "2.0", "method": method, "params": {"subscription": id, "result": {}}})
				})
				.collect(),
		};
		for line in lines {
			if sender.send_text(line.to_string()).await.is_err() || sender.flush().await.is_err() {
				return;
			}
		}
	}
}

fn reply(state: &mut State, question: &Value) -> Value {
	let method = question["method"].as_str().expect("a method");
	let arguments = &question["params"];
	state.asked.push((method.to_owned(), arguments.clone()));
	let answered = answer(state, method, arguments);
	let mut reply = json!({"jsonrpc": "2.0", "id": question["id"]});
	match answered {
		Ok(result) => reply["result"] = result,
		Err((code, data)) => {
			reply["error"] = json!({"code": code, "message": "the node's own words", "data": data});
		}
	}
	reply
}

fn answer(state: &State, method: &str, arguments: &Value) -> Result<Value, (i32, Value)> {
	let is_of_the_chain = !method.starts_with("aeo_");
	if let Some(refusal) = state.refusal.clone().filter(|_| !is_of_the_chain) {
		return Err(refusal);
	}
	let at = |place: usize| {
		let named = arguments[place].as_str();
		named.and_then(|hash| u32::from_str_radix(hash.get(58..)?, 16).ok())
	};
	let about = |number: Option<u32>, answer: Value| {
		let number = number.unwrap_or(state.best);
		json!({
			"block_hash": hash(number), "block_number": number, "block_time": now(), "historical": true,
			"finalised": number + 2 <= state.best, "stale": false, "answer": answer,
		})
	};
	Ok(match method {
		"chain_getBlockHash" if arguments[0] == 0 => json!(format!("0x{}", hex(&state.genesis))),
		"chain_getBlockHash" => json!(hash(state.best)),
		"chain_getFinalizedHead" => json!(hash(state.best - 2)),
		"chain_getHeader" => json!({"number": format!("{:#x}", at(0).expect("a hash"))}),
		"system_health" => json!({"isSyncing": state.is_syncing, "peers": 1}),
		"state_getStorage" => {
			let time = now() - state.age * 1_000;
			json!(format!("0x{}", hex(&time.to_le_bytes())))
		}
		"aeo_evaluateMany" => {
			let questions = arguments[1].as_array().expect("a list").iter();
			let answers = questions.map(|question| {
				let denied =
					json!({"denial": "UnknownTrader", "certificate": question["identifier"]});
				json!({"outcome": {"Denied": denied}, "grantor": arguments[0]})
			});
			about(at(2), answers.collect())
		}
		"aeo_certificate" if arguments[1] == "NONE" => about(at(2), Value::Null),
		"aeo_certificate" => about(
			at(2),
			json!({"issuer": arguments[0], "number": arguments[1]}),
		),
		"aeo_history" => about(at(3), json!([])),
		"aeo_tinCheck" => about(at(1), json!({"tin": arguments[0]})),
		"aeo_certificatesOf" => about(at(1), json!([])),
		"aeo_list" => {
			let rows = json!([{"certificate": {"number": if arguments[2].is_null() { "1" } else { "2" }}}]);
			let next = arguments[2]
				.is_null()
				.then(|| json!({"issuer": "MX", "ordinal": 1}));
			let number = arguments[4]
				.as_u64()
				.and_then(|number| u32::try_from(number).ok());
			about(number, json!({"rows": rows, "next": next}))
		}
		"aeo_changes" => changes(state, arguments),
		"aeo_counts" => {
			let states =
				json!([{"state": "Authorised", "count": 7}, {"state": "Suspended", "count": 2}]);
			about(at(1), json!({"ordinals": 9, "states": states}))
		}
		"aeo_lists" => {
			let list = |issuer: &str, reader: &str, standing: &str| {
				json!({
					"issuer": issuer, "reader": reader, "sequence": 1, "sealed_to": hash(1), "root": hash(2),
					"pages": 1, "as_of": 1, "block": 2, "at": now() - 3_600_000, "source": null,
					"standing": standing,
				})
			};
			let given = json!([list("CR", "CR", "Current"), list("CR", "MX", "Current")]);
			about(
				at(1),
				json!({"given": given, "received": [list("PE", "CR", "Outdated")]}),
			)
		}
		// A suspension on each of two pages, the later one first, and something else.
		"aeo_unacknowledged" => {
			let told = |state: Value, hours: u64| json!({"after": {"state": state}, "known_from": now() - hours * 3_600_000});
			let suspended = json!({"Suspended": {"scope": "Full", "end": "Open"}});
			let is_first = arguments[1].is_null();
			let page = match is_first {
				true => json!([told(suspended, 1), told(json!("Authorised"), 9)]),
				false => json!([told(suspended, 5)]),
			};
			let next = is_first.then(|| json!({"issuer": "MX", "changes": 2, "ordinals": 0}));
			about(at(2), json!({"told": page, "next": next}))
		}
		"aeo_quota" => about(at(1), json!({"left": 250, "max": 1_000, "recovery": 1})),
		_ => json!(method),
	})
}

/// A cursor is the number of the entries that were read.
fn changes(state: &State, arguments: &Value) -> Value {
	let asked = &arguments[1];
	let read = |cursor: &str| cursor.strip_prefix('c').and_then(|read| read.parse().ok());
	let from = match (&asked["cursor"], &asked["since"]) {
		(Value::String(cursor), _) => read(cursor).expect("a cursor of ours"),
		(_, Value::Null) => state.entries.len(),
		_ => 0,
	};
	let limit = asked["limit"].as_u64().unwrap_or(500);
	let limit = usize::try_from(limit).expect("small");
	let entries: Vec<_> = state.entries.iter().skip(from).take(limit).collect();
	let end = from + entries.len();
	let head = |number: u32| json!({"number": number, "hash": hash(number)});
	json!({
		"entries": entries, "cursor": format!("c{end}"), "more": end < state.entries.len(),
		"head": {"best": head(state.best), "final": head(state.best - 2)},
	})
}

fn hex(bytes: &[u8]) -> String {
	bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
