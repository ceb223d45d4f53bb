//! Which certificate counts on which day.

use super::lifecycle;
use crate::types::CertificateRecord;
use aeo_primitives::{CertificateNumber, CertificateState, Validity};
use aeo_support::clock::Clock;

/// Returns whether a certificate is authorised or suspended, or its end is decided and has not
/// come; and its days are not over.
pub(crate) fn is_live(record: &CertificateRecord, clock: Clock) -> bool {
	let is_authorised = match record.state {
		CertificateState::Authorised | CertificateState::Suspended(_) => true,
		CertificateState::Revoked(ended) | CertificateState::Relinquished(ended) => {
			!clock.begun(ended.from)
		}
		_ => false,
	};
	let ends = |validity: Validity| match validity.until {
		Some(day) => !validity.renewal_pending && clock.over(day),
		None => false,
	};
	is_authorised && !record.validity.is_none_or(ends)
}

/// Returns whether a certificate's days have begun and are not over; a renewal that keeps it in
/// force prolongs them.
pub(crate) fn in_its_days(record: &CertificateRecord, clock: Clock) -> bool {
	record.validity.is_some_and(|validity| {
		clock.begun(validity.from)
			&& !validity
				.until
				.is_some_and(|day| !validity.renewal_pending && clock.over(day))
	})
}

/// Returns whether a certificate is annulled, or the day of its end has come.
pub(crate) fn has_ended(state: CertificateState, clock: Clock) -> bool {
	match state {
		CertificateState::Revoked(ended) | CertificateState::Relinquished(ended) => {
			clock.begun(ended.from)
		}
		state => state == CertificateState::Annulled,
	}
}

/// Returns whether the trader of a certificate can't be certified anew because of it.
pub(crate) fn bars(record: &CertificateRecord, clock: Clock) -> bool {
	record.bar.is_some_and(|day| !clock.over(day))
}

/// Returns whether a suspension of a certificate is over by the clock.
pub(crate) fn is_resumed(
	number: &CertificateNumber,
	record: &CertificateRecord,
	clock: Clock,
) -> bool {
	let suspended = record.facts(number).suspended(clock.now, clock.utc_offset);
	lifecycle::suspension(record.state).is_some() && suspended.is_none()
}

/// Returns whether a certificate with these days ends no later than one with the others.
pub(crate) fn ends_by(days: Validity, others: Validity) -> bool {
	match (days.until, others.until) {
		(_, None) => true,
		(None, Some(_)) => false,
		(Some(one), Some(other)) => one <= other,
	}
}
