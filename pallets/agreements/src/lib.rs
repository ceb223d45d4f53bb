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
mod programmes;
mod reading;
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
		AdministrationLookup, AgreementId, Date, MilestoneKind, Moment, Officers, ProgrammeLookup,
		Territory, Written, WrittenSet,
	};
	use alloc::vec::Vec;
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
		/// The programmes of the issuers, whose types the legs name.
		type Programmes: ProgrammeLookup;
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

	/// The number of the next amendment, of whatever agreement.
	#[pallet::storage]
	pub type NextAmendment<T: Config> = StorageValue<_, u32, ValueQuery>;

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

	/// The number of the latest agreement. They are numbered from 1: a form's prefilled 0 names none.
	#[pallet::storage]
	pub type LastAgreement<T: Config> = StorageValue<_, AgreementId, ValueQuery>;

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
		/// signed; `notice_days` the days between a party's notice and the last day, 1 to 3,650.
		///
		/// Fails with [`Error::PartiesMissing`], [`Error::NotAParty`], [`Error::PartyNotAdmitted`],
		/// [`Error::TextMissing`], [`Error::DateNotUnderstood`], [`Error::DateNotReal`],
		/// [`Error::DayNotCome`], [`Error::DayPassed`], [`Error::NoticeDaysMissing`],
		/// [`Error::OnlyOwnAccountSigns`], [`Error::TooManyWaiting`], [`Error::TooMuchWaiting`], and for
		/// its legs with [`Error::LegsMissing`], [`Error::TooManyLegs`], [`Error::LegNotBetweenParties`],
		/// [`Error::LegTwice`], [`Error::TypesMissing`], [`Error::CodeMissing`],
		/// [`Error::RolesMissing`], [`Error::DirectionsMissing`], [`Error::RowsMissing`],
		/// [`Error::ConsentCantBeGivenYet`] among others. Emits [`Event::AgreementProposed`],
		/// [`Event::TypesUnknownToIssuer`] for each leg with such types, [`Event::AgreementSigned`]
		/// where it is a signature, and [`Event::ProposalLapsed`] for each that made room, two at most.
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::propose(counted(legs.len())))]
		pub fn propose(
			origin: OriginFor<T>,
			parties: WrittenSet<Territory>,
			text: H256,
			signed_on: Option<Written>,
			notice_days: u16,
			legs: Vec<WrittenLeg>,
			in_force_from: Option<Written>,
		) -> DispatchResult {
			let actor = Self::ensure_party(origin)?;
			let draft = Draft {
				parties: Self::read_parties(&parties)?,
				text,
				signed_on: Self::read_day_given(signed_on)?,
				notice_days,
				legs: Self::read_legs(legs)?,
			};
			Self::do_propose(actor, draft, Self::read_day_given(in_force_from)?)
		}

		/// Sign an agreement (M2). The last signature makes it binding, and each leg is in force
		/// from the day that its grantor gave, or waits for one.
		///
		/// Origin: own account of a party. `terms` is the hash that stands in the proposal's event:
		/// all sign the same text and the same legs. Fails with [`Error::NoSuchAgreement`],
		/// [`Error::AgreementSignedAlready`], [`Error::ProposalLapsed`], [`Error::TermsDiffer`],
		/// [`Error::NotAParty`], [`Error::PartyNotAdmitted`], [`Error::SignedAlready`],
		/// [`Error::DateNotUnderstood`], [`Error::DateNotReal`], [`Error::DayPassed`]; the last
		/// signature also with [`Error::SignatureOutdated`], [`Error::TooManyLegsOfPair`],
		/// [`Error::TooManyLegsOfIssuer`], [`Error::ConsentCantBeGivenYet`]. Emits [`Event::AgreementSigned`], and
		/// [`Event::LegChanged`] for each leg with the last signature.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::sign(MAX_AGREEMENT_LEGS))]
		pub fn sign(
			origin: OriginFor<T>,
			agreement: AgreementId,
			terms: H256,
			in_force_from: Option<Written>,
		) -> DispatchResultWithPostInfo {
			let party = Self::ensure_own_account(origin)?;
			let in_force_from = Self::read_day_given(in_force_from)?;
			let begun = Self::do_sign(party, agreement, terms, in_force_from)?;
			Ok(Some(T::WeightInfo::sign(begun)).into())
		}

		/// Put a leg in force from a day on (M3).
		///
		/// Origin: own account, or officer with scope `Agreements`, of its grantor. Fails with
		/// [`Error::DateNotUnderstood`], [`Error::DateNotReal`], [`Error::DayPassed`],
		/// [`Error::PartyNotAdmitted`], [`Error::NoSuchLeg`], [`Error::LegEnded`],
		/// [`Error::LegPutInForceAlready`]. Emits [`Event::LegChanged`].
		#[pallet::call_index(2)]
		pub fn put_in_force(
			origin: OriginFor<T>,
			agreement: AgreementId,
			issuer: Territory,
			from: Written,
		) -> DispatchResult {
			let actor = Self::ensure_party(origin)?;
			let from = Self::read_day(&from)?;
			Self::do_put_in_force(actor.party, agreement, issuer, from)
		}

		/// Suspend a leg at once (M4): its grantor stops giving, or its issuer stops sharing.
		///
		/// Origin: own account, or officer with scope `Agreements`, of its grantor or issuer. Fails
		/// with [`Error::NotAParty`], [`Error::PartyNotAdmitted`], [`Error::NoSuchLeg`],
		/// [`Error::LegEnded`], [`Error::LegPending`], [`Error::LegSuspendedAlready`]. Emits
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
		/// Origin: own account, or officer with scope `Agreements`, of the one that suspended. Fails
		/// as [`Pallet::suspend_leg`], with [`Error::LegNotSuspended`]. Emits [`Event::LegChanged`].
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
		/// any party where it has lapsed. Fails with [`Error::NoSuchAgreement`],
		/// [`Error::AgreementSignedAlready`], [`Error::PartyDidNotProposeIt`]. Emits
		/// [`Event::ProposalRetracted`], or [`Event::ProposalLapsed`].
		#[pallet::call_index(5)]
		pub fn retract(origin: OriginFor<T>, agreement: AgreementId) -> DispatchResult {
			let actor = Self::ensure_party(origin)?;
			Self::do_retract(actor.party, agreement)
		}

		/// Give notice (M5): all legs of the agreement in which the party is issuer or grantor end
		/// after as many days as the agreement says, counted from today where the grantor's clocks
		/// stand; through that last day they go on. What still waits for a day does not begin any
		/// more, and an amendment that not all have signed is off. Until a leg has ended by it the
		/// notice can be withdrawn, see [`Pallet::withdraw_notice`].
		///
		/// Origin: own account of a party. Of a leg of which both have given notice, the one that
		/// ends first counts. Fails with [`Error::NoSuchAgreement`], [`Error::NotSignedYet`],
		/// [`Error::NotAParty`], [`Error::NoticeGivenAlready`]. Emits [`Event::NoticeGiven`], and
		/// [`Event::LegChanged`] for each leg that changes.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::give_notice(MAX_PARTIES))]
		pub fn give_notice(
			origin: OriginFor<T>,
			agreement: AgreementId,
		) -> DispatchResultWithPostInfo {
			let party = Self::ensure_own_account(origin)?;
			let parties = Self::do_give_notice(party, agreement)?;
			Ok(Some(T::WeightInfo::give_notice(parties)).into())
		}

		/// Propose that further parties accede, that legs are added, changed or removed, that the days
		/// of notice are others, or several of these (M6); it is the proposer's signature too. `legs`
		/// are those that are new or take the place of others, `removed` those that none replaces; the
		/// rest goes on. `in_force_from` is as in [`Pallet::sign`], for these legs: from that day on the
		/// removed ones are over, and where their grantor gives none, from the day after the last
		/// signature on. `notice_days` holds for notices that are given from then on; none where it
		/// stays as it is. It lapses after [`Config::ProposalLifetime`], and one that has lapsed makes
		/// room.
		///
		/// Origin: own account of a party. `text` is the blake2-256 of the amendment's text. Fails with
		/// [`Error::NoSuchAgreement`], [`Error::NotSignedYet`], [`Error::AmendmentWaits`],
		/// [`Error::NotAParty`], [`Error::PartyAlready`], [`Error::AccedingWithoutLeg`],
		/// [`Error::NothingWouldChange`], [`Error::PartyLeaving`], [`Error::NoSuchLeg`],
		/// [`Error::LegEnded`], and as [`Pallet::propose`] for what both have. Emits
		/// [`Event::AmendmentProposed`], [`Event::TypesUnknownToIssuer`] for each leg with such types,
		/// [`Event::AmendmentSigned`], and [`Event::AmendmentLapsed`] for each that made room, three at
		/// most.
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::propose_amendment(
			counted(legs.len()),
			counted(removed.iter().len()),
		))]
		#[allow(clippy::too_many_arguments)] // An officer fills in each under its own name.
		pub fn propose_amendment(
			origin: OriginFor<T>,
			agreement: AgreementId,
			text: H256,
			new_parties: WrittenSet<Territory>,
			legs: Vec<WrittenLeg>,
			removed: WrittenSet<Pair>,
			notice_days: Option<u16>,
			in_force_from: Option<Written>,
		) -> DispatchResult {
			let party = Self::ensure_own_account(origin)?;
			let change = amending::Change {
				text,
				new_parties: Self::read_parties(&new_parties)?,
				legs: Self::read_legs(legs)?,
				removed: Self::read_removed(&removed)?,
				notice_days,
			};
			let in_force_from = Self::read_day_given(in_force_from)?;
			Self::do_propose_amendment(party, agreement, change, in_force_from)
		}

		/// Sign an amendment (M6). The last signature makes it the next version of the agreement. A
		/// leg that it changes goes on as it was until the day from which the new one is in force.
		///
		/// Origin: own account of a party, or of one that accedes. `terms` is the hash that stands
		/// in the amendment's event. The same text proposed again has others, so that no signature for
		/// what was retracted counts. Fails with [`Error::NoSuchAmendment`], and as [`Pallet::sign`].
		/// Emits [`Event::AmendmentSigned`], and [`Event::LegChanged`] for each leg with the last
		/// signature.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::sign_amendment(MAX_AGREEMENT_LEGS))]
		pub fn sign_amendment(
			origin: OriginFor<T>,
			agreement: AgreementId,
			terms: H256,
			in_force_from: Option<Written>,
		) -> DispatchResultWithPostInfo {
			let party = Self::ensure_own_account(origin)?;
			let in_force_from = Self::read_day_given(in_force_from)?;
			let begun = Self::do_sign_amendment(party, agreement, terms, in_force_from)?;
			Ok(Some(T::WeightInfo::sign_amendment(begun)).into())
		}

		/// Take an amendment back that not all have signed.
		///
		/// Origin: own account of the party that proposed it; of any party where it has lapsed, or that
		/// one is not admitted any more. Fails with [`Error::NoSuchAmendment`], [`Error::NotAParty`],
		/// [`Error::PartyDidNotProposeIt`]. Emits [`Event::AmendmentRetracted`], or
		/// [`Event::AmendmentLapsed`].
		#[pallet::call_index(9)]
		pub fn retract_amendment(origin: OriginFor<T>, agreement: AgreementId) -> DispatchResult {
			let party = Self::ensure_own_account(origin)?;
			Self::do_retract_amendment(party, agreement)
		}

		/// Record a milestone of an agreement (M7). Nothing depends on it.
		///
		/// Origin: own account, or officer with scope `Agreements`, of a party. `document` is the
		/// blake2-256 of the report. Fails with [`Error::NoSuchAgreement`], [`Error::NotAParty`],
		/// [`Error::DocumentMissing`], [`Error::DateNotUnderstood`], [`Error::DateNotReal`],
		/// [`Error::DayNotCome`]. Emits [`Event::MilestoneRecorded`].
		#[pallet::call_index(10)]
		pub fn record_milestone(
			origin: OriginFor<T>,
			agreement: AgreementId,
			kind: MilestoneKind,
			on: Written,
			document: H256,
		) -> DispatchResult {
			let actor = Self::ensure_party(origin)?;
			let on = Self::read_day(&on)?;
			Self::do_record_milestone(actor.party, agreement, kind, on, document)
		}

		/// Ask that one's notice be withdrawn (M5). It runs on until all other parties agree, with
		/// [`Pallet::agree_to_withdrawal`]; when a leg has ended by it they can't any more.
		///
		/// Origin: own account of the party that has given notice. Fails with
		/// [`Error::NoSuchAgreement`], [`Error::NoNotice`], [`Error::NoticeOver`],
		/// [`Error::WithdrawalAskedAlready`]. Emits [`Event::NoticeWithdrawalAsked`].
		#[pallet::call_index(11)]
		pub fn withdraw_notice(origin: OriginFor<T>, agreement: AgreementId) -> DispatchResult {
			let party = Self::ensure_own_account(origin)?;
			Self::do_withdraw_notice(party, agreement)
		}

		/// Agree that the notice of `party` is withdrawn (M5). With the last that agrees, of those that
		/// are parties still, the legs go on as if it had not been given; notices of others run on.
		///
		/// Origin: own account of another party. Fails with [`Error::NoSuchAgreement`],
		/// [`Error::NotAParty`], [`Error::NoNotice`], [`Error::NoticeOver`],
		/// [`Error::WithdrawalNotAsked`], [`Error::WithdrawalAgreedAlready`],
		/// [`Error::TooManyLegsOfIssuer`]. Emits [`Event::NoticeWithdrawalAgreed`]; with the last
		/// [`Event::NoticeWithdrawn`], and [`Event::LegChanged`] for each leg that changes.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::agree_to_withdrawal(MAX_PARTIES))]
		pub fn agree_to_withdrawal(
			origin: OriginFor<T>,
			agreement: AgreementId,
			party: Territory,
		) -> DispatchResultWithPostInfo {
			let by = Self::ensure_own_account(origin)?;
			let parties = Self::do_agree_to_withdrawal(by, agreement, party)?;
			Ok(Some(T::WeightInfo::agree_to_withdrawal(parties)).into())
		}
	}

	/// So many legs as can be meant; more are refused before they are looked at.
	fn counted(legs: usize) -> u32 {
		legs.try_into().unwrap_or(u32::MAX).min(MAX_AGREEMENT_LEGS)
	}
}
