//! Terms that follow from a programme's settings: last days, days of review, and how long a
//! proposal can be confirmed.

use crate::types::ValidityMonths;
use aeo_primitives::{Date, Moment, Validity};
use aeo_support::clock::Clock;

/// A day in milliseconds.
const DAY: Moment = 86_400_000;

/// The day lies beyond the calendar.
pub(crate) struct BeyondCalendar;

/// Returns the last day of a term of so many months, if there are any, that begins on `first`.
pub(crate) fn last_day(months: Option<u16>, first: Date) -> Result<Option<Date>, BeyondCalendar> {
	let Some(months) = months else {
		return Ok(None);
	};
	let last = first.last_day_of_term(months);
	Ok(Some(last.ok_or(BeyondCalendar)?))
}

/// Returns whether a programme with these months lets a certificate be authorised or renewed from
/// `first` through `until`.
pub(crate) fn is_within(months: ValidityMonths, first: Date, until: Option<Date>) -> bool {
	let ValidityMonths::AtMost(months) = months else {
		return true;
	};
	match (until, first.last_day_of_term(months)) {
		(None, _) => false,
		(Some(until), Some(last)) => until <= last,
		// The months go beyond the calendar, and so beyond every day.
		(Some(_), None) => true,
	}
}

/// Returns through which day a certificate is to be reviewed that is authorised, renewed or
/// reviewed today, where it is to be within so many months.
pub(crate) fn review_due(
	months: Option<u16>,
	clock: Clock,
) -> Result<Option<Date>, BeyondCalendar> {
	if months.is_none() {
		return Ok(None);
	}
	last_day(months, today(clock)?)
}

/// Returns the first day of what a renewal adds: the day after the last one, or today where that is
/// over.
pub(crate) fn renewed_from(validity: Validity, clock: Clock) -> Result<Date, BeyondCalendar> {
	let today = today(clock)?;
	Ok(match validity.until.and_then(Date::day_after) {
		Some(next) => next.max(today),
		None => today,
	})
}

/// Returns the issuer's day.
fn today(clock: Clock) -> Result<Date, BeyondCalendar> {
	Date::at(clock.now, clock.utc_offset).map_err(|_| BeyondCalendar)
}

/// Returns until when a proposal that is made now can be confirmed; none where that lies beyond all
/// time.
pub(crate) fn expiry(now: Moment, decision_days: u16) -> Option<Moment> {
	Moment::from(decision_days)
		.checked_mul(DAY)
		.and_then(|time_out| now.checked_add(time_out))
}
