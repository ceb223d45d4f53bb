//! `GET /v1/openapi.json`: the routes, in a file beside this one, with the schemas of what a node answers, which are
//! those of its own document (docs/api/openrpc.json). Nothing is described twice.

use serde_json::{json, Map, Value};
use std::{collections::BTreeMap, sync::LazyLock};

const ROUTES: &str = include_str!("openapi.json");
const QUESTIONS: &str = include_str!("../../../../docs/api/openrpc.json");

/// Where schemas are, in both documents.
const SCHEMAS: &str = "#/components/schemas/";

/// Returns the document.
pub fn text() -> &'static str {
	static TEXT: LazyLock<String> = LazyLock::new(|| document().unwrap_or_default().to_string());
	&TEXT
}

fn document() -> Option<Value> {
	let mut document: Value = serde_json::from_str(ROUTES).ok()?;
	let mut questions: Value = serde_json::from_str(QUESTIONS).ok()?;
	document["info"]["version"] = json!(env!("CARGO_PKG_VERSION"));
	let known = match questions["components"]["schemas"].take() {
		Value::Object(known) => known,
		_ => return None,
	};
	let mut found = BTreeMap::new();
	let methods = questions["methods"].as_array()?;
	let changes = methods
		.iter()
		.find(|method| method["name"] == "aeo_changes")?;
	let changes = changes["result"]["schema"].clone();
	collect(&changes, &known, &mut found);
	found.insert("Changes".into(), changes);
	collect(&document, &known, &mut found);
	let own = document["components"]["schemas"].as_object_mut()?;
	own.extend(found);
	Some(document)
}

/// Adds the schemas that a part of a document names, and those that they name.
fn collect(part: &Value, known: &Map<String, Value>, found: &mut BTreeMap<String, Value>) {
	match part {
		Value::Object(fields) => {
			let named = fields.get("$ref").and_then(Value::as_str);
			let name = named.and_then(|named| named.strip_prefix(SCHEMAS));
			if let Some((name, schema)) = name.and_then(|name| known.get_key_value(name)) {
				if found.insert(name.clone(), schema.clone()).is_none() {
					collect(schema, known, found);
				}
			}
			fields
				.values()
				.for_each(|field| collect(field, known, found));
		}
		Value::Array(items) => items.iter().for_each(|item| collect(item, known, found)),
		_ => {}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	/// All that a document refers to.
	fn references(part: &Value, found: &mut Vec<String>) {
		match part {
			Value::Object(fields) => {
				found.extend(fields.get("$ref").and_then(Value::as_str).map(String::from));
				fields.values().for_each(|field| references(field, found));
			}
			Value::Array(items) => items.iter().for_each(|item| references(item, found)),
			_ => {}
		}
	}

	#[test]
	fn all_that_is_referred_to_should_be_there() {
		let document: Value = serde_json::from_str(text()).expect("JSON");
		let mut found = Vec::new();
		references(&document, &mut found);
		assert!(found.len() > 100, "{}", found.len());
		for reference in found {
			let pointer = reference.strip_prefix('#').expect("here");
			assert!(document.pointer(pointer).is_some(), "{reference}");
		}
	}
}
