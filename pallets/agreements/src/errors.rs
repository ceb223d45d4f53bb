//! The errors, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// An agreement has two parties at least, and each once; who accedes is none yet. Correct the
		/// list.
		PartiesNotUnderstood,
		/// The administration is no party of the agreement, or the caller's is not among the
		/// parties that it proposes. Only parties act.
		NotAParty,
		/// A party is not an administration of this chain, is in quarantine or has left. All parties
		/// must be admitted.
		PartyNotAdmitted,
		/// The hash of the text is missing (all zeros). Give the blake2-256 of the agreement's text.
		TextMissing,
		/// The treaty can't have been signed on a day to come. Leave the day out, or correct it.
		SignedInTheFuture,
		/// An agreement without legs gives nothing, and an amendment without legs changes nothing.
		/// Name one leg at least.
		LegsMissing,
		/// The issuer and the grantor of a leg are two different parties. Correct the leg.
		LegNotBetweenParties,
		/// Two legs of the agreement have the same issuer and grantor. Make them one.
		LegTwice,
		/// A leg names no type of certificate, or none with its programme and code. Name one.
		TypesMissing,
		/// An officer can propose but not sign for its administration. Leave `inForceFrom` out; the
		/// own account gives it with its signature.
		OnlyOwnAccountSigns,
		/// The day is over. Give today or a later day, in the grantor's local days.
		DayOver,
		/// There is no agreement with this number. Look in `agreements.agreements`.
		UnknownAgreement,
		/// All parties have signed already.
		AlreadyInForce,
		/// The party has signed already.
		AlreadySigned,
		/// The hash differs from that of the proposal, so somebody has other terms in mind. Compare
		/// text and legs, then sign the hash that stands in the agreement.
		TermsDiffer,
		/// Only the party that proposed an agreement, or an amendment, takes it back; any party what
		/// has lapsed, and an amendment whose proposer is not admitted any more.
		NotTheProposer,
		/// The agreement has no such leg, or not all have signed it yet.
		UnknownLeg,
		/// The leg has a day from which it is in force. To stop it, suspend it.
		AlreadyPutInForce,
		/// The leg waits for a day from which it is in force; there is nothing to suspend. Its grantor
		/// puts it in force.
		LegPending,
		/// This end has suspended the leg already.
		AlreadySuspended,
		/// This end has not suspended the leg. Only the one that suspended it resumes it.
		NotSuspended,
		/// There are as many legs from the issuer to the grantor as allowed.
		TooManyLegs,
		/// The issuer has as many legs as allowed, to all grantors and of all agreements together.
		/// One must end first.
		TooManyLegsOfIssuer,
		/// A notice can't run longer than 3,650 days. Correct the days.
		NoticeTooLong,
		/// Not all parties have signed the agreement yet. Until then its proposer retracts it and
		/// proposes another one.
		NotSignedYet,
		/// The leg is over: its last day has passed, notice was given before it began, or one of its
		/// ends has left since it was signed. Conclude another agreement, or amend this one.
		LegEnded,
		/// The party has given notice already. It runs from then.
		NoticeGivenAlready,
		/// A party of a leg has given notice and leaves the agreement. Leave the leg out, or wait
		/// until the party has left and may accede again.
		PartyLeaving,
		/// An amendment waits for signatures. Sign it, or have its proposer retract it, and propose
		/// another one then.
		AmendmentPending,
		/// No amendment of the agreement waits for signatures.
		NoAmendment,
		/// With those that accede there would be more parties than an agreement can have.
		TooManyParties,
		/// A party that accedes must be issuer or grantor of a leg. Add its legs.
		AccedingWithoutLeg,
		/// What this administration proposed and others have not signed is as much as may wait. Have
		/// one signed or retract one; what was proposed lapses after the constant `proposalLifetime`.
		TooManyWaiting,
		/// The legs of all that this administration proposed and others have not signed are too large
		/// together, see the constant `maxWaitingBytes`. Have one signed, or retract one.
		TooMuchWaiting,
		/// Not all parties have signed in time, so that what was proposed has lapsed. Propose it again.
		ProposalLapsed,
		/// A party has left after it signed, and was admitted again: its signature means nothing any
		/// more. Its own account signs again.
		SignatureOutdated,
		/// The hash of the document is missing (all zeros). Give the blake2-256 of the report.
		DocumentMissing,
		/// A milestone is recorded when it has been reached. Correct the day.
		MilestoneInTheFuture,
	}
}
