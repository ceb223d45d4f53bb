//! What the pallet stores of an agreement, and what its calls take.

use aeo_primitives::{
	recognition::{Admissions, ConsentNeed, LegSummary, MAX_TYPES},
	AgreementId, CertificateType, DataClass, DataClasses, Date, DeclareAs, DeclaredNumber,
	Direction, Directions, EligibleRoles, MilestoneKind, Moment, Role, Row, Rows, Territory,
	Written, WrittenSet, WrittenType, MAX_LEGS,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{stored, traits::ConstU32, BoundedBTreeMap, BoundedBTreeSet, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;

/// Most parties of one agreement.
pub const MAX_PARTIES: u32 = 16;

/// Most legs of one agreement: each party with each other.
pub const MAX_AGREEMENT_LEGS: u32 = 240;

/// Most programmes that the legs of one agreement, or of one amendment, name together: each is
/// looked up when they are proposed.
pub const MAX_NAMED_PROGRAMMES: u32 = 64;

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

/// Those who have given notice. When the last day of its legs is over everywhere, one is no party any
/// more.
pub type Leaving = BoundedBTreeMap<Territory, Notice, ConstU32<MAX_PARTIES>>;

/// Those who agree that a notice is withdrawn, each with the number of the admission in which it did.
/// In another it means nothing.
pub type Agreed = BoundedBTreeMap<Territory, u32, ConstU32<MAX_PARTIES>>;

/// The legs that an amendment removes.
pub type RemovedLegs = BoundedBTreeSet<Pair, ConstU32<MAX_AGREEMENT_LEGS>>;

/// What is proposed, before anybody has signed.
#[stored]
pub struct Draft {
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
#[stored]
#[derive(Copy)]
pub struct Signature {
	/// The day from which the legs are in force in which it is grantor, where it gave one.
	pub in_force_from: Option<Date>,
	/// The number of the admission in which it signed. In another it means nothing.
	pub admission: u32,
}

/// A party's notice.
#[stored]
pub struct Notice {
	/// The last day of its legs; of each it is the grantor's local day.
	pub until: Date,
	/// The last moment of the leg that ends first: until then the notice can be withdrawn.
	pub open_until: Moment,
	/// Who agrees that it is withdrawn, the party itself first; none where it has not asked.
	pub agreed: Option<Agreed>,
}

/// The ends of a leg.
#[stored]
#[derive(Copy, Ord, PartialOrd)]
pub struct Pair {
	/// Whose certificates.
	pub issuer: Territory,
	/// Whose benefits.
	pub grantor: Territory,
}

/// What waits for signatures.
#[stored]
#[derive(Copy)]
pub enum Kind {
	/// A further version of an agreement.
	#[codec(index = 0)]
	Amendment,
	/// An agreement.
	#[codec(index = 1)]
	Agreement,
}

/// An agreement or an amendment that waits for signatures.
#[stored]
#[derive(Copy)]
pub struct Waits {
	/// The agreement.
	pub agreement: AgreementId,
	/// When it was proposed.
	pub proposed_at: Moment,
	/// Bytes of its legs.
	pub bytes: u32,
}

/// An agreement.
#[stored]
pub struct Agreement {
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

/// What amends an agreement once all have signed: further parties, legs that are added, changed or
/// removed, other days of notice.
#[stored]
pub struct Amendment {
	/// Its number among all amendments that were ever proposed. It is signed with the rest, so that
	/// no signature for one counts for another with the same text.
	pub number: u32,
	/// The version that it makes.
	pub version: u32,
	/// The parties of that version, all of which sign.
	pub parties: Parties,
	/// Those among them that accede.
	pub acceding: Parties,
	/// blake2-256 of the text.
	pub text: H256,
	/// The legs that it removes.
	pub removed: RemovedLegs,
	/// Days between a party's notice and the end of its legs, from then on.
	pub notice_days: u16,
	/// blake2-256 of everything that is signed: agreement, number and version, the terms that are
	/// amended, parties, text, legs, those that it removes, and the days of notice.
	pub terms: H256,
	/// Who proposed it.
	pub proposer: Territory,
	/// When: some time later it lapses.
	pub proposed_at: Moment,
	/// Who has signed it.
	pub signatures: Signatures,
}

/// How far an agreement is.
#[stored]
#[derive(Copy)]
pub enum AgreementState {
	/// Not all parties have signed.
	#[codec(index = 0)]
	Proposed,
	/// All have; its legs are in [`crate::Legs`].
	#[codec(index = 1)]
	Signed,
}

/// What is agreed for one direction: certificates of `issuer` earn benefits from `grantor`.
#[stored]
pub struct LegTerms {
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
#[stored]
#[derive(Copy)]
pub enum Progress {
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
#[stored]
pub struct StoredLeg {
	/// The agreement.
	pub agreement: AgreementId,
	/// The version of the agreement that brought it.
	pub version: u32,
	/// The admissions in which both ends signed it. It counts in no other.
	pub signed_in: Admissions,
	/// Since when it operates.
	pub progress: Progress,
	/// The last day, the grantor's local day, where another version of it takes its place or an
	/// amendment removes it.
	pub until: Option<Date>,
	/// The last day, the grantor's local day, where its issuer has given notice.
	pub noticed_by_issuer: Option<Date>,
	/// The last day, the grantor's local day, where its grantor has given notice.
	pub noticed_by_grantor: Option<Date>,
	/// Whether its issuer has stopped sharing.
	pub suspended_by_issuer: bool,
	/// Whether its grantor has stopped giving.
	pub suspended_by_grantor: bool,
	/// What is agreed.
	pub terms: LegTerms,
}

/// A step on the way to an agreement, or after it: a record, never a gate.
#[stored]
pub struct Milestone {
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

/// What an amendment is to change.
pub(crate) struct Change {
	pub text: H256,
	pub new_parties: Parties,
	pub legs: AgreementLegs,
	pub removed: RemovedLegs,
	/// None where they stay as they are.
	pub notice_days: Option<u16>,
}

/// The types that a leg names and its issuer's programmes lack.
pub(crate) struct UnknownTypes {
	pub issuer: Territory,
	pub grantor: Territory,
	pub types: BoundedVec<CertificateType, ConstU32<MAX_TYPES>>,
}

/// [`LegTerms`] as they are written in a call: whatever is wrong with them is an error of the
/// pallet.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct WrittenLeg {
	/// Whose certificates.
	pub issuer: Territory,
	/// Whose benefits.
	pub grantor: Territory,
	/// The eligible types of certificate.
	pub types: Vec<WrittenType>,
	/// The eligible roles.
	pub roles: WrittenSet<Role>,
	/// The declarations that it covers, lodged at the grantor.
	pub directions: WrittenSet<Direction>,
	/// The benefits, each with the half of the certificate that it requires.
	pub rows: WrittenSet<Row>,
	/// Whether a certificate needs its holder's consent.
	pub consent: ConsentNeed,
	/// What the grantor may see of the certified traders.
	pub data_classes: WrittenSet<DataClass>,
	/// How its declarations name the foreign operator.
	pub declare_as: WrittenDeclareAs,
}

/// A [`DeclareAs`] as it is written in a call.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct WrittenDeclareAs {
	/// The code that is written, such as `Y031`; empty where there is none.
	pub code: Written,
	/// Where in the declaration, such as `box 44`.
	pub place: Written,
	/// The number that is written.
	pub number: DeclaredNumber,
	/// What is written before the number, such as `AEO`; empty where nothing is.
	pub prefix: Written,
	/// Where in the declaration, such as `box 2`.
	pub number_place: Written,
	/// Where in the manifest the same number is written besides; empty where it isn't.
	pub manifest_place: Written,
}

impl From<LegTerms> for WrittenLeg {
	fn from(terms: LegTerms) -> Self {
		Self {
			issuer: terms.issuer,
			grantor: terms.grantor,
			types: terms.types.into_iter().map(WrittenType::from).collect(),
			roles: terms.roles.into(),
			directions: terms.directions.into(),
			rows: terms.rows.into(),
			consent: terms.consent,
			data_classes: terms.data_classes.into(),
			declare_as: WrittenDeclareAs {
				code: terms.declare_as.code.into(),
				place: terms.declare_as.place.into(),
				number: terms.declare_as.number,
				prefix: terms.declare_as.prefix.into(),
				number_place: terms.declare_as.number_place.into(),
				manifest_place: terms.declare_as.manifest_place.into(),
			},
		}
	}
}
