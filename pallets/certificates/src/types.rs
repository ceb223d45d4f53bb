//! What the pallet stores, and what its calls take.

use aeo_primitives::{
	recognition::{Certificate, Consent, ConsentMode, Offer},
	AgencyCode, CertificateNumber, CertificateState, CertificateType, Date, FourEyes, Ground,
	Halves, Maker, Moment, ProgrammeCode, ProgrammeType, Roles, StateKind, StatusPeriod,
	Suspension, SuspensionScope, Territory, TraderId, UtcOffset, Validity, Written, WrittenTin,
};
use aeo_support::proposals::Proposal;
use alloc::vec::Vec;
use frame_support::{
	stored,
	traits::{ConstU32, Get},
	BoundedVec,
};
use serde::{Deserialize, Serialize};
use sp_core::H256;
use sp_runtime::DispatchError;

pub use aeo_primitives::recognition::SuccessionList;

/// Most types of certificate in one programme.
pub const MAX_PROGRAMME_TYPES: u32 = 16;

/// Longest validity, and longest interval between reviews, that a programme can set, in months.
pub const MAX_MONTHS: u16 = 1_200;

/// Longest time for which a proposal can be confirmed, in days.
pub const MAX_DECISION_DAYS: u16 = 365;

/// How long a proposal can be confirmed where the genesis doesn't say it, in days.
pub const USUAL_DECISION_DAYS: u16 = 14;

/// Most agencies whose opinions a programme can require.
pub const MAX_OPINIONS: u32 = 8;

/// Most periods with which a certificate can be taken over.
pub const MAX_TAKEN_OVER_PERIODS: u32 = 9;

/// Most decisions of one officer that wait. So that nobody can fill up what waits for the others, the
/// bound is each officer's own.
pub const MAX_WAITING: u32 = 128;

/// An administration's AEO programme. To change it touches no certificate that is issued, but for
/// `branches`, which counts whenever a declaration names one.
#[stored]
pub struct Programme {
	/// The types of its certificates.
	pub types: BoundedVec<ProgrammeType, ConstU32<MAX_PROGRAMME_TYPES>>,
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
	/// Within how many months, 1 to [`MAX_MONTHS`], of its authorisation, renewal or last review
	/// a certificate is to be reviewed; none: where it is due for another reason.
	pub review_months: Option<u16>,
	/// For how many days, 1 to [`MAX_DECISION_DAYS`], a proposal about its certificates can be
	/// confirmed.
	pub decision_days: u16,
	/// The agencies whose opinion an application needs before it is authorised (T3), each once.
	pub opinions_required: BoundedVec<AgencyCode, ConstU32<MAX_OPINIONS>>,
	/// Whether its certificates cover the branches of their holders.
	pub branches: Branches,
}

/// Whether certificates cover the branches of their holders, where a branch has a number of its own that
/// shows whose it is ([`Tin::head_office`](aeo_primitives::tin::Tin::head_office)).
#[stored]
#[derive(Copy, Default, Deserialize, Serialize)]
pub enum Branches {
	/// They don't: who declares names the holder's number.
	#[default]
	#[codec(index = 0)]
	Apart,
	/// They do: the whole entity is certified.
	#[codec(index = 1)]
	Covered,
}

/// Whether a programme authorises only who has applied (T1 to T3).
#[stored]
#[derive(Copy, Default, Deserialize, Serialize)]
pub enum Applications {
	/// It does.
	#[codec(index = 0)]
	Required,
	/// It authorises others too.
	#[default]
	#[codec(index = 1)]
	NotRequired,
}

/// What becomes, after its last day, of a certificate whose renewal was asked for before and is
/// not decided (T9).
#[stored]
#[derive(Copy, Default, Deserialize, Serialize)]
pub enum UntilRenewed {
	/// It has ended.
	#[default]
	#[codec(index = 0)]
	Ends,
	/// An officer can keep it in force until the renewal is decided.
	#[codec(index = 1)]
	KeptInForce,
}

/// For how many months, 1 to [`MAX_MONTHS`], a certificate is authorised or renewed.
#[stored]
#[derive(Copy, Deserialize, Serialize)]
pub enum ValidityMonths {
	/// No longer: a decision with a later last day is refused. One without a last day means as
	/// many.
	#[codec(index = 0)]
	AtMost(u16),
	/// As many where the decision gives no last day; it may give any.
	#[codec(index = 1)]
	Usually(u16),
	/// Without an end where the decision gives no last day; it may give any.
	#[codec(index = 2)]
	NoEnd,
}

/// What the holder has asked for and nobody has decided yet.
#[stored]
#[derive(Copy, Default)]
pub struct Asked {
	/// A renewal (T9).
	pub renewal: bool,
	/// An appeal (T13): against which kind of decision it was made, and so against each that has
	/// come over that one since.
	pub appeal: Option<StateKind>,
	/// A suspension (T4; UCC-DA Art. 16 and 30).
	pub suspension: bool,
	/// To give it back from this day on (T7).
	pub relinquishment: Option<Date>,
	/// A reinstatement of what is suspended (T5; UCC-DA Art. 16 and 30).
	pub reinstatement: bool,
}

/// Who asked for what one officer may then decide alone, where it was the holder's own account.
#[stored(no_skip_type_params)]
pub struct AskedBy<AccountId> {
	/// For a renewal.
	pub renewal: Option<Maker<AccountId>>,
	/// To give the certificate back.
	pub relinquishment: Option<Maker<AccountId>>,
}

/// What was last said of sharing a certificate.
#[stored(no_skip_type_params)]
pub struct ConsentStep<AccountId> {
	/// Whether the consent was given, and not withdrawn.
	pub given: bool,
	/// Whether an officer said so, with the holder's paper.
	pub on_paper: bool,
	/// The holder's account, or that officer.
	pub by: AccountId,
	/// blake2-256 of the paper; the holder's account may have left it zero.
	pub document: H256,
	/// When it was said.
	pub at: Moment,
}

/// A certificate as it is stored.
#[stored]
pub struct CertificateRecord {
	/// The id of its trader.
	pub trader: TraderId,
	/// Its place among the issuer's certificates, from 0.
	pub ordinal: u32,
	/// Counts its changes, from 1.
	pub version: u32,
	/// Number of its status periods.
	pub periods: u32,
	/// The place of the period in which the suspension began that is in the state, or that an
	/// annulment hides.
	pub suspended_since: u32,
	/// The place of the period in which a revocation or relinquishment began that is the state,
	/// or that an annulment hides.
	pub ended_since: u32,
	/// Its type.
	pub certificate_type: CertificateType,
	/// The halves that its type had when it was issued.
	pub halves: Halves,
	/// What its trader is certified as.
	pub roles: Roles,
	/// What was last decided.
	pub state: CertificateState,
	/// When it is valid.
	pub validity: Option<Validity>,
	/// With whom it may be shared.
	pub consent: Consent,
	/// Through this day its trader can't be certified anew in this programme, because it was
	/// refused or revoked.
	pub bar: Option<Date>,
	/// What its holder has asked for.
	pub asked: Asked,
	/// Whether the issuer reviews it (T11); it stays what it is.
	pub under_review: bool,
	/// Through this day it is to be reviewed, as its programme said when it was authorised,
	/// renewed or reviewed last. It is shown, and nothing depends on it.
	pub review_due: Option<Date>,
}

/// What an officer decides about a certificate: `Day`, `Named` and `As` are a day, a type and roles,
/// as they are stored or as they are written in a call.
#[stored(no_skip_type_params)]
#[derive(Deserialize, Serialize)]
pub enum Decision<Day = Date, Named = CertificateType, As = Roles> {
	/// Correct roles or dates (T12).
	#[codec(index = 0)]
	Rectify {
		/// The roles from now on.
		roles: As,
		/// The first day on which it is valid.
		valid_from: Day,
		/// The last day, inclusive; none: what the programme says.
		valid_until: Option<Day>,
		/// blake2-256 of the decision.
		document: H256,
	},
	/// Certify a trader (T3), which is registered on the way.
	#[codec(index = 1)]
	Authorise {
		/// The trader's TIN.
		tin: WrittenTin,
		/// blake2-256 of the company's consent to being public.
		publication_consent: H256,
		/// The type.
		certificate_type: Named,
		/// The roles.
		roles: As,
		/// The first day on which it is valid.
		valid_from: Day,
		/// The last day, inclusive; none: what the programme says.
		valid_until: Option<Day>,
		/// blake2-256 of the report on the validation of the sites.
		document: H256,
	},
	/// Renew a certificate (T9), which may be over.
	#[codec(index = 2)]
	Renew {
		/// The last day, inclusive; none: what the programme says, counted from the day after
		/// the present one.
		valid_until: Option<Day>,
		/// blake2-256 of the review's report.
		document: H256,
	},
	/// Don't renew it (T9): its last day stays what it is.
	#[codec(index = 3)]
	RefuseRenewal {
		/// blake2-256 of the decision.
		document: H256,
	},
	/// Refuse an application that was examined (T2b).
	#[codec(index = 4)]
	RefuseApplication {
		/// Through this day the trader can't apply again.
		bar_until: Option<Day>,
		/// blake2-256 of the decision.
		document: H256,
	},
	/// Take back what the holder gives up (T7).
	#[codec(index = 5)]
	Relinquish {
		/// The first day without it.
		from: Day,
		/// blake2-256 of the holder's request.
		document: H256,
	},
	/// Overturn a rejection, refusal, suspension, revocation, relinquishment or annulment after
	/// an appeal (T13). The state before is there again, and a bar is lifted.
	#[codec(index = 6)]
	Overturn {
		/// The first day on which it is; none: the overturned decision never held.
		from: Option<Day>,
		/// blake2-256 of the decision on the appeal.
		document: H256,
	},
	/// Take a certificate away (T6).
	#[codec(index = 7)]
	Revoke {
		/// The first day without it.
		from: Day,
		/// Through this day the trader can't be certified again, where the law says so.
		bar_until: Option<Day>,
		/// blake2-256 of the decision.
		document: H256,
	},
	/// Declare it void from the start (T10).
	#[codec(index = 8)]
	Annul {
		/// blake2-256 of the decision with its legal ground.
		document: H256,
	},
	/// Take back an application whose holder writes so on paper (T2, T2b).
	#[codec(index = 9)]
	WithdrawApplication {
		/// blake2-256 of the holder's paper.
		document: H256,
	},
	/// Keep a certificate in force past its last day until its renewal is decided, which was
	/// asked for in time (T9).
	#[codec(index = 10)]
	KeepInForce {
		/// blake2-256 of the holder's request.
		document: H256,
	},
}

/// A decision that waits for a second officer.
#[stored(no_skip_type_params)]
pub struct PendingDecision<AccountId> {
	/// The certificate that it is about.
	pub certificate: CertificateNumber,
	/// What is proposed, by whom, and until when.
	pub proposal: Proposal<AccountId, Decision>,
	/// Its place among the issuer's decisions that wait.
	pub place: u32,
}

/// A proposal of an officer that waits, as it counts against the bound of those.
#[stored]
#[derive(Copy)]
pub struct OpenProposal {
	/// Its number.
	pub proposal: u32,
	/// It can be confirmed until then.
	pub expires: Moment,
}

/// A batch of an issuer that waits, as it counts against the bound of those.
#[stored]
#[derive(Copy)]
pub struct OpenBatch {
	/// Its hash.
	pub batch: H256,
	/// It can be confirmed until then.
	pub expires: Moment,
}

/// What becomes of a batch with a row that fails.
#[stored]
#[derive(Copy)]
pub enum BatchMode {
	/// Nothing is done.
	#[codec(index = 0)]
	AllOrNothing,
	/// All other rows are.
	#[codec(index = 1)]
	SkipFailed,
}

/// A row of a batch that certifies: what [`Decision::Authorise`] says, and of which certificate
/// or application.
#[stored]
pub struct Authorisation {
	/// The number of the application, or of a new certificate.
	pub number: CertificateNumber,
	/// The trader's TIN.
	pub tin: WrittenTin,
	/// blake2-256 of the company's consent to being public.
	pub publication_consent: H256,
	/// The type.
	pub certificate_type: CertificateType,
	/// The roles.
	pub roles: Roles,
	/// The first day on which it is valid.
	pub valid_from: Date,
	/// The last day, inclusive; none: what the programme says on the day of the decision.
	pub valid_until: Option<Date>,
	/// blake2-256 of the report on the validation of the sites.
	pub document: H256,
	/// blake2-256 of the document that shows that the trader's number was issued although it fails its
	/// check; none where it passes.
	pub instrument: Option<H256>,
}

/// A state in which a certificate can be taken over.
#[stored]
#[derive(Copy)]
pub enum TakenOverState {
	/// Suspended.
	#[codec(index = 0)]
	Suspended(Suspension),
	/// Authorised.
	#[codec(index = 1)]
	Authorised,
}

/// A period in the life of a certificate before it is on chain.
#[stored]
pub struct TakenOverPeriod {
	/// Its first day.
	pub from: Date,
	/// What held in it.
	pub state: TakenOverState,
	/// Why.
	pub ground: Ground,
	/// blake2-256 of the decision.
	pub document: H256,
}

/// A certificate that exists already (T0), with its original dates.
#[stored]
pub struct TakenOver {
	/// Its number.
	pub number: CertificateNumber,
	/// The trader's TIN.
	pub tin: WrittenTin,
	/// blake2-256 of the company's consent to being public.
	pub publication_consent: H256,
	/// The type.
	pub certificate_type: CertificateType,
	/// The roles.
	pub roles: Roles,
	/// The first day on which it is valid.
	pub valid_from: Date,
	/// The last day, inclusive.
	pub valid_until: Option<Date>,
	/// Its life until now, from the earliest period on; the last one holds.
	pub periods: BoundedVec<TakenOverPeriod, ConstU32<MAX_TAKEN_OVER_PERIODS>>,
	/// blake2-256 of the document that shows that the trader's number was issued although it fails its
	/// check; none where it passes.
	pub instrument: Option<H256>,
}

/// A row of a batch that can't be read.
#[stored]
pub struct Unreadable {
	/// The certificate in it, as it was written.
	pub number: Written,
	/// Why, and what to do.
	pub error: DispatchError,
}

/// A change of a certificate that existed, for those who keep up with an issuer.
#[stored]
pub struct Change {
	/// The certificate.
	pub number: CertificateNumber,
	/// Its version after the change.
	pub version: u32,
	/// The place of the status period that began with it.
	pub period: u32,
}

/// How the credentials of a certificate stand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct CredentialStanding {
	/// Which edition of them counts; those of an earlier one are void.
	pub edition: u16,
	/// Whether the certificate is over: revoked, relinquished, annulled, its days are over, or its trader is no
	/// more. For this edition it stays so.
	pub ended: bool,
	/// What of it is suspended. All is where the issuer does not vouch for the trader now.
	pub suspended: Option<SuspensionScope>,
	/// The next moment at which the clock changes this, where nothing is decided before.
	pub changes_at: Option<Moment>,
}

impl<Day, Named, As> Decision<Day, Named, As> {
	/// Returns the same with days, type and roles put in another form.
	///
	/// # Errors
	///
	/// Those of `day`, `named` and `roles`.
	pub fn try_map<OtherDay, OtherNamed, OtherAs, Error>(
		self,
		day: impl Fn(Day) -> Result<OtherDay, Error>,
		named: impl Fn(Named) -> Result<OtherNamed, Error>,
		roles: impl Fn(As) -> Result<OtherAs, Error>,
	) -> Result<Decision<OtherDay, OtherNamed, OtherAs>, Error> {
		Ok(match self {
			Self::Rectify {
				roles: given,
				valid_from,
				valid_until,
				document,
			} => Decision::Rectify {
				roles: roles(given)?,
				valid_from: day(valid_from)?,
				valid_until: valid_until.map(&day).transpose()?,
				document,
			},
			Self::Authorise {
				tin,
				publication_consent,
				certificate_type,
				roles: given,
				valid_from,
				valid_until,
				document,
			} => Decision::Authorise {
				tin,
				publication_consent,
				certificate_type: named(certificate_type)?,
				roles: roles(given)?,
				valid_from: day(valid_from)?,
				valid_until: valid_until.map(&day).transpose()?,
				document,
			},
			Self::Renew {
				valid_until,
				document,
			} => Decision::Renew {
				valid_until: valid_until.map(&day).transpose()?,
				document,
			},
			Self::RefuseRenewal { document } => Decision::RefuseRenewal { document },
			Self::RefuseApplication {
				bar_until,
				document,
			} => Decision::RefuseApplication {
				bar_until: bar_until.map(&day).transpose()?,
				document,
			},
			Self::Relinquish { from, document } => Decision::Relinquish {
				from: day(from)?,
				document,
			},
			Self::Overturn { from, document } => Decision::Overturn {
				from: from.map(day).transpose()?,
				document,
			},
			Self::Revoke {
				from,
				bar_until,
				document,
			} => Decision::Revoke {
				from: day(from)?,
				bar_until: bar_until.map(&day).transpose()?,
				document,
			},
			Self::Annul { document } => Decision::Annul { document },
			Self::WithdrawApplication { document } => Decision::WithdrawApplication { document },
			Self::KeepInForce { document } => Decision::KeepInForce { document },
		})
	}
}

impl ValidityMonths {
	/// Returns how long a decision without a last day means; none: without an end.
	pub const fn usual(self) -> Option<u16> {
		match self {
			Self::AtMost(months) | Self::Usually(months) => Some(months),
			Self::NoEnd => None,
		}
	}
}

impl CertificateRecord {
	/// Returns the certificate as the rule of recognition sees it in one of its periods.
	pub fn facts_in<AccountId>(
		&self,
		number: &CertificateNumber,
		period: &StatusPeriod<AccountId>,
	) -> Certificate {
		Certificate {
			roles: period.roles,
			state: period.state,
			validity: period.validity,
			..self.facts(number)
		}
	}

	/// Returns the certificate as the rule of recognition sees it.
	pub fn facts(&self, number: &CertificateNumber) -> Certificate {
		Certificate {
			number: number.clone(),
			certificate_type: self.certificate_type.clone(),
			halves: self.halves,
			roles: self.roles,
			state: self.state,
			validity: self.validity,
			consent: self.consent.clone(),
			recognition_suspended: false,
			succeeded_by: None,
		}
	}

	/// Returns whether its review is overdue at `now`, where the issuer's clocks stand at `utc_offset`.
	pub fn review_overdue(&self, now: Moment, utc_offset: UtcOffset) -> bool {
		self.review_due
			.is_some_and(|day| day.last_moment(utc_offset) < now)
	}
}

impl From<TakenOverState> for CertificateState {
	fn from(state: TakenOverState) -> Self {
		match state {
			TakenOverState::Suspended(suspension) => Self::Suspended(suspension),
			TakenOverState::Authorised => Self::Authorised,
		}
	}
}

/// The rows of a batch, each with what it says or why that can't be read.
#[stored]
pub enum BatchRows<MaxBatch: Get<u32>> {
	/// Certify traders (T3), each as [`Decision::Authorise`] does.
	#[codec(index = 0)]
	Authorise(BoundedVec<Result<Authorisation, Unreadable>, MaxBatch>),
	/// Take over certificates that exist already (T0).
	#[codec(index = 1)]
	TakeOver(BoundedVec<Result<TakenOver, Unreadable>, MaxBatch>),
}

impl<MaxBatch: Get<u32>> BatchRows<MaxBatch> {
	/// Returns how many rows there are.
	pub fn count(&self) -> usize {
		match self {
			Self::Authorise(rows) => rows.len(),
			Self::TakeOver(rows) => rows.len(),
		}
	}
}

/// What a batch is to do.
#[stored]
pub struct Batch<MaxBatch: Get<u32>> {
	/// Its rows.
	pub rows: BatchRows<MaxBatch>,
	/// What becomes of the others if one fails.
	pub mode: BatchMode,
}

/// What an administration brings along at genesis.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisProgramme {
	/// The administration.
	pub administration: Territory,
	/// The programme's code.
	pub code: ProgrammeCode,
	/// The types of its certificates.
	pub types: Vec<ProgrammeType>,
	/// Whether its decisions need a maker and a checker.
	pub four_eyes: FourEyes,
	/// What new certificates say of sharing them.
	pub consent: ConsentMode,
	/// Whether it authorises only who has applied; where this is left out, others too.
	#[serde(default)]
	pub applications: Applications,
	/// What becomes, after its last day, of a certificate whose renewal was asked for before.
	#[serde(default)]
	pub until_renewed: UntilRenewed,
	/// For how many months a certificate is authorised or renewed.
	pub validity_months: ValidityMonths,
	/// Within how many months a certificate is to be reviewed.
	#[serde(default)]
	pub review_months: Option<u16>,
	/// For how many days a proposal about its certificates can be confirmed.
	#[serde(default = "usual_decision_days")]
	pub decision_days: u16,
	/// The agencies whose opinion an application needs.
	#[serde(default)]
	pub opinions_required: Vec<AgencyCode>,
	/// Whether its certificates cover the branches of their holders; where this is left out, they don't.
	#[serde(default)]
	pub branches: Branches,
}

fn usual_decision_days() -> u16 {
	USUAL_DECISION_DAYS
}

/// What an administration gives to its own traders, at genesis.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GenesisOffers {
	/// The administration.
	pub administration: Territory,
	/// What it gives at home.
	pub offers: Vec<Offer>,
}
