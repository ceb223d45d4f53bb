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

use frame_support::pallet_macros::import_section;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

mod counters;
mod errors;
mod evaluation;
mod events;
mod grants;
mod incidents;
pub mod migrations;
mod prune;
mod push;
mod queries;
mod sealed;
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
		AdministrationLookup, CertificateLookup, CertificateNumber, Direction, Identifier,
		IncidentKind, IncidentMark, LegLookup, Moment, Officers, RecognitionSuspensionLookup, Role,
		Scope, Territory, TraderId, TraderLookup, MAX_GRANTORS,
	};
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

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Give a trader the benefits that it earns in a declaration, and record them.
		///
		/// Origin: officer with scope `Clearance` of the grantor, which is the caller's
		/// administration; it records its uses in clear. `declaration` is the commitment to the
		/// declaration's reference: the blake2-256 of the reference's bytes and 32 random bytes, the
		/// salt, see [`declaration_commitment`](aeo_primitives::declaration_commitment). The same
		/// declaration and role again change nothing. Fails with [`Error::UsesAreSealed`],
		/// [`Error::DeclarationMissing`], [`Error::DeclarationDiffers`], [`Error::TinNotUnderstood`],
		/// [`Error::NumberMissing`], [`Error::NumberTooLong`], [`Error::NumberNotUnderstood`], or the
		/// denial. Emits [`Event::BenefitsGranted`], or [`Event::AlreadyRecorded`].
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::granting_most(1))]
		pub fn grant(
			origin: OriginFor<T>,
			declaration: H256,
			identifier: Identifier,
			role: Role,
			direction: Direction,
		) -> DispatchResultWithPostInfo {
			let (grantor, officer) = Self::ensure_officer(origin, Scope::Clearance)?;
			let row = GrantRow {
				declaration,
				identifier,
				role,
				direction,
			};
			Ok(Some(Self::do_grant(grantor, officer, &row)?).into())
		}

		/// As [`Pallet::grant`], for up to 500 declarations, each by itself: a row that gets nothing is
		/// told in an event, and the others go on. A denial is an answer.
		///
		/// Origin: officer with scope `Clearance` of the grantor, which records its uses in clear. Fails
		/// with [`Error::UsesAreSealed`], [`Error::RowsMissing`], [`Error::TooManyRows`]. Emits
		/// [`Event::BenefitsGranted`], [`Event::AlreadyRecorded`] or [`Event::GrantFailed`] for each row.
		#[pallet::call_index(1)]
		#[pallet::weight(Pallet::<T>::granting_most(rows.len()))]
		pub fn grant_many(origin: OriginFor<T>, rows: Vec<GrantRow>) -> DispatchResultWithPostInfo {
			let (grantor, officer) = Self::ensure_officer(origin, Scope::Clearance)?;
			Ok(Some(Self::do_grant_many(grantor, officer, &rows)?).into())
		}

		/// Remove the oldest grants of one's own that are older than [`Config::Retention`], up to
		/// `limit`, which is 100 at most. What they counted stays counted.
		///
		/// Origin: officer with scope `Clearance` of the grantor. Fails with
		/// [`Error::LimitOutOfRange`], [`Error::NothingToPrune`]. Emits [`Event::GrantsPruned`].
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::pruning_most(*limit))]
		pub fn prune(origin: OriginFor<T>, limit: u32) -> DispatchResultWithPostInfo {
			let (grantor, officer) = Self::ensure_officer(origin, Scope::Clearance)?;
			Ok(Some(Self::do_prune(grantor, officer, limit)?).into())
		}

		/// Open an incident at one's own administration: until it is closed, whoever has the benefit of
		/// trade recovery is served first.
		///
		/// Origin: officer with scope `Risk` of the grantor. `document` is the blake2-256 of the
		/// decision. Fails with [`Error::DocumentMissing`], [`Error::TooManyIncidents`]. Emits
		/// [`Event::IncidentOpened`].
		#[pallet::call_index(3)]
		pub fn open_incident(
			origin: OriginFor<T>,
			kind: IncidentKind,
			document: H256,
		) -> DispatchResult {
			let (grantor, officer) = Self::ensure_officer(origin, Scope::Risk)?;
			Self::do_open_incident(grantor, officer, kind, document)
		}

		/// Close an incident at one's own administration.
		///
		/// Origin: officer with scope `Risk` of the grantor. `document` is the blake2-256 of the
		/// decision. Fails with [`Error::DocumentMissing`], [`Error::NoSuchIncident`],
		/// [`Error::IncidentClosedAlready`]. Emits [`Event::IncidentClosed`].
		#[pallet::call_index(4)]
		pub fn close_incident(
			origin: OriginFor<T>,
			incident: u32,
			document: H256,
		) -> DispatchResult {
			let (grantor, officer) = Self::ensure_officer(origin, Scope::Risk)?;
			Self::do_close_incident(grantor, officer, incident, document)
		}

		/// Record the uses of a period sealed: the Merkle root over them, how many there are, what they
		/// come to by agreement, benefit and direction, and a sealed line for each holder.
		///
		/// Origin: officer with scope `Clearance` of the grantor, which records its uses sealed. Days
		/// are its local days; a period begins after the one before. What a leaf says, and how it is
		/// proved: [`sealed_use`](aeo_primitives::sealed_use). Fails with [`Error::TooManySealedRows`],
		/// [`Error::DateNotUnderstood`], [`Error::DateNotReal`], [`Error::UsesAreClear`],
		/// [`Error::RootMissing`], [`Error::PeriodEndsBeforeItBegins`], [`Error::DaysSealedAlready`],
		/// [`Error::DayNotCome`], [`Error::CounterTwice`], [`Error::CountersDontFit`],
		/// [`Error::HolderMissing`], [`Error::HolderTwice`], [`Error::LineTooLong`]. Emits
		/// [`Event::UsesSealed`].
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
			let (grantor, officer) = Self::ensure_officer(origin, Scope::Clearance)?;
			let period = Self::period(&period)?;
			let counters = BoundedVec::try_from(counters);
			let counters = counters.map_err(|_| Error::<T>::TooManySealedRows)?;
			Self::do_record_sealed(grantor, officer, period, root, leaves, counters, lines)
		}
	}
}
