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
		/// An earlier proposal for the certificate was refused, or was replaced, a short while ago,
		/// and a confirmation of that one may still be under way. Wait `ConfirmationWindow` blocks
		/// (after a refusal: before proposing again; after a replacement: before confirming).
		TooSoon,
		/// No reinstatement of the certificate waits to be confirmed. Propose it first.
		NoProposal,
		/// The proposal was not confirmed in time. Propose the reinstatement again.
		ProposalExpired,
		/// The certificate was changed after the proposal. Look at it, and propose again.
		ChangedMeanwhile,
		/// Nobody signed the extrinsic, so that two pairs of eyes can't be told apart. Sign it.
		SignerMissing,
		/// The officer who proposed a decision can't confirm it. Ask another officer.
		SameOfficer,
		/// The account that signed the proposal can't sign the confirmation. Ask another person.
		SameSigner,
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
