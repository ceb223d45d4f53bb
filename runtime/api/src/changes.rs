//! What a block changed for administrations that grant benefits, in the words of the domain: what a feed
//! is made of. And what is looked at besides: a list as it stands today, and a call that is tried.

use crate::ToldThrough;
use aeo_primitives::{
	recognition::{Earned, Edge, LegState},
	AgreementId, AliasScheme, AliasValue, CertificateNumber, CertificateState, CertificateType,
	ConsentFor, Date, IncidentKind, NormalisedTin, Roles, SuspensionScope, Territory, Validity,
};
use alloc::{string::String, vec::Vec};
use codec::{Decode, Encode};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use sp_core::{bounded::BoundedVec, ConstU32};

/// Most rows of a list, and most entries of the feed, in one answer.
pub const MAX_ROWS: u32 = 500;

/// Certificates that are asked about together.
pub type Certificates = BoundedVec<CertificateKey, ConstU32<MAX_ROWS>>;

answers! {
	/// Names a certificate.
	#[derive(Ord, PartialOrd)]
	struct CertificateKey {
		/// Who issued it.
		pub issuer: Territory,
		/// Its number.
		pub number: CertificateNumber,
	}

	/// A certificate as its grantors look at it, at the block's time.
	struct Standing {
		/// Who issued it.
		pub issuer: Territory,
		/// Its number.
		pub number: CertificateNumber,
		/// Its place among the issuer's certificates, from 0.
		pub ordinal: u32,
		/// Counts its changes, from 1.
		pub version: u32,
		/// The TIN of its trader.
		pub tin: NormalisedTin,
		/// Its type.
		pub certificate_type: CertificateType,
		/// What its trader is certified as.
		pub roles: Roles,
		/// What was last decided.
		pub state: CertificateState,
		/// When it is valid.
		pub validity: Option<Validity>,
		/// Whether it is in force.
		pub in_force: bool,
		/// What is suspended.
		pub suspended: Option<SuspensionScope>,
		/// What the clock will bring, the earliest first; nothing that is past.
		pub scheduled: Vec<Edge>,
	}

	/// What a certificate earns from a grantor, as it stands.
	struct Given {
		/// The grantor.
		pub grantor: Territory,
		/// In which roles and declarations; nothing where it earns nothing.
		pub benefits: Vec<Earned>,
	}

	/// A certificate on a list.
	struct ListRow {
		/// The certificate, and how it stands.
		pub certificate: Standing,
		/// What it earns from the grantor whose list it is.
		pub benefits: Vec<Earned>,
	}

	/// From where a list goes on.
	#[derive(Copy)]
	struct ListPlace {
		/// The issuer.
		pub issuer: Territory,
		/// The first place among its certificates.
		pub ordinal: u32,
	}

	/// Some rows of a list.
	struct ListPage {
		/// Issuer by issuer, in the order of their ordinals. Applications are left out, so that there may
		/// be none although there is more.
		pub rows: Vec<ListRow>,
		/// From where the list goes on, where there is more.
		pub next: Option<ListPlace>,
	}

	/// What a block changed.
	struct Change {
		/// Those whom it concerns: grantors, and whoever it names. Each once, in order.
		pub hears: Vec<Territory>,
		/// With the last change of a block about an issuer's certificates: up to where everything that it
		/// told has been read then, as `suspensions.acknowledgeThrough` takes it.
		pub through: Option<ToldThrough>,
		/// What changed.
		pub matter: Matter,
	}

	/// What changed.
	enum Matter {
		/// A certificate.
		#[codec(index = 0)]
		Certificate {
			/// What happened to it.
			what: CertificateStep,
			/// The certificate as it stands after the block.
			certificate: Standing,
			/// Its state before; none where it is new, or nothing was decided about it itself.
			before: Option<CertificateState>,
			/// What it earns after the block, from each that hears of it.
			given: Vec<Given>,
		},
		/// The consent to sharing a certificate.
		#[codec(index = 1)]
		Consent {
			/// Whether it was given or withdrawn.
			what: ConsentStep,
			/// The certificate as it stands after the block.
			certificate: Standing,
			/// For which agreements.
			consent_for: ConsentFor,
			/// What it earns after the block, from each that hears of it.
			given: Vec<Given>,
		},
		/// What one grantor makes of a certificate.
		#[codec(index = 2)]
		Recognition {
			/// Whether the grantor suspended or restored its recognition.
			what: RecognitionStep,
			/// The certificate as it stands after the block.
			certificate: Standing,
			/// The grantor.
			grantor: Territory,
			/// The day on which a suspension is to be reviewed.
			review_on: Option<Date>,
			/// What it earns after the block, from each that hears of it.
			given: Vec<Given>,
		},
		/// A leg: what all certificates of the issuer earn from the grantor is to be read anew.
		#[codec(index = 3)]
		Leg {
			/// Whether it was decided or the clock brought it.
			what: LegStep,
			/// The agreement.
			agreement: AgreementId,
			/// Whose certificates.
			issuer: Territory,
			/// Whose benefits.
			grantor: Territory,
			/// Its state before; none where it was agreed just now.
			before: Option<LegState>,
			/// Its state after.
			after: LegState,
			/// Its last day, the grantor's, where it has one.
			until: Option<Date>,
			/// What the clock will bring.
			scheduled: Vec<Edge>,
		},
		/// An administration: what all its certificates earn, and what it gives, is to be read anew.
		#[codec(index = 4)]
		Issuer {
			/// What happened.
			what: IssuerStep,
			/// The administration.
			issuer: Territory,
		},
		/// A trader. What its certificates earn after that stands in changes of their own.
		#[codec(index = 5)]
		Trader {
			/// What happened.
			what: TraderStep,
			/// Who registered it.
			issuer: Territory,
			/// Its number.
			tin: NormalisedTin,
			/// The other number: under which it went until now, which leads to it no more, or under which
			/// it goes on.
			other: Option<NormalisedTin>,
		},
		/// What a grantor calls a trader.
		#[codec(index = 6)]
		Alias {
			/// What happened.
			what: AliasStep,
			/// Who registered the trader.
			issuer: Territory,
			/// The grantor.
			grantor: Territory,
			/// The number of the trader.
			tin: NormalisedTin,
			/// What kind of name it is.
			scheme: AliasScheme,
			/// The name.
			value: AliasValue,
		},
		/// What an administration gives at home: all its own certificates are to be read anew.
		#[codec(index = 7)]
		Offer {
			/// What happened.
			what: OfferStep,
			/// The administration.
			issuer: Territory,
		},
		/// An incident.
		#[codec(index = 8)]
		Incident {
			/// Whether it was opened or closed.
			what: IncidentStep,
			/// Where.
			grantor: Territory,
			/// Its number.
			incident: u32,
			/// What kind it is of.
			incident_kind: IncidentKind,
		},
		/// The block ends with another runtime, which can't read what the one before told: everything is to
		/// be read anew.
		#[codec(index = 9)]
		Upgrade {
			/// What happened.
			what: UpgradeStep,
		},
	}

	/// What happened to a certificate.
	#[derive(Copy)]
	enum CertificateStep {
		/// It was changed.
		#[codec(index = 0)]
		Changed,
		/// It was issued, or taken over.
		#[codec(index = 1)]
		Issued,
		/// It was suspended, in whole or in one half.
		#[codec(index = 2)]
		Suspended,
		/// It was reinstated.
		#[codec(index = 3)]
		Reinstated,
		/// It was revoked, given back or annulled.
		#[codec(index = 4)]
		Ended,
		/// Its first day began.
		#[codec(index = 5)]
		Started,
		/// Its last day is over.
		#[codec(index = 6)]
		Expired,
		/// The last day of its suspension is over.
		#[codec(index = 7)]
		Resumed,
		/// The successor of its type began.
		#[codec(index = 8)]
		Succeeded,
	}

	/// What happened to a consent.
	#[derive(Copy)]
	enum ConsentStep {
		/// It was withdrawn.
		#[codec(index = 0)]
		Withdrawn,
		/// It was given.
		#[codec(index = 1)]
		Given,
	}

	/// What happened to a recognition.
	#[derive(Copy)]
	enum RecognitionStep {
		/// It was suspended.
		#[codec(index = 0)]
		Suspended,
		/// It was restored.
		#[codec(index = 1)]
		Restored,
	}

	/// What happened to a leg.
	#[derive(Copy)]
	enum LegStep {
		/// It was decided on.
		#[codec(index = 0)]
		Changed,
		/// Its first day began.
		#[codec(index = 1)]
		Started,
		/// Its last day is over.
		#[codec(index = 2)]
		Expired,
	}

	/// What happened to an administration.
	#[derive(Copy)]
	enum IssuerStep {
		/// A quarantine began or ended, or it left.
		#[codec(index = 0)]
		StateChanged,
		/// It was admitted.
		#[codec(index = 1)]
		Admitted,
		/// What succeeds its types was decided or withdrawn.
		#[codec(index = 2)]
		SuccessionChanged,
		/// A programme was made or changed.
		#[codec(index = 3)]
		ProgrammeSet,
	}

	/// What happened to a trader.
	#[derive(Copy)]
	enum TraderStep {
		/// It exists no more.
		#[codec(index = 0)]
		Closed,
		/// Another administration, or another admission of the same, vouches for it.
		#[codec(index = 1)]
		TakenOver,
		/// It has become part of another.
		#[codec(index = 2)]
		Merged,
		/// It has got another number.
		#[codec(index = 3)]
		Succeeded,
		/// A former number leads to it no more.
		#[codec(index = 4)]
		NumberReleased,
	}

	/// What happened to an alias.
	#[derive(Copy)]
	enum AliasStep {
		/// The trader has it no more.
		#[codec(index = 0)]
		Removed,
		/// It leads to the trader.
		#[codec(index = 1)]
		Given,
		/// The trader declared it: it leads nowhere until the grantor confirms it.
		#[codec(index = 2)]
		Declared,
	}

	/// What happened to what is given at home.
	#[derive(Copy)]
	enum OfferStep {
		/// It was set.
		#[codec(index = 0)]
		Set,
	}

	/// What happened to an incident.
	#[derive(Copy)]
	enum IncidentStep {
		/// It was closed.
		#[codec(index = 0)]
		Closed,
		/// It was opened.
		#[codec(index = 1)]
		Opened,
	}

	/// What happened to the runtime.
	#[derive(Copy)]
	enum UpgradeStep {
		/// Another one took over.
		#[codec(index = 0)]
		TookOver,
	}

	/// What a call would come to, if it were in the next block.
	struct Tried {
		/// Why it would fail; none where it would be done.
		pub failure: Option<Failure>,
		/// The rows of a batch that would fail.
		pub rows: Vec<FailedRow>,
		/// What it would emit, in order.
		pub events: Vec<TriedEvent>,
	}

	/// Why a call fails, as the pallet says it.
	struct Failure {
		/// The pallet; empty where none says it.
		pub pallet: String,
		/// The name of the error.
		pub name: String,
	}

	/// A row of a batch that fails.
	struct FailedRow {
		/// The row, from 0.
		pub row: u32,
		/// Why.
		pub failure: Failure,
	}

	/// An event, encoded as the runtime of the block does.
	struct TriedEvent {
		/// The pallet.
		pub pallet: String,
		/// The event; in JSON hexadecimal.
		#[serde(with = "sp_core::bytes")]
		pub bytes: Vec<u8>,
	}

	/// Why a call was not tried.
	enum NotTried {
		/// Nobody answers for the account: calls are tried for accounts of administrations, traders and
		/// agencies.
		#[codec(index = 0)]
		UnknownAccount,
		/// The bytes are no call of this runtime.
		#[codec(index = 1)]
		NotUnderstood {
			/// What can't be read, such as `Certificates.propose.number`.
			field: String,
			/// Why not.
			why: String,
		},
		/// It is heavier than what a block takes.
		#[codec(index = 2)]
		TooHeavy {
			/// What it weighs, in picoseconds.
			weight: u64,
			/// The most, in picoseconds.
			most: u64,
		},
	}
}

impl Change {
	/// The certificate that it is about, where it is about one.
	pub fn certificate(&self) -> Option<&Standing> {
		match &self.matter {
			Matter::Certificate { certificate, .. }
			| Matter::Consent { certificate, .. }
			| Matter::Recognition { certificate, .. } => Some(certificate),
			_ => None,
		}
	}

	/// What that certificate earns from each that hears of it.
	pub fn given(&self) -> &[Given] {
		match &self.matter {
			Matter::Certificate { given, .. }
			| Matter::Consent { given, .. }
			| Matter::Recognition { given, .. } => given,
			_ => &[],
		}
	}

	/// What the clock will bring.
	pub fn scheduled(&self) -> &[Edge] {
		match &self.matter {
			Matter::Leg { scheduled, .. } => scheduled,
			_ => self
				.certificate()
				.map_or(&[], |certificate| &certificate.scheduled),
		}
	}
}

impl CertificateKey {
	/// Names a certificate.
	pub fn of(certificate: &Standing) -> Self {
		Self {
			issuer: certificate.issuer,
			number: certificate.number.clone(),
		}
	}
}
