//! What the rule of recognition says.

use bounded_collections::{BoundedVec, ConstU32};

use super::{AgreementId, NormalisedTin, OtherNumber};
use crate::{tin::Reason, Benefit, Benefits, CertificateNumber, Direction, Moment, Role};

value_types! {
	/// Is this recognised here, now, and with which benefits?
	struct Answer {
		/// The benefits, or why there are none.
		pub outcome: Outcome,
		/// The council has quarantined the issuer: a mark that changes no outcome, for each grantor
		/// to weigh.
		pub issuer_quarantined: bool,
		/// The number of the trader, where it was asked for by a former one or a branch's: a mark that
		/// changes no outcome.
		pub other_number: Option<OtherNumber>,
		/// An incident is open at the grantor and [`Benefit::TradeRecovery`] is among the benefits:
		/// serve first.
		pub priority: bool,
	}

	/// The benefits, or why there are none.
	enum Outcome {
		/// None.
		#[codec(index = 0)]
		Denied {
			/// What stands in the way of the certificate that came nearest.
			denial: Denial,
			/// That certificate; none where no certificate was looked at.
			certificate: Option<CertificateNumber>,
		},
		/// Each benefit once, in the order of the list; at least one.
		#[codec(index = 1)]
		Granted(BoundedVec<Entitlement, ConstU32<12>>),
	}

	/// One benefit and where it comes from. Where several certificates or agreements give it, it
	/// names the certificate that is valid longest, then that with the smaller number, then the
	/// agreement with the smaller number.
	struct Entitlement {
		/// What is given.
		pub benefit: Benefit,
		/// The certificate that earns it.
		pub certificate: CertificateNumber,
		/// What it is given under.
		pub basis: Basis,
	}

	/// What a certificate earns from a grantor in one role and one kind of declaration.
	#[derive(Copy)]
	struct Earned {
		/// What the trader does in the declaration.
		pub role: Role,
		/// The kind of the declaration.
		pub direction: Direction,
		/// The benefits; at least one.
		pub benefits: Benefits,
	}

	/// What the clock alone brings.
	#[derive(Copy)]
	struct Edge {
		/// From this moment on, in milliseconds UTC.
		pub at: Moment,
		/// What it brings.
		pub what: EdgeKind,
	}

	/// What the clock alone brings.
	#[derive(Copy)]
	enum EdgeKind {
		/// The certificate's first day begins.
		#[codec(index = 0)]
		Starts,
		/// The certificate's last day is over.
		#[codec(index = 1)]
		Expires,
		/// The day begins from which the certificate is revoked or given back.
		#[codec(index = 2)]
		Ends,
		/// The last day of its suspension is over.
		#[codec(index = 3)]
		Resumes,
		/// The successor of its type begins.
		#[codec(index = 4)]
		Succeeds,
		/// The first day of a leg begins.
		#[codec(index = 5)]
		LegStarts,
		/// The last day of a leg is over.
		#[codec(index = 6)]
		LegEnds,
	}

	/// What a benefit is given under.
	#[derive(Copy, Ord, PartialOrd)]
	enum Basis {
		/// The programme's own rows: the grantor is the issuer.
		#[codec(index = 0)]
		Domestic,
		/// A leg of this agreement.
		#[codec(index = 1)]
		Agreement(AgreementId),
	}

	/// One certificate under one offer, and what came of it.
	struct Path {
		/// The certificate.
		pub certificate: CertificateNumber,
		/// What the offer is made under. None where no offer was looked at: the certificate itself is
		/// refused, or there is no offer at all.
		pub basis: Option<Basis>,
		/// Whether it counted.
		pub result: PathResult,
	}

	/// Whether a path counted, and why not.
	enum PathResult {
		/// It gives nothing: the first check that failed.
		#[codec(index = 0)]
		Refused(Denial),
		/// It gives these benefits.
		#[codec(index = 1)]
		Counted(Benefits),
	}

	/// Why there are no benefits, in the order of the checks (domain specification, section 7).
	enum Denial {
		/// The identifier is no trader's.
		#[codec(index = 0)]
		NoMatch,
		/// The identifier is no trader's, since its scheme could not have issued it: the number is
		/// mistyped, or another one is meant.
		#[codec(index = 18)]
		NotANumber {
			/// What is wrong with it.
			reason: Reason,
		},
		/// The identifier is an alias that the grantor has not confirmed.
		#[codec(index = 1)]
		AliasUnconfirmed,
		/// The trader is closed or merged.
		#[codec(index = 2)]
		TraderNotActive {
			/// The TIN under which it goes on, where it has merged.
			merged_into: Option<NormalisedTin>,
		},
		/// The issuer has left, or says that its own keys are not safe.
		#[codec(index = 3)]
		IssuerUnverifiable,
		/// The certificate's first day has not begun.
		#[codec(index = 4)]
		NotYetValid,
		/// The certificate, or the half of it that every benefit requires, is suspended.
		#[codec(index = 5)]
		Suspended,
		/// The certificate's last day is over.
		#[codec(index = 6)]
		Expired,
		/// The issuer has taken the certificate away.
		#[codec(index = 7)]
		Revoked,
		/// The holder has given the certificate back.
		#[codec(index = 8)]
		Relinquished,
		/// The certificate is void from the start.
		#[codec(index = 9)]
		Annulled,
		/// There is no certificate, or none beyond an application.
		#[codec(index = 10)]
		NotAuthorised,
		/// The certificate is not about this role.
		#[codec(index = 11)]
		RoleNotCertified,
		/// No leg from the issuer to the grantor is in force.
		#[codec(index = 12)]
		NoAgreement,
		/// The agreements do not cover this type; at home, the programme has nothing for it.
		#[codec(index = 13)]
		TypeNotEligible,
		/// They cover the type, but not this role.
		#[codec(index = 14)]
		RoleNotEligible,
		/// They cover type and role, but not this direction.
		#[codec(index = 15)]
		DirectionNotCovered,
		/// They need the holder's consent, which is not given.
		#[codec(index = 16)]
		NoConsent,
		/// The grantor has suspended its recognition of this certificate.
		#[codec(index = 17)]
		RecognitionSuspended,
	}
}
