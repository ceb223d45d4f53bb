//! Words, in English, Spanish and Portuguese.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use std::ffi::OsString;
use unic_langid::LanguageIdentifier;

/// A language.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Language {
	/// English.
	English,
	/// Spanish.
	Spanish,
	/// Portuguese.
	Portuguese,
}

impl Language {
	/// All of them.
	pub const ALL: [Self; 3] = [Self::English, Self::Spanish, Self::Portuguese];

	/// Returns the code.
	pub const fn code(self) -> &'static str {
		match self {
			Self::English => "en",
			Self::Spanish => "es",
			Self::Portuguese => "pt",
		}
	}

	const fn source(self) -> &'static str {
		match self {
			Self::English => include_str!("../../texts/en/aeo.ftl"),
			Self::Spanish => include_str!("../../texts/es/aeo.ftl"),
			Self::Portuguese => include_str!("../../texts/pt/aeo.ftl"),
		}
	}

	/// Returns the language of a text such as `es`, `es_CR.UTF-8`, `pt-BR`.
	fn named(text: &str) -> Option<Self> {
		let code = text.split(['_', '-', '.', '@']).next().unwrap_or_default();
		Self::ALL
			.into_iter()
			.find(|language| language.code() == code)
	}

	/// Returns the language that `--lang` asks for; where it does not, that of the system; English where
	/// that is another one. It is looked for before the rest is understood, since what is wrong with the
	/// rest is told in it.
	pub fn of(
		typed: impl IntoIterator<Item = OsString>,
		variable: impl Fn(&str) -> Option<String>,
	) -> Self {
		let typed: Vec<_> = typed.into_iter().collect();
		let texts = || typed.iter().filter_map(|text| text.to_str());
		let behind = texts()
			.zip(texts().skip(1))
			.find(|(text, _)| *text == "--lang")
			.map(|(_, language)| language);
		let joined = || texts().find_map(|text| text.strip_prefix("--lang="));
		let system = || {
			["LC_ALL", "LC_MESSAGES", "LANG"]
				.into_iter()
				.find_map(|name| variable(name).filter(|value| !value.is_empty()))
		};
		behind
			.or_else(joined)
			.map_or_else(|| system().and_then(|text| Self::named(&text)), Self::named)
			.unwrap_or(Self::English)
	}
}

/// The words of one language.
pub struct Texts(FluentBundle<FluentResource>);

impl Texts {
	/// Returns those of a language.
	pub fn new(language: Language) -> Self {
		let resource = FluentResource::try_new(language.source().to_owned())
			.unwrap_or_else(|(resource, _)| resource);
		// A code that is understood: one of three.
		let identifier: LanguageIdentifier = language.code().parse().unwrap_or_default();
		let mut bundle = FluentBundle::new(vec![identifier]);
		bundle.set_use_isolating(false);
		bundle.add_resource_overriding(resource);
		Self(bundle)
	}

	/// Returns a text without variables.
	pub fn of(&self, key: &str) -> String {
		self.with(key, &[])
	}

	/// Returns a text with its variables, and what to do where it says so. A key that is missing stands
	/// for itself; a test sees to it that none is.
	pub fn with(&self, key: &str, details: &[(&'static str, String)]) -> String {
		let why = self.value(key, details);
		match self.attribute(key, "remedy", details) {
			Some(remedy) => format!("{why} {remedy}"),
			None => why,
		}
	}

	/// Returns what is said of a command besides.
	pub fn more(&self, key: &str) -> Option<String> {
		self.attribute(key, "more", &[])
	}

	fn value(&self, key: &str, details: &[(&'static str, String)]) -> String {
		let pattern = self.0.get_message(key).and_then(|message| message.value());
		pattern.map_or_else(
			|| key.to_owned(),
			|pattern| {
				self.0
					.format_pattern(pattern, Some(&arguments(details)), &mut Vec::new())
					.into_owned()
			},
		)
	}

	fn attribute(
		&self,
		key: &str,
		name: &str,
		details: &[(&'static str, String)],
	) -> Option<String> {
		let attribute = self.0.get_message(key)?.get_attribute(name)?;
		Some(
			self.0
				.format_pattern(
					attribute.value(),
					Some(&arguments(details)),
					&mut Vec::new(),
				)
				.into_owned(),
		)
	}
}

fn arguments(details: &[(&'static str, String)]) -> FluentArgs<'static> {
	details
		.iter()
		.map(|(name, value)| (*name, value.clone()))
		.collect()
}

/// Words of results and progress, from one list, so that none can lack.
macro_rules! labels {
	($($name:ident $key:literal)*) => {
		/// Words of results and progress.
		#[derive(Clone, Copy, Debug)]
		pub enum Label {
			$($name,)*
		}

		impl Label {
			/// Returns the key.
			pub const fn key(self) -> &'static str {
				match self {
					$(Self::$name => $key,)*
				}
			}

			#[cfg(test)]
			const ALL: &'static [Self] = &[$(Self::$name),*];
		}
	};
}

labels! {
	AskPassword "ask-password"
	AskPasswordAgain "ask-password-again"
	AskKey "ask-key"
	KeyMade "key-made"
	KeyPublic "key-public"
	Opening "opening"
	Sealing "sealing"
	PageRefused "page-refused"
	RowRefused "row-refused"
	Opened "opened"
	ListRoot "list-root"
	ListPages "list-pages"
	ListSequence "list-sequence"
	ListSealedTo "list-sealed-to"
	ListFiles "list-files"
	Serving "serving"
	Fetching "fetching"
	Fetched "fetched"
	Missing "difference-Missing"
	NotForYou "difference-NotForYou"
	WrongPage "difference-WrongPage"
	VersionWentBack "difference-VersionWentBack"
	NothingFound "nothing-found"
	NothingNew "nothing-new"
	Published "published"
	AskAccountPassword "ask-account-password"
	ConsentGiven "consent-given"
	ConsentWithdrawn "consent-withdrawn"
	SharingLine "sharing-line"
	NotShared "not-shared"
	ConsentNotNeeded "consent-not-needed"
	ConsentYes "consent-yes"
	ConsentNo "consent-no"
	LineRefused "line-refused"
	CertificateRefused "certificate-refused"
	Lacking "lacking"
	Synced "synced"
	ListLine "list-line"
	Current "standing-Current"
	Outdated "standing-Outdated"
	NotEntitled "standing-NotEntitled"
	Checking "checking"
	CheckRow "check-row"
	CheckColumn "check-column"
	CheckList "check-list"
	CheckMore "check-more"
	Checked "checked"
	TemplateMade "template-made"
}

impl Texts {
	/// Returns the words for a label.
	pub fn label(&self, label: Label, details: &[(&'static str, String)]) -> String {
		self.with(label.key(), details)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{cli, failure};
	use fluent_bundle::FluentResource;
	use std::collections::{BTreeMap, BTreeSet};

	/// The messages of a language as they are written: their key, and the variables that they use.
	fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
		let resource = FluentResource::try_new(language.source().to_owned());
		let resource = resource.unwrap_or_else(|(_, errors)| panic!("{language:?}: {errors:?}"));
		let entries = resource.entries().count();
		let mut messages = BTreeMap::new();
		let mut last = None;
		for line in language.source().lines() {
			if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
				assert!(
					messages.insert(key.to_owned(), BTreeSet::new()).is_none(),
					"{language:?}: {key} twice"
				);
				last = Some(key.to_owned());
			}
			if let Some(used) = last.as_ref().and_then(|key| messages.get_mut(key)) {
				for rest in line.split("{ $").skip(1) {
					let name = rest.split([' ', '}']).next().unwrap_or_default();
					used.insert(name.to_owned());
				}
				for attribute in [".remedy", ".more"] {
					if line.trim_start().starts_with(attribute) {
						used.insert(attribute.to_owned());
					}
				}
			}
		}
		let comments = language
			.source()
			.lines()
			.filter(|line| line.starts_with('#'))
			.count();
		assert!(entries >= messages.len() && entries <= messages.len() + comments);
		messages
	}

	#[test]
	fn no_text_should_lack_and_none_be_too_many() {
		let mut expected: BTreeSet<_> = cli::help_keys().into_iter().collect();
		expected.extend(failure::keys());
		expected.extend(Label::ALL.iter().map(|label| label.key().to_owned()));
		expected.extend(cli::USAGE_KEYS.map(String::from));
		for language in Language::ALL {
			let found: BTreeSet<_> = messages(language).into_keys().collect();
			let missing: Vec<_> = expected.difference(&found).collect();
			let unused: Vec<_> = found.difference(&expected).collect();
			assert!(missing.is_empty(), "{language:?} lacks {missing:?}");
			assert!(unused.is_empty(), "{language:?}: {unused:?} are not used");
		}
	}

	#[test]
	fn all_languages_should_use_the_same_variables() {
		let english = messages(Language::English);
		for language in [Language::Spanish, Language::Portuguese] {
			assert_eq!(messages(language), english, "{language:?}");
		}
	}

	#[test]
	fn every_failure_should_say_what_to_do() {
		for (key, used) in messages(Language::English) {
			let is_failure = ["failure-", "sealed-", "usage-"]
				.iter()
				.any(|prefix| key.starts_with(prefix));
			assert_eq!(used.contains(".remedy"), is_failure, "{key}");
		}
	}

	#[test]
	fn texts_should_use_what_the_library_gives() {
		use aeo_sealing::Error;
		for error in [
			Error::Outdated {
				file: 71,
				chain: 72,
			},
			Error::Truncated { bytes: 73 },
			Error::UnknownSuite { suite: 74 },
			Error::TooLarge {
				bytes: 75,
				most: 76,
			},
			Error::UnknownSchema { schema: 77 },
			Error::SchemaViolation {
				member: "data.78".into(),
				why: "79".into(),
			},
			Error::WrongPlace {
				number: "80".into(),
			},
			Error::RecordTwice {
				number: "81".into(),
			},
		] {
			for language in Language::ALL {
				let text = failure::Failure::from(error.clone()).to_text(&Texts::new(language));
				for (name, value) in error.details() {
					assert!(text.contains(&value), "{language:?}: {text} lacks {name}");
				}
			}
		}
	}

	#[test]
	fn the_language_should_be_the_one_asked_for() {
		let of = |typed: &[&str], variables: &[(&str, &str)]| {
			Language::of(typed.iter().map(OsString::from), |name| {
				let found = variables.iter().find(|(known, _)| *known == name);
				found.map(|(_, value)| (*value).to_owned())
			})
		};
		assert_eq!(of(&["aeo"], &[]), Language::English);
		assert_eq!(of(&["aeo", "--lang", "es"], &[]), Language::Spanish);
		assert_eq!(
			of(&["aeo", "--lang=pt"], &[("LANG", "es_CR")]),
			Language::Portuguese
		);
		assert_eq!(of(&["aeo"], &[("LANG", "es_CR.UTF-8")]), Language::Spanish);
		assert_eq!(
			of(&["aeo"], &[("LANG", "es"), ("LC_ALL", "pt_BR")]),
			Language::Portuguese
		);
		assert_eq!(
			of(&["aeo"], &[("LC_ALL", ""), ("LANG", "es")]),
			Language::Spanish
		);
		assert_eq!(of(&["aeo"], &[("LANG", "fr_FR")]), Language::English);
		assert_eq!(
			of(&["aeo", "--lang", "fr"], &[("LANG", "es")]),
			Language::English
		);
		assert_eq!(of(&["aeo", "--lang"], &[]), Language::English);
	}
}
