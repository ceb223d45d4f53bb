//! What somebody who knows a list says about it: `list.toml`.

use std::{collections::BTreeMap, fmt};

use aeo_primitives::{code, Role, Territory};
use encoding_rs::Encoding as Charset;
use serde::Deserialize;

use crate::{
	dates::Order,
	fold::phrase,
	vocabulary::Column,
	words::{status_of, StatusWord},
};

/// Where certificates of a list without numbers get theirs from.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub enum NumberFrom {
	/// The list has them.
	#[default]
	List,
	/// The trader's number: a firm has one certificate.
	Tin,
	/// The trader's number, a slash and the type: a firm has one certificate of each type.
	TinType,
}

impl std::str::FromStr for NumberFrom {
	type Err = UnknownNumberFrom;

	fn from_str(text: &str) -> Result<Self, UnknownNumberFrom> {
		match text {
			"list" => Ok(Self::List),
			"tin" => Ok(Self::Tin),
			"tin-type" => Ok(Self::TinType),
			_ => Err(UnknownNumberFrom),
		}
	}
}

/// The text is not `list`, `tin` or `tin-type`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct UnknownNumberFrom;

impl fmt::Display for UnknownNumberFrom {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("write list, tin or tin-type")
	}
}

impl std::error::Error for UnknownNumberFrom {}

/// Why a profile is none.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ProfileError(String);

impl fmt::Display for ProfileError {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(&self.0)
	}
}

impl std::error::Error for ProfileError {}

/// What a list's maker says about it. It overrides what is read from headings and words.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(try_from = "Source")]
pub struct Profile {
	/// Whether it is ours, made without having seen the list.
	pub to_be_confirmed: bool,
	/// The country whose numbers these are.
	pub territory: Option<Territory>,
	/// The programme, where no column says it.
	pub programme: Option<String>,
	/// The type, where no column says it.
	pub default_type: Option<String>,
	/// The roles, where no column says them.
	pub default_roles: Vec<Role>,
	/// In which order dates are written.
	pub dates: Option<Order>,
	/// How its text is encoded, where it is neither UTF-8 nor UTF-16.
	pub encoding: Option<&'static Charset>,
	/// Where the certificates' numbers come from; none: the list has them.
	pub number_from: Option<NumberFrom>,
	/// The name of the sheet.
	pub sheet: Option<String>,
	/// The row of the headings, from 1.
	pub heading_row: Option<u32>,
	/// The months' names, folded, in their order.
	pub(crate) months: Vec<String>,
	/// What says that there is no last day, folded.
	pub(crate) no_end: Vec<String>,
	pub(crate) headings: Vec<(String, Column)>,
	pub(crate) types: BTreeMap<String, String>,
	pub(crate) programmes: BTreeMap<String, String>,
	pub(crate) roles: BTreeMap<String, Vec<Role>>,
	pub(crate) statuses: BTreeMap<String, StatusWord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
	#[serde(default)]
	to_be_confirmed: bool,
	territory: Option<String>,
	programme: Option<String>,
	r#type: Option<String>,
	roles: Option<OneOrMany>,
	dates: Option<String>,
	encoding: Option<String>,
	#[serde(default)]
	months: Vec<String>,
	no_end: Option<OneOrMany>,
	number_from: Option<NumberFrom>,
	sheet: Option<String>,
	heading_row: Option<u32>,
	#[serde(default)]
	headings: BTreeMap<String, OneOrMany>,
	#[serde(default)]
	codes: Codes,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Codes {
	r#type: BTreeMap<String, String>,
	programme: BTreeMap<String, String>,
	roles: BTreeMap<String, OneOrMany>,
	status: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany {
	One(String),
	Many(Vec<String>),
}

impl OneOrMany {
	fn all(self) -> Vec<String> {
		match self {
			Self::One(one) => vec![one],
			Self::Many(many) => many,
		}
	}
}

/// The profiles that come with the program, by their names.
const SHIPPED: [(&str, &str); 10] = [
	("br", include_str!("../profiles/br.toml")),
	("cl", include_str!("../profiles/cl.toml")),
	("co", include_str!("../profiles/co.toml")),
	("cr", include_str!("../profiles/cr.toml")),
	("do", include_str!("../profiles/do.toml")),
	("eu", include_str!("../profiles/eu.toml")),
	("gt", include_str!("../profiles/gt.toml")),
	("kr", include_str!("../profiles/kr.toml")),
	("mx", include_str!("../profiles/mx.toml")),
	("pe", include_str!("../profiles/pe.toml")),
];

impl Profile {
	/// Returns the names of the profiles that come with the program.
	pub fn shipped() -> impl Iterator<Item = &'static str> {
		SHIPPED.iter().map(|(name, _)| *name)
	}

	/// Returns the text of the profile of that name that comes with the program; none where there is
	/// none.
	pub fn shipped_text(name: &str) -> Option<&'static str> {
		let is_named = |(known, _): &&(&str, &str)| known.eq_ignore_ascii_case(name);
		SHIPPED.iter().find(is_named).map(|(_, text)| *text)
	}

	/// Reads a profile.
	///
	/// # Errors
	///
	/// It is no TOML, has a key that profiles don't have, or a value that means nothing: a sentence.
	pub fn parse(text: &str) -> Result<Self, ProfileError> {
		let source: Source =
			toml::from_str(text).map_err(|error| ProfileError(error.to_string()))?;
		source.try_into()
	}

	/// Returns this profile with what is said of a list besides: its territory, programme, type, the order of its
	/// dates and where its numbers come from.
	#[must_use]
	pub fn with(self, said: Self) -> Self {
		Self {
			territory: said.territory.or(self.territory),
			programme: said.programme.or(self.programme),
			default_type: said.default_type.or(self.default_type),
			dates: said.dates.or(self.dates),
			number_from: said.number_from.or(self.number_from),
			..self
		}
	}
}

impl TryFrom<Source> for Profile {
	type Error = ProfileError;

	fn try_from(source: Source) -> Result<Self, ProfileError> {
		let territory = source.territory.map(|code| {
			Territory::try_from(code.to_uppercase().as_str()).map_err(|_| {
				ProfileError(format!(
					"territory = \"{code}\": write a code of ISO 3166-1, EU, XI or XK"
				))
			})
		});
		let dates = source.dates.map(|order| {
			order_named(&order)
				.ok_or_else(|| ProfileError(format!("dates = \"{order}\": write dmy or mdy")))
		});
		let encoding = source.encoding.map(|label| {
			Charset::for_label(label.as_bytes()).ok_or_else(|| {
				ProfileError(format!(
					"encoding = \"{label}\": write its name, such as euc-kr or windows-1254"
				))
			})
		});
		if !source.months.is_empty() && source.months.len() != 12 {
			let count = source.months.len();
			return Err(ProfileError(format!(
				"months has {count} names: write all twelve, from January on"
			)));
		}
		let mut headings = Vec::new();
		for (name, written) in source.headings {
			let column = Column::named(&name).ok_or_else(|| {
				ProfileError(format!("[headings] {name}: there is no such column"))
			})?;
			headings.extend(written.all().into_iter().map(|heading| (heading, column)));
		}
		Ok(Self {
			to_be_confirmed: source.to_be_confirmed,
			territory: territory.transpose()?,
			programme: source.programme.map(named_code).transpose()?,
			default_roles: source.roles.map_or(Ok(Vec::new()), |written| {
				written
					.all()
					.into_iter()
					.map(|code| role("roles", code))
					.collect()
			})?,
			default_type: source.r#type.map(named_code).transpose()?,
			dates: dates.transpose()?,
			encoding: encoding.transpose()?,
			months: source.months.iter().map(|name| phrase(name)).collect(),
			number_from: source.number_from,
			sheet: source.sheet,
			heading_row: source.heading_row,
			no_end: source.no_end.map_or_else(Vec::new, |words| {
				words.all().iter().map(|word| phrase(word)).collect()
			}),
			headings,
			types: codes(source.codes.r#type)?,
			programmes: codes(source.codes.programme)?,
			roles: roles(source.codes.roles)?,
			statuses: statuses(source.codes.status)?,
		})
	}
}

/// Returns the order that a person names.
pub fn order_named(text: &str) -> Option<Order> {
	match text {
		"dmy" => Some(Order::DayFirst),
		"mdy" => Some(Order::MonthFirst),
		_ => None,
	}
}

fn named_code(text: String) -> Result<String, ProfileError> {
	code(&text).map_err(|why| ProfileError(format!("\"{text}\": {why}")))?;
	Ok(text.trim().into())
}

fn codes(source: BTreeMap<String, String>) -> Result<BTreeMap<String, String>, ProfileError> {
	source
		.into_iter()
		.map(|(word, meant)| Ok((phrase(&word), named_code(meant)?)))
		.collect()
}

fn role(word: &str, written: String) -> Result<Role, ProfileError> {
	written.parse().map_err(|_| {
		ProfileError(format!(
			"{word} = \"{written}\": write a code of CL704, such as IM or EX"
		))
	})
}

fn roles(source: BTreeMap<String, OneOrMany>) -> Result<BTreeMap<String, Vec<Role>>, ProfileError> {
	source
		.into_iter()
		.map(|(word, written)| {
			let meant: Result<Vec<Role>, _> = written
				.all()
				.into_iter()
				.map(|written| role(&word, written))
				.collect();
			Ok((phrase(&word), meant?))
		})
		.collect()
}

fn statuses(
	source: BTreeMap<String, String>,
) -> Result<BTreeMap<String, StatusWord>, ProfileError> {
	source
		.into_iter()
		.map(|(word, written)| {
			let meant = match written.as_str() {
				"Skipped" => Some(StatusWord::Pending),
				_ => status_of(&written),
			};
			let meant = meant.ok_or_else(|| {
				ProfileError(format!(
					"[codes.status] \"{word}\" = \"{written}\": write Authorised, Suspended, Revoked, Relinquished, Annulled, Expired or Skipped"
				))
			})?;
			Ok((phrase(&word), meant))
		})
		.collect()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_shipped_profile_should_be_one_and_say_that_it_is_unconfirmed() {
		assert_eq!(Profile::shipped().count(), 10);
		for name in Profile::shipped() {
			let text = Profile::shipped_text(name).expect("it is shipped");
			assert!(text.starts_with("# To be confirmed"), "{name}");
			let profile = Profile::parse(text).unwrap_or_else(|why| panic!("{name}: {why}"));
			assert!(profile.to_be_confirmed, "{name}");
			let code = profile.territory.expect("a country").code();
			assert!(code.eq_ignore_ascii_case(name), "{name}");
			assert!(profile.programme.is_some(), "{name}");
		}
	}

	#[test]
	fn what_is_wrong_with_a_profile_should_be_told() {
		for (text, said) in [
			("territory = \"QQ\"", "ISO 3166-1"),
			("dates = \"ymd\"", "dmy or mdy"),
			("sheets = \"x\"", "unknown field"),
			("[headings]\ntins = \"RFC\"", "no such column"),
			("[codes.roles]\nMaker = \"MFR\"", "CL704"),
			("[codes.status]\nVivo = \"Alive\"", "Authorised"),
			("type = \"A very long name of a type\"", "16 bytes"),
			("number_from = \"head\"", "tin-type"),
			("encoding = \"klingon\"", "euc-kr"),
			("months = [\"Ocak\"]", "all twelve"),
		] {
			let why = Profile::parse(text).expect_err(text).to_string();
			assert!(why.contains(said), "{text}: {why}");
		}
	}
}
