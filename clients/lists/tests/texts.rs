//! The sentences: none is missing in any language, and each says the same.

use std::collections::BTreeSet;

use aeo_lists::{Column, Finding, Language, Texts};

const SOURCES: [(&str, &str); 3] = [
	("en", include_str!("../../texts/en/lists.ftl")),
	("es", include_str!("../../texts/es/lists.ftl")),
	("pt", include_str!("../../texts/pt/lists.ftl")),
];

/// Names and variables of the texts of a language, each with the choices.
fn parts(source: &str) -> BTreeSet<String> {
	let mut parts = BTreeSet::new();
	let mut id = "";
	for line in source.lines() {
		if let Some((name, _)) = line.split_once(" = ").filter(|_| line.starts_with("list-")) {
			id = name;
			assert!(parts.insert(id.to_owned()), "{id} is there twice");
		}
		let key = line.trim_start().trim_start_matches('*');
		if let Some((key, _)) = key.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
			parts.insert(format!("{id}: [{key}]"));
		}
		for typed in line.split('`').skip(1).step_by(2) {
			parts.insert(format!("{id}: `{typed}`"));
		}
		for word in line.split('$').skip(1) {
			let end = word
				.find(|c: char| !c.is_alphanumeric())
				.unwrap_or(word.len());
			parts.insert(format!("{id}: ${}", word.split_at(end).0));
		}
	}
	parts
}

#[test]
fn all_languages_should_have_the_same_texts_and_words() {
	let [(_, english), others @ ..] = SOURCES;
	for (language, source) in others {
		let (known, there) = (parts(english), parts(source));
		let differing: Vec<_> = known.symmetric_difference(&there).collect();
		assert!(differing.is_empty(), "{language}: {differing:?}");
	}
}

#[test]
fn every_text_that_is_used_should_be_there() {
	for language in Language::ALL {
		let texts = Texts::of(language);
		let there = |id: String| assert_ne!(texts.say(&id, &[]), id, "{}", language.code());
		for finding in Finding::ALL {
			there(format!("list-{}", finding.code()));
		}
		for column in ["row", "column", "value", "code", "sentence"] {
			there(format!("list-report-{column}"));
		}
		for refusal in [
			"Empty",
			"HeadingsOnly",
			"Binary",
			"Html",
			"OldXml",
			"Pdf",
			"OtherZip",
			"Damaged",
			"PasswordProtected",
			"TooLarge",
			"Cut",
			"NoHeadings",
			"AmbiguousHeadings",
			"NoSuchSheet",
			"NoSuchHeading",
			"ColumnMissing",
			"NotSure",
			"TerritoryUnknown",
		] {
			there(format!("list-not-{refusal}"));
		}
		for column in [
			Column::Tin,
			Column::Certificate,
			Column::Programme,
			Column::Type,
			Column::Roles,
			Column::Status,
			Column::ValidFrom,
			Column::ValidUntil,
			Column::StatusSince,
			Column::StatusUntil,
			Column::Document,
			Column::Consent,
			Column::AliasScheme,
			Column::Alias,
		] {
			let name = column.name().replace('_', "-");
			there(format!("list-column-{name}"));
			there(format!("list-help-{name}"));
		}
	}
}
