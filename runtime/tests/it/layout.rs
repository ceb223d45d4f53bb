//! How what is stored is laid out, and what the questions and their answers look like: one line each,
//! with a hash over the names and places of all fields and variants.

use aeo_runtime::Runtime;
use scale_info::{form::PortableForm, PortableRegistry, TypeDef};
use sp_core::{bytes::to_hex, H256};
use sp_crypto_hashing::blake2_256;
use sp_metadata_ir::frame_metadata::{
	v16::{RuntimeMetadataV16, StorageEntryMetadata, StorageEntryType},
	RuntimeMetadata,
};
use std::{collections::BTreeMap, fmt::Write};

/// The recorded lines.
pub const RECORDED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/layout.snapshot");

/// Writes down types; each one once, since they may hold themselves.
struct Shapes<'types> {
	types: &'types PortableRegistry,
	seen: Vec<u32>,
	text: String,
}

impl Shapes<'_> {
	fn write(&mut self, text: &str) {
		write!(self.text, "{text} ").expect("memory suffices");
	}

	fn fields(&mut self, fields: &[scale_info::Field<PortableForm>]) {
		self.write("(");
		for field in fields {
			self.write(field.name.as_deref().unwrap_or("_"));
			self.add(field.ty.id);
		}
		self.write(")");
	}

	fn add(&mut self, id: u32) {
		if let Some(place) = self.seen.iter().position(|seen| *seen == id) {
			return self.write(&format!("#{place}"));
		}
		self.seen.push(id);
		let types = self.types;
		let found = types.resolve(id).expect("the type is registered");
		match &found.type_def {
			TypeDef::Composite(composite) => self.fields(&composite.fields),
			TypeDef::Variant(variants) => {
				for variant in &variants.variants {
					self.write(&format!("{}={}", variant.index, variant.name));
					self.fields(&variant.fields);
				}
			}
			TypeDef::Sequence(sequence) => {
				self.write("[]");
				self.add(sequence.type_param.id);
			}
			TypeDef::Array(array) => {
				self.write(&format!("[{}]", array.len));
				self.add(array.type_param.id);
			}
			TypeDef::Tuple(tuple) => {
				self.write("tuple");
				for field in &tuple.fields {
					self.add(field.id);
				}
				self.write("end");
			}
			TypeDef::Primitive(primitive) => self.write(&format!("{primitive:?}")),
			TypeDef::Compact(compact) => {
				self.write("compact");
				self.add(compact.type_param.id);
			}
			TypeDef::BitSequence(bits) => {
				self.write("bits");
				self.add(bits.bit_store_type.id);
			}
		}
	}
}

/// The hash of what `write` writes down.
fn hash(types: &PortableRegistry, write: impl FnOnce(&mut Shapes)) -> String {
	let mut shapes = Shapes {
		types,
		seen: Vec::new(),
		text: String::new(),
	};
	write(&mut shapes);
	let hash = H256(blake2_256(shapes.text.as_bytes()));
	to_hex(&hash.0[..8], false)
}

fn entry(types: &PortableRegistry, entry: &StorageEntryMetadata<PortableForm>) -> String {
	hash(types, |shapes| {
		shapes.write(&format!("{:?} {:?}", entry.modifier, entry.default));
		match &entry.ty {
			StorageEntryType::Plain(value) => shapes.add(value.id),
			StorageEntryType::Map {
				hashers,
				key,
				value,
			} => {
				shapes.write(&format!("{hashers:?}"));
				shapes.add(key.id);
				shapes.add(value.id);
			}
		}
	})
}

fn metadata() -> RuntimeMetadataV16 {
	match Runtime::metadata_16().1 {
		RuntimeMetadata::V16(metadata) => metadata,
		_ => panic!("it is version 16"),
	}
}

/// The present lines: `stored` with pallet, name and hash; `asked` with trait, version, name and hash.
pub fn lines() -> String {
	let metadata = metadata();
	let types = &metadata.types;
	let mut lines = String::new();
	for pallet in &metadata.pallets {
		for stored in pallet.storage.iter().flat_map(|storage| &storage.entries) {
			let (pallet, name, hash) = (&pallet.name, &stored.name, entry(types, stored));
			writeln!(lines, "stored {pallet} {name} {hash}").expect("memory suffices");
		}
	}
	for api in &metadata.apis {
		for method in &api.methods {
			let hash = hash(types, |shapes| {
				for input in &method.inputs {
					shapes.add(input.ty.id);
				}
				shapes.write("->");
				shapes.add(method.output.id);
			});
			let (api, version, name) = (&api.name, api.version.0, &method.name);
			writeln!(lines, "asked {api} {version} {name} {hash}").expect("memory suffices");
		}
	}
	lines
}

/// The version of the questions of customs administrations in such lines, and the hash of each.
pub fn questions(lines: &str) -> (u32, BTreeMap<&str, &str>) {
	let mut version = 0;
	let mut questions = BTreeMap::new();
	for line in lines.lines() {
		if let ["asked", "AeoApi", number, name, hash] = line.split(' ').collect::<Vec<_>>()[..] {
			version = number.parse().expect("a number");
			questions.insert(name, hash);
		}
	}
	(version, questions)
}

/// What a chain has stored, and what clients decode, must not change unseen.
#[test]
fn layouts_should_be_those_that_are_recorded() {
	let present = lines();
	if std::env::var_os("UPDATE_SNAPSHOT").is_some() {
		std::fs::write(RECORDED, &present).expect("the snapshot can be written");
	}
	let recorded = std::fs::read_to_string(RECORDED).expect("the snapshot is there");
	let differing = |one: &str, other: &str| -> Vec<String> {
		let known: Vec<_> = other.lines().collect();
		one.lines()
			.filter(|line| !known.contains(line))
			.map(String::from)
			.collect()
	};
	let (gone, new) = (
		differing(&recorded, &present),
		differing(&present, &recorded),
	);
	assert!(
		gone.is_empty() && new.is_empty(),
		"what is stored or asked has changed.\nbefore: {gone:#?}\nnow: {new:#?}\nFor each `stored` line \
		 that was on a chain: raise the pallet's STORAGE_VERSION and write a migration in its \
		 migrations.rs. For each `asked` line of `AeoApi`: raise `api_version` in runtime/api if this \
		 release has not, keep the question as it was with `changed_in`, and its types in v1.rs. Raise \
		 `spec_version`. Then run this test with UPDATE_SNAPSHOT=1 and commit runtime/layout.snapshot.",
	);
}

/// A client tells by the version how an answer is encoded.
#[test]
fn questions_that_changed_since_the_previous_release_should_have_a_higher_version() {
	let previous = std::fs::read_to_string(PREVIOUS).expect("the layout is there");
	let present = lines();
	let ((before, then), (after, now)) = (questions(&previous), questions(&present));
	assert!(!then.is_empty() && !now.is_empty());
	assert!(after >= before);
	if then != now {
		assert!(
			after > before,
			"the questions have changed: raise api_version"
		);
	}
}

/// The lines of the release before this one.
const PREVIOUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/1003/layout.snapshot");
