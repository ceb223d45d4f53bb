//! The errors, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// The number is empty or has other characters than A–Z, 0–9, `-`, `/` and `.`. Write it as
		/// on the certificate.
		NumberNotUnderstood,
		/// The document is missing (all zeros). Give the blake2-256 of the decision.
		DocumentMissing,
		/// The last day of the suspension is over already. Give today or a later day, or no end.
		EndOver,
		/// A reinstatement of the certificate waits to be confirmed. Confirm it, or refuse it first.
		ProposalOpen,
		/// No reinstatement of the certificate waits to be confirmed. Propose it; or it was confirmed
		/// or refused already.
		NothingPending,
		/// The reinstatement that waits has another number. Look it up in `suspensions.proposals`,
		/// read it, and name its number.
		OtherProposal,
		/// Who proposed the reinstatement is no officer with scope `Suspension` any more. Refuse it,
		/// and propose it again.
		MakerDismissed,
		/// The proposal was not confirmed in time. Propose the reinstatement again.
		ProposalExpired,
		/// The certificate was changed after the proposal. Look at it, and propose again.
		ChangedMeanwhile,
		/// The officer who proposed a decision can't confirm it. Ask another officer.
		SameOfficer,
		/// The account that signed the proposal can't sign the confirmation, through whatever it is
		/// nested in. Ask somebody else to sign.
		SameSigner,
		/// Four eyes need a signature to look at. Make the call in a signed transaction.
		NoSigner,
		/// The certificate is your administration's own. This is for other administrations'
		/// certificates; suspend your own with `suspensions.suspend`.
		OwnCertificate,
		/// The issuer has no certificate with this number. Compare both with the certificate.
		UnknownCertificate,
		/// The day of the review is over already. Give today or a later day.
		ReviewOver,
		/// Your administration has not suspended its recognition of the certificate. Look in
		/// `suspensions.recognitionSuspensions`.
		RecognitionNotSuspended,
		/// The certificate has not reached this version. Acknowledge the one that you have read.
		VersionNotReached,
		/// Your administration has acknowledged this version, or a later one, already.
		AlreadyAcknowledged,
		/// Your administration has received no report with this number. Look in
		/// `suspensions.irregularities`.
		UnknownReport,
		/// The report is answered, and an answer stands. Give further news to the grantor by another
		/// way.
		AlreadyAnswered,
	}
}
