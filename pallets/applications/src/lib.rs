//! # Applications
//!
//! What comes before a decision on a certificate: applications for one, the opinions of agencies,
//! what issuers ask of holders, and what holders ask for.
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
		AdministrationLookup, AgencyCode, ApplicationRegister, CertificateLookup,
		CertificateNumber, Date, InsideAccounts, Officers, OnStandingChange, Opinion, OuterSigner,
		OutsideAccounts, Request, RequestKind, RequestOutcome, Role, Territory, TraderLookup, Wish,
		WishKind, WishRegister, Written, WrittenSet, WrittenTin, WrittenType, WrittenWish,
	};
	use aeo_support::signers::Signers;
	use frame_support::{pallet_prelude::*, traits::UnixTime};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the runtime gives to the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256, RuntimeEvent: From<Event<Self>>> {
		/// Who acts for an administration.
		type Administrations: Officers<Self::AccountId, Error: Into<DispatchError>>
			+ InsideAccounts<Self::AccountId>
			+ AdministrationLookup;
		/// Tells who signed the extrinsic under way.
		type OuterSigner: OuterSigner<Self::AccountId>;
		/// The traders and their accounts.
		type Traders: TraderLookup<Self::AccountId> + OutsideAccounts<Self::AccountId>;
		/// The register of certificates, in which applications are entered and wishes noted.
		type Certificates: ApplicationRegister<Self::AccountId, Error: Into<DispatchError>>
			+ CertificateLookup
			+ WishRegister<Self::AccountId, Error: Into<DispatchError>>;
		/// Hears of each step of an application in the block in which it is taken.
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

	/// The agencies of each administration: their accounts, by code. Blake2: codes are chosen.
	#[pallet::storage]
	pub type Agencies<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Blake2_128Concat, AgencyCode, T::AccountId>;

	/// The agency for which an account acts, and the admission of its administration in which it was
	/// registered: in another it may do nothing. Blake2: accounts are chosen by their owners.
	#[pallet::storage]
	pub type AgencyAccounts<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, (Territory, AgencyCode, u32)>;

	/// How many agencies an administration has.
	#[pallet::storage]
	pub type AgencyCount<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;

	/// The last opinion of each agency on an application. It stays when the agency is removed.
	#[pallet::storage]
	pub type Opinions<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, Territory>,
			NMapKey<Blake2_128Concat, CertificateNumber>,
			NMapKey<Blake2_128Concat, AgencyCode>,
		),
		OpinionRecord,
	>;

	/// The requests about each certificate, numbered from 1. They are only ever added. Blake2:
	/// certificates' numbers are chosen.
	#[pallet::storage]
	pub type Requests<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, Territory>,
			NMapKey<Blake2_128Concat, CertificateNumber>,
			NMapKey<Twox64Concat, u32>,
		),
		Request<T::AccountId>,
	>;

	/// How many requests there are about each certificate. Blake2: numbers are chosen.
	#[pallet::storage]
	pub type RequestCounts<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Blake2_128Concat,
		CertificateNumber,
		RequestCount,
		ValueQuery,
	>;

	/// The requests of each issuer in the order in which they were made, from 0. They are only ever
	/// added.
	#[pallet::storage]
	pub type RequestLog<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, u32, RequestKey>;

	/// How many requests an issuer has made.
	#[pallet::storage]
	pub type RequestLogCount<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;

	/// What was said and asked for. Nothing is emitted when a day passes.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An administration has a further agency.
		AgencyRegistered {
			/// The administration.
			administration: Territory,
			/// The agency's code.
			code: AgencyCode,
			/// Its account.
			account: T::AccountId,
		},
		/// An agency is none any more. Its opinions stay.
		AgencyRemoved {
			/// The administration.
			administration: Territory,
			/// The agency's code.
			code: AgencyCode,
			/// Its account, which is free again.
			account: T::AccountId,
			/// The own account, or the agency's.
			by: T::AccountId,
		},
		/// An agency has said what it thinks of an application.
		OpinionGiven {
			/// The issuer.
			issuer: Territory,
			/// The application.
			number: CertificateNumber,
			/// Its version.
			version: u32,
			/// The agency.
			agency: AgencyCode,
			/// What it said last, on this version or an earlier one.
			before: Option<Opinion>,
			/// What it says from now on.
			opinion: Opinion,
			/// The agency's account.
			by: T::AccountId,
			/// blake2-256 of the reasons.
			document: H256,
		},
		/// A holder has asked for something.
		HolderAsked {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// What it asks for.
			wish: Wish,
			/// The holder's account, or the officer with the holder's paper.
			by: T::AccountId,
			/// blake2-256 of the request.
			document: H256,
		},
		/// A holder has taken back what it had asked for.
		WishWithdrawn {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// What is not asked for any more.
			wish: WishKind,
			/// The holder's account, or the officer with the holder's paper.
			by: T::AccountId,
			/// blake2-256 of what the holder says.
			document: H256,
		},
		/// An appeal was dismissed: the decision stands.
		AppealDismissed {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// The officer who dismissed it.
			by: T::AccountId,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// The issuer has asked for something until a day.
		RequestMade {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// The request's place among those about the certificate.
			request: u32,
			/// What is asked for.
			kind: RequestKind,
			/// The last day for the answer, inclusive.
			due: Date,
			/// The officer who asked.
			by: T::AccountId,
			/// blake2-256 of the request.
			document: H256,
		},
		/// A request was answered.
		RequestAnswered {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// The request's place among those about the certificate.
			request: u32,
			/// The holder's account, or the officer with the holder's paper.
			by: T::AccountId,
			/// blake2-256 of the answer.
			document: H256,
		},
		/// A request was closed.
		RequestClosed {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// The request's place among those about the certificate.
			request: u32,
			/// What it came to.
			outcome: RequestOutcome,
			/// The officer who closed it.
			by: T::AccountId,
			/// blake2-256 of the finding.
			document: H256,
		},
	}

	/// Why a call was refused, and what to do. What the register of certificates refuses it says
	/// itself.
	#[pallet::error]
	pub enum Error<T> {
		/// The certificate's number is missing. Write it as on the certificate.
		NumberMissing,
		/// The certificate's number has more than 35 characters. Write it as on the certificate.
		NumberTooLong,
		/// A certificate's number has letters A–Z, digits, and `-`, `/` and `.` between them. Write it
		/// as on the certificate.
		NumberNotUnderstood,
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
		/// No such request was made about this certificate. Take its number from the event
		/// `RequestMade`, or from `aeo_requests`.
		UnknownRequest,
		/// As many requests about this certificate are open as allowed. Close one first.
		TooManyRequests,
		/// The request is answered already. Ask the customs administration for another one if there
		/// is more to say.
		RequestAnsweredAlready,
		/// The request is closed. Make another one if there is more to ask.
		RequestClosedAlready,
		/// A code is missing. Write it as the administration does.
		CodeMissing,
		/// A code has more than 16 characters. Write a shorter one.
		CodeTooLong,
		/// A code has a character that nobody sees. Write letters, digits and signs.
		CodeNotUnderstood,
		/// The document is missing (all zeros). Give its blake2-256.
		DocumentMissing,
		/// The account is no agency's, or was registered in an earlier admission of its
		/// administration. Have the administration's own account register it, anew too, with
		/// `applications.removeAgency` and `applications.registerAgency`.
		NotAnAgency,
		/// The administration is not admitted: it is quarantined, has left or was never here. Try
		/// again when it may act; its holders and agencies wait with it.
		AdministrationNotAdmitted,
		/// The administration has no agency with this code. Look it up in `applications.agencies`.
		UnknownAgency,
		/// The administration has an agency with this code already. Remove that one first, or choose
		/// another code.
		AgencyCodeTaken,
		/// The administration has as many agencies as allowed. Remove one first.
		TooManyAgencies,
		/// The account acts for somebody already: as own account, officer, holder or agency, or it
		/// is offered to be one. An account acts for one only; take another one.
		AccountInUse,
		/// The account is linked to no trader. Ask the customs administration to offer to link it.
		NotAHolder,
		/// The certificate is another trader's. Name one of your own.
		NotYourCertificate,
		/// The trader is closed, or merged into another. Use the TIN into which it was merged.
		TraderNotActive,
		/// The day has passed. Write today or a later day.
		DayPassed,
		/// No trader is registered with this TIN. Compare it with the document.
		UnknownTrader,
		/// It is so already. Look at what is recorded, and say what is to change.
		NothingWouldChange,
		/// What it is about has changed since the proposal. Look at it; an opinion names the version
		/// that was read.
		ChangedSinceProposal,
		/// Four eyes need a signature to look at. Make the call in a signed transaction.
		NotASignedTransaction,
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
		/// Applies for a certificate (T1). The application gets the number `APPLICATION-` with the
		/// ordinal, which becomes the certificate's.
		///
		/// - `certificate_type`: the programme and the type, each a code of 1 to 16 characters.
		/// - `roles`: what the trader is to be certified as, 1 to 8 of them.
		/// - `document`: blake2-256 of the application.
		///
		/// Origin: account of an active trader.
		///
		/// Fails with [`Error::NotAHolder`], [`Error::UnknownTrader`], [`Error::TraderNotActive`],
		/// [`Error::AdministrationNotAdmitted`], [`Error::CodeMissing`], [`Error::CodeTooLong`],
		/// [`Error::CodeNotUnderstood`], [`Error::RolesMissing`], [`Error::TooManyRoles`],
		/// [`Error::DocumentMissing`], or as the register of certificates: `UnknownProgramme`,
		/// `UnknownType`, `TraderBarred`, `ApplicationOpenAlready`, `TooManyCertificates`.
		///
		/// Emits nothing itself: the register of certificates tells of the change.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::apply().saturating_add(T::OnStandingChange::max_weight(1)))]
		pub fn apply(
			origin: OriginFor<T>,
			certificate_type: WrittenType,
			roles: WrittenSet<Role>,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let by = ensure_signed(origin)?;
			let told = Self::do_apply(by, certificate_type, roles, document)?;
			Ok(Some(T::WeightInfo::apply().saturating_add(told)).into())
		}

		/// Enters an application that came on paper (T1); the trader is registered on the way.
		///
		/// - `number`: what the application, and then the certificate, is called, 1 to 35
		///   characters.
		/// - `tin`: the trader's, one text, `MXNWM9709244W4`.
		/// - `publication_consent`: blake2-256 of the company's consent to being public.
		/// - `certificate_type`: the programme and the type, each a code of 1 to 16 characters.
		/// - `roles`: what the trader is to be certified as, 1 to 8 of them.
		/// - `document`: blake2-256 of the application.
		///
		/// Origin: officer with scope `Certification`.
		///
		/// Fails with [`Error::NotASignedTransaction`], [`Error::NumberMissing`],
		/// [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`], [`Error::CodeMissing`],
		/// [`Error::CodeTooLong`], [`Error::CodeNotUnderstood`], [`Error::RolesMissing`],
		/// [`Error::TooManyRoles`], [`Error::DocumentMissing`], or as the register of certificates:
		/// `NumberReserved`, `NumberTaken`, `UnknownProgramme`, `UnknownType`, `TraderBarred`,
		/// `ApplicationOpenAlready`, `TooManyCertificates`, or what the register of traders says of
		/// the TIN.
		///
		/// Emits nothing itself: the register of certificates tells of the change.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::apply().saturating_add(T::OnStandingChange::max_weight(1)))]
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
			let told = Self::do_enter_application(
				issuer,
				officer.officer,
				Self::number(&number)?,
				(&tin, publication_consent),
				certificate_type,
				roles,
				document,
			)?;
			Ok(Some(T::WeightInfo::apply().saturating_add(told)).into())
		}

		/// Accepts an application for examination (T2).
		///
		/// - `number`: the application's, 1 to 35 characters.
		/// - `document`: blake2-256 of the notice to the applicant.
		///
		/// Origin: officer with scope `Certification` of the issuer.
		///
		/// Fails with [`Error::NotASignedTransaction`], [`Error::NumberMissing`],
		/// [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`], [`Error::DocumentMissing`],
		/// [`Error::UnknownCertificate`], or as the register of certificates:
		/// `NoApplicationToAccept`, `TooManyPeriods`.
		///
		/// Emits nothing itself: the register of certificates tells of the change.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::step().saturating_add(T::OnStandingChange::max_weight(1)))]
		pub fn accept(
			origin: OriginFor<T>,
			number: Written,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let told = Self::do_accept(origin, &number, document)?;
			Ok(Some(T::WeightInfo::step().saturating_add(told)).into())
		}

		/// Rejects an application that can't be examined (T2).
		///
		/// - `number`: the application's, 1 to 35 characters.
		/// - `document`: blake2-256 of the decision.
		///
		/// Origin: officer with scope `Certification` of the issuer.
		///
		/// Fails with [`Error::NotASignedTransaction`], [`Error::NumberMissing`],
		/// [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`], [`Error::DocumentMissing`],
		/// [`Error::UnknownCertificate`], or as the register of certificates:
		/// `NoApplicationToAccept`.
		///
		/// Emits nothing itself: the register of certificates tells of the change.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::step().saturating_add(T::OnStandingChange::max_weight(1)))]
		pub fn reject(
			origin: OriginFor<T>,
			number: Written,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let told = Self::do_reject(origin, &number, document)?;
			Ok(Some(T::WeightInfo::step().saturating_add(told)).into())
		}

		/// Takes one's application back (T2, T2b). An officer who has the holder's paper proposes
		/// `WithdrawApplication`.
		///
		/// - `number`: the application's, 1 to 35 characters.
		/// - `document`: blake2-256 of what the holder says.
		///
		/// Origin: the holder's account.
		///
		/// Fails with [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::UnknownTrader`],
		/// [`Error::AdministrationNotAdmitted`], [`Error::NotASignedTransaction`],
		/// [`Error::UnknownCertificate`], [`Error::NotYourCertificate`], [`Error::NotAHolder`],
		/// [`Error::DocumentMissing`], or as the register of certificates: `NoOpenApplication`.
		///
		/// Emits nothing itself: the register of certificates tells of the change.
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::step().saturating_add(T::OnStandingChange::max_weight(1)))]
		pub fn withdraw_application(
			origin: OriginFor<T>,
			number: Written,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let own = Self::ensure_holder(origin, &number)?;
			let told = Self::do_withdraw_application(own, document)?;
			Ok(Some(T::WeightInfo::step().saturating_add(told)).into())
		}

		/// Asks for a renewal, a suspension, a reinstatement or the end of a certificate, or makes
		/// an appeal. Nothing follows from it before an officer decides.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `wish`: what is asked for; the first day without the certificate is the issuer's local
		///   day, written `2026-12-31`.
		/// - `document`: blake2-256 of the request.
		///
		/// Origin: the holder's account, or an officer with scope `Certification` of the issuer
		/// with the holder's paper.
		///
		/// Fails with [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::UnknownTrader`],
		/// [`Error::AdministrationNotAdmitted`], [`Error::NotASignedTransaction`],
		/// [`Error::UnknownCertificate`], [`Error::NotYourCertificate`],
		/// [`Error::DocumentMissing`], [`Error::DateNotUnderstood`], [`Error::DateNotReal`],
		/// [`Error::NotAHolder`], or as the register of certificates: `NothingToOverturn`,
		/// `CertificateNotLive`, `RenewalNotLonger`, `CertificateNotSuspended`, `DayPassed`,
		/// `EndDecidedAlready`, `HolderAskedAlready`.
		///
		/// Emits [`Event::HolderAsked`].
		#[pallet::call_index(5)]
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

		/// Takes back a wish or an appeal, as long as nothing was decided on it; also an officer
		/// who has the holder's paper takes back what the holder's account has asked for.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `wish`: which of them.
		/// - `document`: blake2-256 of what the holder says.
		///
		/// Origin: the holder's account, or an officer with scope `Certification` of the issuer
		/// with the holder's paper.
		///
		/// Fails with [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::UnknownTrader`],
		/// [`Error::AdministrationNotAdmitted`], [`Error::NotASignedTransaction`],
		/// [`Error::UnknownCertificate`], [`Error::NotYourCertificate`],
		/// [`Error::DocumentMissing`], or as the register of certificates: `HolderHasNotAsked`,
		/// `RenewalKeepsItInForce`.
		///
		/// Emits [`Event::WishWithdrawn`].
		#[pallet::call_index(6)]
		pub fn withdraw_wish(
			origin: OriginFor<T>,
			number: Written,
			wish: WishKind,
			document: H256,
		) -> DispatchResult {
			let own = Self::ensure_holder(origin, &number)?;
			Self::do_withdraw_wish(own, wish, document)
		}

		/// Dismisses an appeal: the decision stands. `propose` with `Overturn` is the other answer.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `document`: blake2-256 of the decision on the appeal.
		///
		/// Origin: officer with scope `Certification` of the issuer.
		///
		/// Fails with [`Error::NotASignedTransaction`], [`Error::NumberMissing`],
		/// [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`], [`Error::DocumentMissing`],
		/// [`Error::UnknownCertificate`], or as the register of certificates: `NoAppealPending`.
		///
		/// Emits [`Event::AppealDismissed`].
		#[pallet::call_index(7)]
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

		/// Registers an agency that gives its opinion on applications, with the account that acts
		/// for it.
		///
		/// - `code`: the agency's, 1 to 16 characters.
		/// - `account`: the account that acts for it, and for nobody else.
		///
		/// Origin: own account.
		///
		/// Fails with [`Error::CodeMissing`], [`Error::CodeTooLong`], [`Error::CodeNotUnderstood`],
		/// [`Error::AgencyCodeTaken`], [`Error::TooManyAgencies`], [`Error::AccountInUse`],
		/// [`Error::AdministrationNotAdmitted`].
		///
		/// Emits [`Event::AgencyRegistered`].
		#[pallet::call_index(8)]
		pub fn register_agency(
			origin: OriginFor<T>,
			code: Written,
			account: T::AccountId,
		) -> DispatchResult {
			let administration = T::Administrations::ensure_signed_own_account(origin)?;
			Self::do_register_agency(administration, &code, account)
		}

		/// Removes an agency. What it has said stays, and counts.
		///
		/// - `code`: the agency's, 1 to 16 characters.
		///
		/// Origin: own account, or the agency's account, which is free of its role then.
		///
		/// Fails with [`Error::CodeMissing`], [`Error::CodeTooLong`], [`Error::CodeNotUnderstood`],
		/// [`Error::UnknownAgency`].
		///
		/// Emits [`Event::AgencyRemoved`].
		#[pallet::call_index(9)]
		pub fn remove_agency(origin: OriginFor<T>, code: Written) -> DispatchResult {
			Self::do_remove_agency(ensure_signed(origin)?, &code)
		}

		/// Gives an opinion on an application that was accepted, in its present version. It takes
		/// the place of the agency's earlier one.
		///
		/// - `number`: the application's, 1 to 35 characters.
		/// - `version`: the version of the application that the agency has read, counted from 1.
		/// - `opinion`: what it says.
		/// - `document`: blake2-256 of the reasons.
		///
		/// Origin: account of an agency of the issuer, which may act.
		///
		/// Fails with [`Error::NotAnAgency`], [`Error::AdministrationNotAdmitted`],
		/// [`Error::DocumentMissing`], [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::UnknownCertificate`],
		/// [`Error::ChangedSinceProposal`], [`Error::NothingWouldChange`], or as the register of
		/// certificates: `ApplicationNotAccepted`.
		///
		/// Emits [`Event::OpinionGiven`].
		#[pallet::call_index(10)]
		pub fn opine(
			origin: OriginFor<T>,
			number: Written,
			version: u32,
			opinion: Opinion,
			document: H256,
		) -> DispatchResult {
			Self::do_opine(ensure_signed(origin)?, &number, version, opinion, document)
		}

		/// Asks the holder of a live certificate, or an applicant, for something until a day.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `kind`: what is asked for.
		/// - `due`: the last day for the answer, inclusive, the issuer's local day, written
		///   `2026-12-31`.
		/// - `document`: blake2-256 of the request.
		///
		/// Origin: officer with scope `Certification` of the issuer.
		///
		/// Fails with [`Error::NotASignedTransaction`], [`Error::NumberMissing`],
		/// [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`], [`Error::DocumentMissing`],
		/// [`Error::DateNotUnderstood`], [`Error::DateNotReal`], [`Error::DayPassed`],
		/// [`Error::UnknownCertificate`], [`Error::TooManyRequests`], or as the register of
		/// certificates: `CertificateNotLive`.
		///
		/// Emits [`Event::RequestMade`], with the number of the request.
		#[pallet::call_index(11)]
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

		/// Answers a request, once. A late answer counts as one too.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `request`: the number that [`Event::RequestMade`] tells, counted from 1 about each
		///   certificate.
		/// - `document`: blake2-256 of the answer.
		///
		/// Origin: the holder's account, or an officer with scope `Certification` of the issuer
		/// with the holder's paper.
		///
		/// Fails with [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::UnknownTrader`],
		/// [`Error::AdministrationNotAdmitted`], [`Error::NotASignedTransaction`],
		/// [`Error::UnknownCertificate`], [`Error::NotYourCertificate`],
		/// [`Error::DocumentMissing`], [`Error::UnknownRequest`], [`Error::RequestClosedAlready`],
		/// [`Error::RequestAnsweredAlready`].
		///
		/// Emits [`Event::RequestAnswered`].
		#[pallet::call_index(12)]
		pub fn answer_request(
			origin: OriginFor<T>,
			number: Written,
			request: u32,
			document: H256,
		) -> DispatchResult {
			let own = Self::ensure_holder(origin, &number)?;
			Self::do_answer_request(own, request, document)
		}

		/// Closes a request, answered or not.
		///
		/// - `number`: the certificate's, 1 to 35 characters.
		/// - `request`: the number that [`Event::RequestMade`] tells, counted from 1 about each
		///   certificate.
		/// - `outcome`: what was found.
		/// - `document`: blake2-256 of the finding.
		///
		/// Origin: officer with scope `Certification` of the issuer.
		///
		/// Fails with [`Error::NotASignedTransaction`], [`Error::NumberMissing`],
		/// [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`], [`Error::DocumentMissing`],
		/// [`Error::UnknownRequest`], [`Error::RequestClosedAlready`].
		///
		/// Emits [`Event::RequestClosed`].
		#[pallet::call_index(13)]
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
	}
}
