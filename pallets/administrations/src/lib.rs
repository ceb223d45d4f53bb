//! # Administrations
//!
//! Who takes part in the chain: the customs administrations, their keys, officers and quotas.
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
#![allow(
	clippy::too_many_arguments,
	reason = "a person fills flat arguments in, not structs"
)]
#![deny(missing_docs)]
#![forbid(unsafe_code)]

extern crate alloc;

use frame_support::pallet_macros::import_section;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use genesis::GenesisAdministration;
pub use pallet::*;
pub use quota::{PaidCalls, Purpose, Purse, QuotaOrFee, Signer, SignerRole};
pub use session::{AdministrationOfValidator, SessionLength, ValidatorIdOf};
pub use types::*;
pub use weights::WeightInfo;

mod do_change;
mod errors;
mod events;
mod genesis;
pub mod lifecycle;
pub mod migrations;
mod offences;
mod quota;
mod roles;
mod session;
#[cfg(any(test, feature = "try-runtime"))]
mod try_state;
mod types;
mod upgrade;
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
		Moment, NoteStalled, OutsideRoles, Scope, Territory, UnaskedRoles, Written, WrittenSet,
		MAX_GRANTORS,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{ChangeMembers, InitializeMembers, UnixTime, ValidatorRegistration},
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;
	use sp_runtime::traits::Zero;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the runtime gives to the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256, RuntimeEvent: From<Event<Self>>> {
		/// Who admits administrations and sets their quotas: 2/3 of the council.
		type AdmitOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Who quarantines and ends a quarantine: 2/3 of the council.
		type QuarantineOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Who switches a dead validator off: a majority of the council.
		type SwitchOffOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Who expels: 3/4 of the council.
		type ExpelOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Who authorises a runtime upgrade and notes stalled finality: 2/3 of the council.
		type UpgradeOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// The council, one seat for each admitted administration.
		type Council: ChangeMembers<Self::AccountId> + InitializeMembers<Self::AccountId>;
		/// Tells whether an account has session keys.
		type SessionKeys: ValidatorRegistration<Self::AccountId>;
		/// Tells which accounts have a role elsewhere: holders of certificates, agencies.
		type OutsideRoles: OutsideRoles<Self::AccountId>;
		/// Takes from an account the roles that it was given elsewhere without being asked: agencies'.
		type UnaskedRoles: UnaskedRoles<Self::AccountId>;
		/// How many motions of the council are open: a change of seats goes through all of them.
		type OpenMotions: Get<u32>;
		/// The most that [`Config::OpenMotions`] can be.
		#[pallet::constant]
		type MaxMotions: Get<u32>;
		/// Restarts finality after a stall.
		type Finality: NoteStalled<BlockNumberFor<Self>>;
		/// The clock of the chain, in milliseconds.
		type Time: UnixTime;
		/// Time between an administration's notice and its leaving, in milliseconds.
		#[pallet::constant]
		type NoticePeriod: Get<Moment>;
		/// The council never has fewer seats, so that it can always decide. There are as many in the
		/// genesis; nobody leaves, is expelled or quarantined by the council below; and whoever
		/// quarantines itself keeps its seat then.
		#[pallet::constant]
		type MinimumSeats: Get<u32>;
		/// Bound on the proposals of one administration that stand at a time.
		#[pallet::constant]
		type MaxProposals: Get<u32>;
		/// How long the council may admit whom an administration proposed, in milliseconds.
		#[pallet::constant]
		type ProposalPeriod: Get<Moment>;
		/// How long members see an authorised upgrade before anybody can apply it, in milliseconds.
		#[pallet::constant]
		type UpgradeDelay: Get<Moment>;
		/// How long an upgrade can be applied after [`Config::UpgradeDelay`], in milliseconds.
		#[pallet::constant]
		type UpgradePeriod: Get<Moment>;
		/// Bound on the council's seats. One that is quarantined has none, and gets it back only
		/// while there is room.
		#[pallet::constant]
		type MaxAdministrations: Get<u32>;
		/// Bound on administrations that validate.
		#[pallet::constant]
		type MaxValidators: Get<u32>;
		/// Bound on the officers of one administration.
		#[pallet::constant]
		type MaxOfficers: Get<u32>;
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
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The administrations that were ever admitted, by the territory that names them. Twox64: a
	/// territory is one of 252, nobody can choose colliding keys.
	#[pallet::storage]
	pub type Administrations<T: Config> =
		StorageMap<_, Twox64Concat, Territory, Administration<T::AccountId>>;

	/// The administrations whose word counts, as the rule of recognition sees them: what a change of
	/// a certificate is told to is worked out with one read of it.
	#[pallet::storage]
	pub type Counting<T: Config> = StorageValue<
		_,
		BoundedBTreeMap<
			Territory,
			aeo_primitives::recognition::Administration,
			ConstU32<MAX_GRANTORS>,
		>,
		ValueQuery,
	>;

	/// The administration that covers a territory. Withdrawn administrations cover none.
	#[pallet::storage]
	pub type Coverage<T: Config> = StorageMap<_, Twox64Concat, Territory, Territory>;

	/// The proposals, by the territory that will name the administration and by their number: several
	/// may stand side by side. Twox64: territories are few, and numbers are given, not chosen.
	#[pallet::storage]
	pub type Proposals<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Territory, Twox64Concat, u32, Proposal<T::AccountId>>;

	/// The keys in [`Proposals`] of what each administration proposed. What has lapsed, or has been
	/// overtaken, is removed when it proposes again; nothing depends on that.
	#[pallet::storage]
	pub type ProposalsOf<T: Config> = StorageMap<
		_,
		Twox64Concat,
		Territory,
		BoundedVec<(Territory, u32), T::MaxProposals>,
		ValueQuery,
	>;

	/// Number of the next proposal.
	#[pallet::storage]
	pub type NextProposal<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// The role of each account. Blake2: accounts are chosen by their owners.
	#[pallet::storage]
	pub type Accounts<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, AccountRecord>;

	/// Accounts that were given a provider reference by this pallet. It is given once and never
	/// taken back: an account that disappears would start again at nonce 0, and its old
	/// signed calls could be replayed.
	#[pallet::storage]
	pub type Provided<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, ()>;

	/// The members of the council: the own accounts of the admitted administrations, and of those
	/// whose own quarantine would have left too small a council.
	#[pallet::storage]
	pub type Seats<T: Config> =
		StorageValue<_, BoundedBTreeSet<T::AccountId, T::MaxAdministrations>, ValueQuery>;

	/// The administrations that want to validate.
	#[pallet::storage]
	pub type Validating<T: Config> =
		StorageValue<_, BoundedBTreeSet<Territory, T::MaxValidators>, ValueQuery>;

	/// The validators that were given to the session pallet last.
	#[pallet::storage]
	pub type LastValidators<T: Config> =
		StorageValue<_, BoundedVec<T::AccountId, T::MaxValidators>, ValueQuery>;

	/// The administration for which an account was given to the session pallet. Kept for ever, since
	/// what a validator did can be reported after its account was rotated. Blake2: as
	/// [`Accounts`].
	#[pallet::storage]
	pub type ValidatorAccounts<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Territory>;

	/// The equivocations of each administration's validator: the mark that the council sees. Twox64: as
	/// [`Administrations`].
	#[pallet::storage]
	pub type Equivocations<T: Config> =
		StorageMap<_, Twox64Concat, Territory, EquivocationMark<BlockNumberFor<T>>>;

	/// Length of a session in blocks, set at genesis.
	#[pallet::storage]
	pub type BlocksPerSession<T: Config> = StorageValue<_, BlockNumberFor<T>, ValueQuery>;

	/// Fewest validators with which the set is changed at all, set at genesis.
	#[pallet::storage]
	pub type MinimumValidators<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// What each administration has used of its quota.
	#[pallet::storage]
	pub type UsedByAdministration<T: Config> =
		StorageMap<_, Twox64Concat, Territory, Bucket<BlockNumberFor<T>>, ValueQuery>;

	/// What each administration has used of [`Config::Reserve`].
	#[pallet::storage]
	pub type UsedOfReserve<T: Config> =
		StorageMap<_, Twox64Concat, Territory, Bucket<BlockNumberFor<T>>, ValueQuery>;

	/// What the holders, agencies and offered accounts of each administration have used of
	/// [`Config::JointQuota`].
	#[pallet::storage]
	pub type UsedJointly<T: Config> =
		StorageMap<_, Twox64Concat, Territory, Bucket<BlockNumberFor<T>>, ValueQuery>;

	/// What single accounts have used: of [`Config::AccountQuota`], or of their share in the reserve
	/// of their administration.
	#[pallet::storage]
	pub type UsedByAccount<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Bucket<BlockNumberFor<T>>, ValueQuery>;

	/// The signer of the extrinsic under way, whatever origins are nested in it. There is none
	/// between extrinsics.
	#[pallet::storage]
	pub type OuterSigner<T: Config> = StorageValue<_, T::AccountId>;

	/// The runtime that the council has authorised, until it is applied, withdrawn or lapses.
	#[pallet::storage]
	pub type AuthorisedUpgrade<T: Config> = StorageValue<_, UpgradeAuthorisation>;

	/// The administrations with which the chain starts.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The administrations, admitted from the start; at least [`Config::MinimumSeats`], or none.
		pub administrations: alloc::vec::Vec<GenesisAdministration<T::AccountId>>,
		/// Length of a session in blocks.
		pub blocks_per_session: BlockNumberFor<T>,
		/// Fewest validators with which the set is changed at all.
		pub minimum_validators: u32,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			genesis::build(self)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Opens an authorised upgrade when its wait is over, and closes it when it lapses.
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			Self::mind_upgrade()
		}

		fn integrity_test() {
			assert!(T::MinimumSeats::get() >= 1);
			assert!(T::MaxValidators::get() <= T::MaxAdministrations::get());
			assert!(T::MaxProposals::get() >= 1 && T::ProposalPeriod::get() > 0);
			assert!(
				T::UpgradePeriod::get() > 0,
				"an upgrade could never be applied"
			);
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
		/// Propose an administration to the council.
		///
		/// Origin: own account of an admitted administration. `territories` are those that it
		/// covers besides `territory`, at most 40; `utc_offset` is hours and minutes east of Greenwich
		/// without summer time, `-04:00`, from `-12:00` to `+14:00`. `instrument` is the blake2-256 of
		/// the document that binds the account. Where `account` is a multisig, `signatories` are its
		/// signers, at most 20: they become officers without scope, so that what they sign counts against
		/// the quota. Other proposals may stand for the same territory; each can be admitted for
		/// [`Config::ProposalPeriod`].
		///
		/// Fails with [`Error::UtcOffsetMissing`], [`Error::UtcOffsetNotUnderstood`],
		/// [`Error::UtcOffsetOutOfRange`], [`Error::TooManyTerritories`], [`Error::TerritoryCovered`],
		/// [`Error::EncryptionKeyMissing`], [`Error::DocumentMissing`], [`Error::AccountHasARole`],
		/// [`Error::TooManySignatories`], [`Error::TooManyProposals`]. Emits [`Event::Proposed`] with the
		/// number that the motion must name.
		#[pallet::call_index(0)]
		pub fn propose(
			origin: OriginFor<T>,
			territory: Territory,
			territories: WrittenSet<Territory>,
			utc_offset: Written,
			account: T::AccountId,
			encryption_key: H256,
			instrument: Option<H256>,
			signatories: WrittenSet<T::AccountId>,
		) -> DispatchResult {
			let (proposer, _) = Self::ensure_admitted(origin)?;
			let candidate = Candidate {
				account,
				encryption_key,
				instrument,
				territories: Self::further_territories(territory, territories.iter().copied())?,
				utc_offset: Self::utc_offset(&utc_offset)?,
			};
			Self::do_propose(territory, proposer, candidate, &signatories)
		}

		/// Take a proposal for a territory back.
		///
		/// Origin: own account of the administration that made it, or the council as for
		/// [`Pallet::admit`]. Emits [`Event::Retracted`].
		#[pallet::call_index(1)]
		pub fn retract(
			origin: OriginFor<T>,
			territory: Territory,
			proposal: u32,
		) -> DispatchResult {
			let found =
				Proposals::<T>::get(territory, proposal).ok_or(Error::<T>::NoSuchProposal)?;
			if let Err(origin) = T::AdmitOrigin::try_origin(origin) {
				let (administration, _) = Self::ensure_admitted(origin)?;
				ensure!(
					administration == found.proposer,
					Error::<T>::ProposedByAnotherAdministration
				);
			}
			Self::remove_proposal(territory, proposal, found.proposer);
			Self::deposit_event(Event::Retracted {
				territory,
				proposal,
			});
			Ok(())
		}

		/// Admit the administration of a `proposal` for a territory.
		///
		/// Origin: [`Config::AdmitOrigin`]. It gets a council seat and the initial quota. Its own account
		/// and its signatories lose what roles another administration gave them without asking: as
		/// officer, as account offered to replace the own one, as agency. Other proposals for the
		/// territory can't be admitted any more.
		///
		/// Fails with [`Error::NoSuchProposal`], [`Error::ProposalLapsed`],
		/// [`Error::TerritoryCovered`], [`Error::AccountHasARole`], [`Error::TooManyAdministrations`].
		/// Emits [`Event::Admitted`], and before it [`Event::OfficerDismissed`] or
		/// [`Event::AccountDeclined`] for an administration that loses a role.
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::admit(T::MaxMotions::get()))]
		pub fn admit(
			origin: OriginFor<T>,
			territory: Territory,
			proposal: u32,
		) -> DispatchResultWithPostInfo {
			T::AdmitOrigin::ensure_origin(origin)?;
			Self::do_admit(territory, proposal)?;
			Ok(Some(T::WeightInfo::admit(T::OpenMotions::get())).into())
		}

		/// Quarantine an administration, e.g. because its keys are compromised.
		///
		/// Origin: [`Config::QuarantineOrigin`]. Its writes are frozen and its seat is taken; what
		/// it certified is marked, and each grantor decides for itself. It goes on validating.
		/// Fails with [`Error::CouncilWouldBeTooSmall`] where the council would be left with too few. Emits [`Event::StateChanged`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::quarantine(T::MaxMotions::get()))]
		pub fn quarantine(
			origin: OriginFor<T>,
			administration: Territory,
		) -> DispatchResultWithPostInfo {
			T::QuarantineOrigin::ensure_origin(origin)?;
			let record = Self::live(administration)?;
			let to = lifecycle::quarantined_by_council(record.state)
				.ok_or(Error::<T>::QuarantinedByCouncilAlready)?;
			Self::ensure_seats_without(&record)?;
			Self::change_state(administration, record, to, true)?;
			Ok(Some(T::WeightInfo::quarantine(T::OpenMotions::get())).into())
		}

		/// End the council's quarantine of an administration.
		///
		/// Origin: [`Config::QuarantineOrigin`]. Emits [`Event::StateChanged`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::end_quarantine(T::MaxMotions::get()))]
		pub fn end_quarantine(
			origin: OriginFor<T>,
			administration: Territory,
		) -> DispatchResultWithPostInfo {
			T::QuarantineOrigin::ensure_origin(origin)?;
			let record = Self::live(administration)?;
			let to = lifecycle::released_by_council(record.state)
				.ok_or(Error::<T>::NotQuarantinedByCouncil)?;
			Self::change_state(administration, record, to, true)?;
			Ok(Some(T::WeightInfo::end_quarantine(T::OpenMotions::get())).into())
		}

		/// Quarantine one's own administration: its certificates are unverifiable everywhere.
		///
		/// Origin: own account. It gives the seat up, but where the council would be left with fewer than
		/// [`Config::MinimumSeats`]: then it keeps it. Emits [`Event::StateChanged`], and
		/// [`Event::SeatKept`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::quarantine_own(T::MaxMotions::get()))]
		pub fn quarantine_own(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let (administration, record) = Self::ensure_own(origin)?;
			let to = lifecycle::quarantined_by_itself(record.state, record.key_versions)
				.ok_or(Error::<T>::QuarantinedByItselfAlready)?;
			Self::change_state(administration, record, to, false)?;
			Ok(Some(T::WeightInfo::quarantine_own(T::OpenMotions::get())).into())
		}

		/// End one's own quarantine, after own account and encryption key were rotated.
		///
		/// Origin: own account. Emits [`Event::StateChanged`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::end_own_quarantine(T::MaxMotions::get()))]
		pub fn end_own_quarantine(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let (administration, record) = Self::ensure_own(origin)?;
			let to = lifecycle::released_by_itself(record.state)
				.ok_or(Error::<T>::NotQuarantinedByItself)?;
			if let AdministrationState::Quarantined(quarantine) = record.state {
				let renewed = quarantine
					.own()
					.is_some_and(|then| lifecycle::has_new_keys(then, record.key_versions));
				ensure!(renewed, Error::<T>::KeysNotRotated);
			}
			Self::change_state(administration, record, to, false)?;
			Ok(Some(T::WeightInfo::end_own_quarantine(T::OpenMotions::get())).into())
		}

		/// Give notice that one's administration will leave.
		///
		/// Origin: own account of an admitted administration. It may leave
		/// [`Config::NoticePeriod`] later, and stays until it does. Emits [`Event::NoticeGiven`].
		#[pallet::call_index(7)]
		pub fn give_notice(origin: OriginFor<T>) -> DispatchResult {
			let (administration, mut record) = Self::ensure_admitted(origin)?;
			ensure!(record.notice.is_none(), Error::<T>::NoticeAlreadyGiven);
			let until = Self::now()?
				.checked_add(T::NoticePeriod::get())
				.ok_or(sp_runtime::ArithmeticError::Overflow)?;
			record.notice = Some(until);
			Administrations::<T>::insert(administration, record);
			Self::deposit_event(Event::NoticeGiven {
				administration,
				until,
			});
			Ok(())
		}

		/// Take one's notice back.
		///
		/// Origin: own account of an admitted administration. Emits [`Event::NoticeWithdrawn`].
		#[pallet::call_index(8)]
		pub fn withdraw_notice(origin: OriginFor<T>) -> DispatchResult {
			let (administration, mut record) = Self::ensure_admitted(origin)?;
			ensure!(record.notice.take().is_some(), Error::<T>::NoticeNotGiven);
			Administrations::<T>::insert(administration, record);
			Self::deposit_event(Event::NoticeWithdrawn { administration });
			Ok(())
		}

		/// Leave, after the notice.
		///
		/// Origin: own account. Seat, validator and coverage go, the history stays. Fails with
		/// [`Error::CouncilWouldBeTooSmall`] where the council would be left with too few. Emits
		/// [`Event::StateChanged`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::leave(T::MaxMotions::get()))]
		pub fn leave(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let (administration, record) = Self::ensure_own(origin)?;
			let notice = record.notice.ok_or(Error::<T>::NoticeNotGiven)?;
			ensure!(Self::now()? >= notice, Error::<T>::NoticeNotOver);
			Self::ensure_seats_without(&record)?;
			Self::change_state(
				administration,
				record,
				AdministrationState::Withdrawn,
				false,
			)?;
			Ok(Some(T::WeightInfo::leave(T::OpenMotions::get())).into())
		}

		/// Expel an administration.
		///
		/// Origin: [`Config::ExpelOrigin`]. As if it had left. Emits [`Event::StateChanged`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::expel(T::MaxMotions::get()))]
		pub fn expel(
			origin: OriginFor<T>,
			administration: Territory,
		) -> DispatchResultWithPostInfo {
			T::ExpelOrigin::ensure_origin(origin)?;
			let record = Self::live(administration)?;
			Self::ensure_seats_without(&record)?;
			Self::change_state(administration, record, AdministrationState::Withdrawn, true)?;
			Ok(Some(T::WeightInfo::expel(T::OpenMotions::get())).into())
		}

		/// Appoint an officer, or change an officer's scopes.
		///
		/// Origin: own account of an admitted administration. Fails with [`Error::ScopesMissing`],
		/// [`Error::AccountHasARole`], [`Error::TooManyOfficers`], [`Error::NothingWouldChange`]. Emits
		/// [`Event::OfficerAppointed`].
		#[pallet::call_index(11)]
		pub fn appoint_officer(
			origin: OriginFor<T>,
			officer: T::AccountId,
			scopes: WrittenSet<Scope>,
		) -> DispatchResult {
			let (administration, record) = Self::ensure_admitted(origin)?;
			let scopes = Self::scopes(&scopes)?;
			ensure!(!scopes.is_empty(), Error::<T>::ScopesMissing);
			Self::do_appoint(administration, record, officer, scopes)
		}

		/// Dismiss an officer.
		///
		/// Origin: own account of an admitted administration. Emits [`Event::OfficerDismissed`].
		#[pallet::call_index(12)]
		pub fn dismiss_officer(origin: OriginFor<T>, officer: T::AccountId) -> DispatchResult {
			let (administration, record) = Self::ensure_admitted(origin)?;
			let role = Self::role_of(&officer)
				.filter(|(account, _)| account.administration == administration)
				.map(|(account, _)| account.role);
			ensure!(
				matches!(role, Some(AccountRole::Officer(_))),
				Error::<T>::NotAnOfficer
			);
			Self::do_dismiss(administration, record, officer)
		}

		/// Give one's role up: an officer resigns, an offered account declines.
		///
		/// Origin: the officer, or the offered account, also in a quarantine. Emits
		/// [`Event::OfficerDismissed`] or [`Event::AccountDeclined`].
		#[pallet::call_index(13)]
		pub fn resign(origin: OriginFor<T>) -> DispatchResult {
			let account = ensure_signed(origin)?;
			let (role, record) = Self::role_of(&account).ok_or(Error::<T>::NoRoleToGiveUp)?;
			let administration = role.administration;
			match role.role {
				AccountRole::Officer(_) => Self::do_dismiss(administration, record, account),
				AccountRole::Incoming => Self::do_decline(administration, record, account),
				AccountRole::Own => Err(Error::<T>::NoRoleToGiveUp.into()),
			}
		}

		/// Replace the encryption key under which partners seal data for one's administration.
		///
		/// Origin: own account, also in a quarantine. Emits [`Event::EncryptionKeyRotated`].
		#[pallet::call_index(14)]
		pub fn rotate_encryption_key(origin: OriginFor<T>, key: H256) -> DispatchResult {
			let (administration, mut record) = Self::ensure_own(origin)?;
			ensure!(!key.is_zero(), Error::<T>::EncryptionKeyMissing);
			ensure!(
				key != record.details.encryption_key,
				Error::<T>::EncryptionKeyUnchanged
			);
			let version = Self::next(record.key_versions.encryption_key)?;
			record.details.encryption_key = key;
			record.key_versions.encryption_key = version;
			Administrations::<T>::insert(administration, record);
			Self::deposit_event(Event::EncryptionKeyRotated {
				administration,
				key,
				version,
			});
			Ok(())
		}

		/// Offer another account to become the own account. It must accept, so that a typing error
		/// locks nobody out; a further offer replaces this one.
		///
		/// Origin: own account, also in a quarantine. Emits [`Event::AccountOffered`].
		#[pallet::call_index(15)]
		pub fn rotate_account(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let (administration, record) = Self::ensure_own(origin)?;
			Self::do_offer(administration, record, account)
		}

		/// Accept to become the own account.
		///
		/// Origin: the offered account, also in a quarantine. The seat moves to it, and the votes
		/// of the old account on open motions lapse; officers and quota stay. It must set session
		/// keys of its own before its administration validates again. Emits
		/// [`Event::AccountRotated`].
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::accept_account(T::MaxMotions::get()))]
		pub fn accept_account(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let account = ensure_signed(origin)?;
			let (role, record) = Self::role_of(&account).ok_or(Error::<T>::AccountNotOffered)?;
			ensure!(
				role.role == AccountRole::Incoming,
				Error::<T>::AccountNotOffered
			);
			Self::do_accept(role.administration, record, account)?;
			Ok(Some(T::WeightInfo::accept_account(T::OpenMotions::get())).into())
		}

		/// Validate from two sessions on.
		///
		/// Origin: own account of an admitted administration, with session keys. Fails with
		/// [`Error::SessionKeysMissing`], [`Error::NothingWouldChange`], [`Error::TooManyValidators`].
		/// Emits [`Event::ValidatingChanged`].
		#[pallet::call_index(17)]
		pub fn start_validating(origin: OriginFor<T>) -> DispatchResult {
			let (administration, record) = Self::ensure_admitted(origin)?;
			ensure!(
				T::SessionKeys::is_registered(&record.details.account),
				Error::<T>::SessionKeysMissing
			);
			Self::do_start_validating(administration)
		}

		/// Switch a dead validator off. It may switch itself on again.
		///
		/// Origin: [`Config::SwitchOffOrigin`]. Emits [`Event::ValidatingChanged`].
		#[pallet::call_index(18)]
		pub fn switch_off_validator(
			origin: OriginFor<T>,
			administration: Territory,
		) -> DispatchResult {
			T::SwitchOffOrigin::ensure_origin(origin)?;
			Self::do_stop_validating(administration, true)
		}

		/// Change one's settings.
		///
		/// Origin: own account of an admitted administration. Emits [`Event::SettingsChanged`].
		#[pallet::call_index(19)]
		pub fn change_settings(origin: OriginFor<T>, settings: Settings) -> DispatchResult {
			let (administration, mut record) = Self::ensure_admitted(origin)?;
			ensure!(settings != record.settings, Error::<T>::NothingWouldChange);
			record.settings = settings;
			Administrations::<T>::insert(administration, record);
			Self::deposit_event(Event::SettingsChanged {
				administration,
				settings,
			});
			Ok(())
		}

		/// Change the quota of an administration, in fee units. What protects it (suspensions, votes,
		/// its own quarantine, leaving, its keys) is paid from [`Config::Reserve`] whatever is set
		/// here. Neither part can be 0.
		///
		/// Origin: [`Config::AdmitOrigin`]. Fails with [`Error::UnknownAdministration`],
		/// [`Error::QuotaMissing`], [`Error::NothingWouldChange`]. Emits [`Event::QuotaChanged`].
		#[pallet::call_index(20)]
		pub fn set_quota(
			origin: OriginFor<T>,
			administration: Territory,
			quota: Quota,
		) -> DispatchResult {
			T::AdmitOrigin::ensure_origin(origin)?;
			let mut record = Self::live(administration)?;
			ensure!(
				quota.max > 0 && quota.recovery > 0,
				Error::<T>::QuotaMissing
			);
			ensure!(quota != record.quota, Error::<T>::NothingWouldChange);
			Self::settle_quota(administration, record.quota, quota);
			record.quota = quota;
			Administrations::<T>::insert(administration, record);
			Self::deposit_event(Event::QuotaChanged {
				administration,
				quota,
			});
			Ok(())
		}

		/// Authorise the runtime with this blake2-256 hash.
		///
		/// Members see it for [`Config::UpgradeDelay`]. For [`Config::UpgradePeriod`] after that, anybody
		/// may submit its code with `system.applyAuthorizedUpgrade`, unsigned; its `spec_version` must
		/// be higher. It takes the place of an upgrade authorised before.
		///
		/// Origin: [`Config::UpgradeOrigin`]. Fails with [`Error::CodeHashMissing`]. Emits
		/// [`Event::UpgradeAuthorised`]; at the end of the wait
		/// the system pallet emits `UpgradeAuthorized`.
		#[pallet::call_index(21)]
		pub fn authorise_upgrade(origin: OriginFor<T>, code_hash: H256) -> DispatchResult {
			T::UpgradeOrigin::ensure_origin(origin)?;
			ensure!(!code_hash.is_zero(), Error::<T>::CodeHashMissing);
			Self::do_authorise_upgrade(code_hash)
		}

		/// Restart finality after it stalled: `delay` blocks from now the present validators begin
		/// anew after the block `best_finalised`, the last one that all agree to be final. Neither can be
		/// 0.
		///
		/// Origin: [`Config::UpgradeOrigin`]. Fails with [`Error::DelayMissing`],
		/// [`Error::FinalisedBlockMissing`]. Emits [`Event::StalledNoted`].
		#[pallet::call_index(22)]
		pub fn note_stalled(
			origin: OriginFor<T>,
			delay: BlockNumberFor<T>,
			best_finalised: BlockNumberFor<T>,
		) -> DispatchResult {
			T::UpgradeOrigin::ensure_origin(origin)?;
			ensure!(!delay.is_zero(), Error::<T>::DelayMissing);
			ensure!(!best_finalised.is_zero(), Error::<T>::FinalisedBlockMissing);
			T::Finality::note_stalled(delay, best_finalised);
			Self::deposit_event(Event::StalledNoted {
				delay,
				best_finalised,
			});
			Ok(())
		}

		/// Withdraw the authorisation of the runtime with this blake2-256 hash, before it is applied.
		///
		/// Origin: [`Config::UpgradeOrigin`]. Fails with [`Error::NoSuchUpgrade`]. Emits
		/// [`Event::UpgradeWithdrawn`].
		#[pallet::call_index(23)]
		pub fn withdraw_upgrade(origin: OriginFor<T>, code_hash: H256) -> DispatchResult {
			T::UpgradeOrigin::ensure_origin(origin)?;
			Self::do_withdraw_upgrade(code_hash)
		}

		/// Stop validating, from two sessions on.
		///
		/// Origin: own account of an admitted administration. Fails with [`Error::NothingWouldChange`],
		/// [`Error::ValidatorsWouldBeTooFew`]. Emits [`Event::ValidatingChanged`].
		#[pallet::call_index(24)]
		pub fn stop_validating(origin: OriginFor<T>) -> DispatchResult {
			let (administration, _) = Self::ensure_admitted(origin)?;
			Self::do_stop_validating(administration, false)
		}

		/// Appoint a signer of the multisig that is one's own account: an officer without scopes, whose
		/// transactions count against the quota. An officer of the administration loses its scopes.
		///
		/// Origin: own account of an admitted administration. Fails with [`Error::AccountHasARole`],
		/// [`Error::TooManyOfficers`], [`Error::NothingWouldChange`]. Emits [`Event::OfficerAppointed`].
		#[pallet::call_index(25)]
		pub fn appoint_signatory(origin: OriginFor<T>, signatory: T::AccountId) -> DispatchResult {
			let (administration, record) = Self::ensure_admitted(origin)?;
			Self::do_appoint(administration, record, signatory, Scopes::new())
		}
	}
}
