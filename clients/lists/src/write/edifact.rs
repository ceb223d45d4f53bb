//! PARTIN of UN/EDIFACT D.96A: a message for each function.
//!
//! A party is an `NAD` group with the role as its qualifier (code list 3035 has those of CL704), its
//! certificate in `RFF` (`AEA`, a government agency's reference) and its days in `DTM` (7 from, 36 until).

use aeo_primitives::Date;
use encoding_rs::WINDOWS_1252;

use super::{short_id, LeftOut};
use crate::row::Row;

/// What a message asks the receiver to do (1225 of `BGM`).
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Function {
	/// Add (2).
	Add,
	/// Delete (3).
	Delete,
	/// Change (4).
	Change,
}

impl Function {
	const fn code(self) -> &'static str {
		match self {
			Self::Add => "2",
			Self::Delete => "3",
			Self::Change => "4",
		}
	}
}

/// A certificate, and what is to be done with it.
#[derive(Clone, Debug)]
pub struct Change {
	/// What to do.
	pub function: Function,
	/// The certificate.
	pub row: Row,
}

/// Who sends a list to whom, and when.
#[derive(Clone, Debug)]
pub struct Interchange {
	/// The sender's identification, 1 to 35 characters.
	pub sender: String,
	/// The receiver's.
	pub receiver: String,
	/// A reference that the sender uses once, 1 to 14 characters.
	pub reference: String,
	/// The day.
	pub day: Date,
	/// The time of day: hours and minutes.
	pub time: (u8, u8),
}

/// Returns changes as one interchange of `PARTIN` messages, and those whose trader has no number that
/// fits. Its characters are UNOC, ISO 8859-1.
pub fn partin(interchange: &Interchange, changes: &[Change]) -> (Vec<u8>, Vec<LeftOut>) {
	let mut left_out = Vec::new();
	let mut segments = vec!["UNA:+.? ".to_owned()];
	let day = interchange.day.to_string().replace('-', "");
	let (hours, minutes) = interchange.time;
	segments.push(format!(
		"UNB+UNOC:3+{}+{}+{}:{hours:02}{minutes:02}+{}",
		escaped(&interchange.sender),
		escaped(&interchange.receiver),
		day.get(2..).unwrap_or_default(),
		escaped(&interchange.reference),
	));
	let mut messages = 0;
	for function in [Function::Add, Function::Change, Function::Delete] {
		let mut parties = Vec::new();
		for change in changes.iter().filter(|change| change.function == function) {
			match short_id(&change.row) {
				Ok(id) => parties.extend(party(&change.row, &id)),
				Err(row) => left_out.push(row),
			}
		}
		if parties.is_empty() {
			continue;
		}
		messages += 1;
		let reference = format!("{}-{messages}", interchange.reference);
		segments.push(format!("UNH+{messages}+PARTIN:D:96A:UN"));
		segments.push(format!(
			"BGM+10+{}+{}",
			escaped(&reference),
			function.code()
		));
		segments.push(format!("DTM+137:{day}:102"));
		// UNH, BGM, DTM before, UNT behind.
		let count = parties.len() + 4;
		segments.append(&mut parties);
		segments.push(format!("UNT+{count}+{messages}"));
	}
	segments.push(format!(
		"UNZ+{messages}+{}",
		escaped(&interchange.reference)
	));
	let mut text = String::new();
	for segment in &segments {
		text.push_str(segment);
		text.push_str("'\n");
	}
	let (bytes, _, _) = WINDOWS_1252.encode(&text);
	(bytes.into_owned(), left_out)
}

/// Returns the segments of a certificate: a group for each role.
fn party(row: &Row, id: &str) -> Vec<String> {
	let date =
		|code: &str, day: Date| format!("DTM+{code}:{}:102", day.to_string().replace('-', ""));
	let mut segments = Vec::new();
	for role in row.roles.iter() {
		segments.push(format!("NAD+{}+{}", role.code(), escaped(id)));
		segments.push(format!("RFF+AEA:{}", escaped(row.number.as_str())));
		segments.push(date("7", row.valid_from));
		segments.extend(row.valid_until.map(|until| date("36", until)));
	}
	segments
}

/// Returns a text in which nothing ends a segment or an element.
fn escaped(text: &str) -> String {
	let mut escaped = String::new();
	for character in text.chars() {
		if matches!(character, '?' | '+' | ':' | '\'') {
			escaped.push('?');
		}
		escaped.push(character);
	}
	escaped
}
