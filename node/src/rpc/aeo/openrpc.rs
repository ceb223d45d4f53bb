//! The OpenRPC document of the methods: written from the table of questions and from the types in the
//! runtime's metadata, and compared with what the methods answer.
//!
//! UPDATE_DOCS=1 cargo test -p aeo-node openrpc

use super::{
	arguments::form, previous_release, tests::an_answer_each, BUSY_CODE, LIST, NOT_UNDERSTOOD_CODE,
	NO_STATE_CODE, UNKNOWN_BLOCK_CODE, UNKNOWN_GRANTOR_CODE, UNKNOWN_QUESTION_CODE,
	UNREADABLE_ANSWER_CODE,
};
use crate::{
	feed::entry::Kind,
	rpc::{
		feed::{tests::pages, CURSOR_FOREIGN_CODE, FEED_BEGINS_CODE, STALE_CODE, TOO_MANY_CODE},
		receipt::NO_FINALITY_CODE,
	},
};
use aeo_runtime::Runtime;
use aeo_runtime_api::{Listed, MAX_QUESTIONS, QUESTIONS};
use scale_info::{
	form::PortableForm, Field, PortableRegistry, TypeDef, TypeDefPrimitive, TypeDefVariant,
};
use serde_json::{json, Map, Value};
use sp_metadata_ir::frame_metadata::{
	v16::{RuntimeApiMethodMetadata, RuntimeMetadataV16},
	RuntimeMetadata,
};
use std::{
	collections::{BTreeMap, BTreeSet},
	env, fs,
	path::Path,
};

/// The schemas of types, as serde writes their values. A type with a name is written once, and
/// referred to.
struct Schemas {
	types: PortableRegistry,
	/// By name, with the type.
	named: BTreeMap<String, (u32, Value)>,
}

impl Schemas {
	fn of(&mut self, id: u32) -> Value {
		let found = self.types.resolve(id).expect("it is registered").clone();
		let Some(name) = found.path.ident() else {
			return self.unnamed(&found.type_def);
		};
		match name.as_str() {
			"AccountId32" => json!({ "type": "string", "description": "an address" }),
			"H256" => json!({ "type": "string", "pattern": "^0x[0-9a-f]{64}$" }),
			"CredentialKey" => json!({ "type": "string", "pattern": "^0x[0-9a-f]{66}$" }),
			"Option" => {
				let inner = found.type_params[0].ty.expect("of something");
				json!({ "anyOf": [self.of(inner.id), { "type": "null" }] })
			}
			_ => match &found.type_def {
				// The value alone: a set, a bounded list, a number with a meaning.
				TypeDef::Composite(composite) if is_newtype(&composite.fields) => {
					self.of(composite.fields[0].ty.id)
				}
				definition => {
					let name = if self.named.get(&name).is_some_and(|(known, _)| *known != id) {
						found.path.segments[found.path.segments.len() - 2..].join(".")
					} else {
						name
					};
					self.name(&name, id, definition);
					json!({ "$ref": format!("#/components/schemas/{name}") })
				}
			},
		}
	}

	fn name(&mut self, name: &str, id: u32, definition: &TypeDef<PortableForm>) {
		if let Some((known, _)) = self.named.get(name) {
			assert_eq!(*known, id, "two types are named {name}");
			return;
		}
		// Before its parts, which may refer to it.
		self.named.insert(name.into(), (id, Value::Null));
		let schema = self.unnamed(definition);
		self.named.insert(name.into(), (id, schema));
	}

	fn unnamed(&mut self, definition: &TypeDef<PortableForm>) -> Value {
		match definition {
			TypeDef::Composite(composite) => self.fields(&composite.fields),
			TypeDef::Variant(variants) => self.variants(variants),
			TypeDef::Sequence(sequence) if self.is_byte(sequence.type_param.id) => {
				json!({ "type": "string", "description": "bytes in hex" })
			}
			TypeDef::Sequence(sequence) => {
				json!({ "type": "array", "items": self.of(sequence.type_param.id) })
			}
			TypeDef::Array(array) => {
				let items = self.of(array.type_param.id);
				json!({ "type": "array", "items": items, "minItems": array.len, "maxItems": array.len })
			}
			TypeDef::Tuple(tuple) => {
				let items: Vec<_> = tuple.fields.iter().map(|field| self.of(field.id)).collect();
				json!({ "type": "array", "items": items, "minItems": items.len(), "maxItems": items.len() })
			}
			TypeDef::Primitive(TypeDefPrimitive::Bool) => json!({ "type": "boolean" }),
			TypeDef::Primitive(TypeDefPrimitive::Str) => json!({ "type": "string" }),
			TypeDef::Primitive(
				TypeDefPrimitive::I8
				| TypeDefPrimitive::I16
				| TypeDefPrimitive::I32
				| TypeDefPrimitive::I64,
			) => json!({ "type": "integer" }),
			TypeDef::Primitive(_) => json!({ "type": "integer", "minimum": 0 }),
			other => panic!("no answer has such a type: {other:?}"),
		}
	}

	/// Fields with names are an object, one without is its value, several are a list.
	fn fields(&mut self, fields: &[Field<PortableForm>]) -> Value {
		if is_newtype(fields) {
			return self.of(fields[0].ty.id);
		}
		let mut properties = Map::new();
		let mut items = Vec::new();
		for field in fields {
			let schema = self.of(field.ty.id);
			match &field.name {
				Some(name) => _ = properties.insert(name.clone(), schema),
				None => items.push(schema),
			}
		}
		if !items.is_empty() {
			return json!({ "type": "array", "items": items, "minItems": items.len(), "maxItems": items.len() });
		}
		let required: Vec<_> = properties.keys().cloned().collect();
		json!({
			"type": "object",
			"properties": properties,
			"required": required,
			"additionalProperties": false,
		})
	}

	/// A variant is its name, or an object with its name as the only field.
	fn variants(&mut self, variants: &TypeDefVariant<PortableForm>) -> Value {
		let (plain, others): (Vec<_>, Vec<_>) = variants
			.variants
			.iter()
			.partition(|variant| variant.fields.is_empty());
		let names: Vec<_> = plain.iter().map(|variant| &variant.name).collect();
		let plain = json!({ "type": "string", "enum": names });
		if others.is_empty() {
			return plain;
		}
		let mut choices: Vec<_> = others
			.iter()
			.map(|variant| {
				let content = self.fields(&variant.fields);
				json!({
					"type": "object",
					"properties": { &variant.name: content },
					"required": [variant.name],
					"additionalProperties": false,
				})
			})
			.collect();
		if !names.is_empty() {
			choices.insert(0, plain);
		}
		json!({ "oneOf": choices })
	}

	fn is_byte(&self, id: u32) -> bool {
		let found = self.types.resolve(id).expect("it is registered");
		matches!(found.type_def, TypeDef::Primitive(TypeDefPrimitive::U8))
	}

	/// The type of a field with this name.
	fn field(&self, id: u32, name: &str) -> u32 {
		let found = self.types.resolve(id).expect("it is registered");
		let TypeDef::Composite(composite) = &found.type_def else {
			panic!("it has fields")
		};
		let mut fields = composite.fields.iter();
		let field = fields.find(|field| field.name.as_deref() == Some(name));
		field.expect("it has the field").ty.id
	}

	/// What `Some` holds, or a list.
	fn inner(&self, id: u32) -> u32 {
		let found = self.types.resolve(id).expect("it is registered");
		match &found.type_def {
			TypeDef::Sequence(sequence) => sequence.type_param.id,
			_ => found.type_params[0].ty.expect("it is of something").id,
		}
	}

	/// The type of the answer in an answer with its block.
	fn answer(&self, id: u32) -> u32 {
		self.field(id, "answer")
	}
}

fn is_newtype(fields: &[Field<PortableForm>]) -> bool {
	matches!(fields, [field] if field.name.is_none())
}

fn metadata() -> RuntimeMetadataV16 {
	match Runtime::metadata_16().1 {
		RuntimeMetadata::V16(metadata) => metadata,
		_ => panic!("it is version 16"),
	}
}

/// An argument, as it may be written; `schema` gives that of its type.
fn argument(name: &str, schema: impl FnOnce() -> Value) -> Value {
	let text = json!({ "type": "string" });
	let schema = match name {
		"account" | "call" | "role" => text,
		"identifier" => json!({ "anyOf": [text, schema()] }),
		"questions" => json!({
			"type": "array",
			"items": { "type": "object", "required": ["identifier", "role", "direction"] },
			"maxItems": MAX_QUESTIONS,
		}),
		_ => schema(),
	};
	let may_be_null = schema["anyOf"]
		.as_array()
		.is_some_and(|choices| choices.iter().any(|choice| choice["type"] == "null"));
	json!({
		"name": name,
		"description": format!("Write {}.", form(name)),
		"required": !may_be_null && !["limit", "page"].contains(&name),
		"schema": schema,
	})
}

fn at() -> Value {
	let schema = json!({ "anyOf": [
		{ "type": "integer", "minimum": 0 },
		{ "type": "string", "pattern": "^0x[0-9a-f]{64}$" },
		{ "type": "null" },
	] });
	argument("at", || schema)
}

fn method(
	question: &Listed,
	asked: &RuntimeApiMethodMetadata<PortableForm>,
	schemas: &mut Schemas,
) -> Value {
	let mut params: Vec<_> = asked
		.inputs
		.iter()
		.map(|input| argument(&input.name, || schemas.of(input.ty.id)))
		.collect();
	params.push(at());
	let answer = schemas.answer(asked.output.id);
	let answer = match question.refuses {
		"" => schemas.of(answer),
		_ => schemas.of(schemas.inner(answer)),
	};
	let mut text: Vec<_> = asked.docs.iter().map(|line| line.trim()).collect();
	let pages = format!("{} places a page, from page 0.", question.places);
	if question.places > 0 {
		text.push(&pages);
	}
	let text = text.join(" ");
	let end = text.find(['.', ';', ':']).unwrap_or(text.len());
	let mut errors = vec![
		"Refused",
		"UnknownBlock",
		"NoState",
		"UnknownQuestion",
		"UnreadableAnswer",
	];
	if question.refuses == "grantor" {
		errors.push("UnknownGrantor");
	}
	match question.method {
		LIST => errors.push("Busy"),
		"aeo_list" => errors.push("TooMany"),
		"aeo_tryCall" => errors.push("CallNotUnderstood"),
		_ => {}
	}
	let errors: Vec<_> = errors
		.iter()
		.map(|name| json!({ "$ref": format!("#/components/errors/{name}") }))
		.collect();
	json!({
		"name": question.method,
		"summary": &text[..end],
		"description": text,
		"paramStructure": "either",
		"params": params,
		"result": {
			"name": "reply",
			"schema": {
				"allOf": [
					{ "$ref": "#/components/schemas/Reply" },
					{ "type": "object", "properties": { "answer": answer } },
				],
			},
		},
		"errors": errors,
	})
}

/// The methods of the feed.
fn feed_methods(
	api: &sp_metadata_ir::frame_metadata::v16::RuntimeApiMetadata<PortableForm>,
	schemas: &mut Schemas,
) -> Vec<Value> {
	let mut methods = api.methods.iter();
	let asked = methods.find(|method| method.name == "changes_in_block");
	let changes = schemas.answer(asked.expect("it is there").output.id);
	let page = page_schema(schemas, schemas.inner(changes));
	let grantor = {
		let mut methods = api.methods.iter();
		let list = methods
			.find(|method| method.name == "list")
			.expect("it is there");
		schemas.of(list.inputs[0].ty.id)
	};
	let or_null = |schema: Value| json!({ "anyOf": [schema, { "type": "null" }] });
	let number = || json!({ "type": "integer", "minimum": 0 });
	let time = json!({
		"type": "object",
		"properties": { "time": number() },
		"required": ["time"],
		"additionalProperties": false,
	});
	let kinds: Vec<_> = Kind::ALL.into_iter().map(Kind::name).collect();
	let params = json!([
		argument("grantor", || grantor),
		argument("cursor", || or_null(json!({ "type": "string" }))),
		argument(
			"since",
			|| json!({ "anyOf": [number(), time, { "type": "null" }] })
		),
		argument("until", || or_null(number())),
		argument("kinds", || or_null(json!({
			"type": "array",
			"items": { "type": "string", "enum": kinds },
		}))),
		argument("finality", || or_null(json!({
			"type": "string",
			"enum": ["safe", "final", "best"],
		}))),
		argument("limit", || json!({ "type": "integer", "minimum": 1 })),
	]);
	let method = |name: &str, summary: &str, description: &str, schema: Value| {
		let errors = ["Refused", "FeedBegins", "CursorForeign", "TooMany", "Stale"]
			.map(|name| json!({ "$ref": format!("#/components/errors/{name}") }));
		json!({
			"name": name,
			"summary": summary,
			"description": format!("{summary}. {description}"),
			"paramStructure": "either",
			"params": params,
			"result": { "name": "reply", "schema": schema },
			"errors": errors,
		})
	};
	let subscription = json!({ "anyOf": [{ "type": "string" }, { "type": "integer" }] });
	vec![
		method(
			"aeo_changes",
			"What has happened to a grantor since a place in the chain",
			"In order, 500 entries at most; cursor and since say from where on, and without them it is \
			 from now on. There may be more where there are no entries: a page looks at so many blocks only.",
			page,
		),
		method(
			"aeo_subscribeChanges",
			"What happens to a grantor from a place in the chain on, over a websocket",
			"Each notification (aeo_change) is an answer of aeo_changes: one for each block that tells \
			 something, and one at least every ten seconds. aeo_unsubscribeChanges ends it. One that can't \
			 go on, or isn't read, ends with an error of these in params.error.",
			subscription,
		),
	]
}

/// The methods of receipts.
fn receipt_methods() -> Vec<Value> {
	let number = || json!({ "type": "integer", "minimum": 0 });
	let or_null = |schema: Value| json!({ "anyOf": [schema, { "type": "null" }] });
	let hash = || json!({ "type": "string", "pattern": "^0x[0-9a-f]{64}$" });
	let bytes = || json!({ "type": "string", "description": "bytes in hex" });
	let list = |items: Value| json!({ "type": "array", "items": items });
	let of = |fields: Vec<(&str, Value)>| {
		let fields = fields.into_iter();
		object(fields.map(|(name, schema)| (name.into(), schema)).collect())
	};
	let question = json!({
		"type": "object",
		"properties": {
			"certificate": { "type": "object", "required": ["issuer", "number"] },
			"evaluate": {
				"type": "object",
				"required": ["grantor", "identifier", "role", "direction"],
			},
		},
		"additionalProperties": false,
	});
	let receipt = of(vec![
		("block_hash", hash()),
		("block_number", number()),
		("genesis", hash()),
		("set", number()),
		("headers", list(bytes())),
		("justification", bytes()),
		("specification", number()),
		("code", hash()),
		(
			"question",
			of(vec![
				("function", json!({ "type": "string" })),
				("arguments", bytes()),
			]),
		),
		("answer", bytes()),
		("proof", list(bytes())),
	]);
	let hand_off = of(vec![
		("set", number()),
		("header", bytes()),
		("justification", bytes()),
	]);
	let hand_offs = of(vec![
		("hand_offs", list(hand_off)),
		("next", or_null(number())),
		("forced", or_null(number())),
	]);
	let method = |name: &str,
	              summary: &str,
	              description: &str,
	              params: Value,
	              schema: Value,
	              errors: &[&str]| {
		let errors: Vec<_> = errors
			.iter()
			.map(|name| json!({ "$ref": format!("#/components/errors/{name}") }))
			.collect();
		json!({
			"name": name,
			"summary": summary,
			"description": format!("{summary}. {description}"),
			"paramStructure": "either",
			"params": params,
			"result": { "name": "reply", "schema": schema },
			"errors": errors,
		})
	};
	vec![
		method(
			"aeo_receipt",
			"What proves the answer to a question to who has no node",
			"Of a final block, the latest one where none is named; docs/developer/receipts.md says how it is \
			 verified and what a receipt adds.",
			json!([argument("question", || question), at()]),
			receipt,
			&["Refused", "UnknownBlock", "NoState", "NoFinality", "Busy"],
		),
		method(
			"aeo_handOffs",
			"The last block of each set of validators from one on, which names the next set",
			"The earliest first, 50 at most; `next` is where the next page begins, `forced` the set to which \
			 nobody handed over.",
			json!([argument("set", number)]),
			hand_offs,
			&["Refused", "UnknownBlock", "NoFinality"],
		),
	]
}

/// An object with exactly these properties.
fn object(properties: Map<String, Value>) -> Value {
	let required: Vec<_> = properties.keys().cloned().collect();
	json!({
		"type": "object",
		"properties": properties,
		"required": required,
		"additionalProperties": false,
	})
}

/// The answer of `aeo_changes`; `change` is the type of what a block changed.
fn page_schema(schemas: &mut Schemas, change: u32) -> Value {
	let text = || json!({ "type": "string" });
	let number = || json!({ "type": "integer", "minimum": 0 });
	let boolean = || json!({ "type": "boolean" });
	let hash = || json!({ "type": "string", "pattern": "^0x[0-9a-f]{64}$" });
	let fields = |list: Vec<(&str, Value)>| -> Map<String, Value> {
		list.into_iter()
			.map(|(name, schema)| (name.into(), schema))
			.collect()
	};
	let or_null = |schema: Value| json!({ "anyOf": [schema, { "type": "null" }] });
	let matter = schemas.field(change, "matter");
	let found = schemas
		.types
		.resolve(matter)
		.expect("it is registered")
		.clone();
	let TypeDef::Variant(variants) = found.type_def else {
		panic!("it has kinds")
	};
	let given = variants.variants[0]
		.fields
		.iter()
		.find(|field| field.name.as_deref() == Some("given"))
		.expect("a certificate is given something");
	let benefits = schemas.field(schemas.inner(given.ty.id), "benefits");
	let benefits = schemas.of(benefits);
	let block = object(fields(vec![
		("number", number()),
		("hash", hash()),
		("time", number()),
		("final", boolean()),
	]));
	let issuer = json!({ "anyOf": [text(), { "type": "null" }] });
	let common = |ops: Value| {
		fields(vec![
			("id", text()),
			("op", json!({ "type": "string", "enum": ops })),
			("benefits", benefits.clone()),
			(
				"resync",
				or_null(object(fields(vec![("issuer", issuer.clone())]))),
			),
			("early", boolean()),
			("block", block.clone()),
		])
	};
	let mut entries = vec![object(common(json!(["resync"])))];
	for (variant, kind) in variants.variants.iter().map(|variant| {
		let kind = Kind::ALL
			.into_iter()
			.find(|kind| kind.name() == variant.name.to_lowercase());
		(variant, kind.expect("each has a name"))
	}) {
		let mut properties = common(json!(["put", "due", "retract"]));
		properties.insert(
			"kind".into(),
			json!({ "type": "string", "enum": [kind.name()] }),
		);
		let effects = ["none", "begins", "ends", "changes"];
		properties.insert(
			"effect".into(),
			json!({ "type": "string", "enum": effects }),
		);
		let ack = object(fields(vec![("changes", number()), ("ordinals", number())]));
		properties.insert("ack".into(), or_null(ack));
		for field in &variant.fields {
			match field.name.as_deref().expect("each has a name") {
				"given" => {}
				"certificate" => {
					let standing = schemas
						.types
						.resolve(field.ty.id)
						.expect("it is there")
						.clone();
					let TypeDef::Composite(standing) = standing.type_def else {
						panic!("it has fields")
					};
					for field in standing.fields {
						let name = match field.name.expect("each has a name").as_str() {
							"certificate_type" => "type".into(),
							"state" => "after".into(),
							name => name.to_string(),
						};
						let schema = schemas.of(field.ty.id);
						properties.insert(name, schema);
					}
				}
				name => {
					let (name, schema) = (name.to_string(), schemas.of(field.ty.id));
					properties.insert(name, schema);
				}
			}
		}
		entries.push(object(properties));
	}
	let named = object(fields(vec![("number", number()), ("hash", hash())]));
	let head = object(fields(vec![("best", named.clone()), ("final", named)]));
	object(fields(vec![
		(
			"entries",
			json!({ "type": "array", "items": { "oneOf": entries } }),
		),
		("cursor", text()),
		("more", boolean()),
		("head", head),
	]))
}

/// The block of an answer, around it.
fn reply() -> Value {
	let properties = json!({
		"block_hash": {
			"type": "string",
			"pattern": "^0x[0-9a-f]{64}$",
			"description": "The hash of the block.",
		},
		"block_number": { "type": "integer", "minimum": 0, "description": "Its number." },
		"block_time": {
			"type": "integer",
			"minimum": 0,
			"description": "Its time, in milliseconds UTC.",
		},
		"finalised": { "type": "boolean", "description": "Whether it is final." },
		"historical": {
			"type": "boolean",
			"description": "Whether a block other than the best one was asked about.",
		},
		"stale": {
			"type": "boolean",
			"description": "Whether the present is meant and this node is behind it.",
		},
		"answer": {},
	});
	let required: Vec<_> = properties.as_object().expect("it is one").keys().collect();
	json!({
		"type": "object",
		"required": required,
		"properties": properties,
		"additionalProperties": false,
	})
}

fn document() -> Value {
	let metadata = metadata();
	let mut apis = metadata.apis.iter();
	let api = apis.find(|api| api.name == "AeoApi").expect("it is there");
	let mut schemas = Schemas {
		types: metadata.types.clone(),
		named: BTreeMap::new(),
	};
	let mut methods: Vec<_> = QUESTIONS
		.iter()
		.map(|question| {
			let mut methods = api.methods.iter();
			let asked = methods.find(|method| method.name == question.name);
			method(question, asked.expect("it is there"), &mut schemas)
		})
		.collect();
	methods.extend(feed_methods(api, &mut schemas));
	methods.extend(receipt_methods());
	let mut types: Map<_, _> = schemas
		.named
		.into_iter()
		.map(|(name, (_, schema))| (name, schema))
		.collect();
	types.insert("Reply".into(), reply());
	let error = |code: i32, message: &str| json!({ "code": code, "message": message });
	let mut document = json!({
		"openrpc": "1.3.2",
		"info": {
			"title": "Questions of aeo-chain",
			"version": env!("CARGO_PKG_VERSION"),
			"description": "The methods aeo_* of a node. What is said in docs/developer/queries.md of staleness, \
				pages and old blocks holds for all of them.",
			"license": { "name": env!("CARGO_PKG_LICENSE") },
		},
		"methods": methods,
		"components": {
			"schemas": types,
			"errors": {
				"Refused": error(-32602, "An argument is missing or wrong: the sentence says which, \
					and how it is written."),
				"UnknownBlock": error(UNKNOWN_BLOCK_CODE, "This node knows no such block."),
				"UnknownGrantor": error(UNKNOWN_GRANTOR_CODE, "The grantor is no administration at the \
					block."),
				"NoState": error(NO_STATE_CODE, "The state of the block is not kept here."),
				"UnknownQuestion": error(UNKNOWN_QUESTION_CODE, "The runtime of the block does not \
					know this question, or not with these arguments."),
				"UnreadableAnswer": error(UNREADABLE_ANSWER_CODE, "The runtime of the block answers in \
					a form that this node does not read."),
				"FeedBegins": error(FEED_BEGINS_CODE, "The feed of this node begins with a later block, \
					which data.block names."),
				"CursorForeign": error(CURSOR_FOREIGN_CODE, "This node knows no block that the cursor \
					names, or its second place is too far behind."),
				"TooMany": error(TOO_MANY_CODE, "More is asked for, or held open, than data.limit, or \
					a subscription is not read."),
				"Stale": error(STALE_CODE, "This node is behind the cursor."),
				"CallNotUnderstood": error(NOT_UNDERSTOOD_CODE, "The bytes are no call: data.field can't \
					be read."),
				"NoFinality": error(NO_FINALITY_CODE, "No proof of finality is kept for what is asked."),
				"Busy": error(BUSY_CODE, "The node answers as many lists of questions, or makes as many \
					receipts, as it does at once."),
			},
		},
	});
	document.sort_all_objects();
	document
}

/// What a value has that its schema does not allow: enough of JSON Schema for this document.
fn mismatch(schema: &Value, value: &Value, document: &Value) -> Option<String> {
	let known = [
		"$ref",
		"additionalProperties",
		"allOf",
		"anyOf",
		"description",
		"enum",
		"items",
		"maxItems",
		"minItems",
		"minimum",
		"oneOf",
		"pattern",
		"properties",
		"required",
		"type",
	];
	for word in schema.as_object().expect("a schema is an object").keys() {
		assert!(known.contains(&word.as_str()), "{word} is not understood");
	}
	let wrong = |what: &str| Some(format!("{what}: {value} under {schema}"));
	if let Some(name) = schema["$ref"].as_str() {
		let found = document
			.pointer(&name[1..])
			.expect("it refers to something");
		return mismatch(found, value, document);
	}
	let fitting = |choices: &Value| {
		let choices = choices.as_array().expect("a list");
		let fits = |choice: &&Value| mismatch(choice, value, document).is_none();
		choices.iter().filter(fits).count()
	};
	if !schema["oneOf"].is_null() && fitting(&schema["oneOf"]) != 1 {
		return wrong("not one of");
	}
	if !schema["anyOf"].is_null() && fitting(&schema["anyOf"]) == 0 {
		return wrong("none of");
	}
	for part in schema["allOf"].as_array().into_iter().flatten() {
		if let Some(error) = mismatch(part, value, document) {
			return Some(error);
		}
	}
	let is_of_type = match schema["type"].as_str() {
		None => true,
		Some("array") => value.is_array(),
		Some("boolean") => value.is_boolean(),
		Some("integer") => value.is_i64() || value.is_u64(),
		Some("null") => value.is_null(),
		Some("object") => value.is_object(),
		Some("string") => value.is_string(),
		Some(other) => panic!("{other} is not understood"),
	};
	if !is_of_type {
		return wrong("not of the type");
	}
	let choices = schema["enum"].as_array();
	if choices.is_some_and(|choices| !choices.contains(value)) {
		return wrong("not among");
	}
	if !schema["pattern"].is_null() {
		let text = value.as_str().expect("it is a string");
		let (length, what) = match schema["pattern"].as_str() {
			Some("^0x[0-9a-f]{64}$") => (64, "no hash"),
			Some("^0x[0-9a-f]{66}$") => (66, "no key"),
			other => panic!("the pattern {other:?} is not known here"),
		};
		let is_hex = text.strip_prefix("0x").is_some_and(|digits| {
			digits.len() == length
				&& digits
					.chars()
					.all(|digit| matches!(digit, '0'..='9' | 'a'..='f'))
		});
		if !is_hex {
			return wrong(what);
		}
	}
	for name in schema["required"].as_array().into_iter().flatten() {
		if value.get(name.as_str().expect("a name")).is_none() {
			return wrong(&format!("lacks {name}"));
		}
	}
	for (name, part) in value.as_object().into_iter().flatten() {
		match schema["properties"].get(name) {
			Some(schema) => {
				if let Some(error) = mismatch(schema, part, document) {
					return Some(error);
				}
			}
			None if schema["additionalProperties"] == json!(false) => {
				return wrong(&format!("has {name}"));
			}
			None => {}
		}
	}
	for (place, item) in value.as_array().into_iter().flatten().enumerate() {
		let error = match &schema["items"] {
			Value::Array(items) => match items.get(place) {
				Some(schema) => mismatch(schema, item, document),
				None => wrong("too many"),
			},
			Value::Null => None,
			schema => mismatch(schema, item, document),
		};
		if error.is_some() {
			return error;
		}
	}
	None
}

fn methods(document: &Value) -> &Vec<Value> {
	document["methods"].as_array().expect("a list")
}

fn name(value: &Value) -> &str {
	value["name"].as_str().expect("a name")
}

/// Calls `with` with each object in a value.
fn each_object(value: &Value, with: &mut impl FnMut(&Map<String, Value>)) {
	match value {
		Value::Object(fields) => {
			with(fields);
			fields.values().for_each(|field| each_object(field, with));
		}
		Value::Array(items) => items.iter().for_each(|item| each_object(item, with)),
		_ => {}
	}
}

#[test]
fn the_document_should_be_that_of_the_table() {
	let document = document();
	let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/api/openrpc.json");
	let text = serde_json::to_string_pretty(&document).expect("it is JSON") + "\n";
	if env::var_os("UPDATE_DOCS").is_some() {
		fs::write(&path, &text).expect("docs can be written");
	}
	let written = fs::read_to_string(&path).unwrap_or_default();
	assert!(
		written == text,
		"docs/api/openrpc.json differs from the questions: run this test with UPDATE_DOCS=1"
	);
}

/// What the meta-schema of OpenRPC asks for.
#[test]
fn the_document_should_be_whole() {
	let document = document();
	for part in ["/openrpc", "/info/title", "/info/version"] {
		assert!(
			document.pointer(part).is_some_and(Value::is_string),
			"{part}"
		);
	}
	let mut names = BTreeSet::new();
	for method in methods(&document) {
		assert!(names.insert(name(method)), "{method} is there twice");
		let params = method["params"].as_array().expect("a list");
		let mut seen = BTreeSet::new();
		let mut may_be_required = true;
		for param in params {
			assert!(seen.insert(name(param)), "{param} is there twice");
			assert!(param["schema"].is_object(), "{param}");
			assert_ne!(form(name(param)), form("none"), "{param} has no form");
			let is_required = param["required"] == json!(true);
			assert!(
				may_be_required || !is_required,
				"{param} is behind what may be left out"
			);
			may_be_required = is_required;
		}
		assert!(method["result"]["schema"].is_object(), "{method}");
		assert_eq!(name(&method["result"]), "reply");
	}
	let mut missing = Vec::new();
	let mut used = BTreeSet::new();
	each_object(&document, &mut |fields| {
		if let Some(reference) = fields.get("$ref").and_then(Value::as_str) {
			used.insert(reference.to_string());
			if document.pointer(&reference[1..]).is_none_or(Value::is_null) {
				missing.push(reference.to_string());
			}
		}
	});
	assert!(missing.is_empty(), "nothing is there: {missing:?}");
	for kind in ["schemas", "errors"] {
		for name in document["components"][kind]
			.as_object()
			.expect("names")
			.keys()
		{
			let reference = format!("#/components/{kind}/{name}");
			assert!(used.contains(&reference), "{reference} is not used");
		}
	}
}

/// The schemas say what the methods really give: at a present block, and at an old one, every answer.
#[test]
fn answers_should_be_as_the_document_says() {
	let document = document();
	let replies: Vec<_> = an_answer_each()
		.into_iter()
		.chain(previous_release::replies())
		.collect();
	for method in &methods(&document)[..QUESTIONS.len()] {
		let (name, schema) = (name(method), &method["result"]["schema"]);
		let mut replies = replies.iter().filter(|(asked, _)| asked == name).peekable();
		assert!(replies.peek().is_some(), "{name} is not asked");
		for (_, reply) in replies {
			assert_eq!(mismatch(schema, reply, &document), None, "{name}");
			for field in ["stale", "answer"] {
				let mut other = reply.clone();
				other.as_object_mut().expect("an object").remove(field);
				assert!(mismatch(schema, &other, &document).is_some(), "{name}");
			}
			let mut other = reply.clone();
			other["answer"] = json!(7.5);
			assert!(mismatch(schema, &other, &document).is_some(), "{name}");
		}
	}
}

/// An entry of each kind, as the methods of the feed give it.
#[test]
fn entries_of_the_feed_should_be_as_the_document_says() {
	let document = document();
	let mut methods = methods(&document).iter();
	let method = methods
		.find(|method| name(method) == "aeo_changes")
		.expect("it is there");
	let schema = &method["result"]["schema"];
	let pages = pages();
	assert!(pages.len() > Kind::ALL.len());
	for page in pages {
		assert_eq!(mismatch(schema, &page, &document), None);
		let mut other = page.clone();
		other["entries"][0]
			.as_object_mut()
			.expect("an entry")
			.remove("op");
		assert!(mismatch(schema, &other, &document).is_some());
	}
}
