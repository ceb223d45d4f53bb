//! The errors, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet: first what is wrong with the call, then why there are no benefits.
#[pallet_section]
mod errors {
	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// The administration records its uses sealed. Record a period with `benefits.recordSealed`, or
		/// let the own account change that with `administrations.changeSettings`.
		UsesAreSealed,
		/// The commitment of the declaration's reference is missing (all zeros). Give the
		/// blake2-256 of reference and salt.
		DeclarationMissing,
		/// Benefits were given to this declaration and role for another trader, or it was of another
		/// kind. Correct the reference, the trader or the kind.
		DeclarationDiffers,
		/// The TIN is not understood. Write it as the document has it, beginning with the code of
		/// its territory; `aeo_tinCheck` says what is wrong.
		TinNotUnderstood,
		/// The certificate's number is missing. Write it as the document has it.
		NumberMissing,
		/// The certificate's number has more than 35 characters. Compare it with the document.
		NumberTooLong,
		/// A certificate's number has letters A–Z, digits, and `-`, `/` and `.` between them. Write
		/// it as the document has it.
		NumberNotUnderstood,
		/// No trader is known by this identifier. Compare it with the document, and ask the issuer.
		NoMatch,
		/// The alias was declared by the trader, and the grantor has not confirmed it. Let an officer
		/// confirm it with `identities.confirmAlias`, or name the trader by its TIN.
		AliasUnconfirmed,
		/// The trader is closed, or merged into another. Use the TIN under which it goes on.
		TraderNotActive,
		/// The issuer of the certificate has left, or says that its own keys are not safe. Clear without
		/// benefits, and ask again when the issuer's word counts again.
		IssuerUnverifiable,
		/// The first day of the certificate has not begun. Ask again on that day.
		NotYetValid,
		/// The certificate, or the half that the benefits require, is suspended. Clear without benefits,
		/// and ask again when the issuer has reinstated it.
		Suspended,
		/// The last day of the certificate is over. Let the holder ask its administration for a renewal.
		Expired,
		/// The issuer has taken the certificate away. Clear without benefits; only a new certificate
		/// brings them back.
		Revoked,
		/// The holder has given the certificate back. Clear without benefits; only a new certificate
		/// brings them back.
		Relinquished,
		/// The certificate is void from the start. Clear without benefits, and look into those that were
		/// given before: `aeo_usesOf` lists them.
		Annulled,
		/// The trader has no certificate. Clear without benefits, or compare the identifier with the
		/// document.
		NotAuthorised,
		/// The certificate is not about this role. Choose the role in which the trader acts in the
		/// declaration, or clear without benefits.
		RoleNotCertified,
		/// No agreement with the issuer is in force. Clear without benefits; `aeo_legs` shows what was
		/// agreed.
		NoAgreement,
		/// The agreements don't cover this type of certificate; at home the programme gives it nothing.
		/// Clear without benefits, or let the parties amend the leg.
		TypeNotEligible,
		/// The agreements don't cover this role. Choose the role in which the trader acts in the
		/// declaration, or clear without benefits.
		RoleNotEligible,
		/// The agreements don't cover this kind of declaration. Choose the kind that the declaration has,
		/// or clear without benefits.
		DirectionNotCovered,
		/// The agreements need the holder's consent, which is not given. Let the holder give it to its
		/// administration.
		NoConsent,
		/// This administration has suspended its recognition of the certificate. Clear without benefits,
		/// or let an officer restore it with `suspensions.restoreRecognition`.
		RecognitionSuspended,
		/// There are as many uses as can be counted. Ask the members of the council for a new release.
		TooManyUses,
		/// There are no rows. Give at least one.
		RowsMissing,
		/// There are more rows than allowed. Make several calls of 500 rows at most.
		TooManyRows,
		/// The rows before this one count under so many agreements, benefits and directions that the
		/// call is full. Send this row with the next batch.
		TooManyCounters,
		/// Between 1 and 100 grants are removed at a time. Give a number from 1 to 100.
		LimitOutOfRange,
		/// The oldest grant is not older than grants are kept, or there is none. Come back later.
		NothingToPrune,
		/// The document is missing (all zeros). Give the blake2-256 of the decision.
		DocumentMissing,
		/// This administration has no incident of this number. Look the numbers up with
		/// `aeo_incidents`.
		NoSuchIncident,
		/// The incident is closed already. Nothing is left to do; `aeo_incidents` says who closed it.
		IncidentClosedAlready,
		/// Sixteen incidents are open. Close those that are over first.
		TooManyIncidents,
		/// The administration records its uses in clear. Record them with `benefits.grant`, or let the
		/// own account change that with `administrations.changeSettings`.
		UsesAreClear,
		/// The root is missing (all zeros). Give the Merkle root over the uses of the period.
		RootMissing,
		/// The date is not understood. Write year, month and day: 2026-12-31.
		DateNotUnderstood,
		/// The calendar has no such day. Correct it.
		DateNotReal,
		/// The period ends before it begins. Exchange its days.
		PeriodEndsBeforeItBegins,
		/// Uses were sealed for days of this period already. Begin after the last day that is sealed.
		DaysSealedAlready,
		/// The day has not come. End the period today or earlier.
		DayNotCome,
		/// A period takes 512 counters and 512 lines at most. Record a shorter period.
		TooManySealedRows,
		/// Two counters are of the same agreement, benefit and direction. Add them up.
		CounterTwice,
		/// The counters can't be those of so many uses: one is zero or greater than the number of
		/// uses, or together they are less. Count again.
		CountersDontFit,
		/// A line names no holder (all zeros). Give its holder, or remove the line.
		HolderMissing,
		/// Two lines are of the same holder. Make one of them.
		HolderTwice,
		/// A sealed line has 256 bytes at most. Leave something out of it.
		LineTooLong,
	}
}
