//! A certificate as a list has it, once it is understood.

use aeo_primitives::{
	tin::Check, tin::Tin, AliasScheme, AliasValue, CertificateNumber, CertificateType, Date, Roles,
	SuspensionScope,
};
use primitive_types::H256;

/// Most periods of a certificate's life on a list: as many as the chain takes over.
pub const MAX_PERIODS: usize = 9;

/// What holds in a period of a certificate's life.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Status {
	/// Authorised, whether its days are over by the clock or not.
	Authorised,
	/// Suspended.
	Suspended {
		/// What is suspended.
		scope: SuspensionScope,
		/// The last day before which nothing is decided, where the list says one.
		until: Option<Date>,
	},
	/// Taken away by the issuer.
	Revoked,
	/// Given back by the holder.
	Relinquished,
	/// Void from the start.
	Annulled,
}

impl Status {
	/// Returns whether the certificate lives: only such are taken over.
	pub const fn is_live(self) -> bool {
		matches!(self, Self::Authorised | Self::Suspended { .. })
	}
}

/// A period of a certificate's life. It lasts until the next begins.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Period {
	/// Its first day; the issuer's local day.
	pub from: Date,
	/// What holds in it.
	pub status: Status,
}

/// A certificate's life until now: one to [`MAX_PERIODS`] periods, each later than the one before.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Life(Vec<Period>);

/// Periods are none, too many, or two begin on one day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NotALife;

impl Life {
	/// Returns the life of these periods, in any order.
	///
	/// # Errors
	///
	/// There is none, there are more than [`MAX_PERIODS`], or two begin on one day.
	pub fn new(mut periods: Vec<Period>) -> Result<Self, NotALife> {
		periods.sort_by_key(|period| period.from);
		let is_in_order = periods
			.iter()
			.zip(periods.iter().skip(1))
			.all(|(one, next)| one.from < next.from);
		if periods.is_empty() || periods.len() > MAX_PERIODS || !is_in_order {
			return Err(NotALife);
		}
		Ok(Self(periods))
	}

	/// Returns the periods, the earliest first.
	pub fn periods(&self) -> &[Period] {
		&self.0
	}

	/// Returns what holds now.
	pub fn status(&self) -> Status {
		self.0
			.last()
			.map_or(Status::Authorised, |period| period.status)
	}
}

/// What a partner calls a trader.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Alias {
	/// What kind of name it is.
	pub scheme: AliasScheme,
	/// The name.
	pub value: AliasValue,
}

/// A certificate on a list.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Row {
	/// Its number.
	pub number: CertificateNumber,
	/// The trader.
	pub tin: Tin,
	/// Whether the trader's number has a check digit, and it is right.
	pub check: Check,
	/// Programme and type.
	pub certificate_type: CertificateType,
	/// The roles.
	pub roles: Roles,
	/// The first day on which it is valid.
	pub valid_from: Date,
	/// The last day, inclusive; none where it has no end. Never before the first.
	pub valid_until: Option<Date>,
	/// Its life until now.
	pub life: Life,
	/// blake2-256 of the decision; none: the list itself.
	pub document: Option<H256>,
	/// blake2-256 of the company's consent to publication; none: the list itself.
	pub consent: Option<H256>,
	/// What partners call the trader.
	pub aliases: Vec<Alias>,
	/// The rows of the list that say so, as the spreadsheet numbers them.
	pub at: Vec<u32>,
}
