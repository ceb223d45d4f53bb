//! Derives what a partner's declaration system calls a trader, one a line.
//!
//! Reads lines `FROM FOR VALUE` on standard input, separated by spaces or tabs: the trader's
//! territory, the grantor's, and the trader's number there. For the Manufacturer Identification
//! Code of the United States, name and address as fields separated by tabs, in one of the forms
//!
//! ```text
//! MID<tab>AU<tab>Ozrock<tab>92 Alice Springs Road<tab>Melbourne
//! AU<tab>US<tab>Ozrock<tab>92 Alice Springs Road<tab>Melbourne
//! AU<tab>MID<tab>Ozrock<tab>92 Alice Springs Road<tab>Melbourne
//! ```
//!
//! where a Canadian origin is its province (`CA-ON`, or `XO`). Writes one JSON object a line, in
//! the same order: `from`, `for`, `alias`, `reason`, of which one of the last two is null. A line
//! that is no question gets an object with `error` alone.

use aeo_primitives::{
	alias::{derive, mid, MidOrigin, NotDerived},
	Territory,
};
use serde::Serialize;
use std::io::{self, BufRead, BufWriter, Write};

const HELP: &str = "write FROM FOR VALUE (MY JP MY12345H100001), or with tabs MID, country, name, \
	street, city; a Canadian province as CA-ON";

/// What is written for one line.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Answer {
	/// The alias, or the reason why there is none.
	Asked {
		/// The trader's territory, or the origin of a MID.
		from: String,
		/// The grantor's territory.
		#[serde(rename = "for")]
		grantor: String,
		/// What was derived.
		alias: Option<String>,
		/// Why nothing was.
		reason: Option<String>,
	},
	/// The line is no question.
	NotUnderstood {
		/// What to write instead.
		error: String,
	},
}

fn main() -> io::Result<()> {
	let mut input = io::stdin().lock();
	let mut output = BufWriter::new(io::stdout().lock());
	let mut line = Vec::new();
	while input.read_until(b'\n', &mut line)? != 0 {
		serde_json::to_writer(&mut output, &answer(&line))?;
		output.write_all(b"\n")?;
		line.clear();
	}
	output.flush()
}

/// The answer to one line.
pub fn answer(line: &[u8]) -> Answer {
	understood(line).unwrap_or_else(|error| Answer::NotUnderstood { error })
}

fn understood(line: &[u8]) -> Result<Answer, String> {
	let line = std::str::from_utf8(line).map_err(|_| "the line is not UTF-8")?;
	let line = line.trim_end_matches(['\n', '\r']);
	let (first, rest) = split_word(line).ok_or(HELP)?;
	if first.eq_ignore_ascii_case("MID") {
		let (origin, address) = split_word(rest).ok_or(HELP)?;
		return manufacturer(origin, address);
	}
	let (second, rest) = split_word(rest).ok_or(HELP)?;
	let is_address = rest.contains('\t');
	if second.eq_ignore_ascii_case("MID") || (second.eq_ignore_ascii_case("US") && is_address) {
		return manufacturer(first, rest);
	}
	if rest.trim().is_empty() {
		return Err(HELP.into());
	}
	let from = territory(first)?;
	let grantor = territory(second)?;
	let derived = derive(from, grantor, rest).map(|alias| alias.to_string());
	Ok(asked(from.code(), grantor.code(), derived))
}

/// The MID of `name<tab>street<tab>city`.
fn manufacturer(origin: &str, address: &str) -> Result<Answer, String> {
	let fields: Vec<_> = address.split('\t').collect();
	let [name, street, city] = fields[..] else {
		return Err(HELP.into());
	};
	let derived = origin
		.parse::<MidOrigin>()
		.and_then(|origin| mid(origin, name, street, city))
		.map(|alias| alias.to_string());
	Ok(asked(&origin.to_ascii_uppercase(), "US", derived))
}

fn asked(from: &str, grantor: &str, derived: Result<String, NotDerived>) -> Answer {
	let (from, grantor) = (from.into(), grantor.into());
	match derived {
		Ok(alias) => Answer::Asked {
			from,
			grantor,
			alias: Some(alias),
			reason: None,
		},
		Err(reason) => Answer::Asked {
			from,
			grantor,
			alias: None,
			reason: Some(reason.to_string()),
		},
	}
}

/// The first word of a text, and what follows its separator.
fn split_word(text: &str) -> Option<(&str, &str)> {
	let text = text.trim_start_matches([' ', '\t']);
	let (word, rest) = text.split_once([' ', '\t']).unwrap_or((text, ""));
	(!word.is_empty()).then_some((word, rest))
}

fn territory(code: &str) -> Result<Territory, String> {
	Territory::try_from(code.to_ascii_uppercase().as_str())
		.map_err(|unknown| format!("{code}: {unknown}"))
}
