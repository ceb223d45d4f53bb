//! Answers as version 2 of the questions gives them, which release 1004 has: only what has changed
//! since, and what becomes of it. See [`crate::v1`].

mod agreements;

pub use agreements::{AgreedLeg, Agreement, Amendment, Party, WaitingLeg};

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

/// By whom and why something was decided.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Decided<AccountId> {
	/// Who decided: maker and checker.
	pub by: Hands<AccountId>,
	/// Why.
	pub ground: Ground,
	/// blake2-256 of the decision.
	pub document: H256,
}

impl<AccountId> From<Decided<AccountId>> for aeo_primitives::Decided<AccountId> {
	fn from(old: Decided<AccountId>) -> Self {
		Self {
			by: old.by,
			ground: old.ground.into(),
			document: old.document,
		}
	}
}

/// One period in the life of a certificate.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct StatusPeriod<AccountId> {
	/// The version of the certificate.
	pub version: u32,
	/// What was decided.
	pub state: CertificateState,
	/// The roles.
	pub roles: Roles,
	/// When the certificate is valid.
	pub validity: Option<Validity>,
	/// From when on.
	pub from: Moment,
	/// When the chain learnt of it.
	pub known_from: Moment,
	/// The number of that block.
	pub block: u32,
	/// By whom and why.
	pub decided: Decided<AccountId>,
	/// The place of the period that it overturned.
	pub voids: Option<u32>,
}

impl<AccountId> From<StatusPeriod<AccountId>> for aeo_primitives::StatusPeriod<AccountId> {
	fn from(old: StatusPeriod<AccountId>) -> Self {
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

/// How a certificate stood at a moment.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct StatusAtMoment<AccountId> {
	/// The status period in force then.
	pub period: StatusPeriod<AccountId>,
	/// Whether the certificate was in force.
	pub in_force: bool,
	/// Why it was not in force.
	pub obstacle: Option<Denial>,
	/// What was suspended.
	pub suspended: Option<SuspensionScope>,
}

impl<AccountId> From<StatusAtMoment<AccountId>> for StatusAt<AccountId> {
	fn from(old: StatusAtMoment<AccountId>) -> Self {
		Self {
			period: old.period.into(),
			in_force: old.in_force,
			obstacle: old.obstacle,
			suspended: old.suspended,
		}
	}
}

/// What a holder has asked for: nothing is told of a wish to be reinstated.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Wishes {
	/// A renewal.
	pub renewal: bool,
	/// An appeal against the last decision.
	pub appeal: bool,
	/// A suspension.
	pub suspension: bool,
	/// To give the certificate back from this day on.
	pub relinquishment: Option<Date>,
}

impl From<Wishes> for crate::Wishes {
	fn from(old: Wishes) -> Self {
		Self {
			renewal: old.renewal,
			appeal: old.appeal,
			suspension: old.suspension,
			relinquishment: old.relinquishment,
			reinstatement: false,
		}
	}
}

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
