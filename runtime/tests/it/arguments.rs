//! Calls put together from the metadata, as a client does that knows nothing else of the runtime.

use crate::chain::Signer;
use aeo_runtime::{AccountId, Runtime, RuntimeCall};
use codec::{Compact, Decode, Encode};
use scale_info::{form::PortableForm, Field, PortableRegistry, Type, TypeDef, TypeDefPrimitive};
use serde_json::Value as Json;
use sp_metadata_ir::frame_metadata::RuntimeMetadata;
use std::sync::OnceLock;

/// The pallets whose calls are ours.
pub const PALLETS: [&str; 9] = [
	"Fees",
	"Administrations",
	"Identities",
	"Applications",
	"Certificates",
	"Suspensions",
	"Agreements",
	"Benefits",
	"Disclosures",
];

/// What a type is to somebody who fills in a form.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind<'types> {
	Text,
	Bool,
	/// So many bytes.
	Integer(usize),
	/// An integer in its compact form.
	Compact,
	Account,
	/// As many bytes as this: a hash, a key.
	Hash(usize),
	/// Any number of bytes.
	Bytes,
	/// None, or one of this type.
	Option(u32),
	/// One of several.
	Choice(&'types [scale_info::Variant<PortableForm>]),
	/// Each of them.
	Fields(&'types [Field<PortableForm>]),
	/// A set of this type. Clients start it with nothing.
	Set(u32),
	/// A list of this type. Clients start it with one item.
	List(u32),
}

/// A value of one of the runtime's types.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Value {
	/// What has no parts, encoded.
	Plain(Vec<u8>),
	/// The index of a variant, and its fields.
	Variant(u8, Vec<Value>),
	Fields(Vec<Value>),
	Items(Vec<Value>),
}

impl Value {
	fn encode_to(&self, bytes: &mut Vec<u8>) {
		match self {
			Self::Plain(plain) => bytes.extend(plain),
			Self::Variant(index, parts) => {
				bytes.push(*index);
				parts.iter().for_each(|part| part.encode_to(bytes));
			}
			Self::Fields(parts) => parts.iter().for_each(|part| part.encode_to(bytes)),
			Self::Items(parts) => {
				let count = u32::try_from(parts.len()).expect("few");
				Compact(count).encode_to(bytes);
				parts.iter().for_each(|part| part.encode_to(bytes));
			}
		}
	}
}

/// Chooses what stands in a form.
pub trait Fill {
	/// What comes next is for the argument, the field or the variant of this name.
	fn field(&mut self, _name: &str) {}

	fn text(&mut self) -> String;
	fn bool(&mut self) -> bool;
	/// It is cut to the bytes of its type.
	fn integer(&mut self) -> u128;
	fn account(&mut self) -> AccountId;
	fn byte(&mut self) -> u8;

	/// A hash or a key of so many bytes.
	fn hash(&mut self, bytes: usize) -> Vec<u8> {
		vec![self.byte(); bytes]
	}

	/// How many bytes, where any number can be given.
	fn bytes(&mut self) -> usize;
	fn is_some(&mut self) -> bool;
	/// Which of so many.
	fn choice(&mut self, of: usize) -> usize;
	fn set(&mut self) -> usize;
	fn list(&mut self) -> usize;
}

/// As polkadot.js Apps fills a form, of whose accounts this is the first.
pub struct Prefilled(pub AccountId);

impl Fill for Prefilled {
	fn text(&mut self) -> String {
		String::new()
	}

	fn bool(&mut self) -> bool {
		false
	}

	fn integer(&mut self) -> u128 {
		0
	}

	fn account(&mut self) -> AccountId {
		self.0.clone()
	}

	fn byte(&mut self) -> u8 {
		0
	}

	fn bytes(&mut self) -> usize {
		0
	}

	fn is_some(&mut self) -> bool {
		false
	}

	fn choice(&mut self, _: usize) -> usize {
		0
	}

	fn set(&mut self) -> usize {
		0
	}

	fn list(&mut self) -> usize {
		1
	}
}

/// A call of ours, as the metadata describes it.
#[derive(Debug)]
pub struct CallType {
	pub pallet: String,
	pub name: String,
	indices: [u8; 2],
	fields: Vec<Field<PortableForm>>,
}

impl CallType {
	/// `Certificates.propose`
	pub fn full_name(&self) -> String {
		format!("{}.{}", self.pallet, self.name)
	}

	pub fn arguments(&self) -> &[Field<PortableForm>] {
		&self.fields
	}
}

/// What the metadata says of our calls.
pub struct Forms {
	types: PortableRegistry,
	pub calls: Vec<CallType>,
}

/// The name of a field, or nothing.
pub fn name(field: &Field<PortableForm>) -> &str {
	field.name.as_deref().unwrap_or_default()
}

/// What the metadata says of our calls.
pub fn forms() -> &'static Forms {
	static FORMS: OnceLock<Forms> = OnceLock::new();
	FORMS.get_or_init(Forms::new)
}

impl Forms {
	fn new() -> Self {
		let RuntimeMetadata::V16(metadata) = Runtime::metadata_16().1 else {
			panic!("it is version 16")
		};
		let types = metadata.types;
		let variants = |id: u32| match &types.resolve(id).expect("it is registered").type_def {
			TypeDef::Variant(variants) => variants.variants.clone(),
			other => panic!("calls are enums, and not {other:?}"),
		};
		let calls = variants(metadata.outer_enums.call_enum_ty.id)
			.into_iter()
			.filter(|pallet| PALLETS.contains(&pallet.name.as_str()))
			.flat_map(|pallet| {
				let calls = variants(pallet.fields[0].ty.id);
				calls.into_iter().map(move |call| CallType {
					pallet: pallet.name.clone(),
					name: call.name,
					indices: [pallet.index, call.index],
					fields: call.fields,
				})
			})
			.collect();
		Self { types, calls }
	}

	pub fn call(&self, full_name: &str) -> &CallType {
		self.calls
			.iter()
			.find(|call| call.full_name() == full_name)
			.unwrap_or_else(|| panic!("there is no call {full_name}"))
	}

	fn resolve(&self, id: u32) -> &Type<PortableForm> {
		self.types.resolve(id).expect("the type is registered")
	}

	/// The last name of a type: `BTreeSet`.
	pub fn type_name(&self, id: u32) -> &str {
		self.resolve(id)
			.path
			.segments
			.last()
			.map_or("", String::as_str)
	}

	fn is_byte(&self, id: u32) -> bool {
		self.resolve(id).type_def == TypeDefPrimitive::U8.into()
	}

	/// What stands in the only field of this type, however often it is wrapped.
	fn unwrapped(&self, id: u32) -> u32 {
		match &self.resolve(id).type_def {
			TypeDef::Composite(composite) if composite.fields.len() == 1 => {
				self.unwrapped(composite.fields[0].ty.id)
			}
			_ => id,
		}
	}

	pub fn kind(&self, id: u32) -> Kind<'_> {
		let found = self.resolve(id);
		match (&found.type_def, self.type_name(id)) {
			(_, "AccountId32") => Kind::Account,
			(TypeDef::Variant(of), "Option") => Kind::Option(of.variants[1].fields[0].ty.id),
			(TypeDef::Variant(of), _) => Kind::Choice(&of.variants),
			(TypeDef::Composite(_), "BTreeSet" | "BoundedBTreeSet") => {
				match &self.resolve(self.unwrapped(id)).type_def {
					TypeDef::Sequence(of) => Kind::Set(of.type_param.id),
					other => panic!("a set is not {other:?}"),
				}
			}
			(TypeDef::Composite(of), _) if of.fields.len() == 1 && of.fields[0].name.is_none() => {
				self.kind(of.fields[0].ty.id)
			}
			(TypeDef::Composite(of), _) => Kind::Fields(&of.fields),
			(TypeDef::Sequence(of), _) if self.is_byte(of.type_param.id) => Kind::Bytes,
			(TypeDef::Sequence(of), _) => Kind::List(of.type_param.id),
			(TypeDef::Array(of), _) if self.is_byte(of.type_param.id) => {
				Kind::Hash(usize::try_from(of.len).expect("short"))
			}
			(TypeDef::Compact(_), _) => Kind::Compact,
			(TypeDef::Primitive(primitive), _) => match primitive {
				TypeDefPrimitive::Str => Kind::Text,
				TypeDefPrimitive::Bool => Kind::Bool,
				TypeDefPrimitive::U8 | TypeDefPrimitive::I8 => Kind::Integer(1),
				TypeDefPrimitive::U16 | TypeDefPrimitive::I16 => Kind::Integer(2),
				TypeDefPrimitive::U32 | TypeDefPrimitive::I32 => Kind::Integer(4),
				TypeDefPrimitive::U64 | TypeDefPrimitive::I64 => Kind::Integer(8),
				TypeDefPrimitive::U128 | TypeDefPrimitive::I128 => Kind::Integer(16),
				other => panic!("nobody fills in {other:?}"),
			},
			(other, name) => panic!("nobody fills in {name}: {other:?}"),
		}
	}

	/// A value with what `fill` chooses.
	pub fn fill(&self, id: u32, fill: &mut dyn Fill) -> Value {
		match self.kind(id) {
			Kind::Text => Value::Plain(fill.text().encode()),
			Kind::Bool => Value::Plain(fill.bool().encode()),
			Kind::Integer(bytes) => Value::Plain(fill.integer().to_le_bytes()[..bytes].to_vec()),
			Kind::Compact => Value::Plain(Compact(fill.integer()).encode()),
			Kind::Account => Value::Plain(fill.account().encode()),
			Kind::Hash(bytes) => Value::Plain(fill.hash(bytes)),
			Kind::Bytes => {
				let (byte, count) = (fill.byte(), fill.bytes());
				Value::Plain(vec![byte; count].encode())
			}
			Kind::Option(of) => match fill.is_some() {
				true => Value::Variant(1, vec![self.fill(of, fill)]),
				false => Value::Variant(0, vec![]),
			},
			Kind::Choice(of) => {
				// A client shows them by their index, which need not be their place.
				let mut of: Vec<_> = of.iter().collect();
				of.sort_by_key(|variant| variant.index);
				let chosen = of[fill.choice(of.len())];
				fill.field(&chosen.name);
				Value::Variant(chosen.index, self.fill_all(&chosen.fields, fill))
			}
			Kind::Fields(of) => Value::Fields(self.fill_all(of, fill)),
			Kind::Set(of) => {
				let count = fill.set();
				Value::Items((0..count).map(|_| self.fill(of, fill)).collect())
			}
			Kind::List(of) => {
				let count = fill.list();
				Value::Items((0..count).map(|_| self.fill(of, fill)).collect())
			}
		}
	}

	fn fill_all(&self, fields: &[Field<PortableForm>], fill: &mut dyn Fill) -> Vec<Value> {
		fields
			.iter()
			.map(|field| {
				fill.field(name(field));
				self.fill(field.ty.id, fill)
			})
			.collect()
	}

	/// The arguments of a call with what `fill` chooses.
	pub fn fill_call(&self, call: &CallType, fill: &mut dyn Fill) -> Value {
		Value::Fields(self.fill_all(&call.fields, fill))
	}

	/// A value as JSON writes it, the way of polkadot.js: a variant by its name, or as an object with
	/// that name; hashes as one byte, which all of their bytes are; accounts as development paths.
	pub fn read(&self, id: u32, json: &Json) -> Value {
		let wrong = format!("{json} is no {:?} ({})", self.kind(id), self.type_name(id));
		let text = || json.as_str().expect(&wrong);
		match self.kind(id) {
			Kind::Text => Value::Plain(text().encode()),
			Kind::Bool => Value::Plain(json.as_bool().expect(&wrong).encode()),
			Kind::Integer(bytes) => {
				let integer = i128::from(json.as_i64().expect(&wrong));
				Value::Plain(integer.to_le_bytes()[..bytes].to_vec())
			}
			Kind::Compact => Value::Plain(Compact(json.as_u64().expect(&wrong)).encode()),
			Kind::Account => Value::Plain(text().account().encode()),
			Kind::Hash(bytes) => match json {
				Json::String(hex) => {
					let hash = sp_core::bytes::from_hex(hex).expect(&wrong);
					assert_eq!(hash.len(), bytes, "{hex}");
					Value::Plain(hash)
				}
				_ => {
					let byte = json.as_u64().expect(&wrong);
					Value::Plain(vec![u8::try_from(byte).expect("a byte"); bytes])
				}
			},
			Kind::Bytes => Value::Plain(text().as_bytes().to_vec().encode()),
			Kind::Option(of) => match json {
				Json::Null => Value::Variant(0, vec![]),
				some => Value::Variant(1, vec![self.read(of, some)]),
			},
			Kind::Choice(of) => {
				let (name, parts) = match json {
					Json::String(name) => (name, &Json::Null),
					Json::Object(map) if map.len() == 1 => map.iter().next().expect("there is one"),
					_ => panic!("{wrong}"),
				};
				let chosen = of
					.iter()
					.find(|variant| variant.name == *name)
					.expect(&wrong);
				Value::Variant(chosen.index, self.read_all(&chosen.fields, parts))
			}
			Kind::Fields(of) => Value::Fields(self.read_all(of, json)),
			Kind::Set(of) | Kind::List(of) => {
				let items = json.as_array().expect(&wrong);
				Value::Items(items.iter().map(|item| self.read(of, item)).collect())
			}
		}
	}

	fn read_all(&self, fields: &[Field<PortableForm>], json: &Json) -> Vec<Value> {
		match (fields, json) {
			([], Json::Null) => vec![],
			([one], json) if one.name.is_none() => vec![self.read(one.ty.id, json)],
			(fields, Json::Object(map)) => {
				let names: Vec<_> = fields.iter().map(name).collect();
				for key in map.keys() {
					assert!(names.contains(&key.as_str()), "{key} is none of {names:?}");
				}
				fields
					.iter()
					.map(|field| {
						let part = map.get(name(field));
						let part = part.unwrap_or_else(|| panic!("{json} has no {}", name(field)));
						self.read(field.ty.id, part)
					})
					.collect()
			}
			_ => panic!("{json} does not have {} fields", fields.len()),
		}
	}

	/// The arguments of a call as JSON writes them.
	pub fn read_call(&self, call: &CallType, json: &Json) -> Value {
		Value::Fields(self.read_all(&call.fields, json))
	}
}

/// A call with its arguments, encoded.
pub fn bytes(call: &CallType, arguments: &Value) -> Vec<u8> {
	let mut bytes = call.indices.to_vec();
	arguments.encode_to(&mut bytes);
	bytes
}

/// What the runtime understands of a call; or why it can't be decoded, or comes out with other bytes,
/// so that its signature would be wrong.
pub fn understood(call: &CallType, arguments: &Value) -> Result<RuntimeCall, String> {
	let bytes = bytes(call, arguments);
	let name = call.full_name();
	let understood =
		RuntimeCall::decode(&mut &bytes[..]).map_err(|error| format!("{name}: {error}"))?;
	match understood.encode() == bytes {
		true => Ok(understood),
		false => Err(format!("{name} is encoded otherwise: {understood:?}")),
	}
}
