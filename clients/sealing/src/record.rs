//! A record: the data of one class of a certificate, as JSON in the form of RFC 8785.

use aeo_primitives::{certificate_number, CertificateNumber, Code, DataClass, Territory};
use serde::{de::DeserializeOwned, Deserialize, Serialize};
use serde_json::Value;

use crate::{
	data::{class_name, most_bytes, Data},
	Error,
};

/// The number of the schema.
const SCHEMA: u64 = 1;

/// Most bytes of a record of any class.
const MOST_BYTES: usize = 32_768;

/// The data of one class of a certificate.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Record {
	/// Who issued the certificate.
	pub issuer: Territory,
	/// The number of the certificate, in normal form.
	pub number: CertificateNumber,
	/// Counts the changes of this record.
	pub version: u32,
	/// The data, which say the class.
	pub data: Data,
}

/// A record as it is written.
#[derive(Serialize)]
struct Written<'a> {
	class: &'static str,
	data: &'a Data,
	issuer: Territory,
	number: &'a str,
	schema: u64,
	version: u32,
}

/// A record as it is read, its data not yet.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
	class: String,
	data: Value,
	issuer: Territory,
	number: String,
	#[serde(rename = "schema")]
	_schema: u64,
	version: u32,
}

impl Record {
	/// Returns the class.
	pub const fn class(&self) -> DataClass {
		self.data.class()
	}

	/// Returns the record as JSON in the form of RFC 8785: members sorted, nothing between them.
	pub fn canonical(&self) -> String {
		let written = Written {
			class: class_name(self.class()),
			data: &self.data,
			issuer: self.issuer,
			number: &self.number,
			schema: SCHEMA,
			version: self.version,
		};
		// Only a map with other keys than texts, or a number that is none, fails; a record has neither.
		serde_json_canonicalizer::to_string(&written).unwrap_or_default()
	}

	/// Reads a record from its canonical bytes.
	///
	/// # Errors
	///
	/// In this order: [`Error::TooLarge`] (identity 4096 bytes, sites 32,768, contact 2048, reason 8192),
	/// [`Error::NotCanonical`], [`Error::UnknownSchema`], [`Error::SchemaViolation`].
	pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
		ensure_fits(bytes.len(), MOST_BYTES)?;
		let value = serde_json::from_slice::<Value>(bytes).map_err(|_| Error::NotCanonical)?;
		if let Some(class) = class_of(&value) {
			ensure_fits(bytes.len(), most_bytes(class))?;
		}
		let canonical =
			serde_json_canonicalizer::to_vec(&value).map_err(|_| Error::NotCanonical)?;
		if canonical != bytes {
			return Err(Error::NotCanonical);
		}
		Self::understand(value)
	}

	/// Reads a record from JSON in any form, as people and programs write it for an issuer.
	///
	/// # Errors
	///
	/// [`Error::UnknownSchema`], [`Error::SchemaViolation`]; [`Error::TooLarge`] by the length of its
	/// canonical form.
	pub fn from_value(value: Value) -> Result<Self, Error> {
		let record = Self::understand(value)?;
		ensure_fits(record.canonical().len(), most_bytes(record.class()))?;
		Ok(record)
	}

	fn understand(value: Value) -> Result<Self, Error> {
		if let Some(schema) = value.get("schema").and_then(Value::as_u64) {
			if schema != SCHEMA {
				return Err(Error::UnknownSchema { schema });
			}
		}
		let head: Head = read(value, "")?;
		let violation = |member: &str, why: String| Error::SchemaViolation {
			member: member.into(),
			why,
		};
		let number =
			certificate_number(&head.number).map_err(|why| violation("number", why.to_string()))?;
		if number.as_str() != head.number {
			let why = format!("not in normal form, which is {number}");
			return Err(violation("number", why));
		}
		let class = class_named(&head.class)
			.ok_or_else(|| violation("class", format!("there is no class {:?}", head.class)))?;
		let data = match class {
			DataClass::Identity => Data::Identity(read(head.data, "data")?),
			DataClass::Sites => Data::Sites(read(head.data, "data")?),
			DataClass::Contact => Data::Contact(read(head.data, "data")?),
			DataClass::Reason => Data::Reason(read(head.data, "data")?),
		};
		Ok(Self {
			issuer: head.issuer,
			number,
			version: head.version,
			data,
		})
	}
}

/// Returns the class with a name.
fn class_named(name: &str) -> Option<DataClass> {
	DataClass::all().find(|class| class_name(*class) == name)
}

fn class_of(value: &Value) -> Option<DataClass> {
	class_named(value.get("class")?.as_str()?)
}

fn ensure_fits(bytes: usize, most: usize) -> Result<(), Error> {
	if bytes > most {
		Err(Error::TooLarge { bytes, most })
	} else {
		Ok(())
	}
}

/// Reads a type of the schema, and says where it went wrong.
fn read<T: DeserializeOwned>(value: Value, within: &str) -> Result<T, Error> {
	serde_path_to_error::deserialize(value).map_err(|error| {
		let path = match error.path().to_string() {
			path if path == "." => String::new(),
			path => path,
		};
		let member: Vec<_> = [within, &path]
			.into_iter()
			.filter(|part| !part.is_empty())
			.collect();
		Error::SchemaViolation {
			member: member.join("."),
			why: error.into_inner().to_string(),
		}
	})
}
