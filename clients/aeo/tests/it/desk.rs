//! A folder of its own for each test, and the command in it.

use assert_cmd::Command;
use serde_json::Value;
use std::{
	fs,
	io::{BufRead, BufReader},
	path::PathBuf,
	process::{Child, Stdio},
};
use tempfile::TempDir;

pub const PASSWORD: &str = "correct horse battery staple";

/// A folder of its own, with the password in a file.
pub struct Desk(pub TempDir);

/// What came of a command.
pub struct Came {
	pub exit: i32,
	pub out: String,
	pub err: String,
}

impl Desk {
	pub fn new() -> Self {
		let desk = Self(TempDir::new().expect("a folder"));
		desk.write("password", PASSWORD);
		desk
	}

	pub fn path(&self, name: &str) -> PathBuf {
		self.0.path().join(name)
	}

	pub fn write(&self, name: &str, content: &str) {
		fs::write(self.path(name), content).expect("written");
	}

	pub fn run(&self, arguments: &[&str]) -> Came {
		self.pipe(arguments, "")
	}

	pub fn pipe(&self, arguments: &[&str], input: &str) -> Came {
		let output = Command::new(env!("CARGO_BIN_EXE_aeo"))
			.current_dir(self.0.path())
			.env_clear()
			.env("AEO_PASSWORD_FILE", "password")
			.args(arguments)
			.write_stdin(input)
			.output()
			.expect("it runs");
		let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
		Came {
			exit: output.status.code().expect("it ends by itself"),
			out: text(output.stdout),
			err: text(output.stderr),
		}
	}

	/// Writes the key file `key` with this secret, which opens faster than one that the command makes.
	pub fn have_key(&self, secret: &Value) {
		self.have_key_in("key", secret);
	}

	/// The same, in a file of this name.
	pub fn have_key_in(&self, name: &str, secret: &Value) {
		let mut recipient = age::scrypt::Recipient::new(PASSWORD.to_owned().into());
		recipient.set_work_factor(2);
		let file = age::encrypt(&recipient, text(secret).as_bytes()).expect("encrypted");
		fs::write(self.path(name), file).expect("written");
		self.keep_private(name);
	}

	/// Takes from others the right to read a file.
	pub fn keep_private(&self, name: &str) {
		#[cfg(unix)]
		{
			use std::os::unix::fs::PermissionsExt;
			let mode = fs::Permissions::from_mode(0o600);
			fs::set_permissions(self.path(name), mode).expect("set");
		}
	}
}

impl Came {
	#[track_caller]
	pub fn is(self, exit: i32, told: &str) -> Self {
		assert_eq!(self.exit, exit, "{}{}", self.out, self.err);
		assert!(
			self.err.contains(told),
			"{:?} does not say {told:?}",
			self.err
		);
		self
	}

	pub fn lines(&self) -> Vec<Value> {
		self.out
			.lines()
			.map(|line| serde_json::from_str(line).expect("JSON"))
			.collect()
	}
}

/// A server, ended with the test.
pub struct Served(Child, pub String);

impl Drop for Served {
	fn drop(&mut self) {
		assert!(self.0.kill().is_ok() && self.0.wait().is_ok());
	}
}

pub fn serve(desk: &Desk) -> Served {
	let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_aeo"))
		.current_dir(desk.0.path())
		.env_clear()
		.args(["sealed", "serve", "files", "--listen", "127.0.0.1:0"])
		.stderr(Stdio::piped())
		.spawn()
		.expect("it runs");
	let mut line = String::new();
	let err = child.stderr.take().expect("piped");
	BufReader::new(err)
		.read_line(&mut line)
		.expect("it says where");
	let (_, rest) = line.split_once("http://").expect("an address");
	let (address, _) = rest.split_once(';').expect("an address");
	Served(child, address.to_owned())
}

/// Returns a value as it is typed.
pub fn text(value: &Value) -> String {
	match value {
		Value::String(text) => text.clone(),
		other => other.to_string(),
	}
}
