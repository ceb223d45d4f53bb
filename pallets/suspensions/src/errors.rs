//! The errors, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// The certificate's number is missing. Write it as on the certificate.
		NumberMissing,
		/// The certificate's number has more than 35 characters. Write it as on the certificate.
		NumberTooLong,
		/// A certificate's number has letters A–Z, digits, and `-`, `/` and `.` between them. Write it
		/// as on the certificate.
		NumberNotUnderstood,
		/// The TIN is missing. Write territory and number: MXNWM9709244W4.
		TinMissing,
		/// The TIN is not understood. Write territory and number, MXNWM9709244W4; `aeo_tinCheck` says
		/// what is wrong with it.
		TinNotUnderstood,
		/// The date is not understood. Write year, month and day: 2026-12-31.
		DateNotUnderstood,
		/// The calendar has no such day. Correct it.
		DateNotReal,
		/// The day has passed. Write today or a later day; a suspension may also have no end.
		DayPassed,
		/// The document is missing (all zeros). Give the blake2-256 of the decision.
		DocumentMissing,
		/// The holder has not asked for it. Give another ground; or first record the holder's paper
		/// with `certificates.ask`.
		HolderHasNotAsked,
		/// A reinstatement of the certificate waits to be confirmed. Confirm it, or refuse it first.
		ReinstatementProposedAlready,
		/// Nothing waits under this number: it was never proposed, or was confirmed, refused,
		/// retracted or has lapsed. Look at the certificate's state, or propose it.
		NoSuchProposal,
		/// What waits has another number. Look it up in `suspensions.proposals`, read it, and name
		/// its number.
		ProposalNumberDiffers,
		/// Who made the proposal is no officer with the scope for it any more. Refuse it, and
		/// propose it again.
		ProposingOfficerDismissed,
		/// The proposal was not confirmed in time, and has lapsed. Propose the reinstatement again.
		ProposalLapsed,
		/// The certificate has changed since the proposal. Look at it, and propose again.
		ChangedSinceProposal,
		/// The officer who proposed a decision can't confirm it. Ask another officer.
		ConfirmingOfficerProposedIt,
		/// The account that signed the proposal can't sign the confirmation, through whatever it is
		/// nested in. Ask somebody else to sign.
		ConfirmingSignerSignedTheProposal,
		/// Four eyes need a signature to look at. Make the call in a signed transaction.
		NotASignedTransaction,
		/// What your own administration issues can't be recognised, reported or acknowledged by
		/// itself. Name another issuer; suspend your own certificates with `suspensions.suspend`.
		OwnCertificate,
		/// The issuer has no certificate with this number. Compare both with the certificate.
		UnknownCertificate,
		/// Your administration has not suspended its recognition of the certificate. Look in
		/// `suspensions.recognitionSuspensions`.
		RecognitionNotSuspended,
		/// The version is missing: versions count from 1. Name the one that you have read.
		VersionMissing,
		/// The certificate has not reached this version. Name the one that you have read.
		VersionNotReached,
		/// Your administration has acknowledged this version, or a later one, already. Ask
		/// `aeo_unacknowledged` what is left.
		VersionAcknowledgedAlready,
		/// Your administration has acknowledged more than that already, and can't go back. Give no
		/// smaller numbers than `suspensions.acknowledgedThrough` shows.
		AcknowledgedFurtherAlready,
		/// The issuer has not told so much yet. Give the numbers under `through` in the answer of
		/// `aeo_unacknowledged` that you have read.
		BeyondWhatWasTold,
		/// It is so already. Ask `aeo_unacknowledged` what is left, and give the numbers under
		/// `through`.
		NothingWouldChange,
		/// Your administration has received no report with this number. Look in
		/// `suspensions.irregularities`.
		UnknownReport,
		/// The report is answered, and an answer stands. Give further news to the grantor by another
		/// way.
		ReportAnsweredAlready,
	}
}
