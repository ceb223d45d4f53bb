//! # Disclosures
//!
//! The confidential data of certified traders lie off chain, as lists that each issuer seals for each
//! reader. Here stand which list is the last, to which key it is sealed, its root, and where it is
//! fetched: no data, sealed or not.
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
		AdministrationLookup, ConsentLookup, DisclosureLookup, EncryptionKeys, Officers, Scope,
		Territory, TraderId, TraderLookup, Written,
	};
	use aeo_support::signers::Signers;
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, traits::UnixTime};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::traits::SaturatedConversion;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the runtime gives to the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256, RuntimeEvent: From<Event<Self>>> {
		/// Who acts for an administration, and to which key data are sealed for it.
		type Administrations: Officers<Self::AccountId, Error: Into<DispatchError>>
			+ AdministrationLookup
			+ EncryptionKeys;
		/// The agreements, whose legs disclose data.
		type Agreements: DisclosureLookup;
		/// The consents of the holders: no list is accepted that was made before one was withdrawn.
		type Consents: ConsentLookup;
		/// The traders and their accounts.
		type Traders: TraderLookup<Self::AccountId>;
		/// The clock of the chain, in milliseconds.
		type Time: UnixTime;
		/// How many blocks old the state may be on which a list was made.
		#[pallet::constant]
		type MaxAge: Get<u32>;
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

	/// The last list of each issuer for each reader; an issuer's own list is one of them. Twox64:
	/// nobody chooses a territory.
	#[pallet::storage]
	pub type Lists<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, Territory, ListRecord>;

	/// Where the files of each issuer are fetched.
	#[pallet::storage]
	pub type Sources<T: Config> = StorageMap<_, Twox64Concat, Territory, Source>;

	/// The keys to which issuers seal what is for a trader itself. Identity: the key is a hash.
	#[pallet::storage]
	pub type HolderKeys<T: Config> = StorageMap<_, Identity, TraderId, HolderKey>;

	/// What was published.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An issuer has another list for a reader. The one before counts no more.
		ListPublished {
			/// Whose certificates it is about.
			issuer: Territory,
			/// Who can open it.
			reader: Territory,
			/// Counts the lists of this issuer for this reader, from 1.
			sequence: u32,
			/// The root over its pages; zeros where it has none.
			root: H256,
			/// How many pages it has.
			pages: u32,
			/// The number of the block on whose state it was made.
			as_of: u32,
			/// The issuer's officer.
			by: T::AccountId,
		},
		/// An administration says where its files are fetched, or that they are nowhere.
		SourceSet {
			/// The administration.
			administration: Territory,
			/// The address; none from now on where this is none.
			source: Option<Source>,
		},
		/// A trader has another key to which issuers seal what is for it, or none.
		HolderKeySet {
			/// The trader.
			trader: TraderId,
			/// Its X25519 public key; none from now on where this is none.
			key: Option<H256>,
			/// The trader's account; where it was unlinked, and the key went with it, that one.
			by: T::AccountId,
		},
	}

	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// There are no lists. Add one.
		ListsMissing,
		/// There are more than 256 lists. Make two transactions of them.
		TooManyLists,
		/// Two of the lists are for the same reader. Leave the older one out.
		ReaderTwice,
		/// The block on which the lists were made is this one or one to come. Name a block that is final.
		MadeInFuture,
		/// The block on which the lists were made lies more than 200 blocks back. Make them on the last
		/// final block, and publish them at once.
		MadeTooLongAgo,
		/// A holder has withdrawn its consent since the block on which the lists were made. Make them
		/// anew, on a block after that.
		ConsentWithdrawnSince,
		/// There is no such administration. Name one that was admitted; look in
		/// `administrations.administrations`.
		UnknownAdministration,
		/// The reader has left, or says that its own keys are not safe. Give it only a list without pages,
		/// or wait until it is safe again.
		ReaderUnsafe,
		/// The list is sealed to a key that is not the reader's present one. Seal it to that one, as
		/// `administrations.administrations` has it.
		KeyRotated,
		/// The sequence is not the next one. Give the last one of this reader plus one, 1 for its first:
		/// `disclosures.lists` has the last.
		NotNext,
		/// A list without pages has a root of zeros, and no other list has. Correct root or pages.
		RootAndPages,
		/// No leg in force from you to this reader discloses anything. Publish for it only a list without
		/// pages, or wait until such a leg is in force.
		NotEntitled,
		/// The address is not understood: it begins with `https://` and a name, has at most 128
		/// characters of ASCII, and no user, query, fragment or white space. Correct it.
		SourceNotUnderstood,
		/// It is the present address already, or there is none to remove. Leave it.
		SourceUnchanged,
		/// The account is linked to no trader. Ask the customs administration to offer to link it.
		NotAHolder,
		/// There is no key: it is all zeros, or none is registered. Give an X25519 public key.
		KeyMissing,
		/// It is the trader's key already. Leave it, or give another one.
		KeyUnchanged,
		/// The key is of low order: whatever is sealed to it everybody could open. Make a new one, by
		/// `aeo keys new`, and register that.
		KeyNotUsable,
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
		/// Publishes lists, each for one reader, in the place of those before: all of them or none.
		///
		/// - `as_of`: the number of the final block on whose state they were made, at most 200
		///   blocks back.
		/// - `lists`: 1 to 256; a list without pages takes everything back from its reader, and is
		///   accepted whoever that is.
		///
		/// Origin: officer with scope `Disclosure` of the issuer.
		///
		/// Fails with [`Error::ListsMissing`], [`Error::TooManyLists`], [`Error::ReaderTwice`],
		/// [`Error::MadeInFuture`], [`Error::MadeTooLongAgo`], [`Error::ConsentWithdrawnSince`],
		/// [`Error::RootAndPages`], [`Error::NotNext`], [`Error::UnknownAdministration`],
		/// [`Error::ReaderUnsafe`], [`Error::KeyRotated`], [`Error::NotEntitled`].
		///
		/// Emits [`Event::ListPublished`] for each.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::publish(lists.len().saturated_into()))]
		pub fn publish(origin: OriginFor<T>, as_of: u32, lists: Vec<NewList>) -> DispatchResult {
			let (issuer, by) =
				T::Administrations::ensure_signed_officer(origin, Scope::Disclosure)?;
			Self::do_publish(issuer, by, as_of, lists)
		}

		/// Says where the administration's files are fetched.
		///
		/// - `url`: `https://` and what follows, at most 128 characters of ASCII; empty where they are
		///   nowhere any more.
		///
		/// Origin: own account.
		///
		/// Fails with [`Error::SourceNotUnderstood`], [`Error::SourceUnchanged`].
		///
		/// Emits [`Event::SourceSet`].
		#[pallet::call_index(1)]
		pub fn set_source(origin: OriginFor<T>, url: Written) -> DispatchResult {
			let administration = T::Administrations::ensure_signed_own_account(origin)?;
			Self::do_set_source(administration, &url)
		}

		/// Registers the key to which issuers seal what is for the trader itself, in the place of its
		/// earlier one.
		///
		/// - `key`: an X25519 public key. Its secret stays with the trader.
		///
		/// Origin: the holder's account.
		///
		/// Fails with [`Error::NotAHolder`], [`Error::KeyMissing`], [`Error::KeyNotUsable`],
		/// [`Error::KeyUnchanged`].
		///
		/// Emits [`Event::HolderKeySet`].
		#[pallet::call_index(2)]
		pub fn register_key(origin: OriginFor<T>, key: H256) -> DispatchResult {
			Self::do_register_key(ensure_signed(origin)?, key)
		}

		/// Removes the key of the trader: from now on nothing is sealed to it.
		///
		/// Origin: the holder's account.
		///
		/// Fails with [`Error::NotAHolder`], [`Error::KeyMissing`].
		///
		/// Emits [`Event::HolderKeySet`].
		#[pallet::call_index(3)]
		pub fn remove_key(origin: OriginFor<T>) -> DispatchResult {
			Self::do_remove_key(ensure_signed(origin)?)
		}
	}
}
