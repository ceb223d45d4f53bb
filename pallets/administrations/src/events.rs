//! The events, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The events of the pallet.
#[pallet_section]
mod events {
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
		/// It was proved that an administration's validator signed two things of which it may sign one. The
		/// council may switch it off.
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
		/// The council changed a quota.
		QuotaChanged {
			/// The administration.
			administration: Territory,
			/// The quota from now on.
			quota: Quota,
		},
		/// The council authorised a runtime.
		UpgradeAuthorised {
			/// Its blake2-256.
			code_hash: H256,
			/// The first moment at which it can be applied, in milliseconds UTC.
			from: Moment,
			/// From this moment on it can't be applied any more, in milliseconds UTC.
			until: Moment,
		},
		/// The council withdrew an authorised runtime, or authorised another one in its place.
		UpgradeWithdrawn {
			/// Its blake2-256.
			code_hash: H256,
		},
		/// Nobody applied an authorised runtime in time.
		UpgradeLapsed {
			/// Its blake2-256.
			code_hash: H256,
		},
		/// The council restarted finality.
		StalledNoted {
			/// Blocks until the present validators start a new round of finality.
			delay: BlockNumberFor<T>,
			/// The last block that all agree to be final.
			best_finalised: BlockNumberFor<T>,
		},
	}
}
