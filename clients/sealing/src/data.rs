//! The data of a record, by class. Members have the names of the WCO Data Model where it has one; `?` of
//! docs/sealed-record.schema.json is an `Option` here.

use aeo_primitives::{tin::Tin, AliasScheme, Code, DataClass, Date, Role, Territory, Text};
use core::{fmt, str::FromStr};
use serde::{de, Deserialize, Deserializer, Serialize, Serializer};

use crate::words::{Several, Words};

/// Value types of the schema: members it does not have are refused.
macro_rules! members {
	($($(#[$attribute:meta])* struct $name:ident { $($body:tt)* })*) => {
		$(
			$(#[$attribute])*
			#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
			#[serde(deny_unknown_fields, rename_all = "PascalCase")]
			pub struct $name { $($body)* }
		)*
	};
}

members! {
	/// Who the trader is.
	struct Identity {
		/// Its name as registered.
		pub name: Words<256>,
		/// The name it trades under, where that is another.
		#[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
		pub trade_name: Option<Words<256>>,
		/// Its TIN, in normal form.
		#[serde(rename = "ID")]
		pub id: TinText,
		/// Where it is registered.
		pub address: Address,
		/// What partners' declaration systems call it.
		#[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
		pub alias: Option<Several<Alias, 16>>,
	}

	/// What one partner's declaration system calls a trader.
	struct Alias {
		/// The partner.
		pub grantor: Territory,
		/// The scheme: `CODE`, `MID`, `TCUIN`, `LEI`, `GLN`, `DUNS`.
		pub scheme: Coded<AliasScheme>,
		/// The alias.
		#[serde(rename = "ID")]
		pub id: Words<35>,
	}

	/// An address.
	struct Address {
		/// Street and number, or what stands for them.
		pub line: Words<256>,
		/// The city.
		pub city_name: Words<70>,
		/// State, province, department.
		#[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
		pub country_sub_division_name: Option<Words<70>>,
		/// The postal code.
		#[serde(rename = "PostcodeID", default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
		pub postcode_id: Option<Words<17>>,
		/// The country.
		pub country_code: Territory,
	}

	/// The sites that were validated.
	struct Sites {
		/// Each of them.
		pub site: Several<Site, 64>,
	}

	/// A site.
	struct Site {
		/// What it is called.
		#[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
		pub name: Option<Words<256>>,
		/// Where it lies, as UN/LOCODE.
		#[serde(rename = "ID", default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
		pub id: Option<Locode>,
		/// What is done there, each role once.
		pub role_code: SiteRoles,
		/// Its address.
		pub address: Address,
		/// The day on which it was validated.
		#[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
		pub validated: Option<Date>,
	}

	/// Whom to speak to: functions, and no person's name.
	struct ContactPoints {
		/// The customs office in charge.
		pub office: Office,
		/// The trader's contacts.
		pub contact: Several<Contact, 4>,
	}

	/// A customs office.
	struct Office {
		/// Its number.
		#[serde(rename = "ID", default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
		pub id: Option<Words<17>>,
		/// Its name.
		pub name: Words<70>,
	}

	/// A contact.
	struct Contact {
		/// Its function, such as `Customs manager`.
		pub function: Words<70>,
		/// How it is reached.
		pub communication: Several<Communication, 4>,
	}

	/// An address of electronic mail or a telephone number.
	struct Communication {
		/// The address or the number.
		#[serde(rename = "ID")]
		pub id: Words<256>,
		/// Which of both.
		pub type_code: Channel,
	}

	/// The detailed reasons of decisions.
	struct Reasons {
		/// Each of them.
		pub reason: Several<Reason, 16>,
	}

	/// The reason of a decision.
	struct Reason {
		/// The place of the status period that it began, counted from 0.
		pub period: u32,
		/// The reason.
		pub code: ReasonCode,
		/// What is to be said besides.
		#[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
		pub text: Option<Words<400, true>>,
	}
}

/// Reads an optional member, which is left out where there is nothing: `null` is refused.
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
	deserializer: D,
) -> Result<Option<T>, D::Error> {
	T::deserialize(deserializer).map(Some)
}

/// How a contact is reached (UN/EDIFACT 3155).
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Channel {
	/// Electronic mail.
	#[serde(rename = "EM")]
	Mail,
	/// Telephone.
	#[serde(rename = "TE")]
	Telephone,
}

/// Why a decision was taken. The first six are the criteria of UCC Art. 39.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub enum ReasonCode {
	/// Serious or repeated infringement of customs or tax rules.
	#[serde(rename = "R01")]
	SeriousInfringement,
	/// Serious criminal offence in the course of business.
	#[serde(rename = "R02")]
	CriminalOffence,
	/// Records and control of operations.
	#[serde(rename = "R03")]
	Records,
	/// Insolvency.
	#[serde(rename = "R04")]
	Insolvency,
	/// Competence or professional qualifications.
	#[serde(rename = "R05")]
	Competence,
	/// Security and safety.
	#[serde(rename = "R06")]
	Security,
	/// Proceedings are pending.
	#[serde(rename = "R07")]
	PendingProceedings,
	/// Measures that were asked for were not taken.
	#[serde(rename = "R08")]
	MeasuresNotTaken,
	/// False information.
	#[serde(rename = "R09")]
	FalseInformation,
	/// A validation failed.
	#[serde(rename = "R10")]
	FailedValidation,
	/// The trader ceased its business.
	#[serde(rename = "R11")]
	Cessation,
	/// Another reason.
	#[serde(rename = "R99")]
	Other,
}

/// Text types with a form of their own.
macro_rules! texts {
	($($(#[$attribute:meta])* $name:ident($inner:ty);)*) => {
		$(
			$(#[$attribute])*
			#[derive(Clone, Debug, Eq, PartialEq)]
			pub struct $name($inner);

			impl $name {
				/// Returns the text.
				pub fn as_str(&self) -> &str {
					&self.0
				}
			}

			impl fmt::Display for $name {
				fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
					f.write_str(&self.0)
				}
			}

			impl Serialize for $name {
				fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
					serializer.serialize_str(&self.0)
				}
			}

			impl<'de> Deserialize<'de> for $name {
				fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
					String::deserialize(deserializer)?
						.parse()
						.map_err(de::Error::custom)
				}
			}
		)*
	};
}

texts! {
	/// A TIN in normal form. Whether it passes its check, [`Tin::check`] tells: an administration may
	/// vouch for one that does not.
	TinText(Text<35>);
	/// A UN/LOCODE: two letters, and three letters or digits from 2 to 9.
	Locode(String);
}

impl TinText {
	/// Returns the TIN.
	///
	/// # Errors
	///
	/// None that could happen: the text was read as a TIN before.
	pub fn tin(&self) -> Result<Tin, aeo_primitives::tin::Reason> {
		Tin::parse(&self.0)
	}
}

impl FromStr for TinText {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		let tin = Tin::parse(text).map_err(|why| why.to_string())?;
		if tin.text().as_str() == text {
			Ok(Self(tin.text().clone()))
		} else {
			Err(format!("not in normal form, which is {tin}"))
		}
	}
}

impl FromStr for Locode {
	type Err = &'static str;

	fn from_str(text: &str) -> Result<Self, &'static str> {
		let place = |c: &u8| matches!(c, b'A'..=b'Z' | b'2'..=b'9');
		match text.as_bytes() {
			[country @ .., a, b, c]
				if country.len() == 2
					&& country.iter().all(u8::is_ascii_uppercase)
					&& [a, b, c].into_iter().all(place) =>
			{
				Ok(Self(text.into()))
			}
			_ => Err("no UN/LOCODE: two capitals, and three capitals or digits from 2 to 9"),
		}
	}
}

/// A member of a code list, written as customs write it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Coded<T>(pub T);

/// A list whose members have codes of the customs' world.
pub trait Customs: Code {
	/// Returns the code that customs write.
	fn written(self) -> &'static str;
}

impl Customs for AliasScheme {
	fn written(self) -> &'static str {
		self.code()
	}
}

impl Customs for Role {
	fn written(self) -> &'static str {
		self.code()
	}
}

impl<T: Customs> Serialize for Coded<T> {
	fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(self.0.written())
	}
}

impl<'de, T: Customs> Deserialize<'de> for Coded<T> {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let text = String::deserialize(deserializer)?;
		T::all()
			.find(|code| code.written() == text)
			.map(Self)
			.ok_or_else(|| de::Error::custom(format_args!("{text:?} is no code of the list")))
	}
}

/// Roles at a site: 1 to 11, each once.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct SiteRoles(Several<Coded<Role>, 11>);

impl SiteRoles {
	/// Returns these roles; none where there is none, or one of them twice.
	pub fn new(roles: Vec<Role>) -> Option<Self> {
		let is_twice = (1..roles.len()).any(|place| roles[..place].contains(&roles[place]));
		let roles: Vec<_> = roles.into_iter().map(Coded).collect();
		(!is_twice)
			.then(|| roles.try_into().ok())
			.flatten()
			.map(Self)
	}

	/// Returns the roles.
	pub fn iter(&self) -> impl Iterator<Item = Role> + '_ {
		self.0.iter().map(|coded| coded.0)
	}
}

impl<'de> Deserialize<'de> for SiteRoles {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let roles = Several::<Coded<Role>, 11>::deserialize(deserializer)?;
		Self::new(roles.iter().map(|coded| coded.0).collect())
			.ok_or_else(|| de::Error::custom("a role twice"))
	}
}

/// The data of a record.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Data {
	/// Who the trader is.
	Identity(Identity),
	/// The sites that were validated.
	Sites(Sites),
	/// Whom to speak to.
	Contact(ContactPoints),
	/// The detailed reasons of decisions.
	Reason(Reasons),
}

impl Data {
	/// Returns the class.
	pub const fn class(&self) -> DataClass {
		match self {
			Self::Identity(_) => DataClass::Identity,
			Self::Sites(_) => DataClass::Sites,
			Self::Contact(_) => DataClass::Contact,
			Self::Reason(_) => DataClass::Reason,
		}
	}
}

/// Returns what a class is called in a record.
pub const fn class_name(class: DataClass) -> &'static str {
	match class {
		DataClass::Identity => "identity",
		DataClass::Sites => "sites",
		DataClass::Contact => "contact",
		DataClass::Reason => "reason",
	}
}

/// Returns most bytes of a record of a class.
pub const fn most_bytes(class: DataClass) -> usize {
	match class {
		DataClass::Identity => 4096,
		DataClass::Sites => 32_768,
		DataClass::Contact => 2048,
		DataClass::Reason => 8192,
	}
}
