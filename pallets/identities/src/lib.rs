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
		AdministrationLookup, AliasScheme, Hands, InsideAccounts, LegLookup, Moment, NormalisedTin,
		Officers, OnAccountUnlinked, OnTraderEnded, OuterSigner, OutsideAccounts, Scope, Territory,
		TraderId, Written, WrittenTin,
	};
	use aeo_support::{proposals::Proposal, signers::Signers};
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
			+ InsideAccounts<Self::AccountId>;
		/// Tells who signed the extrinsic under way, besides the officer whose call it is; `()` where
		/// nobody records it.
		type OuterSigner: OuterSigner<Self::AccountId>;
		/// Tells which accounts are agencies', and can't be holders'; `()` where there are none.
		type Agencies: OutsideAccounts<Self::AccountId>;
		/// Tells which grantors an agreement joins to an issuer: only they issue aliases; with `()`
		/// nobody does.
		type Legs: LegLookup;
		/// Hears when a trader goes on no more; `()` where nobody does.
		type OnTraderEnded: OnTraderEnded;
		/// Hears when an account is unlinked; `()` where nobody does.
		type OnAccountUnlinked: OnAccountUnlinked<Self::AccountId>;
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
		/// How long a proposal can be confirmed, in milliseconds.
		#[pallet::constant]
		type ProposalLifetime: Get<Moment>;
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

	/// The offers to link an account; one for each account. What has lapsed stays until it is
	/// cleared away, and means nothing.
	#[pallet::storage]
	pub type Offers<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Offer<T::AccountId>>;

	/// The offers of each administration, oldest first: all of them in one value, which so is
	/// bounded for each by itself. Twox64: a territory can't be chosen.
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

	/// The aliases of each trader at each grantor, with their source. Blake2: aliases can be
	/// chosen.
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

	/// The traders that the hashes of later numbers lead to: of those that a trader has got since it was
	/// registered with its first one. Identity: the key is a hash.
	#[pallet::storage]
	pub type LaterNumbers<T: Config> = StorageMap<_, Identity, TraderId, TraderId>;

	/// The decisions that wait for a second officer, by administration and number: the present one of a
	/// trader that is registered. Blake2: numbers
	/// can be chosen.
	#[pallet::storage]
	pub type Proposals<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Blake2_128Concat,
		NormalisedTin,
		Proposal<T::AccountId, TraderDecision>,
	>;

	/// How many proposals each administration has made, which numbers them.
	#[pallet::storage]
	pub type ProposalCount<T: Config> = StorageMap<_, Twox64Concat, Territory, u32, ValueQuery>;

	/// What each officer has proposed and waits, or has lapsed, oldest first. Blake2: accounts are
	/// chosen by their owners.
	#[pallet::storage]
	pub type Proposed<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Blake2_128Concat,
		T::AccountId,
		BoundedVec<OpenProposal, ConstU32<MAX_WAITING>>,
		ValueQuery,
	>;

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A trader was registered.
		TraderRegistered {
			/// Its id.
			trader: TraderId,
			/// Its TIN.
			tin: NormalisedTin,
			/// The administration that registered it.
			administration: Territory,
			/// What is known of the number.
			check: TinCheck,
			/// blake2-256 of the consent to publication.
			publication_consent: H256,
		},
		/// An administration acts for a trader that was another's, or its own in an earlier
		/// admission: it covers the territory of the TIN now, and vouches for the trader from now
		/// on. What the one before certified stays that one's.
		TraderTakenOver {
			/// The trader.
			trader: TraderId,
			/// The administration before.
			from: Territory,
			/// The administration from now on.
			administration: Territory,
			/// The number of its admission.
			admission: u32,
		},
		/// A trader exists no more.
		TraderClosed {
			/// The trader.
			trader: TraderId,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// A trader has become part of another.
		TraderMerged {
			/// The trader.
			trader: TraderId,
			/// The TIN under which it goes on.
			into: NormalisedTin,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// An account may become linked to a trader, once it accepts.
		AccountOffered {
			/// The trader.
			trader: TraderId,
			/// The account.
			account: T::AccountId,
			/// blake2-256 of the document that binds it.
			instrument: Option<H256>,
		},
		/// An offer was declined by the account or withdrawn by an officer.
		OfferEnded {
			/// The trader.
			trader: TraderId,
			/// The account.
			account: T::AccountId,
		},
		/// An offer that was not accepted in time was cleared away.
		OfferLapsed {
			/// The trader.
			trader: TraderId,
			/// The account.
			account: T::AccountId,
		},
		/// An account acts for a trader from now on.
		AccountLinked {
			/// The trader.
			trader: TraderId,
			/// The account.
			account: T::AccountId,
		},
		/// An account acts for a trader no more.
		AccountUnlinked {
			/// The trader.
			trader: TraderId,
			/// The account.
			account: T::AccountId,
		},
		/// An alias leads to a trader from now on: it was issued, derived or confirmed.
		AliasGiven {
			/// The trader.
			trader: TraderId,
			/// The alias.
			alias: AliasKey,
			/// Where it comes from.
			source: AliasSource,
		},
		/// A trader declared an alias, which the grantor may confirm.
		AliasDeclared {
			/// The trader.
			trader: TraderId,
			/// The alias.
			alias: AliasKey,
		},
		/// A trader has an alias no more.
		AliasRemoved {
			/// The trader.
			trader: TraderId,
			/// The alias.
			alias: AliasKey,
		},
		/// A trader has got another number, and goes on under it. Both lead to it.
		TraderSucceeded {
			/// The trader.
			trader: TraderId,
			/// Its number until now.
			from: NormalisedTin,
			/// Its number from now on.
			by: NormalisedTin,
			/// What is known of that number.
			check: TinCheck,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// A former number leads to a trader no more.
		NumberReleased {
			/// The trader.
			trader: TraderId,
			/// The number.
			number: NormalisedTin,
			/// blake2-256 of the decision.
			document: H256,
		},
		/// A decision about a trader's number waits for a second officer.
		TraderDecisionProposed {
			/// The administration.
			administration: Territory,
			/// The number.
			tin: NormalisedTin,
			/// The number of the proposal, which its confirmation names.
			proposal: u32,
			/// What is proposed.
			decision: TraderDecision,
			/// The officer who proposed it.
			by: T::AccountId,
			/// It can be confirmed until then.
			expires: Moment,
		},
		/// A decision about a trader's number was confirmed, and is done.
		TraderDecisionConfirmed {
			/// The administration.
			administration: Territory,
			/// The number.
			tin: NormalisedTin,
			/// The number of the proposal.
			proposal: u32,
			/// Who proposed and confirmed it.
			by: Hands<T::AccountId>,
		},
		/// A decision about a trader's number was refused, or taken back.
		TraderDecisionRefused {
			/// The administration.
			administration: Territory,
			/// The number.
			tin: NormalisedTin,
			/// The number of the proposal.
			proposal: u32,
			/// The officer who proposed it.
			maker: T::AccountId,
			/// The officer who refused it.
			by: T::AccountId,
		},
	}

	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// The TIN is missing. Write the territory and the trader's number.
		TinMissing,
		/// The TIN is longer than 35 characters. Write one number, in full.
		TinTooLong,
		/// The TIN doesn't begin with a territory's code. Write two letters of ISO 3166-1, EU, XI
		/// or XK in front (Greece is GR).
		TinTerritoryUnknown,
		/// The TIN is of another form than its scheme has: a number of characters, a prefix or a
		/// character in the wrong place. Compare it with the document.
		TinMalformed,
		/// The date in the TIN is no day of the calendar. Compare its six digits.
		TinDateNotReal,
		/// A part of the TIN is one that is never issued. Compare prefix and serial with the
		/// document; a legally issued one can be registered by two officers or the own account, despite
		/// the check.
		TinNeverIssued,
		/// The check digit of the TIN doesn't fit. Look for a typing error; a legally issued number
		/// can be registered by two officers or the own account, despite the check.
		TinCheckDigitWrong,
		/// The number passes its check, and needs no document. Leave the instrument out; to register
		/// the trader, call `identities.register`.
		TinCheckPasses,
		/// The number shows that it is a natural person's, and the open profile makes it public.
		/// Register companies only.
		NumberOfANaturalPerson,
		/// The territory of the TIN is covered by another administration, or by none. Let the
		/// administration that covers it register it; look in `administrations.coverage`.
		NotYourTerritory,
		/// The consent to publication is missing (all zeros). Give the blake2-256 of the document:
		/// the open profile is lawful only with the company's consent.
		ConsentMissing,
		/// The document is missing (all zeros). Give its blake2-256.
		DocumentMissing,
		/// The TIN is registered already. Look it up in `identities.traders`.
		RegisteredAlready,
		/// No trader is registered with this TIN. Register it first.
		UnknownTrader,
		/// The trader is closed, or merged into another. Use the TIN under which it goes on.
		TraderNotActive,
		/// The territory of the trader's TIN is covered by another administration, or by none. Ask
		/// the one that covers it, which alone acts for the trader.
		NotYourTrader,
		/// A trader can't be merged into itself. Name another TIN.
		MergedIntoItself,
		/// The account acts for somebody already: as own account, officer, holder or agency, or it
		/// is offered to be one. An account acts for one only; take another one.
		AccountInUse,
		/// The account was offered nothing that it could accept. Ask for an offer first, and sign
		/// with the account that it names.
		AccountNotOffered,
		/// The account is not linked to this trader. Sign with one that is, or as an officer of
		/// the trader's administration.
		AccountNotLinked,
		/// The account was not accepted in time, or who offered it is not admitted any more, is in
		/// quarantine, or has the trader no more. Ask an officer to offer it again.
		OfferLapsed,
		/// The administration has as many open offers as allowed. Have one accepted, withdraw one,
		/// or wait: an offer lapses after the constant `offerLifetime`.
		TooManyOffers,
		/// The trader has as many accounts as allowed, with those that are offered. Unlink one, or
		/// withdraw an offer.
		TooManyAccounts,
		/// There is no such administration. Name one that was admitted and has not left; look in
		/// `administrations.administrations`.
		UnknownAdministration,
		/// A grantor knows its own traders by their TIN. Use the TIN.
		AliasOfOwnTrader,
		/// The alias is missing. Write it as in the declaration.
		AliasMissing,
		/// The alias is longer than 35 characters. Write one alias, in full.
		AliasTooLong,
		/// The alias has characters other than letters, digits, `&` and `Ñ`. Write it as in the
		/// declaration.
		AliasNotUnderstood,
		/// There is no rule that derives this alias from what was written. Check the number or
		/// code; where there is no rule at all, let the grantor issue an alias.
		AliasNotDerived,
		/// Another active trader has the alias. Ask the grantor, who may remove it.
		AliasTaken,
		/// The trader has the alias already. There is nothing to do; look in
		/// `identities.aliasesOf`.
		AliasKnownAlready,
		/// The trader has no such alias at this grantor. Look in `identities.aliasesOf`, and
		/// compare grantor, scheme and alias.
		UnknownAlias,
		/// No alias of the trader waits to be confirmed in these words. Let the trader declare it
		/// with `identities.declareAlias`, or issue it yourself with `identities.issueAlias`.
		AliasNotDeclared,
		/// The grantor issued the alias. Ask the grantor, who alone may remove it.
		AliasIssuedByGrantor,
		/// The trader has as many aliases at this grantor as allowed. Remove one first; the grantor
		/// may remove any.
		TooManyAliases,
		/// The TIN has a character that no number has. Write it anew, from the document;
		/// `aeo_tinCheck` tells the character's place.
		TinCharacterUnknown,
		/// A company's number of nine digits lacks its check digit. Write that behind it;
		/// `aeo_tinCheck` tells which one it is.
		TinCheckDigitMissing,
		/// The number stands for the public or for foreigners, and is no firm's. Ask for the
		/// firm's own number.
		TinGeneric,
		/// Greece is `EL` in VAT numbers only. Write GR instead of EL.
		TinOfGreeceBeginsWithGr,
		/// A territory's code too many stands in front. Write only that of who gave the number, once.
		TinHasTwoCodes,
		/// A character is missing, and with a zero in front the number would be right. Write 0 in
		/// front if the document has it.
		TinLacksAZero,
		/// A character is too many, and without the zero in front the number would be right. Write
		/// it without, if the document does.
		TinHasAZeroTooMany,
		/// The number is that of a person's identity card. Ask for the firm's own number.
		TinIsAnIdentityCard,
		/// The `T` in front is an invoice number's. Write the 13 digits of the corporate number.
		TinIsAnInvoiceNumber,
		/// The alias is of another form than its scheme has. Compare it with the document.
		AliasMalformed,
		/// The check digits of the alias don't fit. Look for a typing error.
		AliasCheckDigitWrong,
		/// No agreement has a leg from the trader's administration to the grantor. Sign one first:
		/// an alias has no use before.
		NoLegToGrantor,
		/// A decision about the number waits already. Have it confirmed, or refuse it.
		ProposedAlready,
		/// As many proposals wait as allowed. Refuse one of them, or ask another officer to confirm
		/// them.
		TooManyProposals,
		/// Nothing waits under this number: it was never proposed, or was confirmed, refused,
		/// retracted or has lapsed. Look at `identities.proposals`.
		UnknownProposal,
		/// What waits has another number. Look up what waits in `identities.proposals`, read it, and
		/// name its number.
		ProposalNumberDiffers,
		/// Who made the proposal is no officer with the scope for it any more. Propose it again.
		ProposingOfficerDismissed,
		/// The proposal was not confirmed in time, and has lapsed. Propose it again.
		ProposalLapsed,
		/// What it is about has changed since the proposal. Look it up in `identities.traders`.
		ChangedSinceProposal,
		/// The officer who proposed a decision can't confirm it. Ask another officer.
		ConfirmingOfficerProposedIt,
		/// The account that signed the proposal can't sign the confirmation, through whatever it is
		/// nested in. Ask somebody else to sign.
		ConfirmingSignerSignedTheProposal,
		/// Four eyes need a signature to look at. Make the call in a signed transaction.
		NotASignedTransaction,
		/// A trader goes on under a number of the same territory. Register the other one as a trader of
		/// its own, or merge the two.
		SuccessorOfAnotherTerritory,
		/// It is the trader's present number. Name another one; to release this one, let the trader
		/// first go on under its right number.
		NumberIsPresent,
		/// The trader was registered with this number, which leads to it for good. Close the trader
		/// where that was a mistake.
		NumberIsTheFirst,
		/// The trader goes on under another number, and is certified under that one. Write its present
		/// number, which `identities.traders` has.
		NumberIsFormer,
		/// The number doesn't lead to this trader. Look both up in `identities.traders` and
		/// `identities.laterNumbers`.
		NumberOfAnotherTrader,
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
		/// Registers a trader in the open profile: its TIN is public.
		///
		/// One that another administration registered when it covered the territory, or the same in
		/// an earlier admission, is taken over.
		///
		/// - `tin`: one text, the territory's code and the trader's number, `MXNWM9709244W4`.
		/// - `publication_consent`: blake2-256 of the company's consent to being public.
		///
		/// Origin: officer with scope `Identities` of the administration that covers the TIN's
		/// territory.
		///
		/// Fails with [`Error::TinMissing`], [`Error::TinTooLong`], [`Error::TinTerritoryUnknown`],
		/// [`Error::TinMalformed`], [`Error::TinCharacterUnknown`],
		/// [`Error::TinCheckDigitMissing`], [`Error::TinGeneric`],
		/// [`Error::TinOfGreeceBeginsWithGr`], [`Error::TinHasTwoCodes`], [`Error::TinLacksAZero`],
		/// [`Error::TinHasAZeroTooMany`], [`Error::TinIsAnIdentityCard`],
		/// [`Error::TinIsAnInvoiceNumber`]; for a new trader [`Error::TinDateNotReal`],
		/// [`Error::TinNeverIssued`], [`Error::TinCheckDigitWrong`], [`Error::NotYourTerritory`],
		/// [`Error::NumberOfANaturalPerson`]; else [`Error::RegisteredAlready`],
		/// [`Error::TraderNotActive`]; for both [`Error::ConsentMissing`].
		///
		/// Emits [`Event::TraderRegistered`] or [`Event::TraderTakenOver`].
		#[pallet::call_index(0)]
		pub fn register(
			origin: OriginFor<T>,
			tin: WrittenTin,
			publication_consent: H256,
		) -> DispatchResult {
			Self::do_register(
				Self::ensure_officer(origin)?,
				&Self::tin(&tin)?,
				publication_consent,
			)
		}

		/// Registers a trader whose number was legally issued although its check digit is wrong, or
		/// although it is of a range that is never issued.
		///
		/// - `tin`: one text, the territory's code and the trader's number, `MXNWM9709244W4`.
		/// - `publication_consent`: blake2-256 of the company's consent to being public.
		/// - `instrument`: blake2-256 of the document that shows that the number was issued.
		///
		/// Origin: own account of the administration that covers the TIN's territory.
		///
		/// Fails with [`Error::TinMissing`], [`Error::TinTooLong`], [`Error::TinTerritoryUnknown`],
		/// [`Error::TinMalformed`], [`Error::RegisteredAlready`], [`Error::TinDateNotReal`],
		/// [`Error::TinCheckPasses`], [`Error::DocumentMissing`], [`Error::NotYourTerritory`],
		/// [`Error::NumberOfANaturalPerson`], [`Error::ConsentMissing`].
		///
		/// Emits [`Event::TraderRegistered`].
		#[pallet::call_index(1)]
		pub fn register_despite_check(
			origin: OriginFor<T>,
			tin: WrittenTin,
			publication_consent: H256,
			instrument: H256,
		) -> DispatchResult {
			let administration = T::Administrations::ensure_signed_own_account(origin)?;
			let tin = Self::tin(&tin)?;
			Self::do_register_despite_check(administration, &tin, publication_consent, instrument)
		}

		/// Closes a trader that exists no more; this is final, and ends the benefits of its
		/// certificates.
		///
		/// - `tin`: the trader's.
		/// - `document`: blake2-256 of the decision.
		///
		/// Origin: officer with scope `Identities` of the trader's administration.
		///
		/// Fails with [`Error::TinMissing`], [`Error::TinTooLong`], [`Error::TinTerritoryUnknown`],
		/// [`Error::TinMalformed`], [`Error::UnknownTrader`], [`Error::TraderNotActive`],
		/// [`Error::NotYourTrader`], [`Error::DocumentMissing`].
		///
		/// Emits [`Event::TraderClosed`], after [`Event::TraderTakenOver`] where the trader is
		/// taken over with it.
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::telling_most(T::WeightInfo::close()))]
		pub fn close(
			origin: OriginFor<T>,
			tin: WrittenTin,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let (trader, record, counted) = Self::own_counting(origin, &tin)?;
			Self::do_close(trader, record, counted, document)
		}

		/// Merges a trader into another of the same administration; this is final, and ends the
		/// benefits of its certificates, which don't move by themselves.
		///
		/// - `tin`: the trader's.
		/// - `into`: the TIN under which the trader goes on.
		/// - `document`: blake2-256 of the decision.
		///
		/// Origin: officer with scope `Identities` of both traders' administration.
		///
		/// Fails with [`Error::TinMissing`], [`Error::TinTooLong`], [`Error::TinTerritoryUnknown`],
		/// [`Error::TinMalformed`], [`Error::UnknownTrader`], [`Error::TraderNotActive`],
		/// [`Error::NotYourTrader`], each for either of them, [`Error::DocumentMissing`],
		/// [`Error::MergedIntoItself`].
		///
		/// Emits [`Event::TraderMerged`], after [`Event::TraderTakenOver`] for each trader that is
		/// taken over with it.
		#[pallet::call_index(3)]
		#[pallet::weight(Pallet::<T>::telling_most(T::WeightInfo::merge()))]
		pub fn merge(
			origin: OriginFor<T>,
			tin: WrittenTin,
			into: WrittenTin,
			document: H256,
		) -> DispatchResultWithPostInfo {
			let (trader, record, counted) = Self::own_counting(origin, &tin)?;
			Self::do_merge(trader, record, counted, &into, document)
		}

		/// Offers to link an account to a trader, which the account must accept, so that a typing
		/// error links nobody.
		///
		/// A further offer to the same account replaces this one. It can be accepted as long as
		/// [`Config::OfferLifetime`] says, in milliseconds, and while the administration is
		/// admitted.
		///
		/// - `tin`: the trader's.
		/// - `account`: the account that is to act for it.
		/// - `instrument`: blake2-256 of a document, signed under the national PKI, that binds the
		///   account; or none.
		///
		/// Origin: officer with scope `Identities` of the trader's administration.
		///
		/// Fails with [`Error::TinMissing`], [`Error::TinTooLong`], [`Error::TinTerritoryUnknown`],
		/// [`Error::TinMalformed`], [`Error::UnknownTrader`], [`Error::TraderNotActive`],
		/// [`Error::NotYourTrader`], [`Error::DocumentMissing`], [`Error::AccountInUse`],
		/// [`Error::TooManyAccounts`], [`Error::TooManyOffers`].
		///
		/// Emits [`Event::AccountOffered`], after [`Event::TraderTakenOver`] where the trader is
		/// taken over with it, and [`Event::OfferLapsed`] for each of the administration's earlier
		/// offers that makes room, two at most.
		#[pallet::call_index(4)]
		pub fn offer_account(
			origin: OriginFor<T>,
			tin: WrittenTin,
			account: T::AccountId,
			instrument: Option<H256>,
		) -> DispatchResult {
			let officer = ensure_signed(origin.clone())?;
			let (trader, record) = Self::own_active(origin, &tin)?;
			Self::do_offer_account(officer, trader, &record, account, instrument)
		}

		/// Accepts to act for a trader.
		///
		/// - `tin`: the trader's, which its offer names.
		///
		/// Origin: the offered account.
		///
		/// Fails with [`Error::TinMissing`], [`Error::TinTooLong`], [`Error::TinTerritoryUnknown`],
		/// [`Error::TinMalformed`], [`Error::AccountNotOffered`], [`Error::OfferLapsed`],
		/// [`Error::AccountInUse`], [`Error::TraderNotActive`], [`Error::TooManyAccounts`].
		///
		/// Emits [`Event::AccountLinked`].
		#[pallet::call_index(5)]
		pub fn accept_account(origin: OriginFor<T>, tin: WrittenTin) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_accept_account(&tin, account)
		}

		/// Declines an offer, lapsed or not.
		///
		/// Origin: the offered account.
		///
		/// Fails with [`Error::AccountNotOffered`].
		///
		/// Emits [`Event::OfferEnded`].
		#[pallet::call_index(6)]
		pub fn decline_account(origin: OriginFor<T>) -> DispatchResult {
			Self::do_decline_account(ensure_signed(origin)?)
		}

		/// Withdraws an offer, lapsed or not.
		///
		/// - `account`: the account that it was made to.
		///
		/// Origin: officer with scope `Identities` of the trader's administration.
		///
		/// Fails with [`Error::AccountNotOffered`], [`Error::NotYourTrader`].
		///
		/// Emits [`Event::OfferEnded`], after [`Event::TraderTakenOver`] where the trader is taken
		/// over with it.
		#[pallet::call_index(7)]
		pub fn withdraw_offer(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			Self::do_withdraw_offer(Self::ensure_officer(origin)?, account)
		}

		/// Unlinks an account from a trader.
		///
		/// - `account`: the account that acts for it.
		///
		/// Origin: officer with scope `Identities` of the trader's administration.
		///
		/// Fails with [`Error::AccountNotLinked`], [`Error::NotYourTrader`].
		///
		/// Emits [`Event::AccountUnlinked`], after [`Event::TraderTakenOver`] where the trader is
		/// taken over with it.
		#[pallet::call_index(8)]
		pub fn unlink_account(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			Self::do_unlink_account(Self::ensure_officer(origin)?, account)
		}

		/// Unlinks one's own account from its trader.
		///
		/// Origin: the linked account.
		///
		/// Fails with [`Error::AccountNotLinked`].
		///
		/// Emits [`Event::AccountUnlinked`].
		#[pallet::call_index(9)]
		pub fn unlink_own_account(origin: OriginFor<T>) -> DispatchResult {
			Self::do_unlink_own_account(ensure_signed(origin)?)
		}

		/// Issues the alias by which one's own declarations name a foreign trader.
		///
		/// - `tin`: the trader's.
		/// - `scheme`: what kind of name it is.
		/// - `value`: the alias as it stands in the declaration, at most 35 letters, digits, `&`
		///   and `Ñ`; spaces, `.`, `-` and `/` don't count.
		///
		/// Origin: officer with scope `Identities` of the grantor.
		///
		/// Fails with [`Error::TinMissing`], [`Error::TinTooLong`], [`Error::TinTerritoryUnknown`],
		/// [`Error::TinMalformed`], [`Error::UnknownTrader`], [`Error::TraderNotActive`],
		/// [`Error::AliasTooLong`], [`Error::AliasMissing`], [`Error::AliasNotUnderstood`],
		/// [`Error::AliasMalformed`], [`Error::AliasCheckDigitWrong`], [`Error::NoLegToGrantor`],
		/// [`Error::AliasOfOwnTrader`], [`Error::AliasKnownAlready`], [`Error::AliasTaken`],
		/// [`Error::TooManyAliases`].
		///
		/// Emits [`Event::AliasGiven`], after [`Event::AliasRemoved`] where a closed or merged
		/// trader had it.
		#[pallet::call_index(10)]
		pub fn issue_alias(
			origin: OriginFor<T>,
			tin: WrittenTin,
			scheme: AliasScheme,
			value: Written,
		) -> DispatchResult {
			Self::do_issue_alias(Self::ensure_officer(origin)?, &tin, scheme, &value)
		}

		/// Derives the alias that a grantor's declarations have for a trader.
		///
		/// The alias is computed here.
		///
		/// - `tin`: the trader's.
		/// - `grantor`: the administration whose declarations have it.
		/// - `written`: what the trader's administration calls it: its number, or its AEO code
		///   where the rule takes that.
		///
		/// Origin: officer with scope `Identities` of the trader's administration.
		///
		/// Fails with [`Error::TinMissing`], [`Error::TinTooLong`], [`Error::TinTerritoryUnknown`],
		/// [`Error::TinMalformed`], [`Error::UnknownTrader`], [`Error::TraderNotActive`],
		/// [`Error::NotYourTrader`], [`Error::UnknownAdministration`], [`Error::AliasNotDerived`],
		/// [`Error::AliasOfOwnTrader`], [`Error::AliasKnownAlready`], [`Error::AliasTaken`],
		/// [`Error::TooManyAliases`].
		///
		/// Emits [`Event::AliasGiven`], after [`Event::TraderTakenOver`] where the trader is taken
		/// over with it, and [`Event::AliasRemoved`] where a closed or merged trader had the alias.
		#[pallet::call_index(11)]
		pub fn derive_alias(
			origin: OriginFor<T>,
			tin: WrittenTin,
			grantor: Territory,
			written: Written,
		) -> DispatchResult {
			let (trader, record) = Self::own_active(origin, &tin)?;
			Self::do_derive_alias(trader, &record, grantor, &written)
		}

		/// Declares an alias that a grantor's declarations have for a trader, such as a US MID; it
		/// yields nothing until the grantor confirms it.
		///
		/// - `tin`: the trader's.
		/// - `grantor`: the administration whose declarations have it.
		/// - `scheme`: what kind of name it is.
		/// - `value`: as in [`Call::issue_alias`].
		///
		/// Origin: account linked to the trader, or officer with scope `Identities` of its
		/// administration.
		///
		/// Fails with [`Error::TinMissing`], [`Error::TinTooLong`], [`Error::TinTerritoryUnknown`],
		/// [`Error::TinMalformed`], [`Error::UnknownTrader`], [`Error::TraderNotActive`],
		/// [`Error::AccountNotLinked`], [`Error::NotYourTrader`], [`Error::UnknownAdministration`],
		/// [`Error::AliasTooLong`], [`Error::AliasMissing`], [`Error::AliasNotUnderstood`],
		/// [`Error::AliasMalformed`], [`Error::AliasCheckDigitWrong`],
		/// [`Error::AliasOfOwnTrader`], [`Error::AliasKnownAlready`], [`Error::TooManyAliases`].
		///
		/// Emits [`Event::AliasDeclared`], after [`Event::TraderTakenOver`] where an officer takes
		/// the trader over with it.
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
			Self::do_declare_alias(trader, &record, grantor, scheme, &value)
		}

		/// Confirms an alias that a trader declared.
		///
		/// - `tin`: the trader's.
		/// - `scheme`: what kind of name it is.
		/// - `value`: as in [`Call::issue_alias`].
		///
		/// Origin: officer with scope `Identities` of the grantor.
		///
		/// Fails with [`Error::TinMissing`], [`Error::TinTooLong`], [`Error::TinTerritoryUnknown`],
		/// [`Error::TinMalformed`], [`Error::UnknownTrader`], [`Error::TraderNotActive`],
		/// [`Error::AliasTooLong`], [`Error::AliasMissing`], [`Error::AliasNotUnderstood`],
		/// [`Error::AliasNotDeclared`], [`Error::AliasOfOwnTrader`], [`Error::AliasTaken`].
		///
		/// Emits [`Event::AliasGiven`], after [`Event::AliasRemoved`] where a closed or merged
		/// trader had it.
		#[pallet::call_index(13)]
		pub fn confirm_alias(
			origin: OriginFor<T>,
			tin: WrittenTin,
			scheme: AliasScheme,
			value: Written,
		) -> DispatchResult {
			Self::do_confirm_alias(Self::ensure_officer(origin)?, &tin, scheme, &value)
		}

		/// Removes an alias.
		///
		/// - `tin`: the trader's.
		/// - `grantor`: the administration whose declarations have it.
		/// - `scheme`: what kind of name it is.
		/// - `value`: as in [`Call::issue_alias`].
		///
		/// Origin: officer with scope `Identities` of the grantor; unless the grantor issued it,
		/// also an account linked to the trader, or such an officer of the trader's administration.
		///
		/// Fails with [`Error::TinMissing`], [`Error::TinTooLong`], [`Error::TinTerritoryUnknown`],
		/// [`Error::TinMalformed`], [`Error::UnknownTrader`], [`Error::AliasTooLong`],
		/// [`Error::AliasMissing`], [`Error::AliasNotUnderstood`], [`Error::UnknownAlias`],
		/// [`Error::AccountNotLinked`], [`Error::NotYourTrader`], [`Error::AliasIssuedByGrantor`].
		///
		/// Emits [`Event::AliasRemoved`], after [`Event::TraderTakenOver`] where an officer of the
		/// trader's side takes it over with this.
		#[pallet::call_index(14)]
		pub fn remove_alias(
			origin: OriginFor<T>,
			tin: WrittenTin,
			grantor: Territory,
			scheme: AliasScheme,
			value: Written,
		) -> DispatchResult {
			Self::do_remove_alias(origin, &tin, grantor, scheme, &value)
		}

		/// Proposes a decision about a trader's number, which another officer confirms.
		///
		/// - `tin`: one text, the territory's code and the trader's number, `MXNWM9709244W4`.
		/// - `decision`: what is decided, with its documents.
		///
		/// Origin: officer with scope `Identities` of the administration that covers the TIN's
		/// territory.
		///
		/// Fails with [`Error::NotASignedTransaction`], [`Error::TinMissing`],
		/// [`Error::TinTooLong`], [`Error::TinTerritoryUnknown`], [`Error::TinMalformed`],
		/// [`Error::RegisteredAlready`], [`Error::TinDateNotReal`], [`Error::TinCheckPasses`],
		/// [`Error::DocumentMissing`], [`Error::NumberOfANaturalPerson`],
		/// [`Error::ProposedAlready`], [`Error::TooManyProposals`]; to register, with
		/// [`Error::NotYourTerritory`], [`Error::ConsentMissing`]; else with
		/// [`Error::UnknownTrader`], [`Error::NotYourTrader`]; to succeed, with
		/// [`Error::TraderNotActive`], [`Error::SuccessorOfAnotherTerritory`],
		/// [`Error::NumberIsPresent`], [`Error::TinCheckDigitWrong`], [`Error::TinNeverIssued`]; to
		/// release, with [`Error::NumberIsPresent`], [`Error::NumberIsTheFirst`],
		/// [`Error::NumberOfAnotherTrader`].
		///
		/// Emits [`Event::TraderDecisionProposed`].
		#[pallet::call_index(15)]
		pub fn propose(
			origin: OriginFor<T>,
			tin: WrittenTin,
			decision: TraderDecision<WrittenTin>,
		) -> DispatchResult {
			let (administration, maker) = Self::ensure_hand(origin)?;
			let (tin, decision) = (Self::tin(&tin)?, Self::decision(decision)?);
			Self::do_propose(administration, maker, &tin, decision)
		}

		/// Confirms a decision about a trader's number that another officer proposed.
		///
		/// - `tin`: the number, as in [`Call::propose`].
		/// - `proposal`: the number of the proposal, which [`Event::TraderDecisionProposed`] and
		///   [`Proposals`] show.
		///
		/// Origin: officer with scope `Identities` of the same administration, who did not propose
		/// it.
		///
		/// Fails with [`Error::NotASignedTransaction`], [`Error::TinMissing`],
		/// [`Error::TinTooLong`], [`Error::TinTerritoryUnknown`], [`Error::TinMalformed`],
		/// [`Error::UnknownProposal`], [`Error::ProposalNumberDiffers`],
		/// [`Error::ProposalLapsed`], [`Error::ConfirmingOfficerProposedIt`],
		/// [`Error::ConfirmingSignerSignedTheProposal`], [`Error::ProposingOfficerDismissed`],
		/// [`Error::ChangedSinceProposal`], and with what [`Call::propose`] would fail with now.
		///
		/// Emits [`Event::TraderRegistered`], [`Event::TraderSucceeded`] or
		/// [`Event::NumberReleased`], after [`Event::TraderTakenOver`] where the trader is taken over
		/// with it, and [`Event::TraderDecisionConfirmed`].
		#[pallet::call_index(16)]
		pub fn confirm(origin: OriginFor<T>, tin: WrittenTin, proposal: u32) -> DispatchResult {
			let (administration, checker) = Self::ensure_hand(origin)?;
			Self::do_confirm(administration, checker, &Self::tin(&tin)?, proposal)
		}

		/// Refuses a decision about a trader's number that waits, or takes it back.
		///
		/// - `tin`: the number, as in [`Call::propose`].
		/// - `proposal`: the number of the proposal, which [`Event::TraderDecisionProposed`] and
		///   [`Proposals`] show.
		///
		/// Origin: officer with scope `Identities` of the same administration.
		///
		/// Fails with [`Error::TinMissing`], [`Error::TinTooLong`],
		/// [`Error::TinTerritoryUnknown`], [`Error::TinMalformed`], [`Error::UnknownProposal`],
		/// [`Error::ProposalNumberDiffers`].
		///
		/// Emits [`Event::TraderDecisionRefused`].
		#[pallet::call_index(17)]
		pub fn refuse(origin: OriginFor<T>, tin: WrittenTin, proposal: u32) -> DispatchResult {
			let (administration, officer) =
				T::Administrations::ensure_signed_officer(origin, Scope::Identities)?;
			Self::do_refuse(administration, officer, &Self::tin(&tin)?, proposal)
		}
	}
}
