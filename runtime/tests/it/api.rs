//! What our pallets are to those who call and read them: a page each of calls, events, errors and
//! storage, in docs/api.
//!
//! UPDATE_DOCS=1 cargo test -p aeo-runtime --test it api::

use crate::errors::{as_shown, head, in_one_line, metadata, row, variants, OURS};
use scale_info::{form::PortableForm, Field, PortableRegistry, TypeDef, Variant};
use sp_metadata_ir::frame_metadata::v16::{PalletMetadata, StorageEntryMetadata, StorageEntryType};
use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path};

/// The name of a type, as in Rust.
fn type_name(types: &PortableRegistry, id: u32) -> String {
	let found = types.resolve(id).expect("the type is registered");
	let list = |ids: &mut dyn Iterator<Item = u32>| {
		let names: Vec<_> = ids.map(|id| type_name(types, id)).collect();
		names.join(", ")
	};
	if let Some(name) = found.path.ident() {
		let mut parameters = found
			.type_params
			.iter()
			.filter_map(|parameter| parameter.ty);
		let parameters = match name.as_str() {
			"Option" | "Vec" | "BTreeMap" | "BTreeSet" | "BoundedVec" | "BoundedBTreeMap"
			| "BoundedBTreeSet" => list(&mut parameters.by_ref().map(|ty| ty.id)),
			_ => String::new(),
		};
		return if parameters.is_empty() {
			name
		} else {
			format!("{name}<{parameters}>")
		};
	}
	match &found.type_def {
		TypeDef::Sequence(sequence) => format!("Vec<{}>", type_name(types, sequence.type_param.id)),
		TypeDef::Array(array) => {
			format!("[{}; {}]", type_name(types, array.type_param.id), array.len)
		}
		TypeDef::Tuple(tuple) => format!("({})", list(&mut tuple.fields.iter().map(|ty| ty.id))),
		TypeDef::Primitive(primitive) => format!("{primitive:?}").to_lowercase(),
		TypeDef::Compact(compact) => type_name(types, compact.type_param.id),
		other => panic!("nothing of ours has such a type: {other:?}"),
	}
}

fn fields(types: &PortableRegistry, fields: &[Field<PortableForm>]) -> String {
	let fields: Vec<_> = fields
		.iter()
		.map(|field| {
			let name = field.name.as_deref().unwrap_or("_");
			format!("{name}: {}", type_name(types, field.ty.id))
		})
		.collect();
	fields.join(", ")
}

/// A documentation with its paragraphs; origin, errors and events are paragraphs too.
fn paragraphs(docs: &[String]) -> String {
	let mut text = String::new();
	for line in docs {
		let line = line.trim().replace("[`", "`").replace("`]", "`");
		let begins = ["Origin:", "Fails with", "Emits"];
		if begins.iter().any(|word| line.starts_with(word)) && !text.ends_with("\n\n") {
			text.push('\n');
		}
		writeln!(text, "{line}").expect("memory suffices");
	}
	text
}

fn calls(text: &mut String, types: &PortableRegistry, pallet: &PalletMetadata<PortableForm>) {
	let Some(calls) = &pallet.calls else { return };
	text.push_str("\n## Calls\n");
	for call in variants(types, calls.ty.id) {
		let name = camel(&call.name);
		let arguments = fields(types, &call.fields);
		let title = as_shown(&pallet.name, &name);
		writeln!(
			text,
			"\n### {title}\n\n`0x{:02x}{:02x}` `{name}({arguments})`\n\n{}",
			pallet.index,
			call.index,
			paragraphs(&call.docs).trim_end()
		)
		.expect("memory suffices");
	}
}

/// A call's name as clients write it.
fn camel(name: &str) -> String {
	let mut words = name.split('_');
	let mut camel = String::from(words.next().unwrap_or_default());
	for word in words {
		let (first, rest) = word.split_at_checked(1).unwrap_or_default();
		camel.push_str(&first.to_uppercase());
		camel.push_str(rest);
	}
	camel
}

fn listed(
	text: &mut String,
	title: &str,
	pallet: &PalletMetadata<PortableForm>,
	variants: &[Variant<PortableForm>],
	types: &PortableRegistry,
) {
	writeln!(text, "\n## {title}\n").expect("memory suffices");
	head(text, &["number", "name", "fields", "meaning"]);
	for variant in variants {
		let number = format!("`0x{:02x}{:02x}`", pallet.index, variant.index);
		let fields = fields(types, &variant.fields);
		let fields = if fields.is_empty() {
			fields
		} else {
			format!("`{fields}`")
		};
		let name = format!("`{}`", variant.name);
		row(
			text,
			&[&number, &name, &fields, &in_one_line(&variant.docs)],
		);
	}
}

fn stored(types: &PortableRegistry, entry: &StorageEntryMetadata<PortableForm>) -> [String; 4] {
	let (key, value) = match &entry.ty {
		StorageEntryType::Plain(value) => (String::new(), value.id),
		StorageEntryType::Map { key, value, .. } => {
			(format!("`{}`", type_name(types, key.id)), value.id)
		}
	};
	let value = format!("`{}`", type_name(types, value));
	[
		camel_of_type(&entry.name),
		key,
		value,
		in_one_line(&entry.docs),
	]
}

/// A storage item's name as clients write it.
fn camel_of_type(name: &str) -> String {
	let (first, rest) = name.split_at_checked(1).unwrap_or_default();
	format!("`{}{rest}`", first.to_lowercase())
}

fn storage(text: &mut String, types: &PortableRegistry, pallet: &PalletMetadata<PortableForm>) {
	let Some(storage) = &pallet.storage else {
		return;
	};
	text.push_str("\n## Storage\n\n");
	head(text, &["name", "key", "value", "meaning"]);
	for entry in &storage.entries {
		let cells = stored(types, entry);
		row(text, &cells.each_ref().map(String::as_str));
	}
}

const WRITTEN: &str =
	"<!-- Written by the tests: UPDATE_DOCS=1 cargo test -p aeo-runtime --test it api:: -->\n";

/// The pages by name.
fn pages() -> BTreeMap<String, String> {
	let metadata = metadata();
	let types = &metadata.types;
	let mut index = format!(
		"{WRITTEN}# The interface, as the runtime describes itself\n\nA page for each of our pallets, and \
		 the questions as an OpenRPC document: [openrpc.json](openrpc.json), explained in \
		 [queries.md](../developer/queries.md). What to do about an error: [errors.md](../errors.md), \
		 [en español](es/errors.md), [em português](pt/errors.md). The pallets of Substrate are \
		 documented by their authors.\n\nA number is what clients without names show: the pallet, then \
		 the place in it.\n\n"
	);
	head(
		&mut index,
		&["pallet", "calls", "events", "errors", "stored items"],
	);
	let mut pages = BTreeMap::new();
	for pallet in &metadata.pallets {
		if !OURS.contains(&pallet.name.as_str()) {
			continue;
		}
		let of = |id: Option<u32>| id.map_or_else(Vec::new, |id| variants(types, id));
		let events = of(pallet.event.as_ref().map(|event| event.ty.id));
		let errors = of(pallet.error.as_ref().map(|error| error.ty.id));
		let count = of(pallet.calls.as_ref().map(|calls| calls.ty.id)).len();
		let entries = pallet
			.storage
			.as_ref()
			.map_or(0, |storage| storage.entries.len());
		let name = camel_of_type(&pallet.name);
		let name = name.trim_matches('`');
		let mut text = format!("{WRITTEN}# {name}\n\nPallet {}.\n", pallet.index);
		calls(&mut text, types, pallet);
		listed(&mut text, "Events", pallet, &events, types);
		listed(&mut text, "Errors", pallet, &errors, types);
		storage(&mut text, types, pallet);
		row(
			&mut index,
			&[
				&format!("[{name}]({name}.md)"),
				&count.to_string(),
				&events.len().to_string(),
				&errors.len().to_string(),
				&entries.to_string(),
			],
		);
		pages.insert(format!("{name}.md"), text);
	}
	pages.insert("README.md".into(), index);
	pages
}

#[test]
fn the_pages_should_be_those_of_the_metadata() {
	let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/api");
	let pages = pages();
	if env::var_os("UPDATE_DOCS").is_some() {
		for (name, text) in &pages {
			fs::write(folder.join(name), text).expect("docs can be written");
		}
	}
	for (name, text) in &pages {
		let written = fs::read_to_string(folder.join(name)).unwrap_or_default();
		assert!(
			written == *text,
			"docs/api/{name} differs from the metadata: run this test with UPDATE_DOCS=1"
		);
	}
	let present = fs::read_dir(&folder).expect("the folder is there");
	for file in present {
		let name = file.expect("it can be read").file_name();
		let name = name.to_string_lossy();
		assert!(
			!name.ends_with(".md") || pages.contains_key(&*name),
			"docs/api/{name} is of no pallet: remove it"
		);
	}
	assert_eq!(pages.len(), OURS.len() + 1);
}

/// Nothing that a client sees is without a sentence.
#[test]
fn everything_should_be_documented() {
	let metadata = metadata();
	let types = &metadata.types;
	let ours = |pallet: &&PalletMetadata<PortableForm>| OURS.contains(&pallet.name.as_str());
	for pallet in metadata.pallets.iter().filter(ours) {
		let enums = [
			pallet.calls.as_ref().map(|calls| calls.ty.id),
			pallet.event.as_ref().map(|event| event.ty.id),
			pallet.error.as_ref().map(|error| error.ty.id),
		];
		for variant in enums
			.into_iter()
			.flatten()
			.flat_map(|id| variants(types, id))
		{
			assert!(
				!in_one_line(&variant.docs).is_empty(),
				"{}.{}",
				pallet.name,
				variant.name
			);
		}
		let entries = pallet.storage.iter().flat_map(|storage| &storage.entries);
		for entry in entries {
			assert!(
				!in_one_line(&entry.docs).is_empty(),
				"{}.{}",
				pallet.name,
				entry.name
			);
		}
	}
}
