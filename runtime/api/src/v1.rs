//! Answers as version 1 of the questions gives them, which release 1003 has: only what has changed
//! since, and what becomes of it.
//!
//! Who adds to this when an answer changes in a release: `api_version` rises once, the row of the question
//! in the table ([`questions!`](crate::questions!)) says with `before` what the answer was, and its old types come here,
//! in a module for each version.

use crate::{
	v2::{Ground, Period, Stood},
	v4::Certificate,
	v5::{self, Facts},
	PendingBatch, PendingDecision, PendingPage,
};
use aeo_primitives::{
	recognition::{
		self, Admissions, ConsentNeed, LegState, Offer, Standing, TraderState, MAX_CERTIFICATES,
		MAX_DOMESTIC_OFFERS, MAX_LEGS,
	},
	AgreementId, CertificateNumber, Hands, Maker, Moment, Territory, UtcOffset,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use sp_core::{bounded::BoundedVec, ConstU32, H256};

/// What stands in a proposal's place where proposals had no numbers.
const NO_NUMBER: u32 = 0;

/// What stands in an admission's place where facts did not name it.
const NO_ADMISSION: u32 = 0;

/// By whom and why something was decided: one name.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Decided<AccountId> {
	/// The officer, or the account, that decided; of two the one that confirmed.
	pub by: AccountId,
	/// Why.
	pub ground: Ground,
	/// blake2-256 of the decision.
	pub document: H256,
}

/// The one name is given as the maker, and no checker.
impl<AccountId> From<Decided<AccountId>> for aeo_primitives::Decided<AccountId> {
	fn from(old: Decided<AccountId>) -> Self {
		Self {
			by: Hands::one(old.by),
			ground: old.ground.into(),
			document: old.document,
		}
	}
}

/// One period in the life of a certificate.
pub type StatusPeriod<AccountId> = Period<Decided<AccountId>>;

/// How a certificate stood at a moment.
pub type StatusAtMoment<AccountId> = Stood<Decided<AccountId>>;

earlier! {
	/// A batch that waits for a second officer: it has no number.
	WaitingBatch<AccountId> => PendingBatch<AccountId> {
		batch: H256,
		rows: u32,
		maker: Maker<AccountId>,
		expires: Moment,
		expired: bool,
	} + {
		proposal: NO_NUMBER,
	}

	/// What waits for a second officer.
	WaitingPage<AccountId, Decision> => PendingPage<AccountId, Decision> {
		decisions: Vec<WaitingDecision<AccountId, Decision>> => each,
		batches: Vec<WaitingBatch<AccountId>> => each,
		next_page: Option<u32>,
	}

	/// An administration, without the number of its admission.
	Administration => recognition::Administration {
		territory: Territory,
		utc_offset: UtcOffset,
		standing: Standing,
	} + {
		admission: NO_ADMISSION,
	}

	/// One direction of an agreement, without the admissions under which it was signed.
	Leg => recognition::Leg {
		agreement: AgreementId,
		state: LegState,
		consent: ConsentNeed,
		offer: Offer,
	} + {
		signed_in: Admissions { issuer: NO_ADMISSION, grantor: NO_ADMISSION },
	}

	/// A trader with what its issuer says of it and what binds issuer and grantor.
	Trader => recognition::Trader {
		state: TraderState,
		issuer: Administration,
		certificates: BoundedVec<Certificate, ConstU32<MAX_CERTIFICATES>> => each_bounded,
		legs: BoundedVec<Leg, ConstU32<MAX_LEGS>> => each_bounded,
		domestic: BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>>,
	} + {
		other_number: None,
	}
}

/// An answer with everything that it depends on.
pub type Explained = v5::Explained<Facts<Trader, Administration>>;

/// A decision that waits for a second officer: it has no number, and must wait.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct WaitingDecision<AccountId, Decision> {
	/// The certificate.
	pub number: CertificateNumber,
	/// What is proposed.
	pub decision: Decision,
	/// Who proposed it.
	pub maker: Maker<AccountId>,
	/// The version of the certificate that it is about.
	pub version: u32,
	/// It can be confirmed from this block on. Nothing says so any more.
	pub confirmable_from: u32,
	/// It can be confirmed until then.
	pub expires: Moment,
	/// Whether it was not confirmed in time.
	pub expired: bool,
	/// Whether the certificate has changed since the proposal.
	pub overtaken: bool,
}

impl<AccountId, Decision> From<WaitingDecision<AccountId, Decision>>
	for PendingDecision<AccountId, Decision>
{
	fn from(old: WaitingDecision<AccountId, Decision>) -> Self {
		Self {
			number: old.number,
			proposal: NO_NUMBER,
			decision: old.decision,
			maker: old.maker,
			version: old.version,
			expires: old.expires,
			expired: old.expired,
			overtaken: old.overtaken,
		}
	}
}
