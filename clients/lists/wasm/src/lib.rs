//! Reads lists where there is only WebAssembly. The portal calls it; what it tells are the rows of `aeo-lists`, and
//! the sentences of its report.

use aeo_lists::{check, Checked, Entry, Language, Options, Profile, Row, Severity, Status, Texts};
use aeo_primitives::{Date, SuspensionScope};
use primitive_types::H256;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[cfg(target_arch = "wasm32")]
mod module;

/// How a list is read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct How {
	/// `en`, `es` or `pt`.
	pub language: String,
	/// The text of its `list.toml`; empty where there is none.
	pub profile: String,
	/// What is said besides, in the words of a `list.toml`.
	pub said: serde_json::Value,
	/// The day it is, at the issuer's.
	pub today: Option<Date>,
	/// Files that rows may name, and their blake2-256.
	pub documents: BTreeMap<String, H256>,
}

/// Why nothing was read, in a sentence.
#[derive(Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Refused {
	/// What is said of the list has a mistake; as `aeo` says it, in English.
	Profile(String),
	/// The file is no list.
	List(String),
}

/// A list that was read.
#[derive(Debug, Serialize)]
pub struct List {
	/// blake2-256 of the file.
	pub document: H256,
	/// Its certificates.
	pub rows: Vec<Certificate>,
	/// What was found.
	pub findings: Vec<Finding>,
}

/// A certificate of a list.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Certificate {
	/// The rows of the spreadsheet that say so.
	pub at: Vec<u32>,
	/// Its number.
	pub number: String,
	/// The trader's.
	pub tin: String,
	/// The programme.
	pub programme: String,
	/// The type.
	pub code: String,
	/// The names of the roles.
	pub roles: Vec<&'static str>,
	/// The first day.
	pub valid_from: Date,
	/// The last day.
	pub valid_until: Option<Date>,
	/// Its life until now, the earliest period first.
	pub periods: Vec<Period>,
	/// The decision; none: the list.
	pub document: Option<H256>,
	/// The consent to publication; none: the list.
	pub consent: Option<H256>,
	/// How many aliases it has.
	pub aliases: usize,
}

/// What holds in a period.
#[derive(Debug, Serialize)]
pub struct Period {
	/// Its first day.
	pub from: Date,
	/// Authorised, Suspended, or Ended in whatever way.
	pub status: &'static str,
	/// What is suspended.
	pub scope: Option<SuspensionScope>,
	/// The last day before which nothing is decided about a suspension.
	pub until: Option<Date>,
}

/// What was found, and where.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
	/// The row; none where it is about the list.
	pub row: Option<u32>,
	/// Letters and heading of the column.
	pub column: String,
	/// What is there.
	pub value: String,
	/// Its code, `E01`.
	pub code: &'static str,
	/// Whether the row can't be loaded.
	pub is_error: bool,
	/// What it is, and what to type instead.
	pub sentence: String,
}

/// Reads a list.
///
/// # Errors
///
/// What is said of it has a mistake, or it is no list.
pub fn read(list: &[u8], how: How) -> Result<List, Refused> {
	let language: Language = how.language.parse().unwrap_or_default();
	let texts = Texts::of(language);
	let profile = Profile::parse(&how.profile).map_err(|why| Refused::Profile(why.to_string()))?;
	let said: Profile =
		serde_json::from_value(how.said).map_err(|why| Refused::Profile(why.to_string()))?;
	let options = Options {
		profile: profile.with(said),
		today: how.today,
		documents: &|name| how.documents.get(name).copied(),
		..Options::default()
	};
	let Checked {
		rows,
		report,
		document,
		..
	} = check(list, &options).map_err(|why| Refused::List(why.sentence(&texts)))?;
	Ok(List {
		document,
		rows: rows.iter().map(certificate).collect(),
		findings: report
			.entries
			.iter()
			.map(|entry| finding(entry, &texts))
			.collect(),
	})
}

fn certificate(row: &Row) -> Certificate {
	Certificate {
		at: row.at.clone(),
		number: row.number.to_string(),
		tin: row.tin.to_string(),
		programme: row.certificate_type.programme.to_string(),
		code: row.certificate_type.code.to_string(),
		roles: row.roles.iter().map(|role| role.name()).collect(),
		valid_from: row.valid_from,
		valid_until: row.valid_until,
		periods: row.life.periods().iter().map(period).collect(),
		document: row.document,
		consent: row.consent,
		aliases: row.aliases.len(),
	}
}

fn period(period: &aeo_lists::Period) -> Period {
	let (status, scope, until) = match period.status {
		Status::Authorised => ("Authorised", None, None),
		Status::Suspended { scope, until } => ("Suspended", Some(scope), until),
		Status::Revoked | Status::Relinquished | Status::Annulled => ("Ended", None, None),
	};
	Period {
		from: period.from,
		status,
		scope,
		until,
	}
}

fn finding(entry: &Entry, texts: &Texts) -> Finding {
	Finding {
		row: entry.row,
		column: entry.column.clone(),
		value: entry.value.clone(),
		code: entry.finding.code(),
		is_error: entry.finding.severity() == Severity::Error,
		sentence: entry.sentence(texts),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::{json, to_value, Value};

	/// What the tests of the page read too.
	const TOLD: &str = include_str!("../told.json");

	const LIST: &str =
		"RFC;Certificado;Rol;Estatus;Inicio;Fin;status_since;status_until;Decisión\n\
		NWM-970924-4W4;A-1;Exportador;Autorizado;13/04/2026;;;;acta.pdf\n\
		NWM-970924-4W4;A-2;Agente aduanal;Suspendido;13/04/2026;12/04/2031;14/06/2026;30/12/2026;\n\
		NWM-970924-4W4;A-3;Importador;Revocado;13/04/2020;;14/06/2021;;\n";

	fn how() -> Value {
		json!({
			"language": "es",
			"profile": "programme = \"OEA\"\n[headings]\ndocument = \"Decisión\"",
			"said": { "type": "OEA", "dates": "dmy" },
			"today": "2026-12-01",
			"documents": { "acta.pdf": H256::repeat_byte(7) },
		})
	}

	fn read_with(list: &[u8], changed: Value) -> Result<List, Refused> {
		let mut how = how();
		for (name, value) in changed.as_object().expect("an object") {
			how[name] = value.clone();
		}
		read(list, serde_json::from_value(how).expect("how to read"))
	}

	#[test]
	fn a_list_should_be_told_as_the_page_expects_it() {
		let list = read_with(LIST.as_bytes(), json!({})).expect("a list");
		let told: Value = serde_json::from_str(TOLD).expect("JSON");
		let now = to_value(&list).expect("JSON");
		assert_eq!(now, told, "{now:#}");
	}

	#[test]
	fn why_nothing_was_read_should_be_said() {
		let no_list = read_with(b"", json!({})).expect_err("nothing");
		assert_eq!(
			no_list,
			Refused::List("No hay nada en el archivo. Envíe la lista de nuevo.".into())
		);
		for changed in [
			json!({ "profile": "territory = \"QQ\"" }),
			json!({ "said": { "territory": "QQ" } }),
		] {
			match read_with(LIST.as_bytes(), changed) {
				Err(Refused::Profile(why)) => assert!(why.contains("ISO 3166-1"), "{why}"),
				other => panic!("{other:?}"),
			}
		}
	}

	#[test]
	fn what_is_said_should_go_before_the_profile() {
		let said = json!({ "said": { "type": "OEA-S", "programme": null } });
		let list = read_with(LIST.as_bytes(), said).expect("a list");
		let [first, ..] = &list.rows[..] else {
			panic!("no rows")
		};
		assert_eq!((&*first.programme, &*first.code), ("OEA", "OEA-S"));
	}
}
