//! What becomes of the credentials of a certificate: which edition of them counts, and whether they are over.

use super::{days::is_live, lifecycle::layer};
use crate::types::CertificateRecord;
use aeo_primitives::StateKind;
use aeo_support::clock::Clock;

/// Returns whether a certificate that was authorised once is so no more: revoked, relinquished, annulled, or its
/// days are over. An application is not over: there are no credentials of it.
pub(crate) fn is_over(record: &CertificateRecord, clock: Clock) -> bool {
	let was_authorised = match record.state.kind() {
		StateKind::Applied
		| StateKind::Accepted
		| StateKind::Rejected
		| StateKind::ApplicationWithdrawn
		| StateKind::Refused => false,
		StateKind::Authorised
		| StateKind::Suspended
		| StateKind::Revoked
		| StateKind::Relinquished
		| StateKind::Annulled => true,
	};
	was_authorised && !is_live(record, clock)
}

/// Returns whether a change begins another edition: what was over goes on (T9), or an end that was decided is
/// overturned (T13). The credentials of before stay void: for those who check them, what is revoked stays so.
pub(crate) fn revives(before: &CertificateRecord, after: &CertificateRecord, clock: Clock) -> bool {
	let is_overturned = layer(after.state.kind()) < layer(before.state.kind());
	is_overturned || (is_over(before, clock) && !is_over(after, clock))
}
