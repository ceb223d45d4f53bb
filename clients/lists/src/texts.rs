//! Sentences in the language of who reads: `clients/texts/*/lists.ftl`.

use std::fmt;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language that the sentences are in.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Language {
	/// English.
	#[default]
	English,
	/// Spanish.
	Spanish,
	/// Portuguese.
	Portuguese,
}

impl Language {
	/// Every language.
	pub const ALL: [Self; 3] = [Self::English, Self::Spanish, Self::Portuguese];

	/// Returns its code.
	pub const fn code(self) -> &'static str {
		match self {
			Self::English => "en",
			Self::Spanish => "es",
			Self::Portuguese => "pt",
		}
	}

	const fn sources(self) -> [&'static str; 3] {
		match self {
			Self::English => [
				include_str!("../../texts/en/lists.ftl"),
				include_str!("../../texts/en/denials.ftl"),
				include_str!("../../texts/en/errors.ftl"),
			],
			Self::Spanish => [
				include_str!("../../texts/es/lists.ftl"),
				include_str!("../../texts/es/denials.ftl"),
				include_str!("../../texts/es/errors.ftl"),
			],
			Self::Portuguese => [
				include_str!("../../texts/pt/lists.ftl"),
				include_str!("../../texts/pt/denials.ftl"),
				include_str!("../../texts/pt/errors.ftl"),
			],
		}
	}
}

/// The text is none of `en`, `es`, `pt`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct UnknownLanguage;

impl fmt::Display for UnknownLanguage {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("write en, es or pt")
	}
}

impl std::error::Error for UnknownLanguage {}

impl std::str::FromStr for Language {
	type Err = UnknownLanguage;

	fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
		Self::ALL
			.into_iter()
			.find(|language| language.code() == text)
			.ok_or(UnknownLanguage)
	}
}

/// The sentences of one language.
pub struct Texts {
	bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Texts {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_struct("Texts").finish_non_exhaustive()
	}
}

impl Texts {
	/// Returns the sentences of a language: about lists, numbers, and errors of the chain.
	pub fn of(language: Language) -> Self {
		Self::with(language, &[])
	}

	/// Returns these sentences and those of a program that shows them.
	pub fn with(language: Language, more: &[&str]) -> Self {
		let code: LanguageIdentifier = language.code().parse().unwrap_or_default();
		let mut bundle = FluentBundle::new(vec![code]);
		// The marks that keep Arabic and Latin apart show as boxes in old terminals.
		bundle.set_use_isolating(false);
		for source in language.sources().iter().chain(more) {
			let resource = match FluentResource::try_new((*source).into()) {
				Ok(resource) | Err((resource, _)) => resource,
			};
			bundle.add_resource_overriding(resource);
		}
		Self { bundle }
	}

	/// Returns the sentence of that name, its words filled in; the name itself where there is none.
	pub fn say(&self, id: &str, words: &[(&str, String)]) -> String {
		self.filled(id, None, words).unwrap_or_else(|| id.into())
	}

	/// Returns what the chain says with an error of a pallet, and what to do; none where it is younger than
	/// these texts.
	pub fn refusal(&self, pallet: &str, error: &str) -> Option<String> {
		let mut letters = pallet.chars();
		let first = letters.next().map(|letter| letter.to_ascii_lowercase());
		let pallet: String = first.into_iter().chain(letters).collect();
		let pallet = if pallet.is_empty() {
			"dispatch"
		} else {
			&pallet
		};
		let id = format!("{pallet}-{error}");
		let why = self.filled(&id, None, &[])?;
		let remedy = self.filled(&id, Some("remedy"), &[]);
		Some(
			[Some(why), remedy]
				.into_iter()
				.flatten()
				.collect::<Vec<_>>()
				.join(" "),
		)
	}

	/// Returns why a trader's number is refused, and what to do.
	pub(crate) fn reason(&self, reason: &str) -> String {
		let words = [("reason", reason.to_owned())];
		let said = [None, Some("remedy")]
			.into_iter()
			.filter_map(|attribute| self.filled("denial-NotANumber", attribute, &words));
		said.collect::<Vec<_>>().join(" ")
	}

	/// Returns a sentence, or an attribute of it, with its words; none where there is none.
	pub fn filled(
		&self,
		id: &str,
		attribute: Option<&str>,
		words: &[(&str, String)],
	) -> Option<String> {
		let message = self.bundle.get_message(id)?;
		let pattern = match attribute {
			Some(attribute) => message.get_attribute(attribute)?.value(),
			None => message.value()?,
		};
		let mut arguments = FluentArgs::new();
		for (name, word) in words {
			arguments.set(*name, FluentValue::from(word.as_str()));
		}
		let mut errors = Vec::new();
		let text = self
			.bundle
			.format_pattern(pattern, Some(&arguments), &mut errors);
		Some(text.into_owned())
	}
}
