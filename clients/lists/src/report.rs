//! What is wrong with a list, and what was done to read it.

use serde::Serialize;

use crate::{
	refusal::NotAList,
	texts::{Language, Texts},
};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
	/// The row is not read: the list can't be loaded.
	Error,
	/// It is told how something was read.
	Note,
}

/// Declares the findings with their codes.
macro_rules! findings {
	($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
		/// What is found. Its sentence is the text `list-` and its code.
		#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
		pub enum Finding {
			$($(#[$doc])* $name,)*
		}

		impl Finding {
			/// Every finding.
			pub const ALL: &'static [Self] = &[$(Self::$name),*];

			/// Returns its code: `E…` for an error, `N…` for a note.
			pub const fn code(self) -> &'static str {
				match self {
					$(Self::$name => $code,)*
				}
			}
		}
	};
}

findings! {
	/// The check digit should be another one.
	CheckDigit = "E01",
	/// Eight digits are the root of a CNPJ.
	CnpjRoot = "E02",
	/// The spreadsheet destroyed the number.
	Destroyed = "E03",
	/// The date can be two days.
	TwoDays = "E04",
	/// Another row has the same certificate number.
	SameNumber = "E05",
	/// The status is in no map.
	UnknownStatus = "E06",
	/// The chain refuses the row. Nothing in this crate finds it: who asks the chain adds it.
	Chain = "E07",
	/// A cell that is needed is empty.
	Missing = "E08",
	/// The trader's number is wrong in another way.
	WrongTin = "E09",
	/// It is no date.
	NotADate = "E10",
	/// The year has two digits.
	TwoDigitYear = "E11",
	/// The calendar has no such day.
	NoSuchDay = "E12",
	/// A role is in no map.
	UnknownRole = "E13",
	/// It is no certificate number.
	WrongNumber = "E14",
	/// It is no short name of a type or programme.
	WrongCode = "E15",
	/// The last day is before the first.
	EndsBeforeStart = "E16",
	/// The firm has another certificate of that type with a role in common at the same time.
	SameRole = "E17",
	/// The spreadsheet shows an error instead of a value.
	CellFault = "E18",
	/// A line is neither a row nor a note.
	Stray = "E19",
	/// It is no alias.
	WrongAlias = "E20",
	/// It is neither a hash nor a file that is there.
	WrongDocument = "E21",
	/// It is said to have expired, and the dates don't say so.
	NotExpired = "E22",
	/// There are more than eight roles.
	TooManyRoles = "E23",
	/// The periods don't follow one another.
	Periods = "E24",
	/// It is neither a yes nor a no.
	UnknownMark = "E25",
	/// In which encoding the text was read is a guess.
	GuessedEncoding = "N01",
	/// The certificate is only applied for: left out.
	Pending = "N02",
	/// Zeros in front were put back.
	Zeros = "N03",
	/// Rows alike but for the role became one certificate.
	Merged = "N04",
	/// A line is no row: headings once more, a total, a note.
	LeftOut = "N05",
	/// A column was not read, because another one says the same.
	PassedOver = "N06",
	/// Other sheets were not read.
	OtherSheets = "N07",
	/// The country was found by the heading, or by the check digits.
	Territory = "N08",
	/// Numbers are natural persons'.
	Personal = "N09",
	/// A heading is not understood: its column was not read.
	UnknownHeading = "N10",
	/// The certificate has ended: it is not taken over.
	Ended = "N11",
	/// The text was read as UTF-16.
	Utf16 = "N12",
	/// The profile came with the program, and nobody has confirmed it.
	Unconfirmed = "N13",
	/// No first day is given: the certificate begins with its first status.
	FromStatus = "N14",
	/// The column of types says roles.
	RolesInType = "N15",
	/// Numbers have no check digit, so that a typing error isn't seen.
	FormatOnly = "N16",
	/// Only a part of a heading is understood.
	InPart = "N17",
	/// Since when it is suspended is not said: the first day was taken.
	SuspendedSince = "N18",
}

impl Finding {
	/// Returns how much it weighs.
	pub fn severity(self) -> Severity {
		if self.code().starts_with('E') {
			Severity::Error
		} else {
			Severity::Note
		}
	}
}

/// Something that was found, and where.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
	/// The row as the spreadsheet numbers it; none where it is about the list.
	pub row: Option<u32>,
	/// The column's letters and heading; empty where it is about no column.
	pub column: String,
	/// What is there.
	pub value: String,
	/// What was found.
	pub finding: Finding,
	/// What the sentence names beside the value.
	pub(crate) words: Vec<(&'static str, String)>,
}

impl Entry {
	/// Returns the entry of a finding, in one row.
	pub fn new(
		row: Option<u32>,
		column: impl Into<String>,
		value: impl Into<String>,
		finding: Finding,
	) -> Self {
		Self {
			row,
			column: column.into(),
			value: value.into(),
			finding,
			words: Vec::new(),
		}
	}

	/// Returns the entry with a word that its sentence names: `digit`, `row`, `why` … as in the text.
	pub fn with(mut self, name: &'static str, word: impl Into<String>) -> Self {
		self.words.push((name, word.into()));
		self
	}

	/// Returns the sentence that says what is wrong and what to type instead.
	pub fn sentence(&self, texts: &Texts) -> String {
		let value = ("value", self.value.clone());
		let words: Vec<(&str, String)> = self
			.words
			.iter()
			.cloned()
			.chain([value])
			.map(|(name, word)| match name {
				"reason" => ("sentence", texts.reason(&word)),
				_ => (name, word),
			})
			.collect();
		texts.say(&format!("list-{}", self.finding.code()), &words)
	}
}

/// What was found in a list.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Report {
	/// What was found: about the list first, then by rows.
	pub entries: Vec<Entry>,
}

/// An entry as it is written down.
#[derive(Serialize)]
struct Written<'a> {
	row: Option<u32>,
	column: &'a str,
	value: &'a str,
	code: &'static str,
	severity: Severity,
	sentence: String,
}

impl Report {
	/// Returns how many errors there are.
	pub fn errors(&self) -> usize {
		let is_error = |entry: &&Entry| entry.finding.severity() == Severity::Error;
		self.entries.iter().filter(is_error).count()
	}

	/// Returns the report as `FILE.report.csv`: row, column, value, code, sentence. UTF-8 with a byte
	/// order mark, so that spreadsheets read its accents; nothing in it is a formula.
	pub fn csv(&self, language: Language) -> Vec<u8> {
		let texts = Texts::of(language);
		let heading = |id: &str| texts.say(&format!("list-report-{id}"), &[]);
		let headings = ["row", "column", "value", "code", "sentence"].map(heading);
		let mut lines = vec![headings.to_vec()];
		for entry in &self.entries {
			lines.push(vec![
				entry.row.map(|row| row.to_string()).unwrap_or_default(),
				entry.column.clone(),
				entry.value.clone(),
				entry.finding.code().into(),
				entry.sentence(&texts),
			]);
		}
		crate::write::csv(&lines)
	}

	/// Returns the entries for programs.
	pub fn json(&self, language: Language) -> impl Serialize {
		let texts = Texts::of(language);
		let written = |entry: &Entry| {
			let sentence = entry.sentence(&texts);
			(entry.clone(), sentence)
		};
		Entries(self.entries.iter().map(written).collect())
	}
}

/// Entries with their sentences.
struct Entries(Vec<(Entry, String)>);

impl Serialize for Entries {
	fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_seq(self.0.iter().map(|(entry, sentence)| Written {
			row: entry.row,
			column: &entry.column,
			value: &entry.value,
			code: entry.finding.code(),
			severity: entry.finding.severity(),
			sentence: sentence.clone(),
		}))
	}
}

impl NotAList {
	/// Returns the text's name.
	pub const fn id(&self) -> &'static str {
		match self {
			Self::Empty => "Empty",
			Self::HeadingsOnly => "HeadingsOnly",
			Self::Binary => "Binary",
			Self::Html => "Html",
			Self::OldXml => "OldXml",
			Self::Pdf => "Pdf",
			Self::OtherZip => "OtherZip",
			Self::Damaged => "Damaged",
			Self::PasswordProtected => "PasswordProtected",
			Self::TooLarge => "TooLarge",
			Self::Cut { .. } => "Cut",
			Self::NoHeadings { .. } => "NoHeadings",
			Self::AmbiguousHeadings { .. } => "AmbiguousHeadings",
			Self::NoSuchSheet { .. } => "NoSuchSheet",
			Self::NoSuchHeading { .. } => "NoSuchHeading",
			Self::ColumnMissing { .. } => "ColumnMissing",
			Self::NotSure { .. } => "NotSure",
			Self::TerritoryUnknown { .. } => "TerritoryUnknown",
		}
	}

	/// Returns the sentence that says why, and what to do.
	pub fn sentence(&self, texts: &Texts) -> String {
		let list = |items: &[String]| {
			if items.is_empty() {
				"–".into()
			} else {
				items.join(", ")
			}
		};
		let words: Vec<(&str, String)> = match self {
			Self::Cut { row } => vec![("row", row.to_string())],
			Self::NoHeadings { nearest, sheets } => {
				vec![("headings", list(nearest)), ("sheets", list(sheets))]
			}
			Self::AmbiguousHeadings { column, one, other } => vec![
				("column", column.clone()),
				("one", one.clone()),
				("other", other.clone()),
			],
			Self::NoSuchSheet { sheet, sheets } => {
				vec![("sheet", sheet.clone()), ("sheets", list(sheets))]
			}
			Self::NoSuchHeading { heading, headings } => {
				vec![("heading", heading.clone()), ("headings", list(headings))]
			}
			Self::ColumnMissing { column, headings } => {
				vec![("column", column.clone()), ("headings", list(headings))]
			}
			Self::NotSure { heading, what } => {
				vec![("heading", heading.clone()), ("what", (*what).into())]
			}
			Self::TerritoryUnknown {
				heading,
				territories,
			} => vec![
				("heading", heading.clone()),
				("territories", list(territories)),
			],
			_ => Vec::new(),
		};
		texts.say(&format!("list-not-{}", self.id()), &words)
	}
}
