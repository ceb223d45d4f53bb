//! Answers as version 2 of the questions gives them, which release 1004 has: only what has changed
//! since, and what becomes of it. See [`crate::v1`].

mod agreements;

pub use agreements::{AgreedLeg, Agreement, Amendment, NotLookedFor, Party, WaitingLeg};

use crate::StatusAt;
use aeo_primitives::{
	recognition::Denial, CertificateNumber, CertificateState, Date, Hands, Moment, Roles,
	SuspensionScope, Validity,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use sp_core::H256;

/// Why a decision was taken, in another order than now.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq)]
pub enum Ground {
	/// The holder asked for it.
	#[codec(index = 0)]
	HoldersRequest,
	/// The authority decided on the merits.
	#[codec(index = 1)]
	Authority,
	/// An administrative matter.
	#[codec(index = 2)]
	Administrative,
}

impl From<Ground> for aeo_primitives::Ground {
	fn from(old: Ground) -> Self {
		match old {
			Ground::HoldersRequest => Self::HoldersRequest,
			Ground::Authority => Self::Authority,
			Ground::Administrative => Self::Administrative,
		}
	}
}

earlier! {
	/// By whom and why something was decided.
	Decided<AccountId> => aeo_primitives::Decided<AccountId> {
		by: Hands<AccountId>,
		ground: Ground,
		document: H256,
	}

	/// What a holder has asked for: nothing is told of a wish to be reinstated.
	Wishes => crate::Wishes {
		renewal: bool,
		appeal: bool,
		suspension: bool,
		relinquishment: Option<Date>,
	} + {
		reinstatement: false,
	}
}

/// One period in the life of a certificate; by whom and why is in the form of a version.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of the present type")]
pub struct Period<Why> {
	pub version: u32,
	pub state: CertificateState,
	pub roles: Roles,
	pub validity: Option<Validity>,
	pub from: Moment,
	pub known_from: Moment,
	pub block: u32,
	pub decided: Why,
	pub voids: Option<u32>,
}

impl<AccountId, Why: Into<aeo_primitives::Decided<AccountId>>> From<Period<Why>>
	for aeo_primitives::StatusPeriod<AccountId>
{
	fn from(old: Period<Why>) -> Self {
		Self {
			version: old.version,
			state: old.state,
			roles: old.roles,
			validity: old.validity,
			from: old.from,
			known_from: old.known_from,
			block: old.block,
			decided: old.decided.into(),
			voids: old.voids,
		}
	}
}

/// One period in the life of a certificate.
pub type StatusPeriod<AccountId> = Period<Decided<AccountId>>;

/// How a certificate stood at a moment.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of the present type")]
pub struct Stood<Why> {
	pub period: Period<Why>,
	pub in_force: bool,
	pub obstacle: Option<Denial>,
	pub suspended: Option<SuspensionScope>,
}

impl<AccountId, Why: Into<aeo_primitives::Decided<AccountId>>> From<Stood<Why>>
	for StatusAt<AccountId>
{
	fn from(old: Stood<Why>) -> Self {
		Self {
			period: old.period.into(),
			in_force: old.in_force,
			obstacle: old.obstacle,
			suspended: old.suspended,
		}
	}
}

/// How a certificate stood at a moment.
pub type StatusAtMoment<AccountId> = Stood<Decided<AccountId>>;

/// A certificate, and how it stands at the block's time.
pub type CertificateStatus = crate::CertificateStatus<Wishes>;

impl From<CertificateStatus> for crate::CertificateStatus {
	fn from(old: CertificateStatus) -> Self {
		Self {
			issuer: old.issuer,
			number: old.number,
			trader: old.trader,
			tin: old.tin,
			ordinal: old.ordinal,
			version: old.version,
			certificate_type: old.certificate_type,
			halves: old.halves,
			roles: old.roles,
			state: old.state,
			validity: old.validity,
			consent: old.consent,
			in_force: old.in_force,
			obstacle: old.obstacle,
			suspended: old.suspended,
			review_due: old.review_due,
			review_overdue: old.review_overdue,
			bar: old.bar,
			asked: old.asked.into(),
			under_review: old.under_review,
			open_requests: old.open_requests,
			periods: old.periods,
		}
	}
}

/// A decision on a certificate that a partner has not acknowledged. What else the present answer says
/// of it, the certificate tells ([`crate::past::unacknowledged`]).
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Unacknowledged {
	/// The certificate.
	pub number: CertificateNumber,
	/// Its version after the decision.
	pub version: u32,
	/// The state that was decided.
	pub state: CertificateState,
	/// When the chain learnt of it.
	pub known_from: Moment,
	/// In which block.
	pub block: u32,
}

/// A page of decisions of one issuer that a partner has not acknowledged.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct UnacknowledgedPage {
	/// Those on this page, latest first.
	pub decisions: Vec<Unacknowledged>,
	/// The next page, where there are earlier decisions.
	pub next_page: Option<u32>,
}

#[cfg(test)]
mod tests {
	use super::*;

	/// A ground keeps its meaning, whatever its place was.
	#[test]
	fn grounds_should_keep_their_names() {
		for (index, expected) in [
			(0, aeo_primitives::Ground::HoldersRequest),
			(1, aeo_primitives::Ground::Authority),
			(2, aeo_primitives::Ground::Administrative),
		] {
			let old = Ground::decode(&mut &[index][..]).expect("it is one");
			assert_eq!(aeo_primitives::Ground::from(old), expected);
		}
	}
}
