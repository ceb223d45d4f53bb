//! # Certificates
//!
//! The AEO certificates: what they authorise, since when, and everything that was ever decided
//! about them.
//!
//! Quick links: [`Config`], [`Call`], [`Event`], [`Error`].
#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
// What runs on chain. `as_conversions` and `expect_used`, which the macros of FRAME and SCALE
// themselves break, are denied in the modules that they don't write into.
#![cfg_attr(
	not(any(test, feature = "runtime-benchmarks")),
	deny(
		clippy::arithmetic_side_effects,
		clippy::indexing_slicing,
		clippy::let_underscore_must_use,
		clippy::unwrap_used
	)
)]
#![deny(missing_docs)]
#![forbid(unsafe_code)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::{serial_tin, BenchmarkHelper};
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;
pub use written::*;

mod calls;
mod genesis;
pub mod migrations;
mod queries;
mod roles;
mod rules;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
mod types;
pub mod weights;
mod written;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use aeo_primitives::{
		recognition::Offer, AdministrationLookup, CertificateNumber, CertificateState,
		CertificateType, ConsentFor, Date, Decided, Hands, LegLookup, Moment, Officers,
		OnStandingChange, OpinionLookup, OuterSigner, ProgrammeCode, Roles, Scope, StateKind,
		StatusPeriod, Territory, TraderId, TraderLookup, TraderRegister, Validity, Written,
		WrittenType, MAX_CERTIFICATES, MAX_DOMESTIC_OFFERS,
	};
	use aeo_support::{proposals::Proposal, signers::Signers};
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, traits::UnixTime};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(3);

	/// What the runtime gives to the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256, RuntimeEvent: From<Event<Self>>> {
		/// Who acts for an administration.
		type Administrations: Officers<Self::AccountId, Error: Into<DispatchError>>
			+ AdministrationLookup;
		/// Tells who signed the extrinsic under way: four eyes are two signers.
		type OuterSigner: OuterSigner<Self::AccountId>;
		/// The traders, their accounts, and their registration on the way to a certificate.
		type Traders: TraderLookup<Self::AccountId> + TraderRegister<Error: Into<DispatchError>>;
		/// The opinions of agencies, which a programme may require.
		type Opinions: OpinionLookup;
		/// The legs that may need a holder's consent.
		type Legs: LegLookup;
		/// Hears of each change in the block of its decision.
		type OnStandingChange: OnStandingChange;
		/// The clock of the chain, in milliseconds.
		type Time: UnixTime;
		/// Bound on the status periods of one certificate.
		#[pallet::constant]
		type MaxPeriods: Get<u32>;
		/// Bound on the rows of one batch.
		#[pallet::constant]
		type MaxBatch: Get<u32>;
		/// Bound on the batches of one issuer that wait for a second officer.
		#[pallet::constant]
		type MaxOpenBatches: Get<u32>;
		/// Weights of the calls.
		type WeightInfo: WeightInfo;
		/// Sets up for the benchmarks what other pallets store.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The programmes of each administration. Blake2: codes are chosen.
	#[pallet::storage]
	pub type Programmes<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Blake2_128Concat, ProgrammeCode, Programme>;

	/// What an administration gives to its own traders.
	#[pallet::storage]
	pub type DomesticOffers<T: Config> = StorageMap<
		_,
		Twox64Concat,
		Territory,
		BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>>,
		ValueQuery,
	>;

	/// The types of each administration's certificates that others succeed, in the order of the
	/// decisions.
	#[pallet::storage]
	pub type Successions<T: Config> =
		StorageMap<_, Twox64Concat, Territory, SuccessionList, ValueQuery>;

	/// The certificates of each issuer, by number. Blake2: numbers are chosen.
	#[pallet::storage]
	pub type Certificates<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Blake2_128Concat,
		CertificateNumber,
		CertificateRecord,
	>;

	/// How many certificates an issuer has; the ordinal of its next one.
	#[pallet::storage]
	pub type Ordinals<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;

	/// The status periods of each certificate, from 0. They are only ever added.
	#[pallet::storage]
	pub type Periods<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, Territory>,
			NMapKey<Blake2_128Concat, CertificateNumber>,
			NMapKey<Twox64Concat, u32>,
		),
		StatusPeriod<T::AccountId>,
	>;

	/// The certificates of each trader that evaluation looks at: all live ones, and the latest of
	/// each type. By issuer, since a trader whose territory changed hands has those of both. Identity:
	/// the key is a hash.
	#[pallet::storage]
	pub type Holdings<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Identity,
		TraderId,
		BoundedVec<CertificateNumber, ConstU32<MAX_CERTIFICATES>>,
		ValueQuery,
	>;

	/// The holders' own accounts that asked for something that is not decided yet. Blake2: numbers
	/// are chosen.
	#[pallet::storage]
	pub type Askers<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Blake2_128Concat,
		CertificateNumber,
		AskedBy<T::AccountId>,
	>;

	/// The number of the last proposal of each issuer, of decisions and of batches; they are counted
	/// from 1.
	#[pallet::storage]
	pub type ProposalCount<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;

	/// The decisions that wait for a second officer, by issuer and the proposal's number.
	#[pallet::storage]
	pub type Pendings<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Twox64Concat,
		u32,
		PendingDecision<T::AccountId>,
	>;

	/// What waits of the proposals of each officer. Blake2: accounts are chosen by their owners.
	#[pallet::storage]
	pub type Proposed<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<OpenProposal, ConstU32<MAX_WAITING>>,
		ValueQuery,
	>;

	/// The batches that wait for a second officer, by issuer and the batch's hash. Identity: the
	/// key is a hash.
	#[pallet::storage]
	pub type Batches<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Identity,
		H256,
		Proposal<T::AccountId, Batch<T::MaxBatch>>,
	>;

	/// The batches of each issuer that wait.
	#[pallet::storage]
	pub type OpenBatches<T: Config> = StorageMap<
		_,
		Twox64Concat,
		Territory,
		BoundedVec<OpenBatch, T::MaxOpenBatches>,
		ValueQuery,
	>;

	/// The changes of each issuer's certificates that existed before, from 0. They are only ever
	/// added.
	#[pallet::storage]
	pub type Changes<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, u32, Change>;

	/// How many changes there are.
	#[pallet::storage]
	pub type ChangeCount<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;

	/// The number of each certificate by issuer and ordinal. They are only ever added.
	#[pallet::storage]
	pub type Numbers<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, u32, CertificateNumber>;

	/// How many certificates of each issuer are in each state, as it is stored: what has expired by
	/// the clock is still authorised.
	#[pallet::storage]
	pub type Counts<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, StateKind, u32, ValueQuery>;

	/// The proposals that wait, by issuer and place, from 0 without a gap: the last one takes the place
	/// of one that was settled.
	#[pallet::storage]
	pub type Waiting<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, u32, u32>;

	/// How many decisions of an issuer wait.
	#[pallet::storage]
	pub type WaitingCount<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;

	/// What was last said of sharing each certificate, for one agreement or all. Blake2: numbers are
	/// chosen. The certificate has what follows from it.
	#[pallet::storage]
	pub type Consents<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, Territory>,
			NMapKey<Blake2_128Concat, CertificateNumber>,
			NMapKey<Twox64Concat, ConsentFor>,
		),
		ConsentStep<T::AccountId>,
	>;

	/// The number of the block in which a holder of each issuer's last withdrew its consent: no list of
	/// their data that was made before is accepted any more.
	#[pallet::storage]
	pub type LastWithdrawal<T: Config> = StorageMap<_, Twox64Concat, Territory, u32>;

	/// Which edition of each certificate's credentials counts, counted from 0; those of an earlier one are void. A map
	/// of its own: evaluation reads certificates, and no credentials. Blake2: numbers are chosen.
	#[pallet::storage]
	pub type Editions<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Blake2_128Concat,
		CertificateNumber,
		u16,
		ValueQuery,
	>;

	/// The programmes with which the chain starts.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The programmes.
		pub programmes: Vec<GenesisProgramme>,
		/// What administrations give at home.
		pub domestic_offers: Vec<GenesisOffers>,
		/// Nothing.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			genesis::build::<T>(self);
		}
	}

	/// What was decided. Nothing is emitted when a day passes.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A programme was created or changed.
		ProgrammeSet {
			/// Its administration.
			administration: Territory,
			/// Its code.
			code: ProgrammeCode,
			/// What it is from now on.
			programme: Programme,
		},
		/// An administration said what it gives to its own traders.
		DomesticOffersSet {
			/// The administration.
			administration: Territory,
			/// What it gives.
			offers: BoundedVec<Offer, ConstU32<MAX_DOMESTIC_OFFERS>>,
		},
		/// A decision waits for a second officer.
		DecisionProposed {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// The number of the proposal, which its confirmation names.
			proposal: u32,
			/// What is proposed.
			decision: Decision,
			/// The officer who proposed it.
			by: T::AccountId,
			/// It can be confirmed until then.
			expires: Moment,
		},
		/// A decision was refused, or taken back.
		DecisionRefused {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// The number of the proposal.
			proposal: u32,
			/// The officer who proposed it.
			maker: T::AccountId,
			/// The officer who refused it.
			by: T::AccountId,
		},
		/// A certificate was issued or taken over (`from` is none), or has changed.
		CertificateChanged {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// Its trader.
			trader: TraderId,
			/// Its version from now on.
			version: u32,
			/// Its state before.
			from: Option<CertificateState>,
			/// Its state from now on.
			to: CertificateState,
			/// Its roles from now on.
			roles: Roles,
			/// When it is valid.
			validity: Option<Validity>,
			/// Through which day it is to be reviewed.
			review_due: Option<Date>,
			/// By whom and why.
			decided: Decided<T::AccountId>,
		},
		/// An appeal has lapsed: another decision than one on the appeal gave back what it was about,
		/// so that nothing is left to overturn.
		AppealLapsed {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// Who took that decision.
			by: Hands<T::AccountId>,
		},
		/// A review began or is over (T11).
		ReviewSet {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// Whether it is under review from now on.
			under_review: bool,
			/// Through which day it is to be reviewed.
			review_due: Option<Date>,
			/// The officer.
			by: T::AccountId,
			/// blake2-256 of the order or the report.
			document: H256,
		},
		/// A batch waits for a second officer.
		BatchProposed {
			/// The issuer.
			issuer: Territory,
			/// Names the batch.
			batch: H256,
			/// The number of the proposal, which its confirmation names.
			proposal: u32,
			/// How many rows it has.
			rows: u32,
			/// The officer who proposed it.
			by: T::AccountId,
			/// It can be confirmed until then.
			expires: Moment,
		},
		/// A row of a batch failed: nothing of it is done. Where the batch waits, it would fail.
		RowFailed {
			/// The issuer.
			issuer: Territory,
			/// Names the batch.
			batch: H256,
			/// The row, from 0.
			row: u32,
			/// The certificate in it, as it was written.
			number: Written,
			/// Why, and what to do.
			error: DispatchError,
		},
		/// A batch is done with.
		BatchDone {
			/// The issuer.
			issuer: Territory,
			/// Names the batch.
			batch: H256,
			/// How many rows are done.
			done: u32,
			/// How many failed.
			failed: u32,
			/// Who proposed and confirmed it.
			by: Hands<T::AccountId>,
		},
		/// A batch was refused, or taken back.
		BatchRefused {
			/// The issuer.
			issuer: Territory,
			/// Names the batch.
			batch: H256,
			/// The number of the proposal.
			proposal: u32,
			/// The officer who proposed it.
			maker: T::AccountId,
			/// The officer who refused it.
			by: T::AccountId,
		},
		/// A type of certificate will succeed another: certificates of that one count as the
		/// successor's too from a day on, and new ones are the successor's only.
		SuccessionDecided {
			/// The administration.
			administration: Territory,
			/// The type that is succeeded.
			of: CertificateType,
			/// Its successor.
			by: CertificateType,
			/// From which day, the administration's local day.
			from: Date,
			/// blake2-256 of the act.
			document: H256,
		},
		/// A succession was taken back before its day.
		SuccessionWithdrawn {
			/// The administration.
			administration: Territory,
			/// The type that has no successor now.
			of: CertificateType,
			/// blake2-256 of the act.
			document: H256,
		},
		/// A holder has given or withdrawn its consent to sharing a certificate. Where benefits begin or
		/// end with it, an event in the same block says for whom.
		ConsentChanged {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// For which agreements.
			consent_for: ConsentFor,
			/// Whether it is given from now on.
			given: bool,
			/// Whether an officer said so, with the holder's paper.
			on_paper: bool,
			/// The holder's account, or that officer.
			by: T::AccountId,
			/// blake2-256 of the paper; the holder's account may have left it zero.
			document: H256,
		},
		/// The credentials that were issued of a certificate are void, and the certificate stays what it is.
		CredentialsVoided {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// Which edition of its credentials counts from now on.
			edition: u16,
			/// The officer.
			by: T::AccountId,
		},
	}

	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// The certificate's number is missing. Write it as on the certificate.
		NumberMissing,
		/// The certificate's number has more than 35 characters. Write it as on the certificate.
		NumberTooLong,
		/// A certificate's number has letters A–Z, digits, and `-`, `/` and `.` between them. Write it
		/// as on the certificate.
		NumberNotUnderstood,
		/// Numbers that begin with `APPLICATION-` are kept for applications, to which the chain gives
		/// them. Choose another number.
		NumberReserved,
		/// The date is not understood. Write year, month and day: 2026-12-31.
		DateNotUnderstood,
		/// The calendar has no such day. Correct it.
		DateNotReal,
		/// No role is named. Add one.
		RolesMissing,
		/// A certificate names at most eight roles. Remove some.
		TooManyRoles,
		/// The issuer has no certificate with this number. Compare it with the document.
		UnknownCertificate,
		/// The issuer has a certificate with this number already. Choose another number, or correct
		/// that one by `Rectify`.
		NumberTaken,
		/// The administration has no programme with this code. Correct the code, or have the own
		/// account make the programme with `certificates.setProgramme`.
		UnknownProgramme,
		/// The programme has no certificates of this type. Write a type's code as the programme
		/// does.
		UnknownType,
		/// A code is missing. Write it as the administration does.
		CodeMissing,
		/// A code has more than 16 characters. Write a shorter one.
		CodeTooLong,
		/// A code has a character that nobody sees. Write letters, digits and signs.
		CodeNotUnderstood,
		/// No type of certificate is named. Add one.
		TypesMissing,
		/// A type of certificate is named twice. Name each once.
		TypeTwice,
		/// More types of certificate are named than allowed. Name fewer, or make a second one.
		TooManyTypes,
		/// A programme requires the opinions of at most eight agencies. Name fewer.
		TooManyOpinions,
		/// An administration has at most sixteen offers at home. Leave some out.
		TooManyDomesticOffers,
		/// Neither imports nor exports are named. Add one.
		DirectionsMissing,
		/// An offer gives one benefit at least. Add one.
		BenefitsMissing,
		/// A certificate's validity and the time between its reviews are 1 to 1,200 months. Write as
		/// many, or leave them out.
		MonthsOutOfRange,
		/// A proposal can be confirmed for 1 to 365 days. Write as many.
		DecisionDaysOutOfRange,
		/// A programme names an agency twice. Name each once.
		AgencyTwice,
		/// Agencies give their opinions on applications. Require applications too, or no opinions.
		OpinionsNeedApplications,
		/// The day that follows from the programme's months lies beyond 2199. Write an earlier one.
		DayBeyondCalendar,
		/// There is no agreement with this number. Look at `aeo_sharing`, which names those under which
		/// the issuer has a leg left.
		UnknownAgreement,
		/// The last day lies later than the programme allows, or there is none. Write one within its
		/// months, or leave it out: it is the programme's then.
		LongerThanTheProgramme,
		/// The last day lies before the first. Exchange them.
		EndsBeforeItBegins,
		/// The document is missing (all zeros). Give its blake2-256.
		DocumentMissing,
		/// Another live certificate of the trader is of the same type and names one of the roles.
		/// Rectify that one instead.
		RoleAlreadyCertified,
		/// The trader has as many live certificates as allowed. End one first.
		TooManyCertificates,
		/// The certificate has as many status periods as allowed for what gives something. Issue a new
		/// one. What restricts always works.
		TooManyPeriods,
		/// The certificate is not authorised, or its days are over. Look at its state and its dates.
		CertificateNotLive,
		/// The end of the certificate is decided already. Wait for that day; an appeal overturns a
		/// revocation.
		EndDecidedAlready,
		/// It is no application that waits to be accepted. Look at its state.
		NoApplicationToAccept,
		/// The application is not accepted yet, or it is none. Accept it first.
		ApplicationNotAccepted,
		/// It is no open application. Look at its state.
		NoOpenApplication,
		/// An application of the trader for this type is open already. Decide on that one first.
		ApplicationOpenAlready,
		/// The programme certifies only who has applied. Enter an application first.
		ApplicationMissing,
		/// The application is another trader's, or for another type. Authorise what was applied for.
		ApplicationDiffers,
		/// An agency whose opinion the programme requires has given none on the present version of
		/// the application. Ask it to, with `applications.opine`; `applications.opinions` tells who
		/// has.
		OpinionMissing,
		/// The opinion of an agency is unfavourable. Refuse the application, or ask the agency to
		/// look again.
		OpinionUnfavourable,
		/// An earlier refusal or revocation bars the trader from this programme. Wait until the bar
		/// is over, or overturn that decision after an appeal.
		TraderBarred,
		/// The trader is closed, or merged into another. Use the TIN into which it was merged.
		TraderNotActive,
		/// Only an authorised certificate, in force or expired, can be renewed. Reinstate a
		/// suspended one first.
		CertificateNotRenewable,
		/// A renewal ends later than before. Write a later last day, or none.
		RenewalNotLonger,
		/// A rectification can't end a certificate, nor keep it from being in force today. Propose
		/// `Revoke`, which the holder can appeal against, or suspend it.
		RectificationWouldEndIt,
		/// The programme keeps no certificate in force until its renewal is decided. Renew it in time.
		ProgrammeKeepsNoneInForce,
		/// No renewal was asked for. Have the holder ask for it, or record it with the holder's
		/// paper.
		NoRenewalAsked,
		/// There is nothing that an appeal could overturn. Look at the certificate's state.
		NothingToOverturn,
		/// No appeal is pending. Have the holder make one, or record it with the holder's paper.
		NoAppealPending,
		/// The holder has asked for this already. Wait for the decision.
		HolderAskedAlready,
		/// The certificate is kept in force until the renewal is decided that was asked for. Leave that
		/// to a decision: `Renew` or `RefuseRenewal`; or ask to give the certificate back.
		RenewalKeepsItInForce,
		/// The holder has not asked for it. Have the holder ask, or record the holder's paper, with
		/// `applications.ask`; or decide on another ground.
		HolderHasNotAsked,
		/// The day has passed. Write today or a later day; a certificate that ended before is taken
		/// over with its dates.
		DayPassed,
		/// The day has not come. Write today or an earlier day.
		DayNotCome,
		/// The certificate's type lacks the half that is to be suspended or reinstated. Name the
		/// other half, or `Full`.
		TypeLacksThisHalf,
		/// All of it is suspended already, for as long. Name a later day or another half, or leave it.
		CertificateSuspendedAlready,
		/// Nothing of the certificate is suspended in this scope. Look at its state.
		CertificateNotSuspended,
		/// The trader has no live certificate. Name a certificate by its number.
		TraderHasNoLiveCertificate,
		/// No trader is registered with this TIN. Compare it with the document.
		UnknownTrader,
		/// It is so already. Look at what is recorded, and say what is to change.
		NothingWouldChange,
		/// As many proposals wait as allowed. Refuse one of them, or ask another officer to confirm
		/// them.
		TooManyProposals,
		/// Nothing waits under this number: it was never proposed, or was confirmed, refused,
		/// retracted or has lapsed. Look at `aeo_pendingDecisions`, and name the number of what
		/// waits.
		UnknownProposal,
		/// What waits has another number. Look up what waits in `aeo_pendingDecisions`, read it,
		/// and name its number.
		ProposalNumberDiffers,
		/// Who made the proposal is no officer with the scope for it any more. Propose it again.
		ProposingOfficerDismissed,
		/// The proposal was not confirmed in time, and has lapsed. Propose it again.
		ProposalLapsed,
		/// What it is about has changed since the proposal. Look at it, and propose again.
		ChangedSinceProposal,
		/// The officer who proposed a decision can't confirm it. Ask another officer.
		ConfirmingOfficerProposedIt,
		/// The account that signed the proposal can't sign the confirmation, through whatever it is
		/// nested in. Ask somebody else to sign.
		ConfirmingSignerSignedTheProposal,
		/// Four eyes need a signature to look at. Make the call in a signed transaction.
		NotASignedTransaction,
		/// There are no rows. Add one to the batch.
		RowsMissing,
		/// There are more rows than allowed. Make two batches of it.
		TooManyRows,
		/// The same batch waits already. Confirm or refuse it.
		SameBatchWaitsAlready,
		/// As many batches of the administration wait as allowed. Confirm or refuse one first.
		TooManyBatches,
		/// A certificate that is taken over needs one period at least. Add the present one.
		PeriodsMissing,
		/// A certificate is taken over with at most nine periods. Leave out the earliest.
		TooManyEarlierPeriods,
		/// The periods are not in order, each with a later first day than the one before, or one of
		/// them begins in the future. Put them in order, or correct their days.
		PeriodsNotInOrder,
		/// Another type has taken this one's place. Authorise a certificate of the successor, which
		/// `certificates.successions` names.
		TypeSucceeded,
		/// A type can't take its own place. Name another type as the successor.
		TypeSucceedsItself,
		/// A succession of this type is decided already. Take it back before its day with
		/// `certificates.withdrawSuccession`, or leave it.
		SuccessionDecidedAlready,
		/// One of the types stands at the other end of another succession. Name the last successor, or
		/// take that succession back before its day.
		SuccessionsChained,
		/// An administration has at most 64 successions. Take back one whose day has not begun.
		TooManySuccessions,
		/// No succession of this type is decided. Look at `certificates.successions`.
		UnknownSuccession,
		/// The succession's day has begun, and certificates count by it. Leave it.
		SuccessionBegun,
		/// The certificate is another trader's. Name one of your own.
		NotYourCertificate,
		/// No leg of this agreement asks for the holder's consent: it shares without. Name another
		/// agreement, or leave it.
		ConsentNotNeeded,
		/// The consent is given already, or is not given. Look at `aeo_sharing`, and say what is to change.
		ConsentUnchanged,
		/// Who speaks for a holder needs its paper, and the hash is missing (all zeros). Give the
		/// blake2-256 of the holder's paper.
		PaperMissing,
		/// A certificate has exceptions for at most sixteen agreements that go on. Use `All`, which takes
		/// the place of all of them.
		TooManyExceptions,
		/// The consent was withdrawn less than ten minutes ago. Give it again then: what was withdrawn stays
		/// so for that long.
		WithdrawnJustNow,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Creates or changes a programme; certificates that are issued are not touched, but whether
		/// they cover branches counts at once.
		///
		/// - `code`: the programme's, 1 to 16 characters.
		/// - `programme`: its types and settings; months are 1 to 1,200, `decision_days` 1 to 365.
		///
		/// Origin: own account.
		///
		/// Fails with [`Error::CodeMissing`], [`Error::CodeTooLong`], [`Error::CodeNotUnderstood`],
		/// [`Error::TypesMissing`], [`Error::TooManyTypes`], [`Error::TypeTwice`],
		/// [`Error::MonthsOutOfRange`], [`Error::DecisionDaysOutOfRange`],
		/// [`Error::TooManyOpinions`], [`Error::AgencyTwice`], [`Error::OpinionsNeedApplications`].
		///
		/// Emits [`Event::ProgrammeSet`].
		#[pallet::call_index(0)]
		pub fn set_programme(
			origin: OriginFor<T>,
			code: Written,
			programme: WrittenProgramme,
		) -> DispatchResult {
			let administration = T::Administrations::ensure_signed_own_account(origin)?;
			Self::do_set_programme(administration, &code, programme)
		}

		/// Sets what the administration gives to its own traders, instead of what it gave before.
		///
		/// - `offers`: at most sixteen; none: it gives nothing at home.
		///
		/// Origin: own account.
		///
		/// Fails with [`Error::TooManyDomesticOffers`], [`Error::TypesMissing`],
		/// [`Error::TooManyTypes`], [`Error::CodeMissing`], [`Error::CodeTooLong`],
		/// [`Error::CodeNotUnderstood`], [`Error::RolesMissing`], [`Error::DirectionsMissing`],
		/// [`Error::BenefitsMissing`].
		///
		/// Emits [`Event::DomesticOffersSet`].
		#[pallet::call_index(1)]
		pub fn set_domestic_offers(
			origin: OriginFor<T>,
			offers: Vec<WrittenOffer>,
		) -> DispatchResult {
			let administration = T::Administrations::ensure_signed_own_account(origin)?;
			Self::do_set_domestic_offers(administration, offers)
		}

		/// Proposes a decision about a certificate, or takes it at once where it needs no second
		/// officer: where the programme is set so, and where the holder's own account asked for it,
		/// which another officer has linked.
		///
		/// The proposal lapses after the programme's `decision_days`.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `decision`: what is decided; days are the issuer's local days, written `2026-12-31`,
		///   last days inclusive, and `document` is the blake2-256 of the decision.
		///
		/// Origin: officer with scope `Certification` of the issuer.
		///
		/// Fails with [`Error::NotASignedTransaction`], [`Error::NumberMissing`],
		/// [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`], [`Error::DateNotUnderstood`],
		/// [`Error::DateNotReal`], [`Error::CodeMissing`], [`Error::CodeTooLong`],
		/// [`Error::CodeNotUnderstood`], [`Error::RolesMissing`], [`Error::TooManyRoles`],
		/// [`Error::DocumentMissing`], [`Error::UnknownCertificate`], [`Error::UnknownProgramme`],
		/// [`Error::DayBeyondCalendar`], [`Error::TooManyPeriods`], [`Error::TooManyProposals`]; to
		/// authorise with [`Error::NumberReserved`], [`Error::NumberTaken`],
		/// [`Error::UnknownType`], [`Error::TypeSucceeded`], [`Error::ApplicationMissing`],
		/// [`Error::ApplicationNotAccepted`], [`Error::ApplicationDiffers`],
		/// [`Error::OpinionMissing`], [`Error::OpinionUnfavourable`], or as the traders' register
		/// says of the TIN; to authorise, rectify or renew with [`Error::EndsBeforeItBegins`],
		/// [`Error::DayPassed`], [`Error::LongerThanTheProgramme`], [`Error::TraderBarred`],
		/// [`Error::RoleAlreadyCertified`], [`Error::TooManyCertificates`],
		/// [`Error::UnknownTrader`], [`Error::TraderNotActive`]; to rectify with
		/// [`Error::CertificateNotLive`], [`Error::NothingWouldChange`],
		/// [`Error::RectificationWouldEndIt`]; about a renewal with
		/// [`Error::CertificateNotRenewable`], [`Error::RenewalNotLonger`],
		/// [`Error::NoRenewalAsked`]; to keep in force as to renew, and with
		/// [`Error::CertificateNotLive`], [`Error::ProgrammeKeepsNoneInForce`],
		/// [`Error::NothingWouldChange`]; about an application with [`Error::NoOpenApplication`],
		/// [`Error::ApplicationNotAccepted`], [`Error::DayPassed`]; to end one with
		/// [`Error::CertificateNotLive`], [`Error::EndDecidedAlready`], [`Error::DayPassed`]; to
		/// overturn with [`Error::NoAppealPending`], [`Error::NothingToOverturn`],
		/// [`Error::DayNotCome`], [`Error::ApplicationOpenAlready`],
		/// [`Error::RoleAlreadyCertified`], [`Error::TooManyCertificates`].
		///
		/// Emits [`Event::DecisionProposed`], with the number of the proposal, or
		/// [`Event::CertificateChanged`], with [`Event::AppealLapsed`] where it leaves nothing to
		/// overturn.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::propose().saturating_add(T::OnStandingChange::max_weight(1)))]
		pub fn propose(
			origin: OriginFor<T>,
			number: Written,
			decision: WrittenDecision,
		) -> DispatchResultWithPostInfo {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			let number = Self::number(&number)?;
			let decision = Self::decision(decision)?;
			Ok(Some(Self::do_propose(issuer, officer, number, decision)?).into())
		}

		/// Confirms the decision that waits under this number about a certificate, which takes it.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `proposal`: the number that [`Event::DecisionProposed`] tells, counted from 1.
		///
		/// Origin: officer with scope `Certification` of the issuer, neither the one who proposed
		/// it nor in a transaction that the same account signed.
		///
		/// Fails with [`Error::NotASignedTransaction`], [`Error::NumberMissing`],
		/// [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`], [`Error::UnknownProposal`],
		/// [`Error::ProposalNumberDiffers`], [`Error::ProposalLapsed`],
		/// [`Error::ConfirmingOfficerProposedIt`], [`Error::ConfirmingSignerSignedTheProposal`],
		/// [`Error::ProposingOfficerDismissed`], [`Error::ChangedSinceProposal`], and as `propose`
		/// does where the decision can't be taken any more.
		///
		/// Emits [`Event::CertificateChanged`], with [`Event::AppealLapsed`] where it leaves
		/// nothing to overturn.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::confirm().saturating_add(T::OnStandingChange::max_weight(1)))]
		pub fn confirm(
			origin: OriginFor<T>,
			number: Written,
			proposal: u32,
		) -> DispatchResultWithPostInfo {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			let number = Self::number(&number)?;
			Ok(Some(Self::do_confirm(issuer, officer, number, proposal)?).into())
		}

		/// Refuses the decision that waits under this number about a certificate, or takes it back.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `proposal`: the number that [`Event::DecisionProposed`] tells, counted from 1.
		///
		/// Origin: officer with scope `Certification` of the issuer.
		///
		/// Fails with [`Error::NotASignedTransaction`], [`Error::NumberMissing`],
		/// [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`], [`Error::UnknownProposal`],
		/// [`Error::ProposalNumberDiffers`].
		///
		/// Emits [`Event::DecisionRefused`].
		#[pallet::call_index(4)]
		pub fn refuse(origin: OriginFor<T>, number: Written, proposal: u32) -> DispatchResult {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			Self::do_refuse(issuer, officer, Self::number(&number)?, proposal)
		}

		/// Proposes a batch: certificates that exist already (T0), or traders to certify (T3); or
		/// carries it out at once where none of the programmes asks for a second officer, and no row
		/// brings a document for a number that fails its check.
		///
		/// What would fail is told at once, row by row; a row that can't be read fails too. Nothing
		/// is proposed where all would fail, and with [`BatchMode::AllOrNothing`] where one would.
		///
		/// - `rows`: the certificates; days are the issuer's local days, written `2026-12-31`, last
		///   days inclusive.
		/// - `mode`: whether the other rows go on where one fails.
		///
		/// Origin: officer with scope `Certification` of the issuer.
		///
		/// Fails with [`Error::NotASignedTransaction`], [`Error::RowsMissing`],
		/// [`Error::TooManyRows`], [`Error::SameBatchWaitsAlready`], [`Error::TooManyBatches`]. A
		/// row fails as `propose` does to authorise; to take over also with
		/// [`Error::PeriodsMissing`], [`Error::TooManyEarlierPeriods`],
		/// [`Error::PeriodsNotInOrder`], [`Error::TypeLacksThisHalf`].
		///
		/// Emits [`Event::RowFailed`] for each row that fails, and then [`Event::BatchProposed`] or
		/// [`Event::BatchDone`]; where it is carried out, [`Event::CertificateChanged`] for each
		/// other row.
		#[pallet::call_index(5)]
		#[pallet::weight(Pallet::<T>::proposed_weight(rows))]
		pub fn propose_batch(
			origin: OriginFor<T>,
			rows: WrittenRows,
			mode: BatchMode,
		) -> DispatchResultWithPostInfo {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			Ok(Some(Self::do_propose_batch(issuer, officer, rows, mode)?).into())
		}

		/// Confirms a batch, which does what it says.
		///
		/// - `batch`: the hash that [`Event::BatchProposed`] tells.
		/// - `proposal`: the number that it tells, counted from 1.
		///
		/// Origin: officer with scope `Certification` of the issuer, neither the one who proposed
		/// it nor in a transaction that the same account signed.
		///
		/// Fails with [`Error::NotASignedTransaction`], [`Error::UnknownProposal`],
		/// [`Error::ProposalNumberDiffers`], [`Error::ProposalLapsed`],
		/// [`Error::ConfirmingOfficerProposedIt`], [`Error::ConfirmingSignerSignedTheProposal`],
		/// [`Error::ProposingOfficerDismissed`].
		///
		/// Emits [`Event::CertificateChanged`] or [`Event::RowFailed`] for each row, and
		/// [`Event::BatchDone`].
		#[pallet::call_index(6)]
		#[pallet::weight(Pallet::<T>::largest_batch_weight())]
		pub fn confirm_batch(
			origin: OriginFor<T>,
			batch: H256,
			proposal: u32,
		) -> DispatchResultWithPostInfo {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			Ok(Some(Self::do_confirm_batch(issuer, officer, batch, proposal)?).into())
		}

		/// Refuses a batch, or takes it back.
		///
		/// - `batch`: the hash that [`Event::BatchProposed`] tells.
		/// - `proposal`: the number that it tells, counted from 1.
		///
		/// Origin: officer with scope `Certification` of the issuer.
		///
		/// Fails with [`Error::NotASignedTransaction`], [`Error::UnknownProposal`],
		/// [`Error::ProposalNumberDiffers`].
		///
		/// Emits [`Event::BatchRefused`].
		#[pallet::call_index(7)]
		pub fn refuse_batch(origin: OriginFor<T>, batch: H256, proposal: u32) -> DispatchResult {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			Self::do_refuse_batch(issuer, officer, batch, proposal)
		}

		/// Begins or ends a review (T11). The certificate stays what it is.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `review`: whether one begins, or how it ended.
		/// - `document`: blake2-256 of the order or the report.
		///
		/// Origin: officer with scope `Certification` or `Risk` of the issuer.
		///
		/// Fails with [`Error::DocumentMissing`], [`Error::NumberMissing`],
		/// [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`], [`Error::UnknownCertificate`],
		/// [`Error::CertificateNotLive`], [`Error::NothingWouldChange`],
		/// [`Error::UnknownProgramme`], [`Error::DayBeyondCalendar`].
		///
		/// Emits [`Event::ReviewSet`].
		#[pallet::call_index(15)]
		pub fn set_review(
			origin: OriginFor<T>,
			number: Written,
			review: Review,
			document: H256,
		) -> DispatchResult {
			let (issuer, by) = Self::ensure_reviewing(origin)?;
			Self::do_set_review(issuer, by, &number, review, document)
		}

		/// Decides that a type of certificate succeeds another from a day on. Certificates of that one
		/// are not converted: they count where the successor's do, and where partners or the own offers
		/// name the old type as before. From that day on only the successor is authorised; renewals and
		/// everything else of certificates that there are go on.
		///
		/// - `of`: the type that is succeeded, of one of the own programmes.
		/// - `by`: its successor, of one of them too. Several types can have one successor.
		/// - `from`: the first day, the own local day, written `2026-12-31`; today or later.
		/// - `document`: blake2-256 of the act.
		///
		/// Origin: own account.
		///
		/// Fails with [`Error::DocumentMissing`], [`Error::CodeMissing`], [`Error::CodeTooLong`],
		/// [`Error::CodeNotUnderstood`], [`Error::UnknownProgramme`], [`Error::UnknownType`],
		/// [`Error::DateNotUnderstood`], [`Error::DateNotReal`], [`Error::DayPassed`],
		/// [`Error::TypeSucceedsItself`], [`Error::SuccessionDecidedAlready`],
		/// [`Error::SuccessionsChained`], [`Error::TooManySuccessions`].
		///
		/// Emits [`Event::SuccessionDecided`].
		#[pallet::call_index(16)]
		pub fn succeed_type(
			origin: OriginFor<T>,
			of: WrittenType,
			by: WrittenType,
			from: Written,
			document: H256,
		) -> DispatchResult {
			let administration = T::Administrations::ensure_signed_own_account(origin)?;
			Self::do_succeed_type(administration, of, by, &from, document)
		}

		/// Takes a succession back before its day.
		///
		/// - `of`: the type that is to have no successor.
		/// - `document`: blake2-256 of the act.
		///
		/// Origin: own account.
		///
		/// Fails with [`Error::DocumentMissing`], [`Error::CodeMissing`], [`Error::CodeTooLong`],
		/// [`Error::CodeNotUnderstood`], [`Error::UnknownSuccession`], [`Error::SuccessionBegun`].
		///
		/// Emits [`Event::SuccessionWithdrawn`].
		#[pallet::call_index(17)]
		pub fn withdraw_succession(
			origin: OriginFor<T>,
			of: WrittenType,
			document: H256,
		) -> DispatchResult {
			let administration = T::Administrations::ensure_signed_own_account(origin)?;
			Self::do_withdraw_succession(administration, of, document)
		}

		/// Gives the holder's consent to sharing a certificate, and what is known of its trader, with the
		/// parties of an agreement, or of all. It counts in this block: benefits that need it begin.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `consent_for`: one agreement, by its number; or all, those to come too, which takes the
		///   place of what was said of single ones.
		/// - `document`: blake2-256 of the holder's paper; the holder's own account may leave it zero.
		///
		/// Origin: the holder's account, also in a quarantine of its administration, or an officer with
		/// scope `Disclosure` of the issuer with the holder's paper.
		///
		/// Fails with [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::UnknownTrader`], [`Error::UnknownCertificate`],
		/// [`Error::NotYourCertificate`], [`Error::PaperMissing`], [`Error::UnknownAgreement`],
		/// [`Error::ConsentNotNeeded`], [`Error::ConsentUnchanged`], [`Error::TooManyExceptions`],
		/// [`Error::WithdrawnJustNow`].
		///
		/// Emits [`Event::ConsentChanged`].
		#[pallet::call_index(22)]
		#[pallet::weight(T::WeightInfo::give_consent().saturating_add(T::OnStandingChange::max_weight(1)))]
		pub fn give_consent(
			origin: OriginFor<T>,
			number: Written,
			consent_for: ConsentFor,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let consenting = Self::ensure_consenting(origin, &number, document)?;
			let told = Self::do_give_consent(consenting, consent_for)?;
			Ok(Some(T::WeightInfo::give_consent().saturating_add(told)).into())
		}

		/// Withdraws the holder's consent to sharing a certificate with the parties of an agreement, or
		/// of all. It counts in this block: benefits that need it end, and no list of data that was made
		/// before is accepted any more. What was read stays read.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `consent_for`: one agreement, by its number; or all, those to come too, which takes the
		///   place of what was said of single ones.
		/// - `document`: blake2-256 of the holder's paper; the holder's own account may leave it zero.
		///
		/// Origin: the holder's account, also in a quarantine of its administration, or an officer with
		/// scope `Disclosure` of the issuer with the holder's paper.
		///
		/// Fails with [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::UnknownTrader`], [`Error::UnknownCertificate`],
		/// [`Error::NotYourCertificate`], [`Error::PaperMissing`], [`Error::UnknownAgreement`],
		/// [`Error::ConsentNotNeeded`], [`Error::ConsentUnchanged`], [`Error::TooManyExceptions`].
		///
		/// Emits [`Event::ConsentChanged`].
		#[pallet::call_index(23)]
		#[pallet::weight(
			T::WeightInfo::withdraw_consent().saturating_add(T::OnStandingChange::max_weight(1))
		)]
		pub fn withdraw_consent(
			origin: OriginFor<T>,
			number: Written,
			consent_for: ConsentFor,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let consenting = Self::ensure_consenting(origin, &number, document)?;
			let told = Self::do_withdraw_consent(consenting, consent_for)?;
			Ok(Some(T::WeightInfo::withdraw_consent().saturating_add(told)).into())
		}

		/// Makes the credentials of a certificate void, and leaves the certificate what it is: the holder's key
		/// was lost, or one was issued in error. Credentials that are issued after it count.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		///
		/// Origin: officer with scope `Certification` of the issuer.
		///
		/// Fails with [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::UnknownCertificate`],
		/// [`Error::CertificateNotLive`].
		///
		/// Emits [`Event::CredentialsVoided`].
		#[pallet::call_index(24)]
		pub fn void_credentials(origin: OriginFor<T>, number: Written) -> DispatchResult {
			let (issuer, by) =
				T::Administrations::ensure_signed_officer(origin, Scope::Certification)?;
			Self::do_void_credentials(issuer, by, &number)
		}
	}
}
