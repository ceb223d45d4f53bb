//! What calls take: what is meant, as somebody has written it. Whatever is wrong with it is an error of
//! the pallet, which `calls/arguments.rs` gives; what is stored is in `types.rs`.

use crate::types::{
	Applications, Authorisation, Branches, Decision, Programme, TakenOver, TakenOverPeriod,
	TakenOverState, UntilRenewed, ValidityMonths,
};
use aeo_primitives::{
	recognition::{ConsentMode, Offer},
	Direction, FourEyes, Ground, Halves, ProgrammeType, Role, Row, SuspensionScope, Written,
	WrittenSet, WrittenSuspensionEnd, WrittenTin, WrittenType,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use core::convert::Infallible;
use scale_info::TypeInfo;
use sp_core::H256;

/// A [`Decision`] as it is written in a call.
pub type WrittenDecision = Decision<Written, WrittenType, WrittenSet<Role>>;

/// The derives of what is written in a call and stored in another form.
macro_rules! written {
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
				PartialEq,
				TypeInfo,
			)]
			pub $kind $name { $($body)* }
		)*
	};
}

written! {
	/// A [`ProgrammeType`] as it is written in a call.
	struct WrittenProgrammeType {
		/// Its name within the programme.
		pub code: Written,
		/// What its certificates authorise.
		pub halves: Halves,
	}

	/// A [`Programme`] as it is written in a call.
	struct WrittenProgramme {
		/// The types of its certificates, one at least, each once.
		pub types: WrittenSet<WrittenProgrammeType>,
		/// Whether its decisions need a maker and a checker.
		pub four_eyes: FourEyes,
		/// What new certificates say of sharing them.
		pub consent: ConsentMode,
		/// Whether it authorises only who has applied (T1 to T3).
		pub applications: Applications,
		/// What becomes, after its last day, of a certificate whose renewal was asked for before (T9).
		pub until_renewed: UntilRenewed,
		/// For how many months a certificate is authorised or renewed.
		pub validity_months: ValidityMonths,
		/// Within how many months, 1 to 1,200, of its authorisation, renewal or last review a
		/// certificate is to be reviewed; none: where it is due for another reason.
		pub review_months: Option<u16>,
		/// For how many days, 1 to 365, a proposal about its certificates can be confirmed.
		pub decision_days: u16,
		/// The agencies whose opinion an application needs before it is authorised (T3), each once.
		pub opinions_required: WrittenSet<Written>,
		/// Whether its certificates cover the branches of their holders.
		pub branches: Branches,
	}

	/// An [`Offer`] as it is written in a call.
	struct WrittenOffer {
		/// Eligible types, one at least.
		pub types: WrittenSet<WrittenType>,
		/// Eligible roles.
		pub roles: WrittenSet<Role>,
		/// The declarations it covers.
		pub directions: WrittenSet<Direction>,
		/// The benefits.
		pub rows: WrittenSet<Row>,
	}

	/// An [`Authorisation`] as it is written in a call.
	struct WrittenAuthorisation {
		/// The number of the application, or of a new certificate.
		pub number: Written,
		/// The trader's TIN.
		pub tin: WrittenTin,
		/// blake2-256 of the company's consent to being public.
		pub publication_consent: H256,
		/// The type.
		pub certificate_type: WrittenType,
		/// The roles.
		pub roles: WrittenSet<Role>,
		/// The first day on which it is valid.
		pub valid_from: Written,
		/// The last day, inclusive; none: what the programme says on the day of the decision.
		pub valid_until: Option<Written>,
		/// blake2-256 of the report on the validation of the sites.
		pub document: H256,
		/// blake2-256 of the document that shows that the trader's number was issued although it fails
		/// its check; none where it passes.
		pub instrument: Option<H256>,
	}

	/// A [`Suspension`](aeo_primitives::Suspension) as it is written in a call.
	struct WrittenSuspension {
		/// What it covers.
		pub scope: SuspensionScope,
		/// What becomes of it by the clock.
		pub end: WrittenSuspensionEnd,
	}

	/// A [`TakenOverState`] as it is written in a call.
	enum WrittenState {
		/// Suspended.
		#[codec(index = 0)]
		Suspended(WrittenSuspension),
		/// Authorised.
		#[codec(index = 1)]
		Authorised,
	}

	/// A [`TakenOverPeriod`] as it is written in a call.
	struct WrittenPeriod {
		/// Its first day.
		pub from: Written,
		/// What held in it.
		pub state: WrittenState,
		/// Why.
		pub ground: Ground,
		/// blake2-256 of the decision.
		pub document: H256,
	}

	/// A [`TakenOver`] as it is written in a call.
	struct WrittenTakenOver {
		/// Its number.
		pub number: Written,
		/// The trader's TIN.
		pub tin: WrittenTin,
		/// blake2-256 of the company's consent to being public.
		pub publication_consent: H256,
		/// The type.
		pub certificate_type: WrittenType,
		/// The roles.
		pub roles: WrittenSet<Role>,
		/// The first day on which it is valid.
		pub valid_from: Written,
		/// The last day, inclusive.
		pub valid_until: Option<Written>,
		/// Its life until now, from the earliest period on; the last one holds.
		pub periods: Vec<WrittenPeriod>,
		/// blake2-256 of the document that shows that the trader's number was issued although it fails
		/// its check; none where it passes.
		pub instrument: Option<H256>,
	}

	/// The rows of a batch as they are written in a call. To certify is the first: there bars,
	/// applications and opinions count.
	enum WrittenRows {
		/// Certify traders (T3), each as [`Decision::Authorise`] does.
		#[codec(index = 0)]
		Authorise(Vec<WrittenAuthorisation>),
		/// Take over certificates that exist already (T0).
		#[codec(index = 1)]
		TakeOver(Vec<WrittenTakenOver>),
	}

	/// Whether a review begins or is over. It begins with the first: that takes nothing away.
	#[derive(Copy)]
	enum Review {
		/// It begins.
		#[codec(index = 0)]
		UnderReview,
		/// It is over.
		#[codec(index = 1)]
		Reviewed,
	}
}

impl From<Decision> for WrittenDecision {
	fn from(decision: Decision) -> Self {
		let written = decision.try_map(
			|day| Ok::<_, Infallible>(day.into()),
			|named| Ok(named.into()),
			|roles| Ok(roles.into()),
		);
		match written {
			Ok(written) => written,
			Err(never) => match never {},
		}
	}
}

impl From<Programme> for WrittenProgramme {
	fn from(programme: Programme) -> Self {
		let named = |known: ProgrammeType| WrittenProgrammeType {
			code: known.code.into(),
			halves: known.halves,
		};
		Self {
			types: programme.types.into_iter().map(named).collect(),
			four_eyes: programme.four_eyes,
			consent: programme.consent,
			applications: programme.applications,
			until_renewed: programme.until_renewed,
			validity_months: programme.validity_months,
			review_months: programme.review_months,
			decision_days: programme.decision_days,
			opinions_required: programme
				.opinions_required
				.into_iter()
				.map(Written::from)
				.collect(),
			branches: programme.branches,
		}
	}
}

impl From<Offer> for WrittenOffer {
	fn from(offer: Offer) -> Self {
		Self {
			types: offer.types.into_iter().map(WrittenType::from).collect(),
			roles: offer.roles.into(),
			directions: offer.directions.into(),
			rows: offer.rows.into(),
		}
	}
}

impl From<Authorisation> for WrittenAuthorisation {
	fn from(row: Authorisation) -> Self {
		Self {
			number: row.number.into(),
			tin: row.tin,
			publication_consent: row.publication_consent,
			certificate_type: row.certificate_type.into(),
			roles: row.roles.into(),
			valid_from: row.valid_from.into(),
			valid_until: row.valid_until.map(Written::from),
			document: row.document,
			instrument: row.instrument,
		}
	}
}

impl From<TakenOverPeriod> for WrittenPeriod {
	fn from(period: TakenOverPeriod) -> Self {
		let state = match period.state {
			TakenOverState::Suspended(suspension) => WrittenState::Suspended(WrittenSuspension {
				scope: suspension.scope,
				end: suspension.end.into(),
			}),
			TakenOverState::Authorised => WrittenState::Authorised,
		};
		Self {
			from: period.from.into(),
			state,
			ground: period.ground,
			document: period.document,
		}
	}
}

impl From<TakenOver> for WrittenTakenOver {
	fn from(row: TakenOver) -> Self {
		Self {
			number: row.number.into(),
			tin: row.tin,
			publication_consent: row.publication_consent,
			certificate_type: row.certificate_type.into(),
			roles: row.roles.into(),
			valid_from: row.valid_from.into(),
			valid_until: row.valid_until.map(Written::from),
			periods: row.periods.into_iter().map(WrittenPeriod::from).collect(),
			instrument: row.instrument,
		}
	}
}

impl From<Vec<Authorisation>> for WrittenRows {
	fn from(rows: Vec<Authorisation>) -> Self {
		Self::Authorise(rows.into_iter().map(Into::into).collect())
	}
}

impl From<Vec<TakenOver>> for WrittenRows {
	fn from(rows: Vec<TakenOver>) -> Self {
		Self::TakeOver(rows.into_iter().map(Into::into).collect())
	}
}
