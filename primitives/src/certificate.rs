//! Types and states of certificates (domain specification, section 5).

use core::fmt;

use primitive_types::H256;

use crate::{
	Date, DateError, Ground, Halves, Hands, Moment, Roles, StateKind, SuspensionScope, Text,
	TextError, Written,
};

/// The number of a certificate: `A–Z 0–9 - / .`, up to 35 characters, unique for its issuer.
pub type CertificateNumber = Text<35>;

/// What the numbers begin with that the chain gives to applications, and no issuer to a certificate.
pub const APPLICATION_PREFIX: &str = "APPLICATION-";

/// Why a text is not a certificate number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NotACertificateNumber {
	/// There is nothing.
	Missing,
	/// It has more than 35 characters.
	TooLong,
	/// It has other characters than `A–Z 0–9 - / .`, or neither a letter nor a digit.
	NotUnderstood,
}

impl fmt::Display for NotACertificateNumber {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Missing => "no certificate number: write it as on the certificate",
			Self::TooLong => "certificate number too long: it has at most 35 characters",
			Self::NotUnderstood => {
				"not a certificate number: write letters A–Z and digits, and - / . between them"
			}
		})
	}
}

impl core::error::Error for NotACertificateNumber {}

/// Returns the normal form of a certificate number: capitals, without white space at its ends.
///
/// # Errors
///
/// It is empty, has more than 35 characters, others than `A–Z 0–9 - / .`, or neither a letter nor a
/// digit.
pub fn certificate_number(written: &str) -> Result<CertificateNumber, NotACertificateNumber> {
	let normal = written.trim().to_ascii_uppercase();
	if normal.is_empty() {
		return Err(NotACertificateNumber::Missing);
	}
	let names = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
	if !normal
		.chars()
		.all(|c| names(c) || matches!(c, '-' | '/' | '.'))
		|| !normal.chars().any(names)
	{
		return Err(NotACertificateNumber::NotUnderstood);
	}
	normal
		.try_into()
		.map_err(|_| NotACertificateNumber::TooLong)
}

/// The short name of a programme within its administration.
pub type ProgrammeCode = Text<16>;

/// The short name of a type within its programme: `AEOF`, `OEA`.
pub type TypeCode = Text<16>;

/// Why a text is not the short name of a programme, a type or an agency.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NotACode {
	/// There is nothing.
	Missing,
	/// It has more than 16 bytes.
	TooLong,
	/// It has a control character.
	NotUnderstood,
}

impl fmt::Display for NotACode {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			Self::Missing => "no short name: write the one that the programme or the agency has",
			Self::TooLong => "short name too long: it has at most 16 bytes",
			Self::NotUnderstood => "not a short name: write letters and digits",
		})
	}
}

impl core::error::Error for NotACode {}

/// Returns the short name of a programme, a type or an agency, without white space at its ends.
///
/// # Errors
///
/// It is empty, has more than 16 bytes, or a control character.
pub fn code(written: &str) -> Result<TypeCode, NotACode> {
	let name = written.trim();
	if name.is_empty() {
		return Err(NotACode::Missing);
	}
	name.parse().map_err(|why| match why {
		TextError::TooLong => NotACode::TooLong,
		TextError::NotUtf8 | TextError::ControlCharacter => NotACode::NotUnderstood,
	})
}

value_types! {
	/// A type of certificate as its programme declares it.
	struct ProgrammeType {
		/// Its name within the programme.
		pub code: TypeCode,
		/// What its certificates authorise.
		pub halves: Halves,
	}

	/// Names a type of certificate among all of its administration's.
	#[derive(Ord, PartialOrd)]
	struct CertificateType {
		/// The programme.
		pub programme: ProgrammeCode,
		/// The type within it.
		pub code: TypeCode,
	}

	/// A [`CertificateType`] as it is written in a call.
	struct WrittenType {
		/// The programme.
		pub programme: Written,
		/// The type within it.
		pub code: Written,
	}

	/// What was last decided about a certificate. What follows from the clock (not yet valid,
	/// expired, a revocation whose day has not come) is derived, never stored.
	#[derive(Copy)]
	enum CertificateState {
		/// Applied for (T1).
		#[codec(index = 0)]
		Applied,
		/// The application can be examined (T2).
		#[codec(index = 1)]
		Accepted,
		/// The application cannot be examined (T2).
		#[codec(index = 2)]
		Rejected,
		/// The holder took the application back (T2, T2b).
		#[codec(index = 3)]
		ApplicationWithdrawn,
		/// The application was examined and refused (T2b).
		#[codec(index = 4)]
		Refused,
		/// Authorised, renewed or reinstated (T0, T3, T5, T9, T13).
		#[codec(index = 5)]
		Authorised,
		/// Suspended, in whole or in one half (T0, T4).
		#[codec(index = 6)]
		Suspended(Suspension),
		/// Taken away by the issuer (T6).
		#[codec(index = 7)]
		Revoked(Ended),
		/// Given back by the holder (T7).
		#[codec(index = 8)]
		Relinquished(Ended),
		/// Void from the start (T10).
		#[codec(index = 9)]
		Annulled,
	}

	/// A suspension in force, counted from its block.
	#[derive(Copy)]
	struct Suspension {
		/// What it covers.
		pub scope: SuspensionScope,
		/// What becomes of it by the clock.
		pub end: SuspensionEnd,
	}

	/// What becomes of a suspension by the clock.
	#[derive(Copy)]
	enum SuspensionEnd {
		/// Nothing: it lasts until it is decided on.
		#[codec(index = 0)]
		Open,
		/// After this day a decision is due; until then, and without one, it lasts.
		#[codec(index = 1)]
		DecisionAfter(Date),
		/// After this day it is over, because the order says so. The last day is inclusive.
		#[codec(index = 2)]
		ResumesAfter(Date),
	}

	/// What becomes of a suspension by the clock, as a call has it: its day as it was typed.
	enum WrittenSuspensionEnd {
		/// [`SuspensionEnd::Open`].
		#[codec(index = 0)]
		Open,
		/// [`SuspensionEnd::DecisionAfter`].
		#[codec(index = 1)]
		DecisionAfter(Written),
		/// [`SuspensionEnd::ResumesAfter`].
		#[codec(index = 2)]
		ResumesAfter(Written),
	}

	/// The end of a certificate from a day on.
	#[derive(Copy)]
	struct Ended {
		/// The first day without the certificate; the issuer's local day.
		pub from: Date,
		/// The suspension that was in force when the end was decided: it holds until `from`.
		pub suspension: Option<Suspension>,
	}

	/// The days between which a certificate is valid: the issuer's local days, both inclusive.
	#[derive(Copy)]
	struct Validity {
		/// The first day.
		pub from: Date,
		/// The last day; none where the law sets no end (UCC: an AEO authorisation has none).
		pub until: Option<Date>,
		/// A renewal was filed in time and the programme keeps the certificate in force past its
		/// last day until that is decided (T9).
		pub renewal_pending: bool,
	}

	/// By whom and why something was decided, as far as everybody may know.
	struct Decided<AccountId> {
		/// Who decided: maker and checker.
		pub by: Hands<AccountId>,
		/// Why.
		pub ground: Ground,
		/// blake2-256 of the decision.
		pub document: H256,
	}

	/// One period in the life of a certificate. It lasts until the next begins.
	struct StatusPeriod<AccountId> {
		/// The version of the certificate.
		pub version: u32,
		/// What was decided.
		pub state: CertificateState,
		/// The roles.
		pub roles: Roles,
		/// When the certificate is valid; none before it is authorised.
		pub validity: Option<Validity>,
		/// From when on; earlier than the block only where it was taken over, or where the
		/// decision says so.
		pub from: Moment,
		/// When the chain learnt of it: the time of the block.
		pub known_from: Moment,
		/// The number of that block.
		pub block: u32,
		/// By whom and why.
		pub decided: Decided<AccountId>,
		/// The place of the period that began with the decision which was overturned (T13): what it
		/// decided was believed, and did not hold, between `from` and `known_from`.
		pub voids: Option<u32>,
	}
}

impl WrittenType {
	/// Returns the type that it names.
	///
	/// # Errors
	///
	/// One of the two names is none.
	pub fn read(&self) -> Result<CertificateType, NotACode> {
		Ok(CertificateType {
			programme: code(&self.programme)?,
			code: code(&self.code)?,
		})
	}
}

impl From<CertificateType> for WrittenType {
	fn from(named: CertificateType) -> Self {
		Self {
			programme: named.programme.into(),
			code: named.code.into(),
		}
	}
}

impl WrittenSuspensionEnd {
	/// Returns what it says.
	///
	/// # Errors
	///
	/// Its day is none.
	pub fn read(&self) -> Result<SuspensionEnd, DateError> {
		Ok(match self {
			Self::Open => SuspensionEnd::Open,
			Self::DecisionAfter(day) => SuspensionEnd::DecisionAfter(day.read()?),
			Self::ResumesAfter(day) => SuspensionEnd::ResumesAfter(day.read()?),
		})
	}
}

impl From<SuspensionEnd> for WrittenSuspensionEnd {
	fn from(end: SuspensionEnd) -> Self {
		match end {
			SuspensionEnd::Open => Self::Open,
			SuspensionEnd::DecisionAfter(day) => Self::DecisionAfter(day.into()),
			SuspensionEnd::ResumesAfter(day) => Self::ResumesAfter(day.into()),
		}
	}
}

impl CertificateState {
	/// Returns the state without what belongs to it.
	pub const fn kind(self) -> StateKind {
		match self {
			Self::Applied => StateKind::Applied,
			Self::Accepted => StateKind::Accepted,
			Self::Rejected => StateKind::Rejected,
			Self::ApplicationWithdrawn => StateKind::ApplicationWithdrawn,
			Self::Refused => StateKind::Refused,
			Self::Authorised => StateKind::Authorised,
			Self::Suspended(_) => StateKind::Suspended,
			Self::Revoked(_) => StateKind::Revoked,
			Self::Relinquished(_) => StateKind::Relinquished,
			Self::Annulled => StateKind::Annulled,
		}
	}
}
