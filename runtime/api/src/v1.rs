//! Answers as version 1 of the questions gives them, which release 1003 has: only what has changed
//! since, and what becomes of it.
//!
//! Who adds to this when an answer changes in a release: `api_version` rises once, the question as it
//! was stays in the trait with `changed_in`, its old types come here (a module for each version), and
//! [`crate::past`] asks it.

use crate::{v2::Ground, Explanation, PendingBatch, PendingDecision, PendingPage, StatusAt};
use aeo_primitives::{
	recognition::{
		self, Admissions, Answer, Certificate, ConsentNeed, Denial, LegState, Offer, Path,
		Standing, TraderState, MAX_CERTIFICATES, MAX_DOMESTIC_OFFERS, MAX_LEGS,
	},
	AgreementId, CertificateNumber, CertificateState, Direction, Hands, Maker, Moment, Role, Roles,
	SuspensionScope, Territory, UtcOffset, Validity,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use sp_core::{bounded::BoundedVec, ConstU32, H256};

/// What stands in a proposal's place where proposals had no numbers.
const NO_NUMBER: u32 = 0;

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

/// A batch that waits for a second officer: it has no number.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct WaitingBatch<AccountId> {
	/// Names the batch.
	pub batch: H256,
	/// How many certificates are in it.
	pub rows: u32,
	/// Who proposed it.
	pub maker: Maker<AccountId>,
	/// It can be confirmed until then.
	pub expires: Moment,
	/// Whether it was not confirmed in time.
	pub expired: bool,
}

impl<AccountId> From<WaitingBatch<AccountId>> for PendingBatch<AccountId> {
	fn from(old: WaitingBatch<AccountId>) -> Self {
		Self {
			batch: old.batch,
			proposal: NO_NUMBER,
			rows: old.rows,
			maker: old.maker,
			expires: old.expires,
			expired: old.expired,
		}
	}
}

/// What waits for a second officer.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct WaitingPage<AccountId, Decision> {
	/// The decisions on this page.
	pub decisions: Vec<WaitingDecision<AccountId, Decision>>,
	/// The batches, all on the first page.
	pub batches: Vec<WaitingBatch<AccountId>>,
	/// The next page, where there are more decisions.
	pub next_page: Option<u32>,
}

impl<AccountId, Decision> From<WaitingPage<AccountId, Decision>>
	for PendingPage<AccountId, Decision>
{
	fn from(old: WaitingPage<AccountId, Decision>) -> Self {
		Self {
			decisions: old.decisions.into_iter().map(Into::into).collect(),
			batches: old.batches.into_iter().map(Into::into).collect(),
			next_page: old.next_page,
		}
	}
}

/// What stands in an admission's place where facts did not name it.
const NO_ADMISSION: u32 = 0;

/// An administration, without the number of its admission.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Administration {
	/// Its id.
	pub territory: Territory,
	/// Where its clocks stand.
	pub utc_offset: UtcOffset,
	/// Whether its word counts.
	pub standing: Standing,
}

impl From<Administration> for recognition::Administration {
	fn from(old: Administration) -> Self {
		Self {
			territory: old.territory,
			utc_offset: old.utc_offset,
			standing: old.standing,
			admission: NO_ADMISSION,
		}
	}
}

/// One direction of an agreement, without the admissions under which it was signed.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Leg {
	/// The agreement it belongs to.
	pub agreement: AgreementId,
	/// Whether it operates.
	pub state: LegState,
	/// Whether a certificate needs its holder's consent.
	pub consent: ConsentNeed,
	/// What it gives, and to whom.
	pub offer: Offer,
}

impl From<Leg> for recognition::Leg {
	fn from(old: Leg) -> Self {
		Self {
			agreement: old.agreement,
			signed_in: Admissions {
				issuer: NO_ADMISSION,
				grantor: NO_ADMISSION,
			},
			state: old.state,
			consent: old.consent,
			offer: old.offer,
		}
	}
}

/// A trader with what its issuer says of it and what binds issuer and grantor.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Trader {
	/// Whether it still exists under its TIN.
	pub state: TraderState,
	/// The administration of its TIN.
	pub issuer: Administration,
	/// Its certificates.
	pub certificates: BoundedVec<Certificate, ConstU32<MAX_CERTIFICATES>>,
	/// The legs from the issuer to the grantor.
	pub legs: BoundedVec<Leg, ConstU32<MAX_LEGS>>,
	/// What the issuer gives at home.
	pub domestic: BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>>,
}

impl From<Trader> for recognition::Trader {
	fn from(old: Trader) -> Self {
		Self {
			state: old.state,
			issuer: old.issuer.into(),
			certificates: old.certificates,
			legs: BoundedVec::truncate_from(old.legs.into_iter().map(Into::into).collect()),
			domestic: old.domestic,
		}
	}
}

/// What an identifier resolves to at the grantor.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
#[allow(clippy::large_enum_variant)] // one value a question, and the large one is the rule
pub enum Resolution {
	/// No trader.
	#[codec(index = 0)]
	NoMatch,
	/// Only an alias that the grantor has not confirmed.
	#[codec(index = 1)]
	AliasUnconfirmed,
	/// This trader.
	#[codec(index = 2)]
	Found(Trader),
}

impl From<Resolution> for recognition::Resolution {
	fn from(old: Resolution) -> Self {
		match old {
			Resolution::NoMatch => Self::NoMatch,
			Resolution::AliasUnconfirmed => Self::AliasUnconfirmed,
			Resolution::Found(trader) => Self::Found(trader.into()),
		}
	}
}

/// One question to a grantor and everything that its answer depends on.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Facts {
	/// The moment that is asked about.
	pub now: Moment,
	/// Who would give the benefits.
	pub grantor: Administration,
	/// What the trader does in this declaration.
	pub role: Role,
	/// The kind of the declaration.
	pub direction: Direction,
	/// Whether an incident is open at the grantor.
	pub incident_open: bool,
	/// What the identifier resolves to.
	pub trader: Resolution,
}

impl From<Facts> for recognition::Facts {
	fn from(old: Facts) -> Self {
		Self {
			now: old.now,
			grantor: old.grantor.into(),
			role: old.role,
			direction: old.direction,
			incident_open: old.incident_open,
			trader: old.trader.into(),
		}
	}
}

/// An answer with everything that it depends on.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
pub struct Explained {
	/// What the rule of recognition looked at.
	pub facts: Facts,
	/// What it says.
	pub answer: Answer,
	/// Every certificate under every leg, or offer at home, and why it counted or not.
	pub paths: Vec<Path>,
}

impl From<Explained> for Explanation {
	fn from(old: Explained) -> Self {
		Self {
			facts: old.facts.into(),
			answer: old.answer,
			paths: old.paths,
		}
	}
}
