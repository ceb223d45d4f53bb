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
pub use quota::QuotaOrFee;
pub use session::{SessionLength, ValidatorIdOf};
pub use types::*;
pub use weights::WeightInfo;

mod do_change;
mod errors;
mod events;
mod genesis;
pub mod lifecycle;
mod quota;
mod roles;
mod session;
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
	use aeo_primitives::{Moment, NoteStalled, OutsideRoles, Scope, Territory, UtcOffset};
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
		/// Restarts finality after a stall.
		type Finality: NoteStalled<BlockNumberFor<Self>>;
		/// The clock of the chain, in milliseconds.
		type Time: UnixTime;
		/// Time between an administration's notice and its leaving, in milliseconds.
		#[pallet::constant]
		type NoticePeriod: Get<Moment>;
		/// The council keeps at least this many seats when it quarantines or expels.
		#[pallet::constant]
		type MinimumSeats: Get<u32>;
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
		/// The quota of a single account: of a holder, of an agency, and of a quarantined
		/// administration's own account, which must still be able to rotate its keys.
		#[pallet::constant]
		type AccountQuota: Get<Quota>;
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

	/// The administration that covers a territory. Withdrawn administrations cover none.
	#[pallet::storage]
	pub type Coverage<T: Config> = StorageMap<_, Twox64Concat, Territory, Territory>;

	/// The open proposals, by the territory that will name the administration.
	#[pallet::storage]
	pub type Proposals<T: Config> = StorageMap<_, Twox64Concat, Territory, Proposal<T::AccountId>>;

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

	/// The own accounts of the admitted administrations: the members of the council.
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

	/// What single accounts have used of [`Config::AccountQuota`].
	#[pallet::storage]
	pub type UsedByAccount<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Bucket<BlockNumberFor<T>>, ValueQuery>;

	/// The signer of the extrinsic under way, whatever origins are nested in it. There is none
	/// between extrinsics.
	#[pallet::storage]
	pub type OuterSigner<T: Config> = StorageValue<_, T::AccountId>;

	/// The administrations with which the chain starts.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The administrations, admitted from the start.
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
		fn integrity_test() {
			assert!(T::MinimumSeats::get() >= 1);
			assert!(T::MaxValidators::get() <= T::MaxAdministrations::get());
			assert!(T::InitialQuota::get().recovery <= T::InitialQuota::get().max);
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
		/// covers besides `territory`; `utc_offset` is in minutes east of Greenwich, −720 to 840.
		/// Where `account` is a multisig, `signatories` are its signers: they become officers without
		/// scope, so that what they sign counts against the quota.
		/// Emits [`Event::Proposed`] with the number that the motion must name.
		#[pallet::call_index(0)]
		pub fn propose(
			origin: OriginFor<T>,
			territory: Territory,
			territories: BoundedVec<Territory, ConstU32<40>>,
			utc_offset: i16,
			account: T::AccountId,
			encryption_key: H256,
			instrument: Option<H256>,
			signatories: BoundedVec<T::AccountId, ConstU32<20>>,
		) -> DispatchResult {
			let (proposer, _) = Self::ensure_admitted(origin)?;
			let utc_offset =
				UtcOffset::try_from(utc_offset).map_err(|_| Error::<T>::UtcOffsetOutOfRange)?;
			let territories = Self::further_territories(territory, territories)?;
			let candidate = Candidate {
				account,
				encryption_key,
				instrument,
				territories,
				utc_offset,
			};
			Self::do_propose(territory, proposer, candidate, signatories)
		}

		/// Take a proposal back.
		///
		/// Origin: own account of the administration that made it, or the council as for
		/// [`Pallet::admit`]. Emits [`Event::Retracted`].
		#[pallet::call_index(1)]
		pub fn retract(origin: OriginFor<T>, territory: Territory) -> DispatchResult {
			let proposal = Proposals::<T>::get(territory).ok_or(Error::<T>::UnknownProposal)?;
			if let Err(origin) = T::AdmitOrigin::try_origin(origin) {
				let (administration, _) = Self::ensure_admitted(origin)?;
				ensure!(administration == proposal.proposer, Error::<T>::NotProposer);
			}
			Proposals::<T>::remove(territory);
			Self::deposit_event(Event::Retracted {
				territory,
				proposal: proposal.number,
			});
			Ok(())
		}

		/// Admit the administration of the open `proposal` for a territory.
		///
		/// Origin: [`Config::AdmitOrigin`]. It gets a council seat and the initial quota. Emits
		/// [`Event::Admitted`].
		#[pallet::call_index(2)]
		pub fn admit(origin: OriginFor<T>, territory: Territory, proposal: u32) -> DispatchResult {
			T::AdmitOrigin::ensure_origin(origin)?;
			Self::do_admit(territory, proposal)
		}

		/// Quarantine an administration, e.g. because its keys are compromised.
		///
		/// Origin: [`Config::QuarantineOrigin`]. Its writes are frozen and its seat is taken; what
		/// it certified is marked, and each grantor decides for itself. It goes on validating.
		/// Emits [`Event::StateChanged`].
		#[pallet::call_index(3)]
		pub fn quarantine(origin: OriginFor<T>, administration: Territory) -> DispatchResult {
			T::QuarantineOrigin::ensure_origin(origin)?;
			let record = Self::live(administration)?;
			let to = lifecycle::quarantined_by_council(record.state)
				.ok_or(Error::<T>::StateDoesNotAllowIt)?;
			Self::ensure_seats_without(&record)?;
			Self::change_state(administration, record, to, true)
		}

		/// End the council's quarantine of an administration.
		///
		/// Origin: [`Config::QuarantineOrigin`]. Emits [`Event::StateChanged`].
		#[pallet::call_index(4)]
		pub fn end_quarantine(origin: OriginFor<T>, administration: Territory) -> DispatchResult {
			T::QuarantineOrigin::ensure_origin(origin)?;
			let record = Self::live(administration)?;
			let to = lifecycle::released_by_council(record.state)
				.ok_or(Error::<T>::StateDoesNotAllowIt)?;
			Self::change_state(administration, record, to, true)
		}

		/// Quarantine one's own administration: its certificates are unverifiable everywhere.
		///
		/// Origin: own account. Emits [`Event::StateChanged`].
		#[pallet::call_index(5)]
		pub fn quarantine_own(origin: OriginFor<T>) -> DispatchResult {
			let (administration, record) = Self::ensure_own(origin)?;
			let to = lifecycle::quarantined_by_itself(record.state, record.key_versions)
				.ok_or(Error::<T>::StateDoesNotAllowIt)?;
			Self::change_state(administration, record, to, false)
		}

		/// End one's own quarantine, after own account and encryption key were rotated.
		///
		/// Origin: own account. Emits [`Event::StateChanged`].
		#[pallet::call_index(6)]
		pub fn end_own_quarantine(origin: OriginFor<T>) -> DispatchResult {
			let (administration, record) = Self::ensure_own(origin)?;
			let to = lifecycle::released_by_itself(record.state)
				.ok_or(Error::<T>::StateDoesNotAllowIt)?;
			if let AdministrationState::Quarantined(quarantine) = record.state {
				let renewed = quarantine
					.own()
					.is_some_and(|then| lifecycle::has_new_keys(then, record.key_versions));
				ensure!(renewed, Error::<T>::KeysNotRotated);
			}
			Self::change_state(administration, record, to, false)
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
			ensure!(record.notice.take().is_some(), Error::<T>::NoNotice);
			Administrations::<T>::insert(administration, record);
			Self::deposit_event(Event::NoticeWithdrawn { administration });
			Ok(())
		}

		/// Leave, after the notice.
		///
		/// Origin: own account. Seat, validator and coverage go, the history stays. Emits
		/// [`Event::StateChanged`].
		#[pallet::call_index(9)]
		pub fn leave(origin: OriginFor<T>) -> DispatchResult {
			let (administration, record) = Self::ensure_own(origin)?;
			let notice = record.notice.ok_or(Error::<T>::NoNotice)?;
			ensure!(Self::now()? >= notice, Error::<T>::NoticeNotOver);
			Self::change_state(
				administration,
				record,
				AdministrationState::Withdrawn,
				false,
			)
		}

		/// Expel an administration.
		///
		/// Origin: [`Config::ExpelOrigin`]. As if it had left. Emits [`Event::StateChanged`].
		#[pallet::call_index(10)]
		pub fn expel(origin: OriginFor<T>, administration: Territory) -> DispatchResult {
			T::ExpelOrigin::ensure_origin(origin)?;
			let record = Self::live(administration)?;
			Self::ensure_seats_without(&record)?;
			Self::change_state(administration, record, AdministrationState::Withdrawn, true)
		}

		/// Appoint an officer, or change an officer's scopes.
		///
		/// Origin: own account of an admitted administration. Without scopes the officer is a
		/// signer of the administration's multisig: its transactions count against the quota.
		/// Emits [`Event::OfficerAppointed`].
		#[pallet::call_index(11)]
		pub fn appoint_officer(
			origin: OriginFor<T>,
			officer: T::AccountId,
			scopes: BoundedVec<Scope, ConstU32<7>>,
		) -> DispatchResult {
			let (administration, record) = Self::ensure_admitted(origin)?;
			Self::do_appoint(administration, record, officer, Self::scopes(scopes)?)
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
				Error::<T>::NotOfficer
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
			let (role, record) = Self::role_of(&account).ok_or(Error::<T>::NoSuchRole)?;
			let administration = role.administration;
			match role.role {
				AccountRole::Officer(_) => Self::do_dismiss(administration, record, account),
				AccountRole::Incoming => Self::do_decline(administration, record, account),
				AccountRole::Own => Err(Error::<T>::NoSuchRole.into()),
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
		pub fn accept_account(origin: OriginFor<T>) -> DispatchResult {
			let account = ensure_signed(origin)?;
			let (role, record) = Self::role_of(&account).ok_or(Error::<T>::NoSuchRole)?;
			ensure!(role.role == AccountRole::Incoming, Error::<T>::NoSuchRole);
			Self::do_accept(role.administration, record, account)
		}

		/// Validate, or stop validating, from two sessions on.
		///
		/// Origin: own account of an admitted administration, with session keys. Emits
		/// [`Event::ValidatingChanged`].
		#[pallet::call_index(17)]
		pub fn set_validating(origin: OriginFor<T>, validating: bool) -> DispatchResult {
			let (administration, record) = Self::ensure_admitted(origin)?;
			if validating {
				ensure!(
					T::SessionKeys::is_registered(&record.details.account),
					Error::<T>::SessionKeysMissing
				);
				Self::start_validating(administration)
			} else {
				Self::stop_validating(administration, false)
			}
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
			Self::stop_validating(administration, true)
		}

		/// Change one's settings.
		///
		/// Origin: own account of an admitted administration. Emits [`Event::SettingsChanged`].
		#[pallet::call_index(19)]
		pub fn change_settings(origin: OriginFor<T>, settings: Settings) -> DispatchResult {
			let (administration, mut record) = Self::ensure_admitted(origin)?;
			ensure!(settings != record.settings, Error::<T>::Unchanged);
			record.settings = settings;
			Administrations::<T>::insert(administration, record);
			Self::deposit_event(Event::SettingsChanged {
				administration,
				settings,
			});
			Ok(())
		}

		/// Change the quota of an administration, in fee units.
		///
		/// Origin: [`Config::AdmitOrigin`]. Emits [`Event::QuotaChanged`].
		#[pallet::call_index(20)]
		pub fn set_quota(
			origin: OriginFor<T>,
			administration: Territory,
			quota: Quota,
		) -> DispatchResult {
			T::AdmitOrigin::ensure_origin(origin)?;
			let mut record = Self::live(administration)?;
			ensure!(quota != record.quota, Error::<T>::Unchanged);
			record.quota = quota;
			Administrations::<T>::insert(administration, record);
			Self::deposit_event(Event::QuotaChanged {
				administration,
				quota,
			});
			Ok(())
		}

		/// Authorise the runtime with this blake2-256 hash. Anybody may then submit its code with
		/// `system.applyAuthorizedUpgrade`, unsigned; its `spec_version` must be higher.
		///
		/// Origin: [`Config::UpgradeOrigin`]. The system pallet emits `UpgradeAuthorized`.
		#[pallet::call_index(21)]
		pub fn authorise_upgrade(origin: OriginFor<T>, code_hash: H256) -> DispatchResult {
			T::UpgradeOrigin::ensure_origin(origin)?;
			frame_system::Pallet::<T>::do_authorize_upgrade(code_hash, true);
			Ok(())
		}

		/// Restart finality after it stalled: `delay` blocks from now the present validators begin
		/// anew after the block `best_finalised`, the last one that all agree to be final.
		///
		/// Origin: [`Config::UpgradeOrigin`]. Emits [`Event::StalledNoted`].
		#[pallet::call_index(22)]
		pub fn note_stalled(
			origin: OriginFor<T>,
			delay: BlockNumberFor<T>,
			best_finalised: BlockNumberFor<T>,
		) -> DispatchResult {
			T::UpgradeOrigin::ensure_origin(origin)?;
			T::Finality::note_stalled(delay, best_finalised);
			Self::deposit_event(Event::StalledNoted {
				delay,
				best_finalised,
			});
			Ok(())
		}
	}
}
