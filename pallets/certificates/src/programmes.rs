//! Programmes, and what follows from their settings: last days, days of review, and how long a
//! proposal can be confirmed.
#![deny(clippy::as_conversions, clippy::expect_used)]

use crate::{
	change::Clock,
	types::{Applications, Decision, Programme, ValidityMonths, MAX_DECISION_DAYS, MAX_MONTHS},
	written::WrittenProgramme,
	Config, Error, Event, Pallet, Programmes,
};
use aeo_primitives::{
	recognition::{ConsentMode, ConsentNeed},
	CertificateNumber, Date, LegLookup, Moment, ProgrammeCode, Territory, Written,
};
use frame_support::{
	ensure,
	pallet_prelude::{DispatchError, DispatchResult},
};
use sp_runtime::ArithmeticError;

/// A day in milliseconds.
const DAY: Moment = 86_400_000;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_programme(
		administration: Territory,
		code: &Written,
		programme: WrittenProgramme,
	) -> DispatchResult {
		let code = Self::code(code)?;
		let programme = Self::programme(programme)?;
		Self::ensure_well_formed(&code, &programme)?;
		Self::ensure_consent_can_be_given(administration, &code, programme.consent)?;
		Programmes::<T>::insert(administration, &code, &programme);
		Self::deposit_event(Event::ProgrammeSet {
			administration,
			code,
			programme,
		});
		Ok(())
	}

	/// No leg needs a consent that the programme's new certificates leave to be asked for: nobody can
	/// give it yet.
	fn ensure_consent_can_be_given(
		administration: Territory,
		code: &ProgrammeCode,
		consent: ConsentMode,
	) -> DispatchResult {
		if consent == ConsentMode::Standing {
			return Ok(());
		}
		let legs = T::Legs::summary(administration);
		let is_needed = legs.iter().map(|summary| &summary.leg).any(|leg| {
			leg.consent == ConsentNeed::Needed
				&& leg.offer.types.iter().any(|kind| kind.programme == *code)
		});
		ensure!(!is_needed, Error::<T>::ConsentCantBeGivenYet);
		Ok(())
	}

	pub(crate) fn ensure_well_formed(
		code: &ProgrammeCode,
		programme: &Programme,
	) -> Result<(), Error<T>> {
		let (types, agencies) = (&programme.types, &programme.opinions_required);
		ensure!(
			!is_blank(code)
				&& !types.iter().any(|known| is_blank(&known.code))
				&& !agencies.iter().any(|code| is_blank(code)),
			Error::<T>::CodeMissing
		);
		let is_twice = |code: &str| types.iter().filter(|known| *known.code == *code).count() > 1;
		ensure!(!types.is_empty(), Error::<T>::TypesMissing);
		ensure!(
			!types.iter().any(|known| is_twice(&known.code)),
			Error::<T>::TypeTwice
		);
		let is_legal = |months: Option<u16>| months.is_none_or(|m| (1..=MAX_MONTHS).contains(&m));
		ensure!(
			is_legal(programme.validity_months.usual()) && is_legal(programme.review_months),
			Error::<T>::MonthsOutOfRange
		);
		ensure!(
			(1..=MAX_DECISION_DAYS).contains(&programme.decision_days),
			Error::<T>::DecisionDaysOutOfRange
		);
		let is_twice = |code| agencies.iter().filter(|known| *known == code).count() > 1;
		ensure!(!agencies.iter().any(is_twice), Error::<T>::AgencyTwice);
		ensure!(
			agencies.is_empty() || programme.applications == Applications::Required,
			Error::<T>::OpinionsNeedApplications
		);
		Ok(())
	}

	/// The programme that a decision is about.
	pub(crate) fn programme_about(
		issuer: Territory,
		number: &CertificateNumber,
		decision: &Decision,
	) -> Result<Programme, DispatchError> {
		if let Decision::Authorise {
			certificate_type, ..
		} = decision
		{
			return Self::programme_of(issuer, certificate_type);
		}
		let record = Self::record(issuer, number)?;
		Self::programme_of(issuer, &record.certificate_type)
	}

	/// The decision with its last day: where it leaves it out, the programme says it.
	pub(crate) fn with_last_day(
		issuer: Territory,
		number: &CertificateNumber,
		mut decision: Decision,
		programme: &Programme,
	) -> Result<Decision, DispatchError> {
		match &mut decision {
			Decision::Authorise {
				valid_from,
				valid_until: until @ None,
				..
			}
			| Decision::Rectify {
				valid_from,
				valid_until: until @ None,
				..
			} => *until = Self::last_day(programme.validity_months.usual(), *valid_from)?,
			Decision::Renew {
				valid_until: until @ None,
				..
			} => {
				let validity = Self::record(issuer, number)?.validity;
				// What has no end can't be renewed, which is said where it is decided.
				if let Some(last) = validity.and_then(|validity| validity.until) {
					let first = last.day_after().ok_or(Error::<T>::DayBeyondCalendar)?;
					*until = Self::last_day(programme.validity_months.usual(), first)?;
				}
			}
			_ => {}
		}
		Ok(decision)
	}

	/// The term from `first` through `until` is no longer than the programme lets a certificate be
	/// authorised or renewed.
	pub(crate) fn ensure_not_too_long(
		programme: &Programme,
		first: Date,
		until: Option<Date>,
	) -> DispatchResult {
		let ValidityMonths::AtMost(months) = programme.validity_months else {
			return Ok(());
		};
		let is_allowed = match (until, first.last_day_of_term(months)) {
			(None, _) => false,
			(Some(until), Some(last)) => until <= last,
			// The months go beyond the calendar, and so beyond every day.
			(Some(_), None) => true,
		};
		ensure!(is_allowed, Error::<T>::LongerThanTheProgramme);
		Ok(())
	}

	/// Through which day a certificate is to be reviewed that is authorised, renewed or reviewed
	/// today.
	pub(crate) fn review_due(
		programme: &Programme,
		clock: Clock,
	) -> Result<Option<Date>, DispatchError> {
		if programme.review_months.is_none() {
			return Ok(None);
		}
		let today = Date::at(clock.now, clock.utc_offset);
		Self::last_day(
			programme.review_months,
			today.map_err(|_| Error::<T>::DayBeyondCalendar)?,
		)
	}

	/// The last day of a term of so many months, if there are any, that begins on `first`.
	fn last_day(months: Option<u16>, first: Date) -> Result<Option<Date>, DispatchError> {
		let Some(months) = months else {
			return Ok(None);
		};
		let last = first.last_day_of_term(months);
		Ok(Some(last.ok_or(Error::<T>::DayBeyondCalendar)?))
	}

	/// Until when a proposal that is made now can be confirmed.
	pub(crate) fn expiry(now: Moment, decision_days: u16) -> Result<Moment, DispatchError> {
		let expires = Moment::from(decision_days)
			.checked_mul(DAY)
			.and_then(|time_out| now.checked_add(time_out));
		Ok(expires.ok_or(ArithmeticError::Overflow)?)
	}
}

/// Whether a code says nothing.
pub(crate) fn is_blank(code: &str) -> bool {
	code.trim().is_empty()
}
