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
		/// Numbers that begin with `APPLICATION-` are kept for applications, to which the chain gives
		/// them. Choose another number.
		NumberReserved,
		/// The date is not understood. Write year, month and day: 2026-12-31.
		DateNotUnderstood,
		/// The calendar has no such day. Correct it.
		DateNotReal,
		/// No role is named. Add one.
		RolesMissing,
		/// A certificate names at most eight roles. Remove some.
		TooManyRoles,
		/// The issuer has no certificate with this number. Compare it with the document.
		UnknownCertificate,
		/// The issuer has a certificate with this number already. Choose another number, or correct
		/// that one by `Rectify`.
		NumberTaken,
		/// The administration has no programme with this code. Correct the code, or have the own
		/// account make the programme with `certificates.setProgramme`.
		UnknownProgramme,
		/// No such request was made about this certificate. Take its number from the event
		/// `RequestMade`, or from `aeo_requests`.
		UnknownRequest,
		/// As many requests about this certificate are open as allowed. Close one first.
		TooManyRequests,
		/// The request is answered already. Ask the customs administration for another one if there
		/// is more to say.
		RequestAnsweredAlready,
		/// The request is closed. Make another one if there is more to ask.
		RequestClosedAlready,
		/// The programme has no certificates of this type. Write a type's code as the programme
		/// does.
		UnknownType,
		/// A code is missing. Write it as the administration does.
		CodeMissing,
		/// A code has more than 16 characters. Write a shorter one.
		CodeTooLong,
		/// A code has a character that nobody sees. Write letters, digits and signs.
		CodeNotUnderstood,
		/// No type of certificate is named. Add one.
		TypesMissing,
		/// A type of certificate is named twice. Name each once.
		TypeTwice,
		/// More types of certificate are named than allowed. Name fewer, or make a second one.
		TooManyTypes,
		/// A programme requires the opinions of at most eight agencies. Name fewer.
		TooManyOpinions,
		/// An administration has at most sixteen offers at home. Leave some out.
		TooManyDomesticOffers,
		/// Neither imports nor exports are named. Add one.
		DirectionsMissing,
		/// An offer gives one benefit at least. Add one.
		BenefitsMissing,
		/// A certificate's validity and the time between its reviews are 1 to 1,200 months. Write as
		/// many, or leave them out.
		MonthsOutOfRange,
		/// A proposal can be confirmed for 1 to 365 days. Write as many.
		DecisionDaysOutOfRange,
		/// A programme names an agency twice. Name each once.
		AgencyTwice,
		/// Agencies give their opinions on applications. Require applications too, or no opinions.
		OpinionsNeedApplications,
		/// The day that follows from the programme's months lies beyond 2199. Write an earlier one.
		DayBeyondCalendar,
		/// A leg of an agreement needs the holder's consent to certificates of this programme, and nobody
		/// can give it yet. Set the consent to `Standing`, or have the leg amended to `NotNeeded`.
		ConsentCantBeGivenYet,
		/// The last day lies later than the programme allows, or there is none. Write one within its
		/// months, or leave it out: it is the programme's then.
		LongerThanTheProgramme,
		/// The last day lies before the first. Exchange them.
		EndsBeforeItBegins,
		/// The document is missing (all zeros). Give its blake2-256.
		DocumentMissing,
		/// Another live certificate of the trader is of the same type and names one of the roles.
		/// Rectify that one instead.
		RoleAlreadyCertified,
		/// The trader has as many live certificates as allowed. End one first.
		TooManyCertificates,
		/// The certificate has as many status periods as allowed for what gives something. Issue a new
		/// one. What restricts always works.
		TooManyPeriods,
		/// The certificate is not authorised, or its days are over. Look at its state and its dates.
		CertificateNotLive,
		/// The end of the certificate is decided already. Wait for that day; an appeal overturns a
		/// revocation.
		EndDecidedAlready,
		/// It is no application that waits to be accepted. Look at its state.
		NoApplicationToAccept,
		/// The application is not accepted yet, or it is none. Accept it first.
		ApplicationNotAccepted,
		/// It is no open application. Look at its state.
		NoOpenApplication,
		/// An application of the trader for this type is open already. Decide on that one first.
		ApplicationOpenAlready,
		/// The programme certifies only who has applied. Enter an application first.
		ApplicationMissing,
		/// The application is another trader's, or for another type. Authorise what was applied for.
		ApplicationDiffers,
		/// An agency whose opinion the programme requires has given none on the present version of
		/// the application. Ask it to, with `certificates.opine`; `certificates.opinions` tells who
		/// has.
		OpinionMissing,
		/// The opinion of an agency is unfavourable. Refuse the application, or ask the agency to
		/// look again.
		OpinionUnfavourable,
		/// The account is no agency's, or was registered in an earlier admission of its
		/// administration. Have the administration's own account register it, anew too, with
		/// `certificates.removeAgency` and `certificates.registerAgency`.
		NotAnAgency,
		/// The administration is quarantined or has left, and its holders and agencies wait with it.
		/// Try again when it may act.
		AdministrationFrozen,
		/// The administration has no agency with this code. Look it up in `certificates.agencies`.
		UnknownAgency,
		/// The administration has an agency with this code already. Remove that one first, or choose
		/// another code.
		AgencyCodeTaken,
		/// The administration has as many agencies as allowed. Remove one first.
		TooManyAgencies,
		/// The account has a role already: own account, officer, holder or offered to be one, or
		/// agency. An account has one role; take another one.
		AccountHasARole,
		/// An earlier refusal or revocation bars the trader from this programme. Wait until the bar
		/// is over, or overturn that decision after an appeal.
		TraderBarred,
		/// The account is linked to no trader. Ask the customs administration to offer to link it.
		NotAHolder,
		/// The certificate is another trader's. Name one of your own.
		NotYourCertificate,
		/// The trader is closed, or merged into another. Use the TIN into which it was merged.
		TraderNotActive,
		/// Only an authorised certificate, in force or expired, can be renewed. Reinstate a
		/// suspended one first.
		CertificateNotRenewable,
		/// A renewal ends later than before. Write a later last day, or none.
		RenewalNotLonger,
		/// A rectification can't end a certificate, nor keep it from being in force today. Propose
		/// `Revoke`, which the holder can appeal against, or suspend it.
		RectificationWouldEndIt,
		/// The programme keeps no certificate in force until its renewal is decided. Renew it in time.
		ProgrammeKeepsNoneInForce,
		/// No renewal was asked for. Have the holder ask for it, or record it with the holder's
		/// paper.
		NoRenewalAsked,
		/// There is nothing that an appeal could overturn. Look at the certificate's state.
		NothingToOverturn,
		/// No appeal is pending. Have the holder make one, or record it with the holder's paper.
		NoAppealPending,
		/// The holder has asked for this already. Wait for the decision.
		HolderAskedAlready,
		/// The certificate is kept in force until the renewal is decided that was asked for. Leave that
		/// to a decision: `Renew` or `RefuseRenewal`; or ask to give the certificate back.
		RenewalKeepsItInForce,
		/// The holder has not asked for it. Have the holder ask, or record the holder's paper, with
		/// `certificates.ask`; or decide on another ground.
		HolderHasNotAsked,
		/// The day has passed. Write today or a later day; a certificate that ended before is taken
		/// over with its dates.
		DayPassed,
		/// The day has not come. Write today or an earlier day.
		DayNotCome,
		/// The certificate's type lacks the half that is to be suspended or reinstated. Name the
		/// other half, or `Full`.
		TypeLacksThisHalf,
		/// All of it is suspended already, for as long. Name a later day or another half, or leave it.
		CertificateSuspendedAlready,
		/// Nothing of the certificate is suspended in this scope. Look at its state.
		CertificateNotSuspended,
		/// The trader has no live certificate. Name a certificate by its number.
		TraderHasNoLiveCertificate,
		/// No trader is registered with this TIN. Compare it with the document.
		UnknownTrader,
		/// It is so already. Look at what is recorded, and say what is to change.
		NothingWouldChange,
		/// As many proposals wait as allowed. Refuse one of them, or ask another officer to confirm
		/// them.
		TooManyProposals,
		/// Nothing waits under this number: it was never proposed, or was confirmed, refused,
		/// retracted or has lapsed. Look at `aeo_pendingDecisions`, and name the number of what
		/// waits.
		NoSuchProposal,
		/// What waits has another number. Look up what waits in `aeo_pendingDecisions`, read it,
		/// and name its number.
		ProposalNumberDiffers,
		/// Who made the proposal is no officer with the scope for it any more. Propose it again.
		ProposingOfficerDismissed,
		/// The proposal was not confirmed in time, and has lapsed. Propose it again.
		ProposalLapsed,
		/// The certificate has changed since the proposal. Look at it, and propose again; an
		/// opinion names the version that was read.
		ChangedSinceProposal,
		/// The officer who proposed a decision can't confirm it. Ask another officer.
		ConfirmingOfficerProposedIt,
		/// The account that signed the proposal can't sign the confirmation, through whatever it is
		/// nested in. Ask somebody else to sign.
		ConfirmingSignerSignedTheProposal,
		/// Four eyes need a signature to look at. Make the call in a signed transaction.
		NotASignedTransaction,
		/// There are no rows. Add one to the batch.
		RowsMissing,
		/// There are more rows than allowed. Make two batches of it.
		TooManyRows,
		/// The same batch waits already. Confirm or refuse it.
		SameBatchWaitsAlready,
		/// As many batches of the administration wait as allowed. Confirm or refuse one first.
		TooManyBatches,
		/// A certificate that is taken over needs one period at least. Add the present one.
		PeriodsMissing,
		/// A certificate is taken over with at most nine periods. Leave out the earliest.
		TooManyEarlierPeriods,
		/// The periods are not in order, each with a later first day than the one before, or one of
		/// them begins in the future. Put them in order, or correct their days.
		PeriodsNotInOrder,
	}
}
