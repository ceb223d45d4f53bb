//! Lists as they may arrive, each with what is read and what is told. The layouts are guessed, all firms
//! are invented. `UPDATE=1 cargo test -p aeo-lists --test corpus` writes what is told now.

use std::{fmt::Write, fs, path::Path};

use aeo_lists::{check, Checked, Language, NotAList, Options, Profile, Row, Status, Texts};

fn shown(row: &Row) -> String {
	let roles: Vec<&str> = row.roles.iter().map(|role| role.code()).collect();
	let until = row.valid_until.map_or("open".into(), |day| day.to_string());
	let periods: Vec<String> = row
		.life
		.periods()
		.iter()
		.map(|period| match period.status {
			Status::Suspended { scope, until } => {
				let until = until.map(|day| format!(" until {day}")).unwrap_or_default();
				format!("Suspended({scope:?}{until}) {}", period.from)
			}
			status => format!("{status:?} {}", period.from),
		})
		.collect();
	let aliases: Vec<String> = row
		.aliases
		.iter()
		.map(|alias| format!(" {}={}", alias.scheme.code(), alias.value))
		.collect();
	format!(
		"{:?} {} {} {}/{} {} {}..{until} [{}]{}",
		row.at,
		row.tin,
		row.number,
		row.certificate_type.programme,
		row.certificate_type.code,
		roles.join(" "),
		row.valid_from,
		periods.join(", "),
		aliases.concat(),
	)
}

fn told(outcome: Result<Checked, NotAList>) -> String {
	let texts = Texts::of(Language::English);
	let mut text = String::new();
	match outcome {
		Ok(checked) => {
			for row in &checked.rows {
				writeln!(text, "{}", shown(row)).expect("a string takes all");
			}
			for entry in &checked.report.entries {
				let row = entry.row.map_or("-".into(), |row| row.to_string());
				let (code, column) = (entry.finding.code(), &entry.column);
				writeln!(text, "{code} {row} {column}: {}", entry.sentence(&texts))
					.expect("a string takes all");
			}
		}
		Err(why) => {
			writeln!(text, "{}: {}", why.id(), why.sentence(&texts)).expect("a string takes all")
		}
	}
	text
}

#[test]
fn every_list_should_be_read_and_told_as_expected() {
	let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
	let mut files: Vec<_> = fs::read_dir(&folder)
		.expect("the corpus is there")
		.map(|entry| entry.expect("an entry").path())
		.filter(|path| {
			!matches!(
				path.extension().and_then(|e| e.to_str()),
				Some("toml" | "expected")
			)
		})
		.collect();
	files.sort();
	assert!(files.len() >= 15, "only {} lists", files.len());
	let mut differing = Vec::new();
	for file in files {
		let profile = match fs::read_to_string(file.with_extension("toml")) {
			Ok(text) => Profile::parse(&text).expect("a profile"),
			Err(_) => Profile::default(),
		};
		let options = Options {
			profile,
			today: "2026-11-29".parse().ok(),
			..Options::default()
		};
		let told = told(check(&fs::read(&file).expect("a file"), &options));
		let expected = file.with_extension("expected");
		if std::env::var_os("UPDATE").is_some() {
			fs::write(&expected, &told).expect("it can be written");
		}
		if fs::read_to_string(&expected).unwrap_or_default() != told {
			differing.push(format!("{}:\n{told}", file.display()));
		}
	}
	assert!(differing.is_empty(), "{}", differing.join("\n"));
}
