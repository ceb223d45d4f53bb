//! `aeo list` as it is typed: what is right, and what is not.

use assert_cmd::Command;
use serde_json::Value;
use std::{fs, path::PathBuf};
use tempfile::TempDir;

/// A folder of its own with the files that officers practise with.
struct Desk(TempDir);

/// What came of a command.
struct Came {
	exit: i32,
	out: String,
	err: String,
}

impl Desk {
	fn new() -> Self {
		let desk = Self(TempDir::new().expect("a folder"));
		let practice =
			PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/officer/practice");
		for entry in fs::read_dir(practice).expect("the folder is there") {
			let path = entry.expect("an entry").path();
			let name = path.file_name().expect("a name").to_owned();
			fs::copy(&path, desk.0.path().join(name)).expect("copied");
		}
		desk
	}

	fn write(&self, name: &str, content: impl AsRef<[u8]>) {
		fs::write(self.0.path().join(name), content).expect("written");
	}

	fn read(&self, name: &str) -> String {
		fs::read_to_string(self.0.path().join(name)).expect("it is there")
	}

	/// Types a command: words with spaces between.
	fn run(&self, typed: &str) -> Came {
		let output = Command::new(env!("CARGO_BIN_EXE_aeo"))
			.current_dir(self.0.path())
			.env_clear()
			.args(typed.split(' '))
			.output()
			.expect("it runs");
		let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
		Came {
			exit: output.status.code().expect("it ends by itself"),
			out: text(output.stdout),
			err: text(output.stderr),
		}
	}
}

impl Came {
	#[track_caller]
	fn is(self, exit: i32, told: &[&str]) -> Self {
		assert_eq!(self.exit, exit, "{}{}", self.out, self.err);
		for told in told {
			let said = format!("{}{}", self.out, self.err);
			assert!(said.contains(told), "{said:?} does not say {told:?}");
		}
		self
	}
}

#[test]
fn a_list_that_is_right_should_be_told_so() {
	let desk = Desk::new();
	desk.run("list check list-right.csv --profile list.toml")
		.is(
			0,
			&[
				"8 rows, 8 certificates, 0 errors",
				"list-right.csv.report.csv",
				"windows-1252",
				"Razón",
			],
		);
	assert!(desk
		.read("list-right.csv.report.csv")
		.starts_with("\u{feff}Row,Column,Value,Code,What to do\r\n"));
	desk.run("--lang es list check list-right.csv --profile list.toml")
		.is(0, &["8 filas, 8 certificados, 0 errores"]);
	assert!(desk
		.read("list-right.csv.report.csv")
		.starts_with("\u{feff}Fila,Columna,"));
	// What the profile says can be typed, and its own kind of profile named.
	desk.run("list check list-right.csv --territory Mexico --programme OEA --type OEA --dates dmy")
		.is(0, &["8 certificates, 0 errors"]);
	desk.run("list check list-right.csv --profile mx")
		.is(0, &["8 certificates, 0 errors", "N13"]);
}

#[test]
fn each_error_should_be_told_with_its_row() {
	let desk = Desk::new();
	let came = desk
		.run("list check list-with-errors.csv --programme OEA --type OEA")
		.is(
			3,
			&[
				"Row 4, A RFC: E01",
				"Row 5, D Rubro: E13",
				"Row 6, E Estatus: E06",
				"Row 7, F Inicio de vigencia: E11",
				"Row 8, G Vencimiento: E12",
				"Row 11, A RFC: E03",
				"errors in list-with-errors.csv",
			],
		);
	assert!(came.out.contains("8 rows"), "{}", came.out);
	let report = desk.read("list-with-errors.csv.report.csv");
	for row in [4, 5, 6, 7, 8, 11] {
		assert!(
			report
				.lines()
				.any(|line| line.starts_with(&format!("{row},"))),
			"{report}"
		);
	}
	// The profile knows two of the words.
	let came = desk
		.run("list check list-with-errors.csv --profile list.toml")
		.is(3, &["E01", "E11", "E12", "E03"]);
	assert!(
		!came.err.contains("E13") && !came.err.contains("E06"),
		"{}",
		came.err
	);
}

#[test]
fn programs_should_get_json() {
	let desk = Desk::new();
	let came = desk
		.run("--json list check list-with-errors.csv --profile list.toml")
		.is(3, &[]);
	let lines: Vec<Value> = came
		.out
		.lines()
		.map(|line| serde_json::from_str(line).expect("JSON"))
		.collect();
	let (summary, entries) = lines.split_last().expect("lines");
	assert_eq!(summary["rows"], 8);
	let errors = entries
		.iter()
		.filter(|entry| entry["severity"] == "error")
		.count();
	assert_eq!(summary["errors"], errors);
	assert_eq!(summary["document"].as_str().map(str::len), Some(66));
	assert!(entries
		.iter()
		.any(|entry| entry["code"] == "E01" && entry["row"] == 4));
	let failure: Value = serde_json::from_str(&came.err).expect("JSON");
	assert_eq!(
		(&failure["error"], &failure["exit"]),
		(&"ListRows".into(), &3.into())
	);
	desk.write("page.xls", "<html><table></table></html>");
	let came = desk.run("--json list check page.xls").is(3, &[]);
	let failure: Value = serde_json::from_str(&came.err).expect("JSON");
	assert_eq!(failure["error"], "NotAList");
}

#[test]
fn what_is_no_list_should_be_refused() {
	let desk = Desk::new();
	desk.write("empty.csv", "");
	desk.write("page.xls", "<html><body>Error 500</body></html>");
	desk.write("cut.csv", "rfc,certificado\n\"A");
	desk.run("list check empty.csv")
		.is(3, &["There is nothing in the file"]);
	desk.run("--lang pt list check page.xls")
		.is(3, &["página da web"]);
	desk.run("list check cut.csv").is(3, &["ends inside row 2"]);
	desk.run("list check missing.csv").is(1, &["missing.csv"]);
	let folder = desk.0.path().join("folder");
	fs::create_dir(&folder).expect("a folder");
	desk.run("list check folder").is(3, &["no credential"]);
	assert!(!desk.0.path().join("empty.csv.report.csv").exists());
	let came = desk
		.run("list check list-right.csv --programme OEA")
		.is(3, &["--type"]);
	assert_eq!(came.out, "");
}

#[test]
fn dates_that_can_be_two_days_should_need_an_order() {
	let desk = Desk::new();
	desk.write(
		"days.csv",
		"tin,certificate,programme,type,roles,valid from\nMXNWM9709244W4,A-1,OEA,OEA,EX,03/04/2026\n",
	);
	desk.run("list check days.csv")
		.is(3, &["E04", "--dates dmy"]);
	for order in ["dmy", "mdy"] {
		desk.run(&format!("list check days.csv --dates {order}"))
			.is(0, &["1 certificates, 0 errors"]);
	}
}

#[test]
fn a_list_without_numbers_should_take_them_from_the_traders() {
	let desk = Desk::new();
	desk.write(
		"eos.csv",
		"EORI;Type;Roles;Date\nDE1234567;AEOF;EX;2020-01-13\nDE1234567;AEOC;IM;2020-01-13\n",
	);
	let check = "list check eos.csv --programme AEO";
	desk.run(check).is(3, &["--number-from tin"]);
	desk.run(&format!("{check} --number-from tin"))
		.is(3, &["E05", "same number as row 2"]);
	desk.run(&format!("{check} --number-from tin-type"))
		.is(0, &["2 certificates, 0 errors"]);
}

#[test]
fn a_template_should_be_a_list_and_nothing_be_overwritten() {
	let desk = Desk::new();
	for language in ["en", "es", "pt"] {
		for kind in ["csv", "xlsx"] {
			let file = format!("{language}.{kind}");
			desk.run(&format!("--lang {language} list template {file}"))
				.is(0, &[&file]);
			desk.run(&format!("list check {file}"))
				.is(0, &["1 certificates, 0 errors"]);
			desk.run(&format!("list template {file}"))
				.is(4, &["is there already"]);
		}
	}
	desk.run("list template list.ods")
		.is(2, &[".csv nor .xlsx"]);
	desk.run("list template missing/list.csv")
		.is(1, &["missing"]);
}

#[test]
fn what_is_typed_wrong_should_be_told() {
	let desk = Desk::new();
	for (typed, told) in [
		("list", "check"),
		("list chek list-right.csv", "chek"),
		("list check", "FILE"),
		("list check list-right.csv --dates ymd", "dmy"),
		("list check list-right.csv --number-from head", "tin-type"),
		("list check list-right.csv --territory QQ", "QQ"),
		(
			"list check list-right.csv --type A-very-long-name-of-a-type",
			"16 bytes",
		),
		(
			"list check list-right.csv --profile mxx",
			"There is no profile mxx",
		),
		(
			"list check list-right.csv --profile list-right.csv",
			"list-right.csv",
		),
		("list check list-right.csv --dry-run", "--dry-run"),
		(
			"list check list-right.csv list-with-errors.csv",
			"list-with-errors.csv",
		),
	] {
		let came = desk.run(typed);
		let said = format!("{}{}", came.out, came.err);
		let expected = if typed.ends_with("--profile list-right.csv") {
			[1, 2]
		} else {
			[2, 2]
		};
		assert!(
			expected.contains(&came.exit),
			"{typed}: {} {said}",
			came.exit
		);
		assert!(said.contains(told), "{typed}: {said}");
	}
	desk.write("wrong.toml", "dates = \"ymd\"\n");
	desk.run("list check list-right.csv --profile wrong.toml")
		.is(2, &["write dmy or mdy"]);
	desk.run("--lang es list check --help")
		.is(0, &["Revisar una lista", "--number-from"]);
}

#[test]
fn a_document_should_be_a_file_beside_the_list_and_nowhere_else() {
	let desk = Desk::new();
	let list = |document: &str| {
		format!("tin,certificate,programme,type,roles,valid from,document\nMXNWM9709244W4,A-1,OEA,OEA,EX,2026-04-13,{document}\n")
	};
	desk.write("decision.pdf", "decided");
	desk.write("a.csv", list("decision.pdf"));
	desk.run("list check a.csv").is(0, &["1 certificates"]);
	for elsewhere in ["missing.pdf", "../decision.pdf", "/etc/hostname", ".."] {
		desk.write("b.csv", list(elsewhere));
		desk.run("list check b.csv").is(3, &["E21"]);
	}
}

#[test]
fn what_is_wrong_should_be_told_before_a_node_is_asked() {
	let desk = Desk::new();
	let signed = "--as //MX//officer//1 --node http://127.0.0.1:1";
	// The list first: nothing listens there.
	desk.run(&format!(
		"list load list-with-errors.csv --profile list.toml {signed}"
	))
	.is(3, &["E01"]);
	for command in ["load", "confirm"] {
		let right = format!("list {command} list-right.csv --profile list.toml");
		desk.run(&right).is(2, &["--as"]);
		desk.run(&format!("{right} {signed}"))
			.is(6, &["127.0.0.1:1", "No node takes calls"]);
		desk.run(&format!(
			"{right} --as //MX//officer//1 --node http://aduana.example"
		))
		.is(2, &["not safe"]);
		desk.run(&format!("{right} {signed} --dry-run --wait"))
			.is(2, &["--wait"]);
	}
	let both = desk.run(
		"--json list export today.csv --issuer MX --node http://127.0.0.1:1 --node ws://127.0.0.1:2",
	);
	assert_eq!(both.exit, 6);
	for address in ["ws://127.0.0.1:1", "ws://127.0.0.1:2"] {
		assert!(both.err.contains(address), "{}", both.err);
	}
	assert!(!desk.0.path().join("today.csv").exists());
	for (typed, exit, told) in [
		("list export today.ods --issuer MX", 2, "--format"),
		("list export today --issuer MX", 2, "--format"),
		("list export today.csv", 2, "--issuer"),
		(
			"list export today.csv --issuer MX --since 31/12/2026",
			2,
			"--since",
		),
		("sync plan --issuer MX --from missing.csv", 1, "missing.csv"),
		(
			"sync plan --issuer MX --from postgres:db?view=v",
			2,
			"is no registry",
		),
		(
			"sync plan --issuer MX --from sqlite:missing.db?view=v",
			2,
			"is no registry",
		),
		(
			"sync plan --issuer MX --from sqlite:list.toml",
			2,
			"is no registry",
		),
		(
			"sync plan --issuer MX --from sqlite:list.toml?view=v",
			1,
			"can't be read",
		),
		(
			"sync plan --issuer MX --from list-with-errors.csv --profile list.toml",
			3,
			"E01",
		),
		(
			"sync apply list.toml --as //MX//officer//1",
			3,
			"is no plan",
		),
		(
			"sync apply missing.json --as //MX//officer//1",
			1,
			"missing.json",
		),
		("sync run --as //MX//officer//1", 2, "--from"),
	] {
		desk.run(typed).is(exit, &[told]);
	}
}

#[test]
fn shells_and_manuals_should_get_what_they_need() {
	let desk = Desk::new();
	for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
		let came = desk.run(&format!("completions {shell}")).is(0, &["list"]);
		assert!(came.out.contains("export"), "{shell}");
	}
	desk.run("completions cmd").is(2, &["cmd"]);
	desk.run("--lang es man pages").is(0, &[]);
	let page = desk.read("pages/aeo-list-load.1");
	assert!(page.contains("Proponer una lista"), "{page}");
	assert!(desk.0.path().join("pages/aeo.1").exists());
}
