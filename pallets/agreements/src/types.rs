//! What the pallet stores of an agreement.

use crate::pair::Clock;
use aeo_primitives::{
	recognition::{
		Administration, Admissions, ConsentNeed, Leg, LegState, LegSummary, Offer, MAX_TYPES,
	},
	AgreementId, CertificateType, DataClasses, Date, DeclareAs, Directions, EligibleRoles,
	MilestoneKind, Moment, Rows, Territory, UtcOffset, MAX_LEGS,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedBTreeMap, BoundedBTreeSet, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;

/// Most parties of one agreement.
pub const MAX_PARTIES: u32 = 16;

/// Most legs of one agreement: each party with each other.
pub const MAX_AGREEMENT_LEGS: u32 = 240;

/// Most days between a notice and the end: ten years, so that the end is always a day of the
/// calendar.
pub const MAX_NOTICE_DAYS: u16 = 3_650;

/// The parties of an agreement.
pub type Parties = BoundedBTreeSet<Territory, ConstU32<MAX_PARTIES>>;

/// The legs of one agreement.
pub type AgreementLegs = BoundedVec<LegTerms, ConstU32<MAX_AGREEMENT_LEGS>>;

/// The legs of all agreements from one issuer to one grantor.
pub type PairLegs = BoundedVec<StoredLeg, ConstU32<MAX_LEGS>>;

/// The legs of one issuer.
pub type Summary<Bound> = BoundedVec<LegSummary, Bound>;

/// Those who have signed.
pub type Signatures = BoundedBTreeMap<Territory, Signature, ConstU32<MAX_PARTIES>>;

/// What an administration proposed and not all have signed, oldest first.
pub type WaitingList<Bound> = BoundedVec<Waits, Bound>;

/// Those who have given notice, each with the last day of its legs. When that is over everywhere it
/// is no party any more.
pub type Leaving = BoundedBTreeMap<Territory, Date, ConstU32<MAX_PARTIES>>;

/// The derives of what is stored or sent.
macro_rules! stored {
	($($(#[$attribute:meta])* $kind:ident $name:ident { $($body:tt)* })*) => {
		$(
			$(#[$attribute])*
			#[derive(
				Clone,
				Debug,
				Decode,
				DecodeWithMemTracking,
				Encode,
				Eq,
				MaxEncodedLen,
				PartialEq,
				TypeInfo,
			)]
			pub $kind $name { $($body)* }
		)*
	};
}

stored! {
	/// What is proposed, before anybody has signed.
	struct Draft {
		/// The parties.
		pub parties: Parties,
		/// blake2-256 of the text.
		pub text: H256,
		/// The day on which the treaty was signed on paper, where it exists.
		pub signed_on: Option<Date>,
		/// Days between a notice and the end.
		pub notice_days: u16,
		/// The legs.
		pub legs: AgreementLegs,
	}

	/// A party's signature.
	#[derive(Copy)]
	struct Signature {
		/// The day from which the legs are in force in which it is grantor, where it gave one.
		pub in_force_from: Option<Date>,
		/// The number of the admission in which it signed. In another it means nothing.
		pub admission: u32,
	}

	/// What waits for signatures.
	#[derive(Copy)]
	enum Kind {
		/// A further version of an agreement.
		#[codec(index = 0)]
		Amendment,
		/// An agreement.
		#[codec(index = 1)]
		Agreement,
	}

	/// An agreement or an amendment that waits for signatures.
	#[derive(Copy)]
	struct Waits {
		/// The agreement.
		pub agreement: AgreementId,
		/// When it was proposed.
		pub proposed_at: Moment,
		/// Bytes of its legs.
		pub bytes: u32,
	}

	/// An agreement.
	struct Agreement {
		/// Its parties.
		pub parties: Parties,
		/// blake2-256 of its text.
		pub text: H256,
		/// blake2-256 of everything that is signed: text, parties, days and legs.
		pub terms: H256,
		/// The day on which the treaty was signed on paper, where it exists.
		pub signed_on: Option<Date>,
		/// Days between a party's notice and the end of its legs.
		pub notice_days: u16,
		/// Who proposed it.
		pub proposer: Territory,
		/// When: some time later what not all have signed lapses.
		pub proposed_at: Moment,
		/// Who has signed it here.
		pub signatures: Signatures,
		/// How far it is.
		pub state: AgreementState,
		/// Counts its amendments, from 1.
		pub version: u32,
		/// Its parties that have given notice.
		pub leaving: Leaving,
	}

	/// What amends an agreement once all have signed: a further party, other legs, or both.
	struct Amendment {
		/// The version that it makes.
		pub version: u32,
		/// The parties of that version, all of which sign.
		pub parties: Parties,
		/// Those among them that accede.
		pub acceding: Parties,
		/// blake2-256 of the text.
		pub text: H256,
		/// blake2-256 of everything that is signed: agreement and version, the terms that are
		/// amended, parties, text and legs.
		pub terms: H256,
		/// Who proposed it.
		pub proposer: Territory,
		/// When: some time later it lapses.
		pub proposed_at: Moment,
		/// Who has signed it.
		pub signatures: Signatures,
	}

	/// How far an agreement is.
	#[derive(Copy)]
	enum AgreementState {
		/// Not all parties have signed.
		#[codec(index = 0)]
		Proposed,
		/// All have; its legs are in [`crate::Legs`].
		#[codec(index = 1)]
		Signed,
	}

	/// What is agreed for one direction: certificates of `issuer` earn benefits from `grantor`.
	struct LegTerms {
		/// Whose certificates.
		pub issuer: Territory,
		/// Whose benefits.
		pub grantor: Territory,
		/// The eligible types of certificate.
		pub types: BoundedVec<CertificateType, ConstU32<MAX_TYPES>>,
		/// The eligible roles.
		pub roles: EligibleRoles,
		/// The declarations that it covers, lodged at the grantor.
		pub directions: Directions,
		/// The benefits, each with the half of the certificate that it requires.
		pub rows: Rows,
		/// Whether a certificate needs its holder's consent.
		pub consent: ConsentNeed,
		/// What the grantor may see of the certified traders.
		pub data_classes: DataClasses,
		/// How its declarations name the foreign operator.
		pub declare_as: DeclareAs,
	}

	/// Whether a leg has a day from which it operates.
	#[derive(Copy)]
	enum Progress {
		/// It has none.
		#[codec(index = 0)]
		Pending,
		/// It has this one, the grantor's local day.
		#[codec(index = 1)]
		InForce {
			/// The first day.
			from: Date,
		},
	}

	/// A leg of a signed agreement.
	struct StoredLeg {
		/// The agreement.
		pub agreement: AgreementId,
		/// The version of the agreement that brought it.
		pub version: u32,
		/// The admissions in which both ends signed it. It counts in no other.
		pub signed_in: Admissions,
		/// Since when it operates.
		pub progress: Progress,
		/// The last day, the grantor's local day, where it is under notice or another version of it
		/// takes its place.
		pub until: Option<Date>,
		/// Whether its issuer has stopped sharing.
		pub suspended_by_issuer: bool,
		/// Whether its grantor has stopped giving.
		pub suspended_by_grantor: bool,
		/// What is agreed.
		pub terms: LegTerms,
	}

	/// A step on the way to an agreement, or after it: a record, never a gate.
	struct Milestone {
		/// Who recorded it.
		pub party: Territory,
		/// What was done.
		pub kind: MilestoneKind,
		/// When.
		pub on: Date,
		/// blake2-256 of the report.
		pub document: H256,
		/// The number of the block in which it was recorded.
		pub block: u32,
		/// The time of that block.
		pub at: Moment,
	}
}

impl Agreement {
	/// Whether a party's notice has run out at `now`, wherever clocks stand: all its legs are over.
	pub fn has_left(&self, party: Territory, now: Moment) -> bool {
		self.leaving
			.get(&party)
			.is_some_and(|last| last.last_moment(UtcOffset::LAST) < now)
	}
}

impl StoredLeg {
	/// Its state, but for what follows from the clock: in force only when neither end has suspended
	/// it. Where it is under notice before it began, it never will.
	pub fn state(&self) -> LegState {
		match (self.progress, self.until) {
			(Progress::Pending, None) => LegState::Pending,
			(Progress::Pending, Some(_)) => LegState::Ended,
			_ if self.suspended_by_issuer || self.suspended_by_grantor => LegState::Suspended,
			(Progress::InForce { from }, None) => LegState::InForce { from },
			(Progress::InForce { from }, Some(until)) => LegState::NoticeGiven { from, until },
		}
	}

	/// Its state at `now`, between two administrations as they are then.
	pub fn state_at(
		&self,
		now: Moment,
		issuer: &Administration,
		grantor: &Administration,
	) -> LegState {
		Clock::at(now, issuer, grantor).state(self)
	}

	/// The last day on which it operates, where it has one; none where it never began.
	pub fn last_day(&self) -> Option<Date> {
		self.until.filter(|_| self.progress != Progress::Pending)
	}

	/// Whether nothing brings it back: its last day is over at `now`, where the grantor's clocks
	/// stand at `utc_offset`, or it is under notice before it began.
	pub fn is_over(&self, now: Moment, utc_offset: UtcOffset) -> bool {
		self.state() == LegState::Ended
			|| self
				.until
				.is_some_and(|until| until.last_moment(utc_offset) < now)
	}

	/// The leg as the rule of recognition sees it.
	pub fn facts(&self) -> Leg {
		let terms = &self.terms;
		Leg {
			agreement: self.agreement,
			signed_in: self.signed_in,
			state: self.state(),
			consent: terms.consent,
			offer: Offer {
				types: terms.types.clone(),
				roles: terms.roles,
				directions: terms.directions,
				rows: terms.rows,
			},
		}
	}
}
