//! The errors, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
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
		/// A party is not an administration of this chain, is in quarantine or has left. Wait until
		/// all parties are admitted.
		PartyNotAdmitted,
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
		/// A leg of an agreement needs the holder's consent to certificates of this programme, and nobody
		/// can give it yet. Write `NotNeeded`, or leave that programme out; or have its issuer set the
		/// consent to `Standing` first.
		ConsentCantBeGivenYet,
		/// A text that says what declarations write has more than 35 characters, or the prefix more
		/// than 16. Shorten it.
		DeclareAsTooLong,
		/// A text that says what declarations write has a line break or another control character.
		/// Write it in one line.
		DeclareAsNotUnderstood,
		/// An officer can propose but not sign for its administration. Leave `inForceFrom` out; the
		/// own account gives it with its signature.
		OnlyOwnAccountSigns,
		/// There is no agreement with this number. Look for it in `agreements.agreements`.
		NoSuchAgreement,
		/// All parties have signed the agreement already. Suspend a leg, amend the agreement, or give
		/// notice.
		AgreementSignedAlready,
		/// The party has signed already. Wait for the others.
		SignedAlready,
		/// The hash differs from that of the proposal, so somebody has other terms in mind. Compare
		/// text and legs, then sign the hash that stands in the agreement.
		TermsDiffer,
		/// Only the party that proposed an agreement, or an amendment, takes it back; any party what
		/// has lapsed, and an amendment whose proposer is not admitted any more. Ask the party that
		/// proposed it, or don't sign.
		PartyDidNotProposeIt,
		/// The agreement has no such leg, or not all have signed it yet. Look for it in
		/// `agreements.legs`, with issuer and grantor.
		NoSuchLeg,
		/// The leg has a day from which it is in force. Suspend it to stop it.
		LegPutInForceAlready,
		/// The leg waits for a day from which it is in force; there is nothing to suspend. Have its
		/// grantor put it in force.
		LegPending,
		/// This end has suspended the leg already. Wait, or resume it.
		LegSuspendedAlready,
		/// This end has not suspended the leg. Have the one that suspended it resume it.
		LegNotSuspended,
		/// There are as many legs from the issuer to the grantor as allowed. End one first.
		TooManyLegsOfPair,
		/// The issuer has as many legs as allowed, to all grantors and of all agreements together.
		/// End one first.
		TooManyLegsOfIssuer,
		/// Not all parties have signed the agreement yet. Retract it, as its proposer, and propose
		/// another one; or wait for the signatures.
		NotSignedYet,
		/// The leg is over: its last day has passed, it is under notice before it began, or one of its
		/// ends has left since it was signed. Conclude another agreement, or amend this one.
		LegEnded,
		/// The party has given notice already. Look at the last day in `aeo_agreement`: it runs
		/// from when it was given.
		NoticeGivenAlready,
		/// The party has not given notice of this agreement. Look for who leaves in
		/// `agreements.agreements`.
		NoNotice,
		/// A leg has ended by this notice, so that it can't be withdrawn any more. Have the party
		/// accede again when its notice has run out, or conclude another agreement.
		NoticeOver,
		/// The party has asked already that its notice be withdrawn. Wait until all other parties have
		/// agreed.
		WithdrawalAskedAlready,
		/// The party that gave notice has not asked that it be withdrawn. Have its own account call
		/// `withdrawNotice` first.
		WithdrawalNotAsked,
		/// The party agrees already that the notice is withdrawn. Wait for the others.
		WithdrawalAgreedAlready,
		/// A party of a leg has given notice and leaves the agreement. Leave the leg out, or wait
		/// until the party has left and may accede again.
		PartyLeaving,
		/// It is so already. Add a leg that changes, one to remove, or other days of notice.
		NothingWouldChange,
		/// An amendment waits for signatures. Sign it, or have its proposer retract it, and propose
		/// another one then.
		AmendmentWaits,
		/// No amendment of the agreement waits for signatures. Look for it in
		/// `agreements.amendments`.
		NoSuchAmendment,
		/// A party that accedes must be issuer or grantor of a leg. Add its legs.
		AccedingWithoutLeg,
		/// What this administration proposed and others have not signed is as much as may wait. Have
		/// one signed or retract one; what was proposed lapses after the constant `proposalLifetime`.
		TooManyWaiting,
		/// The legs of all that this administration proposed and others have not signed are too large
		/// together, see the constant `maxWaitingBytes`. Have one signed, or retract one.
		TooMuchWaiting,
		/// The proposal was not confirmed in time, and has lapsed. Propose it again, and have all
		/// parties sign within the constant `proposalLifetime`.
		ProposalLapsed,
		/// A party has left after it signed, and was admitted again: its signature means nothing
		/// any more. Have its own account sign again.
		SignatureOutdated,
		/// The document is missing (all zeros). Give the blake2-256 of the report.
		DocumentMissing,
	}
}
