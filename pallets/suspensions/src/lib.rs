//! # Suspensions
//!
//! Stops the benefits of a certificate in the block of the decision, for everybody or for one
//! grantor, and lets partners acknowledge what they were told.
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
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

mod calls;
pub mod migrations;
mod queries;
mod roles;
mod rules;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
mod types;
pub mod weights;

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
		AdministrationLookup, CertificateLookup, CertificateNumber, CertificateSuspension, Date,
		Ground, Hands, Moment, Officers, OnStandingChange, OuterSigner, RegisterLookup, Scope,
		Subject, SuspensionEnd, SuspensionScope, Territory, Written, WrittenSuspensionEnd,
	};
	use aeo_support::signers::Signers;
	use frame_support::{pallet_prelude::*, traits::UnixTime};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the runtime gives to the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256, RuntimeEvent: From<Event<Self>>> {
		/// Who acts for an administration, and where its clocks stand.
		type Administrations: Officers<Self::AccountId, Error: Into<DispatchError>>
			+ AdministrationLookup;
		/// Tells who signed the extrinsic under way: four eyes are two signers.
		type OuterSigner: OuterSigner<Self::AccountId>;
		/// The certificates, which this pallet suspends and reinstates.
		type Certificates: CertificateSuspension<Self::AccountId, Error: Into<DispatchError>>
			+ CertificateLookup
			+ RegisterLookup;
		/// Who hears of each suspension and reinstatement in its block.
		type OnStandingChange: OnStandingChange;
		/// The clock of the chain, in milliseconds.
		type Time: UnixTime;
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

	/// The reinstatements that wait for a second officer, by issuer and number of the certificate.
	/// Twox64: a territory can't be chosen; Blake2: a number can.
	#[pallet::storage]
	pub type Proposals<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Blake2_128Concat,
		CertificateNumber,
		Waiting<T::AccountId>,
	>;

	/// How many reinstatements an issuer has proposed; the number of the last one.
	#[pallet::storage]
	pub type ProposalCount<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;

	/// The suspensions of recognition, by grantor and foreign certificate. Twox64 and Blake2: as
	/// above.
	#[pallet::storage]
	pub type RecognitionSuspensions<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Blake2_128Concat,
		ForeignCertificate,
		RecognitionSuspension<T::AccountId>,
	>;

	/// The grantors that have suspended their recognition of a certificate, by issuer and number:
	/// whoever tells of a change reads one value. Twox64 and Blake2: as above.
	#[pallet::storage]
	pub type Unrecognising<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Blake2_128Concat,
		CertificateNumber,
		Grantors,
		ValueQuery,
	>;

	/// The last version of a foreign certificate that a partner has acknowledged, by partner and
	/// certificate. Twox64 and Blake2: as above.
	#[pallet::storage]
	pub type Acknowledgements<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Blake2_128Concat,
		ForeignCertificate,
		Acknowledgement<BlockNumberFor<T>>,
	>;

	/// Up to where in the two lists of an issuer a partner has acknowledged everything, by partner and
	/// issuer. Both only rise. Twox64: neither can be chosen.
	#[pallet::storage]
	pub type AcknowledgedThrough<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Twox64Concat,
		Territory,
		Watermarks,
		ValueQuery,
	>;

	/// The irregularities that an issuer was told of, by issuer and number of the report, from 0.
	/// Twox64: neither can be chosen.
	#[pallet::storage]
	pub type Irregularities<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, u32, Irregularity<T::AccountId>>;

	/// How many reports an issuer has received; the number of its next one.
	#[pallet::storage]
	pub type IrregularityCount<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;

	/// The reports that a grantor has sent, from 0: the issuer, and the report's number there.
	/// Twox64: neither can be chosen.
	#[pallet::storage]
	pub type ReportedIrregularities<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, u32, (Territory, u32)>;

	/// How many reports a grantor has sent.
	#[pallet::storage]
	pub type ReportedCount<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;

	/// What was decided. How a certificate stands afterwards, with the ground and the document, is
	/// told by the certificates themselves, in the event just before.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Certificates were suspended, or more of them than before.
		Suspended {
			/// The administration that issued them.
			issuer: Territory,
			/// Their numbers.
			numbers: Numbers,
			/// What was ordered; what was suspended before stays so.
			scope: SuspensionScope,
			/// The end that was ordered.
			end: SuspensionEnd,
			/// The officer.
			by: T::AccountId,
		},
		/// One of a trader's certificates could not be suspended as the others.
		LeftAlone {
			/// The administration that issued it.
			issuer: Territory,
			/// Its number.
			number: CertificateNumber,
			/// Why.
			error: DispatchError,
		},
		/// A reinstatement waits for a second officer.
		ReinstatementProposed {
			/// The administration that issued the certificate.
			issuer: Territory,
			/// Its number.
			number: CertificateNumber,
			/// The number of the proposal, which its confirmation names.
			proposal: u32,
			/// What is to be reinstated.
			scope: SuspensionScope,
			/// The officer.
			by: T::AccountId,
			/// Why.
			ground: Ground,
			/// blake2-256 of the decision.
			document: H256,
			/// The last moment at which it can be confirmed.
			expires: Moment,
		},
		/// A proposed reinstatement was refused or taken back.
		ReinstatementRefused {
			/// The administration that issued the certificate.
			issuer: Territory,
			/// Its number.
			number: CertificateNumber,
			/// The number of the proposal.
			proposal: u32,
			/// The officer who proposed it.
			maker: T::AccountId,
			/// The officer who refused it.
			by: T::AccountId,
		},
		/// A certificate, or one half of it, was reinstated.
		Reinstated {
			/// The administration that issued it.
			issuer: Territory,
			/// Its number.
			number: CertificateNumber,
			/// What was reinstated.
			scope: SuspensionScope,
			/// Who decided: maker and checker.
			by: Hands<T::AccountId>,
		},
		/// A grantor stopped its own benefits for one foreign certificate, or changed the review
		/// date and the decision.
		RecognitionSuspended {
			/// The grantor.
			grantor: Territory,
			/// The administration that issued the certificate.
			issuer: Territory,
			/// Its number.
			number: CertificateNumber,
			/// When the suspension began.
			since: Moment,
			/// The day on which its review is due.
			review_on: Date,
			/// The officer.
			by: T::AccountId,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// A grantor recognises a foreign certificate again.
		RecognitionRestored {
			/// The grantor.
			grantor: Territory,
			/// The administration that issued the certificate.
			issuer: Territory,
			/// Its number.
			number: CertificateNumber,
			/// The officer.
			by: T::AccountId,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// A partner has taken a version of a foreign certificate into its risk engine.
		Acknowledged {
			/// The partner.
			grantor: Territory,
			/// The administration that issued the certificate.
			issuer: Territory,
			/// Its number.
			number: CertificateNumber,
			/// The version.
			version: u32,
			/// The officer.
			by: T::AccountId,
		},
		/// A partner has taken everything that an issuer told up to two places into its risk engine.
		AcknowledgedThrough {
			/// The partner.
			grantor: Territory,
			/// The administration that told.
			issuer: Territory,
			/// Up to where it had acknowledged before.
			before: Watermarks,
			/// Up to where it has now.
			after: Watermarks,
			/// The officer.
			by: T::AccountId,
		},
		/// A grantor reported to an issuer what is wrong with one of its certificates.
		IrregularityReported {
			/// The administration that issued the certificate.
			issuer: Territory,
			/// The number of the report among those that the issuer has received.
			report: u32,
			/// The grantor.
			grantor: Territory,
			/// The number of the certificate.
			number: CertificateNumber,
			/// Its version.
			version: u32,
			/// The grantor's officer.
			by: T::AccountId,
			/// blake2-256 of the report.
			document: H256,
		},
		/// An issuer answered a report.
		IrregularityAnswered {
			/// The issuer.
			issuer: Territory,
			/// The number of the report.
			report: u32,
			/// The grantor that reported.
			grantor: Territory,
			/// The number of the certificate.
			number: CertificateNumber,
			/// The issuer's officer.
			by: T::AccountId,
			/// blake2-256 of the answer.
			document: H256,
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
		/// The TIN is missing. Write territory and number: MXNWM9709244W4.
		TinMissing,
		/// The TIN is not understood. Write territory and number, MXNWM9709244W4; `aeo_tinCheck` says
		/// what is wrong with it.
		TinNotUnderstood,
		/// The date is not understood. Write year, month and day: 2026-12-31.
		DateNotUnderstood,
		/// The calendar has no such day. Correct it.
		DateNotReal,
		/// The day has passed. Write today or a later day; a suspension may also have no end.
		DayPassed,
		/// The document is missing (all zeros). Give the blake2-256 of the decision.
		DocumentMissing,
		/// The holder has not asked for it. Give another ground; or first record the holder's paper
		/// with `applications.ask`.
		HolderHasNotAsked,
		/// A reinstatement of the certificate waits to be confirmed. Confirm it, or refuse it first.
		ReinstatementProposedAlready,
		/// Nothing waits under this number: it was never proposed, or was confirmed, refused,
		/// retracted or has lapsed. Look at the certificate's state, or propose it.
		UnknownProposal,
		/// What waits has another number. Look it up in `suspensions.proposals`, read it, and name
		/// its number.
		ProposalNumberDiffers,
		/// Who made the proposal is no officer with the scope for it any more. Refuse it, and
		/// propose it again.
		ProposingOfficerDismissed,
		/// The proposal was not confirmed in time, and has lapsed. Propose the reinstatement again.
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
		/// What your own administration issues can't be recognised, reported or acknowledged by
		/// itself. Name another issuer; suspend your own certificates with `suspensions.suspend`.
		OwnCertificate,
		/// The issuer has no certificate with this number. Compare both with the certificate.
		UnknownCertificate,
		/// Your administration has not suspended its recognition of the certificate. Look in
		/// `suspensions.recognitionSuspensions`.
		RecognitionNotSuspended,
		/// The version is missing: versions count from 1. Name the one that you have read.
		VersionMissing,
		/// The certificate has not reached this version. Name the one that you have read.
		VersionNotReached,
		/// Your administration has acknowledged this version, or a later one, already. Ask
		/// `aeo_unacknowledged` what is left.
		VersionAcknowledgedAlready,
		/// Your administration has acknowledged more than that already, and can't go back. Give no
		/// smaller numbers than `suspensions.acknowledgedThrough` shows.
		AcknowledgedFurtherAlready,
		/// The issuer has not told so much yet. Give the numbers under `through` in the answer of
		/// `aeo_unacknowledged` that you have read.
		BeyondWhatWasTold,
		/// It is so already. Ask `aeo_unacknowledged` what is left, and give the numbers under
		/// `through`.
		NothingWouldChange,
		/// Your administration has received no report with this number. Look in
		/// `suspensions.irregularities`.
		UnknownReport,
		/// The report is answered, and an answer stands. Give further news to the grantor by another
		/// way.
		ReportAnsweredAlready,
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
		/// Suspends a certificate of one's own, or all live ones of one's own trader; benefits stop
		/// in this block.
		///
		/// By TIN, what can't be suspended so is left alone and named in [`Event::LeftAlone`], as
		/// long as something is suspended.
		///
		/// - `subject`: the certificate by its number, or the trader by its TIN.
		/// - `scope`: what is suspended of it: all, or one half.
		/// - `end`: the last day, inclusive, the issuer's local day, written `2026-12-31`; or none.
		/// - `ground`: why.
		/// - `document`: blake2-256 of the decision.
		///
		/// Origin: one officer with scope `Suspension` of the issuer.
		///
		/// Fails with [`Error::DocumentMissing`], [`Error::NumberMissing`],
		/// [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`], [`Error::TinMissing`],
		/// [`Error::TinNotUnderstood`], [`Error::DateNotUnderstood`], [`Error::DateNotReal`],
		/// [`Error::DayPassed`], or as the certificates say; what it has not weighed is given back
		/// then too.
		///
		/// Emits [`Event::Suspended`] and, for each that is left alone, [`Event::LeftAlone`].
		#[pallet::call_index(0)]
		#[pallet::weight((Pallet::<T>::suspending_most(subject), DispatchClass::Operational))]
		pub fn suspend(
			origin: OriginFor<T>,
			subject: Subject,
			scope: SuspensionScope,
			end: WrittenSuspensionEnd,
			ground: Ground,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let (issuer, officer) = Self::ensure_suspending(origin)?;
			Self::do_suspend(issuer, officer, subject, scope, &end, ground, document)
		}

		/// Proposes to reinstate a suspended certificate, or one half of it; where its programme
		/// asks for no four eyes, reinstates it at once.
		///
		/// The proposal lapses after the programme's `decision_days`.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `scope`: what is reinstated of it: all, or one half.
		/// - `ground`: why; `HoldersRequest` only where the holder has asked for it with
		///   `applications.ask`.
		/// - `document`: blake2-256 of the decision.
		///
		/// Origin: officer with scope `Suspension` of the issuer.
		///
		/// Fails with [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::DocumentMissing`],
		/// [`Error::HolderHasNotAsked`], [`Error::NotASignedTransaction`],
		/// [`Error::ReinstatementProposedAlready`], or as the certificates say.
		///
		/// Emits [`Event::ReinstatementProposed`], with the number of the proposal, or
		/// [`Event::Reinstated`].
		#[pallet::call_index(1)]
		#[pallet::weight(Pallet::<T>::reinstating_most(T::WeightInfo::propose_reinstatement()))]
		pub fn propose_reinstatement(
			origin: OriginFor<T>,
			number: Written,
			scope: SuspensionScope,
			ground: Ground,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let (issuer, officer) = Self::ensure_suspending(origin)?;
			let reinstatement = Reinstatement {
				scope,
				ground,
				document,
			};
			Self::do_propose_reinstatement(issuer, officer, &number, reinstatement)
		}

		/// Confirms the proposed reinstatement of a certificate.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `proposal`: the number that the event of the proposal and [`Proposals`] show.
		///
		/// Origin: another officer with scope `Suspension` of the issuer, in an extrinsic that
		/// somebody else signed.
		///
		/// Fails with [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::NotASignedTransaction`],
		/// [`Error::UnknownProposal`], [`Error::ProposalNumberDiffers`], [`Error::ProposalLapsed`],
		/// [`Error::ConfirmingOfficerProposedIt`], [`Error::ConfirmingSignerSignedTheProposal`],
		/// [`Error::ProposingOfficerDismissed`], [`Error::ChangedSinceProposal`], or as the
		/// certificates say.
		///
		/// Emits [`Event::Reinstated`].
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::reinstating_most(T::WeightInfo::confirm_reinstatement()))]
		pub fn confirm_reinstatement(
			origin: OriginFor<T>,
			number: Written,
			proposal: u32,
		) -> DispatchResultWithPostInfo {
			let (issuer, officer) = Self::ensure_suspending(origin)?;
			Self::do_confirm_reinstatement(issuer, officer, &number, proposal)
		}

		/// Refuses the proposed reinstatement of a certificate, or takes it back.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `proposal`: the number that the event of the proposal and [`Proposals`] show.
		///
		/// Origin: officer with scope `Suspension` of the issuer, the one who proposed it too.
		///
		/// Fails with [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::UnknownProposal`],
		/// [`Error::ProposalNumberDiffers`].
		///
		/// Emits [`Event::ReinstatementRefused`].
		#[pallet::call_index(3)]
		pub fn refuse_reinstatement(
			origin: OriginFor<T>,
			number: Written,
			proposal: u32,
		) -> DispatchResult {
			let (issuer, officer) =
				T::Administrations::ensure_signed_officer(origin, Scope::Suspension)?;
			Self::do_refuse_reinstatement(issuer, officer, Self::number(&number)?, proposal)
		}

		/// Suspends one's own recognition of a foreign certificate, or gives that a new review date
		/// and decision.
		///
		/// The certificate is not changed, and other grantors go on. The suspension lasts until it
		/// is restored.
		///
		/// - `issuer`: the administration that issued the certificate.
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `review_on`: the day on which a review is due, the grantor's local day, written
		///   `2026-12-31`.
		/// - `document`: blake2-256 of the decision.
		///
		/// Origin: officer with scope `Risk` of the grantor.
		///
		/// Fails with [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::DateNotUnderstood`], [`Error::DateNotReal`],
		/// [`Error::DocumentMissing`], [`Error::OwnCertificate`], [`Error::UnknownCertificate`],
		/// [`Error::DayPassed`].
		///
		/// Emits [`Event::RecognitionSuspended`].
		#[pallet::call_index(4)]
		pub fn suspend_recognition(
			origin: OriginFor<T>,
			issuer: Territory,
			number: Written,
			review_on: Written,
			document: H256,
		) -> DispatchResult {
			let partner = Self::ensure_partner(origin, Scope::Risk, issuer, &number)?;
			Self::do_suspend_recognition(partner, Self::day(review_on)?, document)
		}

		/// Restores one's own recognition of a foreign certificate.
		///
		/// - `issuer`: the administration that issued the certificate.
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `document`: blake2-256 of the decision.
		///
		/// Origin: officer with scope `Risk` of the grantor.
		///
		/// Fails with [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::DocumentMissing`],
		/// [`Error::RecognitionNotSuspended`].
		///
		/// Emits [`Event::RecognitionRestored`].
		#[pallet::call_index(5)]
		pub fn restore_recognition(
			origin: OriginFor<T>,
			issuer: Territory,
			number: Written,
			document: H256,
		) -> DispatchResult {
			let partner = Self::ensure_partner(origin, Scope::Risk, issuer, &number)?;
			Self::do_restore_recognition(partner, document)
		}

		/// Acknowledges that a version of a foreign certificate was taken into one's risk engine.
		///
		/// - `issuer`: the administration that issued the certificate.
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `version`: the version that was read; versions count from 1.
		///
		/// Origin: officer with scope `Clearance` of a partner.
		///
		/// Fails with [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::VersionMissing`], [`Error::OwnCertificate`],
		/// [`Error::UnknownCertificate`], [`Error::VersionNotReached`],
		/// [`Error::VersionAcknowledgedAlready`].
		///
		/// Emits [`Event::Acknowledged`].
		#[pallet::call_index(6)]
		pub fn acknowledge(
			origin: OriginFor<T>,
			issuer: Territory,
			number: Written,
			version: u32,
		) -> DispatchResult {
			let partner = Self::ensure_partner(origin, Scope::Clearance, issuer, &number)?;
			Self::do_acknowledge(partner, version)
		}

		/// Reports to the issuer of a foreign certificate what is wrong with it; nothing else
		/// changes.
		///
		/// - `issuer`: the administration that issued the certificate.
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `document`: blake2-256 of the report.
		///
		/// Origin: officer with scope `Risk` of the grantor.
		///
		/// Fails with [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::DocumentMissing`], [`Error::OwnCertificate`],
		/// [`Error::UnknownCertificate`].
		///
		/// Emits [`Event::IrregularityReported`].
		#[pallet::call_index(7)]
		pub fn report_irregularity(
			origin: OriginFor<T>,
			issuer: Territory,
			number: Written,
			document: H256,
		) -> DispatchResult {
			let partner = Self::ensure_partner(origin, Scope::Risk, issuer, &number)?;
			Self::do_report_irregularity(partner, document)
		}

		/// Answers a report that one's administration has received; a report is answered once.
		///
		/// - `report`: its number, which its event shows.
		/// - `document`: blake2-256 of the answer.
		///
		/// Origin: officer with scope `Risk` of the issuer.
		///
		/// Fails with [`Error::DocumentMissing`], [`Error::UnknownReport`],
		/// [`Error::ReportAnsweredAlready`].
		///
		/// Emits [`Event::IrregularityAnswered`].
		#[pallet::call_index(8)]
		pub fn answer_irregularity(
			origin: OriginFor<T>,
			report: u32,
			document: H256,
		) -> DispatchResult {
			let (issuer, officer) = T::Administrations::ensure_signed_officer(origin, Scope::Risk)?;
			Self::do_answer_irregularity(issuer, officer, report, document)
		}

		/// Acknowledges everything that an issuer has told up to two places: all its certificates
		/// together, in one call.
		///
		/// `aeo_unacknowledged` gives both places with each page, under `through`. Neither goes
		/// back, and at least one rises.
		///
		/// - `issuer`: the administration that told.
		/// - `changes`: how many of the issuer's changes, from its first one on, were taken into
		///   one's risk engine.
		/// - `ordinals`: how many of the issuer's certificates, from its first one on.
		///
		/// Origin: officer with scope `Clearance` of a partner.
		///
		/// Fails with [`Error::OwnCertificate`], [`Error::AcknowledgedFurtherAlready`],
		/// [`Error::NothingWouldChange`], [`Error::BeyondWhatWasTold`].
		///
		/// Emits [`Event::AcknowledgedThrough`].
		#[pallet::call_index(9)]
		pub fn acknowledge_through(
			origin: OriginFor<T>,
			issuer: Territory,
			changes: u32,
			ordinals: u32,
		) -> DispatchResult {
			let (grantor, officer) =
				T::Administrations::ensure_signed_officer(origin, Scope::Clearance)?;
			let through = Watermarks { changes, ordinals };
			Self::do_acknowledge_through(grantor, officer, issuer, through)
		}
	}
}
