//! What node and clients ask the runtime: [`AeoApi`], and the types of its answers.
//!
//! Every answer is [`Dated`]: it says of which block, and of which moment, it is. The clock is that
//! of the state that is asked, so that to ask about the past is to ask an earlier block. Lists come
//! in pages, latest first unless their order is another one, numbered from 0.
//!
//! The questions have a version, which rises in a release that changes an answer. What they were before
//! stays (`changed_in`), so that blocks before an upgrade can be asked as ever: [`past`].

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]
#![forbid(unsafe_code)]

extern crate alloc;

use aeo_primitives::{
	recognition::{
		Answer, Basis, Consent, ConsentNeed, Denial, Entitlement, Facts, LegState, Offer, Path,
	},
	tin::{Check, Reason, Scheme},
	AgreementId, Benefit, Benefits, CertificateNumber, CertificateState, CertificateType,
	DataClasses, Date, Declaration, DeclareAs, Direction, Halves, Identifier, IncidentKind,
	MilestoneKind, Moment, NormalisedTin, NotDeclared, Role, Roles, StatusPeriod, SuspensionScope,
	Territory, TraderId, Validity, WrittenTin,
};
use alloc::vec::Vec;
use codec::{Codec, Decode, Encode};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::{bounded::BoundedVec, ConstU32, H256};

/// Most questions that are answered together.
pub const MAX_QUESTIONS: u32 = 1_000;

/// Questions that are put together.
pub type Questions = BoundedVec<Question, ConstU32<MAX_QUESTIONS>>;

/// Answers: the derives of what is sent and written down.
macro_rules! answers {
	($($(#[$attribute:meta])* $kind:ident $name:ident $(<$($parameter:ident $(= $default:ty)?),*>)? { $($body:tt)* })*) => {
		$(
			$(#[$attribute])*
			#[derive(Clone, Debug, Decode, Deserialize, Encode, Eq, PartialEq, Serialize, TypeInfo)]
			pub $kind $name $(<$($parameter $(= $default)?),*>)? { $($body)* }
		)*
	};
}

/// Types as an earlier version of the questions has them, and what becomes of them: the fields that stay
/// (`each`: a list, whose items become others), and what is said for those that were not there. A field
/// whose type is a parameter is in the form of a version.
#[cfg(feature = "std")]
macro_rules! earlier {
	($(
		$(#[$attribute:meta])*
		$name:ident $(<$($parameter:ident $(: $bound:path)? $(= $default:ty)?),+>)? => $now:ty {
			$($field:ident: $type:ty $(=> $how:ident)?,)*
		} $(+ { $($new:ident: $value:expr,)* })?
	)*) => {
		$(
			$(#[$attribute])*
			#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq)]
			#[allow(missing_docs, reason = "the fields are those of the present type")]
			pub struct $name $(<$($parameter $(= $default)?),+>)? {
				$(pub $field: $type,)*
			}

			impl $(<$($parameter $(: $bound)?),+>)? From<$name $(<$($parameter),+>)?> for $now {
				fn from(old: $name $(<$($parameter),+>)?) -> Self {
					Self {
						$($field: earlier!(@ $($how)? (old.$field)),)*
						$($($new: $value,)*)?
					}
				}
			}
		)*
	};
	(@ ($value:expr)) => { $value.into() };
	(@ each ($value:expr)) => { $value.into_iter().map(Into::into).collect() };
	(@ each_bounded ($value:expr)) => {
		BoundedVec::truncate_from($value.into_iter().map(Into::into).collect())
	};
}

// First: the other modules use its macro.
#[macro_use]
mod questions;
mod certificates;
mod changes;
mod credentials;
#[cfg(feature = "std")]
pub mod past;
mod sharing;
#[cfg(feature = "std")]
pub mod v1;
#[cfg(feature = "std")]
pub mod v2;
#[cfg(feature = "std")]
pub mod v4;
#[cfg(feature = "std")]
pub mod v5;

pub use certificates::{
	Counts, PendingBatch, PendingDecision, PendingPage, RequestPage, RequestStatus, StateCount,
	StatusAt, Wishes,
};
pub use changes::{
	AliasStep, CertificateKey, CertificateStep, Certificates, Change, ConsentStep, FailedRow,
	Failure, Given, IncidentStep, IssuerStep, LegStep, ListPage, ListPlace, ListRow, Matter,
	NotTried, OfferStep, RecognitionStep, Standing, TraderStep, Tried, TriedEvent, UpgradeStep,
	MAX_ROWS,
};
pub use credentials::{CredentialIssuerStatus, CredentialStatus, CredentialStatusPage};
pub use questions::{Listed, CREDENTIAL_PAGE, PAGE};
pub use sharing::{LegSharing, ListReport, ListStatus, SharedCertificate};

answers! {
	/// An answer, and the state that it is of.
	struct Dated<Content> {
		/// The number of the block.
		pub block: u32,
		/// The time of the block, in milliseconds UTC.
		pub time: Moment,
		/// The answer.
		pub answer: Content,
	}

	/// An answer with everything that it depends on.
	struct Explanation {
		/// What the rule of recognition looked at.
		pub facts: Facts,
		/// What it says.
		pub answer: Answer,
		/// Every certificate under every leg, or offer at home, and why it counted or not.
		pub paths: Vec<Path>,
	}

	/// One of the questions that are put together.
	struct Question {
		/// Whom the declaration names.
		pub identifier: Identifier,
		/// What the trader does in the declaration.
		pub role: Role,
		/// The kind of the declaration.
		pub direction: Direction,
	}

	/// A certificate, and how it stands at the block's time. What its holder has asked for is in the
	/// form of a version of the questions.
	struct CertificateStatus<Asked = Wishes> {
		/// Who issued it.
		pub issuer: Territory,
		/// Its number.
		pub number: CertificateNumber,
		/// The id of its trader.
		pub trader: TraderId,
		/// The TIN of its trader.
		pub tin: NormalisedTin,
		/// Its place among the issuer's certificates, from 0.
		pub ordinal: u32,
		/// Counts its changes, from 1.
		pub version: u32,
		/// Its type.
		pub certificate_type: CertificateType,
		/// The halves of that type.
		pub halves: Halves,
		/// What its trader is certified as.
		pub roles: Roles,
		/// What was last decided.
		pub state: CertificateState,
		/// When it is valid.
		pub validity: Option<Validity>,
		/// With whom it may be shared.
		pub consent: Consent,
		/// Whether it is in force at the block's time.
		pub in_force: bool,
		/// Why it is not in force, where it is not.
		pub obstacle: Option<Denial>,
		/// What is suspended at the block's time; with one half the certificate is in force still.
		pub suspended: Option<SuspensionScope>,
		/// Through this day it is to be reviewed.
		pub review_due: Option<Date>,
		/// Whether that day is over at the block's time. Nothing follows from it.
		pub review_overdue: bool,
		/// Through this day its trader can't be certified anew in the programme.
		pub bar: Option<Date>,
		/// What its holder has asked for and nobody has decided yet.
		pub asked: Asked,
		/// Whether its issuer reviews it; it stays what it is.
		pub under_review: bool,
		/// How many requests of its issuer are open.
		pub open_requests: u32,
		/// How many status periods it has.
		pub periods: u32,
	}

	/// A benefit given to a declaration.
	struct Use {
		/// Who gave it.
		pub grantor: Territory,
		/// The commitment of the declaration's reference.
		pub declaration: H256,
		/// What the trader did in the declaration.
		pub role: Role,
		/// The kind of the declaration.
		pub direction: Direction,
		/// What was given.
		pub benefits: Benefits,
		/// The block in which it was recorded.
		pub block: u32,
		/// The time of that block.
		pub at: Moment,
		/// Its place among all uses of the trader, from 0. Old ones may be gone.
		pub place: u32,
		/// Whether a certificate for which it was given is void from the start, as known now.
		pub annulled: bool,
	}

	/// What was given to a declaration, with everything that is recorded of it.
	struct GrantReport {
		/// The id of the trader.
		pub trader: TraderId,
		/// Its TIN.
		pub tin: Option<NormalisedTin>,
		/// The administration that certified it.
		pub issuer: Territory,
		/// The kind of the declaration.
		pub direction: Direction,
		/// Each benefit with the certificate and the agreement that it follows from.
		pub entitlements: Vec<Entitlement>,
		/// The versions of those certificates at that time.
		pub versions: Vec<VersionUsed>,
		/// The block in which it was recorded.
		pub block: u32,
		/// The time of that block.
		pub at: Moment,
		/// Whether one of the certificates is void from the start, as known now.
		pub annulled: bool,
	}

	/// The version of a certificate.
	struct VersionUsed {
		/// The certificate.
		pub certificate: CertificateNumber,
		/// Its version.
		pub version: u32,
	}

	/// How often a benefit was given.
	struct UtilisationCounter {
		/// Under what.
		pub basis: Basis,
		/// What was given.
		pub benefit: Benefit,
		/// In which kind of declaration.
		pub direction: Direction,
		/// By grants in clear, ever.
		pub granted: u64,
		/// Of these, by grants that are still there.
		pub live: u64,
		/// Of these, by grants that were removed when they were old.
		pub pruned: u64,
		/// By sealed uses, as the administration says; not among the granted.
		pub sealed: u64,
	}

	/// What an administration gave, as grantor.
	struct UtilisationPage {
		/// By agreement, benefit and direction, in the order in which each was first counted.
		pub counters: Vec<UtilisationCounter>,
		/// The next page, where there are more.
		pub next_page: Option<u32>,
		/// How many uses there were in all: declarations, whatever the number of their benefits.
		pub totals: UtilisationTotals,
	}

	/// How many uses an administration has recorded: declarations that got something.
	struct UtilisationTotals {
		/// In clear, ever.
		pub granted: u64,
		/// Of these, still there.
		pub live: u64,
		/// Of these, removed when they were old.
		pub pruned: u64,
		/// Sealed.
		pub sealed: u64,
		/// In so many sealed periods.
		pub sealed_periods: u32,
	}

	/// When and with what something was decided.
	struct DecisionStep {
		/// blake2-256 of the decision.
		pub document: H256,
		/// In which block.
		pub block: u32,
		/// The time of that block.
		pub at: Moment,
	}

	/// An incident at an administration.
	struct IncidentReport {
		/// Its number.
		pub number: u32,
		/// What kind it is of.
		pub kind: IncidentKind,
		/// When it was opened.
		pub opened: DecisionStep,
		/// When it was closed; none while it is open.
		pub closed: Option<DecisionStep>,
	}

	/// What an issuer told and a partner has not acknowledged: a certificate that is new, or a change
	/// of one.
	struct Unacknowledged {
		/// Who issued the certificate.
		pub issuer: Territory,
		/// Its number.
		pub number: CertificateNumber,
		/// The TIN of its trader.
		pub tin: NormalisedTin,
		/// Its type.
		pub certificate_type: CertificateType,
		/// What was told.
		pub told: Told,
		/// Its version after that.
		pub version: u32,
		/// How it stood before; none where it is new, and at a block of version 1 or 2 of the questions.
		pub before: Option<ToldState>,
		/// How it stands by that.
		pub after: ToldState,
		/// Its version now: larger where more was told since.
		pub present_version: u32,
		/// Whether it is in force at the block's time.
		pub in_force: bool,
		/// What is suspended at the block's time; with one half it is in force still.
		pub suspended: Option<SuspensionScope>,
		/// When the chain learnt of it.
		pub known_from: Moment,
		/// In which block.
		pub block: u32,
		/// Its place in the list of its issuer, from 0: among the changes, or the ordinals.
		pub place: u32,
	}

	/// What an issuer tells.
	#[derive(Copy)]
	enum Told {
		/// A certificate that existed changed.
		#[codec(index = 0)]
		Changed,
		/// A certificate is new: issued, or taken over.
		#[codec(index = 1)]
		Issued,
		/// A certificate was applied for.
		#[codec(index = 2)]
		AppliedFor,
	}

	/// How a certificate stood by a decision.
	struct ToldState {
		/// What was decided.
		pub state: CertificateState,
		/// What its trader is certified as.
		pub roles: Roles,
		/// When it is valid.
		pub validity: Option<Validity>,
	}

	/// Up to where something has been read of what an issuer told. Both numbers are what
	/// `suspensions.acknowledgeThrough` takes, and from there the next page goes on.
	#[derive(Copy)]
	struct ToldThrough {
		/// The issuer.
		pub issuer: Territory,
		/// So many of its changes, from its first one on; at a block of version 1 or 2 of the questions
		/// so many pages of them.
		pub changes: u32,
		/// So many of its certificates, from its first one on.
		pub ordinals: u32,
	}

	/// A page of what a partner has not acknowledged.
	struct UnacknowledgedPage {
		/// What is on this page: issuer by issuer, changes before new certificates, the earliest first;
		/// maybe nothing although there is more.
		pub told: Vec<Unacknowledged>,
		/// For each issuer of which this page has read something, up to where it and those before it
		/// have; nothing at a block of version 1 or 2 of the questions.
		pub through: Vec<ToldThrough>,
		/// From where the next page goes on, where there is more.
		pub next: Option<ToldThrough>,
	}

	/// A grantor's report to an issuer that something is wrong with one of its certificates.
	struct IrregularityStatus<AccountId> {
		/// Who issued the certificate, and received the report.
		pub issuer: Territory,
		/// The number of the report among those that it has received, from 0.
		pub report: u32,
		/// Who reported.
		pub grantor: Territory,
		/// The number of the certificate.
		pub number: CertificateNumber,
		/// Its version at that time.
		pub version: u32,
		/// blake2-256 of the report.
		pub document: H256,
		/// When it was reported.
		pub at: Moment,
		/// The grantor's officer.
		pub by: AccountId,
		/// The answer; none as long as there is none.
		pub answer: Option<IrregularityAnswer<AccountId>>,
	}

	/// The issuer's answer to a report.
	struct IrregularityAnswer<AccountId> {
		/// blake2-256 of the answer.
		pub document: H256,
		/// When it was given.
		pub at: Moment,
		/// The issuer's officer.
		pub by: AccountId,
	}

	/// A leg, and how it stands at the block's time.
	struct LegStatus {
		/// The agreement.
		pub agreement: AgreementId,
		/// Its state.
		pub state: LegState,
		/// Whether it operates at the block's time.
		pub in_force: bool,
		/// Whether a certificate needs its holder's consent.
		pub consent: ConsentNeed,
		/// What it gives, and to whom.
		pub offer: Offer,
		/// The version of the agreement that brought it.
		pub version: u32,
		/// Its last day, inclusive, where it is under notice or another version takes its place.
		pub until: Option<Date>,
		/// The ends that have suspended it.
		pub suspended_by: Vec<Territory>,
		/// The types that it names and no programme of its issuer has: their certificates earn nothing.
		pub unknown_types: Vec<CertificateType>,
		/// How the grantor's declarations name the foreign operator.
		pub declare_as: DeclareAs,
	}

	/// What a declaration writes under a leg.
	struct LegDeclaration {
		/// The agreement.
		pub agreement: AgreementId,
		/// The version of the agreement that brought the leg.
		pub version: u32,
		/// What the declaration must carry; none where nothing can be written yet.
		pub declaration: Option<Declaration>,
		/// Why nothing can be written yet, where that is so.
		pub reason: Option<NotDeclared>,
	}

	/// A party of an agreement, or one that accedes to it.
	struct PartyStatus {
		/// The administration.
		pub party: Territory,
		/// Whether it has signed.
		pub signed: bool,
		/// The day from which the legs are in force in which it is grantor, where it gave one with
		/// its signature.
		pub in_force_from: Option<Date>,
		/// The last day of its legs, where it has given notice.
		pub until: Option<Date>,
		/// Those that agree that its notice is withdrawn, itself among them; nobody where it has not
		/// asked.
		pub withdrawal_agreed: Vec<Territory>,
	}

	/// A leg that an amendment removes.
	struct RemovedLeg {
		/// Whose certificates.
		pub issuer: Territory,
		/// Whose benefits.
		pub grantor: Territory,
	}

	/// A leg that waits for signatures.
	struct ProposedLeg {
		/// Whose certificates.
		pub issuer: Territory,
		/// Whose benefits.
		pub grantor: Territory,
		/// What it gives, and to whom.
		pub offer: Offer,
		/// Whether a certificate needs its holder's consent.
		pub consent: ConsentNeed,
		/// What the grantor may see of the certified traders.
		pub data_classes: DataClasses,
		/// The types that it names and no programme of its issuer has now.
		pub unknown_types: Vec<CertificateType>,
		/// How the grantor's declarations name the foreign operator.
		pub declare_as: DeclareAs,
	}

	/// A version of an agreement that stood before the present one.
	struct EarlierVersion {
		/// The version.
		pub version: u32,
		/// blake2-256 of its text.
		pub text: H256,
		/// blake2-256 of everything that its parties signed.
		pub terms: H256,
		/// Its parties.
		pub parties: Vec<Territory>,
	}

	/// An amendment that waits for signatures.
	struct AmendmentStatus {
		/// The version that it makes.
		pub version: u32,
		/// blake2-256 of its text.
		pub text: H256,
		/// blake2-256 of everything that is signed.
		pub terms: H256,
		/// Who proposed it.
		pub proposer: Territory,
		/// The parties of that version, all of which sign.
		pub parties: Vec<PartyStatus>,
		/// Those among them that accede.
		pub acceding: Vec<Territory>,
		/// The legs that it removes.
		pub removed: Vec<RemovedLeg>,
		/// Days between a party's notice and the end of its legs, from then on.
		pub notice_days: u16,
	}

	/// An agreement.
	struct AgreementStatus {
		/// Its number.
		pub agreement: AgreementId,
		/// Counts its amendments, from 1.
		pub version: u32,
		/// Whether all parties have signed.
		pub signed: bool,
		/// blake2-256 of its text.
		pub text: H256,
		/// blake2-256 of everything that is signed.
		pub terms: H256,
		/// The day on which the treaty was signed on paper, where it exists.
		pub signed_on: Option<Date>,
		/// Days between a party's notice and the end of its legs.
		pub notice_days: u16,
		/// Who proposed this version.
		pub proposer: Territory,
		/// Its parties.
		pub parties: Vec<PartyStatus>,
		/// The amendment that waits for signatures, where there is one.
		pub amendment: Option<AmendmentStatus>,
		/// The legs of the agreement, or of its amendment, that wait for signatures.
		pub proposed_legs: Vec<ProposedLeg>,
		/// The versions before this one, latest first, 50 at most.
		pub earlier: Vec<EarlierVersion>,
		/// How many milestones there are.
		pub milestones: u32,
	}

	/// An agreement on a page of all.
	struct AgreementSummary {
		/// Its number.
		pub agreement: AgreementId,
		/// Its parties.
		pub parties: Vec<Territory>,
		/// Counts its amendments, from 1.
		pub version: u32,
		/// Whether all parties have signed.
		pub signed: bool,
		/// Whether an amendment waits for signatures.
		pub amendment_pending: bool,
	}

	/// A page of agreements.
	struct AgreementPage {
		/// Those on this page, latest first; maybe none although there are more.
		pub agreements: Vec<AgreementSummary>,
		/// The next page, where there are earlier ones.
		pub next_page: Option<u32>,
	}

	/// A step on the way to an agreement, or after it.
	struct MilestoneRecord {
		/// Who recorded it.
		pub party: Territory,
		/// What was reached.
		pub kind: MilestoneKind,
		/// When.
		pub on: Date,
		/// blake2-256 of the report.
		pub document: H256,
		/// The block in which it was recorded.
		pub block: u32,
		/// The time of that block.
		pub at: Moment,
	}

	/// What is left of an account's quota, in fee units: picoseconds of execution time.
	struct QuotaStatus {
		/// What can be spent now.
		pub left: u128,
		/// The most that can be saved up.
		pub max: u128,
		/// What comes back with each block.
		pub recovery: u128,
	}

	/// What is known of a TIN.
	struct TinReport {
		/// Its normal form; none where the text is not one at all.
		pub tin: Option<NormalisedTin>,
		/// The scheme by which it is checked.
		pub scheme: Option<Scheme>,
		/// What the check came to; none where it fails.
		pub check: Option<Check>,
		/// Why it fails, where it does.
		pub reason: Option<Reason>,
		/// Whether it fits the WCO Data Model's an..17.
		pub fits_wco17: bool,
		/// Whether the number shows that it is a natural person's.
		pub personal: bool,
		/// The administration that registers such numbers.
		pub registrar: Option<Territory>,
		/// The id of the trader, where it is registered.
		pub trader: Option<TraderId>,
	}
}

questions!(declare);
