//! Words for roles and statuses, in a dozen languages.
//!
//! What is in no map is never guessed: a profile's `[codes]` says what it means.

use std::{collections::HashMap, sync::OnceLock};

use aeo_primitives::{Role, SuspensionScope};

use crate::{
	fold::{phrase, words},
	phrases::sections,
};

const ROLE_WORDS: &str = include_str!("../words/roles.txt");
const STATUS_WORDS: &str = include_str!("../words/statuses.txt");
const NO_END: &str = include_str!("../words/no-end.txt");

/// What a word says of a certificate's status.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum StatusWord {
	/// Authorised.
	Authorised,
	/// Suspended.
	Suspended(SuspensionScope),
	/// Taken away.
	Revoked,
	/// Given back.
	Relinquished,
	/// Void from the start.
	Annulled,
	/// Over, as the dates must say too.
	Expired,
	/// Applied for: no certificate yet.
	Pending,
}

/// Yes, as a mark in a column for a role.
const YES: &str = "x si sí s yes y sim oui 1 true verdadero verdadeiro vrai v √ ✓ ✔ ● • o ○ ok";

/// No, as a mark in a column for a role.
const NO: &[&str] = &[
	"", "no", "n", "não", "nao", "non", "0", "false", "falso", "faux", "-", "–", "—", "n/a", "na",
];

/// Returns what each phrase of a file means. A section is named by what it means.
fn dictionary<T: Copy>(file: &'static str, meaning: fn(&str) -> Option<T>) -> HashMap<String, T> {
	let mut known = HashMap::new();
	for (name, phrases) in sections(file) {
		let Some(meaning) = meaning(name) else {
			continue;
		};
		for text in phrases {
			known.entry(phrase(text)).or_insert(meaning);
		}
	}
	known
}

fn roles() -> &'static HashMap<String, Role> {
	static ROLES: OnceLock<HashMap<String, Role>> = OnceLock::new();
	ROLES.get_or_init(|| dictionary(ROLE_WORDS, |code| code.parse().ok()))
}

/// Returns of how many words the longest phrase for a role is.
fn longest_role() -> usize {
	static LONGEST: OnceLock<usize> = OnceLock::new();
	*LONGEST.get_or_init(|| {
		let lengths = roles().keys().map(|text| text.split(' ').count());
		lengths.max().unwrap_or(1)
	})
}

/// Returns the status that a section of the file is about.
fn status_named(name: &str) -> Option<StatusWord> {
	Some(match name {
		"Authorised" => StatusWord::Authorised,
		"Suspended (Full)" => StatusWord::Suspended(SuspensionScope::Full),
		"Suspended (Customs)" => StatusWord::Suspended(SuspensionScope::Customs),
		"Suspended (Security)" => StatusWord::Suspended(SuspensionScope::Security),
		"Revoked" => StatusWord::Revoked,
		"Relinquished" => StatusWord::Relinquished,
		"Annulled" => StatusWord::Annulled,
		"Expired" => StatusWord::Expired,
		"Pending" => StatusWord::Pending,
		_ => return None,
	})
}

/// Returns the role that a text names; none where it names none, several, or more than a role.
pub(crate) fn role_of(text: &str) -> Option<Role> {
	roles().get(&phrase(text)).copied()
}

/// Returns the roles that a text names, in codes of CL704 or in words, with anything between.
///
/// # Errors
///
/// The words that are no role.
pub(crate) fn roles_of(text: &str) -> Result<Vec<Role>, String> {
	if let Some(codes) = codes(text) {
		return Ok(codes);
	}
	let words = words(text);
	let mut found = Vec::new();
	let mut unknown: Vec<&str> = Vec::new();
	let mut at = 0;
	while let Some(word) = words.get(at) {
		let run = (1..=longest_role()).rev().find_map(|length| {
			let run = words.get(at..at + length)?.join(" ");
			roles().get(&run).map(|role| (*role, length))
		});
		let code = || capitals(text, word).map(|role| (role, 1));
		match run.or_else(code) {
			Some((role, length)) => {
				found.push(role);
				at += length;
			}
			None => {
				unknown.push(word);
				at += 1;
			}
		}
	}
	if unknown.is_empty() {
		Ok(found)
	} else {
		Err(unknown.join(" "))
	}
}

/// Returns the roles of a text that is nothing but codes of CL704, or names as the chain writes them.
fn codes(text: &str) -> Option<Vec<Role>> {
	text.split(|c: char| !c.is_alphanumeric())
		.filter(|code| !code.is_empty())
		.map(|code| {
			let capitals = code.to_uppercase();
			let role: Option<Role> = capitals.parse().ok();
			role.or_else(|| code.parse().ok())
		})
		.collect()
}

/// Returns the role of a code that stands in capitals among words: `Importador (IM)`.
fn capitals(text: &str, word: &str) -> Option<Role> {
	let code = word.to_uppercase();
	text.split(|c: char| !c.is_alphanumeric())
		.any(|written| written == code)
		.then(|| code.parse().ok())
		.flatten()
}

/// Returns what a status says; none where it is in no map.
pub(crate) fn status_of(text: &str) -> Option<StatusWord> {
	static STATUSES: OnceLock<HashMap<String, StatusWord>> = OnceLock::new();
	let known = STATUSES.get_or_init(|| dictionary(STATUS_WORDS, status_named));
	known.get(&phrase(text)).copied()
}

/// Returns whether a mark says that a firm has a role; none where it says neither.
pub(crate) fn mark_of(text: &str) -> Option<bool> {
	let mark = text.trim().to_lowercase();
	if YES.split(' ').any(|yes| yes == mark) {
		Some(true)
	} else if NO.contains(&mark.as_str()) {
		Some(false)
	} else {
		None
	}
}

/// Returns whether a text says that there is no last day.
pub(crate) fn is_no_end(text: &str) -> bool {
	static NO_ENDS: OnceLock<Vec<String>> = OnceLock::new();
	let known = NO_ENDS.get_or_init(|| {
		let phrases = sections(NO_END)
			.into_iter()
			.flat_map(|(_, phrases)| phrases);
		phrases.map(phrase).collect()
	});
	let said = phrase(text);
	if said.is_empty() {
		// Nothing but dashes.
		return !text.trim().is_empty()
			&& text
				.chars()
				.all(|c| matches!(c, '-' | '–' | '—' | '∞' | ' '));
	}
	known.contains(&said)
}

#[cfg(test)]
mod tests {
	use super::*;
	use Role::*;

	#[test]
	fn no_phrase_should_have_two_meanings() {
		for (file, count) in [(ROLE_WORDS, 11), (STATUS_WORDS, 9), (NO_END, 1)] {
			let sections = sections(file);
			assert_eq!(sections.len(), count);
			let mut known = HashMap::new();
			for (name, phrases) in sections {
				let is_meant = name.parse::<Role>().is_ok()
					|| status_named(name).is_some()
					|| name == "no end";
				assert!(is_meant, "{name}");
				for text in phrases {
					let before = known.insert(phrase(text), name);
					assert!(before.is_none_or(|before| before == name), "{text}");
				}
			}
		}
	}

	#[test]
	fn roles_should_be_read_in_words_and_codes() {
		for (text, expected) in [
			("MF IM EX", &[Manufacturer, Importer, Exporter][..]),
			("ex,im", &[Exporter, Importer]),
			("Exporter; CustomsBroker", &[Exporter, CustomsBroker]),
			("Importador y/o Exportador", &[Importer, Exporter]),
			("Importador/Exportador", &[Importer, Exporter]),
			("IMPORTADORES E EXPORTADORES", &[Importer, Exporter]),
			("Despachante Aduaneiro", &[CustomsBroker]),
			("despachante", &[CustomsBroker]),
			(
				"Agente de carga internacional, agente de aduanas",
				&[FreightForwarder, CustomsBroker],
			),
			("Mensajería y paquetería", &[ExpressOperator]),
			("Importador (IM)", &[Importer, Importer]),
			("Depositário de mercadorias sob controle", &[]),
			("Almacén general de depósito", &[WarehouseKeeper]),
			(
				"Freight forwarders and carriers",
				&[FreightForwarder, Carrier],
			),
			("Operador portuário", &[TerminalOperator]),
			("수출업체", &[Exporter]),
			("Transitaire", &[FreightForwarder]),
		] {
			let read = roles_of(text);
			if expected.is_empty() {
				assert_eq!(read, Err("sob controle".into()), "{text}");
			} else {
				assert_eq!(read.as_deref(), Ok(expected), "{text}");
			}
		}
		assert_eq!(
			roles_of("ex importador"),
			Err("ex".into()),
			"no exporter is meant"
		);
		assert_eq!(roles_of("comercializadora"), Err("comercializadora".into()));
	}

	#[test]
	fn statuses_should_be_read_as_the_design_says() {
		use StatusWord::*;
		for (texts, expected) in [
			(
				&["vigente", "Activo", "HABILITADO", "ativo", "Authorised"][..],
				Some(Authorised),
			),
			(
				&["suspendido", "Suspensa", "Suspended (Full)"],
				Some(Suspended(SuspensionScope::Full)),
			),
			(
				&["Suspended (Security)"],
				Some(Suspended(SuspensionScope::Security)),
			),
			(&["revocado", "cancelado", "excluído"], Some(Revoked)),
			(&["renuncia"], Some(Relinquished)),
			(&["nulo"], Some(Annulled)),
			(&["vencido"], Some(Expired)),
			(&["en trámite", "Em análise"], Some(Pending)),
			(&["inactivo", "baja", "vigente?no", "observado"], None),
		] {
			for text in texts {
				assert_eq!(status_of(text), expected, "{text}");
			}
		}
	}

	#[test]
	fn marks_and_missing_ends_should_be_read() {
		assert_eq!(mark_of("X"), Some(true));
		assert_eq!(mark_of("Sí"), Some(true));
		assert_eq!(mark_of("—"), Some(false));
		assert_eq!(mark_of("parcial"), None);
		for text in [
			"Indefinido",
			"sin vencimiento",
			"—",
			"N/A",
			"prazo indeterminado",
			"Illimité",
		] {
			assert!(is_no_end(text), "{text}");
		}
		assert!(!is_no_end("31/12/2027"));
		assert!(!is_no_end(""));
	}
}
