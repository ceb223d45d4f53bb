//! Types and states of certificates (domain specification, section 5).

use core::fmt;

use primitive_types::H256;

use crate::{Date, Ground, Halves, Hands, Moment, Roles, StateKind, SuspensionScope, Text};

/// The number of a certificate: `A–Z 0–9 - / .`, up to 35 characters, unique for its issuer.
pub type CertificateNumber = Text<35>;

/// Why a text is not a certificate number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotACertificateNumber;

impl fmt::Display for NotACertificateNumber {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str("not a certificate number: write 1 to 35 of A–Z, 0–9, - / and .")
	}
}

impl core::error::Error for NotACertificateNumber {}

/// The normal form of a certificate number: capitals, without spaces at its ends.
///
/// # Errors
///
/// It is empty, or has other characters than `A–Z 0–9 - / .`.
pub fn certificate_number(
	written: &CertificateNumber,
) -> Result<CertificateNumber, NotACertificateNumber> {
	let normal = written.trim().to_ascii_uppercase();
	let is_legal =
		|c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '/' | '.');
	if normal.is_empty() || !normal.chars().all(is_legal) {
		return Err(NotACertificateNumber);
	}
	normal.try_into().map_err(|_| NotACertificateNumber)
}

/// The short name of a programme within its administration.
pub type ProgrammeCode = Text<16>;

/// The short name of a type within its programme: `AEOF`, `OEA`.
pub type TypeCode = Text<16>;

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

impl CertificateState {
	/// The state without what belongs to it.
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
