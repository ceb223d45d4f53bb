//! What columns are headed, in Spanish, Portuguese, English, French and some other languages.
//!
//! From the table "A row" of the design, and from how lists and forms of administrations are headed.
//! A profile's `[headings]` overrides all of it.

use std::{collections::HashMap, sync::OnceLock};

use aeo_primitives::{AliasScheme, Role, Territory};

use crate::{
	fold::{phrase, words},
	phrases::sections,
	words::role_of,
};

/// What a column holds.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Column {
	/// The trader's number.
	Tin,
	/// The check digit of the trader's number, where it stands by itself.
	CheckDigit,
	/// The country of the trader's number.
	Country,
	/// The certificate's number.
	Certificate,
	/// The certificate's type.
	Type,
	/// The programme.
	Programme,
	/// The roles.
	Roles,
	/// A mark for one role.
	RoleMark(Role),
	/// The status.
	Status,
	/// The first day.
	ValidFrom,
	/// The last day; or both days.
	ValidUntil,
	/// Since when the status holds.
	StatusSince,
	/// Until when a suspension lasts.
	StatusUntil,
	/// The decision: a hash or a file.
	Document,
	/// The company's consent to publication: a hash or a file.
	Consent,
	/// What a partner calls the trader.
	Alias,
	/// The kind of that name.
	AliasScheme,
	/// A name of one kind.
	AliasOf(AliasScheme),
	/// What stays on the machine (name, address), or says nothing about the certificate.
	Unread,
}

impl Column {
	/// Returns the name as templates and profiles write it.
	pub const fn name(self) -> &'static str {
		match self {
			Self::Tin => "tin",
			Self::CheckDigit => "check_digit",
			Self::Country => "country",
			Self::Certificate => "certificate",
			Self::Type => "type",
			Self::Programme => "programme",
			Self::Roles => "roles",
			Self::RoleMark(role) => role.code(),
			Self::Status => "status",
			Self::ValidFrom => "valid_from",
			Self::ValidUntil => "valid_until",
			Self::StatusSince => "status_since",
			Self::StatusUntil => "status_until",
			Self::Document => "document",
			Self::Consent => "consent",
			Self::Alias => "alias",
			Self::AliasScheme => "alias_scheme",
			Self::AliasOf(scheme) => scheme.code(),
			Self::Unread => "ignore",
		}
	}

	/// Returns the column that a profile names.
	pub(crate) fn named(name: &str) -> Option<Self> {
		const NAMED: &[Column] = &[
			Column::Tin,
			Column::CheckDigit,
			Column::Country,
			Column::Certificate,
			Column::Type,
			Column::Programme,
			Column::Roles,
			Column::Status,
			Column::ValidFrom,
			Column::ValidUntil,
			Column::StatusSince,
			Column::StatusUntil,
			Column::Document,
			Column::Consent,
			Column::Alias,
			Column::AliasScheme,
			Column::Unread,
		];
		NAMED.iter().copied().find(|column| column.name() == name)
	}
}

/// What a heading says, and how well.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Meaning {
	/// What its column holds.
	pub column: Column,
	/// How sure that is: an exact heading, one with harmless words about it, one with others.
	pub rank: Rank,
	/// Which is read where two hold the same: the higher.
	pub preference: u8,
}

/// How much of a heading is understood.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Rank {
	/// A known heading is in it, and words that are not understood.
	Part,
	/// A known heading with words that change nothing.
	Qualified,
	/// A known heading.
	Whole,
	/// The profile names it.
	Profile,
}

const HEADINGS: &str = include_str!("../words/headings.txt");
const TERRITORIES: &str = include_str!("../words/territories.txt");
const HARMLESS: &str = include_str!("../words/harmless.txt");

/// What a known heading says, and which is read where two say the same: the higher.
type Known = (Column, u8);

#[derive(Default)]
struct Tables {
	headings: HashMap<String, Known>,
	/// The same by their words in alphabetical order: "Certificado: número".
	sorted: HashMap<String, Known>,
	territories: HashMap<String, Vec<Territory>>,
	harmless: Vec<String>,
}

/// Returns what a section of the headings is about.
fn section(name: &str) -> Option<Known> {
	let (column, preference) = name.split_once(' ')?;
	let schemes = AliasScheme::ALL.iter().copied().map(Column::AliasOf);
	let column = Column::named(column).or_else(|| {
		let mut schemes = schemes.into_iter();
		schemes.find(|scheme| scheme.name() == column)
	})?;
	Some((column, preference.parse().ok()?))
}

fn tables() -> &'static Tables {
	static TABLES: OnceLock<Tables> = OnceLock::new();
	TABLES.get_or_init(|| {
		let mut tables = Tables::default();
		for (name, phrases) in sections(HEADINGS) {
			let Some(known) = section(name) else { continue };
			for heading in phrases.into_iter().chain([known.0.name()]) {
				let heading = phrase(heading);
				if heading.is_empty() {
					continue;
				}
				let sorted = in_order(heading.split(' '));
				tables.sorted.entry(sorted).or_insert(known);
				tables.headings.entry(heading).or_insert(known);
			}
		}
		for (codes, phrases) in sections(TERRITORIES) {
			let territories: Vec<Territory> = codes
				.split(' ')
				.filter_map(|code| Territory::try_from(code).ok())
				.collect();
			for heading in phrases {
				tables
					.territories
					.insert(phrase(heading), territories.clone());
			}
		}
		let harmless = sections(HARMLESS)
			.into_iter()
			.flat_map(|(_, phrases)| phrases);
		tables.harmless = harmless.map(phrase).collect();
		tables
	})
}

/// Returns the words of a heading, what is shortened in full.
fn words_of(heading: &str) -> Vec<String> {
	const SHORT: &[(&str, &str)] = &[
		("aut", "autorizacion"),
		("cert", "certificado"),
		("certif", "certificado"),
		("cod", "codigo"),
		("dt", "data"),
		("eff", "effective"),
		("fec", "fecha"),
		("fech", "fecha"),
		("ini", "inicio"),
		("reg", "registro"),
		("res", "resolucion"),
		("resol", "resolucion"),
		("sit", "situacion"),
		("stat", "status"),
		("vcto", "vencimiento"),
		("venc", "vencimiento"),
		("vig", "vigencia"),
		("vto", "vencimiento"),
	];
	let in_full = |word: String| {
		let known = SHORT.iter().find(|(short, _)| *short == word);
		known.map_or(word, |(_, full)| (*full).into())
	};
	words(heading).into_iter().map(in_full).collect()
}

/// Returns words in alphabetical order, as one text.
fn in_order<'a>(words: impl Iterator<Item = &'a str>) -> String {
	let mut words: Vec<&str> = words.collect();
	words.sort_unstable();
	words.join(" ")
}

/// Returns the runs of words in a heading, the longest first, each with the words beside it.
fn runs(words: &[String]) -> impl Iterator<Item = (String, Vec<&String>)> + '_ {
	let count = words.len();
	(1..=count).rev().flat_map(move |length| {
		(0..=count - length).map(move |start| {
			let end = start + length;
			let beside = words.iter().take(start).chain(words.iter().skip(end));
			let run = words.iter().skip(start).take(length).cloned();
			(run.collect::<Vec<_>>().join(" "), beside.collect())
		})
	})
}

/// Returns what a heading says; none where nothing of it is known.
pub(crate) fn meaning(heading: &str) -> Option<Meaning> {
	let tables = tables();
	let mut words = words_of(heading);
	words.truncate(12);
	let whole = words.join(" ");
	if whole.is_empty() {
		return None;
	}
	if let Some((column, preference)) = tables.headings.get(&whole) {
		return Some(Meaning {
			column: *column,
			rank: Rank::Whole,
			preference: *preference,
		});
	}
	// A heading that is a role is a mark for it: "Importador", "Agente de aduana".
	if let Some(role) = role_of(heading) {
		return Some(Meaning {
			column: Column::RoleMark(role),
			rank: Rank::Whole,
			preference: 1,
		});
	}
	if let Some((column, preference)) = tables
		.sorted
		.get(&in_order(words.iter().map(String::as_str)))
	{
		return Some(Meaning {
			column: *column,
			rank: Rank::Qualified,
			preference: *preference,
		});
	}
	let mut part = None;
	for (run, beside) in runs(&words) {
		let Some((column, preference)) = tables.headings.get(&run) else {
			continue;
		};
		let is_harmless = beside
			.iter()
			.all(|word| tables.harmless.contains(word) || word.chars().all(|c| c.is_ascii_digit()));
		if is_harmless {
			return Some(Meaning {
				column: *column,
				rank: Rank::Qualified,
				preference: *preference,
			});
		}
		let says_enough = match column {
			Column::Tin => *preference > 0,
			// "Nombre del importador" is no role; a mere number says nothing.
			Column::Unread => run != "no",
			_ => run.contains(' '),
		};
		if part.is_none() && says_enough {
			part = Some(Meaning {
				column: *column,
				rank: Rank::Part,
				preference: *preference,
			});
		}
	}
	part
}

/// Returns the countries whose numbers a heading names; none where it names none.
pub(crate) fn territories(heading: &str) -> &'static [Territory] {
	let words = crate::fold::words(heading);
	let found = runs(&words).find_map(|(run, _)| tables().territories.get(&run));
	found.map(Vec::as_slice).unwrap_or_default()
}

/// In which order a heading says that its dates are written: `(dd/mm/aaaa)`.
pub(crate) fn order_of(heading: &str) -> Option<crate::dates::Order> {
	let words = crate::fold::words(heading);
	let place = |names: &[&str]| words.iter().position(|word| names.contains(&word.as_str()));
	let (day, month) = (place(&["dd", "jj"])?, place(&["mm"])?);
	let year = place(&["aaaa", "yyyy"])?;
	if year < day && year < month {
		return None;
	}
	Some(if day < month {
		crate::dates::Order::DayFirst
	} else {
		crate::dates::Order::MonthFirst
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	fn column(heading: &str) -> Option<Column> {
		meaning(heading).map(|meaning| meaning.column)
	}

	#[test]
	fn no_heading_should_stand_for_two_columns() {
		let mut known: HashMap<String, Column> = HashMap::new();
		for (name, headings) in sections(HEADINGS) {
			let (column, _) = section(name).unwrap_or_else(|| panic!("{name} is no column"));
			for heading in headings {
				let sorted = in_order(phrase(heading).split(' '));
				let before = known.insert(sorted, column);
				assert!(
					before.is_none_or(|before| before == column),
					"{heading}: {before:?} and {column:?}"
				);
			}
		}
		for (codes, headings) in sections(TERRITORIES) {
			for code in codes.split(' ') {
				assert!(Territory::try_from(code).is_ok(), "{code}");
			}
			for heading in headings {
				assert_eq!(column(heading), Some(Column::Tin), "{heading}");
			}
		}
	}

	#[test]
	fn every_heading_of_the_design_should_be_understood() {
		let all: &[(&[&str], Column)] = &[
			(
				&[
					"TIN",
					"EORI",
					"RFC",
					"RUC",
					"NIT",
					"RUT",
					"RNC",
					"CNPJ",
					"CUIT",
					"cédula jurídica",
					"BRN",
					"IEC",
					"tax id",
					"nº de inscrição",
				],
				Column::Tin,
			),
			(
				&[
					"certificate no.",
					"nº de certificado",
					"registro",
					"resolución",
					"ato",
				],
				Column::Certificate,
			),
			(
				&[
					"type",
					"tier",
					"grade",
					"tipo",
					"modalidad",
					"rubro",
					"categoría",
					"modalidade",
				],
				Column::Type,
			),
			(
				&[
					"role",
					"sector",
					"rol",
					"tipo de operador",
					"tipo de usuario",
					"función",
					"função",
					"interveniente",
				],
				Column::Roles,
			),
			(
				&["status", "estado", "estatus", "situación", "situação"],
				Column::Status,
			),
			(
				&["effective", "inicio", "fecha de autorización", "início"],
				Column::ValidFrom,
			),
			(
				&["expiry", "vencimiento", "vigencia", "validade"],
				Column::ValidUntil,
			),
			(&["desde"], Column::StatusSince),
			(&["document"], Column::Document),
			(&["consent"], Column::Consent),
			(&["alias"], Column::Alias),
			(&["alias_scheme"], Column::AliasScheme),
			(&["programme"], Column::Programme),
			(
				&["Name", "Address", "Razón social", "Dirección"],
				Column::Unread,
			),
		];
		for (headings, expected) in all {
			for heading in *headings {
				assert_eq!(column(heading), Some(*expected), "{heading}");
				let loud = format!("  {}:", heading.to_uppercase());
				assert_eq!(column(&loud), Some(*expected), "{loud}");
			}
		}
	}

	#[test]
	fn words_about_a_heading_should_not_hide_it() {
		for (heading, expected) in [
			("RFC de la empresa", Column::Tin),
			("Fecha de Vencimiento (dd/mm/aaaa)", Column::ValidUntil),
			("N° Resolución OEA", Column::Certificate),
			("RUC del Operador Económico Autorizado", Column::Tin),
			("Tipo de Operador OEA", Column::Roles),
			("Importador", Column::RoleMark(Role::Importer)),
			("Agente de Aduanas", Column::RoleMark(Role::CustomsBroker)),
			("Fec. Vcto.", Column::ValidUntil),
			("Eff. Date", Column::ValidFrom),
			("Sit.", Column::Status),
			("Cert. #", Column::Certificate),
			("Nombre del Importador", Column::Unread),
			("Fecha de publicación en el Diario Oficial", Column::Unread),
		] {
			assert_eq!(column(heading), Some(expected), "{heading}");
		}
		assert_eq!(column("Saldo"), None);
	}

	#[test]
	fn headings_should_name_countries_and_orders() {
		assert_eq!(territories("R.F.C."), [Territory::MX]);
		assert_eq!(territories("RFC de la empresa"), [Territory::MX]);
		assert!(territories("Nº RUC").contains(&Territory::PE));
		assert_eq!(
			order_of("Inicio (dd/mm/aaaa)"),
			Some(crate::dates::Order::DayFirst)
		);
		assert_eq!(
			order_of("Start MM-DD-YYYY"),
			Some(crate::dates::Order::MonthFirst)
		);
		assert_eq!(order_of("Start YYYY-MM-DD"), None);
	}
}
