//! The command as it is typed: what is right, and what is not.

use crate::desk::{serve, text, Desk, Served, PASSWORD};
use assert_cmd::Command;
use serde_json::{json, Value};
use std::{
	fs,
	io::{Read, Write},
	net::TcpStream,
	path::Path,
};

/// A list of the library's vectors.
fn vector(name: &str) -> Value {
	let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sealing/vectors");
	let text = fs::read_to_string(folder.join(name)).expect("the vector is there");
	serde_json::from_str(&text).expect("JSON")
}

fn bytes(value: &Value) -> Vec<u8> {
	aeo_sealing::hex::bytes(value.as_str().expect("a text")).expect("digits")
}

/// Lays the files of a vector into the folder `files`, and returns the arguments that open it.
fn lay(desk: &Desk, list: &Value) -> Vec<String> {
	let folder = desk.path("files").join(text(&list["reader"]));
	fs::create_dir_all(&folder).expect("made");
	let write =
		|name: String, file: &Value| fs::write(folder.join(name), bytes(file)).expect("written");
	write(text(&list["sequence"]), &list["index"]["file"]);
	for page in list["pageFiles"].as_array().expect("pages") {
		write(text(&page["name"]), &page["file"]);
	}
	let mut arguments: Vec<_> = ["sealed", "open", "files", "--offline", "--key", "key"]
		.map(String::from)
		.into();
	for name in ["genesis", "issuer", "reader", "sequence", "root", "pages"] {
		arguments.extend([format!("--{name}"), text(&list[name])]);
	}
	arguments
}

fn with(arguments: &[String], name: &str, value: &str) -> Vec<String> {
	let place = arguments
		.iter()
		.position(|argument| argument == &format!("--{name}"))
		.expect("it is there");
	let mut arguments = arguments.to_vec();
	arguments[place + 1] = value.into();
	arguments
}

fn borrowed(arguments: &[String]) -> Vec<&str> {
	arguments.iter().map(String::as_str).collect()
}

#[test]
fn a_key_should_be_made_once_and_be_its_owners_only() {
	let desk = Desk::new();
	let made = desk.run(&["keys", "new", "key"]).is(0, "");
	let (_, public) = made.out.trim().rsplit_once(' ').expect("a key");
	assert_eq!(public.len(), 66, "{public}");
	#[cfg(unix)]
	{
		use std::os::unix::fs::PermissionsExt;
		let mode = |mode| fs::set_permissions(desk.path("key"), fs::Permissions::from_mode(mode));
		let metadata = fs::metadata(desk.path("key")).expect("there");
		assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
		mode(0o640).expect("set");
		desk.run(&["keys", "show", "key"]).is(4, "chmod 600");
		mode(0o600).expect("set");
	}
	let shown = desk.run(&["keys", "show", "key"]).is(0, "");
	assert_eq!(shown.out.trim(), public);
	let shown = desk.run(&["--json", "keys", "show", "key"]).is(0, "");
	assert_eq!(shown.lines(), [json!({"file": "key", "publicKey": public})]);
	let content = fs::read(desk.path("key")).expect("there");
	desk.run(&["keys", "new", "key"]).is(4, "never overwritten");
	desk.pipe(&["keys", "import", "key"], &"1".repeat(64))
		.is(4, "never overwritten");
	assert_eq!(fs::read(desk.path("key")).expect("there"), content);
	let others = desk.run(&["keys", "new", "other"]).is(0, "");
	assert!(!others.out.contains(public));
}

#[test]
fn a_password_should_be_there_long_and_right() {
	let desk = Desk::new();
	desk.run(&["keys", "new", "key"]).is(0, "");
	desk.write("password", "another long password");
	desk.run(&["keys", "show", "key"])
		.is(4, "does not open key");
	desk.write("password", "");
	desk.run(&["keys", "show", "key"])
		.is(2, "There is no password");
	desk.write("password", "eleven char");
	desk.run(&["keys", "new", "short"]).is(4, "12 characters");
	assert!(!desk.path("short").exists());
	fs::remove_file(desk.path("password")).expect("there");
	desk.run(&["keys", "show", "key"]).is(1, "password:");
	// The first line counts, with or without its end.
	desk.write("password", &format!("{PASSWORD}\nsecond line"));
	desk.run(&["keys", "show", "key"]).is(0, "");
}

#[test]
fn the_service_managers_credential_should_be_the_password() {
	let desk = Desk::new();
	fs::create_dir(desk.path("credentials")).expect("made");
	desk.write("credentials/aeo-password", PASSWORD);
	let show = |variables: &[(&str, &str)]| {
		let mut command = Command::new(env!("CARGO_BIN_EXE_aeo"));
		command.current_dir(desk.0.path()).env_clear();
		for (name, value) in variables {
			command.env(name, value);
		}
		let output = command.args(["keys", "new", "key"]).output();
		output.expect("it runs").status.code()
	};
	assert_eq!(show(&[("CREDENTIALS_DIRECTORY", "credentials")]), Some(0));
	assert_eq!(desk.run(&["keys", "show", "key"]).exit, 0);
}

#[test]
fn what_is_no_key_should_be_refused() {
	let desk = Desk::new();
	for digits in ["", "12", &"g".repeat(64), &"1".repeat(63), &"1".repeat(66)] {
		desk.pipe(&["keys", "import", "key"], digits)
			.is(3, "64 hexadecimal digits");
	}
	assert!(!desk.path("key").exists());
	desk.run(&["keys", "show", "key"]).is(1, "key:");
	for content in ["", "age-encryption.org/v1\n", &"x".repeat(10_000)] {
		desk.write("key", content);
		desk.keep_private("key");
		desk.run(&["keys", "show", "key"]).is(4, "no key file");
	}
	// One of age, under the password, that is no key.
	desk.have_key(&json!("12"));
	desk.run(&["keys", "show", "key"]).is(4, "no key file");
}

#[test]
fn a_known_key_should_be_imported() {
	let desk = Desk::new();
	let list = vector("list-of-nothing.json");
	for (file, digits) in [
		("plain", text(&list["readerSecret"])),
		(
			"spaced",
			format!(" {}\r\n", &text(&list["readerSecret"])[2..]),
		),
	] {
		let made = desk.pipe(&["keys", "import", file], &digits).is(0, "");
		assert!(made.out.contains(&text(&list["readerPublic"])));
		// The secret is shown nowhere.
		assert!(!made.out.contains(&digits.trim()[2..]));
	}
	let shown = desk.run(&["keys", "show", "plain"]).is(0, "");
	assert_eq!(shown.out.trim(), text(&list["readerPublic"]));
}

#[test]
fn a_list_should_be_opened() {
	let desk = Desk::new();
	let list = vector("list-of-three-pages.json");
	desk.have_key(&list["readerSecret"]);
	let shown = desk.run(&["--json", "keys", "show", "key"]);
	assert_eq!(shown.lines()[0]["publicKey"], list["readerPublic"]);
	let arguments = lay(&desk, &list);
	let opened = desk
		.run(&borrowed(&arguments))
		.is(0, "20 records opened, from 3 pages");
	let records = list["records"].as_array().expect("records");
	assert_eq!(opened.lines().len(), records.len());
	for (line, expected) in opened.out.lines().zip(records) {
		// The record stands in the line as it is hashed.
		assert!(line.contains(expected["record"].as_str().expect("a text")));
		let line: Value = serde_json::from_str(line).expect("JSON");
		assert_eq!(line["page"], expected["page"]);
		assert_eq!(line["salt"], expected["salt"]);
	}

	// Behind the chain, not there, not the one on chain.
	let changed = |name: &str, value: &str| desk.run(&borrowed(&with(&arguments, name, value)));
	changed("sequence", "4").is(8, "of sequence 3, and the chain says 4");
	changed("sequence", "2").is(6, "not there");
	changed("reader", "PE").is(6, "not there");
	changed("issuer", "PE").is(7, "does not open");
	changed("genesis", &"0".repeat(64)).is(7, "does not open");
	changed("root", &"0".repeat(64)).is(7, "not the one that stands on chain");
	changed("pages", "2").is(7, "not the one that stands on chain");

	// One page is changed, one is not there, one is right.
	let page = |place: usize| {
		let name = text(&list["pageFiles"][place]["name"]);
		desk.path("files").join("CR").join(name)
	};
	let mut blob = fs::read(page(0)).expect("there");
	blob[200] ^= 1;
	fs::write(page(0), blob).expect("written");
	fs::remove_file(page(1)).expect("there");
	let opened = desk
		.run(&borrowed(&arguments))
		.is(7, "2 pages were refused, and 1 opened");
	assert!(opened.err.contains("Page 0: The file does not open"));
	assert!(opened.err.contains("Page 1: The file is not there"));
	assert_eq!(opened.lines().len(), 4);
}

#[test]
fn a_failure_should_be_json_for_programs() {
	let desk = Desk::new();
	let list = vector("list-of-nothing.json");
	desk.have_key(&list["readerSecret"]);
	let mut arguments = lay(&desk, &list);
	arguments.push("--json".into());
	let opened = desk.run(&borrowed(&arguments)).is(0, "");
	assert_eq!((opened.out.as_str(), opened.err.as_str()), ("", ""));
	let behind = desk.run(&borrowed(&with(&arguments, "sequence", "9")));
	let failure: Value = serde_json::from_str(&behind.err).expect("JSON");
	assert_eq!(failure["error"], "Outdated");
	assert_eq!(failure["exit"], 8);
	assert_eq!(behind.exit, 8);
}

/// The arguments that seal a vector's list for its reader.
fn seal(list: &Value) -> Vec<String> {
	let mut arguments: Vec<_> = ["sealed", "seal", "sealed", "--offline"]
		.map(String::from)
		.into();
	for name in ["genesis", "issuer", "reader", "sequence"] {
		arguments.extend([format!("--{name}"), text(&list[name])]);
	}
	arguments.extend(["--to".into(), text(&list["readerPublic"])]);
	arguments
}

/// The rows of a vector's list.
fn rows(list: &Value) -> String {
	let records = list["records"].as_array().expect("records");
	let rows = records.iter().map(|record| {
		let text = record["record"].as_str().expect("a text");
		format!(
			"{{\"ordinal\":{},\"salt\":{},\"record\":{text}}}\n",
			record["ordinal"], record["salt"]
		)
	});
	rows.collect()
}

#[test]
fn a_list_should_be_sealed_and_opened_again() {
	let desk = Desk::new();
	let list = vector("list-of-three-pages.json");
	let arguments = seal(&list);
	let mut json_arguments = arguments.clone();
	json_arguments.push("--json".into());
	let sealed = desk
		.pipe(&borrowed(&json_arguments), &rows(&list))
		.is(0, "");
	let published = &sealed.lines()[0];
	// With the same records and salts the list is the same, whatever the files are.
	assert_eq!(published["root"], list["root"]);
	assert_eq!(published["pages"], list["pages"]);
	assert_eq!(published["files"], 4);
	desk.pipe(&borrowed(&arguments), &rows(&list))
		.is(4, "List 3 is there already");

	// The next list has the same pages: only its index is new.
	let next = with(&json_arguments, "sequence", "4");
	let sealed = desk.pipe(&borrowed(&next), &rows(&list)).is(0, "");
	assert_eq!(sealed.lines()[0]["files"], 1);

	desk.have_key(&list["readerSecret"]);
	let mut open = lay(&desk, &list);
	open[2] = "sealed".into();
	let opened = desk.run(&borrowed(&with(&open, "sequence", "4"))).is(0, "");
	assert_eq!(opened.lines().len(), 20);
}

#[test]
fn rows_should_be_right_before_anything_is_written() {
	let desk = Desk::new();
	let list = vector("list-of-three-pages.json");
	let all = rows(&list);
	let good: Vec<_> = all.lines().collect();
	let wrong = good[0].replace("\"Name\"", "\"Nome\"");
	let foreign = good[4].replace("\"issuer\":\"MX\"", "\"issuer\":\"PE\"");
	let input = [
		good[1],
		"",
		"no JSON",
		&wrong,
		good[1],
		&foreign,
		"{\"ordinal\":0}",
		&good[2].replace("0x", "0xzz"),
		&good[4].replace("\"ordinal\":1", "\"ordinal\":0"),
		&"x".repeat(300_000),
	];
	let sealed = desk
		.pipe(&borrowed(&seal(&list)), &input.join("\n"))
		.is(3, "nothing was written");
	for told in [
		"Row 3: ",
		"Row 4: The record is not as its schema says, \"data.Nome\"",
		"Row 5: There are two records of MX-OEA-00000",
		"Row 6: the record is one of PE",
		"Row 7: missing field `record`",
		"Row 8: ",
		"Row 9: the ordinal is that of certificate MX-OEA-00000",
		"Row 10: ",
	] {
		assert!(sealed.err.contains(told), "{} lacks {told:?}", sealed.err);
	}
	assert!(!sealed.err.contains("Row 1: ") && !sealed.err.contains("Row 2: "));
	assert!(!desk.path("sealed").exists());
	// In any form, without a salt, for oneself.
	desk.have_key(&list["readerSecret"]);
	let record: Value =
		serde_json::from_str(list["records"][0]["record"].as_str().expect("a text")).expect("JSON");
	let row = json!({"record": record, "ordinal": 0}).to_string();
	let mut own = seal(&list);
	let place = own.len() - 2;
	own[place] = "--key".into();
	own[place + 1] = "key".into();
	let sealed = desk.pipe(&borrowed(&own), &row).is(0, "");
	assert!(sealed.out.contains("Root"));
	assert!(sealed.out.contains(&text(&list["readerPublic"])));
}

#[test]
fn what_is_no_command_should_be_told_in_the_language_asked_for() {
	let desk = Desk::new();
	let wrong = |arguments: &[&str], told: &str| {
		let came = desk.run(arguments).is(2, told);
		assert_eq!(came.out, "");
	};
	wrong(&["keys", "new"], "Missing: <FILE>. Add --help");
	wrong(&["keys", "new", "key", "other"], "other is unknown here");
	wrong(&["keys", "make", "key"], "There is no command make");
	wrong(
		&["--lang", "es", "keys", "make", "key"],
		"No hay ningún comando make",
	);
	wrong(
		&["keys", "make", "key", "--lang=pt"],
		"Não há nenhum comando make",
	);
	wrong(
		&["--lang", "fr", "keys", "show", "key"],
		"Write one of: en, es, pt",
	);
	wrong(
		&["keys", "show", "key", "--password", "x"],
		"--password is unknown here",
	);
	let list = vector("list-of-nothing.json");
	let open = lay(&desk, &list);
	let changed = |name: &str, value: &str, told: &str| {
		wrong(&borrowed(&with(&open, name, value)), told);
	};
	changed("sequence", "0", "--sequence <NUMBER> can't be \"0\"");
	changed("sequence", "x", "--sequence <NUMBER> can't be \"x\"");
	changed("pages", "-1", "-1 is unknown here");
	changed("pages", "4294967296", "--pages <NUMBER> can't be");
	changed("root", "0x12", "64 hexadecimal digits");
	changed("issuer", "ZZ", "not a territory");
	let without: Vec<_> = open
		.iter()
		.filter(|text| *text != "--offline")
		.cloned()
		.collect();
	wrong(&borrowed(&without), "Missing: --offline.");
	let mut both = seal(&list);
	both.extend(["--key".into(), "key".into()]);
	wrong(&borrowed(&both), "don't go together");
	let neither = &seal(&list)[..12];
	wrong(&borrowed(neither), "Missing: <--key <FILE>|--to <KEY>>.");
	let mut nowhere = open.clone();
	nowhere[2] = "nowhere".into();
	wrong(&borrowed(&nowhere), "nowhere is no folder");
	let came = desk.run(&["sealed", "serve", "nowhere"]).is(2, "no folder");
	assert_eq!(came.out, "");
}

#[test]
fn help_should_be_there_for_every_command_in_every_language() {
	let desk = Desk::new();
	for path in [
		&[][..],
		&["keys"],
		&["keys", "new"],
		&["keys", "import"],
		&["keys", "show"],
		&["sealed"],
		&["sealed", "open"],
		&["sealed", "seal"],
		&["sealed", "sync"],
		&["sealed", "status"],
		&["sealed", "fetch"],
		&["sealed", "search"],
		&["sealed", "prove"],
		&["sealed", "verify"],
		&["sealed", "serve"],
	] {
		for (language, usage) in [("en", "Usage:"), ("es", "Uso:"), ("pt", "Uso:")] {
			let arguments = [&["--lang", language], path, &["--help"]].concat();
			let help = desk.run(&arguments).is(0, "");
			assert!(help.out.contains(usage), "{}", help.out);
			assert!(help.out.contains("--json"), "{}", help.out);
			assert!(!help.out.contains("help-"), "{}", help.out);
			assert!(!help.out.contains("Print help"), "{}", help.out);
			if language != "en" {
				for english in ["Commands", "Options", "OPTIONS", "Arguments", "Usage"] {
					assert!(!help.out.contains(english), "{}", help.out);
				}
			}
		}
	}
	let help = desk.run(&["sealed", "open", "--help"]).is(0, "");
	assert!(help.out.contains("--sequence <NUMBER>"), "{}", help.out);
	let version = desk.run(&["--version"]).is(0, "");
	assert!(version.out.starts_with("aeo "));
	// Without a command, help is what was missing.
	for path in [&[][..], &["keys"], &["sealed"]] {
		desk.run(path).is(2, "Usage:");
	}
}

/// Returns status and body of an answer.
#[test]
fn help_that_nobody_reads_to_the_end_should_end_quietly() {
	let (reader, writer) = std::io::pipe().expect("there is one");
	drop(reader);
	let came = std::process::Command::new(env!("CARGO_BIN_EXE_aeo"))
		.arg("--help")
		.stdout(writer)
		.output()
		.expect("it runs");
	assert_eq!(came.status.code(), Some(0));
	assert_eq!(came.stderr, b"");
}

fn ask(served: &Served, request: &str) -> (u16, Vec<u8>) {
	let mut stream = TcpStream::connect(&served.1).expect("it listens");
	let request = format!("{request} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
	stream.write_all(request.as_bytes()).expect("sent");
	let mut answer = Vec::new();
	stream.read_to_end(&mut answer).expect("answered");
	let end = answer.windows(4).position(|part| part == b"\r\n\r\n");
	let body = answer.split_off(end.expect("headers") + 4);
	let head = String::from_utf8(answer).expect("ASCII");
	let status = head.split(' ').nth(1).expect("a status");
	(status.parse().expect("a number"), body)
}

#[test]
fn only_sealed_files_should_be_served() {
	let desk = Desk::new();
	let list = vector("list-of-one-record.json");
	lay(&desk, &list);
	let name = text(&list["pageFiles"][0]["name"]);
	desk.write("secret", "not to be served");
	desk.write("files/secret", "not to be served");
	fs::write(desk.path("files/CR/notes.txt"), "not to be served").expect("written");
	fs::create_dir(desk.path("files/CR/9")).expect("made");
	#[cfg(unix)]
	std::os::unix::fs::symlink(desk.path("secret"), desk.path("files/CR/8")).expect("made");
	let served = serve(&desk);
	let get = |path: &str| ask(&served, &format!("GET {path}"));
	assert_eq!(get("/CR/1"), (200, bytes(&list["index"]["file"])));
	assert_eq!(
		get(&format!("/CR/{name}")),
		(200, bytes(&list["pageFiles"][0]["file"]))
	);
	let (status, body) = ask(&served, "HEAD /CR/1");
	assert_eq!((status, body.len()), (200, 0));
	for path in [
		"/",
		"/CR",
		"/CR/",
		"/CR/2",
		"/CR/8",
		"/CR/9",
		"/CR/notes.txt",
		"/secret",
		"/../secret",
		"/CR/../secret",
		"/CR/../../secret",
		"/CR/%2e%2e/secret",
		"/h/../secret",
		"//CR/1",
		"/CR/1?x=1",
		&format!("/{}", "x".repeat(5000)),
	] {
		assert_eq!(get(path), (404, Vec::new()), "{path}");
	}
	for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
		let (status, _) = ask(&served, &format!("{method} /CR/1"));
		assert_eq!(status, 405, "{method}");
	}
	let taken = desk.run(&["sealed", "serve", "files", "--listen", &served.1]);
	taken.is(4, "Choose another address");
}
