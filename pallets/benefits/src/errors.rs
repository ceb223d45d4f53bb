//! The errors, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet: first what is wrong with the call, then why there are no benefits.
#[pallet_section]
mod errors {
	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// The administration records its uses sealed. To record them in clear, its own account
		/// says so with `administrations.changeSettings`.
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
	}
}
