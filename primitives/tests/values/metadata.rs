//! What clients see of the value types: `clients/test/text.json` is written by this test and read
//! by `clients/test/text.mjs`, which decodes and encodes the same values with polkadot.js.
//!
//! ```sh
//! UPDATE=1 cargo test -p aeo-primitives --test values
//! ```

use std::{env, fs, path::Path};

use aeo_primitives::{
	CertificateNumber, Date, Direction, Directions, Role, Roles, Territory, Text, UtcOffset,
};
use codec::{Compact, Encode};
use scale_info::{form::PortableForm, MetaType, Registry, TypeInfo};
use serde::Serialize;
use serde_json::json;

/// What a person would write into a form.
#[derive(Encode, Serialize, TypeInfo)]
struct Form {
	/// The company's number: `Ñ` cannot be typed as bytes.
	rfc: Text<35>,
	/// A number that happens to be a valid address.
	rut: Text<35>,
	certificate: CertificateNumber,
	territory: Territory,
	utc_offset: UtcOffset,
	valid_until: Date,
	/// Out of the list's order, as people write.
	roles: Roles,
	directions: Directions,
}

fn form() -> Form {
	Form {
		rfc: "MXÑÑ&970924AB4".parse().unwrap(),
		rut: "245528582".parse().unwrap(),
		certificate: "OEA-2024/0001".parse().unwrap(),
		territory: Territory::MX,
		utc_offset: UtcOffset::try_from(-360).unwrap(),
		valid_until: "2026-12-31".parse().unwrap(),
		roles: Roles::new([Role::Exporter, Role::Manufacturer]).unwrap(),
		directions: Directions::new([Direction::Import]).unwrap(),
	}
}

fn hex(bytes: &[u8]) -> String {
	let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
	format!("0x{digits}")
}

#[test]
fn the_clients_copy_of_the_metadata_should_be_current() {
	let mut types = Registry::new();
	let id = types.register_type(&MetaType::new::<Form>()).id;
	let unit = types.register_type(&MetaType::new::<()>()).id;
	let types: scale_info::PortableRegistry = types.into();
	assert!(types
		.resolve(id)
		.is_some_and(|shown: &scale_info::Type<PortableForm>| {
			shown
				.path
				.segments
				.last()
				.is_some_and(|name| name == "Form")
		}));
	// Runtime metadata of version 14 without pallets: magic, version, types, pallets, extrinsic
	// (type, version, extensions), type of the runtime.
	let metadata = (
		(*b"meta", 14_u8, types),
		Compact(0_u32),
		(Compact(unit), 4_u8, Compact(0_u32)),
		Compact(unit),
	);
	let form = form();
	let content = json!({
		"metadata": hex(&metadata.encode()),
		"type": id,
		"form": form,
		"encoded": hex(&form.encode()),
	});
	let content = format!("{}\n", serde_json::to_string_pretty(&content).unwrap());
	let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../clients/test/text.json");
	if env::var_os("UPDATE").is_some() {
		fs::create_dir_all(path.parent().unwrap()).unwrap();
		fs::write(&path, &content).unwrap();
	}
	assert!(
		fs::read_to_string(&path).unwrap_or_default() == content,
		"clients/test/text.json differs from the types; UPDATE=1 writes it anew"
	);
}
