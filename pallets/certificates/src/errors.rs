//! The errors, kept apart so that `lib.rs` stays readable.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	/// Why a call was refused, and what to do.
	#[pallet::error]
	pub enum Error<T> {
		/// A certificate's number has 1 to 35 of the characters A–Z, 0–9, `-`, `/` and `.`. Write it
		/// as on the certificate.
		NumberNotUnderstood,
		/// The issuer has no certificate with this number. Compare it with the document.
		UnknownCertificate,
		/// The issuer has a certificate with this number already. Choose another number, or correct
		/// that one by `Rectify`.
		NumberTaken,
		/// The administration has no programme with this code. Its own account makes one with
		/// `certificates.setProgramme`.
		UnknownProgramme,
		/// No such request was made about this certificate. Its number is in the event `RequestMade`.
		UnknownRequest,
		/// As many requests about this certificate are open as allowed. Close one first.
		TooManyRequests,
		/// The request is answered already. Ask the customs administration for another one if there
		/// is more to say.
		AnsweredAlready,
		/// The request is closed. Make another one if there is more to ask.
		RequestOver,
		/// The programme has no certificates of this type. Write a type's code as the programme
		/// does.
		UnknownType,
		/// A programme, each of its types and an agency need a code. Write one.
		CodeMissing,
		/// A programme needs one type at least, and none twice.
		TypesNotUnderstood,
		/// A certificate's validity and the time between its reviews are 1 to 1,200 months. Write as
		/// many, or leave them out.
		MonthsNotUnderstood,
		/// A proposal can be confirmed for 1 to 365 days. Write as many.
		DecisionDaysNotUnderstood,
		/// A programme names an agency twice. Name each once.
		AgencyTwice,
		/// Agencies give their opinions on applications. A programme that requires opinions must
		/// require applications too.
		OpinionsNeedApplications,
		/// The day that follows from the programme's months lies beyond 2199. Write an earlier one.
		DayBeyondCalendar,
		/// The last day lies before the first. Exchange them.
		EndsBeforeItBegins,
		/// The last day is over already. Write a later one; what ended before is taken over with
		/// its dates.
		AlreadyOver,
		/// A document is missing (all zeros). Give its blake2-256.
		DocumentMissing,
		/// Another live certificate of the trader is of the same type and names one of the roles.
		/// Rectify that one instead.
		RoleAlreadyCertified,
		/// The trader has as many live certificates as allowed. End one first.
		TooManyCertificates,
		/// The certificate has as many status periods as allowed for what gives something. Issue a new
		/// one. What restricts always works.
		TooManyPeriods,
		/// The certificate is not authorised, or its days are over.
		NotLive,
		/// The end of the certificate is decided already. Wait for that day; an appeal overturns a
		/// revocation.
		EndDecided,
		/// It is no application that waits to be accepted. Look at its state.
		NotApplied,
		/// The application is not accepted yet, or it is none. Accept it first.
		NotAccepted,
		/// It is no open application. Look at its state.
		NoApplication,
		/// An application of the trader for this type is open already. Decide on that one first.
		ApplicationOpen,
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
		/// The account is no agency's, or was registered in an earlier admission of its administration.
		/// The own account of an administration registers it, anew too, with `certificates.removeAgency`
		/// and `certificates.registerAgency`.
		NotAnAgency,
		/// The administration is quarantined or has left, and its holders and agencies wait with it.
		/// Try again when it may act.
		AdministrationFrozen,
		/// The administration has no agency with this code. Look it up in `certificates.agencies`.
		UnknownAgency,
		/// The administration has an agency with this code already. Remove that one first, or choose
		/// another code.
		AgencyKnown,
		/// The administration has as many agencies as allowed. Remove one first.
		TooManyAgencies,
		/// The account has a role already: own account, officer, holder or offered to be one, or
		/// agency. An account has one role; take another one.
		AccountInUse,
		/// An earlier refusal or revocation bars the trader from this programme. Wait until the bar
		/// is over, or overturn that decision after an appeal.
		Barred,
		/// The account is linked to no trader. Ask the customs administration to offer to link it.
		NotAHolder,
		/// The certificate is another trader's. Name one of your own.
		NotYourCertificate,
		/// The trader is merged or closed. Use the TIN into which it was merged.
		TraderNotActive,
		/// Only an authorised certificate, in force or expired, can be renewed. Reinstate a
		/// suspended one first.
		NotRenewable,
		/// A renewal ends later than before. Write a later last day, or none.
		NotLonger,
		/// A rectification can't end a certificate, nor keep it from being in force today. Propose
		/// `Revoke`, which the holder can appeal against, or suspend it.
		WouldEnd,
		/// The programme keeps no certificate in force until its renewal is decided. Renew it in time.
		NotKept,
		/// No renewal was asked for. The holder asks for it, or an officer with the holder's paper.
		NoRenewalAsked,
		/// There is nothing that an appeal could overturn.
		NothingToOverturn,
		/// No appeal is pending. The holder makes one, or an officer with the holder's paper.
		NoAppeal,
		/// The holder has asked for this already. Wait for the decision.
		AskedAlready,
		/// The holder has not asked for a suspension of this certificate. It asks for it, or an
		/// officer with the holder's paper; or suspend it on another ground.
		NotAskedFor,
		/// The day has passed. Write today or a later day.
		DayPassed,
		/// The day has not come. Write today or an earlier day.
		DayNotCome,
		/// The certificate's type lacks the half that is to be suspended or reinstated. Name the
		/// other half, or `Full`.
		ScopeNotApplicable,
		/// All of it is suspended already, for as long.
		AlreadySuspended,
		/// Nothing of the certificate is suspended in this scope.
		NotSuspended,
		/// The trader has no live certificate. Name a certificate by its number.
		NothingLive,
		/// No trader is registered with this TIN, or another administration's. Compare it with the
		/// document.
		UnknownTrader,
		/// It is so already.
		Unchanged,
		/// As many decisions of this officer wait as allowed. Refuse one of them, or ask another
		/// officer to confirm them.
		TooManyProposals,
		/// Nothing waits under this number. The event `DecisionProposed` and `aeo_pendingDecisions`
		/// show it; or it was confirmed or refused already.
		NothingPending,
		/// The proposal with this number is another one. Look up what waits in
		/// `aeo_pendingDecisions`, read it, and name its number.
		OtherProposal,
		/// Who made the proposal is no officer with this scope any more. Propose it again.
		MakerDismissed,
		/// The proposal was not confirmed in time. Propose it again.
		ProposalExpired,
		/// The certificate has changed since the proposal, or since the version that an opinion
		/// names. Look again, then propose or opine anew.
		ChangedMeanwhile,
		/// The officer who proposed a decision can't confirm it. Ask another officer.
		SameOfficer,
		/// The account that signed the proposal can't sign the confirmation, through whatever it is
		/// nested in. Ask somebody else to sign.
		SameSigner,
		/// Four eyes need a signature to look at. Make the call in a signed transaction.
		NoSigner,
		/// A batch without rows says nothing.
		BatchEmpty,
		/// The same batch waits already. Confirm or refuse it.
		BatchPending,
		/// As many batches of the administration wait as allowed. Confirm or refuse one first.
		TooManyBatches,
		/// A certificate that is taken over needs one period at least: the present one.
		PeriodsMissing,
		/// The periods are not in order, each with a later first day than the one before, or one of
		/// them begins in the future.
		PeriodsNotInOrder,
	}
}
