//! The errors, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet: first what is wrong with the call, then why there are no benefits.
#[pallet_section]
mod errors {
	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// The administration records its uses sealed, with `benefits.recordSealed`. To record them in
		/// clear, its own account says so with `administrations.changeSettings`.
		UsesAreSealed,
		/// The commitment of the declaration's reference is missing (all zeros). Give the
		/// blake2-256 of reference and salt.
		DeclarationMissing,
		/// Benefits were given to this declaration and role for another trader, or it was of another
		/// kind. Correct the reference.
		DeclarationDiffers,
		/// No trader is known by this identifier. Compare it with the document.
		NoMatch,
		/// The alias was declared by the trader, and the grantor has not confirmed it. An officer
		/// confirms it with `identities.confirmAlias`.
		AliasUnconfirmed,
		/// The trader is closed, or merged into another. Use the TIN under which it goes on.
		TraderNotActive,
		/// The issuer of the certificate has left, or says that its own keys are not safe.
		IssuerUnverifiable,
		/// The first day of the certificate has not begun.
		NotYetValid,
		/// The certificate, or the half that the benefits require, is suspended.
		Suspended,
		/// The last day of the certificate is over.
		Expired,
		/// The issuer has taken the certificate away.
		Revoked,
		/// The holder has given the certificate back.
		Relinquished,
		/// The certificate is void from the start.
		Annulled,
		/// The trader has no certificate.
		NotAuthorised,
		/// The certificate is not about this role.
		RoleNotCertified,
		/// No agreement with the issuer is in force.
		NoAgreement,
		/// The agreements don't cover this type of certificate; at home the programme gives it
		/// nothing.
		TypeNotEligible,
		/// The agreements don't cover this role.
		RoleNotEligible,
		/// The agreements don't cover this kind of declaration.
		DirectionNotCovered,
		/// The agreements need the holder's consent, which is not given.
		NoConsent,
		/// This administration has suspended its recognition of the certificate.
		RecognitionSuspended,
		/// The trader has as many uses as can be counted.
		TooManyUses,
		/// The batch has no rows. Give at least one.
		BatchEmpty,
		/// The rows before this one count under so many agreements, benefits and directions that the
		/// call is full. Send this row with the next batch.
		TooManyCounters,
		/// Between 1 and 100 grants are removed at a time.
		LimitOutOfRange,
		/// The oldest grant is not older than grants are kept, or there is none. Come back later.
		NothingToPrune,
		/// The document is missing (all zeros). Give the blake2-256 of the decision.
		DocumentMissing,
		/// This administration has no incident of this number. Look the numbers up with
		/// `aeo_incidents`.
		UnknownIncident,
		/// The incident is closed already.
		AlreadyClosed,
		/// Sixteen incidents are open. Close those that are over first.
		TooManyIncidents,
		/// The administration records its uses in clear, with `benefits.grant`. To seal them, its own
		/// account says so with `administrations.changeSettings`.
		UsesAreClear,
		/// The root is missing (all zeros). Give the Merkle root over the uses of the period.
		RootMissing,
		/// The period ends before it begins. Exchange its days.
		PeriodNotInOrder,
		/// Uses were sealed for days of this period already. Begin after the last day that is sealed.
		PeriodOverlaps,
		/// The last day of the period is to come. End it today or earlier.
		PeriodToCome,
		/// Two counters are of the same agreement, benefit and direction. Add them up.
		CounterTwice,
		/// The counters can't be those of so many uses: one is zero or greater than the number of
		/// uses, or together they are less. Count again.
		CountersDontFit,
		/// Two lines are of the same holder. Make one of them.
		LineTwice,
	}
}
