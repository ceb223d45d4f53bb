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

mod errors;
mod evaluation;
mod events;
mod grants;
mod push;
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
		LegLookup, Officers, RecognitionSuspensionLookup, Role, Territory, TraderId, TraderLookup,
		MAX_GRANTORS,
	};
	use frame_support::{pallet_prelude::*, traits::UnixTime};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the runtime gives to the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256, RuntimeEvent: From<Event<Self>>> {
		/// Who acts for an administration, where its clocks stand, how it records uses.
		type Administrations: Officers<Self::AccountId, Error: Into<DispatchError>>
			+ AdministrationLookup;
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

	/// Every use of a trader's status, from 0. Identity: the key is a hash.
	#[pallet::storage]
	pub type Uses<T: Config> = StorageDoubleMap<_, Identity, TraderId, Twox64Concat, u32, UseKey>;

	/// How many uses there are.
	#[pallet::storage]
	pub type UseCount<T: Config> = StorageMap<_, Identity, TraderId, u32, ValueQuery>;

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
		/// administration; it records its uses in clear. `declaration` is the commitment of the
		/// declaration's reference: the blake2-256 of reference and salt. The same declaration and
		/// role again change nothing. Emits [`Event::BenefitsGranted`].
		#[pallet::call_index(0)]
		pub fn grant(
			origin: OriginFor<T>,
			declaration: H256,
			identifier: Identifier,
			role: Role,
			direction: Direction,
		) -> DispatchResult {
			let grantor = Self::ensure_officer(origin)?;
			Self::do_grant(grantor, declaration, &identifier, role, direction)
		}
	}
}
