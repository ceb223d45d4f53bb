//! What the pallet stores of an agreement.

use aeo_primitives::{
	recognition::{ConsentNeed, Leg, LegState, Offer, MAX_TYPES},
	AgreementId, CertificateType, DataClasses, Date, Directions, EligibleRoles, Rows, Territory,
	Text,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedBTreeMap, BoundedBTreeSet, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;

/// Most parties of one agreement.
pub const MAX_PARTIES: u32 = 16;

/// Most legs of one agreement: each party with each other.
pub const MAX_AGREEMENT_LEGS: u32 = 240;

/// The parties of an agreement.
pub type Parties = BoundedBTreeSet<Territory, ConstU32<MAX_PARTIES>>;

/// The legs of one agreement.
pub type AgreementLegs = BoundedVec<LegTerms, ConstU32<MAX_AGREEMENT_LEGS>>;

/// Those who have signed, each with the day from which the legs are in force in which it is
/// grantor, where it gave one.
pub type Signatures = BoundedBTreeMap<Territory, Option<Date>, ConstU32<MAX_PARTIES>>;

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
		/// Who has signed it here.
		pub signatures: Signatures,
		/// How far it is.
		pub state: AgreementState,
		/// Counts its amendments, from 1.
		pub version: u32,
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

	/// How a grantor's declarations name the foreign operator.
	struct DeclareAs {
		/// The code that is written, such as `Y031`.
		pub code: Text<35>,
		/// Where in the declaration, such as `box 44`.
		pub place: Text<35>,
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
		/// Since when it operates.
		pub progress: Progress,
		/// Whether its issuer has stopped sharing.
		pub suspended_by_issuer: bool,
		/// Whether its grantor has stopped giving.
		pub suspended_by_grantor: bool,
		/// What is agreed.
		pub terms: LegTerms,
	}
}

impl StoredLeg {
	/// Its state: in force only when neither end has suspended it.
	pub fn state(&self) -> LegState {
		match self.progress {
			Progress::Pending => LegState::Pending,
			Progress::InForce { .. } if self.suspended_by_issuer || self.suspended_by_grantor => {
				LegState::Suspended
			}
			Progress::InForce { from } => LegState::InForce { from },
		}
	}

	/// The leg as the rule of recognition sees it.
	pub fn facts(&self) -> Leg {
		let terms = &self.terms;
		Leg {
			agreement: self.agreement,
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
