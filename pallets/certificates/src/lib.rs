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

use frame_support::pallet_macros::import_section;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;
pub use written::*;

mod agencies;
pub mod applications;
mod batches;
mod change;
mod decide;
mod decisions;
mod errors;
mod events;
mod genesis;
pub mod lifecycle;
mod lists;
pub mod migrations;
mod programmes;
mod queries;
mod reading;
mod register;
mod requests;
mod roles;
mod storage;
mod take_over;
#[cfg(any(test, feature = "try-runtime"))]
mod try_lists;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
mod types;
mod waiting;
pub mod weights;
mod written;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

#[import_section(errors::errors)]
#[import_section(events::events)]
#[import_section(storage::storage)]
#[import_section(lists::lists)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use aeo_primitives::{
		recognition::Offer, AccountRoles, AdministrationLookup, CertificateNumber,
		CertificateState, Date, Decided, Ground, Hands, LegLookup, Moment, Officers,
		OnStandingChange, OuterSigner, OutsideRoles, ProgrammeCode, RequestKind, RequestOutcome,
		Role, Roles, StatusPeriod, Territory, TraderId, TraderLookup, TraderRegister, Written,
		WrittenSet, WrittenTin, MAX_CERTIFICATES, MAX_DOMESTIC_OFFERS,
	};
	use aeo_support::proposals::Proposal;
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, traits::UnixTime};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the runtime gives to the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256, RuntimeEvent: From<Event<Self>>> {
		/// Who acts for an administration, and who signed the extrinsic.
		type Administrations: Officers<Self::AccountId, Error: Into<DispatchError>>
			+ AccountRoles<Self::AccountId>
			+ AdministrationLookup
			+ OuterSigner<Self::AccountId>;
		/// The traders, their accounts, and their registration on the way to a certificate.
		type Traders: TraderLookup<Self::AccountId>
			+ TraderRegister<Error: Into<DispatchError>>
			+ OutsideRoles<Self::AccountId>;
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

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Create or change a programme. Certificates that are issued are not touched.
		///
		/// Where the holder's consent is to be asked for, no leg that is agreed may need it: until it
		/// can be given, that is refused with [`Error::ConsentCantBeGivenYet`].
		///
		/// Origin: own account. Emits [`Event::ProgrammeSet`].
		#[pallet::call_index(0)]
		pub fn set_programme(
			origin: OriginFor<T>,
			code: Written,
			programme: WrittenProgramme,
		) -> DispatchResult {
			let administration = Self::ensure_own_account(origin)?;
			Self::do_set_programme(administration, &code, programme)
		}

		/// Say what the administration gives to its own traders, instead of what it gave before.
		///
		/// Origin: own account. Emits [`Event::DomesticOffersSet`].
		#[pallet::call_index(1)]
		pub fn set_domestic_offers(
			origin: OriginFor<T>,
			offers: Vec<WrittenOffer>,
		) -> DispatchResult {
			let administration = Self::ensure_own_account(origin)?;
			let offers = Self::offers(offers)?;
			DomesticOffers::<T>::insert(administration, &offers);
			Self::deposit_event(Event::DomesticOffersSet {
				administration,
				offers,
			});
			Ok(())
		}

		/// Propose a decision about a certificate. It is taken at once where it needs no second
		/// officer: where the programme is set so, and where the holder's own account asked for it,
		/// which another officer has linked.
		///
		/// Origin: officer with scope `Certification` of the issuer. Emits
		/// [`Event::DecisionProposed`] or [`Event::CertificateChanged`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::propose().saturating_add(Pallet::<T>::push_weight(1)))]
		pub fn propose(
			origin: OriginFor<T>,
			number: Written,
			decision: WrittenDecision,
		) -> DispatchResultWithPostInfo {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			let number = Self::number(&number)?;
			let decision = Self::decision(decision)?;
			let reads = Self::do_propose(issuer, officer, number, decision)?;
			Ok(Some(T::WeightInfo::propose().saturating_add(Self::reads(reads))).into())
		}

		/// Confirm the decision that waits under this number, from 1, about a certificate, which
		/// takes it.
		///
		/// Origin: officer with scope `Certification` of the issuer, neither the one who proposed
		/// it nor in a transaction that the same account signed. Emits
		/// [`Event::CertificateChanged`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::confirm().saturating_add(Pallet::<T>::push_weight(1)))]
		pub fn confirm(
			origin: OriginFor<T>,
			number: Written,
			proposal: u32,
		) -> DispatchResultWithPostInfo {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			let number = Self::number(&number)?;
			let reads = Self::do_confirm(issuer, officer, number, proposal)?;
			Ok(Some(T::WeightInfo::confirm().saturating_add(Self::reads(reads))).into())
		}

		/// Refuse the decision that waits under this number about a certificate, or take it back.
		///
		/// Origin: officer with scope `Certification` of the issuer. Emits
		/// [`Event::DecisionRefused`].
		#[pallet::call_index(4)]
		pub fn refuse(origin: OriginFor<T>, number: Written, proposal: u32) -> DispatchResult {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			Self::do_refuse(issuer, officer, Self::number(&number)?, proposal)
		}

		/// Propose a batch: certificates that exist already (T0), or traders to certify (T3). What
		/// would fail is told at once, row by row; a row that can't be read fails too. Nothing is
		/// proposed where all would fail, and with [`BatchMode::AllOrNothing`] where one would. It is
		/// done at once where none of the programmes asks for a second officer.
		///
		/// Origin: officer with scope `Certification` of the issuer. Fails
		/// with [`Error::RowsMissing`], [`Error::TooManyRows`], [`Error::SameBatchWaitsAlready`],
		/// [`Error::TooManyBatches`]. Emits [`Event::RowFailed`] for each row that fails, and then
		/// [`Event::BatchProposed`] or [`Event::BatchDone`].
		#[pallet::call_index(5)]
		#[pallet::weight(Pallet::<T>::proposed_weight(rows))]
		pub fn propose_batch(
			origin: OriginFor<T>,
			rows: WrittenRows,
			mode: BatchMode,
		) -> DispatchResult {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			Self::do_propose_batch(issuer, officer, rows, mode)
		}

		/// Confirm a batch, which does what it says.
		///
		/// Origin: officer with scope `Certification` of the issuer, neither the one who proposed
		/// it nor in a transaction that the same account signed. Emits
		/// [`Event::CertificateChanged`] or [`Event::RowFailed`] for each row and
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

		/// Refuse a batch, or take it back.
		///
		/// Origin: officer with scope `Certification` of the issuer. Emits
		/// [`Event::BatchRefused`].
		#[pallet::call_index(7)]
		pub fn refuse_batch(origin: OriginFor<T>, batch: H256, proposal: u32) -> DispatchResult {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			Self::do_refuse_batch(issuer, officer, batch, proposal)
		}

		/// Apply for a certificate (T1). The application gets the number `APPLICATION-` with the
		/// ordinal, which becomes the certificate's.
		///
		/// Origin: account of an active trader. Emits [`Event::CertificateChanged`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::apply().saturating_add(Pallet::<T>::push_weight(1)))]
		pub fn apply(
			origin: OriginFor<T>,
			certificate_type: WrittenType,
			roles: WrittenSet<Role>,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let by = ensure_signed(origin)?;
			let reads = Self::do_apply_myself(by, certificate_type, roles, document)?;
			Ok(Some(T::WeightInfo::apply().saturating_add(Self::reads(reads))).into())
		}

		/// Enter an application that came on paper (T1); the trader is registered on the way.
		///
		/// Origin: officer with scope `Certification`. Emits [`Event::CertificateChanged`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::apply().saturating_add(Pallet::<T>::push_weight(1)))]
		pub fn enter_application(
			origin: OriginFor<T>,
			number: Written,
			tin: WrittenTin,
			publication_consent: H256,
			certificate_type: WrittenType,
			roles: WrittenSet<Role>,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			let number = Self::number(&number)?;
			let certificate_type = Self::certificate_type(certificate_type)?;
			let roles = Self::roles(roles)?;
			let applicant = change::Applicant::Named(&tin, publication_consent);
			let decided = applications::requested(officer.officer, document);
			let change =
				Self::do_apply(issuer, number, applicant, certificate_type, roles, decided)?;
			let reads = T::OnStandingChange::on_change(issuer, &[change]);
			Ok(Some(T::WeightInfo::apply().saturating_add(Self::reads(reads))).into())
		}

		/// Accept an application for examination (T2).
		///
		/// Origin: officer with scope `Certification` of the issuer. Emits
		/// [`Event::CertificateChanged`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::step().saturating_add(Pallet::<T>::push_weight(1)))]
		pub fn accept(
			origin: OriginFor<T>,
			number: Written,
			document: H256,
		) -> DispatchResultWithPostInfo {
			Self::step_by_officer(origin, &number, lifecycle::accept, document)
		}

		/// Reject an application that can't be examined (T2).
		///
		/// Origin: officer with scope `Certification` of the issuer. Emits
		/// [`Event::CertificateChanged`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::step().saturating_add(Pallet::<T>::push_weight(1)))]
		pub fn reject(
			origin: OriginFor<T>,
			number: Written,
			document: H256,
		) -> DispatchResultWithPostInfo {
			Self::step_by_officer(origin, &number, lifecycle::reject, document)
		}

		/// Take one's application back (T2, T2b). An officer who has the holder's paper proposes
		/// `WithdrawApplication`.
		///
		/// Origin: the holder's account. Emits [`Event::CertificateChanged`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::step().saturating_add(Pallet::<T>::push_weight(1)))]
		pub fn withdraw_application(
			origin: OriginFor<T>,
			number: Written,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let own = Self::ensure_holder(origin, &number)?;
			let reads = Self::do_withdraw(own, document)?;
			Ok(Some(T::WeightInfo::step().saturating_add(Self::reads(reads))).into())
		}

		/// Ask for a renewal, a suspension, a reinstatement, the end of a certificate, or make an
		/// appeal. Nothing follows from it before an officer decides.
		///
		/// Origin: the holder's account, or an officer with scope `Certification` of the issuer with
		/// the holder's paper. Emits [`Event::HolderAsked`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::step())]
		pub fn ask(
			origin: OriginFor<T>,
			number: Written,
			wish: WrittenWish,
			document: H256,
		) -> DispatchResult {
			let own = Self::ensure_holder(origin, &number)?;
			Self::do_ask(own, wish, document)
		}

		/// Dismiss an appeal: the decision stands. `propose` with `Overturn` is the other answer.
		///
		/// Origin: officer with scope `Certification` of the issuer. Emits
		/// [`Event::AppealDismissed`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::step())]
		pub fn dismiss_appeal(
			origin: OriginFor<T>,
			number: Written,
			document: H256,
		) -> DispatchResult {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			let number = Self::number(&number)?;
			Self::do_dismiss_appeal(issuer, number, officer.officer, document)
		}

		/// Begin or end a review (T11). The certificate stays what it is.
		///
		/// Origin: officer with scope `Certification` or `Risk` of the issuer. Emits
		/// [`Event::ReviewSet`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::step())]
		pub fn set_review(
			origin: OriginFor<T>,
			number: Written,
			review: Review,
			document: H256,
		) -> DispatchResult {
			Self::do_set_review(origin, &number, review, document)
		}

		/// Register an agency that gives its opinion on applications, with the account that acts for
		/// it. The account must have no other role.
		///
		/// Origin: own account. Emits [`Event::AgencyRegistered`].
		#[pallet::call_index(16)]
		pub fn register_agency(
			origin: OriginFor<T>,
			code: Written,
			account: T::AccountId,
		) -> DispatchResult {
			let administration = Self::ensure_own_account(origin)?;
			Self::do_register_agency(administration, &code, account)
		}

		/// Remove an agency. What it has said stays, and counts.
		///
		/// Origin: own account, or the agency's account, which is free of its role then. Emits
		/// [`Event::AgencyRemoved`].
		#[pallet::call_index(17)]
		pub fn remove_agency(origin: OriginFor<T>, code: Written) -> DispatchResult {
			Self::do_remove_agency(ensure_signed(origin)?, &code)
		}

		/// Give an opinion on an application that was accepted, in its present version. It takes the
		/// place of the agency's earlier one.
		///
		/// Origin: account of an agency of the issuer, which may act. Emits [`Event::OpinionGiven`].
		#[pallet::call_index(18)]
		pub fn opine(
			origin: OriginFor<T>,
			number: Written,
			version: u32,
			opinion: Opinion,
			document: H256,
		) -> DispatchResult {
			Self::do_opine(ensure_signed(origin)?, &number, version, opinion, document)
		}

		/// Ask the holder of a live certificate, or an applicant, for something until a day.
		///
		/// Origin: officer with scope `Certification` of the issuer. Fails with
		/// [`Error::DocumentMissing`], [`Error::NumberNotUnderstood`],
		/// [`Error::UnknownCertificate`], [`Error::DayPassed`], [`Error::CertificateNotLive`],
		/// [`Error::TooManyRequests`]. Emits [`Event::RequestMade`].
		#[pallet::call_index(19)]
		pub fn request(
			origin: OriginFor<T>,
			number: Written,
			kind: RequestKind,
			due: Written,
			document: H256,
		) -> DispatchResult {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			let number = Self::number(&number)?;
			Self::do_request(issuer, officer.officer, number, kind, due, document)
		}

		/// Answer a request, once. A late answer counts as one too.
		///
		/// Origin: the holder's account, or an officer with scope `Certification` of the issuer with
		/// the holder's paper. Fails with [`Error::DocumentMissing`],
		/// [`Error::NumberNotUnderstood`], [`Error::UnknownCertificate`],
		/// [`Error::NotYourCertificate`], [`Error::UnknownRequest`], [`Error::RequestClosedAlready`],
		/// [`Error::RequestAnsweredAlready`]. Emits [`Event::RequestAnswered`].
		#[pallet::call_index(20)]
		pub fn answer_request(
			origin: OriginFor<T>,
			number: Written,
			request: u32,
			document: H256,
		) -> DispatchResult {
			let own = Self::ensure_holder(origin, &number)?;
			Self::do_answer_request(own, request, document)
		}

		/// Close a request, answered or not.
		///
		/// Origin: officer with scope `Certification` of the issuer. Fails with
		/// [`Error::DocumentMissing`], [`Error::NumberNotUnderstood`],
		/// [`Error::UnknownRequest`], [`Error::RequestClosedAlready`]. Emits [`Event::RequestClosed`].
		#[pallet::call_index(21)]
		pub fn close_request(
			origin: OriginFor<T>,
			number: Written,
			request: u32,
			outcome: RequestOutcome,
			document: H256,
		) -> DispatchResult {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			let number = Self::number(&number)?;
			Self::do_close_request(issuer, officer.officer, number, request, outcome, document)
		}

		/// Take back a wish or an appeal, as long as nothing was decided on it. Also an officer who has
		/// the holder's paper takes back what the holder's account has asked for.
		///
		/// Origin: the holder's account, or an officer with scope `Certification` of the issuer with
		/// the holder's paper. Fails with [`Error::DocumentMissing`], [`Error::NumberNotUnderstood`],
		/// [`Error::UnknownCertificate`], [`Error::NotYourCertificate`],
		/// [`Error::HolderHasNotAsked`], [`Error::RenewalKeepsItInForce`]. Emits
		/// [`Event::WishWithdrawn`].
		#[pallet::call_index(22)]
		pub fn withdraw_wish(
			origin: OriginFor<T>,
			number: Written,
			wish: WishKind,
			document: H256,
		) -> DispatchResult {
			let own = Self::ensure_holder(origin, &number)?;
			Self::do_withdraw_wish(own, wish, document)
		}
	}

	impl<T: Config> Pallet<T> {
		/// A step of an application that its issuer takes.
		fn step_by_officer(
			origin: OriginFor<T>,
			number: &str,
			step: fn(CertificateState) -> Result<CertificateState, lifecycle::Refusal>,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let (issuer, officer) = Self::ensure_officer(origin)?;
			let number = Self::number(number)?;
			let decided = Decided {
				by: Hands::one(officer.officer),
				ground: Ground::Administrative,
				document,
			};
			let reads = Self::do_step(issuer, &number, step, decided)?;
			Ok(Some(T::WeightInfo::step().saturating_add(Self::reads(reads))).into())
		}
	}
}
