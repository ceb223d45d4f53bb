//! What a change of a certificate takes away, begins and leaves.

use super::{days::is_resumed, lifecycle};
use crate::types::{Asked, CertificateRecord};
use aeo_primitives::{CertificateNumber, CertificateState, Validity};
use aeo_support::clock::Clock;

/// Returns what is left of the holder's wishes when a state of another kind begins.
pub(crate) fn left_asked(asked: Asked, state: CertificateState) -> Asked {
	use CertificateState::{Accepted, Applied, Authorised, Suspended};
	match state {
		Applied | Accepted | Authorised => Asked {
			appeal: None,
			reinstatement: false,
			..asked
		},
		Suspended(_) => Asked {
			suspension: false,
			..asked
		},
		// An appeal against what stood before lives on. A renewal waits behind an end: the appeal
		// may bring the certificate back.
		_ => Asked {
			renewal: asked.renewal,
			appeal: asked.appeal,
			..Asked::default()
		},
	}
}

/// Returns whether a change takes away and gives nothing. Whatever restricts always works: no bound
/// on periods stands in its way (invariant I27).
pub(crate) fn restricts(
	number: &CertificateNumber,
	before: &CertificateRecord,
	after: &CertificateRecord,
	clock: Clock,
) -> bool {
	let is_pending = |validity: Option<Validity>| validity.is_some_and(|v| v.renewal_pending);
	let stops_waiting = is_pending(before.validity) && !is_pending(after.validity);
	let same_days =
		before.validity.map(|v| (v.from, v.until)) == after.validity.map(|v| (v.from, v.until));
	let is_over = is_resumed(number, before, clock);
	lifecycle::restricts(before.state, is_over, after.state) || (stops_waiting && same_days)
}

/// Notes it where a suspension or an end begins with the next period, in which `after` follows on
/// `before`.
pub(crate) fn note_beginnings(
	number: &CertificateNumber,
	record: &mut CertificateRecord,
	before: Option<CertificateState>,
	after: CertificateState,
	clock: Clock,
) {
	let earlier = before.map(|state| CertificateRecord {
		state,
		..record.clone()
	});
	let is_over = earlier.is_some_and(|earlier| is_resumed(number, &earlier, clock));
	if lifecycle::suspends(before, is_over, after) {
		record.suspended_since = record.periods;
	}
	if lifecycle::ends(before, after) {
		record.ended_since = record.periods;
	}
}
