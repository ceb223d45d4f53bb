//! # Identities
//!
//! The traders of the chain: their TINs, what partners call them, and the accounts with which they
//! act.
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

mod aliases;
mod errors;
mod events;
mod known_alias;
pub mod migrations;
mod offers;
mod roles;
mod traders;
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
		AccountRoles, AdministrationLookup, AliasScheme, Moment, NormalisedTin, Officers,
		OnTraderEnded, OuterSigner, OutsideRoles, Territory, TraderId, Written, WrittenTin,
	};
	use frame_support::{pallet_prelude::*, traits::UnixTime};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the runtime gives to the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// Who acts for an administration, and which territories it covers.
		type Administrations: Officers<Self::AccountId, Error: Into<DispatchError>>
			+ AdministrationLookup
			+ AccountRoles<Self::AccountId>
			+ OuterSigner<Self::AccountId>;
		/// Tells which accounts are agencies', and can't be holders'; `()` where there are none.
		type Agencies: OutsideRoles<Self::AccountId>;
		/// Hears when a trader goes on no more; `()` where nobody does.
		type OnTraderEnded: OnTraderEnded;
		/// The clock of the chain, in milliseconds.
		type Time: UnixTime;
		/// Bound on the accounts linked to one trader, with those that are offered.
		#[pallet::constant]
		type MaxAccounts: Get<u32>;
		/// Bound on the open offers of one administration.
		#[pallet::constant]
		type MaxOpenOffers: Get<u32>;
		/// How long an offer can be accepted, in milliseconds.
		#[pallet::constant]
		type OfferLifetime: Get<Moment>;
		/// Bound on the aliases of one trader at one grantor, self-declared ones included.
		#[pallet::constant]
		type MaxAliases: Get<u32>;
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

	/// The traders. Identity: the key is a hash.
	#[pallet::storage]
	pub type Traders<T: Config> = StorageMap<_, Identity, TraderId, Trader>;

	/// The trader for which an account acts. Blake2: accounts are chosen by their owners.
	#[pallet::storage]
	pub type Accounts<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Link<T::AccountId>>;

	/// The offers to link an account; one for each account. What has lapsed stays until it is cleared
	/// away, and means nothing.
	#[pallet::storage]
	pub type Offers<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Offer<T::AccountId>>;

	/// The offers of each administration, oldest first: all of them in one value, which so is bounded
	/// for each by itself. Twox64: a territory can't be chosen.
	#[pallet::storage]
	pub type OpenOffers<T: Config> = StorageMap<
		_,
		Twox64Concat,
		Territory,
		OpenOfferList<T::AccountId, T::MaxOpenOffers>,
		ValueQuery,
	>;

	/// The trader that an alias leads to. Blake2: aliases can be chosen.
	#[pallet::storage]
	pub type Aliases<T: Config> = StorageMap<_, Blake2_128Concat, AliasKey, TraderId>;

	/// How many traders have declared an alias that no grantor has confirmed for them. They are
	/// counted and not kept in one place, so that a squatter can't keep the rightful trader out.
	#[pallet::storage]
	pub type Claims<T: Config> = StorageMap<_, Blake2_128Concat, AliasKey, u32, ValueQuery>;

	/// The aliases of each trader at each grantor, with their source. Blake2: aliases can be chosen.
	#[pallet::storage]
	pub type AliasesOf<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Identity, TraderId>,
			NMapKey<Twox64Concat, Territory>,
			NMapKey<Blake2_128Concat, AliasKey>,
		),
		AliasSource,
	>;

	/// How many aliases each trader has at each grantor, self-declared ones included: bounded for
	/// each grantor by itself.
	#[pallet::storage]
	pub type AliasCounts<T: Config> =
		StorageDoubleMap<_, Identity, TraderId, Twox64Concat, Territory, u32, ValueQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Register a trader in the open profile: its TIN is public. One that another administration
		/// registered when it covered the territory, or the same in an earlier admission, is taken
		/// over.
		///
		/// Origin: officer with scope `Identities` of the administration that covers the TIN's
		/// territory. `publication_consent` is the blake2-256 of the company's consent to being
		/// public. Emits [`Event::TraderRegistered`] or [`Event::TraderTakenOver`].
		#[pallet::call_index(0)]
		pub fn register(
			origin: OriginFor<T>,
			tin: WrittenTin,
			publication_consent: H256,
		) -> DispatchResult {
			let administration = Self::ensure_officer(origin)?;
			let tin = Self::tin(&tin)?;
			let trader = Self::id(tin.text());
			if let Some(record) = Traders::<T>::get(trader) {
				return Self::register_again(administration, trader, record, publication_consent);
			}
			Self::do_register(administration, &tin, publication_consent)?;
			Ok(())
		}

		/// Register a trader whose number was legally issued although its check digit is wrong.
		///
		/// Origin: own account of the administration that covers the TIN's territory.
		/// `instrument` is the blake2-256 of the document that shows it. Emits
		/// [`Event::TraderRegistered`].
		#[pallet::call_index(1)]
		pub fn register_despite_check(
			origin: OriginFor<T>,
			tin: WrittenTin,
			publication_consent: H256,
			instrument: H256,
		) -> DispatchResult {
			let administration = T::Administrations::ensure_own_account(&ensure_signed(origin)?)
				.map_err(Into::into)?;
			let tin = Self::ensure_new(&tin)?;
			Self::ensure_overridable(&tin)?;
			ensure!(!instrument.is_zero(), Error::<T>::DocumentMissing);
			let check = TinCheck::Overridden { instrument };
			Self::store(administration, &tin, check, publication_consent)?;
			Ok(())
		}

		/// Close a trader that exists no more. This is final, and ends the benefits of its certificates.
		///
		/// Origin: officer with scope `Identities` of the trader's administration. Emits
		/// [`Event::TraderClosed`].
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::telling_most(T::WeightInfo::close()))]
		pub fn close(
			origin: OriginFor<T>,
			tin: WrittenTin,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let (trader, record, counted) = Self::own_counting(origin, &tin)?;
			let administration = record.administration;
			Self::do_close(trader, record, document)?;
			let weight = T::WeightInfo::close();
			Ok(Some(Self::tell_ended(weight, administration, trader, counted)).into())
		}

		/// Merge a trader into another of the same administration. This is final, and ends the benefits
		/// of its certificates, which don't move by themselves.
		///
		/// Origin: officer with scope `Identities` of both traders' administration. Emits
		/// [`Event::TraderMerged`].
		#[pallet::call_index(3)]
		#[pallet::weight(Pallet::<T>::telling_most(T::WeightInfo::merge()))]
		pub fn merge(
			origin: OriginFor<T>,
			tin: WrittenTin,
			into: WrittenTin,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let (trader, record, counted) = Self::own_counting(origin, &tin)?;
			let administration = record.administration;
			Self::do_merge(trader, record, &into, document)?;
			let weight = T::WeightInfo::merge();
			Ok(Some(Self::tell_ended(weight, administration, trader, counted)).into())
		}

		/// Offer to link an account to a trader. It must accept, so that a typing error links
		/// nobody; a further offer to the same account replaces this one. It can be accepted as long as
		/// [`Config::OfferLifetime`] says, and while the administration is admitted.
		///
		/// Origin: officer with scope `Identities` of the trader's administration. `instrument` is
		/// the blake2-256 of a document, signed under the national PKI, that binds the account.
		/// Fails with [`Error::TooManyOffers`], [`Error::TooManyAccounts`], [`Error::AccountHasARole`].
		/// Emits [`Event::AccountOffered`], and [`Event::OfferLapsed`] for each of the administration's
		/// earlier ones that makes room, two at most.
		#[pallet::call_index(4)]
		pub fn offer_account(
			origin: OriginFor<T>,
			tin: WrittenTin,
			account: T::AccountId,
			instrument: Option<H256>,
		) -> DispatchResult {
			let officer = ensure_signed(origin.clone())?;
			let (trader, record) = Self::own_active(origin, &tin)?;
			Self::do_offer(officer, trader, &record, account, instrument)
		}

		/// Accept to act for the trader with this TIN.
		///
		/// Origin: the offered account. Fails with [`Error::AccountNotOffered`], [`Error::OfferLapsed`]. Emits
		/// [`Event::AccountLinked`].
		#[pallet::call_index(5)]
		pub fn accept_account(origin: OriginFor<T>, tin: WrittenTin) -> DispatchResult {
			let account = ensure_signed(origin)?;
			let trader = Self::id(Self::tin(&tin)?.text());
			Self::do_accept(trader, account)
		}

		/// Decline an offer.
		///
		/// Origin: the offered account. Emits [`Event::OfferEnded`].
		#[pallet::call_index(6)]
		pub fn decline_account(origin: OriginFor<T>) -> DispatchResult {
			let account = ensure_signed(origin)?;
			let offer = Offers::<T>::get(&account).ok_or(Error::<T>::AccountNotOffered)?;
			Self::end_offer(offer, account)
		}

		/// Withdraw an offer.
		///
		/// Origin: officer with scope `Identities` of the trader's administration. Emits
		/// [`Event::OfferEnded`].
		#[pallet::call_index(7)]
		pub fn withdraw_offer(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let administration = Self::ensure_officer(origin)?;
			let offer = Offers::<T>::get(&account).ok_or(Error::<T>::AccountNotOffered)?;
			Self::ensure_own(administration, offer.link.trader)?;
			Self::end_offer(offer, account)
		}

		/// Unlink an account from a trader.
		///
		/// Origin: officer with scope `Identities` of the trader's administration. Emits
		/// [`Event::AccountUnlinked`].
		#[pallet::call_index(8)]
		pub fn unlink_account(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let administration = Self::ensure_officer(origin)?;
			let link = Accounts::<T>::get(&account).ok_or(Error::<T>::AccountNotLinked)?;
			Self::ensure_own(administration, link.trader)?;
			Self::do_unlink(link, account)
		}

		/// Unlink one's own account from its trader.
		///
		/// Origin: the linked account. Emits [`Event::AccountUnlinked`].
		#[pallet::call_index(9)]
		pub fn unlink_own_account(origin: OriginFor<T>) -> DispatchResult {
			let account = ensure_signed(origin)?;
			let link = Accounts::<T>::get(&account).ok_or(Error::<T>::AccountNotLinked)?;
			Self::do_unlink(link, account)
		}

		/// Issue the alias by which one's own declarations name a foreign trader.
		///
		/// Origin: officer with scope `Identities` of the grantor. Emits [`Event::AliasGiven`].
		#[pallet::call_index(10)]
		pub fn issue_alias(
			origin: OriginFor<T>,
			tin: WrittenTin,
			scheme: AliasScheme,
			value: Written,
		) -> DispatchResult {
			let grantor = Self::ensure_officer(origin)?;
			let (trader, record) = Self::active(&tin)?;
			let alias = Self::alias(grantor, scheme, &value)?;
			Self::give_alias(trader, &record, alias, AliasSource::Issued)
		}

		/// Derive the alias that a grantor's declarations have for a trader.
		///
		/// Origin: officer with scope `Identities` of the trader's administration. `written` is
		/// what that administration calls the trader: its number, or its AEO code where the rule
		/// takes that. The alias is computed here. Emits [`Event::AliasGiven`].
		#[pallet::call_index(11)]
		pub fn derive_alias(
			origin: OriginFor<T>,
			tin: WrittenTin,
			grantor: Territory,
			written: Written,
		) -> DispatchResult {
			let (trader, record) = Self::own_active(origin, &tin)?;
			Self::ensure_grantor(grantor)?;
			let alias = Self::derived(&record.tin, grantor, &written)?;
			let written = Self::text(&written).map_err(|_| Error::<T>::AliasNotDerived)?;
			Self::give_alias(trader, &record, alias, AliasSource::Derived { written })
		}

		/// Declare an alias that a grantor's declarations have for a trader, such as a US MID. It
		/// yields nothing until the grantor confirms it.
		///
		/// Origin: account linked to the trader, or officer with scope `Identities` of its
		/// administration. Emits [`Event::AliasDeclared`].
		#[pallet::call_index(12)]
		pub fn declare_alias(
			origin: OriginFor<T>,
			tin: WrittenTin,
			grantor: Territory,
			scheme: AliasScheme,
			value: Written,
		) -> DispatchResult {
			let (trader, mut record) = Self::active(&tin)?;
			Self::ensure_speaks_for(origin, trader, &mut record)?;
			Self::ensure_grantor(grantor)?;
			Self::do_declare(trader, &record, Self::alias(grantor, scheme, &value)?)
		}

		/// Confirm an alias that a trader declared.
		///
		/// Origin: officer with scope `Identities` of the grantor. Emits [`Event::AliasGiven`].
		#[pallet::call_index(13)]
		pub fn confirm_alias(
			origin: OriginFor<T>,
			tin: WrittenTin,
			scheme: AliasScheme,
			value: Written,
		) -> DispatchResult {
			let grantor = Self::ensure_officer(origin)?;
			let (trader, record) = Self::active(&tin)?;
			let alias = Self::alias(grantor, scheme, &value)?;
			ensure!(
				AliasesOf::<T>::get((trader, grantor, &alias)) == Some(AliasSource::SelfDeclared),
				Error::<T>::AliasNotDeclared
			);
			Self::give_alias(trader, &record, alias, AliasSource::Confirmed)
		}

		/// Remove an alias.
		///
		/// Origin: officer with scope `Identities` of the grantor; unless the grantor issued it,
		/// also an account linked to the trader, or such an officer of the trader's
		/// administration. Emits [`Event::AliasRemoved`].
		#[pallet::call_index(14)]
		pub fn remove_alias(
			origin: OriginFor<T>,
			tin: WrittenTin,
			grantor: Territory,
			scheme: AliasScheme,
			value: Written,
		) -> DispatchResult {
			let trader = Self::id(Self::tin(&tin)?.text());
			let mut record = Traders::<T>::get(trader).ok_or(Error::<T>::UnknownTrader)?;
			let alias = Self::alias(grantor, scheme, &value)?;
			let source = AliasesOf::<T>::get((trader, grantor, &alias));
			let source = source.ok_or(Error::<T>::UnknownAlias)?;
			if Self::ensure_officer(origin.clone()) != Ok(grantor) {
				Self::ensure_speaks_for(origin, trader, &mut record)?;
				ensure!(
					source != AliasSource::Issued,
					Error::<T>::AliasIssuedByGrantor
				);
			}
			Self::do_remove(trader, alias, source)
		}
	}
}
