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

use frame_support::pallet_macros::import_section;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

mod do_irregularity;
mod do_recognise;
mod do_reinstate;
mod do_suspend;
mod errors;
mod events;
pub mod migrations;
mod roles;
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

#[import_section(errors::errors)]
#[import_section(events::events)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use aeo_primitives::{
		AdministrationLookup, CertificateLookup, CertificateNumber, CertificateSuspension, Date,
		Ground, Hands, Moment, Officers, OnStandingChange, OuterSigner, RegisterLookup, Scope,
		Subject, SuspensionEnd, SuspensionScope, Territory, Written, WrittenSuspensionEnd,
	};
	use frame_support::{dispatch::WithPostDispatchInfo, pallet_prelude::*, traits::UnixTime};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the runtime gives to the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256, RuntimeEvent: From<Event<Self>>> {
		/// Who acts for an administration, who signs, and where its clocks stand.
		type Administrations: Officers<Self::AccountId, Error: Into<DispatchError>>
			+ AdministrationLookup
			+ OuterSigner<Self::AccountId>;
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

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Suspend a certificate of one's own, or all live ones of one's own trader. Benefits stop
		/// in this block.
		///
		/// Origin: one officer with scope `Suspension` of the issuer. `document` is the blake2-256
		/// of the decision. The last day in `end` is the issuer's local day, inclusive, written
		/// `2026-12-31`. By TIN, what can't be suspended so is left alone and named in
		/// [`Event::LeftAlone`], as long as something is suspended. Fails with
		/// [`Error::DocumentMissing`], [`Error::DateNotUnderstood`], [`Error::DateNotReal`],
		/// [`Error::DayPassed`], [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::TinMissing`], [`Error::TinNotUnderstood`], or as
		/// the certificates say; what it has not weighed is given back then too. Emits
		/// [`Event::Suspended`].
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

		/// Propose to reinstate a suspended certificate, or one half of it. Where its programme
		/// asks for no four eyes it is reinstated at once.
		///
		/// Origin: officer with scope `Suspension` of the issuer. `document` is the blake2-256 of
		/// the decision. The ground is `HoldersRequest` only where the holder has asked for it with
		/// `certificates.ask`. The proposal lapses after the programme's `decision_days`. Fails with
		/// [`Error::DocumentMissing`], [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::HolderHasNotAsked`],
		/// [`Error::ReinstatementProposedAlready`], [`Error::NotASignedTransaction`], or as the
		/// certificates say. Emits [`Event::ReinstatementProposed`], with the number of the proposal,
		/// or [`Event::Reinstated`].
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
			let call = T::WeightInfo::propose_reinstatement();
			let reinstatement = Reinstatement {
				scope,
				ground,
				document,
			};
			let reads = Self::number(&number)
				.and_then(|number| Self::do_propose(issuer, officer, number, reinstatement))
				.map_err(|refusal| refusal.with_weight(call))?;
			let weight = reads.map_or(call, |reads| Self::reinstating(call, reads));
			Ok(Some(weight).into())
		}

		/// Confirm the proposed reinstatement of a certificate.
		///
		/// Origin: another officer with scope `Suspension` of the issuer, in an extrinsic that
		/// somebody else signed. `proposal` is the number that the event of the proposal and
		/// [`Proposals`] show. Fails with [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::NoSuchProposal`],
		/// [`Error::ProposalNumberDiffers`], [`Error::ProposalLapsed`],
		/// [`Error::NotASignedTransaction`], [`Error::ConfirmingOfficerProposedIt`],
		/// [`Error::ConfirmingSignerSignedTheProposal`], [`Error::ProposingOfficerDismissed`],
		/// [`Error::ChangedSinceProposal`], or as the certificates say. Emits
		/// [`Event::Reinstated`].
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::reinstating_most(T::WeightInfo::confirm_reinstatement()))]
		pub fn confirm_reinstatement(
			origin: OriginFor<T>,
			number: Written,
			proposal: u32,
		) -> DispatchResultWithPostInfo {
			let (issuer, officer) = Self::ensure_suspending(origin)?;
			let call = T::WeightInfo::confirm_reinstatement();
			let reads = Self::number(&number)
				.and_then(|number| Self::do_confirm(issuer, officer, number, proposal))
				.map_err(|refusal| refusal.with_weight(call))?;
			Ok(Some(Self::reinstating(call, reads)).into())
		}

		/// Refuse the proposed reinstatement of a certificate, or take it back.
		///
		/// Origin: officer with scope `Suspension` of the issuer, the one who proposed it too.
		/// `proposal` is as in [`Call::confirm_reinstatement`]. Fails with [`Error::NumberMissing`],
		/// [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`], [`Error::NoSuchProposal`],
		/// [`Error::ProposalNumberDiffers`]. Emits [`Event::ReinstatementRefused`].
		#[pallet::call_index(3)]
		pub fn refuse_reinstatement(
			origin: OriginFor<T>,
			number: Written,
			proposal: u32,
		) -> DispatchResult {
			let (issuer, officer) = Self::ensure_officer(origin, Scope::Suspension)?;
			Self::do_refuse(issuer, officer, Self::number(&number)?, proposal)
		}

		/// Suspend one's own recognition of a foreign certificate, or give that a new review date
		/// and decision. The certificate is not changed, and other grantors go on.
		///
		/// Origin: officer with scope `Risk` of the grantor. `review_on` is the day on which a
		/// review is due, the grantor's local day, written `2026-12-31`; the suspension lasts until
		/// it is restored. `document` is the blake2-256 of the decision. Fails with
		/// [`Error::DocumentMissing`], [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::DateNotUnderstood`], [`Error::DateNotReal`],
		/// [`Error::OwnCertificate`], [`Error::UnknownCertificate`], [`Error::DayPassed`]. Emits
		/// [`Event::RecognitionSuspended`].
		#[pallet::call_index(4)]
		pub fn suspend_recognition(
			origin: OriginFor<T>,
			issuer: Territory,
			number: Written,
			review_on: Written,
			document: H256,
		) -> DispatchResult {
			let (grantor, officer) = Self::ensure_officer(origin, Scope::Risk)?;
			let number = Self::number(&number)?;
			let review_on = Self::day(&review_on)?;
			Self::do_suspend_recognition(grantor, officer, issuer, number, review_on, document)
		}

		/// Recognise a foreign certificate again.
		///
		/// Origin: officer with scope `Risk` of the grantor. `document` is the blake2-256 of the
		/// decision. Fails with [`Error::DocumentMissing`], [`Error::NumberMissing`],
		/// [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`],
		/// [`Error::RecognitionNotSuspended`]. Emits [`Event::RecognitionRestored`].
		#[pallet::call_index(5)]
		pub fn restore_recognition(
			origin: OriginFor<T>,
			issuer: Territory,
			number: Written,
			document: H256,
		) -> DispatchResult {
			let (grantor, officer) = Self::ensure_officer(origin, Scope::Risk)?;
			Self::do_restore(grantor, officer, issuer, Self::number(&number)?, document)
		}

		/// Acknowledge that a version of a foreign certificate was taken into one's risk engine.
		///
		/// Origin: officer with scope `Clearance` of a partner. `version` counts from 1. Fails with
		/// [`Error::NumberMissing`], [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`],
		/// [`Error::VersionMissing`], [`Error::OwnCertificate`], [`Error::UnknownCertificate`],
		/// [`Error::VersionNotReached`], [`Error::VersionAcknowledgedAlready`]. Emits
		/// [`Event::Acknowledged`].
		#[pallet::call_index(6)]
		pub fn acknowledge(
			origin: OriginFor<T>,
			issuer: Territory,
			number: Written,
			version: u32,
		) -> DispatchResult {
			let (grantor, officer) = Self::ensure_officer(origin, Scope::Clearance)?;
			Self::do_acknowledge(grantor, officer, issuer, Self::number(&number)?, version)
		}

		/// Report to the issuer of a foreign certificate what is wrong with it. Nothing else
		/// changes.
		///
		/// Origin: officer with scope `Risk` of the grantor. `document` is the blake2-256 of the
		/// report. Fails with [`Error::DocumentMissing`], [`Error::NumberMissing`],
		/// [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`], [`Error::OwnCertificate`],
		/// [`Error::UnknownCertificate`]. Emits [`Event::IrregularityReported`].
		#[pallet::call_index(7)]
		pub fn report_irregularity(
			origin: OriginFor<T>,
			issuer: Territory,
			number: Written,
			document: H256,
		) -> DispatchResult {
			let (grantor, officer) = Self::ensure_officer(origin, Scope::Risk)?;
			let number = Self::number(&number)?;
			Self::do_report_irregularity(grantor, officer, issuer, number, document)
		}

		/// Answer a report that one's administration has received. A report is answered once.
		///
		/// Origin: officer with scope `Risk` of the issuer. `document` is the blake2-256 of the
		/// answer. Fails with [`Error::DocumentMissing`], [`Error::UnknownReport`],
		/// [`Error::ReportAnsweredAlready`]. Emits [`Event::IrregularityAnswered`].
		#[pallet::call_index(8)]
		pub fn answer_irregularity(
			origin: OriginFor<T>,
			report: u32,
			document: H256,
		) -> DispatchResult {
			let (issuer, officer) = Self::ensure_officer(origin, Scope::Risk)?;
			Self::do_answer_irregularity(issuer, officer, report, document)
		}

		/// Acknowledge everything that an issuer has told up to two places: all its certificates
		/// together, in one call.
		///
		/// Origin: officer with scope `Clearance` of a partner. `changes` is how many of the issuer's
		/// changes, from its first one on, were taken into one's risk engine, and `ordinals` how many
		/// of its certificates; `aeo_unacknowledged` gives both with each page, under `through`.
		/// Neither goes back, and at least one rises. Fails with [`Error::OwnCertificate`],
		/// [`Error::AcknowledgedFurtherAlready`], [`Error::BeyondWhatWasTold`],
		/// [`Error::NothingWouldChange`]. Emits [`Event::AcknowledgedThrough`].
		#[pallet::call_index(9)]
		pub fn acknowledge_through(
			origin: OriginFor<T>,
			issuer: Territory,
			changes: u32,
			ordinals: u32,
		) -> DispatchResult {
			let (grantor, officer) = Self::ensure_officer(origin, Scope::Clearance)?;
			let through = Watermarks { changes, ordinals };
			Self::do_acknowledge_through(grantor, officer, issuer, through)
		}
	}
}
