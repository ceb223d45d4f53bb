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

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

mod calls;
pub mod migrations;
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
		recognition::{LegState, MAX_TYPES},
		AdministrationLookup, AgreementId, CertificateType, Date, DateError, MilestoneKind, Moment,
		Officers, ProgrammeLookup, Territory, Written, WrittenSet,
	};
	use aeo_support::signers::Signers;
	use alloc::vec::Vec;
	use frame_support::{pallet_prelude::*, traits::UnixTime};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(2);

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

	/// What was decided. Nothing is emitted when a day passes.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An agreement waits for signatures.
		AgreementProposed {
			/// Its number.
			agreement: AgreementId,
			/// Its parties.
			parties: Parties,
			/// blake2-256 of its text.
			text: H256,
			/// What the parties sign.
			terms: H256,
			/// Who proposed it.
			proposer: Territory,
		},
		/// A leg that was proposed, of an agreement or an amendment, names types that no programme of
		/// its issuer has: their certificates would earn nothing. Correct them, or have the issuer make
		/// the programme.
		TypesUnknownToIssuer {
			/// The agreement.
			agreement: AgreementId,
			/// Whose certificates.
			issuer: Territory,
			/// Whose benefits.
			grantor: Territory,
			/// The types.
			types: BoundedVec<CertificateType, ConstU32<MAX_TYPES>>,
		},
		/// A party has signed.
		AgreementSigned {
			/// The agreement.
			agreement: AgreementId,
			/// Who signed.
			party: Territory,
			/// Whether all have signed now.
			complete: bool,
		},
		/// A leg begins, stops, resumes or ends. From its first day on the certificates of the issuer
		/// earn the benefits of the grantor, through its last day where it has one.
		LegChanged {
			/// The agreement.
			agreement: AgreementId,
			/// The version of the agreement that brought the leg.
			version: u32,
			/// Whose certificates.
			issuer: Territory,
			/// Whose benefits.
			grantor: Territory,
			/// Its state before; none where it was agreed just now.
			from: Option<LegState>,
			/// Its state from now on.
			to: LegState,
			/// Its last day, inclusive, where it is under notice or another version takes its place.
			until: Option<Date>,
			/// Who decided it.
			by: Territory,
		},
		/// A proposal was taken back.
		ProposalRetracted {
			/// The agreement.
			agreement: AgreementId,
		},
		/// A proposal that not all had signed in time was cleared away.
		ProposalLapsed {
			/// The agreement.
			agreement: AgreementId,
			/// Who had proposed it.
			proposer: Territory,
		},
		/// An amendment that not all had signed in time was cleared away.
		AmendmentLapsed {
			/// The agreement.
			agreement: AgreementId,
			/// Who had proposed the amendment.
			proposer: Territory,
		},
		/// A party has given notice. A [`Event::LegChanged`] for each leg says its last day.
		NoticeGiven {
			/// The agreement.
			agreement: AgreementId,
			/// Who leaves it.
			party: Territory,
			/// The last day of its legs; of each it is the grantor's local day.
			until: Date,
		},
		/// A party that has given notice asks the others that it be withdrawn.
		NoticeWithdrawalAsked {
			/// The agreement.
			agreement: AgreementId,
			/// Who has given notice.
			party: Territory,
		},
		/// A party agrees that another's notice is withdrawn.
		NoticeWithdrawalAgreed {
			/// The agreement.
			agreement: AgreementId,
			/// Who has given notice.
			party: Territory,
			/// Who agrees.
			by: Territory,
		},
		/// All agree: the notice is withdrawn, and the legs go on as if it had not been given. A
		/// [`Event::LegChanged`] for each leg says how it stands.
		NoticeWithdrawn {
			/// The agreement.
			agreement: AgreementId,
			/// Who stays.
			party: Territory,
		},
		/// An amendment waits for signatures.
		AmendmentProposed {
			/// The agreement.
			agreement: AgreementId,
			/// The version that it makes.
			version: u32,
			/// Those that accede with it.
			acceding: Parties,
			/// The legs that it removes.
			removed: RemovedLegs,
			/// Days between a party's notice and the end of its legs, from then on.
			notice_days: u16,
			/// blake2-256 of its text.
			text: H256,
			/// What the parties sign.
			terms: H256,
			/// Who proposed it.
			proposer: Territory,
		},
		/// A party has signed an amendment.
		AmendmentSigned {
			/// The agreement.
			agreement: AgreementId,
			/// The version that it makes.
			version: u32,
			/// Who signed.
			party: Territory,
			/// Whether all have signed now, so that it stands in the agreement.
			complete: bool,
		},
		/// An amendment was taken back, or a party gave notice before all had signed it.
		AmendmentRetracted {
			/// The agreement.
			agreement: AgreementId,
			/// The version that it would have made.
			version: u32,
			/// Who took it back, or gave notice.
			by: Territory,
		},
		/// A milestone was recorded.
		MilestoneRecorded {
			/// The agreement.
			agreement: AgreementId,
			/// Its place among the milestones of the agreement, from 0.
			place: u32,
			/// Who recorded it.
			party: Territory,
			/// What was reached.
			kind: MilestoneKind,
			/// When.
			on: Date,
			/// blake2-256 of the report.
			document: H256,
		},
	}

	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// An agreement has two parties at least. Name them, your own among them.
		PartiesMissing,
		/// An agreement has at most sixteen parties, those that accede among them. Conclude another
		/// one for the others.
		TooManyParties,
		/// Who is to accede is a party already. Leave it out of the new parties.
		PartyAlready,
		/// The administration is no party of the agreement, or the caller's is not among the
		/// parties that it proposes. Correct the agreement's number, or the parties: only parties
		/// act.
		NotAParty,
		/// The administration is not admitted: it is quarantined, has left or was never here. Wait
		/// until all parties are admitted.
		AdministrationNotAdmitted,
		/// The hash of the text is missing (all zeros). Give the blake2-256 of the agreement's text.
		TextMissing,
		/// The date is not understood. Write year, month and day: 2026-12-31.
		DateNotUnderstood,
		/// The calendar has no such day. Correct it.
		DateNotReal,
		/// The day has not come. Give a day that has come, your local day: a treaty was signed, and
		/// a milestone reached, on one.
		DayNotCome,
		/// The day has passed. Give today or a later day, in the grantor's local days.
		DayPassed,
		/// There are no days between a notice and the last day (0). Give the agreement's, from 1 to
		/// 3,650.
		NoticeDaysMissing,
		/// A notice can't run longer than 3,650 days. Correct the days.
		NoticeTooLong,
		/// An agreement without legs gives nothing. Add one leg at least, with issuer and grantor.
		LegsMissing,
		/// There are more legs than the 240 of sixteen parties. Name each issuer and grantor once.
		TooManyLegs,
		/// The issuer and the grantor of a leg are two different parties. Correct the leg.
		LegNotBetweenParties,
		/// Two legs have the same issuer and grantor, or one is changed and removed at once. Make
		/// them one.
		LegTwice,
		/// No type of certificate is named. Add one, with its programme and code.
		TypesMissing,
		/// More types of certificate are named than allowed. Leave some out.
		TooManyTypes,
		/// A type of certificate is named twice. Remove one of them.
		TypeTwice,
		/// A code is missing. Write it as the issuer's programme has it, see
		/// `certificates.programmes`.
		CodeMissing,
		/// A code has more than 16 characters. Write it as the issuer's programme has it, see
		/// `certificates.programmes`.
		CodeTooLong,
		/// A code has a character that nobody sees. Write it as the issuer's programme has it, see
		/// `certificates.programmes`.
		CodeNotUnderstood,
		/// The legs name more than 64 programmes together. Leave some out, or conclude two agreements.
		TooManyProgrammes,
		/// No role is named. Add the eligible roles to the leg.
		RolesMissing,
		/// Neither imports nor exports are named. Add the declarations that it covers.
		DirectionsMissing,
		/// There are no rows. Add a row of benefits to the leg.
		RowsMissing,
		/// A text that says what declarations write has more than 35 characters, or the prefix more
		/// than 16. Shorten it.
		#[codec(index = 27)]
		DeclareAsTooLong,
		/// A text that says what declarations write has a line break or another control character.
		/// Write it in one line.
		#[codec(index = 28)]
		DeclareAsNotUnderstood,
		/// An officer can propose but not sign for its administration. Leave `inForceFrom` out; the
		/// own account gives it with its signature.
		#[codec(index = 29)]
		OnlyOwnAccountSigns,
		/// There is no agreement with this number. Look for it in `agreements.agreements`.
		#[codec(index = 30)]
		UnknownAgreement,
		/// All parties have signed the agreement already. Suspend a leg, amend the agreement, or give
		/// notice.
		#[codec(index = 31)]
		AgreementSignedAlready,
		/// The party has signed already. Wait for the others.
		#[codec(index = 32)]
		SignedAlready,
		/// The hash differs from that of the proposal, so somebody has other terms in mind. Compare
		/// text and legs, then sign the hash that stands in the agreement.
		#[codec(index = 33)]
		TermsDiffer,
		/// The proposal was made by another administration. Ask that one to retract it, or don't
		/// sign; any party takes back what has lapsed, and an amendment whose proposer is not
		/// admitted any more.
		#[codec(index = 34)]
		ProposedByAnotherAdministration,
		/// The agreement has no such leg, or not all have signed it yet. Look for it in
		/// `agreements.legs`, with issuer and grantor.
		#[codec(index = 35)]
		UnknownLeg,
		/// The leg has a day from which it is in force. Suspend it to stop it.
		#[codec(index = 36)]
		LegPutInForceAlready,
		/// The leg waits for a day from which it is in force; there is nothing to suspend. Have its
		/// grantor put it in force.
		#[codec(index = 37)]
		LegPending,
		/// This end has suspended the leg already. Wait, or resume it.
		#[codec(index = 38)]
		LegSuspendedAlready,
		/// This end has not suspended the leg. Have the one that suspended it resume it.
		#[codec(index = 39)]
		LegNotSuspended,
		/// There are as many legs from the issuer to the grantor as allowed. End one first.
		#[codec(index = 40)]
		TooManyLegsOfPair,
		/// The issuer has as many legs as allowed, to all grantors and of all agreements together.
		/// End one first.
		#[codec(index = 41)]
		TooManyLegsOfIssuer,
		/// Not all parties have signed the agreement yet. Retract it, as its proposer, and propose
		/// another one; or wait for the signatures.
		#[codec(index = 42)]
		NotSignedYet,
		/// The leg is over: its last day has passed, it is under notice before it began, or one of its
		/// ends has left since it was signed. Conclude another agreement, or amend this one.
		#[codec(index = 43)]
		LegEnded,
		/// Notice was given already. Look at the last day in `aeo_agreement`: it runs from when it
		/// was given.
		#[codec(index = 44)]
		NoticeGivenAlready,
		/// No notice was given. Look for who leaves in `agreements.agreements`.
		#[codec(index = 45)]
		NoticeNotGiven,
		/// A leg has ended by this notice, so that it can't be withdrawn any more. Have the party
		/// accede again when its notice has run out, or conclude another agreement.
		#[codec(index = 46)]
		NoticeOver,
		/// The party has asked already that its notice be withdrawn. Wait until all other parties have
		/// agreed.
		#[codec(index = 47)]
		WithdrawalAskedAlready,
		/// The party that gave notice has not asked that it be withdrawn. Have its own account call
		/// `withdrawNotice` first.
		#[codec(index = 48)]
		WithdrawalNotAsked,
		/// The party agrees already that the notice is withdrawn. Wait for the others.
		#[codec(index = 49)]
		WithdrawalAgreedAlready,
		/// A party of a leg has given notice and leaves the agreement. Leave the leg out, or wait
		/// until the party has left and may accede again.
		#[codec(index = 50)]
		PartyLeaving,
		/// It is so already. Add a leg that changes, one to remove, or other days of notice.
		#[codec(index = 51)]
		NothingWouldChange,
		/// An amendment waits for signatures. Sign it, or have its proposer retract it, and propose
		/// another one then.
		#[codec(index = 52)]
		AmendmentWaits,
		/// No amendment of the agreement waits for signatures. Look for it in
		/// `agreements.amendments`.
		#[codec(index = 53)]
		UnknownAmendment,
		/// A party that accedes must be issuer or grantor of a leg. Add its legs.
		#[codec(index = 54)]
		AccedingWithoutLeg,
		/// As many proposals wait as allowed. Have one signed or retract one; what was proposed
		/// lapses after the constant `proposalLifetime`.
		#[codec(index = 55)]
		TooManyProposals,
		/// The legs of all that this administration proposed and others have not signed are too large
		/// together, see the constant `maxWaitingBytes`. Have one signed, or retract one.
		#[codec(index = 56)]
		TooMuchWaiting,
		/// The proposal was not confirmed in time, and has lapsed. Propose it again, and have all
		/// parties sign within the constant `proposalLifetime`.
		#[codec(index = 57)]
		ProposalLapsed,
		/// A party has left after it signed, and was admitted again: its signature means nothing
		/// any more. Have its own account sign again.
		#[codec(index = 58)]
		SignatureOutdated,
		/// The document is missing (all zeros). Give the blake2-256 of the report.
		#[codec(index = 59)]
		DocumentMissing,
	}

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
		/// Proposes an agreement (M1).
		///
		/// By a party's own account it is that party's signature too; an officer gives none. It
		/// waits for the other signatures until it lapses, after [`Config::ProposalLifetime`]; what
		/// the proposer's earlier ones left behind makes room.
		///
		/// - `parties`: the administrations between which it is, 2 to 16.
		/// - `text`: blake2-256 of the agreement's text.
		/// - `signed_on`: the day on which a treaty that exists was signed, the proposer's local
		///   day, written `2026-12-31`; else none.
		/// - `notice_days`: the days between a party's notice and the last day, 1 to 3,650.
		/// - `legs`: who gives what to whose certificates, 1 to 240.
		/// - `in_force_from`: the day from which the legs are in force in which the proposer is
		///   grantor, its local day, written `2026-12-31`; none from an officer, or where they are
		///   to wait.
		///
		/// Origin: own account, or officer with scope `Agreements`, of a party.
		///
		/// Fails with [`Error::PartiesMissing`], [`Error::TooManyParties`], [`Error::NotAParty`],
		/// [`Error::AdministrationNotAdmitted`], [`Error::TextMissing`],
		/// [`Error::DateNotUnderstood`], [`Error::DateNotReal`], [`Error::DayNotCome`],
		/// [`Error::DayPassed`], [`Error::NoticeDaysMissing`], [`Error::NoticeTooLong`],
		/// [`Error::OnlyOwnAccountSigns`], [`Error::TooManyProposals`], [`Error::TooMuchWaiting`],
		/// and for its legs with [`Error::LegsMissing`], [`Error::TooManyLegs`],
		/// [`Error::LegNotBetweenParties`], [`Error::LegTwice`], [`Error::TypesMissing`],
		/// [`Error::TooManyTypes`], [`Error::TypeTwice`], [`Error::CodeMissing`],
		/// [`Error::CodeTooLong`], [`Error::CodeNotUnderstood`], [`Error::TooManyProgrammes`],
		/// [`Error::RolesMissing`], [`Error::DirectionsMissing`], [`Error::RowsMissing`],
		/// [`Error::DeclareAsTooLong`], [`Error::DeclareAsNotUnderstood`].
		///
		/// Emits [`Event::AgreementProposed`], [`Event::TypesUnknownToIssuer`] for each leg with
		/// such types, [`Event::AgreementSigned`] where it is a signature, and
		/// [`Event::ProposalLapsed`] for each that made room, two at most.
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

		/// Signs an agreement (M2).
		///
		/// The last signature makes it binding, and each leg is in force from the day that its
		/// grantor gave, or waits for one. All sign the same text and the same legs.
		///
		/// - `agreement`: its number, which the proposal's event shows.
		/// - `terms`: the hash that stands in the proposal's event.
		/// - `in_force_from`: the day from which the legs are in force in which the signer is
		///   grantor, its local day, written `2026-12-31`; none where they are to wait.
		///
		/// Origin: own account of a party.
		///
		/// Fails with [`Error::UnknownAgreement`], [`Error::AgreementSignedAlready`],
		/// [`Error::ProposalLapsed`], [`Error::TermsDiffer`], [`Error::NotAParty`],
		/// [`Error::AdministrationNotAdmitted`], [`Error::SignedAlready`],
		/// [`Error::DateNotUnderstood`], [`Error::DateNotReal`], [`Error::DayPassed`]; the last
		/// signature also with [`Error::SignatureOutdated`], [`Error::TooManyLegsOfPair`],
		/// [`Error::TooManyLegsOfIssuer`].
		///
		/// Emits [`Event::AgreementSigned`], and [`Event::LegChanged`] for each leg with the last
		/// signature.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::sign(MAX_AGREEMENT_LEGS))]
		pub fn sign(
			origin: OriginFor<T>,
			agreement: AgreementId,
			terms: H256,
			in_force_from: Option<Written>,
		) -> DispatchResultWithPostInfo {
			let party = T::Administrations::ensure_signed_own_account(origin)?;
			let in_force_from = Self::read_day_given(in_force_from)?;
			let begun = Self::do_sign(party, agreement, terms, in_force_from)?;
			Ok(Some(T::WeightInfo::sign(begun)).into())
		}

		/// Puts a leg in force from a day on (M3).
		///
		/// - `agreement`: its number.
		/// - `issuer`: the leg's issuer; the caller is its grantor.
		/// - `from`: the first day, inclusive, the grantor's local day, written `2026-12-31`.
		///
		/// Origin: own account, or officer with scope `Agreements`, of its grantor.
		///
		/// Fails with [`Error::DateNotUnderstood`], [`Error::DateNotReal`], [`Error::DayPassed`],
		/// [`Error::AdministrationNotAdmitted`], [`Error::UnknownLeg`], [`Error::LegEnded`],
		/// [`Error::LegPutInForceAlready`].
		///
		/// Emits [`Event::LegChanged`].
		#[pallet::call_index(2)]
		pub fn put_in_force(
			origin: OriginFor<T>,
			agreement: AgreementId,
			issuer: Territory,
			from: Written,
		) -> DispatchResult {
			let actor = Self::ensure_party(origin)?;
			let from = from
				.read()
				.map_err(|why: DateError| Error::<T>::from(why))?;
			Self::do_put_in_force(actor.party, agreement, issuer, from)
		}

		/// Suspends a leg at once (M4): its grantor stops giving, or its issuer stops sharing.
		///
		/// - `agreement`: its number.
		/// - `issuer`: the leg's issuer.
		/// - `grantor`: the leg's grantor.
		///
		/// Origin: own account, or officer with scope `Agreements`, of its grantor or issuer.
		///
		/// Fails with [`Error::NotAParty`], [`Error::AdministrationNotAdmitted`],
		/// [`Error::UnknownLeg`], [`Error::LegEnded`], [`Error::LegPending`],
		/// [`Error::LegSuspendedAlready`].
		///
		/// Emits [`Event::LegChanged`].
		#[pallet::call_index(3)]
		pub fn suspend_leg(
			origin: OriginFor<T>,
			agreement: AgreementId,
			issuer: Territory,
			grantor: Territory,
		) -> DispatchResult {
			Self::do_suspend_leg(origin, agreement, issuer, grantor)
		}

		/// Takes one's own suspension of a leg back (M4).
		///
		/// It is in force again when neither end has suspended it.
		///
		/// - `agreement`: its number.
		/// - `issuer`: the leg's issuer.
		/// - `grantor`: the leg's grantor.
		///
		/// Origin: own account, or officer with scope `Agreements`, of the one that suspended.
		///
		/// Fails with [`Error::NotAParty`], [`Error::AdministrationNotAdmitted`],
		/// [`Error::UnknownLeg`], [`Error::LegEnded`], [`Error::LegPending`],
		/// [`Error::LegNotSuspended`].
		///
		/// Emits [`Event::LegChanged`].
		#[pallet::call_index(4)]
		pub fn resume_leg(
			origin: OriginFor<T>,
			agreement: AgreementId,
			issuer: Territory,
			grantor: Territory,
		) -> DispatchResult {
			Self::do_resume_leg(origin, agreement, issuer, grantor)
		}

		/// Takes a proposal back that not all have signed.
		///
		/// - `agreement`: its number.
		///
		/// Origin: own account, or officer with scope `Agreements`, of the party that proposed it;
		/// of any party where it has lapsed.
		///
		/// Fails with [`Error::UnknownAgreement`], [`Error::AgreementSignedAlready`],
		/// [`Error::ProposedByAnotherAdministration`].
		///
		/// Emits [`Event::ProposalRetracted`], or [`Event::ProposalLapsed`].
		#[pallet::call_index(5)]
		pub fn retract(origin: OriginFor<T>, agreement: AgreementId) -> DispatchResult {
			let actor = Self::ensure_party(origin)?;
			Self::do_retract(actor.party, agreement)
		}

		/// Gives notice of an agreement (M5).
		///
		/// All its legs in which the party is issuer or grantor end after as many days as the
		/// agreement says, counted from today where the grantor's clocks stand; through that last
		/// day they go on. What still waits for a day does not begin any more, and an amendment
		/// that not all have signed is off. Of a leg of which both have given notice, the one that
		/// ends first counts. Until a leg has ended by it the notice can be withdrawn, see
		/// [`Pallet::withdraw_notice`].
		///
		/// - `agreement`: its number.
		///
		/// Origin: own account of a party.
		///
		/// Fails with [`Error::UnknownAgreement`], [`Error::NotSignedYet`], [`Error::NotAParty`],
		/// [`Error::NoticeGivenAlready`], [`Error::AdministrationNotAdmitted`].
		///
		/// Emits [`Event::NoticeGiven`], [`Event::AmendmentRetracted`] where one is off, and
		/// [`Event::LegChanged`] for each leg that changes.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::give_notice(MAX_PARTIES))]
		pub fn give_notice(
			origin: OriginFor<T>,
			agreement: AgreementId,
		) -> DispatchResultWithPostInfo {
			let party = T::Administrations::ensure_signed_own_account(origin)?;
			let parties = Self::do_give_notice(party, agreement)?;
			Ok(Some(T::WeightInfo::give_notice(parties)).into())
		}

		/// Proposes that further parties accede, that legs are added, changed or removed, that the
		/// days of notice are others, or several of these (M6).
		///
		/// It is the proposer's signature too; what it doesn't name goes on. From the day on from
		/// which the new legs are in force the removed ones are over, and where their grantor gives
		/// none, from the day after the last signature on. It lapses after
		/// [`Config::ProposalLifetime`], and one that has lapsed makes room.
		///
		/// - `agreement`: its number.
		/// - `text`: blake2-256 of the amendment's text.
		/// - `new_parties`: the administrations that accede, with those that are parties sixteen at
		///   most.
		/// - `legs`: those that are new or take the place of others, at most 240.
		/// - `removed`: issuer and grantor of those that none replaces.
		/// - `notice_days`: the days of notices that are given from then on, 1 to 3,650; none where
		///   they stay as they are.
		/// - `in_force_from`: as in [`Pallet::sign`], for these legs.
		///
		/// Origin: own account of a party.
		///
		/// Fails with [`Error::UnknownAgreement`], [`Error::NotSignedYet`],
		/// [`Error::AmendmentWaits`], [`Error::NotAParty`], [`Error::TooManyParties`],
		/// [`Error::PartyAlready`], [`Error::AccedingWithoutLeg`],
		/// [`Error::AdministrationNotAdmitted`], [`Error::TextMissing`],
		/// [`Error::NoticeDaysMissing`], [`Error::NoticeTooLong`], [`Error::NothingWouldChange`],
		/// [`Error::PartyLeaving`], [`Error::UnknownLeg`], [`Error::LegEnded`],
		/// [`Error::DateNotUnderstood`], [`Error::DateNotReal`], [`Error::DayPassed`],
		/// [`Error::TooManyProposals`], [`Error::TooMuchWaiting`], and for its legs as
		/// [`Pallet::propose`], but that it may have none.
		///
		/// Emits [`Event::AmendmentProposed`], [`Event::TypesUnknownToIssuer`] for each leg with
		/// such types, [`Event::AmendmentSigned`], [`Event::AmendmentLapsed`] for each that made
		/// room, three at most, and [`Event::LegChanged`] for each leg where nobody else is to
		/// sign.
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
			let party = T::Administrations::ensure_signed_own_account(origin)?;
			let change = Change {
				text,
				new_parties: Self::read_parties(&new_parties)?,
				legs: Self::read_legs(legs)?,
				removed: Self::read_removed(&removed)?,
				notice_days,
			};
			let in_force_from = Self::read_day_given(in_force_from)?;
			Self::do_propose_amendment(party, agreement, change, in_force_from)
		}

		/// Signs an amendment (M6).
		///
		/// The last signature makes it the next version of the agreement. A leg that it changes
		/// goes on as it was until the day from which the new one is in force. The same text
		/// proposed again has other terms, so that no signature for what was retracted counts.
		///
		/// - `agreement`: its number.
		/// - `terms`: the hash that stands in the amendment's event.
		/// - `in_force_from`: as in [`Pallet::sign`].
		///
		/// Origin: own account of a party, or of one that accedes.
		///
		/// Fails with [`Error::UnknownAmendment`], [`Error::ProposalLapsed`],
		/// [`Error::TermsDiffer`], [`Error::NotAParty`], [`Error::AdministrationNotAdmitted`],
		/// [`Error::SignedAlready`], [`Error::DateNotUnderstood`], [`Error::DateNotReal`],
		/// [`Error::DayPassed`]; the last signature also with [`Error::SignatureOutdated`],
		/// [`Error::TooManyLegsOfPair`], [`Error::TooManyLegsOfIssuer`].
		///
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
			let party = T::Administrations::ensure_signed_own_account(origin)?;
			let in_force_from = Self::read_day_given(in_force_from)?;
			let begun = Self::do_sign_amendment(party, agreement, terms, in_force_from)?;
			Ok(Some(T::WeightInfo::sign_amendment(begun)).into())
		}

		/// Takes an amendment back that not all have signed.
		///
		/// - `agreement`: its number.
		///
		/// Origin: own account of the party that proposed it; of any party where it has lapsed, or
		/// that one is not admitted any more.
		///
		/// Fails with [`Error::UnknownAmendment`], [`Error::NotAParty`],
		/// [`Error::ProposedByAnotherAdministration`].
		///
		/// Emits [`Event::AmendmentRetracted`], or [`Event::AmendmentLapsed`].
		#[pallet::call_index(9)]
		pub fn retract_amendment(origin: OriginFor<T>, agreement: AgreementId) -> DispatchResult {
			let party = T::Administrations::ensure_signed_own_account(origin)?;
			Self::do_retract_amendment(party, agreement)
		}

		/// Records a milestone of an agreement (M7). Nothing depends on it.
		///
		/// - `agreement`: its number.
		/// - `kind`: what was reached.
		/// - `on`: the day on which it was, the party's local day, written `2026-12-31`.
		/// - `document`: blake2-256 of the report.
		///
		/// Origin: own account, or officer with scope `Agreements`, of a party.
		///
		/// Fails with [`Error::UnknownAgreement`], [`Error::NotAParty`],
		/// [`Error::AdministrationNotAdmitted`], [`Error::DocumentMissing`],
		/// [`Error::DateNotUnderstood`], [`Error::DateNotReal`], [`Error::DayNotCome`].
		///
		/// Emits [`Event::MilestoneRecorded`].
		#[pallet::call_index(10)]
		pub fn record_milestone(
			origin: OriginFor<T>,
			agreement: AgreementId,
			kind: MilestoneKind,
			on: Written,
			document: H256,
		) -> DispatchResult {
			let actor = Self::ensure_party(origin)?;
			let on = on.read().map_err(|why: DateError| Error::<T>::from(why))?;
			Self::do_record_milestone(actor.party, agreement, kind, on, document)
		}

		/// Asks that one's notice be withdrawn (M5).
		///
		/// It runs on until all other parties agree, with [`Pallet::agree_to_withdrawal`]; when a
		/// leg has ended by it they can't any more.
		///
		/// - `agreement`: its number.
		///
		/// Origin: own account of the party that has given notice.
		///
		/// Fails with [`Error::UnknownAgreement`], [`Error::NotSignedYet`],
		/// [`Error::AdministrationNotAdmitted`], [`Error::NoticeNotGiven`], [`Error::NoticeOver`],
		/// [`Error::WithdrawalAskedAlready`].
		///
		/// Emits [`Event::NoticeWithdrawalAsked`].
		#[pallet::call_index(11)]
		pub fn withdraw_notice(origin: OriginFor<T>, agreement: AgreementId) -> DispatchResult {
			let party = T::Administrations::ensure_signed_own_account(origin)?;
			Self::do_withdraw_notice(party, agreement)
		}

		/// Agrees that the notice of another party is withdrawn (M5).
		///
		/// With the last that agrees, of those that are parties still, the legs go on as if it had
		/// not been given; notices of others run on.
		///
		/// - `agreement`: its number.
		/// - `party`: the party that has given notice.
		///
		/// Origin: own account of another party.
		///
		/// Fails with [`Error::UnknownAgreement`], [`Error::NotSignedYet`], [`Error::NotAParty`],
		/// [`Error::AdministrationNotAdmitted`], [`Error::NoticeNotGiven`], [`Error::NoticeOver`],
		/// [`Error::WithdrawalNotAsked`], [`Error::WithdrawalAgreedAlready`],
		/// [`Error::TooManyLegsOfIssuer`].
		///
		/// Emits [`Event::NoticeWithdrawalAgreed`]; with the last [`Event::NoticeWithdrawn`], and
		/// [`Event::LegChanged`] for each leg that changes.
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::agree_to_withdrawal(MAX_PARTIES))]
		pub fn agree_to_withdrawal(
			origin: OriginFor<T>,
			agreement: AgreementId,
			party: Territory,
		) -> DispatchResultWithPostInfo {
			let by = T::Administrations::ensure_signed_own_account(origin)?;
			let parties = Self::do_agree_to_withdrawal(by, agreement, party)?;
			Ok(Some(T::WeightInfo::agree_to_withdrawal(parties)).into())
		}
	}

	/// Returns as many of these legs as can be meant; more are refused before they are looked at.
	fn counted(legs: usize) -> u32 {
		legs.try_into().unwrap_or(u32::MAX).min(MAX_AGREEMENT_LEGS)
	}
}
