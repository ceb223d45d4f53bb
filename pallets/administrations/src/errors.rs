//! The errors, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// The signer is not the own account of an administration. Sign with the own account (a
		/// multisig: through `multisig.asMulti`).
		NotOwnAccount,
		/// The signer has no role that it could give up or accept. Look the account up in
		/// `administrations.accounts`.
		NoSuchRole,
		/// The administration is quarantined. Only its keys can be rotated and the quarantine ended.
		AdministrationQuarantined,
		/// The administration is not quarantined in this way, or already is. Look at its state in
		/// `administrations.administrations`.
		StateDoesNotAllowIt,
		/// No such administration. Only an administration that was admitted, and has not left, can
		/// be named here.
		UnknownAdministration,
		/// An administration covers the territory already. Look in `administrations.coverage`.
		TerritoryCovered,
		/// The administration has as many proposals standing as allowed. Retract one, or wait until one
		/// lapses.
		TooManyProposals,
		/// There is no proposal with this number for the territory: it was retracted, or has lapsed and
		/// was removed. Look in `administrations.proposals`, or propose.
		UnknownProposal,
		/// The proposal has lapsed: the council had until the moment in its field `until`. Propose
		/// again.
		ProposalLapsed,
		/// The proposal was made by another administration. Only the proposer or the council may
		/// retract it.
		NotProposer,
		/// More territories than one administration can cover. Leave some out.
		TooManyTerritories,
		/// The UTC offset is not between −720 and 840 minutes. Give minutes east of Greenwich.
		UtcOffsetOutOfRange,
		/// The encryption key is missing (all zeros). Give an X25519 public key.
		EncryptionKeyMissing,
		/// The encryption key is the one in use. Give a new key.
		EncryptionKeyUnchanged,
		/// The account has a role already: it is an own account, an officer, a holder or an agency.
		/// An account has one role; take another one. (An admission takes precedence over roles that
		/// were given without asking the account, not over an own account or a holder's.)
		AccountInUse,
		/// The account is not an officer of the administration. Name one of its officers, or sign
		/// as one.
		NotOfficer,
		/// The officer's scopes don't allow this. The call says which scope it takes; the own
		/// account gives it with `administrations.appointOfficer`.
		ScopeMissing,
		/// The administration has as many officers as allowed. Dismiss one first.
		TooManyOfficers,
		/// The council has as many seats as allowed, and there is none for this administration.
		TooManyAdministrations,
		/// The quarantine began with these keys. Rotate both the own account and the encryption key
		/// first.
		KeysNotRotated,
		/// No notice was given. Give notice first.
		NoNotice,
		/// Notice was given already. Wait for its end, or withdraw it.
		NoticeAlreadyGiven,
		/// The notice runs still. Its end is in the field `notice` of the administration.
		NoticeNotOver,
		/// The council would keep too few seats to decide anything. Admit another administration
		/// first.
		TooFewSeats,
		/// There are as many validators as allowed.
		TooManyValidators,
		/// Too few validators would be left. Let another administration validate first.
		TooFewValidators,
		/// The own account has no session keys. Set them with `session.setKeys` first.
		SessionKeysMissing,
		/// No upgrade with this hash is authorised. Look in `administrations.authorisedUpgrade`.
		NoSuchUpgrade,
		/// The administration has as many motions open as allowed, or has one and the council is busy.
		/// Close one with `council.close`, as soon as its votes or its end allow it.
		TooManyMotions,
		/// This is so already; nothing was changed.
		Unchanged,
	}
}
