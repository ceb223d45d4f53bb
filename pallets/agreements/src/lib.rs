//! # Agreements
//!
//! Mutual Recognition Agreements as living objects: parties that sign, accede and give notice, and
//! legs that are in force, suspended, resumed, replaced and ended one by one.
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

mod amending;
mod errors;
mod events;
mod legs;
pub mod migrations;
mod milestones;
mod notice;
mod pair;
mod signing;
mod summaries;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
mod types;
mod waiting;
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
		AdministrationLookup, AgreementId, Date, MilestoneKind, Moment, Officers, Territory,
	};
	use frame_support::{pallet_prelude::*, traits::UnixTime};
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
		/// Bound on the legs of one issuer, to all grantors and of all agreements together: what a
		/// change of one of its certificates looks at.
		#[pallet::constant]
		type MaxLegsOfIssuer: Get<u32>;
		/// How long agreements and amendments wait for signatures, in milliseconds.
		#[pallet::constant]
		type ProposalLifetime: Get<Moment>;
		/// Bound on the agreements that one administration proposed and not all have signed, and as
		/// much for its amendments.
		#[pallet::constant]
		type MaxWaiting: Get<u32>;
		/// Bound on the bytes of their legs, of all its agreements and of all its amendments each. The
		/// largest agreement must fit.
		#[pallet::constant]
		type MaxWaitingBytes: Get<u32>;
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

	/// What each agreement was before it was amended, by version. Twox64: the chain gives both.
	#[pallet::storage]
	pub type EarlierVersions<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AgreementId, Twox64Concat, u32, Agreement>;

	/// The amendment of each agreement that not all parties have signed.
	#[pallet::storage]
	pub type Amendments<T: Config> = StorageMap<_, Twox64Concat, AgreementId, Amendment>;

	/// The legs of each agreement, or amendment, that not all parties have signed.
	#[pallet::storage]
	pub type ProposedLegs<T: Config> =
		StorageMap<_, Twox64Concat, AgreementId, AgreementLegs, ValueQuery>;

	/// What each administration proposed and not all have signed, oldest first, so that it is bounded
	/// for each by itself. Twox64: neither can be chosen.
	#[pallet::storage]
	pub type Waiting<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		Territory,
		Twox64Concat,
		Kind,
		WaitingList<T::MaxWaiting>,
		ValueQuery,
	>;

	/// The legs of all signed agreements from an issuer to a grantor: one read for an evaluation.
	/// One that is over stays until another begins.
	#[pallet::storage]
	pub type Legs<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, Territory, PairLegs, ValueQuery>;

	/// The legs of each issuer that are not over, whoever grants: one read where a certificate
	/// changes. It always follows from [`Legs`].
	#[pallet::storage]
	pub type LegSummaries<T: Config> =
		StorageMap<_, Twox64Concat, Territory, Summary<T::MaxLegsOfIssuer>, ValueQuery>;

	/// The milestones of each agreement, from 0. They stay where a proposal is taken back.
	#[pallet::storage]
	pub type Milestones<T: Config> =
		StorageDoubleMap<_, Twox64Concat, AgreementId, Twox64Concat, u32, Milestone>;

	/// How many milestones there are.
	#[pallet::storage]
	pub type MilestoneCount<T: Config> = StorageMap<_, Twox64Concat, AgreementId, u32, ValueQuery>;

	/// The number of the next agreement.
	#[pallet::storage]
	pub type NextAgreement<T: Config> = StorageValue<_, AgreementId, ValueQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxWaiting::get() > 0);
			assert!(
				AgreementLegs::max_encoded_len()
					<= usize::try_from(T::MaxWaitingBytes::get()).unwrap_or_default()
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Propose an agreement (M1). By a party's own account it is that party's signature too, and
		/// `in_force_from` the day from which the legs are in force in which it is grantor; an
		/// officer gives none. It waits for the other signatures until it lapses, after
		/// [`Config::ProposalLifetime`]; what the proposer's earlier ones left behind makes room.
		///
		/// Origin: own account, or officer with scope `Agreements`, of a party. `text` is the
		/// blake2-256 of the agreement's text; `signed_on` the day on which a treaty that exists was
		/// signed. Fails with [`Error::TooManyWaiting`], [`Error::TooMuchWaiting`] among others. Emits
		/// [`Event::AgreementProposed`], [`Event::AgreementSigned`] where it is a signature, and
		/// [`Event::ProposalLapsed`] for each that made room, two at most.
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
			let party = Self::ensure_own_account(origin)?;
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
		/// Origin: own account, or officer with scope `Agreements`, of the party that proposed it; of
		/// any party where it has lapsed. Emits [`Event::ProposalRetracted`], or
		/// [`Event::ProposalLapsed`].
		#[pallet::call_index(5)]
		pub fn retract(origin: OriginFor<T>, agreement: AgreementId) -> DispatchResult {
			let actor = Self::ensure_party(origin)?;
			Self::do_retract(actor.party, agreement)
		}

		/// Give notice (M5): all legs of the agreement in which the party is issuer or grantor end
		/// after as many days as the agreement says, counted from today where the grantor's clocks
		/// stand; through that last day they go on. What still waits for a day is over at once, and
		/// so is an amendment that not all have signed.
		///
		/// Origin: own account, or officer with scope `Agreements`, of a party. A leg that is under
		/// notice already keeps its last day. Emits [`Event::NoticeGiven`], and
		/// [`Event::LegChanged`] for each leg.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::give_notice(MAX_PARTIES))]
		pub fn give_notice(
			origin: OriginFor<T>,
			agreement: AgreementId,
		) -> DispatchResultWithPostInfo {
			let actor = Self::ensure_party(origin)?;
			let parties = Self::do_give_notice(actor.party, agreement)?;
			Ok(Some(T::WeightInfo::give_notice(parties)).into())
		}

		/// Propose that further parties accede, that legs are added or changed, or both (M6); it is
		/// the proposer's signature too. `legs` are those that are new or take the place of others;
		/// the rest goes on. `in_force_from` is as in [`Pallet::sign`], for these legs. It lapses after
		/// [`Config::ProposalLifetime`], and one that has lapsed makes room.
		///
		/// Origin: own account of a party. `text` is the blake2-256 of the amendment's text. Emits
		/// [`Event::AmendmentProposed`] and [`Event::AmendmentSigned`], and [`Event::AmendmentLapsed`]
		/// for each that made room, three at most.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::propose_amendment(legs.len().try_into().unwrap_or(u32::MAX)))]
		pub fn propose_amendment(
			origin: OriginFor<T>,
			agreement: AgreementId,
			text: H256,
			new_parties: BoundedVec<Territory, ConstU32<MAX_PARTIES>>,
			legs: AgreementLegs,
			in_force_from: Option<Date>,
		) -> DispatchResult {
			let party = Self::ensure_own_account(origin)?;
			Self::do_propose_amendment(party, agreement, text, new_parties, legs, in_force_from)
		}

		/// Sign an amendment (M6). The last signature makes it the next version of the agreement. A
		/// leg that it changes goes on as it was until the day from which the new one is in force.
		///
		/// Origin: own account of a party, or of one that accedes. `terms` is the hash that stands
		/// in the amendment's event. Emits [`Event::AmendmentSigned`], and [`Event::LegChanged`] for
		/// each leg with the last signature.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::sign_amendment(MAX_AGREEMENT_LEGS))]
		pub fn sign_amendment(
			origin: OriginFor<T>,
			agreement: AgreementId,
			terms: H256,
			in_force_from: Option<Date>,
		) -> DispatchResultWithPostInfo {
			let party = Self::ensure_own_account(origin)?;
			let begun = Self::do_sign_amendment(party, agreement, terms, in_force_from)?;
			Ok(Some(T::WeightInfo::sign_amendment(begun)).into())
		}

		/// Take an amendment back that not all have signed.
		///
		/// Origin: own account of the party that proposed it; of any party where it has lapsed, or that
		/// one is not admitted any more. Emits [`Event::AmendmentRetracted`], or
		/// [`Event::AmendmentLapsed`].
		#[pallet::call_index(9)]
		pub fn retract_amendment(origin: OriginFor<T>, agreement: AgreementId) -> DispatchResult {
			let party = Self::ensure_own_account(origin)?;
			Self::do_retract_amendment(party, agreement)
		}

		/// Record a milestone of an agreement (M7). Nothing depends on it.
		///
		/// Origin: own account, or officer with scope `Agreements`, of a party. `document` is the
		/// blake2-256 of the report. Emits [`Event::MilestoneRecorded`].
		#[pallet::call_index(10)]
		pub fn record_milestone(
			origin: OriginFor<T>,
			agreement: AgreementId,
			kind: MilestoneKind,
			on: Date,
			document: H256,
		) -> DispatchResult {
			let actor = Self::ensure_party(origin)?;
			Self::do_record_milestone(actor.party, agreement, kind, on, document)
		}
	}
}
