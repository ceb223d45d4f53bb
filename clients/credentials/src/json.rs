//! JSON of which no two programs read something else: no member twice, no half of a character.

use serde::{
	de::{self, MapAccess, SeqAccess, Visitor},
	Deserialize, Deserializer,
};
use serde_json::{Map, Number, Value};
use std::fmt;

/// Reads JSON strictly; none where it is none, or has a member twice.
pub fn read(bytes: &[u8]) -> Option<Value> {
	// serde_json refuses half of a character, and what follows behind a value.
	serde_json::from_slice::<Strict>(bytes)
		.ok()
		.map(|strict| strict.0)
}

struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		deserializer.deserialize_any(Reader).map(Self)
	}
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
	type Value = Value;

	fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("JSON without a member twice")
	}

	fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
		Ok(Value::Bool(value))
	}

	fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
		Ok(Value::Number(value.into()))
	}

	fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
		Ok(Value::Number(value.into()))
	}

	fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
		let number = Number::from_f64(value).ok_or_else(|| E::custom("no number"))?;
		Ok(Value::Number(number))
	}

	fn visit_str<E>(self, value: &str) -> Result<Value, E> {
		Ok(Value::String(value.to_owned()))
	}

	fn visit_unit<E>(self) -> Result<Value, E> {
		Ok(Value::Null)
	}

	fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
		let mut list = Vec::new();
		while let Some(Strict(item)) = items.next_element()? {
			list.push(item);
		}
		Ok(Value::Array(list))
	}

	fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
		let mut map = Map::new();
		while let Some((name, Strict(value))) = members.next_entry::<String, Strict>()? {
			if map.insert(name, value).is_some() {
				return Err(de::Error::custom("a member stands twice"));
			}
		}
		Ok(Value::Object(map))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn what_two_programs_could_read_differently_should_be_refused() {
		assert!(read(br#"{"a":1,"b":[true,null,"\ud83d\ude00"]}"#).is_some());
		for other in [
			&b"{\"a\":1,\"a\":1}"[..],
			b"{\"a\":{\"b\":1,\"b\":2}}",
			b"{\"a\":1,\"\\u0061\":2}",
			b"{\"a\":\"\\ud83d\"}",
			b"{\"a\":\"\xff\"}",
			b"{\"a\":1} {}",
			b"{\"a\":1,}",
			b"",
		] {
			assert_eq!(read(other), None, "{other:?}");
		}
		let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
		assert_eq!(read(deep.as_bytes()), None);
	}
}
