//! # Fees
//!
//! What pays for a transaction, and who signed it.
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
pub use ports::PaidCalls;
pub use roles::{Payer, QuotaOrFee};
pub use types::*;
pub use weights::WeightInfo;

mod budgets;
mod calls;
pub mod migrations;
mod ports;
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
	use aeo_primitives::{AccountKinds, AdministrationLookup, Territory};
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the runtime gives to the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// Who sets the quotas of administrations: 2/3 of the council.
		type QuotaOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Tells who takes part, and what each account is.
		type Administrations: AccountKinds<Self::AccountId> + AdministrationLookup;
		/// The quota with which an administration is admitted.
		#[pallet::constant]
		type InitialQuota: Get<Quota>;
		/// What an administration can always use for what protects it: suspensions, votes, its own
		/// quarantine, leaving, its keys. It is apart from the quota that the council sets, and all
		/// that a quarantined administration has. One account can use half of it.
		#[pallet::constant]
		type Reserve: Get<Quota>;
		/// The quota that all holders, agencies and offered accounts of one administration share.
		#[pallet::constant]
		type JointQuota: Get<Quota>;
		/// The quota of a single one of them.
		#[pallet::constant]
		type AccountQuota: Get<Quota>;
		/// Tells for which calls of whom the quotas pay.
		type PaidCalls: PaidCalls<Self::AccountId, Self::RuntimeCall>;
		/// Weights of the calls.
		type WeightInfo: WeightInfo;
		/// Sets up for the benchmarks what other pallets store.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId, Self::RuntimeCall>;
	}

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The quota of each administration that was ever admitted, and what it has used of it. Twox64: a
	/// territory is one of 252, nobody can choose colliding keys.
	#[pallet::storage]
	pub type Budgets<T: Config> =
		StorageMap<_, Twox64Concat, Territory, Budget<BlockNumberFor<T>>, ValueQuery>;

	/// What each administration has used of [`Config::Reserve`]. Twox64: as [`Budgets`].
	#[pallet::storage]
	pub type UsedOfReserve<T: Config> =
		StorageMap<_, Twox64Concat, Territory, Bucket<BlockNumberFor<T>>, ValueQuery>;

	/// What the holders, agencies and offered accounts of each administration have used of
	/// [`Config::JointQuota`]. Twox64: as [`Budgets`].
	#[pallet::storage]
	pub type UsedJointly<T: Config> =
		StorageMap<_, Twox64Concat, Territory, Bucket<BlockNumberFor<T>>, ValueQuery>;

	/// What single accounts have used: of [`Config::AccountQuota`], or of their share in the reserve
	/// of their administration. Blake2: accounts are chosen by their owners.
	#[pallet::storage]
	pub type UsedByAccount<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Bucket<BlockNumberFor<T>>, ValueQuery>;

	/// The signer of the extrinsic under way, whatever origins are nested in it. There is none
	/// between extrinsics, so that it never comes to the database: benchmarks don't count it.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type OuterSigner<T: Config> = StorageValue<_, T::AccountId>;

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The council changed a quota.
		QuotaChanged {
			/// The administration.
			administration: Territory,
			/// The quota from now on.
			quota: Quota,
		},
	}

	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such administration. Name one that was admitted and has not left; look in
		/// `administrations.administrations`.
		UnknownAdministration,
		/// A quota of nothing would leave the administration no more than its reserve. Give what can be
		/// saved up and what comes back with each block, both in fee units; to stop an administration,
		/// quarantine it.
		QuotaMissing,
		/// It is so already. Look at what is recorded, and say what is to change.
		NothingWouldChange,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			for quota in [
				T::InitialQuota::get(),
				T::Reserve::get(),
				T::JointQuota::get(),
				T::AccountQuota::get(),
			] {
				assert!(quota.recovery <= quota.max);
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Changes the quota of an administration.
		///
		/// What protects it (suspensions, votes, its own quarantine, leaving, its keys) is paid
		/// from [`Config::Reserve`] whatever is set here.
		///
		/// - `administration`: the one whose quota it is.
		/// - `quota`: the most that can be saved up, and what comes back with each block, in fee
		///   units; neither can be 0.
		///
		/// Origin: [`Config::QuotaOrigin`].
		///
		/// Fails with [`Error::UnknownAdministration`], [`Error::QuotaMissing`],
		/// [`Error::NothingWouldChange`].
		///
		/// Emits [`Event::QuotaChanged`].
		#[pallet::call_index(0)]
		pub fn set_quota(
			origin: OriginFor<T>,
			administration: Territory,
			quota: Quota,
		) -> DispatchResult {
			T::QuotaOrigin::ensure_origin(origin)?;
			Self::do_set_quota(administration, quota)
		}
	}
}
