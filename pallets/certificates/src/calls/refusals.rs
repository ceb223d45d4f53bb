//! How the pallet says what a rule, or what a call is made of, refuses: an error of the same name.

use crate::{
	rules::{
		consent::NoChange, holdings::Clash, lifecycle::Refusal, programme::Flaw,
		terms::BeyondCalendar,
	},
	Config, Error,
};

aeo_support::refusals!(
	DateError,
	DocumentMissing,
	NotACertificateNumber,
	NotACode,
	NotASignedTransaction,
	NotConfirmable,
);

impl<T: Config> From<Refusal> for Error<T> {
	fn from(refusal: Refusal) -> Self {
		match refusal {
			Refusal::CertificateNotLive => Self::CertificateNotLive,
			Refusal::EndDecidedAlready => Self::EndDecidedAlready,
			Refusal::NoApplicationToAccept => Self::NoApplicationToAccept,
			Refusal::ApplicationNotAccepted => Self::ApplicationNotAccepted,
			Refusal::NoOpenApplication => Self::NoOpenApplication,
			Refusal::CertificateNotRenewable => Self::CertificateNotRenewable,
			Refusal::NothingToOverturn => Self::NothingToOverturn,
			Refusal::TypeLacksThisHalf => Self::TypeLacksThisHalf,
			Refusal::CertificateSuspendedAlready => Self::CertificateSuspendedAlready,
			Refusal::CertificateNotSuspended => Self::CertificateNotSuspended,
		}
	}
}

impl<T: Config> From<Clash> for Error<T> {
	fn from(clash: Clash) -> Self {
		match clash {
			Clash::ApplicationOpenAlready => Self::ApplicationOpenAlready,
			Clash::RoleAlreadyCertified => Self::RoleAlreadyCertified,
		}
	}
}

impl<T: Config> From<Flaw> for Error<T> {
	fn from(flaw: Flaw) -> Self {
		match flaw {
			Flaw::CodeMissing => Self::CodeMissing,
			Flaw::TypesMissing => Self::TypesMissing,
			Flaw::TypeTwice => Self::TypeTwice,
			Flaw::MonthsOutOfRange => Self::MonthsOutOfRange,
			Flaw::DecisionDaysOutOfRange => Self::DecisionDaysOutOfRange,
			Flaw::AgencyTwice => Self::AgencyTwice,
			Flaw::OpinionsNeedApplications => Self::OpinionsNeedApplications,
		}
	}
}

impl<T: Config> From<NoChange> for Error<T> {
	fn from(why: NoChange) -> Self {
		match why {
			NoChange::UnknownAgreement => Self::UnknownAgreement,
			NoChange::ConsentNotNeeded => Self::ConsentNotNeeded,
			NoChange::ConsentUnchanged => Self::ConsentUnchanged,
			NoChange::TooManyExceptions => Self::TooManyExceptions,
		}
	}
}

impl<T: Config> From<BeyondCalendar> for Error<T> {
	fn from(_: BeyondCalendar) -> Self {
		Self::DayBeyondCalendar
	}
}
