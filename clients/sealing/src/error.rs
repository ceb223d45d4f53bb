//! Why a file, a page or a record is not taken.

use core::fmt;

/// Why a file of a sealed list, or what is in it, is not taken, in the order of the checks. What the
/// display text says is what is wrong and what to do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Error {
	/// The file is of an earlier sequence than the chain's.
	Outdated {
		/// The sequence of the file.
		file: u32,
		/// The sequence on chain.
		chain: u32,
	},
	/// The file is not there.
	Unreachable,
	/// It has fewer bytes than the shortest sealed file, 49.
	Truncated {
		/// How many bytes it has.
		bytes: usize,
	},
	/// Its first byte names a suite of algorithms that is not this one, 1.
	UnknownSuite {
		/// The byte.
		suite: u8,
	},
	/// A public key is of low order: with it, the secret would be one that everybody knows.
	KeyNotUsable,
	/// It was sealed to another key, for another chain, issuer, reader, sequence or page, or changed
	/// since.
	CannotOpen,
	/// What was opened has more bytes than its kind may have.
	TooLarge {
		/// How many bytes it has.
		bytes: usize,
		/// How many it may have.
		most: usize,
	},
	/// The index is not a number of pages, and each page's number and digest in ascending order.
	IndexNotUnderstood,
	/// The index is not the one whose root stands on chain.
	RootDiffers,
	/// The page is not a number of records, and each one's salt, length and bytes, filled up with zeros.
	PageNotUnderstood,
	/// The page is not the one whose digest stands in the index.
	PageDiffers,
	/// The record is not JSON in the form of RFC 8785.
	NotCanonical,
	/// The record is of a schema that is not this one, 1.
	UnknownSchema {
		/// The number of the schema.
		schema: u64,
	},
	/// The record is not as its schema says.
	SchemaViolation {
		/// Where, as a path of members; empty for the record itself.
		member: String,
		/// What is wrong.
		why: String,
	},
	/// The record is another issuer's, or stands behind one that comes after it.
	WrongPlace {
		/// The number of its certificate.
		number: String,
	},
	/// There is another record of the same certificate and class.
	RecordTwice {
		/// The number of the certificate.
		number: String,
	},
}

impl Error {
	/// The names, in the order of the checks.
	pub const NAMES: [&'static str; 16] = [
		"Outdated",
		"Unreachable",
		"Truncated",
		"UnknownSuite",
		"KeyNotUsable",
		"CannotOpen",
		"TooLarge",
		"IndexNotUnderstood",
		"RootDiffers",
		"PageNotUnderstood",
		"PageDiffers",
		"NotCanonical",
		"UnknownSchema",
		"SchemaViolation",
		"WrongPlace",
		"RecordTwice",
	];

	/// Returns the name, by which texts in other languages are found.
	pub const fn name(&self) -> &'static str {
		match self {
			Self::Outdated { .. } => "Outdated",
			Self::Unreachable => "Unreachable",
			Self::Truncated { .. } => "Truncated",
			Self::UnknownSuite { .. } => "UnknownSuite",
			Self::KeyNotUsable => "KeyNotUsable",
			Self::CannotOpen => "CannotOpen",
			Self::TooLarge { .. } => "TooLarge",
			Self::IndexNotUnderstood => "IndexNotUnderstood",
			Self::RootDiffers => "RootDiffers",
			Self::PageNotUnderstood => "PageNotUnderstood",
			Self::PageDiffers => "PageDiffers",
			Self::NotCanonical => "NotCanonical",
			Self::UnknownSchema { .. } => "UnknownSchema",
			Self::SchemaViolation { .. } => "SchemaViolation",
			Self::WrongPlace { .. } => "WrongPlace",
			Self::RecordTwice { .. } => "RecordTwice",
		}
	}

	/// Returns what belongs to the error, by name, for texts in other languages.
	pub fn details(&self) -> Vec<(&'static str, String)> {
		match self {
			Self::Outdated { file, chain } => {
				vec![("file", file.to_string()), ("chain", chain.to_string())]
			}
			Self::Truncated { bytes } => vec![("bytes", bytes.to_string())],
			Self::UnknownSuite { suite } => vec![("suite", suite.to_string())],
			Self::TooLarge { bytes, most } => {
				vec![("bytes", bytes.to_string()), ("most", most.to_string())]
			}
			Self::UnknownSchema { schema } => vec![("schema", schema.to_string())],
			Self::SchemaViolation { member, why } => {
				vec![("member", member.clone()), ("why", why.clone())]
			}
			Self::WrongPlace { number } | Self::RecordTwice { number } => {
				vec![("number", number.clone())]
			}
			Self::Unreachable
			| Self::KeyNotUsable
			| Self::CannotOpen
			| Self::IndexNotUnderstood
			| Self::RootDiffers
			| Self::PageNotUnderstood
			| Self::PageDiffers
			| Self::NotCanonical => Vec::new(),
		}
	}
}

impl fmt::Display for Error {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Outdated { file, chain } => write!(
				f,
				"the file is of sequence {file}, and the chain says {chain}: fetch the list again, and \
				 ask the issuer where it is not there"
			),
			Self::Unreachable => {
				f.write_str("the file is not there: fetch it again, and ask the issuer for it")
			}
			Self::Truncated { bytes } => write!(
				f,
				"the file has {bytes} bytes, fewer than any sealed file: fetch it again"
			),
			Self::UnknownSuite { suite } => write!(
				f,
				"the file begins with {suite}, and this program knows suite 1: use a later release"
			),
			Self::KeyNotUsable => f.write_str(
				"a key is of low order, so that everybody could open the file: have a new key registered",
			),
			Self::CannotOpen => f.write_str(
				"the file does not open: it was sealed to another key, for another chain, issuer, \
				 reader, sequence or page, or was changed. Take the key that the list was sealed to, \
				 and fetch the file again",
			),
			Self::TooLarge { bytes, most } => write!(
				f,
				"{bytes} bytes, where {most} are the most: tell the issuer, whose program is wrong"
			),
			Self::IndexNotUnderstood => {
				f.write_str("the index is malformed: tell the issuer, whose program is wrong")
			}
			Self::RootDiffers => f.write_str(
				"the index is not the one that stands on chain: fetch it again, and tell the issuer \
				 where it stays so",
			),
			Self::PageNotUnderstood => {
				f.write_str("the page is malformed: tell the issuer, whose program is wrong")
			}
			Self::PageDiffers => f.write_str(
				"the page is not the one that stands under the root on chain: fetch it again, and tell \
				 the issuer where it stays so",
			),
			Self::NotCanonical => f.write_str(
				"the record is not JSON in the form of RFC 8785: tell the issuer, whose program is wrong",
			),
			Self::UnknownSchema { schema } => write!(
				f,
				"the record is of schema {schema}, and this program knows schema 1: use a later release"
			),
			Self::SchemaViolation { member, why } if member.is_empty() => {
				write!(f, "the record is not as its schema says, {why}: correct it")
			}
			Self::SchemaViolation { member, why } => write!(
				f,
				"{member} is not as the schema of the record says, {why}: correct it"
			),
			Self::WrongPlace { number } => write!(
				f,
				"the record of {number} belongs to another issuer or another place: tell the issuer, \
				 whose program is wrong"
			),
			Self::RecordTwice { number } => write!(
				f,
				"there are two records of {number} in one class: tell the issuer, whose program is wrong"
			),
		}
	}
}

impl core::error::Error for Error {}
