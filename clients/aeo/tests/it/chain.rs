//! The commands that ask a node, with one that answers as docs/developer/queries.md says.

use crate::desk::{serve, Came, Desk, Served};
use aeo_primitives::{DataClass, DataClasses, Territory};
use aeo_sealing::{Book, Record, Secret, Shared, SharedCertificate};
use primitive_types::H256;
use serde_json::{json, Value};
use std::{
	collections::BTreeMap,
	fs,
	sync::{Arc, Mutex},
	thread::{self, JoinHandle},
	time::{SystemTime, UNIX_EPOCH},
};
use tiny_http::{Response, Server};

pub const GENESIS: H256 = H256([7; 32]);
const FINAL: H256 = H256([9; 32]);

/// What the node says.
#[derive(Default)]
pub struct State {
	pub lists: Vec<Value>,
	/// The rows of `aeo_shared`, of MX for CR.
	shared: Vec<Value>,
	/// Keys and values that it stores, as it writes them.
	pub storage: BTreeMap<String, String>,
	/// The lists of MX for itself, by the number of the block.
	pub past: BTreeMap<u64, Value>,
	/// Whether no leg is in force any more.
	pub is_apart: bool,
	/// How often pages of `aeo_shared` were asked for CR.
	pub asked: u32,
	is_stale: bool,
	is_not_final: bool,
	refusal: Option<&'static str>,
}

/// A node, ended with the test.
pub struct Node {
	server: Arc<Server>,
	pub state: Arc<Mutex<State>>,
	pub url: String,
	thread: Option<JoinHandle<()>>,
}

impl Node {
	fn start() -> Self {
		let server = Arc::new(Server::http("127.0.0.1:0").expect("a port"));
		let state = Arc::new(Mutex::new(State::default()));
		let thread = {
			let (server, state) = (server.clone(), state.clone());
			thread::spawn(move || {
				for mut request in server.incoming_requests() {
					let question: Value =
						serde_json::from_reader(request.as_reader()).expect("JSON");
					let reply = reply(&mut state.lock().expect("no panic"), &question);
					request
						.respond(Response::from_string(reply.to_string()))
						.expect("it waits");
				}
			})
		};
		Self {
			url: format!("http://{}", server.server_addr()),
			server,
			state,
			thread: Some(thread),
		}
	}

	pub fn set(&self, change: impl FnOnce(&mut State)) {
		change(&mut self.state.lock().expect("no panic"));
	}
}

impl Drop for Node {
	fn drop(&mut self) {
		self.server.unblock();
		let ended = self.thread.take().map(JoinHandle::join);
		assert!(thread::panicking() || matches!(ended, Some(Ok(()))));
	}
}

/// A row of `aeo_shared`.
fn row(ordinal: u32, classes: &[&str]) -> Value {
	json!({"ordinal": ordinal, "number": format!("MX-{ordinal}"), "classes": classes})
}

fn reply(state: &mut State, question: &Value) -> Value {
	let arguments = &question["params"];
	let (is_final, is_stale) = (!state.is_not_final, state.is_stale);
	let about = |answer: Value, is_named: bool| {
		json!({
			"block_hash": FINAL, "block_number": 90, "block_time": 1, "historical": is_named,
			"finalised": is_final, "stale": is_stale && !is_named, "answer": answer,
		})
	};
	let result = match question["method"].as_str().expect("a method") {
		"chain_getBlockHash" => json!(GENESIS),
		"chain_getFinalizedHead" => json!(FINAL),
		"chain_getHeader" => json!({"number": "0x5a", "parentHash": GENESIS}),
		"aeo_lists" => {
			let past = arguments[1]
				.as_u64()
				.and_then(|block| state.past.get(&block));
			let lists = past.map_or(&state.lists[..], std::slice::from_ref);
			let of = |way: &str| -> Value {
				let lists = lists.iter();
				lists
					.filter(|list| list[way] == arguments[0])
					.cloned()
					.collect()
			};
			let answer = json!({"given": of("issuer"), "received": of("reader")});
			about(answer, !arguments[1].is_null())
		}
		"aeo_shared" => {
			assert_eq!(arguments[0], "MX");
			assert!(!arguments[3].is_null(), "the block must be named");
			let own: Vec<_> = (0..120)
				.map(|ordinal| row(ordinal, &["Identity", "Sites", "Contact", "Reason"]))
				.collect();
			let all = if arguments[1] == "MX" {
				&own
			} else {
				state.asked += 1;
				&state.shared
			};
			let page = usize::try_from(arguments[2].as_u64().expect("a page")).expect("small");
			let rows: Vec<_> = all.iter().skip(page * 50).take(50).collect();
			about(json!(rows), true)
		}
		"aeo_sharing" => about(
			json!([{
				"agreement": 7, "reader": "CR", "classes": ["Identity"], "in_force": !state.is_apart,
				"consent": "Needed", "given": true, "since": 5, "on_paper": false,
				"shared": ["Identity"],
			}]),
			true,
		),
		"state_getKeysPaged" => {
			assert_eq!(arguments[3], json!(FINAL));
			let prefix = arguments[0].as_str().expect("a text");
			let start = arguments[2].as_str().unwrap_or_default();
			let keys = state.storage.keys().filter(|key| key.starts_with(prefix));
			keys.filter(|key| key.as_str() > start).cloned().collect()
		}
		"state_queryStorageAt" => {
			assert_eq!(arguments[1], json!(FINAL));
			let keys = arguments[0].as_array().expect("keys").iter();
			let changes =
				keys.map(|key| json!([key, state.storage.get(key.as_str().expect("a text"))]));
			json!([{"block": FINAL, "changes": changes.collect::<Value>()}])
		}
		other => panic!("{other}"),
	};
	match state.refusal {
		Some(message) => json!({"id": 1, "error": {"code": 9001, "message": message}}),
		None => json!({"id": 1, "result": result}),
	}
}

/// 120 certificates of MX on three pages, CR that reads them, and a host with the files.
pub struct World {
	pub desk: Desk,
	pub node: Node,
	pub host: Served,
	book: Book,
	sequence: u32,
}

fn record(ordinal: u32, version: u32) -> Record {
	Record::from_value(json!({
		"class": "identity", "issuer": "MX", "number": format!("MX-{ordinal}"), "schema": 1,
		"version": version, "data": {
			"Name": format!("Nácares {ordinal} de Yucatán, versión {version}"), "ID": "MXNWM9709244W4",
			"Address": {"Line": "Calle 60", "CityName": "Mérida", "CountryCode": "MX"},
		},
	}))
	.expect("right")
}

/// What CR may read of the certificates with these ordinals.
fn shared(ordinals: impl Iterator<Item = u32>) -> Shared {
	let classes = DataClasses::new([DataClass::Identity]).expect("one");
	ordinals
		.map(|ordinal| {
			let number = format!("MX-{ordinal}").try_into().expect("short");
			(number, SharedCertificate { ordinal, classes })
		})
		.collect()
}

impl World {
	fn new() -> Self {
		let desk = Desk::new();
		let secret = Secret::of_development(Territory::CR);
		desk.have_key(&json!(aeo_sealing::hex::digits(secret.as_bytes())));
		fs::create_dir_all(desk.path("files/CR")).expect("made");
		let mut book = Book::new(GENESIS, Territory::MX);
		for ordinal in 0..120 {
			book.set(ordinal, record(ordinal, 1)).expect("new");
		}
		let host = serve(&desk);
		let world = Self {
			node: Node::start(),
			desk,
			host,
			book,
			sequence: 0,
		};
		world.say_shared(|_| true);
		world
	}

	/// Says on chain which of the certificates CR may read.
	pub fn say_shared(&self, is_shared: impl Fn(u32) -> bool) {
		let rows = (0..120).map(|ordinal| {
			row(
				ordinal,
				if is_shared(ordinal) {
					&["Identity"]
				} else {
					&[]
				},
			)
		});
		self.node.set(|state| state.shared = rows.collect());
	}

	/// Seals the next list for CR, and publishes it.
	fn publish(&mut self) {
		self.sequence += 1;
		let key = Secret::of_development(Territory::CR).public();
		let readable = shared(0..120);
		let list = self
			.book
			.list_for(Territory::CR, key, self.sequence, &readable);
		let write = |name: String, blob: Vec<u8>| {
			fs::write(self.desk.path("files/CR").join(name), blob).expect("written");
		};
		for page in list.pages() {
			let name = page.name.to_string();
			if !self.desk.path("files/CR").join(&name).exists() {
				write(name, list.page(page).expect("sealed"));
			}
		}
		write(self.sequence.to_string(), list.index().expect("sealed"));
		let status = json!({
			"issuer": "MX", "reader": "CR", "sequence": self.sequence, "sealed_to": key.0,
			"root": list.root(), "pages": list.number_of_pages(), "as_of": 80, "block": 81, "at": 1,
			"source": format!("http://{}/", self.host.1), "standing": "Current",
		});
		self.node.set(|state| state.lists = vec![status]);
	}

	/// Changes a field of the list on chain.
	fn say_of_list(&self, field: &str, value: Value) {
		self.node.set(|state| state.lists[0][field] = value);
	}

	fn run(&self, command: &[&str], more: &[&str]) -> Came {
		let reading = [
			"lists",
			"--reader",
			"CR",
			"--key",
			"key",
			"--node",
			&self.node.url,
		];
		self.desk.run(&[command, &reading, more].concat())
	}

	fn fetch(&self) -> Came {
		self.run(&["sealed", "fetch"], &["--issuer", "MX"])
	}

	fn search(&self, text: &str) -> Came {
		self.run(&["--json", "sealed", "search"], &[text, "--limit", "200"])
	}

	/// The names of the files that CR has.
	fn files(&self) -> Vec<String> {
		let entries = fs::read_dir(self.desk.path("lists/MX/CR")).expect("there");
		let names = entries.map(|entry| entry.expect("read").file_name());
		let mut names: Vec<_> = names
			.map(|name| name.into_string().expect("UTF-8"))
			.collect();
		names.sort();
		names
	}
}

#[test]
fn a_list_should_be_fetched_once_and_stay_sealed() {
	let mut world = World::new();
	world.publish();
	world
		.fetch()
		.is(0, "120 records fetched and checked, on 3 pages");
	let first = world.files();
	assert_eq!(first.len(), 4);
	for file in &first {
		let content = fs::read(world.desk.path("lists/MX/CR").join(file)).expect("there");
		for plain in ["Yucat", "NWM970924", "MX-1"] {
			let is_there = content
				.windows(plain.len())
				.any(|part| part == plain.as_bytes());
			assert!(!is_there, "{plain} stands in {file}");
		}
	}
	// What is there is not fetched again: its source is never asked.
	world.say_of_list("source", json!("http://127.0.0.1:1"));
	world.fetch().is(0, "120 records");

	// One change: one page and the index are new, and what was superseded goes.
	world.book.set(60, record(60, 2)).expect("next");
	world.publish();
	fs::write(world.desk.path("lists/MX/CR/notes.txt"), "mine").expect("written");
	world.fetch().is(0, "120 records");
	let second = world.files();
	assert_eq!(second.len(), 5);
	assert!(second.contains(&"notes.txt".to_owned()));
	let kept = second.iter().filter(|name| first.contains(name)).count();
	assert_eq!(kept, 2);
	let found = world.search("60 nacares").is(0, "").lines();
	let changed = found.iter().find(|hit| hit["number"] == "MX-60");
	assert_eq!(
		changed.expect("found")["name"],
		"Nácares 60 de Yucatán, versión 2"
	);
}

#[test]
fn what_is_not_for_the_reader_should_be_told_and_never_shown() {
	let mut world = World::new();
	world.publish();
	world.say_shared(|ordinal| ordinal != 5);
	let came = world.fetch().is(7, "1 records are not as the chain says");
	assert!(
		came.err.contains("MX-5, identity: not for you"),
		"{}",
		came.err
	);
	let found = world.search("nacares").is(0, "");
	assert_eq!(found.lines().len(), 119);
	assert!(found.lines().iter().all(|hit| hit["number"] != "MX-5"));
	// Consent is withdrawn from all: the files are there, and nothing is shown.
	world.say_shared(|_| false);
	let found = world.search("nacares").is(0, "Nothing found");
	assert_eq!(found.out, "");
}

#[test]
fn differences_should_be_told() {
	let mut world = World::new();
	world.book.set(7, record(7, 3)).expect("next");
	assert_eq!(world.book.erase(&"MX-9".try_into().expect("short")), 1);
	world.publish();
	let came = world.fetch().is(7, "");
	assert!(came.err.contains("MX-9, identity: missing"), "{}", came.err);
	// The issuer goes back to an earlier version.
	let mut book = Book::new(GENESIS, Territory::MX);
	for ordinal in 0..120 {
		book.set(ordinal, record(ordinal, 2)).expect("new");
	}
	world.book = book;
	world.publish();
	let came = world.fetch().is(7, "1 records are not as the chain says");
	assert!(
		came.err.contains("MX-7, identity: an earlier version"),
		"{}",
		came.err
	);
	// It is told each time, not once.
	world.fetch().is(7, "MX-7, identity: an earlier version");
}

#[test]
fn a_wrong_page_should_hide_itself_and_be_fetched_again() {
	let mut world = World::new();
	world.publish();
	let pages = || {
		let entries = fs::read_dir(world.desk.path("files/CR")).expect("there");
		let paths = entries.map(|entry| entry.expect("read").path());
		let mut paths: Vec<_> = paths
			.filter(|path| path.file_name().is_some_and(|name| name.len() == 64))
			.collect();
		paths.sort();
		paths
	};
	let page = pages().remove(0);
	let right = fs::read(&page).expect("there");
	let mut wrong = right.clone();
	wrong[1000] ^= 1;
	fs::write(&page, &wrong).expect("written");
	world.fetch().is(7, "1 pages were refused, and 2 opened");
	let found = world.search("nacares").is(7, "1 pages were refused");
	assert!([70, 100].contains(&found.lines().len()));
	fs::write(&page, &right).expect("written");
	world.fetch().is(0, "120 records");
	// One that goes bad on the reader's own disk is fetched again as well.
	let own = world
		.desk
		.path("lists/MX/CR")
		.join(page.file_name().expect("a name"));
	fs::write(&own, &wrong).expect("written");
	world.fetch().is(0, "120 records");
	assert_eq!(fs::read(&own).expect("there"), right);
	// So is an index.
	let index = world.desk.path("lists/MX/CR/1");
	let right = fs::read(&index).expect("there");
	for wrong in [&right[..40], &right[..right.len() - 1], b""] {
		fs::write(&index, wrong).expect("written");
		world.fetch().is(0, "120 records");
		assert_eq!(fs::read(&index).expect("there"), right);
	}
}

#[test]
fn what_can_not_be_fetched_should_be_told_with_its_exit_code() {
	let mut world = World::new();
	world.fetch().is(4, "MX has published no such list for CR");
	world.publish();
	let came = |field: &str, value: Value, exit: i32, told: &str| {
		let before = world.node.state.lock().expect("no panic").lists[0][field].clone();
		world.say_of_list(field, value);
		world.fetch().is(exit, told);
		world.say_of_list(field, before);
	};
	came(
		"standing",
		json!("NotEntitled"),
		4,
		"CR may read nothing of MX",
	);
	came("sealed_to", json!(GENESIS), 4, "sealed to another key");
	came("source", Value::Null, 4, "does not say where its files are");
	came("source", json!("http://aduana.example"), 2, "not safe");
	came("source", json!("http://127.0.0.1:1"), 6, "does not answer");
	came("sequence", json!(2), 6, "not there");
	came(
		"root",
		json!(GENESIS),
		7,
		"not the one that stands on chain",
	);
	came("pages", json!("3"), 6, "does not answer as it should");
	assert!(!world.desk.path("lists").exists());
	world.node.set(|state| state.is_stale = true);
	world.fetch().is(8, "behind its chain");
	world.node.set(|state| state.is_stale = false);
	world
		.node
		.set(|state| state.refusal = Some("the state is not kept"));
	world.fetch().is(
		4,
		"does not keep the state of that block: the state is not kept",
	);
	world.node.set(|state| state.refusal = None);
	world.node.url = "http://127.0.0.1:1".into();
	world.fetch().is(6, "does not answer");
	world.node.url = "http://aduana.example".into();
	world.fetch().is(2, "not safe");
}

#[test]
fn a_source_that_is_typed_should_be_taken() {
	let mut world = World::new();
	world.publish();
	world.say_of_list("source", Value::Null);
	let source = format!("http://{}", world.host.1);
	world
		.run(&["sealed", "fetch"], &["--issuer", "MX", "--from", &source])
		.is(0, "120 records");
}

#[test]
fn a_redirect_should_not_be_followed() {
	let mut world = World::new();
	world.publish();
	let elsewhere = Server::http("127.0.0.1:0").expect("a port");
	let source = format!("http://{}", elsewhere.server_addr());
	world.say_of_list("source", json!(source));
	let target = format!("http://{}/CR/1", world.host.1);
	let thread = thread::spawn(move || {
		let request = elsewhere.recv().expect("it is asked");
		let location = format!("Location: {target}").parse();
		let location: tiny_http::Header = location.expect("a header");
		let response = Response::empty(302).with_header(location);
		request.respond(response).expect("it waits");
	});
	world.fetch().is(6, "does not answer as it should");
	thread.join().expect("asked once");
	assert!(!world.desk.path("lists").exists());
}

#[test]
fn firms_should_be_found_as_they_may_be_read() {
	let mut world = World::new();
	world.publish();
	world.search("nacares").is(0, "Nothing found");
	world.fetch().is(0, "");
	let found = world.search("MERIDA 117").is(0, "");
	assert_eq!(
		found.lines(),
		[json!({
			"issuer": "MX", "number": "MX-117", "name": "Nácares 117 de Yucatán, versión 1",
			"tin": "MXNWM9709244W4", "tinCheck": "Passed", "city": "Mérida",
		})]
	);
	let found = world.run(&["sealed", "search"], &["117"]).is(0, "");
	assert_eq!(
		found.out,
		"MX  MX-117  MXNWM9709244W4  Nácares 117 de Yucatán, versión 1, Mérida\n"
	);
	let found = world.run(&["sealed", "search"], &["nacares"]).is(0, "");
	assert_eq!(found.out.lines().count(), 20);
	// A list that is newer on chain than in the folder is not searched as if it were the latest.
	world.publish();
	let found = world
		.search("117")
		.is(8, "of sequence 1, and the chain says 2");
	assert_eq!(found.out, "");
}

#[test]
fn a_record_should_be_proved_to_who_has_no_list() {
	let mut world = World::new();
	world.publish();
	world.fetch().is(0, "");
	let prove = |number: &str, class: &str| {
		world.run(&["sealed", "prove"], &["--issuer", "MX", number, class])
	};
	prove("MX-500", "identity").is(4, "no identity of certificate MX-500");
	prove("MX-5", "sites").is(4, "no sites");
	prove("MX-5", "names").is(2, "identity, sites, contact, reason");
	prove("MX_5", "identity").is(2, "not a certificate number");
	let proof = prove("mx-5", "identity").is(0, "").out;
	assert!(!proof.contains("MX-6"));
	let verify = |content: &str| {
		world.desk.write("proof", content);
		let verify = ["sealed", "verify", "proof", "--node", &world.node.url];
		world.desk.run(&verify)
	};
	let shown = verify(&proof).is(0, "");
	assert_eq!(shown.out.trim(), record(5, 1).canonical());
	let changed = |pointer: &str, value: Value| {
		let mut changed: Value = serde_json::from_str(&proof).expect("JSON");
		*changed.pointer_mut(pointer).expect("there") = value;
		verify(&changed.to_string())
	};
	let other = record(6, 1).canonical();
	changed("/proof/record", json!(other)).is(7, "not the one that stands under the root");

	changed("/proof/pagePlace", json!(1)).is(7, "not the one that stands on chain");
	changed("/genesis", json!(FINAL)).is(7, "not the one that stands on chain");
	changed("/sequence", json!(2)).is(4, "no such list");
	changed("/issuer", json!("PE")).is(4, "no such list");
	verify("{}").is(3, "no proof");
	verify(&" ".repeat(600_000)).is(3, "no proof");
	world.node.set(|state| state.is_not_final = true);
	verify(&proof).is(8, "Block 81 is not final");
}

#[test]
fn lists_should_be_shown_with_their_standing() {
	let mut world = World::new();
	world.publish();
	let status = |more: &[&str]| {
		let status = [&["sealed", "status", "CR", "--node", &world.node.url], more].concat();
		world.desk.run(&status)
	};
	let line = "MX for CR: list 1, 3 pages, block 81, current\n";
	assert_eq!(status(&[]).is(0, "").out, line);
	world.say_of_list("standing", json!("Outdated"));
	assert!(status(&[])
		.is(0, "")
		.out
		.contains("sealed to an earlier key"));
	assert!(status(&["--lang", "es"])
		.is(0, "")
		.out
		.contains("MX para CR"));
	let shown = status(&["--json"]).is(0, "");
	assert_eq!(shown.lines()[0]["way"], "received");
	assert_eq!(shown.lines()[0]["list"]["standing"], "Outdated");
}

/// An office of MX with a registry of 60 certificates, beside the world of CR.
pub struct Office {
	pub world: World,
	public: String,
}

impl Office {
	pub fn new() -> Self {
		let world = World::new();
		let own = Secret::of_development(Territory::MX);
		let digits = json!(aeo_sealing::hex::digits(own.as_bytes()));
		world.desk.have_key_in("own", &digits);
		fs::create_dir(world.desk.path("registry")).expect("made");
		let office = Self {
			world,
			public: Secret::of_development(Territory::CR).public().to_string(),
		};
		office.write(0..60, "Nácar");
		office
	}

	/// Writes the registry of the certificates with these ordinals.
	pub fn write(&self, ordinals: impl Iterator<Item = u32>, name: &str) {
		let letter = |number: u32| char::from(b'A' + u8::try_from(number % 26).expect("small"));
		let rows = ordinals.map(|ordinal| {
			let firm = format!("{}{}", letter(ordinal / 26), letter(ordinal));
			format!(
				"MX-{ordinal},MXN{firm}9709244W4,{name} {ordinal},Calle 60,Mérida,MX,Aduana,Gerencia,\
				 a@nacar.example\n"
			)
		});
		let head =
			"certificate,tin,name,address,city,country,office,contact_1_function,contact_1_email";
		let write = |file: &str, content: &str| {
			self.world.desk.write(&format!("registry/{file}"), content);
		};
		write(
			"certificates.csv",
			&format!("{head}\n{}", rows.collect::<String>()),
		);
		write("sites.csv", "certificate,roles,address,city,country\n");
		write("reasons.csv", "certificate,period,code\n");
	}

	pub fn sync(&self, more: &[&str]) -> Came {
		let reader = format!("CR={}", self.public);
		let arguments = [
			"sealed",
			"sync",
			"registry",
			"--issuer",
			"MX",
			"--key",
			"own",
			"--home",
			"home",
			"--files",
			"files",
			"--to",
			&reader,
			"--node",
			&self.world.node.url,
		];
		self.world.desk.run(&[&arguments, more].concat())
	}

	/// Publishes what was said.
	pub fn publish(&self, said: &Came) {
		for list in said.lines()[0]["lists"].as_array().expect("lists") {
			let mut status = list.clone();
			let source = format!("http://{}", self.world.host.1);
			let sequence = status["sequence"].as_u64().expect("a number");
			let block = 90 + sequence;
			let more = json!({
				"issuer": "MX", "as_of": 90, "block": block, "at": 1, "source": source,
				"standing": "Current",
			});
			for (member, value) in more.as_object().expect("an object") {
				status[member] = value.clone();
			}
			self.world.node.set(|state| {
				if status["reader"] == "MX" {
					state.past.insert(block, status.clone());
				}
				state
					.lists
					.retain(|known| known["reader"] != status["reader"]);
				state.lists.push(status);
			});
		}
	}
}

pub fn readers(said: &Came) -> Vec<(String, u64)> {
	let lists = said.lines()[0]["lists"].as_array().expect("lists").clone();
	lists
		.iter()
		.map(|list| {
			let reader = list["reader"].as_str().expect("a text").to_owned();
			(reader, list["sequence"].as_u64().expect("a number"))
		})
		.collect()
}

#[test]
fn lists_should_follow_the_registry() {
	let office = Office::new();
	office.world.say_shared(|ordinal| ordinal < 60);
	let list = |reader: &str, sequence| (reader.to_owned(), sequence);
	let first = office.sync(&[]).is(
		0,
		"120 records are new or changed, 0 erased; 2 lists to be published",
	);
	assert_eq!(readers(&first), [list("CR", 1), list("MX", 1)]);
	assert_eq!(first.lines()[0]["as_of"], 90);
	assert_eq!(first.lines()[0]["lists"][0]["sealed_to"], office.public);
	// The own list stays at home.
	assert!(!office.world.desk.path("files/MX").exists());
	office.publish(&first);
	let fetched = office
		.world
		.fetch()
		.is(0, "60 records fetched and checked, on 2 pages");
	assert_eq!(fetched.out, "");

	// Nothing changed: nothing is due.
	let again = office
		.sync(&[])
		.is(0, "0 records are new or changed, 0 erased; 0 lists");
	assert!(readers(&again).is_empty());

	// Only the reader that may read it gets a new list, besides the office itself.
	office.world.say_shared(|ordinal| ordinal < 10);
	let fewer = office.sync(&[]).is(0, "1 lists");
	assert_eq!(readers(&fewer), [list("CR", 2)]);
	office.publish(&fewer);
	office.world.fetch().is(0, "10 records");

	// Made and never published: told, and made anew where that is said.
	office.write(0..60, "Concha");
	office.sync(&[]).is(0, "60 records are new or changed");
	office.write(0..60, "Coral");
	office.sync(&[]).is(4, "is there already");
	let anew = office
		.sync(&["--again"])
		.is(0, "60 records are new or changed");
	assert_eq!(readers(&anew), [list("CR", 3), list("MX", 2)]);
	office.publish(&anew);
	office.world.fetch().is(0, "10 records");
	let found = office.world.search("coral 7").is(0, "");
	assert!(found.lines().iter().any(|hit| hit["name"] == "Coral 7"));

	// A reader that may read nothing any more gets a list without pages.
	office.world.say_shared(|_| false);
	let none = office.sync(&[]).is(0, "1 lists");
	assert_eq!(none.lines()[0]["lists"][0]["pages"], 0);
}

/// One wrong row holds up neither other rows nor a withdrawal.
#[test]
fn a_row_that_is_not_right_should_keep_only_its_own_records_as_they_were() {
	let office = Office::new();
	office.world.say_shared(|ordinal| ordinal < 60);
	let said = office.sync(&[]).is(0, "");
	office.publish(&said);
	// One row with a name that is not right, and all others with another name.
	office.write(0..60, "Concha");
	let path = office.world.desk.path("registry/certificates.csv");
	let rows = fs::read_to_string(&path).expect("there");
	fs::write(&path, rows.replace("Concha 7,", "N\u{303}acar 7,")).expect("written");
	// And a consent was withdrawn.
	office.world.say_shared(|ordinal| ordinal < 59);
	let came = office
		.sync(&[])
		.is(3, "1 rows of the registry are not right");
	assert!(
		came.err.contains("certificates.csv, line 9: "),
		"{}",
		came.err
	);
	office.publish(&came);
	office.world.fetch().is(0, "59 records");
	let names = |looked_for: &str| -> Vec<String> {
		let found = office.world.search(looked_for).is(0, "").lines();
		let names = found
			.iter()
			.map(|hit| hit["name"].as_str().expect("a name").to_owned());
		names.collect()
	};
	assert_eq!(names("nacar"), ["Nácar 7"]);
	assert_eq!(names("concha").len(), 58);
	// A row that does not say which it is about: nothing that seems to be gone is erased.
	office.write(0..59, "Concha");
	let rows = fs::read_to_string(&path).expect("there");
	fs::write(&path, rows.replace("MX-8,", ",")).expect("written");
	let came = office
		.sync(&[])
		.is(3, "1 rows of the registry are not right");
	assert!(came.err.contains(" 0 erased"), "{}", came.err);
	office.publish(&came);
	office.world.fetch().is(0, "59 records");
	assert_eq!(names("concha").len(), 59);
}

#[test]
fn a_registry_that_is_not_right_should_erase_nothing() {
	let office = Office::new();
	office.world.say_shared(|ordinal| ordinal < 60);
	office.write(0..1, "N\u{303}acar");
	let came = office
		.sync(&[])
		.is(3, "1 rows of the registry are not right");
	assert!(
		came.err.contains("certificates.csv, line 2: "),
		"{}",
		came.err
	);
	assert!(readers(&came).is_empty());
	office.write(119..122, "Nácar");
	let came = office
		.sync(&[])
		.is(3, "MX-120: the chain knows no such certificate");
	assert!(came.err.contains("MX-121"), "{}", came.err);
	// What is right is made, though nothing of it is for anybody else.
	assert_eq!(readers(&came), [("MX".to_owned(), 1)]);
	office.write(0..60, "Nácar");
	let said = office.sync(&["--again"]).is(0, "");
	office.publish(&said);
	// A file that was cut off.
	office.write(0..40, "Nácar");
	let came = office.sync(&[]).is(4, "lacks 40 of 120 records");
	assert!(readers(&came).is_empty());
	office
		.sync(&["--allow-erase", "39"])
		.is(4, "--allow-erase 40");
	let came = office
		.sync(&["--allow-erase", "40"])
		.is(0, "0 records are new or changed, 40 erased");
	assert!(came
		.err
		.contains("CR may read identity of MX-40, and the registry has none"));
	// What is at home is not what stands on chain.
	office.world.node.set(|state| {
		let own = state.lists.iter_mut().find(|list| list["reader"] == "MX");
		own.expect("there")["root"] = json!(GENESIS);
	});
	office.sync(&[]).is(7, "not the one that stands on chain");
	let wrong = office.sync(&["--to", "CR"]);
	wrong.is(2, "write CR=KEY");
}

/// What an office knows of its files: damaged ones are made again, whoever reads them.
#[test]
fn files_that_were_damaged_or_lost_should_be_made_again() {
	let office = Office::new();
	office.world.say_shared(|ordinal| ordinal < 60);
	let said = office.sync(&[]).is(0, "");
	office.publish(&said);
	office.world.fetch().is(0, "60 records");
	let files = || {
		let entries = fs::read_dir(office.world.desk.path("files/CR")).expect("there");
		let mut paths: Vec<_> = entries.map(|entry| entry.expect("read").path()).collect();
		paths.sort();
		paths
	};
	assert_eq!(files().len(), 3);
	for path in files() {
		for is_lost in [true, false] {
			let blob = fs::read(&path).expect("there");
			if is_lost {
				fs::remove_file(&path).expect("removed");
			} else {
				fs::write(&path, [&blob[1..], &[0]].concat()).expect("written");
			}
			fs::remove_dir_all(office.world.desk.path("lists")).expect("removed");
			let came = office.world.fetch();
			assert_ne!(came.exit, 0);
			office.sync(&[]).is(0, "0 lists to be published");
			office.world.fetch().is(0, "60 records");
		}
	}
	// Also where nothing is known of them.
	fs::remove_file(office.world.desk.path("home/CR.files")).expect("removed");
	fs::write(&files()[0], "").expect("written");
	office.sync(&[]).is(0, "0 lists to be published");
	fs::remove_dir_all(office.world.desk.path("lists")).expect("removed");
	office.world.fetch().is(0, "60 records");
	// A published list that another one follows stays for a day, then it goes.
	office.world.say_shared(|ordinal| ordinal < 10);
	let said = office.sync(&[]).is(0, "1 lists");
	office.publish(&said);
	let has = |name: &str| office.world.desk.path("files/CR").join(name).exists();
	let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("later");
	let now = u64::try_from(now.as_millis()).expect("for a long time");
	let published = |at: u64| {
		office.world.node.set(|state| {
			for list in &mut state.lists {
				list["at"] = json!(at);
			}
		});
		office.sync(&[]).is(0, "0 lists");
	};
	published(now - 86_000_000);
	assert!(has("1") && has("2"));
	// What was seen first counts, so that a list that changes each day has no endless past.
	published(now);
	assert!(has("1") && has("2"));
	let ledger = office.world.desk.path("home/CR.files");
	let known = fs::read_to_string(&ledger).expect("there");
	let earlier = known.replace(
		&(now - 86_000_000).to_string(),
		&(now - 86_400_000).to_string(),
	);
	assert_ne!(known, earlier);
	fs::write(&ledger, earlier).expect("written");
	published(now);
	assert!(!has("1") && has("2"));
	assert_eq!(files().len(), 2);
}

#[test]
fn two_at_once_should_be_kept_apart() {
	let office = Office::new();
	fs::create_dir(office.world.desk.path("home")).expect("made");
	let lock = fs::File::create(office.world.desk.path("home/lock")).expect("made");
	lock.lock().expect("free");
	office
		.sync(&[])
		.is(4, "Another \"aeo sealed sync\" is at work with home");
	lock.unlock().expect("held");
	office.sync(&[]).is(0, "");
}

/// Pages are asked for readers alone to whom a leg in force discloses something.
#[test]
fn nothing_should_be_asked_for_who_may_read_nothing() {
	let office = Office::new();
	office.world.say_shared(|ordinal| ordinal < 60);
	let said = office.sync(&[]).is(0, "2 lists");
	office.publish(&said);
	let asked = |office: &Office| office.world.node.state.lock().expect("no panic").asked;
	assert_eq!(asked(&office), 3);
	office.world.node.set(|state| state.is_apart = true);
	// As if it were shared still, which it isn't without a leg.
	let said = office.sync(&[]).is(0, "1 lists");
	assert_eq!(said.lines()[0]["lists"][0]["pages"], 0);
	assert_eq!(asked(&office), 3);
}
