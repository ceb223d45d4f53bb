//! What the rule of recognition looks at.

use bounded_collections::{BoundedVec, ConstU32};

use crate::{
	tin::{Reason, TIN_LENGTH},
	CertificateNumber, CertificateState, CertificateType, Date, Direction, Directions,
	EligibleRoles, Halves, Moment, Role, Roles, Rows, Territory, Text, UtcOffset, Validity,
};

/// Most certificates in a trader's index: live ones, and the latest of each programme and type.
pub const MAX_CERTIFICATES: u32 = 16;

/// Most legs from one issuer to one grantor.
pub const MAX_LEGS: u32 = 16;

/// Most legs from one issuer, whoever grants.
pub const MAX_LEGS_OF_ISSUER: u32 = 256;

/// Most grantors to which the legs of one issuer can lead: all other administrations there are.
pub const MAX_GRANTORS: u32 = 256;

/// Most offers of an issuer to its own traders.
pub const MAX_DOMESTIC_OFFERS: u32 = 16;

/// Most types of certificate that one offer makes eligible.
pub const MAX_TYPES: u32 = 16;

/// Most agreements that a certificate's consent excepts.
pub const MAX_EXCEPTIONS: u32 = 16;

/// Most types of one issuer that others succeed.
pub const MAX_SUCCESSIONS: u32 = 64;

/// The types of one issuer that others succeed.
pub type SuccessionList = BoundedVec<TypeSuccession, ConstU32<MAX_SUCCESSIONS>>;

/// The number of an agreement.
pub type AgreementId = u32;

/// A TIN in its normal form, as text.
pub type NormalisedTin = Text<TIN_LENGTH>;

value_types! {
	/// One question to a grantor and everything that its answer depends on.
	struct Facts {
		/// The moment that is asked about: the block time of the state that is asked.
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

	/// An administration, as far as recognition depends on it.
	struct Administration {
		/// Its id.
		pub territory: Territory,
		/// Where its clocks stand.
		pub utc_offset: UtcOffset,
		/// Whether its word counts.
		pub standing: Standing,
		/// The number of its admission. One that left and was admitted again has another.
		pub admission: u32,
	}

	/// Whether an administration's word counts.
	#[derive(Copy)]
	enum Standing {
		/// It has left the network, or was expelled.
		#[codec(index = 0)]
		Withdrawn,
		/// It says that its own keys are not safe.
		#[codec(index = 1)]
		QuarantinedByItself,
		/// The council says so. Third states have no say in a treaty: a mark, and each grantor
		/// decides for itself.
		#[codec(index = 2)]
		QuarantinedByCouncil,
		/// It takes part.
		#[codec(index = 3)]
		Admitted,
	}

	/// What an identifier resolves to at the grantor.
	#[allow(clippy::large_enum_variant)] // one value a question, and the large one is the rule
	enum Resolution {
		/// No trader.
		#[codec(index = 0)]
		NoMatch,
		/// Only an alias that the trader declared itself and the grantor has not confirmed.
		#[codec(index = 1)]
		AliasUnconfirmed,
		/// This trader.
		#[codec(index = 2)]
		Found(Trader),
		/// No trader, and the text is no number of its scheme, for this reason.
		#[codec(index = 3)]
		NotANumber(Reason),
	}

	/// A trader with what its issuer says of it and what binds issuer and grantor.
	struct Trader {
		/// Whether it still exists under its TIN.
		pub state: TraderState,
		/// Its number, where it was asked for by another one.
		pub other_number: Option<OtherNumber>,
		/// The administration of its TIN, which issues all its certificates.
		pub issuer: Administration,
		/// Its certificates.
		pub certificates: BoundedVec<Certificate, ConstU32<MAX_CERTIFICATES>>,
		/// The legs from the issuer to the grantor. Not looked at where the two are the same.
		pub legs: BoundedVec<Leg, ConstU32<MAX_LEGS>>,
		/// What the issuer gives at home. Looked at only where issuer and grantor are the same.
		pub domestic: BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>>,
	}

	/// Why a trader was found by a number that is not its own now, and which is.
	enum OtherNumber {
		/// The number was its own before.
		#[codec(index = 0)]
		Former {
			/// Its present number.
			present: NormalisedTin,
		},
		/// The number is a branch's, and what counts covers the whole entity.
		#[codec(index = 1)]
		Branch {
			/// The number of the whole.
			of: NormalisedTin,
		},
	}

	/// Whether a trader still exists under its TIN.
	enum TraderState {
		/// It does not.
		#[codec(index = 0)]
		Closed,
		/// It does.
		#[codec(index = 1)]
		Active,
		/// It has become part of another trader.
		#[codec(index = 2)]
		Merged {
			/// The TIN of that trader.
			into: NormalisedTin,
		},
	}

	/// A certificate.
	struct Certificate {
		/// Its number.
		pub number: CertificateNumber,
		/// Its type.
		pub certificate_type: CertificateType,
		/// The halves of that type.
		pub halves: Halves,
		/// What its holder is certified as.
		pub roles: Roles,
		/// What was last decided.
		pub state: CertificateState,
		/// When it is valid; none before it is authorised.
		pub validity: Option<Validity>,
		/// With whom it may be shared.
		pub consent: Consent,
		/// Whether this grantor has suspended its recognition.
		pub recognition_suspended: bool,
		/// What succeeds its type, where that is decided. Looked at only for an offer that doesn't name
		/// its own type.
		pub succeeded_by: Option<Succession>,
	}

	/// A type of certificate that takes the place of another: certificates of that one count as the
	/// successor's too, and are not converted.
	struct Succession {
		/// The successor.
		pub by: CertificateType,
		/// From which day, the issuer's local day.
		pub from: Date,
	}

	/// A type of certificate that another one succeeds.
	struct TypeSuccession {
		/// The type.
		pub of: CertificateType,
		/// Its successor.
		pub by: CertificateType,
		/// From which day, the issuer's local day.
		pub from: Date,
	}

	/// The holder's consent to sharing a certificate with the parties of an agreement.
	struct Consent {
		/// What holds for every agreement but the exceptions.
		pub mode: ConsentMode,
		/// The agreements for which the contrary holds.
		pub exceptions: BoundedVec<AgreementId, ConstU32<MAX_EXCEPTIONS>>,
	}

	/// What holds for every agreement but the exceptions.
	#[derive(Copy)]
	enum ConsentMode {
		/// Not given until the holder is asked and says yes.
		#[codec(index = 0)]
		Asked,
		/// Given.
		#[codec(index = 1)]
		Standing,
	}

	/// One direction of an agreement: the issuer's certificates earn benefits from the grantor.
	struct Leg {
		/// The agreement it belongs to.
		pub agreement: AgreementId,
		/// The admissions under which both ends signed it. It counts in no other.
		pub signed_in: Admissions,
		/// Whether it operates; its days are the grantor's local days.
		pub state: LegState,
		/// Whether a certificate needs its holder's consent.
		pub consent: ConsentNeed,
		/// What it gives, and to whom.
		pub offer: Offer,
	}

	/// The admissions of both ends of a leg, see [`Administration::admission`].
	#[derive(Copy)]
	struct Admissions {
		/// The issuer's.
		pub issuer: u32,
		/// The grantor's.
		pub grantor: u32,
	}

	/// A leg of an issuer, as it stands among all of the issuer's.
	struct LegSummary {
		/// Whose benefits.
		pub grantor: Territory,
		/// Its last day, the grantor's local day, where it has one.
		pub until: Option<Date>,
		/// The leg.
		pub leg: Leg,
	}

	/// Where a leg stands (domain specification, section 6).
	#[derive(Copy)]
	enum LegState {
		/// Agreed, with no day from which it operates.
		#[codec(index = 0)]
		Pending,
		/// Operates from a day on.
		#[codec(index = 1)]
		InForce {
			/// The first day.
			from: Date,
		},
		/// Stopped by its grantor or its issuer.
		#[codec(index = 2)]
		Suspended,
		/// Under notice, and in force through the last day.
		#[codec(index = 3)]
		NoticeGiven {
			/// The first day.
			from: Date,
			/// The last day, inclusive.
			until: Date,
		},
		/// Over.
		#[codec(index = 4)]
		Ended,
	}

	/// Whether a certificate needs its holder's consent to count under a leg.
	#[derive(Copy)]
	enum ConsentNeed {
		/// It does.
		#[codec(index = 0)]
		Needed,
		/// The agreement asks for none.
		#[codec(index = 1)]
		NotNeeded,
	}

	/// Benefits, and the certificates that earn them.
	struct Offer {
		/// Eligible types; none eligible where empty.
		pub types: BoundedVec<CertificateType, ConstU32<MAX_TYPES>>,
		/// Eligible roles.
		pub roles: EligibleRoles,
		/// The declarations it covers.
		pub directions: Directions,
		/// The benefits.
		pub rows: Rows,
	}
}
