//! # Agreements
//!
//! Mutual Recognition Agreements as living objects: parties that sign, and legs that are in force,
//! suspended and resumed one by one.
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
mod events;
mod legs;
mod signing;
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
		AdministrationLookup, AgreementId, Date, Officers, Territory, MAX_GRANTORS, MAX_LEGS,
	};
	use frame_support::{pallet_prelude::*, traits::UnixTime, BoundedBTreeSet};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the runtime gives to the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256, RuntimeEvent: From<Event<Self>>> {
		/// Who acts for an administration, and where its clocks stand.
		type Administrations: Officers<Self::AccountId, Error: Into<DispatchError>>
			+ AdministrationLookup;
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

	/// The agreements, signed ones for ever. Twox64: the chain gives the numbers.
	#[pallet::storage]
	pub type Agreements<T: Config> = StorageMap<_, Twox64Concat, AgreementId, Agreement>;

	/// The legs of each agreement that not all parties have signed.
	#[pallet::storage]
	pub type ProposedLegs<T: Config> =
		StorageMap<_, Twox64Concat, AgreementId, AgreementLegs, ValueQuery>;

	/// The legs of all signed agreements from an issuer to a grantor: one read for an evaluation.
	#[pallet::storage]
	pub type Legs<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Twox64Concat,
		Territory,
		BoundedVec<StoredLeg, ConstU32<MAX_LEGS>>,
		ValueQuery,
	>;

	/// The grantors to which legs of an issuer lead.
	#[pallet::storage]
	pub type Grantors<T: Config> = StorageMap<
		_,
		Twox64Concat,
		Territory,
		BoundedBTreeSet<Territory, ConstU32<MAX_GRANTORS>>,
		ValueQuery,
	>;

	/// The number of the next agreement.
	#[pallet::storage]
	pub type NextAgreement<T: Config> = StorageValue<_, AgreementId, ValueQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Propose an agreement (M1). By a party's own account it is that party's signature too, and
		/// `in_force_from` the day from which the legs are in force in which it is grantor; an
		/// officer gives none.
		///
		/// Origin: own account, or officer with scope `Agreements`, of a party. `text` is the
		/// blake2-256 of the agreement's text; `signed_on` the day on which a treaty that exists was
		/// signed. Emits [`Event::AgreementProposed`], and [`Event::AgreementSigned`] where it is a
		/// signature.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::propose(legs.len().try_into().unwrap_or(u32::MAX)))]
		pub fn propose(
			origin: OriginFor<T>,
			parties: BoundedVec<Territory, ConstU32<MAX_PARTIES>>,
			text: H256,
			signed_on: Option<Date>,
			notice_days: u16,
			legs: AgreementLegs,
			in_force_from: Option<Date>,
		) -> DispatchResult {
			let actor = Self::ensure_party(origin)?;
			let draft = Draft {
				parties: Self::parties(parties)?,
				text,
				signed_on,
				notice_days,
				legs,
			};
			Self::do_propose(actor, draft, in_force_from)
		}

		/// Sign an agreement (M2). The last signature makes it binding, and each leg is in force
		/// from the day that its grantor gave, or waits for one.
		///
		/// Origin: own account of a party. `terms` is the hash that stands in the proposal's event:
		/// all sign the same text and the same legs. Emits [`Event::AgreementSigned`], and
		/// [`Event::LegChanged`] for each leg with the last signature.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::sign(MAX_AGREEMENT_LEGS))]
		pub fn sign(
			origin: OriginFor<T>,
			agreement: AgreementId,
			terms: H256,
			in_force_from: Option<Date>,
		) -> DispatchResultWithPostInfo {
			let party = T::Administrations::ensure_own_account(&ensure_signed(origin)?)
				.map_err(Into::into)?;
			let begun = Self::do_sign(party, agreement, terms, in_force_from)?;
			Ok(Some(T::WeightInfo::sign(begun)).into())
		}

		/// Put a leg in force from a day on (M3).
		///
		/// Origin: own account, or officer with scope `Agreements`, of its grantor. Emits
		/// [`Event::LegChanged`].
		#[pallet::call_index(2)]
		pub fn put_in_force(
			origin: OriginFor<T>,
			agreement: AgreementId,
			issuer: Territory,
			from: Date,
		) -> DispatchResult {
			let actor = Self::ensure_party(origin)?;
			Self::do_put_in_force(actor.party, agreement, issuer, from)
		}

		/// Suspend a leg at once (M4): its grantor stops giving, or its issuer stops sharing.
		///
		/// Origin: own account, or officer with scope `Agreements`, of its grantor or issuer. Emits
		/// [`Event::LegChanged`].
		#[pallet::call_index(3)]
		pub fn suspend_leg(
			origin: OriginFor<T>,
			agreement: AgreementId,
			issuer: Territory,
			grantor: Territory,
		) -> DispatchResult {
			let actor = Self::ensure_party(origin)?;
			Self::do_set_suspended(actor.party, agreement, issuer, grantor, true)
		}

		/// Take one's own suspension of a leg back (M4). It is in force again when neither end has
		/// suspended it.
		///
		/// Origin: own account, or officer with scope `Agreements`, of the one that suspended. Emits
		/// [`Event::LegChanged`].
		#[pallet::call_index(4)]
		pub fn resume_leg(
			origin: OriginFor<T>,
			agreement: AgreementId,
			issuer: Territory,
			grantor: Territory,
		) -> DispatchResult {
			let actor = Self::ensure_party(origin)?;
			Self::do_set_suspended(actor.party, agreement, issuer, grantor, false)
		}

		/// Take a proposal back that not all have signed.
		///
		/// Origin: own account, or officer with scope `Agreements`, of the party that proposed it.
		/// Emits [`Event::ProposalRetracted`].
		#[pallet::call_index(5)]
		pub fn retract(origin: OriginFor<T>, agreement: AgreementId) -> DispatchResult {
			let actor = Self::ensure_party(origin)?;
			Self::do_retract(actor.party, agreement)
		}
	}
}
