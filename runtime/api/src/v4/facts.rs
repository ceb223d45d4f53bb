//! Facts, which say nothing of what succeeds a type.

use crate::Explanation;
use aeo_primitives::{
	recognition::{
		self, Administration, Answer, Consent, Leg, Offer, Path, TraderState, MAX_CERTIFICATES,
		MAX_DOMESTIC_OFFERS, MAX_LEGS,
	},
	tin::Reason,
	CertificateNumber, CertificateState, CertificateType, Direction, Halves, Moment, Role, Roles,
	Validity,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use sp_core::{bounded::BoundedVec, ConstU32};

earlier! {
	/// A certificate.
	Certificate => recognition::Certificate {
		number: CertificateNumber,
		certificate_type: CertificateType,
		halves: Halves,
		roles: Roles,
		state: CertificateState,
		validity: Option<Validity>,
		consent: Consent,
		recognition_suspended: bool,
	} + {
		succeeded_by: None,
	}

	/// A trader with what its issuer says of it and what binds issuer and grantor.
	Trader => recognition::Trader {
		state: TraderState,
		issuer: Administration,
		certificates: BoundedVec<Certificate, ConstU32<MAX_CERTIFICATES>> => each_bounded,
		legs: BoundedVec<Leg, ConstU32<MAX_LEGS>>,
		domestic: BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>>,
	}

	/// One question to a grantor and everything that its answer depends on.
	Facts => recognition::Facts {
		now: Moment,
		grantor: Administration,
		role: Role,
		direction: Direction,
		incident_open: bool,
		trader: Resolution,
	}

	/// An answer with everything that it depends on.
	Explained => Explanation {
		facts: Facts,
		answer: Answer,
		paths: Vec<Path>,
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
	/// No trader, and the text is no number of its scheme.
	#[codec(index = 3)]
	NotANumber(Reason),
}

impl From<Resolution> for recognition::Resolution {
	fn from(old: Resolution) -> Self {
		match old {
			Resolution::NoMatch => Self::NoMatch,
			Resolution::AliasUnconfirmed => Self::AliasUnconfirmed,
			Resolution::Found(trader) => Self::Found(trader.into()),
			Resolution::NotANumber(reason) => Self::NotANumber(reason),
		}
	}
}
