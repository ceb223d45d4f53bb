//! Facts, which say nothing of what succeeds a type.

use crate::v5::{self, Facts};
use aeo_primitives::{
	recognition::{
		self, Administration, Consent, Leg, Offer, TraderState, MAX_CERTIFICATES,
		MAX_DOMESTIC_OFFERS, MAX_LEGS,
	},
	CertificateNumber, CertificateState, CertificateType, Halves, Roles, Validity,
};
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
	} + {
		other_number: None,
	}
}

/// An answer with everything that it depends on.
pub type Explained = v5::Explained<Facts<Trader>>;
