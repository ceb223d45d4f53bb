//! A gateway, and who asks it.

use crate::{
	desk::Desk,
	feednode::{Node, GENESIS},
};
use serde_json::{json, Value};
use std::{
	collections::BTreeMap,
	io::{BufRead, BufReader},
	process::{Child, Command, Stdio},
	sync::{Arc, Mutex},
	thread,
	time::{Duration, Instant},
};
use ureq::{tls::TlsConfig, Agent};

/// How long something may take that is sure to come.
pub const LIMIT: Duration = Duration::from_secs(60);

/// Waits until something is there.
#[track_caller]
pub fn until<T>(what: &str, look: impl Fn() -> Option<T>) -> T {
	let began = Instant::now();
	loop {
		if let Some(found) = look() {
			return found;
		}
		assert!(began.elapsed() < LIMIT, "{what}");
		thread::sleep(Duration::from_millis(20));
	}
}

/// A gateway, ended with the test.
pub struct Gateway {
	child: Child,
	pub url: String,
	told: Arc<Mutex<String>>,
	pub agent: Agent,
	/// The key that is sent where nothing else is said.
	pub key: String,
}

/// What came of a request.
#[derive(Debug)]
pub struct Came {
	pub status: u16,
	pub headers: BTreeMap<String, String>,
	pub text: String,
}

impl Came {
	pub fn json(&self) -> Value {
		serde_json::from_str(&self.text).expect("JSON")
	}

	#[track_caller]
	pub fn is(self, status: u16) -> Value {
		assert_eq!(self.status, status, "{}", self.text);
		self.json()
	}

	/// It is a problem of this name.
	#[track_caller]
	pub fn refused(self, status: u16, name: &str) -> Value {
		assert_eq!(self.headers["content-type"], "application/problem+json");
		let problem = self.is(status);
		assert_eq!(
			problem["type"],
			format!("urn:aeo:problem:{name}"),
			"{problem}"
		);
		assert_eq!(problem["status"], status);
		problem
	}
}

impl Gateway {
	/// Starts one with these settings, besides those about the node.
	pub fn start(desk: &Desk, nodes: &[&Node], settings: &str, key: &str) -> Self {
		let nodes: Vec<_> = nodes.iter().map(|node| node.url.clone()).collect();
		Self::begin(desk, &nodes, settings, key, agent(None))
	}

	pub fn begin(desk: &Desk, nodes: &[String], settings: &str, key: &str, agent: Agent) -> Self {
		let genesis: String = GENESIS.iter().map(|byte| format!("{byte:02x}")).collect();
		let settings = format!(
			"listen = \"127.0.0.1:0\"\nnodes = {nodes:?}\ngenesis = \"0x{genesis}\"\nstate = \"state\"\n{settings}"
		);
		desk.write("gateway.toml", &settings);
		let mut child = Command::new(env!("CARGO_BIN_EXE_aeo"))
			.current_dir(desk.0.path())
			.env_clear()
			.args(["gateway", "run", "gateway.toml"])
			.stderr(Stdio::piped())
			.spawn()
			.expect("it runs");
		let told = Arc::new(Mutex::new(String::new()));
		let (err, heard) = (child.stderr.take().expect("piped"), told.clone());
		thread::spawn(move || {
			for line in BufReader::new(err).lines().map_while(Result::ok) {
				heard.lock().expect("no panic").push_str(&(line + "\n"));
			}
		});
		let url = until("it listens", || {
			let told = told.lock().expect("no panic").clone();
			let (_, rest) = told.split_once("Serving at ")?;
			rest.split_once(';').map(|(url, _)| url.to_owned())
		});
		Self {
			child,
			url,
			told,
			agent,
			key: key.to_owned(),
		}
	}

	pub fn told(&self) -> String {
		self.told.lock().expect("no panic").clone()
	}

	/// Waits until it has told this.
	#[track_caller]
	pub fn tells(&self, what: &str) {
		until(what, || self.told().contains(what).then_some(()));
	}

	pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Came {
		let mut request = ureq::http::Request::builder()
			.method(method)
			.uri(format!("{}{path}", self.url));
		if !headers.iter().any(|(name, _)| *name == "authorization") && !self.key.is_empty() {
			request = request.header("authorization", format!("Bearer {}", self.key));
		}
		for (name, value) in headers.iter().filter(|(_, value)| !value.is_empty()) {
			request = request.header(*name, *value);
		}
		let request = request.body(body.to_owned()).expect("a request");
		let mut response = self.agent.run(request).expect("it answers");
		let headers = response.headers().iter().map(|(name, value)| {
			let value = value.to_str().expect("a text").to_owned();
			(name.to_string(), value)
		});
		Came {
			status: response.status().as_u16(),
			headers: headers.collect(),
			text: response.body_mut().read_to_string().expect("a text"),
		}
	}

	pub fn get(&self, path: &str) -> Came {
		self.send("GET", path, &[], "")
	}

	pub fn ask(&self, body: &Value) -> Came {
		self.send("POST", "/v1/evaluations", &[], &body.to_string())
	}

	/// Waits until it has a node.
	pub fn ready(&self) {
		until("it has a node", || {
			(self.get("/readyz").status == 200).then_some(())
		});
	}
}

impl Drop for Gateway {
	fn drop(&mut self) {
		assert!(self.child.kill().is_ok() && self.child.wait().is_ok());
	}
}

/// Who asks; with a root that it trusts, and perhaps a certificate of its own.
pub fn agent(tls: Option<TlsConfig>) -> Agent {
	let config = Agent::config_builder()
		.http_status_as_error(false)
		.timeout_global(Some(LIMIT));
	match tls {
		Some(tls) => config.tls_config(tls).build().into(),
		None => config.build().into(),
	}
}

/// Makes a key: it, and what the settings say of it.
pub fn key(desk: &Desk, name: &str, rights: &str, rate: u32) -> (String, String) {
	let rate = rate.to_string();
	let arguments = [
		"gateway",
		"key",
		name,
		"--grantor",
		"CR",
		"--rights",
		rights,
		"--rate",
		&rate,
	];
	let came = desk.run(&arguments);
	assert_eq!(came.exit, 0, "{}", came.err);
	let (key, settings) = came.out.split_once("\n\n").expect("both");
	(key.to_owned(), settings.to_owned())
}

pub const ALL: &str = "evaluate,certificates,lists,changes,metrics";

pub fn question(tin: &str) -> Value {
	json!({"identifier": tin, "role": "EX", "direction": "Import"})
}

pub fn questions(tins: &[&str]) -> Value {
	let questions: Vec<_> = tins.iter().map(|tin| question(tin)).collect();
	json!({ "questions": questions })
}
