//! `aeo credential verify` without a node: its exit codes, and what it fetches.

use aeo_credentials::{
	key_id, sign, Credential, Evidence, Kind, ListName, SigningKey, Status, Trust,
};
use aeo_primitives::{
	recognition::Standing, CertificateType, Halves, Role, Roles, SuspensionScope, Territory,
};
use assert_cmd::Command;
use primitive_types::H256;
use serde_json::{json, Value};
use std::{
	fs,
	io::{Read, Write},
	net::TcpListener,
	path::PathBuf,
	thread,
	time::{SystemTime, UNIX_EPOCH},
};
use tempfile::TempDir;

const DID: &str = "did:web:aduanas.example";
const HOST: &str = "https://aduanas.example";

/// An issuer's key, a credential, what is known of the issuer, and its lists.
struct Scene {
	folder: TempDir,
	key: SigningKey,
	now: u64,
}

impl Scene {
	fn new() -> Self {
		let elapsed = SystemTime::now()
			.duration_since(UNIX_EPOCH)
			.expect("it is after 1970");
		let scene = Self {
			folder: TempDir::new().expect("there is room"),
			key: SigningKey::generate().expect("there is randomness"),
			now: u64::try_from(elapsed.as_millis()).expect("it fits"),
		};
		scene.credential();
		scene.trust(scene.now);
		scene.lists(None);
		scene
	}

	fn file(&self, name: &str) -> PathBuf {
		self.folder.path().join(name)
	}

	fn write(&self, name: &str, text: &str) {
		fs::write(self.file(name), text).expect("it can be written");
	}

	fn signed(&self, claims: &Value) -> String {
		let kid = key_id(DID, &self.key.public());
		sign(Kind::Credential, &kid, claims, &self.key).expect("it signs")
	}

	fn credential(&self) {
		let (from, until) = Credential::validity(self.now - 1_000, None, self.now);
		let credential = Credential {
			did: DID.into(),
			name: "Mexico".into(),
			territory: Territory::MX,
			number: "A-1".try_into().expect("short"),
			ordinal: 0,
			edition: 0,
			holder: "did:jwk:e30".into(),
			legal_name: None,
			tin: "MXNWM9709244W4".into(),
			certificate_type: CertificateType {
				programme: "OEA".try_into().expect("short"),
				code: "FULL".try_into().expect("short"),
			},
			halves: Halves::Both,
			roles: Roles::new([Role::Exporter]).expect("one"),
			version: 1,
			from,
			until,
			evidence: Evidence {
				genesis: H256([1; 32]),
				number: 7,
				hash: H256([2; 32]),
			},
		};
		let claims = credential.to_json().expect("it names a host");
		self.write("credential.jwt", &self.signed(&claims));
	}

	/// What is known of the issuer at a moment.
	fn trust(&self, time: u64) {
		let trust = Trust {
			did: DID.try_into().expect("short"),
			key: self.key.public().compressed(),
			previous: None,
			standing: Standing::Admitted,
		};
		let known = json!({
			"genesis": H256([1; 32]),
			"territory": "MX",
			"block": 7,
			"time": time,
			"trust": trust,
		});
		self.write("trust.json", &known.to_string());
	}

	fn lists(&self, suspended: Option<SuspensionScope>) {
		let status = Status {
			edition: 0,
			ended: false,
			suspended,
		};
		fs::create_dir_all(self.file("status")).expect("there is room");
		for name in ListName::all(1, 0) {
			let claims = name.claims(DID, HOST, &name.bits(&[status]), self.now - 1_000, None);
			self.write(&format!("status/{name}.jwt"), &self.signed(&claims));
		}
	}

	/// The exit code, and what is said.
	fn verify(&self, more: &[&str]) -> (i32, String) {
		let output = Command::cargo_bin("aeo")
			.expect("it is built")
			.args(["credential", "verify", "--json"])
			.arg(self.file("credential.jwt"))
			.arg("--trust")
			.arg(self.file("trust.json"))
			.args(more)
			.output()
			.expect("it runs");
		let said = [output.stdout, output.stderr].concat();
		let code = output.status.code().expect("it ends by itself");
		(code, String::from_utf8(said).expect("it is text"))
	}

	fn with_lists(&self) -> (i32, String) {
		let folder = self.file("status");
		self.verify(&["--status", folder.to_str().expect("it is text")])
	}
}

fn ended((code, said): (i32, String), expected: i32, word: &str) {
	assert_eq!(code, expected, "{said}");
	assert!(said.contains(word), "{word} is missing in: {said}");
}

#[test]
fn a_valid_credential_should_end_with_0_and_say_what_holds() {
	let scene = Scene::new();
	ended(scene.with_lists(), 0, r#""halves":["customs","security"]"#);
	scene.lists(Some(SuspensionScope::Customs));
	ended(scene.with_lists(), 0, r#""halves":["security"]"#);
}

#[test]
fn a_refused_one_should_end_with_1() {
	let scene = Scene::new();
	scene.lists(Some(SuspensionScope::Full));
	ended(scene.with_lists(), 1, "Suspended");
	scene.write("credential.jwt", "no.credential.here");
	ended(scene.with_lists(), 1, "NotUnderstood");
	scene.write("credential.jwt", &"A".repeat(70_000));
	ended(scene.with_lists(), 1, "TooLarge");
	let other = Scene::new();
	fs::copy(other.file("credential.jwt"), scene.file("credential.jwt")).expect("there is room");
	ended(scene.with_lists(), 1, "KeyNotOnChain");
}

#[test]
fn what_nobody_can_tell_should_end_with_3() {
	let scene = Scene::new();
	fs::remove_file(scene.file("status/s0.jwt")).expect("it is there");
	ended(scene.with_lists(), 3, "StatusUnavailable");
	scene.write("status/s0.jwt", "no.list.here");
	ended(scene.with_lists(), 3, "StatusWrong");
	scene.trust(scene.now - 25 * 60 * 60 * 1_000);
	ended(scene.with_lists(), 3, "TrustStale");
	// A member that stands twice, and a file that is not there.
	scene.write("trust.json", r#"{"block":1,"block":2}"#);
	ended(scene.with_lists(), 3, "TrustStale");
	fs::remove_file(scene.file("trust.json")).expect("it is there");
	ended(scene.with_lists(), 3, "File");
}

#[test]
fn a_wrong_command_should_end_with_2() {
	let scene = Scene::new();
	assert_eq!(scene.verify(&["--audience", "bank"]).0, 2);
	assert_eq!(scene.verify(&["--node", "http://127.0.0.1:1"]).0, 2);
	assert_eq!(scene.verify(&["--loopback", "here"]).0, 2);
}

/// Answers each request with these bytes; the port.
fn serving(answer: &'static str) -> u16 {
	let listener = TcpListener::bind("127.0.0.1:0").expect("there is a port");
	let port = listener.local_addr().expect("it has one").port();
	thread::spawn(move || {
		for stream in listener.incoming() {
			let Ok(mut stream) = stream else { continue };
			let mut request = [0; 1024];
			if stream.read(&mut request).is_ok() && stream.write_all(answer.as_bytes()).is_err() {
				continue;
			}
		}
	});
	port
}

#[test]
fn a_host_that_leads_elsewhere_should_not_be_followed() {
	let scene = Scene::new();
	// The host is none, so nothing is fetched; and by the option for tests a redirect is not followed.
	ended(scene.verify(&[]), 3, "StatusUnavailable");
	for answer in [
		"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
		"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
		"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n",
	] {
		let loopback = format!("aduanas.example={}", serving(answer));
		ended(
			scene.verify(&["--loopback", &loopback]),
			3,
			"StatusUnavailable",
		);
	}
	let answer = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na.b";
	let loopback = format!("aduanas.example={}", serving(answer));
	ended(scene.verify(&["--loopback", &loopback]), 3, "StatusWrong");
	// Another host's is not the issuer's.
	let loopback = format!("other.example={}", serving(answer));
	ended(
		scene.verify(&["--loopback", &loopback]),
		3,
		"StatusUnavailable",
	);
}
