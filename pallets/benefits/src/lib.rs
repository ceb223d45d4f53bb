//! # Benefits
//!
//! Which benefits a trader gets, from whom, and the record that it got them.
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
mod facts;
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
		AdministrationLookup, Benefits, CertificateLookup, CertificateNumber, Direction,
		Identifier, IncidentKind, IncidentMark, LegLookup, Moment, Officers,
		RecognitionSuspensionLookup, Role, Scope, Territory, TraderId, TraderLookup, MAX_GRANTORS,
	};
	use aeo_support::signers::Signers;
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, traits::UnixTime};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the runtime gives to the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256, RuntimeEvent: From<Event<Self>>> {
		/// Who acts for an administration, where its clocks stand, how it records uses, whether an
		/// incident is open at it.
		type Administrations: Officers<Self::AccountId, Error: Into<DispatchError>>
			+ AdministrationLookup
			+ IncidentMark;
		/// The traders.
		type Traders: TraderLookup<Self::AccountId>;
		/// Their certificates.
		type Certificates: CertificateLookup;
		/// The legs of the agreements.
		type Legs: LegLookup;
		/// Recognition that a grantor has suspended.
		type RecognitionSuspensions: RecognitionSuspensionLookup;
		/// The clock of the chain, in milliseconds.
		type Time: UnixTime;
		/// How long a grant is kept at least, in milliseconds. Older ones may be removed.
		#[pallet::constant]
		type Retention: Get<Moment>;
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

	/// The benefits that each grantor gave, by declaration and role. Blake2: the commitment of a
	/// declaration is chosen.
	#[pallet::storage]
	pub type Grants<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Blake2_128Concat, (H256, Role), Grant>;

	/// The grants of each grantor in the order in which it gave them: the oldest are removed first.
	#[pallet::storage]
	pub type GrantOrder<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, u64, (H256, Role)>;

	/// Where that order begins and ends.
	#[pallet::storage]
	pub type GrantLogs<T: Config> = StorageMap<_, Twox64Concat, Territory, GrantLog, ValueQuery>;

	/// Every use of a trader's status, from 0. Identity: the key is a hash.
	#[pallet::storage]
	pub type Uses<T: Config> = StorageDoubleMap<_, Identity, TraderId, Twox64Concat, u32, UseKey>;

	/// How many uses there ever were.
	#[pallet::storage]
	pub type UseCount<T: Config> = StorageMap<_, Identity, TraderId, u32, ValueQuery>;

	/// What the uses of each grantor came to. Twox64: neither territories nor the numbers of
	/// agreements can be chosen.
	#[pallet::storage]
	pub type Counters<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, CounterKey, Counter>;

	/// By what they are counted, from 0, in the order in which each came first.
	#[pallet::storage]
	pub type CounterKeys<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, u32, CounterKey>;

	/// How many counters there are.
	#[pallet::storage]
	pub type CounterCount<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;

	/// The incidents of each administration, from 0.
	#[pallet::storage]
	pub type Incidents<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, u32, Incident>;

	/// How many incidents there were, and how many are open.
	#[pallet::storage]
	pub type IncidentCounts<T: Config> =
		StorageMap<_, Twox64Concat, Territory, IncidentCount, ValueQuery>;

	/// The periods of sealed uses of each administration, from 0.
	#[pallet::storage]
	pub type SealedRecords<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, u32, SealedRecord>;

	/// How many periods there are, how many uses in them, and their last day.
	#[pallet::storage]
	pub type SealedLogs<T: Config> = StorageMap<_, Twox64Concat, Territory, SealedLog, ValueQuery>;

	/// The sealed line of each holder, by grantor, holder and period. Blake2: what names a holder is
	/// chosen.
	#[pallet::storage]
	pub type SealedLines<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, Territory>,
			NMapKey<Blake2_128Concat, H256>,
			NMapKey<Twox64Concat, u32>,
		),
		BoundedVec<u8, ConstU32<MAX_LINE>>,
	>;

	/// What was given, and what begins or ends.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Benefits were given to a declaration.
		BenefitsGranted {
			/// Who gave them.
			grantor: Territory,
			/// The commitment of the declaration's reference.
			declaration: H256,
			/// What the trader did in the declaration.
			role: Role,
			/// The kind of the declaration.
			direction: Direction,
			/// The id of the trader.
			trader: TraderId,
			/// The administration that certified it.
			issuer: Territory,
			/// What was given.
			benefits: Benefits,
			/// Whether to serve it first: an incident is open, and the benefits cover that.
			priority: bool,
			/// A mark: the council has quarantined the issuer.
			issuer_quarantined: bool,
			/// The officer who recorded it.
			by: T::AccountId,
		},
		/// These benefits were given before, with the same call for the same declaration: nothing was
		/// recorded again.
		AlreadyRecorded {
			/// Who gave them.
			grantor: Territory,
			/// The commitment of the declaration's reference.
			declaration: H256,
			/// What the trader did in the declaration.
			role: Role,
			/// The id of the trader.
			trader: TraderId,
			/// The number of the block in which it was recorded.
			recorded_in: u32,
			/// The officer who asked again.
			by: T::AccountId,
		},
		/// A certificate was issued or has changed, or its trader goes on no more, and with it who gives
		/// something for it. Nothing is emitted where nothing begins or ends.
		BenefitsChanged {
			/// The issuer.
			issuer: Territory,
			/// The certificate.
			number: CertificateNumber,
			/// Its version from now on; the same as before where the trader goes on no more.
			version: u32,
			/// The grantors from which benefits begin.
			begin: BoundedVec<Territory, ConstU32<MAX_GRANTORS>>,
			/// The grantors from which benefits end.
			end: BoundedVec<Territory, ConstU32<MAX_GRANTORS>>,
		},
		/// A row of a batch got no benefits; the others went on.
		GrantFailed {
			/// Who would have given them.
			grantor: Territory,
			/// The row, from 0.
			row: u32,
			/// The commitment of the declaration's reference.
			declaration: H256,
			/// What the trader does in the declaration.
			role: Role,
			/// Why: the denial, or what is wrong with the row.
			error: DispatchError,
		},
		/// Grants that are older than they are kept were removed. What they counted stays counted.
		GrantsPruned {
			/// Who gave them.
			grantor: Territory,
			/// The place of the first in the grantor's order.
			first: u64,
			/// How many were removed.
			count: u32,
			/// The officer who removed them.
			by: T::AccountId,
		},
		/// An incident was opened: whoever has the benefit of trade recovery is served first.
		IncidentOpened {
			/// Where.
			grantor: Territory,
			/// Its number.
			incident: u32,
			/// What kind it is of.
			kind: IncidentKind,
			/// The officer who opened it.
			by: T::AccountId,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// An incident was closed.
		IncidentClosed {
			/// Where.
			grantor: Territory,
			/// Its number.
			incident: u32,
			/// What kind it was of.
			kind: IncidentKind,
			/// The officer who closed it.
			by: T::AccountId,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// The uses of a period were recorded sealed.
		UsesSealed {
			/// Who gave the benefits.
			grantor: Territory,
			/// The number of the record.
			record: u32,
			/// The days.
			period: SealedPeriod,
			/// The Merkle root over the uses.
			root: H256,
			/// How many there are.
			leaves: u32,
			/// For how many holders there is a line.
			lines: u32,
			/// The officer who recorded it.
			by: T::AccountId,
		},
	}

	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// The administration records its uses sealed. Record a period with `benefits.recordSealed`, or
		/// let the own account change that with `administrations.changeSettings`.
		UsesAreSealed,
		/// The commitment of the declaration's reference is missing (all zeros). Give the
		/// blake2-256 of reference and salt.
		DeclarationMissing,
		/// Benefits were given to this declaration and role for another trader, or it was of another
		/// kind. Correct the reference, the trader or the kind.
		DeclarationDiffers,
		/// The identifier is no number that its scheme could have issued. Ask `aeo_tinCheck` what is
		/// wrong with it, and ask the declarant for the number as the document has it.
		NotANumber,
		/// The certificate's number is missing. Write it as the document has it.
		NumberMissing,
		/// The certificate's number has more than 35 characters. Compare it with the document.
		NumberTooLong,
		/// A certificate's number has letters A–Z, digits, and `-`, `/` and `.` between them. Write
		/// it as the document has it.
		NumberNotUnderstood,
		/// No trader is known by this identifier. Compare it with the document, and ask the issuer.
		NoMatch,
		/// The alias was declared by the trader, and the grantor has not confirmed it. Let an officer
		/// confirm it with `identities.confirmAlias`, or name the trader by its TIN.
		AliasUnconfirmed,
		/// The trader is closed, or merged into another. Use the TIN under which it goes on.
		TraderNotActive,
		/// The issuer of the certificate has left, or says that its own keys are not safe. Clear without
		/// benefits, and ask again when the issuer's word counts again.
		IssuerUnverifiable,
		/// The first day of the certificate has not begun. Ask again on that day.
		NotYetValid,
		/// The certificate, or the half that the benefits require, is suspended. Clear without benefits,
		/// and ask again when the issuer has reinstated it.
		Suspended,
		/// The last day of the certificate is over. Let the holder ask its administration for a renewal.
		Expired,
		/// The issuer has taken the certificate away. Clear without benefits; only a new certificate
		/// brings them back.
		Revoked,
		/// The holder has given the certificate back. Clear without benefits; only a new certificate
		/// brings them back.
		Relinquished,
		/// The certificate is void from the start. Clear without benefits, and look into those that were
		/// given before: `aeo_usesOf` lists them.
		Annulled,
		/// The trader has no certificate. Clear without benefits, or compare the identifier with the
		/// document.
		NotAuthorised,
		/// The certificate is not about this role. Choose the role in which the trader acts in the
		/// declaration, or clear without benefits.
		RoleNotCertified,
		/// No agreement with the issuer is in force. Clear without benefits; `aeo_legs` shows what was
		/// agreed.
		NoAgreement,
		/// The agreements don't cover this type of certificate; at home the programme gives it nothing.
		/// Clear without benefits, or let the parties amend the leg.
		TypeNotEligible,
		/// The agreements don't cover this role. Choose the role in which the trader acts in the
		/// declaration, or clear without benefits.
		RoleNotEligible,
		/// The agreements don't cover this kind of declaration. Choose the kind that the declaration has,
		/// or clear without benefits.
		DirectionNotCovered,
		/// The agreements need the holder's consent, which is not given. Let the holder give it to its
		/// administration.
		NoConsent,
		/// This administration has suspended its recognition of the certificate. Clear without benefits,
		/// or let an officer restore it with `suspensions.restoreRecognition`.
		RecognitionSuspended,
		/// There are as many uses as can be counted. Ask the members of the council for a new release.
		TooManyUses,
		/// There are no rows. Give at least one.
		RowsMissing,
		/// There are more rows than allowed. Make several calls of 500 rows at most.
		TooManyRows,
		/// The rows before this one count under so many agreements, benefits and directions that the
		/// call is full. Send this row with the next batch.
		TooManyCounters,
		/// Between 1 and 100 grants are removed at a time. Give a number from 1 to 100.
		LimitOutOfRange,
		/// The oldest grant is not older than grants are kept, or there is none. Come back later.
		NothingToPrune,
		/// The document is missing (all zeros). Give the blake2-256 of the decision.
		DocumentMissing,
		/// This administration has no incident of this number. Look the numbers up with
		/// `aeo_incidents`.
		UnknownIncident,
		/// The incident is closed already. Nothing is left to do; `aeo_incidents` says who closed it.
		IncidentClosedAlready,
		/// Sixteen incidents are open. Close those that are over first.
		TooManyIncidents,
		/// The administration records its uses in clear. Record them with `benefits.grant`, or let the
		/// own account change that with `administrations.changeSettings`.
		UsesAreClear,
		/// The root is missing (all zeros). Give the Merkle root over the uses of the period.
		RootMissing,
		/// The date is not understood. Write year, month and day: 2026-12-31.
		DateNotUnderstood,
		/// The calendar has no such day. Correct it.
		DateNotReal,
		/// The last day lies before the first. Exchange them.
		EndsBeforeItBegins,
		/// Uses were sealed for days of this period already. Begin after the last day that is sealed.
		DaysSealedAlready,
		/// The day has not come. End the period today or earlier.
		DayNotCome,
		/// A period takes 512 counters and 512 lines at most. Record a shorter period.
		TooManySealedRows,
		/// Two counters are of the same agreement, benefit and direction. Add them up.
		CounterTwice,
		/// The counters can't be those of so many uses: one is zero or greater than the number of
		/// uses, or together they are less. Count again.
		CountersDontFit,
		/// A line names no holder (all zeros). Give its holder, or remove the line.
		HolderMissing,
		/// Two lines are of the same holder. Make one of them.
		HolderTwice,
		/// A sealed line has 256 bytes at most. Leave something out of it.
		LineTooLong,
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
		/// Gives a trader the benefits that it earns in a declaration, and records them.
		///
		/// The same declaration and role again change nothing.
		///
		/// - `declaration`: the commitment to the declaration's reference: blake2-256 of the
		///   reference's bytes and 32 random bytes, the salt, see
		///   [`declaration_commitment`](aeo_primitives::declaration_commitment).
		/// - `identifier`: how the declaration names the trader: its TIN, a certificate or an
		///   alias.
		/// - `role`: the part that the trader has in the declaration.
		/// - `direction`: whether it is an import or an export at the grantor.
		///
		/// Origin: officer with scope `Clearance` of the grantor, which is the caller's
		/// administration; it records its uses in clear.
		///
		/// Fails with [`Error::UsesAreSealed`], [`Error::DeclarationMissing`],
		/// [`Error::NumberMissing`], [`Error::NumberTooLong`],
		/// [`Error::NumberNotUnderstood`], [`Error::DeclarationDiffers`], [`Error::TooManyUses`],
		/// or the denial: [`Error::NoMatch`], [`Error::NotANumber`], [`Error::AliasUnconfirmed`],
		/// [`Error::TraderNotActive`], [`Error::IssuerUnverifiable`], [`Error::NotYetValid`],
		/// [`Error::Suspended`], [`Error::Expired`], [`Error::Revoked`], [`Error::Relinquished`],
		/// [`Error::Annulled`], [`Error::NotAuthorised`], [`Error::RoleNotCertified`],
		/// [`Error::NoAgreement`], [`Error::TypeNotEligible`], [`Error::RoleNotEligible`],
		/// [`Error::DirectionNotCovered`], [`Error::NoConsent`], [`Error::RecognitionSuspended`].
		///
		/// Emits [`Event::BenefitsGranted`], or [`Event::AlreadyRecorded`].
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::granting_most(1))]
		pub fn grant(
			origin: OriginFor<T>,
			declaration: H256,
			identifier: Identifier,
			role: Role,
			direction: Direction,
		) -> DispatchResultWithPostInfo {
			let (grantor, officer) =
				T::Administrations::ensure_signed_officer(origin, Scope::Clearance)?;
			let row = GrantRow {
				declaration,
				identifier,
				role,
				direction,
			};
			Ok(Some(Self::do_grant(grantor, officer, &row)?).into())
		}

		/// Gives as [`Pallet::grant`] does, for many declarations, each by itself.
		///
		/// A row that gets nothing is told in an event, and the others go on: a denial is an
		/// answer.
		///
		/// - `rows`: the declarations, 1 to 500, each as in [`Pallet::grant`].
		///
		/// Origin: officer with scope `Clearance` of the grantor, which records its uses in clear.
		///
		/// Fails with [`Error::RowsMissing`], [`Error::TooManyRows`], [`Error::UsesAreSealed`]. A
		/// row fails as [`Pallet::grant`] does, or with [`Error::TooManyCounters`].
		///
		/// Emits [`Event::BenefitsGranted`], [`Event::AlreadyRecorded`] or [`Event::GrantFailed`]
		/// for each row.
		#[pallet::call_index(1)]
		#[pallet::weight(Pallet::<T>::granting_most(rows.len()))]
		pub fn grant_many(origin: OriginFor<T>, rows: Vec<GrantRow>) -> DispatchResultWithPostInfo {
			let (grantor, officer) =
				T::Administrations::ensure_signed_officer(origin, Scope::Clearance)?;
			Ok(Some(Self::do_grant_many(grantor, officer, &rows)?).into())
		}

		/// Removes the oldest grants of one's own that are older than [`Config::Retention`].
		///
		/// What they counted stays counted.
		///
		/// - `limit`: how many at most, from 1 to 100.
		///
		/// Origin: officer with scope `Clearance` of the grantor.
		///
		/// Fails with [`Error::LimitOutOfRange`], [`Error::NothingToPrune`].
		///
		/// Emits [`Event::GrantsPruned`].
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::pruning_most(*limit))]
		pub fn prune(origin: OriginFor<T>, limit: u32) -> DispatchResultWithPostInfo {
			let (grantor, officer) =
				T::Administrations::ensure_signed_officer(origin, Scope::Clearance)?;
			Ok(Some(Self::do_prune(grantor, officer, limit)?).into())
		}

		/// Opens an incident at one's own administration: until it is closed, whoever has the
		/// benefit of trade recovery is served first.
		///
		/// - `kind`: what has happened.
		/// - `document`: blake2-256 of the decision.
		///
		/// Origin: officer with scope `Risk` of the grantor.
		///
		/// Fails with [`Error::DocumentMissing`], [`Error::TooManyIncidents`].
		///
		/// Emits [`Event::IncidentOpened`].
		#[pallet::call_index(3)]
		pub fn open_incident(
			origin: OriginFor<T>,
			kind: IncidentKind,
			document: H256,
		) -> DispatchResult {
			let (grantor, officer) =
				T::Administrations::ensure_signed_officer(origin, Scope::Risk)?;
			Self::do_open_incident(grantor, officer, kind, document)
		}

		/// Closes an incident at one's own administration.
		///
		/// - `incident`: its number, which its event shows.
		/// - `document`: blake2-256 of the decision.
		///
		/// Origin: officer with scope `Risk` of the grantor.
		///
		/// Fails with [`Error::DocumentMissing`], [`Error::UnknownIncident`],
		/// [`Error::IncidentClosedAlready`].
		///
		/// Emits [`Event::IncidentClosed`].
		#[pallet::call_index(4)]
		pub fn close_incident(
			origin: OriginFor<T>,
			incident: u32,
			document: H256,
		) -> DispatchResult {
			let (grantor, officer) =
				T::Administrations::ensure_signed_officer(origin, Scope::Risk)?;
			Self::do_close_incident(grantor, officer, incident, document)
		}

		/// Records the uses of a period sealed: the Merkle root over them, how many there are, what
		/// they come to by agreement, benefit and direction, and a sealed line for each holder.
		///
		/// A period begins after the one before. What a leaf says, and how it is proved:
		/// [`sealed_use`](aeo_primitives::sealed_use).
		///
		/// - `period`: its first and last day, both inclusive, the grantor's local days, written
		///   `2026-12-31`.
		/// - `root`: the Merkle root over the leaves.
		/// - `leaves`: how many uses there are.
		/// - `counters`: what they come to by agreement, benefit and direction, 512 at most.
		/// - `lines`: one for each holder, sealed, 512 at most, each 256 bytes at most.
		///
		/// Origin: officer with scope `Clearance` of the grantor, which records its uses sealed.
		///
		/// Fails with [`Error::DateNotUnderstood`], [`Error::DateNotReal`],
		/// [`Error::TooManySealedRows`], [`Error::UsesAreClear`], [`Error::RootMissing`],
		/// [`Error::EndsBeforeItBegins`], [`Error::DaysSealedAlready`], [`Error::DayNotCome`],
		/// [`Error::CounterTwice`], [`Error::CountersDontFit`], [`Error::TooManyUses`],
		/// [`Error::HolderMissing`], [`Error::HolderTwice`], [`Error::LineTooLong`].
		///
		/// Emits [`Event::UsesSealed`].
		#[pallet::call_index(5)]
		#[pallet::weight(Pallet::<T>::sealing(counters.len(), lines.len()))]
		pub fn record_sealed(
			origin: OriginFor<T>,
			period: WrittenPeriod,
			root: H256,
			leaves: u32,
			counters: Vec<SealedCounter>,
			lines: Vec<SealedLine>,
		) -> DispatchResult {
			let (grantor, officer) =
				T::Administrations::ensure_signed_officer(origin, Scope::Clearance)?;
			let period = Self::period(&period)?;
			let counters = BoundedVec::try_from(counters);
			let counters = counters.map_err(|_| Error::<T>::TooManySealedRows)?;
			Self::do_record_sealed(grantor, officer, period, root, leaves, counters, lines)
		}
	}
}
