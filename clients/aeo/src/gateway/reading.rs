//! What is asked, read field by field: what can't be read is named, and how it is written.

use super::{
	answers::MANY,
	feed::{unknown_kind, Asked, FINALITIES},
	problem::{Field, Kind, Problem, Wrong},
};
use crate::list::export::Form;
use aeo_primitives::{
	certificate_number, tin::Tin, CertificateNumber, Direction, Identifier, Role, Territory,
	WrittenTin,
};
use axum::{body::Body, http::Uri};
use futures_util::StreamExt;
use primitive_types::H256;
use serde_json::{json, Map, Value};
use std::str::FromStr;

/// Most bytes of a body.
const MOST_BYTES: usize = 1024 * 1024;

/// So many bytes of one that is too large are read and let go of: who is still sending hears nothing.
const MOST_LET_GO: usize = 16 * MOST_BYTES;

/// Most entries of a page.
const MOST_ENTRIES: u32 = 500;

/// Reads a body to its end.
pub async fn body(body: Body) -> Result<Vec<u8>, Problem> {
	let mut bytes = Vec::new();
	let mut length = 0_usize;
	let mut parts = body.into_data_stream();
	while let Some(part) = parts.next().await {
		let part = part.map_err(|error| Problem::with(Kind::NotJson, "why", error))?;
		length = length.saturating_add(part.len());
		if length <= MOST_BYTES {
			bytes.extend_from_slice(&part);
		} else if length > MOST_LET_GO {
			break;
		}
	}
	if length > MOST_BYTES {
		return Err(Problem::with(Kind::TooLarge, "most", MOST_BYTES));
	}
	Ok(bytes)
}

/// Reads the questions of a body, as a node takes them.
pub fn questions(body: &[u8]) -> Result<Vec<Value>, Problem> {
	let body: Value =
		serde_json::from_slice(body).map_err(|error| Problem::with(Kind::NotJson, "why", error))?;
	let wrong = |place: &str, field| Wrong {
		place: place.to_owned(),
		field,
	};
	let Value::Object(mut body) = body else {
		return Err(Problem::of_field("#", Field::Body));
	};
	let questions = body.remove("questions");
	if let Some(name) = body.keys().next() {
		let place = format!("#/{}", pointer(name));
		return Err(Problem::of_field(&place, Field::Unknown));
	}
	let Some(Value::Array(questions)) = questions else {
		return Err(Problem::of_field("#/questions", Field::Questions));
	};
	if questions.len() > MANY {
		return Err(Problem::too_many(MANY));
	}
	let mut all = Vec::with_capacity(questions.len());
	let mut errors = Vec::new();
	for (place, question) in questions.into_iter().enumerate() {
		let place = format!("#/questions/{place}");
		match question {
			Value::Object(fields) => match question_of(fields) {
				Ok(question) => all.push(question),
				Err(fields) => {
					let named = fields.into_iter();
					errors.extend(
						named.map(|(name, field)| wrong(&format!("{place}/{name}"), field)),
					);
				}
			},
			_ => errors.push(wrong(&place, Field::Question)),
		}
	}
	if all.is_empty() && errors.is_empty() {
		errors.push(wrong("#/questions", Field::Questions));
	}
	if errors.is_empty() {
		Ok(all)
	} else {
		Err(Problem::of_fields(errors))
	}
}

/// Writes a name as a JSON pointer has it.
fn pointer(name: &str) -> String {
	name.replace('~', "~0").replace('/', "~1")
}

/// Reads a question, in the form that all have that ask the same; or the names of its fields that can't be read.
fn question_of(mut fields: Map<String, Value>) -> Result<Value, Vec<(String, Field)>> {
	let mut wrong = Vec::new();
	let mut text = |name: &str| match fields.remove(name) {
		Some(Value::String(text)) => Some(text),
		_ => None,
	};
	let role = text("role").and_then(|text| text.parse::<Role>().ok());
	let direction = text("direction")
		.and_then(|text| serde_json::from_value::<Direction>(Value::String(text)).ok());
	let identifier = fields.remove("identifier").and_then(identifier);
	if identifier.is_none() {
		wrong.push(("identifier".to_owned(), Field::Identifier));
	}
	if role.is_none() {
		wrong.push(("role".to_owned(), Field::Role));
	}
	if direction.is_none() {
		wrong.push(("direction".to_owned(), Field::Direction));
	}
	wrong.extend(fields.keys().map(|name| (pointer(name), Field::Unknown)));
	if !wrong.is_empty() {
		return Err(wrong);
	}
	Ok(json!({"identifier": identifier, "role": role, "direction": direction}))
}

/// Reads who is meant: a TIN as text, or as a node takes it.
fn identifier(value: Value) -> Option<Value> {
	match &value {
		Value::String(text) => {
			let tin: WrittenTin = text.parse().ok()?;
			(!text.trim().is_empty()).then(|| json!(tin))
		}
		Value::Object(_) => {
			let identifier: Identifier = serde_json::from_value(value).ok()?;
			Some(json!(identifier))
		}
		_ => None,
	}
}

/// The parameters of an address.
pub struct Parameters(Vec<(String, String)>);

impl Parameters {
	/// Reads them.
	pub fn of(uri: &Uri) -> Self {
		let query = uri.query().unwrap_or_default();
		Self(
			form_urlencoded::parse(query.as_bytes())
				.into_owned()
				.collect(),
		)
	}

	/// Takes one, as it is written.
	fn take(&mut self, name: &str) -> Option<String> {
		let place = self.0.iter().position(|(known, _)| known == name)?;
		Some(self.0.remove(place).1)
	}

	/// Takes one, and reads it.
	fn read<T>(
		&mut self,
		name: &str,
		field: Field,
		read: impl FnOnce(&str) -> Option<T>,
	) -> Result<Option<T>, Problem> {
		let read = |text: String| read(&text).ok_or_else(|| Problem::of_field(name, field));
		self.take(name).map(read).transpose()
	}

	fn number(&mut self, name: &str, field: Field) -> Result<Option<u32>, Problem> {
		self.read(name, field, |text| text.parse().ok())
	}

	/// Takes the grantor.
	pub fn grantor(&mut self) -> Result<Option<Territory>, Problem> {
		self.read("grantor", Field::Grantor, |text| text.parse().ok())
	}

	/// Takes the block, as a node takes it.
	pub fn at(&mut self) -> Result<Option<Value>, Problem> {
		self.read("at", Field::At, |text| match text.parse::<u32>() {
			Ok(number) => Some(json!(number)),
			Err(_) => {
				let hash = text.strip_prefix("0x").and_then(aeo_sealing::hex::array);
				hash.map(|hash| json!(H256(hash)))
			}
		})
	}

	/// Takes the page.
	pub fn page(&mut self) -> Result<u32, Problem> {
		Ok(self.number("page", Field::Page)?.unwrap_or_default())
	}

	/// Takes the form of a list; none where it is JSON.
	pub fn form(&mut self) -> Result<Option<Form>, Problem> {
		let form = self.read("format", Field::Format, |text| match text {
			"json" => Some(None),
			"csv" | "xlsx" | "xml" | "edifact" => Form::named(text).map(Some),
			_ => None,
		})?;
		Ok(form.flatten())
	}

	/// Takes what is asked of the feed.
	pub fn feed(&mut self, grantor: Territory) -> Result<Asked, Problem> {
		let is_cursor = |text: &str| (!text.is_empty()).then(|| text.to_owned());
		let cursor = self.read("cursor", Field::Cursor, is_cursor)?;
		let since = self.number("since", Field::Since)?;
		if cursor.is_some() && since.is_some() {
			return Err(Problem::of_field("since", Field::Since));
		}
		let kinds = self.read("kinds", Field::Kinds, |text| {
			let kinds: Vec<_> = text.split(',').map(|kind| kind.trim().to_owned()).collect();
			unknown_kind(&kinds).is_none().then_some(kinds)
		})?;
		let finality = self.read("finality", Field::Finality, |text| {
			FINALITIES.into_iter().find(|known| *known == text)
		})?;
		let is_limit = |limit: &u32| (1..=MOST_ENTRIES).contains(limit);
		Ok(Asked {
			grantor,
			cursor,
			since,
			until: self.number("until", Field::Until)?,
			kinds: kinds.unwrap_or_default(),
			finality,
			limit: self.read("limit", Field::Limit, |text| {
				text.parse().ok().filter(is_limit)
			})?,
		})
	}

	/// Refuses what is left: it has another name than is meant.
	pub fn end(self) -> Result<(), Problem> {
		match self.0.into_iter().find(|(name, _)| name != "grantor") {
			Some((name, _)) => Err(Problem::of_field(&name, Field::Unknown)),
			None => Ok(()),
		}
	}
}

fn part<T: FromStr>(name: &str, field: Field, text: &str) -> Result<T, Problem> {
	text.parse().map_err(|_| Problem::of_field(name, field))
}

/// Reads the issuer of a path.
pub fn issuer(text: &str) -> Result<Territory, Problem> {
	part("issuer", Field::Issuer, text)
}

/// Reads the number of a path.
pub fn number(text: &str) -> Result<CertificateNumber, Problem> {
	certificate_number(text).map_err(|_| Problem::of_field("number", Field::Number))
}

/// Reads the TIN of a path.
pub fn tin(text: &str) -> Result<Tin, Problem> {
	part("tin", Field::Tin, text)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::text::{Language, Texts};
	use proptest::prelude::*;

	fn wrong(body: &Value) -> Vec<String> {
		let problem = questions(body.to_string().as_bytes()).expect_err("refused");
		let json = problem.to_json(&Texts::new(Language::English));
		let errors = json["errors"].as_array().cloned().unwrap_or_default();
		let pointer = |error: &Value| error["pointer"].as_str().unwrap_or("?").to_owned();
		errors.iter().map(pointer).collect()
	}

	fn question() -> Value {
		json!({"identifier": "MXNWM9709244W4", "role": "EX", "direction": "Import"})
	}

	#[test]
	fn questions_should_be_read_in_one_form() {
		let body = json!({"questions": [
			question(),
			{"direction": "Import", "role": "Exporter", "identifier": "MXNWM9709244W4"},
			{"identifier": {"Certificate": {"issuer": "MX", "number": "7"}}, "role": "IM", "direction": "Export"},
			{"identifier": {"Alias": {"scheme": "Code", "value": "7"}}, "role": "IM", "direction": "Export"},
		]});
		let read = questions(body.to_string().as_bytes()).expect("right");
		assert_eq!(read.len(), 4);
		assert_eq!(read[0], read[1]);
		assert_eq!(read[0].to_string(), read[1].to_string());
	}

	#[test]
	fn fields_that_cannot_be_read_should_be_named() {
		let with = |name: &str, value: Value| {
			let mut question = question();
			question[name] = value;
			wrong(&json!({"questions": [self::question(), question]}))
		};
		assert_eq!(with("role", json!("XX")), ["#/questions/1/role"]);
		assert_eq!(with("role", json!(7)), ["#/questions/1/role"]);
		assert_eq!(
			with("direction", json!("Transit")),
			["#/questions/1/direction"]
		);
		assert_eq!(with("identifier", json!("")), ["#/questions/1/identifier"]);
		assert_eq!(
			with("identifier", json!({"Tax": 1})),
			["#/questions/1/identifier"]
		);
		assert_eq!(with("grantor", json!("CR")), ["#/questions/1/grantor"]);
		assert_eq!(wrong(&json!({"questions": [{}]})).len(), 3);
		assert_eq!(wrong(&json!({"questions": [7]})), ["#/questions/0"]);
		assert_eq!(wrong(&json!({"questions": []})), ["#/questions"]);
		assert_eq!(wrong(&json!({"question": []})), ["#/question"]);
		assert_eq!(wrong(&json!({"a/b~c": []})), ["#/a~1b~0c"]);
		assert_eq!(wrong(&json!({})), ["#/questions"]);
		assert_eq!(wrong(&json!([])), ["#"]);
		let many = json!({"questions": vec![question(); MANY + 1]});
		let problem = questions(many.to_string().as_bytes()).expect_err("too many");
		assert_eq!(problem.kind, Kind::TooMany);
		let problem = questions(b"{\"questions\": [").expect_err("no JSON");
		assert_eq!(problem.kind, Kind::NotJson);
	}

	#[test]
	fn parameters_should_be_read_or_named() {
		let feed = |query: &str| {
			let uri: Uri = format!("/v1/changes?{query}").parse().expect("an address");
			let mut parameters = Parameters::of(&uri);
			let asked = parameters.feed(Territory::CR)?;
			parameters.end().map(|()| asked)
		};
		let asked = feed("cursor=f1.7.00000009.1&kinds=leg,certificate&limit=500&grantor=CR");
		let asked = asked.expect("right");
		assert_eq!(asked.cursor.as_deref(), Some("f1.7.00000009.1"));
		assert_eq!(asked.kinds, ["leg", "certificate"]);
		for other in [
			"cursor=",
			"since=x",
			"cursor=f1.7.00000009.1&since=7",
			"kinds=legs",
			"kinds=",
			"finality=now",
			"limit=0",
			"limit=501",
			"until=-1",
			"sinse=7",
			"limit=1&limit=2",
		] {
			assert!(feed(other).is_err(), "{other}");
		}
		let at = |text: &str| {
			let uri: Uri = format!("/?at={text}").parse().expect("an address");
			Parameters::of(&uri).at().map(|at| at.is_some())
		};
		assert!(matches!(at("7"), Ok(true)));
		assert!(matches!(at(&format!("0x{}", "7".repeat(64))), Ok(true)));
		assert!(at("0x7").is_err() && at("yesterday").is_err() && at("").is_err());
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(64))]

		#[test]
		fn no_body_should_do_harm(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
			prop_assert!(questions(&bytes).is_err());
		}

		#[test]
		fn all_that_is_wrong_should_be_named(rights in proptest::collection::vec(any::<bool>(), 1..40)) {
			let rows: Vec<_> = rights
				.iter()
				.map(|right| if *right { question() } else { json!({"identifier": "X", "role": "", "direction": "Import"}) })
				.collect();
			let body = json!({ "questions": rows });
			let expected: Vec<_> = rights
				.iter()
				.enumerate()
				.filter(|(_, right)| !**right)
				.map(|(place, _)| format!("#/questions/{place}/role"))
				.collect();
			match questions(body.to_string().as_bytes()) {
				Ok(read) => prop_assert!(expected.is_empty() && read.len() == rights.len()),
				Err(_) => prop_assert_eq!(wrong(&body), expected),
			}
		}
	}
}
