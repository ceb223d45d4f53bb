//! Questions, to a node that answers as docs/developer/queries.md says: which block is meant, and what is said
//! of nodes that are behind, or no nodes of this chain.

use crate::desk::Desk;
use serde_json::{json, Value};
use std::{
	sync::{Arc, Mutex},
	thread::{self, JoinHandle},
	time::{SystemTime, UNIX_EPOCH},
};
use tiny_http::{Response, Server};

/// Blocks come every three seconds; the first one has no time.
const INTERVAL: u64 = 3_000;

/// The number of the last block, and of the last final one.
const BEST: u64 = 90;
const FINAL: u64 = 88;

/// What is the matter with the node.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Trouble {
	None,
	Behind,
	Syncing,
	OtherChain,
}

/// A node of 90 blocks, the last of which was made just now; ended with the test.
struct Node {
	server: Arc<Server>,
	/// The blocks that it was asked about.
	asked: Arc<Mutex<Vec<Value>>>,
	url: String,
	thread: Option<JoinHandle<()>>,
}

fn now() -> u64 {
	let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).expect("later");
	elapsed.as_millis().try_into().expect("small")
}

/// The hash of a block is its number.
fn hash(number: u64) -> String {
	format!("0x{number:064x}")
}

fn number(hash: &Value) -> u64 {
	let digits = hash.as_str().expect("a hash").trim_start_matches("0x");
	u64::from_str_radix(digits, 16).expect("one of ours")
}

fn time(number: u64, trouble: Trouble) -> u64 {
	let late = if trouble == Trouble::Behind {
		60_000
	} else {
		0
	};
	// Of this day, whatever the moment at which the test runs.
	now() - late - (BEST - number) * INTERVAL
}

fn reply(question: &Value, trouble: Trouble, asked: &Mutex<Vec<Value>>) -> Value {
	let arguments = &question["params"];
	let result = match question["method"].as_str().expect("a method") {
		"chain_getBlockHash" => match arguments[0].as_u64() {
			Some(number) if number > BEST => Value::Null,
			number => json!(hash(number.unwrap_or(BEST))),
		},
		"chain_getFinalizedHead" => json!(hash(FINAL)),
		"chain_getHeader" => match number(&arguments[0]) {
			number @ 0..=BEST => json!({"number": format!("0x{number:x}")}),
			_ => Value::Null,
		},
		"state_getStorage" => match number(&arguments[1]) {
			0 => Value::Null,
			number => {
				let bytes = time(number, trouble).to_le_bytes();
				json!(format!(
					"0x{}",
					aeo_sealing::hex::digits(&bytes).trim_start_matches("0x")
				))
			}
		},
		"system_health" => json!({"isSyncing": trouble == Trouble::Syncing, "peers": 3}),
		_ if trouble == Trouble::OtherChain => {
			return json!({"id": 1, "error": {"code": -32601, "message": "Method not found"}});
		}
		"aeo_agreements" => {
			asked.lock().expect("no panic").push(arguments[1].clone());
			json!({"answer": {"agreements": [{
				"agreement": 7, "parties": ["MX", "CR"], "version": 1, "signed": true,
				"amendment_pending": false,
			}], "next_page": null}})
		}
		other => panic!("{other}"),
	};
	json!({"id": 1, "result": result})
}

impl Node {
	fn start(trouble: Trouble) -> Self {
		let server = Arc::new(Server::http("127.0.0.1:0").expect("a port"));
		let asked = Arc::new(Mutex::new(Vec::new()));
		let thread = {
			let (server, asked) = (server.clone(), asked.clone());
			thread::spawn(move || {
				for mut request in server.incoming_requests() {
					let question: Value =
						serde_json::from_reader(request.as_reader()).expect("JSON");
					let reply = reply(&question, trouble, &asked);
					request
						.respond(Response::from_string(reply.to_string()))
						.expect("it waits");
				}
			})
		};
		Self {
			url: format!("http://{}", server.server_addr()),
			server,
			asked,
			thread: Some(thread),
		}
	}

	/// The number of the block that was asked about last.
	fn last(&self) -> u64 {
		number(self.asked.lock().expect("no panic").last().expect("asked"))
	}
}

impl Drop for Node {
	fn drop(&mut self) {
		self.server.unblock();
		let ended = self.thread.take().map(JoinHandle::join);
		assert!(thread::panicking() || matches!(ended, Some(Ok(()))));
	}
}

/// Lists the agreements at a block.
fn list<'a>(node: &'a Node, at: &[&'a str]) -> Vec<&'a str> {
	let asked = ["agreement", "list", "--node", &node.url];
	asked.into_iter().chain(at.iter().copied()).collect()
}

#[test]
fn an_answer_should_say_of_which_block_it_is() {
	let (desk, node) = (Desk::new(), Node::start(Trouble::None));
	let present = desk.run(&list(&node, &[])).is(0, "");
	assert!(present.out.contains("Block 90 of "), "{}", present.out);
	assert!(present.out.contains("not final yet"), "{}", present.out);
	assert_eq!(node.last(), 90);
	let past = desk.run(&list(&node, &["--at", "88"])).is(0, "");
	assert!(past.out.contains("Block 88 of "), "{}", past.out);
	assert!(past.out.contains(", final."), "{}", past.out);
	let by_hash = hash(5);
	desk.run(&list(&node, &["--at", &by_hash])).is(0, "");
	assert_eq!(node.last(), 5);
	let json = desk.run(&list(&node, &["--json"])).is(0, "");
	assert_eq!(json.lines()[0]["answer"]["agreements"][0]["agreement"], 7);
}

#[test]
fn a_moment_should_be_that_of_the_last_block_before() {
	let (desk, node) = (Desk::new(), Node::start(Trouble::None));
	// Half an interval after block 40, whatever the seconds that are cut off.
	let seconds = (time(40, Trouble::None) + INTERVAL / 2) / 1_000;
	let (hours, minutes) = (seconds / 3_600 % 24, seconds / 60 % 60);
	let day = {
		let moment = seconds * 1_000;
		aeo_primitives::Date::at(moment, aeo_primitives::UtcOffset::UTC).expect("a day")
	};
	let moment = format!("{day}T{hours:02}:{minutes:02}:{:02}Z", seconds % 60);
	desk.run(&list(&node, &["--at", &moment])).is(0, "");
	assert!((39..=40).contains(&node.last()), "{}", node.last());
	desk.run(&list(&node, &["--at", "2198-12-31"]))
		.is(2, "still to come");
	desk.run(&list(&node, &["--at", "1999-12-31"]))
		.is(4, "did not exist");
	desk.run(&list(&node, &["--at", "91"])).is(4, "no block 91");
	desk.run(&list(&node, &["--at", "soon"]))
		.is(2, "2026-12-31T10:03");
}

#[test]
fn a_node_that_is_behind_should_be_named_and_not_believed() {
	let desk = Desk::new();
	for trouble in [Trouble::Behind, Trouble::Syncing] {
		let node = Node::start(trouble);
		desk.run(&list(&node, &[])).is(8, &node.url);
		assert!(node.asked.lock().expect("no panic").is_empty());
		// The past stays what it is.
		desk.run(&list(&node, &["--at", "88"])).is(0, "");
	}
}

#[test]
fn a_node_of_another_chain_should_be_named() {
	let (desk, node) = (Desk::new(), Node::start(Trouble::OtherChain));
	desk.run(&list(&node, &[])).is(4, "is no node of aeo-chain");
}

#[test]
fn numbers_should_be_checked_without_a_node() {
	let desk = Desk::new();
	let checked = desk
		.pipe(
			&["--json", "tin", "check", "urn:tin:MXNWM9709244W4", "-"],
			"MX CTA-740917-PF8\n\nMXCTA740917PF9\n",
		)
		.is(3, "1.");
	let lines = checked.lines();
	assert_eq!(lines[0]["tin"], "MXNWM9709244W4");
	assert_eq!(lines[1]["check"], "Passed");
	assert_eq!(lines[2]["reason"], "CheckDigit");
}

#[test]
fn the_key_of_an_account_should_go_to_wallets_under_a_new_password() {
	let desk = Desk::new();
	desk.write("new", "another battery staple");
	let run = |new: &str, arguments: &[&str]| {
		let output = assert_cmd::Command::new(env!("CARGO_BIN_EXE_aeo"))
			.current_dir(desk.0.path())
			.env_clear()
			.env("AEO_KEYS", "kept")
			.env("AEO_ACCOUNT_PASSWORD_FILE", "password")
			.env("AEO_PASSWORD_FILE", new)
			.args(arguments)
			.output()
			.expect("it runs");
		let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
		(
			output.status.code(),
			text(output.stdout) + &text(output.stderr),
		)
	};
	let ends = |code, told: &str, came: (Option<i32>, String)| {
		assert_eq!(came.0, Some(code), "{}", came.1);
		assert!(came.1.contains(told), "{}", came.1);
	};
	let account = "5FW4mpJDr4NLMf9vqrkSbWDavmRMrXhdZteAQbh1dhVhQ5wt";
	let first = ["keys", "export", "//MX//officer//1", "officer.json"];
	ends(0, account, run("password", &first));
	ends(4, "never overwritten", run("password", &first));
	#[cfg(unix)]
	{
		use std::os::unix::fs::PermissionsExt;
		let metadata = std::fs::metadata(desk.path("officer.json")).expect("there");
		assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
	}
	ends(
		0,
		account,
		run("password", &["keys", "add", "officer.json"]),
	);
	// One that is kept goes on under another password, and opens under that only.
	let second = ["keys", "export", "officer", "wallet.json"];
	ends(0, account, run("new", &second));
	let add = ["keys", "add", "wallet.json"];
	ends(4, "does not open", run("new", &add));
	std::fs::copy(desk.path("new"), desk.path("password")).expect("copied");
	ends(0, account, run("new", &add));
	desk.write("short", "eleven char");
	ends(
		4,
		"does not open",
		run("short", &["keys", "export", "officer", "short.json"]),
	);
	ends(
		4,
		"12 characters",
		run("short", &["keys", "export", "wallet", "short.json"]),
	);
	assert!(!desk.path("short.json").exists());
}

#[test]
fn keys_of_accounts_should_be_kept_under_a_name() {
	let desk = Desk::new();
	let folder = desk.path("kept");
	let export = json!({
		"address": "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY", "encoded": "AAAA",
		"encoding": {"content": ["pkcs8", "sr25519"], "type": ["scrypt", "xsalsa20-poly1305"],
			"version": "3"},
	});
	desk.write("export.json", &export.to_string());
	desk.write("other.json", "{}");
	let run = |arguments: &[&str]| {
		let output = assert_cmd::Command::new(env!("CARGO_BIN_EXE_aeo"))
			.current_dir(desk.0.path())
			.env_clear()
			.env("AEO_KEYS", &folder)
			.env("AEO_ACCOUNT_PASSWORD_FILE", "password")
			.args(arguments)
			.output()
			.expect("it runs");
		let err = String::from_utf8(output.stderr).expect("UTF-8");
		(output.status.code(), err)
	};
	for (arguments, told) in [
		// A file that is cut off must not end the program otherwise than with a sentence.
		(&["keys", "add", "export.json"][..], "cut off"),
		(&["keys", "add", "other.json"], "`address` is missing"),
		(&["keys", "add", "export.json", "--name", "../x"], "../x"),
	] {
		let (code, err) = run(arguments);
		assert!(matches!(code, Some(2 | 4)), "{code:?} {err}");
		assert!(err.contains(told), "{err}");
	}
	// What does not open is not kept.
	assert_eq!(run(&["keys", "list"]).0, Some(0));
	assert!(run(&["keys", "list"]).1.contains("kept"));
	let (code, err) = run(&[
		"suspend",
		"MX-1",
		"--document",
		"password",
		"--as",
		"nobody",
	]);
	assert_eq!(code, Some(1), "{err}");
}
