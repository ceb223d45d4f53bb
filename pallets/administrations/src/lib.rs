//! # Administrations
//!
//! Who takes part in the chain: the customs administrations, their keys and officers.
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

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use genesis::GenesisAdministration;
pub use pallet::*;
pub use roles::{AdministrationOfValidator, SessionLength, ValidatorIdOf};
pub use types::*;
pub use weights::WeightInfo;

mod calls;
mod genesis;
mod hooks;
pub mod migrations;
mod roles;
pub mod rules;
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
		CredentialIssuer, CredentialKey, Moment, NoteStalled, OnAdmission, OutsideAccounts, Scope,
		Scopes, Territory, UnaskedAccounts, Written, WrittenSet, MAX_GRANTORS,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{ChangeMembers, InitializeMembers, UnixTime, ValidatorRegistration},
	};
	use frame_system::pallet_prelude::*;
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the runtime gives to the pallet.
	#[pallet::config]
	pub trait Config: frame_system::Config<Hash = H256, RuntimeEvent: From<Event<Self>>> {
		/// Who admits administrations: 2/3 of the council.
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
		type OutsideAccounts: OutsideAccounts<Self::AccountId>;
		/// Takes from an account the roles that it was given elsewhere without being asked: agencies'.
		type UnaskedAccounts: UnaskedAccounts<Self::AccountId>;
		/// Hears of each admission: the pallet that gives the administration a quota.
		type OnAdmission: OnAdmission;
		/// How many motions of the council are open: a change of seats goes through all of them.
		type OpenMotions: Get<u32>;
		/// The most that [`Config::OpenMotions`] can be.
		#[pallet::constant]
		type MaxMotions: Get<u32>;
		/// Restarts finality after a stall.
		type Finality: NoteStalled<BlockNumberFor<Self>>;
		/// In how many blocks finality begins anew at most: the set of those who make blocks final can't
		/// change before, and it can't be restarted again until twice as many have passed.
		#[pallet::constant]
		type MaxStallDelay: Get<BlockNumberFor<Self>>;
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

	/// By which identifier and keys each administration issues credentials, where it does. A map of its own: every
	/// evaluation reads the record of an administration, and none needs these. Twox64: as [`Administrations`].
	#[pallet::storage]
	pub type CredentialIssuers<T: Config> =
		StorageMap<_, Twox64Concat, Territory, CredentialIssuer>;

	/// Length of a session in blocks, set at genesis.
	#[pallet::storage]
	pub type BlocksPerSession<T: Config> = StorageValue<_, BlockNumberFor<T>, ValueQuery>;

	/// Fewest validators with which the set is changed at all, set at genesis.
	#[pallet::storage]
	pub type MinimumValidators<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// The runtime that the council has authorised, until it is applied, withdrawn or lapses.
	#[pallet::storage]
	pub type AuthorisedUpgrade<T: Config> = StorageValue<_, UpgradeAuthorisation>;

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// An administration was proposed to the council.
		Proposed {
			/// The territory that will name it.
			territory: Territory,
			/// Number of the proposal, to be named in the motion.
			proposal: u32,
			/// Who proposed it.
			proposer: Territory,
			/// Its own account.
			account: T::AccountId,
			/// From this moment on it can't be admitted any more, in milliseconds UTC.
			until: Moment,
		},
		/// A proposal was taken back by its proposer or by the council.
		Retracted {
			/// The territory that would have named it.
			territory: Territory,
			/// Number of the proposal.
			proposal: u32,
		},
		/// An administration was admitted and has a council seat.
		Admitted {
			/// The administration.
			administration: Territory,
			/// Number of the proposal.
			proposal: u32,
			/// Its own account.
			account: T::AccountId,
		},
		/// The state of an administration changed: a quarantine began or ended, or it left.
		StateChanged {
			/// The administration.
			administration: Territory,
			/// The state before.
			from: AdministrationState,
			/// The state now.
			to: AdministrationState,
			/// Whether the council decided it, and not the administration itself.
			by_council: bool,
		},
		/// An administration that quarantined itself keeps its seat: the council would have too few.
		SeatKept {
			/// The administration.
			administration: Territory,
		},
		/// An administration gave notice.
		NoticeGiven {
			/// The administration.
			administration: Territory,
			/// The first moment at which it may leave, in milliseconds UTC.
			until: Moment,
		},
		/// An administration took its notice back.
		NoticeWithdrawn {
			/// The administration.
			administration: Territory,
		},
		/// An officer was appointed, or an officer's scopes were changed.
		OfficerAppointed {
			/// The administration.
			administration: Territory,
			/// The officer.
			officer: T::AccountId,
			/// The scopes from now on.
			scopes: Scopes,
		},
		/// An officer was dismissed, or resigned, or was admitted as part of an administration.
		OfficerDismissed {
			/// The administration.
			administration: Territory,
			/// The officer of before.
			officer: T::AccountId,
		},
		/// The encryption key was replaced.
		EncryptionKeyRotated {
			/// The administration.
			administration: Territory,
			/// The key from now on.
			key: H256,
			/// How often it has been rotated.
			version: u32,
		},
		/// The own account is to be replaced, once `account` accepts.
		AccountOffered {
			/// The administration.
			administration: Territory,
			/// The account that may accept.
			account: T::AccountId,
		},
		/// An offered account declined, or was admitted as part of an administration.
		AccountDeclined {
			/// The administration.
			administration: Territory,
			/// The account that declined.
			account: T::AccountId,
		},
		/// The own account was replaced.
		AccountRotated {
			/// The administration.
			administration: Territory,
			/// The own account of before.
			from: T::AccountId,
			/// The own account from now on. (Not `new`: polkadot.js reserves that name.)
			to: T::AccountId,
		},
		/// An administration will validate, or no longer, two sessions from now.
		ValidatingChanged {
			/// The administration.
			administration: Territory,
			/// Whether it will validate.
			validating: bool,
			/// Whether the council decided it.
			by_council: bool,
		},
		/// It was proved that an administration's validator signed two things of which it may sign one.
		/// The council may switch it off.
		EquivocationNoted {
			/// The administration.
			administration: Territory,
			/// What was signed twice.
			equivocation: Equivocation,
			/// The session in which it was.
			session: u32,
			/// The round of votes, or the slot of the blocks.
			place: u64,
			/// How many reports there were of this administration.
			count: u32,
		},
		/// Settings were changed.
		SettingsChanged {
			/// The administration.
			administration: Territory,
			/// The settings from now on.
			settings: Settings,
		},
		/// The council authorised a runtime.
		#[codec(index = 17)]
		UpgradeAuthorised {
			/// Its blake2-256.
			code_hash: H256,
			/// The first moment at which it can be applied, in milliseconds UTC.
			from: Moment,
			/// From this moment on it can't be applied any more, in milliseconds UTC.
			until: Moment,
		},
		/// The council withdrew an authorised runtime, or authorised another one in its place.
		#[codec(index = 18)]
		UpgradeWithdrawn {
			/// Its blake2-256.
			code_hash: H256,
		},
		/// Nobody applied an authorised runtime in time.
		#[codec(index = 19)]
		UpgradeLapsed {
			/// Its blake2-256.
			code_hash: H256,
		},
		/// The council restarted finality.
		#[codec(index = 20)]
		StalledNoted {
			/// Blocks until the present validators start a new round of finality.
			delay: BlockNumberFor<T>,
			/// The last block that all agree to be final.
			best_finalised: BlockNumberFor<T>,
		},
		/// An administration issues credentials by another identifier or key, or issues none any more.
		#[codec(index = 21)]
		CredentialIssuerChanged {
			/// The administration.
			administration: Territory,
			/// Identifier and keys from now on; none where it issues none.
			issuer: Option<CredentialIssuer>,
		},
	}

	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// The signer is not the own account of an administration. Sign with the own account (a
		/// multisig: through `multisig.asMulti`).
		SignerNotOwnAccount,
		/// The signer is neither an officer nor an account that was offered to replace an own one.
		/// Sign with the account that is to give up what it is; an own account is replaced with
		/// `administrations.rotateAccount`.
		NothingToGiveUp,
		/// The account was offered nothing that it could accept. Ask for an offer first, and sign with
		/// the account that it names.
		AccountNotOffered,
		/// The administration is not admitted: it is quarantined, has left or was never here.
		/// Rotate its keys and end the quarantine first: it can do nothing else.
		AdministrationNotAdmitted,
		/// The council has quarantined the administration already. Do nothing, or end the quarantine.
		QuarantinedByCouncilAlready,
		/// The council has not quarantined the administration. Look at its state in
		/// `administrations.administrations`: what it began itself it ends itself.
		NotQuarantinedByCouncil,
		/// The administration has quarantined itself already. Do nothing, or rotate the keys and end
		/// the quarantine.
		QuarantinedByItselfAlready,
		/// The administration has not quarantined itself. Look at its state in
		/// `administrations.administrations`: what the council began the council ends.
		NotQuarantinedByItself,
		/// There is no such administration. Name one that was admitted and has not left; look in
		/// `administrations.administrations`.
		UnknownAdministration,
		/// An administration covers the territory already. Look in `administrations.coverage`, and
		/// leave the territory out.
		TerritoryCovered,
		/// As many proposals wait as allowed. Retract one, or wait until one lapses.
		TooManyProposals,
		/// Nothing waits under this number: it was never proposed, or was confirmed, refused,
		/// retracted or has lapsed. Look in `administrations.proposals`, or propose.
		UnknownProposal,
		/// The proposal was not confirmed in time, and has lapsed. Propose again; the council has
		/// until the moment in the field `until`.
		ProposalLapsed,
		/// The proposal was made by another administration. Ask it, or the council, to retract it.
		ProposedByAnotherAdministration,
		/// These are more territories than one administration can cover. Leave some out.
		TooManyTerritories,
		/// The UTC offset is missing. Write hours and minutes east of Greenwich, without summer time:
		/// `-04:00`, `+05:30`, or `+00:00` for Greenwich itself.
		UtcOffsetMissing,
		/// The UTC offset is not understood. Write a sign, two digits of hours, a colon and two digits
		/// of minutes: `-04:00`.
		UtcOffsetNotUnderstood,
		/// No clock in the world shows such a time. Write an offset from `-12:00` to `+14:00`.
		UtcOffsetOutOfRange,
		/// The encryption key is missing (all zeros). Give an X25519 public key.
		EncryptionKeyMissing,
		/// The encryption key is the one in use. Give a new key.
		EncryptionKeyUnchanged,
		/// The document is missing (all zeros). Give its blake2-256.
		DocumentMissing,
		/// The account acts for somebody already: as own account, officer, holder or agency, or it
		/// is offered to be one. An account acts for one only; take another one.
		AccountInUse,
		/// The account is not an officer of the administration. Name one of its officers, or sign
		/// as one.
		NotAnOfficer,
		/// The officer's scopes don't allow this. Look up which scope the call takes, and let the own
		/// account give it with `administrations.appointOfficer`.
		OfficerLacksScope,
		/// No scope was chosen. Choose what the officer may do; for a signer of the own account's
		/// multisig, who may do nothing alone, use `administrations.appointSignatory`, and to end a
		/// role `administrations.dismissOfficer`.
		ScopesMissing,
		/// The administration has as many officers as allowed. Dismiss one first.
		TooManyOfficers,
		/// These are more signers than the multisig of an own account can have. Leave some out.
		TooManySignatories,
		/// The council has as many seats as allowed. Wait until an administration leaves.
		TooManyAdministrations,
		/// The quarantine began with these keys. Rotate both the own account and the encryption key
		/// first.
		KeysNotRotated,
		/// No notice was given. Give notice first.
		NoticeNotGiven,
		/// Notice was given already. Wait for its end, or withdraw it.
		NoticeGivenAlready,
		/// The notice runs still. Wait for its end, which is in the field `notice` of the
		/// administration.
		NoticeNotOver,
		/// The council would keep too few seats to decide anything. Admit another administration
		/// first.
		CouncilWouldBeTooSmall,
		/// There are as many validators as allowed. Wait until one stops.
		TooManyValidators,
		/// Too few validators would be left. Let another administration validate first.
		ValidatorsWouldBeTooFew,
		/// The own account has no session keys. Set them with `session.setKeys` first.
		SessionKeysMissing,
		/// The hash of the runtime's code is missing (all zeros). Give its blake2-256.
		#[codec(index = 37)]
		CodeHashMissing,
		/// No upgrade with this hash is authorised. Look in `administrations.authorisedUpgrade`.
		#[codec(index = 38)]
		UnknownUpgrade,
		/// The number of blocks after which finality begins anew is missing (0). Give as many as all
		/// validators need to import the block that says so.
		#[codec(index = 39)]
		DelayMissing,
		/// The last block that all agree to be final is missing (0). Give its number, as the operators
		/// see it.
		#[codec(index = 40)]
		FinalisedBlockMissing,
		/// The administration has as many motions open as allowed, or has one and the council is busy.
		/// Close one with `council.close`, as soon as its votes or its end allow it.
		#[codec(index = 41)]
		TooManyMotions,
		/// It is so already. Look at what is recorded, and say what is to change.
		#[codec(index = 42)]
		NothingWouldChange,
		/// The encryption key is of low order: whatever is sealed to it everybody could open. Make a new
		/// one, by `aeo keys new`, and give that.
		#[codec(index = 43)]
		EncryptionKeyNotUsable,
		/// The identifier is not understood: it is `did:web:` and the name of a host, and has no path. Write
		/// it as `did:web:aduanas.example`.
		#[codec(index = 44)]
		DidNotUnderstood,
		/// The key is not a compressed point of P-256: 33 bytes, the first of which is 2 or 3. Give the one that
		/// `aeo credential issuer` shows.
		#[codec(index = 45)]
		KeyMalformed,
		/// The moment lies more than 400 days ahead. Name an earlier one: no credential is valid for longer.
		#[codec(index = 46)]
		TooFarAhead,
		/// The moment has passed. Name one to come, or none: what the earlier key signed is void at once then.
		#[codec(index = 47)]
		MomentPassed,
		/// There is no earlier key that could be kept. Name no moment.
		#[codec(index = 48)]
		NoKeyToKeep,
		/// Finality would begin anew in more than a day. Name fewer blocks, no more than
		/// `administrations.maxStallDelay`.
		#[codec(index = 49)]
		DelayTooLong,
		/// That block has not been made yet, so that nobody agrees that it is final. Give the number of the
		/// last one that is, as the operators see it.
		#[codec(index = 50)]
		FinalisedBlockAhead,
	}

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
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Proposes an administration to the council.
		///
		/// Other proposals may stand for the same territory; each can be admitted for
		/// [`Config::ProposalPeriod`].
		///
		/// - `territory`: the one that names it.
		/// - `territories`: those that it covers besides, at most 40.
		/// - `utc_offset`: hours and minutes east of Greenwich without summer time, `-04:00`, from
		///   `-12:00` to `+14:00`.
		/// - `account`: its own account, a multisig as a rule.
		/// - `encryption_key`: an X25519 public key.
		/// - `instrument`: blake2-256 of the document that binds the account; or none.
		/// - `signatories`: where `account` is a multisig, its signers, at most 20: they become
		///   officers without scope, so that what they sign counts against the quota.
		///
		/// Origin: own account of an admitted administration.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::AdministrationNotAdmitted`],
		/// [`Error::TooManyTerritories`], [`Error::UtcOffsetMissing`],
		/// [`Error::UtcOffsetNotUnderstood`], [`Error::UtcOffsetOutOfRange`],
		/// [`Error::TerritoryCovered`], [`Error::EncryptionKeyMissing`],
		/// [`Error::EncryptionKeyNotUsable`], [`Error::DocumentMissing`], [`Error::AccountInUse`], [`Error::TooManySignatories`],
		/// [`Error::TooManyProposals`].
		///
		/// Emits [`Event::Proposed`] with the number that the motion must name.
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

		/// Takes a proposal for a territory back.
		///
		/// - `territory`: the one that names who was proposed.
		/// - `proposal`: its number.
		///
		/// Origin: own account of the administration that made it, admitted still, or the council
		/// as for [`Pallet::admit`].
		///
		/// Fails with [`Error::UnknownProposal`], [`Error::SignerNotOwnAccount`],
		/// [`Error::AdministrationNotAdmitted`], [`Error::ProposedByAnotherAdministration`].
		///
		/// Emits [`Event::Retracted`].
		#[pallet::call_index(1)]
		pub fn retract(
			origin: OriginFor<T>,
			territory: Territory,
			proposal: u32,
		) -> DispatchResult {
			Self::do_retract(origin, territory, proposal)
		}

		/// Admits the administration of a proposal for a territory.
		///
		/// It gets a council seat and its first quota. Its own account and its signatories lose
		/// what another administration gave them without asking: as officer, as account offered to
		/// replace the own one, as agency. Other proposals for the territory can't be admitted any
		/// more.
		///
		/// - `territory`: the one that names who was proposed.
		/// - `proposal`: its number.
		///
		/// Origin: [`Config::AdmitOrigin`].
		///
		/// Fails with [`Error::UnknownProposal`], [`Error::ProposalLapsed`],
		/// [`Error::TerritoryCovered`], [`Error::AccountInUse`], [`Error::TooManyAdministrations`],
		/// [`Error::TooManyOfficers`].
		///
		/// Emits [`Event::Admitted`]; before it [`Event::OfficerDismissed`] or
		/// [`Event::AccountDeclined`] for an administration that loses a role, and after it
		/// [`Event::OfficerAppointed`] for each signatory.
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

		/// Quarantines an administration, e.g. because its keys are compromised.
		///
		/// Its writes are frozen and its seat is taken; what it certified is marked, and each
		/// grantor decides for itself. It goes on validating.
		///
		/// - `administration`: the one that is quarantined.
		///
		/// Origin: [`Config::QuarantineOrigin`].
		///
		/// Fails with [`Error::UnknownAdministration`], [`Error::QuarantinedByCouncilAlready`],
		/// [`Error::CouncilWouldBeTooSmall`] where the council would be left with too few.
		///
		/// Emits [`Event::StateChanged`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::quarantine(T::MaxMotions::get()))]
		pub fn quarantine(
			origin: OriginFor<T>,
			administration: Territory,
		) -> DispatchResultWithPostInfo {
			T::QuarantineOrigin::ensure_origin(origin)?;
			Self::do_quarantine(administration)?;
			Ok(Some(T::WeightInfo::quarantine(T::OpenMotions::get())).into())
		}

		/// Ends the council's quarantine of an administration.
		///
		/// - `administration`: the one whose quarantine ends.
		///
		/// Origin: [`Config::QuarantineOrigin`].
		///
		/// Fails with [`Error::UnknownAdministration`], [`Error::NotQuarantinedByCouncil`],
		/// [`Error::TooManyAdministrations`].
		///
		/// Emits [`Event::StateChanged`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::end_quarantine(T::MaxMotions::get()))]
		pub fn end_quarantine(
			origin: OriginFor<T>,
			administration: Territory,
		) -> DispatchResultWithPostInfo {
			T::QuarantineOrigin::ensure_origin(origin)?;
			Self::do_end_quarantine(administration)?;
			Ok(Some(T::WeightInfo::end_quarantine(T::OpenMotions::get())).into())
		}

		/// Quarantines one's own administration: its certificates are unverifiable everywhere.
		///
		/// It gives the seat up, but where the council would be left with fewer than
		/// [`Config::MinimumSeats`]: then it keeps it.
		///
		/// Origin: own account, also in the council's quarantine.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::QuarantinedByItselfAlready`].
		///
		/// Emits [`Event::StateChanged`], and [`Event::SeatKept`] where it keeps the seat.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::quarantine_own(T::MaxMotions::get()))]
		pub fn quarantine_own(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let (administration, record) = Self::ensure_own(origin)?;
			Self::do_quarantine_own(administration, record)?;
			Ok(Some(T::WeightInfo::quarantine_own(T::OpenMotions::get())).into())
		}

		/// Ends one's own quarantine, after own account and encryption key were rotated.
		///
		/// Origin: own account.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::NotQuarantinedByItself`],
		/// [`Error::KeysNotRotated`], [`Error::TooManyAdministrations`].
		///
		/// Emits [`Event::StateChanged`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::end_own_quarantine(T::MaxMotions::get()))]
		pub fn end_own_quarantine(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let (administration, record) = Self::ensure_own(origin)?;
			Self::do_end_own_quarantine(administration, record)?;
			Ok(Some(T::WeightInfo::end_own_quarantine(T::OpenMotions::get())).into())
		}

		/// Gives notice that one's administration will leave.
		///
		/// It may leave [`Config::NoticePeriod`] later, and stays until it does.
		///
		/// Origin: own account of an admitted administration.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::AdministrationNotAdmitted`],
		/// [`Error::NoticeGivenAlready`].
		///
		/// Emits [`Event::NoticeGiven`].
		#[pallet::call_index(7)]
		pub fn give_notice(origin: OriginFor<T>) -> DispatchResult {
			let (administration, record) = Self::ensure_admitted(origin)?;
			Self::do_give_notice(administration, record)
		}

		/// Takes one's notice back.
		///
		/// Origin: own account of an admitted administration.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::AdministrationNotAdmitted`],
		/// [`Error::NoticeNotGiven`].
		///
		/// Emits [`Event::NoticeWithdrawn`].
		#[pallet::call_index(8)]
		pub fn withdraw_notice(origin: OriginFor<T>) -> DispatchResult {
			let (administration, record) = Self::ensure_admitted(origin)?;
			Self::do_withdraw_notice(administration, record)
		}

		/// Leaves, after the notice.
		///
		/// Seat, validator, coverage and the keys of its credentials go, the history stays.
		///
		/// Origin: own account, also in a quarantine.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::NoticeNotGiven`],
		/// [`Error::NoticeNotOver`], [`Error::CouncilWouldBeTooSmall`] where the council would be
		/// left with too few.
		///
		/// Emits [`Event::StateChanged`], and before it [`Event::CredentialIssuerChanged`] where it issued credentials.
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::leave(T::MaxMotions::get()))]
		pub fn leave(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			let (administration, record) = Self::ensure_own(origin)?;
			Self::do_leave(administration, record)?;
			Ok(Some(T::WeightInfo::leave(T::OpenMotions::get())).into())
		}

		/// Expels an administration, as if it had left.
		///
		/// - `administration`: the one that is expelled.
		///
		/// Origin: [`Config::ExpelOrigin`].
		///
		/// Fails with [`Error::UnknownAdministration`], [`Error::CouncilWouldBeTooSmall`] where the
		/// council would be left with too few.
		///
		/// Emits [`Event::StateChanged`], and before it [`Event::CredentialIssuerChanged`] where it issued credentials.
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::expel(T::MaxMotions::get()))]
		pub fn expel(
			origin: OriginFor<T>,
			administration: Territory,
		) -> DispatchResultWithPostInfo {
			T::ExpelOrigin::ensure_origin(origin)?;
			Self::do_expel(administration)?;
			Ok(Some(T::WeightInfo::expel(T::OpenMotions::get())).into())
		}

		/// Appoints an officer, or changes an officer's scopes.
		///
		/// - `officer`: the account, which acts for nobody else.
		/// - `scopes`: what it may do from now on, 1 to 7 of them.
		///
		/// Origin: own account of an admitted administration.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::AdministrationNotAdmitted`],
		/// [`Error::ScopesMissing`], [`Error::AccountInUse`], [`Error::TooManyOfficers`],
		/// [`Error::NothingWouldChange`].
		///
		/// Emits [`Event::OfficerAppointed`].
		#[pallet::call_index(11)]
		pub fn appoint_officer(
			origin: OriginFor<T>,
			officer: T::AccountId,
			scopes: WrittenSet<Scope>,
		) -> DispatchResult {
			let (administration, record) = Self::ensure_admitted(origin)?;
			Self::do_appoint_officer(administration, record, officer, Self::scopes(&scopes)?)
		}

		/// Dismisses an officer.
		///
		/// - `officer`: the account.
		///
		/// Origin: own account of an admitted administration.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::AdministrationNotAdmitted`],
		/// [`Error::NotAnOfficer`].
		///
		/// Emits [`Event::OfficerDismissed`].
		#[pallet::call_index(12)]
		pub fn dismiss_officer(origin: OriginFor<T>, officer: T::AccountId) -> DispatchResult {
			let (administration, record) = Self::ensure_admitted(origin)?;
			Self::do_dismiss_officer(administration, record, officer)
		}

		/// Gives one's role up: an officer resigns, an offered account declines.
		///
		/// Origin: the officer, or the offered account, also in a quarantine.
		///
		/// Fails with [`Error::NothingToGiveUp`].
		///
		/// Emits [`Event::OfficerDismissed`] or [`Event::AccountDeclined`].
		#[pallet::call_index(13)]
		pub fn resign(origin: OriginFor<T>) -> DispatchResult {
			Self::do_resign(ensure_signed(origin)?)
		}

		/// Replaces the encryption key under which partners seal data for one's administration.
		///
		/// - `key`: an X25519 public key.
		///
		/// Origin: own account, also in a quarantine.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::EncryptionKeyMissing`],
		/// [`Error::EncryptionKeyNotUsable`], [`Error::EncryptionKeyUnchanged`].
		///
		/// Emits [`Event::EncryptionKeyRotated`].
		#[pallet::call_index(14)]
		pub fn rotate_encryption_key(origin: OriginFor<T>, key: H256) -> DispatchResult {
			let (administration, record) = Self::ensure_own(origin)?;
			Self::do_rotate_encryption_key(administration, record, key)
		}

		/// Offers another account to become the own account.
		///
		/// It must accept, so that a typing error locks nobody out; a further offer replaces this
		/// one.
		///
		/// - `account`: the account that is to become the own account.
		///
		/// Origin: own account, also in a quarantine.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::AccountInUse`].
		///
		/// Emits [`Event::AccountOffered`].
		#[pallet::call_index(15)]
		pub fn rotate_account(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let (administration, record) = Self::ensure_own(origin)?;
			Self::do_rotate_account(administration, record, account)
		}

		/// Accepts to become the own account.
		///
		/// The seat moves to it, and the votes of the old account on open motions lapse; officers
		/// and quota stay. It must set session keys of its own before its administration validates
		/// again.
		///
		/// Origin: the offered account, also in a quarantine.
		///
		/// Fails with [`Error::AccountNotOffered`].
		///
		/// Emits [`Event::AccountRotated`].
		#[pallet::call_index(16)]
		#[pallet::weight(T::WeightInfo::accept_account(T::MaxMotions::get()))]
		pub fn accept_account(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
			Self::do_accept_account(ensure_signed(origin)?)?;
			Ok(Some(T::WeightInfo::accept_account(T::OpenMotions::get())).into())
		}

		/// Validates from two sessions on.
		///
		/// Origin: own account of an admitted administration, with session keys.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::AdministrationNotAdmitted`],
		/// [`Error::SessionKeysMissing`], [`Error::NothingWouldChange`],
		/// [`Error::TooManyValidators`].
		///
		/// Emits [`Event::ValidatingChanged`].
		#[pallet::call_index(17)]
		pub fn start_validating(origin: OriginFor<T>) -> DispatchResult {
			let (administration, record) = Self::ensure_admitted(origin)?;
			Self::do_start_validating(administration, &record)
		}

		/// Switches a dead validator off. It may switch itself on again.
		///
		/// - `administration`: the one whose validator is dead.
		///
		/// Origin: [`Config::SwitchOffOrigin`].
		///
		/// Fails with [`Error::NothingWouldChange`], [`Error::ValidatorsWouldBeTooFew`].
		///
		/// Emits [`Event::ValidatingChanged`].
		#[pallet::call_index(18)]
		pub fn switch_off_validator(
			origin: OriginFor<T>,
			administration: Territory,
		) -> DispatchResult {
			T::SwitchOffOrigin::ensure_origin(origin)?;
			Self::do_switch_off_validator(administration)
		}

		/// Changes one's settings.
		///
		/// - `settings`: all of them, as they are from now on.
		///
		/// Origin: own account of an admitted administration.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::AdministrationNotAdmitted`],
		/// [`Error::NothingWouldChange`].
		///
		/// Emits [`Event::SettingsChanged`].
		#[pallet::call_index(19)]
		pub fn change_settings(origin: OriginFor<T>, settings: Settings) -> DispatchResult {
			let (administration, record) = Self::ensure_admitted(origin)?;
			Self::do_change_settings(administration, record, settings)
		}

		/// Authorises the runtime with this hash.
		///
		/// Members see it for [`Config::UpgradeDelay`]. For [`Config::UpgradePeriod`] after that,
		/// anybody may submit its code with `system.applyAuthorizedUpgrade`, unsigned; its
		/// `spec_version` must be higher. It takes the place of an upgrade authorised before.
		///
		/// - `code_hash`: blake2-256 of its code.
		///
		/// Origin: [`Config::UpgradeOrigin`].
		///
		/// Fails with [`Error::CodeHashMissing`].
		///
		/// Emits [`Event::UpgradeAuthorised`], and before it [`Event::UpgradeWithdrawn`] of an
		/// upgrade authorised before; at the end of the wait the system pallet emits
		/// `UpgradeAuthorized`.
		#[pallet::call_index(21)]
		pub fn authorise_upgrade(origin: OriginFor<T>, code_hash: H256) -> DispatchResult {
			T::UpgradeOrigin::ensure_origin(origin)?;
			Self::do_authorise_upgrade(code_hash)
		}

		/// Restarts finality after it stalled.
		///
		/// The present validators begin anew after the last block that all agree to be final.
		///
		/// - `delay`: in how many blocks from now, from 1 to [`Config::MaxStallDelay`].
		/// - `best_finalised`: the number of that last block, at least 1 and below that of the present one.
		///
		/// Origin: [`Config::UpgradeOrigin`].
		///
		/// Fails with [`Error::DelayMissing`], [`Error::DelayTooLong`], [`Error::FinalisedBlockMissing`],
		/// [`Error::FinalisedBlockAhead`].
		///
		/// Emits [`Event::StalledNoted`].
		#[pallet::call_index(22)]
		pub fn note_stalled(
			origin: OriginFor<T>,
			delay: BlockNumberFor<T>,
			best_finalised: BlockNumberFor<T>,
		) -> DispatchResult {
			T::UpgradeOrigin::ensure_origin(origin)?;
			Self::do_note_stalled(delay, best_finalised)
		}

		/// Withdraws the authorisation of the runtime with this hash, before it is applied.
		///
		/// - `code_hash`: blake2-256 of its code.
		///
		/// Origin: [`Config::UpgradeOrigin`].
		///
		/// Fails with [`Error::UnknownUpgrade`].
		///
		/// Emits [`Event::UpgradeWithdrawn`].
		#[pallet::call_index(23)]
		pub fn withdraw_upgrade(origin: OriginFor<T>, code_hash: H256) -> DispatchResult {
			T::UpgradeOrigin::ensure_origin(origin)?;
			Self::do_withdraw_upgrade(code_hash)
		}

		/// Stops validating, from two sessions on.
		///
		/// Origin: own account of an admitted administration.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::AdministrationNotAdmitted`],
		/// [`Error::NothingWouldChange`], [`Error::ValidatorsWouldBeTooFew`].
		///
		/// Emits [`Event::ValidatingChanged`].
		#[pallet::call_index(24)]
		pub fn stop_validating(origin: OriginFor<T>) -> DispatchResult {
			let (administration, _) = Self::ensure_admitted(origin)?;
			Self::do_stop_validating(administration)
		}

		/// Appoints a signer of the multisig that is one's own account.
		///
		/// It is an officer without scopes, whose transactions count against the quota. An officer
		/// of the administration loses its scopes.
		///
		/// - `signatory`: the account, which acts for nobody else.
		///
		/// Origin: own account of an admitted administration.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::AdministrationNotAdmitted`],
		/// [`Error::AccountInUse`], [`Error::TooManyOfficers`], [`Error::NothingWouldChange`].
		///
		/// Emits [`Event::OfficerAppointed`].
		#[pallet::call_index(25)]
		pub fn appoint_signatory(origin: OriginFor<T>, signatory: T::AccountId) -> DispatchResult {
			let (administration, record) = Self::ensure_admitted(origin)?;
			Self::do_appoint_signatory(administration, record, signatory)
		}

		/// Says by which identifier and key one's administration issues credentials.
		///
		/// What the key before signed is void at once, unless it is kept. Where the key stays, and one before it is
		/// kept, a moment that is left out ends that.
		///
		/// - `did`: `did:web:` and the name of a host, at most 128 characters, where the issuer serves its lists.
		/// - `key`: a compressed point of P-256, 33 bytes.
		/// - `keep_previous_until`: through when what the key before signed passes too, in milliseconds UTC, at most
		///   400 days ahead; none: no longer.
		///
		/// Origin: own account, also in a quarantine.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::DidNotUnderstood`],
		/// [`Error::KeyMalformed`], [`Error::MomentPassed`], [`Error::TooFarAhead`],
		/// [`Error::NoKeyToKeep`], [`Error::NothingWouldChange`].
		///
		/// Emits [`Event::CredentialIssuerChanged`].
		#[pallet::call_index(26)]
		pub fn set_credential_issuer(
			origin: OriginFor<T>,
			did: Written,
			key: CredentialKey,
			keep_previous_until: Option<Moment>,
		) -> DispatchResult {
			let (administration, _) = Self::ensure_own(origin)?;
			Self::do_set_credential_issuer(administration, &did, key, keep_previous_until)
		}

		/// Says that one's administration issues no credentials: all that it issued are void.
		///
		/// Origin: own account, also in a quarantine.
		///
		/// Fails with [`Error::SignerNotOwnAccount`], [`Error::NothingWouldChange`].
		///
		/// Emits [`Event::CredentialIssuerChanged`].
		#[pallet::call_index(27)]
		pub fn clear_credential_issuer(origin: OriginFor<T>) -> DispatchResult {
			let (administration, _) = Self::ensure_own(origin)?;
			Self::do_clear_credential_issuer(administration)
		}
	}
}
