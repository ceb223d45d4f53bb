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
		SignerNotOwnAccount,
		/// The signer is neither an officer nor an account that was offered to replace an own one.
		/// Sign with the account whose role is to end; an own account is replaced with
		/// `administrations.rotateAccount`.
		NoRoleToGiveUp,
		/// The account was offered nothing that it could accept. Ask for an offer first, and sign with
		/// the account that it names.
		AccountNotOffered,
		/// The administration is quarantined. Rotate its keys and end the quarantine first: it can do
		/// nothing else.
		AdministrationQuarantined,
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
		NoSuchProposal,
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
		/// The account has a role already: own account, officer, holder or offered to be one, or agency.
		/// An account has one role; take another one.
		AccountHasARole,
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
		NoticeAlreadyGiven,
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
		/// A quota of nothing would leave the administration no more than its reserve. Give what can be
		/// saved up and what comes back with each block, both in fee units; to stop an administration,
		/// quarantine it.
		QuotaMissing,
		/// The hash of the runtime's code is missing (all zeros). Give its blake2-256.
		CodeHashMissing,
		/// No upgrade with this hash is authorised. Look in `administrations.authorisedUpgrade`.
		NoSuchUpgrade,
		/// The number of blocks after which finality begins anew is missing (0). Give as many as all
		/// validators need to import the block that says so.
		DelayMissing,
		/// The last block that all agree to be final is missing (0). Give its number, as the operators
		/// see it.
		FinalisedBlockMissing,
		/// The administration has as many motions open as allowed, or has one and the council is busy.
		/// Close one with `council.close`, as soon as its votes or its end allow it.
		TooManyMotions,
		/// It is so already. Look at what is recorded, and say what is to change.
		NothingWouldChange,
	}
}
